/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* A question as an interviewer asks it, without an answer. */
typedef struct
{
  char *id;
  char *question;
  int principle;
  StarlingPrincipleSet also; /* others that it may be meant for */
  char *probes;              /* what the interviewer is testing */
  char **scenarios; /* ids of stories that answer it, best first; NULL at the
                       end, never NULL */
} StarlingBankQuestion;

/* The questions that interviewers ask. Immutable. */
typedef struct _StarlingBank StarlingBank;

#define STARLING_TYPE_BANK (starling_bank_get_type ())
GType starling_bank_get_type (void);

#define STARLING_BANK_MAX_QUESTIONS 5000

StarlingBank *starling_bank_new_from_text (const char *text,
                                           gsize length,
                                           StarlingCatalogue *catalogue,
                                           GHashTable *scenarios,
                                           GPtrArray **complaints);
gboolean starling_bank_is_text (const char *text, gsize length);
StarlingBank *starling_bank_ref (StarlingBank *self);
void starling_bank_unref (StarlingBank *self);

guint starling_bank_get_n_questions (StarlingBank *self);
const StarlingBankQuestion *
starling_bank_get_question (StarlingBank *self, guint index);
const StarlingBankQuestion *
starling_bank_find_question (StarlingBank *self, const char *id);
StarlingPrincipleSet
starling_bank_question_get_principles (const StarlingBankQuestion *question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingBank, starling_bank_unref)

G_END_DECLS
