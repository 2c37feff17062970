/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-journal.h"
#include "support.h"

#include <math.h>
#include <string.h>

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)
#define N_ROUNDS 60
#define N_EVENTS 90

static GRand *
make_rand (guint round)
{
  return g_rand_new_with_seed ((guint32) g_test_rand_int () + round);
}

static void
assert_same (StarlingProgress *progress,
             StarlingProgress *expected,
             StarlingCatalogue *catalogue)
{
  g_autofree char *left = dump_progress (progress, catalogue);
  g_autofree char *right = dump_progress (expected, catalogue);

  g_assert_cmpstr (left, ==, right);
}

/* Asks something, so that what is kept is up to date in parts. */
static void
ask (GRand *rand, StarlingProgress *progress)
{
  guint scenario = (guint) g_rand_int_range (rand, 0, RANDOM_N_SCENARIOS);
  g_autofree char *id = random_dup_scenario (scenario);
  g_autofree char *card
      = random_dup_card (scenario, (guint) g_rand_int_range (rand, 0, 3));
  StarlingScenarioProgress figures;
  guint n_days = 0;

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      starling_progress_get_scenario (progress, id, &figures);
      break;
    case 1:
      starling_progress_get_card (progress, card);
      break;
    case 2:
      starling_progress_get_days (progress, &n_days);
      break;
    case 3:
      starling_progress_is_void (progress, "e0");
      break;
    case 4:
      starling_progress_get_scheduler (progress);
      break;
    default:
      break;
    }
}

/* Each event alone, in any order, comes to what all at once come to. */
static void
test_one_by_one (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = make_rand (round);
      g_autoptr (GPtrArray) events = random_journal (rand, N_EVENTS);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();
      g_autoptr (GPtrArray) so_far = g_ptr_array_new ();

      if (round % 2 == 1)
        random_shuffle (rand, events);
      for (guint i = 0; i < events->len; i++)
        {
          g_autoptr (StarlingProgress) fresh = starling_progress_new ();

          starling_progress_add (progress, g_ptr_array_index (events, i));
          g_ptr_array_add (so_far, g_ptr_array_index (events, i));
          ask (rand, progress);
          if (g_rand_int_range (rand, 0, 3) > 0)
            continue;
          starling_progress_replay (fresh, so_far);
          for (guint j = 0; j < so_far->len; j++)
            {
              const StarlingEvent *event = g_ptr_array_index (so_far, j);

              g_assert_cmpint (starling_progress_is_void (progress, event->id),
                               ==,
                               starling_progress_is_void (fresh, event->id));
            }
          assert_same (progress, fresh, catalogue);
        }
    }
}

/* Any order, and any split into what was there and what is added. */
static void
test_split (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = make_rand (round);
      g_autoptr (GPtrArray) events = random_journal (rand, 3 * N_EVENTS);
      g_autoptr (StarlingProgress) whole = starling_progress_new ();
      g_autoptr (StarlingProgress) parts = starling_progress_new ();
      guint done = 0;

      starling_progress_replay (whole, events);
      if (round % 2 == 1)
        random_shuffle (rand, events);
      while (done < events->len)
        {
          guint n = (guint) g_rand_int_range (rand, 1, N_EVENTS);
          g_autoptr (GPtrArray) part = g_ptr_array_new ();

          for (; n > 0 && done < events->len; n--)
            g_ptr_array_add (part, g_ptr_array_index (events, done++));
          if (part->len == done)
            starling_progress_replay (parts, part);
          else if (g_rand_boolean (rand))
            starling_progress_add_all (parts, part);
          else
            for (guint i = 0; i < part->len; i++)
              starling_progress_add (parts, g_ptr_array_index (part, i));
          ask (rand, parts);
        }
      assert_same (parts, whole, catalogue);
    }
}

/* The journal knows events before they are added here, undos among them: until
 * then they do not count. */
static void
test_ahead (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = make_rand (round);
      g_autoptr (GPtrArray) events = random_journal (rand, 3 * N_EVENTS);
      g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
      g_autoptr (StarlingProgress) progress
          = starling_progress_new_for_ledger (ledger);
      g_autoptr (GPtrArray) done = g_ptr_array_new ();

      for (guint i = 0; i < events->len; i++)
        starling_ledger_add_event (ledger, g_ptr_array_index (events, i));
      if (round % 2 == 1)
        random_shuffle (rand, events);
      while (done->len < events->len)
        {
          g_autoptr (StarlingProgress) fresh = starling_progress_new ();
          guint n = (guint) g_rand_int_range (rand, 1, N_EVENTS);

          for (; n > 0 && done->len < events->len; n--)
            {
              StarlingEvent *event = g_ptr_array_index (events, done->len);

              starling_progress_add (progress, event);
              g_ptr_array_add (done, event);
            }
          ask (rand, progress);
          starling_progress_replay (fresh, done);
          assert_same (progress, fresh, catalogue);
        }
    }
}

