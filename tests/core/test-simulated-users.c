/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "course.h"
#include "deck-fixture.h"

#include <string.h>

/*
 * Users who prepare for an interview from the first day to the last, with the
 * plan, the queue and the scheduler as they are. TEST_TODAY, on which they
 * start, is a Monday. "Day n" is n days after it.
 */

#define N_PRINCIPLES 6
#define CARDS_A_SCENARIO 10
#define RECENT_DAYS 14
#define SECONDS_A_CARD 25
#define START_HOURS 15 /* after 04:00 */
#define MAX_SHOWN 3000
#define NEVER 1000
#define DAYS_AFTER 3

typedef enum
{
  DAILY,
  WEEKENDS,
  OFTEN, /* on three of five days, at random */
} Habit;

/* What has to come true in the end. */
typedef enum
{
  ALL = 1 << 0,        /* all is introduced three days before */
  LEFT_OUT = 1 << 1,   /* as many are left out as was said at first */
  LOOKED_AT = 1 << 2,  /* everything had its last look */
  UNLOOKED = 1 << 3,   /* not everything, as was said */
  PORTIONS = 1 << 4,   /* a backlog came in portions */
  BY_THE_DAY = 1 << 5, /* the last one came on the day that was said first */
} Claim;

typedef struct
{
  const char *name;
  Habit habit;
  guint n_ticked;    /* principles */
  guint n_scenarios; /* of each principle */
  int interview;     /* day; NEVER: none */
  int new_per_day;
  int reviews_per_day;
  int away;     /* the day on which a week away begins; NEVER: no such */
  int pace;     /* the day from which the user keeps the pace of before */
  double again; /* chance to fail; 0: as the model says */
  int zones[3]; /* offset in minutes at first, after a third, after two */
  StarlingOutlook first; /* outlook */
  guint claims;
} User;

