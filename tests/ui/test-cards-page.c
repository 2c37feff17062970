/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards-page.h"
#include "pages/cards-words.h"
#include "support.h"
#include "widgets/badge.h"
#include "widgets/flip.h"
#include "widgets/passage-list.h"
#include "widgets/pile-count.h"
#include "widgets/probe-answers.h"
#include "widgets/weak-answer.h"

#include <string.h>

#define STORY "scenario:webhook-drops"
#define N_NEW 13 /* its cards at SDE 2 */
#define MINUTE G_GINT64_CONSTANT (60000)
#define DAY (1440 * MINUTE)

typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  StarlingClock *clock;
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *window;
  char *toast;
  char *toast_event;
  char *practise;
} Fixture;

static const char *const grades[] = { "Again", "Hard", "Good", "Easy" };

static void
toast_cb (Fixture *fixture, const char *message, const char *event_id)
{
  g_free (fixture->toast);
  g_free (fixture->toast_event);
  fixture->toast = g_strdup (message);
  fixture->toast_event = g_strdup (event_id);
}

static void
practise_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  Fixture *fixture = data;

  g_free (fixture->practise);
  fixture->practise = g_variant_print (target, FALSE);
}

/* Stands in for the window of the application. */
static void
add_actions (Fixture *fixture, GtkWidget *widget)
{
  const GActionEntry entries[] = { { "practise", practise_cb, "(ss)" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), fixture);
  gtk_widget_insert_action_group (widget, "win", G_ACTION_GROUP (group));
}

static void
set_up (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->session = starling_test_session_new ();
  fixture->library = starling_session_get_library (fixture->session);
  fixture->clock = starling_library_get_clock (fixture->library);
  g_signal_connect_swapped (fixture->session, "toast", G_CALLBACK (toast_cb),
                            fixture);
  starling_session_set_scope (fixture->session, scope);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE2);
  fixture->page = starling_cards_page_new (fixture->session);
  g_object_ref_sink (fixture->page);
  fixture->entry = gtk_entry_new ();
  gtk_widget_set_vexpand (fixture->page, TRUE);
  gtk_box_append (GTK_BOX (box), fixture->page);
  gtk_box_append (GTK_BOX (box), fixture->entry);
  add_actions (fixture, box);
  fixture->window = starling_test_present (box, 816, 630);
  gtk_widget_grab_focus (fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer scope)
{
  starling_library_flush (fixture->library);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->page);
  starling_test_drop_session (fixture->session);
  g_free (fixture->toast);
  g_free (fixture->toast_event);
  g_free (fixture->practise);
}

