/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz.h"

#include "library-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#define DAY (24 * HOUR)
#define N_SEEDS 8
#define WRITTEN (1u << STARLING_QUESTION_WRITTEN)
#define FLAGS (1u << STARLING_QUESTION_FLAG)

/* Adds scenarios named by a letter and a number, from 0, with so many written
 * questions each, in a language. They have one key phrase and one flag, so that
 * a question about the flag takes the key phrases of other ones. */
static void
put_pack (LibraryFixture *f,
          const char *letter,
          guint n,
          guint n_questions,
          const char *language)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *file = g_strdup_printf ("packs/%s.json", letter);

  g_string_append_printf (
      text,
      "{\"format\":\"starling-pack\",\"version\":1,\"id\":\"%s\",\"title\":"
      "\"P\",\"language\":\"%s\",\"scenarios\":[",
      letter, language);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (
          text,
          "%s{\"id\":\"%s%u\",\"title\":\"T\",\"question\":\"Why?\","
          "\"principle\":\"%s\",\"steps\":["
          "{\"step\":\"situation\",\"seconds\":30},"
          "{\"step\":\"task\",\"seconds\":20},"
          "{\"step\":\"action\",\"seconds\":90,\"key_phrases\":["
          "\"saw %s%u\"],\"answer\":["
          "{\"text\":\"I saw %s%u and told all who were there.\"}]},"
          "{\"step\":\"result\",\"seconds\":20},"
          "{\"step\":\"reflection\",\"seconds\":15}],"
          "\"weak_answer\":{\"text\":\"We just did what %s%u had said.\","
          "\"flags\":[\"We just did what %s%u had said\"],"
          "\"verdict\":\"No.\"},\"quiz\":[",
          i > 0 ? "," : "", letter, i, i % 2 == 0 ? "ownership" : "dive-deep",
          letter, i, letter, i, letter, i, letter, i);
      for (guint j = 0; j < n_questions; j++)
        g_string_append_printf (
            text,
            "%s{\"id\":\"q%u\",\"question\":\"What?\",\"options\":["
            "{\"text\":\"A\"},{\"text\":\"B\"},{\"text\":\"C\"}],"
            "\"correct\":%u,\"explanation\":\"So.\"}",
            j > 0 ? "," : "", j, j % 3);
      g_string_append (text, "]}");
    }
  g_string_append (text, "]}");
  library_put (f->user_dir, file, text->str);
}

static void
load (LibraryFixture *f)
{
  g_autoptr (GError) error = NULL;

  starling_library_load (f->library, &error);
  g_assert_no_error (error);
}

/* All ids there are, but that of the fixture's own pack. */
static GStrv
list_ids (LibraryFixture *f)
{
  GListModel *summaries = starling_library_get_summaries (f->library);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      if (!g_str_equal (starling_summary_get_id (summary), "one"))
        g_strv_builder_add (ids, starling_summary_get_id (summary));
    }
  return g_strv_builder_end (ids);
}

static StarlingQuiz *
deal_of (LibraryFixture *f,
         const char *const *scenarios,
         guint length,
         guint kinds,
         guint64 seed)
{
  const StarlingQuizRequest request = {
    .scenarios = scenarios,
    .length = length,
    .kinds = kinds,
    .level = STARLING_LEVEL_SDE2,
    .seed = seed,
  };

  return starling_library_deal_quiz (f->library, &request);
}

