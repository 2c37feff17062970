/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "pages/rehearse/bank/deal.h"

G_BEGIN_DECLS

/* A question of the bank, and the stories to choose from: fires
 * `rehearse.answer`, `rehearse.question-next` and `rehearse.question-close`. */
#define STARLING_TYPE_REHEARSE_QUESTION (starling_rehearse_question_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseQuestion,
                      starling_rehearse_question,
                      STARLING,
                      REHEARSE_QUESTION,
                      GtkWidget)

void starling_rehearse_question_update (StarlingRehearseQuestion *self,
                                        const StarlingRehearseDeal *deal);
void starling_rehearse_question_take_focus (StarlingRehearseQuestion *self);

G_END_DECLS
