/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "student.h"

#include <string.h>

/* How likely a new card is known, and one that was just learned. */
#define KNOWN_BEFORE 0.6
#define KNOWN_JUST_NOW 0.92

/* Of what is recalled, so much is hard, and so much from here on is easy. */
#define HARD 0.15
#define EASY 0.85

#define MIN_SECONDS 15
#define MAX_SECONDS 40
#define MAX_UNDOS 3

/* What can be taken back, and how it was before. */
typedef struct
{
  char *event_id;
  char *card;
  char *record;
  guint counts[STARLING_N_PILES];
  StarlingPile pile;
  int grade; /* 0: none */
  char *action;
} Deed;

static void
deed_free (Deed *deed)
{
  g_free (deed->event_id);
  g_free (deed->card);
  g_free (deed->record);
  g_free (deed->action);
  g_free (deed);
}

static gint64
get_now (Student *self)
{
  return starling_clock_get_utc (self->f->clock);
}

static const StarlingDeckCard *
find_card (Student *self, const char *name)
{
  const StarlingDeckCard *card
      = starling_library_find_card (self->f->library, name);

  g_assert_nonnull (card);
  return card;
}

/**
 * student_init:
 * @self: (out caller-allocates): somebody who recalls everything; release it
 *   with student_clear()
 * @f: their world
 * @seed: what they do follows from it
 */
void
student_init (Student *self, LibraryFixture *f, guint32 seed)
{
  *self = (Student){
    .f = f,
    .rand = g_rand_new_with_seed (seed),
    .deeds = g_ptr_array_new_with_free_func ((GDestroyNotify) deed_free),
  };
}

/**
 * student_clear:
 * @self: a student
 */
void
student_clear (Student *self)
{
  g_clear_pointer (&self->queue, starling_review_queue_free);
  g_clear_pointer (&self->deeds, g_ptr_array_unref);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_pointer (&self->last, g_free);
}

static gboolean
happens (Student *self, double chance)
{
  return g_rand_double (self->rand) < chance;
}

/* Whether the card comes to mind: as likely as the scheduler thinks. */
static gboolean
recalls (Student *self, const StarlingMemory *memory)
{
  const StarlingScheduler *scheduler = starling_progress_get_scheduler (
      starling_library_get_progress (self->f->library));

  if (memory->state == STARLING_MEMORY_NEW)
    return happens (self, KNOWN_BEFORE);
  return happens (self,
                  starling_scheduler_get_recall_now (scheduler, memory,
                                                     get_now (self) / 1000)
                      * (memory->state == STARLING_MEMORY_REVIEW
                             ? 1
                             : KNOWN_JUST_NOW));
}

static int
choose_grade (Student *self, const StarlingMemory *memory)
{
  double how = g_rand_double (self->rand);

  if (!self->forgets)
    return STARLING_GRADE_GOOD;
  if (!recalls (self, memory))
    return STARLING_GRADE_AGAIN;
  if (how < HARD)
    return STARLING_GRADE_HARD;
  return how < EASY ? STARLING_GRADE_GOOD : STARLING_GRADE_EASY;
}

static gsize
get_scenario_length (const char *name)
{
  return strcspn (name, "#");
}

static gboolean
are_siblings (const char *one, const char *other)
{
  gsize length = get_scenario_length (one);

  return length == get_scenario_length (other)
         && strncmp (one, other, length) == 0;
}

/* A sibling may only follow its like when no other card could. */
static void
check_siblings (Student *self, const char *name, StudentDay *day)
{
  g_autoptr (GPtrArray) left = NULL;

  if (self->last == NULL || !are_siblings (self->last, name))
    return;
  day->n_adjacent++;
  left = starling_review_queue_list (self->queue);
  for (guint i = 0; i < left->len; i++)
    {
      const char *other = g_ptr_array_index (left, i);

      if (are_siblings (name, other))
        continue;
      g_assert_cmpint (find_card (self, other)->record.memory.state, !=,
                       STARLING_MEMORY_REVIEW);
      g_assert_cmpint (find_card (self, other)->record.memory.state, !=,
                       STARLING_MEMORY_NEW);
      g_assert_cmpint (find_card (self, other)->record.memory.due, >,
                       get_now (self) / 1000);
    }
}

/* Records an event, and remembers how to take it back. */
static void
do_deed (Student *self, const char *name, int grade, const char *action)
{
  Deed *deed = g_new0 (Deed, 1);
  g_autoptr (StarlingEvent) event = starling_event_new (
      grade > 0 ? STARLING_EVENT_REVIEW : STARLING_EVENT_CARD);

  deed->event_id = g_uuid_string_random ();
  deed->card = g_strdup (name);
  deed->record = course_describe_record (&find_card (self, name)->record);
  deed->pile = starling_review_queue_get_current_pile (self->queue);
  deed->grade = grade;
  deed->action = g_strdup (action);
  starling_review_queue_count (self->queue, deed->counts);
  g_ptr_array_add (self->deeds, deed);

  event->id = g_strdup (deed->event_id);
  event->card = g_strdup (name);
  event->grade = grade;
  event->action = g_strdup (action);
  if (grade > 0)
    event->level = COURSE_LEVEL;
  library_record (self->f, event);
  starling_review_queue_settle (self->queue, name,
                                &find_card (self, name)->record,
                                get_now (self));
}