/* An undo brings back exactly what was, a redo exactly what had become. */
static void
test_undo (void)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = make_rand (round);
      g_autoptr (GPtrArray) events = random_journal (rand, N_EVENTS);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();

      for (guint i = 0; i < events->len; i++)
        {
          StarlingEvent *event = g_ptr_array_index (events, i);
          g_autofree char *before = dump_progress (progress, catalogue);
          g_autofree char *after = NULL;
          g_autofree char *last = g_strdup (event->id);

          starling_progress_add (progress, event);
          after = dump_progress (progress, catalogue);
          for (guint j = 0; j < 4; j++)
            {
              g_autofree char *id = g_strdup_printf ("u%u-%u", i, j);
              g_autoptr (StarlingEvent) undo
                  = random_undo (id, last, event->at);
              g_autofree char *now = NULL;

              /* The third is redo, the fourth redo of that: it stands. */
              starling_progress_add (progress, undo);
              now = dump_progress (progress, catalogue);
              g_assert_cmpstr (now, ==, j % 2 == 0 ? before : after);
              g_free (last);
              last = g_steal_pointer (&id);
            }
        }
    }
}

/* After everything was replayed, nothing is known of what has changed. */
static void
check_replayed (StarlingProgress *progress, GPtrArray *events)
{
  guint64 serial = starling_progress_get_serial (progress);
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  g_assert_true (starling_progress_find_changes (progress, serial, changed));
  g_assert_cmpuint (changed->len, ==, 0);
  starling_progress_replay (progress, events);
  g_assert_false (starling_progress_find_changes (progress, serial, changed));
}

/* Of a change, only what it can change is found out again. */
static void
test_changes (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = make_rand (round);
      g_autoptr (GPtrArray) events = random_journal (rand, 2 * N_EVENTS);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();
      double retention = STARLING_DEFAULT_RETENTION;

      if (round % 2 == 1)
        random_shuffle (rand, events);
      for (guint i = 0; i < events->len; i++)
        {
          StarlingEvent *event = g_ptr_array_index (events, i);
          guint64 serial = starling_progress_get_serial (progress);
          g_autoptr (GPtrArray) changed = g_ptr_array_new ();
          char *before[RANDOM_N_SCENARIOS];
          StarlingStudySettings settings;

          for (guint j = 0; j < RANDOM_N_SCENARIOS; j++)
            {
              g_autofree char *id = random_dup_scenario (j);

              before[j] = dump_scenario (progress, id);
            }
          starling_progress_add (progress, event);
          g_assert_true (
              starling_progress_find_changes (progress, serial, changed));
          starling_progress_get_settings (progress, &settings);
          if (settings.retention == retention)
            g_assert_cmpuint (changed->len, <=, 1);
          retention = settings.retention;

          for (guint j = 0; j < RANDOM_N_SCENARIOS; j++)
            {
              g_autofree char *id = random_dup_scenario (j);
              g_autofree char *after = dump_scenario (progress, id);

              if (!g_str_equal (before[j], after))
                g_assert_true (g_ptr_array_find_with_equal_func (changed, id,
                                                                 g_str_equal,
                                                                 NULL));
              g_free (before[j]);
            }
        }
      check_replayed (progress, events);
    }
}

/* Whatever the zones, no time is negative, and nothing is out of bounds. */
static void
test_bounds (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = make_rand (round);
      g_autoptr (GPtrArray) events = random_journal (rand, 10 * N_EVENTS);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();

      starling_progress_replay (progress, events);
      for (guint i = 0; i < RANDOM_N_SCENARIOS * RANDOM_N_CARDS; i++)
        {
          g_autofree char *name
              = random_dup_card (i / RANDOM_N_CARDS, i % RANDOM_N_CARDS);
          const StarlingCardRecord *record
              = starling_progress_get_card (progress, name);

          if (record == NULL || record->memory.state == STARLING_MEMORY_NEW)
            continue;
          g_assert_cmpint (record->memory.elapsed_days, >=, 0);
          g_assert_cmpint (record->memory.scheduled_days, >=, 0);
          g_assert_cmpint (record->memory.due, >, record->memory.last_review);
          g_assert_true (isfinite (record->memory.stability));
          g_assert_cmpfloat (record->memory.stability, >, 0);
          g_assert_cmpfloat (record->memory.difficulty, >=, 1);
          g_assert_cmpfloat (record->memory.difficulty, <=, 10);
          g_assert_cmpint (record->introduced_at, <=, record->last_at);
          g_assert_cmpint (record->last_at / 1000, ==,
                           record->memory.last_review);
        }
    }
}

