/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean starling_folder_ensure (const char *path, GError **error);
gboolean starling_folder_sync (const char *path, GError **error);
gboolean starling_folder_settle (const char *path, GError **error);
gboolean starling_file_rewrite (const char *path, GError **error);
gboolean starling_write_all (
    int fd, const char *data, gsize length, gsize *written, GError **error);
void starling_set_errno (GError **error, int number, const char *path);

G_END_DECLS
