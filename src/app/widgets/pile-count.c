/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/pile-count.h"

#include <glib/gi18n.h>

#include "widgets/steady-label.h"

struct _StarlingPileCount
{
  GtkWidget parent_instance;

  GtkWidget *words;
  GtkWidget *figure;
};

G_DEFINE_FINAL_TYPE (StarlingPileCount, starling_pile_count, GTK_TYPE_WIDGET)

static void
starling_pile_count_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  StarlingPileCount *self = STARLING_PILE_COUNT (widget);
  int words, figure;

  gtk_widget_measure (self->words, orientation, -1, NULL, &words, NULL, NULL);
  gtk_widget_measure (self->figure, orientation, -1, NULL, &figure, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MIN (words, figure)
                                                       : MAX (words, figure);
  *natural = MAX (words, figure);
  *minimum_baseline = *natural_baseline = -1;
}

static void
starling_pile_count_size_allocate (GtkWidget *widget,
                                   int width,
                                   int height,
                                   int baseline)
{
  StarlingPileCount *self = STARLING_PILE_COUNT (widget);
  int natural;
  gboolean is_wide;

  gtk_widget_measure (self->words, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &natural, NULL, NULL);
  is_wide = width >= natural;
  gtk_widget_set_child_visible (self->words, is_wide);
  gtk_widget_set_child_visible (self->figure, !is_wide);
  gtk_widget_size_allocate (is_wide ? self->words : self->figure,
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

/* Says what a figure without words stands for. */
static gboolean
starling_pile_count_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  StarlingPileCount *self = STARLING_PILE_COUNT (widget);
  g_autofree char *words = NULL;

  if (gtk_widget_get_child_visible (self->words))
    return FALSE;
  g_object_get (self->words, "label", &words, NULL);
  gtk_tooltip_set_text (tooltip, words);
  return TRUE;
}

static void
starling_pile_count_dispose (GObject *object)
{
  StarlingPileCount *self = STARLING_PILE_COUNT (object);

  g_clear_pointer (&self->words, gtk_widget_unparent);
  g_clear_pointer (&self->figure, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_pile_count_parent_class)->dispose (object);
}

static void
starling_pile_count_class_init (StarlingPileCountClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_pile_count_dispose;
  widget_class->measure = starling_pile_count_measure;
  widget_class->size_allocate = starling_pile_count_size_allocate;
  widget_class->query_tooltip = starling_pile_count_query_tooltip;

  gtk_widget_class_set_css_name (widget_class, "pilecount");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
starling_pile_count_init (StarlingPileCount *self)
{
  self->words = starling_steady_label_new ("", -1);
  self->figure = starling_steady_label_new ("", -1);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->figure, GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

/**
 * starling_pile_count_new:
 *
 * Returns: (transfer floating): a count of nothing
 */
GtkWidget *
starling_pile_count_new (void)
{
  return g_object_new (STARLING_TYPE_PILE_COUNT, NULL);
}

/**
 * starling_pile_count_set:
 * @self: a count
 * @words: such as "Due 9"
 * @n: how many there are
 * @current: whether the card on screen is one of them
 *
 * Shows a count.
 */
void
starling_pile_count_set (StarlingPileCount *self,
                         const char *words,
                         guint n,
                         gboolean current)
{
  g_autofree char *figure = g_strdup_printf ("%u", n);
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (STARLING_IS_PILE_COUNT (self));

  g_object_set (self->words, "label", words, NULL);
  g_object_set (self->figure, "label", figure, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, words,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  /* Translators: of three counts of cards, the
                                   * one that holds the card on screen */
                                  current ? C_ ("count of cards", "current")
                                          : "",
                                  -1);
  if (current)
    gtk_widget_add_css_class (widget, "current");
  else
    gtk_widget_remove_css_class (widget, "current");
}
