/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* The page of flashcards follows what happens elsewhere, and time. */

#include "cards-page-fixture.h"
#include "pages/cards/run.h"
#include "support.h"
#include "widgets/passage-list.h"

#define FIRST "webhook-drops#step.situation" /* of the story */

static gboolean
is_active (gpointer window)
{
  return gtk_window_is_active (window);
}

static gboolean
is_said (gpointer data)
{
  return test_cards_has_label (data, "0:24");
}

/* Another window has the keyboard: nobody looks at the card. */
static void
test_inactive (TestCards *fixture, gconstpointer scope)
{
  GtkWidget *other;

  starling_test_run_until (is_active, fixture->window);
  starling_clock_advance (fixture->clock, 24000);
  starling_test_run_until (is_said, fixture);
  other = starling_test_present (gtk_button_new (), 100, 100);
  starling_test_run_until (is_active, other);
  starling_clock_advance (fixture->clock, 60000);
  gtk_window_destroy (GTK_WINDOW (other));
  gtk_window_present (GTK_WINDOW (fixture->window));
  starling_test_run_until (is_active, fixture->window);
  test_cards_click (fixture, "Show answer");
  g_assert_true (is_said (fixture));
}

/* The only card of all, failed: it comes again, without its answer. */
static void
test_alone (TestCards *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;

  test_record_limits (fixture->library, 1, 200);
  test_cards_go_to (fixture, "What do you say in");
  first = g_strdup (test_cards_get_prompt (fixture));
  test_cards_answer (fixture, "Again");
  g_assert_cmpstr (test_cards_get_prompt (fixture), ==, first);
  g_assert_true (test_cards_is_asking (fixture));
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_PASSAGE_LIST),
                    ==, 0);
}

/* After days away the page says how many cards there are to start with. */
static void
test_portion (TestCards *fixture, gconstpointer scope)
{
  static const char words[] = "20 cards to start with. The rest can wait.";
  g_autoptr (GPtrArray) names = NULL;

  g_assert_false (test_cards_has_label (fixture, words));
  names = test_go_away (fixture->library);
  test_cards_assert_count (fixture, STARLING_PILE_DUE, STARLING_PORTION, TRUE);
  g_assert_true (test_cards_has_label (fixture, words));
  test_cards_answer (fixture, "Good");
  g_assert_false (test_cards_has_label (fixture, words));
  test_cards_click (fixture, "Undo");
  g_assert_true (test_cards_has_label (fixture, words));
}

/* The card that has the focus gives way: the next one gets it. */
static void
test_focus (TestCards *fixture, gconstpointer scope)
{
  test_cards_click (fixture, "Show answer");
  g_assert_true (gtk_widget_has_focus (test_cards_button (fixture, "Good")));
  test_record_review (fixture->library, FIRST, STARLING_GRADE_EASY, 0);
  g_assert_true (test_cards_is_asking (fixture));
  g_assert_true (
      gtk_widget_has_focus (test_cards_button (fixture, "Show answer")));
}

/* Nobody sees the page: it stays as it is until somebody does. */
static void
test_hidden (TestCards *fixture, gconstpointer scope)
{
  GtkLabel *label = GTK_LABEL (test_cards_find_class (fixture, "prompt"));
  g_autofree char *before = g_strdup (gtk_label_get_text (label));

  gtk_widget_set_visible (fixture->page, FALSE);
  starling_test_run_frames (fixture->window, 1);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  test_record_limits (fixture->library, 2, 200);
  g_assert_cmpstr (gtk_label_get_text (label), ==, before);
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_cmpstr (test_cards_get_prompt (fixture), !=, before);
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 2, TRUE);
}

static gboolean
waits_less (gpointer data)
{
  return test_cards_has_label (data, "The next card comes back in 30 minutes.");
}

static gboolean
is_asking (gpointer data)
{
  return test_cards_is_asking (data);
}

/* What is said of the time until the next card stays true. */
static void
test_wait (TestCards *fixture, gconstpointer scope)
{
  test_record_limits (fixture->library, 0, 200);
  test_record_review (fixture->library, FIRST, STARLING_GRADE_AGAIN,
                      TEST_NOW + 40 * TEST_MINUTE);
  g_assert_true (
      test_cards_has_label (fixture,
                            "The next card comes back in 41 minutes."));
  starling_clock_advance (fixture->clock, 11 * TEST_MINUTE);
  starling_test_run_until (waits_less, fixture);
  gtk_test_accessible_assert_property (
      test_cards_find_class (fixture, "message"), GTK_ACCESSIBLE_PROPERTY_LABEL,
      "The next card comes back in 30 minutes. It shows up here by itself.");
  starling_clock_advance (fixture->clock, 30 * TEST_MINUTE);
  starling_test_run_until (is_asking, fixture);
  test_cards_assert_count (fixture, STARLING_PILE_LEARNING, 1, TRUE);
}

