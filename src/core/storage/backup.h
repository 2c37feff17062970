/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Copies of the journal, as it lay there, in the folder `backups` beside it:
 * journal-2026-11-23T0915.jsonl.gz, the time being that of the clock on the
 * wall.
 */
typedef struct
{
  char *path;
  gint64 minute; /* since 1970 on the clock on the wall */
  guint copy;    /* of the same minute, from 1 */
  int n_lines;   /* events, if none is damaged; -1: not counted, or cannot be */
} StarlingBackup;

#define STARLING_BACKUP_FOLDER "backups"

void starling_backup_free (StarlingBackup *self);
int starling_backup_get_day (const StarlingBackup *self);

char *starling_backup_format_name (gint64 minute, guint copy);
gboolean
starling_backup_parse_name (const char *name, gint64 *minute, guint *copy);
void
starling_backup_choose (const int *days, guint n, int today, gboolean *keep);

GPtrArray *starling_backup_list (const char *user_dir);
gboolean starling_backup_count (StarlingBackup *self, GError **error);
gboolean starling_backup_is_due (const char *user_dir, gint64 minute);
StarlingBackup *
starling_backup_make (const char *user_dir, gint64 minute, GError **error);
guint starling_backup_thin (const char *user_dir, int today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingBackup, starling_backup_free)

G_END_DECLS
