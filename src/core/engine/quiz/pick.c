/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/pick.h"

#include "base/random.h"
#include "engine/quiz/pick-private.h"

typedef enum
{
  WHEN_WRONG, /* due, in the first box */
  WHEN_DUE,   /* in any other one */
  WHEN_NEW,
  WHEN_LATER,
} When;

/* What could be asked, and what was chosen so far. */
typedef struct
{
  When when;
  int due;      /* study day */
  guint box;    /* 0: never answered */
  guint rank;   /* which of equals comes first */
  guint n_near; /* picked ones about the same scenario */
  gboolean is_picked;
  gboolean is_given_away; /* by one that was picked */
} Entry;

typedef struct
{
  const StarlingQuizCandidate *candidates;
  Entry *entries; /* for each */
  guint n_candidates;
  guint kind_ranks[STARLING_N_QUESTION_KINDS];

  guint *picked;
  guint n_picked;
  guint n_wanted;
} Pick;

static void
init_entry (Entry *self, const StarlingQuestionRecord *record, int today)
{
  if (record == NULL || record->box == 0)
    {
      self->when = WHEN_NEW;
      return;
    }
  self->due = starling_question_record_get_due (record);
  self->box = record->box;
  if (self->due > today)
    self->when = WHEN_LATER;
  else
    self->when = self->box == 1 ? WHEN_WRONG : WHEN_DUE;
}

static void
take (Pick *self, guint index)
{
  const StarlingQuizCandidate *taken = &self->candidates[index];
  const char *subject = taken->question->subject;

  self->picked[self->n_picked++] = index;
  self->entries[index].is_picked = TRUE;
  for (guint i = 0; i < self->n_candidates; i++)
    {
      const StarlingQuizCandidate *other = &self->candidates[i];

      if (other->scenario != taken->scenario)
        continue;
      self->entries[i].n_near++;
      if (subject != NULL && g_strcmp0 (other->question->subject, subject) == 0)
        self->entries[i].is_given_away = TRUE;
    }
}

/* By the box if both are due, then by the day, then by rank. */
static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Pick *self = data;
  const Entry *left = &self->entries[*(const guint *) a];
  const Entry *right = &self->entries[*(const guint *) b];

  if (left->when == WHEN_DUE && left->box != right->box)
    return left->box < right->box ? -1 : 1;
  if (left->due != right->due)
    return left->due < right->due ? -1 : 1;
  return left->rank < right->rank ? -1 : 1;
}

/* Those to be asked at a time, the most urgent first. */
static GArray *
list_entries (const Pick *self, When when)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < self->n_candidates; i++)
    if (self->entries[i].when == when)
      g_array_append_val (list, i);
  g_array_sort_with_data (list, compare_cb, (gpointer) self);
  return list;
}

/* Takes from the front of @list until @n_wanted are picked. */
static void
take_from (Pick *self,
           const GArray *list,
           guint n_wanted,
           gboolean given_away_too)
{
  for (guint i = 0; i < list->len && self->n_picked < n_wanted; i++)
    {
      guint index = g_array_index (list, guint, i);
      const Entry *entry = &self->entries[index];

      if (!entry->is_picked && (given_away_too || !entry->is_given_away))
        take (self, index);
    }
}

/* Whether the new question @a is to be taken rather than @b: of the kind that
 * was taken less often, then about the scenario that was, then by rank. */
static gboolean
is_rarer (const Pick *self, const guint *n_of_kind, guint a, guint b)
{
  StarlingQuestionKind kind_a = self->candidates[a].question->kind;
  StarlingQuestionKind kind_b = self->candidates[b].question->kind;

  if (n_of_kind[kind_a] != n_of_kind[kind_b])
    return n_of_kind[kind_a] < n_of_kind[kind_b];
  if (kind_a != kind_b)
    return self->kind_ranks[kind_a] < self->kind_ranks[kind_b];
  if (self->entries[a].n_near != self->entries[b].n_near)
    return self->entries[a].n_near < self->entries[b].n_near;
  return self->entries[a].rank < self->entries[b].rank;
}

