/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/debrief.h"
#include "pages/rehearse/debrief/sheet.h"
#include "pages/rehearse/debrief/follow-ups.h"
#include "pages/rehearse/words-take.h"
#include "support.h"

#define TAKE(id, at, more)                                                     \
  "{\"v\":1,\"id\":\"" id "\",\"at\":\"" at "\",\"offset\":60,"                \
  "\"type\":\"rehearsal\",\"scenario\":\"webhook-drops\","                     \
  "\"level\":\"senior\",\"angle\":\"dive-deep\"," more "}\n"
#define STEP(step, target, spent)                                              \
  "{\"step\":\"" step "\",\"target_ms\":" target "000,\"spent_ms\":" spent "}"
#define STEPS(s, t, a, r)                                                      \
  "\"steps\":[" STEP ("situation", "30", s) "," STEP (                         \
      "task", "20", t) "," STEP ("action", "90", a) "," STEP ("result", "20",  \
                                                              r) "]"

static const char journal[] = TAKE ("one",
                                    "2026-11-10T14:05:00.000Z",
                                    STEPS ("31000", "22000", "88000", "24000"))
    TAKE ("two",
          "2026-11-14T23:20:00.000Z",
          STEPS ("41000", "24000", "82000", "12000"))
        TAKE ("three",
              "2025-12-21T14:05:00.000Z",
              STEPS ("55000", "25000", "60000", "30000"))
            TAKE (
                "four",
                "2026-11-21T14:05:00.000Z",
                STEPS (
                    "48000",
                    "19000",
                    "97000",
                    "17000") ",\"probes\":["
                             "{\"probe\":\"business-impact\",\"ms\":72000,"
                             "\"rating\":1},"
                             "{\"probe\":\"why-the-alert\",\"ms\":48400},"
                             "{\"probe\":\"gone\",\"rating\":4}],"
                             "\"rating\":{\"metrics\":3},\"note\":\"Slower.\"");

typedef struct
{
  StarlingLibrary *library;
  StarlingScenario *scenario;
  GtkWidget *debrief;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "journal.jsonl", NULL);
  g_autoptr (StarlingClock) clock
      = starling_clock_new_fake (G_GINT64_CONSTANT (1795424400000), 0);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, journal, -1, &error);
  g_assert_no_error (error);
  fixture->library
      = starling_library_new (starling_test_get_data_dir (), folder, clock);
  starling_library_load (fixture->library, &error);
  g_assert_no_error (error);
  fixture->scenario = starling_library_open_scenario (fixture->library,
                                                      "webhook-drops", &error);
  g_assert_no_error (error);
  fixture->debrief = g_object_new (STARLING_TYPE_REHEARSE_DEBRIEF, NULL);
  fixture->window = starling_test_present (fixture->debrief, 816, 900);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->debrief);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->debrief);
  starling_scenario_unref (fixture->scenario);
  g_assert_finalize_object (fixture->library);
}

static gboolean
show (Fixture *fixture, const char *id)
{
  return starling_rehearse_debrief_show_saved (STARLING_REHEARSE_DEBRIEF (
                                                   fixture->debrief),
                                               fixture->library,
                                               fixture->scenario, id);
}

static gboolean
is_shown (Fixture *fixture, GtkWidget *widget)
{
  return widget != NULL && starling_test_is_shown (widget, fixture->debrief);
}

static gboolean
has_label (Fixture *fixture, const char *text)
{
  return is_shown (fixture, starling_test_find_label (fixture->debrief, text));
}

static gboolean
has_button (Fixture *fixture, const char *name)
{
  return is_shown (fixture, starling_test_find_named (fixture->debrief,
                                                      GTK_TYPE_BUTTON, name));
}

