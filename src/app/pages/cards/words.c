/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/words.h"

#include "base/text.h"

#include <glib/gi18n.h>

#define MINUTE 60
#define HOUR (60 * MINUTE)
#define DAY (24 * HOUR)

/* In tenths of a day, so that all is counted in integers. */
#define MONTH 304.375
#define YEAR 3652.5

/* A timer that says more distracts. */
#define TIMER_MAX_SECONDS (9 * 60 + 59)

/* Whom the story is told as. */
static const char *
get_role (StarlingLevel level)
{
  switch (level)
    {
    case STARLING_LEVEL_SDE1:
      return C_ ("The Action, as …", "an SDE 1");
    case STARLING_LEVEL_SDE2:
      return C_ ("The Action, as …", "an SDE 2");
    case STARLING_LEVEL_SENIOR:
    default:
      return C_ ("The Action, as …", "a Senior SDE");
    }
}

/* The first line of a step as told. */
static char *
format_step (StarlingStepId step, const char *role)
{
  switch (step)
    {
    case STARLING_STEP_SITUATION:
      return g_strdup_printf (_ ("The Situation, as %s."), role);
    case STARLING_STEP_TASK:
      return g_strdup_printf (_ ("The Task, as %s."), role);
    case STARLING_STEP_ACTION:
      /* Translators: "an SDE 1", "an SDE 2" or "a Senior SDE" */
      return g_strdup_printf (_ ("The Action, as %s."), role);
    case STARLING_STEP_RESULT:
      return g_strdup_printf (_ ("The Result, as %s."), role);
    case STARLING_STEP_REFLECTION:
    default:
      return g_strdup_printf (_ ("The Reflection, as %s."), role);
    }
}

/* The first line of a step for an angle. */
static char *
format_step_for (StarlingStepId step, const char *role, const char *angle)
{
  switch (step)
    {
    case STARLING_STEP_SITUATION:
      return g_strdup_printf (_ ("The Situation, as %s leading with %s."), role,
                              angle);
    case STARLING_STEP_TASK:
      return g_strdup_printf (_ ("The Task, as %s leading with %s."), role,
                              angle);
    case STARLING_STEP_ACTION:
      /* Translators: "a Senior SDE"; the name of a leadership principle */
      return g_strdup_printf (_ ("The Action, as %s leading with %s."), role,
                              angle);
    case STARLING_STEP_RESULT:
      return g_strdup_printf (_ ("The Result, as %s leading with %s."), role,
                              angle);
    case STARLING_STEP_REFLECTION:
    default:
      return g_strdup_printf (_ ("The Reflection, as %s leading with %s."),
                              role, angle);
    }
}

static const char *
get_principle (const StarlingLens *lens, int principle)
{
  return starling_catalogue_get_principle (lens->catalogue, (guint) principle)
      ->name;
}

static char *
ask_for_step (const StarlingCardView *view)
{
  const StarlingLens *lens = view->lens;
  const char *role = get_role (lens->level);
  guint target = lens->steps[view->step].target;
  g_autofree char *which
      = lens->angle == STARLING_AS_TOLD
            ? format_step (view->step, role)
            : format_step_for (view->step, role,
                               get_principle (lens, lens->angle));
  g_autofree char *what
      = g_strdup_printf (ngettext ("What do you say in %u second?",
                                   "What do you say in %u seconds?", target),
                         target);

  return g_strdup_printf ("%s\n%s", which, what);
}

/**
 * starling_cards_words_prompt:
 * @view: a card
 *
 * Returns: (transfer full): what its front asks
 */
char *
starling_cards_words_prompt (const StarlingCardView *view)
{
  switch (view->kind)
    {
    case STARLING_CARD_STEP:
      return ask_for_step (view);
    case STARLING_CARD_PROBE:
      return g_strdup (view->probe->question);
    case STARLING_CARD_WEAK:
      return g_strdup (_ ("Find what disqualifies this answer."));
    case STARLING_CARD_ANGLE:
    default:
      return g_strdup_printf (
          /* Translators: %s is a leadership principle */
          _ ("Told for %s: what do you lead with, what do you keep short?"),
          get_principle (view->lens, view->angle->principle));
    }
}

/**
 * starling_cards_words_grade:
 * @grade: 1 to 4
 *
 * Returns: (transfer none): its name, such as "Good"
 */
const char *
starling_cards_words_grade (int grade)
{
  static const char *const names[]
      = { NC_ ("grade", "Again"), NC_ ("grade", "Hard"), NC_ ("grade", "Good"),
          NC_ ("grade", "Easy") };

  g_return_val_if_fail (grade >= 1 && grade <= STARLING_N_GRADES, "");

  return g_dpgettext2 (NULL, "grade", names[grade - 1]);
}

