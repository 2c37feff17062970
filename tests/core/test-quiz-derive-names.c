/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "derive-fixture.h"

#include <string.h>

/*
 * Ids, seeds and words of the questions that are made, whatever their kind.
 */

/* What is written elsewhere, or later in the sentence, changes no id. */
static void
test_edited (DeriveFixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  StarlingPassage *late, *added;

  derive_set_phrases (f, STARLING_STEP_SITUATION, "key phrase|late");
  late = derive_say (f, STARLING_STEP_SITUATION,
                     "The key phrase was late on most days.");
  first = derive_list (f);
  before = derive_join_ids (first, STARLING_QUESTION_STEP);

  g_free (late->text);
  late->text = g_strdup ("The key phrase was late on nearly every day.");
  added = starling_passage_new ("Before it the page came late as well.");
  g_ptr_array_insert (f->story->steps[STARLING_STEP_SITUATION].answer, 0,
                      added);
  second = derive_list (f);
  after = derive_join_ids (second, STARLING_QUESTION_STEP);
  g_assert_cmpstr (before, ==, "step.situation.the-key-phrase-was-late");
  g_assert_cmpstr (after, ==,
                   "step.situation.before-it-the-page-came "
                   "step.situation.the-key-phrase-was-late");
}

/* Names are told apart, and are names in any script. */
static void
test_slugs (DeriveFixture *f, gconstpointer data)
{
  derive_set_phrases (f, STARLING_STEP_SITUATION,
                      "key phrase|Schlüssel|キー|…");
  derive_say (f, STARLING_STEP_SITUATION, "The key phrase was late on Monday.");
  derive_say (f, STARLING_STEP_SITUATION,
              "The key phrase was late on other days.");
  derive_say (f, STARLING_STEP_SITUATION,
              "Don’t forget: Schlüssel, ÄRA und mehr.");
  derive_say (f, STARLING_STEP_SITUATION, "キー ワード は 毎日 遅れて いた。");
  assert_ids (f, STARLING_QUESTION_STEP,
              "step.situation.the-key-phrase-was-late "
              "step.situation.the-key-phrase-was-late-2 "
              "step.situation.dont-forget-schlussel-ara-und "
              "step.situation.キー-ワート-は-毎日-遅れて");
}

static char *
describe (GPtrArray *questions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);

      g_string_append_printf (text, "%s\n%s\n%s\n", question->id,
                              question->question, question->quote);
      for (guint j = 0; j < question->options->len; j++)
        g_string_append_printf (
            text, "%u %s\n", question->correct,
            ((StarlingOption *) g_ptr_array_index (question->options, j))
                ->text);
    }
  return g_string_free (text, FALSE);
}

static void
fill_story (DeriveFixture *f)
{
  derive_set_phrases (f, STARLING_STEP_ACTION, "I wrote|I read|I timed|I drew");
  derive_say (f, STARLING_STEP_ACTION, "I wrote it down on a single page.");
  derive_say (f, STARLING_STEP_ACTION, "I read the other half of the code.");
  derive_say (f, STARLING_STEP_ACTION, "I timed each of the many calls.");
  derive_say (f, STARLING_STEP_ACTION, "I drew what nobody had ever seen.");
  derive_add_probe (f, "care");
}

static void
test_seeds (DeriveFixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  guint n_same = 0;

  fill_story (f);
  for (guint64 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GPtrArray) questions = derive_list_with (f, seed, NULL, NULL);
      g_autoptr (GPtrArray) again = derive_list_with (f, seed, NULL, NULL);
      g_autofree char *text = describe (questions);
      g_autofree char *text_again = describe (again);

      g_assert_cmpstr (text, ==, text_again);
      if (first == NULL)
        first = g_steal_pointer (&text);
      else
        n_same += g_str_equal (first, text) ? 1 : 0;
    }
  g_assert_cmpuint (n_same, ==, 0);
}

