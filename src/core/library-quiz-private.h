/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-private.h"
#include "library-quiz.h"

G_BEGIN_DECLS

/* Shared by the library-quiz*.c only. */

/* Where questions come from, as long as one quiz is dealt. Nothing is loaded
 * again meanwhile. */
typedef struct
{
  StarlingLibrary *library;
  StarlingLevel level;
  guint64 seed;
  StarlingTranslateFunc translate; /* (nullable) */
  GHashTable *opened; /* id → StarlingScenario; NULL: cannot be opened */
  GHashTable *others; /* language → scenarios to take wrong options from */
} StarlingQuizSupply;

void starling_quiz_supply_init (StarlingQuizSupply *self,
                                StarlingLibrary *library,
                                StarlingLevel level,
                                guint64 seed,
                                StarlingTranslateFunc translate);
void starling_quiz_supply_clear (StarlingQuizSupply *self);
StarlingScenario *
starling_quiz_supply_open (StarlingQuizSupply *self, const char *id);
GPtrArray *starling_quiz_supply_list (StarlingQuizSupply *self,
                                      const StarlingScenario *scenario);

G_END_DECLS
