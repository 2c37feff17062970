/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/debrief.h"
#include "pages/rehearse/debrief/remarks.h"
#include "pages/rehearse/debrief/sheet.h"
#include "random-takes.h"
#include "support.h"
#include "take-oracle.h"
#include "widgets/badge.h"

/*
 * Every figure of a debrief is one that the journal gives: random takes are
 * written to a journal, or made and saved, and what the debrief says of them is
 * compared with what take-oracle.c works out from the text of the journal.
 */

#define N_SAVED 60
#define N_MADE 15
#define PACK "packs/insist-on-the-highest-standards.json"

/* --- reading --- */

/* The texts that are shown, from the top down: no buttons, badges and sheets,
 * and of remarks the facts only. */
static void
collect (GtkWidget *widget, gboolean remark, GString *text)
{
  if (!gtk_widget_get_visible (widget) || GTK_IS_BUTTON (widget)
      || STARLING_IS_BADGE (widget) || STARLING_IS_REHEARSE_SHEET (widget))
    return;
  remark |= STARLING_IS_REHEARSE_REMARKS (widget);
  if (GTK_IS_LABEL (widget))
    {
      const char *label = gtk_label_get_text (GTK_LABEL (widget));

      if (*label != '\0'
          && !(remark && gtk_widget_has_css_class (widget, "caption")))
        g_string_append_printf (text, "%s\n", label);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, remark, text);
}

static char *
read_debrief (GtkWidget *debrief)
{
  GString *text = g_string_new (NULL);

  collect (debrief, FALSE, text);
  return g_string_free (text, FALSE);
}

static void
assert_rating (GtkWidget *debrief, const int rating[TEST_N_DIMENSIONS])
{
  static const char *const names[]
      = { "Ownership", "Specificity", "Metrics", "Reflection", "Delivery" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    for (int value = 1; value <= 4; value++)
      {
        g_autofree char *name
            = g_strdup_printf ("%s: %d of 4", names[i], value);
        GtkWidget *toggle
            = starling_test_find_named (debrief, GTK_TYPE_TOGGLE_BUTTON, name);

        g_assert_cmpint (gtk_toggle_button_get_active (
                             GTK_TOGGLE_BUTTON (toggle)),
                         ==, rating[i] == value);
      }
}

static void
assert_note (GtkWidget *debrief, const char *note)
{
  GtkWidget *view = starling_test_find (debrief, GTK_TYPE_TEXT_VIEW, 0);
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "text", &text,
                NULL);
  g_assert_cmpstr (text, ==, note);
  g_assert_cmpint (starling_test_is_shown (view, debrief), ==, *note != '\0');
}

/* --- comparing --- */

