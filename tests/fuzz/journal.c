/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Any bytes as a journal: what counts of it is the same whenever it is read,
 * recording goes on behind it, and progress does not depend on how the events
 * came in. Any line as an event to be recorded: what is taken can be read.
 */
#include "config.h"

#include "fuzz.h"

#include "storage/flat.h"
#include "storage/journal-file.h"
#include "storage/progress.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795425300250)
#define MAX_REPLAYED 64

static GPtrArray *
new_events (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
}

static void
check_event (const StarlingEvent *event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingEvent) again
      = starling_event_parse (event->line, -1, &error);

  g_assert_no_error (error);
  g_assert_null (strchr (event->line, '\n'));
  g_assert_cmpstr (again->id, ==, event->id);
  g_assert_cmpint (again->at, ==, event->at);
  g_assert_cmpint (again->type, ==, event->type);
  g_assert_cmpint (starling_event_compare (again, event), ==, 0);
}

/* What a journal holds, fed in pieces of a length that its bytes decide. */
static StarlingJournalScan *
scan_text (const char *text, gsize length)
{
  g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
  StarlingJournalScan *scan = starling_journal_scan_new (ledger);
  gsize piece = length == 0 ? 1 : 1 + (guint8) text[length / 2];

  for (gsize i = 0; i < length; i += piece)
    starling_journal_scan_feed (scan, text + i, MIN (piece, length - i));
  starling_journal_scan_end (scan);
  return scan;
}

static GPtrArray *
list_events (const StarlingJournalScan *scan)
{
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; i < scan->numbers->len; i++)
    g_ptr_array_add (events,
                     starling_ledger_dup_event (scan->ledger,
                                                g_array_index (scan->numbers,
                                                               guint32, i)));
  return events;
}

/* The lines that count, alone, are a journal without damage. */
static void
check_scan (const StarlingJournalScan *scan, GPtrArray *events)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (StarlingJournalScan) again = NULL;

  for (guint i = 0; i < events->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (events, i);

      check_event (event);
      g_string_append (text, event->line);
      g_string_append_c (text, '\n');
    }
  again = scan_text (text->str, text->len);
  g_assert_cmpuint (again->numbers->len, ==, scan->numbers->len);
  g_assert_cmpuint (again->damaged->len, ==, 0);
  g_assert_null (again->torn);
}

/* What the reader of flat events takes, it takes as the general one does. */
static void
check_flat (const char *line, gsize length)
{
  StarlingFlat flat;
  g_autoptr (StarlingLedger) ledger = NULL;
  g_autoptr (StarlingEvent) event = NULL;
  g_autoptr (StarlingEvent) kept = NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  if (!starling_flat_read (line, length, &flat))
    return;
  event = starling_event_parse (line, (gssize) length, NULL);
  g_assert_nonnull (event);
  ledger = starling_ledger_new ();
  kept = starling_ledger_dup_event (
      ledger, starling_ledger_add_line (ledger, line, length, NULL, NULL));
  left = starling_event_to_line (event);
  right = starling_event_to_line (kept);
  g_assert_cmpstr (left, ==, right);
}

/* What is recorded can be read, as it was meant. */
static void
check_input (const char *line, gsize length)
{
  g_autoptr (StarlingEvent) event
      = starling_event_parse_input (line, (gssize) length, NULL);
  g_autoptr (StarlingEvent) read = NULL;
  g_autoptr (GError) error = NULL;

  if (event == NULL)
    return;
  if (event->id == NULL)
    event->id = g_strdup ("filled-in");
  if (event->at == STARLING_AT_UNSET)
    event->at = NOW;
  if (event->offset == STARLING_OFFSET_UNSET)
    event->offset = 60;
  event->line = starling_event_to_line (event);
  read = starling_event_parse (event->line, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read->type, ==, event->type);
  g_assert_cmpstr (read->id, ==, event->id);
  g_assert_cmpint (read->at, ==, event->at);
  g_assert_cmpint (read->offset, ==, event->offset);
  check_event (read);
}

static void
check_same_scenario (StarlingProgress *one,
                     StarlingProgress *other,
                     const char *scenario)
{
  StarlingScenarioProgress a;
  StarlingScenarioProgress b;

  starling_progress_get_scenario (one, scenario, &a);
  starling_progress_get_scenario (other, scenario, &b);
  g_assert_cmpint (a.state, ==, b.state);
  g_assert_cmpuint (a.n_takes, ==, b.n_takes);
  g_assert_cmpint (a.last_take_at, ==, b.last_take_at);
  g_assert_cmpuint (a.n_cards_reviewed, ==, b.n_cards_reviewed);
  g_assert_cmpuint (a.n_reviews, ==, b.n_reviews);
  g_assert_cmpuint (a.n_questions, ==, b.n_questions);
  g_assert_cmpuint (a.n_right, ==, b.n_right);
}

