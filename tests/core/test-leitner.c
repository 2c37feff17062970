/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/leitner.h"

#include "base/clock.h"

static gint64
parse_time (const char *text)
{
  gint64 utc_ms = 0;

  g_assert_true (starling_time_parse_utc (text, &utc_ms, NULL));
  return utc_ms;
}

static int
parse_day (const char *text)
{
  int day = 0;

  g_assert_true (starling_day_parse (text, &day));
  return day;
}

static void
test_new (void)
{
  StarlingQuestionRecord record = { .box = 3, .n_right = 4, .right = TRUE };

  starling_question_record_init (&record);
  g_assert_cmpuint (record.box, ==, 0);
  g_assert_cmpint (record.last_day, ==, STARLING_NO_DAY);
  g_assert_cmpint (record.moved_day, ==, STARLING_NO_DAY);
  g_assert_cmpint (record.last_at, ==, 0);
  g_assert_cmpuint (record.n_answers, ==, 0);
  g_assert_cmpuint (record.n_right, ==, 0);
  g_assert_false (record.right);
  g_assert_cmpint (starling_question_record_get_due (&record), ==,
                   STARLING_NO_DAY);
}

/* Answers a day after the other, a slash before each new day: the box after
 * them, and in how many days from the last one the question is due. */
static void
test_boxes (void)
{
  static const struct
  {
    const char *answers; /* y: right, n: wrong */
    guint box;
    int due;
  } cases[] = {
    { "n", 1, 0 },
    { "y", 2, 2 },
    { "ny", 1, 1 }, /* not on the day of a wrong one */
    { "nyy", 1, 1 },
    { "yy", 2, 2 }, /* once a day */
    { "yn", 1, 0 },
    { "yny", 1, 1 },
    { "nyn", 1, 0 },
    { "n/y", 2, 2 },
    { "n/yy", 2, 2 },
    { "n/n/y", 2, 2 },
    { "n/ny", 1, 1 },
    { "ny/y", 2, 2 },
    { "y/y", 3, 4 },
    { "y/y/y", 4, 8 },
    { "y/y/y/y", 5, 16 },
    { "y/y/y/y/y", 5, 16 }, /* no further */
    { "y/y/y/y/y/y/y", 5, 16 },
    { "y/y/y/y/y/n", 1, 0 },
    { "y/y/y/y/y/ny", 1, 1 },
    { "y/y/y/y/y/ny/y", 2, 2 },
    { "y/y/y/n/y/y", 3, 4 },
    { "y/////////////////y", 3, 4 },
    { "yy/yy/ynyy/y/yyy", 3, 4 },
  };
  const gint64 noon = parse_time ("2026-11-23T12:00:00Z");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingQuestionRecord record;
      gint64 at = noon;
      guint n = 0, n_right = 0;

      starling_question_record_init (&record);
      for (const char *p = cases[i].answers; *p != '\0'; p++)
        if (*p == '/')
          at += STARLING_DAY_MS;
        else
          {
            n++;
            n_right += *p == 'y' ? 1 : 0;
            starling_question_record_answer (&record, *p == 'y', ++at, 0);
          }
      g_assert_cmpuint (record.box, ==, cases[i].box);
      g_assert_cmpint (record.last_day, ==, starling_day_of (at, 0));
      g_assert_cmpint (record.last_at, ==, at);
      g_assert_cmpuint (record.n_answers, ==, n);
      g_assert_cmpuint (record.n_right, ==, n_right);
      g_assert_cmpint (starling_question_record_get_due (&record), ==,
                       record.last_day + cases[i].due);
    }
}

