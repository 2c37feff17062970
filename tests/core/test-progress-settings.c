/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-journal.h"
#include "support.h"

#include <string.h>

/* Settings in a few words; what is negative is not said. */
typedef struct
{
  const char *id;
  int at;
  double retention;
  int new_per_day, reviews_per_day;
  const char *of; /* an undo instead */
} Sketch;

static StarlingEvent *
make (const Sketch *sketch)
{
  StarlingEvent *event = NULL;

  if (sketch->of != NULL)
    return random_undo (sketch->id, sketch->of, RANDOM_START + sketch->at);
  event = starling_event_new (STARLING_EVENT_SETTINGS);
  event->id = g_strdup (sketch->id);
  event->at = RANDOM_START + sketch->at;
  event->offset = 0;
  event->has_retention = sketch->retention >= 0;
  event->retention = MAX (sketch->retention, 0);
  event->has_new_per_day = sketch->new_per_day >= 0;
  event->new_per_day = MAX (sketch->new_per_day, 0);
  event->has_reviews_per_day = sketch->reviews_per_day >= 0;
  event->reviews_per_day = MAX (sketch->reviews_per_day, 0);
  return event;
}

/* The last live value of each counts, whatever the preferences offer. */
static void
test_settings (void)
{
  static const struct
  {
    Sketch sketch;
    double retention; /* then */
    int new_per_day, reviews_per_day;
  } steps[] = {
    { { "a", 10, 0.8, -1, -1, NULL }, 0.8, 20, 200 },
    { { "b", 20, -1, 5, -1, NULL }, 0.8, 5, 200 },
    { { "c", 30, 0.95, -1, 0, NULL }, 0.95, 5, 0 },
    /* What is earlier does not count against what is later */
    { { "d", 15, 0.85, 9, -1, NULL }, 0.95, 5, 0 },
    { { "e", 40, -1, -1, -1, "c" }, 0.85, 5, 200 },
    { { "f", 41, -1, -1, -1, "b" }, 0.85, 9, 200 },
    { { "g", 42, -1, -1, -1, "e" }, 0.95, 9, 0 },
    { { "h", 50, 0.2, 9999, 9999, NULL }, 0.2, 9999, 9999 },
    { { "i", 51, 1, 0, 0, NULL }, 1, 0, 0 },
    { { "j", 52, -1, -1, -1, "i" }, 0.2, 9999, 9999 },
    { { "k", 53, -1, -1, -1, "h" }, 0.95, 9, 0 },
  };
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  StarlingStudySettings settings;

  starling_progress_get_settings (progress, &settings);
  g_assert_cmpfloat (settings.retention, ==, 0.9);
  g_assert_cmpint (settings.new_per_day, ==, 20);
  g_assert_cmpint (settings.reviews_per_day, ==, 200);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (StarlingEvent) event = make (&steps[i].sketch);

      starling_progress_add (progress, event);
      starling_progress_get_settings (progress, &settings);
      g_assert_cmpfloat (settings.retention, ==, steps[i].retention);
      g_assert_cmpint (settings.new_per_day, ==, steps[i].new_per_day);
      g_assert_cmpint (settings.reviews_per_day, ==, steps[i].reviews_per_day);
      g_assert_cmpfloat (starling_progress_get_scheduler (progress)->retention,
                         ==, steps[i].retention);
      g_assert_false (starling_progress_get_scheduler (progress)->fuzz);
    }
}

static void
add_reviews (StarlingProgress *progress)
{
  static const int minutes[] = { 0, 10, 10 + 9 * 24 * 60, 10 + 40 * 24 * 60 };

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    {
      g_autoptr (StarlingEvent) review
          = starling_event_new (STARLING_EVENT_REVIEW);

      review->id = g_strdup_printf ("r%u", i);
      review->at = RANDOM_START + minutes[i] * G_GINT64_CONSTANT (60000);
      review->offset = 0;
      review->card = g_strdup ("a#weak");
      review->grade = 3;
      starling_progress_add (progress, review);
    }
}

