/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cards-support.h"
#include "pages/cards/run.h"

G_BEGIN_DECLS

/* A session of flashcards without a window, and what it says. */
typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  StarlingClock *clock;
  StarlingCardsRun *run;
  guint n_changed;
  char *toast;
  char *toast_event;
} TestRun;

void test_run_set_up (TestRun *self, gconstpointer scope);
void test_run_tear_down (TestRun *self, gconstpointer scope);
void test_run_add (const char *path,
                   const char *scope,
                   void (*test) (TestRun *self, gconstpointer scope));

const char *test_run_get_card (TestRun *self);
const StarlingCardRecord *
test_run_find_record (TestRun *self, const char *name);
void test_run_grade (TestRun *self, int grade);
guint test_run_finish (TestRun *self);
void test_run_follow (TestRun *self, const char *scope);
guint test_run_count (TestRun *self);
void
test_run_assert_counts (TestRun *self, guint fresh, guint learning, guint due);

G_END_DECLS
