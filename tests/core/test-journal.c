/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "storage/journal.h"
#include "support.h"

#include <glib/gstdio.h>
#include <string.h>

#define NOW G_GINT64_CONSTANT (1795425300250)

/* A journal in a folder of its own, and what it has told. */
typedef struct
{
  char *top;
  char *folder;
  char *path;
  StarlingJournal *journal;
  GPtrArray *events;
  StarlingJournalReport *report;
  guint n_states;
  guint n_fresh;
  guint n_reports;
  guint n_durable;
  guint n_closed;
} Fixture;

static void
state_cb (Fixture *f)
{
  f->n_states++;
}

static void
fresh_cb (Fixture *f, GPtrArray *events)
{
  f->n_fresh += events->len;
}

static void
report_cb (Fixture *f, StarlingJournalReport *report)
{
  f->n_reports++;
}

static void
renew (Fixture *f)
{
  f->journal = starling_journal_new (f->folder);
  g_signal_connect_swapped (f->journal, "state-changed", G_CALLBACK (state_cb),
                            f);
  g_signal_connect_swapped (f->journal, "fresh", G_CALLBACK (fresh_cb), f);
  g_signal_connect_swapped (f->journal, "report", G_CALLBACK (report_cb), f);
  f->events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  f->report = starling_journal_report_new ();
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->top = test_make_folder ();
  f->folder = g_build_filename (f->top, "starling", NULL);
  f->path = g_build_filename (f->folder, "journal.jsonl", NULL);
  renew (f);
}

static void
drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
clear (Fixture *f)
{
  if (f->journal != NULL)
    {
      starling_journal_close (f->journal);
      drain ();
      g_assert_finalize_object (f->journal);
    }
  f->journal = NULL;
  g_clear_pointer (&f->events, g_ptr_array_unref);
  g_clear_pointer (&f->report, starling_journal_report_free);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  clear (f);
  test_remove_folder (f->top);
  g_free (f->top);
  g_free (f->folder);
  g_free (f->path);
}

static gboolean
open_journal (Fixture *f, gboolean writable, GError **error)
{
  return starling_journal_open (f->journal, writable, 0, NOW, f->events,
                                f->report, error);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    f->n_durable++;
  else
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
      f->n_closed++;
    }
}

static GPtrArray *
make_event (const char *id)
{
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  StarlingEvent *event = starling_event_new (STARLING_EVENT_UNDO);

  event->id = g_strdup (id);
  event->at = NOW;
  event->offset = 0;
  event->of = g_strdup ("x");
  event->line = starling_event_to_line (event);
  g_ptr_array_add (events, event);
  return events;
}

static void
append (Fixture *f, const char *id)
{
  g_autoptr (GPtrArray) events = make_event (id);

  starling_journal_append (f->journal, events, NOW,
                           g_task_new (NULL, NULL, done_cb, f));
}

static guint
count_lines (Fixture *f)
{
  g_autofree char *text = NULL;
  guint n = 0;

  if (!g_file_get_contents (f->path, &text, NULL, NULL))
    return 0;
  for (const char *p = text; (p = strchr (p, '\n')) != NULL; p++)
    n++;
  return n;
}

/* Runs the main loop until @value reaches @wanted, 20 s at most. */
static void
wait_for (const guint *value, guint wanted)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (*value < wanted && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (*value, >=, wanted);
}

/* An event is in the file when it is said to be durable. */
static void
test_durable (Fixture *f, gconstpointer data)
{
  g_assert_true (open_journal (f, TRUE, NULL));
  g_assert_true (starling_journal_is_saved (f->journal));
  append (f, "a");
  wait_for (&f->n_durable, 1);
  g_assert_cmpuint (count_lines (f), ==, 1);
  g_assert_true (starling_journal_is_saved (f->journal));
  g_assert_null (starling_journal_get_trouble (f->journal));
  drain ();
  g_assert_cmpuint (f->n_states, ==, 1);
}

