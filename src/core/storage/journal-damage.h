/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "storage/journal-scan.h"

G_BEGIN_DECLS

/* What is to be told of reading a journal. */
typedef struct
{
  guint n_damaged;    /* complete lines that cannot be read */
  gboolean torn;      /* the last line was cut short */
  gboolean rewritten; /* the file was gone, and has been written again */
  char *copy;         /* (nullable): the file that has the damaged lines */
  char *details;      /* (nullable): what is wrong with each, one a line */
} StarlingJournalReport;

StarlingJournalReport *starling_journal_report_new (void);
void starling_journal_report_free (StarlingJournalReport *self);
gboolean starling_journal_report_is_empty (const StarlingJournalReport *self);
void starling_journal_report_fill (StarlingJournalReport *self,
                                   const StarlingJournalScan *scan);

char *starling_journal_keep_damage (const char *folder,
                                    const StarlingJournalScan *scan,
                                    gint64 now,
                                    GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingJournalReport,
                               starling_journal_report_free)

G_END_DECLS
