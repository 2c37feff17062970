/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/keys.h"

#include "engine/scheduler.h"

/* Each with the action that it fires, as the menu of the card shows them. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  const char *action;
} keys[] = {
  { GDK_KEY_minus, 0, "cards.bury" },
  { GDK_KEY_KP_Subtract, 0, "cards.bury" },
  { GDK_KEY_at, 0, "cards.suspend" },
  { GDK_KEY_n, GDK_CONTROL_MASK | GDK_ALT_MASK, "cards.reset" },
  { GDK_KEY_o, 0, "cards.open-story" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "cards.undo" },
};

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

/* Keys come from anywhere in the window: the page has to be on screen, and
 * nobody may be writing. What cannot be done now leaves the key to others. */
static gboolean
applies (GtkWidget *page, StarlingCardsCan can, const char *action)
{
  GtkRoot *root = gtk_widget_get_root (page);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return gtk_widget_get_mapped (page) && !GTK_IS_EDITABLE (focus)
         && !GTK_IS_TEXT_VIEW (focus) && can (page, action);
}

static gboolean
action_cb (GtkWidget *page, GVariant *arguments, gpointer can)
{
  const char *action = g_variant_get_string (arguments, NULL);

  return applies (page, (StarlingCardsCan) can, action)
         && gtk_widget_activate_action (page, action, NULL);
}

static gboolean
grade_cb (GtkWidget *page, GVariant *arguments, gpointer can)
{
  return applies (page, (StarlingCardsCan) can, "cards.grade")
         && gtk_widget_activate_action_variant (page, "cards.grade", arguments);
}

static gboolean
scroll_cb (GtkWidget *page, GVariant *arguments, gpointer can)
{
  return applies (page, (StarlingCardsCan) can, "cards.scroll")
         && gtk_widget_activate_action_variant (page, "cards.scroll",
                                                arguments);
}

static void
add (GtkEventController *controller,
     guint key,
     GdkModifierType modifiers,
     GtkShortcutFunc callback,
     GVariant *arguments,
     StarlingCardsCan can)
{
  GtkShortcut *shortcut
      = gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers),
                          gtk_callback_action_new (callback, (gpointer) can,
                                                   NULL));

  gtk_shortcut_set_arguments (shortcut, arguments);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                        shortcut);
}

/**
 * starling_cards_keys_add:
 * @page: the reviewer, which has the actions
 * @can: whether an action can be done now
 *
 * Adds its keys: 1 to 4 grade, the others are those of the card's menu, and
 * Ctrl+Z. Page Up and Page Down scroll a long answer from below it, where the
 * focus is.
 */
void
starling_cards_keys_add (GtkWidget *page, StarlingCardsCan can)
{
  GtkEventController *global = gtk_shortcut_controller_new ();
  GtkEventController *local = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (global),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (int grade = 1; grade <= STARLING_N_GRADES; grade++)
    {
      guint step = (guint) grade - 1;

      add (global, GDK_KEY_1 + step, 0, grade_cb, g_variant_new_int32 (grade),
           can);
      add (global, GDK_KEY_KP_1 + step, 0, grade_cb,
           g_variant_new_int32 (grade), can);
    }
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    add (global, keys[i].key, keys[i].modifiers, action_cb,
         g_variant_new_string (keys[i].action), can);
  gtk_widget_add_controller (page, global);

  /* Here too: within the page it comes before the undo of the window. */
  add (local, GDK_KEY_z, GDK_CONTROL_MASK, action_cb,
       g_variant_new_string ("cards.undo"), can);
  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    add (local, scrolls[i].key, 0, scroll_cb,
         g_variant_new_int32 (scrolls[i].type), can);
  gtk_widget_add_controller (page, local);
}
