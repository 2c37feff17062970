/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle.h"
#include "engine/quiz/derive.h"
#include "support.h"

#include <string.h>

/*
 * The questions that are made from the bundled stories: that each is sound in
 * form, and that its right option is right, and the others wrong, by the data
 * of the story.
 */

/* Of each story at each level so many lists are made, each from a seed that no
 * other list has: as many as take a few seconds. */
#define N_SEEDS 2

/* How often the right option is longer than every other one, in percent, at
 * most; a blind guess would be one in three or four. */
#define MOST_LONGEST 33

typedef struct
{
  const StarlingScenario *scenario;
  const StarlingCatalogue *catalogue;
  StarlingLevel level;
  GHashTable *ids;
} Judge;

static const char *
get_text (const StarlingQuestion *question, guint index)
{
  return ((StarlingOption *) g_ptr_array_index (question->options, index))
      ->text;
}

/* A text without what stands around quoted words; inner marks as they were. */
static char *
unquote (const char *text)
{
  GString *plain = g_string_new (NULL);

  g_assert_true (g_str_has_prefix (text, "“") && g_str_has_suffix (text, "”"));
  g_string_append_len (plain, text + strlen ("“"),
                       (gssize) (strlen (text) - 2 * strlen ("“")));
  return g_string_free (plain, FALSE);
}

/* A text with single quotation marks, as it stands between double ones. */
static char *
dup_single (const char *text)
{
  g_auto (GStrv) opened = g_strsplit (text, "“", -1);
  g_autofree char *first = g_strjoinv ("‘", opened);
  g_auto (GStrv) closed = g_strsplit (first, "”", -1);

  return g_strjoinv ("’", closed);
}

static gboolean
has_words (const char *text, const char *words)
{
  g_autofree char *single = dup_single (text);

  return strstr (single, words) != NULL;
}

static gboolean
is_text_of (const StarlingPassage *passage, const char *text)
{
  g_autofree char *single = dup_single (passage->text);

  return g_str_equal (single, text);
}

static const StarlingPassage *
find_in (GPtrArray *passages, const char *text)
{
  for (guint i = 0; i < passages->len; i++)
    if (is_text_of (g_ptr_array_index (passages, i), text))
      return g_ptr_array_index (passages, i);
  return NULL;
}

/* The sentence of the story that @text is, and the levels it is said at. */
static const StarlingPassage *
find_passage (const Judge *judge, const char *text, guint *levels, int *step)
{
  const StarlingPassage *passage;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    if ((passage = find_in (judge->scenario->steps[i].answer, text)) != NULL)
      {
        *levels = passage->levels;
        *step = (int) i;
        return passage;
      }
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    if ((passage = find_in (judge->scenario->levels[i].reflection, text))
        != NULL)
      {
        *levels = 1u << i;
        *step = STARLING_STEP_REFLECTION;
        return passage;
      }
  return NULL;
}

static gboolean
has_flag (const StarlingScenario *scenario, const char *text)
{
  for (char **flag = scenario->weak_flags; *flag != NULL; flag++)
    if (strstr (text, *flag) != NULL)
      return TRUE;
  return FALSE;
}

static void
judge_answer (const Judge *judge, const StarlingQuestion *question)
{
  const StarlingProbe *probe
      = question->probe != NULL
            ? starling_scenario_find_probe (judge->scenario, question->probe)
            : NULL;
  guint levels;
  int step;

  if (question->quote != NULL)
    {
      gboolean weak = g_str_equal (question->quote, probe->weak_answer);

      g_assert_true (weak
                     || g_str_equal (question->quote, probe->strong_answer));
      g_assert_cmpstr (get_text (question, question->correct), ==,
                       weak ? "Weak" : "Strong");
      return;
    }
  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *words = unquote (get_text (question, i));
      gboolean right = i == question->correct;

      if (probe != NULL)
        g_assert_true (
            has_words (right ? probe->weak_answer : probe->strong_answer,
                       words));
      else if (right)
        g_assert_nonnull (find_passage (judge, words, &levels, &step));
      else
        g_assert_true (has_flag (judge->scenario, words));
    }
}

