/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Copies of the journal that a program which syncs files has put beside it,
 * since both were changed: Syncthing's journal.sync-conflict-….jsonl, and
 * those with "conflicted copy" in their names.
 */

gboolean starling_copies_is_one (const char *name);
GPtrArray *starling_copies_list (const char *user_dir);
char *starling_copies_put_away (const char *user_dir,
                                const char *path,
                                GError **error);

G_END_DECLS
