/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/page-private.h"

#include "settings.h"

/* Which quiz is shown: it follows scope, level, settings and packs. */

guint64
starling_quiz_page_choose_seed (StarlingQuizPage *self)
{
  StarlingClock *clock = starling_library_get_clock (
      starling_session_get_library (self->session));

  return self->seed != 0 ? self->seed
                         : (guint64) starling_clock_get_utc (clock);
}

/* Whether each question is to have a limit, as far as the user is concerned. */
static gboolean
is_timed (void)
{
  return g_settings_get_boolean (starling_settings_get (), "quiz-timed");
}

/* Whether somebody looks at the question: time stands while the quiz is set
 * up. */
static gboolean
is_shown (StarlingQuizPage *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self))
         && !starling_quiz_setup_get_open (self->setup);
}

void
starling_quiz_page_follow_shown (StarlingQuizPage *self)
{
  if (self->run == NULL)
    return;
  starling_quiz_run_set_shown (self->run, is_shown (self));
  starling_quiz_page_update_clock (self);
}

/* Shows a quiz in the place of the one that there is. */
static void
show_run (StarlingQuizPage *self, StarlingQuizRun *run)
{
  g_clear_pointer (&self->run, starling_quiz_run_free);
  self->run = run;
  starling_quiz_run_set_shown (run, is_shown (self));
  starling_quiz_page_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scroller),
                            0);
}

/* Deals another quiz, as the preferences say. */
void
starling_quiz_page_start (StarlingQuizPage *self, guint64 seed)
{
  GSettings *settings = starling_settings_get ();
  const StarlingQuizOptions options = {
    .length = (guint) g_settings_get_int (settings, "quiz-length"),
    .kinds = starling_settings_get_quiz_kinds (),
    .timed = is_timed (),
    .seed = seed,
  };

  show_run (self, starling_quiz_run_new (self->session, &options));
}

/* Deals anew what was not begun. */
static void
deal_again (StarlingQuizPage *self)
{
  if (self->run == NULL || !starling_quiz_run_is_untouched (self->run))
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    starling_quiz_page_start (self,
                              starling_quiz_get_seed (
                                  starling_quiz_run_get_quiz (self->run)));
  else
    g_clear_pointer (&self->run, starling_quiz_run_free);
}

static void
follow_scope (StarlingQuizPage *self)
{
  StarlingQuizRun *left;

  if (self->run != NULL
      && g_str_equal (starling_quiz_run_get_scope (self->run),
                      starling_session_get_scope (self->session)))
    return;

  left = starling_quiz_run_resume (self->session, is_timed ());
  if (left != NULL)
    show_run (self, left);
  else
    starling_quiz_page_start (self, starling_quiz_page_choose_seed (self));
}

/* A page that is not shown does nothing; when shown, its quiz goes on unless
 * it is about another scope, for which one may have been left before. Reading a
 * story is no other scope. */
static void
scope_cb (StarlingQuizPage *self)
{
  if (self->reading != NULL
      && g_str_equal (self->reading,
                      starling_session_get_scope (self->session)))
    return;
  g_clear_pointer (&self->reading, g_free);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    follow_scope (self);
}

/* Whoever comes back from reading finds the scope of the quiz again too. */
static void
visible_cb (StarlingQuizPage *self)
{
  g_autofree char *reading = NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  reading = g_steal_pointer (&self->reading);
  if (self->run != NULL && reading != NULL)
    {
      g_autofree char *scope
          = g_strdup (starling_quiz_run_get_scope (self->run));

      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-scope", "s",
                                  scope);
    }
  follow_scope (self);
}

/* The level counts when a quiz is dealt, and the one that was begun goes on. */
static void
follow_level (StarlingQuizPage *self)
{
  if (self->run != NULL
      && starling_quiz_run_get_level (self->run)
             != starling_session_get_level (self->session))
    deal_again (self);
}

static void
follow_timed (StarlingQuizPage *self)
{
  if (self->run == NULL)
    return;
  starling_quiz_run_set_timed (self->run, is_timed ());
  starling_quiz_page_update_clock (self);
}

static void
scenarios_changed_cb (StarlingQuizPage *self)
{
  if (self->run == NULL)
    return;

  if (starling_quiz_get_length (starling_quiz_run_get_quiz (self->run)) == 0)
    deal_again (self);
  else
    starling_quiz_page_update (self);
}

static void
connect_settings (StarlingQuizPage *self)
{
  static const struct
  {
    const char *signal;
    void (*callback) (StarlingQuizPage *self);
  } changes[] = {
    { "changed::quiz-length", deal_again },
    { "changed::quiz-kinds-off", deal_again },
    { "changed::quiz-timed", follow_timed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (starling_settings_get (), changes[i].signal,
                             G_CALLBACK (changes[i].callback), self,
                             G_CONNECT_SWAPPED);
}

/* Shows a quiz, and follows from then on what it depends on. */
void
starling_quiz_page_follow (StarlingQuizPage *self)
{
  g_signal_connect_object (self->session, "notify::scope",
                           G_CALLBACK (scope_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::level",
                           G_CALLBACK (follow_level), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (starling_session_get_library (self->session),
                           "scenarios-changed",
                           G_CALLBACK (scenarios_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (visible_cb), NULL);
  g_signal_connect_object (self->setup, "notify::open",
                           G_CALLBACK (starling_quiz_page_follow_shown), self,
                           G_CONNECT_SWAPPED);
  connect_settings (self);
  visible_cb (self);
}
