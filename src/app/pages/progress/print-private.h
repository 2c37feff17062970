/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-overview.h"

G_BEGIN_DECLS

/* Shared by the print*.c only. Lengths are points. */

typedef struct _StarlingPrintJob StarlingPrintJob;

/* Something that stays on one page. */
typedef struct
{
  double height;
  /* Draws it with its upper left corner at the origin. */
  void (*draw) (StarlingPrintJob *job, cairo_t *cr, guint index);
  guint index;
  gboolean is_heading; /* stays with what comes next */
} StarlingPrintBlock;

struct _StarlingPrintJob
{
  StarlingOverview *overview; /* owned */
  GArray *blocks;             /* (element-type StarlingPrintBlock) */
  GArray *pages;              /* (element-type guint): their first blocks */
  GPtrArray *bank;            /* (element-type StarlingOverviewStory) */
  PangoContext *context;
  double width;
  double height;
};

/* print.c */
double starling_print_job_draw_text (StarlingPrintJob *self,
                                     cairo_t *cr,
                                     const char *text,
                                     const char *font,
                                     double x,
                                     double y,
                                     double width,
                                     PangoAlignment alignment);

/* print-trends.c */
#define STARLING_PRINT_TRENDS 4
double
starling_print_job_put_trend (StarlingPrintJob *job, cairo_t *cr, guint index);

/* print-blocks.c */
void starling_print_job_list_blocks (StarlingPrintJob *self);

G_END_DECLS
