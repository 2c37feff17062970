/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

int starling_journal_lock (const char *path,
                           guint wait_ms,
                           gboolean *was_left,
                           GError **error);
gboolean starling_journal_lock_is_valid (int fd, const char *path);
void starling_journal_unlock (int fd, gboolean clean);

G_END_DECLS
