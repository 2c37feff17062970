/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/scenario.h"

G_BEGIN_DECLS

/*
 * What a follow-up question tests, and a weak and a strong answer to it, side
 * by side or, where narrow, one below the other.
 */
#define STARLING_TYPE_PROBE_ANSWERS (starling_probe_answers_get_type ())
G_DECLARE_FINAL_TYPE (StarlingProbeAnswers,
                      starling_probe_answers,
                      STARLING,
                      PROBE_ANSWERS,
                      GtkBox)

GtkWidget *starling_probe_answers_new (const StarlingProbe *probe);

G_END_DECLS
