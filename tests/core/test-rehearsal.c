/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/debrief.h"
#include "engine/rehearsal.h"

#define MS(ms) ((gint64) (ms) *1000)

static const guint targets[STARLING_N_STEPS] = { 30, 20, 90, 20, 15 };

typedef enum
{
  START,
  NEXT,
  BACK,
  PAUSE,
  RESUME,
  FINISH,
  RESTART,
} Action;

static gboolean (*const actions[]) (StarlingRehearsal *, gint64) = {
  [START] = starling_rehearsal_start,     [NEXT] = starling_rehearsal_next,
  [BACK] = starling_rehearsal_back,       [PAUSE] = starling_rehearsal_pause,
  [RESUME] = starling_rehearsal_resume,   [FINISH] = starling_rehearsal_finish,
  [RESTART] = starling_rehearsal_restart,
};

/* Actions at times (ms), and what has been spent (ms) at the end. */
static const struct
{
  const char *name;
  struct
  {
    Action action;
    gint64 at;
    gboolean refused;
  } inputs[12];
  guint n_inputs;
  gint64 end;
  gint64 spent[STARLING_N_STEPS];
  StarlingRehearsalPhase phase;
  guint step;
  gboolean paused;
} runs[] = {
  { "not-started", { { NEXT, 5, TRUE }, { PAUSE, 6, TRUE } }, 2, 9000, { 0 } },
  { "whole",
    { { START, 1000 },
      { NEXT, 29001 },
      { NEXT, 52003 },
      { NEXT, 142006 },
      { NEXT, 162016 },
      { NEXT, 177117 },
      { NEXT, 180000, TRUE } },
    7,
    200000,
    { 28001, 23002, 90003, 20010, 15101 },
    STARLING_REHEARSAL_DEBRIEF,
    4 },
  { "running",
    { { START, 0 }, { NEXT, 1500 } },
    2,
    2001,
    { 1500, 501 },
    STARLING_REHEARSAL_TELLING,
    1 },
  { "paused",
    { { START, 0 },
      { PAUSE, 1001 },
      { PAUSE, 1500, TRUE },
      { RESUME, 60000 },
      { RESUME, 60001, TRUE },
      { PAUSE, 60500 } },
    6,
    99000,
    { 1501 },
    STARLING_REHEARSAL_TELLING,
    0,
    TRUE },
  { "next-while-paused",
    { { START, 0 },
      { PAUSE, 1000 },
      { NEXT, 5000 },
      { RESUME, 7000 },
      { NEXT, 7250 } },
    5,
    7251,
    { 1000, 250, 1 },
    STARLING_REHEARSAL_TELLING,
    2 },
  { "back-adds-up",
    { { START, 0 },
      { BACK, 10, TRUE },
      { NEXT, 1000 },
      { BACK, 1100 },
      { NEXT, 1350 },
      { NEXT, 1400 } },
    6,
    1401,
    { 1250, 150, 1 },
    STARLING_REHEARSAL_TELLING,
    2 },
  { "finished-early",
    { { START, 0 },
      { NEXT, 100 },
      { PAUSE, 300 },
      { FINISH, 900 },
      { FINISH, 950, TRUE },
      { BACK, 960, TRUE },
      { RESUME, 970, TRUE } },
    7,
    9999,
    { 100, 200 },
    STARLING_REHEARSAL_DEBRIEF,
    1 },
  { "restarted",
    { { RESTART, 0, TRUE },
      { START, 0 },
      { START, 1, TRUE },
      { NEXT, 100 },
      { PAUSE, 300 },
      { RESTART, 900 } },
    6,
    1901,
    { 1001 },
    STARLING_REHEARSAL_TELLING,
    0 },
  { "clock-behind",
    { { START, 5000 }, { NEXT, 4000 } },
    2,
    4500,
    { 0, 500 },
    STARLING_REHEARSAL_TELLING,
    1 },
};

static void
test_run (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  StarlingRehearsal rehearsal;
  gint64 total = 0;

  starling_rehearsal_init (&rehearsal, targets);
  for (guint i = 0; i < runs[index].n_inputs; i++)
    {
      gboolean done = actions[runs[index].inputs[i].action](
          &rehearsal, MS (runs[index].inputs[i].at));

      g_assert_cmpint (done, ==, !runs[index].inputs[i].refused);
    }

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_assert_cmpint (starling_rehearsal_get_spent_ms (&rehearsal,
                                                        (StarlingStepId) i,
                                                        MS (runs[index].end)),
                       ==, runs[index].spent[i]);
      g_assert_cmpint (rehearsal.target_ms[i], ==, (gint64) targets[i] * 1000);
      total += runs[index].spent[i];
    }
  g_assert_cmpint (starling_rehearsal_get_total_ms (&rehearsal,
                                                    MS (runs[index].end)),
                   ==, total);
  g_assert_cmpint (rehearsal.phase, ==, runs[index].phase);
  g_assert_cmpuint (rehearsal.step, ==, runs[index].step);
  g_assert_cmpint (rehearsal.paused, ==, runs[index].paused);
}

