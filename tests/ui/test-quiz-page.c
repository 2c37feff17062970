/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "pages/quiz/page.h"
#include "settings.h"
#include "support.h"
#include "widgets/quiz-option.h"

#define SCOPE "scenario:webhook-drops"
#define N_OPTIONS 4
#define N_QUESTIONS 7

typedef struct
{
  StarlingSession *session;
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = starling_test_session_new ();
  starling_session_set_scope (fixture->session, scope);
  fixture->page = g_object_new (STARLING_TYPE_QUIZ_PAGE, "session",
                                fixture->session, "seed", (guint64) 7, NULL);
  g_object_ref_sink (fixture->page);
  fixture->entry = gtk_entry_new ();
  gtk_widget_set_vexpand (fixture->page, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->page);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  fixture->window = starling_test_present (box, 816, 630);
}

static void
tear_down (Fixture *fixture, gconstpointer scope)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->page);
  g_object_unref (fixture->session);
}

static GtkWidget *
option (Fixture *fixture, guint slot)
{
  GtkWidget *found
      = starling_test_find (fixture->page, STARLING_TYPE_QUIZ_OPTION, slot);

  g_assert_nonnull (found);
  return found;
}

static GtkWidget *
button (Fixture *fixture, const char *name)
{
  return starling_test_find_named (fixture->page, GTK_TYPE_BUTTON, name);
}

static gboolean
is_button_shown (Fixture *fixture, const char *name)
{
  return starling_test_is_shown (button (fixture, name), fixture->window);
}

static gboolean
is_label_shown (Fixture *fixture, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (fixture->page, text),
                                 fixture->window);
}

static void
click (GtkWidget *widget)
{
  g_assert_true (gtk_widget_is_sensitive (widget));
  g_signal_emit_by_name (widget, "clicked");
}

static void
act (Fixture *fixture, const char *action)
{
  gtk_widget_activate_action (fixture->page, action, NULL);
}

/* Presses a key as far as the page listens to it; whether it was taken. */
static gboolean
press (GtkWidget *widget, const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint k = 0;
           k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr (GtkShortcut) shortcut
              = g_list_model_get_item (G_LIST_MODEL (controller), k);
          g_autofree char *trigger = gtk_shortcut_trigger_to_string (
              gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, key))
            return gtk_shortcut_action_activate (
                gtk_shortcut_get_action (shortcut), 0, widget,
                gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

static char *
option_text (Fixture *fixture, guint slot)
{
  GtkWidget *widget = option (fixture, slot);

  for (guint i = 0;; i++)
    {
      GtkWidget *label = starling_test_find (widget, GTK_TYPE_LABEL, i);

      if (gtk_widget_has_css_class (label, "text"))
        return g_strdup (gtk_label_get_text (GTK_LABEL (label)));
    }
}

/* The question on screen, found by its text. */
static const StarlingQuestion *
asked (Fixture *fixture)
{
  StarlingScenario *scenario = starling_session_get_scenario (fixture->session);

  for (guint i = 0; i < scenario->quiz->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (scenario->quiz, i);

      if (is_label_shown (fixture, question->question))
        return question;
    }
  return NULL;
}

/* The slot of an option that is right, or one that is not. */
static guint
find_slot (Fixture *fixture, gboolean right)
{
  const StarlingQuestion *question = asked (fixture);
  const StarlingOption *correct
      = g_ptr_array_index (question->options, question->correct);

  for (guint slot = 0; slot < question->options->len; slot++)
    {
      g_autofree char *text = option_text (fixture, slot);

      if (g_str_equal (text, correct->text) == right)
        return slot;
    }
  g_assert_not_reached ();
}

static void
answer (Fixture *fixture, gboolean right)
{
  click (option (fixture, find_slot (fixture, right)));
  act (fixture, "quiz.check");
}

/* Events of the journal, in order. */
static GPtrArray *
read_events (Fixture *fixture)
{
  StarlingLibrary *library = starling_session_get_library (fixture->session);
  g_autofree char *file
      = g_build_filename (starling_library_get_user_dir (library),
                          "journal.jsonl", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  starling_library_flush (library);
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

static void
test_ask (Fixture *fixture, gconstpointer data)
{
  const StarlingQuestion *question = asked (fixture);

  g_assert_nonnull (question);
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_QUIZ_OPTION),
                    ==, N_OPTIONS);
  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *item = g_ptr_array_index (question->options, i);
      GtkWidget *widget = button (fixture, item->text);

      g_assert_nonnull (widget);
      gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (widget,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           "");
      g_assert_false (is_label_shown (fixture, item->why));
    }
  g_assert_true (is_label_shown (fixture, "Question 1 of 7"));
  g_assert_true (is_label_shown (fixture, "0 right"));
  g_assert_true (is_button_shown (fixture, "Check"));
  g_assert_false (gtk_widget_is_sensitive (button (fixture, "Check")));
  g_assert_false (gtk_widget_is_sensitive (button (fixture, "Undo")));
  g_assert_false (is_button_shown (fixture, "Next question"));
  g_assert_false (is_button_shown (fixture, "Again"));
  g_assert_false (is_label_shown (fixture, "No questions here yet."));
}

