/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plan-words.h"

#include <glib/gi18n.h>

/* More new cards a day than the preferences offer are no advice. */
#define MOST_NEW_PER_DAY 200

/* From here on numbers in sentences are figures. */
#define FIRST_FIGURE 10

/**
 * starling_plan_words_date:
 * @day: a study day
 * @with_weekday: whether to name the day of the week
 *
 * Returns: (transfer full): its date, such as "Thursday 10 December"
 */
char *
starling_plan_words_date (int day, gboolean with_weekday)
{
  g_autoptr (GDateTime) date
      = g_date_time_new_from_unix_utc ((gint64) day * 24 * 3600);

  if (date == NULL)
    return g_strdup ("");
  /* Translators: see g_date_time_format(); a date such as "Thursday 10
   * December" and one such as "10 December". */
  return g_date_time_format (date,
                             with_weekday ? _ ("%A %-d %B") : _ ("%-d %B"));
}

/* How many principles are to be prepared; 0: all there are. */
static guint
count_principles (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  return input->goal.principles == 0 ? 0 : plan->n_ticked + plan->n_empty;
}

/* Small numbers as words, as one writes them in a sentence. */
static char *
write_number (guint n)
{
  static const char *const words[FIRST_FIGURE] = {
    [1] = NC_ ("number of principles", "one"),
    [2] = NC_ ("number of principles", "two"),
    [3] = NC_ ("number of principles", "three"),
    [4] = NC_ ("number of principles", "four"),
    [5] = NC_ ("number of principles", "five"),
    [6] = NC_ ("number of principles", "six"),
    [7] = NC_ ("number of principles", "seven"),
    [8] = NC_ ("number of principles", "eight"),
    [9] = NC_ ("number of principles", "nine"),
  };

  if (n < FIRST_FIGURE && words[n] != NULL)
    return g_strdup (g_dpgettext2 (NULL, "number of principles", words[n]));
  return g_strdup_printf ("%u", n);
}

static char *
say_on_course (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  guint n = count_principles (plan, input);
  g_autofree char *number = write_number (n);
  g_autofree char *date = starling_plan_words_date (plan->introduced_by, FALSE);

  if (n == 0)
    return g_strdup_printf (_ ("On course: all cards by %s"), date);
  if (plan->n_empty > 0)
    {
      g_autofree char *some = n < FIRST_FIGURE
                                  ? write_number (plan->n_ticked)
                                  : g_strdup_printf ("%u", plan->n_ticked);

      /* Translators: two numbers of principles, in words if small; a date. */
      return g_strdup_printf (_ ("On course: %s of %s principles by %s"), some,
                              number, date);
    }
  if (n == 1)
    return g_strdup_printf (_ ("On course: your principle by %s"), date);
  if (n == 2)
    return g_strdup_printf (_ ("On course: both principles by %s"), date);
  /* Translators: a number of principles, in words if small; a date. */
  return g_strdup_printf (_ ("On course: all %s principles by %s"), number,
                          date);
}

static const char *
say_nothing (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  guint n = count_principles (plan, input);

  if (n == 0)
    return _ ("There are no cards yet");
  return ngettext ("No cards for your principle",
                   "No cards for your principles", n);
}

/* That nothing is promised of principles without cards; NULL: there are none.
 */
static char *
say_empty (const StarlingPlan *plan)
{
  g_autofree char *number = write_number (plan->n_empty);

  if (plan->n_empty == 0)
    return NULL;
  /* Translators: a number of principles, in words if small. */
  return g_strdup_printf (ngettext ("There are no cards for the other one.",
                                    "There are no cards for the other %s.",
                                    plan->n_empty),
                          number);
}

static char *
say_no_look (const StarlingPlan *plan)
{
  g_autofree char *date = NULL;

  if (plan->introduced_by == STARLING_NO_DAY)
    return g_strdup (_ ("No last look at everything"));
  date = starling_plan_words_date (plan->introduced_by, FALSE);
  return g_strdup_printf (_ ("All cards by %s, but no last look at everything"),
                          date);
}

