/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/rehearse/loop/loop.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A library with two stories of the user's for each of the first principles of
 * the catalogue, "PRINCIPLE-0" and "PRINCIPLE-1", titled "Tale of …"; the
 * second can be told for the next principle too.
 */
typedef struct
{
  char *folder;
  StarlingLibrary *library;
  StarlingRehearseLoop *loop;
  guint n_changed;
} TestLoop;

void test_loop_set_up (TestLoop *fixture, gconstpointer n_principles);
void test_loop_tear_down (TestLoop *fixture, gconstpointer n_principles);
void test_loop_open (TestLoop *fixture);
void test_loop_close (TestLoop *fixture);

StarlingLoopRequest test_loop_make_request (guint n_interviewers,
                                            guint n_principles,
                                            guint n_questions);
char *test_loop_dump_plan (TestLoop *fixture);
StarlingLoopSlot *
test_loop_make_slot (const char *principles, const char *scenarios);
char *test_loop_start (TestLoop *fixture, const StarlingLoopRequest *request);
StarlingEvent *test_loop_make_take (TestLoop *fixture, int rating);
char *test_loop_answer (TestLoop *fixture, int rating);
void test_loop_record (TestLoop *fixture, StarlingEvent *event);
void test_loop_destroy (GtkWidget *window, GtkWidget *widget);

G_END_DECLS
