/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-private.h"

G_DEFINE_FINAL_TYPE (StarlingJournal, starling_journal, G_TYPE_OBJECT)

/* Hands a message over and waits for the answer. */
static gboolean
ask (StarlingJournal *self, StarlingJournalMessage *message, GError **error)
{
  g_async_queue_push (self->queue, message);
  g_mutex_lock (&self->lock);
  while (!message->done)
    g_cond_wait (&self->answered, &self->lock);
  g_mutex_unlock (&self->lock);
  if (message->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&message->error));
  return FALSE;
}

static void
starling_journal_dispose (GObject *object)
{
  starling_journal_close (STARLING_JOURNAL (object));

  G_OBJECT_CLASS (starling_journal_parent_class)->dispose (object);
}

static void
starling_journal_finalize (GObject *object)
{
  StarlingJournal *self = STARLING_JOURNAL (object);

  g_async_queue_unref (self->queue);
  g_ptr_array_unref (self->pending);
  g_clear_pointer (&self->file, starling_journal_file_free);
  g_clear_pointer (&self->snapshot, starling_snapshot_free);
  g_clear_pointer (&self->ledger, starling_ledger_unref);
  g_clear_error (&self->trouble);
  g_main_context_unref (self->context);
  g_cond_clear (&self->answered);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (starling_journal_parent_class)->finalize (object);
}