static void
test_many (Fixture *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  const char *p = NULL;

  g_assert_true (open_journal (f, TRUE, NULL));
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("e%03u", i);

      append (f, id);
    }
  starling_journal_flush (f->journal);
  g_assert_true (starling_journal_is_saved (f->journal));
  g_assert_cmpuint (count_lines (f), ==, 500);
  wait_for (&f->n_durable, 500);

  /* In the order of the calls. */
  g_file_get_contents (f->path, &text, NULL, NULL);
  p = text;
  for (guint i = 0; i < 500; i++)
    {
      g_autofree char *id = g_strdup_printf ("\"e%03u\"", i);

      p = strstr (p, id);
      g_assert_nonnull (p);
    }
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_assert_true (open_journal (f, TRUE, NULL));
  append (f, "a");
  starling_journal_flush (f->journal);
  drain ();
  {
    Fixture other = { .folder = f->folder, .path = f->path };

    /* Without being a writer, while there is one. */
    renew (&other);
    g_assert_true (open_journal (&other, FALSE, NULL));
    g_assert_cmpuint (other.events->len, ==, 1);
    clear (&other);

    /* As a second writer: the events are there all the same. */
    renew (&other);
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) trouble = NULL;

      g_assert_false (open_journal (&other, TRUE, &error));
      g_assert_error (error, STARLING_JOURNAL_ERROR,
                      STARLING_JOURNAL_ERROR_LOCKED);
      g_assert_cmpuint (other.events->len, ==, 1);
      trouble = starling_journal_get_trouble (other.journal);
      g_assert_error (trouble, STARLING_JOURNAL_ERROR,
                      STARLING_JOURNAL_ERROR_LOCKED);
    }

    /* It gets its turn, and hears of what was written meanwhile. */
    append (&other, "b");
    starling_journal_flush (other.journal);
    g_assert_false (starling_journal_is_saved (other.journal));
    append (f, "c");
    clear (f);
    wait_for (&other.n_durable, 1);
    drain ();
    g_assert_cmpuint (other.n_fresh, ==, 1);
    g_assert_cmpuint (count_lines (f), ==, 3);
    g_assert_null (starling_journal_get_trouble (other.journal));
    clear (&other);
  }
}

/* What cannot be written waits, and is tried again by itself. */
static void
test_retry (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) trouble = NULL;
  guint before = 0;

  g_assert_true (g_file_set_contents (f->folder, "in the way", -1, NULL));
  g_assert_false (open_journal (f, TRUE, NULL));
  append (f, "a");
  append (f, "b");
  starling_journal_flush (f->journal);
  drain ();
  g_assert_false (starling_journal_is_saved (f->journal));
  trouble = starling_journal_get_trouble (f->journal);
  g_assert_nonnull (trouble);
  g_assert_cmpuint (f->n_durable, ==, 0);

  before = f->n_states;
  g_assert_cmpint (g_unlink (f->folder), ==, 0);
  wait_for (&f->n_durable, 2);
  wait_for (&f->n_states, before + 1);
  g_assert_cmpuint (count_lines (f), ==, 2);
  g_assert_true (starling_journal_is_saved (f->journal));
}

static void
retried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GError **error = data;

  if (g_task_propagate_boolean (G_TASK (result), error))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "it worked");
}

/* Tries again at once; how that went is in @error, also if it worked. */
static void
retry (Fixture *f, GError **error)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  starling_journal_retry (f->journal,
                          g_task_new (f->journal, NULL, retried_cb, error));
  while (*error == NULL && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
}

/* Whoever asks for it need not wait for the next time. */
static void
test_retry_at_once (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) first = NULL;
  g_autoptr (GError) second = NULL;
  g_autoptr (GError) third = NULL;
  g_autoptr (GError) trouble = NULL;

  g_assert_true (g_file_set_contents (f->folder, "in the way", -1, NULL));
  g_assert_false (open_journal (f, TRUE, NULL));
  trouble = starling_journal_get_trouble (f->journal);
  append (f, "a");
  append (f, "b");
  g_assert_cmpuint (starling_journal_count_unsaved (f->journal), ==, 2);
  retry (f, &first);
  g_assert_error (first, trouble->domain, trouble->code);
  g_assert_cmpuint (starling_journal_count_unsaved (f->journal), ==, 2);

  g_assert_cmpint (g_unlink (f->folder), ==, 0);
  retry (f, &second);
  g_assert_error (second, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (second->message, ==, "it worked");
  g_assert_cmpuint (starling_journal_count_unsaved (f->journal), ==, 0);
  g_assert_cmpuint (count_lines (f), ==, 2);

  /* Nothing is left to be done. */
  retry (f, &third);
  g_assert_cmpstr (third->message, ==, "it worked");
  g_assert_cmpuint (count_lines (f), ==, 2);
}

/* The next event does not wait for the clock. */
static void
test_next (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_set_contents (f->folder, "in the way", -1, NULL));
  g_assert_false (open_journal (f, TRUE, NULL));
  append (f, "a");
  starling_journal_flush (f->journal);
  g_assert_cmpint (g_unlink (f->folder), ==, 0);
  append (f, "b");
  starling_journal_flush (f->journal);
  g_assert_true (starling_journal_is_saved (f->journal));
  g_assert_cmpuint (count_lines (f), ==, 2);
  wait_for (&f->n_durable, 2);
}

static void
test_closed (Fixture *f, gconstpointer data)
{
  g_assert_true (g_file_set_contents (f->folder, "in the way", -1, NULL));
  g_assert_false (open_journal (f, TRUE, NULL));
  append (f, "a");
  starling_journal_close (f->journal);
  wait_for (&f->n_closed, 1);
}

