/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/activity.h"
#include "engine/deck.h"

G_BEGIN_DECLS

/*
 * Where the user stands, over all stories: plain values and pure functions.
 */

/* What was done with one story at one level: its live events. */
typedef struct
{
  guint n_reviews; /* of its cards */
  guint n_takes;
  guint n_answers; /* to questions about it, each time */
  guint n_right;   /* of those */
} StarlingLevelFigures;

/* One story; the texts belong to whoever made it. */
typedef struct
{
  const char *id;
  const char *title;
  int principle;
  StarlingPrincipleSet angles; /* others that it can be told for */
  gboolean own;                /* one of the user's own stories */
  guint n_takes;               /* at any level, or none */
  gint64 last_take_at;         /* Unix ms; 0: never */
  StarlingLevelFigures levels[STARLING_N_LEVELS];
} StarlingOverviewStory;

/* One principle at one level. */
typedef struct
{
  guint n_stories;   /* of the principle */
  guint n_rehearsed; /* of those, with a take at this level */
  guint n_cards;     /* that these stories have at this level */
  double mastery;    /* mean over them, 0 to 1 */
  guint n_answers;   /* to questions, at this level */
  guint n_right;     /* of those */
  gboolean begun;    /* anything was done at this level */
} StarlingOverviewCell;

/* Below this mean of mastery and right answers, a cell that was begun comes
 * before those that were not. */
#define STARLING_OVERVIEW_ENOUGH 0.8

void starling_overview_fill (StarlingOverviewCell *cells,
                             guint n_principles,
                             const StarlingOverviewStory *stories,
                             guint n_stories,
                             const StarlingDeck *deck,
                             const StarlingScheduler *scheduler,
                             gint64 now);
const StarlingOverviewCell *
starling_overview_get_cell (const StarlingOverviewCell *cells,
                            guint principle,
                            StarlingLevel level);
guint starling_overview_count_begun (const StarlingOverviewCell *cells,
                                     guint n_principles);
int starling_overview_find_first (const StarlingOverviewCell *cells,
                                  guint n_principles,
                                  StarlingLevel level,
                                  StarlingPrincipleSet wanted);
int starling_overview_round (double share);
int starling_overview_get_percent (guint n_right, guint n);

/* overview-bank.c: the stories that the user has: their own ones, and those
 * that they have told. */

/* How many of them serve a principle. */
typedef struct
{
  guint n_stories; /* that are about it */
  guint n_angles;  /* others that can be told for it */
} StarlingOverviewCover;

typedef enum
{
  STARLING_OVERVIEW_NOTHING, /* there are no stories at all */
  STARLING_OVERVIEW_BEGIN,   /* no story was told yet: tell `story` */
  STARLING_OVERVIEW_GAP,     /* none serves `principle`: tell `story` */
  STARLING_OVERVIEW_UNTOLD,  /* tell `story`, an own one, for the first time */
  STARLING_OVERVIEW_OLDEST,  /* tell `story` again, the one told longest ago */
} StarlingOverviewNextKind;

/* What to do next about the stories. */
typedef struct
{
  StarlingOverviewNextKind kind;
  int principle; /* -1: of no one in particular */
  guint story;
} StarlingOverviewNext;

gboolean starling_overview_story_is_in_bank (const StarlingOverviewStory *self);
gboolean starling_overview_story_serves (const StarlingOverviewStory *self,
                                         int principle);
StarlingOverviewCover
starling_overview_get_cover (const StarlingOverviewStory *stories,
                             guint n_stories,
                             int principle);
void starling_overview_find_next (const StarlingOverviewStory *stories,
                                  guint n_stories,
                                  guint n_principles,
                                  StarlingPrincipleSet wanted,
                                  StarlingOverviewNext *next);

/* overview-weeks.c */

typedef enum
{
  STARLING_WEEKS_ANSWERS, /* right ones */
  STARLING_WEEKS_RECALL,  /* due reviews that were not graded Again */
} StarlingWeeksKind;

/* What came of what was done in one week. */
typedef struct
{
  int first; /* study day on which the week begins */
  guint n;   /* how often, at least 1 */
  guint n_good;
} StarlingOverviewWeek;

guint starling_overview_list_weeks (const StarlingActivity *days,
                                    guint n_days,
                                    int week_start,
                                    StarlingWeeksKind kind,
                                    StarlingOverviewWeek *weeks,
                                    guint n_weeks);

G_END_DECLS
