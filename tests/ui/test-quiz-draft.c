/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz-draft.h"
#include "quiz-fixture.h"
#include "settings.h"
#include "support.h"

#include <string.h>

#define OTHER_SCOPE "scenario:lecture-encoding"

static void
next (TestQuiz *f)
{
  test_quiz_act (f, "quiz.next");
}

/* The program ends, and starts again with the same files. */
static void
restart (TestQuiz *f)
{
  test_quiz_close_page (f);
  test_quiz_open_page (f);
}

static char *
read_text (TestQuiz *f)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = starling_drafts_load (starling_library_get_drafts (f->library), "quiz",
                              &error);

  g_assert_no_error (error);
  g_assert_nonnull (bytes);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
write_text (TestQuiz *f, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  starling_drafts_save_async (starling_library_get_drafts (f->library), "quiz",
                              bytes, NULL, NULL);
}

/* The draft with one text in the place of another. */
static char *
swap (const char *text, const char *from, const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  if (g_strv_length (parts) != 2)
    g_error ("“%s” is not in %s", from, text);
  return g_strjoinv (to, parts);
}

static guint
count_answers (TestQuiz *f)
{
  g_autoptr (GPtrArray) events = test_quiz_read_events (f);
  guint n = 0;

  for (guint i = 0; i < events->len; i++)
    n += ((StarlingEvent *) g_ptr_array_index (events, i))->type
         == STARLING_EVENT_QUIZ;
  return n;
}

/* The places of the options, to see that they stay. */
static char *
join_options (TestQuiz *f)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint slot = 0; slot < TEST_QUIZ_N_OPTIONS; slot++)
    {
      g_autofree char *text = test_quiz_option_text (f, slot);

      g_string_append_printf (all, "%s\n", text);
    }
  return g_strdup (all->str);
}

static void
test_go_on (TestQuiz *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) events = NULL;

  g_assert_false (test_quiz_has_draft (f));
  test_quiz_answer (f, FALSE);
  g_assert_true (test_quiz_has_draft (f));
  next (f);
  test_quiz_answer (f, TRUE);
  next (f);
  before = join_options (f);
  starling_session_set_level (f->session, STARLING_LEVEL_SENIOR);

  restart (f);
  g_assert_true (test_quiz_has_label (f, "Question 3 of 8"));
  g_assert_true (test_quiz_has_label (f, "1 right"));
  after = join_options (f);
  g_assert_cmpstr (after, ==, before);

  /* at the level that it was dealt for; what was answered can be taken back */
  test_quiz_answer (f, TRUE);
  events = test_quiz_read_events (f);
  g_assert_cmpuint (events->len, ==, 3);
  g_assert_cmpint (((StarlingEvent *) events->pdata[2])->level, ==,
                   STARLING_LEVEL_SDE2);
  for (guint i = 0; i < 3; i++)
    test_quiz_act (f, "quiz.undo");
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
  g_assert_false (test_quiz_has_draft (f));
  g_clear_pointer (&events, g_ptr_array_unref);
  events = test_quiz_read_events (f);
  g_assert_cmpstr (((StarlingEvent *) events->pdata[5])->of, ==,
                   ((StarlingEvent *) events->pdata[0])->id);
}

/* A verdict that was on screen is so again. */
static void
test_told (TestQuiz *f, gconstpointer data)
{
  test_quiz_answer (f, FALSE);
  restart (f);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 8"));
  g_assert_true (test_quiz_has_label (f, "Your answer"));
  g_assert_true (test_quiz_has_button (f, "Next question"));
  g_assert_cmpuint (count_answers (f), ==, 1);
}

static void
test_end (TestQuiz *f, gconstpointer data)
{
  for (guint i = 0; i < TEST_QUIZ_N_QUESTIONS; i++)
    {
      test_quiz_answer (f, TRUE);
      g_assert_true (test_quiz_has_draft (f));
      next (f);
    }
  g_assert_false (test_quiz_has_draft (f));

  /* the last answer taken back, there is something left */
  test_quiz_act (f, "quiz.undo");
  g_assert_true (test_quiz_has_draft (f));
  restart (f);
  g_assert_true (test_quiz_has_label (f, "Question 7 of 7"));

  /* begun anew, what was begun before is over */
  test_quiz_act (f, "quiz.again");
  g_assert_false (test_quiz_has_draft (f));
  restart (f);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
}