static StarlingQuiz *
deal (LibraryFixture *f, guint length, guint kinds, guint64 seed)
{
  g_auto (GStrv) ids = list_ids (f);

  return deal_of (f, (const char *const *) ids, length, kinds, seed);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The items in their order, as SCENARIO#QUESTION; or sorted. */
static char *
describe (StarlingQuiz *quiz, gboolean sorted)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < starling_quiz_get_length (quiz); i++)
    {
      const StarlingQuizItem *item = starling_quiz_get_item (quiz, i);

      g_ptr_array_add (names, g_strconcat (item->scenario, "#", item->question,
                                           " ", NULL));
    }
  if (sorted)
    g_ptr_array_sort (names, compare_cb);
  for (guint i = 0; i < names->len; i++)
    g_string_append (text, g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

static gboolean
has_item (StarlingQuiz *quiz, const char *scenario, const char *question)
{
  for (guint i = 0; i < starling_quiz_get_length (quiz); i++)
    {
      const StarlingQuizItem *item = starling_quiz_get_item (quiz, i);

      if (g_str_equal (item->scenario, scenario)
          && g_str_equal (item->question, question))
        return TRUE;
    }
  return FALSE;
}

/* An answer some days ago. */
static void
answer (LibraryFixture *f,
        const char *scenario,
        const char *question,
        gboolean right,
        int days_ago)
{
  static guint n;
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_QUIZ);

  event->id = g_strdup_printf ("e%u", n++);
  event->at = NOW - days_ago * DAY;
  event->offset = 60;
  event->scenario = g_strdup (scenario);
  event->question = g_strdup (question);
  event->correct = right;
  starling_progress_add (starling_library_get_progress (f->library), event);
}

static void
test_requests (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *scenarios[4];
    guint length;
    guint kinds;
    const char *expected;
  } cases[] = {
    { { NULL }, 0, STARLING_ALL_QUESTION_KINDS, "" },
    { { "a0" }, 0, WRITTEN, "a0#q0 a0#q1 " },
    { { "a0" }, 2, WRITTEN, "a0#q0 a0#q1 " },
    { { "a0" }, 500, WRITTEN, "a0#q0 a0#q1 " },
    { { "a0", "nobody", "a1" }, 0, WRITTEN, "a0#q0 a0#q1 a1#q0 a1#q1 " },
    { { "a0", "a0" }, 0, WRITTEN, "a0#q0 a0#q1 " },
    { { "a0" }, 0, FLAGS, "a0#flag.we-just-did-what-a0 " },
    { { "a0" },
      0,
      FLAGS | WRITTEN,
      "a0#flag.we-just-did-what-a0 a0#q0 a0#q1 " },
    { { "a0" }, 0, 0, "" },
    { { "one" }, 0, STARLING_ALL_QUESTION_KINDS, "" },
    { { "one", "a0" }, 0, WRITTEN, "a0#q0 a0#q1 " },
  };

  put_pack (f, "a", 6, 2, "en");
  load (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz
          = deal_of (f, cases[i].scenarios, cases[i].length, cases[i].kinds, i);
      g_autofree char *text = describe (quiz, TRUE);

      g_assert_cmpstr (text, ==, cases[i].expected);
      g_assert_cmpuint (starling_quiz_get_seed (quiz), ==, i);
    }
}

/* The same seed gives the same quiz, another one another quiz. */
static void
test_seeds (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) quizzes
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  put_pack (f, "a", 20, 2, "en");
  load (f);
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) one
          = deal (f, 8, STARLING_ALL_QUESTION_KINDS, seed);
      g_autoptr (StarlingQuiz) other
          = deal (f, 8, STARLING_ALL_QUESTION_KINDS, seed);
      g_autofree char *expected = describe (one, FALSE);
      g_autofree char *text = describe (other, FALSE);

      g_assert_cmpuint (starling_quiz_get_length (one), ==, 8);
      g_assert_cmpstr (text, ==, expected);
      g_assert_true (g_hash_table_add (quizzes, g_steal_pointer (&text)));
    }
}

