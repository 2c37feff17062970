/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "random-journal.h"

#define HOUR (3600 * 1000)
#define RANDOM_N_QUESTIONS 3

/* The last one is derived. */
static const char *const random_questions[RANDOM_N_QUESTIONS]
    = { "one", "two", "step.three" };

char *
random_dup_scenario (guint i)
{
  return g_strdup_printf ("s%u", i);
}

/* The last one is no proper card, but the journal may have it. */
char *
random_dup_card (guint scenario, guint card)
{
  static const char *const names[RANDOM_N_CARDS] = {
    "#step.task", "#step.action", "#probe.why", "#probe.when", "#weak", ""
  };

  return g_strdup_printf ("s%u%s", scenario, names[card]);
}

static char *
pick (GRand *rand, const char *const *words, int n)
{
  return g_strdup (words[g_rand_int_range (rand, 0, n)]);
}

static char *
pick_scenario (GRand *rand)
{
  return random_dup_scenario (
      (guint) g_rand_int_range (rand, 0, RANDOM_N_SCENARIOS));
}

static char *
pick_card (GRand *rand)
{
  return random_dup_card ((guint) g_rand_int_range (rand, 0,
                                                    RANDOM_N_SCENARIOS),
                          (guint) g_rand_int_range (rand, 0, RANDOM_N_CARDS));
}

/* Mostly a failure among successes, so that there are leeches. */
static int
pick_grade (GRand *rand)
{
  static const int grades[] = { 1, 1, 1, 2, 3, 3, 3, 4 };

  return grades[g_rand_int_range (rand, 0, G_N_ELEMENTS (grades))];
}

/* An event that was, one that will be, or one that never is. */
static char *
pick_id (GRand *rand, GPtrArray *before)
{
  int n = (int) before->len;
  int i = g_rand_int_range (rand, MAX (n - 30, 0), n + 2);

  /* Half of them name one of the last, so that they are on each other. */
  if (n > 0 && g_rand_boolean (rand))
    i = n - 1 - g_rand_int_range (rand, 0, MIN (n, 4));
  return g_strdup_printf ("e%d", i);
}

static void
set_settings (GRand *rand, StarlingEvent *event)
{
  static const double retentions[] = { 0.5, 0.8, 0.9, 0.9, 0.95, 0.99 };

  event->has_retention = g_rand_boolean (rand);
  event->has_new_per_day = g_rand_boolean (rand);
  event->has_reviews_per_day = g_rand_boolean (rand);
  if (event->has_retention)
    event->retention
        = retentions[g_rand_int_range (rand, 0, G_N_ELEMENTS (retentions))];
  if (event->has_new_per_day)
    event->new_per_day = g_rand_int_range (rand, 0, 50);
  if (event->has_reviews_per_day)
    event->reviews_per_day = g_rand_int_range (rand, 0, 500);
}

static void
set_members (GRand *rand, GPtrArray *before, StarlingEvent *event)
{
  static const char *const actions[]
      = { "suspend", "unsuspend", "unsuspend", "bury", "reset" };
  static const char *const dates[] = { "2026-12-24", "2027-02-28", NULL };
  static const char *const principles[]
      = { "ownership", "dive-deep", "not-a-principle" };

  event->level = g_rand_int_range (rand, -1, STARLING_N_LEVELS);
  if (event->type == STARLING_EVENT_REVIEW)
    event->grade = pick_grade (rand);
  if (event->type == STARLING_EVENT_REVIEW
      || event->type == STARLING_EVENT_CARD)
    event->card = pick_card (rand);
  if (event->type == STARLING_EVENT_CARD)
    event->action = pick (rand, actions, G_N_ELEMENTS (actions));
  if (event->type == STARLING_EVENT_REHEARSAL
      || event->type == STARLING_EVENT_QUIZ
      || event->type == STARLING_EVENT_FORGET)
    event->scenario = pick_scenario (rand);
  if (event->type == STARLING_EVENT_QUIZ)
    {
      event->question = pick (rand, random_questions, RANDOM_N_QUESTIONS);
      event->correct = g_rand_boolean (rand);
    }
  if (event->type == STARLING_EVENT_UNDO)
    event->of = pick_id (rand, before);
  if (event->type == STARLING_EVENT_SETTINGS)
    set_settings (rand, event);
  if (event->type == STARLING_EVENT_GOAL)
    {
      event->interview = pick (rand, dates, G_N_ELEMENTS (dates));
      event->principles = g_new0 (char *, 3);
      event->principles[0] = pick (rand, principles, 3);
      event->principles[1] = pick (rand, principles, 3);
    }
}

StarlingEvent *
random_event (GRand *rand, GPtrArray *before, gint64 at, int offset)
{
  static const struct
  {
    StarlingEventType type;
    int share;
  } shares[] = {
    { STARLING_EVENT_REVIEW, 49 },  { STARLING_EVENT_CARD, 10 },
    { STARLING_EVENT_UNDO, 16 },    { STARLING_EVENT_REHEARSAL, 5 },
    { STARLING_EVENT_QUIZ, 12 },    { STARLING_EVENT_FORGET, 2 },
    { STARLING_EVENT_SETTINGS, 2 }, { STARLING_EVENT_GOAL, 2 },
    { STARLING_EVENT_LOOP, 1 },     { STARLING_EVENT_UNKNOWN, 1 },
  };
  int left = g_rand_int_range (rand, 0, 100);
  StarlingEvent *event = NULL;
  guint i = 0;

  while (left >= shares[i].share)
    left -= shares[i++].share;
  event = starling_event_new (shares[i].type);
  event->id = g_strdup_printf ("e%u", before->len);
  event->at = at;
  event->offset = offset;
  set_members (rand, before, event);
  return event;
}