static void
test_choose (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = option (fixture, 0);
  GtkWidget *second = option (fixture, 1);
  GtkWidget *check = button (fixture, "Check");

  click (first);
  g_assert_true (gtk_widget_has_css_class (first, "chosen"));
  gtk_test_accessible_assert_property (first,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Chosen");
  g_assert_true (gtk_widget_is_sensitive (check));
  g_assert_true (gtk_widget_has_focus (check));

  click (second);
  g_assert_false (gtk_widget_has_css_class (first, "chosen"));
  g_assert_true (gtk_widget_has_css_class (second, "chosen"));
  gtk_test_accessible_assert_property (first,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
  /* pressing it again is no check */
  click (second);
  g_assert_true (is_button_shown (fixture, "Check"));
}

static gboolean
is_named_next (gpointer data)
{
  return button (data, "Next question") != NULL;
}

static void
test_verdict (Fixture *fixture, gconstpointer right)
{
  gboolean is_right = GPOINTER_TO_INT (right);
  const StarlingQuestion *question = asked (fixture);
  const StarlingOption *correct
      = g_ptr_array_index (question->options, question->correct);
  GtkWidget *right_option, *chosen, *next;
  g_autofree char *explanation = NULL;
  g_autofree char *described = NULL;
  g_autofree char *said
      = is_right
            ? g_strdup ("Right.")
            : g_strconcat ("Not this one. Right answer: ", correct->text, NULL);

  next = button (fixture, "Next question");
  right_option = option (fixture, find_slot (fixture, TRUE));
  chosen = option (fixture, find_slot (fixture, is_right));
  click (chosen);
  click (button (fixture, "Check"));

  g_assert_true (gtk_widget_has_css_class (right_option, "right"));
  g_assert_true (
      gtk_widget_has_css_class (chosen, is_right ? "right" : "wrong"));
  g_assert_false (gtk_widget_has_css_class (chosen, "chosen"));
  described = g_strconcat ("Right answer. ", correct->why, NULL);
  gtk_test_accessible_assert_property (right_option,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       described);
  g_assert_true (is_label_shown (fixture, "Right answer"));
  g_assert_cmpint (is_label_shown (fixture, "Your answer"), ==, !is_right);
  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *item = g_ptr_array_index (question->options, i);

      g_assert_true (is_label_shown (fixture, item->why));
      g_assert_nonnull (button (fixture, item->text));
    }
  explanation = g_strconcat (is_right ? "Right." : "Not this one.", " ",
                             question->explanation, NULL);
  g_assert_true (is_label_shown (fixture, explanation));
  g_assert_true (is_label_shown (fixture, is_right ? "1 right" : "0 right"));

  /* The verdict is the name of the focused button for a moment. */
  g_assert_true (gtk_widget_has_focus (next));
  g_assert_true (button (fixture, said) == next);
  g_assert_false (is_button_shown (fixture, "Check"));
  starling_test_run_until (is_named_next, fixture);
  g_assert_true (button (fixture, "Next question") == next);

  /* An option that was told is no button any more. */
  click (option (fixture, 0));
  g_assert_true (gtk_widget_has_focus (next));
  click (next);
  /* a wrong answer brings the question back */
  g_assert_true (is_label_shown (fixture, is_right ? "Question 2 of 7"
                                                   : "Question 2 of 8"));
  g_assert_true (gtk_widget_has_focus (option (fixture, 0)));
  g_assert_false (gtk_widget_is_sensitive (button (fixture, "Check")));
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  g_assert_true (press (fixture->page, "2"));
  g_assert_true (gtk_widget_has_css_class (option (fixture, 1), "chosen"));
  g_assert_true (press (fixture->page, "3"));
  g_assert_true (gtk_widget_has_css_class (option (fixture, 2), "chosen"));
  press (fixture->page, "6"); /* there is none */
  g_assert_true (gtk_widget_has_css_class (option (fixture, 2), "chosen"));

  /* arrows: from the button to the neighbours of the choice, then on */
  press (fixture->page, "Down");
  g_assert_true (gtk_widget_has_focus (option (fixture, 3)));
  press (fixture->page, "Down");
  g_assert_true (gtk_widget_has_focus (option (fixture, 3)));
  press (fixture->page, "Up");
  press (fixture->page, "Up");
  g_assert_true (gtk_widget_has_focus (option (fixture, 1)));

  /* the same digit again checks; then digits rest */
  press (fixture->page, "KP_3");
  g_assert_true (is_label_shown (fixture, "Right answer"));
  g_assert_false (press (fixture->page, "1"));

  g_assert_true (press (fixture->page, "<Control>z"));
  g_assert_false (is_label_shown (fixture, "Right answer"));
  g_assert_true (gtk_widget_has_focus (option (fixture, 0)));
}

static void
test_keys_elsewhere (Fixture *fixture, gconstpointer data)
{
  answer (fixture, TRUE);
  act (fixture, "quiz.next");

  /* not while somebody writes */
  gtk_widget_grab_focus (fixture->entry);
  g_assert_false (press (fixture->page, "1"));
  g_assert_false (press (fixture->page, "<Control>z"));
  g_assert_false (gtk_widget_has_css_class (option (fixture, 0), "chosen"));

  /* not while another mode is on screen */
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  gtk_widget_set_visible (fixture->page, FALSE);
  g_assert_false (press (fixture->page, "1"));
  g_assert_false (press (fixture->page, "<Control>z"));
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_true (press (fixture->page, "1"));
  g_assert_true (is_label_shown (fixture, "Question 2 of 7"));
}

static void
test_events (Fixture *fixture, gconstpointer data)
{
  StarlingLibrary *library = starling_session_get_library (fixture->session);
  StarlingClock *clock = starling_library_get_clock (library);
  g_autoptr (GPtrArray) events = NULL;
  const StarlingQuestion *question;
  StarlingScenarioProgress progress;
  const StarlingEvent *event;

  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  question = asked (fixture);
  starling_clock_advance (clock, 4000);
  /* time in another mode does not count */
  gtk_widget_set_visible (fixture->page, FALSE);
  starling_clock_advance (clock, 60000);
  gtk_widget_set_visible (fixture->page, TRUE);
  starling_clock_advance (clock, 1500);
  answer (fixture, FALSE);
  events = read_events (fixture);
  g_assert_cmpuint (events->len, ==, 1);
  event = g_ptr_array_index (events, 0);
  g_assert_cmpint (event->type, ==, STARLING_EVENT_QUIZ);
  g_assert_cmpstr (event->scenario, ==, "webhook-drops");
  g_assert_cmpint (event->level, ==, STARLING_LEVEL_SENIOR);
  g_assert_null (event->angle);
  g_assert_cmpstr (event->question, ==, question->id);
  g_assert_false (event->correct);
  g_assert_cmpint (event->ms, ==, 5500);
  g_assert_cmpint (event->choice, !=, question->correct);

  act (fixture, "quiz.next");
  question = asked (fixture);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  starling_clock_advance (clock, 700);
  answer (fixture, TRUE);
  starling_progress_get_scenario (starling_library_get_progress (library),
                                  "webhook-drops", &progress);
  g_assert_cmpuint (progress.n_questions, ==, 2);
  g_assert_cmpuint (progress.n_right, ==, 1);

  act (fixture, "quiz.undo");
  g_clear_pointer (&events, g_ptr_array_unref);
  events = read_events (fixture);
  g_assert_cmpuint (events->len, ==, 3);
  event = g_ptr_array_index (events, 1);
  g_assert_cmpstr (event->angle, ==, "dive-deep");
  g_assert_true (event->correct);
  g_assert_cmpint (event->ms, ==, 700);
  g_assert_cmpint (event->choice, ==, question->correct);
  g_assert_cmpint (((StarlingEvent *) events->pdata[2])->type, ==,
                   STARLING_EVENT_UNDO);
  g_assert_cmpstr (((StarlingEvent *) events->pdata[2])->of, ==, event->id);
  starling_progress_get_scenario (starling_library_get_progress (library),
                                  "webhook-drops", &progress);
  g_assert_cmpuint (progress.n_questions, ==, 1);
  g_assert_cmpuint (progress.n_right, ==, 0);
}

/* What is recorded is the text that was pressed, wherever it stood. */
static void
test_choice_order (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      const StarlingQuestion *question = asked (fixture);
      guint slot = i % question->options->len;
      g_autofree char *text = option_text (fixture, slot);
      g_autoptr (GPtrArray) events = NULL;
      const StarlingEvent *event;
      const StarlingOption *chosen;

      click (option (fixture, slot));
      act (fixture, "quiz.check");
      act (fixture, "quiz.next");
      events = read_events (fixture);
      event = g_ptr_array_index (events, i);
      chosen = g_ptr_array_index (question->options, event->choice);
      g_assert_cmpstr (event->question, ==, question->id);
      g_assert_cmpstr (chosen->text, ==, text);
    }
}

