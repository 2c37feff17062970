/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "take-oracle.h"

#include <math.h>
#include <stdlib.h>

#define ACTION 2

static const char *const titles[]
    = { "Situation", "Task", "Action", "Result", "Reflection", "Total" };

/* What follows from the times of a take. Seconds are rounded. */
typedef struct
{
  int spent[TEST_N_STEPS + 1]; /* with the whole story */
  int target[TEST_N_STEPS + 1];
  gboolean told[TEST_N_STEPS + 1];
  double over[TEST_N_STEPS]; /* ms; negative: short */
  double wanted;             /* ms, of the whole story */
  double off;                /* ms, of the whole story */
  double distance;           /* ms, of all steps */
  int share;                 /* of the Action, in percent; -1: none */
  int n_told;
} Sum;

static int
round_up (double value)
{
  return (int) floor (value + 0.5);
}

static void
sum_up (const TestTake *take, Sum *sum)
{
  double spent = 0;

  *sum = (Sum){ .share = -1 };
  for (guint i = 0; i < TEST_N_STEPS; i++)
    {
      double ms = (double) take->spent[i], wanted = (double) take->target[i];

      sum->spent[i] = round_up (ms / 1000);
      sum->target[i] = round_up (wanted / 1000);
      sum->told[i] = ms > 0;
      sum->over[i] = ms - wanted;
      sum->distance += fabs (ms - wanted);
      sum->n_told += sum->told[i];
      sum->wanted += wanted;
      spent += ms;
    }
  sum->spent[TEST_N_STEPS] = round_up (spent / 1000);
  sum->target[TEST_N_STEPS] = round_up (sum->wanted / 1000);
  sum->told[TEST_N_STEPS] = sum->n_told > 0;
  sum->off = spent - sum->wanted;
  if (spent > 0)
    sum->share = round_up (100 * (double) take->spent[ACTION] / spent);
}

static char *
format_clock (int seconds)
{
  return g_strdup_printf ("%d:%02d", seconds / 60, seconds % 60);
}

static char *
format_long (int seconds)
{
  if (seconds < 60)
    return g_strdup_printf ("%d s", seconds);
  if (seconds % 60 == 0)
    return g_strdup_printf ("%d min", seconds / 60);
  return g_strdup_printf ("%d min %d s", seconds / 60, seconds % 60);
}

/* --- the verdict --- */

/* The step with most of what is over or short, if that is more than half. */
static int
find_most (const Sum *sum, int sign)
{
  double all = 0, most = 0;
  int step = -1;

  for (int i = 0; i < TEST_N_STEPS; i++)
    {
      double off = sign * sum->over[i];

      all += MAX (off, 0);
      if (off > most)
        {
          most = off;
          step = i;
        }
    }
  return 2 * most > all ? step : -1;
}

static void
tell_whole (GString *text, const Sum *sum)
{
  int sign = sum->off > 0 ? 1 : -1;
  int step = find_most (sum, sign);
  g_autofree char *off = format_long (
      abs (sum->spent[TEST_N_STEPS] - sum->target[TEST_N_STEPS]));

  g_string_append_printf (text, "You were %s %s, ", off,
                          sign > 0 ? "over" : "short");
  if (step >= 0)
    g_string_append_printf (text, "most of it in the %s.\n", titles[step]);
  else
    g_string_append (text, "a little in many steps.\n");
}

static void
tell_on_time (GString *text, const TestTake *take, const Sum *sum)
{
  int worst = -1;

  for (int i = 0; i < TEST_N_STEPS; i++)
    if (sum->over[i] >= 5000 && 4 * sum->over[i] >= (double) take->target[i]
        && (worst < 0 || sum->over[i] > sum->over[worst]))
      worst = i;
  if (worst >= 0)
    g_string_append_printf (text, "On time, but the %s was %d s over.\n",
                            titles[worst],
                            sum->spent[worst] - sum->target[worst]);
  else if (sum->share < 50)
    g_string_append_printf (text,
                            "On time, but the Action had only %d%% of it.\n",
                            sum->share);
  else if (sum->share > 60)
    g_string_append_printf (text, "On time, but the Action took %d%% of it.\n",
                            sum->share);
  else
    g_string_append_printf (text, "On time, with %d%% of it in the Action.\n",
                            sum->share);
}

static void
tell_verdict (GString *text, const TestTake *take, const Sum *sum)
{
  int first = 0, told_later = 0;

  while (first < TEST_N_STEPS && sum->told[first])
    first++;
  for (int i = first; i < TEST_N_STEPS; i++)
    told_later += sum->told[i];

  if (sum->n_told == 0)
    g_string_append (text, "Nothing was told this time.\n");
  else if (first < TEST_N_STEPS)
    g_string_append_printf (text,
                            told_later > 0 ? "You left out the %s.\n"
                                           : "You stopped before the %s.\n",
                            titles[first]);
  else if (fabs (sum->off) > MAX (5000, sum->wanted / 20))
    tell_whole (text, sum);
  else
    tell_on_time (text, take, sum);
}

