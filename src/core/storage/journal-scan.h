/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/ledger.h"

G_BEGIN_DECLS

/* A line that is not an event. */
typedef struct
{
  guint line; /* from 1 */
  GBytes *bytes;
  char *message; /* what is wrong with it */
} StarlingJournalDamage;

/* What a journal's bytes hold, as far as they were fed to it. */
typedef struct
{
  StarlingLedger *ledger; /* gets the events */
  GArray *numbers;        /* (element-type guint32): theirs, as in the file */
  GPtrArray *damaged; /* (element-type StarlingJournalDamage), complete lines */
  StarlingJournalDamage *torn; /* (nullable): the last line, cut short */
  gsize torn_start;            /* the byte where that begins */
  gboolean lacks_newline;      /* the last line is whole but for its newline */

  guint n_lines;    /* so far */
  gsize position;   /* of the first byte of the line that is not complete */
  GByteArray *rest; /* that line, so far */
} StarlingJournalScan;

StarlingEvent *
starling_journal_scan_line (const char *start, gsize length, GError **error);
StarlingJournalScan *starling_journal_scan_new (StarlingLedger *ledger);
void starling_journal_scan_skip (StarlingJournalScan *self,
                                 gsize length,
                                 guint n_lines);
void starling_journal_scan_feed (StarlingJournalScan *self,
                                 const char *data,
                                 gsize length);
void starling_journal_scan_end (StarlingJournalScan *self);
void starling_journal_scan_free (StarlingJournalScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingJournalScan, starling_journal_scan_free)

G_END_DECLS
