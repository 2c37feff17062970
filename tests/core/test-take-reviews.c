/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/take-reviews.h"

#define HEAD "{\"v\":1,\"at\":\"2026-11-23T09:00:00.000Z\",\"offset\":60,"
#define TAKE "\"type\":\"rehearsal\",\"scenario\":\"a\","

static StarlingCatalogue *catalogue;

static StarlingScenario *
new_scenario (void)
{
  static const char *const phrases[] = { "one", "two", NULL };
  static const guint seconds[STARLING_N_STEPS] = { 30, 20, 90, 20, 15 };
  StarlingScenario *scenario = starling_scenario_new ();

  scenario->id = g_strdup ("a");
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      scenario->steps[i].step = (StarlingStepId) i;
      scenario->steps[i].seconds = seconds[i];
      if (i == STARLING_STEP_RESULT)
        continue;
      g_strfreev (scenario->steps[i].key_phrases);
      scenario->steps[i].key_phrases = g_strdupv ((char **) phrases);
    }
  return scenario;
}

static StarlingTakeReview *
review_line (const char *members)
{
  g_autoptr (StarlingScenario) scenario = new_scenario ();
  g_autoptr (StarlingLens) lens
      = starling_lens_new (catalogue, scenario, STARLING_LEVEL_SENIOR,
                           STARLING_AS_TOLD);
  g_autofree char *line
      = g_strconcat (HEAD, "\"id\":\"t\",", TAKE, members, "}", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpint (event->type, ==, STARLING_EVENT_REHEARSAL);
  return starling_take_review_new_from_event (event, lens);
}

/* Steps as the journal may have them, and what they come to. */
static void
test_times (void)
{
  static const struct
  {
    const char *steps;
    gint64 spent[STARLING_N_STEPS];
    gint64 target[STARLING_N_STEPS];
  } cases[] = {
    { "\"level\":\"senior\"", { 0 }, { 30000, 20000, 90000, 20000, 15000 } },
    { "\"steps\":[{\"step\":\"action\",\"target_ms\":80000,\"spent_ms\":1},"
      "{\"step\":\"situation\",\"target_ms\":31000,\"spent_ms\":29999}]",
      { 29999, 0, 1, 0, 0 },
      { 31000, 20000, 80000, 20000, 15000 } },
    { "\"steps\":[{\"step\":\"task\",\"spent_ms\":7}]",
      { 0, 7, 0, 0, 0 },
      { 30000, 20000, 90000, 20000, 15000 } },
    { "\"steps\":[{\"step\":\"task\",\"target_ms\":5000,\"spent_ms\":7},"
      "{\"step\":\"result\",\"target_ms\":1,\"spent_ms\":2},"
      "{\"step\":\"task\",\"target_ms\":4000,\"spent_ms\":30}]",
      { 0, 37, 0, 2, 0 },
      { 30000, 5000, 90000, 1, 15000 } },
    { "\"steps\":[{\"step\":\"task\",\"spent_ms\":31622400000},"
      "{\"step\":\"task\",\"spent_ms\":31622400000}]",
      { 0, G_GINT64_CONSTANT (31622400000), 0, 0, 0 },
      { 30000, 20000, 90000, 20000, 15000 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingTakeReview) review = review_line (cases[i].steps);

      for (guint j = 0; j < STARLING_N_STEPS; j++)
        {
          g_assert_cmpint (review->tally.spent_ms[j], ==, cases[i].spent[j]);
          g_assert_cmpint (review->tally.target_ms[j], ==, cases[i].target[j]);
        }
    }
}

/* Phrases as they were said, and how many of each step's two that makes. */
static void
test_phrases (void)
{
  static const struct
  {
    const char *said;
    guint n_said[STARLING_N_STEPS];
  } cases[] = {
    { "\"level\":\"senior\"", { 0 } },
    { "\"said\":[\"two\",\"one\"]", { 2 } },
    { "\"said\":[\"one\",\"one\",\"three\",\"One\"]", { 1, 1 } },
    { "\"said\":[\"two\",\"two\",\"two\",\"two\",\"two\",\"one\"]",
      { 2, 1, 1, 0, 1 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingTakeReview) review = review_line (cases[i].said);

      g_assert_cmpuint (starling_take_review_count_phrases (review), ==, 8);
      for (guint j = 0; j < STARLING_N_STEPS; j++)
        {
          g_assert_cmpuint (review->n_said[j], ==, cases[i].n_said[j]);
          g_assert_cmpuint (review->n_phrases[j], ==,
                            j == STARLING_STEP_RESULT ? 0 : 2);
        }
    }
}

static void
test_rest (void)
{
  g_autoptr (StarlingTakeReview) review = review_line (
      "\"level\":\"sde2\",\"angle\":\"ownership\",\"prompt\":\"bare\","
      "\"note\":\"Slower.\",\"rating\":{\"metrics\":3,\"charm\":4},"
      "\"probes\":[{\"probe\":\"p\",\"ms\":61000,\"target_ms\":45000,"
      "\"rating\":2},"
      "{\"probe\":\"q\"}]");

  g_assert_cmpstr (review->id, ==, "t");
  g_assert_cmpint (review->at, ==, G_GINT64_CONSTANT (1795424400000));
  g_assert_cmpint (review->offset, ==, 60);
  g_assert_cmpint (review->level, ==, STARLING_LEVEL_SDE2);
  g_assert_cmpstr (review->angle, ==, "ownership");
  g_assert_true (review->bare);
  g_assert_cmpstr (review->note, ==, "Slower.");
  g_assert_cmpint (starling_take_review_get_mean_rating (review), ==, 30);
  g_assert_cmpint (review->rating[STARLING_DIMENSION_METRICS], ==, 3);
  g_assert_cmpuint (review->n_probes, ==, 2);
  g_assert_cmpstr (review->probes[0].probe, ==, "p");
  g_assert_cmpint (review->probes[0].ms, ==, 61000);
  g_assert_cmpint (review->probes[0].target_ms, ==, 45000);
  g_assert_cmpint (review->probes[0].rating, ==, 2);
  g_assert_cmpint (review->probes[1].ms, ==, 0);
  g_assert_cmpint (review->probes[1].target_ms, ==, 60000);
  g_assert_cmpint (review->probes[1].rating, ==, 0);
}

/* What no journal says, but an event could have, does no harm. */
static void
test_nonsense (void)
{
  static const StarlingStepTime times[] = {
    { STARLING_STEP_TASK, -5, -7 },
    { STARLING_STEP_TASK, 0, 8 },
    { (StarlingStepId) STARLING_N_STEPS, 9, 9 },
  };
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_REHEARSAL);
  StarlingProbeTake *probe = starling_probe_take_new ("p");
  g_autoptr (StarlingTakeReview) review = NULL;

  event->scenario = g_strdup ("a");
  event->level = 99;
  event->steps = g_array_new (FALSE, TRUE, sizeof (StarlingStepTime));
  g_array_append_vals (event->steps, times, G_N_ELEMENTS (times));
  probe->rating = 5;
  event->probes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_probe_take_free);
  g_ptr_array_add (event->probes, probe);
  event->rating = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (event->rating, g_strdup ("delivery"),
                       GINT_TO_POINTER (-1));
  g_hash_table_insert (event->rating, g_strdup ("metrics"),
                       GINT_TO_POINTER (5));
  review = starling_take_review_new_from_event (event, NULL);
  g_assert_cmpint (review->tally.total_ms, ==, 8);
  g_assert_cmpint (review->tally.spent_ms[STARLING_STEP_TASK], ==, 8);
  g_assert_cmpint (review->tally.target_total_ms, ==, 0);
  g_assert_cmpint (review->probes[0].rating, ==, 4);
  g_assert_cmpint (review->rating[STARLING_DIMENSION_DELIVERY], ==, 0);
  g_assert_cmpint (review->rating[STARLING_DIMENSION_METRICS], ==, 4);
}

static void
add (StarlingProgress *progress, const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, &error);

  g_assert_no_error (error);
  starling_progress_add (progress, event);
}

