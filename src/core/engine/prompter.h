/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Where somebody is in a text that they speak at a steady rate. The text is
 * the number of words of each of its passages; the time is what has been
 * spent on it. A nudge is a number of words by which the place is ahead of
 * that time, or behind it.
 */
typedef struct
{
  guint passage;   /* the one being spoken; 0 where there is no word at all */
  guint word;      /* of that passage, from 0 */
  double fraction; /* of that passage that has been spoken, 0 to 1 */
} StarlingPrompterPlace;

void starling_prompter_place_init (StarlingPrompterPlace *self,
                                   const guint *words,
                                   guint n_passages,
                                   int rate,
                                   gint64 spent_ms,
                                   int nudge);
int starling_prompter_nudge_by (const guint *words,
                                guint n_passages,
                                int rate,
                                gint64 spent_ms,
                                int nudge,
                                int n_by);

G_END_DECLS
