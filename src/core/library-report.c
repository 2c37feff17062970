/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"

#include "base/day.h"
#include "base/text.h"
#include "engine/debrief.h"

#include <string.h>

/* What the report says of one story, or of all of a principle. */
typedef struct
{
  guint n_stories;
  guint n_rehearsed;
  guint n_takes;
  guint n_answers;
  guint n_right;
  guint n_cards;
  guint n_due;
} Figures;

typedef struct
{
  StarlingLibrary *library;
  StarlingCatalogue *catalogue;
  StarlingProgress *progress;
  gboolean notes;
  Figures *stories;    /* in the order of the summaries */
  Figures *principles; /* in the catalogue's order */
  GString *text;
} Report;

/* Adds a text of somebody's as it reads, whatever Markdown makes of it. */
static void
add_escaped (GString *text, const char *words)
{
  for (const char *p = words; *p != '\0'; p++)
    {
      if (strchr ("\\`*_{}[]<>#|~&", *p) != NULL)
        g_string_append_c (text, '\\');
      g_string_append_c (text, *p == '\n' || *p == '\r' ? ' ' : *p);
    }
}

static char *
format_day (int day)
{
  g_autoptr (GDateTime) date
      = g_date_time_new_from_unix_utc ((gint64) day * (STARLING_DAY_MS / 1000));

  return date == NULL ? g_strdup ("–") : g_date_time_format (date, "%-d %B %Y");
}

/* "3 takes": the words of a count. */
static char *
count (guint n, const char *one, const char *several)
{
  return g_strdup_printf ("%u %s", n, n == 1 ? one : several);
}

static void
add_figures (Figures *sum, const Figures *figures)
{
  sum->n_stories += figures->n_stories;
  sum->n_rehearsed += figures->n_rehearsed;
  sum->n_takes += figures->n_takes;
  sum->n_answers += figures->n_answers;
  sum->n_right += figures->n_right;
  sum->n_cards += figures->n_cards;
  sum->n_due += figures->n_due;
}

/* Fills in the figures of all stories and principles. */
static void
gather (Report *self)
{
  GListModel *summaries = starling_library_get_summaries (self->library);
  const StarlingDeck *deck = starling_library_get_deck (self->library);
  StarlingPlanInput input;
  g_autoptr (GArray) due = NULL;

  starling_library_get_plan_input (self->library, -1, &input);
  due = starling_plan_find_due (&input, deck);
  for (guint i = 0; i < deck->n_cards; i++)
    self->stories[deck->cards[i].scenario].n_cards++;
  for (guint i = 0; i < due->len; i++)
    self->stories[deck->cards[g_array_index (due, guint, i)].scenario].n_due++;
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      Figures *figures = &self->stories[i];
      StarlingScenarioProgress progress;

      starling_progress_get_scenario (self->progress,
                                      starling_summary_get_id (summary),
                                      &progress);
      figures->n_stories = 1;
      figures->n_rehearsed = progress.state == STARLING_STATE_REHEARSED;
      figures->n_takes = progress.n_takes;
      figures->n_answers = progress.n_answers;
      figures->n_right = progress.n_answers_right;
      add_figures (&self->principles[starling_summary_get_principle (summary)],
                   figures);
    }
}

static char *
format_quiz (const Figures *figures)
{
  if (figures->n_answers == 0)
    return g_strdup ("–");
  return g_strdup_printf ("%u of %u (%u %%)", figures->n_right,
                          figures->n_answers,
                          (200 * figures->n_right + figures->n_answers)
                              / (2 * figures->n_answers));
}

