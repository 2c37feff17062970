/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/journal-reader.h"
#include "storage/progress.h"

G_BEGIN_DECLS

/*
 * All events of a journal, read apart from the progress that the window
 * shows: for whatever goes through them once, on any thread.
 */
typedef struct
{
  GPtrArray *events; /* (element-type StarlingEvent), in the order of replay,
                        each id once */
  StarlingProgress *progress; /* derived from them */
  guint n_damaged;            /* lines that are no events */
} StarlingHistory;

StarlingHistory *starling_history_new (void);
StarlingHistory *
starling_history_read (const char *path, gint64 until, GError **error);
void starling_history_free (StarlingHistory *self);
GPtrArray *starling_history_list_counting (StarlingHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingHistory, starling_history_free)

G_END_DECLS