/* Whichever option comes first, there are two that are not much alike. */
static void
test_near_first (DeriveFixture *f, gconstpointer data)
{
  static const char *const junior[]
      = { "I stepped through my own function by hand.",
          "I stepped through my own function while my mentor kept logs on "
          "Monday afternoon.",
          "My mentor kept logs on Monday afternoon." };

  derive_say (f, STARLING_STEP_ACTION,
              "Three teams had three ideas of what mattered.")
      ->levels
      = 1u << STARLING_LEVEL_SENIOR;
  for (guint i = 0; i < G_N_ELEMENTS (junior); i++)
    derive_say (f, STARLING_STEP_ACTION, junior[i])->levels
        = 1u << STARLING_LEVEL_SDE1;
  for (guint64 seed = 0; seed < 50; seed++)
    {
      g_autoptr (GPtrArray) questions = derive_list_with (f, seed, NULL, NULL);

      g_assert_true (
          derive_has (questions, "level.senior.three-teams-had-three-ideas"));
    }
}

/* The right option stands in every place about as often. */
static void
test_places (DeriveFixture *f, gconstpointer data)
{
  guint places[3] = { 0 };
  const guint n = 600;

  fill_story (f);
  for (guint64 seed = 0; seed < n; seed++)
    {
      g_autoptr (GPtrArray) questions = derive_list_with (f, seed, NULL, NULL);

      places[derive_find (questions, "answer.sentence.care")->correct]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpuint (places[i], >, n / 4);
      g_assert_cmpuint (places[i], <, n * 5 / 12);
    }
}

static const char *
translate_cb (const char *text)
{
  return g_str_equal (text, "Weak") ? "Schwach" : text;
}

static void
test_translated (DeriveFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *options = NULL;

  derive_add_probe (f, "care");
  questions = derive_list_with (f, 1, NULL, translate_cb);
  options = derive_join_options (derive_find (questions, "answer.weak.care"));
  g_assert_cmpstr (options, ==, "Schwach*, Strong");
}

/* A written question is taken as it is, and told where to read about it. */
static void
test_written (DeriveFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *question;
    int step;
    const char *probe;
  } cases[] = {
    { "Which sentence costs you the Task?", STARLING_STEP_TASK, NULL },
    { "What is missing from this Result?", STARLING_STEP_RESULT, NULL },
    { "Which action would you take?", STARLING_NO_STEP, NULL },
    { "Which reflection fits a Senior SDE?", STARLING_STEP_REFLECTION, NULL },
    { "“What of care?” What convinces?", STARLING_NO_STEP, "care" },
    { "What of carelessness?", STARLING_NO_STEP, NULL },
    { "The Tasks at hand?", STARLING_NO_STEP, NULL },
  };
  g_autoptr (GPtrArray) questions = NULL;

  derive_add_probe (f, "care");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingQuestion *question = starling_question_new ();

      question->id = g_strdup_printf ("q%u", i);
      question->question = g_strdup (cases[i].question);
      question->explanation = g_strdup ("Because.");
      question->correct = 1;
      starling_question_add_option (question, "No", "It is not.");
      starling_question_add_option (question, "Yes", NULL);
      g_ptr_array_add (f->story->quiz, question);
    }
  questions = derive_list (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *options = derive_join_options (question);

      g_assert_cmpstr (question->question, ==, cases[i].question);
      g_assert_cmpint (question->kind, ==, STARLING_QUESTION_WRITTEN);
      g_assert_cmpint (question->step, ==, cases[i].step);
      g_assert_cmpstr (question->probe, ==, cases[i].probe);
      g_assert_cmpstr (options, ==, "No, Yes*");
    }
}

static void
test_kinds (void)
{
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    {
      StarlingQuestionKind kind;
      const char *id = starling_question_kind_to_id ((StarlingQuestionKind) i);

      g_assert_true (starling_question_kind_from_id (id, &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (starling_question_kind_from_id (
      "other", &(StarlingQuestionKind){ STARLING_QUESTION_STEP }));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (DeriveFixture *, gconstpointer);
  } tests[] = {
    { "/quiz-derive-names/edited", test_edited },
    { "/quiz-derive-names/slugs", test_slugs },
    { "/quiz-derive-names/seeds", test_seeds },
    { "/quiz-derive-names/near-first", test_near_first },
    { "/quiz-derive-names/places", test_places },
    { "/quiz-derive-names/translated", test_translated },
    { "/quiz-derive-names/written", test_written },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeriveFixture, NULL, derive_set_up,
                tests[i].func, derive_tear_down);
  g_test_add_func ("/quiz-derive-names/kinds", test_kinds);
  return g_test_run ();
}
