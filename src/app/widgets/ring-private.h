/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/ring.h"

G_BEGIN_DECLS

/* Shared by ring.c and ring-layout.c only. */

struct _StarlingRing
{
  GtkWidget parent_instance;

  GtkWidget *badge;
  GtkWidget *clock;
  GtkWidget *caption;
  guint what; /* StarlingStepId, or STARLING_RING_… */
  int target;
  int left;
  gboolean paused;
  int diameter;           /* as allocated */
  gboolean caption_below; /* the ring */
  gboolean in_line;       /* with clock and caption */
  guint pulse_source;
  guint n_draws;
};

/* ring.c */
char *starling_ring_format_caption (guint what, int left, gboolean paused);

/* ring-layout.c */
void starling_ring_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline);
void starling_ring_size_allocate (GtkWidget *widget,
                                  int width,
                                  int height,
                                  int baseline);
void starling_ring_get_center (StarlingRing *self, double *x, double *y);

G_END_DECLS
