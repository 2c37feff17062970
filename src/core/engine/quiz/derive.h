/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

G_BEGIN_DECLS

/* Turns an English text of ours into the reader's language. */
typedef const char *(*StarlingTranslateFunc) (const char *text);

/*
 * What the questions about a scenario are made from. Which ones there are
 * follows from the scenario and the level, and so do their ids; the seed
 * decides on what stands beside the right option. The others are looked through
 * where the scenario does not have enough wrong options itself.
 */
typedef struct
{
  const StarlingScenario *scenario;
  StarlingCatalogue *catalogue;
  const StarlingScenario *const *others; /* (array length=n_others) */
  guint n_others;
  StarlingLevel level;
  guint64 seed;
  StarlingTranslateFunc translate; /* (nullable): English */
} StarlingQuizSource;

GPtrArray *starling_quiz_list_questions (const StarlingQuizSource *source);

G_END_DECLS
