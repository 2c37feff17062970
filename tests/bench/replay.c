/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library.h"

#include "base/random.h"
#include "support.h"

#include <stdio.h>
#include <sys/resource.h>

/*
 * What a journal of a quarter of a million events costs: ten years of cards,
 * questions and takes, with an undo here and there. Each figure is one of a
 * process of its own, as a start is: the time of all its threads until all that
 * is derived from the journal is there, without a cache and with one; what it
 * takes of memory, at most, beyond one with an empty journal; and the time to
 * record an event, beside that with a journal of a hundred. The best of some
 * tries counts, as other programs are in the way. Fails beyond the limits.
 */

#define N_EVENTS 250000
#define N_FEW 100
#define N_TRIES 5
#define N_APPENDED 300

#define LIMIT_COLD_MS 1000
#define LIMIT_CACHED_MS 100
#define LIMIT_MIB 40
#define LIMIT_APPEND_RATIO 1.5

#define BEGIN G_GINT64_CONSTANT (1451606400000) /* 2016-01-01 */
#define END G_GINT64_CONSTANT (1767225600000)   /* 2026-01-01 */

/* What a process has to say of itself. */
typedef struct
{
  double ms;
  double mib;
} Cost;

static const char *const cards[]
    = { "step.situation", "step.task",       "step.action",    "step.result",
        "probe.accepted", "probe.hard",      "probe.measure",  "probe.alert",
        "weak",           "angle.dive-deep", "angle.ownership" };

static void
put_body (GString *text, guint64 *random, guint i)
{
  static const char *const levels[] = { "sde1", "sde2", "senior" };
  const char *level = levels[starling_random_below (random, 3)];
  guint story = starling_random_below (random, 64);
  guint kind = starling_random_below (random, 100);
  guint ms = 900 + starling_random_below (random, 30000);

  if (kind < 80)
    g_string_append_printf (
        text,
        "\"type\":\"review\",\"card\":\"story-%02u#%s\",\"grade\":%u,"
        "\"ms\":%u,\"level\":\"%s\"}\n",
        story, cards[starling_random_below (random, G_N_ELEMENTS (cards))],
        1 + starling_random_below (random, 4), ms, level);
  else if (kind < 93)
    g_string_append_printf (
        text,
        "\"type\":\"quiz\",\"scenario\":\"story-%02u\",\"level\":\"%s\","
        "\"question\":\"q%u\",\"choice\":%u,\"correct\":%s,\"ms\":%u}\n",
        story, level, starling_random_below (random, 8),
        starling_random_below (random, 4), kind % 3 == 0 ? "false" : "true",
        ms);
  else if (kind < 97)
    g_string_append_printf (
        text,
        "\"type\":\"rehearsal\",\"scenario\":\"story-%02u\",\"level\":\"%s\","
        "\"prompt\":\"cues\",\"steps\":[{\"step\":\"situation\",\"target_ms\":"
        "30000,\"spent_ms\":%u},{\"step\":\"action\",\"target_ms\":90000,"
        "\"spent_ms\":%u}],\"said\":[\"I found\",\"I wrote\",\"no ticket\"],"
        "\"probes\":[],\"rating\":{\"content\":3,\"delivery\":2},"
        "\"note\":\"Shorter at the beginning.\"}\n",
        story, level, ms, 2 * ms);
  else if (kind < 99)
    g_string_append_printf (
        text, "\"type\":\"undo\",\"of\":\"%08x-0000-4000-8000-%012x\"}\n",
        (i - 7) * 2654435761u, i - 7);
  else
    g_string_append_printf (
        text,
        "\"type\":\"card\",\"card\":\"story-%02u#weak\",\"action\":\"bury\"}\n",
        story);
}