/* A quiz of another scope waits, until another one is begun. */
static void
test_scopes (TestQuiz *f, gconstpointer data)
{
  test_quiz_answer (f, TRUE);
  starling_session_set_scope (f->session, OTHER_SCOPE);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 6"));
  test_quiz_set_shown (f, FALSE);
  restart (f);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 6"));
  starling_session_set_scope (f->session, TEST_QUIZ_SCOPE);
  g_assert_true (test_quiz_has_label (f, "Right answer"));
  g_assert_true (test_quiz_has_label (f, "1 right"));

  starling_session_set_scope (f->session, OTHER_SCOPE);
  test_quiz_answer (f, TRUE);
  starling_session_set_scope (f->session, TEST_QUIZ_SCOPE);
  g_assert_true (test_quiz_has_label (f, "0 right"));
  starling_session_set_scope (f->session, OTHER_SCOPE);
  g_assert_true (test_quiz_has_label (f, "1 right"));
}

/* The program ended before the last answers were in the journal. */
static void
test_behind (TestQuiz *f, gconstpointer data)
{
  const StarlingQuestion *second;
  g_autoptr (StarlingQuizDraft) draft = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autofree char *text = NULL;
  g_autofree char *lost = NULL;

  test_quiz_answer (f, TRUE);
  next (f);
  second = test_quiz_asked (f);
  test_quiz_answer (f, TRUE);
  next (f);
  starling_clock_advance (f->clock, 1700);
  test_quiz_close_page (f);
  text = read_text (f);
  draft = starling_quiz_draft_load (f->library);
  lost = swap (text, g_ptr_array_index (draft->events, 1),
               "00000000-0000-4000-8000-000000000000");
  write_text (f, lost);

  test_quiz_open_page (f);
  g_assert_true (test_quiz_has_label (f, "Question 2 of 7"));
  g_assert_true (test_quiz_has_label (f, "1 right"));
  g_assert_true (test_quiz_asked (f) == second);
  g_assert_false (test_quiz_has_label (f, "Right answer"));
  /* the time was that of another question */
  starling_clock_advance (f->clock, 300);
  test_quiz_answer (f, TRUE);
  events = test_quiz_read_events (f);
  g_assert_cmpint (((StarlingEvent *) events->pdata[events->len - 1])->ms, ==,
                   300);
}

/* One that was taken back elsewhere is asked again too. */
static void
test_void (TestQuiz *f, gconstpointer data)
{
  g_autoptr (StarlingQuizDraft) draft = NULL;

  test_quiz_answer (f, TRUE);
  next (f);
  test_quiz_close_page (f);
  draft = starling_quiz_draft_load (f->library);
  g_assert_true (
      starling_library_undo (f->library, g_ptr_array_index (draft->events, 0)));
  g_assert_null (starling_quiz_draft_load (f->library));
  test_quiz_open_page (f);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));
}

/* The program ended before the last answer was in the draft: it is not asked
 * for, nor recorded, twice. */
static void
test_ahead (TestQuiz *f, gconstpointer data)
{
  static const gboolean ways[] = { TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *chosen = NULL;

      test_quiz_answer (f, TRUE);
      /* also where not even the way to the next question is kept */
      if (i == 0)
        next (f);
      text = read_text (f);
      if (i == 1)
        next (f);
      test_quiz_answer (f, ways[i]);
      chosen = g_strdup (test_quiz_asked (f)->id);
      test_quiz_close_page (f);
      write_text (f, text);

      test_quiz_open_page (f);
      g_assert_cmpstr (test_quiz_asked (f)->id, ==, chosen);
      g_assert_true (test_quiz_has_label (f, "Right answer"));
      g_assert_cmpint (test_quiz_has_label (f, "Your answer"), ==, !ways[i]);
      g_assert_cmpuint (count_answers (f), ==, 2 * (i + 1));
      test_quiz_act (f, "quiz.undo");
      g_assert_false (test_quiz_has_label (f, "Right answer"));
      test_quiz_act (f, "quiz.again");
    }
}

/* The same where time was up. */
static void
test_ahead_expired (TestQuiz *f, gconstpointer data)
{
  g_autofree char *text = NULL;
  g_autofree char *explanation = NULL;

  g_settings_set_boolean (starling_settings_get (), "quiz-timed", TRUE);
  test_quiz_answer (f, TRUE);
  next (f);
  text = read_text (f);
  explanation
      = g_strconcat ("Time is up. ", test_quiz_asked (f)->explanation, NULL);
  starling_clock_advance (f->clock, 20000);
  test_quiz_press (f, GDK_KEY_1, 0);
  g_assert_true (test_quiz_has_label (f, explanation));
  test_quiz_close_page (f);
  write_text (f, text);

  test_quiz_open_page (f);
  g_assert_true (test_quiz_has_label (f, explanation));
  g_assert_cmpuint (count_answers (f), ==, 2);
}

