/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/prompter.h"

#define MS_PER_MINUTE G_GINT64_CONSTANT (60000)

/* How many whole words can be spoken in a time; @rest: (out) (optional): of
 * the next one, in words divided by MS_PER_MINUTE. */
static gint64
count_spoken (int rate, gint64 spent_ms, gint64 *rest)
{
  gint64 spoken = MAX (spent_ms, 0) * MAX (rate, 0);

  if (rest != NULL)
    *rest = spoken % MS_PER_MINUTE;
  return spoken / MS_PER_MINUTE;
}

/**
 * starling_prompter_place_init:
 * @self: (out caller-allocates): a place
 * @words: (array length=n_passages): how many words each passage has
 * @n_passages: how many passages there are
 * @rate: words spoken in a minute
 * @spent_ms: milliseconds spent on the text
 * @nudge: words to add; negative: to take away
 *
 * Finds the place that is reached. It stays at the first word as long as it
 * would lie before it, and at the end of the last one afterwards.
 */
void
starling_prompter_place_init (StarlingPrompterPlace *self,
                              const guint *words,
                              guint n_passages,
                              int rate,
                              gint64 spent_ms,
                              int nudge)
{
  gint64 rest;
  gint64 left = count_spoken (rate, spent_ms, &rest) + nudge;

  *self = (StarlingPrompterPlace){ 0 };
  if (left < 0)
    left = rest = 0;
  for (guint i = 0; i < n_passages; i++)
    {
      if (words[i] == 0)
        continue;
      self->passage = i;
      if (left < words[i])
        {
          self->word = (guint) left;
          self->fraction
              = ((double) left + (double) rest / MS_PER_MINUTE) / words[i];
          return;
        }
      self->word = words[i] - 1;
      self->fraction = 1;
      left -= words[i];
    }
}

/* The passage with words that is next to @from in a direction; -1: none. */
static int
find_next (const guint *words, guint n_passages, guint from, int direction)
{
  for (int i = (int) from + direction; i >= 0 && i < (int) n_passages;
       i += direction)
    if (words[i] > 0)
      return i;
  return -1;
}

/**
 * starling_prompter_nudge_by:
 * @words: (array length=n_passages): how many words each passage has
 * @n_passages: how many passages there are
 * @rate: words spoken in a minute
 * @spent_ms: milliseconds spent on the text
 * @nudge: words that are added so far
 * @n_by: how many passages to go on; negative: back
 *
 * Nudges the place to the beginning of another passage, from where it goes on
 * at the rate. Going back from the first passage begins it anew; going on from
 * the last one changes nothing. Passages without words are passed over.
 *
 * Returns: the words to add from now on
 */
int
starling_prompter_nudge_by (const guint *words,
                            guint n_passages,
                            int rate,
                            gint64 spent_ms,
                            int nudge,
                            int n_by)
{
  StarlingPrompterPlace place;
  gint64 start = 0;
  int to;

  starling_prompter_place_init (&place, words, n_passages, rate, spent_ms,
                                nudge);
  to = (int) place.passage;
  for (int i = 0; i < ABS (n_by); i++)
    {
      int next = find_next (words, n_passages, (guint) to, n_by < 0 ? -1 : 1);

      if (next < 0)
        break;
      to = next;
    }
  if (to == (int) place.passage && n_by >= 0)
    return nudge;

  for (int i = 0; i < to; i++)
    start += words[i];
  return (int) (start - count_spoken (rate, spent_ms, NULL));
}