static void
add_head (Report *self)
{
  StarlingClock *clock = starling_library_get_clock (self->library);
  gint64 now = starling_clock_get_utc (clock);
  int today = starling_day_of (now, starling_clock_get_offset (clock, now));
  g_autofree char *date = format_day (today);
  StarlingGoal goal;
  guint n_days = 0, n_takes = 0, n_reviews = 0, n_answers = 0;
  const StarlingActivity *days
      = starling_progress_get_days (self->progress, &n_days);

  for (guint i = 0; i < n_days; i++)
    {
      n_takes += days[i].n_takes;
      n_reviews += starling_activity_count_reviews (&days[i]);
      n_answers += days[i].n_questions;
    }
  {
    g_autofree char *takes = count (n_takes, "take", "takes");
    g_autofree char *reviews
        = count (n_reviews, "review of a card", "reviews of cards");
    g_autofree char *answers
        = count (n_answers, "answer in quizzes", "answers in quizzes");
    g_autofree char *on = count (n_days, "day", "days");

    g_string_append_printf (self->text,
                            "# Interview practice, %s\n\n%s, %s and %s, on "
                            "%s.",
                            date, takes, reviews, answers, on);
  }
  starling_progress_get_goal (self->progress, self->catalogue, &goal);
  if (goal.interview != STARLING_NO_DAY)
    {
      g_autofree char *interview = format_day (goal.interview);

      g_string_append_printf (self->text, " The interview is on %s.",
                              interview);
    }
  g_string_append (self->text, "\n");
}

static void
add_overview (Report *self)
{
  g_string_append (self->text,
                   "\n| Principle | Stories rehearsed | Takes | Quiz answers "
                   "right | Cards due |\n"
                   "| :-- | --: | --: | --: | --: |\n");
  for (guint i = 0; i < starling_catalogue_get_n_principles (self->catalogue);
       i++)
    {
      const Figures *figures = &self->principles[i];
      g_autofree char *quiz = format_quiz (figures);

      if (figures->n_stories == 0)
        continue;
      g_string_append (self->text, "| ");
      add_escaped (self->text,
                   starling_catalogue_get_principle (self->catalogue, i)->name);
      g_string_append_printf (self->text,
                              " | %u of %u | %u | %s | %u of %u |\n",
                              figures->n_rehearsed, figures->n_stories,
                              figures->n_takes, quiz, figures->n_due,
                              figures->n_cards);
    }
}

/* How far a take was from its target, in words. */
static char *
format_off (const StarlingTally *tally)
{
  int off = starling_tally_round (tally->total_ms)
            - starling_tally_round (tally->target_total_ms);
  g_autofree char *seconds = starling_text_format_duration (ABS (off));

  if (off == 0)
    return g_strdup ("on target");
  return g_strconcat (seconds, off > 0 ? " over" : " under", NULL);
}

static void
tally_take (const StarlingEvent *take, StarlingTally *tally)
{
  gint64 spent[STARLING_N_STEPS] = { 0 };
  gint64 target[STARLING_N_STEPS] = { 0 };

  for (guint i = 0; take->steps != NULL && i < take->steps->len; i++)
    {
      const StarlingStepTime *step
          = &g_array_index (take->steps, StarlingStepTime, i);

      spent[step->step] = step->spent_ms;
      target[step->step] = step->target_ms;
    }
  starling_tally_init (tally, spent, target);
}

static const char *
find_angle_name (Report *self, const char *id)
{
  int index = id == NULL
                  ? STARLING_AS_TOLD
                  : starling_catalogue_find_principle (self->catalogue, id);

  if (index >= 0)
    return starling_catalogue_get_principle (self->catalogue, (guint) index)
        ->name;
  return id == NULL ? "As told" : id;
}

static void
add_take (Report *self, const StarlingEvent *take)
{
  StarlingTally tally;
  g_autofree char *date = format_day (starling_day_of (take->at, take->offset));
  g_autofree char *told = NULL;
  g_autofree char *target = NULL;
  g_autofree char *off = NULL;

  tally_take (take, &tally);
  told = starling_text_format_duration (starling_tally_round (tally.total_ms));
  target = starling_text_format_duration (
      starling_tally_round (tally.target_total_ms));
  off = format_off (&tally);
  g_string_append_printf (self->text, "| %s | ", date);
  add_escaped (self->text,
               take->level < 0
                   ? "–"
                   : starling_catalogue_get_level (self->catalogue,
                                                   (StarlingLevel) take->level)
                         ->name);
  g_string_append (self->text, " | ");
  add_escaped (self->text, find_angle_name (self, take->angle));
  g_string_append_printf (self->text, " | %s | %s | %s | ", told, target, off);
  if (tally.action_share < 0)
    g_string_append (self->text, "– |\n");
  else
    g_string_append_printf (self->text, "%d %% |\n", tally.action_share);
}