static GtkWidget *
button (Fixture *fixture, const char *name)
{
  GtkWidget *found
      = starling_test_find_named (fixture->page, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (found);
  return found;
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
click (Fixture *fixture, const char *name)
{
  GtkWidget *widget = button (fixture, name);

  g_assert_true (starling_test_is_shown (widget, fixture->window));
  g_assert_true (gtk_widget_is_sensitive (widget));
  g_signal_emit_by_name (widget, "clicked");
}

/* What Space does: whatever has the focus is activated, and acts at once. */
static void
press_space (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (focus);
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_true (gtk_widget_activate (focus));
}

static gboolean
press (Fixture *fixture, guint key, GdkModifierType modifiers)
{
  return starling_test_press (fixture->page, key, modifiers);
}

static void
assert_count (Fixture *fixture, StarlingPile pile, guint n, gboolean current)
{
  GtkWidget *count
      = starling_test_find (fixture->page, STARLING_TYPE_PILE_COUNT, pile);
  g_autofree char *name = starling_cards_words_count (pile, n);

  gtk_test_accessible_assert_property (count, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
  gtk_test_accessible_assert_property (count,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       current ? "current" : "");
  g_assert_cmpint (gtk_widget_has_css_class (count, "current"), ==, current);
}

static const char *
prompt (Fixture *fixture)
{
  for (guint i = 0;; i++)
    {
      GtkWidget *label = starling_test_find (fixture->page, GTK_TYPE_LABEL, i);

      g_assert_nonnull (label);
      if (gtk_widget_has_css_class (label, "prompt"))
        return starling_test_is_shown (label, fixture->window)
                   ? gtk_label_get_text (GTK_LABEL (label))
                   : NULL;
    }
}

static gboolean
is_asking (Fixture *fixture)
{
  return prompt (fixture) != NULL && is_button_shown (fixture, "Show answer");
}

static void
answer (Fixture *fixture, const char *grade)
{
  click (fixture, "Show answer");
  click (fixture, grade);
}

static StarlingLens *
make_lens (Fixture *fixture, const char *scenario, StarlingLevel level)
{
  g_autoptr (StarlingScenario) story
      = starling_library_open_scenario (fixture->library, scenario, NULL);

  return starling_lens_new (starling_library_get_catalogue (fixture->library),
                            story, level, STARLING_AS_TOLD);
}

/* Buries cards until one of that kind is on screen: a step that is asked for
 * by its name, or something whose prompt ends in @words. */
static void
go_to (Fixture *fixture, const char *words)
{
  while (strstr (prompt (fixture), words) == NULL)
    {
      g_assert_true (press (fixture, GDK_KEY_minus, 0));
      g_assert_true (is_asking (fixture));
    }
}

/* --- */

static void
test_front (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  GtkWidget *show = button (fixture, "Show answer");

  g_assert_true (is_asking (fixture));
  gtk_test_accessible_assert_role (show, GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_property (show,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       prompt (fixture));
  g_assert_true (gtk_widget_has_focus (show));
  g_assert_true (is_label_shown (fixture, lens->scenario->question));
  assert_count (fixture, STARLING_PILE_LEARNING, 0, FALSE);
  assert_count (fixture, STARLING_PILE_DUE, 0, FALSE);
  g_assert_true (is_label_shown (fixture, "0:00"));
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    g_assert_false (is_button_shown (fixture, grades[i]));
  g_assert_false (gtk_widget_is_sensitive (button (fixture, "Undo")));
  g_assert_true (is_button_shown (fixture, "Walkthrough"));
  g_assert_true (is_button_shown (fixture, "Flashcards"));
  /* nothing of an answer is there to be found, shown or not */
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_PASSAGE_LIST),
                    ==, 0);
  g_assert_false (press (fixture, GDK_KEY_3, 0));
  g_assert_false (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_true (is_asking (fixture));
}

static void
test_back_step (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  const StarlingLensStep *step = &lens->steps[STARLING_STEP_ACTION];
  GtkWidget *good = button (fixture, "Good");
  GtkWidget *list;

  go_to (fixture, "The Action, as an SDE 2.");
  click (fixture, "Show answer");
  list = starling_test_find (fixture->page, STARLING_TYPE_PASSAGE_LIST, 0);
  g_assert_true (starling_test_is_shown (list, fixture->window));
  g_assert_cmpuint (starling_passage_list_get_n_rows (
                        STARLING_PASSAGE_LIST (list)),
                    ==, step->n_passages);
  for (guint i = 0; i < step->n_passages; i++)
    g_assert_true (is_label_shown (fixture, step->passages[i].passage->text));
  g_assert_true (is_label_shown (fixture, step->coaching));
  g_assert_true (is_label_shown (fixture, step->mistake));
  g_assert_true (
      starling_test_is_shown (starling_test_find (fixture->page,
                                                  STARLING_TYPE_BADGE, 0),
                              fixture->window));
  g_assert_false (is_button_shown (fixture, "Show answer"));
  g_assert_true (gtk_widget_has_focus (good));
  g_assert_true (gtk_widget_has_css_class (good, "suggested-action"));
  starling_test_run_frames (fixture->page, 2);
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      GtkWidget *grade = button (fixture, grades[i]);
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
test_back_probe (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  const StarlingProbe *probe = g_ptr_array_index (lens->scenario->probes, 0);

  go_to (fixture, probe->question);
  g_assert_false (is_label_shown (fixture, probe->strong_answer));
  g_assert_false (
      starling_test_is_shown (starling_test_find (fixture->page,
                                                  STARLING_TYPE_BADGE, 0),
                              fixture->window));
  click (fixture, "Show answer");
  g_assert_true (is_label_shown (fixture, probe->strong_answer));
  g_assert_true (is_label_shown (fixture, probe->strong_takeaway));
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_PROBE_ANSWERS),
                    ==, 1);
}

static void
test_back_weak (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  g_autofree char *quote = starling_weak_answer_quote (lens->scenario);

  go_to (fixture, "Find what disqualifies this answer.");
  g_assert_true (is_label_shown (fixture, quote));
  g_assert_false (is_label_shown (fixture, lens->scenario->weak_flags[0]));
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_WEAK_ANSWER),
                    ==, 0);
  click (fixture, "Show answer");
  g_assert_true (is_label_shown (fixture, lens->scenario->weak_flags[0]));
  g_assert_true (
      starling_test_is_shown (starling_test_find (fixture->page,
                                                  STARLING_TYPE_WEAK_ANSWER, 0),
                              fixture->window));
  /* the text once, now with its flags */
  g_assert_false (is_label_shown (fixture, quote));
}

