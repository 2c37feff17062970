/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Seconds before the end from which on time is short. */
#define STARLING_QUESTION_CLOCK_SHORT 5

/*
 * The time that one question takes, and where there is a limit what is left of
 * it: a value, whose state follows from the actions and their times. It runs
 * while the question is on screen. The time for which the machine is suspended
 * counts nowhere, and after it the whole limit is there again.
 */
typedef struct
{
  gint64 limit_ms; /* 0: none */
  gboolean running;
  gint64 since;   /* monotonic µs, while running */
  gint64 spent;   /* µs before that */
  gint64 granted; /* µs spent that do not count against the limit */
  gint64 slept;   /* µs suspended when last looked; -1: never looked */
} StarlingQuestionClock;

void
starling_question_clock_init (StarlingQuestionClock *self, gint64 limit_ms);
void starling_question_clock_set_limit (StarlingQuestionClock *self,
                                        gint64 limit_ms,
                                        gint64 now);
void starling_question_clock_ask (StarlingQuestionClock *self,
                                  gint64 spent_ms,
                                  gint64 now);
void starling_question_clock_set_running (StarlingQuestionClock *self,
                                          gboolean running,
                                          gint64 now);
void starling_question_clock_look (StarlingQuestionClock *self,
                                   gint64 now,
                                   gint64 slept);
gint64 starling_question_clock_get_spent_ms (const StarlingQuestionClock *self,
                                             gint64 now);
int starling_question_clock_get_left (const StarlingQuestionClock *self,
                                      gint64 now);
gint64 starling_question_clock_get_wait (const StarlingQuestionClock *self,
                                         gint64 now);
gboolean starling_question_clock_calls (const StarlingQuestionClock *self,
                                        int before,
                                        int left);

G_END_DECLS
