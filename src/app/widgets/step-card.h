/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"

G_BEGIN_DECLS

/*
 * A step of a story through the lens: its sentences, key phrases, target, and
 * in the margin coaching and the common mistake.
 */
#define STARLING_TYPE_STEP_CARD (starling_step_card_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingStepCard, starling_step_card, STARLING, STEP_CARD, GtkBox)

GtkWidget *starling_step_card_new (void);
void starling_step_card_focus (StarlingStepCard *self);
void starling_step_card_set_step (StarlingStepCard *self,
                                  const StarlingLensStep *step,
                                  gboolean animate);

G_END_DECLS
