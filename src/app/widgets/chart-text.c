/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/chart-text.h"

#include <math.h>

/**
 * starling_chart_make_layout:
 * @widget: the widget that is drawn, whose font is used
 * @text: a text
 * @strong: whether it is bold
 *
 * Returns: (transfer full): the text, to be measured and appended
 */
PangoLayout *
starling_chart_make_layout (GtkWidget *widget,
                            const char *text,
                            gboolean strong)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  if (strong)
    {
      g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes,
                              pango_attr_weight_new (PANGO_WEIGHT_BOLD));
      pango_layout_set_attributes (layout, attributes);
    }
  return layout;
}

/**
 * starling_chart_append_layout:
 * @widget: the widget that is drawn
 * @snapshot: what to draw on
 * @layout: a text
 * @x: left edge, in px
 * @y: upper edge, in px
 * @color_name: a colour that the style sheet defines
 *
 * Draws a text, on whole pixels.
 */
void
starling_chart_append_layout (GtkWidget *widget,
                              GtkSnapshot *snapshot,
                              PangoLayout *layout,
                              double x,
                              double y,
                              const char *color_name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, color_name, &color))
    gtk_style_context_get_color (context, &color);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) round (x),
                                                          (float) round (y)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}
