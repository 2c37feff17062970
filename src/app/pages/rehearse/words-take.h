/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/take-review.h"

G_BEGIN_DECLS

/* What is said of takes that are over. */

char *starling_rehearse_words_lens (StarlingCatalogue *catalogue,
                                    int level,
                                    const char *angle);
char *starling_rehearse_words_date (gint64 at, int offset, gint64 now);
char *starling_rehearse_words_fact (const StarlingRemark *remark);
const char *starling_rehearse_words_advice (const StarlingRemark *remark);
char *starling_rehearse_words_answer (const StarlingProbeReview *probe,
                                      char **number);

G_END_DECLS
