/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/* The page of the day in a window, and what the user has done. */

#define HOUR (G_GINT64_CONSTANT (3600) * 1000)
#define DAY (24 * HOUR)
#define NOW                                                                    \
  G_GINT64_CONSTANT (1795424400000) /* Monday 2026-11-23T09:00:00Z             \
                                     */
#define TODAY 20780

typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  GtkWidget *page;
  GtkWidget *window;
  guint n_recorded; /* goals and settings, each later than the last */
  char *fired;      /* the last action with its target */
} TodayFixture;

void today_set_up_with (TodayFixture *f, StarlingSession *session);
void today_set_up (TodayFixture *f, gconstpointer data);
void today_tear_down (TodayFixture *f, gconstpointer data);
void today_record_review (TodayFixture *f, const char *card, gint64 at);
void today_record_take (TodayFixture *f,
                        const char *scenario,
                        guint n_steps,
                        gint64 at);
void today_record_answer (TodayFixture *f,
                          const char *scenario,
                          const char *question,
                          gboolean correct,
                          gint64 at);
void today_record_goal (TodayFixture *f,
                        const char *interview,
                        const char *principle);
void today_record_new_per_day (TodayFixture *f, int n);
void today_assert_text (TodayFixture *f, const char *text);
void today_assert_no_text (TodayFixture *f, const char *text);
GtkWidget *today_find_button (TodayFixture *f, guint row);
gboolean today_has_description (GtkWidget *widget, const char *text);

G_END_DECLS