static void
test_back_angle (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) lens
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE2);
  const StarlingAngle *angle = starling_scenario_find_angle (
      lens->scenario,
      starling_test_find_principle (fixture->session, "dive-deep"));

  go_to (fixture, "Told for Dive Deep: ");
  g_assert_false (is_label_shown (fixture, angle->lead));
  click (fixture, "Show answer");
  g_assert_true (is_label_shown (fixture, angle->lead));
  g_assert_true (is_label_shown (fixture, angle->emphasize));
  g_assert_true (is_label_shown (fixture, angle->downplay));
}

/* Space shows, Space means Good, and so on to the end. */
static void
test_space (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *focus = NULL;
  guint n = 0;

  while (prompt (fixture) != NULL)
    {
      g_autofree char *before = g_strdup (prompt (fixture));

      g_assert_true (is_asking (fixture));
      press_space (fixture);
      g_assert_true (is_button_shown (fixture, "Good"));
      g_assert_cmpstr (prompt (fixture), ==, before);
      press_space (fixture);
      g_assert_cmpuint (++n, <, 60);
    }
  g_assert_cmpuint (n, >=, 20);
  /* whose rhythm goes on does not run into what is offered next */
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_has_css_class (focus, "message"));
  g_assert_false (gtk_widget_activate (focus));
  g_assert_true (gtk_widget_is_sensitive (button (fixture, "Undo")));
  g_assert_false (is_button_shown (fixture, "Show answer"));
  g_assert_false (is_button_shown (fixture, "Good"));
  g_assert_false (press (fixture, GDK_KEY_3, 0));
}

