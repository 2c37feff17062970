/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/plot-card.h"

#include "pages/progress/copy-button.h"
#include "widgets/wrap-box.h"

struct _StarlingPlotCard
{
  GtkBox parent_instance;

  GtkLabel *value;
  GtkWidget *plot;
};

G_DEFINE_FINAL_TYPE (StarlingPlotCard, starling_plot_card, GTK_TYPE_BOX)

static void
starling_plot_card_class_init (StarlingPlotCardClass *klass)
{
}

static void
starling_plot_card_init (StarlingPlotCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 3);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "plot");
}

static GtkWidget *
make_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  return label;
}

/**
 * starling_plot_card_new:
 * @title: what is plotted
 * @table: its values
 * @plot: (transfer floating): a chart or a calendar
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
starling_plot_card_new (const char *title,
                        StarlingProgressTable table,
                        GtkWidget *plot)
{
  StarlingPlotCard *self = g_object_new (STARLING_TYPE_PLOT_CARD, NULL);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *wrap = g_object_new (STARLING_TYPE_WRAP_BOX, "justify", TRUE,
                                  "spacing", 12, "line-spacing", 0, "hexpand",
                                  TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_HEADING, "label",
                                     title, "wrap", TRUE, "xalign", 0.0, NULL);
  GtkWidget *value = make_label ("");

  gtk_widget_add_css_class (heading, "strong");
  gtk_widget_add_css_class (value, "caption");
  gtk_widget_add_css_class (value, "figure");
  gtk_widget_add_css_class (value, "soft");
  starling_wrap_box_append (STARLING_WRAP_BOX (wrap), heading);
  starling_wrap_box_append (STARLING_WRAP_BOX (wrap), value);
  gtk_box_append (GTK_BOX (head), wrap);
  gtk_box_append (GTK_BOX (head), starling_copy_button_new (table, title));
  gtk_box_append (GTK_BOX (self), head);
  gtk_box_append (GTK_BOX (self), plot);
  self->value = GTK_LABEL (value);
  self->plot = plot;
  return GTK_WIDGET (self);
}

/**
 * starling_plot_card_get_plot:
 * @self: a card
 *
 * Returns: (transfer none): its plot
 */
GtkWidget *
starling_plot_card_get_plot (StarlingPlotCard *self)
{
  g_return_val_if_fail (STARLING_IS_PLOT_CARD (self), NULL);

  return self->plot;
}

/**
 * starling_plot_card_set_value:
 * @self: a card
 * @value: the last value, in words
 */
void
starling_plot_card_set_value (StarlingPlotCard *self, const char *value)
{
  g_return_if_fail (STARLING_IS_PLOT_CARD (self));

  gtk_label_set_label (self->value, value);
}
