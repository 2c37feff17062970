/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/take-review.h"

G_BEGIN_DECLS

/* What the history of takes says. */

/* What a point of a trend stands for: a step, or the whole story. */
#define STARLING_HISTORY_WHOLE STARLING_N_STEPS

char *starling_rehearse_words_summary (GPtrArray *reviews);
char *starling_rehearse_words_all (GPtrArray *reviews);
char *starling_rehearse_words_total (const StarlingTakeReview *review);
char *starling_rehearse_words_details (const StarlingTakeReview *review,
                                       const char *lens);
char *starling_rehearse_words_first_line (const char *note);

int starling_rehearse_history_get_share (const StarlingTakeReview *review,
                                         guint part);
char *starling_rehearse_words_short (const StarlingTakeReview *review,
                                     guint part,
                                     gboolean one_lens);
char *starling_rehearse_words_figure (const StarlingTakeReview *review,
                                      guint part,
                                      gboolean one_lens);
char *starling_rehearse_words_value (const StarlingTakeReview *review,
                                     guint part,
                                     gboolean one_lens);
char *starling_rehearse_words_trend (const StarlingTakeReview *first,
                                     const StarlingTakeReview *last,
                                     guint n_takes,
                                     guint part,
                                     gboolean one_lens);

G_END_DECLS
