/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/backup.h"

#include "base/day.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define MINUTES_A_DAY (24 * 60)
#define DAYS_KEPT 7
#define WEEKS_KEPT 8

/**
 * starling_backup_free:
 * @self: (transfer full): a backup
 *
 * Frees what is known of it; the file stays.
 */
void
starling_backup_free (StarlingBackup *self)
{
  g_free (self->path);
  g_free (self);
}

/**
 * starling_backup_get_day:
 * @self: a backup
 *
 * Returns: the date on which it was made, in days from 1970-01-01
 */
int
starling_backup_get_day (const StarlingBackup *self)
{
  return (int) (self->minute / MINUTES_A_DAY);
}

/**
 * starling_backup_format_name:
 * @minute: minutes since 1970 on the clock on the wall, not negative
 * @copy: which of that minute, from 1
 *
 * Returns: (transfer full): the name of a file
 */
char *
starling_backup_format_name (gint64 minute, guint copy)
{
  g_autofree char *date = starling_day_format ((int) (minute / MINUTES_A_DAY));
  int of_day = (int) (minute % MINUTES_A_DAY);
  g_autofree char *suffix
      = copy > 1 ? g_strdup_printf ("-%u", copy) : g_strdup ("");

  return g_strdup_printf ("journal-%sT%02d%02d%s.jsonl.gz", date, of_day / 60,
                          of_day % 60, suffix);
}

/**
 * starling_backup_parse_name:
 * @name: the name of a file
 * @minute: (out): as for starling_backup_format_name()
 * @copy: (out): likewise
 *
 * Returns: whether it is the name of a backup, exactly as it is written
 */
gboolean
starling_backup_parse_name (const char *name, gint64 *minute, guint *copy)
{
  char date[11] = { 0 };
  guint hours = 0, minutes = 0;
  int day = 0;
  g_autofree char *again = NULL;

  *copy = 1;
  if (sscanf (name, "journal-%10[0-9-]T%2u%2u-%2u", date, &hours, &minutes,
              copy)
          < 3
      || !starling_day_parse (date, &day) || day < 0 || hours > 23
      || minutes > 59)
    return FALSE;
  *minute = (gint64) day * MINUTES_A_DAY + hours * 60 + minutes;
  again = starling_backup_format_name (*minute, *copy);
  return g_str_equal (again, name);
}

/* The month of a day, counted from 1970. */
static int
get_month (int day)
{
  g_autofree char *date = starling_day_format (day);
  int year = 0, month = 0;

  return sscanf (date, "%d-%d", &year, &month) == 2 ? year * 12 + month : 0;
}

/* Weeks begin on Monday; 1970-01-01 was a Thursday. */
static int
get_week (int day)
{
  return (day + 3) / 7;
}

/**
 * starling_backup_choose:
 * @days: (array length=n): dates of backups, in days from 1970-01-01, not
 *   negative, ascending
 * @n: how many
 * @today: the present date, likewise
 * @keep: (out caller-allocates) (array length=n): whether to keep each
 *
 * Thins backups out: all of the last 7 days stay, before that the last of each
 * week for 8 weeks, before that the last of each month; and the newest of all,
 * whatever its date. What was kept once as the last of its week or month is
 * never missed later on.
 */
void
starling_backup_choose (const int *days, guint n, int today, gboolean *keep)
{
  int week_start = today - DAYS_KEPT;
  int month_start = week_start - 7 * WEEKS_KEPT;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_last = i + 1 == n;

      if (days[i] > week_start || is_last)
        keep[i] = TRUE;
      else if (days[i] > month_start)
        keep[i] = get_week (days[i]) != get_week (days[i + 1]);
      else
        keep[i] = get_month (days[i]) != get_month (days[i + 1]);
    }
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const StarlingBackup *left = *(StarlingBackup *const *) a;
  const StarlingBackup *right = *(StarlingBackup *const *) b;

  if (left->minute != right->minute)
    return left->minute < right->minute ? -1 : 1;
  return (int) left->copy - (int) right->copy;
}

/**
 * starling_backup_list:
 * @user_dir: the user's data
 *
 * Returns: (transfer full) (element-type StarlingBackup): all backups, oldest
 *   first, not counted; other files are left out
 */
GPtrArray *
starling_backup_list (const char *user_dir)
{
  GPtrArray *backups
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_backup_free);
  g_autofree char *folder
      = g_build_filename (user_dir, STARLING_BACKUP_FOLDER, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      StarlingBackup *backup = NULL;
      gint64 minute = 0;
      guint copy = 0;

      if (!starling_backup_parse_name (name, &minute, &copy))
        continue;
      backup = g_new0 (StarlingBackup, 1);
      backup->path = g_build_filename (folder, name, NULL);
      backup->minute = minute;
      backup->copy = copy;
      backup->n_lines = -1;
      g_ptr_array_add (backups, backup);
    }
  g_ptr_array_sort (backups, compare_cb);
  return backups;
}

/**
 * starling_backup_thin:
 * @user_dir: the user's data
 * @today: the present date, in days from 1970-01-01
 *
 * Removes backups that starling_backup_choose() does not keep. Blocks.
 *
 * Returns: how many were removed
 */
guint
starling_backup_thin (const char *user_dir, int today)
{
  g_autoptr (GPtrArray) backups = starling_backup_list (user_dir);
  g_autofree int *days = g_new0 (int, backups->len + 1);
  g_autofree gboolean *keep = g_new0 (gboolean, backups->len + 1);
  guint n = 0;

  for (guint i = 0; i < backups->len; i++)
    days[i] = starling_backup_get_day (g_ptr_array_index (backups, i));
  starling_backup_choose (days, backups->len, today, keep);
  for (guint i = 0; i < backups->len; i++)
    {
      const StarlingBackup *backup = g_ptr_array_index (backups, i);

      if (!keep[i] && g_unlink (backup->path) == 0)
        n++;
    }
  return n;
}
