/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"
#include "engine/prompter.h"
#include "support.h"
#include "widgets/passage-row.h"
#include "widgets/prompter-geometry.h"
#include "widgets/prompter-text.h"
#include "widgets/prompter.h"

#include <math.h>

#define RATE 150
#define MS_PER_WORD 400

/* --- where the text should lie --- */

/* Four rows: of two lines, two, one and ten, 24 px each, and 4 px around. */
static const StarlingPrompterRow rows[] = {
  { 0, 56, 4, 2 },
  { 59, 56, 4, 2 },
  { 118, 32, 4, 1 },
  { 153, 248, 4, 10 },
};

static void
test_geometry (void)
{
  static const struct
  {
    guint n_rows;
    double page;
    guint row;
    double fraction;
    double target;
  } cases[] = {
    /* all have room */
    { 3, 150, 0, 0, 0 },
    { 3, 150, 2, 1, 0 },
    { 3, 800, 2, 1, 0 },
    /* a line of the row before, or two, or none, above */
    { 4, 200, 0, 1, 0 },
    { 4, 200, 1, 0, 28 },
    { 4, 200, 1, 1, 28 },
    { 4, 300, 1, 0, 0 },
    { 4, 150, 1, 0, 59 },
    { 4, 200, 2, 0, 87 },
    /* the long one goes by line by line */
    { 4, 200, 3, 0, 118 },
    { 4, 200, 3, 0.0999, 118 },
    { 4, 200, 3, 0.1, 153 },
    { 4, 200, 3, 0.25, 181 },
    { 4, 200, 3, 1, 349 },
    /* ... unless it has room */
    { 4, 390, 3, 0, 87 },
    { 4, 390, 3, 1, 87 },
    /* nothing there */
    { 0, 200, 0, 0, 0 },
    { 4, 200, 4, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("row %u at %g on a page of %g", cases[i].row,
                      cases[i].fraction, cases[i].page);
      g_assert_cmpfloat (starling_prompter_rows_get_target (
                             rows, cases[i].n_rows, cases[i].page, cases[i].row,
                             cases[i].fraction),
                         ==, cases[i].target);
    }
}

/* The last line gets to the reading line, and no further. */
static void
test_upper (void)
{
  static const struct
  {
    guint n_rows;
    double page;
    double upper;
  } cases[] = {
    { 0, 200, 200 }, { 3, 150, 150 }, { 3, 149, 118 + 149 },
    { 4, 200, 549 }, { 4, 390, 477 }, { 4, 401, 401 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat (starling_prompter_rows_get_upper (rows, cases[i].n_rows,
                                                         cases[i].page),
                       ==, cases[i].upper);
}

/* --- the widget --- */

typedef struct
{
  StarlingSession *session;
  StarlingLens *lens;
  GtkWidget *widget;
  StarlingPrompter *prompter;
  GtkWidget *window;
  GtkAdjustment *adjustment;
  GArray *words; /* of the passages of the step shown */
} Fixture;

static void
set_animations (gboolean animations)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations",
                animations, NULL);
}

static void
show_step (Fixture *fixture, StarlingStepId step)
{
  const StarlingLensStep *shown = &fixture->lens->steps[step];

  g_array_set_size (fixture->words, 0);
  for (guint i = 0; i < shown->n_passages; i++)
    {
      guint n = starling_text_count_words (shown->passages[i].passage->text);

      g_array_append_val (fixture->words, n);
    }
  starling_prompter_set_step (fixture->prompter, fixture->lens, step);
  starling_test_run_frames (fixture->window, 2);
}

static void
set_up (Fixture *fixture, gconstpointer size)
{
  const int *wanted = size;
  GtkWidget *scrolled;

  set_animations (FALSE);
  fixture->session = starling_test_session_new ();
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  starling_session_set_scope (fixture->session, "scenario:webhook-drops");
  fixture->lens
      = starling_lens_ref (starling_session_get_lens (fixture->session));
  fixture->words = g_array_new (FALSE, FALSE, sizeof (guint));
  fixture->widget = starling_prompter_new ();
  fixture->prompter = STARLING_PROMPTER (fixture->widget);
  g_object_set (fixture->widget, "rate", RATE, NULL);
  fixture->window
      = starling_test_present (fixture->widget, wanted[0], wanted[1]);
  show_step (fixture, STARLING_STEP_ACTION);
  scrolled = starling_test_find (fixture->widget, GTK_TYPE_SCROLLED_WINDOW, 0);
  fixture->adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
}

static void
tear_down (Fixture *fixture, gconstpointer size)
{
  g_object_ref (fixture->widget);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->widget);
  g_array_unref (fixture->words);
  starling_lens_unref (fixture->lens);
  starling_test_drop_session (fixture->session);
  set_animations (TRUE);
}

