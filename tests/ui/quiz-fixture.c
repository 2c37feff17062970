/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-fixture.h"

#include "pages/quiz/page.h"
#include "settings.h"
#include "support.h"
#include "widgets/quiz-option.h"

#define SEED 7

/**
 * test_quiz_set_kinds:
 * @kinds: bit (1 << StarlingQuestionKind) for each
 *
 * Asks these kinds of questions only.
 */
void
test_quiz_set_kinds (guint kinds)
{
  starling_settings_set_quiz_kinds (kinds);
}

/**
 * test_quiz_open_page:
 * @fixture: a fixture without a page
 *
 * Puts a page into a window, as at the start of the program.
 */
void
test_quiz_open_page (TestQuiz *fixture)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->page
      = g_object_new (STARLING_TYPE_QUIZ_PAGE, "session", fixture->session,
                      "seed", (guint64) SEED, "vexpand", TRUE, NULL);
  g_object_ref_sink (fixture->page);
  fixture->entry = gtk_entry_new ();
  gtk_box_append (GTK_BOX (box), fixture->page);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  fixture->window = starling_test_present (box, 816, 630);
}

/**
 * test_quiz_close_page:
 * @fixture: a fixture with a page
 *
 * Closes the window; nobody else may hold the page.
 */
void
test_quiz_close_page (TestQuiz *fixture)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->page);
}

/**
 * test_quiz_set_up:
 * @fixture: a fixture
 * @scope: what to ask about
 */
void
test_quiz_set_up (TestQuiz *fixture, gconstpointer scope)
{
  test_quiz_set_kinds (1u << STARLING_QUESTION_WRITTEN);
  g_settings_set_int (starling_settings_get (), "quiz-length", 0);
  fixture->session = starling_test_session_new ();
  fixture->library = starling_session_get_library (fixture->session);
  fixture->clock = starling_library_get_clock (fixture->library);
  starling_session_set_scope (fixture->session, scope);
  test_quiz_open_page (fixture);
}

/**
 * test_quiz_tear_down:
 * @fixture: a fixture with a page
 * @scope: unused
 */
void
test_quiz_tear_down (TestQuiz *fixture, gconstpointer scope)
{
  static const char *const keys[]
      = { "quiz-kinds-off", "quiz-length", "quiz-timed" };

  test_quiz_close_page (fixture);
  starling_library_flush (fixture->library);
  starling_test_drop_session (fixture->session);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (starling_settings_get (), keys[i]);
}

/**
 * test_quiz_set_shown:
 * @fixture: a fixture
 * @shown: whether the page is on screen, or another mode
 */
void
test_quiz_set_shown (TestQuiz *fixture, gboolean shown)
{
  gtk_widget_set_visible (fixture->page, shown);
  /* GTK holds on to where the focus was until the next frame */
  starling_test_run_frames (fixture->window, 1);
}

/**
 * test_quiz_option:
 * @fixture: a fixture
 * @slot: from 0
 *
 * Returns: (transfer none): the option at that place
 */
GtkWidget *
test_quiz_option (TestQuiz *fixture, guint slot)
{
  GtkWidget *found
      = starling_test_find (fixture->page, STARLING_TYPE_QUIZ_OPTION, slot);

  g_assert_nonnull (found);
  return found;
}

/**
 * test_quiz_option_text:
 * @fixture: a fixture
 * @slot: from 0
 *
 * Returns: (transfer full): what the option says
 */
char *
test_quiz_option_text (TestQuiz *fixture, guint slot)
{
  GtkWidget *widget = test_quiz_option (fixture, slot);

  for (guint i = 0;; i++)
    {
      GtkWidget *label = starling_test_find (widget, GTK_TYPE_LABEL, i);

      if (gtk_widget_has_css_class (label, "text"))
        return g_strdup (gtk_label_get_text (GTK_LABEL (label)));
    }
}

/**
 * test_quiz_button:
 * @fixture: a fixture
 * @name: an accessible name
 *
 * Returns: (transfer none) (nullable): a button of that name, shown or not
 */
