/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards-run.h"
#include "support.h"

#include <string.h>

#define STORY "scenario:webhook-drops"
#define MINUTE G_GINT64_CONSTANT (60000)
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  StarlingClock *clock;
  StarlingCardsRun *run;
  guint n_changed;
  char *toast;
  char *toast_event;
} Fixture;

static void
changed_cb (Fixture *fixture)
{
  fixture->n_changed++;
}

static void
toast_cb (Fixture *fixture, const char *message, const char *event_id)
{
  g_free (fixture->toast);
  g_free (fixture->toast_event);
  fixture->toast = g_strdup (message);
  fixture->toast_event = g_strdup (event_id);
}

static void
set_up (Fixture *fixture, gconstpointer scope)
{
  fixture->session = starling_test_session_new ();
  fixture->library = starling_session_get_library (fixture->session);
  fixture->clock = starling_library_get_clock (fixture->library);
  starling_session_set_scope (fixture->session, scope);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE2);
  fixture->run = starling_cards_run_new (fixture->session);
  g_signal_connect_swapped (fixture->run, "changed", G_CALLBACK (changed_cb),
                            fixture);
  g_signal_connect_swapped (fixture->session, "toast", G_CALLBACK (toast_cb),
                            fixture);
  starling_cards_run_follow (fixture->run);
}

static void
tear_down (Fixture *fixture, gconstpointer scope)
{
  starling_library_flush (fixture->library);
  g_assert_finalize_object (fixture->run);
  starling_test_drop_session (fixture->session);
  g_free (fixture->toast);
  g_free (fixture->toast_event);
}

static const char *
card (Fixture *fixture)
{
  return starling_cards_run_get_card (fixture->run);
}

static const StarlingCardRecord *
record_of (Fixture *fixture, const char *name)
{
  return &starling_library_find_card (fixture->library, name)->record;
}

static void
grade (Fixture *fixture, int grade)
{
  g_assert_true (starling_cards_run_show (fixture->run));
  g_assert_true (starling_cards_run_grade (fixture->run, grade));
}

static void
assert_counts (Fixture *fixture, guint fresh, guint learning, guint due)
{
  guint counts[STARLING_N_PILES];

  starling_cards_run_count (fixture->run, counts);
  g_assert_cmpuint (counts[STARLING_PILE_NEW], ==, fresh);
  g_assert_cmpuint (counts[STARLING_PILE_LEARNING], ==, learning);
  g_assert_cmpuint (counts[STARLING_PILE_DUE], ==, due);
}

/* All cards of the story, once each, with Easy: nothing comes back today. */
static guint
finish (Fixture *fixture)
{
  guint n = 0;

  while (card (fixture) != NULL)
    {
      grade (fixture, STARLING_GRADE_EASY);
      g_assert_cmpuint (++n, <, 100);
    }
  return n;
}