static GtkWidget *
get_row (Fixture *fixture, guint nth)
{
  return starling_test_find (fixture->widget, STARLING_TYPE_PASSAGE_ROW, nth);
}

static guint
count_rows (Fixture *fixture)
{
  return starling_test_count (fixture->widget, STARLING_TYPE_PASSAGE_ROW);
}

/* The one row that is marked. */
static guint
get_current (Fixture *fixture)
{
  guint current = G_MAXUINT;

  for (guint i = 0; i < count_rows (fixture); i++)
    if (gtk_widget_has_css_class (get_row (fixture, i), "current"))
      {
        g_assert_cmpuint (current, ==, G_MAXUINT);
        current = i;
      }
  g_assert_cmpuint (current, !=, G_MAXUINT);
  return current;
}

static gint64
get_start_ms (Fixture *fixture, guint row)
{
  gint64 words = 0;

  for (guint i = 0; i < row; i++)
    words += g_array_index (fixture->words, guint, i);
  return words * MS_PER_WORD;
}

static void
spend (Fixture *fixture, gint64 ms)
{
  starling_prompter_set_spent (fixture->prompter, ms);
  starling_test_run_frames (fixture->window, 2);
}

static double
get_value (Fixture *fixture)
{
  return gtk_adjustment_get_value (fixture->adjustment);
}

static void
click (Fixture *fixture, const char *name)
{
  g_signal_emit_by_name (starling_test_find_named (fixture->widget,
                                                   GTK_TYPE_BUTTON, name),
                         "clicked");
  starling_test_run_frames (fixture->window, 2);
}

/* The row lies in the upper third, all of it on the page, and no line is cut
 * off above it. */
static void
assert_on_reading_line (Fixture *fixture, guint row)
{
  GtkWidget *text
      = starling_test_find (fixture->widget, STARLING_TYPE_PROMPTER_TEXT, 0);
  double page = gtk_widget_get_height (text);
  graphene_rect_t box;

  g_assert_true (
      gtk_widget_compute_bounds (get_row (fixture, row), text, &box));
  g_test_message ("row %u at %g of %g", row, box.origin.y, page);
  g_assert_cmpfloat (box.origin.y, >=, 0);
  g_assert_cmpfloat (box.origin.y, <=, page / 3);
  g_assert_cmpfloat (box.origin.y + box.size.height, <=, page);
}

/* Each sentence is there, in a label that is its name, in bold what is a key
 * phrase, without tags; its mark is that of the lens. */