static void
count_deed (StudentDay *day, const Deed *deed, int by)
{
  guint *count = &day->n_graded;

  if (g_strcmp0 (deed->action, "bury") == 0)
    count = &day->n_buried;
  else if (deed->action != NULL)
    count = &day->n_suspended;
  *count += (guint) by;
  if (deed->grade == STARLING_GRADE_AGAIN)
    day->n_again += (guint) by;
}

static const Deed *
get_last_deed (Student *self)
{
  return g_ptr_array_index (self->deeds, self->deeds->len - 1);
}

/* Looks at the current card, and does something about it. */
static void
do_card (Student *self, StudentDay *day, int not_grade)
{
  g_autofree char *name
      = g_strdup (starling_review_queue_get_current (self->queue));
  StarlingPile pile = starling_review_queue_get_current_pile (self->queue);
  int grade;

  g_hash_table_add (day->offered[pile], g_strdup (name));
  check_siblings (self, name, day);
  starling_clock_advance (self->f->clock,
                          g_rand_int_range (self->rand, MIN_SECONDS,
                                            MAX_SECONDS + 1)
                              * 1000);

  grade = choose_grade (self, &find_card (self, name)->record.memory);
  if (self->forgets && grade == not_grade)
    grade = 1 + grade % STARLING_N_GRADES;
  if (happens (self, self->bury_chance))
    do_deed (self, name, 0, "bury");
  else if (happens (self, self->suspend_chance))
    do_deed (self, name, 0, "suspend");
  else
    do_deed (self, name, grade, NULL);
  count_deed (day, get_last_deed (self), 1);
  g_free (self->last);
  self->last = g_steal_pointer (&name);
}

/* Takes back what was done last: all is as it was before, and the card is on
 * screen. Returns the grade it had. */
static int
undo (Student *self, StudentDay *day)
{
  g_autofree char *record = NULL;
  Deed *deed = g_ptr_array_steal_index (self->deeds, self->deeds->len - 1);
  guint counts[STARLING_N_PILES];
  int grade = deed->grade;

  g_assert_true (starling_library_undo (self->f->library, deed->event_id));
  record = course_describe_record (&find_card (self, deed->card)->record);
  g_assert_cmpstr (record, ==, deed->record);

  starling_review_queue_put_back (self->queue, deed->card,
                                  &find_card (self, deed->card)->record,
                                  get_now (self));
  g_assert_cmpstr (starling_review_queue_get_current (self->queue), ==,
                   deed->card);
  g_assert_cmpint (starling_review_queue_get_current_pile (self->queue), ==,
                   deed->pile);
  starling_review_queue_count (self->queue, counts);
  for (guint i = 0; i < STARLING_N_PILES; i++)
    g_assert_cmpuint (counts[i], ==, deed->counts[i]);

  g_hash_table_remove (day->offered[deed->pile], deed->card);
  count_deed (day, deed, -1);
  day->n_undone++;
  g_clear_pointer (&self->last, g_free);
  deed_free (deed);
  return grade;
}

/* Puts a card on screen, waiting for those in learning. */
static gboolean
go_on (Student *self)
{
  gint64 next;

  if (starling_review_queue_advance (self->queue, get_now (self)))
    return TRUE;
  next = starling_review_queue_get_next_time (self->queue);
  if (next == STARLING_NEVER)
    return FALSE;
  g_assert_cmpint (next * 1000, >, get_now (self));
  starling_clock_advance (self->f->clock, next * 1000 - get_now (self));
  g_assert_true (starling_review_queue_advance (self->queue, get_now (self)));
  return TRUE;
}

