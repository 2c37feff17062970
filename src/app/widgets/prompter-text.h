/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "engine/prompter.h"
#include "model/lens.h"

G_BEGIN_DECLS

/*
 * The sentences of a step for a scrolled window, below one another. It scrolls
 * by itself, so that the sentence being spoken, and of a long one its line,
 * lies on a reading line in the upper third; where all sentences have room, it
 * does not. Whoever scrolls by hand is left alone for a while. The sentence
 * being spoken has the class `.current`. CSS: node `promptertext`.
 */
#define STARLING_TYPE_PROMPTER_TEXT (starling_prompter_text_get_type ())
G_DECLARE_FINAL_TYPE (StarlingPrompterText,
                      starling_prompter_text,
                      STARLING,
                      PROMPTER_TEXT,
                      GtkWidget)

void starling_prompter_text_set_step (StarlingPrompterText *self,
                                      const StarlingLensStep *step);
void starling_prompter_text_set_place (StarlingPrompterText *self,
                                       const StarlingPrompterPlace *place,
                                       gint64 spent_ms);
void starling_prompter_text_let_go (StarlingPrompterText *self);

G_END_DECLS
