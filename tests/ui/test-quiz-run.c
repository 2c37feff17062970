/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/run.h"
#include "support.h"

#define N_QUESTIONS 40

/* A quiz over all stories, without a page around it. */
typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  StarlingClock *clock;
  StarlingQuizRun *run;
  StarlingQuiz *quiz;
} Fixture;

static void
start (Fixture *f, guint length, guint kinds, gboolean timed)
{
  const StarlingQuizOptions options = {
    .length = length,
    .kinds = kinds,
    .timed = timed,
    .seed = 5,
  };

  g_clear_pointer (&f->run, starling_quiz_run_free);
  f->run = starling_quiz_run_new (f->session, &options);
  f->quiz = starling_quiz_run_get_quiz (f->run);
  starling_quiz_run_set_shown (f->run, TRUE);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->session = starling_test_session_new ();
  f->library = starling_session_get_library (f->session);
  f->clock = starling_library_get_clock (f->library);
  starling_session_set_scope (f->session, "today");
  start (f, N_QUESTIONS, STARLING_ALL_QUESTION_KINDS, FALSE);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  starling_quiz_run_free (f->run);
  starling_library_flush (f->library);
  starling_test_drop_session (f->session);
}

/* Chooses an option by its index in the question's order. */
static void
choose (Fixture *f, guint index)
{
  for (guint slot = 0; TRUE; slot++)
    if (starling_quiz_get_option (f->quiz, slot) == index)
      {
        g_assert_true (starling_quiz_choose (f->quiz, slot));
        return;
      }
}

/* The events of the journal, as far as there are any of quizzes, with what was
 * taken back. */
static GPtrArray *
list_answers (Fixture *f)
{
  StarlingProgress *progress = starling_library_get_progress (f->library);
  GListModel *summaries = starling_library_get_summaries (f->library);
  GPtrArray *answers = g_ptr_array_new ();
  g_autofree char *file
      = g_build_filename (starling_library_get_user_dir (f->library),
                          "journal.jsonl", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (summaries), >, 1);
  starling_library_flush (f->library);
  if (!g_file_get_contents (file, &text, NULL, NULL))
    return answers;
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_parse (lines[i], -1, NULL);

      if (event->type == STARLING_EVENT_QUIZ)
        g_ptr_array_add (answers,
                         (gpointer) starling_progress_get_event (progress,
                                                                 event->id));
    }
  return answers;
}

static const StarlingEvent *
last_answer (Fixture *f)
{
  g_autoptr (GPtrArray) answers = list_answers (f);

  return g_ptr_array_index (answers, answers->len - 1);
}

/* A question of a pack is remembered by the place of the option, any other by
 * its words. */
static void
assert_recorded (Fixture *f, int choice)
{
  const StarlingEvent *event = last_answer (f);
  const StarlingQuestion *question = starling_quiz_run_get_question (f->run);
  const StarlingScenario *scenario = starling_quiz_run_get_scenario (f->run);
  const StarlingOption *option
      = choice >= 0 ? g_ptr_array_index (question->options, (guint) choice)
                    : NULL;

  g_test_message ("%s of %s", question->id, scenario->id);
  g_assert_cmpstr (event->scenario, ==, scenario->id);
  g_assert_cmpstr (event->question, ==, question->id);
  g_assert_cmpint (event->level, ==, starling_quiz_run_get_level (f->run));
  g_assert_cmpint (event->correct, ==, choice == (int) question->correct);
  if (question->kind == STARLING_QUESTION_WRITTEN)
    {
      g_assert_null (event->kind);
      g_assert_null (event->text);
      g_assert_cmpint (event->choice, ==, choice);
    }
  else
    {
      g_assert_cmpstr (event->kind, ==,
                       starling_question_kind_to_id (question->kind));
      g_assert_cmpstr (event->text, ==, option != NULL ? option->text : NULL);
      g_assert_cmpint (event->choice, ==, -1);
    }
}

