/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/journal-file.h"
#include "storage/journal.h"

G_BEGIN_DECLS

/* Shared by journal.c, the main thread's side, and journal-worker.c. */

typedef enum
{
  STARLING_JOURNAL_OPEN,
  STARLING_JOURNAL_APPEND,
  STARLING_JOURNAL_APPEND_SYNC,
  STARLING_JOURNAL_FLUSH,
  STARLING_JOURNAL_LOOK,
  STARLING_JOURNAL_RETRY,
  STARLING_JOURNAL_QUIT,
} StarlingJournalMessageKind;

/* What the main thread asks of the worker. */
typedef struct
{
  StarlingJournalMessageKind kind;
  GPtrArray *events; /* append: what; open: gets what there is, or NULL */
  gint64 now;
  GTask *task; /* (nullable) append: returns when durable; retry: when tried */

  gboolean writable; /* open */
  guint wait_ms;     /* open */
  StarlingJournalReport *report;

  /* where somebody waits for the answer; guarded by the journal's lock */
  gboolean done;
  GError *error;
} StarlingJournalMessage;

struct _StarlingJournal
{
  GObject parent_instance;

  GMainContext *context;
  GThread *thread;
  StarlingLedger *ledger;
  StarlingSnapshot *snapshot; /* (nullable): of the file, as it was opened */
  StarlingSnapshotKey key;    /* what a new one would be about */
  GAsyncQueue *queue;

  GMutex lock;
  GCond answered;
  GError *trouble; /* guarded: why the last attempt failed, or NULL */
  guint n_pending; /* guarded: events that are not durable yet */

  /* the worker's */
  StarlingJournalFile *file;
  gboolean writable;
  gboolean was_read;
  GPtrArray *pending; /* (element-type StarlingJournalMessage): appends */
  gint64 now;         /* as last told */
  guint delay_s;
  gint64 retry_at; /* monotonic µs; 0: no need */
};

void starling_journal_message_free (StarlingJournalMessage *message);
gpointer starling_journal_work (gpointer data);

G_END_DECLS
