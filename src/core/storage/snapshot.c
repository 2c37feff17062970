/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/snapshot.h"

#include "storage/blob.h"
#include "storage/folder.h"
#include "storage/ledger-private.h"
#include "storage/progress-private.h"

#include <string.h>

/*
 * The file: a header, which says whether this very program on this very kind
 * of machine wrote it, and what the ledger holds, with their hash; and what the
 * progress derived from it, with its hash.
 */
#define MAGIC "starling-snapshot"

/* To be raised whenever what is derived, or how it is written, changes. */
#define VERSION 2

struct _StarlingSnapshot
{
  StarlingSnapshotKey key;
  StarlingBlobReader *reader;
  GPtrArray *strings; /* of the ledger that was restored */
};

struct _StarlingSnapshotDraft
{
  StarlingSnapshotKey key;
  StarlingLedger *ledger;
  GByteArray *topics;   /* the ledger's strings and topics */
  GHashTable *strings;  /* string → number + 1 */
  GHashTable *named;    /* numbers of events that only undos have named */
  GByteArray *progress; /* what was derived */
};

static void
put_header (GByteArray *blob, const StarlingSnapshotKey *key)
{
  starling_blob_put_text (blob, MAGIC);
  starling_blob_put_u32 (blob, VERSION);
  starling_blob_put_text (blob, STARLING_VERSION);
  starling_blob_put_u32 (blob, 0x01020304);
  starling_blob_put_u32 (blob, sizeof (StarlingLedgerEntry));
  starling_blob_put_u32 (blob, sizeof (StarlingScenarioProgress));
  starling_blob_put_u32 (blob, sizeof (StarlingCardRecord));
  starling_blob_put_u32 (blob, sizeof (StarlingQuestionRecord));
  starling_blob_put_u32 (blob, sizeof (StarlingActivity));
  starling_blob_put (blob, key, sizeof *key);
}

/* Takes the header, which must be as this program writes it. */
static gboolean
take_header (StarlingBlobReader *reader, StarlingSnapshotKey *key)
{
  g_autoptr (GByteArray) wanted = g_byte_array_new ();
  g_autofree guint8 *header = NULL;
  gsize n = 0;

  put_header (wanted, key);
  header = g_malloc (wanted->len);
  n = wanted->len - sizeof *key;
  if (!starling_blob_take (reader, header, wanted->len, 1)
      || memcmp (header, wanted->data, n) != 0)
    return FALSE;
  memcpy (key, header + n, sizeof *key);
  return TRUE;
}

/**
 * starling_snapshot_open:
 * @path: a file that starling_snapshot_draft_save() wrote
 *
 * Blocks.
 *
 * Returns: (transfer full) (nullable): the snapshot; %NULL if there is none
 */
StarlingSnapshot *
starling_snapshot_open (const char *path)
{
  g_autoptr (StarlingBlobReader) reader = starling_blob_reader_open (path);
  StarlingSnapshot *self = NULL;
  StarlingSnapshotKey key;

  memset (&key, 0, sizeof key);
  if (reader == NULL || !take_header (reader, &key))
    return NULL;
  self = g_new0 (StarlingSnapshot, 1);
  self->key = key;
  self->reader = g_steal_pointer (&reader);
  self->strings = g_ptr_array_new ();
  return self;
}

/**
 * starling_snapshot_free:
 * @self: (transfer full): a snapshot
 */
void
starling_snapshot_free (StarlingSnapshot *self)
{
  g_ptr_array_unref (self->strings);
  starling_blob_reader_free (self->reader);
  g_free (self);
}

/**
 * starling_snapshot_get_key:
 * @self: a snapshot
 *
 * Returns: (transfer none): the beginning of a journal that it is about
 */
const StarlingSnapshotKey *
starling_snapshot_get_key (const StarlingSnapshot *self)
{
  return &self->key;
}

/**
 * starling_snapshot_restore_ledger:
 * @self: a snapshot
 * @ledger: a ledger without events
 *
 * Fills the ledger. Once only; starling_snapshot_restore_progress() must
 * follow, for its events are counted already. Blocks.
 *
 * Returns: %FALSE, with the ledger still empty, if anything is wrong
 */
