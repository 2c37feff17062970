/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/quiz.h"

#include "base/random.h"

#include <string.h>

#define N_SEEDS 300

/* Three questions: the first was wrong, and is to come back; the second is
 * answered, and still on screen. */
static const char good[]
    = "{\"v\":1,\"seed\":\"00000000000000fc\",\"items\":["
      "{\"scenario\":\"s\",\"question\":\"a\",\"kind\":\"written\","
      "\"principle\":63,\"step\":\"task\",\"probe\":\"why\",\"options\":3,"
      "\"correct\":2,\"round\":0},"
      "{\"scenario\":\"s\",\"question\":\"b.1\",\"kind\":\"step\","
      "\"options\":2,\"correct\":0,\"round\":0},"
      "{\"scenario\":\"t\",\"question\":\"a\",\"kind\":\"flag\","
      "\"options\":6,\"correct\":5,\"round\":0},"
      "{\"scenario\":\"s\",\"question\":\"a\",\"kind\":\"written\","
      "\"principle\":63,\"step\":\"task\",\"probe\":\"why\",\"options\":3,"
      "\"correct\":2,\"round\":1}],"
      "\"answers\":[-1,0],\"position\":1,\"chosen\":0}";

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (text, &error);

  g_assert_no_error (error);
  return node;
}

static StarlingQuiz *
read_quiz (const char *text)
{
  g_autoptr (JsonNode) node = parse (text);

  return starling_quiz_from_json (node);
}

static char *
write_quiz (const StarlingQuiz *quiz)
{
  g_autoptr (JsonNode) node = starling_quiz_to_json (quiz);

  return json_to_string (node, FALSE);
}

/* @good with the first @from after @mark replaced. */
static char *
change (const char *mark, const char *from, const char *to)
{
  const char *start = strstr (good, mark);
  const char *found = NULL;
  g_autofree char *before = NULL;

  g_assert_nonnull (start);
  found = strstr (start, from);
  g_assert_nonnull (found);
  before = g_strndup (good, (gsize) (found - good));
  return g_strconcat (before, to, found + strlen (from), NULL);
}

static void
test_good (void)
{
  g_autoptr (StarlingQuiz) quiz = read_quiz (good);
  const StarlingQuizItem *item = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (quiz);
  g_assert_cmpuint (starling_quiz_get_seed (quiz), ==, 0xfc);
  g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 4);
  g_assert_cmpuint (starling_quiz_get_position (quiz), ==, 1);
  g_assert_true (starling_quiz_is_checked (quiz));
  g_assert_cmpint (starling_quiz_get_answer (quiz, 0)->choice, ==, -1);
  g_assert_false (starling_quiz_get_answer (quiz, 0)->correct);
  g_assert_cmpuint (starling_quiz_get_answer (quiz, 1)->position, ==, 1);
  g_assert_true (starling_quiz_get_answer (quiz, 1)->correct);
  item = starling_quiz_get_item (quiz, 3);
  g_assert_cmpstr (item->scenario, ==, "s");
  g_assert_cmpstr (item->question, ==, "a");
  g_assert_cmpint (item->kind, ==, STARLING_QUESTION_WRITTEN);
  g_assert_cmpint (item->principle, ==, 63);
  g_assert_cmpint (item->step, ==, STARLING_STEP_TASK);
  g_assert_cmpstr (item->probe, ==, "why");
  g_assert_cmpuint (item->n_options, ==, 3);
  g_assert_cmpuint (item->correct, ==, 2);
  g_assert_cmpuint (item->round, ==, 1);
  item = starling_quiz_get_item (quiz, 1);
  g_assert_cmpint (item->principle, ==, STARLING_AS_TOLD);
  g_assert_cmpint (item->step, ==, STARLING_NO_STEP);
  g_assert_null (item->probe);

  text = write_quiz (quiz);
  g_assert_cmpstr (text, ==, good);
}

