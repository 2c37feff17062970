/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* Reading files that others wrote: packs, and what is checked like them. */

int
starling_pack_open_file (const char *file, struct stat *status, GError **error);
char *starling_pack_read (
    int fd, gsize start, gsize length, gsize *n_read, GError **error);
gint64 starling_pack_get_mtime (const struct stat *status);

G_END_DECLS
