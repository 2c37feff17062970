/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-fixture.h"
#include "random-journal.h"

#include <string.h>

#define DAY (24 * HOUR)

#define BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"
#define NEW_YORK "EST5EDT,M3.2.0,M11.1.0"

/* A pack of scenarios with the cards of random journals, and some more. */
static char *
make_pack (const char *id, guint first, guint n, guint n_probes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text,
      "{\"format\":\"starling-pack\",\"version\":1,\"id\":\"%s\",\"title\":"
      "\"P\",\"language\":\"en\",\"scenarios\":[",
      id);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (
          text,
          "%s{\"id\":\"s%u\",\"title\":\"T\",\"question\":\"Why?\","
          "\"principle\":\"%s\",\"steps\":["
          "{\"step\":\"situation\",\"seconds\":30},"
          "{\"step\":\"task\",\"seconds\":20,\"answer\":[{\"text\":\"It.\"}]},"
          "{\"step\":\"action\",\"seconds\":90,\"answer\":[{\"text\":\"I.\","
          "\"levels\":[\"senior\"]}]},"
          "{\"step\":\"result\",\"seconds\":20},"
          "{\"step\":\"reflection\",\"seconds\":15}],"
          "\"weak_answer\":{\"text\":\"We.\",\"flags\":[\"we\"],"
          "\"verdict\":\"No.\"},\"probes\":[",
          i > 0 ? "," : "", first + i, i % 2 == 0 ? "ownership" : "dive-deep");
      for (guint j = 0; j < n_probes; j++)
        g_string_append_printf (
            text,
            "%s{\"id\":\"%s%u\",\"question\":\"Why?\",\"probes\":\"It\","
            "\"weak\":{\"answer\":\"A.\",\"why\":\"B.\"},"
            "\"strong\":{\"answer\":\"C.\",\"takeaway\":\"D.\"}}",
            j > 0 ? "," : "", j == 0 ? "why" : "p", j);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  return g_strdup (text->str);
}

static void
put_pack (
    LibraryFixture *f, const char *name, guint first, guint n, guint probes)
{
  g_autofree char *text = make_pack (name, first, n, probes);
  g_autofree char *file = g_strdup_printf ("packs/%s.json", name);

  library_put (f->user_dir, file, text);
}

/* The deck has every card of every scenario in the sidebar's order, and what
 * @progress says of it. */
static void
check_deck (LibraryFixture *f, StarlingProgress *progress)
{
  const StarlingDeck *deck = starling_library_get_deck (f->library);
  GListModel *summaries = starling_library_get_summaries (f->library);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      GPtrArray *cards = starling_summary_get_cards (summary);

      g_assert_cmpuint (starling_summary_get_n_cards (summary), ==, cards->len);
      for (guint j = 0; j < cards->len; j++, n++)
        {
          const StarlingCard *card = g_ptr_array_index (cards, j);
          const StarlingDeckCard *found = &deck->cards[n];
          const StarlingCardRecord *known
              = starling_progress_get_card (progress, card->name);
          StarlingCardRecord blank;
          g_autofree char *record = dump_record (&found->record);
          g_autofree char *expected = NULL;

          starling_card_record_init (&blank);
          expected = dump_record (known != NULL ? known : &blank);
          g_assert_cmpstr (found->name, ==, card->name);
          g_assert_cmpuint (found->scenario, ==, i);
          g_assert_cmpint (found->principle, ==,
                           starling_summary_get_principle (summary));
          g_assert_cmpint (found->kind, ==, card->kind);
          g_assert_cmpuint (found->levels, ==, card->levels);
          g_assert_cmpstr (record, ==, expected);
          g_assert_true (starling_library_find_card (f->library, card->name)
                         == found);
        }
    }
  g_assert_cmpuint (deck->n_cards, ==, n);
  g_assert_null (starling_library_find_card (f->library, "s0#step.gone"));
}