/* A saved take is compared with those before it, not after it. */
static void
test_compared (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *id;
    const char *texts[8];
  } cases[] = {
    { "three",
      { "Take 1 of this lens · 21 December 2025, 15:05",
        "You stopped before the Reflection.", "of 2:55" } },
    { "one",
      { "Take 2 of this lens · 10 November, 15:05", "of 2:55, last take 2:50",
        "Last take, also your best: nearest to the targets", "−24 s" } },
    { "two",
      { "Take 3 of this lens · 15 November, 00:20", "of 2:55, last take 2:45",
        "Last take, also your best: nearest to the targets" } },
    { "four",
      { "Take 4 of this lens · 21 November, 15:05", "of 2:55, last take 2:39",
        "Last take", "Best: nearest to the targets", "+7 s", "31 s",
        "Situation took 48 s of 30: the commonest fault." } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_true (show (fixture, cases[i].id));
      for (guint j = 0; cases[i].texts[j] != NULL; j++)
        if (!has_label (fixture, cases[i].texts[j]))
          g_error ("%s: “%s” is not shown", cases[i].id, cases[i].texts[j]);
    }
  g_assert_false (has_label (fixture, "Not rated yet"));
  g_assert_false (show (fixture, "five"));
  g_assert_true (has_label (fixture, "Take 4 of this lens · 21 November, "
                                     "15:05"));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  GtkWidget *toggle, *note;

  g_assert_true (show (fixture, "four"));
  starling_rehearse_debrief_take_focus (
      STARLING_REHEARSE_DEBRIEF (fixture->debrief));
  g_assert_true (has_button (fixture, "Back"));
  g_assert_false (has_button (fixture, "Save"));
  g_assert_false (has_button (fixture, "Discard"));
  g_assert_false (has_button (fixture, "Add a note"));
  gtk_test_accessible_assert_property (
      starling_test_find_named (fixture->debrief, GTK_TYPE_BUTTON, "Back"),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "You stopped before the Reflection.");

  toggle = starling_test_find_named (fixture->debrief, GTK_TYPE_TOGGLE_BUTTON,
                                     "Metrics: 3 of 4");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  g_assert_false (gtk_widget_is_sensitive (toggle));
  note = starling_test_find (fixture->debrief, GTK_TYPE_TEXT_VIEW, 0);
  g_assert_true (is_shown (fixture, note));
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (note)));
  g_assert_true (show (fixture, "one"));
  g_assert_false (is_shown (fixture, note));
}

static void
test_follow_ups (Fixture *fixture, gconstpointer data)
{
  static const char *const texts[]
      = { "72 of 60 s",
          "Weak",
          "48 of 60 s",
          "Not rated",
          "not answered",
          "Strong",
          "How did you measure what this meant for the business?",
          "A question that the story no longer has",
          "You found 1 of 3 follow-up answers weak.",
          NULL };
  GtkWidget *card = starling_test_find (fixture->debrief,
                                        STARLING_TYPE_REHEARSE_FOLLOW_UPS, 0);

  g_assert_true (show (fixture, "one"));
  g_assert_false (is_shown (fixture, card));
  g_assert_true (show (fixture, "four"));
  g_assert_true (is_shown (fixture, card));
  for (guint i = 0; texts[i] != NULL; i++)
    if (!has_label (fixture, texts[i]))
      g_error ("“%s” is not shown", texts[i]);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Escape is for saved takes only, and for a page that has the action. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("take-close", NULL);
  g_autoptr (StarlingRehearseRun) run
      = starling_rehearse_run_new (fixture->library);
  g_autoptr (StarlingLens) lens
      = starling_lens_new (starling_library_get_catalogue (fixture->library),
                           fixture->scenario, STARLING_LEVEL_SENIOR,
                           STARLING_AS_TOLD);
  guint n = 0;

  g_assert_true (show (fixture, "four"));
  g_assert_false (starling_test_press (fixture->debrief, GDK_KEY_Escape, 0));
  g_signal_connect_swapped (action, "activate", G_CALLBACK (count_cb), &n);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "rehearse",
                                  G_ACTION_GROUP (group));
  g_assert_true (starling_test_press (fixture->debrief, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n, ==, 1);

  starling_rehearse_run_begin (run, lens,
                               &(StarlingRehearseOptions){
                                   .prompt = STARLING_PROMPT_BARE });
  starling_clock_advance (starling_library_get_clock (fixture->library), 9000);
  starling_rehearse_run_finish (run);
  starling_rehearse_debrief_update (STARLING_REHEARSE_DEBRIEF (
                                        fixture->debrief),
                                    run);
  g_assert_true (has_label (fixture, "Take 1 of this lens"));
  g_assert_true (has_label (fixture, "key phrases, not shown"));
  g_assert_true (has_label (fixture, "Not rated yet"));
  g_assert_true (has_button (fixture, "Save"));
  g_assert_false (has_button (fixture, "Back"));
  g_assert_false (starling_test_press (fixture->debrief, GDK_KEY_Escape, 0));
  g_assert_cmpuint (n, ==, 1);

  /* Back to a saved one, which the run no longer hears of */
  g_assert_true (show (fixture, "four"));
  g_assert_true (has_button (fixture, "Back"));
  starling_rehearse_run_discard (run);
}

#define BITS(a, b) (1u << STARLING_STEP_##a | 1u << STARLING_STEP_##b)

