/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/page-private.h"

#include <glib/gi18n.h>

/* The time of a question, where there is a limit. A timer only decides when to
 * look; what there is to see follows from the clock. */

static int
get_left (StarlingQuizPage *self)
{
  return starling_question_clock_get_left (
      starling_quiz_run_get_clock (self->run),
      starling_quiz_run_get_now (self->run));
}

/* GTK 4.8 cannot announce: what has the focus is named by it for a moment. */
static void
announce_left (StarlingQuizPage *self, int left)
{
  g_autofree char *words = g_strdup_printf (
      ngettext ("%d second left", "%d seconds left", (gulong) left), left);

  if (!starling_quiz_question_announce (self->question, words))
    starling_quiz_bar_announce (self->bar, words);
}

static void
show_left (StarlingQuizPage *self)
{
  const StarlingQuestionClock *clock = starling_quiz_run_get_clock (self->run);
  int left = get_left (self);

  if (clock->running && starling_question_clock_calls (clock, self->left, left))
    announce_left (self, left);
  self->left = left;
  starling_quiz_head_set_left (self->head, left, STARLING_QUIZ_LIMIT_MS / 1000);
}

static void
tick_cb (gpointer data)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (data);

  self->tick_source = 0;
  if (!starling_quiz_page_look (self))
    starling_quiz_page_update_clock (self);
}

/*
 * Ends the question whose time is up: what is chosen counts. Whether it was.
 */
gboolean
starling_quiz_page_look (StarlingQuizPage *self)
{
  if (!starling_quiz_run_look (self->run)
      || !starling_quiz_run_check (self->run))
    return FALSE;

  starling_quiz_page_tell (self);
  return TRUE;
}

/* Shows the time that is left, and wakes up when that has changed; at once, if
 * time is up already. */
void
starling_quiz_page_update_clock (StarlingQuizPage *self)
{
  const StarlingQuestionClock *clock = starling_quiz_run_get_clock (self->run);
  gint64 wait;

  starling_quiz_page_stop_clock (self);
  show_left (self);
  wait = starling_question_clock_get_wait (clock, starling_quiz_run_get_now (
                                                      self->run));
  if (wait >= 0 || (clock->running && self->left == 0))
    self->tick_source
        = g_timeout_add_once ((guint) (wait / 1000 + 1), tick_cb, self);
}

void
starling_quiz_page_stop_clock (StarlingQuizPage *self)
{
  g_clear_handle_id (&self->tick_source, g_source_remove);
}