static void
test_text (Fixture *fixture, gconstpointer size)
{
  const StarlingLensStep *step = &fixture->lens->steps[STARLING_STEP_ACTION];
  guint n_marked = 0;

  gtk_test_accessible_assert_role (fixture->widget, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (fixture->widget,
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Full text");
  g_assert_cmpuint (count_rows (fixture), ==, step->n_passages);
  for (guint i = 0; i < step->n_passages; i++)
    {
      StarlingPassageRow *row = STARLING_PASSAGE_ROW (get_row (fixture, i));

      g_assert_cmpstr (starling_passage_row_get_text (row), ==,
                       step->passages[i].passage->text);
      g_assert_cmpint (starling_passage_row_get_emphasis (row), ==,
                       step->passages[i].emphasis);
      g_assert_cmpuint (starling_test_count (GTK_WIDGET (row), GTK_TYPE_LABEL),
                        ==, 1);
      n_marked += step->passages[i].emphasis != STARLING_EMPHASIS_NEUTRAL;
    }
  g_assert_cmpuint (n_marked, >, 0);
}

/* As time goes by, each sentence in its turn comes to the reading line. */
static void
test_rate (Fixture *fixture, gconstpointer size)
{
  double before = 0;

  for (guint i = 0; i < count_rows (fixture); i++)
    {
      spend (fixture, get_start_ms (fixture, i));
      g_assert_cmpuint (get_current (fixture), ==, i);
      assert_on_reading_line (fixture, i);
      g_assert_cmpfloat (get_value (fixture), >=, before);
      before = get_value (fixture);
      spend (fixture, get_start_ms (fixture, i + 1) - 1);
      g_assert_cmpuint (get_current (fixture), ==, i);
      g_assert_cmpfloat (get_value (fixture), ==, before);
    }
  g_assert_cmpfloat (before, >, 0);
  spend (fixture, 3600000);
  g_assert_cmpuint (get_current (fixture), ==, count_rows (fixture) - 1);
  g_object_set (fixture->widget, "rate", 110, NULL);
  spend (fixture, get_start_ms (fixture, 2));
  g_assert_cmpuint (get_current (fixture), ==, 1);
}

static void
test_nudge (Fixture *fixture, gconstpointer size)
{
  guint n_rows = count_rows (fixture);

  click (fixture, "Back a sentence");
  g_assert_cmpuint (get_current (fixture), ==, 0);
  spend (fixture, get_start_ms (fixture, 3) + 2000);
  click (fixture, "Back a sentence");
  g_assert_cmpuint (get_current (fixture), ==, 2);
  assert_on_reading_line (fixture, 2);
  for (guint i = 3; i < n_rows; i++)
    {
      click (fixture, "On a sentence");
      g_assert_cmpuint (get_current (fixture), ==, i);
    }
  click (fixture, "On a sentence");
  g_assert_cmpuint (get_current (fixture), ==, n_rows - 1);
  for (guint i = n_rows - 1; i-- > 0;)
    {
      click (fixture, "Back a sentence");
      g_assert_cmpuint (get_current (fixture), ==, i);
    }

  /* ... and on from there at the rate */
  spend (fixture,
         get_start_ms (fixture, 3) + 2000
             + (g_array_index (fixture->words, guint, 0) - 1) * MS_PER_WORD);
  g_assert_cmpuint (get_current (fixture), ==, 0);
  spend (fixture, get_start_ms (fixture, 3) + 2000
                      + g_array_index (fixture->words, guint, 0) * MS_PER_WORD);
  g_assert_cmpuint (get_current (fixture), ==, 1);
}

/* Each step keeps its own; what begins anew is not nudged. */
static void
test_nudges_of_steps (Fixture *fixture, gconstpointer size)
{
  spend (fixture, 1000);
  starling_prompter_nudge (fixture->prompter, 5);
  g_assert_cmpuint (get_current (fixture), ==, 5);

  show_step (fixture, STARLING_STEP_RESULT);
  g_assert_cmpuint (get_current (fixture), ==, 0);
  spend (fixture, 400);
  starling_prompter_nudge (fixture->prompter, 2);
  show_step (fixture, STARLING_STEP_ACTION);
  g_assert_cmpuint (get_current (fixture), ==, 5);
  assert_on_reading_line (fixture, 5);
  spend (fixture, 1000);
  g_assert_cmpuint (get_current (fixture), ==, 5);
  show_step (fixture, STARLING_STEP_RESULT);
  spend (fixture, 800);
  g_assert_cmpuint (get_current (fixture), ==, 2);

  spend (fixture, 0);
  g_assert_cmpuint (get_current (fixture), ==, 0);
  show_step (fixture, STARLING_STEP_ACTION);
  spend (fixture, 200);
  g_assert_cmpuint (get_current (fixture), ==, 0);
}

static void
test_keys (Fixture *fixture, gconstpointer size)
{
  static const struct
  {
    guint key;
    guint current;
  } presses[] = {
    { GDK_KEY_Down, 1 },  { GDK_KEY_Down, 2 }, { GDK_KEY_KP_Down, 3 },
    { GDK_KEY_KP_Up, 2 }, { GDK_KEY_Up, 1 },   { GDK_KEY_Up, 0 },
    { GDK_KEY_Up, 0 },
  };

  starling_prompter_add_keys (fixture->prompter, fixture->window);
  for (guint i = 0; i < G_N_ELEMENTS (presses); i++)
    {
      g_assert_true (starling_test_press (fixture->window, presses[i].key, 0));
      g_assert_cmpuint (get_current (fixture), ==, presses[i].current);
    }
  gtk_widget_set_visible (fixture->widget, FALSE);
  g_assert_false (starling_test_press (fixture->window, GDK_KEY_Down, 0));
  gtk_widget_set_visible (fixture->widget, TRUE);
}

/* Who scrolls is left alone for 5 s of the step, however long that takes. */
static void
test_held (Fixture *fixture, gconstpointer size)
{
  gint64 start = get_start_ms (fixture, 2);

  spend (fixture, start);
  gtk_adjustment_set_value (fixture->adjustment, 7);
  spend (fixture, start);
  g_assert_cmpfloat (get_value (fixture), ==, 7);
  spend (fixture, start + 4999);
  g_assert_cmpfloat (get_value (fixture), ==, 7);
  g_assert_cmpuint (get_current (fixture), ==, 2);
  gtk_adjustment_set_value (fixture->adjustment, 9);
  spend (fixture, start + 9998);
  g_assert_cmpfloat (get_value (fixture), ==, 9);
  spend (fixture, start + 9999);
  assert_on_reading_line (fixture, get_current (fixture));

  /* Nudging follows at once */
  gtk_adjustment_set_value (fixture->adjustment, 7);
  click (fixture, "On a sentence");
  assert_on_reading_line (fixture, get_current (fixture));
}

typedef struct
{
  Fixture *fixture;
  double target;
} Wanted;

static gboolean
has_value (gpointer data)
{
  Wanted *wanted = data;

  return get_value (wanted->fixture) == wanted->target;
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* With animations it gets to the same place, by way of others. */
static void
test_glide (Fixture *fixture, gconstpointer size)
{
  Wanted wanted = { fixture, 0 };
  guint n_between = 0;

  starling_prompter_nudge (fixture->prompter, 4);
  wanted.target = get_value (fixture);
  starling_prompter_nudge (fixture->prompter, -4);
  set_animations (TRUE);
  starling_prompter_nudge (fixture->prompter, 4);
  g_assert_cmpfloat (get_value (fixture), ==, 0);
  g_signal_connect_swapped (fixture->adjustment, "value-changed",
                            G_CALLBACK (count_cb), &n_between);
  starling_test_run_until (has_value, &wanted);
  g_assert_cmpuint (n_between, >, 1);
  g_assert_cmpuint (get_current (fixture), ==, 4);

  /* A hand stops it */
  starling_prompter_nudge (fixture->prompter, -4);
  gtk_adjustment_set_value (fixture->adjustment, 5);
  starling_test_run_frames (fixture->window, 5);
  g_assert_cmpfloat (get_value (fixture), ==, 5);
}

/* Where all of it has room, nothing scrolls; and back, when it has not. */
static void
test_room (Fixture *fixture, gconstpointer size)
{
  guint last = count_rows (fixture) - 1;

  starling_prompter_nudge (fixture->prompter, (int) last);
  starling_test_run_frames (fixture->window, 2);
  assert_on_reading_line (fixture, last);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 900);
  starling_test_run_frames (fixture->window, 3);
  g_assert_cmpfloat (get_value (fixture), ==, 0);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 240);
  starling_test_run_frames (fixture->window, 3);
  assert_on_reading_line (fixture, last);
}

static StarlingLens *
new_lens (Fixture *fixture, const char *text)
{
  g_autoptr (StarlingScenario) scenario = starling_scenario_new ();
  StarlingLibrary *library = starling_session_get_library (fixture->session);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      scenario->steps[i].step = (StarlingStepId) i;
      scenario->steps[i].seconds = 30;
    }
  if (text != NULL)
    {
      StarlingPassage *passage = starling_passage_new (text);

      passage->levels = STARLING_ALL_LEVELS;
      g_ptr_array_add (scenario->steps[0].answer, passage);
    }
  return starling_lens_new (starling_library_get_catalogue (library), scenario,
                            STARLING_LEVEL_SDE2, STARLING_AS_TOLD);
}