/* Days begin at 04:00 in the offset of the answer. */
static void
test_days (void)
{
  static const struct
  {
    const char *first;
    int first_offset;
    const char *second; /* both right */
    int second_offset;
    guint box;
    const char *moved;
    const char *due;
  } cases[] = {
    { "2026-11-23T12:00:00Z", 0, "2026-11-24T03:59:59.999Z", 0, 2, "2026-11-23",
      "2026-11-25" },
    { "2026-11-23T12:00:00Z", 0, "2026-11-24T04:00:00Z", 0, 3, "2026-11-24",
      "2026-11-28" },
    { "2026-11-24T03:59:59.999Z", 0, "2026-11-24T04:00:00Z", 0, 3, "2026-11-24",
      "2026-11-28" },
    { "2026-11-24T02:59:59.999Z", 60, "2026-11-24T03:00:00Z", 60, 3,
      "2026-11-24", "2026-11-28" },
    { "2026-11-24T03:00:00Z", 60, "2026-11-24T05:00:00Z", 60, 2, "2026-11-24",
      "2026-11-26" },
    /* without an offset it is UTC */
    { "2026-11-24T03:59:59.999Z", G_MININT, "2026-11-24T04:00:00Z", G_MININT, 3,
      "2026-11-24", "2026-11-28" },
    /* summer time ends in Berlin on 2026-10-25 at 01:00 UTC */
    { "2026-10-24T20:00:00Z", 120, "2026-10-25T02:59:59.999Z", 60, 2,
      "2026-10-24", "2026-10-26" },
    { "2026-10-24T20:00:00Z", 120, "2026-10-25T03:00:00Z", 60, 3, "2026-10-25",
      "2026-10-29" },
    /* and begins on 2027-03-28 at 01:00 UTC */
    { "2027-03-27T20:00:00Z", 60, "2027-03-28T01:59:59.999Z", 120, 2,
      "2027-03-27", "2027-03-29" },
    { "2027-03-27T20:00:00Z", 60, "2027-03-28T02:00:00Z", 120, 3, "2027-03-28",
      "2027-04-01" },
    /* who flies west meets a day twice, or yesterday */
    { "2026-11-24T05:00:00Z", 0, "2026-11-24T12:00:00Z", -480, 2, "2026-11-24",
      "2026-11-26" },
    { "2026-11-24T05:00:00Z", 0, "2026-11-24T11:00:00Z", -480, 2, "2026-11-24",
      "2026-11-25" },
    /* who flies east loses one */
    { "2026-11-24T12:00:00Z", -480, "2026-11-24T20:00:00Z", 600, 3,
      "2026-11-25", "2026-11-29" },
    /* before 1970 */
    { "1969-12-30T12:00:00Z", 0, "1969-12-31T12:00:00Z", 0, 3, "1969-12-31",
      "1970-01-04" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingQuestionRecord record;

      starling_question_record_init (&record);
      starling_question_record_answer (&record, TRUE,
                                       parse_time (cases[i].first),
                                       cases[i].first_offset);
      starling_question_record_answer (&record, TRUE,
                                       parse_time (cases[i].second),
                                       cases[i].second_offset);
      g_assert_cmpuint (record.box, ==, cases[i].box);
      g_assert_cmpint (record.moved_day, ==, parse_day (cases[i].moved));
      g_assert_cmpint (starling_question_record_get_due (&record), ==,
                       parse_day (cases[i].due));
    }
}

/* Every history of eight answers, each on the same day as the one before, or
 * on the next: the rules, told once more from the end. */
static void
test_all_histories (void)
{
  for (guint bits = 0; bits < 1u << 16; bits++)
    {
      StarlingQuestionRecord record;
      guint streak_days = 0; /* with right answers alone, after a wrong one */
      int streak_day = STARLING_NO_DAY;
      gboolean wrong = FALSE;
      int day = 100;

      starling_question_record_init (&record);
      for (guint i = 0; i < 8; i++)
        {
          gboolean right = (bits >> (2 * i)) & 1;

          day += (bits >> (2 * i + 1)) & 1;
          if (!right)
            {
              streak_days = 0;
              streak_day = day;
              wrong = TRUE;
            }
          else if (day != streak_day)
            {
              streak_days++;
              streak_day = day;
            }
          starling_question_record_answer (&record, right,
                                           starling_day_get_start (day, 0) + i,
                                           0);
          g_assert_cmpuint (record.box, ==,
                            MIN (1 + streak_days, STARLING_LEITNER_BOXES));
          g_assert_true (record.box > 1 || wrong);
          g_assert_cmpint (record.right, ==, right);
          g_assert_cmpint (starling_question_record_get_due (&record) > day, ==,
                           right);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/leitner/new", test_new);
  g_test_add_func ("/leitner/boxes", test_boxes);
  g_test_add_func ("/leitner/days", test_days);
  g_test_add_func ("/leitner/all-histories", test_all_histories);

  return g_test_run ();
}