static void
judge_step (const Judge *judge, const StarlingQuestion *question)
{
  static const char *const names[]
      = { "Situation", "Task", "Action", "Result", "Reflection" };
  guint levels = 0;
  int step = -1;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      GPtrArray *passages
          = i == STARLING_STEP_REFLECTION
                ? judge->scenario->levels[judge->level].reflection
                : judge->scenario->steps[i].answer;

      for (guint j = 0; j < passages->len; j++)
        {
          const StarlingPassage *passage = g_ptr_array_index (passages, j);

          if (!g_str_equal (passage->text, question->quote))
            continue;
          g_assert_cmpint (step, ==, -1);
          step = (int) i;
          levels = passage->levels;
        }
    }
  g_assert_cmpint (step, ==, question->step);
  g_assert_true (levels & (1u << judge->level));
  g_assert_cmpstr (get_text (question, question->correct), ==, names[step]);
  for (guint i = 0; i < question->options->len; i++)
    g_assert_false (step == STARLING_STEP_SITUATION
                    && g_str_equal (get_text (question, i), "Task"));
  for (guint i = 0; i < question->options->len; i++)
    g_assert_false (step == STARLING_STEP_TASK
                    && g_str_equal (get_text (question, i), "Situation"));
}

/* The angle that the end of the question's id names. */
static const StarlingAngle *
get_angle (const Judge *judge, const StarlingQuestion *question)
{
  const char *id = strrchr (question->id, '.') + 1;
  int principle = starling_catalogue_find_principle (
      (StarlingCatalogue *) judge->catalogue, id);

  return starling_scenario_find_angle (judge->scenario, principle);
}

static void
judge_angle (const Judge *judge, const StarlingQuestion *question)
{
  const StarlingAngle *angle = get_angle (judge, question);
  const char *name
      = starling_catalogue_get_principle (
            (StarlingCatalogue *) judge->catalogue, (guint) angle->principle)
            ->name;
  gboolean lean = g_str_has_prefix (question->id, "angle.lean.");
  StarlingPrincipleSet bit = STARLING_PRINCIPLE_BIT (angle->principle);

  if (g_str_has_prefix (question->id, "angle.lead."))
    {
      g_assert_cmpstr (question->quote, ==, angle->lead);
      g_assert_cmpstr (get_text (question, question->correct), ==, name);
      return;
    }
  g_assert_nonnull (strstr (question->question, name));
  if (g_str_has_prefix (question->id, "angle.opening."))
    {
      g_assert_cmpstr (get_text (question, question->correct), ==, angle->lead);
      return;
    }
  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *words = unquote (get_text (question, i));
      guint levels;
      int step;
      const StarlingPassage *passage
          = find_passage (judge, words, &levels, &step);

      g_assert_nonnull (passage);
      g_assert_true (levels & (1u << judge->level));
      g_assert_cmpint ((passage->emphasize & bit) != 0, ==,
                       (i == question->correct) == lean);
      g_assert_cmpint ((passage->downplay & bit) != 0, ==,
                       (i == question->correct) != lean);
    }
}

static void
judge_result (const Judge *judge, const StarlingQuestion *question)
{
  gboolean money = strchr (question->quote, '$') != NULL;
  gboolean digit = strpbrk (question->quote, "0123456789") != NULL;
  const char *right = get_text (question, question->correct);

  if (g_str_equal (question->id, "result.money"))
    {
      g_assert_false (money);
      g_assert_cmpstr (right, ==, "What the change was worth in money");
    }
  else if (g_str_equal (question->id, "result.metric"))
    g_assert_cmpstr (right, ==, "The change in the metric, from what to what");
  else
    {
      g_assert_cmpstr (question->id, ==, "result.effect");
      g_assert_true (digit);
    }
  for (guint i = 0; i < question->options->len; i++)
    if (i != question->correct
        && g_str_equal (get_text (question, i),
                        "What the change was worth in money"))
      g_assert_true (money);
}

static void
judge_level (const Judge *judge, const StarlingQuestion *question)
{
  gboolean senior = g_str_has_prefix (question->id, "level.senior.");

  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *words = unquote (get_text (question, i));
      guint levels = 0;
      int step;
      gboolean up = (i == question->correct) == senior;

      g_assert_nonnull (find_passage (judge, words, &levels, &step));
      g_assert_cmpuint (levels, ==,
                        1u << (up ? STARLING_LEVEL_SENIOR
                                  : STARLING_LEVEL_SDE1));
    }
}

static void
judge_flag (const Judge *judge, const StarlingQuestion *question)
{
  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *words = unquote (get_text (question, i));
      gboolean key = FALSE;

      for (guint j = 0; j < STARLING_N_STEPS; j++)
        key |= g_strv_contains (
            (const char *const *) judge->scenario->steps[j].key_phrases, words);
      g_assert_cmpint (key, ==, i != question->correct);
      g_assert_cmpint (strstr (judge->scenario->weak_text, words) != NULL, ==,
                       i == question->correct);
    }
}

