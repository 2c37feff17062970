/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "bundle.h"
#include "storage/pack.h"
#include "support.h"

#include <gio/gio.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

/* A folder with a pack in it that has everything. */
typedef struct
{
  StarlingCatalogue *catalogue;
  char *folder;
  char *file;
  char *full;
} Fixture;

static void
write_pack (Fixture *fixture, const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->file, text, length, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *full
      = test_dup_source_file ("tests/core/data/packs/good/full.json");
  g_autoptr (GError) error = NULL;

  fixture->catalogue = test_load_catalogue ();
  fixture->folder = test_make_folder ();
  fixture->file = g_build_filename (fixture->folder, "pack.json", NULL);
  g_file_get_contents (full, &fixture->full, NULL, &error);
  g_assert_no_error (error);
  write_pack (fixture, fixture->full, -1);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  test_remove_folder (fixture->folder);
  starling_catalogue_unref (fixture->catalogue);
  g_free (fixture->folder);
  g_free (fixture->file);
  g_free (fixture->full);
}

static StarlingPack *
load (Fixture *fixture)
{
  return starling_pack_load (fixture->file, fixture->catalogue);
}

static int
find (Fixture *fixture, const char *id)
{
  return starling_catalogue_find_principle (fixture->catalogue, id);
}

/* What the list of scenarios shows comes without opening them. */
static void
test_entries (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingPack) pack = load (fixture);
  const StarlingPackEntry *entry;

  g_assert_cmpuint (pack->complaints->len, ==, 0);
  g_assert_cmpstr (pack->file, ==, fixture->file);
  g_assert_cmpstr (pack->id, ==, "test-pack");
  g_assert_cmpstr (pack->title, ==, "A pack that uses everything");
  g_assert_cmpuint (pack->size, ==, strlen (fixture->full));
  g_assert_cmpuint (pack->entries->len, ==, 2);

  entry = g_ptr_array_index (pack->entries, 0);
  g_assert_cmpstr (entry->id, ==, "slow-builds");
  g_assert_cmpstr (entry->title, ==, "The build that took an hour");
  g_assert_cmpstr (entry->question, ==,
                   "Tell me about a time when you made something simpler.");
  g_assert_cmpint (entry->principle, ==, find (fixture, "invent-and-simplify"));
  g_assert_cmpuint (entry->cards->len, ==, 5 + 2 + 1 + 2);
  g_assert_cmpuint (entry->n_questions, ==, 2);
  g_assert_cmpint (fixture->full[entry->start], ==, '{');
  g_assert_cmpint (fixture->full[entry->end - 1], ==, '}');
  g_assert_nonnull (strstr (entry->search, "the build that took"));
  g_assert_nonnull (strstr (entry->search, "made something simpler"));
  g_assert_nonnull (strstr (entry->search, "invent and simplify"));
  g_assert_nonnull (strstr (entry->search, "cross-team"));
  g_assert_nonnull (strstr (entry->search, "nobody's ticket"));
  g_assert_null (strstr (entry->search, "twelve people"));

  entry = g_ptr_array_index (pack->entries, 1);
  g_assert_cmpstr (entry->id, ==, "two-lines");
  g_assert_cmpuint (entry->cards->len, ==, 1 + 1);
  g_assert_cmpuint (entry->n_questions, ==, 0);
}

static void
assert_passage (GPtrArray *passages,
                guint i,
                const char *text,
                StarlingPrincipleSet emphasize,
                StarlingPrincipleSet downplay,
                guint levels)
{
  const StarlingPassage *passage = g_ptr_array_index (passages, i);

  g_assert_cmpstr (passage->text, ==, text);
  g_assert_cmpuint (passage->emphasize, ==, emphasize);
  g_assert_cmpuint (passage->downplay, ==, downplay);
  g_assert_cmpuint (passage->levels, ==, levels);
}

