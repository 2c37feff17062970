/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/keys.h"

#define N_DIGITS 9

static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_p, 0, "rehearse.pause" },
  { GDK_KEY_r, 0, "rehearse.restart" },
  { GDK_KEY_h, 0, "rehearse.phrases" },
  { GDK_KEY_Escape, 0, "rehearse.finish" },
  { GDK_KEY_Page_Down, 0, "rehearse.next" },
  { GDK_KEY_Page_Up, 0, "rehearse.back" },
};

static void
add_shortcut (GtkEventController *controller,
              guint key,
              GdkModifierType modifiers,
              GtkShortcutFunc callback,
              GVariant *arguments)
{
  GtkShortcut *shortcut
      = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                          gtk_callback_action_new (callback, NULL, NULL));

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        shortcut);
}

/**
 * starling_rehearse_keys_add:
 * @page: the page of the rehearsal
 * @action: called with the name of an action (string)
 * @digit: called for 1 to 9 with the place of what it chooses (uint32, from 0)
 *
 * Adds the keys of the rehearsal, from anywhere in the window; so the
 * callbacks ask starling_rehearse_keys_apply() first.
 */
void
starling_rehearse_keys_add (GtkWidget *page,
                            GtkShortcutFunc action,
                            GtkShortcutFunc digit)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkEventController *local = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add_shortcut (controller, keys[i].key, keys[i].modifiers, action,
                  g_variant_new_string (keys[i].action));
  for (guint i = 0; i < N_DIGITS; i++)
    {
      add_shortcut (controller, GDK_KEY_1 + i, 0, digit,
                    g_variant_new_uint32 (i));
      add_shortcut (controller, GDK_KEY_KP_1 + i, 0, digit,
                    g_variant_new_uint32 (i));
    }
  add_shortcut (controller, GDK_KEY_z, GDK_CONTROL_MASK, action,
                g_variant_new_string ("rehearse.undo"));
  gtk_widget_add_controller (page, controller);

  /* Here too: within the page they come before the undo of the window, and
   * before its Escape, which clears a search */
  add_shortcut (local, GDK_KEY_z, GDK_CONTROL_MASK, action,
                g_variant_new_string ("rehearse.undo"));
  add_shortcut (local, GDK_KEY_Escape, 0, action,
                g_variant_new_string ("rehearse.finish"));
  gtk_widget_add_controller (page, local);
}

/**
 * starling_rehearse_keys_apply:
 * @page: the page of the rehearsal
 *
 * Returns: whether the page may act on a key: it is on screen, and nobody is
 *   writing
 */
gboolean
starling_rehearse_keys_apply (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return gtk_widget_get_mapped (page) && !GTK_IS_EDITABLE (focus)
         && !GTK_IS_TEXT_VIEW (focus);
}
