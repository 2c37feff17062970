/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/rehearsal.h"

G_BEGIN_DECLS

/*
 * A mock loop: a day of interviews, for each of which principles are dealt,
 * and for each question a story, none of them twice. Values and pure functions.
 */

#define STARLING_LOOP_MIN_INTERVIEWERS 4
#define STARLING_LOOP_MAX_INTERVIEWERS 5
#define STARLING_LOOP_MAX_PRINCIPLES 2 /* of one interviewer */
#define STARLING_LOOP_MAX_QUESTIONS 3  /* of one interviewer */
#define STARLING_LOOP_MAX_ALL                                                  \
  (STARLING_LOOP_MAX_INTERVIEWERS * STARLING_LOOP_MAX_QUESTIONS)

/* What is wanted of a loop. */
typedef struct
{
  StarlingLevel level;
  guint n_interviewers;
  guint n_principles; /* of each */
  guint n_questions;  /* of each; one for each of its principles at least */
  guint minutes;      /* of each */
  guint64 seed;       /* decides wherever nothing else does */
  StarlingPrincipleSet wanted; /* these come before others; 0: all alike */
  int principle;               /* that has to be in; -1: none */
} StarlingLoopRequest;

/* What is to be known of a story that could be asked for. */
typedef struct
{
  int principle;
  StarlingPrincipleSet principles; /* of its angles; with or without its own */
  StarlingRehearsalRecord record;
} StarlingLoopStory;

#define STARLING_LOOP_NO_STORY (-1)

typedef struct
{
  int principle; /* that is asked for */
  int story;     /* index, or STARLING_LOOP_NO_STORY */
} StarlingLoopQuestion;

/* One interviewer; principles and questions alternate. */
typedef struct
{
  guint n_principles;
  int principles[STARLING_LOOP_MAX_PRINCIPLES];
  guint n_questions;
  StarlingLoopQuestion questions[STARLING_LOOP_MAX_QUESTIONS];
} StarlingLoopInterview;

typedef struct
{
  guint n_interviews;
  StarlingLoopInterview interviews[STARLING_LOOP_MAX_INTERVIEWERS];
  guint n_wanted;               /* questions that were asked for */
  guint n_questions;            /* questions with a story */
  StarlingPrincipleSet without; /* wanted, but no story was left for them */
  StarlingPrincipleSet too_few; /* asked for less often than they should be */
} StarlingLoopPlan;

guint starling_loop_get_asked (guint n_principles, guint question);

void starling_loop_deal (const StarlingLoopRequest *request,
                         const StarlingLoopStory *stories,
                         guint n_stories,
                         StarlingLoopPlan *plan);
void starling_loop_assign (const StarlingLoopStory *stories,
                           guint n_stories,
                           guint64 seed,
                           StarlingLoopPlan *plan);
void starling_loop_plan (const StarlingLoopRequest *request,
                         const StarlingLoopStory *stories,
                         guint n_stories,
                         StarlingLoopPlan *plan);

/* An answer, or a question that was not answered. */
typedef struct
{
  guint interview; /* index */
  int principle;   /* that was asked for; -1: not known */
  gboolean answered;
  guint n_ratings; /* of dimensions and probes */
  guint ratings;   /* their sum, each 1–4 */
  gint64 spent_ms; /* on the story */
  gint64 target_ms;
} StarlingLoopAnswer;

typedef enum
{
  STARLING_LOOP_NOT_RATED,
  STARLING_LOOP_INCLINED,
  STARLING_LOOP_MIXED,
  STARLING_LOOP_NOT_INCLINED,
} StarlingLoopVerdict;

#define STARLING_LOOP_N_VERDICTS 4

/* What several answers come to. */
typedef struct
{
  guint n_questions;
  guint n_answers;
  guint n_ratings;
  guint ratings; /* their sum */
  guint n_weak;  /* answers with a mean below 2 */
  guint n_over;  /* answers over their target */
  guint n_short; /* answers short of it */
  gint64 spent_ms;
  gint64 target_ms; /* of what was answered */
  StarlingLoopVerdict verdict;
} StarlingLoopFigures;

typedef struct
{
  StarlingLoopFigures all; /* its verdict is that of the interviewers */
  guint n_interviews;
  StarlingLoopFigures *interviews;
  StarlingPrincipleSet asked;
  StarlingLoopFigures principles[STARLING_MAX_PRINCIPLES];
  guint
      n_verdicts[STARLING_LOOP_N_VERDICTS]; /* interviewers with each verdict */
} StarlingLoopDebrief;

StarlingLoopDebrief *
starling_loop_debrief_new (const StarlingLoopAnswer *answers,
                           guint n_answers,
                           guint n_interviews);
void starling_loop_debrief_free (StarlingLoopDebrief *self);

StarlingLoopVerdict
starling_loop_judge_interview (guint ratings, guint n_ratings, guint n_weak);
StarlingLoopVerdict
starling_loop_judge_day (guint n_inclined, guint n_mixed, guint n_not_inclined);
int starling_loop_get_tenths (guint ratings, guint n_ratings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingLoopDebrief, starling_loop_debrief_free)

G_END_DECLS