static void
test_empty (Fixture *fixture, gconstpointer size)
{
  static const char *const texts[] = { NULL, " — " };
  static const char words[] = "There is no text for this step yet.";

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (StarlingLens) lens = new_lens (fixture, texts[i]);
      GtkWidget *label = starling_test_find_label (fixture->widget, words);
      GtkWidget *button
          = starling_test_find_named (fixture->widget, GTK_TYPE_BUTTON,
                                      "On a sentence");

      g_assert_false (starling_test_is_shown (label, fixture->widget));
      starling_prompter_set_step (fixture->prompter, lens, 0);
      spend (fixture, 5000);
      starling_prompter_nudge (fixture->prompter, 1);
      g_assert_true (starling_test_is_shown (label, fixture->widget));
      g_assert_false (starling_test_is_shown (button, fixture->widget));
      show_step (fixture, STARLING_STEP_TASK);
      g_assert_true (starling_test_is_shown (button, fixture->widget));
    }
}

/* A sentence of more than a page goes by line by line. */
static void
test_long (Fixture *fixture, gconstpointer size)
{
  g_autofree char *ten = g_strnfill (200, 'x');
  g_autofree char *text = NULL;
  g_autoptr (StarlingLens) lens = NULL;
  double before = 0;
  guint n_moves = 0;

  for (guint i = 4; i < 200; i += 5)
    ten[i] = ' ';
  text = g_strdup_printf ("%s %s %s %s %s", ten, ten, ten, ten, ten);
  lens = new_lens (fixture, text);
  starling_prompter_set_step (fixture->prompter, lens, 0);
  for (guint word = 0; word <= 200; word++)
    {
      spend (fixture, word * MS_PER_WORD);
      g_assert_cmpfloat (get_value (fixture), >=, before);
      g_assert_cmpfloat (get_value (fixture) - before, <, 60);
      n_moves += get_value (fixture) > before;
      before = get_value (fixture);
    }
  g_assert_cmpuint (n_moves, >=, 10);
}