/* Digits grade what is shown; they are left to whoever writes. */
static void
test_digits (Fixture *fixture, gconstpointer scope)
{
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      g_autofree char *before = g_strdup (prompt (fixture));

      click (fixture, "Show answer");
      gtk_widget_grab_focus (fixture->entry);
      g_assert_false (press (fixture, GDK_KEY_1 + i, 0));
      gtk_widget_grab_focus (fixture->page);
      g_assert_true (
          press (fixture, (i % 2 == 0 ? GDK_KEY_1 : GDK_KEY_KP_1) + i, 0));
      g_assert_cmpstr (prompt (fixture), !=, before);
      g_assert_true (is_asking (fixture));
      g_assert_true (gtk_widget_has_focus (button (fixture, "Show answer")));
      g_assert_false (press (fixture, GDK_KEY_1 + i, 0));
    }

  /* the same one after the other */
  for (guint i = G_N_ELEMENTS (grades); i > 0; i--)
    {
      g_assert_true (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
      g_assert_true (is_asking (fixture));
    }
  g_assert_false (press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
}

/* The interval is the description; the name stays what it is. */
static void
test_intervals (Fixture *fixture, gconstpointer scope)
{
  static const char *const first[] = { "1 min", "6 min", "10 min", "8 days" };

  click (fixture, "Show answer");
  for (guint i = 0; i < G_N_ELEMENTS (grades); i++)
    {
      GtkWidget *grade = button (fixture, grades[i]);

      gtk_test_accessible_assert_property (grade,
                                           GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                           first[i]);
      g_assert_true (
          starling_test_is_shown (starling_test_find_label (grade, first[i]),
                                  fixture->window));
    }
}

static void
test_counts (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *first = g_strdup (prompt (fixture));

  /* all new cards of a day */
  assert_count (fixture, STARLING_PILE_NEW, 20, TRUE);
  answer (fixture, "Again");
  assert_count (fixture, STARLING_PILE_NEW, 19, TRUE);
  assert_count (fixture, STARLING_PILE_LEARNING, 1, FALSE);
  answer (fixture, "Easy");
  assert_count (fixture, STARLING_PILE_NEW, 18, TRUE);
  assert_count (fixture, STARLING_PILE_LEARNING, 1, FALSE);

  /* when its time has come, it is next */
  starling_clock_advance (fixture->clock, 2 * MINUTE);
  answer (fixture, "Easy");
  g_assert_cmpstr (prompt (fixture), ==, first);
  assert_count (fixture, STARLING_PILE_LEARNING, 1, TRUE);

  click (fixture, "Undo");
  click (fixture, "Undo");
  click (fixture, "Undo");
  assert_count (fixture, STARLING_PILE_NEW, 20, TRUE);
  assert_count (fixture, STARLING_PILE_LEARNING, 0, FALSE);
  g_assert_cmpstr (prompt (fixture), ==, first);
  g_assert_false (gtk_widget_is_sensitive (button (fixture, "Undo")));
}

static void
test_menu (Fixture *fixture, gconstpointer scope)
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
      g_autofree char *before = g_strdup (prompt (fixture));

      click (fixture, "Show answer");
      g_assert_true (press (fixture, cases[i].key, cases[i].modifiers));
      g_assert_cmpstr (fixture->toast, ==, cases[i].toast);
      g_assert_true (is_asking (fixture));
      g_assert_true (gtk_widget_has_focus (button (fixture, "Show answer")));

      /* the toast takes it back */
      g_assert_true (
          starling_library_undo (fixture->library, fixture->toast_event));
      g_assert_cmpstr (prompt (fixture), ==, before);
      g_assert_true (is_asking (fixture));
      assert_count (fixture, STARLING_PILE_NEW, N_NEW, TRUE);
      g_assert_false (gtk_widget_is_sensitive (button (fixture, "Undo")));
    }

  g_assert_true (press (fixture, GDK_KEY_o, 0));
  g_assert_cmpstr (fixture->practise, ==,
                   "('scenario:webhook-drops', 'study')");
}

static gboolean
is_said (gpointer data)
{
  return is_label_shown (data, "0:24");
}

static gboolean
is_said_later (gpointer data)
{
  return is_label_shown (data, "9:59");
}

static void
test_timer (Fixture *fixture, gconstpointer scope)
{
  starling_clock_advance (fixture->clock, 24000);
  starling_test_run_until (is_said, fixture);

  /* nobody looks */
  gtk_widget_set_visible (fixture->page, FALSE);
  starling_test_run_frames (fixture->window, 1);
  starling_clock_advance (fixture->clock, 60000);
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_true (is_said (fixture));

  click (fixture, "Show answer");
  g_assert_true (is_said (fixture));
  starling_clock_advance (fixture->clock, 60 * MINUTE);
  starling_test_run_until (is_said_later, fixture);
  click (fixture, "Good");
  g_assert_true (is_label_shown (fixture, "0:00"));
}

/* The lens: another text on the same card, told or not. */
static void
test_lens (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (StarlingLens) sde1
      = make_lens (fixture, "webhook-drops", STARLING_LEVEL_SDE1);
  const StarlingLensStep *step = &sde1->steps[STARLING_STEP_ACTION];
  GtkWidget *list;

  go_to (fixture, "The Action, as an SDE 2.");
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  g_assert_true (
      g_str_has_prefix (prompt (fixture),
                        "The Action, as an SDE 2 leading with Dive Deep."));
  g_assert_true (is_asking (fixture));

  click (fixture, "Show answer");
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  g_assert_true (
      g_str_has_prefix (prompt (fixture),
                        "The Action, as an SDE 1 leading with Dive Deep."));
  g_assert_true (is_button_shown (fixture, "Good"));
  list = starling_test_find (fixture->page, STARLING_TYPE_PASSAGE_LIST, 0);
  g_assert_cmpuint (starling_passage_list_get_n_rows (
                        STARLING_PASSAGE_LIST (list)),
                    ==, step->n_passages);
  g_assert_true (gtk_widget_has_focus (button (fixture, "Good")));
}

