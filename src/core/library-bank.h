/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/bank.h"
#include "library.h"

G_BEGIN_DECLS

/* The question bank, and the stories that answer its questions. */

StarlingBank *starling_library_get_bank (StarlingLibrary *self);

/* Which questions are meant. */
typedef struct
{
  int principle;     /* that they may be meant for; -1: any */
  gboolean own_only; /* only those that a story of the user's own answers */
} StarlingBankScope;

GPtrArray *starling_library_list_bank (StarlingLibrary *self,
                                       const StarlingBankScope *scope);
GPtrArray *
starling_library_list_bank_for (StarlingLibrary *self, const char *scenario);
const StarlingBankQuestion *
starling_library_pick_from_bank (StarlingLibrary *self,
                                 const StarlingBankScope *scope,
                                 const char *const *asked,
                                 guint64 seed);

/* A story to answer a question with. */
typedef struct
{
  StarlingSummary *summary;
  StarlingFit fit;
  int angle; /* to tell it through: of a principle, or STARLING_AS_TOLD */
  StarlingState state;
  guint n_takes;
} StarlingLibraryAnswer;

GArray *starling_library_list_answers (StarlingLibrary *self,
                                       const StarlingBankQuestion *question,
                                       gboolean own_only);

G_END_DECLS