/* The next new question, written or derived; -1: there is none. */
static int
find_new (const Pick *self, const guint *n_of_kind, gboolean written)
{
  int found = -1;

  for (guint i = 0; i < self->n_candidates; i++)
    {
      const Entry *entry = &self->entries[i];
      gboolean is_written
          = self->candidates[i].question->kind == STARLING_QUESTION_WRITTEN;

      if (is_written != written || entry->when != WHEN_NEW || entry->is_picked
          || entry->is_given_away)
        continue;
      if (found < 0 || is_rarer (self, n_of_kind, i, (guint) found))
        found = (int) i;
    }
  return found;
}

/* Written and derived ones in turn. */
static void
take_new (Pick *self)
{
  guint n_of_kind[STARLING_N_QUESTION_KINDS] = { 0 };
  gboolean written = TRUE;

  while (self->n_picked < self->n_wanted)
    {
      int index = find_new (self, n_of_kind, written);

      if (index < 0)
        index = find_new (self, n_of_kind, !written);
      if (index < 0)
        break;
      n_of_kind[self->candidates[index].question->kind]++;
      take (self, (guint) index);
      written = !written;
    }
}

/* All that were wrong; then what is due, but a third is kept for new ones. */
static void
choose (Pick *self)
{
  g_autoptr (GArray) wrong = list_entries (self, WHEN_WRONG);
  g_autoptr (GArray) due = list_entries (self, WHEN_DUE);
  g_autoptr (GArray) new = list_entries (self, WHEN_NEW);
  g_autoptr (GArray) later = list_entries (self, WHEN_LATER);
  guint n_kept = MIN ((self->n_wanted + 1) / 3, new->len);

  take_from (self, wrong, self->n_wanted, FALSE);
  take_from (self, due, self->n_wanted - n_kept, FALSE);
  take_new (self);
  take_from (self, due, self->n_wanted, FALSE);
  take_from (self, later, self->n_wanted, FALSE);

  take_from (self, wrong, self->n_wanted, TRUE);
  take_from (self, due, self->n_wanted, TRUE);
  take_from (self, new, self->n_wanted, TRUE);
  take_from (self, later, self->n_wanted, TRUE);
}

static void
set_ranks (Pick *self, guint64 *state)
{
  g_autofree guint *ranks = g_new (guint, self->n_candidates);

  for (guint i = 0; i < self->n_candidates; i++)
    ranks[i] = i;
  starling_random_shuffle (state, ranks, self->n_candidates);
  for (guint i = 0; i < self->n_candidates; i++)
    self->entries[i].rank = ranks[i];

  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    self->kind_ranks[i] = i;
  starling_random_shuffle (state, self->kind_ranks, STARLING_N_QUESTION_KINDS);
}

/**
 * starling_quiz_pick:
 * @candidates: (array length=n_candidates): what could be asked
 * @n_candidates: how many there are
 * @length: how many to ask; 0: all
 * @today: the study day
 * @seed: decides between equals, and on the order
 * @n_picked: (out): how many are asked
 *
 * Chooses the questions of a quiz. First come those that are due, by box, and
 * within a box the one that is overdue for longest; then new ones, written and
 * derived ones in turn, and of the derived ones, and of the scenarios, those
 * that had less; then those that are not due yet, the soonest first. A third
 * of the places is kept for new ones, except from those in the first box. Of
 * questions that give away each other's answers one is asked, unless there is
 * nothing else.
 *
 * Returns: (transfer full) (array length=n_picked): places in @candidates, in
 *   the order in which they are asked: a written one first, and no two of a
 *   kind about the same scenario side by side, if that can be had
 */
guint *
starling_quiz_pick (const StarlingQuizCandidate *candidates,
                    guint n_candidates,
                    guint length,
                    int today,
                    guint64 seed,
                    guint *n_picked)
{
  g_autofree Entry *entries = g_new0 (Entry, n_candidates);
  guint64 state = seed;
  Pick pick = {
    .candidates = candidates,
    .entries = entries,
    .n_candidates = n_candidates,
    .picked = g_new (guint, MAX (n_candidates, 1)),
    .n_wanted = length == 0 ? n_candidates : MIN (length, n_candidates),
  };

  for (guint i = 0; i < n_candidates; i++)
    init_entry (&entries[i], candidates[i].record, today);
  set_ranks (&pick, &state);
  choose (&pick);
  starling_quiz_arrange (candidates, pick.picked, pick.n_picked, &state);
  *n_picked = pick.n_picked;
  return pick.picked;
}