/* Kept up to date event by event, it is what it would be from scratch. */
static void
test_incremental (LibraryFixture *f, gconstpointer data)
{
  StarlingProgress *progress = NULL;

  put_pack (f, "five", 0, RANDOM_N_SCENARIOS, 2);
  g_assert_true (starling_library_load (f->library, NULL));
  progress = starling_library_get_progress (f->library);
  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GRand) rand
          = g_rand_new_with_seed ((guint32) g_test_rand_int ());
      g_autoptr (GPtrArray) events = random_journal (rand, 120);
      g_autoptr (GPtrArray) so_far = g_ptr_array_new ();

      if (round % 2 == 1)
        random_shuffle (rand, events);
      starling_progress_replay (progress, so_far);
      for (guint i = 0; i < events->len; i++)
        {
          g_autoptr (StarlingProgress) fresh = starling_progress_new ();

          starling_progress_add (progress, g_ptr_array_index (events, i));
          g_ptr_array_add (so_far, g_ptr_array_index (events, i));
          if (g_rand_int_range (rand, 0, 3) > 0)
            continue;
          starling_progress_replay (fresh, so_far);
          check_deck (f, fresh);
        }
    }
}

static void
add_review (LibraryFixture *f, const char *card, gint64 at, int offset)
{
  static guint n = 0;
  g_autoptr (StarlingEvent) review = starling_event_new (STARLING_EVENT_REVIEW);

  review->id = g_strdup_printf ("r%u", n++);
  review->at = at;
  review->offset = offset;
  review->card = g_strdup (card);
  review->grade = 3;
  starling_progress_add (starling_library_get_progress (f->library), review);
}

/* Other scenarios, another deck; history waits for its card to come back. */
static void
test_scenarios (LibraryFixture *f, gconstpointer data)
{
  StarlingProgress *progress = starling_library_get_progress (f->library);

  library_load (f);
  check_deck (f, progress);
  add_review (f, "s1#probe.p1", NOW, 60);
  g_assert_null (starling_library_find_card (f->library, "s1#probe.p1"));

  put_pack (f, "two", 0, 2, 3);
  wait_until (starling_library_find_card (f->library, "s1#probe.p1") != NULL);
  check_deck (f, progress);
  g_assert_cmpuint (starling_library_find_card (f->library, "s1#probe.p1")
                        ->record.memory.reps,
                    ==, 1);

  put_pack (f, "two", 1, 2, 1);
  wait_until (starling_library_find_card (f->library, "s1#probe.p1") == NULL);
  check_deck (f, progress);
  g_assert_nonnull (starling_library_find_card (f->library, "s2#weak"));
  g_assert_null (starling_library_find_card (f->library, "s0#weak"));
  g_assert_nonnull (starling_progress_get_card (progress, "s1#probe.p1"));
}

/* Through the library: recorded, undone, done again. */
static void
test_record (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingEvent) review = starling_event_new (STARLING_EVENT_REVIEW);
  const StarlingDeckCard *card = NULL;

  put_pack (f, "two", 0, 2, 3);
  library_load (f);
  review->card = g_strdup ("s1#weak");
  review->grade = 3;
  review->level = STARLING_LEVEL_SENIOR;
  library_record (f, review);
  card = starling_library_find_card (f->library, "s1#weak");
  g_assert_cmpint (card->record.memory.state, ==, STARLING_MEMORY_LEARNING);
  g_assert_cmpint (card->record.introduced_at, ==, NOW);
  g_assert_cmpuint (card->record.levels, ==, 1u << STARLING_LEVEL_SENIOR);
  starling_library_undo (f->library, review->id);
  card = starling_library_find_card (f->library, "s1#weak");
  g_assert_cmpint (card->record.memory.state, ==, STARLING_MEMORY_NEW);
  g_assert_cmpuint (card->record.levels, ==, 0);
}

/* What is later than the clock never was. */
static void
test_rewind (LibraryFixture *f, gconstpointer data)
{
  StarlingPlanInput input;

  put_pack (f, "two", 0, 2, 3);
  g_assert_true (starling_library_load (f->library, NULL));
  add_review (f, "s1#weak", NOW - DAY, 60);
  add_review (f, "s1#weak", NOW, 60);
  add_review (f, "s1#weak", NOW + 1, 60);
  add_review (f, "s0#weak", NOW + DAY, 60);
  starling_library_get_plan_input (f->library, -1, &input);
  g_assert_cmpuint (input.reviews_done, ==, 1);
  check_deck (f, starling_library_get_progress (f->library));

  starling_library_rewind (f->library);
  starling_library_get_plan_input (f->library, -1, &input);
  g_assert_cmpuint (input.new_done, ==, 0);
  g_assert_cmpuint (input.reviews_done, ==, 0);
  g_assert_cmpuint (f->n_progress, >, 0);
  g_assert_cmpuint (
      starling_library_find_card (f->library, "s1#weak")->record.memory.reps,
      ==, 2);
  g_assert_cmpint (
      starling_library_find_card (f->library, "s0#weak")->record.memory.state,
      ==, STARLING_MEMORY_NEW);
  check_deck (f, starling_library_get_progress (f->library));
}

