/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/keys.h"

#include "engine/quiz/quiz.h"

static const struct
{
  guint key;
  GtkScrollType type;
} scrolls[] = {
  { GDK_KEY_Page_Up, GTK_SCROLL_PAGE_UP },
  { GDK_KEY_KP_Page_Up, GTK_SCROLL_PAGE_UP },
  { GDK_KEY_Page_Down, GTK_SCROLL_PAGE_DOWN },
  { GDK_KEY_KP_Page_Down, GTK_SCROLL_PAGE_DOWN },
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

  if (arguments != NULL)
    gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        shortcut);
}

/**
 * starling_quiz_keys_add:
 * @page: the page of the quiz
 * @digit: called for 1 to 6 with the slot (uint32, from 0)
 * @arrow: called for Up and Down with -1 and 1 (int32)
 * @scroll: called for Page Up and Page Down with a #GtkScrollType (int32)
 * @undo: called for Ctrl+Z without arguments
 *
 * Adds the keys of the quiz. Digits and Ctrl+Z come from anywhere in the
 * window, so the callbacks ask starling_quiz_keys_apply() first; arrows and
 * pages come from within the page.
 */
void
starling_quiz_keys_add (GtkWidget *page,
                        GtkShortcutFunc digit,
                        GtkShortcutFunc arrow,
                        GtkShortcutFunc scroll,
                        GtkShortcutFunc undo)
{
  GtkEventController *global = gtk_shortcut_controller_new ();
  GtkEventController *local = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (global),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint slot = 0; slot < STARLING_QUIZ_MAX_OPTIONS; slot++)
    {
      add_shortcut (global, GDK_KEY_1 + slot, 0, digit,
                    g_variant_new_uint32 (slot));
      add_shortcut (global, GDK_KEY_KP_1 + slot, 0, digit,
                    g_variant_new_uint32 (slot));
    }
  add_shortcut (global, GDK_KEY_z, GDK_CONTROL_MASK, undo, NULL);
  gtk_widget_add_controller (page, global);

  /* Here too: within the page it comes before an Undo of the window. */
  add_shortcut (local, GDK_KEY_z, GDK_CONTROL_MASK, undo, NULL);
  add_shortcut (local, GDK_KEY_Down, 0, arrow, g_variant_new_int32 (1));
  add_shortcut (local, GDK_KEY_Up, 0, arrow, g_variant_new_int32 (-1));
  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    add_shortcut (local, scrolls[i].key, 0, scroll,
                  g_variant_new_int32 (scrolls[i].type));
  gtk_widget_add_controller (page, local);
}

/**
 * starling_quiz_keys_apply:
 * @page: the page of the quiz
 *
 * Returns: whether the page may act on a key: it is on screen, and nobody is
 *   writing
 */
gboolean
starling_quiz_keys_apply (GtkWidget *page)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return gtk_widget_get_mapped (page) && !GTK_IS_EDITABLE (focus)
         && !GTK_IS_TEXT_VIEW (focus);
}