/* Each question is opened as it was dealt. */
static void
test_open (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingQuiz) quiz = NULL;
  StarlingScenario *none = NULL;
  guint n_flags = 0;

  put_pack (f, "a", 4, 2, "en");
  load (f);
  quiz = deal (f, 0, STARLING_ALL_QUESTION_KINDS, 3);
  g_assert_cmpuint (starling_quiz_get_length (quiz), >=, 4 * 3);
  for (guint i = 0; i < starling_quiz_get_length (quiz); i++)
    {
      const StarlingQuizItem *item = starling_quiz_get_item (quiz, i);
      g_autoptr (StarlingScenario) scenario = NULL;
      g_autoptr (StarlingQuestion) question
          = starling_library_open_question (f->library, item->scenario,
                                            item->question, STARLING_LEVEL_SDE2,
                                            3, NULL, &scenario);

      g_assert_nonnull (question);
      g_assert_cmpstr (scenario->id, ==, item->scenario);
      g_assert_cmpstr (question->id, ==, item->question);
      g_assert_cmpint (question->kind, ==, item->kind);
      g_assert_cmpint (question->step, ==, item->step);
      g_assert_cmpstr (question->probe, ==, item->probe);
      g_assert_cmpuint (question->options->len, ==, item->n_options);
      g_assert_cmpuint (question->correct, ==, item->correct);
      g_assert_cmpint (scenario->principle, ==, item->principle);
      n_flags += item->kind == STARLING_QUESTION_FLAG ? 1 : 0;
    }
  g_assert_cmpuint (n_flags, ==, 4);

  none = (gpointer) quiz;
  g_assert_null (starling_library_open_question (f->library, "a0", "nothing",
                                                 STARLING_LEVEL_SDE2, 3, NULL,
                                                 &none));
  g_assert_null (none);
  none = (gpointer) quiz;
  g_assert_null (starling_library_open_question (f->library, "nobody", "q0",
                                                 STARLING_LEVEL_SDE2, 3, NULL,
                                                 &none));
  g_assert_null (none);
}

static const char *
shout (const char *text)
{
  return "AH";
}

static void
test_translate (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingQuestion) question = NULL;

  put_pack (f, "a", 4, 0, "en");
  load (f);
  question
      = starling_library_open_question (f->library, "a0",
                                        "flag.we-just-did-what-a0",
                                        STARLING_LEVEL_SDE2, 3, shout, NULL);
  g_assert_cmpstr (question->question, ==, "AH");
}

/* Wrong options are taken from a few scenarios in the same language, the same
 * ones for a whole quiz. */
static void
test_others (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) ever = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (StarlingQuiz) lonely = NULL;

  put_pack (f, "a", 40, 0, "en");
  put_pack (f, "b", 1, 0, "en-GB");
  put_pack (f, "c", 40, 0, "de");
  load (f);
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (GHashTable) used
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (guint i = 0; i < 40; i++)
        {
          g_autofree char *id = g_strdup_printf ("a%u", i);
          g_autofree char *name
              = g_strdup_printf ("flag.we-just-did-what-%s", id);
          g_autoptr (StarlingQuestion) question
              = starling_library_open_question (f->library, id, name,
                                                STARLING_LEVEL_SDE2, seed, NULL,
                                                NULL);

          g_assert_nonnull (question);
          g_assert_cmpuint (question->options->len, ==, 4);
          for (guint j = 0; j < question->options->len; j++)
            {
              StarlingOption *option = g_ptr_array_index (question->options, j);

              if (j == question->correct || strstr (option->text, id) != NULL)
                continue;
              g_assert_nonnull (strstr (option->text, "saw a"));
              g_hash_table_add (used, g_strdup (option->text));
              g_hash_table_add (ever,
                                (gpointer) g_intern_string (option->text));
            }
        }
      g_assert_cmpuint (g_hash_table_size (used), <=, 5);
    }
  g_assert_cmpuint (g_hash_table_size (ever), >, 10);

  lonely = deal_of (f, (const char *const[]){ "b0", NULL }, 0, FLAGS, 1);
  g_assert_cmpuint (starling_quiz_get_length (lonely), ==, 0);
}

