/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/mark.h"

#define MARK_MS 2000
#define MARK_CLASS "marked"
#define MARK_SOURCE "starling-mark"

static void
remove_source (gpointer data)
{
  g_source_remove (GPOINTER_TO_UINT (data));
}

static gboolean
over_cb (gpointer widget)
{
  g_object_steal_data (widget, MARK_SOURCE);
  gtk_widget_remove_css_class (widget, MARK_CLASS);
  return G_SOURCE_REMOVE;
}

/**
 * starling_mark_show:
 * @widget: a widget whose style knows the class `marked`
 *
 * Points at @widget for two seconds; anew where that is so already.
 */
void
starling_mark_show (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_css_class (widget, MARK_CLASS);
  g_object_set_data_full (G_OBJECT (widget), MARK_SOURCE,
                          GUINT_TO_POINTER (
                              g_timeout_add (MARK_MS, over_cb, widget)),
                          remove_source);
}

/**
 * starling_mark_hide:
 * @widget: a widget, marked or not
 *
 * Does not point at @widget any longer.
 */
void
starling_mark_hide (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data (G_OBJECT (widget), MARK_SOURCE, NULL);
  gtk_widget_remove_css_class (widget, MARK_CLASS);
}
