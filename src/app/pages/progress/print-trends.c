/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/print-private.h"

#include "base/text.h"
#include "pages/progress/words.h"

#include <glib/gi18n.h>

#define TEXT "9"
#define STRONG "Bold 9"
#define SMALL "8"
#define DOT 2.0
#define GAP 4.0
#define PLOT 60.0
#define VALUES 12.0

typedef struct
{
  const char *title;
  char *value;
  double *values;
  guint n;
  double least, most;  /* of the values, and of what is wanted */
  double target, half; /* what is wanted, below 0: none; half of a band */
  gboolean is_time;    /* seconds, else percent */
} Trend;

static void
trend_clear (Trend *self)
{
  g_free (self->value);
  g_free (self->values);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trend, trend_clear)

static void
trend_add (Trend *self, double value)
{
  self->values = g_renew (double, self->values, self->n + 1);
  self->values[self->n++] = value;
  self->least = self->n == 1 ? value : MIN (self->least, value);
  self->most = self->n == 1 ? value : MAX (self->most, value);
}

static void
add_weeks (Trend *self, const StarlingOverviewWeek *weeks, guint n)
{
  for (guint i = 0; i < n; i++)
    trend_add (self,
               starling_overview_get_percent (weeks[i].n_good, weeks[i].n));
}

static void
add_takes (Trend *self, const StarlingOverview *overview, gboolean shares)
{
  for (guint i = 0; i < overview->takes->len; i++)
    trend_add (self,
               shares ? g_array_index (overview->takes, StarlingOverviewTake, i)
                            .review->tally.action_share
                      : starling_progress_get_total (overview, i));
}

static double
find_total_target (const StarlingOverview *overview)
{
  const StarlingOverviewTake *last;

  if (starling_progress_get_unit (overview) == STARLING_TOTALS_PERCENT)
    return 100;
  last = &g_array_index (overview->takes, StarlingOverviewTake,
                         overview->takes->len - 1);
  return starling_tally_round (last->review->tally.target_total_ms);
}

static void
trend_init (Trend *self, const StarlingOverview *overview, guint index)
{
  *self = (Trend){ .target = -1 };
  if (index < 2 && overview->takes->len > 0)
    {
      self->title = index == 0 ? _ ("Total time") : _ ("Share of the Action");
      add_takes (self, overview, index == 1);
      self->value
          = index == 0
                ? starling_progress_format_total (overview,
                                                  overview->takes->len - 1)
                : starling_progress_format_share (overview);
      self->is_time
          = index == 0
            && starling_progress_get_unit (overview) == STARLING_TOTALS_SECONDS;
      self->target
          = index == 0
                ? find_total_target (overview)
                : (STARLING_ACTION_SHARE_MIN + STARLING_ACTION_SHARE_MAX) / 2.0;
      if (index == 1)
        self->half
            = (STARLING_ACTION_SHARE_MAX - STARLING_ACTION_SHARE_MIN) / 2.0;
    }
  else if (index == 2 && overview->n_answers > 0)
    {
      self->title = _ ("Quiz, right answers");
      add_weeks (self, overview->answers, overview->n_answers);
      self->value = starling_progress_format_answers (overview);
    }
  else if (index == 3 && overview->n_recall > 0)
    {
      self->title = _ ("Recall of due cards");
      add_weeks (self, overview->recall, overview->n_recall);
      self->value = starling_progress_format_recall (overview);
      self->target = 100 * overview->settings.retention;
    }
  if (self->target >= 0)
    {
      self->least = MIN (self->least, self->target - self->half);
      self->most = MAX (self->most, self->target + self->half);
    }
}

static double
get_y (const Trend *trend, double top, double value)
{
  double span = trend->most - trend->least;

  return top + PLOT - (span > 0 ? (value - trend->least) / span : .5) * PLOT;
}

/* A dashed line, or a band. */
static void
draw_target (const Trend *trend, cairo_t *cr, double top, double width)
{
  static const double dashes[] = { 3, 2 };
  double above = get_y (trend, top, trend->target + trend->half);
  double below = get_y (trend, top, trend->target - trend->half);

  if (trend->target < 0)
    return;
  if (trend->half > 0)
    {
      cairo_set_source_rgb (cr, .92, .92, .92);
      cairo_rectangle (cr, 0, above, width, below - above);
      cairo_fill (cr);
      return;
    }
  cairo_set_line_width (cr, 0.6);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (cr, 0, above);
  cairo_line_to (cr, width, above);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* The values, below their points. */
static void
draw_values (StarlingPrintJob *job, const Trend *trend, cairo_t *cr, double top)
{
  double width = job->width / trend->n;

  for (guint i = 0; i < trend->n; i++)
    {
      g_autofree char *text
          = trend->is_time
                ? starling_text_format_clock ((gint64) trend->values[i])
                : starling_progress_format_percent ((int) trend->values[i]);

      starling_print_job_draw_text (job, cr, text, SMALL, i * width, top, width,
                                    PANGO_ALIGN_CENTER);
    }
}

static void
draw_line (const Trend *trend, cairo_t *cr, double top, double width)
{
  draw_target (trend, cr, top, width);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_set_line_width (cr, 1.2);
  for (guint i = 0; i < trend->n; i++)
    cairo_line_to (cr, width * (i + 0.5) / trend->n,
                   get_y (trend, top, trend->values[i]));
  cairo_stroke (cr);
  for (guint i = 0; i < trend->n; i++)
    {
      cairo_arc (cr, width * (i + 0.5) / trend->n,
                 get_y (trend, top, trend->values[i]), DOT, 0, 2 * G_PI);
      cairo_fill (cr);
    }
}

/**
 * starling_print_job_put_trend:
 * @job: what is printed
 * @cr: (nullable): a context; %NULL: nothing is drawn
 * @index: which trend, below %STARLING_PRINT_TRENDS
 *
 * Draws a trend with its heading and last value, and its values below.
 *
 * Returns: its height; 0 where there are no values
 */
double
starling_print_job_put_trend (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  g_auto (Trend) trend = { 0 };
  double y;

  trend_init (&trend, job->overview, index);
  if (trend.n == 0)
    return 0;
  y = starling_print_job_draw_text (job, cr, trend.title, STRONG, 0, 0,
                                    job->width, PANGO_ALIGN_LEFT);
  starling_print_job_draw_text (job, cr, trend.value, TEXT, 0, 0, job->width,
                                PANGO_ALIGN_RIGHT);
  y += 2 * GAP;
  if (cr != NULL)
    {
      draw_line (&trend, cr, y, job->width);
      draw_values (job, &trend, cr, y + PLOT + GAP);
    }
  return y + PLOT + VALUES + 3 * GAP;
}
