/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz.h"
#include "pages/today/page.h"
#include "pages/today/row.h"
#include "pages/today/waiting.h"
#include "quiz-draft.h"
#include "support.h"

/* The start page, and a quiz that was left. */
typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  GtkWidget *page;
  GtkWidget *window;
  char *fired; /* the target of the last action */
} Fixture;

static void
fired_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  Fixture *f = user_data;

  g_free (f->fired);
  f->fired = g_variant_print (target, FALSE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const GActionEntry entries[] = { { "practise", fired_cb, "(ss)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  f->session = starling_test_session_new ();
  f->library = starling_session_get_library (f->session);
  starling_session_set_scope (f->session, "today");
  f->page = starling_today_page_new (f->session);
  g_object_ref_sink (f->page);
  f->window = starling_test_present (f->page, 776, 800);
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_assert_finalize_object (f->page);
  starling_library_flush (f->library);
  starling_test_drop_session (f->session);
  g_free (f->fired);
}

static void
set_shown (Fixture *f, gboolean shown)
{
  gtk_widget_set_visible (f->page, shown);
  starling_test_run_frames (f->window, 1);
}

static gboolean
has_text (Fixture *f, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (f->page, text),
                                 f->page);
}

/* The button of the row of the quiz. */
static GtkWidget *
get_button (Fixture *f)
{
  return starling_today_row_get_button (STARLING_TODAY_ROW (
      starling_test_find (f->page, STARLING_TYPE_TODAY_ROW, 2)));
}

static gboolean
is_labelled (Fixture *f, const char *label)
{
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (get_button (f))), label)
         == 0;
}

/* A quiz of five questions of which the first are answered. */
static void
leave_quiz (Fixture *f, const char *scope, guint n_answers)
{
  const char *const scenarios[] = { "webhook-drops", NULL };
  const StarlingQuizRequest request = {
    .scenarios = scenarios,
    .length = 5,
    .kinds = STARLING_ALL_QUESTION_KINDS,
    .level = STARLING_LEVEL_SDE2,
    .seed = 1,
  };
  g_autoptr (StarlingQuizDraft) draft = g_new0 (StarlingQuizDraft, 1);

  draft->scope = g_strdup (scope);
  draft->level = STARLING_LEVEL_SDE2;
  draft->next = g_uuid_string_random ();
  draft->events = g_ptr_array_new_with_free_func (g_free);
  draft->quiz = starling_library_deal_quiz (f->library, &request);
  for (guint i = 0; i < n_answers; i++)
    {
      StarlingEvent *event = starling_event_new (STARLING_EVENT_QUIZ);

      event->id = g_uuid_string_random ();
      event->scenario = g_strdup ("webhook-drops");
      event->question
          = g_strdup (starling_quiz_get_current (draft->quiz)->question);
      g_ptr_array_add (draft->events, g_strdup (event->id));
      starling_library_record_async (f->library, event, NULL, NULL, NULL);
      starling_event_unref (event);
      for (guint slot = 0; !starling_quiz_is_checked (draft->quiz); slot++)
        if (starling_quiz_get_option (draft->quiz, slot)
            == starling_quiz_get_current (draft->quiz)->correct)
          {
            starling_quiz_choose (draft->quiz, slot);
            starling_quiz_check (draft->quiz);
          }
      if (i + 1 < n_answers)
        starling_quiz_next (draft->quiz);
    }
  starling_quiz_draft_save (f->library, draft);
}

/* A quiz that was left comes before one that could be begun. */
static void
test_offered (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *scope;
    const char *name; /* NULL: not offered */
  } cases[] = {
    { "scenario:webhook-drops", "The webhooks that vanished" },
    { "principle:frugality", "Frugality" },
    { "my-stories", "My stories" },
    { "today", "All stories" },
    { "scenario:no-such-story", NULL },
    { "principle:no-such-principle", NULL },
  };

  g_assert_true (is_labelled (f, "Quiz"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean offered = cases[i].name != NULL;
      g_autofree char *fired
          = g_strdup_printf ("('%s', 'quiz')", cases[i].scope);

      set_shown (f, FALSE);
      leave_quiz (f, cases[i].scope, 2);
      set_shown (f, TRUE);
      g_test_message ("%s", cases[i].scope);
      g_assert_cmpint (has_text (f, "A quiz waits: 3 of 5 questions left."), ==,
                       offered);
      g_assert_true (is_labelled (f, offered ? "Resume" : "Quiz"));
      if (!offered)
        continue;
      g_assert_true (has_text (f, cases[i].name));
      g_signal_emit_by_name (get_button (f), "clicked");
      g_assert_cmpstr (f->fired, ==, fired);
    }
}

/* The verdict on the last question is nothing to wait for. */
static void
test_last (Fixture *f, gconstpointer data)
{
  set_shown (f, FALSE);
  leave_quiz (f, "today", 5);
  set_shown (f, TRUE);
  g_assert_false (has_text (f, "A quiz waits: 0 of 5 questions left."));
  g_assert_true (is_labelled (f, "Quiz"));
}

/* A quiz that is given up leaves no trace in the journal. */
static void
test_given_up (Fixture *f, gconstpointer data)
{
  set_shown (f, FALSE);
  leave_quiz (f, "today", 4);
  set_shown (f, TRUE);
  g_assert_true (has_text (f, "A quiz waits: 1 of 5 questions left."));
  set_shown (f, FALSE);
  starling_quiz_draft_forget (f->library);
  set_shown (f, TRUE);
  g_assert_false (has_text (f, "A quiz waits: 1 of 5 questions left."));
  g_assert_true (is_labelled (f, "Quiz"));
}

static void
test_words (void)
{
  g_autofree char *one = starling_today_format_waiting (1, 1);
  g_autofree char *more = starling_today_format_waiting (6, 10);

  g_assert_cmpstr (one, ==, "A quiz waits: 1 of 1 question left.");
  g_assert_cmpstr (more, ==, "A quiz waits: 6 of 10 questions left.");
}

#define ADD(name, func)                                                        \
  g_test_add ("/today-waiting/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("offered", test_offered);
  ADD ("last", test_last);
  ADD ("given-up", test_given_up);
  g_test_add_func ("/today-waiting/words", test_words);

  return g_test_run ();
}
