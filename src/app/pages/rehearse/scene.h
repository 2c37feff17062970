/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The middle of the stage: ring above prompt, its first and second child,
 * together in the middle. Where there is no room, the ring shrinks first, then
 * the prompt, which scrolls. The ring does not move when a prompt of `reserve`
 * px or less changes.
 */
#define STARLING_TYPE_REHEARSE_SCENE (starling_rehearse_scene_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseScene,
                      starling_rehearse_scene,
                      STARLING,
                      REHEARSE_SCENE,
                      GtkWidget)

G_END_DECLS
