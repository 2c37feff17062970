/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/scenario.h"

G_BEGIN_DECLS

/*
 * The weak answer to a story's question: its text with numbered flags, what
 * they stand for, and the verdict.
 */
#define STARLING_TYPE_WEAK_ANSWER (starling_weak_answer_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingWeakAnswer, starling_weak_answer, STARLING, WEAK_ANSWER, GtkBox)

void starling_weak_answer_set_scenario (StarlingWeakAnswer *self,
                                        const StarlingScenario *scenario);
char *starling_weak_answer_quote (const StarlingScenario *scenario);

G_END_DECLS
