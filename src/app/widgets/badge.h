/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/catalogue.h"

G_BEGIN_DECLS

/*
 * The disc of a step: its letter, a lamp for the reflection. Property: `step`
 * (int, StarlingStepId). CSS classes: `small`, `current`, `idle`.
 */
#define STARLING_TYPE_BADGE (starling_badge_get_type ())
G_DECLARE_FINAL_TYPE (StarlingBadge, starling_badge, STARLING, BADGE, GtkWidget)

GtkWidget *starling_badge_new (StarlingStepId step);
void starling_badge_set_step (StarlingBadge *self, StarlingStepId step);
void starling_badge_set_icon (StarlingBadge *self, const char *icon_name);

G_END_DECLS