/* Months and years: with one decimal, unless they are whole. */
static char *
format_long (gint64 tenths, gboolean years)
{
  gulong whole = (gulong) (tenths / 10);
  g_autofree char *number = g_strdup_printf ("%.1f", (double) tenths / 10);

  if (tenths % 10 == 0)
    return g_strdup_printf (years ? ngettext ("%lu year", "%lu years", whole)
                                  : ngettext ("%lu month", "%lu months", whole),
                            whole);
  /* Translators: a number with a decimal, such as 1.2 */
  return g_strdup_printf (years ? _ ("%s years") : _ ("%s months"), number);
}

/**
 * starling_cards_words_interval:
 * @seconds: until a card comes back; minutes and hours are those of learning,
 *   from a day on they count days
 *
 * Returns: (transfer full): such as "10 min", "3 days", "1 month", "1.2 years"
 */
char *
starling_cards_words_interval (gint64 seconds)
{
  gint64 minutes = MAX ((seconds + MINUTE - 1) / MINUTE, 1);
  gint64 days = seconds / DAY;
  gint64 months = (gint64) ((double) days * 100 / MONTH + .5);

  if (minutes < 60)
    /* Translators: minutes, below the name of a grade */
    return g_strdup_printf (_ ("%d min"), (int) minutes);
  if (days < 1)
    /* Translators: hours, below the name of a grade */
    return g_strdup_printf (_ ("%d h"), (int) ((minutes + 30) / 60));
  if (days < 31)
    return g_strdup_printf (ngettext ("%d day", "%d days", (gulong) days),
                            (int) days);
  if (months < 120)
    return format_long (months, FALSE);
  return format_long ((gint64) ((double) days * 100 / YEAR + .5), TRUE);
}

/**
 * starling_cards_words_count:
 * @pile: which cards
 * @n: how many of them
 *
 * Returns: (transfer full): such as "New 4"
 */
char *
starling_cards_words_count (StarlingPile pile, guint n)
{
  switch (pile)
    {
    case STARLING_PILE_NEW:
      return g_strdup_printf (_ ("New %u"), n);
    case STARLING_PILE_LEARNING:
      return g_strdup_printf (_ ("Learning %u"), n);
    case STARLING_PILE_DUE:
    default:
      return g_strdup_printf (_ ("Due %u"), n);
    }
}

/**
 * starling_cards_words_timer:
 * @ms: time on a card
 *
 * Returns: (transfer full): it as a clock; it stops at 9:59
 */
char *
starling_cards_words_timer (gint64 ms)
{
  return starling_text_format_clock (MIN (ms / 1000, TIMER_MAX_SECONDS));
}

/**
 * starling_cards_words_portion:
 * @n: cards of this portion
 *
 * Returns: (transfer full): that the backlog is not thrown at the user
 */
char *
starling_cards_words_portion (guint n)
{
  return g_strdup_printf (ngettext ("%u card to start with. The rest can wait.",
                                    "%u cards to start with. The rest can "
                                    "wait.",
                                    n),
                          n);
}

/* "9 minutes"; NULL: less than one. */
static char *
format_minutes (gint64 ms)
{
  guint minutes = (guint) ((ms + 30000) / 60000);

  return minutes == 0
             ? NULL
             : g_strdup_printf (ngettext ("%u minute", "%u minutes", minutes),
                                minutes);
}

/* Whether the title says how many cards were done. */
static gboolean
is_portion_done (const StarlingCardsFacts *facts)
{
  return facts->wait_ms < 0 && facts->n_waiting > 0 && facts->n_done > 0;
}

/**
 * starling_cards_words_done:
 * @facts: how things stand, after a card at least
 *
 * Returns: (transfer full) (nullable): such as "17 cards in 9 minutes"; as much
 *   of it as the title does not say
 */
char *
starling_cards_words_done (const StarlingCardsFacts *facts)
{
  g_autofree char *time = format_minutes (facts->ms);
  g_autofree char *cards
      = g_strdup_printf (ngettext ("%u card", "%u cards", facts->n_done),
                         facts->n_done);

  if (is_portion_done (facts))
    /* Translators: such as "9 minutes" */
    return time == NULL ? NULL : g_strdup_printf (_ ("In %s"), time);
  if (time == NULL)
    /* Translators: such as "3 cards" */
    return g_strdup_printf (_ ("%s in less than a minute"), cards);
  /* Translators: such as "17 cards", "9 minutes" */
  return g_strdup_printf (_ ("%s in %s"), cards, time);
}

static char *
format_wait (gint64 ms)
{
  guint minutes = (guint) MAX ((ms + 59999) / 60000, 1);
  guint hours = (minutes + 30) / 60;

  if (minutes < 100)
    return g_strdup_printf (ngettext ("The next card comes back in %u minute.",
                                      "The next card comes back in %u minutes.",
                                      minutes),
                            minutes);
  return g_strdup_printf (ngettext ("The next card comes back in %u hour.",
                                    "The next card comes back in %u hours.",
                                    hours),
                          hours);
}

/**
 * starling_cards_words_title:
 * @facts: how things stand
 *
 * Returns: (transfer full): that in one sentence
 */
