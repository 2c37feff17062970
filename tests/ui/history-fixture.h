/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* A history of takes of webhook-drops for Senior SDE and Dive Deep, on a page
 * that has the actions it asks for. */
typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  GtkWidget *history;
  GtkWidget *window;
  char *toast;
  char *event_id;
  char *shown; /* what the view asked to open */
  guint n_closed;
} TestHistory;

/* How many takes there are at first, through all lenses. */
#define TEST_HISTORY_N_FEW 5

/* `n_many`: GUINT_TO_POINTER; 0: a few different takes; else so many, all
 * alike */
void test_history_set_up (TestHistory *self, gconstpointer n_many);
void test_history_tear_down (TestHistory *self, gconstpointer n_many);
void test_history_update (TestHistory *self);

guint test_history_count_rows (TestHistory *self);
GtkWidget *test_history_get_row (TestHistory *self, guint index);
const char *test_history_get_id (TestHistory *self, guint index);
gboolean test_history_is_shown (TestHistory *self, GtkWidget *widget);
gboolean test_history_has_label (TestHistory *self, const char *text);
gboolean test_history_has_button (TestHistory *self, const char *name);
void test_history_click (GtkWidget *button);
void test_history_choose (TestHistory *self, const char *name);
GtkWidget *test_history_get_chart (TestHistory *self, guint index);
void test_history_assert_description (GtkWidget *widget, const char *text);
void test_history_assert_name (GtkWidget *widget, const char *text);
gboolean test_history_has_plots (TestHistory *self);

G_END_DECLS
