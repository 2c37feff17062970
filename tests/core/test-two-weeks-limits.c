/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "student.h"

/*
 * Two weeks in which the limits of a day are too low for what is to be
 * prepared, and days away: what the plan says of it, and what comes of it.
 */

#define DAYS_AHEAD 15
#define EVENING (19 * 60)
#define ENOUGH 200
#define INTERVIEW "2026-12-16"

static int
get_first_day (void)
{
  int day = 0;

  g_assert_true (starling_day_parse (INTERVIEW, &day));
  return day - DAYS_AHEAD;
}

static void
begin (LibraryFixture *f, Student *student)
{
  course_put_packs (f);
  g_assert_true (starling_clock_set_zone (f->clock, COURSE_BERLIN));
  course_go_to (f, get_first_day (), EVENING);
  library_load (f);
  student_init (student, f, 1);
}

/* Studies all that there is, from the day on which the clock stands up to that
 * of @until, days before the interview. */
static void
study_until (LibraryFixture *f, Student *student, int until)
{
  StarlingPlanInput input;
  StarlingPlan plan;
  int last = get_first_day () + DAYS_AHEAD - until;

  course_make_plan (f, &input, &plan);
  for (int day = input.today; day <= last; day++)
    {
      g_auto (StudentDay) done = { 0 };

      if (day > input.today)
        course_go_to (f, day, EVENING);
      student_study (student, &done);
    }
  course_go_to (f, last + 1, EVENING);
}

/* Cards of the interview's principles, introduced or not. */
static guint
count_ticked (LibraryFixture *f, gboolean introduced)
{
  const StarlingDeck *deck = starling_library_get_deck (f->library);
  guint n = 0;

  for (guint i = 0; i < deck->n_cards; i++)
    n += course_is_studied (&deck->cards[i])
         && course_is_ticked (f, &deck->cards[i])
         && (deck->cards[i].record.memory.state != STARLING_MEMORY_NEW)
                == introduced;
  return n;
}

static guint
count_unlooked (LibraryFixture *f)
{
  const StarlingDeck *deck = starling_library_get_deck (f->library);
  int interview = get_first_day () + DAYS_AHEAD;
  guint n = 0;

  for (guint i = 0; i < deck->n_cards; i++)
    n += course_is_studied (&deck->cards[i])
         && deck->cards[i].record.last_day != STARLING_NO_DAY
         && deck->cards[i].record.last_day
                < interview - STARLING_LAST_LOOK_DAYS;
  return n;
}

static StarlingPlan
make_plan (LibraryFixture *f)
{
  StarlingPlanInput input;
  StarlingPlan plan;

  course_make_plan (f, &input, &plan);
  return plan;
}

/* Too few new cards a day: so many are left out as was said. */
static void
test_too_many (LibraryFixture *f, gconstpointer data)
{
  g_auto (Student) student = { 0 };
  StarlingPlan said;

  begin (f, &student);
  course_set_limits (f, 5, ENOUGH);
  course_set_goal (f, INTERVIEW);
  said = make_plan (f);
  g_assert_cmpint (said.outlook, ==, STARLING_OUTLOOK_TOO_MANY);
  g_assert_cmpint (said.introduced_by, ==, STARLING_NO_DAY);
  g_assert_cmpuint (said.n_left_out, >, 0);

  study_until (f, &student, STARLING_LAST_LOOK_DAYS + 4);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_TOO_MANY);
  g_assert_cmpuint (make_plan (f).n_left_out, ==, said.n_left_out);
  study_until (f, &student, STARLING_LAST_LOOK_DAYS);
  g_assert_cmpuint (count_ticked (f, FALSE), ==, said.n_left_out);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_TOO_LATE);
  g_assert_cmpuint (make_plan (f).n_left_out, ==, said.n_left_out);

  study_until (f, &student, 1);
  g_assert_cmpuint (count_ticked (f, FALSE), ==, said.n_left_out);
  g_assert_cmpuint (count_unlooked (f), ==, 0);
  g_test_message ("%u a day for %u cards: %u were left out; %u a day would do",
                  5u, count_ticked (f, TRUE) + said.n_left_out, said.n_left_out,
                  said.needed_new);
}

