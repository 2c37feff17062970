/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What a debrief has to say, worked out from the text of the journal and of the
 * pack alone: with a parser, an order and an arithmetic of its own, and nothing
 * of the program's.
 */

#define TEST_N_STEPS 5
#define TEST_N_DIMENSIONS 5

typedef struct
{
  char *id;
  char *at;
  int offset;
  char *level;
  char *angle; /* "": as told */
  char *prompt;
  gint64 spent[TEST_N_STEPS];  /* ms */
  gint64 target[TEST_N_STEPS]; /* ms */
  guint said[TEST_N_STEPS];
  guint phrases[TEST_N_STEPS];
  int rating[TEST_N_DIMENSIONS];
  char *note;       /* "": none */
  GString *answers; /* lines of the follow-up questions */
  guint n_answers;
  guint n_weak;
} TestTake;

GPtrArray *test_takes_read (const char *journal, const char *pack);
TestTake *test_takes_find (GPtrArray *takes, const char *id);
char *test_takes_tell (GPtrArray *takes, const TestTake *take, gboolean saved);

G_END_DECLS