static gboolean
is_edited (gpointer data)
{
  return *(guint *) data > 0;
}

static void
count_cb (guint *n)
{
  ++*n;
}

/* A story is edited while one of its cards is on screen. */
static void
test_edit (gconstpointer data)
{
  gboolean is_told = GPOINTER_TO_INT (data);
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (TEST_NOW, 0);
  g_autoptr (StarlingLibrary) library = NULL;
  TestCards fixture = { 0 };
  guint n_changed = 0;

  test_write_probe (folder, "Old question?", "Old answer.");
  library = test_load_stories (folder, clock);
  test_cards_open (&fixture, library, "my-stories", STARLING_LEVEL_SDE2);
  if (is_told)
    test_cards_click (&fixture, "Show answer");
  g_assert_cmpint (test_cards_has_label (&fixture, "Old question?"), ==,
                   !is_told);
  g_assert_cmpint (test_cards_has_label (&fixture, "Old answer."), ==, is_told);

  g_signal_connect_swapped (library, "scenarios-changed", G_CALLBACK (count_cb),
                            &n_changed);
  test_write_probe (folder, "New question?", "New answer.");
  starling_test_run_until (is_edited, &n_changed);
  g_assert_true (
      test_cards_has_label (&fixture, "New question? · follow-up question"));
  g_assert_false (test_cards_has_label (&fixture, "Old question?"));
  g_assert_false (test_cards_has_label (&fixture, "Old answer."));
  g_assert_cmpint (test_cards_has_label (&fixture, "New question?"), ==,
                   !is_told);
  g_assert_cmpint (test_cards_has_label (&fixture, "New answer."), ==, is_told);
  if (!is_told)
    test_cards_click (&fixture, "Show answer");
  g_assert_true (test_cards_has_label (&fixture, "New answer."));

  g_signal_handlers_disconnect_by_data (library, &n_changed);
  g_clear_object (&library);
  test_cards_tear_down (&fixture, NULL);
}

/* A file that has changed is read anew when a card of it comes up: nobody is
 * told to follow in the middle of going on to it. */
static void
test_changed_file (void)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (TEST_NOW, 0);
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (StarlingSession) session = NULL;
  g_autoptr (StarlingCardsRun) run = NULL;
  guint n_changed = 0, n = 0, n_own = 0;

  test_write_probe (folder, "Old question?", "Old answer.");
  library = starling_library_new (starling_test_get_data_dir (), folder, clock);
  g_assert_true (starling_library_load (library, NULL));
  session = starling_session_new (library);
  starling_session_set_scope (session, "today");
  run = starling_cards_run_new (session);
  g_signal_connect_swapped (run, "changed", G_CALLBACK (count_cb), &n_changed);
  starling_cards_run_follow (run);
  test_write_probe (folder, "New question?", "New answer.");
  while (starling_cards_run_get_card (run) != NULL)
    {
      const StarlingCardView *view = starling_cards_run_get_view (run);

      if (g_str_has_prefix (starling_cards_run_get_card (run), "own-story#"))
        {
          g_assert_cmpstr (view->lens->scenario->question, ==, "New question?");
          n_own++;
        }
      starling_cards_run_show (run);
      g_assert_true (starling_cards_run_grade (run, STARLING_GRADE_EASY));
      g_assert_cmpuint (++n, <, 60);
    }
  g_assert_cmpuint (n, ==, STARLING_DEFAULT_NEW_PER_DAY);
  g_assert_cmpuint (n_own, ==, 1);
  g_assert_cmpuint (n_changed, ==, 0);
  starling_library_flush (library);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  test_cards_add ("/cards-follow/inactive", TEST_STORY, test_inactive);
  test_cards_add ("/cards-follow/alone", "today", test_alone);
  test_cards_add ("/cards-follow/portion", "today", test_portion);
  test_cards_add ("/cards-follow/focus", TEST_STORY, test_focus);
  test_cards_add ("/cards-follow/hidden", TEST_STORY, test_hidden);
  test_cards_add ("/cards-follow/wait", TEST_STORY, test_wait);
  g_test_add_data_func ("/cards-follow/edit/asked", GINT_TO_POINTER (FALSE),
                        test_edit);
  g_test_add_data_func ("/cards-follow/edit/told", GINT_TO_POINTER (TRUE),
                        test_edit);
  g_test_add_func ("/cards-follow/changed-file", test_changed_file);
  return g_test_run ();
}