/* What is consistent in itself is taken, whatever it is. */
static void
test_accepted (void)
{
  static const char *const cases[][3] = {
    { "", "\"seed\":\"00000000000000fc\"", "\"seed\":\"ffffffffffffffff\"" },
    { "", "\"principle\":63,", "" },
    { "", "\"step\":\"task\",", "" },
    { "", "\"probe\":\"why\",", "" },
    { "", "\"v\":1", "\"v\":1,\"more\":[]" },
    { "\"flag\"", "\"options\":6", "\"options\":1,\"x\":6" },
    /* an answer that was wrong otherwise */
    { "answers", "-1,", "1," },
    /* behind the second one: nothing is shown as chosen, or another option */
    { "", "\"position\":1,\"chosen\":0", "\"position\":2,\"chosen\":-1" },
    { "", "\"position\":1,\"chosen\":0", "\"position\":2,\"chosen\":5" },
    /* a question that was made anew meanwhile */
    { "\"flag\"", "\"options\":3", "\"options\":4" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = change (cases[i][0], cases[i][1], cases[i][2]);
      g_autoptr (StarlingQuiz) quiz = NULL;

      if (i == 5)
        {
          g_autofree char *swap = g_strdup (text);
          char *correct = strstr (strstr (swap, "\"flag\""), "\"correct\":5");

          correct[strlen ("\"correct\":")] = '0';
          quiz = read_quiz (swap);
        }
      else
        quiz = read_quiz (text);
      g_assert_nonnull (quiz);
    }
}

static void
test_refused (void)
{
  static const char *const cases[][3] = {
    { "", "\"v\":1", "\"v\":2" },
    { "", "\"v\":1", "\"v\":0" },
    { "", "00000000000000fc", "0000000000000fc" },
    { "", "00000000000000fc", "000000000000000fc" },
    { "", "00000000000000fc", "00000000000000FC" },
    { "", "00000000000000fc", "+0000000000000fc" },
    { "", "00000000000000fc", " 0000000000000fc" },
    /* items that cannot be */
    { "", "\"written\"", "\"unheard-of\"" },
    { "", "\"principle\":63", "\"principle\":64" },
    { "", "\"principle\":63", "\"principle\":-1" },
    { "", "\"step\":\"task\"", "\"step\":\"none\"" },
    { "", "\"options\":3", "\"options\":0" },
    { "", "\"options\":3", "\"options\":7" },
    { "", "\"options\":3", "\"options\":2" },
    { "", "\"correct\":2", "\"correct\":3" },
    { "", "\"correct\":2", "\"correct\":-1" },
    { "\"flag\"", "\"correct\":5", "\"correct\":6" },
    /* rounds without the one before */
    { "", "\"round\":0", "\"round\":1" },
    { "\"flag\"", "\"round\":0", "\"round\":1" },
    { "\"flag\"", "\"round\":1", "\"round\":0" },
    { "\"flag\"", "\"round\":1", "\"round\":2" },
    { "\"flag\"", "\"round\":1", "\"round\":-1" },
    { "\"flag\"", "\"round\":1", "\"round\":3" },
    { "\"flag\"", "\"scenario\":\"s\"", "\"scenario\":\"x\"" },
    { "\"flag\"", "\"question\":\"a\"", "\"question\":\"b\"" },
    { "\"flag\"", "\"kind\":\"written\"", "\"kind\":\"flag\"" },
    /* the same question for the first time, twice */
    { "\"b.1\"", "\"scenario\":\"t\"", "\"scenario\":\"s\"" },
    /* it comes back although it was right, or not asked yet */
    { "answers", "-1", "2" },
    { "answers", "[-1,0],\"position\":1,\"chosen\":0",
      "[],\"position\":0,\"chosen\":0" },
    /* answers that do not match */
    { "answers", "-1", "-2" },
    { "answers", "-1", "3" },
    { "answers", ",0]", ",2]" },
    { "answers", ",0]", ",-1]" }, /* but something is chosen */
    { "answers", ",0]", ",1]" },  /* but something else is chosen */
    { "answers", ",0]", ",0,0,0,0]" },
    { "answers", "\"position\":1", "\"position\":0" },
    { "answers", "\"position\":1", "\"position\":3" },
    { "answers", "\"position\":1", "\"position\":-1" },
    { "answers", "\"chosen\":0", "\"chosen\":1" },
    { "answers", "\"chosen\":0", "\"chosen\":-1" },
    { "answers", "\"chosen\":0", "\"chosen\":-2" },
    { "answers", "\"position\":1,\"chosen\":0", "\"position\":2,\"chosen\":6" },
    { "answers", "\"position\":1,\"chosen\":0",
      "\"position\":2,\"chosen\":-2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = change (cases[i][0], cases[i][1], cases[i][2]);
      g_autoptr (StarlingQuiz) quiz = read_quiz (text);

      if (quiz != NULL)
        g_error ("taken: %s", text);
    }
  g_assert_null (starling_quiz_from_json (NULL));
}

/* A quiz of so many questions, all answered, with so many answers. */
static char *
write_long (guint n_items, guint n_answers)
{
  GString *text
      = g_string_new ("{\"v\":1,\"seed\":\"0000000000000001\",\"items\":[");

  for (guint i = 0; i < n_items; i++)
    g_string_append_printf (
        text,
        "%s{\"scenario\":\"s\",\"question\":\"q%u\",\"kind\":\"flag\","
        "\"options\":2,\"correct\":0,\"round\":0}",
        i > 0 ? "," : "", i);
  g_string_append (text, "],\"answers\":[");
  for (guint i = 0; i < n_answers; i++)
    g_string_append (text, i > 0 ? ",0" : "0");
  g_string_append_printf (text, "],\"position\":%u,\"chosen\":-1}", n_items);
  return g_string_free (text, FALSE);
}

static void
test_long (void)
{
  static const struct
  {
    guint n_items;
    guint n_answers;
    gboolean taken;
  } cases[] = {
    { 0, 0, TRUE },  { 0, 1, FALSE },        { 1, 1, TRUE },
    { 1, 2, FALSE }, { 10000, 10000, TRUE }, { 10001, 10001, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = write_long (cases[i].n_items, cases[i].n_answers);
      g_autoptr (StarlingQuiz) quiz = read_quiz (text);

      g_assert_cmpint (quiz != NULL, ==, cases[i].taken);
    }
}

/* A copy of @node in which the value number @place, counted through, is @with,
 * or is left out. @place counts down. */
static JsonNode *
copy_but (JsonNode *node, int *place, const char *with)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObject *object = json_node_get_object (node);
      g_autoptr (JsonObject) copy = json_object_new ();
      g_autoptr (GList) names = json_object_get_members (object);
      JsonNode *whole = json_node_new (JSON_NODE_OBJECT);

      for (GList *l = names; l != NULL; l = l->next)
        if ((*place)-- != 0)
          json_object_set_member (
              copy, l->data,
              copy_but (json_object_get_member (object, l->data), place, with));
        else if (with != NULL)
          json_object_set_member (copy, l->data, parse (with));
      json_node_set_object (whole, copy);
      return whole;
    }
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      g_autoptr (JsonArray) copy = json_array_new ();
      JsonNode *whole = json_node_new (JSON_NODE_ARRAY);

      for (guint i = 0; i < json_array_get_length (array); i++)
        if ((*place)-- != 0)
          json_array_add_element (copy,
                                  copy_but (json_array_get_element (array, i),
                                            place, with));
        else if (with != NULL)
          json_array_add_element (copy, parse (with));
      json_node_set_array (whole, copy);
      return whole;
    }
  return json_node_copy (node);
}

