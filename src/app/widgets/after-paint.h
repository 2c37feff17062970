/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Waits until the next frame of a widget's window has been laid out, or
 * painted. */
typedef struct _StarlingAfterPaint StarlingAfterPaint;

StarlingAfterPaint *starling_after_paint_new (GtkWidget *widget,
                                              GSourceOnceFunc callback,
                                              gpointer user_data);
StarlingAfterPaint *starling_after_paint_new_layout (GtkWidget *widget,
                                                     GSourceOnceFunc callback,
                                                     gpointer user_data);
void starling_after_paint_free (StarlingAfterPaint *self);

G_END_DECLS
