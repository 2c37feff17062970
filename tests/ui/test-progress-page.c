/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/page.h"

#include "pages/progress/bank.h"
#include "pages/progress/copy-button.h"
#include "pages/progress/matrix.h"
#include "pages/progress/plot-card.h"
#include "plots.h"
#include "progress-fixture.h"
#include "support.h"
#include "widgets/chart.h"
#include "widgets/day-grid.h"

#include <string.h>

typedef struct
{
  StarlingSession *session;
  GtkWidget *page;
  GtkWidget *window;
  GString *fired; /* actions with their targets */
} Fixture;

static void
fired_cb (GSimpleAction *action, GVariant *target, gpointer user_data)
{
  Fixture *f = user_data;
  g_autofree char *text
      = target != NULL ? g_variant_print (target, FALSE) : g_strdup ("");

  g_string_append_printf (f->fired, "%s %s;",
                          g_action_get_name (G_ACTION (action)), text);
}

static void
add_actions (Fixture *f)
{
  const GActionEntry entries[] = {
    { "practise", fired_cb, "(ss)", NULL, NULL },
    { "level", fired_cb, "s", "'sde2'", NULL },
    { "show-progress", fired_cb, NULL, NULL, NULL },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), f);
  gtk_widget_insert_action_group (f->window, "win", G_ACTION_GROUP (group));
}

static void
set_up_with (Fixture *f, StarlingSession *session, int width)
{
  f->session = session;
  f->fired = g_string_new (NULL);
  f->page = starling_progress_page_new (session);
  f->window = starling_test_present (f->page, width, 720);
  add_actions (f);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  set_up_with (f, starling_test_progress_session_new (), 1100);
}

static void
set_up_empty (Fixture *f, gconstpointer data)
{
  set_up_with (f, starling_test_session_new (), 1100);
}

static void
set_up_narrow (Fixture *f, gconstpointer data)
{
  set_up_with (f, starling_test_progress_session_new (), 360);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  starling_library_flush (starling_session_get_library (f->session));
  g_object_add_weak_pointer (G_OBJECT (f->page), (gpointer *) &f->page);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (f->page);
  g_assert_finalize_object (f->session);
  g_string_free (f->fired, TRUE);
}

static StarlingProgressMatrix *
get_matrix (Fixture *f)
{
  return STARLING_PROGRESS_MATRIX (
      starling_test_find (f->page, STARLING_TYPE_PROGRESS_MATRIX, 0));
}

static GtkWidget *
get_cell (Fixture *f, const char *principle, StarlingLevel level)
{
  return starling_progress_matrix_get_cell (
      get_matrix (f),
      (guint) starling_test_find_principle (f->session, principle), level);
}

