/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "accessible.h"

#include <glib/gi18n.h>

/* GTK 4.8 tells assistive technology the class of a widget where it has no
 * name, so that a screen reader says "GtkBuiltinIcon". The inner parts of
 * expanders and scrolled windows cannot be named one by one by those who use
 * them; as a group each of them stays silent. */
static const char *const silent[]
    = { "GtkBuiltinIcon", "GtkScrollbar", "GtkRange" };

static void
silence (const char *name)
{
  GType type = g_type_from_name (name);
  g_autoptr (GTypeClass) klass
      = type == G_TYPE_INVALID ? NULL : g_type_class_ref (type);

  if (klass != NULL)
    gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                          GTK_ACCESSIBLE_ROLE_GROUP);
}

static void (*map_tooltip) (GtkWidget *widget);

static void
map_tooltip_cb (GtkWidget *widget)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tooltip"),
                                  -1);
  map_tooltip (widget);
}

/* The window of all tooltips has no role that could keep it silent: it gets a
 * name. Making a tooltip registers its type, from a template: so not before
 * the first frame. */
static gboolean
name_tooltips_cb (gpointer user_data)
{
  GType type;

  g_object_unref (g_object_new (GTK_TYPE_TOOLTIP, NULL));
  type = g_type_from_name ("GtkTooltipWindow");
  if (type != G_TYPE_INVALID && map_tooltip == NULL)
    {
      GtkWidgetClass *klass = GTK_WIDGET_CLASS (g_type_class_ref (type));

      map_tooltip = klass->map;
      klass->map = map_tooltip_cb;
    }
  return G_SOURCE_REMOVE;
}

/**
 * starling_accessible_init:
 *
 * Keeps class names out of what a screen reader says. To be called once,
 * after GTK was initialised and before the first window.
 */
void
starling_accessible_init (void)
{
  /* registers the types, which are private in part */
  GtkWidget *expander = g_object_ref_sink (gtk_expander_new (NULL));
  GtkWidget *scroller = g_object_ref_sink (gtk_scrolled_window_new ());

  for (guint i = 0; i < G_N_ELEMENTS (silent); i++)
    silence (silent[i]);
  g_object_unref (expander);
  g_object_unref (scroller);
  g_idle_add_full (G_PRIORITY_LOW, name_tooltips_cb, NULL, NULL);
}

/**
 * starling_accessible_name_popover:
 * @popover: a popover
 * @name: what to call it
 *
 * Names a popover and what it is made of, else assistive technology would read
 * the names of their classes.
 */
void
starling_accessible_name_popover (GtkPopover *popover, const char *name)
{
  g_return_if_fail (GTK_IS_POPOVER (popover));

  gtk_accessible_update_property (GTK_ACCESSIBLE (popover),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (
                                      GTK_WIDGET (popover))),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