/* Each value of another type, or left out. */
static void
test_types (void)
{
  static const char *const values[]
      = { "null", "true", "1.5", "{}", "[[]]", "\"?!\"", "12345", NULL };
  g_autoptr (JsonNode) node = parse (good);
  guint n_optional = 0;

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (int place = 0;; place++)
      {
        int left = place;
        g_autoptr (JsonNode) changed = copy_but (node, &left, values[i]);
        g_autoptr (StarlingQuiz) quiz = starling_quiz_from_json (changed);
        g_autofree char *text = json_to_string (changed, FALSE);

        if (left >= 0)
          break;
        /* any text is a name; three members of two items are optional, the
         * last two items may be missing, and either answer */
        if (quiz == NULL)
          continue;
        if (values[i] == NULL)
          n_optional++;
        else if (!g_str_equal (values[i], "\"?!\"")
                 || strstr (text, "?!") == NULL)
          g_error ("taken: %s", text);
      }
  g_assert_cmpuint (n_optional, ==, 10);
}

/* Plays on at random; in the end everything is to be the same. */
static void
play (StarlingQuiz *quiz, guint64 *state, guint n_acts)
{
  for (guint i = 0; i < n_acts; i++)
    switch (starling_random_below (state, 8))
      {
      case 0:
        starling_quiz_undo (quiz);
        break;
      case 1:
        starling_quiz_expire (quiz);
        break;
      case 2:
        if (starling_random_below (state, 4) == 0)
          starling_quiz_drop_current (quiz);
        break;
      case 3:
        starling_quiz_reopen_current (quiz,
                                      2 + starling_random_below (state, 5),
                                      starling_random_below (state, 4));
        break;
      case 4:
        starling_quiz_check (quiz);
        break;
      case 5:
        starling_quiz_next (quiz);
        break;
      default:
        starling_quiz_choose (quiz, starling_random_below (state, 6));
      }
}