/* --- figures and plot --- */

static int
count (const guint counts[TEST_N_STEPS])
{
  guint n = 0;

  for (guint i = 0; i < TEST_N_STEPS; i++)
    n += counts[i];
  return (int) n;
}

static void
tell_figures (GString *text,
              const TestTake *take,
              const Sum *sum,
              const Sum *last)
{
  g_autofree char *total = format_clock (sum->spent[TEST_N_STEPS]);
  g_autofree char *target = format_clock (sum->target[TEST_N_STEPS]);
  int n_over = 0;

  for (guint i = 0; i < TEST_N_STEPS; i++)
    n_over += sum->spent[i] > sum->target[i];
  g_string_append_printf (text, "%s\nof %s", total, target);
  if (last != NULL)
    {
      g_autofree char *before = format_clock (last->spent[TEST_N_STEPS]);

      g_string_append_printf (text, ", last take %s", before);
    }
  if (sum->share >= 0)
    g_string_append_printf (text, "\n%d%%\n", sum->share);
  else
    g_string_append (text, "\n–\n");
  g_string_append (text, "Action; 50–60% wanted\n");
  if (g_str_equal (take->prompt, "bare") && count (take->said) == 0)
    g_string_append (text, "–\nkey phrases, not shown\n");
  else
    g_string_append_printf (text, "%d of %d\nkey phrases said\n",
                            count (take->said), count (take->phrases));
  g_string_append_printf (text, "%d\n%s over target\n", n_over,
                          n_over == 1 ? "step" : "steps");
}

static void
tell_row (
    GString *text, guint row, const Sum *sum, const Sum *last, const Sum *best)
{
  gboolean whole = row == TEST_N_STEPS;
  g_autofree char *spent = format_clock (sum->spent[row]);
  g_autofree char *target = format_clock (sum->target[row]);

  g_string_append_printf (text, "%s\n", titles[row]);
  if (!sum->told[row])
    g_string_append (text, "not told\n");
  else if (whole)
    g_string_append_printf (text, "%s of %s\n", spent, target);
  else
    g_string_append_printf (text, "%d of %d s\n", sum->spent[row],
                            sum->target[row]);
  if (last != NULL && sum->told[row])
    {
      int since = sum->spent[row] - last->spent[row];

      if (!last->told[row])
        g_string_append (text, "new\n");
      else
        g_string_append_printf (text, "%s%d s\n",
                                since > 0   ? "+"
                                : since < 0 ? "−"
                                            : "",
                                abs (since));
    }
  if (best != NULL && !best->told[row])
    g_string_append (text, "–\n");
  else if (best != NULL && whole)
    {
      g_autofree char *time = format_clock (best->spent[row]);

      g_string_append_printf (text, "%s\n", time);
    }
  else if (best != NULL)
    g_string_append_printf (text, "%d s\n", best->spent[row]);
}

/* Rows and legend; @best is NULL where it is the last one. */
static void
tell_plot (GString *text, const Sum *sum, const Sum *last, const Sum *best)
{
  g_string_append_printf (text, "Spent\n%s%s",
                          last != NULL ? "Since last\n" : "",
                          best != NULL ? "Best\n" : "");
  for (guint i = 0; i <= TEST_N_STEPS; i++)
    tell_row (text, i, sum, last, best);
  g_string_append (text, "Spent\nOver target\nTarget\n");
  if (last != NULL && best == NULL)
    g_string_append (text,
                     "Last take, also your best: nearest to the targets\n");
  else if (last != NULL)
    g_string_append (text, "Last take\nBest: nearest to the targets\n");
}

/* --- what to change --- */

static guint
tell_not_told (GString *text, const Sum *sum)
{
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (guint i = 0; i < TEST_N_STEPS; i++)
    if (!sum->told[i])
      g_ptr_array_add (left, (gpointer) titles[i]);
  if (left->len == 0)
    return 0;
  if (left->len == 1)
    g_string_append_printf (text, "The %s was not told.\n",
                            (char *) left->pdata[0]);
  else if (left->len == 2)
    g_string_append_printf (text, "The %s and the %s were not told.\n",
                            (char *) left->pdata[0], (char *) left->pdata[1]);
  else
    g_string_append_printf (text, "%u steps were not told, the %s first.\n",
                            left->len, (char *) left->pdata[0]);
  return 1;
}

static guint
tell_over (GString *text, const Sum *sum)
{
  int over[TEST_N_STEPS];
  guint n = 0;

  for (guint i = 0; i < TEST_N_STEPS; i++)
    over[i] = sum->spent[i] - sum->target[i];
  for (; n < 2; n++)
    {
      guint most = 0;

      for (guint i = 1; i < TEST_N_STEPS; i++)
        if (over[i] > over[most])
          most = i;
      if (over[most] < 5)
        break;
      g_string_append_printf (text, "%s took %d s of %d%s.\n", titles[most],
                              sum->spent[most], sum->target[most],
                              most == 0 ? ": the commonest fault" : "");
      over[most] = 0;
    }
  return n;
}

