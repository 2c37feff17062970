/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/pick.h"

#include "base/random.h"

#include <stdlib.h>
#include <string.h>

#define TODAY 20000
#define N_SEEDS 25
#define N_SETS 600

/* Candidates with what they point to. */
typedef struct
{
  GArray *candidates; /* (element-type StarlingQuizCandidate) */
  GPtrArray *questions;
  GPtrArray *records;
} Set;

static void
set_init (Set *self)
{
  self->candidates = g_array_new (FALSE, FALSE, sizeof (StarlingQuizCandidate));
  self->questions = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_question_free);
  self->records = g_ptr_array_new_with_free_func (g_free);
}

static void
set_clear (Set *self)
{
  g_array_unref (self->candidates);
  g_ptr_array_unref (self->questions);
  g_ptr_array_unref (self->records);
}

/* Box 0: new; due: in so many days. A record that nothing was answered to is
 * as good as none. */
static void
set_add (Set *self,
         guint scenario,
         guint kind,
         guint box,
         int due,
         gboolean right,
         const char *subject)
{
  StarlingQuestion *question = starling_question_new ();
  StarlingQuestionRecord *record = NULL;
  StarlingQuizCandidate candidate
      = { .scenario = scenario, .question = question };

  question->kind = (StarlingQuestionKind) kind;
  question->subject = g_strdup (subject);
  if (box > 0 || right)
    {
      record = g_new0 (StarlingQuestionRecord, 1);
      starling_question_record_init (record);
      record->box = box;
      record->right = right || box > 1;
      record->last_day = TODAY + due;
      if (record->right && box > 0)
        record->last_day -= 1 << (box - 1);
      g_ptr_array_add (self->records, record);
      candidate.record = record;
    }
  g_ptr_array_add (self->questions, question);
  g_array_append_val (self->candidates, candidate);
}

static guint *
pick (const Set *self, guint length, guint64 seed, guint *n_picked)
{
  return starling_quiz_pick ((gconstpointer) self->candidates->data,
                             self->candidates->len, length, TODAY, seed,
                             n_picked);
}

/* Adds words: scenario, kind, then n for new, or z with an empty record; or
 * the box with + and - for days until it is due; then = and a subject. */
static void
set_add_words (Set *self, const char *words)
{
  g_auto (GStrv) list = g_strsplit (words, " ", -1);

  for (guint i = 0; list[i] != NULL && *list[i] != '\0'; i++)
    {
      const char *word = list[i];
      const char *subject = strchr (word, '=');
      gboolean is_new = word[2] == 'n' || word[2] == 'z';
      guint box = is_new ? 0 : (guint) (word[2] - '0');
      int due = is_new ? 0 : atoi (word + 3);

      set_add (self, (guint) word[0], (guint) (word[1] - '0'), box, due,
               word[2] == 'z' || (box == 1 && due % 2 != 0),
               subject != NULL ? subject + 1 : NULL);
    }
}

