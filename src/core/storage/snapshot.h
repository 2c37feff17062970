/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/progress.h"

G_BEGIN_DECLS

/* The beginning of a journal: complete lines, all of which could be read. */
typedef struct
{
  guint64 length; /* bytes; 0: none */
  guint64 hash;   /* XXH64 of them */
  guint n_lines;
  guint n_entries; /* of the ledger that has them, and nothing else */
} StarlingSnapshotKey;

/*
 * What the beginning of a journal says, derived once and kept in the cache
 * folder, so that a start need not go through it again. It counts only as long
 * as the journal begins with the very same bytes, and may be deleted at any
 * time: any doubt is a reason not to use it.
 */

/* One that is read. */
typedef struct _StarlingSnapshot StarlingSnapshot;

StarlingSnapshot *starling_snapshot_open (const char *path);
void starling_snapshot_free (StarlingSnapshot *self);
const StarlingSnapshotKey *
starling_snapshot_get_key (const StarlingSnapshot *self);
gboolean starling_snapshot_restore_ledger (StarlingSnapshot *self,
                                           StarlingLedger *ledger);
gboolean starling_snapshot_restore_progress (StarlingSnapshot *self,
                                             StarlingProgress *progress);

/* One that is to be written. */
typedef struct _StarlingSnapshotDraft StarlingSnapshotDraft;

StarlingSnapshotDraft *
starling_snapshot_draft_new (const StarlingSnapshotKey *key,
                             StarlingLedger *ledger,
                             StarlingProgress *progress);
void starling_snapshot_draft_free (StarlingSnapshotDraft *self);
gboolean starling_snapshot_draft_save (StarlingSnapshotDraft *self,
                                       const char *path,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingSnapshot, starling_snapshot_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingSnapshotDraft,
                               starling_snapshot_draft_free)

G_END_DECLS
