/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean starling_file_replace (const char *path,
                                const char *data,
                                gsize length,
                                gboolean overwrite,
                                GError **error);

G_END_DECLS
