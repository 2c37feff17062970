/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/lens.h"

G_BEGIN_DECLS

/*
 * A teleprompter: the sentences of a step in large type, which go by at the
 * speaking rate, and buttons that nudge them by a sentence. Each step keeps
 * its own nudge for as long as its time goes on. Properties: `rate` (words a
 * minute). CSS: node `prompter`.
 */
#define STARLING_TYPE_PROMPTER (starling_prompter_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingPrompter, starling_prompter, STARLING, PROMPTER, GtkWidget)

GtkWidget *starling_prompter_new (void);
void starling_prompter_set_step (StarlingPrompter *self,
                                 StarlingLens *lens,
                                 StarlingStepId step);
void starling_prompter_set_spent (StarlingPrompter *self, gint64 spent_ms);
void starling_prompter_nudge (StarlingPrompter *self, int n_by);
void starling_prompter_add_keys (StarlingPrompter *self, GtkWidget *widget);

G_END_DECLS