GtkWidget *
test_quiz_button (TestQuiz *fixture, const char *name)
{
  return starling_test_find_named (fixture->page, GTK_TYPE_BUTTON, name);
}

/**
 * test_quiz_has_button:
 * @fixture: a fixture
 * @name: an accessible name
 *
 * Returns: whether such a button is shown
 */
gboolean
test_quiz_has_button (TestQuiz *fixture, const char *name)
{
  return starling_test_is_shown (test_quiz_button (fixture, name),
                                 fixture->window);
}

/**
 * test_quiz_has_label:
 * @fixture: a fixture
 * @text: the whole of a text
 *
 * Returns: whether such a label is shown
 */
gboolean
test_quiz_has_label (TestQuiz *fixture, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (fixture->page, text),
                                 fixture->window);
}

/**
 * test_quiz_click:
 * @widget: a button
 */
void
test_quiz_click (GtkWidget *widget)
{
  g_assert_true (gtk_widget_is_sensitive (widget));
  g_signal_emit_by_name (widget, "clicked");
}

/**
 * test_quiz_act:
 * @fixture: a fixture
 * @action: one of the page's, without a target
 */
void
test_quiz_act (TestQuiz *fixture, const char *action)
{
  gtk_widget_activate_action (fixture->page, action, NULL);
}

/**
 * test_quiz_press:
 * @fixture: a fixture
 * @key: a key value
 * @modifiers: to go with it
 *
 * Returns: whether the page took the key
 */
gboolean
test_quiz_press (TestQuiz *fixture, guint key, GdkModifierType modifiers)
{
  return starling_test_press (fixture->page, key, modifiers);
}

/**
 * test_quiz_asked:
 * @fixture: a fixture whose scope is a scenario
 *
 * Returns: (transfer none) (nullable): the written question on screen, found
 *   by its text
 */
const StarlingQuestion *
test_quiz_asked (TestQuiz *fixture)
{
  StarlingScenario *scenario = starling_session_get_scenario (fixture->session);

  for (guint i = 0; i < scenario->quiz->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (scenario->quiz, i);

      if (test_quiz_has_label (fixture, question->question))
        return question;
    }
  return NULL;
}

/**
 * test_quiz_find_slot:
 * @fixture: a fixture that shows a written question
 * @right: whether to find the right option, or one that is not
 *
 * Returns: its place
 */
guint
test_quiz_find_slot (TestQuiz *fixture, gboolean right)
{
  const StarlingQuestion *question = test_quiz_asked (fixture);
  const StarlingOption *correct
      = g_ptr_array_index (question->options, question->correct);

  for (guint slot = 0; slot < question->options->len; slot++)
    {
      g_autofree char *text = test_quiz_option_text (fixture, slot);

      if (g_str_equal (text, correct->text) == right)
        return slot;
    }
  g_assert_not_reached ();
}

/**
 * test_quiz_answer:
 * @fixture: a fixture that shows a written question
 * @right: whether to answer it right
 */
void
test_quiz_answer (TestQuiz *fixture, gboolean right)
{
  test_quiz_click (
      test_quiz_option (fixture, test_quiz_find_slot (fixture, right)));
  test_quiz_act (fixture, "quiz.check");
}

/**
 * test_quiz_read_events:
 * @fixture: a fixture
 *
 * Returns: (transfer full) (element-type StarlingEvent): all events of the
 *   journal, in order
 */
GPtrArray *
test_quiz_read_events (TestQuiz *fixture)
{
  g_autofree char *file
      = g_build_filename (starling_library_get_user_dir (fixture->library),
                          "journal.jsonl", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  starling_library_flush (fixture->library);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (GError) error = NULL;
      StarlingEvent *event = starling_event_parse (lines[i], -1, &error);

      g_assert_no_error (error);
      g_ptr_array_add (events, event);
    }
  return events;
}

/**
 * test_quiz_has_draft:
 * @fixture: a fixture
 *
 * Returns: whether a quiz is kept for later
 */
gboolean
test_quiz_has_draft (TestQuiz *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = starling_drafts_load (starling_library_get_drafts (fixture->library),
                              "quiz", &error);

  g_assert_no_error (error);
  return bytes != NULL;
}