static void
test_end (Fixture *fixture, gconstpointer data)
{
  const StarlingQuestion *wrong = NULL;
  const StarlingQuestion *right = NULL;
  const StarlingOption *correct;
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  for (guint i = 0; i < N_QUESTIONS + 1; i++)
    {
      if (i == 2)
        wrong = asked (fixture);
      else if (asked (fixture) != wrong)
        right = asked (fixture);
      if (i == 2 || asked (fixture) != wrong)
        g_string_append (first, asked (fixture)->id);
      else
        g_assert_cmpuint (i, ==, 6); /* three others after that */
      answer (fixture, i != 2);
      act (fixture, "quiz.next");
    }
  correct = g_ptr_array_index (wrong->options, wrong->correct);
  g_assert_true (is_label_shown (fixture, "6 of 7 right"));
  g_assert_true (is_label_shown (fixture, wrong->question));
  g_assert_true (is_label_shown (fixture, correct->text));
  g_assert_false (is_label_shown (fixture, right->question));
  g_assert_true (is_button_shown (fixture, "Study this story"));
  g_assert_false (is_button_shown (fixture, "Next question"));
  g_assert_false (is_label_shown (fixture, "Question 9 of 8"));

  /* the last answer can still be taken back */
  act (fixture, "quiz.undo");
  g_assert_true (is_label_shown (fixture, "Question 8 of 8"));
  answer (fixture, TRUE);
  act (fixture, "quiz.next");
  g_assert_true (is_label_shown (fixture, "6 of 7 right"));

  act (fixture, "quiz.again");
  g_assert_true (is_label_shown (fixture, "Question 1 of 7"));
  g_assert_false (gtk_widget_is_sensitive (button (fixture, "Undo")));
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_string_append (second, asked (fixture)->id);
      answer (fixture, TRUE);
      act (fixture, "quiz.next");
    }
  g_assert_true (is_label_shown (fixture, "7 of 7 right"));
  g_assert_false (is_label_shown (fixture, "To look at again"));
  g_assert_cmpuint (first->len, ==, second->len);
  g_assert_cmpstr (first->str, !=, second->str);
}

