/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

#include <string.h>

static void
put_string (GHashTable *strings, const char *text, GByteArray *blob)
{
  starling_blob_put_u32 (blob,
                         GPOINTER_TO_UINT (g_hash_table_lookup (strings, text))
                             - 1);
}

/* Puts records by the name that the ledger has a string for. */
static void
put_records (GHashTable *records,
             gsize size,
             GHashTable *strings,
             GByteArray *blob)
{
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer record = NULL;

  starling_blob_put_u32 (blob, g_hash_table_size (records));
  g_hash_table_iter_init (&iter, records);
  while (g_hash_table_iter_next (&iter, &name, &record))
    {
      put_string (strings, name, blob);
      starling_blob_put (blob, record, size);
    }
}

static void
put_days (const GArray *days, GByteArray *blob)
{
  starling_blob_put_u32 (blob, days->len);
  starling_blob_put (blob, days->data, days->len * sizeof (StarlingActivity));
}

/**
 * starling_progress_put:
 * @self: progress
 * @strings: the numbers of the ledger's strings, each plus 1
 * @blob: gets what was derived
 */
void
starling_progress_put (StarlingProgress *self,
                       GHashTable *strings,
                       GByteArray *blob)
{
  GHashTableIter iter;
  gpointer value = NULL;
  guint n_days = 0;

  /* Brings all chapters up to date. */
  starling_progress_get_days (self, &n_days);
  starling_blob_put (blob, &self->study.retention,
                     sizeof self->study.retention);
  put_days (self->days, blob);
  starling_blob_put_u32 (blob, g_hash_table_size (self->chapters));
  g_hash_table_iter_init (&iter, self->chapters);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      StarlingChapter *chapter = value;

      put_string (strings, chapter->scenario, blob);
      starling_blob_put (blob, &chapter->figures, sizeof chapter->figures);
      put_records (chapter->cards, sizeof (StarlingCardRecord), strings, blob);
      put_records (chapter->questions, sizeof (StarlingQuestionRecord), strings,
                   blob);
      put_days (chapter->days, blob);
    }
}

static const char *
take_name (GPtrArray *strings, StarlingBlobReader *reader)
{
  guint number = starling_blob_take_u32 (reader);

  if (number < strings->len)
    return g_ptr_array_index (strings, number);
  reader->failed = TRUE;
  return NULL;
}

static void
take_records (GHashTable *records,
              gsize size,
              GPtrArray *strings,
              StarlingBlobReader *reader)
{
  guint n = starling_blob_take_u32 (reader);

  for (guint i = 0; i < n && !reader->failed; i++)
    {
      const char *name = take_name (strings, reader);
      g_autofree guint8 *record = g_malloc (size);

      if (starling_blob_take (reader, record, 1, size))
        g_hash_table_insert (records, (gpointer) name,
                             g_steal_pointer (&record));
    }
}

static void
take_days (GArray *days, StarlingBlobReader *reader)
{
  guint n = starling_blob_take_u32 (reader);

  if (n > reader->left / sizeof (StarlingActivity))
    {
      reader->failed = TRUE;
      return;
    }
  g_array_set_size (days, n);
  starling_blob_take (reader, days->data, n, sizeof (StarlingActivity));
}

static void
take_chapter (StarlingProgress *self,
              GPtrArray *strings,
              StarlingBlobReader *reader)
{
  const char *scenario = take_name (strings, reader);
  StarlingChapter *chapter
      = reader->failed ? NULL : starling_progress_find_chapter (self, scenario);

  if (chapter == NULL)
    {
      reader->failed = TRUE;
      return;
    }
  starling_blob_take (reader, &chapter->figures, 1, sizeof chapter->figures);
  take_records (chapter->cards, sizeof (StarlingCardRecord), strings, reader);
  take_records (chapter->questions, sizeof (StarlingQuestionRecord), strings,
                reader);
  take_days (chapter->days, reader);
  chapter->valid = TRUE;
  chapter->stale = FALSE;
}

/* Takes in what was derived from the events that are there. */
static gboolean
take_derived (StarlingProgress *self,
              GPtrArray *strings,
              StarlingBlobReader *reader)
{
  double retention = 0;
  guint n = 0;

  starling_progress_ensure_settings (self);
  starling_blob_take (reader, &retention, 1, sizeof retention);
  if (memcmp (&retention, &self->study.retention, sizeof retention) != 0)
    return FALSE;
  take_days (self->days, reader);
  n = starling_blob_take_u32 (reader);
  if (n != g_hash_table_size (self->chapters))
    return FALSE;
  for (guint i = 0; i < n && !reader->failed; i++)
    take_chapter (self, strings, reader);
  g_ptr_array_set_size (self->stale, 0);
  return starling_blob_check (reader) && reader->left == 0;
}

/* Takes in the events that came behind the snapshot. */
static void
take_tail (StarlingProgress *self)
{
  g_autoptr (GArray) tail = g_array_new (FALSE, FALSE, sizeof (guint32));

  starling_ledger_list_unmarked (self->ledger, STARLING_LEDGER_COUNTED, tail);
  starling_ledger_sort (self->ledger, tail);
  for (guint i = 0; i < tail->len; i++)
    starling_progress_insert (self, g_array_index (tail, guint32, i));
}

/**
 * starling_progress_take:
 * @self: progress of a ledger in which the events of the snapshot are
 *   %STARLING_LEDGER_COUNTED. If events were added to it meanwhile, what was
 *   derived is of no use
 * @strings: (element-type utf8): the ledger's strings, by number
 * @reader: at what starling_progress_put() wrote
 *
 * Takes in the events that count and what was derived from them, and then all
 * others of the ledger.
 *
 * Returns: %FALSE if what was derived cannot be used: all events are there,
 *   and it will be derived again
 */
gboolean
starling_progress_take (StarlingProgress *self,
                        GPtrArray *strings,
                        StarlingBlobReader *reader)
{
  gboolean ok = self->events->len == 0;

  starling_ledger_lock (self->ledger);
  g_array_set_size (self->events, 0);
  starling_ledger_list_marked (self->ledger, STARLING_LEDGER_COUNTED,
                               self->events);
  starling_progress_file_all (self);
  ok = ok && take_derived (self, strings, reader);
  if (!ok)
    starling_progress_file_all (self);
  take_tail (self);
  starling_ledger_unlock (self->ledger);
  return ok;
}
