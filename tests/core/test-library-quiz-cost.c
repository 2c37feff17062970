/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-quiz.h"

#include "library-fixture.h"

#include <glib/gstdio.h>
#include <sys/inotify.h>
#include <unistd.h>

/*
 * How many scenarios are opened to deal a quiz out of many: each lies in a file
 * of its own, and the kernel tells which files are opened.
 */

#define DAY (24 * HOUR)
#define N_STORIES 260
#define WRITTEN (1u << STARLING_QUESTION_WRITTEN)
#define RESULTS (1u << STARLING_QUESTION_RESULT)

/* Puts a pack with one scenario: a letter and a number, with so many written
 * questions. */
static void
put_story (LibraryFixture *f,
           const char *letter,
           guint number,
           guint n_questions,
           const char *language)
{
  g_autofree char *file = g_strdup_printf ("packs/%s%u.json", letter, number);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (
      text,
      "{\"format\":\"starling-pack\",\"version\":1,\"id\":\"p-%s%u\","
      "\"title\":\"P\",\"language\":\"%s\",\"scenarios\":[{\"id\":\"%s%u\","
      "\"title\":\"T\",\"question\":\"Why?\",\"principle\":\"ownership\","
      "\"steps\":[{\"step\":\"situation\",\"seconds\":30},"
      "{\"step\":\"task\",\"seconds\":20},{\"step\":\"action\",\"seconds\":90},"
      "{\"step\":\"result\",\"seconds\":20},"
      "{\"step\":\"reflection\",\"seconds\":15}],\"quiz\":[",
      letter, number, language, letter, number);
  for (guint i = 0; i < n_questions; i++)
    g_string_append_printf (
        text,
        "%s{\"id\":\"q%u\",\"question\":\"What?\",\"options\":["
        "{\"text\":\"A\"},{\"text\":\"B\"}],\"correct\":0,"
        "\"explanation\":\"So.\"}",
        i > 0 ? "," : "", i);
  g_string_append (text, "]}]}");
  library_put (f->user_dir, file, text->str);
}

/* A library that has opened no scenario yet. */
static void
load_anew (LibraryFixture *f)
{
  g_autoptr (GError) error = NULL;

  library_drop (f);
  library_renew (f);
  starling_library_load (f->library, &error);
  g_assert_no_error (error);
}

static int
watch (LibraryFixture *f)
{
  g_autofree char *folder = g_build_filename (f->user_dir, "packs", NULL);
  int fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (inotify_add_watch (fd, folder, IN_OPEN), >=, 0);
  return fd;
}

/* The files that were opened since, none of them twice. */
static GHashTable *
list_opened (int fd)
{
  GHashTable *names
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  _Alignas(struct inotify_event) char buffer[16384];
  gssize length;

  while ((length = read (fd, buffer, sizeof buffer)) > 0)
    for (gssize at = 0; at < length;)
      {
        const struct inotify_event *event = (gconstpointer) (buffer + at);

        g_assert_cmpint (event->mask & IN_Q_OVERFLOW, ==, 0);
        g_assert_true (g_hash_table_add (names, g_strdup (event->name)));
        at += (gssize) sizeof *event + event->len;
      }
  return names;
}

static guint
count_opened (int fd)
{
  g_autoptr (GHashTable) names = list_opened (fd);

  return g_hash_table_size (names);
}

static guint
deal (LibraryFixture *f, int fd, guint length, guint kinds, guint64 seed)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;
  StarlingQuizRequest request = {
    .length = length,
    .kinds = kinds,
    .level = STARLING_LEVEL_SDE2,
    .seed = seed,
  };

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      g_strv_builder_add (builder, id);
    }
  ids = g_strv_builder_end (builder);
  request.scenarios = (const char *const *) ids;
  starling_quiz_free (starling_library_deal_quiz (f->library, &request));
  return count_opened (fd);
}

/* Each scenario had an answer some days ago. */
static void
answer_all (LibraryFixture *f, const char *question, int days_ago)
{
  static guint n;

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autoptr (StarlingEvent) event
          = starling_event_new (STARLING_EVENT_QUIZ);

      event->id = g_strdup_printf ("e%u", n++);
      event->at = NOW - days_ago * DAY;
      event->offset = 60;
      event->scenario = g_strdup_printf ("a%u", i);
      event->question = g_strdup (question);
      event->correct = TRUE;
      starling_progress_add (starling_library_get_progress (f->library), event);
    }
}

