/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-support.h"
#include "quiz-fixture.h"
#include "settings.h"
#include "support.h"

/* What becomes of a quiz when the story that it asks about is edited. */
typedef struct
{
  TestQuiz quiz;
  char *folder;
  guint n_changed;
} Fixture;

/* Writes a story with a question for each letter of @names; a capital one has
 * an option more. Its texts end in @version. */
static void
write_story (Fixture *f, const char *names, const char *version)
{
  g_autofree char *stories = g_build_filename (f->folder, "stories", NULL);
  g_autofree char *path = g_build_filename (stories, "own.json", NULL);
  g_autoptr (GString) text = g_string_new (
      "{\"format\":\"starling-pack\",\"version\":1,\"id\":\"own\","
      "\"title\":\"Own\",\"language\":\"en\",\"scenarios\":[{"
      "\"id\":\"own-story\",\"title\":\"My own\",\"question\":\"Why?\","
      "\"principle\":\"ownership\",\"steps\":["
      "{\"step\":\"situation\",\"seconds\":30},"
      "{\"step\":\"task\",\"seconds\":20},"
      "{\"step\":\"action\",\"seconds\":90},"
      "{\"step\":\"result\",\"seconds\":20},"
      "{\"step\":\"reflection\",\"seconds\":15}],\"quiz\":[");

  for (guint i = 0; names[i] != '\0'; i++)
    {
      char name = g_ascii_tolower (names[i]);

      g_string_append_printf (
          text,
          "%s{\"id\":\"%c\",\"question\":\"%c%s?\",\"options\":["
          "{\"text\":\"%c right\"},{\"text\":\"%c wrong\"}%s],"
          "\"correct\":0,\"explanation\":\"Because %c.\"}",
          i > 0 ? "," : "", name, name, version, name, name,
          name != names[i] ? ",{\"text\":\"neither\"}" : "", name);
    }
  g_string_append (text, "]}]}");
  g_assert_cmpint (g_mkdir_with_parents (stories, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static gboolean
is_changed (gpointer n_changed)
{
  return *(guint *) n_changed > 0;
}

static void
edit (Fixture *f, const char *names, const char *version)
{
  f->n_changed = 0;
  write_story (f, names, version);
  starling_test_run_until (is_changed, &f->n_changed);
  starling_test_run_frames (f->quiz.window, 1);
}

static void
count_cb (guint *n)
{
  ++*n;
}

static void
set_up (Fixture *f, gconstpointer names)
{
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (TEST_NOW, 0);
  g_autoptr (StarlingLibrary) library = NULL;

  test_quiz_set_kinds (1u << STARLING_QUESTION_WRITTEN);
  g_settings_set_int (starling_settings_get (), "quiz-length", 0);
  f->folder = starling_test_make_folder ();
  write_story (f, names, "");
  library = test_load_stories (f->folder, clock);
  f->quiz.session = starling_session_new (library);
  f->quiz.library = library;
  f->quiz.clock = clock;
  starling_session_set_scope (f->quiz.session, "scenario:own-story");
  test_quiz_open_page (&f->quiz);
  g_signal_connect_swapped (library, "scenarios-changed", G_CALLBACK (count_cb),
                            &f->n_changed);
}

static void
tear_down (Fixture *f, gconstpointer names)
{
  g_signal_handlers_disconnect_by_data (f->quiz.library, &f->n_changed);
  test_quiz_tear_down (&f->quiz, NULL);
  g_free (f->folder);
}

/* The name of the question on screen, in a text of its own. */
static char
asked (Fixture *f)
{
  const StarlingQuestion *question = test_quiz_asked (&f->quiz);

  g_assert_nonnull (question);
  return question->id[0];
}

/* All names but one. */
static char *
without (const char *names, char name)
{
  const char drop[] = { name, '\0' };
  g_auto (GStrv) parts = g_strsplit (names, drop, -1);

  return g_strjoinv ("", parts);
}

/* The question on screen has other words: they are shown at once. */
static void
test_reworded (Fixture *f, gconstpointer names)
{
  char name = asked (f);
  g_autofree char *old = g_strdup_printf ("%c?", name);
  g_autofree char *new = g_strdup_printf ("%c anew?", name);

  test_quiz_press (&f->quiz, GDK_KEY_2, 0);
  edit (f, names, " anew");
  g_assert_cmpint (asked (f), ==, name);
  g_assert_true (test_quiz_has_label (&f->quiz, new));
  g_assert_false (test_quiz_has_label (&f->quiz, old));
  /* the same options: what was chosen is so still */
  g_assert_true (
      gtk_widget_has_css_class (test_quiz_option (&f->quiz, 1), "chosen"));
  g_assert_true (gtk_widget_has_focus (test_quiz_button (&f->quiz, "Check")));
}

/* It has other options: they are dealt anew, none chosen. */
static void
test_other_options (Fixture *f, gconstpointer names)
{
  char name = asked (f);

  test_quiz_press (&f->quiz, GDK_KEY_2, 0);
  edit (f, "ABCD", "");
  g_assert_cmpint (asked (f), ==, name);
  g_assert_nonnull (test_quiz_button (&f->quiz, "neither"));
  for (guint slot = 0; slot < 3; slot++)
    g_assert_false (
        gtk_widget_has_css_class (test_quiz_option (&f->quiz, slot), "chosen"));
  g_assert_false (
      gtk_widget_is_sensitive (test_quiz_button (&f->quiz, "Check")));
}

static void
test_gone (Fixture *f, gconstpointer names)
{
  char first = asked (f);
  g_autofree char *rest = without (names, first);

  edit (f, rest, "");
  g_assert_cmpint (asked (f), !=, first);
  g_assert_true (test_quiz_has_label (&f->quiz, "Question 1 of 3"));
}

/* What was answered stays on screen, and in the score. */
static void
test_told_gone (Fixture *f, gconstpointer names)
{
  char first = asked (f);
  g_autofree char *question = g_strdup_printf ("%c?", first);
  g_autofree char *rest = without (names, first);

  test_quiz_answer (&f->quiz, TRUE);
  edit (f, rest, "");
  g_assert_true (test_quiz_has_label (&f->quiz, question));
  g_assert_true (test_quiz_has_label (&f->quiz, "Right answer"));
  test_quiz_act (&f->quiz, "quiz.next");
  g_assert_cmpint (asked (f), !=, first);
  g_assert_true (test_quiz_has_label (&f->quiz, "Question 2 of 4"));
  g_assert_true (test_quiz_has_label (&f->quiz, "1 right"));

  /* taken back, it cannot be asked again */
  test_quiz_act (&f->quiz, "quiz.undo");
  g_assert_true (test_quiz_has_label (&f->quiz, "Question 1 of 3"));
  g_assert_true (test_quiz_has_label (&f->quiz, "0 right"));
}

/* The same after a restart: then there is nothing to show of it. */
static void
test_left_gone (Fixture *f, gconstpointer names)
{
  char first = asked (f);
  g_autofree char *rest = without (names, first);

  test_quiz_answer (&f->quiz, TRUE);
  test_quiz_close_page (&f->quiz);
  f->n_changed = 0;
  write_story (f, rest, "");
  starling_test_run_until (is_changed, &f->n_changed);
  test_quiz_open_page (&f->quiz);
  g_assert_true (test_quiz_has_label (&f->quiz, "Question 2 of 4"));
  g_assert_true (test_quiz_has_label (&f->quiz, "1 right"));
  g_assert_false (test_quiz_has_label (&f->quiz, "Right answer"));
}

/* Nothing is left to ask: the quiz is over, or there is none. */
static void
test_all_gone (Fixture *f, gconstpointer names)
{
  edit (f, "", "");
  g_assert_true (test_quiz_has_label (&f->quiz, "No questions here yet."));
  g_assert_false (test_quiz_has_button (&f->quiz, "Check"));

  edit (f, names, "");
  g_assert_true (test_quiz_has_label (&f->quiz, "Question 1 of 4"));

  test_quiz_answer (&f->quiz, TRUE);
  test_quiz_act (&f->quiz, "quiz.next");
  edit (f, "", "");
  g_assert_true (test_quiz_has_label (&f->quiz, "1 of 1 right"));
  g_assert_false (test_quiz_has_draft (&f->quiz));
}

#define ADD(name, func)                                                        \
  g_test_add ("/quiz-packs/" name, Fixture, "abcd", set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);

  ADD ("reworded", test_reworded);
  ADD ("other-options", test_other_options);
  ADD ("gone", test_gone);
  ADD ("told-gone", test_told_gone);
  ADD ("left-gone", test_left_gone);
  ADD ("all-gone", test_all_gone);

  return g_test_run ();
}
