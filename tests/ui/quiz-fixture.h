/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A story of the bundled packs with seven written questions of four options. */
#define TEST_QUIZ_SCOPE "scenario:webhook-drops"
#define TEST_QUIZ_N_QUESTIONS 7
#define TEST_QUIZ_N_OPTIONS 4

/* The page of the quiz in a window, beside an entry to write in. It asks all
 * written questions of its scope. */
typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  StarlingClock *clock;
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *window;
} TestQuiz;

void test_quiz_open_page (TestQuiz *fixture);
void test_quiz_close_page (TestQuiz *fixture);
void test_quiz_set_up (TestQuiz *fixture, gconstpointer scope);
void test_quiz_tear_down (TestQuiz *fixture, gconstpointer scope);
void test_quiz_set_kinds (guint kinds);
void test_quiz_set_shown (TestQuiz *fixture, gboolean shown);

GtkWidget *test_quiz_option (TestQuiz *fixture, guint slot);
char *test_quiz_option_text (TestQuiz *fixture, guint slot);
GtkWidget *test_quiz_button (TestQuiz *fixture, const char *name);
gboolean test_quiz_has_button (TestQuiz *fixture, const char *name);
gboolean test_quiz_has_label (TestQuiz *fixture, const char *text);
void test_quiz_click (GtkWidget *widget);
void test_quiz_act (TestQuiz *fixture, const char *action);
gboolean
test_quiz_press (TestQuiz *fixture, guint key, GdkModifierType modifiers);

const StarlingQuestion *test_quiz_asked (TestQuiz *fixture);
guint test_quiz_find_slot (TestQuiz *fixture, gboolean right);
void test_quiz_answer (TestQuiz *fixture, gboolean right);
GPtrArray *test_quiz_read_events (TestQuiz *fixture);
gboolean test_quiz_has_draft (TestQuiz *fixture);

G_END_DECLS
