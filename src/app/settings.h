/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * The one door to GSettings. Keys (also the names used with the functions
 * below): width i, height i, maximized b, sidebar-visible b, sidebar-width i,
 * scope s, mode s (study, rehearse, quiz), level s (sde1, sde2, senior),
 * angle s ('' as told), prompt s (full, cues, bare), speaking-rate i (words a
 * minute, 110–190, 150), text-size i (percent, 80–200, 100), style s (system,
 * light, dark), hide-phrases b, lead-in b, nudge-sound b, probes i (0–20, 2;
 * 20: all), probe-seconds i (15–300, 60), loop-interviewers i (4–5, 4),
 * loop-principles i (1–2, 2), loop-questions i (1–3, 2), loop-minutes i (5–60,
 * 30), quiz-length i (5, 10, 20; 0: all; 10), quiz-kinds-off as (ids of kinds
 * of questions), quiz-timed b, show-streak b.
 */
GSettings *starling_settings_get (void);

guint starling_settings_get_quiz_kinds (void);
void starling_settings_set_quiz_kinds (guint kinds);

G_END_DECLS