static void
assert_steps (Fixture *fixture, const StarlingScenario *scenario)
{
  const StarlingPrincipleSet dive
      = STARLING_PRINCIPLE_BIT (find (fixture, "dive-deep"));
  const StarlingPrincipleSet own
      = STARLING_PRINCIPLE_BIT (find (fixture, "ownership"));
  const StarlingPrincipleSet simplify
      = STARLING_PRINCIPLE_BIT (find (fixture, "invent-and-simplify"));
  const StarlingStep *step = &scenario->steps[STARLING_STEP_SITUATION];

  g_assert_cmpuint (step->seconds, ==, 30);
  g_assert_cmpuint (step->answer->len, ==, 2);
  assert_passage (step->answer, 0,
                  "Our build took an hour, and nobody’s ticket said so.", dive,
                  0, STARLING_ALL_LEVELS);
  assert_passage (step->answer, 1, "Twelve people waited for it.", 0, dive,
                  1u << STARLING_LEVEL_SDE2 | 1u << STARLING_LEVEL_SENIOR);
  g_assert_cmpuint (g_strv_length (step->key_phrases), ==, 2);
  g_assert_cmpstr (step->key_phrases[1], ==, "Nobody's ticket");
  g_assert_cmpstr (step->coaching, ==, "The problem first.");
  g_assert_cmpstr (step->mistake, ==, "The history of the build system.");

  step = &scenario->steps[STARLING_STEP_ACTION];
  g_assert_cmpuint (step->seconds, ==, 90);
  assert_passage (step->answer, 0, "I measured every stage.", dive | own, 0,
                  STARLING_ALL_LEVELS);
  assert_passage (step->answer, 1, "I removed two stages that did nothing.",
                  simplify, dive, STARLING_ALL_LEVELS);
  g_assert_cmpuint (scenario->steps[STARLING_STEP_REFLECTION].answer->len, ==,
                    0);
}

static void
assert_levels (Fixture *fixture, const StarlingScenario *scenario)
{
  const StarlingLevelView *view = &scenario->levels[STARLING_LEVEL_SDE1];

  g_assert_cmpstr (view->guidance, ==, "Your own part.");
  g_assert_cmpstr (view->bar, ==, "A clear contribution.");
  g_assert_cmpuint (view->min_seconds, ==, 90);
  g_assert_cmpuint (view->max_seconds, ==, 120);
  assert_passage (view->reflection, 0,
                  "I learned to read the numbers before I guess.", 0, 0,
                  STARLING_ALL_LEVELS);
  view = &scenario->levels[STARLING_LEVEL_SDE2];
  g_assert_null (view->guidance);
  g_assert_null (view->bar);
  g_assert_cmpuint (view->min_seconds, ==, 0);
  g_assert_cmpuint (view->max_seconds, ==, 0);
  g_assert_cmpuint (view->reflection->len, ==, 1);
  g_assert_cmpuint (scenario->levels[STARLING_LEVEL_SENIOR].reflection->len, ==,
                    2);
}

static void
assert_questions (Fixture *fixture, const StarlingScenario *scenario)
{
  const StarlingProbe *probe = g_ptr_array_index (scenario->probes, 0);
  const StarlingQuestion *question = g_ptr_array_index (scenario->quiz, 0);
  const StarlingAngle *angle = g_ptr_array_index (scenario->angles, 1);
  const StarlingOption *option;

  g_assert_cmpint (angle->principle, ==, find (fixture, "ownership"));
  g_assert_cmpstr (angle->lead, ==, "Lead with the decision.");
  g_assert_cmpstr (angle->emphasize, ==, "Nobody asked.");
  g_assert_cmpstr (angle->downplay, ==, "The tools.");

  g_assert_cmpstr (probe->id, ==, "who");
  g_assert_cmpstr (probe->question, ==, "What did you do yourself?");
  g_assert_cmpstr (probe->probes, ==, "contribution");
  g_assert_cmpstr (probe->weak_answer, ==, "We looked at it together.");
  g_assert_cmpstr (probe->weak_why, ==,
                   "“We looked at it” hides who did what.");
  g_assert_cmpstr (probe->strong_answer, ==,
                   "I measured each stage and removed two.");
  g_assert_cmpstr (probe->strong_takeaway, ==, "One person, named acts.");
  g_assert_cmpint (probe->kind, ==, STARLING_PROBE_CONTRIBUTION);
  probe = g_ptr_array_index (scenario->probes, 1);
  g_assert_cmpint (probe->kind, ==, STARLING_PROBE_UNSPECIFIED);

  g_assert_cmpstr (question->id, ==, "owner");
  g_assert_cmpstr (question->question, ==, "Which phrase shows who acted?");
  g_assert_cmpuint (question->correct, ==, 0);
  g_assert_cmpstr (question->explanation, ==, "Only the first names a person.");
  g_assert_cmpuint (question->options->len, ==, 3);
  option = g_ptr_array_index (question->options, 1);
  g_assert_cmpstr (option->text, ==, "It was measured.");
  g_assert_cmpstr (option->why, ==, "Nobody acts.");
  option = g_ptr_array_index (question->options, 2);
  g_assert_null (option->why);
}