/* Those that count: of several with the same id, the first. */
static GPtrArray *
list_distinct (GPtrArray *events)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *distinct = new_events ();

  for (guint i = 0; i < events->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (events, i);

      if (g_hash_table_add (ids, event->id))
        g_ptr_array_add (distinct, starling_event_ref (event));
    }
  return distinct;
}

/* Progress is the same however the events came in. */
static void
check_progress (GPtrArray *all)
{
  g_autoptr (GPtrArray) events = list_distinct (all);
  g_autoptr (StarlingProgress) at_once = starling_progress_new ();
  g_autoptr (StarlingProgress) one_by_one = starling_progress_new ();
  StarlingStudySettings settings;
  StarlingStudySettings other;
  guint n_days = 0;
  guint n_other = 0;

  if (events->len > MAX_REPLAYED)
    return;
  starling_progress_add_all (at_once, events);
  for (guint i = events->len; i > 0; i--)
    starling_progress_add (one_by_one, g_ptr_array_index (events, i - 1));
  g_assert_cmpint (starling_progress_get_newest_at (at_once), ==,
                   starling_progress_get_newest_at (one_by_one));
  starling_progress_get_days (at_once, &n_days);
  starling_progress_get_days (one_by_one, &n_other);
  g_assert_cmpuint (n_days, ==, n_other);
  starling_progress_get_settings (at_once, &settings);
  starling_progress_get_settings (one_by_one, &other);
  g_assert_cmpint (settings.new_per_day, ==, other.new_per_day);
  for (guint i = 0; i < events->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (events, i);
      g_autofree char *scenario = starling_event_dup_scenario (event);

      g_assert_true (starling_progress_has_event (one_by_one, event->id));
      g_assert_cmpint (starling_progress_is_void (at_once, event->id), ==,
                       starling_progress_is_void (one_by_one, event->id));
      if (scenario != NULL)
        check_same_scenario (at_once, one_by_one, scenario);
    }
}

/* Reads the journal of the folder, and appends an event where one is given. */
static GPtrArray *
use_file (const char *line, guint *n_damaged, gboolean *torn)
{
  g_autoptr (StarlingJournalFile) file
      = starling_journal_file_new (scratch_get_folder ());
  g_autoptr (StarlingJournalReport) report = starling_journal_report_new ();
  g_autoptr (GPtrArray) more = new_events ();
  GPtrArray *fresh = new_events ();
  g_autoptr (GError) error = NULL;

  if (line != NULL)
    g_ptr_array_add (more, starling_event_parse (line, -1, NULL));
  g_assert_true (starling_journal_file_lock (file, 0, NULL));
  if (line != NULL)
    starling_journal_file_append (file, more, NOW, fresh, report, &error);
  else
    starling_journal_file_read (file, fresh, report, &error);
  g_assert_no_error (error);
  *n_damaged = report->n_damaged;
  *torn = report->torn;
  return fresh;
}

static void
check_file (const uint8_t *data, size_t length)
{
  static const char *const lines[] = {
    "{\"v\":1,\"id\":\"zz1\",\"at\":\"2026-11-23T09:15:00.250Z\",\"type\":"
    "\"undo\",\"of\":\"x\"}",
    "{\"v\":1,\"id\":\"zz2\",\"at\":\"2026-11-23T09:15:00.251Z\",\"type\":"
    "\"undo\",\"of\":\"x\"}"
  };
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) last = NULL;
  guint n_damaged = 0;
  gboolean torn = FALSE;

  scratch_clear ();
  path = scratch_put ("journal.jsonl", data, length);
  for (guint i = 0; i <= G_N_ELEMENTS (lines); i++)
    {
      guint n = 0;
      g_autoptr (GPtrArray) events
          = use_file (i < G_N_ELEMENTS (lines) ? lines[i] : NULL, &n, &torn);

      if (i > 0)
        {
          g_assert_cmpuint (events->len, ==, last->len + 1);
          g_assert_cmpuint (n, ==, n_damaged);
          g_assert_false (torn);
        }
      n_damaged = n;
      g_clear_pointer (&last, g_ptr_array_unref);
      last = g_steal_pointer (&events);
    }
}

/* Each line as one that is to be recorded. */
static void
check_inputs (const char *text, gsize length)
{
  gsize start = 0;

  for (guint i = 0; i < MAX_REPLAYED && start < length; i++)
    {
      const char *newline = memchr (text + start, '\n', length - start);
      gsize end = newline == NULL ? length : (gsize) (newline - text);

      check_input (text + start, end - start);
      check_flat (text + start, end - start);
      start = end + 1;
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  const char *text = (const char *) data;
  g_autoptr (StarlingJournalScan) scan = scan_text (text, length);
  g_autoptr (GPtrArray) events = list_events (scan);

  check_scan (scan, events);
  check_progress (events);
  check_inputs (text, length);
  if (memmem (data, length, "\"zz", 3) == NULL)
    check_file (data, length);
  return 0;
}
