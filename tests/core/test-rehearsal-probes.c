/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/rehearsal.h"

/*
 * The lead-in before the story, the probes after it, and what the machine's
 * sleep does to them. Times are in ms.
 */

#define MS(ms) ((gint64) (ms) *1000)
#define LEAD_IN 3000
#define PROBE 60000

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
  LOOK,  /* update, the machine did not sleep */
  SLEPT, /* update, it slept for a minute since */
} Action;

typedef struct
{
  const char *name;
  guint n_probes;
  gint64 lead_in;
  struct
  {
    Action action;
    gint64 at;
    gboolean refused;
  } inputs[16];
  guint n_inputs;
  gint64 end;
  StarlingRehearsalPhase phase;
  guint step;
  guint probe;
  gboolean paused;
  int left;
  gint64 spent[STARLING_N_STEPS];
  gint64 answers[3];
} Run;

#define TO_PROBES                                                              \
  { START, 0 }, { NEXT, 100 }, { NEXT, 200 }, { NEXT, 300 }, { NEXT, 400 },    \
  {                                                                            \
    NEXT, 500                                                                  \
  }
#define TOLD                                                                   \
  {                                                                            \
    100, 100, 100, 100, 100                                                    \
  }

static const Run runs[] = {
  { "lead-in/running",
    0,
    LEAD_IN,
    { { START, 1000 } },
    1,
    1001,
    STARLING_REHEARSAL_LEAD_IN,
    0,
    0,
    FALSE,
    3,
    { 0 },
    { 0 } },
  { "lead-in/last-ms",
    0,
    LEAD_IN,
    { { START, 1000 }, { LOOK, 3999 } },
    2,
    3999,
    STARLING_REHEARSAL_LEAD_IN,
    0,
    0,
    FALSE,
    1,
    { 0 },
    { 0 } },
  { "lead-in/over",
    0,
    LEAD_IN,
    { { START, 1000 }, { LOOK, 4000 } },
    2,
    4000,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    30,
    { 0 },
    { 0 } },
  { "lead-in/hands-on-what-is-over",
    0,
    LEAD_IN,
    { { START, 1000 }, { LOOK, 4250 } },
    2,
    5301,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    29,
    { 1301 },
    { 0 } },
  /* Nobody looks: the times are the same. */
  { "lead-in/not-looked-at",
    0,
    LEAD_IN,
    { { START, 1000 }, { NEXT, 9000 } },
    2,
    9501,
    STARLING_REHEARSAL_TELLING,
    1,
    0,
    FALSE,
    20,
    { 5000, 501 },
    { 0 } },
  { "lead-in/skipped-late",
    0,
    LEAD_IN,
    { { START, 0 }, { NEXT, 3200 } },
    2,
    3400,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    30,
    { 400 },
    { 0 } },
  { "lead-in/next-after-it",
    0,
    LEAD_IN,
    { { START, 0 },
      { NEXT, 3200 },
      { NEXT, 3400 },
      { BACK, 3450 },
      { NEXT, 3451 } },
    5,
    3460,
    STARLING_REHEARSAL_TELLING,
    1,
    0,
    FALSE,
    20,
    { 401, 59 },
    { 0 } },
  { "lead-in/skipped",
    0,
    LEAD_IN,
    { { START, 0 }, { NEXT, 1200 } },
    2,
    1500,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    30,
    { 300 },
    { 0 } },
  { "lead-in/paused",
    0,
    LEAD_IN,
    { { START, 0 },
      { PAUSE, 1200 },
      { LOOK, 9000 },
      { RESUME, 10000 },
      { LOOK, 11799 } },
    5,
    11799,
    STARLING_REHEARSAL_LEAD_IN,
    0,
    0,
    FALSE,
    1,
    { 0 },
    { 0 } },
  { "lead-in/paused-and-over",
    0,
    LEAD_IN,
    { { START, 0 }, { PAUSE, 1200 }, { RESUME, 10000 }, { LOOK, 11801 } },
    4,
    11801,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    30,
    { 1 },
    { 0 } },
  { "lead-in/no-way-back",
    0,
    LEAD_IN,
    { { START, 0 }, { BACK, 10, TRUE } },
    2,
    20,
    STARLING_REHEARSAL_LEAD_IN,
    0,
    0,
    FALSE,
    3,
    { 0 },
    { 0 } },
  { "lead-in/finished",
    0,
    LEAD_IN,
    { { START, 0 }, { FINISH, 10 } },
    2,
    20,
    STARLING_REHEARSAL_DEBRIEF,
    0,
    0,
    FALSE,
    30,
    { 0 },
    { 0 } },
  { "lead-in/again-on-restart",
    0,
    LEAD_IN,
    { { START, 0 },
      { LOOK, 4000 },
      { NEXT, 5000 },
      { RESTART, 6000 },
      { LOOK, 7000 } },
    5,
    7001,
    STARLING_REHEARSAL_LEAD_IN,
    0,
    0,
    FALSE,
    2,
    { 0 },
    { 0 } },

  { "probes/none",
    0,
    0,
    { TO_PROBES },
    6,
    900,
    STARLING_REHEARSAL_DEBRIEF,
    4,
    0,
    FALSE,
    15,
    TOLD,
    { 0 } },
  { "probes/first",
    2,
    0,
    { TO_PROBES },
    6,
    1501,
    STARLING_REHEARSAL_ANSWERING,
    4,
    0,
    FALSE,
    59,
    TOLD,
    { 1001 } },
  { "probes/compared",
    2,
    0,
    { TO_PROBES,
      { NEXT, 1501 },
      { PAUSE, 1600, TRUE },
      { RESUME, 1700, TRUE } },
    9,
    99000,
    STARLING_REHEARSAL_COMPARING,
    4,
    0,
    FALSE,
    59,
    TOLD,
    { 1001 } },
  { "probes/second",
    2,
    0,
    { TO_PROBES, { NEXT, 1501 }, { NEXT, 2000 } },
    8,
    2007,
    STARLING_REHEARSAL_ANSWERING,
    4,
    1,
    FALSE,
    60,
    TOLD,
    { 1001, 7 } },
  { "probes/all",
    2,
    0,
    { TO_PROBES,
      { NEXT, 1501 },
      { NEXT, 2000 },
      { NEXT, 62500 },
      { NEXT, 70000 },
      { NEXT, 70001, TRUE } },
    11,
    90000,
    STARLING_REHEARSAL_DEBRIEF,
    4,
    1,
    FALSE,
    15,
    TOLD,
    { 1001, 60500 } },
  { "probes/over",
    1,
    0,
    { TO_PROBES },
    6,
    62499,
    STARLING_REHEARSAL_ANSWERING,
    4,
    0,
    FALSE,
    -1,
    TOLD,
    { 61999 } },
  { "probes/paused",
    1,
    0,
    { TO_PROBES, { PAUSE, 700 }, { PAUSE, 701, TRUE }, { RESUME, 5000 } },
    9,
    5300,
    STARLING_REHEARSAL_ANSWERING,
    4,
    0,
    FALSE,
    60,
    TOLD,
    { 500 } },
  { "probes/pause-ends-with-the-answer",
    2,
    0,
    { TO_PROBES, { PAUSE, 700 }, { NEXT, 900 }, { NEXT, 1000 } },
    9,
    1010,
    STARLING_REHEARSAL_ANSWERING,
    4,
    1,
    FALSE,
    60,
    TOLD,
    { 200, 10 } },
  { "probes/paused-story-stays-paused",
    1,
    0,
    { { START, 0 },
      { PAUSE, 50 },
      { NEXT, 100 },
      { NEXT, 200 },
      { NEXT, 300 },
      { NEXT, 400 },
      { NEXT, 500 } },
    7,
    900,
    STARLING_REHEARSAL_ANSWERING,
    4,
    0,
    TRUE,
    60,
    { 50 },
    { 0 } },
  { "probes/back-to-the-answer",
    2,
    0,
    { TO_PROBES, { NEXT, 1500 }, { BACK, 2000 } },
    8,
    2300,
    STARLING_REHEARSAL_ANSWERING,
    4,
    0,
    FALSE,
    59,
    TOLD,
    { 1300 } },
  { "probes/back-to-the-comparison",
    2,
    0,
    { TO_PROBES, { NEXT, 1500 }, { NEXT, 2000 }, { BACK, 2100 } },
    9,
    9000,
    STARLING_REHEARSAL_COMPARING,
    4,
    0,
    FALSE,
    59,
    TOLD,
    { 1000, 100 } },
  { "probes/back-to-the-story",
    2,
    0,
    { TO_PROBES, { BACK, 700 } },
    7,
    1100,
    STARLING_REHEARSAL_TELLING,
    4,
    0,
    FALSE,
    15,
    { 100, 100, 100, 100, 500 },
    { 200 } },
  { "probes/finished",
    2,
    0,
    { TO_PROBES, { FINISH, 800 } },
    7,
    1100,
    STARLING_REHEARSAL_DEBRIEF,
    4,
    0,
    FALSE,
    15,
    TOLD,
    { 300 } },
  { "probes/finished-while-comparing",
    2,
    0,
    { TO_PROBES, { NEXT, 800 }, { FINISH, 900 } },
    8,
    1100,
    STARLING_REHEARSAL_DEBRIEF,
    4,
    0,
    FALSE,
    15,
    TOLD,
    { 300 } },
  { "probes/story-cut-short",
    2,
    0,
    { { START, 0 }, { FINISH, 900 } },
    2,
    1100,
    STARLING_REHEARSAL_DEBRIEF,
    0,
    0,
    FALSE,
    30,
    { 900 },
    { 0 } },
  { "probes/restarted",
    2,
    0,
    { TO_PROBES, { NEXT, 800 }, { NEXT, 900 }, { RESTART, 1000 } },
    9,
    1011,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    30,
    { 11 },
    { 0 } },

  { "sleep/telling",
    0,
    0,
    { { START, 0 }, { LOOK, 10 }, { SLEPT, 1500 } },
    3,
    9000,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    TRUE,
    29,
    { 1500 },
    { 0 } },
  { "sleep/lead-in",
    0,
    LEAD_IN,
    { { START, 0 }, { LOOK, 10 }, { SLEPT, 1500 } },
    3,
    9000,
    STARLING_REHEARSAL_LEAD_IN,
    0,
    0,
    TRUE,
    2,
    { 0 },
    { 0 } },
  { "sleep/answering",
    1,
    0,
    { TO_PROBES, { LOOK, 510 }, { SLEPT, 1500 } },
    8,
    9000,
    STARLING_REHEARSAL_ANSWERING,
    4,
    0,
    TRUE,
    59,
    TOLD,
    { 1000 } },
  { "sleep/before-it-began",
    0,
    0,
    { { SLEPT, 0 }, { START, 10 }, { LOOK, 20 } },
    3,
    1100,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    29,
    { 1090 },
    { 0 } },
  { "sleep/while-paused",
    0,
    0,
    { { START, 0 },
      { LOOK, 10 },
      { PAUSE, 100 },
      { SLEPT, 200 },
      { RESUME, 300 },
      { LOOK, 400 } },
    6,
    1500,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    29,
    { 1300 },
    { 0 } },
  { "sleep/goes-on",
    0,
    0,
    { { START, 0 },
      { LOOK, 10 },
      { SLEPT, 1500 },
      { RESUME, 2000 },
      { LOOK, 2100 } },
    5,
    2200,
    STARLING_REHEARSAL_TELLING,
    0,
    0,
    FALSE,
    29,
    { 1700 },
    { 0 } },
  { "sleep/debrief",
    0,
    0,
    { { START, 0 }, { LOOK, 10 }, { FINISH, 100 }, { SLEPT, 200 } },
    4,
    300,
    STARLING_REHEARSAL_DEBRIEF,
    0,
    0,
    FALSE,
    30,
    { 100 },
    { 0 } },
};