/* Parts of a millisecond are kept until the times are read. */
static void
test_microseconds (void)
{
  StarlingRehearsal rehearsal;

  starling_rehearsal_init (&rehearsal, targets);
  starling_rehearsal_start (&rehearsal, 0);
  for (gint64 i = 0; i < 10; i++)
    {
      starling_rehearsal_pause (&rehearsal, i * 1000 + 100);
      starling_rehearsal_resume (&rehearsal, (i + 1) * 1000);
    }
  g_assert_cmpint (starling_rehearsal_get_spent_ms (&rehearsal,
                                                    STARLING_STEP_SITUATION,
                                                    10000),
                   ==, 1);
}

static void
test_left (void)
{
  static const struct
  {
    gint64 us;
    int left;
    gint64 wait;
  } cases[] = {
    { 0, 30, 1000000 },        { 1, 30, 999999 },
    { 999999, 30, 1 },         { 1000000, 29, 1000000 },
    { 29999999, 1, 1 },        { 30000000, 0, 1000000 },
    { 30999999, 0, 1 },        { 31000000, -1, 1000000 },
    { 45250000, -15, 750000 },
  };
  StarlingRehearsal rehearsal;

  starling_rehearsal_init (&rehearsal, targets);
  g_assert_cmpint (starling_rehearsal_get_wait (&rehearsal, 0), ==, -1);
  starling_rehearsal_start (&rehearsal, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (starling_rehearsal_get_left (&rehearsal, cases[i].us),
                       ==, cases[i].left);
      g_assert_cmpint (starling_rehearsal_get_wait (&rehearsal, cases[i].us),
                       ==, cases[i].wait);
    }
  starling_rehearsal_pause (&rehearsal, 100);
  g_assert_cmpint (starling_rehearsal_get_wait (&rehearsal, 200), ==, -1);
}

