/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-page-fixture.h"
#include "support.h"
#include "widgets/badge.h"
#include "widgets/flip.h"
#include "widgets/passage-list.h"
#include "widgets/probe-answers.h"
#include "widgets/weak-answer.h"

#include <string.h>

static const char *const grades[] = { "Again", "Hard", "Good", "Easy" };

/* What Space does: whatever has the focus is activated, and acts at once. */
static void
press_space (TestCards *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_true (gtk_widget_activate (focus));
}

static StarlingLens *
make_lens (TestCards *fixture, const char *scenario, StarlingLevel level)
{
  g_autoptr (StarlingScenario) story
      = starling_library_open_scenario (fixture->library, scenario, NULL);

  return starling_lens_new (starling_library_get_catalogue (fixture->library),
                            story, level, STARLING_AS_TOLD);
}

/* --- */

static void
test_front (TestCards *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  GtkWidget *show = test_cards_button (fixture, "Show answer");

  g_assert_true (test_cards_is_asking (fixture));
  gtk_test_accessible_assert_role (show, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (show,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       test_cards_get_prompt (fixture));
  g_assert_true (gtk_widget_has_focus (show));
  g_assert_true (test_cards_has_label (fixture, lens->scenario->question));
  test_cards_assert_count (fixture, STARLING_PILE_LEARNING, 0, FALSE);
  test_cards_assert_count (fixture, STARLING_PILE_DUE, 0, FALSE);
  g_assert_true (test_cards_has_label (fixture, "0:00"));
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    g_assert_false (test_cards_has_button (fixture, grades[i]));
  g_assert_false (
      gtk_widget_is_sensitive (test_cards_button (fixture, "Undo")));
  g_assert_true (test_cards_has_button (fixture, "Walkthrough"));
  g_assert_true (test_cards_has_button (fixture, "Flashcards"));
  /* nothing of an answer is there to be found, shown or not */
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_PASSAGE_LIST),
                    ==, 0);
  g_assert_false (test_cards_press (fixture, GDK_KEY_3, 0));
  g_assert_false (test_cards_press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (test_cards_is_asking (fixture));
}

static void
test_back_step (TestCards *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  const StarlingLensStep *step = &lens->steps[STARLING_STEP_ACTION];
  GtkWidget *good = test_cards_button (fixture, "Good");
  GtkWidget *list;

  test_cards_go_to (fixture, "The Action, as an SDE 2.");
  test_cards_click (fixture, "Show answer");
  list = starling_test_find (fixture->page, STARLING_TYPE_PASSAGE_LIST, 0);
  g_assert_true (starling_test_is_shown (list, fixture->window));
  g_assert_cmpuint (starling_passage_list_get_n_rows (
                        STARLING_PASSAGE_LIST (list)),
                    ==, step->n_passages);
  for (guint i = 0; i < step->n_passages; i++)
    g_assert_true (
        test_cards_has_label (fixture, step->passages[i].passage->text));
  g_assert_true (test_cards_has_label (fixture, step->coaching));
  g_assert_true (test_cards_has_label (fixture, step->mistake));
  g_assert_true (
      starling_test_is_shown (starling_test_find (fixture->page,
                                                  STARLING_TYPE_BADGE, 0),
                              fixture->window));
  g_assert_false (test_cards_has_button (fixture, "Show answer"));
  g_assert_true (gtk_widget_has_focus (good));
  g_assert_true (gtk_widget_has_css_class (good, "suggested-action"));
  starling_test_run_frames (fixture->page, 2);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      GtkWidget *grade = test_cards_button (fixture, grades[i]);
      graphene_rect_t bounds;

      gtk_test_accessible_assert_role (grade, GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_true (starling_test_is_shown (grade, fixture->window));
      g_assert_true (gtk_widget_compute_bounds (grade, grade, &bounds));
      g_assert_cmpfloat (bounds.size.height, >=, 54);
      g_assert_cmpint (ABS (gtk_widget_get_width (grade)
                            - gtk_widget_get_width (good)),
                       <=, 1);
    }
}

static void
test_back_probe (TestCards *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  const StarlingProbe *probe = g_ptr_array_index (lens->scenario->probes, 0);

  test_cards_go_to (fixture, probe->question);
  g_assert_false (test_cards_has_label (fixture, probe->strong_answer));
  g_assert_false (
      starling_test_is_shown (starling_test_find (fixture->page,
                                                  STARLING_TYPE_BADGE, 0),
                              fixture->window));
  test_cards_click (fixture, "Show answer");
  g_assert_true (test_cards_has_label (fixture, probe->strong_answer));
  g_assert_true (test_cards_has_label (fixture, probe->strong_takeaway));
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_PROBE_ANSWERS),
                    ==, 1);
}

