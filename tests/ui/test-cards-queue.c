/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What the queue of a session holds when it is made anew. */

#include "cards-run-fixture.h"
#include "support.h"

#include <glib/gstdio.h>

/* The card on screen stays, though another one's turn has come. */
static void
test_kept (TestRun *fixture, gconstpointer scope)
{
  g_autoptr (StarlingCardsRun) other = NULL;
  g_autofree char *name = NULL;

  test_run_grade (fixture, STARLING_GRADE_AGAIN);
  test_run_grade (fixture, STARLING_GRADE_EASY);
  name = g_strdup (test_run_get_card (fixture));
  g_assert_true (starling_cards_run_show (fixture->run));
  starling_clock_advance (fixture->clock, 2 * TEST_MINUTE);
  other = starling_cards_run_new (fixture->session);
  starling_cards_run_follow (other);
  g_assert_cmpstr (starling_cards_run_get_card (other), !=, name);

  test_record_limits (fixture->library, 20, 100);
  g_assert_true (starling_cards_run_follow (fixture->run));
  g_assert_cmpstr (test_run_get_card (fixture), ==, name);
  g_assert_true (starling_cards_run_is_shown (fixture->run));
}

/* The card on screen is set aside elsewhere: it gives way. */
static void
test_aside_elsewhere (TestRun *fixture, gconstpointer scope)
{
  static const char *const actions[] = { "bury", "suspend" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *name = g_strdup (test_run_get_card (fixture));

      g_test_message ("%s", actions[i]);
      g_assert_true (starling_cards_run_show (fixture->run));
      fixture->n_changed = 0;
      test_record_card (fixture->library, name, actions[i]);
      g_assert_cmpuint (fixture->n_changed, ==, 1);
      g_assert_true (starling_cards_run_follow (fixture->run));
      g_assert_nonnull (test_run_get_card (fixture));
      g_assert_cmpstr (test_run_get_card (fixture), !=, name);
      g_assert_false (starling_cards_run_is_shown (fixture->run));
    }
}

/* Another story is forgotten: its cards are due no more. */
static void
test_forget (TestRun *fixture, gconstpointer scope)
{
  static const char *const stories[] = { "webhook-drops", "lecture-encoding" };
  static const char *const steps[] = { "situation", "task", "action" };
  gint64 at = TEST_NOW - 20 * TEST_DAY;
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_FORGET);
  g_autofree char *card = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (stories); i++)
    for (guint k = 0; k < G_N_ELEMENTS (steps); k++)
      {
        g_autofree char *name
            = g_strdup_printf ("%s#step.%s", stories[i], steps[k]);

        test_record_review (fixture->library, name, STARLING_GRADE_EASY, at);
      }
  test_record_limits (fixture->library, 0, 200);
  starling_cards_run_follow (fixture->run);
  test_run_assert_counts (fixture, 0, 0, 6);
  card = g_strdup (test_run_get_card (fixture));
  event->scenario
      = g_strdup (stories[g_str_has_prefix (card, stories[0]) ? 1 : 0]);

  fixture->n_changed = 0;
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_true (starling_cards_run_follow (fixture->run));
  g_assert_cmpstr (test_run_get_card (fixture), ==, card);
  test_run_assert_counts (fixture, 0, 0, 3);
}

/* As many more new cards each time, also with another level in between. */
static void
test_more_new (TestRun *fixture, gconstpointer scope)
{
  static const StarlingLevel levels[]
      = { STARLING_LEVEL_SENIOR, STARLING_LEVEL_SDE2 };

  test_run_finish (fixture);
  for (guint i = 0; i < 3; i++)
    {
      starling_cards_run_add (fixture->run, STARLING_CARDS_EXTRA_NEW);
      test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW, 0, 0);
      test_run_grade (fixture, STARLING_GRADE_EASY);
      for (guint k = 0; k < G_N_ELEMENTS (levels); k++)
        {
          starling_session_set_level (fixture->session, levels[k]);
          g_assert_true (starling_cards_run_follow (fixture->run));
          test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW - 1, 0, 0);
        }
      g_assert_cmpuint (test_run_finish (fixture), ==,
                        STARLING_CARDS_EXTRA_NEW - 1);
    }
}

