/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/journal-file.h"

G_BEGIN_DECLS

#define NOW G_GINT64_CONSTANT (1795425300250) /* 2026-11-23T09:15:00.250Z */

/* The line of an event of journal_append(). */
#define LINE(id)                                                               \
  "{\"v\":1,\"id\":\"" id "\",\"at\":\"2026-11-23T09:15:00.250Z\","            \
  "\"offset\":0,\"type\":\"undo\",\"of\":\"x\"}"

/* A folder with a journal, and what reading it gave. */
typedef struct
{
  char *top;
  char *folder;
  char *path;
  StarlingJournalFile *file;
  GPtrArray *fresh;
  StarlingJournalReport *report;
} JournalFixture;

void journal_set_up (JournalFixture *f, gconstpointer data);
void journal_tear_down (JournalFixture *f, gconstpointer data);
void journal_renew (JournalFixture *f);
void journal_write (JournalFixture *f, const char *text);
GPtrArray *journal_make_events (const char *ids);
gboolean journal_append (JournalFixture *f, const char *ids, GError **error);
void journal_append_ok (JournalFixture *f, const char *ids);
char *journal_read_file (const char *path);
char *journal_join_fresh (JournalFixture *f);
char *journal_read_damaged (JournalFixture *f, guint *n_files);

#define assert_journal(f, expected)                                            \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *text_ = journal_read_file ((f)->path);                    \
    g_assert_cmpstr (text_, ==, expected);                                     \
  }                                                                            \
  G_STMT_END

#define assert_fresh(f, expected)                                              \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *ids_ = journal_join_fresh (f);                            \
    g_assert_cmpstr (ids_, ==, expected);                                      \
  }                                                                            \
  G_STMT_END

#define assert_damaged(f, count, expected)                                     \
  G_STMT_START                                                                 \
  {                                                                            \
    guint n_ = 0;                                                              \
    g_autofree char *text_ = journal_read_damaged (f, &n_);                    \
    g_assert_cmpuint (n_, ==, count);                                          \
    g_assert_cmpstr (text_, ==, expected);                                     \
  }                                                                            \
  G_STMT_END

G_END_DECLS
