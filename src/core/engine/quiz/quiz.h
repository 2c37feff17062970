/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "model/question.h"

G_BEGIN_DECLS

#define STARLING_QUIZ_MAX_OPTIONS 6

/* A wrong answer brings its question back after so many others, the second
 * time after twice as many... */
#define STARLING_QUIZ_GAP 3
/* ... so many times at most. */
#define STARLING_QUIZ_MAX_RETURNS 2

/* A question of a quiz; one that came back is another item. */
typedef struct
{
  char *scenario; /* id */
  char *question; /* id */
  StarlingQuestionKind kind;
  int principle;   /* of the scenario; STARLING_AS_TOLD: none */
  int step;        /* where to read about it, or STARLING_NO_STEP */
  char *probe;     /* likewise (nullable): id */
  guint n_options; /* 1 to STARLING_QUIZ_MAX_OPTIONS */
  guint correct;   /* the right option, in the question's order */
  guint round;     /* how many times it was asked before in this quiz */
} StarlingQuizItem;

typedef struct
{
  guint position; /* of the item in the quiz */
  int choice;     /* option in the question's order; -1: time ran out */
  gboolean correct;
} StarlingQuizAnswer;

/*
 * One run through a list of questions: a value without I/O, clock or globals.
 * The order of the options follows from the seed, the question and the round.
 * A "slot" is the place at which an option is shown, from 0. A question that
 * is answered wrong is asked again in the same quiz.
 */
typedef struct _StarlingQuiz StarlingQuiz;

StarlingQuiz *starling_quiz_new (guint64 seed);
void starling_quiz_free (StarlingQuiz *self);

void starling_quiz_add (StarlingQuiz *self, const StarlingQuizItem *item);
gboolean starling_quiz_reopen_current (StarlingQuiz *self,
                                       guint n_options,
                                       guint correct);
void starling_quiz_drop_current (StarlingQuiz *self);

guint64 starling_quiz_get_seed (const StarlingQuiz *self);
guint starling_quiz_get_length (const StarlingQuiz *self);
guint starling_quiz_get_n_questions (const StarlingQuiz *self);
guint starling_quiz_get_position (const StarlingQuiz *self);
gboolean starling_quiz_is_finished (const StarlingQuiz *self);
const StarlingQuizItem *
starling_quiz_get_item (const StarlingQuiz *self, guint position);
const StarlingQuizItem *starling_quiz_get_current (const StarlingQuiz *self);
guint starling_quiz_get_option (const StarlingQuiz *self, guint slot);
int starling_quiz_get_chosen (const StarlingQuiz *self);
gboolean starling_quiz_is_checked (const StarlingQuiz *self);
guint starling_quiz_get_n_right (const StarlingQuiz *self);
guint starling_quiz_get_n_answers (const StarlingQuiz *self);
const StarlingQuizAnswer *
starling_quiz_get_answer (const StarlingQuiz *self, guint n);

gboolean starling_quiz_choose (StarlingQuiz *self, guint slot);
gboolean starling_quiz_check (StarlingQuiz *self);
gboolean starling_quiz_expire (StarlingQuiz *self);
gboolean starling_quiz_next (StarlingQuiz *self);
gboolean starling_quiz_undo (StarlingQuiz *self);

JsonNode *starling_quiz_to_json (const StarlingQuiz *self);
StarlingQuiz *starling_quiz_from_json (JsonNode *node);

guint64 starling_quiz_next_seed (guint64 seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingQuiz, starling_quiz_free)

G_END_DECLS