static void
test_back_weak (TestCards *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  g_autofree char *quote = starling_weak_answer_quote (lens->scenario);

  test_cards_go_to (fixture, "Find what disqualifies this answer.");
  g_assert_true (test_cards_has_label (fixture, quote));
  g_assert_false (
      test_cards_has_label (fixture, lens->scenario->weak_flags[0]));
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_WEAK_ANSWER),
                    ==, 0);
  test_cards_click (fixture, "Show answer");
  g_assert_true (test_cards_has_label (fixture, lens->scenario->weak_flags[0]));
  g_assert_true (
      starling_test_is_shown (starling_test_find (fixture->page,
                                                  STARLING_TYPE_WEAK_ANSWER, 0),
                              fixture->window));
  /* the text once, now with its flags */
  g_assert_false (test_cards_has_label (fixture, quote));
}

static void
test_back_angle (TestCards *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  const StarlingAngle *angle = starling_scenario_find_angle (
      lens->scenario,
      starling_test_find_principle (fixture->session, "dive-deep"));

  test_cards_go_to (fixture, "Told for Dive Deep: ");
  g_assert_false (test_cards_has_label (fixture, angle->lead));
  test_cards_click (fixture, "Show answer");
  g_assert_true (test_cards_has_label (fixture, angle->lead));
  g_assert_true (test_cards_has_label (fixture, angle->emphasize));
  g_assert_true (test_cards_has_label (fixture, angle->downplay));
}

/* Space shows, Space means Good, and so on to the end. */
static void
test_space (TestCards *fixture, gconstpointer scope)
{
  GtkWidget *focus = NULL;
  guint n = 0;

  while (test_cards_get_prompt (fixture) != NULL)
    {
      g_autofree char *before = g_strdup (test_cards_get_prompt (fixture));

      g_assert_true (test_cards_is_asking (fixture));
      press_space (fixture);
      g_assert_true (test_cards_has_button (fixture, "Good"));
      g_assert_cmpstr (test_cards_get_prompt (fixture), ==, before);
      press_space (fixture);
      g_assert_cmpuint (++n, <, 60);
    }
  g_assert_cmpuint (n, >=, 20);
  /* whose rhythm goes on does not run into what is offered next */
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_has_css_class (focus, "message"));
  g_assert_false (gtk_widget_activate (focus));
  g_assert_true (gtk_widget_is_sensitive (test_cards_button (fixture, "Undo")));
  g_assert_false (test_cards_has_button (fixture, "Show answer"));
  g_assert_false (test_cards_has_button (fixture, "Good"));
  g_assert_false (test_cards_press (fixture, GDK_KEY_3, 0));
}

/* The interval is the description; the name stays what it is. */
static void
test_intervals (TestCards *fixture, gconstpointer scope)
{
  static const char *const first[] = { "1 min", "6 min", "10 min", "8 days" };

  test_cards_click (fixture, "Show answer");
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      GtkWidget *grade = test_cards_button (fixture, grades[i]);

      gtk_test_accessible_assert_property (grade,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           first[i]);
      g_assert_true (
          starling_test_is_shown (starling_test_find_label (grade, first[i]),
                                  fixture->window));
    }
}

static void
test_counts (TestCards *fixture, gconstpointer scope)
{
  g_autofree char *first = g_strdup (test_cards_get_prompt (fixture));

  /* all new cards of a day */
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 20, TRUE);
  test_cards_answer (fixture, "Again");
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 19, TRUE);
  test_cards_assert_count (fixture, STARLING_PILE_LEARNING, 1, FALSE);
  test_cards_answer (fixture, "Easy");
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 18, TRUE);
  test_cards_assert_count (fixture, STARLING_PILE_LEARNING, 1, FALSE);

  /* when its time has come, it is next */
  starling_clock_advance (fixture->clock, 2 * TEST_MINUTE);
  test_cards_answer (fixture, "Easy");
  g_assert_cmpstr (test_cards_get_prompt (fixture), ==, first);
  test_cards_assert_count (fixture, STARLING_PILE_LEARNING, 1, TRUE);

  test_cards_click (fixture, "Undo");
  test_cards_click (fixture, "Undo");
  test_cards_click (fixture, "Undo");
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 20, TRUE);
  test_cards_assert_count (fixture, STARLING_PILE_LEARNING, 0, FALSE);
  g_assert_cmpstr (test_cards_get_prompt (fixture), ==, first);
  g_assert_false (
      gtk_widget_is_sensitive (test_cards_button (fixture, "Undo")));
}