static void
test_nudge (void)
{
  static const struct
  {
    int target, left;
    StarlingNudge nudge;
  } cases[] = {
    { 30, 30, STARLING_NUDGE_NONE },      { 30, 1, STARLING_NUDGE_NONE },
    { 30, 0, STARLING_NUDGE_TARGET },     { 30, -14, STARLING_NUDGE_TARGET },
    { 30, -15, STARLING_NUDGE_FAR_OVER }, { 15, -7, STARLING_NUDGE_TARGET },
    { 15, -8, STARLING_NUDGE_FAR_OVER },  { 0, 0, STARLING_NUDGE_TARGET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_rehearsal_get_nudge (cases[i].target,
                                                   cases[i].left),
                     ==, cases[i].nudge);
}

static void
test_call (void)
{
  static const struct
  {
    int target, before, left;
    StarlingCall call;
  } cases[] = {
    { 90, 90, 89, STARLING_CALL_NONE }, { 90, 46, 45, STARLING_CALL_HALF },
    { 90, 45, 44, STARLING_CALL_NONE }, { 90, 11, 10, STARLING_CALL_TEN },
    { 90, 10, 9, STARLING_CALL_NONE },  { 90, 1, 0, STARLING_CALL_ZERO },
    { 90, 0, -1, STARLING_CALL_NONE },  { 90, 60, 3, STARLING_CALL_TEN },
    { 90, 60, -5, STARLING_CALL_ZERO }, { 20, 11, 10, STARLING_CALL_TEN },
    { 15, 8, 7, STARLING_CALL_NONE },   { 25, 13, 12, STARLING_CALL_HALF },
    { 8, 8, 7, STARLING_CALL_NONE },    { 22, 12, 11, STARLING_CALL_HALF },
    { 20, 10, 9, STARLING_CALL_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_rehearsal_get_call (cases[i].target,
                                                  cases[i].before,
                                                  cases[i].left),
                     ==, cases[i].call);
}

static void
test_propose (void)
{
  static const StarlingRehearsalRecord records[] = {
    { 2, 100 }, { 1, 300 }, { 1, 200 }, { 0, 0 }, { 0, 0 }, { 2, 50 },
  };
  static const guint expected[] = { 3, 4, 2, 1, 5, 0 };
  guint order[G_N_ELEMENTS (records)];

  starling_rehearsal_propose (records, G_N_ELEMENTS (records), order);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    g_assert_cmpuint (order[i], ==, expected[i]);
  starling_rehearsal_propose (NULL, 0, NULL);
}

static void
test_days_ago (void)
{
  /* 2026-11-23T09:00:00Z */
  const gint64 now = G_GINT64_CONSTANT (1795424400000);
  const gint64 hour = 60 * 60 * 1000;
  const struct
  {
    gint64 before;
    int offset;
    int days;
  } cases[] = {
    { 0, 0, 0 },
    { -hour, 0, 0 },
    { -3 * 24 * hour, 0, 0 },
    { 5 * hour, 0, 0 },
    { 5 * hour + 1, 0, 1 },
    { 29 * hour, 0, 1 },
    { 29 * hour + 1, 0, 2 },
    { 5 * hour + 1, 60, 0 },
    { 6 * hour + 1, 60, 1 },
    { 9 * 24 * hour, 0, 9 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_rehearsal_days_ago (now - cases[i].before, now,
                                                  cases[i].offset),
                     ==, cases[i].days);
}

/* Spent (ms) against 30, 20, 90, 20, 15 s, and what is said of it. */
static const struct
{
  const char *name;
  gint64 spent[STARLING_N_STEPS];
  StarlingVerdict verdict;
  guint n_over;
} verdicts[] = {
  { "nothing", { 0 }, { STARLING_VERDICT_NOTHING, 0, 175, -1 }, 0 },
  { "stopped",
    { 30000, 20000 },
    { STARLING_VERDICT_STOPPED, STARLING_STEP_ACTION, 125, 0 },
    0 },
  { "left-out",
    { 30000, 0, 90000, 20000, 15000 },
    { STARLING_VERDICT_LEFT_OUT, STARLING_STEP_TASK, 20, 58 },
    0 },
  { "over-in-one",
    { 48000, 19000, 97000, 17000, 11000 },
    { STARLING_VERDICT_OVER_IN, STARLING_STEP_SITUATION, 17, 51 },
    2 },
  { "over-in-all",
    { 34000, 24000, 94000, 24000, 19000 },
    { STARLING_VERDICT_OVER, 0, 20, 48 },
    5 },
  { "short-in-one",
    { 30000, 20000, 50000, 20000, 15000 },
    { STARLING_VERDICT_SHORT_IN, STARLING_STEP_ACTION, 40, 37 },
    0 },
  { "short-in-all",
    { 25000, 15000, 85000, 15000, 10000 },
    { STARLING_VERDICT_SHORT, 0, 25, 57 },
    0 },
  { "at-the-tolerance",
    { 33000, 22000, 93750, 20000, 15000 },
    { STARLING_VERDICT_ON_TIME, 0, 9, 51 },
    3 },
  { "just-over-it",
    { 38751, 20000, 90000, 20000, 15000 },
    { STARLING_VERDICT_OVER_IN, STARLING_STEP_SITUATION, 9, 49 },
    1 },
  { "a-step-over",
    { 38000, 15000, 90000, 17000, 15000 },
    { STARLING_VERDICT_STEP_OVER, STARLING_STEP_SITUATION, 8, 51 },
    1 },
  { "a-step-just-over",
    { 28000, 25000, 87000, 20000, 15000 },
    { STARLING_VERDICT_STEP_OVER, STARLING_STEP_TASK, 5, 50 },
    1 },
  { "a-step-not-quite-over",
    { 28000, 24999, 87001, 20000, 15000 },
    { STARLING_VERDICT_ON_TIME, 0, 0, 50 },
    1 },
  { "a-short-step-over-by-less",
    { 28000, 20000, 88000, 20000, 19000 },
    { STARLING_VERDICT_ON_TIME, 0, 0, 50 },
    1 },
  { "two-steps-as-much-over",
    { 38000, 28000, 80000, 16000, 13000 },
    { STARLING_VERDICT_STEP_OVER, STARLING_STEP_SITUATION, 8, 46 },
    2 },
  { "the-step-most-over",
    { 40000, 26000, 80000, 16000, 13000 },
    { STARLING_VERDICT_STEP_OVER, STARLING_STEP_SITUATION, 10, 46 },
    2 },
  { "half-of-it-in-one",
    { 40000, 30000, 90000, 20000, 15000 },
    { STARLING_VERDICT_OVER, 0, 20, 46 },
    2 },
  { "short-steps-are-not-over",
    { 40000, 30000, 95000, 10000, 15000 },
    { STARLING_VERDICT_OVER, 0, 15, 50 },
    3 },
  { "left-out-and-stopped",
    { 30000, 0, 90000, 20000, 0 },
    { STARLING_VERDICT_LEFT_OUT, STARLING_STEP_TASK, 35, 64 },
    0 },
  { "action-just-enough",
    { 31000, 21000, 87000, 20000, 15000 },
    { STARLING_VERDICT_ON_TIME, 0, 1, 50 },
    2 },
  { "action-not-too-much",
    { 25000, 15000, 105000, 17000, 13000 },
    { STARLING_VERDICT_ON_TIME, 0, 0, 60 },
    1 },
  { "action-low",
    { 33000, 23000, 82000, 23000, 16000 },
    { STARLING_VERDICT_ACTION_LOW, 0, 2, 46 },
    4 },
  { "action-high",
    { 25000, 14000, 109000, 16000, 11000 },
    { STARLING_VERDICT_ACTION_HIGH, 0, 0, 62 },
    1 },
  { "on-time",
    { 29600, 20000, 90400, 20000, 15000 },
    { STARLING_VERDICT_ON_TIME, 0, 0, 52 },
    0 },
};

static void
test_verdict (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  gint64 target_ms[STARLING_N_STEPS];
  StarlingTally tally;
  StarlingVerdict verdict;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    target_ms[i] = (gint64) targets[i] * 1000;
  starling_tally_init (&tally, verdicts[index].spent, target_ms);
  starling_verdict_init (&verdict, &tally);
  g_test_message ("kind %d, step %d, %d s, %d %%", verdict.kind, verdict.step,
                  verdict.seconds, verdict.percent);

  g_assert_cmpint (tally.target_total_ms, ==, 175000);
  g_assert_cmpuint (tally.n_over, ==, verdicts[index].n_over);
  g_assert_cmpint (verdict.kind, ==, verdicts[index].verdict.kind);
  g_assert_cmpint (verdict.step, ==, verdicts[index].verdict.step);
  g_assert_cmpint (verdict.seconds, ==, verdicts[index].verdict.seconds);
  g_assert_cmpint (verdict.percent, ==, verdicts[index].verdict.percent);
}

/* Within 5 s of a short story, within 5 % of a long one. */
static void
test_compare (void)
{
  static const struct
  {
    gint64 target, total;
    int off;
  } cases[] = {
    { 60000, 60000, 0 },   { 60000, 65000, 0 },    { 60000, 65001, 1 },
    { 60000, 55000, 0 },   { 60000, 54999, -1 },   { 100000, 105000, 0 },
    { 100000, 105001, 1 }, { 200000, 210000, 0 },  { 200000, 210001, 1 },
    { 200000, 190000, 0 }, { 200000, 189999, -1 }, { 0, 5000, 0 },
    { 0, 5001, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (starling_tally_compare (cases[i].total, cases[i].target),
                     ==, cases[i].off);
}

/* Negative times are none. */
static void
test_negative (void)
{
  static const gint64 spent[STARLING_N_STEPS] = { -1, 7000, -9000, 1000, 0 };
  static const gint64 wanted[STARLING_N_STEPS] = { 30000, -1, 90000, 20000, 0 };
  StarlingTally tally;

  starling_tally_init (&tally, spent, wanted);
  g_assert_cmpint (tally.total_ms, ==, 8000);
  g_assert_cmpint (tally.target_total_ms, ==, 140000);
  g_assert_cmpuint (tally.n_told, ==, 2);
  g_assert_cmpuint (tally.n_over, ==, 1);
  g_assert_cmpint (tally.action_share, ==, 0);
  g_assert_cmpint (tally.spent_ms[STARLING_STEP_ACTION], ==, 0);
  g_assert_cmpint (tally.target_ms[STARLING_STEP_TASK], ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *path
          = g_strconcat ("/rehearsal/run/", runs[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_run);
    }
  g_test_add_func ("/rehearsal/microseconds", test_microseconds);
  g_test_add_func ("/rehearsal/left", test_left);
  g_test_add_func ("/rehearsal/nudge", test_nudge);
  g_test_add_func ("/rehearsal/call", test_call);
  g_test_add_func ("/rehearsal/propose", test_propose);
  g_test_add_func ("/rehearsal/days-ago", test_days_ago);
  g_test_add_func ("/rehearsal/compare", test_compare);
  g_test_add_func ("/rehearsal/negative", test_negative);
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autofree char *path
          = g_strconcat ("/rehearsal/verdict/", verdicts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_verdict);
    }

  return g_test_run ();
}
