/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz.h"

#include "base/random.h"
#include "bundle.h"
#include "support.h"

#include <json-glib/json-glib.h>
#include <time.h>

/*
 * How long it takes to deal a quiz of ten questions out of 5,000 scenarios like
 * the bundled ones, in time of the main thread: for somebody who has answered
 * nothing, little, and a lot; and to open one of its questions. Fails where
 * the slowest of some quizzes takes LIMIT_MS or more.
 */

#define NOW G_GINT64_CONSTANT (1795424400000) /* 2026-11-23T09:00:00Z */
#define MINUTE G_GINT64_CONSTANT (60000)
#define N_SCENARIOS 5000
#define N_IN_PACK 500
#define N_QUIZZES 20
#define LENGTH 10
#define LIMIT_MS 100

static double
get_cpu_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* The scenarios of the bundled packs, each as text with its id. */
static void
read_bundle (GPtrArray *texts, GPtrArray *ids)
{
  g_autoptr (GPtrArray) files = test_list_bundle ();

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonArray *scenarios;

      g_assert_true (json_parser_load_from_file (parser,
                                                 g_ptr_array_index (files, i),
                                                 NULL));
      scenarios = json_object_get_array_member (
          json_node_get_object (json_parser_get_root (parser)), "scenarios");
      for (guint j = 0; j < json_array_get_length (scenarios); j++)
        {
          JsonNode *node = json_array_get_element (scenarios, j);

          g_ptr_array_add (texts, json_to_string (node, FALSE));
          g_ptr_array_add (ids, g_strdup (json_object_get_string_member (
                                    json_node_get_object (node), "id")));
        }
    }
}

/* Packs of these scenarios over and over, each time with another id. */
static void
write_packs (const char *folder, GPtrArray *texts, GPtrArray *ids)
{
  for (guint first = 0; first < N_SCENARIOS; first += N_IN_PACK)
    {
      g_autofree char *name = g_strdup_printf ("pack-%u.json", first);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GString) pack = g_string_new (NULL);

      g_string_append_printf (pack,
                              "{\"format\":\"starling-pack\",\"version\":1,"
                              "\"id\":\"pack-%u\",\"title\":\"Pack\","
                              "\"language\":\"en\",\"scenarios\":[",
                              first);
      for (guint i = first; i < first + N_IN_PACK; i++)
        {
          g_autofree char *from
              = g_strdup_printf ("\"id\":\"%s\"",
                                 (char *) ids->pdata[i % ids->len]);
          g_autofree char *to = g_strdup_printf ("\"id\":\"story-%u\"", i);
          g_autoptr (GString) text = g_string_new (texts->pdata[i % ids->len]);

          g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
          g_string_append_printf (pack, "%s%s", i > first ? "," : "",
                                  text->str);
        }
      g_string_append (pack, "]}");
      g_assert_true (g_file_set_contents (path, pack->str, -1, NULL));
    }
}

static StarlingLibrary *
make_library (const char *folder, GPtrArray *ids)
{
  g_autofree char *program = test_dup_source_file ("data");
  g_autofree char *packs = g_build_filename (folder, "packs", NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOW, 0);
  g_autoptr (GError) error = NULL;
  StarlingLibrary *library = starling_library_new (program, folder, clock);

  g_assert_cmpint (g_mkdir_with_parents (packs, 0700), ==, 0);
  read_bundle (texts, ids);
  write_packs (packs, texts, ids);
  starling_library_load (library, &error);
  g_assert_no_error (error);
  return library;
}

/* Somebody who answered a question of any scenario every few minutes, two of
 * three right. */
static void
answer (StarlingLibrary *library, guint n, guint n_kinds_of_story)
{
  g_autoptr (GPtrArray) events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  g_autoptr (GPtrArray) lists
      = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint64 state = 1;

  for (guint i = 0; i < n_kinds_of_story; i++)
    {
      g_autofree char *id = g_strdup_printf ("story-%u", i);

      g_ptr_array_add (lists,
                       starling_library_list_questions (library, id,
                                                        STARLING_LEVEL_SDE2, 1,
                                                        NULL, NULL));
    }
  for (guint i = 0; i < n; i++)
    {
      StarlingEvent *event = starling_event_new (STARLING_EVENT_QUIZ);
      guint story = starling_random_below (&state, N_SCENARIOS);
      GPtrArray *list = g_ptr_array_index (lists, story % lists->len);
      const StarlingQuestion *question
          = g_ptr_array_index (list, starling_random_below (&state, list->len));

      event->id = g_strdup_printf ("e%u", i);
      event->at = NOW - (gint64) (n - i) * 3 * MINUTE;
      event->offset = 0;
      event->scenario = g_strdup_printf ("story-%u", story);
      event->question = g_strdup (question->id);
      event->correct = starling_random_below (&state, 3) > 0;
      g_ptr_array_add (events, event);
    }
  starling_progress_replay (starling_library_get_progress (library), events);
}

/* Returns: ms that the slowest quiz took, but for the first one, which replays
 * the journal. */
static double
measure (StarlingLibrary *library, GStrv ids, double *opening)
{
  double worst = 0;

  *opening = 0;
  for (guint i = 0; i <= N_QUIZZES; i++)
    {
      const StarlingQuizRequest request = {
        .scenarios = (const char *const *) ids,
        .length = LENGTH,
        .kinds = STARLING_ALL_QUESTION_KINDS,
        .level = STARLING_LEVEL_SDE2,
        .seed = i,
      };
      double before = get_cpu_ms ();
      g_autoptr (StarlingQuiz) quiz
          = starling_library_deal_quiz (library, &request);
      double dealt = get_cpu_ms ();
      const StarlingQuizItem *item = starling_quiz_get_current (quiz);
      g_autoptr (StarlingQuestion) question
          = starling_library_open_question (library, item->scenario,
                                            item->question, request.level,
                                            request.seed, NULL, NULL);

      g_assert_nonnull (question);
      g_assert_cmpuint (starling_quiz_get_length (quiz), ==, LENGTH);
      if (i == 0)
        continue;
      worst = MAX (worst, dealt - before);
      *opening = MAX (*opening, get_cpu_ms () - dealt);
    }
  return worst;
}

int
main (int argc, char *argv[])
{
  static const guint answers[] = { 0, 2000, 50000 };
  g_autofree char *folder = test_make_folder ();
  g_autoptr (GPtrArray) bundle = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (StarlingLibrary) library = make_library (folder, bundle);
  g_auto (GStrv) ids = g_new0 (char *, N_SCENARIOS + 1);
  gboolean slow = FALSE;

  for (guint i = 0; i < N_SCENARIOS; i++)
    ids[i] = g_strdup_printf ("story-%u", i);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      double opening, worst;

      answer (library, answers[i], bundle->len);
      worst = measure (library, ids, &opening);
      slow |= worst >= LIMIT_MS;
      g_print ("%d questions of %d scenarios after %u answers: %.0f ms to "
               "deal, %.1f ms to open one\n",
               LENGTH, N_SCENARIOS, answers[i], worst, opening);
    }
  g_clear_object (&library);
  test_remove_folder (folder);
  return slow ? 1 : 0;
}
