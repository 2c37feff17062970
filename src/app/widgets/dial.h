/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What is left of a time, at the size of a letter: an arc that gets shorter,
 * clockwise, or, where it is filled, a piece of a disc. The figure stands
 * beside it, so assistive technology does not see it. CSS: node `dial`.
 */
#define STARLING_TYPE_DIAL (starling_dial_get_type ())
G_DECLARE_FINAL_TYPE (StarlingDial, starling_dial, STARLING, DIAL, GtkWidget)

void starling_dial_set_share (StarlingDial *self, double share);
void starling_dial_set_filled (StarlingDial *self, gboolean filled);

G_END_DECLS