/* The first cards are new, and nothing is told before it is asked for. */
static void
test_start (Fixture *fixture, gconstpointer scope)
{
  const StarlingCardView *view = starling_cards_run_get_view (fixture->run);

  g_assert_nonnull (card (fixture));
  g_assert_nonnull (view);
  g_assert_cmpstr (view->lens->scenario->id, ==, "webhook-drops");
  g_assert_false (starling_cards_run_is_shown (fixture->run));
  g_assert_cmpint (starling_cards_run_get_pile (fixture->run), ==,
                   STARLING_PILE_NEW);
  g_assert_false (starling_cards_run_grade (fixture->run, 3));
  g_assert_false (starling_cards_run_can_undo (fixture->run));
  g_assert_false (starling_cards_run_undo (fixture->run));
  g_assert_true (starling_cards_run_show (fixture->run));
  g_assert_false (starling_cards_run_show (fixture->run));
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* What a grade leaves in the journal. */
static void
test_event (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (card (fixture));
  g_autofree char *file = NULL;
  g_autofree char *text = NULL;
  g_autoptr (StarlingEvent) event = NULL;

  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  starling_cards_run_follow (fixture->run);
  g_assert_cmpstr (card (fixture), ==, name);
  starling_cards_run_set_running (fixture->run, TRUE);
  starling_clock_advance (fixture->clock, 24000);
  starling_cards_run_set_running (fixture->run, FALSE);
  starling_clock_advance (fixture->clock, 60000);
  grade (fixture, STARLING_GRADE_HARD);
  g_assert_cmpint (starling_cards_run_get_spent (fixture->run), ==, 0);

  starling_library_flush (fixture->library);
  file = g_build_filename (starling_library_get_user_dir (fixture->library),
                           "journal.jsonl", NULL);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  event = starling_event_parse (g_strchomp (text), -1, NULL);
  g_assert_nonnull (event);
  g_assert_cmpint (event->type, ==, STARLING_EVENT_REVIEW);
  g_assert_cmpstr (event->card, ==, name);
  g_assert_cmpint (event->grade, ==, STARLING_GRADE_HARD);
  g_assert_cmpint (event->ms, ==, 24000);
  g_assert_cmpint (event->level, ==, STARLING_LEVEL_SENIOR);
  g_assert_cmpstr (event->angle, ==, "dive-deep");
}

/* The button says what the replay of the journal then says. */
static void
test_intervals (Fixture *fixture, gconstpointer scope)
{
  for (guint round = 0; round < 4; round++)
    for (int wanted = STARLING_GRADE_AGAIN; wanted <= STARLING_GRADE_EASY;
         wanted++)
      {
        g_autofree char *name = g_strdup (card (fixture));
        gint64 now = starling_clock_get_utc (fixture->clock);
        gint64 seconds, due;
        const StarlingCardRecord *record;

        g_assert_nonnull (name);
        seconds = starling_cards_run_get_interval (fixture->run, wanted);
        grade (fixture, wanted);
        record = record_of (fixture, name);
        due = record->memory.due;
        if (record->memory.state == STARLING_MEMORY_REVIEW)
          g_assert_cmpint (seconds, ==,
                           86400
                               * (starling_day_of (due * 1000, 0)
                                  - starling_day_of (now, 0)));
        else
          g_assert_cmpint (seconds, ==, due - now / 1000);
        starling_clock_advance (fixture->clock, 7 * MINUTE);
        if (card (fixture) == NULL)
          {
            starling_clock_advance (fixture->clock, 9 * DAY);
            starling_cards_run_follow (fixture->run);
          }
      }
}

static void
record_goal (Fixture *fixture, const char *date)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_GOAL);

  event->interview = g_strdup (date);
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
}

/* No card comes back later than the last look before the interview. */
static void
test_interview (Fixture *fixture, gconstpointer scope)
{
  gint64 without
      = starling_cards_run_get_interval (fixture->run, STARLING_GRADE_EASY);
  gint64 with;

  g_assert_cmpint (without, >, 4 * 86400);
  record_goal (fixture, "2026-11-28");
  starling_cards_run_follow (fixture->run);
  with = starling_cards_run_get_interval (fixture->run, STARLING_GRADE_EASY);
  g_assert_cmpint (with, >=, 86400);
  g_assert_cmpint (with, <=, 4 * 86400);
}

/* Undo, as often as there was something: counts, card and record are back. */
static void
test_undo (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint before[STARLING_N_PILES];
  StarlingCardsFacts facts;

  starling_cards_run_count (fixture->run, before);
  for (guint i = 0; i < 5; i++)
    {
      g_ptr_array_add (names, g_strdup (card (fixture)));
      grade (fixture, i % 2 == 0 ? STARLING_GRADE_AGAIN : STARLING_GRADE_EASY);
    }
  starling_cards_run_show (fixture->run);
  for (guint i = 5; i > 0; i--)
    {
      const char *name = g_ptr_array_index (names, i - 1);

      g_assert_true (starling_cards_run_can_undo (fixture->run));
      g_assert_true (starling_cards_run_undo (fixture->run));
      g_assert_cmpstr (card (fixture), ==, name);
      g_assert_false (starling_cards_run_is_shown (fixture->run));
      g_assert_cmpint (record_of (fixture, name)->memory.reps, ==, 0);
    }
  g_assert_false (starling_cards_run_undo (fixture->run));
  assert_counts (fixture, before[0], before[1], before[2]);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 0);
  g_assert_cmpint (facts.ms, ==, 0);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
}