/* To the digit what was worked out by hand. */
static void
test_cells (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *principle;
    StarlingLevel level;
    const char *name;
  } cases[] = {
    { "ownership", STARLING_LEVEL_SDE1,
      "Ownership, SDE 1: not started, 2 stories" },
    { "ownership", STARLING_LEVEL_SDE2,
      "Ownership, SDE 2: 1 of 2 stories rehearsed, mastery 46%, 67% of 3 "
      "answers right" },
    { "ownership", STARLING_LEVEL_SENIOR,
      "Ownership, Senior SDE: 1 of 2 stories rehearsed, mastery 13%, no "
      "questions answered" },
    { "frugality", STARLING_LEVEL_SDE2,
      "Frugality, SDE 2: 0 of 1 story rehearsed, mastery 100%, no questions "
      "answered. Look here first" },
    { "dive-deep", STARLING_LEVEL_SDE2,
      "Dive Deep, SDE 2: not started, 1 story" },
    { "think-big", STARLING_LEVEL_SDE2, "Think Big, SDE 2: no stories" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *cell = get_cell (f, cases[i].principle, cases[i].level);

      gtk_test_accessible_assert_role (cell, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (cell, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           cases[i].name);
      g_assert_cmpstr (gtk_widget_get_tooltip_text (cell), ==, cases[i].name);
    }
  g_assert_true (
      gtk_widget_has_css_class (get_cell (f, "frugality", STARLING_LEVEL_SDE2),
                                "first"));
  g_assert_true (
      gtk_widget_has_css_class (get_cell (f, "ownership", STARLING_LEVEL_SDE1),
                                "open"));
  g_assert_nonnull (
      starling_test_find_label (f->page,
                                "4 of 48 begun · next: Frugality, SDE 2"));
}

/* What a cell paints is what it says. */
static void
test_painting (Fixture *f, gconstpointer data)
{
  GtkWidget *cell = gtk_button_get_child (
      GTK_BUTTON (get_cell (f, "ownership", STARLING_LEVEL_SDE2)));
  g_auto (StarlingTestPainting) painting = { 0 };
  g_autofree char *text = NULL;
  int width;
  GdkRectangle foot;

  starling_test_run_frames (f->window, 2);
  width = gtk_widget_get_width (cell);
  foot = (GdkRectangle){ 0, gtk_widget_get_height (cell) - 3, width, 1 };
  starling_test_painting_init (&painting, cell);
  text = starling_test_painting_read (&painting);
  g_assert_nonnull (strstr (text, "46%"));
  g_assert_nonnull (strstr (text, "67%"));
  g_assert_cmpint (ABS ((int) starling_test_painting_count (&painting,
                                                            "starling_accent",
                                                            &foot)
                        - width * 46 / 100),
                   <=, 1);
}

/* Nothing was begun: where there are stories, that shows in a shape too. */
static void
test_open_painting (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *principle, *text;
    gboolean outlined;
  } cases[] = {
    { "dive-deep", "Not started", TRUE },
    { "think-big", "No stories", FALSE },
  };

  starling_test_run_frames (f->window, 2);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *cell = gtk_button_get_child (
          GTK_BUTTON (get_cell (f, cases[i].principle, STARLING_LEVEL_SDE2)));
      g_auto (StarlingTestPainting) painting = { 0 };
      const GdkRectangle top = { 0, 0, gtk_widget_get_width (cell), 1 };

      starling_test_painting_init (&painting, cell);
      g_assert_true (
          starling_test_painting_find (&painting, cases[i].text, NULL, NULL));
      g_assert_cmpint (starling_test_painting_count (&painting, "starling_edge",
                                                     &top)
                           > 20,
                       ==, cases[i].outlined);
    }
}

/* A widget without a role is named by its class. */
static void
assert_no_class_names (GtkWidget *widget)
{
  g_test_message ("%s", G_OBJECT_TYPE_NAME (widget));
  if (g_str_has_prefix (G_OBJECT_TYPE_NAME (widget), "Starling"))
    g_assert_cmpint (gtk_accessible_get_accessible_role (
                         GTK_ACCESSIBLE (widget)),
                     !=, GTK_ACCESSIBLE_ROLE_WIDGET);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_no_class_names (child);
}

static void
test_roles (Fixture *f, gconstpointer data)
{
  assert_no_class_names (f->page);
}

static void
assert_focus (Fixture *f, const char *principle, StarlingLevel level)
{
  GtkWidget *cell = get_cell (f, principle, level);

  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) == cell);
  g_assert_true (gtk_widget_get_focusable (cell));
}

static void
press (Fixture *f, guint key)
{
  g_assert_true (starling_test_send_key (GTK_WIDGET (get_matrix (f)),
                                         GTK_PHASE_CAPTURE, key, 0));
}

/* One cell can be reached by Tab, the others by arrows. */
static void
test_keys (Fixture *f, gconstpointer data)
{
  guint n = 0;

  gtk_widget_grab_focus (f->page);
  assert_focus (f, "frugality", STARLING_LEVEL_SDE2);
  press (f, GDK_KEY_Right);
  assert_focus (f, "frugality", STARLING_LEVEL_SENIOR);
  press (f, GDK_KEY_Right); /* the edge */
  assert_focus (f, "frugality", STARLING_LEVEL_SENIOR);
  press (f, GDK_KEY_Up);
  assert_focus (f, "bias-for-action", STARLING_LEVEL_SENIOR);
  press (f, GDK_KEY_Home);
  assert_focus (f, "customer-obsession", STARLING_LEVEL_SENIOR);
  press (f, GDK_KEY_Down);
  press (f, GDK_KEY_Left);
  press (f, GDK_KEY_Left);
  assert_focus (f, "ownership", STARLING_LEVEL_SDE1);
  for (guint i = 0; i < 16 * STARLING_N_LEVELS; i++)
    n += gtk_widget_get_focusable (starling_progress_matrix_get_cell (
             get_matrix (f), i / STARLING_N_LEVELS,
             (StarlingLevel) (i % STARLING_N_LEVELS)))
             ? 1
             : 0;
  g_assert_cmpuint (n, ==, 1);
  g_assert_false (starling_test_send_key (GTK_WIDGET (get_matrix (f)),
                                          GTK_PHASE_CAPTURE, GDK_KEY_a, 0));
}

