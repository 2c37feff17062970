/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "about.h"

#include <glib/gi18n.h>

/* GTK leaves its own parts without names. */
static void
name_parts (GtkWidget *widget)
{
  const char *name = GTK_IS_TEXT_VIEW (widget)        ? _ ("License")
                     : GTK_IS_IMAGE (widget)          ? "Starling"
                     : GTK_IS_STACK_SWITCHER (widget) ? _ ("Sections")
                                                      : NULL;

  if (name != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_parts (child);
}

/**
 * starling_show_about:
 * @parent: (nullable): the window to stay above
 *
 * Shows what the program is, its version and its licence.
 */
void
starling_show_about (GtkWindow *parent)
{
  const char *authors[] = { _ ("The Starling authors"), NULL };

  GtkWidget *about = g_object_new (
      GTK_TYPE_ABOUT_DIALOG, "transient-for", parent, "modal", TRUE,
      "destroy-with-parent", TRUE, "program-name", "Starling", "logo-icon-name",
      STARLING_APP_ID, "version", STARLING_VERSION, "comments",
      _ ("Practise behavioural interviews out loud: one story, told under "
         "many lenses.\n\nStarling is independent of any company."),
      "copyright", _ ("© The Starling authors"), "license-type",
      GTK_LICENSE_GPL_3_0, "authors", authors, NULL);

  name_parts (about);
  gtk_window_present (GTK_WINDOW (about));
}
