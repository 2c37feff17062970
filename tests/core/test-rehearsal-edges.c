/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/rehearsal.h"

/* The clock of a rehearsal where one thing borders on another. Times in ms. */

#define MS(ms) ((gint64) (ms) *1000)
#define LEAD_IN 3000
#define PROBE 60000

static const guint targets[STARLING_N_STEPS] = { 30, 20, 90, 20, 15 };

static void
begin (StarlingRehearsal *rehearsal, gint64 lead_in, guint n_probes)
{
  starling_rehearsal_init (rehearsal, targets);
  starling_rehearsal_set_lead_in (rehearsal, lead_in);
  starling_rehearsal_set_probes (rehearsal, n_probes, PROBE);
  starling_rehearsal_start (rehearsal, 0);
}

/* A key that comes within a third of a second after the lead-in was to skip
 * it; one that comes later, or after the lead-in was skipped, goes on. */
static void
test_late_skip (void)
{
  static const struct
  {
    gint64 skip_us; /* when the lead-in was skipped; 0: not */
    gint64 next_us;
    guint step;
  } cases[] = {
    { 0, MS (LEAD_IN), 0 },
    { 0, MS (LEAD_IN) + 333332, 0 },
    { 0, MS (LEAD_IN) + 333333, 1 },
    { MS (1200), MS (1201), 1 },
    { MS (LEAD_IN) - 1, MS (LEAD_IN), 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingRehearsal rehearsal;

      begin (&rehearsal, LEAD_IN, 0);
      if (cases[i].skip_us > 0)
        g_assert_true (starling_rehearsal_next (&rehearsal, cases[i].skip_us));
      g_assert_true (starling_rehearsal_next (&rehearsal, cases[i].next_us));
      g_assert_cmpint (rehearsal.phase, ==, STARLING_REHEARSAL_TELLING);
      g_assert_cmpuint (rehearsal.step, ==, cases[i].step);
    }
}

/* A lead-in of any length counts down, looked at or not. */
static void
test_lead_in (void)
{
  static const struct
  {
    gint64 lead_in, at;
    StarlingRehearsalPhase phase;
    int target, left;
    gint64 wait;
  } cases[] = {
    { 1, 0, STARLING_REHEARSAL_LEAD_IN, 0, 0, 1000 },
    { 1000, 999, STARLING_REHEARSAL_LEAD_IN, 1, 1, 1 },
    { 1000, 1000, STARLING_REHEARSAL_TELLING, 30, 30, 1000 },
    { LEAD_IN, 1500, STARLING_REHEARSAL_LEAD_IN, 3, 2, 500 },
    { LEAD_IN, 2999, STARLING_REHEARSAL_LEAD_IN, 3, 1, 1 },
    { 0, 1500, STARLING_REHEARSAL_TELLING, 30, 29, 500 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingRehearsal rehearsal;
      gint64 now = MS (cases[i].at);

      begin (&rehearsal, cases[i].lead_in, 0);
      g_assert_cmpint (starling_rehearsal_get_target (&rehearsal, now), ==,
                       cases[i].target);
      g_assert_cmpint (starling_rehearsal_get_left (&rehearsal, now), ==,
                       cases[i].left);
      g_assert_cmpint (starling_rehearsal_get_wait (&rehearsal, now), ==,
                       MS (cases[i].wait));
      starling_rehearsal_update (&rehearsal, now, 0);
      g_assert_cmpint (rehearsal.phase, ==, cases[i].phase);
    }
}

/* Where nothing could run, nothing is paused: so nothing can be resumed. */
static void
test_paused (void)
{
  static const struct
  {
    guint n_probes;
    guint n_next; /* from the first step, paused all the time */
    gboolean back;
    StarlingRehearsalPhase phase;
    gboolean paused;
  } cases[] = {
    { 0, 4, FALSE, STARLING_REHEARSAL_TELLING, TRUE },
    { 0, 5, FALSE, STARLING_REHEARSAL_DEBRIEF, FALSE },
    { 2, 5, FALSE, STARLING_REHEARSAL_ANSWERING, TRUE },
    { 2, 5, TRUE, STARLING_REHEARSAL_TELLING, TRUE },
    { 2, 6, FALSE, STARLING_REHEARSAL_COMPARING, FALSE },
    { 2, 7, TRUE, STARLING_REHEARSAL_COMPARING, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingRehearsal rehearsal;

      begin (&rehearsal, 0, cases[i].n_probes);
      for (guint j = 0; j < cases[i].n_next; j++)
        {
          starling_rehearsal_pause (&rehearsal, MS (j));
          g_assert_true (starling_rehearsal_next (&rehearsal, MS (j)));
        }
      starling_rehearsal_pause (&rehearsal, MS (100));
      if (cases[i].back)
        g_assert_true (starling_rehearsal_back (&rehearsal, MS (100)));
      g_assert_cmpint (rehearsal.phase, ==, cases[i].phase);
      g_assert_cmpint (rehearsal.paused, ==, cases[i].paused);
      g_assert_cmpint (starling_rehearsal_resume (&rehearsal, MS (100)), ==,
                       cases[i].paused);
    }
}

/* A machine that had never slept before notices its first sleep too; what was
 * slept before the first look is none. */
static void
test_first_sleep (void)
{
  static const struct
  {
    gint64 first, then; /* ms slept so far */
    gboolean woke;
  } cases[] = {
    { 0, 0, FALSE },
    { 0, 60000, TRUE },
    { 60000, 60000, FALSE },
    { 60000, 60500, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingRehearsal rehearsal;

      begin (&rehearsal, 0, 0);
      g_assert_false (
          starling_rehearsal_update (&rehearsal, MS (10), MS (cases[i].first)));
      g_assert_cmpint (starling_rehearsal_update (&rehearsal, MS (20),
                                                  MS (cases[i].then)),
                       ==, cases[i].woke);
      g_assert_cmpint (rehearsal.paused, ==, cases[i].woke);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rehearsal/edges/late-skip", test_late_skip);
  g_test_add_func ("/rehearsal/edges/lead-in", test_lead_in);
  g_test_add_func ("/rehearsal/edges/paused", test_paused);
  g_test_add_func ("/rehearsal/edges/first-sleep", test_first_sleep);

  return g_test_run ();
}