/* What was asked for beyond the limits ends with the scope. */
static void
test_more_ends (TestRun *fixture, gconstpointer scope)
{
  g_autoptr (GPtrArray) names = test_go_away (fixture->library);

  test_record_limits (fixture->library, 0, 5);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpuint (test_run_finish (fixture), ==, 5);
  starling_cards_run_add (fixture->run, 0);
  g_assert_cmpuint (test_run_finish (fixture), >, 5);
  test_run_follow (fixture, "today");
  test_run_assert_counts (fixture, 0, 0, 0);
}

/* They take in what a higher limit adds; and they end with the scope too. */
static void
test_more_new_ends (TestRun *fixture, gconstpointer scope)
{
  test_record_limits (fixture->library, 2, 200);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpuint (test_run_finish (fixture), ==, 2);
  starling_cards_run_add (fixture->run, STARLING_CARDS_EXTRA_NEW);
  test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW, 0, 0);
  test_record_limits (fixture->library, 4, 200);
  starling_cards_run_follow (fixture->run);
  test_run_assert_counts (fixture, STARLING_CARDS_EXTRA_NEW, 0, 0);
  test_record_limits (fixture->library, 2, 200);
  test_run_follow (fixture, "today");
  test_run_assert_counts (fixture, 0, 0, 0);
}

/* A full portion, also if the limit was passed in a session before. */
static void
test_more_due (TestRun *fixture, gconstpointer scope)
{
  g_autoptr (GPtrArray) names = test_go_away (fixture->library);
  g_autoptr (StarlingCardsRun) other = NULL;
  guint counts[STARLING_N_PILES];

  test_record_limits (fixture->library, 0, 2);
  starling_cards_run_follow (fixture->run);
  g_assert_cmpuint (test_run_finish (fixture), ==, 2);
  starling_cards_run_add (fixture->run, 0);
  g_assert_cmpuint (test_run_finish (fixture), ==, STARLING_PORTION);

  other = starling_cards_run_new (fixture->session);
  starling_cards_run_follow (other);
  g_assert_null (starling_cards_run_get_card (other));
  starling_cards_run_add (other, 0);
  starling_cards_run_count (other, counts);
  g_assert_cmpuint (counts[STARLING_PILE_DUE], ==, STARLING_PORTION);
}

/* The first grade ends the start of a portion; taken back, it begins again. */
static void
test_portion (TestRun *fixture, gconstpointer scope)
{
  g_autoptr (GPtrArray) names = test_go_away (fixture->library);

  starling_cards_run_follow (fixture->run);
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==,
                    STARLING_PORTION);
  test_run_grade (fixture, STARLING_GRADE_GOOD);
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==, 0);
  g_assert_true (starling_cards_run_undo (fixture->run));
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==,
                    STARLING_PORTION);
}

/* A scope of which all is there at once is not in portions. */
static void
test_portion_of_all (TestRun *fixture, gconstpointer scope)
{
  g_autoptr (GPtrArray) names = test_go_away (fixture->library);
  StarlingCardsFacts facts;

  starling_cards_run_follow (fixture->run);
  test_run_assert_counts (fixture, 0, 0, TEST_STORY_N_NEW);
  starling_cards_run_get_facts (fixture->run, &facts);
  g_assert_cmpuint (facts.n_waiting, ==, 0);
  g_assert_cmpuint (starling_cards_run_get_portion (fixture->run), ==, 0);
}

/* --- stories of the user's */

typedef struct
{
  char *folder;
  StarlingLibrary *library;
  StarlingSession *session;
  StarlingCardsRun *run;
  guint n_changed;
} Own;

static void
changed_cb (Own *own)
{
  own->n_changed++;
}

static void
set_up_own (Own *own, gconstpointer level)
{
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (TEST_NOW, 0);

  own->folder = starling_test_make_folder ();
  test_write_story (own->folder, "Why?");
  own->library = test_load_stories (own->folder, clock);
  own->session = starling_session_new (own->library);
  starling_session_set_scope (own->session, "my-stories");
  starling_session_set_level (own->session,
                              (StarlingLevel) GPOINTER_TO_INT (level));
  own->run = starling_cards_run_new (own->session);
  g_signal_connect_swapped (own->run, "changed", G_CALLBACK (changed_cb), own);
}

static void
tear_down_own (Own *own, gconstpointer level)
{
  starling_library_flush (own->library);
  g_assert_finalize_object (own->run);
  g_object_unref (own->library);
  starling_test_drop_session (own->session);
  g_free (own->folder);
}