/* What is picked, whatever the seed. */
static void
test_which (void)
{
  static const struct
  {
    const char *candidates;
    guint length;
    const char *expected;
  } cases[] = {
    { "", 0, "" },
    { "", 5, "" },
    { "a0n", 0, "0" },
    { "a0n", 1, "0" },
    { "a0n a1n b14+3 b11-2", 0, "0123" },
    { "a0n a1n b14+3 b11-2", 4, "0123" },
    { "a0n a1n b14+3 b11-2", 9, "0123" },
    /* due: by box, then the longest overdue; today is due, tomorrow is not */
    { "a13-9 b12-1 c11-0", 2, "12" },
    { "a15-9 b14-9 c13-1", 1, "2" },
    { "a12-1 b12-9 c12-5", 2, "12" },
    { "a12-0 b11+1", 1, "0" },
    { "a15-0 b11+0", 1, "1" },
    /* a third is for new ones, if there are so many */
    { "a12-9 b12-8 c12-7 d0n", 3, "013" },
    { "a12-9 b12-8 c12-7 d0n", 2, "03" },
    { "a12-9 b12-8 c12-7 d0n", 1, "0" },
    { "a12-9 b12-8 c12-7 d12-6 e12-5 f12-4 g0n h1n", 6, "012367" },
    { "a12-9 b12-8 c12-7 d12-6 e12-5 f12-4 g0n", 6, "012346" },
    { "a12-9 b12-8 c12-7 d1z", 3, "013" },
    /* not before all that were wrong, mended or not, have theirs */
    { "a11-9 b11-8 c11-6 d0n", 3, "012" },
    { "a11-9 b11-8 c12-6 d0n", 3, "013" },
    { "a11-9 b11-8 c11-7 d11-5 e12-9 f0n", 5, "01235" },
    { "a11-9 b11-8 c11-7 d11-5 e11-3 f11-1 g0n", 5, "01234" },
    /* the rest is new, then later ones, the soonest first */
    { "a12-9 b0n c1n d12+1", 3, "012" },
    { "a12-9 b0n d12+2 e14+1", 3, "013" },
    { "a12+2 b15+1 c11+3", 2, "01" },
    { "a12+1 b15-3 c1n", 2, "12" },
    /* what gives away another's answer waits */
    { "a11-9=x a21-8=x b1n", 2, "02" },
    { "a11-9=x a21-8=y b1n", 2, "01" },
    { "a11-9=x b21-8=x c1n", 2, "01" },
    { "a11-9 a21-8 c1n", 2, "01" },
    { "a12-9=x a0n=x b12+1", 2, "02" },
    { "a0n=x a12+1=x b12+2", 2, "02" },
    /* until there is nothing else: then in the same order */
    { "a11-9=x a21-8=x a32+1=x b1n", 3, "013" },
    { "a12-9=x a0n=x a32+1=x b0n", 3, "013" },
    { "a12-9=x a22+2=x a32+1=x b0n", 3, "023" },
    { "a12-9=x a22-8=x a0n=x b0n", 3, "013" },
    { "a1n=x a2n=x a32+1=x", 0, "012" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Set set;

      set_init (&set);
      set_add_words (&set, cases[i].candidates);
      for (guint64 seed = 0; seed < N_SEEDS; seed++)
        {
          guint n = 0;
          g_autofree guint *picked = pick (&set, cases[i].length, seed, &n);
          g_autoptr (GString) text = g_string_new (NULL);

          for (guint place = 0; place < set.candidates->len; place++)
            for (guint j = 0; j < n; j++)
              if (picked[j] == place)
                g_string_append_printf (text, "%u", place);
          if (!g_str_equal (text->str, cases[i].expected))
            g_error ("%s, %u: %s instead of %s", cases[i].candidates,
                     cases[i].length, text->str, cases[i].expected);
          g_assert_cmpuint (n, ==, text->len);
        }
      set_clear (&set);
    }
}

/* How many of each scenario, or of each kind, are among the picked. */
static char *
count (const Set *set, const guint *picked, guint n, gboolean kinds)
{
  guint counts[256] = { 0 };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const StarlingQuizCandidate *candidate
          = &g_array_index (set->candidates, StarlingQuizCandidate, picked[i]);

      counts[kinds ? '0' + (guint) candidate->question->kind
                   : candidate->scenario]++;
    }
  for (guint i = 0; i < 256; i++)
    if (counts[i] > 0)
      g_string_append_printf (text, "%c%u ", (char) i, counts[i]);
  return g_string_free (text, FALSE);
}