/* What is due is found wherever it is, by its box and its day. */
static void
test_urgent (LibraryFixture *f, gconstpointer data)
{
  put_pack (f, "a", 60, 2, "en");
  load (f);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      /* in the second box, due since i days */
      answer (f, id, "q0", TRUE, 2 + (int) i);
    }
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) quiz
          = deal (f, 5, STARLING_ALL_QUESTION_KINDS, seed);

      g_assert_true (has_item (quiz, "a59", "q0"));
      g_assert_true (has_item (quiz, "a58", "q0"));
      g_assert_true (has_item (quiz, "a57", "q0"));
      g_assert_false (has_item (quiz, "a56", "q0"));
    }

  /* what was wrong comes before them, the one that waits longest first */
  for (guint i = 20; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      answer (f, id, "q1", FALSE, (int) i - 20);
    }
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) quiz
          = deal (f, 5, STARLING_ALL_QUESTION_KINDS, seed);
      g_autofree char *text = describe (quiz, TRUE);

      g_assert_cmpstr (text, ==, "a25#q1 a26#q1 a27#q1 a28#q1 a29#q1 ");
    }
}

/* One question among many is due since this morning; the others wait. */
static void
test_due_today (LibraryFixture *f, gconstpointer data)
{
  put_pack (f, "a", 60, 2, "en");
  load (f);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      for (guint j = 0; j < (i == 5 ? 9 : 1); j++)
        answer (f, id, "q0", TRUE, i == 5 ? 2 : 1);
    }
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) quiz
          = deal (f, 5, STARLING_ALL_QUESTION_KINDS, seed);

      g_assert_true (has_item (quiz, "a5", "q0"));
    }
}

/* Answers to questions that are gone, or not wanted, do no harm. */
static void
test_in_vain (LibraryFixture *f, gconstpointer data)
{
  put_pack (f, "a", 60, 2, "en");
  load (f);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      answer (f, id, i % 2 == 0 ? "gone" : "gone.too", FALSE, 9);
    }
  answer (f, "a7", "q1", FALSE, 20);
  answer (f, "a8", "flag.we-just-did-what-a8", FALSE, 30);
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) quiz = deal (f, 5, WRITTEN, seed);

      g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 5);
      g_assert_true (has_item (quiz, "a7", "q1"));
    }
}

/* New questions are about stories that were asked about least. */
static void
test_fresh (LibraryFixture *f, gconstpointer data)
{
  put_pack (f, "a", 30, 4, "en");
  load (f);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      for (guint j = 0; j < (i < 27 ? 3 : 1); j++)
        answer (f, id, "q0", TRUE, 0);
    }
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) quiz
          = deal (f, 3, STARLING_ALL_QUESTION_KINDS, seed);
      g_autofree char *text = describe (quiz, TRUE);

      g_assert_cmpuint (starling_quiz_get_length (quiz), ==, 3);
      g_assert_nonnull (strstr (text, "a27#"));
      g_assert_nonnull (strstr (text, "a28#"));
      g_assert_nonnull (strstr (text, "a29#"));
    }
}

/* New ones are not always about the stories in which something is due. */
static void
test_fresh_beside_due (LibraryFixture *f, gconstpointer data)
{
  guint n_fresh = 0;

  put_pack (f, "a", 30, 4, "en");
  load (f);
  for (guint i = 0; i < 15; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      answer (f, id, "q0", TRUE, 9);
    }
  for (guint64 seed = 0; seed < N_SEEDS; seed++)
    {
      g_autoptr (StarlingQuiz) quiz
          = deal (f, 10, STARLING_ALL_QUESTION_KINDS, seed);

      for (guint i = 0; i < starling_quiz_get_length (quiz); i++)
        n_fresh
            += strlen (starling_quiz_get_item (quiz, i)->scenario) > 2
                       && atoi (starling_quiz_get_item (quiz, i)->scenario + 1)
                              >= 15
                   ? 1
                   : 0;
    }
  /* three of each ten are new; the stories that were opened for what is due
   * have new ones as well */
  g_assert_cmpuint (n_fresh, >=, N_SEEDS);
}

