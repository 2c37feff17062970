/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/export.h"

#include "base/json-index.h"

#include <string.h>

/* Takes the bytes of a member out of @line, with the comma that it needed. */
static char *
cut_member (StarlingJson *json, const char *line, guint member)
{
  const StarlingJsonNode *node = starling_json_get (json, member);
  gsize start = node->name;
  gsize end = node->end;
  guint before = 0;

  for (guint i = starling_json_get_first (json, 0); i != member;
       i = starling_json_get_next (json, i))
    before = i;
  if (node->next != 0)
    end = starling_json_get (json, node->next)->name;
  else if (before != 0)
    start = starling_json_get (json, before)->end;
  return g_strdup_printf ("%.*s%s", (int) start, line, line + end);
}

/* A line without its notes, else as it stands. */
static char *
strip_note (const char *line)
{
  char *text = g_strdup (line);

  while (strstr (text, "note") != NULL || strchr (text, '\\') != NULL)
    {
      g_autoptr (StarlingJson) json = starling_json_new (text, strlen (text));
      char *shorter = NULL;
      guint note = 0;

      starling_json_set_lenient (json);
      if (starling_json_scan (json))
        note = starling_json_find (json, 0, "note");
      if (note == 0)
        break;
      shorter = cut_member (json, text, note);
      g_free (text);
      text = shorter;
    }
  return text;
}

/**
 * starling_export_journal:
 * @path: a journal
 * @until: Unix milliseconds: later events are left out; %G_MAXINT64: none
 * @notes: whether the user's notes are part of it
 * @error: return location for an error
 *
 * Makes a clean copy: each event once, in the order of the file, as it stands
 * there but for the notes. Blocks.
 *
 * Returns: (transfer full) (nullable): JSON Lines; %NULL with a #GIOErrorEnum
 */
char *
starling_export_journal (const char *path,
                         gint64 until,
                         gboolean notes,
                         GError **error)
{
  g_autoptr (StarlingJournalReader) reader
      = starling_journal_reader_open (path, error);
  g_autoptr (GHashTable) ids
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) local = NULL;

  while (reader != NULL)
    {
      g_autoptr (StarlingEvent) event
          = starling_journal_reader_next (reader, &local);
      g_autofree char *line = NULL;

      if (event == NULL)
        break;
      if (event->at > until || !g_hash_table_add (ids, g_strdup (event->id)))
        continue;
      line = notes ? g_strdup (event->line) : strip_note (event->line);
      g_string_append_printf (text, "%s\n", line);
    }
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else if (reader != NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  return NULL;
}

/**
 * starling_export_title_free:
 * @self: (transfer full): a title
 */
void
starling_export_title_free (StarlingExportTitle *self)
{
  g_free (self->title);
  g_free (self->principle);
  g_free (self);
}

static const char *const columns[] = { "date",
                                       "time",
                                       "kind",
                                       "scenario",
                                       "title",
                                       "principle",
                                       "level",
                                       "angle",
                                       "item",
                                       "outcome",
                                       "seconds",
                                       "target_seconds",
                                       "situation_seconds",
                                       "task_seconds",
                                       "action_seconds",
                                       "result_seconds",
                                       "reflection_seconds" };

/*
 * Adds a cell after RFC 4180. What begins like a formula is made a text: the
 * table may hold titles from files of others.
 */
static void
add_text (GString *table, const char *text)
{
  const char *cell = text != NULL ? text : "";

  if (*cell != '\0' && strchr ("=+-@\t\r", *cell) != NULL)
    {
      g_autofree char *harmless = g_strconcat ("'", cell, NULL);

      add_text (table, harmless);
      return;
    }
  if (strpbrk (cell, ",\"\r\n") == NULL)
    {
      g_string_append_printf (table, "%s,", cell);
      return;
    }
  g_string_append_c (table, '"');
  for (; *cell != '\0'; cell++)
    g_string_append_printf (table, "%s%c", *cell == '"' ? "\"" : "", *cell);
  g_string_append (table, "\",");
}

/* The last cell of a row has no comma behind it. */
static void
end_row (GString *table)
{
  g_string_truncate (table, table->len - 1);
  g_string_append (table, "\r\n");
}