/* Every kind, answered right, wrong, and not at all. */
static void
test_events (Fixture *f, gconstpointer data)
{
  guint seen[STARLING_N_QUESTION_KINDS] = { 0 };
  guint n = 0;

  start (f, 0, STARLING_ALL_QUESTION_KINDS, TRUE);
  while (starling_quiz_run_open (f->run))
    {
      const StarlingQuestion *question
          = starling_quiz_run_get_question (f->run);
      guint way = seen[question->kind]++ % 3;
      int choice = -1;

      g_assert_cmpuint (n++, <, 2000);
      /* enough of this kind was seen */
      if (seen[question->kind] > 6)
        way = 0;
      if (way < 2)
        {
          choice = (int) ((question->correct + way) % question->options->len);
          choose (f, (guint) choice);
          starling_clock_advance (f->clock, 300);
        }
      else
        starling_clock_advance (f->clock, STARLING_QUIZ_LIMIT_MS);
      g_assert_true (starling_quiz_run_check (f->run));
      if (seen[question->kind] <= 6)
        {
          assert_recorded (f, choice);
          g_assert_cmpint (last_answer (f)->ms, ==,
                           way < 2 ? 300 : STARLING_QUIZ_LIMIT_MS);
        }
      g_assert_true (starling_quiz_run_next (f->run));
    }
  for (guint kind = 0; kind < STARLING_N_QUESTION_KINDS; kind++)
    {
      g_test_message ("%s", starling_question_kind_to_id (
                                (StarlingQuestionKind) kind));
      g_assert_cmpuint (seen[kind], >=, 3);
    }
  g_assert_cmpuint (starling_quiz_get_length (f->quiz), ==, n);
}

/* Without a choice there is no answer, unless time is up. */
static void
test_no_choice (Fixture *f, gconstpointer data)
{
  g_assert_false (starling_quiz_run_check (f->run));
  g_assert_true (starling_quiz_run_open (f->run));
  g_assert_false (starling_quiz_run_check (f->run));
  starling_clock_advance (f->clock, 3600000);
  g_assert_false (starling_quiz_run_look (f->run));
  g_assert_false (starling_quiz_run_check (f->run));
  g_assert_true (starling_quiz_run_is_untouched (f->run));
  g_assert_false (starling_quiz_run_undo (f->run));
  g_assert_false (starling_quiz_run_next (f->run));
}

/* The level is that of the deal, the angle that of the moment. */
static void
test_lens (Fixture *f, gconstpointer data)
{
  starling_session_set_scope (f->session, "scenario:webhook-drops");
  starling_session_set_level (f->session, STARLING_LEVEL_SENIOR);
  start (f, 5, 1u << STARLING_QUESTION_WRITTEN, FALSE);
  g_assert_cmpint (starling_quiz_run_get_level (f->run), ==,
                   STARLING_LEVEL_SENIOR);
  starling_session_set_level (f->session, STARLING_LEVEL_SDE1);
  starling_session_set_wanted_angle (
      f->session, starling_test_find_principle (f->session, "dive-deep"));
  g_assert_true (starling_quiz_run_open (f->run));
  choose (f, 0);
  g_assert_true (starling_quiz_run_check (f->run));
  g_assert_cmpint (last_answer (f)->level, ==, STARLING_LEVEL_SENIOR);
  g_assert_cmpstr (last_answer (f)->angle, ==, "dive-deep");

  /* one that the story does not have is none */
  starling_quiz_run_next (f->run);
  starling_session_set_wanted_angle (
      f->session, starling_test_find_principle (f->session, "frugality"));
  g_assert_true (starling_quiz_run_open (f->run));
  choose (f, 0);
  g_assert_true (starling_quiz_run_check (f->run));
  g_assert_null (last_answer (f)->angle);
}

/* What is derived is the same when it is opened again, here and in a new quiz
 * of the same seed. */
static void
test_same (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  GString *const both[] = { first, second };

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      start (f, N_QUESTIONS, STARLING_ALL_QUESTION_KINDS, FALSE);
      for (guint n = 0; n < 5; n++)
        {
          const StarlingQuestion *question;

          g_assert_true (starling_quiz_run_open (f->run));
          g_assert_true (starling_quiz_run_open (f->run));
          question = starling_quiz_run_get_question (f->run);
          g_string_append_printf (both[i], "%s\n", question->id);
          for (guint slot = 0; slot < question->options->len; slot++)
            {
              guint index = starling_quiz_get_option (f->quiz, slot);
              const StarlingOption *option
                  = g_ptr_array_index (question->options, index);

              g_string_append_printf (both[i], "- %s\n", option->text);
            }
          choose (f, question->correct);
          starling_quiz_run_check (f->run);
          starling_quiz_run_next (f->run);
        }
      while (starling_quiz_run_undo (f->run))
        ;
    }
  g_assert_cmpstr (first->str, ==, second->str);
}