static void
test_menu (TestCards *fixture, gconstpointer scope)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *toast;
  } cases[] = {
    { GDK_KEY_minus, 0, "Buried until tomorrow." },
    { GDK_KEY_at, 0, "Suspended until you bring it back." },
    { GDK_KEY_n, GDK_CONTROL_MASK | GDK_ALT_MASK,
      "Reset: the card is new again." },
  };
  GtkWidget *menu = starling_test_find (fixture->page, GTK_TYPE_MENU_BUTTON, 0);

  gtk_test_accessible_assert_property (menu, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Card menu");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *before = g_strdup (test_cards_get_prompt (fixture));

      test_cards_click (fixture, "Show answer");
      g_assert_true (
          test_cards_press (fixture, cases[i].key, cases[i].modifiers));
      g_assert_cmpstr (fixture->toast, ==, cases[i].toast);
      g_assert_true (test_cards_is_asking (fixture));
      g_assert_true (
          gtk_widget_has_focus (test_cards_button (fixture, "Show answer")));

      /* the toast takes it back */
      g_assert_true (
          starling_library_undo (fixture->library, fixture->toast_event));
      g_assert_cmpstr (test_cards_get_prompt (fixture), ==, before);
      g_assert_true (test_cards_is_asking (fixture));
      test_cards_assert_count (fixture, STARLING_PILE_NEW, TEST_STORY_N_NEW,
                               TRUE);
      g_assert_false (
          gtk_widget_is_sensitive (test_cards_button (fixture, "Undo")));
    }

  g_assert_true (test_cards_press (fixture, GDK_KEY_o, 0));
  g_assert_cmpstr (fixture->practise, ==,
                   "('scenario:webhook-drops', 'study')");
}

static gboolean
is_said (gpointer data)
{
  return test_cards_has_label (data, "0:24");
}

static gboolean
is_said_later (gpointer data)
{
  return test_cards_has_label (data, "9:59");
}

static void
test_timer (TestCards *fixture, gconstpointer scope)
{
  starling_clock_advance (fixture->clock, 24000);
  starling_test_run_until (is_said, fixture);

  /* nobody looks */
  gtk_widget_set_visible (fixture->page, FALSE);
  starling_test_run_frames (fixture->window, 1);
  starling_clock_advance (fixture->clock, 60000);
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_true (is_said (fixture));

  test_cards_click (fixture, "Show answer");
  g_assert_true (is_said (fixture));
  starling_clock_advance (fixture->clock, 60 * TEST_MINUTE);
  starling_test_run_until (is_said_later, fixture);
  test_cards_click (fixture, "Good");
  g_assert_true (test_cards_has_label (fixture, "0:00"));
}

/* The lens: another text on the same card, told or not. */
static void
test_lens (TestCards *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) sde1
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE1);
  const StarlingLensStep *step = &sde1->steps[STARLING_STEP_ACTION];
  GtkWidget *list;

  test_cards_go_to (fixture, "The Action, as an SDE 2.");
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  g_assert_true (
      g_str_has_prefix (test_cards_get_prompt (fixture),
                        "The Action, as an SDE 2 leading with Dive Deep."));
  g_assert_true (test_cards_is_asking (fixture));

  test_cards_click (fixture, "Show answer");
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  g_assert_true (
      g_str_has_prefix (test_cards_get_prompt (fixture),
                        "The Action, as an SDE 1 leading with Dive Deep."));
  g_assert_true (test_cards_has_button (fixture, "Good"));
  list = starling_test_find (fixture->page, STARLING_TYPE_PASSAGE_LIST, 0);
  g_assert_cmpuint (starling_passage_list_get_n_rows (
                        STARLING_PASSAGE_LIST (list)),
                    ==, step->n_passages);
  g_assert_true (gtk_widget_has_focus (test_cards_button (fixture, "Good")));
}

