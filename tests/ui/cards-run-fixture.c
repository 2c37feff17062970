/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-run-fixture.h"

#include "support.h"

static void
changed_cb (TestRun *self)
{
  self->n_changed++;
}

static void
toast_cb (TestRun *self, const char *message, const char *event_id)
{
  g_free (self->toast);
  g_free (self->toast_event);
  self->toast = g_strdup (message);
  self->toast_event = g_strdup (event_id);
}

void
test_run_set_up (TestRun *self, gconstpointer scope)
{
  self->session = starling_test_session_new ();
  self->library = starling_session_get_library (self->session);
  self->clock = starling_library_get_clock (self->library);
  starling_session_set_scope (self->session, scope);
  starling_session_set_level (self->session, STARLING_LEVEL_SDE2);
  self->run = starling_cards_run_new (self->session);
  g_signal_connect_swapped (self->run, "changed", G_CALLBACK (changed_cb),
                            self);
  g_signal_connect_swapped (self->session, "toast", G_CALLBACK (toast_cb),
                            self);
  starling_cards_run_follow (self->run);
}

void
test_run_tear_down (TestRun *self, gconstpointer scope)
{
  starling_library_flush (self->library);
  g_assert_finalize_object (self->run);
  starling_test_drop_session (self->session);
  g_free (self->toast);
  g_free (self->toast_event);
}

void
test_run_add (const char *path,
              const char *scope,
              void (*test) (TestRun *self, gconstpointer scope))
{
  g_test_add (path, TestRun, scope, test_run_set_up, test, test_run_tear_down);
}

/* The name of the card on screen; NULL: none. */
const char *
test_run_get_card (TestRun *self)
{
  return starling_cards_run_get_card (self->run);
}

const StarlingCardRecord *
test_run_find_record (TestRun *self, const char *name)
{
  return &starling_library_find_card (self->library, name)->record;
}

void
test_run_grade (TestRun *self, int grade)
{
  g_assert_true (starling_cards_run_show (self->run));
  g_assert_true (starling_cards_run_grade (self->run, grade));
}

/* All cards that are left, once each, with Easy: nothing comes back today.
 * Returns how many there were. */
guint
test_run_finish (TestRun *self)
{
  guint n = 0;

  while (test_run_get_card (self) != NULL)
    {
      test_run_grade (self, STARLING_GRADE_EASY);
      g_assert_cmpuint (++n, <, 100);
    }
  return n;
}

/* Goes to a scope. */
void
test_run_follow (TestRun *self, const char *scope)
{
  starling_session_set_scope (self->session, scope);
  starling_cards_run_follow (self->run);
}

/* How many cards are left, of any pile. */
guint
test_run_count (TestRun *self)
{
  guint counts[STARLING_N_PILES];
  guint n = 0;

  starling_cards_run_count (self->run, counts);
  for (guint i = 0; i < STARLING_N_PILES; i++)
    n += counts[i];
  return n;
}

void
test_run_assert_counts (TestRun *self, guint fresh, guint learning, guint due)
{
  guint counts[STARLING_N_PILES];

  starling_cards_run_count (self->run, counts);
  g_assert_cmpuint (counts[STARLING_PILE_NEW], ==, fresh);
  g_assert_cmpuint (counts[STARLING_PILE_LEARNING], ==, learning);
  g_assert_cmpuint (counts[STARLING_PILE_DUE], ==, due);
}