static const User users[] = {
  { "daily",
    DAILY,
    4,
    3,
    30,
    20,
    200,
    NEVER,
    0,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | BY_THE_DAY },
  { "daily, all",
    DAILY,
    0,
    4,
    50,
    20,
    200,
    NEVER,
    0,
    0,
    { 60, 60, 60 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | BY_THE_DAY },
  { "no interview",
    DAILY,
    0,
    3,
    NEVER,
    10,
    100,
    NEVER,
    0,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_NONE,
    0 },
  { "weekends",
    WEEKENDS,
    2,
    4,
    42,
    20,
    200,
    NEVER,
    12,
    0,
    { 60, 60, 60 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT },
  { "often",
    OFTEN,
    3,
    3,
    40,
    20,
    200,
    NEVER,
    NEVER,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_ON_COURSE,
    0 },
  { "late, just possible",
    DAILY,
    4,
    5,
    12,
    20,
    200,
    NEVER,
    0,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | BY_THE_DAY },
  { "late, too many",
    DAILY,
    6,
    5,
    12,
    20,
    200,
    NEVER,
    0,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_TOO_MANY,
    LEFT_OUT | LOOKED_AT },
  { "too late",
    DAILY,
    4,
    3,
    2,
    20,
    200,
    NEVER,
    0,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_TOO_LATE,
    LEFT_OUT | LOOKED_AT },
  { "away for a week",
    DAILY,
    5,
    5,
    45,
    20,
    200,
    17,
    24,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | PORTIONS },
  { "away, small limit",
    DAILY,
    5,
    3,
    45,
    12,
    45,
    14,
    21,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_NO_LOOK,
    ALL | PORTIONS },
  { "fails often",
    DAILY,
    4,
    3,
    30,
    20,
    80,
    NEVER,
    0,
    0.4,
    { 0, 0, 0 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | BY_THE_DAY },
  { "fails mostly",
    DAILY,
    2,
    3,
    30,
    20,
    60,
    NEVER,
    0,
    0.7,
    { 0, 0, 0 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | BY_THE_DAY },
  { "flies west and back",
    DAILY,
    4,
    3,
    30,
    20,
    200,
    NEVER,
    0,
    0,
    { 60, -480, 60 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | BY_THE_DAY },
  { "flies east and back",
    DAILY,
    4,
    3,
    30,
    20,
    200,
    NEVER,
    0,
    0,
    { -480, 540, -480 },
    STARLING_OUTLOOK_ON_COURSE,
    ALL | LOOKED_AT | BY_THE_DAY },
  { "too much to look at",
    DAILY,
    6,
    3,
    30,
    20,
    45,
    NEVER,
    0,
    0,
    { 0, 0, 0 },
    STARLING_OUTLOOK_NO_LOOK,
    ALL | UNLOOKED },
};

typedef struct
{
  const User *user;
  GRand *rand;
  TestDeck *deck;
  StarlingScheduler scheduler;
  StarlingPlanInput input;
  GArray *studied; /* (element-type int): days */
  int day;

  StarlingPlan first; /* plan of the first day */
  gboolean promised;
  guint most_new;
  guint most_reviews;
  guint most_before; /* reviews on a day before the week away */
  guint n_portions;
  guint n_taken; /* cards in the deck that were shown, in all */
} Life;

static int
get_offset (const User *user, int day)
{
  int third = user->interview == NEVER ? 10 : user->interview / 3;

  return user->zones[CLAMP (day / MAX (third, 1), 0, 2)];
}

/* The day as the library sees it, at a time of the day. */
static void
begin_day (Life *self)
{
  StarlingPlanInput *input = &self->input;
  int today = TEST_TODAY + self->day;
  int first
      = self->studied->len > 0 ? g_array_index (self->studied, int, 0) : today;

  input->offset = get_offset (self->user, self->day);
  input->today = today;
  input->now = starling_day_get_start (today, input->offset)
               + START_HOURS * TEST_HOUR_MS;
  input->tomorrow
      = starling_day_get_start (today + 1,
                                get_offset (self->user, self->day + 1));
  if (input->tomorrow <= input->now)
    input->tomorrow = starling_day_get_start (today + 1, input->offset);
  input->new_done = 0;
  input->reviews_done = 0;
  input->recent_days = (guint) MIN (today - first, RECENT_DAYS);
  input->recent_studied = 0;
  input->last_day = STARLING_NO_DAY;
  for (guint i = 0; i < self->studied->len; i++)
    {
      int day = g_array_index (self->studied, int, i);

      input->last_day = day;
      input->recent_studied += day >= today - RECENT_DAYS ? 1 : 0;
    }
}

static gboolean
is_studying (Life *self)
{
  const User *user = self->user;
  gboolean luck = g_rand_int_range (self->rand, 0, 5) < 3;

  if (self->day >= user->away && self->day < user->away + 7)
    return FALSE;
  switch (user->habit)
    {
    case WEEKENDS:
      return self->day % 7 >= 5;
    case OFTEN:
      return luck;
    case DAILY:
    default:
      return TRUE;
    }
}

static int
get_grade (Life *self, const StarlingCardRecord *record, gint64 now)
{
  double luck = g_rand_double (self->rand);
  double recall = 1 - self->user->again;

  if (self->user->again <= 0 && record->memory.state == STARLING_MEMORY_NEW)
    recall = 0.9;
  else if (self->user->again <= 0)
    recall = starling_scheduler_get_recall_now (&self->scheduler,
                                                &record->memory, now / 1000);
  if (luck > recall)
    return STARLING_GRADE_AGAIN;
  return luck < recall / 10  ? STARLING_GRADE_EASY
         : luck < recall / 5 ? STARLING_GRADE_HARD
                             : STARLING_GRADE_GOOD;
}

/* Grades a card and counts it as the journal would. */
static void
review (Life *self, StarlingDeckCard *card, gint64 now)
{
  g_assert_false (
      starling_card_record_is_aside (&card->record, self->input.today));
  if (card->record.memory.state == STARLING_MEMORY_NEW)
    self->input.new_done++;
  else if (card->record.memory.state == STARLING_MEMORY_REVIEW)
    self->input.reviews_done++;
  starling_card_record_review (&card->record, &self->scheduler, card->name, now,
                               self->input.offset,
                               get_grade (self, &card->record, now), -1);
}

/* One session, until nothing is left for today; FALSE: there was nothing. */
static gboolean
study (Life *self)
{
  StarlingDeck all = test_deck_get (self->deck);
  g_autoptr (StarlingReviewQueue) queue
      = starling_review_queue_new (&self->input, &all, NULL, NULL, 0);
  gint64 now = self->input.now;
  guint n = 0;

  while (TRUE)
    {
      StarlingDeckCard *card = NULL;

      if (!starling_review_queue_advance (queue, now))
        {
          gint64 next = starling_review_queue_get_next_time (queue);

          if (next == STARLING_NEVER || next * 1000 >= self->input.tomorrow)
            break;
          now = next * 1000;
          continue;
        }
      g_assert_cmpuint (n++, <, MAX_SHOWN);
      card = test_deck_find (self->deck,
                             starling_review_queue_get_current (queue));
      review (self, card, now);
      starling_review_queue_settle (queue, card->name, &card->record, now);
      now += SECONDS_A_CARD * 1000;
    }
  self->input.now = now;
  self->n_taken += n;
  return n > 0;
}

static guint
count_ticked_unseen (Life *self)
{
  guint n = 0;

  for (guint i = 0; i < self->deck->cards->len; i++)
    {
      const StarlingDeckCard *card = test_deck_at (self->deck, i);

      if (card->record.memory.state == STARLING_MEMORY_NEW
          && (self->user->n_ticked == 0
              || card->principle < (int) self->user->n_ticked))
        n++;
    }
  return n;
}

/* Nothing falls due after the interview, but what had its last look. */
static void
assert_dues (Life *self)
{
  int interview = self->input.goal.interview;

  if (interview == STARLING_NO_DAY || self->input.today > interview)
    return;
  for (guint i = 0; i < self->deck->cards->len; i++)
    {
      const StarlingDeckCard *card = test_deck_at (self->deck, i);
      gint64 due = starling_plan_get_due (&self->input, card);

      if (card->record.memory.state != STARLING_MEMORY_NEW
          && card->record.last_day < interview - STARLING_LAST_LOOK_DAYS)
        g_assert_cmpint (starling_day_of (due, self->input.offset), <,
                         interview);
    }
}

/* What the plan says before a day's study. */
static void
check_plan (Life *self, const StarlingPlan *plan, gboolean studying)
{
  const User *user = self->user;

  if (self->day == 0)
    self->first = *plan;
  g_assert_cmpint (plan->days_left, ==,
                   user->interview == NEVER || self->day > user->interview
                       ? -1
                       : user->interview - self->day);
  g_assert_cmpint (plan->n_new, <=, user->new_per_day);
  g_assert_cmpint (plan->n_due, <=, user->reviews_per_day);
  if (self->day > user->interview - STARLING_LAST_LOOK_DAYS
      && self->day <= user->interview)
    g_assert_cmpuint (plan->n_new, ==, 0);
  if (studying && self->day >= user->pace
      && plan->outlook == STARLING_OUTLOOK_ON_COURSE)
    {
      self->promised = TRUE;
      g_assert_cmpint (plan->introduced_by, <=,
                       self->input.goal.interview - STARLING_LAST_LOOK_DAYS);
    }
  if (plan->in_portions)
    {
      g_assert_cmpuint (plan->n_due, <=, STARLING_PORTION);
      self->n_portions += studying ? 1 : 0;
    }

  /* After a week away at most a portion more than on an ordinary day */
  if (user->claims & PORTIONS && self->day == user->away + 7)
    g_assert_true (plan->in_portions);
  if (user->claims & PORTIONS && self->day >= user->away + 7
      && self->day < user->away + 10)
    g_assert_cmpuint (plan->n_due, <=, self->most_before + STARLING_PORTION);
}

static void
live_day (Life *self)
{
  StarlingDeck all = test_deck_get (self->deck);
  gboolean studying = is_studying (self);
  gboolean in_portions = FALSE;
  StarlingPlan plan;

  begin_day (self);
  starling_plan_make (&self->input, &all, &plan);
  in_portions = plan.in_portions;
  check_plan (self, &plan, studying);
  assert_dues (self);
  if (studying && study (self))
    {
      int today = self->input.today;

      g_array_append_val (self->studied, today);
      starling_plan_make (&self->input, &all, &plan);
      g_assert_cmpuint (plan.n_new, ==, 0);
      if (!in_portions)
        g_assert_cmpuint (plan.n_due, ==, 0);
      assert_dues (self);
    }
  g_assert_cmpint (self->input.new_done, <=, self->user->new_per_day);
  g_assert_cmpint (self->input.reviews_done, <=, self->user->reviews_per_day);
  if (self->day < self->user->away)
    self->most_before = MAX (self->most_before, self->input.reviews_done);
  self->most_new = MAX (self->most_new, self->input.new_done);
  self->most_reviews = MAX (self->most_reviews, self->input.reviews_done);
}

/* Days before the interview on which the last of the ticked ones came; and how
 * many introduced cards had no last look. */
static int
count_unlooked (Life *self, guint *n_unlooked, guint *n_leeches)
{
  int interview = self->input.goal.interview;
  int last = G_MININT;

  *n_unlooked = 0;
  *n_leeches = 0;
  for (guint i = 0; i < self->deck->cards->len; i++)
    {
      const StarlingDeckCard *card = test_deck_at (self->deck, i);

      if (card->record.memory.state == STARLING_MEMORY_NEW)
        continue;
      if (self->user->n_ticked == 0
          || card->principle < (int) self->user->n_ticked)
        last = MAX (last, card->record.introduced_day);
      if (card->record.leech)
        ++*n_leeches;
      else if (interview != STARLING_NO_DAY
               && card->record.last_day < interview - STARLING_LAST_LOOK_DAYS)
        ++*n_unlooked;
    }
  return last;
}

/* After the last day before the interview. */
static void
check_end (Life *self)
{
  const User *user = self->user;
  guint unseen = count_ticked_unseen (self);
  guint unlooked = 0;
  guint leeches = 0;
  int last = count_unlooked (self, &unlooked, &leeches);
  g_autofree char *introduced
      = last == G_MININT ? g_strdup ("-")
                         : g_strdup_printf ("day %d", last - TEST_TODAY);

  g_test_message ("%-20s %-10s %7u %3u/%-3d %3u/%-3d %8u %8s %8u %8u %7u %7u",
                  user->name, course_outlook (self->first.outlook),
                  self->studied->len, self->most_new, user->new_per_day,
                  self->most_reviews, user->reviews_per_day, self->n_portions,
                  introduced, unseen, unlooked, leeches, self->n_taken);
  g_assert_cmpint (self->first.outlook, ==, user->first);
  if (user->interview == NEVER)
    return;

  if (self->promised || user->claims & ALL)
    {
      g_assert_cmpuint (unseen, ==, 0);
      g_assert_cmpint (last, <=,
                       self->input.goal.interview - STARLING_LAST_LOOK_DAYS);
    }
  if (user->claims & BY_THE_DAY)
    g_assert_cmpint (last, ==, self->first.introduced_by);
  if (user->claims & LEFT_OUT)
    g_assert_cmpuint (unseen, ==, self->first.n_left_out);
  if (user->claims & LOOKED_AT)
    g_assert_cmpuint (unlooked, ==, 0);
  if (user->claims & UNLOOKED)
    g_assert_cmpuint (unlooked, >, 0);
  if (user->claims & PORTIONS)
    g_assert_cmpuint (self->n_portions, >, 0);
}

/* Lets a user live; gives what the plan said on the first day. */
static StarlingPlan
live (const User *user)
{
  Life self = {
    .user = user,
    .rand = g_rand_new_with_seed (1),
    .deck = test_deck_new (),
    .studied = g_array_new (FALSE, FALSE, sizeof (int)),
  };
  int end = user->interview == NEVER ? 60 : user->interview + DAYS_AFTER;

  for (guint i = 0; i < N_PRINCIPLES * user->n_scenarios; i++)
    test_deck_add_scenario (self.deck, (int) (i / user->n_scenarios),
                            CARDS_A_SCENARIO);
  starling_scheduler_init_default (&self.scheduler, STARLING_DEFAULT_RETENTION);
  test_plan_input_init (&self.input, TEST_TODAY);
  self.input.settings.new_per_day = user->new_per_day;
  self.input.settings.reviews_per_day = user->reviews_per_day;
  if (user->interview != NEVER)
    self.input.goal.interview = TEST_TODAY + user->interview;
  if (user->n_ticked > 0)
    self.input.goal.principles = STARLING_PRINCIPLE_BIT (user->n_ticked) - 1;
  for (self.day = 0; self.day < end; self.day++)
    {
      if (self.day == user->interview)
        check_end (&self);
      live_day (&self);
    }
  if (user->interview == NEVER)
    check_end (&self);
  g_rand_free (self.rand);
  test_deck_free (self.deck);
  g_array_unref (self.studied);
  return self.first;
}

static void
test_user (gconstpointer data)
{
  User user = *(const User *) data;
  StarlingPlan first;

  if (data == users)
    g_test_message ("%-20s %-10s %7s %7s %7s %8s %8s %8s %8s %7s %7s", "user",
                    "at first", "studied", "new", "reviews", "portions",
                    "last new", "left out", "unlooked", "leeches", "shown");
  first = live (&user);
  if (first.needed_new == 0 && first.needed_reviews == 0)
    return;

  /* With the limits that the plan asked for it can be done. */
  user.new_per_day = MAX (user.new_per_day, (int) first.needed_new);
  user.reviews_per_day = MAX (user.reviews_per_day, (int) first.needed_reviews);
  user.first = STARLING_OUTLOOK_ON_COURSE;
  user.claims = ALL | LOOKED_AT;
  user.name = "+ with higher limits";
  live (&user);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (users); i++)
    {
      g_autofree char *path = g_strdelimit (
          g_strdup_printf ("/simulated-users/%s", users[i].name), " ,", '-');

      g_test_add_data_func (path, &users[i], test_user);
    }
  return g_test_run ();
}
