/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shortcuts.h"

#include <glib/gi18n.h>
#include <string.h>

/* GTK writes a key without a sign of its own as its code calls it: Page_Down.
 */
static void
spell_out (GtkLabel *label)
{
  g_autofree char *text
      = g_strdelimit (g_strdup (gtk_label_get_text (label)), "_", ' ');

  if (strcmp (text, gtk_label_get_text (label)) != 0)
    gtk_label_set_text (label, text);
}

static void
collect_text (GtkWidget *widget, GString *text)
{
  if (GTK_IS_LABEL (widget))
    {
      spell_out (GTK_LABEL (widget));
      g_string_append (text, gtk_label_get_text (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_text (child, text);
}

/* GTK leaves its own parts without names: keys are called as they read, such
 * as Ctrl+1; the rest of them belongs to the search. */
static void
name_parts (GtkWidget *widget)
{
  if (GTK_IS_SHORTCUT_LABEL (widget))
    {
      g_autoptr (GString) keys = g_string_new (NULL);

      collect_text (widget, keys);
      gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, keys->str,
                                      -1);
    }
  else if (GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_IMAGE (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Search shortcuts"), -1);
  else if (GTK_IS_MENU_BUTTON (widget))
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    _ ("Sections"), -1);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_parts (child);
}

/**
 * starling_shortcuts_new:
 * @parent: (nullable): the window to stay above
 *
 * The window that lists the keys. Present it to show it.
 *
 * Returns: (transfer none): a new window
 */
GtkWidget *
starling_shortcuts_new (GtkWindow *parent)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/starlingapp/Starling/ui/shortcuts.ui");
  GtkWidget *window
      = GTK_WIDGET (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  name_parts (window);
  return window;
}
