/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/legend.h"

#include "widgets/passage-row.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingLegend
{
  GtkWidget parent_instance;

  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (StarlingLegend, starling_legend, GTK_TYPE_WIDGET)

static void
starling_legend_dispose (GObject *object)
{
  StarlingLegend *self = STARLING_LEGEND (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_legend_parent_class)->dispose (object);
}

static void
starling_legend_class_init (StarlingLegendClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_legend_dispose;

  gtk_widget_class_set_css_name (widget_class, "legend");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

/* The word "Bold", in bold, and what bold words are. */
static GtkWidget *
create_key_phrase (void)
{
  const char *sample = C_ ("legend", "Bold");
  g_autofree char *text
      = g_strdup_printf ("%s\u2002%s", sample, C_ ("legend", "Key phrase"));
  const char *const phrases[] = { sample, NULL };
  GtkWidget *row
      = starling_passage_row_new_compact (text, STARLING_EMPHASIS_NEUTRAL);

  starling_passage_row_set (STARLING_PASSAGE_ROW (row), text,
                            STARLING_EMPHASIS_NEUTRAL, phrases,
                            STARLING_ALL_LEVELS);
  return row;
}

static void
starling_legend_init (StarlingLegend *self)
{
  StarlingWrapBox *box;

  self->box = g_object_new (STARLING_TYPE_WRAP_BOX, "spacing", 18,
                            "line-spacing", 3, NULL);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  box = STARLING_WRAP_BOX (self->box);
  starling_wrap_box_append (
      box, starling_passage_row_new_compact (_ ("Lean on this"),
                                             STARLING_EMPHASIS_LEAN_ON));
  starling_wrap_box_append (
      box, starling_passage_row_new_compact (_ ("Keep it short"),
                                             STARLING_EMPHASIS_SHORT));
  starling_wrap_box_append (box, create_key_phrase ());
}

/**
 * starling_legend_new:
 *
 * Returns: (transfer floating): a legend
 */
GtkWidget *
starling_legend_new (void)
{
  return g_object_new (STARLING_TYPE_LEGEND, NULL);
}
