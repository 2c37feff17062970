/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/journal-damage.h"
#include "storage/snapshot.h"

G_BEGIN_DECLS

/*
 * The journal, with a thread of its own that does all work on the file, in
 * order. Events that cannot be written stay in memory and are tried again, at
 * the next one and after 1, 2, 4 … 60 seconds.
 *
 * Signals, all in the main context in which it was created:
 * - `fresh` (GPtrArray *events): events that somebody else put into the file
 * - `report` (StarlingJournalReport *report): damage that was found
 * - `state-changed`: see starling_journal_get_trouble()
 */
#define STARLING_TYPE_JOURNAL (starling_journal_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingJournal, starling_journal, STARLING, JOURNAL, GObject)

StarlingJournal *starling_journal_new (const char *folder);
void starling_journal_close (StarlingJournal *self);
StarlingLedger *starling_journal_get_ledger (StarlingJournal *self);
void starling_journal_set_cache (StarlingJournal *self, const char *path);
StarlingSnapshot *starling_journal_steal_snapshot (StarlingJournal *self,
                                                   StarlingSnapshotKey *key);

gboolean starling_journal_open (StarlingJournal *self,
                                gboolean writable,
                                guint wait_ms,
                                gint64 now,
                                GPtrArray *events,
                                StarlingJournalReport *report,
                                GError **error);
void starling_journal_append (StarlingJournal *self,
                              GPtrArray *events,
                              gint64 now,
                              GTask *task);
gboolean starling_journal_append_sync (StarlingJournal *self,
                                       GPtrArray *events,
                                       gint64 now,
                                       GError **error);
void starling_journal_look (StarlingJournal *self);
void starling_journal_retry (StarlingJournal *self, GTask *task);
void starling_journal_flush (StarlingJournal *self);

gboolean starling_journal_is_saved (StarlingJournal *self);
guint starling_journal_count_unsaved (StarlingJournal *self);
GError *starling_journal_get_trouble (StarlingJournal *self);

G_END_DECLS