/* What the journal has under that id is no answer to this question. */
static void
test_not_ahead (TestQuiz *f, gconstpointer data)
{
  static const gboolean taken_back[] = { TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (taken_back); i++)
    {
      g_autoptr (StarlingQuizDraft) draft = NULL;
      g_autofree char *text = NULL;
      g_autofree char *other = NULL;

      test_quiz_answer (f, TRUE);
      next (f);
      text = read_text (f);
      draft = starling_quiz_draft_load (f->library);
      if (taken_back[i])
        {
          test_quiz_answer (f, TRUE);
          test_quiz_act (f, "quiz.undo");
          other = g_strdup (text);
        }
      else
        other = swap (text, draft->next, g_ptr_array_index (draft->events, 0));
      test_quiz_close_page (f);
      write_text (f, other);

      test_quiz_open_page (f);
      g_assert_true (test_quiz_has_label (f, "Question 2 of 7"));
      g_assert_false (test_quiz_has_label (f, "Right answer"));
      test_quiz_act (f, "quiz.again");
    }
}

static void
test_time (TestQuiz *f, gconstpointer data)
{
  g_settings_set_boolean (starling_settings_get (), "quiz-timed", TRUE);
  test_quiz_answer (f, TRUE);
  next (f);
  starling_clock_advance (f->clock, 7000);
  restart (f);
  g_assert_true (test_quiz_has_label (f, "13 s"));

  /* the limit is that of the quiz, if the user wants one still */
  g_settings_set_boolean (starling_settings_get (), "quiz-timed", FALSE);
  restart (f);
  g_assert_false (test_quiz_has_label (f, "13 s"));
  g_settings_set_boolean (starling_settings_get (), "quiz-timed", TRUE);
  g_assert_true (test_quiz_has_label (f, "20 s"));
}

static gboolean
is_told (gpointer data)
{
  return test_quiz_has_label (data, "Right answer");
}

static void
test_time_up (TestQuiz *f, gconstpointer data)
{
  g_settings_set_boolean (starling_settings_get (), "quiz-timed", TRUE);
  test_quiz_answer (f, TRUE);
  next (f);
  starling_clock_advance (f->clock, 20000);
  restart (f);
  starling_test_run_until (is_told, f);
}

/* What is broken is no draft, and stops nobody. */
static void
test_broken (TestQuiz *f, gconstpointer data)
{
  static const struct
  {
    const char *from;
    const char *to;
  } cases[] = {
    { "\"v\":1", "\"v\":2" },
    { "\"v\":1", "\"w\":1" },
    { "\"scope\":\"" TEST_QUIZ_SCOPE "\"", "\"scope\":\"\"" },
    { "\"scope\":\"" TEST_QUIZ_SCOPE "\"", "\"scope\":7" },
    { "\"level\":\"sde2\"", "\"level\":\"sde9\"" },
    { "\"level\":\"sde2\",", "" },
    { "\"timed\":false", "\"timed\":0" },
    { "\"timed\":false,", "" },
    { "\"events\":[", "\"events\":[\"one-too-many\"," },
    { "\"events\":[\"", "\"events\":[7,\"" },
    { "\"events\":", "\"effects\":" },
    { "\"next\":\"", "\"next\":\"\",\"after\":\"" },
    { "\"next\":", "\"later\":" },
    { "\"spent_ms\":", "\"spent_ms\":-" },
    { "\"spent_ms\":", "\"spent_ms\":9999999" },
    { "\"spent_ms\":", "\"spent_s\":" },
    { "\"quiz\":{", "\"quiz\":[],\"quiz2\":{" },
    { "\"items\":", "\"things\":" },
    { "{\"v\"", "{{\"v\"" },
  };
  g_autofree char *text = NULL;

  test_quiz_answer (f, TRUE);
  starling_clock_advance (f->clock, 1700);
  next (f);
  starling_clock_advance (f->clock, 1700);
  test_quiz_close_page (f);
  text = read_text (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *broken = swap (text, cases[i].from, cases[i].to);

      g_test_message ("%s", cases[i].to);
      write_text (f, broken);
      g_assert_null (starling_quiz_draft_load (f->library));
    }
  test_quiz_open_page (f);
  g_assert_true (test_quiz_has_label (f, "Question 1 of 7"));

  test_quiz_close_page (f);
  write_text (f, text);
  test_quiz_open_page (f);
  g_assert_true (test_quiz_has_label (f, "Question 2 of 7"));
}

#define ADD(name, func)                                                        \
  g_test_add ("/quiz-draft/" name, TestQuiz, TEST_QUIZ_SCOPE,                  \
              test_quiz_set_up, func, test_quiz_tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("go-on", test_go_on);
  ADD ("told", test_told);
  ADD ("end", test_end);
  ADD ("scopes", test_scopes);
  ADD ("behind", test_behind);
  ADD ("void", test_void);
  ADD ("ahead", test_ahead);
  ADD ("ahead-expired", test_ahead_expired);
  ADD ("not-ahead", test_not_ahead);
  ADD ("time", test_time);
  ADD ("time-up", test_time_up);
  ADD ("broken", test_broken);

  return g_test_run ();
}