/* Seconds with three decimals, whatever the locale; empty if not known. */
static void
add_seconds (GString *table, gboolean known, gint64 ms)
{
  g_autofree char *text = known ? g_strdup_printf ("%" G_GINT64_FORMAT ".%03d",
                                                   ms / 1000, (int) (ms % 1000))
                                : NULL;

  add_text (table, text);
}

/* Date and time of the clock on the wall. */
static void
add_time (GString *table, const StarlingEvent *event)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_utc (
      event->at / 1000 + (gint64) event->offset * 60);
  g_autofree char *date
      = local == NULL ? NULL : g_date_time_format (local, "%Y-%m-%d");
  g_autofree char *time
      = local == NULL ? NULL : g_date_time_format (local, "%H:%M:%S");

  add_text (table, date);
  add_text (table, time);
}

/* What was spent at all, what was to be, and what was spent in each step. */
static void
add_times (GString *table, const StarlingEvent *event)
{
  gint64 spent[STARLING_N_STEPS] = { 0 };
  gboolean known[STARLING_N_STEPS] = { FALSE };
  gboolean is_take = event->type == STARLING_EVENT_REHEARSAL;
  gint64 total = 0, target = 0;

  for (guint i = 0; event->steps != NULL && i < event->steps->len; i++)
    {
      const StarlingStepTime *step
          = &g_array_index (event->steps, StarlingStepTime, i);

      spent[step->step] += step->spent_ms;
      known[step->step] = TRUE;
      total += step->spent_ms;
      target += step->target_ms;
    }
  add_seconds (table, TRUE, is_take ? total : event->ms);
  add_seconds (table, is_take, target);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    add_seconds (table, known[i], spent[i]);
}

static const char *
get_outcome (const StarlingEvent *event)
{
  static const char *const grades[] = { "again", "hard", "good", "easy" };

  if (event->type == STARLING_EVENT_REVIEW)
    return grades[CLAMP (event->grade, 1, 4) - 1];
  if (event->type == STARLING_EVENT_QUIZ)
    return event->correct ? "right" : "wrong";
  return NULL;
}

static void
add_row (GString *table,
         const StarlingEvent *event,
         GHashTable *titles,
         gboolean notes)
{
  g_autofree char *scenario = starling_event_dup_scenario (event);
  const StarlingExportTitle *title = g_hash_table_lookup (titles, scenario);
  const char *kind = event->type == STARLING_EVENT_REVIEW ? "review"
                     : event->type == STARLING_EVENT_QUIZ ? "answer"
                                                          : "take";
  const char *item = event->type == STARLING_EVENT_REVIEW ? event->card
                     : event->type == STARLING_EVENT_QUIZ ? event->question
                                                          : event->prompt;

  add_time (table, event);
  add_text (table, kind);
  add_text (table, scenario);
  add_text (table, title == NULL ? NULL : title->title);
  add_text (table, title == NULL ? NULL : title->principle);
  add_text (table, event->level < 0
                       ? NULL
                       : starling_level_to_id ((StarlingLevel) event->level));
  add_text (table, event->angle);
  add_text (table, item);
  add_text (table, get_outcome (event));
  add_times (table, event);
  if (notes)
    add_text (table, event->note);
  end_row (table);
}

/**
 * starling_export_table:
 * @history: a journal
 * @titles: scenario id → StarlingExportTitle; those that are gone may lack
 * @notes: whether the user's notes are part of it
 *
 * Makes one table of all takes, reviews of cards and answers in quizzes that
 * count, oldest first. Dates and times are those of the clock on the wall then.
 *
 * Returns: (transfer full): comma-separated values (RFC 4180), with a line of
 *   names
 */
char *
starling_export_table (StarlingHistory *history,
                       GHashTable *titles,
                       gboolean notes)
{
  g_autoptr (GPtrArray) counting = starling_history_list_counting (history);
  GString *table = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_text (table, columns[i]);
  if (notes)
    add_text (table, "note");
  end_row (table);
  for (guint i = 0; i < counting->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (counting, i);

      if (event->type == STARLING_EVENT_REHEARSAL
          || event->type == STARLING_EVENT_REVIEW
          || event->type == STARLING_EVENT_QUIZ)
        add_row (table, event, titles, notes);
    }
  return g_string_free (table, FALSE);
}