static gboolean
act (StarlingRehearsal *rehearsal, Action action, gint64 now, gint64 *slept)
{
  switch (action)
    {
    case START:
      return starling_rehearsal_start (rehearsal, now);
    case NEXT:
      return starling_rehearsal_next (rehearsal, now);
    case BACK:
      return starling_rehearsal_back (rehearsal, now);
    case PAUSE:
      return starling_rehearsal_pause (rehearsal, now);
    case RESUME:
      return starling_rehearsal_resume (rehearsal, now);
    case FINISH:
      return starling_rehearsal_finish (rehearsal, now);
    case RESTART:
      return starling_rehearsal_restart (rehearsal, now);
    case SLEPT:
      *slept += 60 * G_USEC_PER_SEC;
      starling_rehearsal_update (rehearsal, now, *slept);
      return TRUE;
    case LOOK:
    default:
      starling_rehearsal_update (rehearsal, now, *slept);
      return TRUE;
    }
}

static void
check (const Run *run, const StarlingRehearsal *rehearsal, gint64 now)
{
  g_assert_cmpint (rehearsal->phase, ==, run->phase);
  g_assert_cmpuint (rehearsal->step, ==, run->step);
  g_assert_cmpuint (rehearsal->probe, ==, run->probe);
  g_assert_cmpint (rehearsal->paused, ==, run->paused);
  g_assert_cmpint (starling_rehearsal_get_left (rehearsal, now), ==, run->left);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    g_assert_cmpint (starling_rehearsal_get_spent_ms (rehearsal,
                                                      (StarlingStepId) i, now),
                     ==, run->spent[i]);
  for (guint i = 0; i < G_N_ELEMENTS (run->answers); i++)
    g_assert_cmpint (starling_rehearsal_get_probe_ms (rehearsal, i, now), ==,
                     run->answers[i]);
}

