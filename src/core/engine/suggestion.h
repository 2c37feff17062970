/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/activity.h"
#include "engine/debrief.h"
#include "engine/rehearsal.h"

G_BEGIN_DECLS

/* What to do next, and how long it takes: values and pure functions. */

/* A story that could be rehearsed. */
typedef struct
{
  int principle;
  StarlingRehearsalRecord record;
} StarlingStoryRecord;

int starling_suggestion_find_story (const StarlingStoryRecord *stories,
                                    guint n_stories,
                                    StarlingPrincipleSet ticked);

/* How the questions of one principle went. */
typedef struct
{
  guint n_questions; /* at least so many; 0: nothing to ask */
  guint n_answered;  /* different ones */
  guint n_right;     /* of these, right at the last answer */
} StarlingQuizRecord;

int starling_suggestion_find_quiz (const StarlingQuizRecord *principles,
                                   guint n_principles,
                                   StarlingPrincipleSet ticked);

/* A card takes this long as long as nothing else is known. */
#define STARLING_SECONDS_PER_CARD 40

/* Of the newest so many reviews it is told how long a card takes. */
#define STARLING_PACE_REVIEWS 50

guint
starling_suggestion_get_minutes (const gint64 *ms, guint n_ms, guint n_cards);

guint starling_suggestion_count_days (const StarlingActivity *days,
                                      guint n_days,
                                      int today,
                                      guint n_last);

G_END_DECLS