/* Remarks in words. */
static void
test_words (void)
{
  static const struct
  {
    StarlingRemark remark;
    const char *fact, *advice;
  } cases[] = {
    { { STARLING_REMARK_NOT_TOLD, STARLING_STEP_RESULT, 8, 0, 0, 0, 1, 0 },
      "The Result was not told.",
      "Say what came of it, with a figure." },
    { { STARLING_REMARK_NOT_TOLD, STARLING_STEP_TASK, BITS (TASK, REFLECTION),
        0, 0, 0, 2, 0 },
      "The Task and the Reflection were not told.",
      "Go through all five, if only in a sentence each." },
    { { STARLING_REMARK_NOT_TOLD, STARLING_STEP_TASK, 26, 0, 0, 0, 3, 0 },
      "3 steps were not told, the Task first.",
      "Go through all five, if only in a sentence each." },
    { { STARLING_REMARK_STEP_OVER, STARLING_STEP_SITUATION, 0, 48, 30, 0, 0,
        0 },
      "Situation took 48 s of 30: the commonest fault.",
      "Keep what one has to know to follow your Action." },
    { { STARLING_REMARK_STEP_OVER, STARLING_STEP_RESULT, 0, 31, 20, 0, 0, 0 },
      "Result took 31 s of 20.",
      "The figure first, then who noticed it." },
    { { STARLING_REMARK_ACTION_LOW, STARLING_STEP_ACTION, 0, 0, 0, 41, 0, 0 },
      "The Action had 41% of the time; 50–60% is wanted.",
      "Shorten what comes before it, and tell more of what you did." },
    { { STARLING_REMARK_ACTION_HIGH, STARLING_STEP_ACTION, 0, 0, 0, 71, 0, 0 },
      "The Action had 71% of the time; 50–60% is wanted.",
      "Leave more room for what came of it." },
    { { STARLING_REMARK_PROBES, 0, 0, 0, 0, 0, 1, 1 },
      "You found 1 of 1 follow-up answer weak.",
      "Compare them with the strong answers in Study." },
    { { STARLING_REMARK_PHRASES, STARLING_STEP_TASK, 0, 0, 0, 0, 5, 3 },
      "5 key phrases were left out, 3 of them in the Task.",
      "Glance through them before the next take." },
    { { STARLING_REMARK_PHRASES, STARLING_STEP_TASK, 0, 0, 0, 0, 3, 3 },
      "3 key phrases were left out, all in the Task.",
      "Glance through them before the next take." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fact = starling_rehearse_words_fact (&cases[i].remark);

      g_assert_cmpstr (fact, ==, cases[i].fact);
      g_assert_cmpstr (starling_rehearse_words_advice (&cases[i].remark), ==,
                       cases[i].advice);
    }
}

/* A saved take without a note has no place for one; one that is being written
 * has it still when everything was deleted. */
static void
test_empty_note (void)
{
  static const struct
  {
    const char *note;
    gboolean editable, shown;
  } cases[] = {
    { NULL, FALSE, FALSE }, { "", FALSE, FALSE }, { "Slower.", FALSE, TRUE },
    { NULL, TRUE, FALSE },  { "", TRUE, TRUE },   { "Slower.", TRUE, TRUE },
  };
  const int rating[STARLING_N_DIMENSIONS] = { 0 };
  GtkWidget *sheet
      = g_object_ref_sink (g_object_new (STARLING_TYPE_REHEARSE_SHEET, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      starling_rehearse_sheet_set (STARLING_REHEARSE_SHEET (sheet), rating,
                                   cases[i].note, cases[i].editable);
      g_assert_cmpint (starling_test_is_shown (
                           starling_test_find (sheet, GTK_TYPE_TEXT_VIEW, 0),
                           sheet),
                       ==, cases[i].shown);
    }
  g_assert_finalize_object (sheet);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  g_test_add ("/rehearse-debrief/compared", Fixture, NULL, set_up,
              test_compared, tear_down);
  g_test_add ("/rehearse-debrief/read-only", Fixture, NULL, set_up,
              test_read_only, tear_down);
  g_test_add ("/rehearse-debrief/follow-ups", Fixture, NULL, set_up,
              test_follow_ups, tear_down);
  g_test_add ("/rehearse-debrief/escape", Fixture, NULL, set_up, test_escape,
              tear_down);
  g_test_add_func ("/rehearse-debrief/words", test_words);

  g_test_add_func ("/rehearse-debrief/empty-note", test_empty_note);

  return g_test_run ();
}