static void
test_survival (Fixture *fixture, gconstpointer data)
{
  const StarlingQuestion *question;

  answer (fixture, TRUE);
  act (fixture, "quiz.next");
  press (fixture->page, "2");
  question = asked (fixture);

  /* other mode, other lens: the same quiz */
  gtk_widget_set_visible (fixture->page, FALSE);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  gtk_widget_set_visible (fixture->page, TRUE);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  g_assert_true (is_label_shown (fixture, "Question 2 of 7"));
  g_assert_true (asked (fixture) == question);
  g_assert_true (gtk_widget_has_css_class (option (fixture, 1), "chosen"));

  /* another scope: another quiz, at once or when it is shown */
  starling_session_set_scope (fixture->session, "scenario:lecture-encoding");
  g_assert_true (is_label_shown (fixture, "Question 1 of 6"));
  gtk_widget_set_visible (fixture->page, FALSE);
  /* GTK holds on to where the focus was until the next frame */
  starling_test_run_frames (fixture->window, 1);
  starling_session_set_scope (fixture->session, SCOPE);
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_true (is_label_shown (fixture, "Question 1 of 7"));
}

static void
count_action (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  g_string_append_printf (user_data, "%s ", g_variant_get_string (value, NULL));
}

static void
test_pooled (Fixture *fixture, gconstpointer data)
{
  const GActionEntry entries[] = {
    { "show-scenario", count_action, "s" },
    { "mode", count_action, "s" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GString) fired = g_string_new (NULL);
  GListModel *summaries = starling_library_get_summaries (
      starling_session_get_library (fixture->session));
  guint n = 0;
  guint n_stories = 0;
  g_autofree char *counter = NULL;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), fired);
  gtk_widget_insert_action_group (fixture->window, "win",
                                  G_ACTION_GROUP (group));
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      n += starling_summary_get_n_questions (summary);
      n_stories += starling_summary_get_n_questions (summary) > 0;
    }
  g_assert_true (is_label_shown (fixture, "Question 1 of 10"));
  g_settings_set_int (starling_settings_get (), "quiz-length", 0);
  counter = g_strdup_printf ("Question 1 of %u", n);
  g_assert_true (is_label_shown (fixture, counter));

  for (guint i = 0; !is_label_shown (fixture, "Again"); i++)
    {
      /* each at most three times */
      g_assert_cmpuint (i, <, 3 * n);
      press (fixture->page, "1");
      act (fixture, "quiz.check");
      if (i == 0)
        act (fixture, "quiz.read");
      act (fixture, "quiz.next");
    }
  g_assert_true (g_str_has_suffix (fired->str, " study "));
  g_assert_true (is_label_shown (fixture, "Again"));
  g_assert_false (is_button_shown (fixture, "Next question"));
  /* all first options cannot be right: each story is offered once */
  g_assert_true (is_label_shown (fixture, "To look at again"));
  n = 0;
  for (guint i = 0;; i++)
    {
      GtkWidget *label = starling_test_find (fixture->page, GTK_TYPE_LABEL, i);

      if (label == NULL)
        break;
      n += g_str_equal (gtk_label_get_text (GTK_LABEL (label)),
                        "Study this story")
           && gtk_widget_get_mapped (label);
    }
  g_assert_cmpuint (n, ==, n_stories);
  g_settings_reset (starling_settings_get (), "quiz-length");
}

