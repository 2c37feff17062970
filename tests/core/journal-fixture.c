/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "journal-fixture.h"

#include "support.h"

void
journal_renew (JournalFixture *f)
{
  g_clear_pointer (&f->file, starling_journal_file_free);
  g_clear_pointer (&f->report, starling_journal_report_free);
  f->file = starling_journal_file_new (f->folder);
  f->report = starling_journal_report_new ();
  g_ptr_array_set_size (f->fresh, 0);
}

void
journal_set_up (JournalFixture *f, gconstpointer data)
{
  f->top = test_make_folder ();
  f->folder = g_build_filename (f->top, "data", "starling", NULL);
  f->path = g_build_filename (f->folder, "journal.jsonl", NULL);
  f->fresh
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  journal_renew (f);
}

void
journal_tear_down (JournalFixture *f, gconstpointer data)
{
  starling_journal_file_free (f->file);
  starling_journal_report_free (f->report);
  g_ptr_array_unref (f->fresh);
  test_remove_folder (f->top);
  g_free (f->top);
  g_free (f->folder);
  g_free (f->path);
}

void
journal_write (JournalFixture *f, const char *text)
{
  g_assert_cmpint (g_mkdir_with_parents (f->folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (f->path, text, -1, NULL));
}

char *
journal_read_file (const char *path)
{
  char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? text : NULL;
}

GPtrArray *
journal_make_events (const char *ids)
{
  g_auto (GStrv) list = g_strsplit (ids, " ", -1);
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    {
      StarlingEvent *event = starling_event_new (STARLING_EVENT_UNDO);

      event->id = g_strdup (list[i]);
      event->at = NOW;
      event->offset = 0;
      event->of = g_strdup ("x");
      event->line = starling_event_to_line (event);
      g_ptr_array_add (events, event);
    }
  return events;
}

/* Locks and appends events with these ids. */
gboolean
journal_append (JournalFixture *f, const char *ids, GError **error)
{
  g_autoptr (GPtrArray) events = journal_make_events (ids);

  return starling_journal_file_lock (f->file, 0, error)
         && starling_journal_file_append (f->file, events, NOW, f->fresh,
                                          f->report, error);
}

void
journal_append_ok (JournalFixture *f, const char *ids)
{
  g_autoptr (GError) error = NULL;

  journal_append (f, ids, &error);
  g_assert_no_error (error);
}

char *
journal_join_fresh (JournalFixture *f)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < f->fresh->len; i++)
    g_string_append_printf (
        ids, "%s%s", i > 0 ? " " : "",
        ((StarlingEvent *) g_ptr_array_index (f->fresh, i))->id);
  return g_strdup (ids->str);
}

/* All that lies in journal.damaged-*.jsonl, and how many such files. */
char *
journal_read_damaged (JournalFixture *f, guint *n_files)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  const char *name = NULL;

  *n_files = 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, "journal.damaged-"))
      {
        g_autofree char *path = g_build_filename (f->folder, name, NULL);
        g_autofree char *text = journal_read_file (path);

        g_string_append (all, text);
        (*n_files)++;
      }
  return g_strdup (all->str);
}