/* Each undo takes an answer back in the journal too. */
static void
test_undo (Fixture *f, gconstpointer data)
{
  StarlingProgress *progress = starling_library_get_progress (f->library);
  g_autoptr (GPtrArray) answers = NULL;

  for (guint n = 0; n < 3; n++)
    {
      g_assert_true (starling_quiz_run_open (f->run));
      choose (f, 0);
      g_assert_true (starling_quiz_run_check (f->run));
      g_assert_true (starling_quiz_run_next (f->run));
    }
  answers = list_answers (f);
  g_assert_cmpuint (answers->len, ==, 3);
  for (guint n = 3; n > 0; n--)
    {
      const StarlingEvent *event = g_ptr_array_index (answers, n - 1);

      g_assert_false (starling_progress_is_void (progress, event->id));
      g_assert_true (starling_quiz_run_undo (f->run));
      g_assert_true (starling_progress_is_void (progress, event->id));
      g_assert_cmpuint (starling_quiz_get_n_answers (f->quiz), ==, n - 1);
      g_assert_true (starling_quiz_run_open (f->run));
      g_assert_cmpstr (starling_quiz_run_get_question (f->run)->id, ==,
                       event->question);
    }
  g_assert_false (starling_quiz_run_undo (f->run));
}

/* A question is on the mind as long as it takes, but the journal has a day. */
static void
test_long (Fixture *f, gconstpointer data)
{
  g_assert_true (starling_quiz_run_open (f->run));
  starling_clock_advance (f->clock, G_GINT64_CONSTANT (400) * 24 * 3600000);
  choose (f, 0);
  g_assert_true (starling_quiz_run_check (f->run));
  g_assert_cmpint (last_answer (f)->ms, ==, 24 * 3600000);
}

static void
test_mistakes (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) mistakes = NULL;
  g_autoptr (GHashTable) wrong
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *story = NULL;
  g_autoptr (GHashTable) stories = g_hash_table_new (g_str_hash, g_str_equal);

  /* every other one wrong, also when it comes back */
  for (guint n = 0; starling_quiz_run_open (f->run); n++)
    {
      const StarlingQuestion *question
          = starling_quiz_run_get_question (f->run);

      choose (f, (question->correct + n) % question->options->len);
      starling_quiz_run_check (f->run);
      if (starling_quiz_get_current (f->quiz)->round == 0
          && !starling_quiz_get_answer (f->quiz, n)->correct)
        g_hash_table_add (
            wrong, g_strdup_printf ("%s %s",
                                    starling_quiz_run_get_scenario (f->run)->id,
                                    question->id));
      starling_quiz_run_next (f->run);
    }
  g_assert_false (starling_quiz_run_get_clock (f->run)->running);
  mistakes = starling_quiz_run_list_mistakes (f->run);
  g_assert_cmpuint (mistakes->len, ==, g_hash_table_size (wrong));
  g_assert_cmpuint (mistakes->len, >, 3);
  for (guint i = 0; i < mistakes->len; i++)
    {
      const StarlingQuizMistake *mistake = g_ptr_array_index (mistakes, i);
      g_autofree char *name = g_strdup_printf ("%s %s", mistake->scenario->id,
                                               mistake->question->id);

      g_assert_true (g_hash_table_remove (wrong, name));
      /* those of one story stand together */
      if (g_strcmp0 (mistake->scenario->id, story) != 0)
        g_assert_true (g_hash_table_add (stories, mistake->scenario->id));
      story = mistake->scenario->id;
    }
}

#define ADD(name, func)                                                        \
  g_test_add ("/quiz-run/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("events", test_events);
  ADD ("no-choice", test_no_choice);
  ADD ("lens", test_lens);
  ADD ("same", test_same);
  ADD ("undo", test_undo);
  ADD ("long", test_long);
  ADD ("mistakes", test_mistakes);

  return g_test_run ();
}