/* Stories in languages of their own, of which no other one is opened. */
static void
test_dealing (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *answered; /* a question of each story; NULL: none */
    int days_ago;
    guint length;
    guint kinds;
    guint n_opened;
  } cases[] = {
    /* four new questions for each place */
    { NULL, 0, 5, WRITTEN, 5 },
    { NULL, 0, 10, WRITTEN, 10 },
    { NULL, 0, 1, WRITTEN, 1 },
    /* all there are, as far as the limit */
    { NULL, 0, 0, WRITTEN, STARLING_QUIZ_MAX_LENGTH / 4 },
    /* not found anywhere */
    { NULL, 0, 5, RESULTS, 200 },
    { NULL, 0, 0, RESULTS, 200 },
    { NULL, 0, 5, 0, 0 },
    /* not due yet: three new ones in each story */
    { "q0", 1, 5, WRITTEN, 7 },
    { "q0", 1, 6, WRITTEN, 8 },
    /* one is due in each story: five of these, and some others */
    { "q0", 9, 5, WRITTEN, 7 },
    { "q0", 9, 10, WRITTEN, 14 },
    /* due, but gone: some more are tried */
    { "gone", 9, 5, WRITTEN, 10 + 2 },
    /* due, but of no kind that is wanted */
    { "flag.it", 9, 5, WRITTEN, 5 },
    { "q0", 9, 5, RESULTS, 200 },
  };

  for (guint i = 0; i < N_STORIES; i++)
    {
      g_autofree char *language
          = g_strdup_printf ("en-%c%c%c", 'a' + i / 26, 'a' + i % 26, 'x');

      put_story (f, "a", i, 4, language);
    }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int fd = -1;

      load_anew (f);
      fd = watch (f);
      if (cases[i].answered != NULL)
        answer_all (f, cases[i].answered, cases[i].days_ago);
      g_assert_cmpuint (deal (f, fd, cases[i].length, cases[i].kinds, i), ==,
                        cases[i].n_opened);
      close (fd);
    }
}

/* Stories without written questions are not opened to look for some. */
static void
test_unwritten (LibraryFixture *f, gconstpointer data)
{
  int fd = -1;

  for (guint i = 0; i < 40; i++)
    put_story (f, "a", i, i < 3 ? 1 : 0, "en");
  load_anew (f);
  fd = watch (f);
  g_assert_cmpuint (deal (f, fd, 5, WRITTEN, 1), <=, 3 + 5);
  close (fd);
}

static GHashTable *
open_question (LibraryFixture *f, const char *scenario)
{
  g_autoptr (StarlingQuestion) question = NULL;
  GHashTable *names = NULL;
  int fd = -1;

  load_anew (f);
  fd = watch (f);
  question
      = starling_library_open_question (f->library, scenario, "q0",
                                        STARLING_LEVEL_SDE2, 7, NULL, NULL);
  g_assert_nonnull (question);
  names = list_opened (fd);
  close (fd);
  return names;
}

static void
assert_same (GHashTable *names, GHashTable *expected)
{
  GHashTableIter iter;
  gpointer name = NULL;

  g_assert_cmpuint (g_hash_table_size (names), ==,
                    g_hash_table_size (expected));
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_assert_true (g_hash_table_contains (expected, name));
}

/* Beside a story, four others are opened: the same ones for a whole quiz, but
 * for the story itself, and the same ones if others go. */
static void
test_others (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTable *expected[40] = { NULL };

  for (guint i = 0; i < 40; i++)
    {
      put_story (f, "a", i, 1, "en");
      put_story (f, "b", i, 1, "de");
    }
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *own = g_strconcat (id, ".json", NULL);
      GHashTableIter iter;
      gpointer name = NULL;

      expected[i] = open_question (f, id);
      g_assert_cmpuint (g_hash_table_size (expected[i]), ==, 5);
      g_hash_table_iter_init (&iter, expected[i]);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        if (!g_str_equal (name, own))
          g_hash_table_add (all, (gpointer) g_intern_string (name));
    }
  g_assert_cmpuint (g_hash_table_size (all), ==, 5);

  for (guint i = 0; i < 40; i += 2)
    {
      g_autofree char *name = g_strdup_printf ("a%u.json", i);
      g_autofree char *path
          = g_build_filename (f->user_dir, "packs", name, NULL);

      if (!g_hash_table_contains (all, name))
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);
      g_autofree char *own = g_strconcat (id, ".json", NULL);

      if (i % 2 != 0 || g_hash_table_contains (all, own))
        {
          g_autoptr (GHashTable) names = open_question (f, id);

          assert_same (names, expected[i]);
        }
      g_hash_table_unref (expected[i]);
    }
}

/* The stories are others from quiz to quiz. */
static void
test_variety (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *ids[61] = { NULL };

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("a%u", i);

      put_story (f, "a", i, 4, "en");
      ids[i] = g_intern_string (id);
    }
  load_anew (f);
  for (guint64 seed = 0; seed < 20; seed++)
    {
      const StarlingQuizRequest request = {
        .scenarios = ids,
        .length = 5,
        .kinds = WRITTEN,
        .seed = seed,
      };
      g_autoptr (StarlingQuiz) quiz
          = starling_library_deal_quiz (f->library, &request);

      for (guint i = 0; i < starling_quiz_get_length (quiz); i++)
        g_hash_table_add (seen,
                          g_strdup (
                              starling_quiz_get_item (quiz, i)->scenario));
    }
  /* 49 of 60 are expected of 100 draws */
  g_assert_cmpuint (g_hash_table_size (seen), >=, 40);
}

#define ADD(name, func)                                                        \
  g_test_add ("/library-quiz-cost/" name, LibraryFixture, NULL,                \
              library_set_up, func, library_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("dealing", test_dealing);
  ADD ("unwritten", test_unwritten);
  ADD ("others", test_others);
  ADD ("variety", test_variety);

  return g_test_run ();
}
