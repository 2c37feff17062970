/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* What stands where a flashcard would, when there is none. */

#include "cards-page-fixture.h"
#include "pages/cards/end.h"
#include "support.h"

#include <string.h>

#define MINUTES(n) ((n) *TEST_MINUTE)

static const struct
{
  StarlingCardsFacts facts;
  const char *name;    /* of all that is said */
  const char *buttons; /* from the top down */
  const char *icon;
} ends[] = {
  { { .n_cards = 9,
      .n_done = 17,
      .ms = MINUTES (9),
      .wait_ms = -1,
      .next_days = 1,
      .n_next = 12 },
    "Done for today. 17 cards in 9 minutes Tomorrow: 12 cards.",
    "",
    "starling-check-symbolic" },
  { { .n_cards = 9, .wait_ms = -1, .next_days = 6, .n_next = 3 },
    "Nothing is due today. The next cards come in 6 days.",
    "",
    "starling-cards-symbolic" },
  { { .n_cards = 9, .wait_ms = -1, .n_aside = 2 },
    "Nothing is due today.",
    "Bring them back",
    "starling-cards-symbolic" },
  /* one offer at a time: first what is due here, then what is due elsewhere */
  { { .n_cards = 200,
      .n_done = 20,
      .ms = MINUTES (8),
      .wait_ms = -1,
      .n_waiting = 84,
      .n_others = 30,
      .n_unseen = 9,
      .n_aside = 1 },
    "20 cards done. The other 84 can wait. In 8 minutes",
    "20 more, Bring it back",
    "starling-check-symbolic" },
  { { .n_cards = 99,
      .n_done = 3,
      .wait_ms = -1,
      .n_others = 30,
      .n_unseen = 79,
      .n_aside = 3 },
    "Done for today. 3 cards in less than a minute",
    "Study the other 30 cards of today, Bring them back",
    "starling-check-symbolic" },
  { { .n_cards = 99, .n_done = 3, .wait_ms = -1, .n_unseen = 79 },
    "Done for today. 3 cards in less than a minute",
    "5 more new cards",
    "starling-check-symbolic" },
  { { .n_cards = 9, .n_done = 4, .wait_ms = MINUTES (8), .n_unseen = 1 },
    "The next card comes back in 8 minutes. 4 cards in less than a minute It "
    "shows up here by itself.",
    "1 more new card",
    "starling-check-symbolic" },
};

/* The names of the buttons that are shown, as they stand. */
static char *
list_buttons (GtkWidget *end)
{
  GString *names = g_string_new (NULL);
  GtkWidget *button;

  for (guint i = 0;
       (button = starling_test_find (end, GTK_TYPE_BUTTON, i)) != NULL; i++)
    if (starling_test_is_shown (button, end))
      {
        const char *label = gtk_button_get_label (GTK_BUTTON (button));

        gtk_test_accessible_assert_property (button,
                                             GTK_ACCESSIBLE_PROPERTY_LABEL,
                                             label);
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                                label);
      }
  return g_string_free (names, FALSE);
}

static void
assert_shown (GtkWidget *end,
              const char *name,
              const char *buttons,
              const char *icon)
{
  GtkWidget *message = starling_test_find_named (end, GTK_TYPE_BOX, name);
  GtkWidget *image = starling_test_find (end, GTK_TYPE_IMAGE, 0);
  g_autofree char *shown = list_buttons (end);

  g_assert_cmpstr (shown, ==, buttons);
  g_assert_cmpstr (gtk_image_get_icon_name (GTK_IMAGE (image)), ==, icon);
  g_assert_nonnull (message);
  g_assert_true (gtk_widget_has_css_class (message, "message"));
}

/* One widget for all, in both orders: nothing of what was said before is
 * left, also where a scope has nothing at all. */
static void
test_ends (void)
{
  GtkWidget *end = g_object_new (STARLING_TYPE_CARDS_END, NULL);
  StarlingCardsEnd *self = STARLING_CARDS_END (g_object_ref_sink (end));

  for (guint i = 0; i < 2 * G_N_ELEMENTS (ends); i++)
    {
      guint k = i < G_N_ELEMENTS (ends) ? i : 2 * G_N_ELEMENTS (ends) - 1 - i;

      g_test_message ("case %u", k);
      starling_cards_end_show (self, &ends[k].facts);
      assert_shown (end, ends[k].name, ends[k].buttons, ends[k].icon);
      starling_cards_end_show_nothing (self, "Nothing.", "Do something.");
      assert_shown (end, "Nothing. Do something.", "",
                    "starling-cards-symbolic");
    }
  g_assert_finalize_object (end);
}

/* --- on the page */

static void
finish (TestCards *fixture)
{
  while (test_cards_get_prompt (fixture) != NULL)
    test_cards_answer (fixture, "Easy");
}

/* A scope that is done leads on to the rest of today. */
static void
test_others (TestCards *fixture, gconstpointer scope)
{
  static const char words[] = "Study the other 7 cards of today";

  finish (fixture);
  g_assert_true (test_cards_has_button (fixture, words));
  g_assert_false (test_cards_has_button (fixture, "5 more new cards"));
  test_cards_click (fixture, words);
  g_assert_cmpstr (fixture->practise, ==, "('today', 'flashcards')");

  starling_session_set_scope (fixture->session, "today");
  finish (fixture);
  g_assert_false (test_cards_has_button (fixture, words));
  g_assert_true (test_cards_has_button (fixture, "5 more new cards"));
}

/* Cards that are set aside are those of the scope. */
static void
test_aside (TestCards *fixture, gconstpointer scope)
{
  test_cards_press (fixture, GDK_KEY_at, 0);
  test_cards_press (fixture, GDK_KEY_at, 0);
  finish (fixture);
  g_assert_true (test_cards_has_button (fixture, "Bring them back"));
  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_false (test_cards_has_button (fixture, "Bring them back"));
  starling_session_set_scope (fixture->session, scope);
  test_cards_click (fixture, "Bring them back");
  test_cards_assert_count (fixture, STARLING_PILE_NEW, 2, TRUE);
}

/* Without a card there is no time on it. */
static void
test_head (TestCards *fixture, gconstpointer scope)
{
  GtkWidget *timer = test_cards_find_class (fixture, "timer");

  g_assert_true (starling_test_is_shown (timer, fixture->window));
  finish (fixture);
  g_assert_false (starling_test_is_shown (timer, fixture->window));
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/cards-end/ends", test_ends);
  test_cards_add ("/cards-end/others", TEST_STORY, test_others);
  test_cards_add ("/cards-end/aside", TEST_STORY, test_aside);
  test_cards_add ("/cards-end/head", TEST_STORY, test_head);
  return g_test_run ();
}
