/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-overview.h"

#include "library-fixture.h"
#include "support.h"

/*
 * Four stories and 24 events, which lie in data/overview. What follows from
 * them was worked out by hand, at Monday 2026-11-23, 10:15:00.250 (+01:00).
 *
 * Stories and their cards (SDE 1, SDE 2, Senior SDE):
 *   one    Ownership, also Dive Deep: task, action, Dive Deep, why, weak: 5 5 5
 *   two    Ownership: task, and the action as Senior SDE only:            1 1 2
 *   three  Dive Deep, an own story: task:                                 1 1 1
 *   four   Frugality: task:                                               1 1 1
 *
 * FSRS-6: stability after the first review is 1.2931 days for Hard and 2.3065
 * for Good; recall after t days is (1 + F t / S)^-0.1542, where F is
 * 0.9^(1 / -0.1542) - 1; t counts whole spans of 24 hours.
 */

#define MONDAY_16 20773 /* study days since 1970 */
#define MONDAY_23 20780

static void
put_data (LibraryFixture *f,
          const char *source,
          const char *folder,
          const char *name)
{
  g_autofree char *relative
      = g_build_filename ("tests/core/data/overview", source, NULL);
  g_autofree char *path = test_dup_source_file (relative);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  library_put (folder, name, text);
}

static void
set_up (LibraryFixture *f, gconstpointer data)
{
  library_set_up (f, data);
  put_data (f, "pack.json", f->data_dir, "packs/one.json");
  put_data (f, "story.json", f->user_dir, "stories/story.json");
  put_data (f, "journal.jsonl", f->user_dir, "journal.jsonl");
  library_load (f);
}

static const StarlingOverviewCell *
get_cell (const StarlingOverview *overview,
          const char *principle,
          StarlingLevel level)
{
  int index
      = starling_catalogue_find_principle (overview->catalogue, principle);

  return starling_overview_get_cell (overview->cells, (guint) index, level);
}

static void
test_cells (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *principle;
    StarlingLevel level;
    guint n_stories, n_rehearsed, n_cards;
    double mastery;
    guint n_answers, n_right;
    gboolean begun;
  } expected[] = {
    { "ownership", STARLING_LEVEL_SDE1, 2, 0, 6, 0, 0, 0, FALSE },
    /* Good 4 days ago: 0.85798579; Good 3 days and some hours ago: 0.88094796;
     * reviewed today: 1; the weak answer's review was undone.
     * 2.73893375 / 6 */
    { "ownership", STARLING_LEVEL_SDE2, 2, 1, 6, 0.45648896, 3, 2, TRUE },
    /* Hard a day ago: 0.91666972 / 7; told twice, once without a word */
    { "ownership", STARLING_LEVEL_SENIOR, 2, 1, 7, 0.13095282, 0, 0, TRUE },
    /* the one card was graded at both levels, the last time today */
    { "frugality", STARLING_LEVEL_SDE1, 1, 0, 1, 1, 0, 0, TRUE },
    { "frugality", STARLING_LEVEL_SDE2, 1, 0, 1, 1, 0, 0, TRUE },
    { "frugality", STARLING_LEVEL_SENIOR, 1, 0, 1, 0, 0, 0, FALSE },
    /* forgotten */
    { "dive-deep", STARLING_LEVEL_SDE2, 1, 0, 1, 0, 0, 0, FALSE },
    { "think-big", STARLING_LEVEL_SDE2, 0, 0, 0, 0, 0, 0, FALSE },
  };
  g_autoptr (StarlingOverview) overview
      = starling_library_make_overview (f->library, STARLING_LEVEL_SDE2,
                                        G_DATE_MONDAY);

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const StarlingOverviewCell *cell
          = get_cell (overview, expected[i].principle, expected[i].level);

      g_test_message ("%s %u", expected[i].principle, expected[i].level);
      g_assert_cmpuint (cell->n_stories, ==, expected[i].n_stories);
      g_assert_cmpuint (cell->n_rehearsed, ==, expected[i].n_rehearsed);
      g_assert_cmpuint (cell->n_cards, ==, expected[i].n_cards);
      g_assert_cmpfloat_with_epsilon (cell->mastery, expected[i].mastery, 1e-8);
      g_assert_cmpuint (cell->n_answers, ==, expected[i].n_answers);
      g_assert_cmpuint (cell->n_right, ==, expected[i].n_right);
      g_assert_cmpint (cell->begun, ==, expected[i].begun);
    }
  g_assert_cmpuint (overview->n_begun, ==, 4);
  g_assert_false (starling_overview_is_empty (overview));
}

/* Means of mastery and right answers: at SDE 2, Ownership (0.456 + 0.667) / 2
 * = 0.562 and Frugality (1 + 0) / 2 = 0.5. */
static void
test_first (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    StarlingLevel level;
    const char *first;
  } expected[] = {
    { STARLING_LEVEL_SDE1, "frugality" },
    { STARLING_LEVEL_SDE2, "frugality" },
    { STARLING_LEVEL_SENIOR, "ownership" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (StarlingOverview) overview
          = starling_library_make_overview (f->library, expected[i].level,
                                            G_DATE_MONDAY);

      g_assert_cmpint (overview->first, ==,
                       starling_catalogue_find_principle (overview->catalogue,
                                                          expected[i].first));
    }
}

