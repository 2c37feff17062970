/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/debrief.h"
#include "engine/suggestion.h"
#include "session.h"

G_BEGIN_DECLS

/* What to suggest today: gathers for engine/suggestion.h. No widgets here. */

typedef struct
{
  char *scope; /* scenario:ID */
  char *title;
  StarlingRehearsalRecord record;
  int days_ago; /* of the last take */
  gboolean has_verdict;
  StarlingVerdict verdict; /* of the last take */
} StarlingTodayStory;

gboolean
starling_today_find_story (StarlingSession *session, StarlingTodayStory *out);
void starling_today_story_clear (StarlingTodayStory *self);

typedef struct
{
  char *scope;      /* principle:ID */
  const char *name; /* of the principle; belongs to the catalogue */
  guint n_asked;    /* questions of a quiz about it, as the preferences are */
  StarlingQuizRecord record;
} StarlingTodayQuiz;

gboolean
starling_today_find_quiz (StarlingSession *session, StarlingTodayQuiz *out);
void starling_today_quiz_clear (StarlingTodayQuiz *self);

guint starling_today_get_minutes (StarlingSession *session, guint n_cards);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingTodayStory,
                                  starling_today_story_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingTodayQuiz, starling_today_quiz_clear)

G_END_DECLS