/* A call that waits tries once, and keeps nothing. */
static void
test_sync (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) events = make_event ("a");
  g_autoptr (GPtrArray) more = make_event ("b");

  g_assert_true (g_file_set_contents (f->folder, "in the way", -1, NULL));
  g_assert_false (open_journal (f, TRUE, NULL));
  g_assert_false (starling_journal_append_sync (f->journal, events, NOW, NULL));
  g_assert_cmpint (g_unlink (f->folder), ==, 0);
  g_assert_true (starling_journal_append_sync (f->journal, more, NOW, NULL));
  g_assert_cmpuint (count_lines (f), ==, 1);
}

/* What others do to the file while it is open is told. */
static void
test_news (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) other = make_event ("other");
  g_autofree char *text
      = g_strconcat (((StarlingEvent *) g_ptr_array_index (other, 0))->line,
                     "\nrubbish\n", NULL);

  g_assert_true (open_journal (f, TRUE, NULL));
  append (f, "a");
  wait_for (&f->n_durable, 1);
  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
  append (f, "b");
  wait_for (&f->n_durable, 2);
  wait_for (&f->n_reports, 1);
  g_assert_cmpuint (f->n_fresh, ==, 1);
  g_assert_cmpuint (count_lines (f), ==, 4);
}

static void
replace (Fixture *f, const char *id, const char *more)
{
  g_autoptr (GPtrArray) other = make_event (id);
  g_autofree char *text
      = g_strconcat (((StarlingEvent *) g_ptr_array_index (other, 0))->line,
                     "\n", more, NULL);

  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
}

/* Nothing is lost where no other event follows, either. */
static void
test_look (Fixture *f, gconstpointer data)
{
  g_assert_true (open_journal (f, TRUE, NULL));
  starling_journal_look (f->journal);
  append (f, "a");
  wait_for (&f->n_durable, 1);
  replace (f, "other", "");
  starling_journal_look (f->journal);
  wait_for (&f->n_fresh, 1);
  g_assert_cmpuint (count_lines (f), ==, 2);

  g_assert_cmpint (g_unlink (f->path), ==, 0);
  starling_journal_look (f->journal);
  wait_for (&f->n_reports, 1);
  g_assert_cmpuint (count_lines (f), ==, 2);

  /* A look that finds nothing costs nothing and tells nothing. */
  drain ();
  f->n_states = 0;
  starling_journal_look (f->journal);
  starling_journal_flush (f->journal);
  drain ();
  g_assert_cmpuint (f->n_states + f->n_fresh + f->n_reports, ==, 2);
}

static void
test_replaced_at_the_end (Fixture *f, gconstpointer data)
{
  g_assert_true (open_journal (f, TRUE, NULL));
  append (f, "a");
  wait_for (&f->n_durable, 1);
  replace (f, "other", "");
  starling_journal_flush (f->journal);
  g_assert_cmpuint (count_lines (f), ==, 2);
  replace (f, "third", "");
  starling_journal_close (f->journal);
  g_assert_cmpuint (count_lines (f), ==, 3);
}

/* A journal that nobody has ever written to does not come up at the end. */
static void
test_nothing_at_the_end (Fixture *f, gconstpointer data)
{
  g_assert_true (open_journal (f, TRUE, NULL));
  test_remove_folder (f->folder);
  starling_journal_flush (f->journal);
  starling_journal_close (f->journal);
  g_assert_false (g_file_test (f->folder, G_FILE_TEST_EXISTS));
}

/* A copy is named by the time that was told last, though a flush tells none. */
static void
test_name_of_copy (Fixture *f, gconstpointer data)
{
  g_autofree char *copy
      = g_build_filename (f->folder, "journal.damaged-20261123T091500Z.jsonl",
                          NULL);

  g_assert_true (open_journal (f, TRUE, NULL));
  append (f, "a");
  wait_for (&f->n_durable, 1);
  starling_journal_flush (f->journal);
  replace (f, "other", "rubbish\n");
  starling_journal_flush (f->journal);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/journal/durable", test_durable },
    { "/journal/many", test_many },
    { "/journal/read-only", test_read_only },
    { "/journal/retry", test_retry },
    { "/journal/next", test_next },
    { "/journal/retry-at-once", test_retry_at_once },
    { "/journal/closed", test_closed },
    { "/journal/sync", test_sync },
    { "/journal/news", test_news },
    { "/journal/look", test_look },
    { "/journal/replaced-at-the-end", test_replaced_at_the_end },
    { "/journal/nothing-at-the-end", test_nothing_at_the_end },
    { "/journal/name-of-copy", test_name_of_copy },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  return g_test_run ();
}