/* Who was graded since their last reset; and who counts after all forgets. */
static void
count_plainly (StarlingProgress *progress,
               GPtrArray *events,
               GHashTable *per_day)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, NULL);

  for (guint i = 0; i < events->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (events, i);
      g_autofree char *scenario = starling_event_dup_scenario (event);
      gboolean counts = scenario != NULL
                        && !starling_progress_is_void (progress, event->id);
      StarlingActivity *day = NULL;
      gpointer key
          = GINT_TO_POINTER (starling_day_of (event->at, event->offset));

      for (guint j = i + 1; counts && j < events->len; j++)
        {
          const StarlingEvent *later = g_ptr_array_index (events, j);

          if (later->type == STARLING_EVENT_FORGET
              && g_str_equal (later->scenario, scenario)
              && !starling_progress_is_void (progress, later->id))
            counts = FALSE;
        }
      if (!counts)
        continue;
      day = g_hash_table_lookup (per_day, key);
      if (day == NULL)
        {
          day = g_new0 (StarlingActivity, 1);
          g_hash_table_insert (per_day, key, day);
        }
      if (event->type == STARLING_EVENT_CARD
          && g_str_equal (event->action, "reset"))
        g_hash_table_remove (seen, event->card);
      else if (event->type == STARLING_EVENT_REVIEW
               && g_hash_table_add (seen, event->card))
        day->n_new++;
      else if (event->type == STARLING_EVENT_REVIEW)
        day->n_due++;
      day->n_takes += event->type == STARLING_EVENT_REHEARSAL ? 1 : 0;
      day->n_questions += event->type == STARLING_EVENT_QUIZ ? 1 : 0;
    }
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return starling_event_compare (*(StarlingEvent *const *) a,
                                 *(StarlingEvent *const *) b);
}

static void
test_days (void)
{
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr (GRand) rand = make_rand (round);
      g_autoptr (GPtrArray) events = random_journal (rand, 3 * N_EVENTS);
      g_autoptr (StarlingProgress) progress = starling_progress_new ();
      g_autoptr (GHashTable) per_day
          = g_hash_table_new_full (NULL, NULL, NULL, g_free);
      const StarlingActivity *days = NULL;
      guint n_days = 0;
      guint n_busy = 0;
      GHashTableIter iter;
      gpointer key, value;

      for (guint i = 0; i < events->len; i++)
        {
          starling_progress_add (progress, g_ptr_array_index (events, i));
          ask (rand, progress);
        }
      g_ptr_array_sort (events, compare_cb);
      count_plainly (progress, events, per_day);
      days = starling_progress_get_days (progress, &n_days);
      for (guint i = 0; i < n_days; i++)
        {
          const StarlingActivity *plain
              = g_hash_table_lookup (per_day, GINT_TO_POINTER (days[i].day));

          g_assert_true (i == 0 || days[i - 1].day < days[i].day);
          g_assert_cmpuint (days[i].n_new, ==, plain->n_new);
          g_assert_cmpuint (days[i].n_learning + days[i].n_due, ==,
                            plain->n_due);
          g_assert_cmpuint (days[i].n_takes, ==, plain->n_takes);
          g_assert_cmpuint (days[i].n_questions, ==, plain->n_questions);
        }
      g_hash_table_iter_init (&iter, per_day);
      while (g_hash_table_iter_next (&iter, &key, &value))
        n_busy += starling_activity_count (value) > 0 ? 1 : 0;
      g_assert_cmpuint (n_days, ==, n_busy);
    }
}

/* The three kinds of review, and the day in the event's own zone. */
static void
test_kinds (void)
{
  static const struct
  {
    int hours; /* after noon on Monday */
    int offset;
    const char *word; /* a grade, or an action */
  } steps[] = {
    { 0, 0, "3" },   { 1, 0, "3" },      { 2, 0, "bury" },
    { 100, 0, "1" }, { 101, 0, "3" },    { 102, 0, "reset" },
    { 103, 0, "2" }, { 113, -840, "3" }, { 114, 840, "3" },
  };
  static const char *const expected
      = "20780: 1 1 0\n20784: 1 2 1\n20785: 0 1 0\n";
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  const StarlingActivity *days = NULL;
  guint n_days = 0;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gboolean graded = g_ascii_isdigit (*steps[i].word);
      g_autoptr (StarlingEvent) event = starling_event_new (
          graded ? STARLING_EVENT_REVIEW : STARLING_EVENT_CARD);

      event->id = g_strdup_printf ("e%u", i);
      event->at = RANDOM_START + steps[i].hours * HOUR;
      event->offset = steps[i].offset;
      event->card = g_strdup ("a#weak");
      if (graded)
        event->grade = *steps[i].word - '0';
      else
        event->action = g_strdup (steps[i].word);
      starling_progress_add (progress, event);
    }
  days = starling_progress_get_days (progress, &n_days);
  for (guint i = 0; i < n_days; i++)
    g_string_append_printf (text, "%d: %u %u %u\n", days[i].day, days[i].n_new,
                            days[i].n_learning, days[i].n_due);
  g_assert_cmpstr (text->str, ==, expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/progress-cards/one-by-one", test_one_by_one);
  g_test_add_func ("/progress-cards/split", test_split);
  g_test_add_func ("/progress-cards/ahead", test_ahead);
  g_test_add_func ("/progress-cards/undo", test_undo);
  g_test_add_func ("/progress-cards/changes", test_changes);
  g_test_add_func ("/progress-cards/bounds", test_bounds);
  g_test_add_func ("/progress-cards/days", test_days);
  g_test_add_func ("/progress-cards/kinds", test_kinds);
  return g_test_run ();
}