static guint
tell_phrases (GString *text, const TestTake *take, const Sum *sum)
{
  guint left = 0, of = 0, most = 0, where = 0;

  if (g_str_equal (take->prompt, "bare") && count (take->said) == 0)
    return 0;
  for (guint i = 0; i < TEST_N_STEPS; i++)
    {
      guint here = sum->told[i] ? take->phrases[i] - take->said[i] : 0;

      of += sum->told[i] ? take->phrases[i] : 0;
      left += here;
      if (here > most)
        {
          most = here;
          where = i;
        }
    }
  if (left < 2 || (double) left / of < 0.25)
    return 0;
  if (most == left)
    g_string_append_printf (text,
                            "%u key phrases were left out, all in the %s.\n",
                            left, titles[where]);
  else
    g_string_append_printf (
        text, "%u key phrases were left out, %u of them in the %s.\n", left,
        most, titles[where]);
  return 1;
}

static void
tell_remarks (GString *text, const TestTake *take, const Sum *sum)
{
  g_autoptr (GString) all = g_string_new (NULL);
  guint n = 0;

  if (sum->n_told > 0)
    {
      n += tell_not_told (all, sum);
      n += tell_over (all, sum);
      if (sum->told[ACTION]
          && (sum->share < 50
              || (sum->share > 60 && sum->n_told == TEST_N_STEPS)))
        {
          n++;
          g_string_append_printf (
              all, "The Action had %d%% of the time; 50–60%% is wanted.\n",
              sum->share);
        }
    }
  if (take->n_weak > 0 && n < 4)
    {
      n++;
      g_string_append_printf (all, "You found %u of %u follow-up %s weak.\n",
                              take->n_weak, take->n_answers,
                              take->n_answers == 1 ? "answer" : "answers");
    }
  if (n < 4)
    n += tell_phrases (all, take, sum);
  if (n > 0)
    g_string_append_printf (text, "What to change\n%s", all->str);
}

/* --- all of it --- */

static void
tell_head (GString *text, const TestTake *take, guint number, gboolean saved)
{
  const char *level = g_str_equal (take->level, "sde1")   ? "SDE 1"
                      : g_str_equal (take->level, "sde2") ? "SDE 2"
                                                          : "Senior SDE";
  const char *angle = g_str_equal (take->angle, "dive-deep")   ? "Dive Deep"
                      : g_str_equal (take->angle, "ownership") ? "Ownership"
                                                               : "As told";

  g_string_append_printf (text,
                          "The webhooks that vanished · %s · %s\nTake %u of "
                          "this lens",
                          level, angle, number);
  if (saved)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (take->at, NULL);
      g_autoptr (GDateTime) local = g_date_time_add_minutes (utc, take->offset);
      g_autofree char *date = g_date_time_format (local, "%-d %B, %H:%M");

      g_string_append_printf (text, " · %s", date);
    }
  g_string_append_c (text, '\n');
}

/**
 * test_takes_tell:
 * @takes: (element-type TestTake): the takes that count, oldest first
 * @take: one of them
 * @saved: whether it was saved when it was shown
 *
 * Returns: (transfer full): the texts of its debrief, a line each, from the top
 *   down, without advice, practice sheet and note
 */
char *
test_takes_tell (GPtrArray *takes, const TestTake *take, gboolean saved)
{
  GString *text = g_string_new (NULL);
  guint number = 1;
  gboolean has_last = FALSE, same = FALSE;
  Sum sum, last = { 0 }, best = { 0 };

  for (guint i = 0; g_ptr_array_index (takes, i) != take; i++)
    {
      const TestTake *other = g_ptr_array_index (takes, i);

      if (!g_str_equal (other->level, take->level)
          || !g_str_equal (other->angle, take->angle))
        continue;
      number++;
      sum_up (other, &sum);
      if (sum.n_told == 0)
        continue;
      same = !has_last || sum.distance <= best.distance;
      if (same)
        best = sum;
      last = sum;
      has_last = TRUE;
    }
  sum_up (take, &sum);
  tell_head (text, take, number, saved);
  tell_verdict (text, take, &sum);
  tell_figures (text, take, &sum, has_last ? &last : NULL);
  tell_plot (text, &sum, has_last ? &last : NULL,
             has_last && !same ? &best : NULL);
  tell_remarks (text, take, &sum);
  if (take->n_answers > 0)
    g_string_append_printf (text,
                            "Follow-up questions\nTime of each answer, and how "
                            "you rated it\n%s",
                            take->answers->str);
  return g_string_free (text, FALSE);
}
