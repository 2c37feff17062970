/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "pages/progress/page.h"

/*
 * The pages that lie over everything, beside what holds the three modes. What
 * is not on screen is invisible, so that it is not in the accessibility tree.
 */

static void
create_progress (StarlingWindow *self)
{
  self->progress = starling_progress_page_new (self->session);
  g_object_set (self->progress, "menu-model",
                gtk_menu_button_get_menu_model (self->menu_button), NULL);
  self->progress_overlay = g_object_new (GTK_TYPE_OVERLAY, "accessible-role",
                                         GTK_ACCESSIBLE_ROLE_GROUP, "child",
                                         self->progress, "vexpand", TRUE, NULL);
  g_signal_connect (self->progress_overlay, "get-child-position",
                    G_CALLBACK (starling_toast_place), NULL);
  gtk_box_append (self->outer, GTK_WIDGET (self->progress_overlay));
}

/* What is said lies over what is on screen, also when that changes. */
static void
move_toast (StarlingWindow *self, GtkOverlay *to)
{
  g_autoptr (GtkWidget) toast = g_object_ref (GTK_WIDGET (self->toast));
  GtkWidget *from = gtk_widget_get_parent (toast);

  if (from == GTK_WIDGET (to))
    return;
  gtk_overlay_remove_overlay (GTK_OVERLAY (from), toast);
  gtk_overlay_add_overlay (to, toast);
}

static void
set_progress (StarlingWindow *self, gboolean shown)
{
  if (shown && self->progress == NULL)
    create_progress (self);
  move_toast (self, shown ? self->progress_overlay : self->modes_overlay);
  if (self->progress != NULL)
    gtk_widget_set_visible (GTK_WIDGET (self->progress_overlay), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->split), !shown);
  starling_window_update_forget (self);
}

/**
 * starling_window_is_practice:
 * @self: a window
 *
 * Returns: whether the three modes are on screen, and no page over them
 */
gboolean
starling_window_is_practice (StarlingWindow *self)
{
  return gtk_widget_get_visible (GTK_WIDGET (self->split));
}

/**
 * starling_window_show_practice:
 * @self: a window
 *
 * Goes back from a page that lies over the three modes, if there is one.
 */
void
starling_window_show_practice (StarlingWindow *self)
{
  if (starling_window_is_practice (self))
    return;
  set_progress (self, FALSE);
  starling_window_focus_page (self);
}

/**
 * starling_window_toggle_progress:
 * @self: a window
 *
 * Shows where the user stands, or goes back.
 */
void
starling_window_toggle_progress (StarlingWindow *self)
{
  if (!starling_window_is_practice (self))
    {
      starling_window_show_practice (self);
      return;
    }
  set_progress (self, TRUE);
  gtk_widget_grab_focus (self->progress);
}
