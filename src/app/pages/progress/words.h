/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-overview.h"

G_BEGIN_DECLS

/* What Progress says, in translated words: pure functions. */

/* Days of which the reviews are plotted. */
#define STARLING_PROGRESS_DAYS 14

/* How the total times of the last takes can be compared. */
typedef enum
{
  STARLING_TOTALS_SECONDS, /* they all had the same target */
  STARLING_TOTALS_PERCENT, /* of the target of each */
} StarlingTotalsUnit;

/* words.c: matrix */
const char *starling_progress_get_open (const StarlingOverviewCell *cell);
char *starling_progress_format_cell (const StarlingOverview *overview,
                                     guint principle,
                                     StarlingLevel level);
char *starling_progress_format_headline (const StarlingOverview *overview);
char *starling_progress_format_paper (const StarlingOverview *overview);
char *starling_progress_format_percent (int percent);

/* words-trends.c */
StarlingTotalsUnit
starling_progress_get_unit (const StarlingOverview *overview);
double
starling_progress_get_total (const StarlingOverview *overview, guint index);
char *
starling_progress_format_total (const StarlingOverview *overview, guint index);
char *starling_progress_format_total_point (const StarlingOverview *overview,
                                            guint index);
char *starling_progress_format_share_point (const StarlingOverview *overview,
                                            guint index);
char *starling_progress_format_share (const StarlingOverview *overview);
char *starling_progress_format_answers (const StarlingOverview *overview);
char *starling_progress_format_recall (const StarlingOverview *overview);
char *starling_progress_format_week (const StarlingOverviewWeek *week,
                                     gboolean answers);
guint starling_progress_get_reviews (const StarlingOverview *overview, int day);
char *starling_progress_format_reviews (const StarlingOverview *overview);
char *starling_progress_format_reviews_day (const StarlingOverview *overview,
                                            int day);
char *starling_progress_format_studied (const StarlingOverview *overview);

/* words-bank.c */
char *starling_progress_format_story (const StarlingOverview *overview,
                                      const StarlingOverviewStory *story);
char *starling_progress_format_gaps (const StarlingOverview *overview);
char *starling_progress_format_next (const StarlingOverview *overview);
char *starling_progress_format_bank (const StarlingOverview *overview);

GPtrArray *starling_progress_list_bank (const StarlingOverview *overview);

G_END_DECLS