static gboolean
contains (const char *text, const char *phrase)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_autofree char *words = g_utf8_casefold (phrase, -1);

  return strstr (folded, words) != NULL;
}

static void
judge_phrase (const Judge *judge, const StarlingQuestion *question)
{
  char **phrases = judge->scenario->steps[question->step].key_phrases;

  for (guint i = 0; i < question->options->len; i++)
    {
      g_autofree char *words = unquote (get_text (question, i));

      g_assert_true (g_strv_contains ((const char *const *) phrases, words));
      g_assert_cmpint (contains (question->quote, words), ==,
                       i != question->correct);
    }
}

/* The words of @words that stand among @others, too, in their order. */
static char *
join_shared (char **words, char **others)
{
  GString *shared = g_string_new (NULL);

  for (char **word = words; *word != NULL; word++)
    if (**word != '\0' && g_strv_contains ((const char *const *) others, *word))
      g_string_append_printf (shared, "%s ", *word);
  return g_string_free (shared, FALSE);
}

static guint
count_commas (const char *text)
{
  guint n = 0;

  for (; *text != '\0'; text++)
    n += *text == ',' ? 1 : 0;
  return n;
}

/* Whether two texts list things, three or more, in orders that differ: what a
 * written question may ask about. */
static gboolean
are_orders (const char *a, char **a_words, const char *b, char **b_words)
{
  g_autofree char *a_shared = join_shared (a_words, b_words);
  g_autofree char *b_shared = join_shared (b_words, a_words);

  return count_commas (a) >= 2 && count_commas (b) >= 2
         && !g_str_equal (a_shared, b_shared);
}

/* Two texts with the same words, but for a few, are near each other. */
static void
assert_apart (const char *a, const char *b, gboolean written)
{
  g_autofree char *a_folded = g_utf8_casefold (a, -1);
  g_autofree char *b_folded = g_utf8_casefold (b, -1);
  g_auto (GStrv) a_words = g_strsplit_set (a_folded, " .,;:“”‘’()-", -1);
  g_auto (GStrv) b_words = g_strsplit_set (b_folded, " .,;:“”‘’()-", -1);
  guint shared = 0;
  guint n = 0;

  for (char **word = a_words; *word != NULL; word++)
    {
      n += **word != '\0' ? 1 : 0;
      shared
          += **word != '\0'
                     && g_strv_contains ((const char *const *) b_words, *word)
                 ? 1
                 : 0;
    }
  g_assert_cmpstr (a_folded, !=, b_folded);
  if (n > 4 && !(written && are_orders (a, a_words, b, b_words)))
    g_assert_cmpuint (shared * 10, <, n * 8);
}

/* Whether an option is about other ones, which stand anywhere. */
static gboolean
covers_others (const char *text)
{
  static const char *const beginnings[]
      = { "all of", "none of", "both of", "all the above", "neither of" };
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (folded, beginnings[i]))
      return TRUE;
  return FALSE;
}

static void
judge_form (const Judge *judge, const StarlingQuestion *question)
{
  gboolean written = question->kind == STARLING_QUESTION_WRITTEN;

  g_assert_true (g_hash_table_add (judge->ids, g_strdup (question->id)));
  g_assert_cmpint (strchr (question->id, '.') == NULL, ==, written);
  g_assert_cmpuint (strlen (question->id), <=, 128);
  g_assert_cmpstr (question->question, !=, "");
  g_assert_cmpstr (question->explanation, !=, "");
  g_assert_cmpuint (question->options->len, >=, 2);
  g_assert_cmpuint (question->options->len, <=, 6);
  g_assert_cmpuint (question->correct, <, question->options->len);
  if (question->probe != NULL)
    g_assert_nonnull (
        starling_scenario_find_probe (judge->scenario, question->probe));
  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *option = g_ptr_array_index (question->options, i);

      g_assert_cmpint (g_utf8_strlen (option->text, -1), <=, 300);
      g_assert_nonnull (option->why);
      g_assert_cmpstr (option->why, !=, "");
      g_assert_false (covers_others (option->text));
      for (guint j = 0; j < i; j++)
        assert_apart (option->text, get_text (question, j), written);
    }
}

static void
judge_question (const Judge *judge, const StarlingQuestion *question)
{
  static void (*const judges[STARLING_N_QUESTION_KINDS]) (
      const Judge *, const StarlingQuestion *)
      = {
          [STARLING_QUESTION_ANSWER] = judge_answer,
          [STARLING_QUESTION_STEP] = judge_step,
          [STARLING_QUESTION_ANGLE] = judge_angle,
          [STARLING_QUESTION_RESULT] = judge_result,
          [STARLING_QUESTION_LEVEL] = judge_level,
          [STARLING_QUESTION_FLAG] = judge_flag,
          [STARLING_QUESTION_PHRASE] = judge_phrase,
        };

  judge_form (judge, question);
  if (judges[question->kind] != NULL)
    judges[question->kind](judge, question);
}