/* New ones are of all kinds and about all scenarios. */
static void
test_balance (void)
{
  static const struct
  {
    const char *candidates;
    guint length;
    gboolean kinds;
    const char *expected;
  } cases[] = {
    { "a0n b0n c0n d0n e1n f1n g1n h1n", 4, TRUE, "02 12 " },
    { "a0n b0n c0n d0n e1n f1n g1n h1n", 5, TRUE, "03 12 " },
    { "a0n b0n c0n d0n e1n f1n g1n h1n", 1, TRUE, "01 " },
    { "a0n b1n c1n d1n e1n", 4, TRUE, "01 13 " },
    { "a0n b0n c0n d0n e1n", 4, TRUE, "03 11 " },
    { "a0n b1n b1n b1n b1n b2n b2n b3n b3n", 8, TRUE, "01 13 22 32 " },
    { "a0n b1n b1n b1n b1n b2n b2n b3n b3n", 4, TRUE, "01 11 21 31 " },
    { "a1n b1n b1n b2n b2n c7n", 3, TRUE, "11 21 71 " },
    { "a1n a1n a1n a1n b1n b1n c1n", 3, FALSE, "a1 b1 c1 " },
    { "a1n a1n a1n a1n b1n b1n c1n", 5, FALSE, "a2 b2 c1 " },
    { "a1n a1n a1n a1n b1n b1n c1n", 6, FALSE, "a3 b2 c1 " },
    { "a0n a0n a0n b0n b0n b0n", 4, FALSE, "a2 b2 " },
    { "a0n a0n a1n a1n b1n b0n", 2, FALSE, "a1 b1 " },
    /* what is due counts as well */
    { "a12-9 a12-8 b1n a1n a1n", 4, FALSE, "a3 b1 " },
    { "a12-9 b1n c1n a1n a1n", 3, FALSE, "a1 b1 c1 " },
    { "a11-9 a12-9 a1n b1n b1n c1n c1n", 6, FALSE, "a2 b2 c2 " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Set set;

      set_init (&set);
      set_add_words (&set, cases[i].candidates);
      for (guint64 seed = 0; seed < N_SEEDS; seed++)
        {
          guint n = 0;
          g_autofree guint *picked = pick (&set, cases[i].length, seed, &n);
          g_autofree char *text = count (&set, picked, n, cases[i].kinds);

          if (!g_str_equal (text, cases[i].expected))
            g_error ("%s, %u: %s instead of %s", cases[i].candidates,
                     cases[i].length, text, cases[i].expected);
        }
      set_clear (&set);
    }
}

/* Among equals, all are as likely: to be picked, and to be first. */
static void
test_fair (void)
{
  static const struct
  {
    const char *candidates;
    guint length;
    guint share[4]; /* of 4000, for the first four */
  } cases[] = {
    { "a1n b1n c1n d1n", 1, { 1000, 1000, 1000, 1000 } },
    { "a0n b0n c0n d0n", 1, { 1000, 1000, 1000, 1000 } },
    { "a12-5 b12-5 c12-5 d12-5", 1, { 1000, 1000, 1000, 1000 } },
    { "a12+5 b12+5 c12+5 d12+5", 1, { 1000, 1000, 1000, 1000 } },
    { "a1n=x a2n=x a3n=x a4n=x", 0, { 1000, 1000, 1000, 1000 } },
    { "a0n b1n c0n d1n", 0, { 2000, 0, 2000, 0 } },
    /* a kind with few questions is as likely as one with many */
    { "a1n b2n c2n d2n e2n f2n", 1, { 2000, 400, 400, 400 } },
    /* what gives it all away, among equals */
    { "a12-5=x a1n=x a2n=x", 2, { 2000, 1000, 1000, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint firsts[8] = { 0 };
      Set set;

      set_init (&set);
      set_add_words (&set, cases[i].candidates);
      for (guint64 seed = 0; seed < 4000; seed++)
        {
          guint n = 0;
          g_autofree guint *picked = pick (&set, cases[i].length, seed, &n);

          firsts[picked[0]]++;
        }
      /* five standard deviations are at most 158 */
      for (guint j = 0; j < 4; j++)
        g_assert_cmpint (ABS ((int) firsts[j] - (int) cases[i].share[j]), <=,
                         cases[i].share[j] > 0 ? 158 : 0);
      set_clear (&set);
    }
}

static const StarlingQuizCandidate *
get_candidate (const Set *set, guint place)
{
  return &g_array_index (set->candidates, StarlingQuizCandidate, place);
}

static gboolean
is_alike (const Set *set, guint a, guint b)
{
  const StarlingQuizCandidate *left = get_candidate (set, a);
  const StarlingQuizCandidate *right = get_candidate (set, b);

  return left->scenario == right->scenario
         && left->question->kind == right->question->kind;
}

/* The fewest neighbours alike that can be had. */
static guint
find_fewest (const Set *set, const guint *picked, guint n)
{
  gboolean any_written = FALSE;
  int fewest = 0;

  for (guint i = 0; i < n; i++)
    any_written |= get_candidate (set, picked[i])->question->kind == 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean may_begin
          = !any_written || get_candidate (set, picked[i])->question->kind == 0;
      int n_alike = 0;

      for (guint j = 0; j < n; j++)
        n_alike += is_alike (set, picked[i], picked[j]) ? 1 : 0;
      fewest
          = MAX (fewest, n_alike - ((int) n - n_alike) - (may_begin ? 1 : 0));
    }
  return (guint) fewest;
}

static void
check_order (const Set *set, const guint *picked, guint n)
{
  guint n_alike = 0;

  for (guint i = 0; i < n; i++)
    if (get_candidate (set, picked[i])->question->kind == 0)
      g_assert_cmpint (get_candidate (set, picked[0])->question->kind, ==, 0);
  for (guint i = 1; i < n; i++)
    n_alike += is_alike (set, picked[i - 1], picked[i]) ? 1 : 0;
  g_assert_cmpuint (n_alike, ==, find_fewest (set, picked, n));
}

/* What is known of each candidate, after the pick. */
typedef struct
{
  gboolean picked;
  gboolean free; /* not picked, though nothing gives it away */
  int when;      /* -1: due, 0: new, 1: later */
  int due;
  guint box;
} Fate;

static Fate *
find_fates (const Set *set, const guint *picked, guint n, gboolean *given_away)
{
  guint n_all = set->candidates->len;
  Fate *fates = g_new0 (Fate, n_all);

  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (picked[i], <, n_all);
      g_assert_false (fates[picked[i]].picked);
      fates[picked[i]].picked = TRUE;
    }
  for (guint i = 0; i < n_all; i++)
    {
      const StarlingQuizCandidate *one = get_candidate (set, i);
      gboolean given = FALSE;

      for (guint j = 0; j < n_all; j++)
        given |= i != j && fates[j].picked
                 && get_candidate (set, j)->scenario == one->scenario
                 && one->question->subject != NULL
                 && g_strcmp0 (get_candidate (set, j)->question->subject,
                               one->question->subject)
                        == 0;
      fates[i].free = !fates[i].picked && !given;
      *given_away |= fates[i].picked && given;
      if (one->record == NULL || one->record->box == 0)
        continue;
      fates[i].box = one->record->box;
      fates[i].due = starling_question_record_get_due (one->record);
      fates[i].when = fates[i].due <= TODAY ? -1 : 1;
    }
  return fates;
}

/* Whether @fate comes before @other among those that are due. */
static gboolean
is_before (const Fate *fate, const Fate *other)
{
  return fate->box < other->box
         || (fate->box == other->box && fate->due < other->due);
}

static void
check_urgency (const Fate *fates, guint n_all, guint length)
{
  guint n_new = 0, n_new_free = 0, n_wrong = 0;

  for (guint i = 0; i < n_all; i++)
    {
      n_new += fates[i].picked && fates[i].when == 0 ? 1 : 0;
      n_new_free += fates[i].free && fates[i].when == 0 ? 1 : 0;
      n_wrong += fates[i].picked && fates[i].when < 0 && fates[i].box == 1;
    }
  for (guint i = 0; i < n_all; i++)
    for (guint j = 0; j < n_all; j++)
      {
        if (!fates[i].picked || !fates[j].free)
          continue;
        if (fates[i].when == fates[j].when && fates[i].when < 0)
          g_assert_false (is_before (&fates[j], &fates[i]));
        if (fates[i].when == fates[j].when && fates[i].when > 0)
          g_assert_cmpint (fates[i].due, <=, fates[j].due);
        /* nothing that is later while there is anything else */
        if (fates[i].when > 0)
          g_assert_cmpint (fates[j].when, >, 0);
        if (fates[j].when >= 0)
          continue;
        /* new ones, while some are due: but a third, and none before those
         * that were wrong */
        g_assert_cmpuint (n_new, <=, (length + 1) / 3);
        if (fates[j].box == 1)
          g_assert_cmpuint (n_new, ==, 0);
      }
  if (n_new_free > 0)
    g_assert_cmpuint (n_new, >=, MIN ((length + 1) / 3, length - n_wrong));
}

static void
check_new (const Set *set, const Fate *fates)
{
  guint n[STARLING_N_QUESTION_KINDS] = { 0 };
  guint n_free[STARLING_N_QUESTION_KINDS] = { 0 };
  guint n_derived = 0, n_derived_free = 0;

  for (guint i = 0; i < set->candidates->len; i++)
    {
      StarlingQuestionKind kind = get_candidate (set, i)->question->kind;

      if (fates[i].when != 0)
        continue;
      n[kind] += fates[i].picked ? 1 : 0;
      n_free[kind] += fates[i].free ? 1 : 0;
    }
  for (guint i = 1; i < STARLING_N_QUESTION_KINDS; i++)
    {
      n_derived += n[i];
      n_derived_free += n_free[i];
      for (guint j = 1; j < STARLING_N_QUESTION_KINDS; j++)
        if (n_free[j] > 0)
          g_assert_cmpuint (n[i], <=, n[j] + 1);
    }
  if (n_free[0] > 0)
    g_assert_cmpuint (n[0], >=, n_derived);
  if (n_derived_free > 0)
    g_assert_cmpuint (n[0], <=, n_derived + 1);
}

static void
add_random (Set *set, guint64 *state)
{
  static const char *const subjects[] = { NULL, NULL, NULL, "x", "y" };
  guint n = starling_random_below (state, 30);
  guint n_scenarios = 1 + starling_random_below (state, 6);
  guint n_kinds = 1 + starling_random_below (state, STARLING_N_QUESTION_KINDS);
  guint boxes = starling_random_below (state, 7);

  for (guint i = 0; i < n; i++)
    set_add (set, starling_random_below (state, n_scenarios),
             starling_random_below (state, n_kinds),
             boxes > 0 ? starling_random_below (state, boxes) : 0,
             (int) starling_random_below (state, 12) - 6,
             starling_random_below (state, 2),
             subjects[starling_random_below (state, G_N_ELEMENTS (subjects))]);
}

/* The rules, on any candidates. */
static void
test_random (void)
{
  guint64 state = 42;

  for (guint round = 0; round < N_SETS; round++)
    {
      guint length = starling_random_below (&state, 25);
      gboolean given_away = FALSE;
      guint n = 0, n_again = 0;
      guint n_free = 0;
      g_autofree guint *picked = NULL;
      g_autofree guint *again = NULL;
      g_autofree Fate *fates = NULL;
      Set set;

      set_init (&set);
      add_random (&set, &state);
      picked = pick (&set, length, round, &n);
      again = pick (&set, length, round, &n_again);
      g_assert_cmpuint (n, ==,
                        length == 0 ? set.candidates->len
                                    : MIN (length, set.candidates->len));
      g_assert_cmpmem (picked, n * sizeof (guint), again,
                       n_again * sizeof (guint));
      check_order (&set, picked, n);

      fates = find_fates (&set, picked, n, &given_away);
      for (guint i = 0; i < set.candidates->len; i++)
        n_free += fates[i].free ? 1 : 0;
      if (given_away)
        g_assert_cmpuint (n_free, ==, 0);
      check_urgency (fates, set.candidates->len, length);
      check_new (&set, fates);
      set_clear (&set);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-pick/which", test_which);
  g_test_add_func ("/quiz-pick/balance", test_balance);
  g_test_add_func ("/quiz-pick/fair", test_fair);
  g_test_add_func ("/quiz-pick/random", test_random);

  return g_test_run ();
}
