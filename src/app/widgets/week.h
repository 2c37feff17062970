/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Weeks and the names of their days, as the locale has them. */

int starling_week_get_start (void);
int starling_week_resolve_start (const char *locale,
                                 guint origin,
                                 guint first_weekday);
char *starling_week_format_day (int weekday, guint n_chars);

G_END_DECLS