/* Takes of one scenario, deleted ones left out, lens by lens. */
static void
test_list (void)
{
  static const char *const lines[] = {
    HEAD TAKE "\"id\":\"1\",\"level\":\"senior\"}",
    HEAD TAKE "\"id\":\"2\",\"level\":\"sde1\",\"angle\":\"ownership\"}",
    HEAD TAKE "\"id\":\"3\",\"level\":\"senior\",\"said\":[\"one\"]}",
    HEAD TAKE "\"id\":\"4\",\"level\":\"senior\"}",
    HEAD TAKE "\"id\":\"5\",\"said\":[\"one\"]}",
    HEAD "\"id\":\"6\",\"type\":\"rehearsal\",\"scenario\":\"b\"}",
    HEAD "\"id\":\"7\",\"type\":\"undo\",\"of\":\"4\"}",
    HEAD TAKE "\"id\":\"8\",\"level\":\"sde1\"}",
  };
  static const char *const all[] = { "1", "2", "3", "5", "8" };
  g_autoptr (StarlingScenario) scenario = new_scenario ();
  g_autoptr (StarlingProgress) progress = starling_progress_new ();
  g_autoptr (GPtrArray) reviews = NULL;
  g_autoptr (GPtrArray) some = NULL;
  g_autoptr (GPtrArray) others = NULL;
  const StarlingTakeReview *review;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    add (progress, lines[i]);
  reviews = starling_take_reviews_list (progress, catalogue, scenario);
  g_assert_cmpuint (reviews->len, ==, G_N_ELEMENTS (all));
  for (guint i = 0; i < reviews->len; i++)
    {
      review = g_ptr_array_index (reviews, i);
      g_assert_cmpstr (review->id, ==, all[i]);
      g_assert_cmpuint (starling_take_reviews_find (reviews, all[i]), ==, i);
    }
  g_assert_cmpuint (starling_take_reviews_find (reviews, "4"), ==, 5);
  review = g_ptr_array_index (reviews, 3);
  /* Without a level, nobody knows what was to be said */
  g_assert_cmpuint (starling_take_review_count_phrases (review), ==, 0);
  g_assert_cmpint (review->tally.target_total_ms, ==, 0);

  some = starling_take_reviews_filter (reviews, STARLING_LEVEL_SENIOR, NULL);
  g_assert_cmpuint (some->len, ==, 2);
  review = g_ptr_array_index (some, 1);
  g_assert_cmpstr (review->id, ==, "3");
  g_assert_cmpuint (review->n_said[0], ==, 1);
  g_assert_cmpint (review->tally.target_total_ms, ==, 175000);
  others = starling_take_reviews_filter (reviews, STARLING_LEVEL_SDE1, NULL);
  g_assert_cmpuint (others->len, ==, 1);
  /* Each through its own lens: 120 s at this level */
  review = g_ptr_array_index (others, 0);
  g_assert_cmpint (review->tally.target_total_ms, ==, 120000);
  review = g_ptr_array_index (reviews, 1);
  g_assert_cmpint (review->tally.target_total_ms, ==, 120000);

  /* One that is not saved yet is nowhere */
  g_ptr_array_add (others, starling_take_review_new ());
  g_assert_cmpuint (starling_take_reviews_find (others, NULL), ==, 2);
}

static StarlingCatalogue *
load_catalogue (void)
{
  g_autofree char *file
      = g_build_filename (STARLING_SOURCE_DATADIR, "catalogue.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  StarlingCatalogue *loaded;
  gsize length;

  g_file_get_contents (file, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (g_steal_pointer (&text), length);
  loaded = starling_catalogue_new_from_bytes (bytes, file, &error);
  g_assert_no_error (error);
  return loaded;
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = load_catalogue ();

  g_test_add_func ("/take-reviews/times", test_times);
  g_test_add_func ("/take-reviews/phrases", test_phrases);
  g_test_add_func ("/take-reviews/rest", test_rest);
  g_test_add_func ("/take-reviews/nonsense", test_nonsense);
  g_test_add_func ("/take-reviews/list", test_list);

  status = g_test_run ();
  starling_catalogue_unref (catalogue);
  return status;
}
