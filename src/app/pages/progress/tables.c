/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/tables.h"

#include "base/csv.h"
#include "base/day.h"
#include "pages/progress/words.h"

/* Rows grow field by field; names of columns are not translated, so that a
 * spreadsheet serves everywhere. */
typedef struct
{
  GString *text;
} Table;

static void
add_text (Table *self, const char *text)
{
  starling_csv_append (self->text, text);
}

static void
add_int (Table *self, gint64 value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, value);

  starling_csv_append (self->text, text);
}

static void
add_double (Table *self, double value, const char *format)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (text, sizeof text, format, value);
  starling_csv_append (self->text, text);
}

static void
add_day (Table *self, int day)
{
  g_autofree char *text = starling_day_format (day);

  starling_csv_append (self->text, text);
}

static void
add_time (Table *self, gint64 at)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (at / 1000);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");

  starling_csv_append (self->text, text);
}

static void
add_head (Table *self, const char *names)
{
  g_auto (GStrv) split = g_strsplit (names, " ", -1);

  for (guint i = 0; split[i] != NULL; i++)
    add_text (self, split[i]);
  starling_csv_end_row (self->text);
}

static const char *
get_name (const StarlingOverview *overview, guint principle)
{
  return starling_catalogue_get_principle (overview->catalogue, principle)
      ->name;
}

static void
list_matrix (Table *self, const StarlingOverview *overview)
{
  add_head (self, "principle level stories rehearsed cards mastery answers "
                  "right");
  for (guint i = 0; i < overview->n_principles; i++)
    for (guint j = 0; j < STARLING_N_LEVELS; j++)
      {
        const StarlingOverviewCell *cell
            = starling_overview_get_cell (overview->cells, i,
                                          (StarlingLevel) j);

        add_text (self, get_name (overview, i));
        add_text (self, starling_level_to_id ((StarlingLevel) j));
        add_int (self, cell->n_stories);
        add_int (self, cell->n_rehearsed);
        add_int (self, cell->n_cards);
        add_double (self, cell->mastery, "%.8f");
        add_int (self, cell->n_answers);
        add_int (self, cell->n_right);
        starling_csv_end_row (self->text);
      }
}

/* The story bank: a row for each principle that a story serves. */
static void
list_stories (Table *self, const StarlingOverview *overview)
{
  g_autoptr (GPtrArray) bank = starling_progress_list_bank (overview);

  add_head (self, "story title own takes principle as");
  for (guint i = 0; i < bank->len; i++)
    {
      const StarlingOverviewStory *story = g_ptr_array_index (bank, i);

      for (guint j = 0; j < overview->n_principles; j++)
        {
          if (!starling_overview_story_serves (story, (int) j))
            continue;
          add_text (self, story->id);
          add_text (self, story->title);
          add_int (self, story->own ? 1 : 0);
          add_int (self, story->n_takes);
          add_text (self, get_name (overview, j));
          add_text (self, story->principle == (int) j ? "told" : "angle");
          starling_csv_end_row (self->text);
        }
    }
}

static void
list_takes (Table *self, const StarlingOverview *overview, gboolean shares)
{
  add_head (self, shares ? "at title action_seconds total_seconds share_percent"
                         : "at title total_seconds target_seconds");
  for (guint i = 0; i < overview->takes->len; i++)
    {
      const StarlingOverviewTake *take
          = &g_array_index (overview->takes, StarlingOverviewTake, i);
      const StarlingTally *tally = &take->review->tally;

      add_time (self, take->review->at);
      add_text (self, take->title);
      if (shares)
        add_double (self, (double) tally->spent_ms[STARLING_STEP_ACTION] / 1000,
                    "%.3f");
      add_double (self, (double) tally->total_ms / 1000, "%.3f");
      if (shares)
        add_double (self,
                    100.0 * (double) tally->spent_ms[STARLING_STEP_ACTION]
                        / (double) tally->total_ms,
                    "%.4f");
      else
        add_double (self, (double) tally->target_total_ms / 1000, "%.3f");
      starling_csv_end_row (self->text);
    }
}

static void
list_weeks (Table *self, const StarlingOverview *overview, gboolean answers)
{
  const StarlingOverviewWeek *weeks
      = answers ? overview->answers : overview->recall;
  guint n = answers ? overview->n_answers : overview->n_recall;

  add_head (self, answers ? "week answers right" : "week due recalled wanted");
  for (guint i = 0; i < n; i++)
    {
      add_day (self, weeks[i].first);
      add_int (self, weeks[i].n);
      add_int (self, weeks[i].n_good);
      if (!answers)
        add_double (self, overview->settings.retention, "%.4g");
      starling_csv_end_row (self->text);
    }
}

static void
list_reviews (Table *self, const StarlingOverview *overview)
{
  add_head (self, "day reviews");
  for (int i = STARLING_PROGRESS_DAYS - 1; i >= 0; i--)
    {
      add_day (self, overview->today - i);
      add_int (self,
               starling_progress_get_reviews (overview, overview->today - i));
      starling_csv_end_row (self->text);
    }
}

static void
list_days (Table *self, const StarlingOverview *overview)
{
  add_head (self, "day new learning due recalled takes questions right");
  for (guint i = 0; i < overview->days->len; i++)
    {
      const StarlingActivity *day
          = &g_array_index (overview->days, StarlingActivity, i);

      add_day (self, day->day);
      add_int (self, day->n_new);
      add_int (self, day->n_learning);
      add_int (self, day->n_due);
      add_int (self, day->n_recalled);
      add_int (self, day->n_takes);
      add_int (self, day->n_questions);
      add_int (self, day->n_right);
      starling_csv_end_row (self->text);
    }
}

/**
 * starling_progress_format_csv:
 * @overview: where the user stands
 * @table: what to list
 *
 * Returns: (transfer full): that as a table (RFC 4180), with the names of its
 *   columns first; times are UTC, weeks are named by their first day
 */
char *
starling_progress_format_csv (const StarlingOverview *overview,
                              StarlingProgressTable table)
{
  Table self = { g_string_new (NULL) };

  switch (table)
    {
    case STARLING_TABLE_MATRIX:
      list_matrix (&self, overview);
      break;
    case STARLING_TABLE_STORIES:
      list_stories (&self, overview);
      break;
    case STARLING_TABLE_TOTALS:
    case STARLING_TABLE_SHARES:
      list_takes (&self, overview, table == STARLING_TABLE_SHARES);
      break;
    case STARLING_TABLE_ANSWERS:
    case STARLING_TABLE_RECALL:
      list_weeks (&self, overview, table == STARLING_TABLE_ANSWERS);
      break;
    case STARLING_TABLE_REVIEWS:
      list_reviews (&self, overview);
      break;
    case STARLING_TABLE_DAYS:
    default:
      list_days (&self, overview);
      break;
    }
  return g_string_free (self.text, FALSE);
}
