/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/words.h"

#include "base/text.h"
#include "plan-words.h"
#include "widgets/labels.h"

#include <glib/gi18n.h>

/* --- how long there is --- */

static char *
format_until (const StarlingPlan *plan, const StarlingPlanInput *input)
{
  g_autofree char *date
      = starling_plan_words_date (input->goal.interview, TRUE);
  g_autofree char *outlook = starling_plan_words_outlook (plan, input);

  if (*outlook == '\0')
    return g_steal_pointer (&date);
  /* Translators: the date of the interview, and what the plan comes to */
  return g_strdup_printf (_ ("%s · %s"), date, outlook);
}

/**
 * starling_today_head_init:
 * @self: (out caller-allocates): the head
 * @plan: today's plan
 * @input: what it was made from
 *
 * Says how long there is to the interview, and whether that will do.
 */
void
starling_today_head_init (StarlingTodayHead *self,
                          const StarlingPlan *plan,
                          const StarlingPlanInput *input)
{
  int day = input->goal.interview;
  int left = 0;

  *self = (StarlingTodayHead){ 0 };
  if (day == STARLING_NO_DAY)
    {
      self->title = g_strdup (_ ("No interview date yet"));
      self->caption
          = g_strdup (_ ("With a date, new cards are spread so that all of "
                         "them come in time."));
      return;
    }

  left = day - input->today;
  if (left < 0)
    {
      g_autofree char *date = starling_plan_words_date (day, TRUE);

      /* Translators: a date, such as "Thursday 10 December" */
      self->title = g_strdup_printf (_ ("Your interview was on %s"), date);
      self->caption
          = g_strdup (_ ("Set the next date as soon as you know it."));
      return;
    }

  self->is_upcoming = TRUE;
  if (left == 0)
    {
      self->title = g_strdup (_ ("Your interview is today"));
      self->caption = g_strdup (_ ("What is new can wait until after it."));
    }
  else
    {
      self->caption = format_until (plan, input);
      self->number = g_strdup_printf ("%d", left);
      /* Translators: stands beside the number, which is written large */
      self->title
          = g_strdup (ngettext ("day to your interview",
                                "days to your interview", (gulong) left));
    }
}

/**
 * starling_today_head_clear:
 * @self: a head
 *
 * Frees the texts.
 */
void
starling_today_head_clear (StarlingTodayHead *self)
{
  g_clear_pointer (&self->number, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->caption, g_free);
}

/* --- cards --- */

static guint
count_cards (const StarlingPlan *plan)
{
  return plan->n_new + plan->n_learning + plan->n_due;
}

/**
 * starling_today_format_cards:
 * @plan: today's plan
 * @input: what it was made from
 * @n_all: how many cards there are at all
 *
 * Returns: (transfer full): how many cards there are to study now
 */
char *
starling_today_format_cards (const StarlingPlan *plan,
                             const StarlingPlanInput *input,
                             guint n_all)
{
  guint n = count_cards (plan);

  if (n_all == 0)
    return g_strdup (_ ("No cards yet"));
  if (n == 0)
    return g_strdup (input->new_done + input->reviews_done > 0
                         ? _ ("Done for today")
                         : _ ("No cards today"));
  if (plan->in_portions && plan->n_waiting > 0 && input->reviews_done > 0)
    return g_strdup_printf (
        ngettext ("%u more card, if you like. The rest can wait.",
                  "%u more cards, if you like. The rest can wait.", n),
        n);
  if (plan->in_portions && plan->n_waiting > 0)
    return g_strdup_printf (
        ngettext ("%u card to start with. The rest can wait.",
                  "%u cards to start with. The rest can wait.", n),
        n);
  return g_strdup_printf (ngettext ("%u card today", "%u cards today", n), n);
}

/* Adds a part after a middle dot; takes it. */
static void
add_part (GString *text, char *part)
{
  if (text->len > 0)
    /* Translators: between "6 new" and "11 due" */
    g_string_append (text, _ (" · "));
  g_string_append (text, part);
  g_free (part);
}

/**
 * starling_today_format_piles:
 * @plan: today's plan, with cards
 * @minutes: how long they take
 *
 * Returns: (transfer full): what kinds of cards they are, and the time
 */
char *
starling_today_format_piles (const StarlingPlan *plan, guint minutes)
{
  GString *text = g_string_new (NULL);

  if (plan->n_new > 0)
    /* Translators: a number of cards */
    add_part (text, g_strdup_printf (ngettext ("%u new", "%u new", plan->n_new),
                                     plan->n_new));
  if (plan->n_learning > 0)
    /* Translators: a number of cards */
    add_part (text, g_strdup_printf (ngettext ("%u learning", "%u learning",
                                               plan->n_learning),
                                     plan->n_learning));
  if (plan->n_due > 0)
    /* Translators: a number of cards */
    add_part (text, g_strdup_printf (ngettext ("%u due", "%u due", plan->n_due),
                                     plan->n_due));
  add_part (text, g_strdup_printf (ngettext ("about %u minute",
                                             "about %u minutes", minutes),
                                   minutes));
  return g_string_free (text, FALSE);
}

/**
 * starling_today_format_rest:
 * @plan: today's plan, without cards
 * @tomorrow: how many cards there will be tomorrow; -1: not known yet
 * @n_all: how many cards there are at all
 *
 * Returns: (transfer full): what comes next
 */
