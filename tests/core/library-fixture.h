/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

G_BEGIN_DECLS

/* What the tests of the library share: a world of its own for each test. */

#define NOW G_GINT64_CONSTANT (1795425300250)
#define HOUR (G_GINT64_CONSTANT (3600) * 1000)

/* Folders of a user and of a program with a catalogue, a question and a
 * story. */
typedef struct
{
  char *top;
  char *data_dir;
  char *user_dir;
  char *journal;
  StarlingClock *clock;
  StarlingLibrary *library;
  guint n_scenarios; /* signals */
  guint n_notices;
  guint n_progress;
  char *last_progress;
  guint n_durable;
  guint n_refused;
  gboolean loaded;
} LibraryFixture;

/* Runs the main loop until the condition holds, 20 s at most. */
#define wait_until(condition)                                                  \
  G_STMT_START                                                                 \
  {                                                                            \
    gint64 deadline_ = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;      \
    while (!(condition) && g_get_monotonic_time () < deadline_)                \
      {                                                                        \
        g_main_context_iteration (NULL, FALSE);                                \
        g_usleep (1000);                                                       \
      }                                                                        \
    g_assert_true (condition);                                                 \
  }                                                                            \
  G_STMT_END

#define assert_ids(f, expected)                                                \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *ids_ = library_join_ids (f);                              \
    g_assert_cmpstr (ids_, ==, expected);                                      \
  }                                                                            \
  G_STMT_END

void library_renew (LibraryFixture *f);
void library_put (const char *folder, const char *name, const char *text);
void library_put_pack (const char *folder,
                       const char *name,
                       const char *id,
                       const char *title,
                       const char *principle);
void library_set_up (LibraryFixture *f, gconstpointer data);
void library_drop (LibraryFixture *f);
void library_tear_down (LibraryFixture *f, gconstpointer data);
void library_load (LibraryFixture *f);
char *library_join_ids (LibraryFixture *f);
const StarlingNotice *library_find_notice (LibraryFixture *f, const char *word);
guint library_count_notices (LibraryFixture *f);
StarlingEvent *library_make_take (const char *scenario);
void library_record (LibraryFixture *f, StarlingEvent *event);
StarlingState library_get_state (LibraryFixture *f, const char *scenario);
void library_drain (void);

G_END_DECLS
