/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library.h"
#include "storage/journal-file.h"
#include "support.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#define FOLDER "tests/core/data/journals"
#define NOW G_GINT64_CONSTANT (1795425300250) /* 2026-11-23T09:15:00.250Z */
#define COPY "journal.damaged-20261123T091500Z.jsonl"

/* A damaged journal, and what has to become of it: see make-journals.py. */
typedef struct
{
  char *text;
  gsize length;
  char *kept;      /* ids, in order */
  char *damaged;   /* numbers of lines */
  guint n_damaged; /* of them */
  gboolean torn;
} Case;

/* A folder with that journal. */
typedef struct
{
  Case data;
  char *folder;
  char *path;
  StarlingJournalFile *file;
  StarlingJournalReport *report;
  GPtrArray *fresh;
} Fixture;

static void
case_free (gpointer data)
{
  Case *c = data;

  g_free (c->text);
  g_free (c->kept);
  g_free (c->damaged);
  g_free (c);
}

static char *
join (JsonArray *array)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_string_append_printf (text, " %s", json_node_get_string (node));
      else
        g_string_append_printf (text, " %" G_GINT64_FORMAT,
                                json_node_get_int (node));
    }
  return g_strdup (text->str);
}

static void
renew (Fixture *f)
{
  g_clear_pointer (&f->file, starling_journal_file_free);
  g_clear_pointer (&f->report, starling_journal_report_free);
  f->file = starling_journal_file_new (f->folder);
  f->report = starling_journal_report_new ();
  g_ptr_array_set_size (f->fresh, 0);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  const Case *c = data;

  f->data = *c;
  f->folder = test_make_folder ();
  f->path = g_build_filename (f->folder, "journal.jsonl", NULL);
  f->fresh
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  g_assert_true (
      g_file_set_contents (f->path, c->text, (gssize) c->length, NULL));
  renew (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  starling_journal_file_free (f->file);
  starling_journal_report_free (f->report);
  g_ptr_array_unref (f->fresh);
  test_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
}

/* The ids of what was read, each behind a space. */
static char *
join_fresh (Fixture *f)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < f->fresh->len; i++)
    g_string_append_printf (
        ids, " %s", ((StarlingEvent *) g_ptr_array_index (f->fresh, i))->id);
  return g_strdup (ids->str);
}

/* The lines that the report names, likewise. */
static char *
join_reported (Fixture *f)
{
  static const char prefix[] = "journal.jsonl:";
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_auto (GStrv) lines
      = g_strsplit (f->report->details != NULL ? f->report->details : "", "\n",
                    -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_true (g_str_has_prefix (lines[i], prefix));
      if (strstr (lines[i], "cut short") == NULL)
        g_string_append_printf (numbers, " %ld",
                                strtol (lines[i] + strlen (prefix), NULL, 10));
    }
  return g_strdup (numbers->str);
}

/* Holds that the same events were read as ever, and @more. */
static void
check_read (Fixture *f, const char *more, gboolean torn)
{
  g_autofree char *ids = join_fresh (f);
  g_autofree char *wanted = g_strconcat (f->data.kept, more, NULL);
  g_autofree char *reported = join_reported (f);

  g_assert_cmpstr (ids, ==, wanted);
  g_assert_cmpuint (f->report->n_damaged, ==, f->data.n_damaged);
  g_assert_cmpstr (reported, ==, f->data.damaged);
  g_assert_cmpint (f->report->torn, ==, torn);
}

static GByteArray *
read_bytes (const char *path)
{
  GByteArray *bytes = NULL;
  char *text = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL))
    return g_byte_array_new ();
  bytes = g_byte_array_new_take ((guint8 *) text, length);
  return bytes;
}

/* All lines that were reported, as they stand in the journal. */
static GByteArray *
collect_damage (Fixture *f)
{
  GByteArray *all = g_byte_array_new ();
  const char *p = f->data.text;
  const char *end = p + f->data.length;
  g_autofree char *numbers = g_strconcat (f->data.damaged, " ", NULL);

  for (guint number = 1; p < end; number++)
    {
      const char *newline = memchr (p, '\n', (gsize) (end - p));
      const char *stop = newline != NULL ? newline : end;
      g_autofree char *word = g_strdup_printf (" %u ", number);

      if (newline == NULL ? f->data.torn : strstr (numbers, word) != NULL)
        {
          g_byte_array_append (all, (const guint8 *) p, (guint) (stop - p));
          g_byte_array_append (all, (const guint8 *) "\n", 1);
        }
      p = stop + 1;
    }
  return all;
}

/* Nothing is in the copy but what was damaged, each line once. */
static void
check_copy (Fixture *f)
{
  g_autofree char *path = g_build_filename (f->folder, COPY, NULL);
  g_autoptr (GByteArray) wanted = collect_damage (f);
  g_autoptr (GByteArray) got = read_bytes (path);

  g_assert_cmpmem (got->data, got->len, wanted->data, wanted->len);
  g_assert_cmpstr (f->report->copy, ==, wanted->len > 0 ? COPY : NULL);
}

