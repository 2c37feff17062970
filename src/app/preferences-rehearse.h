/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The group "Rehearse" of the preferences; each change counts at once.
 */
#define STARLING_TYPE_PREFERENCES_REHEARSE                                     \
  (starling_preferences_rehearse_get_type ())
G_DECLARE_FINAL_TYPE (StarlingPreferencesRehearse,
                      starling_preferences_rehearse,
                      STARLING,
                      PREFERENCES_REHEARSE,
                      GtkWidget)

G_END_DECLS