/* How many times the focus moves from the matrix until it is there again. */
static guint
count_stops (Fixture *f, GtkDirectionType direction, const char *const *names)
{
  GtkWindow *window = GTK_WINDOW (f->window);
  GtkWidget *start = get_cell (f, "frugality", STARLING_LEVEL_SDE2);
  guint n = 0, n_seen = 0;

  gtk_window_set_focus (window, start);
  do
    {
      GtkWidget *focus;

      g_assert_true (gtk_widget_child_focus (f->window, direction));
      focus = gtk_window_get_focus (window);
      for (guint i = 0; names[i] != NULL; i++)
        {
          GtkWidget *named
              = starling_test_find_named (f->page, GTK_TYPE_WIDGET, names[i]);

          g_assert_nonnull (named);
          n_seen += focus == named || gtk_widget_is_ancestor (focus, named);
        }
      n++;
    }
  while (gtk_window_get_focus (window) != start && n < 100);
  g_assert_cmpuint (n_seen, ==, g_strv_length ((char **) names));
  return n;
}

/* Tab comes round to everything once, in both directions: the header too, and
 * what stands above the matrix. */
static void
test_tab (Fixture *f, gconstpointer data)
{
  static const char *const names[] = {
    "Back",
    "Print or save as PDF",
    "Menu",
    "Copy as CSV: Principles by level",
    "Copy as CSV: Story bank",
    "Rehearse",
    "Copy as CSV: Days studied",
    NULL,
  };
  g_autoptr (GMenu) menu = g_menu_new ();

  g_object_set (f->page, "menu-model", menu, NULL);
  g_assert_cmpuint (count_stops (f, GTK_DIR_TAB_FORWARD, names), ==,
                    count_stops (f, GTK_DIR_TAB_BACKWARD, names));
}

static void
test_open (Fixture *f, gconstpointer data)
{
  g_signal_emit_by_name (get_cell (f, "ownership", STARLING_LEVEL_SENIOR),
                         "clicked");
  g_assert_cmpstr (f->fired->str, ==,
                   "level 'senior';practise ('principle:ownership', "
                   "'study');");
}

static void
test_bank (Fixture *f, gconstpointer data)
{
  GtkWidget *bank
      = starling_test_find (f->page, STARLING_TYPE_PROGRESS_BANK, 0);

  /* Frugality, whose only story was never told, and the thirteen principles
   * without stories */
  g_assert_nonnull (
      starling_test_find_label (f->page, "3 stories for 2 of 16 principles"));
  g_assert_nonnull (starling_test_find_label (
      bank, "No story serves Frugality yet: tell “The fourth”."));
  g_assert_nonnull (starling_test_find_label (bank, "The second"));
  g_assert_nonnull (
      starling_test_find_label (bank, "Ownership, also for Dive Deep"));
  g_assert_nonnull (starling_test_find_label (bank, "Not told yet"));
  g_assert_null (starling_test_find_label (bank, "The fourth"));
  g_signal_emit_by_name (starling_test_find_named (bank, GTK_TYPE_BUTTON,
                                                   "Rehearse"),
                         "clicked");
  g_assert_cmpstr (f->fired->str, ==,
                   "practise ('scenario:four', 'rehearse');");

  /* A story opens in Study. */
  gtk_test_accessible_assert_property (
      starling_test_find_named (bank, GTK_TYPE_BUTTON, "The second"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Ownership · 2 takes");
  g_string_truncate (f->fired, 0);
  g_signal_emit_by_name (starling_test_find_named (bank, GTK_TYPE_BUTTON,
                                                   "The second"),
                         "clicked");
  g_assert_cmpstr (f->fired->str, ==, "practise ('scenario:two', 'study');");
}

static guint
count_titles (GtkWidget *bank)
{
  guint n = 0;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *title = g_strdup_printf ("Story %u", i);

      n += starling_test_find_label (bank, title) != NULL;
    }
  return n;
}

/* A long list can be seen to its end. */
static void
test_bank_long (Fixture *f, gconstpointer data)
{
  g_autoptr (StarlingOverview) overview
      = starling_library_make_overview (starling_session_get_library (
                                            f->session),
                                        STARLING_LEVEL_SDE2, G_DATE_MONDAY);
  g_autoptr (GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkWidget) bank
      = g_object_ref_sink (g_object_new (STARLING_TYPE_PROGRESS_BANK, NULL));
  StarlingOverviewStory story
      = g_array_index (overview->stories, StarlingOverviewStory, 0);
  GtkWidget *more;

  g_array_set_size (overview->stories, 0);
  for (guint i = 0; i < 20; i++)
    {
      g_ptr_array_add (titles, g_strdup_printf ("Story %u", i));
      story.title = g_ptr_array_index (titles, i);
      story.own = TRUE;
      g_array_append_val (overview->stories, story);
    }
  starling_progress_bank_set (STARLING_PROGRESS_BANK (bank), overview);
  g_assert_cmpuint (count_titles (bank), ==, 12);
  more = gtk_widget_get_parent (starling_test_find_label (bank, "Show 8 more"));
  g_assert_true (GTK_IS_BUTTON (more));
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (count_titles (bank), ==, 20);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "Show fewer");
  g_signal_emit_by_name (more, "clicked");
  g_assert_cmpuint (count_titles (bank), ==, 12);
}

