/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

static void
level_changed_cb (StarlingWindow *self)
{
  g_settings_set_string (self->settings, "level",
                         starling_level_to_id (
                             starling_session_get_level (self->session)));
}

static void
angle_changed_cb (StarlingWindow *self)
{
  g_settings_set_string (
      self->settings, "angle",
      starling_window_angle_to_id (self, starling_session_get_wanted_angle (
                                             self->session)));
}

static void
restore_lens (StarlingWindow *self)
{
  g_autofree char *id = g_settings_get_string (self->settings, "level");
  g_autofree char *angle = g_settings_get_string (self->settings, "angle");
  StarlingLevel level;

  if (starling_level_from_id (id, &level))
    starling_session_set_level (self->session, level);
  if (*angle != '\0')
    starling_session_set_wanted_angle (
        self->session, starling_catalogue_find_principle (
                           starling_library_get_catalogue (
                               starling_session_get_library (self->session)),
                           angle));
}

static void
watch (StarlingWindow *self, const char *signal, GCallback callback)
{
  g_signal_connect_object (self->session, signal, callback, self,
                           G_CONNECT_SWAPPED);
}

/* Brings back window and lens as they were at the last end, and remembers each
 * change from then on. Every start is at Today. */
void
starling_window_restore (StarlingWindow *self)
{
  int width = g_settings_get_int (self->settings, "width");
  int height = g_settings_get_int (self->settings, "height");

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  starling_split_expect_width (self->split, width);
  g_settings_bind (self->settings, "sidebar-visible", self->split,
                   "show-sidebar", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sidebar-width", self->split,
                   "sidebar-width", G_SETTINGS_BIND_DEFAULT);

  restore_lens (self);
  starling_session_set_scope (self->session, "today");

  watch (self, "notify::level", G_CALLBACK (level_changed_cb));
  watch (self, "notify::wanted-angle", G_CALLBACK (angle_changed_cb));
}

/* Keeps the size of the window for the next start. */
void
starling_window_remember (StarlingWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (self->settings, "maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)) && width > 0 && height > 0)
    {
      g_settings_set_int (self->settings, "width", width);
      g_settings_set_int (self->settings, "height", height);
    }
}
