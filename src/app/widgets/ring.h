/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/catalogue.h"

G_BEGIN_DECLS

/* What a ring may show besides a step; goes where a step does. */
#define STARLING_RING_LEAD_IN STARLING_N_STEPS
#define STARLING_RING_PROBE (STARLING_N_STEPS + 1)

/*
 * The ring of a step, the lead-in or a probe: the share of its time that is
 * spent, and inside it the badge, the clock of the time left and one caption.
 * Where it is not high enough for that, they stand in a line beside a small
 * ring. It draws anew only when a shown value changes. CSS: node `ring`;
 * classes `over`, `paused`, `pulse`.
 */
#define STARLING_TYPE_RING (starling_ring_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRing, starling_ring, STARLING, RING, GtkWidget)

GtkWidget *starling_ring_new (void);
void
starling_ring_set_time (StarlingRing *self, guint what, int target, int left);
void starling_ring_set_paused (StarlingRing *self, gboolean paused);
void starling_ring_pulse (StarlingRing *self);
int starling_ring_get_round_height (StarlingRing *self, int width);
guint starling_ring_get_n_draws (StarlingRing *self);

G_END_DECLS