static void
test_empty (Fixture *fixture, gconstpointer data)
{
  g_assert_true (is_label_shown (fixture, "No questions here yet."));
  g_assert_false (is_button_shown (fixture, "Check"));
  g_assert_false (is_button_shown (fixture, "Undo"));
  g_assert_false (press (fixture->page, "1"));
  g_assert_false (press (fixture->page, "Down"));
}

static void
test_widths (Fixture *fixture, gconstpointer data)
{
  answer (fixture, FALSE);
  for (guint i = 0; i < 2; i++)
    {
      int minimum;

      gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1,
                          &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
      starling_test_run_frames (fixture->window, 3);
      act (fixture, "quiz.next");
    }
}

/* The explanation of a verdict comes into view by itself. */
static void
test_explanation_in_view (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scroller
      = starling_test_find (fixture->page, GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkWidget *well = NULL;
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 480);
  starling_test_run_frames (fixture->window, 3);
  answer (fixture, FALSE);
  starling_test_run_frames (fixture->window, 4);
  for (guint i = 0; well == NULL; i++)
    {
      GtkWidget *box = starling_test_find (fixture->page, GTK_TYPE_BOX, i);

      if (gtk_widget_has_css_class (box, "explanation"))
        well = box;
    }
  g_assert_true (gtk_widget_compute_bounds (well, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >=, 0);
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=,
                     gtk_widget_get_height (scroller));
}

#define ADD(name, scope, func)                                                 \
  g_test_add ("/quiz-page/" name, Fixture, scope, set_up, func, tear_down)

static void
test_right (Fixture *fixture, gconstpointer data)
{
  test_verdict (fixture, GINT_TO_POINTER (TRUE));
}

static void
test_wrong (Fixture *fixture, gconstpointer data)
{
  test_verdict (fixture, GINT_TO_POINTER (FALSE));
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("ask", SCOPE, test_ask);
  ADD ("choose", SCOPE, test_choose);
  ADD ("right", SCOPE, test_right);
  ADD ("wrong", SCOPE, test_wrong);
  ADD ("keys", SCOPE, test_keys);
  ADD ("keys-elsewhere", SCOPE, test_keys_elsewhere);
  ADD ("events", SCOPE, test_events);
  ADD ("choice-order", SCOPE, test_choice_order);
  ADD ("end", SCOPE, test_end);
  ADD ("survival", SCOPE, test_survival);
  ADD ("pooled", "today", test_pooled);
  ADD ("empty", "my-stories", test_empty);
  ADD ("widths", SCOPE, test_widths);
  ADD ("explanation-in-view", SCOPE, test_explanation_in_view);

  return g_test_run ();
}