static gboolean
is_longest (const StarlingQuestion *question)
{
  glong right = g_utf8_strlen (get_text (question, question->correct), -1);

  for (guint i = 0; i < question->options->len; i++)
    if (i != question->correct
        && g_utf8_strlen (get_text (question, i), -1) >= right)
      return FALSE;
  return TRUE;
}

/* Calls @func for the questions of every story, level and seed. */
static void
for_each_list (void (*func) (const Judge *, GPtrArray *, gpointer),
               gpointer data)
{
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();
  g_autoptr (GPtrArray) bundle = test_load_bundle (catalogue);
  guint64 n_lists = 0;

  for (guint i = 0; i < bundle->len; i++)
    for (guint level = 0; level < STARLING_N_LEVELS; level++)
      for (guint j = 0; j < N_SEEDS; j++)
        {
          StarlingQuizSource source = {
            .scenario = g_ptr_array_index (bundle, i),
            .catalogue = catalogue,
            .level = (StarlingLevel) level,
            .seed = n_lists++ * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15),
          };
          g_autoptr (GPtrArray) questions
              = starling_quiz_list_questions (&source);
          g_autoptr (GHashTable) ids
              = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          Judge judge = {
            .scenario = source.scenario,
            .catalogue = catalogue,
            .level = source.level,
            .ids = ids,
          };

          func (&judge, questions, data);
        }
}

static void
judge_list (const Judge *judge, GPtrArray *questions, gpointer data)
{
  g_test_message ("%s, %s", judge->scenario->id,
                  starling_level_to_id (judge->level));
  for (guint i = 0; i < questions->len; i++)
    judge_question (judge, g_ptr_array_index (questions, i));
}

static void
test_sound (void)
{
  for_each_list (judge_list, NULL);
}

/* Which questions there are depends on the story and the level only. */
static void
compare_list (const Judge *judge, GPtrArray *questions, gpointer data)
{
  GHashTable *lists = data;
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *key
      = g_strdup_printf ("%s %u", judge->scenario->id, judge->level);
  const char *known = g_hash_table_lookup (lists, key);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (
        ids, "%s ",
        ((StarlingQuestion *) g_ptr_array_index (questions, i))->id);
  if (known != NULL)
    g_assert_cmpstr (ids->str, ==, known);
  else
    g_hash_table_insert (lists, g_steal_pointer (&key), g_strdup (ids->str));
}

static void
test_same (void)
{
  g_autoptr (GHashTable) lists
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for_each_list (compare_list, lists);
  g_assert_cmpuint (g_hash_table_size (lists), >=, STARLING_N_LEVELS);
}

typedef struct
{
  guint n;
  guint longest;
  guint kinds[STARLING_N_QUESTION_KINDS];
  guint least;
} Counts;

static void
count_list (const Judge *judge, GPtrArray *questions, gpointer data)
{
  Counts *counts = data;

  counts->least = MIN (counts->least, questions->len);
  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);

      counts->kinds[question->kind]++;
      if (question->kind == STARLING_QUESTION_WRITTEN
          || question->options->len < 3)
        continue;
      counts->n++;
      counts->longest += is_longest (question) ? 1 : 0;
    }
}

/* Ten questions and more of every story, of every kind; and who always takes
 * the longest option is not much better off than who guesses. */
static void
test_counts (void)
{
  Counts counts = { .least = G_MAXUINT };

  for_each_list (count_list, &counts);
  g_test_message ("%u questions of a story at least; the right option is the "
                  "longest of three or four in %u of %u (%u %%)",
                  counts.least, counts.longest, counts.n,
                  100 * counts.longest / counts.n);
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    {
      g_test_message ("%s: %u of all stories, levels and seeds",
                      starling_question_kind_to_id ((StarlingQuestionKind) i),
                      counts.kinds[i]);
      g_assert_cmpuint (counts.kinds[i], >, 0);
    }
  g_assert_cmpuint (counts.least, >=, 10);
  g_assert_cmpuint (100 * counts.longest, <, MOST_LONGEST * counts.n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quiz-bundle/sound", test_sound);
  g_test_add_func ("/quiz-bundle/same", test_same);
  g_test_add_func ("/quiz-bundle/counts", test_counts);
  return g_test_run ();
}
