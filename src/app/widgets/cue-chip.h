/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A key phrase to glance at and to tick when it was said: a toggle button,
 * as wide ticked as not. CSS classes: `cue`.
 */
#define STARLING_TYPE_CUE_CHIP (starling_cue_chip_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCueChip, starling_cue_chip, STARLING, CUE_CHIP, GtkToggleButton)

GtkWidget *starling_cue_chip_new (const char *phrase);
const char *starling_cue_chip_get_phrase (StarlingCueChip *self);

G_END_DECLS