/* Another retention is another time; limits leave every card alone. */
static void
test_retention (void)
{
  static const struct
  {
    Sketch sketch;
    gboolean changes;
    int later; /* than before: 1, 0, -1 */
  } steps[] = {
    { { "a", 1, -1, 5, 10, NULL }, FALSE, 0 },
    { { "b", 2, 0.9, -1, -1, NULL }, FALSE, 0 },
    { { "c", 3, 0.8, -1, -1, NULL }, TRUE, 1 },
    { { "d", 4, 0.8, 7, -1, NULL }, FALSE, 0 },
    { { "e", 5, 0.6, -1, -1, NULL }, TRUE, 1 },
    /* Lower than the preferences offer */
    { { "f", 6, 0.5, -1, -1, NULL }, TRUE, 1 },
    { { "g", 7, 0.95, -1, -1, NULL }, TRUE, -1 },
    { { "h", 8, -1, -1, -1, "g" }, TRUE, 1 },
    { { "i", 9, -1, -1, -1, "a" }, FALSE, 0 },
  };
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  gint64 due = 0;
  double stability = 0;

  add_reviews (progress);
  due = starling_progress_get_card (progress, "a#weak")->memory.due;
  stability = starling_progress_get_card (progress, "a#weak")->memory.stability;
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (StarlingEvent) event = make (&steps[i].sketch);
      guint64 serial = starling_progress_get_serial (progress);
      g_autoptr (GPtrArray) changed = g_ptr_array_new ();
      const StarlingCardRecord *record = NULL;

      g_test_message ("%s", steps[i].sketch.id);
      starling_progress_add (progress, event);
      g_assert_true (
          starling_progress_find_changes (progress, serial, changed));
      g_assert_cmpuint (changed->len, ==, steps[i].changes ? 1 : 0);
      record = starling_progress_get_card (progress, "a#weak");
      g_assert_cmpfloat (record->memory.stability, ==, stability);
      g_assert_cmpint ((record->memory.due > due) - (record->memory.due < due),
                       ==, steps[i].later);
      due = record->memory.due;
    }
}

/* The last live goal, its date as a day, its principles as a set. */
static void
test_goal (void)
{
  static const struct
  {
    const char *id, *interview, *principles, *of;
    const char *expected; /* date and principles */
  } steps[] = {
    { "a", "2026-12-24", "ownership dive-deep", NULL,
      "2026-12-24 ownership dive-deep" },
    { "b", NULL, "", NULL, "-" },
    { "c", NULL, NULL, "b", "2026-12-24 ownership dive-deep" },
    { "d", "2027-02-28", "not-a-principle dive-deep", NULL,
      "2027-02-28 dive-deep" },
    { "e", NULL, "ownership", NULL, "- ownership" },
    { "f", NULL, NULL, "e", "2027-02-28 dive-deep" },
    { "g", NULL, NULL, "f", "- ownership" },
  };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  StarlingGoal goal;

  starling_progress_get_goal (progress, catalogue, &goal);
  g_assert_cmpint (goal.interview, ==, STARLING_NO_DAY);
  g_assert_cmpuint (goal.principles, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint64 at = RANDOM_START + i;
      g_autoptr (StarlingEvent) event
          = steps[i].of != NULL ? random_undo (steps[i].id, steps[i].of, at)
                                : starling_event_new (STARLING_EVENT_GOAL);
      g_auto (GStrv) expected = g_strsplit (steps[i].expected, " ", -1);
      StarlingPrincipleSet set = 0;
      int day = STARLING_NO_DAY;

      if (steps[i].of == NULL)
        {
          event->id = g_strdup (steps[i].id);
          event->at = at;
          event->interview = g_strdup (steps[i].interview);
          event->principles = g_strsplit (steps[i].principles, " ", -1);
        }
      starling_progress_add (progress, event);
      starling_progress_get_goal (progress, catalogue, &goal);
      starling_day_parse (expected[0], &day);
      g_assert_cmpint (goal.interview, ==, day);
      for (char **id = expected + 1; *id != NULL; id++)
        set |= STARLING_PRINCIPLE_BIT (
            starling_catalogue_find_principle (catalogue, *id));
      g_assert_cmpuint (goal.principles, ==, set);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress-settings/settings", test_settings);
  g_test_add_func ("/progress-settings/retention", test_retention);
  g_test_add_func ("/progress-settings/goal", test_goal);
  return g_test_run ();
}
