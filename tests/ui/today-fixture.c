/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "today-fixture.h"

#include "pages/today/page.h"
#include "pages/today/row.h"
#include "settings.h"
#include "support.h"

static void
fired_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  TodayFixture *f = user_data;
  g_autofree char *text
      = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

  g_free (f->fired);
  f->fired
      = g_strconcat (g_action_get_name (G_ACTION (action)), " ", text, NULL);
}

static void
add_actions (TodayFixture *f)
{
  const GActionEntry entries[] = {
    { "practise", fired_cb, "(ss)", NULL, NULL },
    { "set-interview", fired_cb, NULL, NULL, NULL },
    { "study-view", NULL, "s", "'walkthrough'", NULL },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

void
today_set_up_with (TodayFixture *f, StarlingSession *session)
{
  f->session = session;
  f->library = starling_session_get_library (f->session);
  starling_session_set_scope (f->session, "today");
  f->page = starling_today_page_new (f->session);
  f->window = starling_test_present (f->page, 776, 800);
  add_actions (f);
}

void
today_set_up (TodayFixture *f, gconstpointer data)
{
  today_set_up_with (f, starling_test_session_new ());
}

void
today_tear_down (TodayFixture *f, gconstpointer data)
{
  g_settings_reset (starling_settings_get (), "show-streak");
  starling_library_flush (f->library);
  g_object_add_weak_pointer (G_OBJECT (f->page), (gpointer *) &f->page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (f->page);
  g_assert_finalize_object (f->session);
  g_free (f->fired);
}

static void
today_record (TodayFixture *f, StarlingEvent *event, gint64 at)
{
  event->at = at;
  event->offset = 0;
  starling_library_record_async (f->library, event, NULL, NULL, NULL);
  starling_event_unref (event);
}

void
today_record_review (TodayFixture *f, const char *card, gint64 at)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_REVIEW);

  event->card = g_strdup (card);
  event->grade = 3;
  event->ms = 30000;
  event->level = STARLING_LEVEL_SDE2;
  today_record (f, event, at);
}

/* A take of the steps before @n_steps. */
void
today_record_take (TodayFixture *f,
                   const char *scenario,
                   guint n_steps,
                   gint64 at)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_REHEARSAL);

  event->scenario = g_strdup (scenario);
  event->level = STARLING_LEVEL_SDE2;
  event->prompt = g_strdup ("cues");
  event->steps = g_array_new (FALSE, FALSE, sizeof (StarlingStepTime));
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStepTime time
          = { (StarlingStepId) i, 30000, i < n_steps ? 30000 : 0 };

      g_array_append_val (event->steps, time);
    }
  today_record (f, event, at);
}

void
today_record_answer (TodayFixture *f,
                     const char *scenario,
                     const char *question,
                     gboolean correct,
                     gint64 at)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_QUIZ);

  event->scenario = g_strdup (scenario);
  event->level = STARLING_LEVEL_SDE2;
  event->question = g_strdup (question);
  event->choice = 0;
  event->correct = correct;
  event->ms = 9000;
  today_record (f, event, at);
}

void
today_record_goal (TodayFixture *f,
                   const char *interview,
                   const char *principle)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_GOAL);
  const char *const principles[] = { principle, NULL };

  event->interview = g_strdup (interview);
  event->principles = g_strdupv ((char **) principles);
  today_record (f, event, NOW - 1000 + f->n_recorded++);
}

void
today_record_new_per_day (TodayFixture *f, int n)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_SETTINGS);

  event->has_new_per_day = TRUE;
  event->new_per_day = n;
  today_record (f, event, NOW - 1000 + f->n_recorded++);
}

typedef struct
{
  GtkWidget *root;
  const char *text;
} Wanted;

static gboolean
is_there (gpointer data)
{
  Wanted *wanted = data;

  return starling_test_is_shown (starling_test_find_label (wanted->root,
                                                           wanted->text),
                                 wanted->root);
}

/* Waits until the page shows a label. */
void
today_assert_text (TodayFixture *f, const char *text)
{
  Wanted wanted = { f->page, text };

  g_test_message ("waiting for: %s", text);
  starling_test_run_until (is_there, &wanted);
}

void
today_assert_no_text (TodayFixture *f, const char *text)
{
  g_assert_false (
      starling_test_is_shown (starling_test_find_label (f->page, text),
                              f->page));
}

GtkWidget *
today_find_button (TodayFixture *f, guint row)
{
  return starling_today_row_get_button (STARLING_TODAY_ROW (
      starling_test_find (f->page, STARLING_TYPE_TODAY_ROW, row)));
}

gboolean
today_has_description (GtkWidget *widget, const char *text)
{
  g_autofree char *difference
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                            text);

  if (difference != NULL)
    g_test_message ("%s", difference);
  return difference == NULL;
}
