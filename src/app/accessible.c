/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "accessible.h"

/* GTK 4.8 tells assistive technology the class of a widget where it has no
 * name, so that a screen reader says "GtkBuiltinIcon". The inner parts of
 * expanders and scrolled windows cannot be named one by one by those who use
 * them; as a group each of them stays silent. */
static const char *const silent[]
    = { "GtkBuiltinIcon", "GtkScrollbar", "GtkRange" };

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
    {
      GType type = g_type_from_name (silent[i]);
      g_autoptr (GTypeClass) klass
          = type == G_TYPE_INVALID ? NULL : g_type_class_ref (type);

      if (klass != NULL)
        gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                              GTK_ACCESSIBLE_ROLE_GROUP);
    }
  g_object_unref (expander);
  g_object_unref (scroller);
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
