/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/derive.h"

G_BEGIN_DECLS

/* A story of a few sentences, and the questions that are made from it. */
typedef struct
{
  StarlingCatalogue *catalogue;
  StarlingScenario *story;
} DeriveFixture;

void derive_set_up (DeriveFixture *f, gconstpointer data);
void derive_tear_down (DeriveFixture *f, gconstpointer data);
void derive_renew (DeriveFixture *f);
void
derive_set_phrases (DeriveFixture *f, StarlingStepId step, const char *phrases);
gboolean derive_has (GPtrArray *questions, const char *id);
StarlingPassage *
derive_say (DeriveFixture *f, StarlingStepId step, const char *text);
StarlingProbe *derive_add_probe (DeriveFixture *f, const char *id);
GPtrArray *derive_list_with (DeriveFixture *f,
                             guint64 seed,
                             const StarlingScenario *other,
                             StarlingTranslateFunc translate);
GPtrArray *derive_list (DeriveFixture *f);
char *derive_join_ids (GPtrArray *questions, StarlingQuestionKind kind);
const StarlingQuestion *derive_find (GPtrArray *questions, const char *id);
char *derive_join_options (const StarlingQuestion *question);

#define assert_ids(f, kind, expected)                                          \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autoptr (GPtrArray) questions_ = derive_list (f);                        \
    g_autofree char *ids_ = derive_join_ids (questions_, kind);                \
    g_assert_cmpstr (ids_, ==, expected);                                      \
  }                                                                            \
  G_STMT_END

G_END_DECLS
