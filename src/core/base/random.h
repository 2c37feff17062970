/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Numbers that follow from a seed alone: the same ones on every machine and in
 * every release. The state is a plain value; it begins as the seed.
 */

guint64 starling_random_next (guint64 *state);
guint starling_random_below (guint64 *state, guint bound);
void starling_random_shuffle (guint64 *state, guint *numbers, guint n_numbers);

G_END_DECLS
