/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/report.h"
#include "storage/progress.h"

G_BEGIN_DECLS

/* What the end of a quiz says, in translated words: pure functions. */

char *starling_quiz_format_score (const StarlingQuizScore *score);
char *starling_quiz_format_about (const char *title, guint n_stories);
char *starling_quiz_format_rest (const StarlingQuizReport *report);
char *
starling_quiz_format_next (const char *title, int step, const char *probe);
char *starling_quiz_format_retell (const char *title);
const char *starling_quiz_get_read_label (int step, const char *probe);

guint starling_quiz_get_percent (guint n_right, guint n);
char *starling_quiz_format_day (const StarlingQuizDay *day, int today);
char *starling_quiz_format_date (int day, int today);
char *starling_quiz_format_point (const StarlingQuizDay *day, int today);
char *starling_quiz_describe_days (const StarlingQuizDay *days, guint n_days);

G_END_DECLS