/* Each plot: its heading, its last value, and what the keyboard tells. */
static void
test_trends (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *title, *value, *last;
  } cases[] = {
    { "Total time", "2 min 5 s, target 2 min 55 s",
      "21 November, The second: 2 min 5 s, target 2 min 55 s" },
    { "Share of the Action", "48%, goal 50–60%",
      "21 November, The second: 48%" },
    { "Quiz, right answers", "50% of 2 answers",
      "Week of 23 November: 50%, 1 of 2 answers right" },
    { "Recall of due cards", "100%, wanted 85%",
      "Week of 23 November: 100%, 2 of 2 due cards recalled" },
    /* 1 + 2 + 3 + 1 + 3 reviews that count, in 14 days from the 10th on: 9 */
    { "Reviews", "1 a day on average", "Monday 23 November: 3 reviews" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkWidget *card
          = starling_test_find (f->page, STARLING_TYPE_PLOT_CARD, i);
      GtkWidget *plot = starling_plot_card_get_plot (STARLING_PLOT_CARD (card));

      g_test_message ("%s", cases[i].title);
      g_assert_nonnull (starling_test_find_label (card, cases[i].title));
      g_assert_nonnull (starling_test_find_label (card, cases[i].value));
      starling_test_plot_assert_name (plot, cases[i].title);
      gtk_widget_grab_focus (plot);
      g_assert_true (starling_test_plot_press (plot, GDK_KEY_End, 0));
      starling_test_plot_assert_name (plot, cases[i].last);
    }
  g_assert_cmpuint (starling_test_count (f->page, STARLING_TYPE_DAY_GRID), ==,
                    1);
}

/* Matrix and the four trends are there at first glance. */
static void
test_glance (Fixture *f, gconstpointer data)
{
  GtkWidget *fourth = starling_test_find (f->page, STARLING_TYPE_PLOT_CARD, 3);
  graphene_rect_t bounds;

  starling_test_run_frames (f->window, 3);
  g_assert_nonnull (starling_test_find_label (fourth, "Recall of due cards"));
  g_assert_true (gtk_widget_compute_bounds (fourth, f->page, &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, 720);
}

/* What the plots show at a glance, told in words: whole sentences. */
static void
test_descriptions (Fixture *f, gconstpointer data)
{
  const char *expected
      = "First: Week of 16 November: 0%, 0 of 1 due card recalled. Last: Week "
        "of 23 November: 100%, 2 of 2 due cards recalled.";
  GtkWidget *card = starling_test_find (f->page, STARLING_TYPE_PLOT_CARD, 3);

  gtk_test_accessible_assert_property (starling_plot_card_get_plot (
                                           STARLING_PLOT_CARD (card)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       expected);
}

typedef struct
{
  char *text;
  gboolean done;
} Pasted;

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Pasted *pasted = user_data;

  pasted->text
      = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  pasted->done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Pasted *) data)->done;
}

static void
test_copy (Fixture *f, gconstpointer data)
{
  GtkWidget *button = starling_test_find_named (f->page, GTK_TYPE_BUTTON,
                                                "Copy as CSV: Recall of due "
                                                "cards");
  Pasted pasted = { 0 };

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Copied");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (f->page), NULL,
                                 read_cb, &pasted);
  starling_test_run_until (is_done, &pasted);
  g_assert_cmpstr (pasted.text, ==,
                   "week,due,recalled,wanted\r\n"
                   "2026-11-16,1,0,0.85\r\n"
                   "2026-11-23,2,2,0.85\r\n");
  g_free (pasted.text);
  g_assert_cmpuint (starling_test_count (f->page, STARLING_TYPE_COPY_BUTTON),
                    ==, 8);
}

