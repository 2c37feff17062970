/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "student.h"

#include <string.h>

/*
 * Two weeks up to an interview and what follows, day by day, with everything
 * real but the clock, and who studies.
 */

#define DAYS_AHEAD 15
#define DAYS (DAYS_AHEAD + 3)
#define NEW_PER_DAY 16
#define REVIEWS_PER_DAY 62
#define EVENING (19 * 60)
#define OFF (-1)

/* A day that is not like the others. */
typedef struct
{
  int ahead;        /* days after the first */
  int minute;       /* of the day when study begins, or OFF; 0: as usual */
  const char *zone; /* (nullable): where the user is from then on */
} Exception;

typedef struct
{
  const char *path;
  guint32 seed;
  gboolean forgets;
  const char *start;
  Exception exceptions[6]; /* those with ahead 0 and no zone are none */
} Course;

/* Summer time begins in Berlin in the night to 28 March, and ends in that to
 * 31 October. */
static const Course courses[] = {
  { "/two-weeks/perfect", 1, FALSE, "2027-03-20", { { 0 } } },
  { "/two-weeks/forgetful",
    2,
    TRUE,
    "2026-12-01",
    {
        { 4, 23 * 60 + 50, NULL },
        { 6, OFF, NULL },
        { 7, 21 * 60 + 15, COURSE_NEW_YORK },
        { 11, 20 * 60, COURSE_TOKYO },
    } },
  { "/two-weeks/forgetful-autumn",
    3,
    TRUE,
    "2027-10-18",
    {
        { 2, OFF, NULL },
        { 9, 24 * 60 + 30, NULL },
        { 12, 24 * 60 + 10, NULL },
    } },
};

/* What was said and done on one day. */
typedef struct
{
  StarlingPlanInput input; /* in the morning */
  StarlingPlan plan;
  StarlingForecastDay forecast[DAYS];
  StarlingForecastDay tomorrow; /* in the evening */
  guint n_new;                  /* offered */
  guint n_reviews;
  guint n_irregular; /* buried, suspended, brought back */
  gboolean off;
} Diary;

typedef struct
{
  LibraryFixture *f;
  const Course *course;
  Student student;
  int first; /* day */
  int interview;
  Diary diary[DAYS];
} Weeks;

static const Exception *
find_exception (const Course *course, int ahead)
{
  for (guint i = 0; i < G_N_ELEMENTS (course->exceptions); i++)
    if (course->exceptions[i].ahead == ahead
        && course->exceptions[i].minute != 0)
      return &course->exceptions[i];
  return NULL;
}

/* A world at 18:50 of the first day, with limits, and a goal. */
static void
begin (Weeks *self, LibraryFixture *f, const Course *course)
{
  g_autofree char *interview = NULL;

  *self = (Weeks){ .f = f, .course = course };
  g_assert_true (starling_day_parse (course->start, &self->first));
  self->interview = self->first + DAYS_AHEAD;
  interview = starling_day_format (self->interview);

  course_put_packs (f);
  g_assert_true (starling_clock_set_zone (f->clock, COURSE_BERLIN));
  course_go_to (f, self->first, EVENING - 10);
  library_load (f);
  g_assert_cmpuint (library_count_notices (f), ==, 0);
  course_set_limits (f, NEW_PER_DAY, REVIEWS_PER_DAY);
  course_set_goal (f, interview);

  student_init (&self->student, f, course->seed);
  self->student.forgets = course->forgets;
  self->student.undo_chance = 0.04;
  self->student.bury_chance = course->forgets ? 0.02 : 0;
  self->student.suspend_chance = course->forgets ? 0.01 : 0;
}

