/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/journal-reader.h"
#include "storage/progress.h"

G_BEGIN_DECLS

/* How a merge went. */
typedef struct
{
  guint n_added;   /* events that were missing */
  guint n_known;   /* events that were there already */
  guint n_damaged; /* lines of the other journal that are no events */
  char *details;   /* (nullable): what is wrong with these, one a line */
} StarlingMergeReport;

void starling_merge_report_clear (StarlingMergeReport *self);

/* The events of another journal that one's own lacks, as they come. */
typedef struct
{
  GPtrArray *missing; /* (element-type StarlingEvent), in the file's order */
  GHashTable *ids;    /* theirs */
  guint n_known;
} StarlingMerge;

StarlingMerge *starling_merge_new (void);
void starling_merge_free (StarlingMerge *self);
void starling_merge_sift (StarlingMerge *self,
                          StarlingProgress *progress,
                          GPtrArray *events);
void starling_merge_fill (StarlingMerge *self,
                          StarlingJournalReader *reader,
                          StarlingMergeReport *report);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingMerge, starling_merge_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingMergeReport,
                                  starling_merge_report_clear)

G_END_DECLS