static gboolean
has_levels (gpointer data)
{
  Fixture *f = data;

  return !gtk_widget_get_visible (
      get_cell (f, "ownership", STARLING_LEVEL_SENIOR));
}

/* One level, chosen by the lens. */
static void
test_narrow (Fixture *f, gconstpointer data)
{
  starling_test_run_until (has_levels, f);
  g_assert_true (
      gtk_widget_get_visible (get_cell (f, "ownership", STARLING_LEVEL_SDE2)));
  starling_test_run_frames (f->window, 3);
  g_assert_cmpint (gtk_widget_get_width (f->page), <=, 360);
  /* what is to be done has the whole width, the button stands below */
  g_assert_cmpint (gtk_widget_get_width (starling_test_find_label (
                       f->page,
                       "No story serves Frugality yet: tell “The fourth”.")),
                   >, 260);
  starling_session_set_level (f->session, STARLING_LEVEL_SENIOR);
  g_assert_true (gtk_widget_get_visible (
      get_cell (f, "ownership", STARLING_LEVEL_SENIOR)));
  g_assert_false (
      gtk_widget_get_visible (get_cell (f, "ownership", STARLING_LEVEL_SDE2)));
  g_assert_true (gtk_widget_get_focusable (
      get_cell (f, "frugality", STARLING_LEVEL_SENIOR)));
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  GtkWidget *begin
      = starling_test_find_named (f->page, GTK_TYPE_BUTTON, "Begin today");
  GtkWidget *print = starling_test_find_named (f->page, GTK_TYPE_BUTTON,
                                               "Print or save as PDF");

  g_assert_true (starling_test_is_shown (begin, f->window));
  g_assert_false (
      starling_test_is_shown (GTK_WIDGET (get_matrix (f)), f->window));
  g_assert_false (gtk_widget_is_sensitive (print));
  g_signal_emit_by_name (begin, "clicked");
  g_assert_cmpstr (f->fired->str, ==, "practise ('today', 'study');");
}

static gboolean
is_renewed (gpointer data)
{
  return starling_test_find_label (((Fixture *) data)->page,
                                   "5 of 48 begun · next: Ownership, SDE 2")
         != NULL;
}

/* What is done meanwhile shows at once. */
static void
test_follows (Fixture *f, gconstpointer data)
{
  StarlingLibrary *library = starling_session_get_library (f->session);

  for (guint i = 0; i < 2; i++)
    {
      StarlingEvent *event = starling_event_new (STARLING_EVENT_QUIZ);

      event->scenario = g_strdup ("four");
      event->level = i == 0 ? STARLING_LEVEL_SDE2 : STARLING_LEVEL_SENIOR;
      event->question = g_strdup ("q1");
      event->choice = 0;
      event->correct = TRUE;
      event->ms = 9000;
      starling_library_record_async (library, event, NULL, NULL, NULL);
      starling_event_unref (event);
    }
  starling_test_run_until (is_renewed, f);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*set_up) (Fixture *f, gconstpointer data);
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/progress-page/cells", set_up, test_cells },
    { "/progress-page/painting", set_up, test_painting },
    { "/progress-page/painting/open", set_up, test_open_painting },
    { "/progress-page/roles", set_up, test_roles },
    { "/progress-page/keys", set_up, test_keys },
    { "/progress-page/tab", set_up, test_tab },
    { "/progress-page/open", set_up, test_open },
    { "/progress-page/bank", set_up, test_bank },
    { "/progress-page/bank/long", set_up, test_bank_long },
    { "/progress-page/trends", set_up, test_trends },
    { "/progress-page/glance", set_up, test_glance },
    { "/progress-page/descriptions", set_up, test_descriptions },
    { "/progress-page/copy", set_up, test_copy },
    { "/progress-page/narrow", set_up_narrow, test_narrow },
    { "/progress-page/empty", set_up_empty, test_empty },
    { "/progress-page/follows", set_up, test_follows },
  };

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, tests[i].set_up, tests[i].test,
                tear_down);
  return g_test_run ();
}
