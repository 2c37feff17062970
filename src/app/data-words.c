/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "data-words.h"

#include <glib/gi18n.h>

#include "base/day.h"

/**
 * starling_data_words_merged:
 * @report: how a merge went
 *
 * Returns: (transfer full): what came of it, one line
 */
char *
starling_data_words_merged (const StarlingMergeReport *report)
{
  g_autofree char *added = NULL;
  g_autofree char *damaged = NULL;

  if (report->n_added + report->n_known == 0 && report->n_damaged > 0)
    return g_strdup_printf (ngettext ("Its %u line cannot be read.",
                                      "None of its %u lines can be read.",
                                      report->n_damaged),
                            report->n_damaged);
  if (report->n_added == 0 && report->n_known == 0)
    added = g_strdup (_ ("There is nothing in that journal."));
  else if (report->n_added == 0)
    added = g_strdup (_ ("Everything in it was there already."));
  else
    added = g_strdup_printf (ngettext ("%u event added.", "%u events added.",
                                       report->n_added),
                             report->n_added);
  if (report->n_damaged == 0)
    return g_steal_pointer (&added);

  damaged = g_strdup_printf (ngettext ("%u line cannot be read.",
                                       "%u lines cannot be read.",
                                       report->n_damaged),
                             report->n_damaged);
  return g_strconcat (added, " ", damaged, NULL);
}

/**
 * starling_data_words_backup:
 * @backup: a backup
 *
 * Returns: (transfer full): when it was made, such as "23 November 2026,
 *   10:15", and which one of that minute
 */
char *
starling_data_words_backup (const StarlingBackup *backup)
{
  g_autoptr (GDateTime) date
      = g_date_time_new_from_unix_utc (backup->minute * 60);
  g_autofree char *text = NULL;

  if (date == NULL)
    return g_strdup ("");
  /* Translators: see g_date_time_format(). */
  text = g_date_time_format (date, _ ("%-d %B %Y, %H:%M"));
  if (backup->copy <= 1)
    return g_steal_pointer (&text);
  /* Translators: a date and a time; the number of a backup of that minute */
  return g_strdup_printf (_ ("%s (%u)"), text, backup->copy);
}

/**
 * starling_data_words_count:
 * @backup: a backup, counted
 *
 * Returns: (transfer full): what it holds
 */
char *
starling_data_words_count (const StarlingBackup *backup)
{
  if (backup->n_lines < 0)
    return g_strdup (_ ("Cannot be read"));
  return g_strdup_printf (ngettext ("%d event", "%d events",
                                    (gulong) backup->n_lines),
                          backup->n_lines);
}

/**
 * starling_data_words_export_name:
 * @format: what is exported
 * @day: today
 *
 * Returns: (transfer full): what to call the file, unless the user has a
 *   better idea
 */
char *
starling_data_words_export_name (StarlingExportFormat format, int day)
{
  static const char *const endings[] = {
    [STARLING_EXPORT_JOURNAL] = "jsonl",
    [STARLING_EXPORT_CSV] = "csv",
    [STARLING_EXPORT_MARKDOWN] = "md",
    [STARLING_EXPORT_ANKI] = "txt",
  };
  g_autofree char *date = starling_day_format (day);

  return g_strdup_printf ("starling-%s.%s", date == NULL ? "" : date,
                          endings[format]);
}
