/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/journal-damage.h"
#include "storage/snapshot.h"

G_BEGIN_DECLS

/*
 * The journal's file, as one thread uses it: every call blocks on the disk.
 * It holds all events that are in the file or were acknowledged, and puts
 * back those that a file which took its place lacks.
 */
typedef struct _StarlingJournalFile StarlingJournalFile;

StarlingJournalFile *starling_journal_file_new (const char *folder);
void starling_journal_file_free (StarlingJournalFile *self);
StarlingLedger *starling_journal_file_get_ledger (StarlingJournalFile *self);
void
starling_journal_file_set_cache (StarlingJournalFile *self, const char *path);
StarlingSnapshot *
starling_journal_file_steal_snapshot (StarlingJournalFile *self);
const StarlingSnapshotKey *
starling_journal_file_get_key (StarlingJournalFile *self);

gboolean starling_journal_file_lock (StarlingJournalFile *self,
                                     guint wait_ms,
                                     GError **error);
gboolean starling_journal_file_has_lock (StarlingJournalFile *self);
gboolean starling_journal_file_read (StarlingJournalFile *self,
                                     GPtrArray *fresh,
                                     StarlingJournalReport *report,
                                     GError **error);
gboolean starling_journal_file_is_current (StarlingJournalFile *self);
gboolean starling_journal_file_append (StarlingJournalFile *self,
                                       GPtrArray *events,
                                       gint64 now,
                                       GPtrArray *fresh,
                                       StarlingJournalReport *report,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingJournalFile, starling_journal_file_free)

G_END_DECLS