static void
test_takes (LibraryFixture *f, gconstpointer data)
{
  static const struct
  {
    const char *title;
    gint64 total_ms, target_ms;
    int share;
  } expected[] = {
    { "The first", 200000, 175000, 45 },  /* 90 of 200 */
    { "The first", 200000, 175000, 53 },  /* 105 of 200 */
    { "The second", 125000, 175000, 48 }, /* 60 of 125 */
  };
  g_autoptr (StarlingOverview) overview
      = starling_library_make_overview (f->library, STARLING_LEVEL_SDE2,
                                        G_DATE_MONDAY);

  g_assert_cmpuint (overview->takes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < overview->takes->len; i++)
    {
      const StarlingOverviewTake *take
          = &g_array_index (overview->takes, StarlingOverviewTake, i);

      g_assert_cmpstr (take->title, ==, expected[i].title);
      g_assert_cmpint (take->review->tally.total_ms, ==, expected[i].total_ms);
      g_assert_cmpint (take->review->tally.target_total_ms, ==,
                       expected[i].target_ms);
      g_assert_cmpint (take->review->tally.action_share, ==, expected[i].share);
    }
}

static void
test_weeks (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingOverview) overview
      = starling_library_make_overview (f->library, STARLING_LEVEL_SDE2,
                                        G_DATE_MONDAY);

  /* one question right and one wrong in each, that about a story that is gone
   * included */
  g_assert_cmpuint (overview->n_answers, ==, 2);
  g_assert_cmpint (overview->answers[0].first, ==, MONDAY_16);
  g_assert_cmpuint (overview->answers[0].n, ==, 2);
  g_assert_cmpuint (overview->answers[0].n_good, ==, 1);
  g_assert_cmpint (overview->answers[1].first, ==, MONDAY_23);
  g_assert_cmpuint (overview->answers[1].n, ==, 2);
  g_assert_cmpuint (overview->answers[1].n_good, ==, 1);

  /* what was due: Again on the 16th, and its second review that day was in
   * relearning; two cards on the 23rd */
  g_assert_cmpuint (overview->n_recall, ==, 2);
  g_assert_cmpint (overview->recall[0].first, ==, MONDAY_16);
  g_assert_cmpuint (overview->recall[0].n, ==, 1);
  g_assert_cmpuint (overview->recall[0].n_good, ==, 0);
  g_assert_cmpint (overview->recall[1].first, ==, MONDAY_23);
  g_assert_cmpuint (overview->recall[1].n, ==, 2);
  g_assert_cmpuint (overview->recall[1].n_good, ==, 2);
  g_assert_cmpfloat (overview->settings.retention, ==, 0.85);
}

/* Dive Deep is served by the own story and by an angle of the first; Frugality
 * by none, since its story was never told. */
static void
test_bank (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingOverview) overview
      = starling_library_make_overview (f->library, STARLING_LEVEL_SDE2,
                                        G_DATE_MONDAY);
  const StarlingOverviewStory *stories
      = (gconstpointer) overview->stories->data;
  StarlingOverviewCover cover = starling_overview_get_cover (
      stories, overview->stories->len,
      starling_catalogue_find_principle (overview->catalogue, "dive-deep"));

  g_assert_cmpuint (overview->stories->len, ==, 4);
  g_assert_cmpuint (cover.n_stories, ==, 1);
  g_assert_cmpuint (cover.n_angles, ==, 1);
  g_assert_cmpint (overview->next.kind, ==, STARLING_OVERVIEW_GAP);
  g_assert_cmpint (overview->next.principle, ==,
                   starling_catalogue_find_principle (overview->catalogue,
                                                      "frugality"));
  g_assert_cmpstr (stories[overview->next.story].id, ==, "four");
}

/* Nothing was done yet. */
static void
test_empty (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingOverview) overview = NULL;

  library_load (f);
  overview = starling_library_make_overview (f->library, STARLING_LEVEL_SDE2,
                                             G_DATE_MONDAY);
  g_assert_true (starling_overview_is_empty (overview));
  g_assert_cmpint (overview->first, ==, -1);
  g_assert_cmpuint (overview->takes->len, ==, 0);
  g_assert_cmpint (overview->next.kind, ==, STARLING_OVERVIEW_BEGIN);
}

/* The last takes of several stories, whatever order they were told in. */
static void
test_last_takes (LibraryFixture *f, gconstpointer data)
{
  g_autoptr (StarlingOverview) overview = NULL;

  library_load (f);
  for (guint i = 0; i < 20; i++)
    {
      StarlingEvent *event = library_make_take ("one");
      StarlingStepTime time
          = { STARLING_STEP_ACTION, 90000, 1000 * (gint64) (i + 1) };

      if (event->steps == NULL)
        event->steps = g_array_new (FALSE, FALSE, sizeof time);
      g_array_set_size (event->steps, 0);
      g_array_append_val (event->steps, time);
      library_record (f, event);
    }
  overview = starling_library_make_overview (f->library, STARLING_LEVEL_SDE2,
                                             G_DATE_MONDAY);
  g_assert_cmpuint (overview->takes->len, ==, STARLING_OVERVIEW_TREND);
  for (guint i = 0; i < STARLING_OVERVIEW_TREND; i++)
    g_assert_cmpint (g_array_index (overview->takes, StarlingOverviewTake, i)
                         .review->tally.total_ms,
                     ==,
                     1000 * (gint64) (20 - STARLING_OVERVIEW_TREND + i + 1));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*set_up) (LibraryFixture *f, gconstpointer data);
    void (*test) (LibraryFixture *f, gconstpointer data);
  } tests[] = {
    { "/library-overview/cells", set_up, test_cells },
    { "/library-overview/first", set_up, test_first },
    { "/library-overview/takes", set_up, test_takes },
    { "/library-overview/weeks", set_up, test_weeks },
    { "/library-overview/bank", set_up, test_bank },
    { "/library-overview/empty", library_set_up, test_empty },
    { "/library-overview/last-takes", library_set_up, test_last_takes },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, LibraryFixture, NULL, tests[i].set_up,
                tests[i].test, library_tear_down);
  return g_test_run ();
}
