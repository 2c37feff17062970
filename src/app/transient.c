/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "transient.h"

static gboolean
quit_cb (gpointer application)
{
  g_action_group_activate_action (G_ACTION_GROUP (application), "quit", NULL);
  return G_SOURCE_REMOVE;
}

/* The window goes with the other, so not while it handles the key. */
static gboolean
quit_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (widget));

  if (parent == NULL || gtk_window_get_application (parent) == NULL)
    return FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, quit_cb,
                   g_object_ref (gtk_window_get_application (parent)),
                   g_object_unref);
  return TRUE;
}

/**
 * starling_transient_add_keys:
 * @klass: of a window that stays above another
 *
 * Escape closes it. Ctrl+Q quits: the application's keys are not those of a
 * window that does not belong to it.
 */
void
starling_transient_add_keys (GtkWidgetClass *klass)
{
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Escape, 0, "window.close",
                                       NULL);
  gtk_widget_class_add_binding (klass, GDK_KEY_q, GDK_CONTROL_MASK, quit_key_cb,
                                NULL);
}

/**
 * starling_transient_find:
 * @parent: a window
 * @type: a type of window
 *
 * Returns: (transfer none) (nullable): the one of that type above @parent
 */
GtkWidget *
starling_transient_find (GtkWindow *parent, GType type)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (toplevels, i);

      if (G_TYPE_CHECK_INSTANCE_TYPE (window, type)
          && gtk_window_get_transient_for (window) == parent)
        return GTK_WIDGET (window);
    }
  return NULL;
}

/**
 * starling_transient_add_button:
 * @dialog: a #GtkDialog
 * @label: what the button says
 * @response: what the dialog answers then
 *
 * Adds a button without a mnemonic: with one, assistive technology would read
 * its name twice.
 *
 * Returns: (transfer none): the button
 */
GtkWidget *
starling_transient_add_button (GtkWidget *dialog,
                               const char *label,
                               int response)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_dialog_add_action_widget (GTK_DIALOG (dialog), button, response);
  return button;
}