/* The same again from disk: nothing is known that is not in the journal. */
static void
reload (LibraryFixture *f)
{
  g_autofree char *before = course_describe (f);
  g_autofree char *after = NULL;

  library_drop (f);
  library_renew (f);
  library_load (f);
  after = course_describe (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpuint (library_count_notices (f), ==, 0);
}

static void
say (Weeks *self, Diary *diary, const StudentDay *day)
{
  g_autofree char *date = starling_day_format (diary->input.today);
  g_autofree char *by = starling_day_format (diary->plan.introduced_by);
  StarlingForecastDay days[2];
  StarlingPlanInput input;
  StarlingPlan plan;

  course_make_plan (self->f, &input, &plan);
  starling_plan_forecast (&input, starling_library_get_deck (self->f->library),
                          days, 2);
  diary->tomorrow = days[1];
  if (diary->off)
    g_test_message ("%s: no study; tomorrow %u + %u", date, days[1].n_new,
                    days[1].n_reviews);
  else
    g_test_message (
        "%s UTC%+03d: %u new, %u reviews, %u in learning (%u graded, %u "
        "again, %u undone, %u aside, %u adjacent); tomorrow %u + %u; %s%s%s",
        date, diary->input.offset / 60, diary->n_new, diary->n_reviews,
        student_day_count (day, STARLING_PILE_LEARNING), day->n_graded,
        day->n_again, day->n_undone, day->n_buried + day->n_suspended,
        day->n_adjacent, days[1].n_new, days[1].n_reviews,
        course_outlook (diary->plan.outlook), by != NULL ? " by " : "",
        by != NULL ? by : "");
}

/* No card falls due after the interview, and none is left to the last. */
static void
check_dues (Weeks *self)
{
  const StarlingDeck *deck = starling_library_get_deck (self->f->library);
  StarlingPlanInput input;
  StarlingPlan plan;

  course_make_plan (self->f, &input, &plan);
  for (guint i = 0; i < deck->n_cards; i++)
    {
      const StarlingCardRecord *record = &deck->cards[i].record;

      if (!course_is_studied (&deck->cards[i])
          || record->memory.state == STARLING_MEMORY_NEW)
        continue;
      if (input.today < self->interview
          && record->last_day < self->interview - STARLING_LAST_LOOK_DAYS)
        g_assert_cmpint (
            starling_day_of (starling_plan_get_due (&input, &deck->cards[i]),
                             input.offset),
            <, self->interview);
      if (input.today >= self->interview
          && record->introduced_day < self->interview)
        g_assert_cmpint (record->last_day, >=,
                         self->interview - STARLING_LAST_LOOK_DAYS);
      if (record->introduced_day <= self->interview)
        g_assert_cmpint (record->introduced_day, <=,
                         self->interview - STARLING_LAST_LOOK_DAYS);
    }
}

/* Three days before the interview all of its principles are introduced. */
static void
check_introduced (Weeks *self)
{
  const StarlingDeck *deck = starling_library_get_deck (self->f->library);
  guint n_ticked = 0;

  for (guint i = 0; i < deck->n_cards; i++)
    if (course_is_studied (&deck->cards[i])
        && course_is_ticked (self->f, &deck->cards[i]))
      {
        n_ticked++;
        g_assert_cmpint (deck->cards[i].record.memory.state, !=,
                         STARLING_MEMORY_NEW);
      }
  g_assert_cmpuint (n_ticked, >, 80);
}

/* What was done on any day keeps to the limits. */
static void
check_limits (Weeks *self)
{
  StarlingProgress *progress = starling_library_get_progress (self->f->library);
  guint n_days = 0;
  const StarlingActivity *days = starling_progress_get_days (progress, &n_days);

  for (guint i = 0; i < n_days; i++)
    {
      g_assert_cmpuint (days[i].n_new, <=, NEW_PER_DAY);
      g_assert_cmpuint (days[i].n_due, <=, REVIEWS_PER_DAY);
    }
}

/* After study nothing is left but what is over the limit. */
static void
check_evening (Weeks *self, const Diary *diary, const StudentDay *day)
{
  const StarlingActivity *done = NULL;
  const StarlingActivity *days = NULL;
  guint n_days = 0;
  StarlingPlanInput input;
  StarlingPlan plan;

  course_make_plan (self->f, &input, &plan);
  g_assert_cmpint (input.today, ==, diary->input.today);
  g_assert_cmpuint (plan.n_new + plan.n_learning + plan.n_due, ==, 0);
  if (input.reviews_done < REVIEWS_PER_DAY)
    g_assert_cmpuint (plan.n_waiting, ==, 0);

  days = starling_progress_get_days (starling_library_get_progress (
                                         self->f->library),
                                     &n_days);
  done = starling_activity_find (days, n_days, input.today);
  g_assert_cmpuint (done != NULL ? starling_activity_count (done) : 0, ==,
                    day->n_graded);
  g_assert_cmpuint (input.new_done, <=, diary->n_new);
  g_assert_cmpuint (input.reviews_done, <=, diary->n_reviews);
  check_limits (self);
  check_dues (self);
}

/* Leaves in the middle of a session, and comes back later: the same cards are
 * left, and no others. */
static void
take_a_break (Weeks *self, StudentDay *day)
{
  g_autofree char *left = student_start (&self->student, day, 10);
  g_autofree char *again = NULL;

  reload (self->f);
  starling_clock_advance (self->f->clock, 20 * 60 * 1000);
  again = student_list (&self->student);
  g_assert_cmpstr (again, ==, left);
}

/* What is due in the morning is what the evening said, unless yesterday's was
 * not done, or the day is another one here. */
static void
check_night (Weeks *self, int ahead)
{
  const Diary *diary = &self->diary[ahead];
  const Diary *yesterday = &self->diary[MAX (ahead - 1, 0)];
  const Exception *exception = find_exception (self->course, ahead);

  if (ahead == 0 || yesterday->off || diary->n_irregular > 0
      || (exception != NULL && exception->zone != NULL))
    return;
  g_assert_cmpint (yesterday->tomorrow.day, ==, diary->input.today);
  g_assert_cmpuint (yesterday->tomorrow.n_reviews, ==,
                    diary->plan.n_learning + diary->plan.n_due);
}

static void
live_day (Weeks *self, int ahead)
{
  const Exception *exception = find_exception (self->course, ahead);
  Diary *diary = &self->diary[ahead];
  g_auto (StudentDay) done = { 0 };
  int minute = exception != NULL ? exception->minute : EVENING;

  if (exception != NULL && exception->zone != NULL)
    g_assert_true (starling_clock_set_zone (self->f->clock, exception->zone));
  diary->off = minute == OFF;
  course_go_to (self->f, self->first + ahead, diary->off ? EVENING : minute);
  if (ahead == DAYS_AHEAD - 6)
    {
      /* Set aside is nothing any more, nor from now on. */
      diary->n_irregular += student_bring_back (&self->student);
      self->student.suspend_chance = 0;
    }
  if (ahead == DAYS_AHEAD - STARLING_LAST_LOOK_DAYS)
    self->student.bury_chance = 0;

  course_make_plan (self->f, &diary->input, &diary->plan);
  starling_plan_forecast (&diary->input,
                          starling_library_get_deck (self->f->library),
                          diary->forecast, DAYS - (guint) ahead);
  g_assert_cmpint (diary->input.today, ==, self->first + ahead);
  g_assert_cmpuint (diary->forecast[0].n_new, ==, diary->plan.n_new);
  g_assert_cmpuint (diary->forecast[0].n_reviews, ==,
                    diary->plan.n_learning + diary->plan.n_due);
  check_dues (self);
  check_night (self, ahead);
  if (!diary->off)
    {
      if (ahead % 3 == 1)
        take_a_break (self, &done);
      student_study (&self->student, &done);
      diary->n_new = student_day_count (&done, STARLING_PILE_NEW);
      diary->n_reviews = student_day_count (&done, STARLING_PILE_DUE);
      diary->n_irregular += done.n_buried + done.n_suspended;
      check_evening (self, diary, &done);
    }
  if (minute >= 23 * 60)
    g_assert_cmpint ((done.ended_at + diary->input.offset * 60000)
                         / STARLING_DAY_MS,
                     ==, self->first + ahead + 1);
  say (self, diary, &done);
  if (ahead == DAYS_AHEAD - STARLING_LAST_LOOK_DAYS)
    check_introduced (self);
  reload (self->f);
}

/* The last day on which a principle to prepare got a new card. */
static int
find_last_introduced (Weeks *self)
{
  const StarlingDeck *deck = starling_library_get_deck (self->f->library);
  int last = STARLING_NO_DAY;

  for (guint i = 0; i < deck->n_cards; i++)
    if (course_is_ticked (self->f, &deck->cards[i])
        && deck->cards[i].record.introduced_day != STARLING_NO_DAY)
      last = MAX (last, deck->cards[i].record.introduced_day);
  return last;
}

/* What each morning said of the interview came true. */
static void
check_outlooks (Weeks *self)
{
  int last = find_last_introduced (self);

  g_assert_cmpint (last, <=, self->interview - STARLING_LAST_LOOK_DAYS);
  for (int i = 0; i < DAYS; i++)
    {
      const Diary *diary = &self->diary[i];
      guint n_irregular = 0;

      for (int j = i; j < DAYS; j++)
        n_irregular
            += self->diary[j].n_irregular + (self->diary[j].off ? 1 : 0);
      if (i > DAYS_AHEAD)
        {
          g_assert_cmpint (diary->plan.outlook, ==, STARLING_OUTLOOK_NONE);
          continue;
        }
      g_assert_cmpint (diary->plan.days_left, ==, DAYS_AHEAD - i);
      g_assert_cmpint (diary->plan.outlook, ==,
                       diary->input.today <= last ? STARLING_OUTLOOK_ON_COURSE
                                                  : STARLING_OUTLOOK_READY);
      if (diary->plan.outlook == STARLING_OUTLOOK_ON_COURSE && n_irregular == 0)
        g_assert_cmpint (last, <=, diary->plan.introduced_by);
      if (!self->course->forgets && diary->input.today <= last)
        g_assert_cmpint (last, ==, diary->plan.introduced_by);
    }
}

/* If all is recalled, all came as each morning foretold. */
static void
check_forecasts (Weeks *self)
{
  for (int i = 0; i < DAYS; i++)
    for (int j = i; j < DAYS; j++)
      {
        const StarlingForecastDay *foretold = &self->diary[i].forecast[j - i];

        g_assert_cmpint (foretold->day, ==, self->first + j);
        g_assert_cmpuint (foretold->n_new, ==, self->diary[j].n_new);
        g_assert_cmpuint (foretold->n_reviews, ==, self->diary[j].n_reviews);
      }
}

static void
test_two_weeks (LibraryFixture *f, gconstpointer data)
{
  Weeks weeks;

  begin (&weeks, f, data);
  for (int i = 0; i < DAYS; i++)
    live_day (&weeks, i);
  check_outlooks (&weeks);
  if (!weeks.course->forgets)
    check_forecasts (&weeks);
  student_clear (&weeks.student);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (courses); i++)
    g_test_add (courses[i].path, LibraryFixture, &courses[i], library_set_up,
                test_two_weeks, library_tear_down);
  return g_test_run ();
}
