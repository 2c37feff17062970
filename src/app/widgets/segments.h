/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/catalogue.h"

G_BEGIN_DECLS

/*
 * The whole story as a thin bar in five parts, each as wide as its target is
 * long, with letter and time below. CSS: node `segments`.
 */
#define STARLING_TYPE_SEGMENTS (starling_segments_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingSegments, starling_segments, STARLING, SEGMENTS, GtkWidget)

GtkWidget *starling_segments_new (void);
void starling_segments_set_times (StarlingSegments *self,
                                  const int targets[STARLING_N_STEPS],
                                  const int spent[STARLING_N_STEPS],
                                  int current);

G_END_DECLS
