/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* A quiz that was begun and left. */
typedef struct
{
  char *scope;
  char *name; /* of what it is about */
  guint n_left;
  guint n_all;
} StarlingTodayWaiting;

gboolean starling_today_find_waiting (StarlingSession *session,
                                      StarlingTodayWaiting *out);
void starling_today_waiting_clear (StarlingTodayWaiting *self);
char *starling_today_format_waiting (guint n_left, guint n_all);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingTodayWaiting,
                                  starling_today_waiting_clear)

G_END_DECLS
