/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-bank.h"
#include "library-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

#define QUESTION(id, principle, also, scenarios)                               \
  "{\"id\": \"" id "\", \"question\": \"Q?\", \"principle\": \"" principle     \
  "\", \"also\": [" also "], \"probes\": \"P.\", \"scenarios\": [" scenarios   \
  "]}"

static const char bank[]
    = "{\"format\": \"starling-questions\", \"version\": 1, "
      "\"language\": \"en\", \"questions\": [" QUESTION ("first", "ownership", "\"dive-deep\"", "\"one\"") "," QUESTION (
          "second",
          "dive-deep",
          "",
          "\"one\", \"gone\"") "," QUESTION ("third",
                                             "frugality",
                                             "",
                                             "\"two\"") "," QUESTION ("orphan",
                                                                      "think-"
                                                                      "big",
                                                                      "",
                                                                      "\"gone"
                                                                      "\"") "]"
                                                                            "}";

static void
load (LibraryFixture *f)
{
  library_put (f->data_dir, "questions.json", bank);
  library_put_pack (f->data_dir, "packs/two.json", "two", "Two", "frugality");
  library_put_pack (f->user_dir, "stories/mine.json", "mine", "Mine",
                    "ownership");
  library_load (f);
}

static char *
join (GPtrArray *questions)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (
        ids, "%s%s", i > 0 ? " " : "",
        ((const StarlingBankQuestion *) g_ptr_array_index (questions, i))->id);
  return g_string_free (ids, FALSE);
}

static int
find_principle (LibraryFixture *f, const char *id)
{
  return starling_catalogue_find_principle (starling_library_get_catalogue (
                                                f->library),
                                            id);
}

static void
test_lists (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *principle;
    gboolean own_only;
    const char *expected;
  } cases[] = {
    { NULL, FALSE, "first second third" },
    { NULL, TRUE, "first" },
    { "dive-deep", FALSE, "first second" },
    { "ownership", TRUE, "first" },
    { "think-big", FALSE, "" },
    { "dive-deep", TRUE, "first" },
  };
  static const struct
  {
    const char *scenario;
    const char *expected;
  } stories[] = {
    { "one", "first second" },
    { "two", "third" },
    { "mine", "first" },
    { "gone", "" },
  };

  load (f);
  g_assert_cmpuint (library_count_notices (f), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingBankScope scope = {
        .principle = cases[i].principle != NULL
                         ? find_principle (f, cases[i].principle)
                         : -1,
        .own_only = cases[i].own_only,
      };
      g_autoptr (GPtrArray) questions
          = starling_library_list_bank (f->library, &scope);
      g_autofree char *ids = join (questions);

      g_assert_cmpstr (ids, ==, cases[i].expected);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    {
      g_autoptr (GPtrArray) questions
          = starling_library_list_bank_for (f->library, stories[i].scenario);
      g_autofree char *ids = join (questions);

      g_assert_cmpstr (ids, ==, stories[i].expected);
    }
}

static void
test_answers (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (GArray) answers = NULL;
  const StarlingLibraryAnswer *answer;
  const StarlingBankQuestion *question;

  load (f);
  library_record (f, library_make_take ("one"));
  library_record (f, library_make_take ("one"));
  wait_until (f->n_durable == 2);
  question
      = starling_bank_find_question (starling_library_get_bank (f->library),
                                     "second");
  answers = starling_library_list_answers (f->library, question, FALSE);
  g_assert_cmpuint (answers->len, ==, 2);
  answer = &g_array_index (answers, StarlingLibraryAnswer, 0);
  g_assert_cmpstr (starling_summary_get_id (answer->summary), ==, "one");
  g_assert_cmpint (answer->fit, ==, STARLING_FIT_NAMED);
  g_assert_cmpint (answer->angle, ==, STARLING_AS_TOLD);
  g_assert_cmpuint (answer->n_takes, ==, 2);
  g_assert_cmpint (answer->state, ==, STARLING_STATE_REHEARSED);
  answer = &g_array_index (answers, StarlingLibraryAnswer, 1);
  g_assert_cmpstr (starling_summary_get_id (answer->summary), ==, "mine");
  g_assert_cmpint (answer->fit, ==, STARLING_FIT_NONE);

  g_clear_pointer (&answers, g_array_unref);
  answers = starling_library_list_answers (f->library, question, TRUE);
  g_assert_cmpuint (answers->len, ==, 1);
}

/* By the goal, then by what was not asked yet. */
static void
test_pick (LibraryFixture *f, gconstpointer data)
{
  static const char *const goal[] = { "frugality", NULL };
  const StarlingBankScope all = { .principle = -1 };
  StarlingEvent *event = starling_event_new (STARLING_EVENT_GOAL);
  const char *asked[4] = { NULL };

  load (f);
  event->principles = g_strdupv ((char **) goal);
  library_record (f, event);
  wait_until (f->n_durable == 1);
  for (guint64 seed = 0; seed < 20; seed++)
    g_assert_cmpstr (
        starling_library_pick_from_bank (f->library, &all, asked, seed)->id, ==,
        "third");
  asked[0] = "third";
  asked[1] = "first";
  for (guint64 seed = 0; seed < 20; seed++)
    g_assert_cmpstr (
        starling_library_pick_from_bank (f->library, &all, asked, seed)->id, ==,
        "second");
  asked[2] = "second";
  for (guint64 seed = 0; seed < 20; seed++)
    g_assert_cmpstr (
        starling_library_pick_from_bank (f->library, &all, asked, seed)->id, ==,
        "third");
  g_assert_null (starling_library_pick_from_bank (
      f->library,
      &(StarlingBankScope){ .principle = find_principle (f, "think-big") },
      asked, 1));
}

/* Everything else works without; only a file that is no bank is told of. */
static void
test_missing (LibraryFixture *f, gconstpointer text)
{
  const StarlingBankScope all = { .principle = -1 };
  const char *const asked[] = { NULL };
  g_autofree char *path
      = g_build_filename (f->data_dir, "questions.json", NULL);
  g_autoptr (GPtrArray) questions = NULL;
  const StarlingNotice *notice;

  g_unlink (path);
  if (text != NULL)
    library_put (f->data_dir, "questions.json", text);
  library_load (f);
  assert_ids (f, "one");
  notice = library_find_notice (f, "The question bank cannot be used");
  g_assert_cmpuint (library_count_notices (f), ==, text == NULL ? 0 : 1);
  if (text != NULL)
    {
      g_assert_nonnull (notice);
      g_assert_true (notice->is_error);
      g_assert_nonnull (strstr (notice->details, "questions.json:1:"));
    }
  g_assert_null (starling_library_get_bank (f->library));
  questions = starling_library_list_bank (f->library, &all);
  g_assert_cmpuint (questions->len, ==, 0);
  g_assert_null (starling_library_pick_from_bank (f->library, &all, asked, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, data, function)                                              \
  g_test_add ("/library-bank/" name, LibraryFixture, data, library_set_up,     \
              function, library_tear_down)
  ADD ("lists", NULL, test_lists);
  ADD ("answers", NULL, test_answers);
  ADD ("pick", NULL, test_pick);
  ADD ("missing", NULL, test_missing);
  ADD ("empty", "", test_missing);
  ADD ("wrong", "{\"format\": \"starling-questions\"}", test_missing);
  ADD ("damaged", "{\"format\": \"starling-questions\", ", test_missing);
  return g_test_run ();
}
