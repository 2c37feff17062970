/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"

G_BEGIN_DECLS

/*
 * One sentence of an answer: a label with its key phrases in bold, behind a
 * gutter that says whether to lean on it (solid bar) or to keep it short
 * (dotted bar), and a tag at its end if it is spoken at some levels only.
 * The bar has the `color` of the CSS node `passage`; classes `.passage`,
 * `.emphasized`, `.downplayed`, `.compact` (a narrower gutter).
 */
#define STARLING_TYPE_PASSAGE_ROW (starling_passage_row_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingPassageRow, starling_passage_row, STARLING, PASSAGE_ROW, GtkWidget)

GtkWidget *starling_passage_row_new (void);
GtkWidget *
starling_passage_row_new_compact (const char *text, StarlingEmphasis emphasis);
gboolean starling_passage_row_set (StarlingPassageRow *self,
                                   const char *text,
                                   StarlingEmphasis emphasis,
                                   const char *const *key_phrases,
                                   guint levels);
const char *starling_passage_row_get_text (StarlingPassageRow *self);
StarlingEmphasis starling_passage_row_get_emphasis (StarlingPassageRow *self);
int starling_passage_row_count_lines (StarlingPassageRow *self, int width);

const char *starling_levels_get_tag (guint levels);

G_END_DECLS
