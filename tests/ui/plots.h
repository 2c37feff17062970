/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What tests of plots share: what a widget paints, and what it tells. */

/* What a widget paints, as pixels and as texts. */
typedef struct
{
  GtkWidget *widget;
  cairo_surface_t *surface;
  GArray *texts;
} StarlingTestPainting;

void
starling_test_painting_init (StarlingTestPainting *self, GtkWidget *widget);
void starling_test_painting_clear (StarlingTestPainting *self);
guint starling_test_painting_count (const StarlingTestPainting *self,
                                    const char *color_name,
                                    const GdkRectangle *area);
char *starling_test_painting_read (const StarlingTestPainting *self);
gboolean starling_test_painting_find (const StarlingTestPainting *self,
                                      const char *text,
                                      double *x,
                                      double *y);

gboolean
starling_test_plot_press (GtkWidget *plot, guint key, GdkModifierType state);
void starling_test_plot_leave (GtkWidget *plot);
char *starling_test_plot_get_tip (
    GtkWidget *plot, int x, int y, gboolean keyboard, GdkRectangle *area);
void starling_test_plot_assert_name (GtkWidget *plot, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingTestPainting,
                                  starling_test_painting_clear)

G_END_DECLS