/* Whoever looks every 37 ms in between sees the same in the end. */
static void
test_run (gconstpointer data)
{
  const Run *run = data;

  for (gint64 stride = 0; stride <= 37; stride += 37)
    {
      StarlingRehearsal rehearsal;
      gint64 slept = 5 * G_USEC_PER_SEC, at = 0;

      starling_rehearsal_init (&rehearsal, targets);
      starling_rehearsal_set_lead_in (&rehearsal, run->lead_in);
      starling_rehearsal_set_probes (&rehearsal, run->n_probes, PROBE);
      for (guint i = 0; i < run->n_inputs; i++)
        {
          for (; stride > 0 && at < run->inputs[i].at; at += stride)
            starling_rehearsal_update (&rehearsal, MS (at), slept);
          at = run->inputs[i].at;
          g_assert_cmpint (act (&rehearsal, run->inputs[i].action, MS (at),
                                &slept),
                           ==, !run->inputs[i].refused);
        }
      check (run, &rehearsal, MS (run->end));
      if (run->phase != STARLING_REHEARSAL_LEAD_IN)
        {
          starling_rehearsal_update (&rehearsal, MS (run->end), slept);
          check (run, &rehearsal, MS (run->end));
        }
    }
}

/* What update() says: whether a page has to show something else than time. */
static void
test_update (void)
{
  StarlingRehearsal rehearsal;

  starling_rehearsal_init (&rehearsal, targets);
  starling_rehearsal_set_lead_in (&rehearsal, LEAD_IN);
  starling_rehearsal_start (&rehearsal, 0);
  g_assert_false (starling_rehearsal_update (&rehearsal, MS (2999), 0));
  g_assert_cmpint (starling_rehearsal_get_wait (&rehearsal, MS (2999)), ==,
                   MS (1));
  g_assert_true (starling_rehearsal_update (&rehearsal, MS (3000), 0));
  g_assert_cmpint (starling_rehearsal_get_target (&rehearsal, MS (3000)), ==,
                   30);
  g_assert_false (starling_rehearsal_update (&rehearsal, MS (4000), 0));
  /* A hiccup of the clocks is no sleep */
  g_assert_false (starling_rehearsal_update (&rehearsal, MS (5000), MS (499)));
  g_assert_true (starling_rehearsal_update (&rehearsal, MS (6000), MS (999)));
  g_assert_false (starling_rehearsal_update (&rehearsal, MS (7000), MS (9999)));
  g_assert_cmpint (starling_rehearsal_get_wait (&rehearsal, MS (7000)), ==, -1);
}