/* A day begins at 04:00 by the library's clock. */
static void
test_days (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    gint64 later; /* ms after the start of the day before it is due */
    const char *expected;
  } cases[] = {
    { 0, "a0#q1 " },
    { DAY - 1, "a0#q1 " },
    { DAY, "a0#q0 " },
    { 9 * DAY, "a0#q0 " },
  };
  int today = starling_day_of (NOW, 60);
  gint64 start = starling_day_get_start (today + 1, 60) - NOW;
  gint64 passed = 0;

  put_pack (f, "a", 1, 2, "en");
  load (f);
  answer (f, "a0", "q0", TRUE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (StarlingQuiz) quiz = NULL;
      g_autofree char *text = NULL;

      starling_clock_advance (f->clock, start + cases[i].later - passed);
      passed = start + cases[i].later;
      quiz = deal (f, 1, WRITTEN, 1);
      text = describe (quiz, FALSE);
      g_assert_cmpstr (text, ==, cases[i].expected);
    }
}

/* All there are has an end. */
static void
test_limit (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingQuiz) all = NULL;
  g_autoptr (StarlingQuiz) many = NULL;

  put_pack (f, "a", 180, 3, "en");
  load (f);
  answer (f, "a0", "q0", FALSE, 3);
  all = deal (f, 0, WRITTEN, 1);
  g_assert_cmpuint (starling_quiz_get_length (all), ==,
                    STARLING_QUIZ_MAX_LENGTH);
  g_assert_true (has_item (all, "a0", "q0"));
  many = deal (f, STARLING_QUIZ_MAX_LENGTH, WRITTEN, 1);
  g_assert_cmpuint (starling_quiz_get_length (many), ==,
                    STARLING_QUIZ_MAX_LENGTH);
}

/* Scenarios that cannot be opened are left out, and nothing is loaded again
 * while a quiz is dealt; a question that is opened loads its file again. */
static void
test_changed (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *file = NULL;
  g_autoptr (StarlingQuiz) quiz = NULL;
  g_autofree char *text = NULL;
  g_autoptr (StarlingQuestion) question = NULL;
  guint n_before;

  put_pack (f, "a", 2, 1, "en");
  put_pack (f, "b", 2, 1, "en");
  put_pack (f, "c", 2, 1, "en");
  load (f);
  n_before = f->n_scenarios;
  file = g_build_filename (f->user_dir, "packs", "a.json", NULL);
  g_assert_cmpint (g_unlink (file), ==, 0);
  put_pack (f, "b", 1, 3, "en");
  quiz = deal (f, 0, WRITTEN, 1);
  text = describe (quiz, TRUE);
  g_assert_cmpstr (text, ==, "c0#q0 c1#q0 ");
  g_assert_cmpuint (f->n_scenarios, ==, n_before);

  question
      = starling_library_open_question (f->library, "b0", "q2",
                                        STARLING_LEVEL_SDE2, 1, NULL, NULL);
  g_assert_nonnull (question);
  g_assert_cmpuint (f->n_scenarios, ==, n_before + 1);
}

#define ADD(name, func)                                                        \
  g_test_add ("/library-quiz/" name, LibraryFixture, NULL, library_set_up,     \
              func, library_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("requests", test_requests);
  ADD ("seeds", test_seeds);
  ADD ("open", test_open);
  ADD ("translate", test_translate);
  ADD ("others", test_others);
  ADD ("urgent", test_urgent);
  ADD ("due-today", test_due_today);
  ADD ("in-vain", test_in_vain);
  ADD ("fresh", test_fresh);
  ADD ("fresh-beside-due", test_fresh_beside_due);
  ADD ("days", test_days);
  ADD ("limit", test_limit);
  ADD ("changed", test_changed);

  return g_test_run ();
}