/* It fits into the narrowest window, with text twice as large. */
static void
test_large_text (Fixture *fixture, gconstpointer size)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int minimum, dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  starling_test_run_frames (fixture->window, 3);
  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum,
                      NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360 - 2 * 14);
  for (guint i = 0; i < count_rows (fixture); i++)
    {
      spend (fixture, get_start_ms (fixture, i));
      g_assert_cmpuint (get_current (fixture), ==, i);
    }
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  starling_test_run_frames (fixture->window, 3);
}

int
main (int argc, char *argv[])
{
  static const int usual[] = { 700, 300 };
  static const int narrow[] = { 320, 240 };
  static const struct
  {
    const char *path;
    const int *size;
    void (*test) (Fixture *, gconstpointer);
  } tests[] = {
    { "/prompter/text", usual, test_text },
    { "/prompter/rate", usual, test_rate },
    { "/prompter/rate/narrow", narrow, test_rate },
    { "/prompter/nudge", usual, test_nudge },
    { "/prompter/nudge/steps", usual, test_nudges_of_steps },
    { "/prompter/keys", usual, test_keys },
    { "/prompter/held", usual, test_held },
    { "/prompter/glide", usual, test_glide },
    { "/prompter/room", usual, test_room },
    { "/prompter/empty", usual, test_empty },
    { "/prompter/long", narrow, test_long },
    { "/prompter/large-text", narrow, test_large_text },
  };

  starling_test_init (&argc, &argv);

  g_test_add_func ("/prompter/geometry", test_geometry);
  g_test_add_func ("/prompter/geometry/upper", test_upper);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].size, set_up, tests[i].test,
                tear_down);

  return g_test_run ();
}