/* With what the plan asked for it works, and with one less it does not. */
static void
test_enough_new (LibraryFixture *f, gconstpointer data)
{
  g_auto (Student) student = { 0 };
  StarlingPlan said;

  begin (f, &student);
  course_set_limits (f, 5, ENOUGH);
  course_set_goal (f, INTERVIEW);
  study_until (f, &student, DAYS_AHEAD - 4);
  said = make_plan (f);
  g_assert_cmpuint (said.needed_new, >, 5);
  course_set_limits (f, (int) said.needed_new - 1, ENOUGH);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_TOO_MANY);
  course_set_limits (f, (int) said.needed_new, ENOUGH);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_ON_COURSE);

  study_until (f, &student, STARLING_LAST_LOOK_DAYS);
  g_assert_cmpuint (count_ticked (f, FALSE), ==, 0);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_READY);
  study_until (f, &student, 1);
  g_assert_cmpuint (count_unlooked (f), ==, 0);
}

/* Too few reviews a day: the last look takes all there are, and no more. */
static void
test_no_look (LibraryFixture *f, gconstpointer data)
{
  const int limit = 25;
  g_auto (Student) student = { 0 };
  StarlingPlan said;
  guint n_cards;

  begin (f, &student);
  course_set_limits (f, 20, limit);
  course_set_goal (f, INTERVIEW);
  said = make_plan (f);
  g_assert_cmpint (said.outlook, ==, STARLING_OUTLOOK_NO_LOOK);

  study_until (f, &student, STARLING_LAST_LOOK_DAYS + 1);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_NO_LOOK);
  g_assert_cmpuint (make_plan (f).needed_reviews, >, (guint) limit);
  g_assert_cmpuint (make_plan (f).needed_reviews, <=, said.needed_reviews);
  n_cards = count_unlooked (f);
  study_until (f, &student, 1);
  g_assert_cmpuint (count_unlooked (f), ==,
                    n_cards - (guint) limit * STARLING_LAST_LOOK_DAYS);
  g_test_message ("%d a day for a last look at %u cards: %u a day would do",
                  limit, n_cards, said.needed_reviews);
}

static void
test_enough_reviews (LibraryFixture *f, gconstpointer data)
{
  g_auto (Student) student = { 0 };
  StarlingPlan said;

  begin (f, &student);
  course_set_limits (f, 20, 25);
  course_set_goal (f, INTERVIEW);
  said = make_plan (f);
  course_set_limits (f, 20, (int) said.needed_reviews - 1);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_NO_LOOK);
  course_set_limits (f, 20, (int) said.needed_reviews);
  g_assert_cmpint (make_plan (f).outlook, ==, STARLING_OUTLOOK_ON_COURSE);

  study_until (f, &student, 1);
  g_assert_cmpuint (count_ticked (f, FALSE), ==, 0);
  g_assert_cmpuint (count_unlooked (f), ==, 0);
}

/* A week away: portions, and no new cards until the backlog is gone. */
static void
test_away (LibraryFixture *f, gconstpointer data)
{
  g_auto (Student) student = { 0 };
  int back = get_first_day () + 14;
  guint n_sessions = 0;
  StarlingPlan plan;

  begin (f, &student);
  student.forgets = TRUE;
  course_set_limits (f, 20, ENOUGH);
  study_until (f, &student, DAYS_AHEAD - 6);
  course_go_to (f, back, EVENING);
  plan = make_plan (f);
  g_assert_true (plan.in_portions);
  g_assert_cmpuint (plan.n_due, ==, STARLING_PORTION);
  g_assert_cmpuint (plan.n_waiting, >, 2 * STARLING_PORTION);
  g_assert_cmpuint (plan.n_new, ==, 0);

  for (int day = back; plan.in_portions; day++)
    {
      g_auto (StudentDay) done = { 0 };
      g_autofree char *left = NULL;

      if (day > back)
        course_go_to (f, day, EVENING);
      plan = make_plan (f);
      g_assert_cmpuint (plan.n_due, <=, STARLING_PORTION);
      g_assert_cmpuint (plan.n_new, ==, 0);
      left = student_start (&student, &done, ENOUGH);
      g_assert_cmpstr (left, ==, "");
      n_sessions++;
      plan = make_plan (f);
    }
  g_assert_cmpuint (n_sessions, >, 2);
  g_assert_cmpuint (plan.n_new, >, 0);
  g_test_message ("after a week away %u portions, one a day", n_sessions);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (LibraryFixture *f, gconstpointer data);
  } tests[] = {
    { "/two-weeks/too-many", test_too_many },
    { "/two-weeks/enough-new", test_enough_new },
    { "/two-weeks/no-look", test_no_look },
    { "/two-weeks/enough-reviews", test_enough_reviews },
    { "/two-weeks/away", test_away },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, LibraryFixture, NULL, library_set_up,
                tests[i].test, library_tear_down);
  return g_test_run ();
}