/* Events in order of time, some of them at once, by somebody who travels. */
GPtrArray *
random_journal (GRand *rand, guint n_events)
{
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  gint64 at = RANDOM_START;
  int offset = 0;

  for (guint i = 0; i < n_events; i++)
    {
      if (g_rand_int_range (rand, 0, 10) == 0)
        offset = g_rand_int_range (rand, -14 * 60, 14 * 60 + 1);
      else if (g_rand_int_range (rand, 0, 40) == 0)
        offset = STARLING_OFFSET_UNSET;
      if (g_rand_int_range (rand, 0, 5) != 0)
        at += g_rand_int_range (rand, 0,
                                g_rand_boolean (rand) ? HOUR : 40 * HOUR);
      g_ptr_array_add (events, random_event (rand, events, at, offset));
    }
  return events;
}

void
random_shuffle (GRand *rand, GPtrArray *events)
{
  for (guint i = events->len; i > 1; i--)
    {
      int j = g_rand_int_range (rand, 0, (gint32) i);
      gpointer swap = events->pdata[i - 1];

      events->pdata[i - 1] = events->pdata[j];
      events->pdata[j] = swap;
    }
}

StarlingEvent *
random_undo (const char *id, const char *of, gint64 at)
{
  StarlingEvent *undo = starling_event_new (STARLING_EVENT_UNDO);

  undo->id = g_strdup (id);
  undo->of = g_strdup (of);
  undo->at = at;
  undo->offset = 0;
  return undo;
}

/* Every field, in such a way that what is different reads differently. */
char *
dump_record (const StarlingCardRecord *record)
{
  const StarlingMemory *memory = &record->memory;

  return g_strdup_printf (
      "state %d step %u s %.17g d %.17g due %" G_GINT64_FORMAT
      " last %" G_GINT64_FORMAT " shift %" G_GINT64_FORMAT
      " scheduled %" G_GINT64_FORMAT " elapsed %" G_GINT64_FORMAT
      " reps %u lapses %u introduced %" G_GINT64_FORMAT
      " on %d reviewed %" G_GINT64_FORMAT " on %d buried %d"
      " suspended %d leech %d spared %u levels %u",
      memory->state, memory->step, memory->stability, memory->difficulty,
      memory->due, memory->last_review, memory->last_shift,
      memory->scheduled_days, memory->elapsed_days, memory->reps,
      memory->lapses, record->introduced_at, record->introduced_day,
      record->last_at, record->last_day, record->buried_day, record->suspended,
      record->leech, record->spared, record->levels);
}

char *
dump_scenario (StarlingProgress *progress, const char *scenario)
{
  GString *text = g_string_new (NULL);
  StarlingScenarioProgress figures;

  starling_progress_get_scenario (progress, scenario, &figures);
  g_string_append_printf (text,
                          "%s: state %d takes %u last %" G_GINT64_FORMAT
                          " cards %u questions %u right %u\n",
                          scenario, figures.state, figures.n_takes,
                          figures.last_take_at, figures.n_cards_reviewed,
                          figures.n_questions, figures.n_right);
  for (guint i = 0; i < RANDOM_N_CARDS; i++)
    {
      g_autofree char *ending = random_dup_card (0, i);
      g_autofree char *name = g_strconcat (scenario, ending + 2, NULL);
      const StarlingCardRecord *record
          = starling_progress_get_card (progress, name);
      g_autofree char *line
          = record == NULL ? g_strdup ("-") : dump_record (record);

      g_string_append_printf (text, "  %s: %s\n", name, line);
    }
  for (guint i = 0; i < RANDOM_N_QUESTIONS; i++)
    {
      const StarlingQuestionRecord *record
          = starling_progress_get_question (progress, scenario,
                                            random_questions[i]);

      if (record != NULL)
        g_string_append_printf (
            text,
            "  %s: box %u moved %d last %d at %" G_GINT64_FORMAT
            " n %u %u %d\n",
            random_questions[i], record->box, record->moved_day,
            record->last_day, record->last_at, record->n_answers,
            record->n_right, record->right);
    }
  return g_string_free (text, FALSE);
}

char *
dump_progress (StarlingProgress *progress, StarlingCatalogue *catalogue)
{
  GString *text = g_string_new (NULL);
  StarlingStudySettings settings;
  StarlingGoal goal;
  guint n_days = 0;
  const StarlingActivity *days = NULL;

  for (guint i = 0; i < RANDOM_N_SCENARIOS; i++)
    {
      g_autofree char *scenario = random_dup_scenario (i);
      g_autofree char *lines = dump_scenario (progress, scenario);

      g_string_append (text, lines);
    }
  starling_progress_get_settings (progress, &settings);
  starling_progress_get_goal (progress, catalogue, &goal);
  g_string_append_printf (
      text,
      "settings %g %d %d, scheduler %g, goal %d %" G_GINT64_MODIFIER "x\n",
      settings.retention, settings.new_per_day, settings.reviews_per_day,
      starling_progress_get_scheduler (progress)->retention, goal.interview,
      goal.principles);
  days = starling_progress_get_days (progress, &n_days);
  for (guint i = 0; i < n_days; i++)
    g_string_append_printf (text, "day %d: %u %u %u %u %u %u\n", days[i].day,
                            days[i].n_new, days[i].n_learning, days[i].n_due,
                            days[i].n_takes, days[i].n_questions,
                            days[i].n_right);
  return g_string_free (text, FALSE);
}