static void
assert_same (const StarlingQuiz *quiz, const StarlingQuiz *other)
{
  g_autofree char *left = write_quiz (quiz);
  g_autofree char *right = write_quiz (other);

  g_assert_cmpstr (left, ==, right);
  g_assert_cmpuint (starling_quiz_get_n_right (quiz), ==,
                    starling_quiz_get_n_right (other));
  g_assert_cmpint (starling_quiz_is_checked (quiz), ==,
                   starling_quiz_is_checked (other));
  for (guint slot = 0; !starling_quiz_is_finished (quiz)
                       && slot < starling_quiz_get_current (quiz)->n_options;
       slot++)
    g_assert_cmpuint (starling_quiz_get_option (quiz, slot), ==,
                      starling_quiz_get_option (other, slot));
}

static void
test_round_trip (void)
{
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      guint64 state = seed;
      g_autoptr (StarlingQuiz) quiz
          = starling_quiz_new (starling_random_next (&state));
      guint n = starling_random_below (&state, 9);

      for (guint i = 0; i < n; i++)
        {
          g_autofree char *scenario = g_strdup_printf ("s%u", i / 3);
          g_autofree char *question = g_strdup_printf ("q%u", i % 3);
          StarlingQuizItem item = {
            .scenario = scenario,
            .question = question,
            .kind = (StarlingQuestionKind) (i % STARLING_N_QUESTION_KINDS),
            .principle = (int) starling_random_below (&state, 4) - 1,
            .step = (int) starling_random_below (&state, 6) - 1,
            .probe = i % 2 == 0 ? (char *) "p" : NULL,
            .n_options = 2 + starling_random_below (&state, 5),
          };

          item.correct = starling_random_below (&state, item.n_options);
          starling_quiz_add (quiz, &item);
        }
      for (guint i = 0; i < 40; i++)
        {
          g_autofree char *text = write_quiz (quiz);
          g_autoptr (StarlingQuiz) copy = read_quiz (text);
          guint64 same = state;

          g_assert_nonnull (copy);
          assert_same (quiz, copy);
          play (quiz, &state, 4);
          play (copy, &same, 4);
          assert_same (quiz, copy);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/quiz-json/good", test_good);
  g_test_add_func ("/quiz-json/accepted", test_accepted);
  g_test_add_func ("/quiz-json/refused", test_refused);
  g_test_add_func ("/quiz-json/long", test_long);
  g_test_add_func ("/quiz-json/types", test_types);
  g_test_add_func ("/quiz-json/round-trip", test_round_trip);

  return g_test_run ();
}
