/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The page of the rehearsal in a window, at Senior and Dive Deep. */
typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  GtkWidget *page;
  GtkWidget *window;
  char *toast;
  char *event_id;
} TestRehearse;

void test_rehearse_open_page (TestRehearse *fixture);
void test_rehearse_close_page (TestRehearse *fixture);
void test_rehearse_set_up (TestRehearse *fixture, gconstpointer scope);
void test_rehearse_tear_down (TestRehearse *fixture, gconstpointer scope);
GtkWidget *
test_rehearse_find_shown (GtkWidget *root, GType type, const char *name);
GtkWidget *test_rehearse_get_button (TestRehearse *fixture, const char *name);
void test_rehearse_click (TestRehearse *fixture, const char *name);
void test_rehearse_pass (TestRehearse *fixture, gint64 ms);
gboolean test_rehearse_is_shown (TestRehearse *fixture, GType type);
gboolean test_rehearse_has_label (TestRehearse *fixture, const char *text);
gboolean test_rehearse_press (TestRehearse *fixture,
                              guint key,
                              GdkModifierType modifiers);
gboolean test_rehearse_has_toast (gpointer data);
const StarlingEvent *test_rehearse_get_take (TestRehearse *fixture);
gboolean test_rehearse_has_draft (TestRehearse *fixture);

G_END_DECLS
