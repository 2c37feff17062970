/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The middle of the stage. Its children are, in this order, the lead, the ring,
 * the text and the prompt. Lead and text may be missing; all but the ring may
 * be hidden.
 *
 * Without a text: ring above prompt, together in the middle, and the lead at
 * the top. Where there is no room, the lead is dropped first, then the ring
 * shrinks, then the prompt, which scrolls. The ring does not move when a prompt
 * of `reserve` px or less changes.
 *
 * With a text, that gets the room. The ring is small, with lead and prompt
 * beside it; where it is narrow, they are above and below, or dropped, and the
 * ring is a line where it would leave the text too little.
 */
#define STARLING_TYPE_REHEARSE_SCENE (starling_rehearse_scene_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseScene,
                      starling_rehearse_scene,
                      STARLING,
                      REHEARSE_SCENE,
                      GtkWidget)

G_END_DECLS
