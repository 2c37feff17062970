/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * A question of a quiz. Where the questions of many scenarios are pooled, only
 * scenario and index are known at first; the rest is filled in by
 * starling_quiz_open_current() when the question is reached.
 */
typedef struct
{
  char *scenario;  /* id */
  guint index;     /* of the question among those of its scenario */
  char *question;  /* id; NULL: not opened */
  guint n_options; /* 0: not opened */
  guint correct;   /* the right option, in the pack's order */
} StarlingQuizItem;

typedef struct
{
  guint position; /* of the question in the quiz */
  guint choice;   /* option in the pack's order */
  gboolean correct;
} StarlingQuizAnswer;

#define STARLING_QUIZ_MAX_OPTIONS 6

/*
 * One run through a list of questions: a value without I/O, clock or globals.
 * Order of questions and of options follow from the seed alone. A "slot" is
 * the place at which an option is shown, from 0.
 */
typedef struct _StarlingQuiz StarlingQuiz;

StarlingQuiz *starling_quiz_new (guint64 seed);
void starling_quiz_free (StarlingQuiz *self);

void starling_quiz_add (StarlingQuiz *self, const char *scenario, guint index);
void starling_quiz_add_opened (StarlingQuiz *self,
                               const char *scenario,
                               const char *question,
                               guint n_options,
                               guint correct);
void starling_quiz_start (StarlingQuiz *self);

gboolean starling_quiz_open_current (StarlingQuiz *self,
                                     const char *question,
                                     guint n_options,
                                     guint correct);
void starling_quiz_drop_current (StarlingQuiz *self);

guint64 starling_quiz_get_seed (const StarlingQuiz *self);
guint starling_quiz_get_length (const StarlingQuiz *self);
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
gboolean starling_quiz_next (StarlingQuiz *self);
gboolean starling_quiz_undo (StarlingQuiz *self);

guint64 starling_quiz_next_seed (guint64 seed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingQuiz, starling_quiz_free)

G_END_DECLS