/* Bury, suspend and reset: said with a way back, which leads back. */
static void
test_act (Fixture *fixture, gconstpointer scope)
{
  static const struct
  {
    const char *action;
    const char *toast;
    gboolean stays;
  } cases[] = {
    { "bury", "Buried until tomorrow.", FALSE },
    { "suspend", "Suspended until you bring it back.", FALSE },
    { "reset", "Reset: the card is new again.", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup (card (fixture));
      guint before[STARLING_N_PILES];

      starling_cards_run_count (fixture->run, before);
      g_assert_true (starling_cards_run_act (fixture->run, cases[i].action));
      g_assert_cmpstr (fixture->toast, ==, cases[i].toast);
      g_assert_nonnull (fixture->toast_event);
      if (!cases[i].stays)
        {
          g_assert_cmpstr (card (fixture), !=, name);
          assert_counts (fixture, before[0] - 1, before[1], before[2]);
        }

      /* the toast's own way back, which the run only hears of */
      fixture->n_changed = 0;
      g_assert_true (
          starling_library_undo (fixture->library, fixture->toast_event));
      g_assert_cmpuint (fixture->n_changed, ==, 1);
      g_assert_cmpstr (card (fixture), ==, name);
      assert_counts (fixture, before[0], before[1], before[2]);
      g_assert_false (starling_cards_run_can_undo (fixture->run));
    }
}

/* A card that is failed for the eighth time is set aside. */
static void
test_leech (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (card (fixture));
  StarlingCardsFacts facts;

  for (guint i = 0; i < STARLING_LEECH_LAPSES; i++)
    {
      /* learnt, then forgotten */
      while (record_of (fixture, name)->memory.state != STARLING_MEMORY_REVIEW)
        {
          while (g_strcmp0 (card (fixture), name) != 0)
            starling_cards_run_act (fixture->run, "bury");
          grade (fixture, STARLING_GRADE_EASY);
        }
      g_assert_null (fixture->toast == NULL
                             || strstr (fixture->toast, "aside") == NULL
                         ? NULL
                         : fixture->toast);
      starling_clock_advance (fixture->clock, 90 * DAY);
      starling_cards_run_follow (fixture->run);
      while (g_strcmp0 (card (fixture), name) != 0)
        {
          g_assert_nonnull (card (fixture));
          starling_cards_run_act (fixture->run, "bury");
        }
      grade (fixture, STARLING_GRADE_AGAIN);
    }

  g_assert_true (record_of (fixture, name)->leech);
  g_assert_cmpstr (fixture->toast, ==,
                   "Set aside: failed eight times. Read the story again.");
  g_assert_nonnull (fixture->toast_event);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_aside, ==, 1);

  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_false (record_of (fixture, name)->leech);
  g_assert_cmpstr (card (fixture), ==, name);
  g_assert_cmpstr (fixture->toast, ==, "Undone.");
}

/* What was set aside comes back, all of it, and goes again by one Undo. */
static void
test_bring_back (Fixture *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;
  guint n;

  starling_cards_run_act (fixture->run, "suspend");
  starling_cards_run_act (fixture->run, "suspend");
  n = finish (fixture);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_aside, ==, 2);
  g_assert_cmpuint (facts.n_done, ==, n);
  g_assert_true (facts.is_story);

  g_assert_cmpuint (starling_cards_run_bring_back (fixture->run), ==, 2);
  g_assert_nonnull (card (fixture));
  assert_counts (fixture, 2, 0, 0);
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_null (card (fixture));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_aside, ==, 2);
}