static void
assert_new (Own *own, guint n)
{
  guint counts[STARLING_N_PILES];
  StarlingCardsFacts facts;

  starling_cards_run_count (own->run, counts);
  g_assert_cmpuint (counts[STARLING_PILE_NEW], ==, n);
  starling_cards_run_get_facts (own->run, &facts);
  g_assert_cmpuint (facts.n_cards, ==, n);
}

/* A step without text at the level of the lens gives way to another card. */
static void
test_level (Own *own, gconstpointer level)
{
  starling_cards_run_follow (own->run);
  assert_new (own, 2);
  starling_cards_run_show (own->run);
  starling_cards_run_grade (own->run, STARLING_GRADE_EASY);
  g_assert_cmpstr (starling_cards_run_get_card (own->run), ==,
                   "own-story#step.task");
  starling_cards_run_show (own->run);

  starling_session_set_level (own->session, STARLING_LEVEL_SDE1);
  g_assert_true (starling_cards_run_follow (own->run));
  g_assert_null (starling_cards_run_get_card (own->run));
  g_assert_false (starling_cards_run_is_shown (own->run));
  starling_session_set_level (own->session, STARLING_LEVEL_SENIOR);
  starling_cards_run_follow (own->run);
  g_assert_cmpstr (starling_cards_run_get_card (own->run), ==,
                   "own-story#step.task");
  g_assert_false (starling_cards_run_is_shown (own->run));
}

/* Only what has text at the level is a card of the scope. */
static void
test_n_cards (Own *own, gconstpointer level)
{
  starling_cards_run_follow (own->run);
  assert_new (own, 1);
  starling_session_set_level (own->session, STARLING_LEVEL_SENIOR);
  starling_cards_run_follow (own->run);
  assert_new (own, 2);
}

static gboolean
has_changed (gpointer data)
{
  return ((Own *) data)->n_changed > 0;
}

/* A story gets other cards while it is studied. */
static void
test_pack (Own *own, gconstpointer level)
{
  starling_cards_run_follow (own->run);
  assert_new (own, 2);
  starling_cards_run_show (own->run);
  starling_cards_run_grade (own->run, STARLING_GRADE_EASY);
  own->n_changed = 0;
  test_write_probe (own->folder, "Why?", "Therefore.");
  starling_test_run_until (has_changed, own);
  g_assert_true (starling_cards_run_follow (own->run));
  g_assert_cmpstr (starling_cards_run_get_card (own->run), ==,
                   "own-story#probe.p");
  assert_new (own, 1);
}

/* A story that cannot be read any more has no cards to show, nor any that
 * could be had in addition. */
static void
test_unreadable (Own *own, gconstpointer level)
{
  g_autofree char *file
      = g_build_filename (own->folder, "stories", "own.json", NULL);
  StarlingCardsFacts facts;

  g_assert_cmpint (g_remove (file), ==, 0);
  starling_cards_run_follow (own->run);
  g_assert_null (starling_cards_run_get_card (own->run));
  starling_cards_run_get_facts (own->run, &facts);
  g_assert_cmpuint (facts.n_unseen, ==, 0);
}

static void
add_own (const char *path,
         StarlingLevel level,
         void (*test) (Own *own, gconstpointer level))
{
  g_test_add (path, Own, GINT_TO_POINTER (level), set_up_own, test,
              tear_down_own);
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  test_run_add ("/cards-queue/kept", TEST_STORY, test_kept);
  test_run_add ("/cards-queue/aside-elsewhere", TEST_STORY,
                test_aside_elsewhere);
  test_run_add ("/cards-queue/forget", "today", test_forget);
  test_run_add ("/cards-queue/more-new", "today", test_more_new);
  test_run_add ("/cards-queue/more-ends", TEST_STORY, test_more_ends);
  test_run_add ("/cards-queue/more-new-ends", TEST_STORY, test_more_new_ends);
  test_run_add ("/cards-queue/more-due", "today", test_more_due);
  test_run_add ("/cards-queue/portion", "today", test_portion);
  test_run_add ("/cards-queue/portion-of-all", TEST_STORY, test_portion_of_all);
  add_own ("/cards-queue/level", STARLING_LEVEL_SENIOR, test_level);
  add_own ("/cards-queue/n-cards", STARLING_LEVEL_SDE1, test_n_cards);
  add_own ("/cards-queue/pack", STARLING_LEVEL_SENIOR, test_pack);
  add_own ("/cards-queue/unreadable", STARLING_LEVEL_SENIOR, test_unreadable);
  return g_test_run ();
}