static gint64
parse_time (const char *text)
{
  gint64 utc_ms = 0;

  g_assert_true (starling_time_parse_utc (text, &utc_ms, NULL));
  return utc_ms;
}

/* Today, and when it is over: the next 04:00 on the user's own clock. */
static void
test_today (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *zone, *now, *today, *tomorrow;
    int offset;
  } cases[] = {
    { "UTC0", "2026-11-23T12:00:00Z", "2026-11-23", "2026-11-24T04:00:00Z", 0 },
    { "UTC0", "2026-11-24T03:59:59.999Z", "2026-11-23", "2026-11-24T04:00:00Z",
      0 },
    { "UTC0", "2026-11-24T04:00:00Z", "2026-11-24", "2026-11-25T04:00:00Z", 0 },
    { "XYZ-14", "2026-11-23T13:59:59.999Z", "2026-11-23",
      "2026-11-23T14:00:00Z", 840 },
    { "XYZ12", "2026-11-23T15:59:59.999Z", "2026-11-22", "2026-11-23T16:00:00Z",
      -720 },
    /* Summer time begins: that night is an hour shorter */
    { BERLIN, "2027-03-27T12:00:00Z", "2027-03-27", "2027-03-28T02:00:00Z",
      60 },
    { BERLIN, "2027-03-28T00:59:59.999Z", "2027-03-27", "2027-03-28T02:00:00Z",
      60 },
    { BERLIN, "2027-03-28T01:00:00Z", "2027-03-27", "2027-03-28T02:00:00Z",
      120 },
    { BERLIN, "2027-03-28T01:59:59.999Z", "2027-03-27", "2027-03-28T02:00:00Z",
      120 },
    { BERLIN, "2027-03-28T02:00:00Z", "2027-03-28", "2027-03-29T02:00:00Z",
      120 },
    /* It ends: that night is an hour longer */
    { BERLIN, "2026-10-24T12:00:00Z", "2026-10-24", "2026-10-25T03:00:00Z",
      120 },
    { BERLIN, "2026-10-25T00:30:00Z", "2026-10-24", "2026-10-25T03:00:00Z",
      120 },
    { BERLIN, "2026-10-25T02:59:59.999Z", "2026-10-24", "2026-10-25T03:00:00Z",
      60 },
    { BERLIN, "2026-10-25T03:00:00Z", "2026-10-25", "2026-10-26T03:00:00Z",
      60 },
    { NEW_YORK, "2027-03-13T20:00:00Z", "2027-03-13", "2027-03-14T08:00:00Z",
      -300 },
    { NEW_YORK, "2027-03-14T07:59:59.999Z", "2027-03-13",
      "2027-03-14T08:00:00Z", -240 },
    { NEW_YORK, "2026-10-31T20:00:00Z", "2026-10-31", "2026-11-01T09:00:00Z",
      -240 },
    { NEW_YORK, "2026-11-01T08:59:59.999Z", "2026-10-31",
      "2026-11-01T09:00:00Z", -300 },
    { NEW_YORK, "2026-11-01T09:00:00Z", "2026-11-01", "2026-11-02T09:00:00Z",
      -300 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingPlanInput input;
      g_autofree char *today = NULL;
      gint64 now = parse_time (cases[i].now);

      g_test_message ("%s %s", cases[i].zone, cases[i].now);
      g_assert_true (starling_clock_set_zone (f->clock, cases[i].zone));
      starling_clock_advance (f->clock,
                              now - starling_clock_get_utc (f->clock));
      starling_library_get_plan_input (f->library, 2, &input);
      today = starling_day_format (input.today);
      g_assert_cmpint (input.now, ==, now);
      g_assert_cmpint (input.offset, ==, cases[i].offset);
      g_assert_cmpstr (today, ==, cases[i].today);
      g_assert_cmpint (input.tomorrow, ==, parse_time (cases[i].tomorrow));
      g_assert_cmpint (input.level, ==, 2);
    }
}