static void
add_takes (Report *self, GPtrArray *takes)
{
  g_string_append (
      self->text,
      "\n| Day | Level | Angle | Told in | Target | Difference | Action |\n"
      "| :-- | :-- | :-- | --: | --: | --: | --: |\n");
  for (guint i = 0; i < takes->len; i++)
    add_take (self, g_ptr_array_index (takes, i));
  for (guint i = 0; self->notes && i < takes->len; i++)
    {
      const StarlingEvent *take = g_ptr_array_index (takes, i);
      g_autofree char *date
          = format_day (starling_day_of (take->at, take->offset));

      if (take->note == NULL || *take->note == '\0')
        continue;
      g_string_append_printf (self->text, "\n> %s: ", date);
      add_escaped (self->text, take->note);
      g_string_append (self->text, "\n");
    }
}

static void
add_story (Report *self, StarlingSummary *summary, const Figures *figures)
{
  const char *id = starling_summary_get_id (summary);
  g_autoptr (GPtrArray) takes
      = starling_progress_get_takes (self->progress, id);
  g_autofree char *quiz = format_quiz (figures);

  g_string_append (self->text, "\n### ");
  add_escaped (self->text, starling_summary_get_title (summary));
  if (figures->n_takes == 0)
    g_string_append (self->text, "\n\nNot rehearsed yet.");
  else
    {
      g_autofree char *times
          = figures->n_takes == 1
                ? g_strdup ("once")
                : g_strdup_printf ("%u times", figures->n_takes);

      g_string_append_printf (self->text, "\n\nRehearsed %s.", times);
    }
  if (figures->n_answers > 0)
    g_string_append_printf (self->text, " Quiz answers right: %s.", quiz);
  g_string_append_printf (self->text, " Cards due: %u of %u.\n", figures->n_due,
                          figures->n_cards);
  if (takes->len > 0)
    add_takes (self, takes);
}

/* The stories of a principle with which anything was done. */
static void
add_principle (Report *self, guint principle)
{
  GListModel *summaries = starling_library_get_summaries (self->library);
  gboolean any = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      StarlingScenarioProgress progress;

      starling_progress_get_scenario (self->progress,
                                      starling_summary_get_id (summary),
                                      &progress);
      if (starling_summary_get_principle (summary) != (int) principle
          || progress.state == STARLING_STATE_NEW)
        continue;
      if (!any)
        {
          g_string_append (self->text, "\n## ");
          add_escaped (self->text,
                       starling_catalogue_get_principle (self->catalogue,
                                                         principle)
                           ->name);
          g_string_append (self->text, "\n");
        }
      any = TRUE;
      add_story (self, summary, &self->stories[i]);
    }
}

/**
 * starling_library_make_report:
 * @self: a loaded library
 * @notes: whether the user's notes are part of it
 *
 * Writes up, as of now, what was done with the stories that are known: all
 * principles in one table, then, principle by principle, each story's takes,
 * with their times and targets. A day is a study day, as everywhere.
 *
 * Returns: (transfer full): Markdown, in English
 */
char *
starling_library_make_report (StarlingLibrary *self, gboolean notes)
{
  Report report = { .library = self, .notes = notes };
  g_autofree Figures *stories = NULL;
  g_autofree Figures *principles = NULL;
  guint n_principles = 0;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  report.catalogue = starling_library_get_catalogue (self);
  report.progress = starling_library_get_progress (self);
  n_principles = starling_catalogue_get_n_principles (report.catalogue);
  stories
      = g_new0 (Figures,
                g_list_model_get_n_items (starling_library_get_summaries (self))
                    + 1);
  principles = g_new0 (Figures, n_principles + 1);
  report.stories = stories;
  report.principles = principles;
  report.text = g_string_new (NULL);

  gather (&report);
  add_head (&report);
  add_overview (&report);
  for (guint i = 0; i < n_principles; i++)
    add_principle (&report, i);
  return g_string_free (report.text, FALSE);
}