char *
starling_today_format_rest (const StarlingPlan *plan, int tomorrow, guint n_all)
{
  if (n_all == 0)
    return g_strdup (_ ("They come with the stories of a pack."));
  if (plan->n_waiting > 0)
    return g_strdup_printf (ngettext ("%u more card can wait.",
                                      "%u more cards can wait.",
                                      plan->n_waiting),
                            plan->n_waiting);
  if (tomorrow > 0)
    return g_strdup_printf (ngettext ("Tomorrow: %d card", "Tomorrow: %d cards",
                                      (gulong) tomorrow),
                            tomorrow);
  if (plan->outlook == STARLING_OUTLOOK_TOO_LATE)
    return g_strdup (_ ("The last days are for what you know already."));
  if (tomorrow == 0)
    return g_strdup (_ ("Tomorrow is free, too."));
  return g_strdup (_ ("The next ones come tomorrow or later."));
}

/* --- stories and questions --- */

/* Small numbers as words, as one writes them in a sentence. */
static char *
write_number (guint n)
{
  static const char *const words[] = {
    NC_ ("number of days", "two"),   NC_ ("number of days", "three"),
    NC_ ("number of days", "four"),  NC_ ("number of days", "five"),
    NC_ ("number of days", "six"),   NC_ ("number of days", "seven"),
    NC_ ("number of days", "eight"), NC_ ("number of days", "nine"),
  };

  if (n >= 2 && n - 2 < G_N_ELEMENTS (words))
    return g_strdup (g_dpgettext2 (NULL, "number of days", words[n - 2]));
  return g_strdup_printf ("%u", n);
}

/* What was missing in a take; NULL: nothing that matters. */
static char *
format_flaw (const StarlingVerdict *last)
{
  const char *step = starling_step_get_title (last->step);
  g_autofree char *off = starling_text_format_duration (last->seconds);

  switch ((int) last->kind)
    {
    case STARLING_VERDICT_LEFT_OUT:
      return g_strdup_printf (_ ("the last take left out the %s"), step);
    case STARLING_VERDICT_STOPPED:
      /* after which nothing comes */
      if (last->step == STARLING_STEP_REFLECTION)
        return g_strdup_printf (_ ("the last take left out the %s"), step);
      return g_strdup_printf (_ ("the last take stopped before the %s"), step);
    case STARLING_VERDICT_OVER_IN:
    case STARLING_VERDICT_OVER:
      return g_strdup_printf (_ ("the last take was %s over"), off);
    case STARLING_VERDICT_SHORT_IN:
    case STARLING_VERDICT_SHORT:
      return g_strdup_printf (_ ("the last take was %s short"), off);
    default:
      return NULL;
    }
}

/**
 * starling_today_format_story:
 * @title: of a story
 *
 * Returns: (transfer full): the suggestion to rehearse it
 */
char *
starling_today_format_story (const char *title)
{
  return g_strdup_printf (_ ("Rehearse “%s”"), title);
}

/**
 * starling_today_format_reason:
 * @n_takes: how often a story was rehearsed
 * @days_ago: when last, in days
 * @last: (nullable): what the last take came to
 *
 * Returns: (transfer full): why it is suggested
 */
char *
starling_today_format_reason (guint n_takes,
                              int days_ago,
                              const StarlingVerdict *last)
{
  g_autofree char *when = NULL;
  g_autofree char *flaw = NULL;

  if (n_takes == 0)
    return g_strdup (_ ("Never rehearsed"));
  if (days_ago == 0)
    when = g_strdup (_ ("Told today"));
  else if (days_ago == 1)
    when = g_strdup (_ ("Told yesterday"));
  else
    {
      g_autofree char *number = write_number ((guint) days_ago);

      /* Translators: a number, in words if small; if words do not fit every
       * form, let the numbers "two" to "nine" be figures. */
      when = g_strdup_printf (ngettext ("Not told for %s day",
                                        "Not told for %s days",
                                        (gulong) days_ago),
                              number);
    }

  if (last != NULL)
    flaw = format_flaw (last);
  if (flaw == NULL)
    return g_steal_pointer (&when);
  /* Translators: "Not told for nine days", "the last take left out the
   * Reflection" */
  return g_strdup_printf (_ ("%s; %s"), when, flaw);
}

/**
 * starling_today_format_questions:
 * @n_questions: how many there are, at least 1
 * @name: of the principle that they are on
 *
 * Returns: (transfer full): what the quiz is about
 */
char *
starling_today_format_questions (guint n_questions, const char *name)
{
  static const char *const words[] = {
    NC_ ("number of questions", "Two"),   NC_ ("number of questions", "Three"),
    NC_ ("number of questions", "Four"),  NC_ ("number of questions", "Five"),
    NC_ ("number of questions", "Six"),   NC_ ("number of questions", "Seven"),
    NC_ ("number of questions", "Eight"), NC_ ("number of questions", "Nine")
  };
  g_autofree char *number = NULL;

  if (n_questions == 1)
    return g_strdup_printf (_ ("One question on %s"), name);
  if (n_questions - 2 < G_N_ELEMENTS (words))
    number = g_strdup (
        g_dpgettext2 (NULL, "number of questions", words[n_questions - 2]));
  else
    number = g_strdup_printf ("%u", n_questions);
  /* Translators: a number, in words if small; a principle */
  return g_strdup_printf (ngettext ("%s question on %s", "%s questions on %s",
                                    n_questions),
                          number, name);
}

/**
 * starling_today_format_certainty:
 * @record: how the questions of a principle went
 *
 * Returns: (transfer full): why they are suggested
 */
char *
starling_today_format_certainty (const StarlingQuizRecord *record)
{
  if (record->n_answered == 0)
    return g_strdup (_ ("Not asked yet"));
  if (record->n_right < record->n_answered)
    return g_strdup_printf (
        _ ("Your least certain principle so far: %u of %u right"),
        record->n_right, record->n_answered);
  return g_strdup_printf (_ ("%u of %u right so far"), record->n_right,
                          record->n_answered);
}
