/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/words.h"
#include "support.h"

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (G_GINT64_CONSTANT (24) * HOUR)
#define MS_MINUTE G_GINT64_CONSTANT (60000)

static void
test_intervals (void)
{
  static const struct
  {
    gint64 seconds;
    const char *words;
  } cases[] = {
    { 0, "1 min" },
    { 1, "1 min" },
    { MINUTE, "1 min" },
    { MINUTE + 1, "2 min" },
    { 5 * MINUTE + 30, "6 min" },
    { 10 * MINUTE, "10 min" },
    { 59 * MINUTE, "59 min" },
    { HOUR, "1 h" },
    { HOUR + 30 * MINUTE, "2 h" },
    { DAY - 1, "24 h" },
    { DAY, "1 day" },
    { 3 * DAY, "3 days" },
    { 30 * DAY, "30 days" },
    { 31 * DAY, "1 month" },
    { 35 * DAY, "1.1 months" },
    { 61 * DAY, "2 months" },
    { 100 * DAY, "3.3 months" },
    { 364 * DAY, "1 year" },
    { 366 * DAY, "1 year" },
    { 438 * DAY, "1.2 years" },
    { 730 * DAY, "2 years" },
    { 36500 * DAY, "99.9 years" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = starling_cards_words_interval (cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_figures (void)
{
  static const struct
  {
    StarlingPile pile;
    guint n;
    const char *words;
  } counts[] = {
    { STARLING_PILE_NEW, 4, "New 4" },
    { STARLING_PILE_LEARNING, 0, "Learning 0" },
    { STARLING_PILE_DUE, 199, "Due 199" },
  };
  static const struct
  {
    gint64 ms;
    const char *words;
  } times[] = {
    { 0, "0:00" },           { 999, "0:00" },    { 24000, "0:24" },
    { 60000, "1:00" },       { 599999, "9:59" }, { 600000, "9:59" },
    { 86400000000, "9:59" },
  };
  static const char *const grades[] = { "Again", "Hard", "Good", "Easy" };

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *words
          = starling_cards_words_count (counts[i].pile, counts[i].n);

      g_assert_cmpstr (words, ==, counts[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      g_autofree char *words = starling_cards_words_timer (times[i].ms);

      g_assert_cmpstr (words, ==, times[i].words);
    }
  for (int grade = 1; grade <= STARLING_N_GRADES; grade++)
    g_assert_cmpstr (starling_cards_words_grade (grade), ==, grades[grade - 1]);
}

/* What the fronts of a real story ask, by level and angle. */
static void
test_prompts (void)
{
  static const struct
  {
    StarlingStepId step;
    StarlingLevel level;
    const char *angle;
    const char *words;
  } cases[] = {
    { STARLING_STEP_ACTION, STARLING_LEVEL_SENIOR, "dive-deep",
      "The Action, as a Senior SDE leading with Dive Deep.\n"
      "What do you say in 90 seconds?" },
    { STARLING_STEP_ACTION, STARLING_LEVEL_SDE1, NULL,
      "The Action, as an SDE 1.\nWhat do you say in 62 seconds?" },
    { STARLING_STEP_SITUATION, STARLING_LEVEL_SDE2, NULL,
      "The Situation, as an SDE 2.\nWhat do you say in 30 seconds?" },
    { STARLING_STEP_TASK, STARLING_LEVEL_SDE2, "ownership",
      "The Task, as an SDE 2 leading with Ownership.\n"
      "What do you say in 20 seconds?" },
    { STARLING_STEP_RESULT, STARLING_LEVEL_SENIOR, NULL,
      "The Result, as a Senior SDE.\nWhat do you say in 20 seconds?" },
    { STARLING_STEP_REFLECTION, STARLING_LEVEL_SENIOR, "dive-deep",
      "The Reflection, as a Senior SDE leading with Dive Deep.\n"
      "What do you say in 15 seconds?" },
  };
  g_autoptr (StarlingSession) session = starling_test_session_new ();
  StarlingLibrary *library = starling_session_get_library (session);
  g_autoptr (StarlingScenario) scenario
      = starling_library_open_scenario (library, "webhook-drops", NULL);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  g_autoptr (StarlingLens) told
      = starling_lens_new (catalogue, scenario, STARLING_LEVEL_SDE2,
                           STARLING_AS_TOLD);
  StarlingCardView view = { STARLING_CARD_PROBE, told };
  g_autofree char *probe = NULL;
  g_autofree char *weak = NULL;
  g_autofree char *angle = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int principle
          = cases[i].angle == NULL
                ? STARLING_AS_TOLD
                : starling_test_find_principle (session, cases[i].angle);
      g_autoptr (StarlingLens) lens
          = starling_lens_new (catalogue, scenario, cases[i].level, principle);
      StarlingCardView step
          = { STARLING_CARD_STEP, lens, .step = cases[i].step };
      g_autofree char *words = starling_cards_words_prompt (&step);

      g_assert_cmpstr (words, ==, cases[i].words);
    }

  view.probe = g_ptr_array_index (scenario->probes, 0);
  probe = starling_cards_words_prompt (&view);
  g_assert_cmpstr (probe, ==, view.probe->question);
  view.kind = STARLING_CARD_WEAK;
  weak = starling_cards_words_prompt (&view);
  g_assert_cmpstr (weak, ==, "Find what disqualifies this answer.");
  view.kind = STARLING_CARD_ANGLE;
  view.angle = starling_scenario_find_angle (
      scenario, starling_test_find_principle (session, "dive-deep"));
  angle = starling_cards_words_prompt (&view);
  g_assert_cmpstr (angle, ==,
                   "Told for Dive Deep: what do you lead with, what do you "
                   "keep short?");
}

/* How things stand when there is no card, with what is offered. */
static const struct
{
  StarlingCardsFacts facts;
  const char *title, *detail, *more, *more_new;
} ends[] = {
  { { .n_cards = 0, .is_story = TRUE, .wait_ms = -1 },
    "This story has no cards at this level.",
    "Choose another level, or another story.",
    NULL,
    NULL },
  { { .n_cards = 0, .wait_ms = -1 },
    "These stories have no cards at this level.",
    "Choose another level, or another story.",
    NULL,
    NULL },
  { { .n_cards = 9, .n_done = 17, .wait_ms = -1, .next_days = 1, .n_next = 12 },
    "Done for today.",
    "Tomorrow: 12 cards.",
    NULL,
    NULL },
  { { .n_cards = 9, .n_done = 1, .wait_ms = -1, .next_days = 1, .n_next = 1 },
    "Done for today.",
    "Tomorrow: 1 card.",
    NULL,
    NULL },
  { { .n_cards = 9, .wait_ms = -1, .next_days = 6, .n_next = 3 },
    "Nothing is due today.",
    "The next cards come in 6 days.",
    NULL,
    NULL },
  { { .n_cards = 9, .wait_ms = -1 },
    "Nothing is due today.",
    NULL,
    NULL,
    NULL },
  /* a card comes back today */
  { { .n_cards = 9, .n_done = 4, .wait_ms = 8 * MS_MINUTE },
    "The next card comes back in 8 minutes.",
    "It shows up here by itself.",
    NULL,
    NULL },
  { { .n_cards = 9, .n_done = 4, .wait_ms = 8 * MS_MINUTE - 1 },
    "The next card comes back in 8 minutes.",
    "It shows up here by itself.",
    NULL,
    NULL },
  { { .n_cards = 9, .n_done = 4, .wait_ms = 100 },
    "The next card comes back in 1 minute.",
    "It shows up here by itself.",
    NULL,
    NULL },
  { { .n_cards = 9, .n_done = 4, .wait_ms = 99 * MS_MINUTE },
    "The next card comes back in 99 minutes.",
    "It shows up here by itself.",
    NULL,
    NULL },
  { { .n_cards = 9, .n_done = 4, .wait_ms = 99 * MS_MINUTE + 1 },
    "The next card comes back in 2 hours.",
    "It shows up here by itself.",
    NULL,
    NULL },
  { { .n_cards = 9, .n_done = 4, .wait_ms = 150 * MS_MINUTE },
    "The next card comes back in 3 hours.",
    "It shows up here by itself.",
    NULL,
    NULL },
  /* portions after days away */
  { { .n_cards = 200,
      .n_done = 20,
      .wait_ms = -1,
      .n_waiting = 84,
      .next_days = 1,
      .n_next = 20 },
    "20 cards done. The other 84 can wait.",
    NULL,
    "20 more",
    NULL },
  { { .n_cards = 200, .n_done = 40, .wait_ms = -1, .n_waiting = 7 },
    "40 cards done. The other 7 can wait.",
    NULL,
    "7 more",
    NULL },
  { { .n_cards = 200, .wait_ms = -1, .n_waiting = 1 },
    "1 card is left for another day.",
    NULL,
    "1 more",
    NULL },
  /* new ones beyond those of today */
  { { .n_cards = 99, .n_done = 20, .wait_ms = -1, .n_unseen = 79 },
    "Done for today.",
    NULL,
    NULL,
    "5 more new cards" },
  { { .n_cards = 99, .n_done = 20, .wait_ms = -1, .n_unseen = 1 },
    "Done for today.",
    NULL,
    NULL,
    "1 more new card" },
};

static void
test_ends (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autofree char *title = starling_cards_words_title (&ends[i].facts);
      g_autofree char *detail = starling_cards_words_detail (&ends[i].facts);
      g_autofree char *more = starling_cards_words_more (&ends[i].facts);
      g_autofree char *more_new
          = starling_cards_words_more_new (&ends[i].facts);

      g_test_message ("case %u", i);
      g_assert_cmpstr (title, ==, ends[i].title);
      g_assert_cmpstr (detail, ==, ends[i].detail);
      g_assert_cmpstr (more, ==, ends[i].more);
      g_assert_cmpstr (more_new, ==, ends[i].more_new);
    }
}

static void
test_sentences (void)
{
  static const struct
  {
    guint n;
    gint64 ms;
    guint n_waiting;
    const char *words;
  } done[] = {
    { 17, 9 * MS_MINUTE, 0, "17 cards in 9 minutes" },
    { 1, MS_MINUTE, 0, "1 card in 1 minute" },
    { 3, 29999, 0, "3 cards in less than a minute" },
    { 3, 30000, 0, "3 cards in 1 minute" },
    { 20, 9 * MS_MINUTE, 149, "In 9 minutes" }, /* the title has the rest */
    { 20, 29999, 149, NULL },
  };
  static const struct
  {
    guint n;
    const char *words;
  } others[] = {
    { 0, NULL },
    { 1, "Study the other card of today" },
    { 30, "Study the other 30 cards of today" },
  };
  g_autofree char *portion = starling_cards_words_portion (20);
  g_autofree char *one = starling_cards_words_aside (1);
  g_autofree char *two = starling_cards_words_aside (2);
  g_autofree char *leech = starling_cards_words_leech (STARLING_LEECH_LAPSES);
  g_autofree char *again = starling_cards_words_leech (STARLING_LEECH_LAPSES
                                                       + STARLING_LEECH_AGAIN);

  for (guint i = 0; i < G_N_ELEMENTS (done); i++)
    {
      const StarlingCardsFacts facts = {
        .n_done = done[i].n,
        .ms = done[i].ms,
        .n_waiting = done[i].n_waiting,
        .wait_ms = -1,
      };
      g_autofree char *words = starling_cards_words_done (&facts);

      g_assert_cmpstr (words, ==, done[i].words);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      const StarlingCardsFacts facts = { .n_others = others[i].n };
      g_autofree char *words = starling_cards_words_others (&facts);

      g_assert_cmpstr (words, ==, others[i].words);
    }
  g_assert_cmpstr (portion, ==, "20 cards to start with. The rest can wait.");
  g_assert_cmpstr (one, ==, "1 card is set aside");
  g_assert_cmpstr (two, ==, "2 cards are set aside");
  g_assert_cmpstr (starling_cards_words_bring_back (1), ==, "Bring it back");
  g_assert_cmpstr (starling_cards_words_bring_back (2), ==, "Bring them back");
  g_assert_cmpstr (leech, ==,
                   "Set aside: failed eight times. Read the story again.");
  g_assert_cmpstr (again, ==,
                   "Set aside: failed 12 times. Read the story again.");
  g_assert_cmpstr (starling_cards_words_acted ("bury"), ==,
                   "Buried until tomorrow.");
  g_assert_cmpstr (starling_cards_words_acted ("suspend"), ==,
                   "Suspended until you bring it back.");
  g_assert_cmpstr (starling_cards_words_acted ("reset"), ==,
                   "Reset: the card is new again.");
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  g_test_add_func ("/cards-words/intervals", test_intervals);
  g_test_add_func ("/cards-words/figures", test_figures);
  g_test_add_func ("/cards-words/prompts", test_prompts);
  g_test_add_func ("/cards-words/ends", test_ends);
  g_test_add_func ("/cards-words/sentences", test_sentences);
  return g_test_run ();
}