/* While it is hidden it does not follow; when shown, it does. */
static void
test_scope (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *before = g_strdup (prompt (fixture));
  g_autoptr (StarlingLens) other
      = make_lens (fixture, "lecture-encoding", STARLING_LEVEL_SDE2);

  gtk_widget_grab_focus (fixture->entry);
  click (fixture, "Show answer");
  gtk_widget_grab_focus (fixture->entry);
  starling_session_set_scope (fixture->session, "scenario:lecture-encoding");
  g_assert_true (is_asking (fixture));
  g_assert_true (is_label_shown (fixture, other->scenario->question));
  /* the focus stays with who chose */
  g_assert_true (gtk_widget_is_ancestor (
      gtk_window_get_focus (GTK_WINDOW (fixture->window)), fixture->entry));

  gtk_widget_set_visible (fixture->page, FALSE);
  starling_test_run_frames (fixture->window, 1);
  starling_session_set_scope (fixture->session, scope);
  gtk_widget_set_visible (fixture->page, TRUE);
  g_assert_cmpstr (prompt (fixture), ==, before);
  g_assert_true (is_asking (fixture));

  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_null (prompt (fixture));
  g_assert_true (
      is_label_shown (fixture, "You have no stories of your own yet."));
  g_assert_false (is_button_shown (fixture, "Show answer"));
}

static gboolean
is_card_shown (gpointer data)
{
  return prompt (data) != NULL;
}

/* At the end: what is set aside, and what comes tomorrow. */
static void
test_end (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;
  guint n_first = 0;

  press (fixture, GDK_KEY_at, 0);
  first = g_strdup (prompt (fixture));
  answer (fixture, "Again");
  while (prompt (fixture) != NULL)
    {
      n_first += strcmp (prompt (fixture), first) == 0;
      answer (fixture, "Easy");
    }
  /* early, rather than later in an empty room */
  g_assert_cmpuint (n_first, ==, 1);

  assert_count (fixture, STARLING_PILE_NEW, 0, FALSE);
  g_assert_true (is_label_shown (fixture, "Done for today."));
  g_assert_true (is_label_shown (fixture, "12 cards in less than a minute"));
  g_assert_true (is_label_shown (fixture, "1 card is set aside"));
  g_assert_false (is_button_shown (fixture, "Show answer"));
  g_assert_false (is_button_shown (fixture, "Good"));
  g_assert_true (gtk_widget_has_css_class (
      gtk_window_get_focus (GTK_WINDOW (fixture->window)), "message"));
  click (fixture, "Bring it back");
  g_assert_true (is_asking (fixture));
  assert_count (fixture, STARLING_PILE_NEW, 1, TRUE);
  g_assert_true (gtk_widget_has_focus (button (fixture, "Show answer")));
  answer (fixture, "Easy");
  g_assert_null (prompt (fixture));
  g_assert_false (is_label_shown (fixture, "1 card is set aside"));

  click (fixture, "Undo");
  g_assert_true (is_asking (fixture));
}

/* A card that is learnt comes back by itself in its time. */
static void
test_comes_back (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *first = NULL;
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_SETTINGS);

  /* a single new card today */
  event->has_new_per_day = TRUE;
  event->new_per_day = 1;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
  assert_count (fixture, STARLING_PILE_NEW, 1, TRUE);
  first = g_strdup (prompt (fixture));
  answer (fixture, "Easy");
  g_assert_null (prompt (fixture));
  g_assert_true (is_label_shown (fixture, "Done for today."));
  g_assert_true (is_label_shown (fixture, "1 card in less than a minute"));
  click (fixture, "5 more new cards");
  assert_count (fixture, STARLING_PILE_NEW, 5, TRUE);

  /* the next day there is one more */
  while (prompt (fixture) != NULL)
    answer (fixture, "Easy");
  starling_clock_advance (fixture->clock, DAY);
  starling_test_run_until (is_card_shown, fixture);
  g_assert_true (is_asking (fixture));
  assert_count (fixture, STARLING_PILE_NEW, 1, TRUE);
}

