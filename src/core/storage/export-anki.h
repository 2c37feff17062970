/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/lens.h"

G_BEGIN_DECLS

/*
 * Flashcards as a text that Anki imports
 * (https://docs.ankiweb.net/importing/text-files.html).
 */

GString *starling_export_anki_new (void);
void starling_export_anki_add (GString *out, const StarlingLens *lens);

G_END_DECLS