char *
starling_cards_words_title (const StarlingCardsFacts *facts)
{
  if (facts->n_cards == 0)
    return g_strdup (facts->is_story
                         ? _ ("This story has no cards at this level.")
                         : _ ("These stories have no cards at this level."));
  if (facts->wait_ms >= 0)
    return format_wait (facts->wait_ms);
  if (is_portion_done (facts))
    return g_strdup_printf (ngettext ("%u card done. The other %u can wait.",
                                      "%u cards done. The other %u can wait.",
                                      facts->n_done),
                            facts->n_done, facts->n_waiting);
  if (facts->n_waiting > 0)
    return g_strdup_printf (ngettext ("%u card is left for another day.",
                                      "%u cards are left for another day.",
                                      facts->n_waiting),
                            facts->n_waiting);
  return g_strdup (facts->n_done > 0 ? _ ("Done for today.")
                                     : _ ("Nothing is due today."));
}

static char *
format_next (const StarlingCardsFacts *facts)
{
  if (facts->next_days == 0)
    return NULL;
  if (facts->next_days == 1)
    return g_strdup_printf (ngettext ("Tomorrow: %u card.",
                                      "Tomorrow: %u cards.", facts->n_next),
                            facts->n_next);
  return g_strdup_printf (ngettext ("The next cards come in %d day.",
                                    "The next cards come in %d days.",
                                    (gulong) facts->next_days),
                          facts->next_days);
}

/**
 * starling_cards_words_detail:
 * @facts: how things stand
 *
 * Returns: (transfer full) (nullable): what is next, and when
 */
char *
starling_cards_words_detail (const StarlingCardsFacts *facts)
{
  if (facts->n_cards == 0)
    return g_strdup (_ ("Choose another level, or another story."));
  if (facts->wait_ms >= 0)
    return g_strdup (_ ("It shows up here by itself."));
  if (facts->n_waiting > 0)
    return NULL; /* they could be tomorrow's too */
  return format_next (facts);
}

/**
 * starling_cards_words_more:
 * @facts: how things stand
 *
 * Returns: (transfer full) (nullable): the name of the button for another
 *   portion of what is due, if there is one
 */
char *
starling_cards_words_more (const StarlingCardsFacts *facts)
{
  guint n = MIN (facts->n_waiting, STARLING_PORTION);

  if (n == 0)
    return NULL;
  /* Translators: as many more cards */
  return g_strdup_printf (ngettext ("%u more", "%u more", n), n);
}

/**
 * starling_cards_words_others:
 * @facts: how things stand
 *
 * Returns: (transfer full) (nullable): the name of the button for the cards of
 *   today that are not in the scope, if there are any
 */
char *
starling_cards_words_others (const StarlingCardsFacts *facts)
{
  guint n = facts->n_others;

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("Study the other card of today",
                                    "Study the other %u cards of today", n),
                          n);
}

/**
 * starling_cards_words_more_new:
 * @facts: how things stand
 *
 * Returns: (transfer full) (nullable): the name of the button for new cards
 *   beyond those of today, if there are any
 */
char *
starling_cards_words_more_new (const StarlingCardsFacts *facts)
{
  guint n = MIN (facts->n_unseen, STARLING_CARDS_EXTRA_NEW);

  if (n == 0)
    return NULL;
  return g_strdup_printf (ngettext ("%u more new card", "%u more new cards", n),
                          n);
}

/**
 * starling_cards_words_aside:
 * @n_aside: cards of a story that are suspended, or were failed too often
 *
 * Returns: (transfer full): that in words
 */
char *
starling_cards_words_aside (guint n_aside)
{
  return g_strdup_printf (ngettext ("%u card is set aside",
                                    "%u cards are set aside", n_aside),
                          n_aside);
}

/**
 * starling_cards_words_bring_back:
 * @n_aside: as for starling_cards_words_aside()
 *
 * Returns: (transfer none): the name of the button for it
 */
const char *
starling_cards_words_bring_back (guint n_aside)
{
  return ngettext ("Bring it back", "Bring them back", n_aside);
}

/**
 * starling_cards_words_acted:
 * @action: `bury`, `suspend` or `reset`
 *
 * Returns: (transfer none): what was done with a card
 */
const char *
starling_cards_words_acted (const char *action)
{
  if (g_str_equal (action, "bury"))
    return _ ("Buried until tomorrow.");
  if (g_str_equal (action, "suspend"))
    return _ ("Suspended until you bring it back.");
  return _ ("Reset: the card is new again.");
}

/**
 * starling_cards_words_leech:
 * @lapses: how often a card was failed
 *
 * Returns: (transfer full): what became of it
 */
char *
starling_cards_words_leech (guint lapses)
{
  if (lapses == STARLING_LEECH_LAPSES)
    return g_strdup (_ ("Set aside: failed eight times. Read the story "
                        "again."));
  return g_strdup_printf (
      ngettext ("Set aside: failed %u time. Read the story again.",
                "Set aside: failed %u times. Read the story again.", lapses),
      lapses);
}

/**
 * starling_cards_words_undone:
 *
 * Returns: (transfer none): that something was taken back
 */
const char *
starling_cards_words_undone (void)
{
  return _ ("Undone.");
}