/* The lens changes what is shown, not what is due. */
static void
test_lens (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (card (fixture));
  guint before[STARLING_N_PILES];

  starling_cards_run_count (fixture->run, before);
  starling_cards_run_show (fixture->run);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  g_assert_false (starling_cards_run_follow (fixture->run));
  g_assert_cmpstr (card (fixture), ==, name);
  g_assert_true (starling_cards_run_is_shown (fixture->run));
  g_assert_cmpint (starling_cards_run_get_view (fixture->run)->lens->angle, !=,
                   STARLING_AS_TOLD);
  assert_counts (fixture, before[0], before[1], before[2]);

  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpstr (card (fixture), ==, name);
  g_assert_true (starling_cards_run_is_shown (fixture->run));
  g_assert_cmpint (starling_cards_run_get_view (fixture->run)->lens->level, ==,
                   STARLING_LEVEL_SDE1);
}

/* Another scope has a queue of its own; the first one goes on where it was. */
static void
test_scope (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *name = NULL;
  StarlingCardsFacts facts;

  grade (fixture, STARLING_GRADE_EASY);
  name = g_strdup (card (fixture));
  starling_session_set_scope (fixture->session, "principle:frugality");
  g_assert_true (starling_cards_run_follow (fixture->run));
  g_assert_nonnull (card (fixture));
  g_assert_false (g_str_has_prefix (card (fixture), "webhook-drops#"));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_false (facts.is_story);

  starling_session_set_scope (fixture->session, scope);
  g_assert_true (starling_cards_run_follow (fixture->run));
  g_assert_cmpstr (card (fixture), ==, name);
  g_assert_false (starling_cards_run_follow (fixture->run));

  /* what is taken back may belong to another scope */
  starling_session_set_scope (fixture->session, "my-stories");
  starling_cards_run_follow (fixture->run);
  g_assert_null (card (fixture));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_cards, ==, 0);
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_null (card (fixture));
  g_assert_cmpstr (fixture->toast, ==, "Undone.");
}

/* A card in learning comes back by itself, and tomorrow the rest does. */
static void
test_wake (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (card (fixture));
  StarlingCardsFacts facts;
  guint n_done;

  grade (fixture, STARLING_GRADE_GOOD);
  while (card (fixture) != NULL && g_strcmp0 (card (fixture), name) != 0)
    grade (fixture, STARLING_GRADE_EASY);
  /* in its time, or early where nothing else is left */
  g_assert_cmpstr (card (fixture), ==, name);
  g_assert_cmpint (starling_cards_run_get_pile (fixture->run), ==,
                   STARLING_PILE_LEARNING);
  starling_cards_run_act (fixture->run, "bury");
  g_assert_null (card (fixture));
  g_assert_false (starling_cards_run_wake (fixture->run));
  starling_cards_run_get_facts (fixture->run, &facts);
  n_done = facts.n_done;
  g_assert_cmpuint (n_done, >, 5);
  g_assert_cmpint (facts.wait_ms, ==, -1);
  g_assert_cmpint (facts.next_days, ==, 1);
  g_assert_cmpuint (facts.n_next, >=, 1);

  starling_clock_advance (fixture->clock, DAY);
  g_assert_true (starling_cards_run_wake (fixture->run));
  g_assert_cmpstr (card (fixture), ==, name);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 0);
}

