/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bank.h"

G_BEGIN_DECLS

/* Which question to ask, and which stories answer it: values and pure
 * functions. */

/* A story that could be told. */
typedef struct
{
  const char *id;
  int principle;
  StarlingPrincipleSet angles; /* others that it can be told for */
  gboolean own;                /* the user's, not one that came with a pack */
  guint n_takes;
} StarlingBankStory;

/* How well a story answers a question, best first. */
typedef enum
{
  STARLING_FIT_NAMED,     /* the bank names it */
  STARLING_FIT_PRINCIPLE, /* it can be told for the question's principle */
  STARLING_FIT_ALSO,      /* … for another that it may be meant for */
  STARLING_FIT_NONE,
} StarlingFit;

typedef struct
{
  guint story; /* index */
  StarlingFit fit;
  int angle; /* to tell it through: of a principle, or STARLING_AS_TOLD */
} StarlingBankAnswer;

int starling_bank_choose_angle (const StarlingBankQuestion *question,
                                const StarlingBankStory *story);
gboolean starling_bank_fits (const StarlingBankQuestion *question,
                             const StarlingBankStory *story);
guint starling_bank_list_answers (const StarlingBankQuestion *question,
                                  const StarlingBankStory *stories,
                                  guint n_stories,
                                  StarlingBankAnswer *answers);

/* A question that could be asked. */
typedef struct
{
  StarlingPrincipleSet principles; /* that it may be meant for */
  guint n_takes; /* of the stories that answer it, all together */
  guint n_asked; /* how often it was asked in this run */
} StarlingBankRecord;

int starling_bank_pick (const StarlingBankRecord *records,
                        guint n_records,
                        StarlingPrincipleSet ticked,
                        int last,
                        guint64 seed);

G_END_DECLS
