/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/overview.h"
#include "engine/take-review.h"
#include "library.h"

G_BEGIN_DECLS

/* The last takes or weeks that trends show. */
#define STARLING_OVERVIEW_TREND 8

/* One of the last takes, of whatever story. */
typedef struct
{
  StarlingTakeReview *review;
  char *title; /* of the story */
} StarlingOverviewTake;

/* All that Progress shows, worked out at one time; nobody writes to it. */
typedef struct
{
  gint64 now; /* Unix ms */
  int today;  /* the study day of now */
  StarlingLevel level;
  StarlingCatalogue *catalogue;
  guint n_principles;
  StarlingStudySettings settings;
  StarlingGoal goal;

  StarlingOverviewCell *cells; /* see starling_overview_fill() */
  guint n_begun;               /* of them */
  int first;                   /* principle to look at first at `level`; -1 */

  GPtrArray *summaries; /* (element-type StarlingSummary): own the texts */
  GArray *stories;      /* (element-type StarlingOverviewStory) */
  StarlingOverviewNext next;

  GArray *takes; /* (element-type StarlingOverviewTake): oldest first */
  StarlingOverviewWeek answers[STARLING_OVERVIEW_TREND]; /* oldest first */
  guint n_answers;
  StarlingOverviewWeek recall[STARLING_OVERVIEW_TREND]; /* oldest first */
  guint n_recall;
  GArray *days; /* (element-type StarlingActivity): all, ascending */
} StarlingOverview;

StarlingOverview *starling_library_make_overview (StarlingLibrary *self,
                                                  StarlingLevel level,
                                                  int week_start);
void starling_overview_free (StarlingOverview *self);
gboolean starling_overview_is_empty (const StarlingOverview *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingOverview, starling_overview_free)

G_END_DECLS