/* More new cards than those of the day, where somebody asks for them. */
static void
test_add (Fixture *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;
  guint n_unseen;

  finish (fixture);
  starling_cards_run_get_facts (fixture->run, &facts);
  n_unseen = facts.n_unseen;
  g_assert_cmpuint (n_unseen, >, STARLING_CARDS_EXTRA_NEW);
  starling_cards_run_add (fixture->run, STARLING_CARDS_EXTRA_NEW);
  assert_counts (fixture, STARLING_CARDS_EXTRA_NEW, 0, 0);
  g_assert_cmpuint (finish (fixture), ==, STARLING_CARDS_EXTRA_NEW);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_unseen, ==, n_unseen - STARLING_CARDS_EXTRA_NEW);
}

/* Somebody else graded the card on screen: it gives way. */
static void
test_elsewhere (Fixture *fixture, gconstpointer scope)
{
  g_autofree char *name = g_strdup (card (fixture));
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_REVIEW);

  event->card = g_strdup (name);
  event->grade = STARLING_GRADE_EASY;
  event->level = STARLING_LEVEL_SDE2;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpstr (card (fixture), !=, name);
  g_assert_false (starling_cards_run_can_undo (fixture->run));
}

/* Records a review at a time of its own. */
static void
record_review (Fixture *fixture, const char *name, int grade, gint64 at)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_REVIEW);

  event->card = g_strdup (name);
  event->grade = grade;
  event->level = STARLING_LEVEL_SDE2;
  event->at = at;
  event->offset = 0;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
}

/* After days away the backlog comes in portions, one after the other. */
static void
test_portions (Fixture *fixture, gconstpointer scope)
{
  gint64 at = starling_clock_get_utc (fixture->clock) - 20 * DAY;
  const StarlingDeck *deck = starling_library_get_deck (fixture->library);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  StarlingCardsFacts facts;
  guint n_waiting;

  for (guint i = 0; i < deck->n_cards; i++)
    g_ptr_array_add (names, g_strdup (deck->cards[i].name));
  for (guint i = 0; i < names->len; i++)
    record_review (fixture, g_ptr_array_index (names, i), STARLING_GRADE_EASY,
                   at + i * MINUTE);
  n_waiting = names->len - STARLING_PORTION;
  g_assert_cmpuint (n_waiting, >, STARLING_PORTION);

  starling_cards_run_follow (fixture->run);
  assert_counts (fixture, 0, 0, STARLING_PORTION);
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==,
                    STARLING_PORTION);
  grade (fixture, STARLING_GRADE_EASY);
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==, 0);
  finish (fixture);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, STARLING_PORTION);
  g_assert_cmpuint (facts.n_waiting, ==, n_waiting);

  starling_cards_run_add (fixture->run, 0);
  assert_counts (fixture, 0, 0, STARLING_PORTION);
  g_assert_cmpuint (finish (fixture), ==, STARLING_PORTION);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 2 * STARLING_PORTION);
  g_assert_cmpuint (facts.n_waiting, ==, n_waiting - STARLING_PORTION);
}

static void
record_limits (Fixture *fixture, int new_per_day, int reviews_per_day)
{
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_SETTINGS);

  event->has_new_per_day = event->has_reviews_per_day = TRUE;
  event->new_per_day = new_per_day;
  event->reviews_per_day = reviews_per_day;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
}

/* The queue holds what Today says, in whatever way the day goes. */
static void
assert_as_planned (Fixture *fixture)
{
  StarlingPlanInput input;
  StarlingPlan plan;

  starling_library_get_plan_input (fixture->library, STARLING_LEVEL_SDE2,
                                   &input);
  starling_plan_make (&input, starling_library_get_deck (fixture->library),
                      &plan);
  assert_counts (fixture, plan.n_new, plan.n_learning, plan.n_due);
}

/* A new card that is set aside makes room for another one, and one that is
 * reset takes its place again; but not as the very next card. */