/* Turning over fades, or does not where animations are off. */
static void
test_motion (Fixture *fixture, gconstpointer scope)
{
  GtkSettings *settings = gtk_widget_get_settings (fixture->page);
  StarlingFlip *flip = STARLING_FLIP (
      starling_test_find (fixture->page, STARLING_TYPE_FLIP, 0));

  g_object_set (settings, "gtk-enable-animations", TRUE, NULL);
  starling_test_run_frames (fixture->page, 1);
  click (fixture, "Show answer");
  g_assert_true (starling_flip_is_turning (flip));
  click (fixture, "Good");
  g_object_set (settings, "gtk-enable-animations", FALSE, NULL);
  starling_test_run_frames (fixture->page, 2);
  flip = STARLING_FLIP (
      starling_test_find (fixture->page, STARLING_TYPE_FLIP, 0));
  click (fixture, "Show answer");
  g_assert_false (starling_flip_is_turning (flip));
}

/* At 360 px, and with text twice as large, nothing is wider than the page,
 * the grades stand two by two, and the counts are figures. */
static void
test_narrow (Fixture *fixture, gconstpointer scope)
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
          g_test_message ("%d: %s", xft_dpi[i] / 1024, prompt (fixture));
          gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1,
                              &least, NULL, NULL, NULL);
          g_assert_cmpint (least, <=, 360);
          click (fixture, "Show answer");
          gtk_widget_measure (fixture->page, GTK_ORIENTATION_HORIZONTAL, -1,
                              &least, NULL, NULL, NULL);
          g_assert_cmpint (least, <=, 360);
          if (n < 7)
            click (fixture, "Easy");
        }
      gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
      starling_test_run_frames (fixture->page, 3);
      g_assert_true (gtk_widget_compute_bounds (button (fixture, "Again"),
                                                fixture->page, &again));
      g_assert_true (gtk_widget_compute_bounds (button (fixture, "Good"),
                                                fixture->page, &good));
      g_assert_cmpfloat (good.origin.y, >, again.origin.y);
      click (fixture, "Easy");
    }
  g_object_set (settings, "gtk-xft-dpi", xft_dpi[0], NULL);
}

static gboolean
is_scrolled_far (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment)
         > gtk_adjustment_get_page_size (adjustment);
}

/* An answer that would begin far down comes up by itself, then by keys. */
static void
test_scroll (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *scroller
      = starling_test_find (fixture->page, GTK_TYPE_SCROLLED_WINDOW, 0);
  GtkWidget *flip = starling_test_find (fixture->page, STARLING_TYPE_FLIP, 0);
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  graphene_rect_t bounds;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 420);
  click (fixture, "Show answer");
  starling_test_run_frames (fixture->page, 4);
  g_assert_true (gtk_widget_compute_bounds (flip, scroller, &bounds));
  g_assert_cmpfloat (bounds.origin.y, <, gtk_widget_get_height (scroller) / 2);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 0);
  g_assert_true (press (fixture, GDK_KEY_Page_Down, 0));
  starling_test_run_until (is_scrolled_far, adjustment);
  g_assert_true (press (fixture, GDK_KEY_Page_Up, 0));
  g_assert_true (gtk_widget_has_focus (button (fixture, "Good")));
  click (fixture, "Good");
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
}

static void
add (const char *path,
     const char *scope,
     void (*test) (Fixture *fixture, gconstpointer scope))
{
  g_test_add (path, Fixture, scope, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  add ("/cards-page/front", STORY, test_front);
  add ("/cards-page/back/step", STORY, test_back_step);
  add ("/cards-page/back/probe", STORY, test_back_probe);
  add ("/cards-page/back/weak", STORY, test_back_weak);
  add ("/cards-page/back/angle", STORY, test_back_angle);
  add ("/cards-page/space", STORY, test_space);
  add ("/cards-page/digits", STORY, test_digits);
  add ("/cards-page/intervals", STORY, test_intervals);
  add ("/cards-page/counts", "today", test_counts);
  add ("/cards-page/menu", STORY, test_menu);
  add ("/cards-page/timer", STORY, test_timer);
  add ("/cards-page/lens", STORY, test_lens);
  add ("/cards-page/scope", STORY, test_scope);
  add ("/cards-page/end", STORY, test_end);
  add ("/cards-page/comes-back", STORY, test_comes_back);
  add ("/cards-page/motion", STORY, test_motion);
  add ("/cards-page/scroll", STORY, test_scroll);
  add ("/cards-page/narrow", "today", test_narrow);
  return g_test_run ();
}