gboolean
starling_snapshot_restore_ledger (StarlingSnapshot *self,
                                  StarlingLedger *ledger)
{
  gboolean ok = FALSE;

  starling_ledger_lock (ledger);
  if (ledger->entries->len == 0)
    {
      ok = starling_ledger_take (ledger, self->reader, self->strings)
           && starling_blob_check (self->reader)
           && ledger->entries->len == self->key.n_entries;
      if (!ok)
        starling_ledger_clear (ledger);
      starling_ledger_index (ledger);
    }
  starling_ledger_unlock (ledger);
  return ok;
}

/**
 * starling_snapshot_restore_progress:
 * @self: a snapshot
 * @progress: new progress, of the ledger that @self was restored to
 *
 * Takes in the events of the snapshot, and what was derived from them; and
 * then all others of the ledger. Blocks.
 *
 * Returns: %FALSE if what was derived cannot be used: the events are there, and
 *   it will be derived again
 */
gboolean
starling_snapshot_restore_progress (StarlingSnapshot *self,
                                    StarlingProgress *progress)
{
  return starling_progress_take (progress, self->strings, self->reader);
}

/**
 * starling_snapshot_draft_new:
 * @key: the beginning of a journal
 * @ledger: what holds the events of it, and no others
 * @progress: what was derived from them
 *
 * Returns: (transfer full) (nullable): what is to be saved, on any thread;
 *   %NULL if there are other events meanwhile
 */
StarlingSnapshotDraft *
starling_snapshot_draft_new (const StarlingSnapshotKey *key,
                             StarlingLedger *ledger,
                             StarlingProgress *progress)
{
  StarlingSnapshotDraft *self = NULL;

  if (key->length == 0 || !starling_ledger_is_held (ledger, key->n_entries))
    return NULL;
  self = g_new0 (StarlingSnapshotDraft, 1);
  self->key = *key;
  self->ledger = starling_ledger_ref (ledger);
  self->topics = g_byte_array_new ();
  self->strings = g_hash_table_new (NULL, NULL);
  self->named = starling_ledger_list_named (ledger);
  self->progress = g_byte_array_new ();
  starling_ledger_put_topics (ledger, self->strings, self->topics);
  starling_progress_put (progress, self->strings, self->progress);
  return self;
}

/**
 * starling_snapshot_draft_free:
 * @self: (transfer full): a draft
 */
void
starling_snapshot_draft_free (StarlingSnapshotDraft *self)
{
  g_byte_array_unref (self->topics);
  g_byte_array_unref (self->progress);
  g_hash_table_unref (self->strings);
  g_hash_table_unref (self->named);
  starling_ledger_unref (self->ledger);
  g_free (self);
}

static gboolean
write_parts (StarlingSnapshotDraft *self, GOutputStream *out, GError **error)
{
  g_autoptr (GByteArray) blob = g_byte_array_new ();
  StarlingHash hash;

  starling_hash_init (&hash);
  put_header (blob, &self->key);
  return starling_blob_flush (blob, &hash, out, error)
         && starling_blob_flush (self->topics, &hash, out, error)
         && starling_ledger_write (self->ledger, self->key.n_entries,
                                   self->named, self->strings, &hash, out,
                                   error)
         && starling_blob_finish (blob, &hash, out, error)
         && starling_blob_finish (self->progress, &hash, out, error);
}

/**
 * starling_snapshot_draft_save:
 * @self: a draft; once only
 * @path: where to
 * @error: return location for an error
 *
 * Replaces the file; makes its folder if need be. Blocks.
 *
 * Returns: %FALSE with a #GIOErrorEnum, and the old file still there
 */
gboolean
starling_snapshot_draft_save (StarlingSnapshotDraft *self,
                              const char *path,
                              GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) out = NULL;
  g_autoptr (GCancellable) stop = g_cancellable_new ();

  if (!starling_folder_ensure (folder, error))
    return FALSE;
  out = g_file_replace (file, NULL, FALSE,
                        G_FILE_CREATE_PRIVATE
                            | G_FILE_CREATE_REPLACE_DESTINATION,
                        NULL, error);
  if (out == NULL)
    return FALSE;
  if (write_parts (self, G_OUTPUT_STREAM (out), error))
    return g_output_stream_close (G_OUTPUT_STREAM (out), NULL, error);
  /* A stream that is closed like this leaves the old file. */
  g_cancellable_cancel (stop);
  g_output_stream_close (G_OUTPUT_STREAM (out), stop, NULL);
  return FALSE;
}
