/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/derive.h"

G_BEGIN_DECLS

/* Shared by the derive*.c only. */

/* Marks a text for translation. */
#define N_(text) (text)

/* How many options a question has at most, and how many words a sentence of
 * them at least, so that it can be judged alone. */
#define STARLING_DERIVE_OPTIONS 4
#define STARLING_DERIVE_WORDS 6

/* A sentence of the story at the level that is asked about. */
typedef struct
{
  const StarlingPassage *passage;
  StarlingStepId step;
} StarlingSpoken;

typedef struct
{
  const StarlingQuizSource *source;
  const StarlingScenario *scenario;
  gboolean english;     /* for what depends on the words of a language */
  GArray *spoken;       /* (element-type StarlingSpoken), in their order */
  GPtrArray *questions; /* (element-type StarlingQuestion) */
  GHashTable *ids;      /* of these, not owned */
  GHashTable *words;    /* text → set of its words */
} StarlingDerive;

/* derive.c */
const char *starling_derive_tr (const StarlingDerive *self, const char *text)
    G_GNUC_FORMAT (2);
char *starling_derive_say (const StarlingDerive *self, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
const char *
starling_derive_step_name (const StarlingDerive *self, StarlingStepId step);
const char *
starling_derive_principle_name (const StarlingDerive *self, int principle);
const char *
starling_derive_principle_id (const StarlingDerive *self, int principle);
StarlingQuestion *starling_derive_begin (StarlingDerive *self,
                                         StarlingQuestionKind kind,
                                         const char *prefix,
                                         const char *name);
guint64 starling_derive_get_state (const StarlingDerive *self, const char *id);
gboolean starling_derive_finish (StarlingDerive *self,
                                 StarlingQuestion *question,
                                 const StarlingOption *right,
                                 GPtrArray *wrong,
                                 guint n_wrong_least);

/* derive-text.c */
char *starling_derive_slug (const char *text);
char *starling_derive_quote (const char *text);
gboolean starling_derive_has_word (const char *text, const char *word);
gboolean starling_derive_stands_alone (const char *text);
gboolean starling_derive_has_digit (const char *text);
gboolean starling_derive_has_money (const char *text);
gboolean starling_derive_is_near (const StarlingDerive *self,
                                  const char *a,
                                  const char *b);
const char *
starling_derive_find_phrase (const char *text, char *const *phrases);
GPtrArray *starling_derive_options_new (void);
StarlingOption *starling_derive_option_new (char *text, char *why);

/* Each adds the questions of one kind. */
void starling_derive_answers (StarlingDerive *self);
void starling_derive_steps (StarlingDerive *self);
void starling_derive_angles (StarlingDerive *self);
void starling_derive_results (StarlingDerive *self);
void starling_derive_levels (StarlingDerive *self);
void starling_derive_flags (StarlingDerive *self);
void starling_derive_phrases (StarlingDerive *self);

G_END_DECLS
