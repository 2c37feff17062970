/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/history.h"

G_BEGIN_DECLS

/* What a table says of a scenario beside its id. */
typedef struct
{
  char *title;
  char *principle; /* id */
} StarlingExportTitle;

void starling_export_title_free (StarlingExportTitle *self);

char *starling_export_journal (const char *path,
                               gint64 until,
                               gboolean notes,
                               GError **error);
char *starling_export_table (StarlingHistory *history,
                             GHashTable *titles,
                             gboolean notes);

G_END_DECLS