typedef struct
{
  char *file;
  char *pack;
  StarlingClock *clock;
  StarlingLibrary *library;
  StarlingScenario *scenario;
  GtkWidget *debrief;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer seed)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed));
  g_autoptr (GString) journal = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_SAVED; i++)
    test_random_add_take (journal, rand, i);
  fixture->file = g_build_filename (folder, "journal.jsonl", NULL);
  fixture->pack = g_build_filename (starling_test_get_data_dir (), PACK, NULL);
  g_file_set_contents (fixture->file, journal->str, -1, &error);
  g_assert_no_error (error);

  /* 2026-12-28T09:00:00Z */
  fixture->clock
      = starling_clock_new_fake (G_GINT64_CONSTANT (1798448400000), 60);
  fixture->library = starling_library_new (starling_test_get_data_dir (),
                                           folder, fixture->clock);
  starling_library_load (fixture->library, &error);
  g_assert_no_error (error);
  fixture->scenario = starling_library_open_scenario (fixture->library,
                                                      "webhook-drops", &error);
  g_assert_no_error (error);
  fixture->debrief
      = g_object_ref_sink (g_object_new (STARLING_TYPE_REHEARSE_DEBRIEF, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer seed)
{
  g_assert_finalize_object (fixture->debrief);
  starling_library_flush (fixture->library);
  /* What was recorded holds the library until its callback is through */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  starling_scenario_unref (fixture->scenario);
  g_assert_finalize_object (fixture->library);
  g_object_unref (fixture->clock);
  g_free (fixture->file);
  g_free (fixture->pack);
}

static void
test_saved (Fixture *fixture, gconstpointer seed)
{
  g_autoptr (GPtrArray) takes = test_takes_read (fixture->file, fixture->pack);

  g_assert_cmpuint (takes->len, >, N_SAVED / 2);
  g_assert_cmpuint (takes->len, <, N_SAVED);
  for (guint i = 0; i < takes->len; i++)
    {
      const TestTake *take = g_ptr_array_index (takes, i);
      g_autofree char *expected = test_takes_tell (takes, take, TRUE);
      g_autofree char *shown = NULL;

      g_assert_true (starling_rehearse_debrief_show_saved (
          STARLING_REHEARSE_DEBRIEF (fixture->debrief), fixture->library,
          fixture->scenario, take->id));
      shown = read_debrief (fixture->debrief);
      g_assert_cmpstr (shown, ==, expected);
      assert_rating (fixture->debrief, take->rating);
      assert_note (fixture->debrief, take->note);
    }
}

static void
saved_cb (StarlingRehearseRun *run, const char *event_id, char **saved)
{
  *saved = g_strdup (event_id);
}

static gboolean
is_saved (gpointer saved)
{
  return *(char **) saved != NULL;
}

/* Answers the follow-up questions, or goes over one. */
static void
answer (Fixture *fixture, GRand *rand, StarlingRehearseRun *run)
{
  const StarlingRehearsal *clock = &starling_rehearse_run_get_take (run)->clock;

  while (clock->phase == STARLING_REHEARSAL_ANSWERING)
    {
      starling_clock_advance (fixture->clock,
                              g_rand_int_range (rand, 0, 4) * 29750);
      starling_rehearse_run_next (run);
      g_assert_cmpint (clock->phase, ==, STARLING_REHEARSAL_COMPARING);
      starling_rehearse_run_rate_probe (run, g_rand_int_range (rand, 0, 5));
      starling_rehearse_run_next (run);
    }
}

/* Rehearses once, as somebody would. */
static void
rehearse (Fixture *fixture, GRand *rand, StarlingRehearseRun *run)
{
  guint choice = (guint) g_rand_int_range (rand, 0, TEST_N_RANDOM_LENSES);
  StarlingCatalogue *catalogue
      = starling_library_get_catalogue (fixture->library);
  StarlingLevel level = STARLING_LEVEL_SENIOR;
  g_autoptr (StarlingLens) lens = NULL;
  guint n_told = g_rand_double (rand) < 0.3 ? g_rand_int (rand) % 6 : 5;

  g_assert_true (
      starling_level_from_id (test_random_lenses[choice].level, &level));
  lens = starling_lens_new (catalogue, fixture->scenario, level,
                            test_random_lenses[choice].angle != NULL
                                ? starling_catalogue_find_principle (
                                    catalogue, test_random_lenses[choice].angle)
                                : STARLING_AS_TOLD);
  starling_rehearse_run_begin (
      run, lens,
      &(StarlingRehearseOptions){
          .prompt = (StarlingPrompt) g_rand_int_range (rand, 0, 3),
          .n_probes = (guint) g_rand_int_range (rand, 0, 4),
          .probe_ms = g_rand_int_range (rand, 2, 5) * 15000 });
  for (guint i = 0; i < n_told; i++)
    {
      g_auto (GStrv) list
          = starling_take_list_phrases (lens, (StarlingStepId) i);

      for (guint j = 0; list[j] != NULL; j++)
        starling_rehearse_run_set_said (run, (StarlingStepId) i, list[j],
                                        g_rand_double (rand) < 0.7);
      starling_clock_advance (fixture->clock, test_random_choose_ms (rand, i));
      starling_rehearse_run_next (run);
    }
  answer (fixture, rand, run);
  starling_rehearse_run_finish (run);
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    starling_rehearse_run_set_rating (run, (StarlingDimension) i,
                                      g_rand_int_range (rand, 0, 5));
}

/* What is said before a take is saved is what the journal gives afterwards. */
static void
test_made (Fixture *fixture, gconstpointer seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (seed) + 1);
  StarlingRehearseRun *run = starling_rehearse_run_new (fixture->library);
  StarlingRehearseDebrief *debrief
      = STARLING_REHEARSE_DEBRIEF (fixture->debrief);

  for (guint i = 0; i < N_MADE; i++)
    {
      g_autofree char *saved = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_autofree char *told = NULL;
      g_autofree char *told_saved = NULL;
      g_autoptr (GPtrArray) takes = NULL;
      const TestTake *take;
      gulong handler
          = g_signal_connect (run, "saved", G_CALLBACK (saved_cb), &saved);

      rehearse (fixture, rand, run);
      starling_rehearse_debrief_update (debrief, run);
      before = read_debrief (fixture->debrief);
      starling_rehearse_run_save (run);
      starling_test_run_until (is_saved, &saved);
      g_signal_handler_disconnect (run, handler);

      takes = test_takes_read (fixture->file, fixture->pack);
      take = test_takes_find (takes, saved);
      told = test_takes_tell (takes, take, FALSE);
      g_assert_cmpstr (before, ==, told);
      assert_rating (fixture->debrief, take->rating);
      g_assert_true (
          starling_rehearse_debrief_show_saved (debrief, fixture->library,
                                                fixture->scenario, saved));
      after = read_debrief (fixture->debrief);
      told_saved = test_takes_tell (takes, take, TRUE);
      g_assert_cmpstr (after, ==, told_saved);
      starling_clock_advance (fixture->clock, 3600000);
    }
  g_assert_finalize_object (run);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *saved
          = g_strdup_printf ("/rehearse-recomputed/saved/%u", seed);
      g_autofree char *made
          = g_strdup_printf ("/rehearse-recomputed/made/%u", seed);

      g_test_add (saved, Fixture, GUINT_TO_POINTER (seed), set_up, test_saved,
                  tear_down);
      g_test_add (made, Fixture, GUINT_TO_POINTER (seed), set_up, test_made,
                  tear_down);
    }

  return g_test_run ();
}