/* What was done today, and on which days before. */
static void
test_history (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *days; /* the last one is today; `r` a review, `t` a take */
    int last_day;     /* ago; -1: never */
    guint recent_days, recent_studied;
  } cases[] = {
    { "", -1, 0, 0 },
    { "r", -1, 0, 0 },
    { "r.", 1, 1, 1 },
    { "r..", 2, 2, 1 },
    { "rrr", 1, 2, 2 },
    { "rt.", 2, 2, 1 },
    { "t.", -1, 0, 0 },
    { "r.r.r", 2, 4, 2 },
    { "rrrrrrrrrrrrrrrr", 1, 14, 14 },
    { "r.....................", 21, 14, 0 },
    { "r.............r", 14, 14, 1 },
    { "r..............r", 15, 14, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) none = g_ptr_array_new ();
      StarlingPlanInput input;
      int n = (int) strlen (cases[i].days);

      g_test_message ("%s", cases[i].days);
      starling_progress_replay (starling_library_get_progress (f->library),
                                none);
      for (int j = 0; j < n; j++)
        {
          gint64 at = NOW - (n - 1 - j) * DAY;

          if (cases[i].days[j] == 'r')
            add_review (f, "s0#weak", at, 60);
          else if (cases[i].days[j] == 't')
            {
              g_autoptr (StarlingEvent) take = library_make_take ("s0");

              take->id = g_strdup_printf ("t%u-%d", i, j);
              take->at = at;
              take->offset = 60;
              starling_progress_add (starling_library_get_progress (f->library),
                                     take);
            }
        }
      starling_library_get_plan_input (f->library, -1, &input);
      g_assert_cmpint (input.last_day, ==,
                       cases[i].last_day < 0 ? STARLING_NO_DAY
                                             : input.today - cases[i].last_day);
      g_assert_cmpuint (input.recent_days, ==, cases[i].recent_days);
      g_assert_cmpuint (input.recent_studied, ==, cases[i].recent_studied);
    }
}

/* Counts of today, over 04:00 and over an ocean: a day is that of the zone in
 * which something was done. */
static void
test_zones (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    gint64 later;
    int offset;
    guint new_done, reviews_done;
    int last_day; /* ago; -1: never */
  } steps[] = {
    /* The clock says 10:15 when the cards are learned */
    { 0, 60, 2, 0, -1 },
    { 17 * HOUR, 60, 2, 0, -1 },
    { 18 * HOUR, 60, 0, 0, 1 },
    /* The same moment is yesterday in the west, today in the east */
    { 18 * HOUR, -300, 2, 0, -1 },
    { 0, -480, 0, 0, -1 },
    { 0, 840, 2, 0, -1 },
    { 5 * HOUR, 840, 0, 0, 1 },
  };
  StarlingPlanInput input;

  add_review (f, "s0#weak", NOW - 1, 60);
  add_review (f, "s1#weak", NOW, 60);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_test_message ("%u", i);
      starling_clock_advance (f->clock,
                              NOW + steps[i].later
                                  - starling_clock_get_utc (f->clock));
      starling_clock_set_offset (f->clock, steps[i].offset);
      starling_library_get_plan_input (f->library, -1, &input);
      g_assert_cmpuint (input.new_done, ==, steps[i].new_done);
      g_assert_cmpuint (input.reviews_done, ==, steps[i].reviews_done);
      g_assert_cmpint (input.last_day, ==,
                       steps[i].last_day < 0 ? STARLING_NO_DAY
                                             : input.today - steps[i].last_day);
    }
}

/* A card that is graded, day after day, in the plan's own words. */
static void
test_done (LibraryFixture *f, gconstpointer data)
{
  StarlingPlanInput input;

  add_review (f, "s0#weak", NOW - 9 * DAY, 60);
  add_review (f, "s0#weak", NOW - 9 * DAY + 1, 60);
  add_review (f, "s0#weak", NOW - 5 * DAY, 60);
  add_review (f, "s0#weak", NOW, 60);
  add_review (f, "s1#weak", NOW, 60);
  add_review (f, "s1#weak", NOW + 1, 60);
  starling_library_get_plan_input (f->library, -1, &input);
  g_assert_cmpuint (input.new_done, ==, 1);
  g_assert_cmpuint (input.reviews_done, ==, 1);
  g_assert_cmpint (input.last_day, ==, input.today - 5);
  g_assert_cmpuint (input.recent_days, ==, 9);
  g_assert_cmpuint (input.recent_studied, ==, 2);
  g_assert_cmpint (input.settings.new_per_day, ==, 20);
  g_assert_cmpint (input.goal.interview, ==, STARLING_NO_DAY);
}

