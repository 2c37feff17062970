/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * One child, which can be turned over: the old one fades away, the new one
 * fades in and rises by 12 px, in 160 ms; at once where animations are off.
 */
#define STARLING_TYPE_FLIP (starling_flip_get_type ())
G_DECLARE_FINAL_TYPE (StarlingFlip, starling_flip, STARLING, FLIP, GtkWidget)

void starling_flip_set_child (StarlingFlip *self,
                              GtkWidget *child,
                              gboolean animate);
GtkWidget *starling_flip_get_child (StarlingFlip *self);
gboolean starling_flip_is_turning (StarlingFlip *self);

G_END_DECLS
