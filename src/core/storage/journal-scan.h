/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/event.h"

G_BEGIN_DECLS

/* A line that is not an event. */
typedef struct
{
  guint line; /* from 1 */
  GBytes *bytes;
  char *message; /* what is wrong with it */
} StarlingJournalDamage;

/* What a journal's bytes hold. */
typedef struct
{
  GPtrArray *events;  /* (element-type StarlingEvent), as in the file */
  GPtrArray *damaged; /* (element-type StarlingJournalDamage), complete lines */
  StarlingJournalDamage *torn; /* (nullable): the last line, cut short */
  gsize torn_start;            /* the byte where that begins */
  gboolean lacks_newline;      /* the last line is whole but for its newline */
} StarlingJournalScan;

StarlingEvent *
starling_journal_scan_line (const char *start, gsize length, GError **error);
StarlingJournalScan *starling_journal_scan (const char *data, gsize length);
void starling_journal_scan_free (StarlingJournalScan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingJournalScan, starling_journal_scan_free)

G_END_DECLS