static int
compare_times_cb (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *) a;
  gint64 right = *(const gint64 *) b;

  return (left > right) - (left < right);
}

static void
print_median (const char *what, GArray *times)
{
  g_array_sort (times, compare_times_cb);
  g_test_message ("%s: median %" G_GINT64_FORMAT " µs, worst %" G_GINT64_FORMAT
                  " µs",
                  what, g_array_index (times, gint64, times->len / 2),
                  g_array_index (times, gint64, times->len - 1));
  g_array_set_size (times, 0);
}

static StarlingEvent *
make_review (const char *id, guint i)
{
  StarlingEvent *review = starling_event_new (STARLING_EVENT_REVIEW);

  review->id = g_strdup (id);
  review->at = NOW + i;
  review->offset = 60;
  review->card = g_strdup_printf ("s%u#weak", i * 13 % 3334);
  review->grade = 3;
  return review;
}

/* A history of @n reviews of 3,334 scenarios. */
static GPtrArray *
make_history (guint n)
{
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < n; i++)
    {
      StarlingEvent *review = starling_event_new (STARLING_EVENT_REVIEW);

      review->id = g_strdup_printf ("e%u", i);
      review->at = NOW - 200 * DAY + i * 120000;
      review->offset = 60;
      review->card
          = g_strdup_printf ("s%u#probe.p%u", i * 7 % 3334, i % 11 + 1);
      review->grade = i % 9 == 0 ? 1 : 3;
      g_ptr_array_add (events, review);
    }
  return events;
}

static gint64
time_deck (LibraryFixture *f)
{
  gint64 start = g_get_monotonic_time ();

  g_assert_cmpuint (starling_library_get_deck (f->library)->n_cards, ==, 50010);
  return g_get_monotonic_time () - start;
}

/* With -m perf: 50,000 cards and 100,000 events. */
static void
test_speed (LibraryFixture *f, gconstpointer data)
{
  static const char *const words[] = { "review", "undo", "redo" };
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  StarlingProgress *progress = NULL;
  gint64 start = 0;

  if (!g_test_perf ())
    {
      g_test_skip ("needs -m perf");
      return;
    }
  put_pack (f, "many", 0, 3334, 12);
  g_assert_true (starling_library_load (f->library, NULL));
  progress = starling_library_get_progress (f->library);
  events = make_history (100000);
  start = g_get_monotonic_time ();
  starling_progress_replay (progress, events);
  g_test_message ("replay: %" G_GINT64_FORMAT " µs",
                  g_get_monotonic_time () - start);
  g_test_message ("deck: %" G_GINT64_FORMAT " µs", time_deck (f));

  for (guint round = 0; round < G_N_ELEMENTS (words); round++)
    {
      for (guint i = 0; i < 12000; i++)
        {
          g_autofree char *id = g_strdup_printf ("x%u-%u", round, i);
          g_autofree char *of = g_strdup_printf ("x%u-%u", round - 1, i);
          g_autoptr (StarlingEvent) event
              = round == 0 ? make_review (id, i)
                           : random_undo (id, of, NOW + 20000 * round + i);
          gint64 took = 0;

          start = g_get_monotonic_time ();
          starling_progress_add (progress, event);
          took = g_get_monotonic_time () - start + time_deck (f);
          g_array_append_val (times, took);
        }
      print_median (words[round], times);
    }
}

#define ADD(path, func)                                                        \
  g_test_add ("/library-deck/" path, LibraryFixture, NULL, library_set_up,     \
              func, library_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("incremental", test_incremental);
  ADD ("scenarios", test_scenarios);
  ADD ("record", test_record);
  ADD ("rewind", test_rewind);
  ADD ("today", test_today);
  ADD ("history", test_history);
  ADD ("zones", test_zones);
  ADD ("done", test_done);
  ADD ("speed", test_speed);
  return g_test_run ();
}