static void
test_act_today (Fixture *fixture, gconstpointer scope)
{
  static const char *const actions[] = { "reset", "bury", "suspend", "reset" };

  record_limits (fixture, 2, 200);
  starling_cards_run_follow (fixture->run);
  assert_as_planned (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strdup (card (fixture));

      g_assert_true (starling_cards_run_act (fixture->run, actions[i]));
      g_test_message ("%s", actions[i]);
      g_assert_cmpstr (card (fixture), !=, name);
      assert_counts (fixture, 2, 0, 0);
      assert_as_planned (fixture);
    }
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_assert_true (starling_cards_run_undo (fixture->run));
      assert_as_planned (fixture);
    }
  g_assert_cmpuint (finish (fixture), ==, 2);
  assert_as_planned (fixture);
}

/* Extra cards are had once: what makes the queue anew does not add them again,
 * and taking one back does not lose it. */
static void
test_add_once (Fixture *fixture, gconstpointer scope)
{
  finish (fixture);
  starling_cards_run_add (fixture->run, STARLING_CARDS_EXTRA_NEW);
  grade (fixture, STARLING_GRADE_EASY);
  grade (fixture, STARLING_GRADE_EASY);
  assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 2, 0, 0);
  g_assert_true (starling_cards_run_act (fixture->run, "bury"));
  assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 2, 0, 0);
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_true (starling_cards_run_undo (fixture->run));
  assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 1, 0, 0);
  record_limits (fixture, 20, 100);
  starling_cards_run_follow (fixture->run);
  assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 1, 0, 0);
}

/* A card that came again counts once. */
static void
test_done (Fixture *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;

  record_limits (fixture, 2, 200);
  starling_cards_run_follow (fixture->run);
  for (guint i = 0; i < 6; i++)
    grade (fixture, STARLING_GRADE_AGAIN);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 2);
  for (guint i = 0; i < 5; i++)
    g_assert_true (starling_cards_run_undo (fixture->run));
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_done, ==, 1);
}

/* The limit of a day can be gone beyond, but only if somebody asks for it. */
static void
test_limit (Fixture *fixture, gconstpointer scope)
{
  StarlingCardsFacts facts;

  finish (fixture);
  starling_clock_advance (fixture->clock, 30 * DAY);
  record_limits (fixture, 0, 2);
  starling_cards_run_follow (fixture->run);
  assert_counts (fixture, 0, 0, 2);
  g_assert_cmpuint (finish (fixture), ==, 2);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_waiting, >, 5);

  starling_cards_run_add (fixture->run, 0);
  assert_counts (fixture, 0, 0, facts.n_waiting);
  g_assert_cmpuint (finish (fixture), ==, facts.n_waiting);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_waiting, ==, 0);
}

/* What is learnt comes back in its time, which may be later today. */
static void
test_wait (Fixture *fixture, gconstpointer scope)
{
  gint64 now = starling_clock_get_utc (fixture->clock);
  g_autofree char *name = g_strdup (card (fixture));
  StarlingCardsFacts facts;

  record_limits (fixture, 0, 200);
  record_review (fixture, name, STARLING_GRADE_AGAIN, now + 40 * MINUTE);
  starling_cards_run_follow (fixture->run);
  g_assert_null (card (fixture));
  assert_counts (fixture, 0, 1, 0);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpint (facts.wait_ms, ==, 41 * MINUTE);
  g_assert_cmpint (starling_cards_run_get_wait (fixture->run), ==, 41 * MINUTE);
  g_assert_false (starling_cards_run_wake (fixture->run));

  starling_clock_advance (fixture->clock, 41 * MINUTE);
  g_assert_true (starling_cards_run_wake (fixture->run));
  g_assert_cmpstr (card (fixture), ==, name);
  g_assert_cmpint (starling_cards_run_get_pile (fixture->run), ==,
                   STARLING_PILE_LEARNING);
}