static void
ensure_day (StudentDay *day)
{
  for (guint i = 0; i < STARLING_N_PILES; i++)
    if (day->offered[i] == NULL)
      day->offered[i]
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/* Does a card, and sometimes thinks better of it and of those before. */
static void
go_through_card (Student *self, StudentDay *day)
{
  int not_grade = 0;

  do_card (self, day, 0);
  starling_review_queue_advance (self->queue, get_now (self));
  if (!happens (self, self->undo_chance))
    return;
  for (int n = g_rand_int_range (self->rand, 1, MAX_UNDOS + 1);
       n > 0 && self->deeds->len > 0; n--)
    not_grade = undo (self, day);
  do_card (self, day, not_grade);
}

static void
check_counts (Student *self, guint n_new, guint n_learning, guint n_due)
{
  guint counts[STARLING_N_PILES];

  starling_review_queue_count (self->queue, counts);
  g_assert_cmpuint (counts[STARLING_PILE_NEW], ==, n_new);
  g_assert_cmpuint (counts[STARLING_PILE_LEARNING], ==, n_learning);
  g_assert_cmpuint (counts[STARLING_PILE_DUE], ==, n_due);
}

static StarlingReviewQueue *
make_queue (Student *self, StarlingPlan *plan)
{
  StarlingPlanInput input;

  course_make_plan (self->f, &input, plan);
  return starling_review_queue_new (
      &input, starling_library_get_deck (self->f->library), NULL, NULL, 0);
}

/* One session, from opening the page to its end, or until @n_max cards were
 * done. Returns whether it was the end. */
static gboolean
do_session (Student *self, guint n_max, StudentDay *day)
{
  guint n_new = student_day_count (day, STARLING_PILE_NEW);
  guint n_due = student_day_count (day, STARLING_PILE_DUE);
  StarlingPlan plan;

  self->queue = make_queue (self, &plan);
  check_counts (self, plan.n_new, plan.n_learning, plan.n_due);
  for (guint n = 0; go_on (self); n++)
    {
      if (n_max > 0 && n == n_max)
        return FALSE;
      go_through_card (self, day);
    }
  g_assert_cmpuint (student_day_count (day, STARLING_PILE_NEW) - n_new, ==,
                    plan.n_new);
  g_assert_cmpuint (student_day_count (day, STARLING_PILE_DUE) - n_due, ==,
                    plan.n_due);
  check_counts (self, 0, 0, 0);
  return TRUE;
}

static void
end_session (Student *self)
{
  g_ptr_array_set_size (self->deeds, 0);
  g_clear_pointer (&self->queue, starling_review_queue_free);
  g_clear_pointer (&self->last, g_free);
}

/**
 * student_study:
 * @self: a student
 * @day: what was done on that day, which is added to; all zeros at first
 *
 * Studies until the plan of the day holds nothing any more: in one session,
 * or in several where there are portions, or where cards set aside make room
 * for others. The clock goes on by some seconds a card. What is offered is
 * compared with the plan, and what is taken back with what was before.
 */
void
student_study (Student *self, StudentDay *day)
{
  StarlingPlanInput input;
  StarlingPlan plan;

  ensure_day (day);
  course_make_plan (self->f, &input, &plan);
  while (plan.n_new + plan.n_learning + plan.n_due > 0)
    {
      g_assert_true (do_session (self, 0, day));
      end_session (self);
      day->n_sessions++;
      course_make_plan (self->f, &input, &plan);
    }
  day->ended_at = get_now (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
join_queue (StarlingReviewQueue *queue)
{
  g_autoptr (GPtrArray) names = starling_review_queue_list (queue);

  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

/**
 * student_start:
 * @self: a student
 * @day: what was done on that day, which is added to; all zeros at first
 * @n_cards: after how many cards to leave
 *
 * Studies a part of the day's cards, without setting any aside.
 *
 * Returns: (transfer full): what is left, see student_list()
 */
char *
student_start (Student *self, StudentDay *day, guint n_cards)
{
  double bury_chance = self->bury_chance;
  double suspend_chance = self->suspend_chance;
  char *left = NULL;

  ensure_day (day);
  self->bury_chance = self->suspend_chance = 0;
  do_session (self, n_cards, day);
  left = join_queue (self->queue);
  end_session (self);
  day->n_sessions++;
  self->bury_chance = bury_chance;
  self->suspend_chance = suspend_chance;
  return left;
}

/**
 * student_list:
 * @self: a student
 *
 * Returns: (transfer full): the names of the cards that a session would have
 *   that begins now
 */
char *
student_list (Student *self)
{
  StarlingPlan plan;
  g_autoptr (StarlingReviewQueue) queue = make_queue (self, &plan);

  return join_queue (queue);
}

/**
 * student_bring_back:
 * @self: a student
 *
 * Brings back all cards that were set aside.
 *
 * Returns: how many there were
 */
guint
student_bring_back (Student *self)
{
  const StarlingDeck *deck = starling_library_get_deck (self->f->library);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < deck->n_cards; i++)
    if (deck->cards[i].record.suspended || deck->cards[i].record.leech)
      g_ptr_array_add (names, g_strdup (deck->cards[i].name));
  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_CARD);

      event->card = g_strdup (g_ptr_array_index (names, i));
      event->action = g_strdup ("unsuspend");
      library_record (self->f, event);
    }
  return names->len;
}

/**
 * student_day_clear:
 * @day: what was done on a day, or all zeros
 */
void
student_day_clear (StudentDay *day)
{
  for (guint i = 0; i < STARLING_N_PILES; i++)
    g_clear_pointer (&day->offered[i], g_hash_table_unref);
}

/**
 * student_day_count:
 * @day: what was done on a day
 * @pile: a pile
 *
 * Returns: how many different cards were offered in that pile
 */
guint
student_day_count (const StudentDay *day, StarlingPile pile)
{
  return day->offered[pile] != NULL ? g_hash_table_size (day->offered[pile])
                                    : 0;
}
