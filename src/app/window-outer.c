/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include "pages/progress/page.h"

/*
 * The pages that lie over everything, beside what holds the three modes. What
 * is not on screen is invisible, so that it is not in the accessibility tree.
 */

static void
set_progress (StarlingWindow *self, gboolean shown)
{
  if (shown && self->progress == NULL)
    {
      self->progress = starling_progress_page_new (self->session);
      g_object_set (self->progress, "menu-model",
                    gtk_menu_button_get_menu_model (self->menu_button),
                    "vexpand", TRUE, NULL);
      gtk_box_append (self->outer, self->progress);
    }
  if (self->progress != NULL)
    gtk_widget_set_visible (self->progress, shown);
  gtk_widget_set_visible (GTK_WIDGET (self->split), !shown);
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