static void
test_scenario (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingPack) pack = load (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingScenario) scenario
      = starling_pack_open_scenario (pack, 0, fixture->catalogue, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scenario->id, ==, "slow-builds");
  g_assert_cmpstr (scenario->title, ==, "The build that took an hour");
  g_assert_cmpint (scenario->principle, ==,
                   find (fixture, "invent-and-simplify"));
  g_assert_cmpuint (g_strv_length (scenario->tags), ==, 2);
  g_assert_cmpstr (scenario->situation, ==, "A build took an hour.");
  g_assert_cmpstr (scenario->walkthrough, ==, "Measure, cut, keep it cut.");
  g_assert_cmpuint (g_strv_length (scenario->takeaways), ==, 2);
  g_assert_cmpstr (scenario->weak_verdict, ==, "Nothing to hold on to.");
  g_assert_cmpuint (g_strv_length (scenario->weak_flags), ==, 2);
  assert_steps (fixture, scenario);
  assert_levels (fixture, scenario);
  assert_questions (fixture, scenario);
}

/* What is optional may be missing. */
static void
test_bare_scenario (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingPack) pack = load (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingScenario) scenario
      = starling_pack_open_scenario (pack, 1, fixture->catalogue, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (scenario->id, ==, "two-lines");
  g_assert_null (scenario->tags[0]);
  g_assert_null (scenario->situation);
  g_assert_null (scenario->takeaways);
  g_assert_null (scenario->weak_text);
  g_assert_cmpuint (scenario->angles->len, ==, 0);
  g_assert_cmpuint (scenario->quiz->len, ==, 0);
  g_assert_cmpuint (scenario->steps[STARLING_STEP_TASK].seconds, ==, 600);
  g_assert_cmpuint (scenario->steps[STARLING_STEP_TASK].answer->len, ==, 0);
  g_assert_null (scenario->steps[STARLING_STEP_TASK].key_phrases[0]);
}

/* A file that is not what was loaded any more is not read by its old index. */
static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingPack) pack = load (fixture);
  g_autofree char *longer = g_strconcat (fixture->full, " ", NULL);
  g_autofree char *other = g_strdup (fixture->full);
  struct timespec times[2] = { 0 };
  g_autoptr (GError) error = NULL;

  /* size */
  write_pack (fixture, longer, -1);
  g_assert_null (
      starling_pack_open_scenario (pack, 0, fixture->catalogue, &error));
  g_assert_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_CHANGED);
  g_clear_error (&error);

  /* same size and time, another text */
  memcpy (strstr (other, "slow-builds"), "fast-builds", strlen ("fast-builds"));
  write_pack (fixture, other, -1);
  times[0].tv_sec = times[1].tv_sec = pack->mtime_us / G_USEC_PER_SEC;
  times[0].tv_nsec = times[1].tv_nsec = pack->mtime_us % G_USEC_PER_SEC * 1000;
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->file, times, 0), ==, 0);
  g_assert_null (
      starling_pack_open_scenario (pack, 0, fixture->catalogue, &error));
  g_assert_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_CHANGED);
  g_clear_error (&error);

  /* time */
  write_pack (fixture, fixture->full, -1);
  times[1].tv_sec++;
  g_assert_cmpint (utimensat (AT_FDCWD, fixture->file, times, 0), ==, 0);
  g_assert_null (
      starling_pack_open_scenario (pack, 0, fixture->catalogue, &error));
  g_assert_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_CHANGED);
  g_clear_error (&error);

  /* gone */
  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  g_assert_null (
      starling_pack_open_scenario (pack, 0, fixture->catalogue, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, fixture->file));
}

