/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "base/text.h"

G_BEGIN_DECLS

/*
 * A text in which stretches are underlined in waves and followed by a raised
 * number that repeats in a list beside it. The waves have the `color` of the
 * CSS node `flagged`. The accessible name is the text without numbers.
 */
#define STARLING_TYPE_FLAGGED_TEXT (starling_flagged_text_get_type ())
G_DECLARE_FINAL_TYPE (StarlingFlaggedText,
                      starling_flagged_text,
                      STARLING,
                      FLAGGED_TEXT,
                      GtkWidget)

GtkWidget *starling_flagged_text_new (void);
void starling_flagged_text_set (StarlingFlaggedText *self,
                                const char *text,
                                GArray *spans);
const char *starling_flagged_text_get_shown (StarlingFlaggedText *self);

GtkWidget *starling_flagged_list_new (const char *const *items);

G_END_DECLS