/**
 * starling_plan_words_verdict:
 * @plan: a plan
 * @input: what it was made from
 *
 * Returns: (transfer full): what the plan comes to until the interview, in a
 *   few words without a full stop; "" without an interview, or after it
 */
char *
starling_plan_words_verdict (const StarlingPlan *plan,
                             const StarlingPlanInput *input)
{
  switch (plan->outlook)
    {
    case STARLING_OUTLOOK_NOTHING:
      return g_strdup (say_nothing (plan, input));
    case STARLING_OUTLOOK_ON_COURSE:
      return say_on_course (plan, input);
    case STARLING_OUTLOOK_READY:
      return g_strdup (_ ("Ready: no new cards are left"));
    case STARLING_OUTLOOK_TOO_MANY:
      return g_strdup_printf (
          ngettext ("Not all in time: %u card would be left out",
                    "Not all in time: %u cards would be left out",
                    plan->n_left_out),
          plan->n_left_out);
    case STARLING_OUTLOOK_TOO_LATE:
      return g_strdup_printf (ngettext ("Too late for %u new card",
                                        "Too late for %u new cards",
                                        plan->n_left_out),
                              plan->n_left_out);
    case STARLING_OUTLOOK_NO_LOOK:
      return say_no_look (plan);
    case STARLING_OUTLOOK_NONE:
    default:
      return g_strdup ("");
    }
}

/* The day on which the last look begins, if that is still to come. */
static char *
write_last_look (const StarlingPlanInput *input)
{
  int day = input->goal.interview - STARLING_LAST_LOOK_DAYS;

  return day > input->today ? starling_plan_words_date (day, FALSE) : NULL;
}

static char *
explain_on_course (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  guint n = plan->new_a_day;
  g_autofree char *look = write_last_look (input);
  g_autofree char *pace = NULL;

  if (n == 0)
    return look == NULL
               ? g_strdup ("")
               : g_strdup_printf (
                   _ ("The last look at everything begins on %s."), look);
  /* studied on some days only: then there is more to do on these */
  if (input->recent_days >= 7 && input->recent_studied < input->recent_days)
    pace = g_strdup_printf (ngettext ("%u new card on each day that you study",
                                      "%u new cards on each day that you study",
                                      n),
                            n);
  else
    pace = g_strdup_printf (ngettext ("%u new card a day", "%u new cards a day",
                                      n),
                            n);
  if (look == NULL)
    return g_strdup_printf ("%s.", pace);
  /* Translators: "6 new cards a day", a date. */
  return g_strdup_printf (_ ("%s, and a last look at everything from %s on."),
                          pace, look);
}

static char *
explain_ready (const StarlingPlanInput *input)
{
  g_autofree char *look = write_last_look (input);

  return look == NULL
             ? g_strdup ("")
             : g_strdup_printf (_ ("The last look at everything begins on %s."),
                                look);
}

/* What would introduce all in time, and leave room for the last look: another
 * date does not help against a limit of reviews. */
static char *
explain_too_many_to_look (const StarlingPlan *plan, gboolean one)
{
  guint n = plan->needed_reviews;
  g_autofree char *reviews
      = g_strdup_printf (ngettext ("%u review a day", "%u reviews a day", n),
                         n);
  g_autofree char *fresh
      = g_strdup_printf (ngettext ("%u new card", "%u new cards",
                                   plan->needed_new),
                         plan->needed_new);

  if (plan->needed_new <= MOST_NEW_PER_DAY)
    /* Translators: "30 new cards", "250 reviews a day". */
    return g_strdup_printf (one ? _ ("%s and %s would do.")
                                : _ ("%s and %s, or fewer principles, would "
                                     "do."),
                            fresh, reviews);
  /* Translators: "250 reviews a day". */
  return g_strdup_printf (one ? _ ("A later date and %s would do.")
                              : _ ("Fewer principles, or a later date and %s, "
                                   "would do."),
                          reviews);
}