static void
starling_journal_class_init (StarlingJournalClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = starling_journal_dispose;
  object_class->finalize = starling_journal_finalize;

  g_signal_new ("fresh", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);
  g_signal_new ("report", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  g_signal_new ("state-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
starling_journal_init (StarlingJournal *self)
{
  self->context = g_main_context_ref_thread_default ();
  self->queue = g_async_queue_new ();
  self->pending = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_journal_message_free);
  g_mutex_init (&self->lock);
  g_cond_init (&self->answered);
}

/**
 * starling_journal_new:
 * @folder: where `journal.jsonl` lies or is to lie
 *
 * Returns: (transfer full): a journal, not open yet
 */
StarlingJournal *
starling_journal_new (const char *folder)
{
  StarlingJournal *self = g_object_new (STARLING_TYPE_JOURNAL, NULL);

  self->file = starling_journal_file_new (folder);
  self->ledger
      = starling_ledger_ref (starling_journal_file_get_ledger (self->file));
  self->thread = g_thread_new ("journal", starling_journal_work, self);
  return self;
}

/**
 * starling_journal_close:
 * @self: a journal
 *
 * Waits as starling_journal_flush() does, ends the thread and gives the lock
 * up. What could not be written is lost; its tasks return %G_IO_ERROR_CLOSED.
 * Nothing else may be called afterwards.
 */
void
starling_journal_close (StarlingJournal *self)
{
  StarlingJournalMessage message = { .kind = STARLING_JOURNAL_QUIT };

  g_return_if_fail (STARLING_IS_JOURNAL (self));

  if (self->thread == NULL)
    return;
  ask (self, &message, NULL);
  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->file, starling_journal_file_free);
}

/**
 * starling_journal_get_ledger:
 * @self: a journal
 *
 * Returns: (transfer none): where all events are that it has read or written
 */
StarlingLedger *
starling_journal_get_ledger (StarlingJournal *self)
{
  g_return_val_if_fail (STARLING_IS_JOURNAL (self), NULL);

  return self->ledger;
}

/**
 * starling_journal_set_cache:
 * @self: a journal that is not open yet
 * @path: (nullable): where there may be a snapshot of it
 */
void
starling_journal_set_cache (StarlingJournal *self, const char *path)
{
  g_return_if_fail (STARLING_IS_JOURNAL (self));

  starling_journal_file_set_cache (self->file, path);
}

/**
 * starling_journal_steal_snapshot:
 * @self: a journal that was opened
 * @key: (out): what a snapshot of it would be about, as it was opened; of
 *   length 0 if there cannot be one
 *
 * Returns: (transfer full) (nullable): the snapshot that was used, and must be
 *   restored to the progress before that takes in the ledger
 */
StarlingSnapshot *
starling_journal_steal_snapshot (StarlingJournal *self,
                                 StarlingSnapshotKey *key)
{
  g_return_val_if_fail (STARLING_IS_JOURNAL (self), NULL);

  *key = self->key;
  return g_steal_pointer (&self->snapshot);
}

/**
 * starling_journal_open:
 * @self: a journal
 * @writable: whether to take the lock, mend the file and write to it
 * @wait_ms: how long to wait for another writer, in milliseconds
 * @now: Unix milliseconds
 * @events: (element-type StarlingEvent) (nullable): gets all events, as in
 *   the file; they are in the ledger in any case
 * @report: gets what is to be told of damage
 * @error: return location for an error
 *
 * Reads the journal; without one, there are no events. Blocks; may be called
 * from any thread, but once only. Where the file can be read but not be
 * written, @events are there although the call fails; a writable journal
 * keeps trying then.
 *
 * Returns: %FALSE with %STARLING_JOURNAL_ERROR_LOCKED or a #GIOErrorEnum
 */
gboolean
starling_journal_open (StarlingJournal *self,
                       gboolean writable,
                       guint wait_ms,
                       gint64 now,
                       GPtrArray *events,
                       StarlingJournalReport *report,
                       GError **error)
{
  StarlingJournalMessage message = {
    .kind = STARLING_JOURNAL_OPEN,
    .events = events,
    .report = report,
    .now = now,
    .writable = writable,
    .wait_ms = wait_ms,
  };

  g_return_val_if_fail (STARLING_IS_JOURNAL (self), FALSE);

  return ask (self, &message, error);
}

static void
count_new (StarlingJournal *self, guint n)
{
  g_mutex_lock (&self->lock);
  self->n_pending += n;
  g_mutex_unlock (&self->lock);
}

/**
 * starling_journal_append:
 * @self: an open, writable journal
 * @events: (element-type StarlingEvent): events with `line` set, which must
 *   not change any more
 * @now: Unix milliseconds
 * @task: (transfer full) (nullable): returns %TRUE when they are durable
 *
 * Writes events without blocking. Trouble with the disk is no failure: they
 * wait until they can be written.
 */
void
starling_journal_append (StarlingJournal *self,
                         GPtrArray *events,
                         gint64 now,
                         GTask *task)
{
  StarlingJournalMessage *message = g_new0 (StarlingJournalMessage, 1);

  g_return_if_fail (STARLING_IS_JOURNAL (self));
  g_return_if_fail (self->thread != NULL);

  message->kind = STARLING_JOURNAL_APPEND;
  message->events = g_ptr_array_ref (events);
  message->now = now;
  message->task = task;
  count_new (self, events->len);
  g_async_queue_push (self->queue, message);
}

/**
 * starling_journal_append_sync:
 * @self: an open, writable journal
 * @events: (element-type StarlingEvent): events with `line` set
 * @now: Unix milliseconds
 * @error: return location for an error
 *
 * Writes events and waits until they are durable. Tries once: on failure,
 * none of them is kept.
 *
 * Returns: %FALSE with %STARLING_JOURNAL_ERROR_LOCKED or a #GIOErrorEnum
 */
gboolean
starling_journal_append_sync (StarlingJournal *self,
                              GPtrArray *events,
                              gint64 now,
                              GError **error)
{
  StarlingJournalMessage message = {
    .kind = STARLING_JOURNAL_APPEND_SYNC,
    .events = events,
    .now = now,
  };

  g_return_val_if_fail (STARLING_IS_JOURNAL (self), FALSE);
  g_return_val_if_fail (self->thread != NULL, FALSE);

  return ask (self, &message, error);
}

/**
 * starling_journal_look:
 * @self: an open, writable journal
 *
 * Looks whether somebody has replaced or changed the file, without blocking:
 * takes in what is new there, and writes what it lacks.
 */
void
starling_journal_look (StarlingJournal *self)
{
  StarlingJournalMessage *message = NULL;

  g_return_if_fail (STARLING_IS_JOURNAL (self));

  if (self->thread == NULL)
    return;
  message = g_new0 (StarlingJournalMessage, 1);
  message->kind = STARLING_JOURNAL_LOOK;
  g_async_queue_push (self->queue, message);
}

/**
 * starling_journal_retry:
 * @self: an open, writable journal
 * @task: (transfer full): returns %TRUE when all that was appended is durable;
 *   %FALSE with what starling_journal_get_trouble() says if that fails
 *
 * Tries at once what is to be tried later, without blocking.
 */
void
starling_journal_retry (StarlingJournal *self, GTask *task)
{
  StarlingJournalMessage *message = NULL;

  g_return_if_fail (STARLING_IS_JOURNAL (self));
  g_return_if_fail (self->thread != NULL);
  g_return_if_fail (G_IS_TASK (task));

  message = g_new0 (StarlingJournalMessage, 1);
  message->kind = STARLING_JOURNAL_RETRY;
  message->task = task;
  g_async_queue_push (self->queue, message);
}

/**
 * starling_journal_flush:
 * @self: a journal
 *
 * Blocks until all that was asked for has been done or tried, and the file has
 * all of it, though somebody may have replaced it.
 */
void
starling_journal_flush (StarlingJournal *self)
{
  StarlingJournalMessage message = { .kind = STARLING_JOURNAL_FLUSH };

  g_return_if_fail (STARLING_IS_JOURNAL (self));

  if (self->thread != NULL)
    ask (self, &message, NULL);
}

/**
 * starling_journal_is_saved:
 * @self: a journal
 *
 * Returns: whether all that was appended is durable
 */
gboolean
starling_journal_is_saved (StarlingJournal *self)
{
  return starling_journal_count_unsaved (self) == 0;
}

/**
 * starling_journal_count_unsaved:
 * @self: a journal
 *
 * Returns: how many events were appended that are not durable yet
 */
guint
starling_journal_count_unsaved (StarlingJournal *self)
{
  guint n = 0;

  g_mutex_lock (&self->lock);
  n = self->n_pending;
  g_mutex_unlock (&self->lock);
  return n;
}

/**
 * starling_journal_get_trouble:
 * @self: a journal
 *
 * Returns: (transfer full) (nullable): why the last attempt to lock or write
 *   failed; %NULL if it did not
 */
GError *
starling_journal_get_trouble (StarlingJournal *self)
{
  GError *trouble = NULL;

  g_mutex_lock (&self->lock);
  trouble = self->trouble == NULL ? NULL : g_error_copy (self->trouble);
  g_mutex_unlock (&self->lock);
  return trouble;
}
