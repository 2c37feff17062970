/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Tables as RFC 4180 has them: fields between commas, lines that end with CR
 * and LF. */

void starling_csv_append (GString *out, const char *field);
void starling_csv_end_row (GString *out);
char *starling_csv_format (GPtrArray *rows);

G_END_DECLS