/* While it is hidden it does not follow; when shown, it does. */
static void
test_scope (TestCards *fixture, gconstpointer scope)
{
  g_autofree char *before = g_strdup (test_cards_get_prompt (fixture));
  g_autoptr (StarlingLens) other
      = make_lens (fixture, "lecture-encoding", STARLING_LEVEL_SDE2);

  gtk_widget_grab_focus (fixture->entry);
  test_cards_click (fixture, "Show answer");
  gtk_widget_grab_focus (fixture->entry);
  starling_session_set_scope (fixture->session, "scenario:lecture-encoding");
  g_assert_true (test_cards_is_asking (fixture));
  g_assert_true (test_cards_has_label (fixture, other->scenario->question));
  /* the focus stays with who chose */
  g_assert_true (gtk_widget_is_ancestor (
      gtk_window_get_focus (GTK_WINDOW (fixture->window)), fixture->entry));

  gtk_widget_set_visible (fixture->page, FALSE);
  starling_test_run_frames (fixture->window, 1);
  starling_session_set_scope (fixture->session, scope);
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_cmpstr (test_cards_get_prompt (fixture), ==, before);
  g_assert_true (test_cards_is_asking (fixture));

  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_null (test_cards_get_prompt (fixture));
  g_assert_true (
      test_cards_has_label (fixture, "You have no stories of your own yet."));
  g_assert_false (test_cards_has_button (fixture, "Show answer"));
}

static gboolean
is_card_shown (gpointer data)
{
  return test_cards_get_prompt (data) != NULL;
}

/* At the end: what is set aside, and what comes tomorrow. */
static void
test_end (TestCards *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;
  guint n_first = 0;

  test_cards_press (fixture, GDK_KEY_at, 0);
  first = g_strdup (test_cards_get_prompt (fixture));
  test_cards_answer (fixture, "Again");
  while (test_cards_get_prompt (fixture) != NULL)
    {
      n_first += strcmp (test_cards_get_prompt (fixture), first) == 0;
      test_cards_answer (fixture, "Easy");
    }
  /* early, rather than later in an empty room */
  g_assert_cmpuint (n_first, ==, 1);

  test_cards_assert_count (fixture, STARLING_PILE_NEW, 0, FALSE);
  g_assert_true (test_cards_has_label (fixture, "Done for today."));
  g_assert_true (
      test_cards_has_label (fixture, "12 cards in less than a minute"));
  g_assert_true (test_cards_has_label (fixture, "1 card is set aside"));
  g_assert_false (test_cards_has_button (fixture, "Show answer"));
  g_assert_false (test_cards_has_button (fixture, "Good"));
  g_assert_true (gtk_widget_has_css_class (
      gtk_window_get_focus (GTK_WINDOW (fixture->window)), "message"));
  test_cards_click (fixture, "Bring it back");
  g_assert_true (test_cards_is_asking (fixture));
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 1, TRUE);
  g_assert_true (
      gtk_widget_has_focus (test_cards_button (fixture, "Show answer")));
  test_cards_answer (fixture, "Easy");
  g_assert_null (test_cards_get_prompt (fixture));
  g_assert_false (test_cards_has_label (fixture, "1 card is set aside"));

  test_cards_click (fixture, "Undo");
  g_assert_true (test_cards_is_asking (fixture));
}

/* A card that is learnt comes back by itself in its time. */
static void
test_comes_back (TestCards *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;

  /* a single new card today */
  test_record_limits (fixture->library, 1, 200);
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 1, TRUE);
  first = g_strdup (test_cards_get_prompt (fixture));
  test_cards_answer (fixture, "Easy");
  g_assert_null (test_cards_get_prompt (fixture));
  g_assert_true (test_cards_has_label (fixture, "Done for today."));
  g_assert_true (
      test_cards_has_label (fixture, "1 card in less than a minute"));
  test_cards_click (fixture, "5 more new cards");
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 5, TRUE);

  /* the next day there is one more */
  while (test_cards_get_prompt (fixture) != NULL)
    test_cards_answer (fixture, "Easy");
  starling_clock_advance (fixture->clock, TEST_DAY);
  starling_test_run_until (is_card_shown, fixture);
  g_assert_true (test_cards_is_asking (fixture));
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 1, TRUE);
}