/* Draws of some seeds, of probes that were answered 1, 0, 2, 0 and 1 times. */
static void
test_draw (void)
{
  static const guint practised[] = { 1, 0, 2, 0, 1 };
  guint first[5] = { 0 }, third[5] = { 0 };
  guint order[5];

  for (guint64 seed = 0; seed < 1000; seed++)
    {
      gboolean seen[5] = { FALSE };

      g_assert_cmpuint (starling_rehearsal_draw_probes (practised, 5, 2, seed,
                                                        order),
                        ==, 2);
      for (guint i = 0; i < 5; i++)
        {
          g_assert_false (seen[order[i]]);
          seen[order[i]] = TRUE;
          if (i > 0)
            g_assert_cmpuint (practised[order[i - 1]], <=, practised[order[i]]);
        }
      first[order[0]]++;
      third[order[2]]++;
    }
  /* Equal ones are equally likely: 500 of 1000, within five deviations */
  g_assert_cmpuint (first[1] + first[3], ==, 1000);
  g_assert_cmpuint (ABS ((int) first[1] - 500), <, 80);
  g_assert_cmpuint (third[0] + third[4], ==, 1000);
  g_assert_cmpuint (ABS ((int) third[0] - 500), <, 80);

  g_assert_cmpuint (starling_rehearsal_draw_probes (practised, 5, 20, 7, order),
                    ==, 5);
  g_assert_cmpuint (starling_rehearsal_draw_probes (practised, 5, 0, 7, order),
                    ==, 0);
  g_assert_cmpuint (starling_rehearsal_draw_probes (NULL, 0, 2, 7, NULL), ==,
                    0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (runs); i++)
    {
      g_autofree char *path = g_strconcat ("/rehearsal/", runs[i].name, NULL);

      g_test_add_data_func (path, &runs[i], test_run);
    }
  g_test_add_func ("/rehearsal/update", test_update);
  g_test_add_func ("/rehearsal/draw-probes", test_draw);

  return g_test_run ();
}