/* A story of the user's, in which the Task is spoken at one level only. */
static void
write_story (const char *folder)
{
  static const char story[]
      = "{\"format\":\"starling-pack\",\"version\":1,\"id\":\"own\","
        "\"title\":\"Own\",\"language\":\"en\",\"scenarios\":[{"
        "\"id\":\"own-story\",\"title\":\"Own\",\"question\":\"Why?\","
        "\"principle\":\"ownership\",\"steps\":["
        "{\"step\":\"situation\",\"seconds\":30,"
        "\"answer\":[{\"text\":\"It was so.\"}]},"
        "{\"step\":\"task\",\"seconds\":20,"
        "\"answer\":[{\"text\":\"I had to.\",\"levels\":[\"senior\"]}]},"
        "{\"step\":\"action\",\"seconds\":90},"
        "{\"step\":\"result\",\"seconds\":20},"
        "{\"step\":\"reflection\",\"seconds\":15}]}]}";
  g_autofree char *stories = g_build_filename (folder, "stories", NULL);
  g_autofree char *path = g_build_filename (stories, "own.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (stories, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, story, -1, NULL));
}

/* A step without text at the level of the lens gives way to another card. */
static void
test_level (void)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock
      = starling_clock_new_fake (G_GINT64_CONSTANT (1795424400000), 0);
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (StarlingSession) session = NULL;
  g_autoptr (StarlingCardsRun) run = NULL;
  guint counts[STARLING_N_PILES];

  write_story (folder);
  library = starling_library_new (STARLING_SOURCE_DATADIR, folder, clock);
  g_assert_true (starling_library_load (library, NULL));
  session = starling_session_new (library);
  starling_session_set_scope (session, "my-stories");
  starling_session_set_level (session, STARLING_LEVEL_SENIOR);
  run = starling_cards_run_new (session);
  starling_cards_run_follow (run);
  starling_cards_run_count (run, counts);
  g_assert_cmpuint (counts[STARLING_PILE_NEW], ==, 2);
  starling_cards_run_show (run);
  starling_cards_run_grade (run, STARLING_GRADE_EASY);
  g_assert_cmpstr (starling_cards_run_get_card (run), ==,
                   "own-story#step.task");
  starling_cards_run_show (run);

  starling_session_set_level (session, STARLING_LEVEL_SDE1);
  g_assert_true (starling_cards_run_follow (run));
  g_assert_null (starling_cards_run_get_card (run));
  g_assert_false (starling_cards_run_is_shown (run));
  starling_session_set_level (session, STARLING_LEVEL_SENIOR);
  starling_cards_run_follow (run);
  g_assert_cmpstr (starling_cards_run_get_card (run), ==,
                   "own-story#step.task");
  g_assert_false (starling_cards_run_is_shown (run));
  starling_library_flush (library);
}

static void
add (const char *path,
     const char *scope,
     void (*test) (Fixture *fixture, gconstpointer scope))
{
  g_test_add (path, Fixture, scope, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  add ("/cards-run/start", STORY, test_start);
  add ("/cards-run/event", STORY, test_event);
  add ("/cards-run/intervals", STORY, test_intervals);
  add ("/cards-run/interview", STORY, test_interview);
  add ("/cards-run/undo", STORY, test_undo);
  add ("/cards-run/act", STORY, test_act);
  add ("/cards-run/leech", STORY, test_leech);
  add ("/cards-run/bring-back", STORY, test_bring_back);
  add ("/cards-run/lens", STORY, test_lens);
  add ("/cards-run/scope", STORY, test_scope);
  add ("/cards-run/wake", STORY, test_wake);
  add ("/cards-run/add", "today", test_add);
  add ("/cards-run/act-today", "today", test_act_today);
  add ("/cards-run/add-once", "today", test_add_once);
  add ("/cards-run/done", "today", test_done);
  add ("/cards-run/elsewhere", STORY, test_elsewhere);
  add ("/cards-run/portions", "today", test_portions);
  add ("/cards-run/limit", STORY, test_limit);
  add ("/cards-run/wait", STORY, test_wait);
  g_test_add_func ("/cards-run/level", test_level);
  return g_test_run ();
}