/* One complaint, at the beginning, that says @part. */
static void
assert_unreadable (Fixture *fixture, const char *part)
{
  g_autoptr (StarlingPack) pack = load (fixture);
  const StarlingComplaint *complaint;

  g_assert_cmpuint (pack->n_errors, ==, 1);
  g_assert_cmpuint (pack->complaints->len, ==, 1);
  g_assert_cmpuint (pack->entries->len, ==, 0);
  g_assert_null (pack->id);
  complaint = g_ptr_array_index (pack->complaints, 0);
  g_assert_cmpuint (complaint->line, ==, 1);
  g_assert_cmpuint (complaint->column, ==, 1);
  g_assert_cmpstr (complaint->path, ==, "$");
  g_assert_nonnull (strstr (complaint->message, part));
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  assert_unreadable (fixture, "check its name");
}

static void
test_no_permission (Fixture *fixture, gconstpointer data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("nothing is unreadable for root");
      return;
    }
  g_assert_cmpint (g_chmod (fixture->file, 0), ==, 0);
  assert_unreadable (fixture, "change its permissions");
}

static void
test_folder (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->file, 0700), ==, 0);
  assert_unreadable (fixture, "this is a folder");
}

/* Neither an empty pipe nor a socket holds the program up. */
static void
test_fifo (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  g_assert_cmpint (mkfifo (fixture->file, 0600), ==, 0);
  assert_unreadable (fixture, "not a regular file");
}

static void
test_socket (Fixture *fixture, gconstpointer data)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int fd = socket (AF_UNIX, SOCK_STREAM, 0);

  g_assert_cmpint (g_remove (fixture->file), ==, 0);
  g_assert_cmpuint (strlen (fixture->file), <, sizeof address.sun_path);
  strcpy (address.sun_path, fixture->file);
  g_assert_cmpint (bind (fd, (struct sockaddr *) &address, sizeof address), ==,
                   0);
  assert_unreadable (fixture, "not a regular file");
  close (fd);
}

/* 32 MiB are read, a byte more is not. */
static void
test_too_large (Fixture *fixture, gconstpointer data)
{
  g_autoptr (StarlingPack) pack = NULL;
  g_autofree char *text = g_strnfill (STARLING_PACK_MAX_BYTES, ' ');

  memcpy (text, fixture->full, strlen (fixture->full));
  write_pack (fixture, text, STARLING_PACK_MAX_BYTES);
  pack = load (fixture);
  g_assert_cmpuint (pack->complaints->len, ==, 0);
  g_assert_cmpint (truncate (fixture->file, STARLING_PACK_MAX_BYTES + 1), ==,
                   0);
  assert_unreadable (fixture, "at most 32 MiB");
}

/* A link to a pack is a pack. */
static void
test_link (Fixture *fixture, gconstpointer data)
{
  g_autofree char *link = g_build_filename (fixture->folder, "l.json", NULL);
  g_autoptr (StarlingPack) pack = NULL;

  g_assert_cmpint (symlink ("pack.json", link), ==, 0);
  pack = starling_pack_load (link, fixture->catalogue);
  g_assert_cmpuint (pack->entries->len, ==, 2);
}

