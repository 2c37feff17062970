/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "sound.h"

#include "settings.h"

/**
 * starling_sound_nudge:
 * @widget: a widget on screen
 *
 * Lets the desktop's alert sound once, for a time that is up; does nothing
 * unless the setting `nudge-sound` is on.
 */
void
starling_sound_nudge (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  if (native != NULL && gtk_widget_get_mapped (widget)
      && g_settings_get_boolean (starling_settings_get (), "nudge-sound"))
    gdk_surface_beep (gtk_native_get_surface (native));
}