static char *
make_folder (const char *top, const char *name, guint n)
{
  char *folder = g_build_filename (top, name, NULL);
  g_autofree char *path = g_build_filename (folder, "journal.jsonl", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  guint64 random = 7;

  for (guint i = 0; i < n; i++)
    {
      gint64 at = BEGIN + (END - BEGIN) / N_EVENTS * (N_EVENTS - n + i);
      g_autofree char *time = starling_time_format_utc (at);

      g_string_append_printf (text,
                              "{\"v\":1,\"id\":\"%08x-0000-4000-8000-%012x\","
                              "\"at\":\"%s\",\"offset\":60,",
                              i * 2654435761u, i, time);
      put_body (text, &random, i);
    }
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (
      g_file_set_contents (path, text->str, (gssize) text->len, NULL));
  return folder;
}

static double
get_cpu_ms (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

static double
get_peak_mib (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static StarlingLibrary *
make_library (const char *folder, const char *cache)
{
  g_autofree char *program = test_dup_source_file ("data");
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (END, 0);
  StarlingLibrary *library = starling_library_new (program, folder, clock);

  if (*cache != '\0')
    starling_library_set_cache_dir (library, cache);
  return library;
}

/* Opens the journal alone, and derives all that can be. */
static void
do_replay (const char *folder, const char *cache)
{
  g_autoptr (StarlingLibrary) library = make_library (folder, cache);
  double before = get_cpu_ms ();
  guint n_days = 0;

  g_assert_true (starling_library_open_journal (library, 0, NULL));
  starling_progress_get_days (starling_library_get_progress (library), &n_days);
  printf ("%f %f\n", get_cpu_ms () - before, get_peak_mib ());
}

/* Records one event after the other, each durable before the next. */
static void
do_append (const char *folder, const char *cache)
{
  g_autoptr (StarlingLibrary) library = make_library (folder, cache);
  guint n_days = 0;
  double before = 0;

  g_assert_true (starling_library_open_journal (library, 0, NULL));
  starling_progress_get_days (starling_library_get_progress (library), &n_days);
  before = get_cpu_ms ();
  for (guint i = 0; i < N_APPENDED; i++)
    {
      g_autoptr (GPtrArray) events = g_ptr_array_new_with_free_func (
          (GDestroyNotify) starling_event_unref);
      StarlingEvent *event = starling_event_new (STARLING_EVENT_REVIEW);

      event->card = g_strdup_printf ("story-%02u#weak", i % 64);
      event->grade = 3;
      event->level = STARLING_LEVEL_SDE2;
      g_ptr_array_add (events, event);
      g_assert_true (starling_library_record_sync (library, events, NULL));
      starling_progress_get_days (starling_library_get_progress (library),
                                  &n_days);
    }
  printf ("%f %f\n", (get_cpu_ms () - before) / N_APPENDED, get_peak_mib ());
}

/* What a process says that does @what with a folder. */
static Cost
measure (const char *what, const char *folder, const char *cache)
{
  const char *argv[] = { "/proc/self/exe", what, folder, cache, NULL };
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *out = NULL;
  g_autoptr (GError) error = NULL;
  int status = 0;
  Cost cost = { 0 };

  argv[0] = self;
  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &out,
                NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_true (g_spawn_check_wait_status (status, NULL));
  g_assert_cmpint (sscanf (out, "%lf %lf", &cost.ms, &cost.mib), ==, 2);
  return cost;
}

static Cost
measure_best (const char *what, const char *folder, const char *cache)
{
  Cost best = measure (what, folder, cache);

  for (guint i = 1; i < N_TRIES; i++)
    {
      Cost cost = measure (what, folder, cache);

      best.ms = MIN (best.ms, cost.ms);
      best.mib = MAX (best.mib, cost.mib);
    }
  return best;
}

static gboolean
report (const char *what, double value, double limit, const char *unit)
{
  printf ("%-34s %8.2f %s (limit %g): %s\n", what, value, unit, limit,
          value < limit ? "ok" : "TOO MUCH");
  return value < limit;
}

static int
compare (const char *top)
{
  g_autofree char *cache = g_build_filename (top, "cache", NULL);
  g_autofree char *empty = make_folder (top, "empty", 0);
  g_autofree char *few = make_folder (top, "few", N_FEW);
  g_autofree char *many = make_folder (top, "many", N_EVENTS);
  Cost nothing = measure_best ("replay", empty, "");
  Cost cold = measure_best ("replay", many, "");
  Cost first = measure ("replay", many, cache);
  Cost cached = measure_best ("replay", many, cache);
  Cost little = measure_best ("append", few, "");
  Cost much = measure_best ("append", many, cache);
  gboolean ok = TRUE;

  printf ("%d events; the best of %d\n", N_EVENTS, N_TRIES);
  ok &= report ("replay without a cache", cold.ms, LIMIT_COLD_MS, "ms of CPU");
  ok &= report ("replay with a cache", cached.ms, LIMIT_CACHED_MS, "ms of CPU");
  ok &= report ("memory without a cache", cold.mib - nothing.mib, LIMIT_MIB,
                "MiB");
  ok &= report ("memory while one is written", first.mib - nothing.mib,
                LIMIT_MIB, "MiB");
  ok &= report ("memory with a cache", cached.mib - nothing.mib, LIMIT_MIB,
                "MiB");
  printf ("an event more: %.3f ms of CPU at %d, %.3f ms at %d\n", little.ms,
          N_FEW, much.ms, N_EVENTS);
  ok &= report ("ratio of these", much.ms / little.ms, LIMIT_APPEND_RATIO,
                "times");
  return ok ? 0 : 1;
}

int
main (int argc, char *argv[])
{
  g_autofree char *top = NULL;
  int status = 0;

  if (argc == 4)
    {
      if (g_str_equal (argv[1], "replay"))
        do_replay (argv[2], argv[3]);
      else
        do_append (argv[2], argv[3]);
      return 0;
    }
  top = test_make_folder ();
  status = compare (top);
  test_remove_folder (top);
  return status;
}