/* The list of scenarios itself. */
static void
test_scenario_list (Fixture *fixture, gconstpointer data)
{
  static const char head[] = "{\"format\":\"starling-pack\",\"version\":1,"
                             "\"id\":\"p\",\"title\":\"P\",\"language\":\"en\"";
  const struct
  {
    const char *tail;
    const char *message;
  } cases[] = {
    { "}", "$: add the member \"scenarios\": a list of scenarios" },
    { ",\"scenarios\":[]}", "$.scenarios: list at least 1 here: there are 0" },
    { ",\"scenarios\":{}}", "$.scenarios: write a list of scenarios here" },
    { ",\"scenarios\":[[]]}", "$.scenarios[0]: write an object that describes "
                              "a scenario here, not a list" },
    { ",\"scenarios\":{\"a\":{}}}", "$.scenarios: write a list of scenarios" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strconcat (head, cases[i].tail, NULL);
      g_autoptr (StarlingPack) pack = NULL;
      g_autofree char *line = NULL;

      write_pack (fixture, text, -1);
      pack = load (fixture);
      g_assert_cmpuint (pack->n_errors, ==, 1);
      line = starling_complaint_format (pack->complaints->pdata[0], "p");
      g_assert_nonnull (strstr (line, cases[i].message));
    }
}

static void
test_too_many_scenarios (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (
      "{\"format\":\"starling-pack\",\"version\":1,\"id\":\"p\","
      "\"title\":\"P\",\"language\":\"en\",\"scenarios\":[");
  g_autoptr (StarlingPack) pack = NULL;
  const StarlingComplaint *complaint;

  for (guint i = 0; i <= 5000; i++)
    g_string_append_printf (
        text,
        "%s{\"id\":\"s%u\",\"title\":\"T\",\"question\":\"Q\",\"principle\":"
        "\"ownership\",\"probes\":[{\"id\":\"a\",\"question\":\"q\","
        "\"probes\":\"p\",\"weak\":{\"answer\":\"a\",\"why\":\"w\"},"
        "\"strong\":{\"answer\":\"a\",\"takeaway\":\"t\"}}],\"steps\":["
        "{\"step\":\"situation\",\"seconds\":5},{\"step\":\"task\","
        "\"seconds\":5},{\"step\":\"action\",\"seconds\":5},{\"step\":"
        "\"result\",\"seconds\":5},{\"step\":\"reflection\",\"seconds\":5}]}",
        i > 0 ? "," : "", i);
  g_string_append (text, "]}");
  write_pack (fixture, text->str, (gssize) text->len);
  pack = load (fixture);
  g_assert_cmpuint (pack->complaints->len, ==, 1);
  complaint = g_ptr_array_index (pack->complaints, 0);
  g_assert_cmpstr (complaint->message, ==,
                   "list at most 5000 here: there are 5001");
}

/* Every bundled pack is without errors and warnings. */
static void
test_bundled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) files = test_list_bundle ();

  for (guint i = 0; i < files->len; i++)
    {
      g_autoptr (StarlingPack) pack
          = starling_pack_load (g_ptr_array_index (files, i),
                                fixture->catalogue);

      g_test_message ("%s", pack->file);
      g_assert_cmpuint (pack->complaints->len, ==, 0);
      for (guint j = 0; j < pack->entries->len; j++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (StarlingScenario) scenario
              = starling_pack_open_scenario (pack, j, fixture->catalogue,
                                             &error);

          g_assert_no_error (error);
          g_assert_nonnull (scenario);
        }
    }
}

/* A file that is cut off or damaged anywhere is refused, not read wrongly. */
static void
test_damage (Fixture *fixture, gconstpointer data)
{
  const gsize length = strlen (g_strchomp (fixture->full));
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 300; i++)
    {
      gsize n = (gsize) g_rand_int_range (random, 0, (gint32) length);
      g_autoptr (StarlingPack) pack = NULL;

      write_pack (fixture, fixture->full, (gssize) n);
      pack = load (fixture);
      g_assert_cmpuint (pack->n_errors, >, 0);
      g_assert_cmpuint (pack->entries->len, ==, 0);
    }
}

typedef void (*TestFunc) (Fixture *fixture, gconstpointer data);

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    TestFunc run;
  } tests[] = {
    { "/pack/entries", test_entries },
    { "/pack/scenario", test_scenario },
    { "/pack/bare-scenario", test_bare_scenario },
    { "/pack/changed", test_changed },
    { "/pack/missing", test_missing },
    { "/pack/no-permission", test_no_permission },
    { "/pack/folder", test_folder },
    { "/pack/fifo", test_fifo },
    { "/pack/socket", test_socket },
    { "/pack/too-large", test_too_large },
    { "/pack/link", test_link },
    { "/pack/scenario-list", test_scenario_list },
    { "/pack/too-many-scenarios", test_too_many_scenarios },
    { "/pack/bundled", test_bundled },
    { "/pack/damage", test_damage },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