static char *
append (Fixture *f, const char *id)
{
  g_autoptr (GPtrArray) events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  StarlingEvent *event = starling_event_new (STARLING_EVENT_UNDO);
  g_autoptr (GError) error = NULL;

  event->id = g_strdup (id);
  event->at = NOW;
  event->offset = 0;
  event->of = g_strdup ("nothing");
  event->line = starling_event_to_line (event);
  g_ptr_array_add (events, event);
  g_assert_true (starling_journal_file_lock (f->file, 0, NULL));
  starling_journal_file_append (f->file, events, NOW, f->fresh, f->report,
                                &error);
  g_assert_no_error (error);
  return g_strconcat (event->line, "\n", NULL);
}

/* Where the journal's own text ends: before a torn line. */
static gsize
get_sound_length (Fixture *f)
{
  gsize length = f->data.length;

  while (f->data.torn && length > 0 && f->data.text[length - 1] != '\n')
    length--;
  return length;
}

/* What stood there stands there still, and the new line behind it. */
static void
check_journal (Fixture *f, const char *line)
{
  gsize sound = get_sound_length (f);
  gboolean open = sound > 0 && f->data.text[sound - 1] != '\n';
  g_autoptr (GByteArray) got = read_bytes (f->path);
  g_autofree char *tail = g_strconcat (open ? "\n" : "", line, NULL);

  g_assert_cmpuint (got->len, ==, sound + strlen (tail));
  g_assert_cmpmem (got->data, sound, f->data.text, sound);
  g_assert_cmpmem (got->data + sound, got->len - sound, tail, strlen (tail));
}

static void
test_case (Fixture *f, gconstpointer data)
{
  g_autofree char *line = NULL;
  g_autofree char *other = NULL;
  g_autoptr (GByteArray) before = NULL;

  /* Reading alone changes nothing. */
  g_assert_true (
      starling_journal_file_read (f->file, f->fresh, f->report, NULL));
  check_read (f, "", f->data.torn);
  before = read_bytes (f->path);
  g_assert_cmpmem (before->data, before->len, f->data.text, f->data.length);

  line = append (f, "z1");
  check_read (f, "", f->data.torn);
  check_copy (f);
  check_journal (f, line);

  /* Once more: nothing is cut off or set aside again. */
  renew (f);
  g_assert_true (
      starling_journal_file_read (f->file, f->fresh, f->report, NULL));
  check_read (f, " z1", FALSE);
  other = append (f, "z2");
  renew (f);
  g_assert_true (
      starling_journal_file_read (f->file, f->fresh, f->report, NULL));
  check_read (f, " z1 z2", FALSE);
}

/* Progress is computed of it, and another event gets its place behind. */
static void
test_library (Fixture *f, gconstpointer data)
{
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOW, 0);
  StarlingLibrary *library = starling_library_new (f->folder, f->folder, clock);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_FORGET);
  gboolean damaged = f->data.n_damaged > 0 || f->data.torn;
  g_auto (GStrv) kept = g_strsplit (f->data.kept, " ", -1);

  event->scenario = g_strdup ("slow-builds");
  g_ptr_array_add (events, event);
  g_assert_true (starling_library_open_journal (library, 0, NULL));
  g_assert_true (starling_library_record_sync (library, events, NULL));
  for (guint i = 1; kept[0] != NULL && kept[i] != NULL; i++)
    g_assert_true (
        starling_progress_has_event (starling_library_get_progress (library),
                                     kept[i]));
  g_assert_true (
      starling_progress_has_event (starling_library_get_progress (library),
                                   event->id));
  g_assert_cmpint (event->at, >=, NOW);
  g_assert_cmpint (event->at, <=, NOW + 3600 * 1000);
  g_assert_cmpint (starling_library_get_notices (library)->len > 0, >=,
                   damaged);
  g_assert_finalize_object (library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
add_case (JsonObject *table,
          const char *name,
          JsonNode *node,
          gpointer user_data)
{
  JsonObject *row = json_node_get_object (node);
  GPtrArray *cases = user_data;
  Case *c = g_new0 (Case, 1);
  g_autofree char *file = g_strconcat (FOLDER "/", name, ".jsonl", NULL);
  g_autofree char *path = test_dup_source_file (file);
  g_autofree char *test = g_strconcat ("/journal-corpus/", name, NULL);
  g_autofree char *whole = g_strconcat ("/journal-corpus-whole/", name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &c->text, &c->length, &error);
  g_assert_no_error (error);
  c->kept = join (json_object_get_array_member (row, "kept"));
  c->damaged = join (json_object_get_array_member (row, "damaged"));
  c->n_damaged
      = json_array_get_length (json_object_get_array_member (row, "damaged"));
  c->torn = json_object_get_boolean_member (row, "torn");
  g_ptr_array_add (cases, c);
  g_test_add (test, Fixture, c, set_up, test_case, tear_down);
  g_test_add (whole, Fixture, c, set_up, test_library, tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *path = test_dup_source_file (FOLDER "/expected.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (case_free);
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);
  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  json_object_foreach_member (json_node_get_object (
                                  json_parser_get_root (parser)),
                              add_case, cases);
  g_assert_cmpuint (cases->len, >=, 60);
  return g_test_run ();
}
