/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/focus.h"

/**
 * starling_focus_is_within:
 * @widget: a widget
 *
 * A focus that a stack brought back, or that was left on what has been hidden
 * since, does not count: GTK takes it away in the next frame.
 *
 * Returns: whether the keyboard focus of its window is on something on screen
 *   that lies in @widget
 */
gboolean
starling_focus_is_within (GtkWidget *widget)
{
  GtkRoot *root = NULL;
  GtkWidget *focus = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  root = gtk_widget_get_root (widget);
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  return focus != NULL && gtk_widget_get_mapped (focus)
         && gtk_widget_is_ancestor (focus, widget);
}
