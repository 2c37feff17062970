/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* What a question asks its reader to tell. Ids name them in the journal. */
typedef enum
{
  STARLING_QUESTION_WRITTEN, /* stands in a pack; all others are derived */
  STARLING_QUESTION_ANSWER,  /* weak or strong? */
  STARLING_QUESTION_STEP,    /* which step is this sentence of? */
  STARLING_QUESTION_ANGLE,   /* which principle does this serve? */
  STARLING_QUESTION_RESULT,  /* what is missing from this result? */
  STARLING_QUESTION_LEVEL,   /* for which level would one say this? */
  STARLING_QUESTION_FLAG,    /* which phrase disqualifies? */
  STARLING_QUESTION_PHRASE,  /* which key phrase is missing? */
} StarlingQuestionKind;

#define STARLING_N_QUESTION_KINDS 8
#define STARLING_ALL_QUESTION_KINDS ((1u << STARLING_N_QUESTION_KINDS) - 1)

/* No step in particular. */
#define STARLING_NO_STEP (-1)

/* Characters of an option that a generator makes; of any in a pack too. */
#define STARLING_OPTION_MAX_LENGTH 300

typedef struct
{
  char *text;
  char *why; /* (nullable): why it is right or wrong */
} StarlingOption;

/*
 * A question of the quiz with two to six options, one of them right. The ids
 * of derived ones contain a full stop, those of written ones never do.
 */
typedef struct
{
  char *id;
  StarlingQuestionKind kind;
  char *question;
  char *quote;        /* (nullable): the words that it is about */
  GPtrArray *options; /* (element-type StarlingOption) */
  guint correct;      /* index into options */
  char *explanation;

  /* where in the scenario one can read about it */
  int step;    /* a StarlingStepId, or STARLING_NO_STEP */
  char *probe; /* (nullable): id */
  /* what gives away the answer to another question about it; (nullable) */
  char *subject;
} StarlingQuestion;

StarlingQuestion *starling_question_new (void);
StarlingQuestion *starling_question_copy (const StarlingQuestion *self);
void starling_question_free (StarlingQuestion *self);

StarlingOption *starling_option_new (void);
void starling_option_free (StarlingOption *self);
void starling_question_add_option (StarlingQuestion *self,
                                   const char *text,
                                   const char *why);

const char *starling_question_kind_to_id (StarlingQuestionKind kind);
gboolean
starling_question_kind_from_id (const char *id, StarlingQuestionKind *kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingOption, starling_option_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingQuestion, starling_question_free)

G_END_DECLS
