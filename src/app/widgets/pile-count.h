/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * How many cards of one kind are left. In its natural width it says so in
 * words, in its least width with the figure alone; its accessible name is
 * always the words. CSS class `current`, and that as the accessible
 * description, where the card on screen is one of them.
 */
#define STARLING_TYPE_PILE_COUNT (starling_pile_count_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingPileCount, starling_pile_count, STARLING, PILE_COUNT, GtkWidget)

GtkWidget *starling_pile_count_new (void);
void starling_pile_count_set (StarlingPileCount *self,
                              const char *words,
                              guint n,
                              gboolean current);

G_END_DECLS
