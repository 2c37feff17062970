/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/event.h"

G_BEGIN_DECLS

/*
 * Reads any journal, event by event, without lock and without changing it:
 * another computer's, a copy, or a compressed backup. What it holds of the
 * file at a time is a line.
 */
typedef struct _StarlingJournalReader StarlingJournalReader;

StarlingJournalReader *
starling_journal_reader_open (const char *path, GError **error);
void starling_journal_reader_free (StarlingJournalReader *self);

StarlingEvent *
starling_journal_reader_next (StarlingJournalReader *self, GError **error);
gboolean starling_journal_reader_read (StarlingJournalReader *self,
                                       guint most,
                                       GPtrArray *events,
                                       GError **error);
guint starling_journal_reader_get_n_damaged (StarlingJournalReader *self);
char *starling_journal_reader_dup_details (StarlingJournalReader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingJournalReader,
                               starling_journal_reader_free)

G_END_DECLS
