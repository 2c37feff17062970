/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/print-private.h"

#include "pages/progress/words.h"
#include "widgets/labels.h"

#include <glib/gi18n.h>

#define TITLE "Bold 16"
#define HEADING "Bold 12"
#define TEXT "9"
#define STRONG "Bold 9"
#define SMALL "8"
#define ROW 19.0
#define CELL_GAP 6.0
#define CELL_SHARE 0.19 /* of the width, each level */
#define BAR 2.5
#define DOT 2.0
#define GAP 4.0

static double
draw (StarlingPrintJob *job,
      cairo_t *cr,
      const char *text,
      const char *font,
      double y)
{
  return starling_print_job_draw_text (job, cr, text, font, 0, y, job->width,
                                       PANGO_ALIGN_LEFT);
}

/* --- title and headings --- */

static double
put_title (StarlingPrintJob *job, cairo_t *cr)
{
  g_autofree char *caption = starling_progress_format_paper (job->overview);
  double y = draw (job, cr, _ ("Progress"), TITLE, 0);

  return y + draw (job, cr, caption, TEXT, y) + 3 * GAP;
}

static void
draw_title (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  put_title (job, cr);
}

static const char *
get_heading (guint index)
{
  switch (index)
    {
    case 0:
      return _ ("Principles by level");
    case 1:
      return _ ("Story bank");
    default:
      return _ ("Trends");
    }
}

static double
put_heading (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  return 2 * GAP + draw (job, cr, get_heading (index), HEADING, 2 * GAP) + GAP;
}

static void
draw_heading (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  put_heading (job, cr, index);
}

/* --- the matrix --- */

static double
get_cell_x (const StarlingPrintJob *job, guint level)
{
  return job->width - (STARLING_N_LEVELS - level) * job->width * CELL_SHARE
         + CELL_GAP;
}

static void
draw_levels (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    starling_print_job_draw_text (job, cr,
                                  starling_level_get_name ((StarlingLevel) i),
                                  STRONG, get_cell_x (job, i), 0,
                                  job->width * CELL_SHARE - CELL_GAP,
                                  PANGO_ALIGN_LEFT);
}

/* How many stories, mastery and its bar, right answers. */
static void
draw_cell (StarlingPrintJob *job,
           cairo_t *cr,
           const StarlingOverviewCell *cell,
           double x)
{
  double width = job->width * CELL_SHARE - CELL_GAP;
  g_autofree char *mastery = starling_progress_format_percent (
      starling_overview_round (cell->mastery));
  g_autofree char *quiz = starling_progress_format_percent (
      starling_overview_get_percent (cell->n_right, cell->n_answers));

  if (!cell->begun)
    {
      starling_print_job_draw_text (job, cr, starling_progress_get_open (cell),
                                    TEXT, x, 0, width, PANGO_ALIGN_LEFT);
      return;
    }
  cairo_set_line_width (cr, 0.6);
  for (guint i = 0; i < 4; i++)
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x + DOT + i * 3 * DOT, 6, DOT, 0, 2 * G_PI);
      if (i < cell->n_rehearsed)
        cairo_fill (cr);
      else
        cairo_stroke (cr);
    }
  starling_print_job_draw_text (job, cr, mastery, STRONG, x, 0, width * .72,
                                PANGO_ALIGN_RIGHT);
  starling_print_job_draw_text (job, cr, quiz, TEXT, x, 0, width,
                                PANGO_ALIGN_RIGHT);
  cairo_set_source_rgb (cr, .85, .85, .85);
  cairo_rectangle (cr, x, ROW - 3 * BAR + 1, width, BAR);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, .2, .2, .2);
  cairo_rectangle (cr, x, ROW - 3 * BAR + 1, width * cell->mastery, BAR);
  cairo_fill (cr);
}

static void
draw_principle (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  const StarlingOverview *overview = job->overview;
  const char *name
      = starling_catalogue_get_principle (overview->catalogue, index)->name;

  starling_print_job_draw_text (job, cr, name, TEXT, 0, 0, get_cell_x (job, 0),
                                PANGO_ALIGN_LEFT);
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    draw_cell (job, cr,
               starling_overview_get_cell (overview->cells, index,
                                           (StarlingLevel) i),
               get_cell_x (job, i));
}

static double
put_legend (StarlingPrintJob *job, cairo_t *cr)
{
  return draw (job, cr,
               _ ("Dots: stories rehearsed. Bold, and the bar: mastery. Last: "
                  "right answers."),
               SMALL, 0)
         + GAP;
}

static void
draw_legend (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  put_legend (job, cr);
}

/* --- the story bank --- */

static double
put_gaps (StarlingPrintJob *job, cairo_t *cr)
{
  g_autofree char *gaps = starling_progress_format_gaps (job->overview);

  return draw (job, cr, gaps, TEXT, 0) + GAP;
}

static void
draw_gaps (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  put_gaps (job, cr);
}

static double
put_story (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  const StarlingOverviewStory *story = g_ptr_array_index (job->bank, index);
  g_autofree char *serves
      = starling_progress_format_story (job->overview, story);
  double y = draw (job, cr, story->title, STRONG, 0);

  return y + draw (job, cr, serves, TEXT, y) + GAP;
}

static void
draw_story (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  put_story (job, cr, index);
}

/* --- all of it --- */

static void
draw_trend (StarlingPrintJob *job, cairo_t *cr, guint index)
{
  starling_print_job_put_trend (job, cr, index);
}

static void
add (StarlingPrintJob *job,
     double height,
     void (*draw_block) (StarlingPrintJob *job, cairo_t *cr, guint index),
     guint index)
{
  const StarlingPrintBlock block
      = { height, draw_block, index, draw_block == draw_heading };

  g_array_append_val (job->blocks, block);
}

/**
 * starling_print_job_list_blocks:
 * @self: what is printed, whose width is known
 *
 * Lists what there is to draw, in order.
 */
void
starling_print_job_list_blocks (StarlingPrintJob *self)
{
  g_array_set_size (self->blocks, 0);
  g_ptr_array_unref (self->bank);
  self->bank = starling_progress_list_bank (self->overview);
  add (self, put_title (self, NULL), draw_title, 0);
  add (self, put_heading (self, NULL, 0), draw_heading, 0);
  add (self, ROW, draw_levels, 0);
  for (guint i = 0; i < self->overview->n_principles; i++)
    add (self, ROW, draw_principle, i);
  add (self, put_legend (self, NULL), draw_legend, 0);
  add (self, put_heading (self, NULL, 1), draw_heading, 1);
  add (self, put_gaps (self, NULL), draw_gaps, 0);
  for (guint i = 0; i < self->bank->len; i++)
    add (self, put_story (self, NULL, i), draw_story, i);
  add (self, put_heading (self, NULL, 2), draw_heading, 2);
  for (guint i = 0; i < STARLING_PRINT_TRENDS; i++)
    {
      double height = starling_print_job_put_trend (self, NULL, i);

      if (height > 0)
        add (self, height, draw_trend, i);
    }
}