/* Turning over fades, or does not where animations are off. */
static void
test_motion (TestCards *fixture, gconstpointer scope)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->page);
  StarlingFlip *flip = STARLING_FLIP (
      starling_test_find (fixture->page, STARLING_TYPE_FLIP, 0));

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  starling_test_run_frames (fixture->page, 1);
  test_cards_click (fixture, "Show answer");
  g_assert_true (starling_flip_is_turning (flip));
  test_cards_click (fixture, "Good");
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  starling_test_run_frames (fixture->page, 2);
  flip = STARLING_FLIP (
      starling_test_find (fixture->page, STARLING_TYPE_FLIP, 0));
  test_cards_click (fixture, "Show answer");
  g_assert_false (starling_flip_is_turning (flip));
}

/* At 360 px, and with text twice as large, nothing is wider than the page,
 * the grades stand two by two, and the counts are figures. */
static void
test_narrow (TestCards *fixture, gconstpointer scope)
{
  static const int xft_dpi[] = { 96 * 1024, 2 * 96 * 1024 };
  GtkSettings *settings = gtk_widget_get_settings (fixture->page);

  gtk_widget_set_visible (fixture->entry, FALSE);
  gtk_widget_add_css_class (fixture->window, "narrow");
  for (guint i = 0; i < G_N_ELEMENTS (xft_dpi); i++)
    {
      int least;
      graphene_rect_t again, good;

      g_object_set (settings, "gtk-xft-dpi", xft_dpi[i], NULL);
      starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
      for (guint n = 0; n < 8; n++)
        {
          g_test_message ("%d: %s", xft_dpi[i] / 1024,
                          test_cards_get_prompt (fixture));
          gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1,
                              &least, NULL, NULL, NULL);
          g_assert_cmpint (least, <=, 360);
          test_cards_click (fixture, "Show answer");
          gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1,
                              &least, NULL, NULL, NULL);
          g_assert_cmpint (least, <=, 360);
          if (n < 7)
            test_cards_click (fixture, "Easy");
        }
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
      starling_test_run_frames (fixture->page, 3);
      g_assert_true (
          gtk_widget_compute_bounds (test_cards_button (fixture, "Again"),
                                     fixture->page, &again));
      g_assert_true (
          gtk_widget_compute_bounds (test_cards_button (fixture, "Good"),
                                     fixture->page, &good));
      g_assert_cmpfloat (good.origin.y, >, again.origin.y);
      test_cards_click (fixture, "Easy");
    }
  g_object_set (settings, "gtk-xft-dpi", xft_dpi[0], NULL);
}

/* An answer that would begin far down comes up by itself. */
static void
test_scroll (TestCards *fixture, gconstpointer scope)
{
  GtkWidget *scroller
      = starling_test_find (fixture->page, GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkWidget *flip = starling_test_find (fixture->page, STARLING_TYPE_FLIP, 0);
  GtkAdjustment *adjustment = test_cards_get_adjustment (fixture);
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 420);
  test_cards_click (fixture, "Show answer");
  starling_test_run_frames (fixture->page, 4);
  g_assert_true (gtk_widget_compute_bounds (flip, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (scroller) / 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  test_cards_click (fixture, "Good");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  test_cards_add ("/cards-page/front", TEST_STORY, test_front);
  test_cards_add ("/cards-page/back/step", TEST_STORY, test_back_step);
  test_cards_add ("/cards-page/back/probe", TEST_STORY, test_back_probe);
  test_cards_add ("/cards-page/back/weak", TEST_STORY, test_back_weak);
  test_cards_add ("/cards-page/back/angle", TEST_STORY, test_back_angle);
  test_cards_add ("/cards-page/space", TEST_STORY, test_space);
  test_cards_add ("/cards-page/intervals", TEST_STORY, test_intervals);
  test_cards_add ("/cards-page/counts", "today", test_counts);
  test_cards_add ("/cards-page/menu", TEST_STORY, test_menu);
  test_cards_add ("/cards-page/timer", TEST_STORY, test_timer);
  test_cards_add ("/cards-page/lens", TEST_STORY, test_lens);
  test_cards_add ("/cards-page/scope", TEST_STORY, test_scope);
  test_cards_add ("/cards-page/end", TEST_STORY, test_end);
  test_cards_add ("/cards-page/comes-back", TEST_STORY, test_comes_back);
  test_cards_add ("/cards-page/motion", TEST_STORY, test_motion);
  test_cards_add ("/cards-page/scroll", TEST_STORY, test_scroll);
  test_cards_add ("/cards-page/narrow", "today", test_narrow);
  return g_test_run ();
}