static char *
explain_too_many (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  guint n = plan->needed_new;
  gboolean one = count_principles (plan, input) == 1;

  if (plan->needed_reviews > 0)
    return explain_too_many_to_look (plan, one);
  if (n > MOST_NEW_PER_DAY)
    return g_strdup (one ? _ ("A later date would do.")
                         : _ ("Fewer principles, or a later date, would do."));
  if (one)
    return g_strdup_printf (
        ngettext ("%u new card a day, or a later date, would do.",
                  "%u new cards a day, or a later date, would do.", n),
        n);
  return g_strdup_printf (
      ngettext ("%u new card a day, or fewer principles, would do.",
                "%u new cards a day, or fewer principles, would do.", n),
      n);
}

static char *
explain_too_late (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  if (count_principles (plan, input) == 1)
    return g_strdup (_ ("The last days are for what you know already. A"
                        " later date would do."));
  return g_strdup (_ ("The last days are for what you know already. A"
                      " later date, or fewer principles, would do."));
}

static char *
explain_nothing (const StarlingPlanInput *input)
{
  return g_strdup (input->goal.principles == 0
                       ? ""
                       : _ ("Choose others as well, or add stories of your"
                            " own."));
}

static char *
explain_no_look (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  g_autofree char *limit
      = g_strdup_printf ("%d", input->settings.reviews_per_day);

  /* Translators: the second number is a limit of reviews a day. */
  return g_strdup_printf (
      ngettext ("It takes %u review a day; your limit is %s.",
                "It takes %u reviews a day; your limit is %s.",
                plan->needed_reviews),
      plan->needed_reviews, limit);
}

static char *
explain (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  switch (plan->outlook)
    {
    case STARLING_OUTLOOK_NOTHING:
      return explain_nothing (input);
    case STARLING_OUTLOOK_ON_COURSE:
      return explain_on_course (plan, input);
    case STARLING_OUTLOOK_READY:
      return explain_ready (input);
    case STARLING_OUTLOOK_TOO_MANY:
      return explain_too_many (plan, input);
    case STARLING_OUTLOOK_TOO_LATE:
      return explain_too_late (plan, input);
    case STARLING_OUTLOOK_NO_LOOK:
      return explain_no_look (plan, input);
    case STARLING_OUTLOOK_NONE:
    default:
      return g_strdup ("");
    }
}

static gboolean
is_met (const StarlingPlan *plan)
{
  return plan->outlook == STARLING_OUTLOOK_ON_COURSE
         || plan->outlook == STARLING_OUTLOOK_READY;
}

/**
 * starling_plan_words_detail:
 * @plan: a plan
 * @input: what it was made from
 *
 * Returns: (transfer full): whole sentences that go with the verdict: what is
 *   to be done each day, or what would meet the date, and what nothing is
 *   promised of; "" if there are none
 */
char *
starling_plan_words_detail (const StarlingPlan *plan,
                            const StarlingPlanInput *input)
{
  g_autofree char *detail = explain (plan, input);
  g_autofree char *empty = is_met (plan) ? say_empty (plan) : NULL;

  if (empty == NULL)
    return g_steal_pointer (&detail);
  if (*detail == '\0')
    return g_steal_pointer (&empty);
  /* Translators: two sentences. */
  return g_strdup_printf (_ ("%s %s"), detail, empty);
}

/**
 * starling_plan_words_outlook:
 * @plan: a plan
 * @input: what it was made from
 *
 * Returns: (transfer full): the verdict, such as "On course: all four
 *   principles by 7 December"; where the date cannot be met, or not for all of
 *   them, whole sentences that say so, and what would; "" without an interview,
 *   or after it
 */
char *
starling_plan_words_outlook (const StarlingPlan *plan,
                             const StarlingPlanInput *input)
{
  g_autofree char *verdict = starling_plan_words_verdict (plan, input);
  g_autofree char *detail
      = is_met (plan) ? say_empty (plan) : explain (plan, input);

  if (*verdict == '\0' || detail == NULL || *detail == '\0')
    return g_steal_pointer (&verdict);
  /* Translators: "Too late for 3 new cards", and what would help. */
  return g_strdup_printf (_ ("%s. %s"), verdict, detail);
}
