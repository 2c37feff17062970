/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "course.h"

#include "support.h"

#include <json-glib/json-glib.h>

#define MINUTE_MS (60 * 1000)

/* Of each of these the first scenario. */
static const char *const bundled[] = {
  "frugality",
  "have-backbone-disagree-and-commit",
  "insist-on-the-highest-standards",
};

/* Of each of these so many scenarios are made up. */
static const struct
{
  const char *principle;
  guint n_scenarios;
} generated[] = {
  { "bias-for-action", 4 },
  { "dive-deep", 3 },
  { "earn-trust", 3 },
  { "frugality", 2 },
  { "have-backbone-disagree-and-commit", 1 },
  { "insist-on-the-highest-standards", 2 },
};

const char *const course_ticked[] = {
  "dive-deep", "earn-trust", "frugality", "insist-on-the-highest-standards",
  NULL,
};

static void
put_bundled (LibraryFixture *f, const char *name)
{
  g_autofree char *source = g_strdup_printf ("data/packs/%s.json", name);
  g_autofree char *path = test_dup_source_file (source);
  g_autofree char *target = g_strdup_printf ("packs/%s.json", name);
  g_autofree char *text = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *scenarios = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_new (JSON_NODE_OBJECT);
  json_node_take_object (root,
                         json_node_dup_object (json_parser_get_root (parser)));
  scenarios
      = json_object_get_array_member (json_node_get_object (root), "scenarios");
  while (json_array_get_length (scenarios) > 1)
    json_array_remove_element (scenarios, 1);
  json_generator_set_root (generator, root);
  text = json_generator_to_data (generator, NULL);
  library_put (f->data_dir, target, text);
}

/* Nine cards at most; in every third scenario the task is nothing to say at
 * the level of the course. */
static void
append_scenario (GString *pack, const char *principle, guint number)
{
  g_string_append_printf (
      pack,
      "%s{\"id\": \"%s-%u\", \"title\": \"Story %u\", "
      "\"question\": \"What then?\", \"principle\": \"%s\", \"steps\": [",
      number > 0 ? "," : "", principle, number, number, principle);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_string_append_printf (pack, "%s{\"step\": \"%s\", \"seconds\": 30",
                              i > 0 ? "," : "",
                              starling_step_to_id ((StarlingStepId) i));
      if (i != STARLING_STEP_REFLECTION)
        g_string_append_printf (pack, ", \"answer\": [{\"text\": \"So.\"%s}]",
                                i == STARLING_STEP_TASK && number % 3 == 2
                                    ? ", \"levels\": [\"sde1\"]"
                                    : "");
      g_string_append (pack, "}");
    }
  g_string_append (
      pack, "], \"levels\": {\"sde2\": {\"reflection\": [{\"text\": \"Ah.\"}]}}"
            ", \"angles\": [{\"principle\": \"think-big\", \"lead\": \"L\", "
            "\"emphasize\": \"E\", \"downplay\": \"D\"}], \"probes\": [");
  for (guint i = 0; i < 2; i++)
    g_string_append_printf (
        pack,
        "%s{\"id\": \"p%u\", \"question\": \"Why?\", \"probes\": \"Depth\", "
        "\"weak\": {\"answer\": \"No.\", \"why\": \"Thin\"}, "
        "\"strong\": {\"answer\": \"Yes.\", \"takeaway\": \"Depth\"}}",
        i > 0 ? "," : "", i);
  g_string_append (pack, "], \"weak_answer\": {\"text\": \"We did.\", "
                         "\"flags\": [\"We\"], \"verdict\": \"No\"}}");
}

/**
 * course_put_packs:
 * @f: a world whose library is not loaded yet
 *
 * Puts the packs of the course into it.
 */
void
course_put_packs (LibraryFixture *f)
{
  for (guint i = 0; i < G_N_ELEMENTS (bundled); i++)
    put_bundled (f, bundled[i]);
  for (guint i = 0; i < G_N_ELEMENTS (generated); i++)
    {
      const char *principle = generated[i].principle;
      g_autoptr (GString) pack = g_string_new (NULL);
      g_autofree char *name = g_strdup_printf ("packs/made-%s.json", principle);

      g_string_append_printf (
          pack,
          "{\"format\": \"starling-pack\", \"version\": 1, \"id\": \"made-%s\","
          "\"title\": \"P\", \"language\": \"en\", \"scenarios\": [",
          principle);
      for (guint j = 0; j < generated[i].n_scenarios; j++)
        append_scenario (pack, principle, j);
      g_string_append (pack, "]}");
      library_put (f->user_dir, name, pack->str);
    }
}

/**
 * course_set_goal:
 * @f: a world
 * @interview: a date
 *
 * Says when the interview is, and which principles it is about.
 */
void
course_set_goal (LibraryFixture *f, const char *interview)
{
  g_autoptr (StarlingEvent) goal = starling_event_new (STARLING_EVENT_GOAL);

  goal->interview = g_strdup (interview);
  goal->principles = g_strdupv ((char **) course_ticked);
  library_record (f, goal);
}

/**
 * course_set_limits:
 * @f: a world
 * @new_per_day: new cards a day
 * @reviews_per_day: reviews a day
 *
 * Sets the limits of a day.
 */
void
course_set_limits (LibraryFixture *f, int new_per_day, int reviews_per_day)
{
  g_autoptr (StarlingEvent) limits
      = starling_event_new (STARLING_EVENT_SETTINGS);

  limits->has_new_per_day = limits->has_reviews_per_day = TRUE;
  limits->new_per_day = new_per_day;
  limits->reviews_per_day = reviews_per_day;
  library_record (f, limits);
}

/**
 * course_go_to:
 * @f: a world
 * @day: a date, as days since 1970-01-01
 * @minute: of that day by local time
 *
 * Sets the clock, forward only.
 */
void
course_go_to (LibraryFixture *f, int day, int minute)
{
  gint64 local = day * STARLING_DAY_MS + minute * (gint64) MINUTE_MS;
  gint64 now = starling_clock_get_utc (f->clock);
  gint64 utc = local;

  for (guint i = 0; i < 2; i++)
    utc = local
          - starling_clock_get_offset (f->clock, utc) * (gint64) MINUTE_MS;
  g_assert_cmpint (utc, >, now);
  starling_clock_advance (f->clock, utc - now);
}

/**
 * course_is_ticked:
 * @f: a world
 * @card: a card
 *
 * Returns: whether the interview is about its principle
 */
gboolean
course_is_ticked (LibraryFixture *f, const StarlingDeckCard *card)
{
  const StarlingPrinciple *principle = starling_catalogue_get_principle (
      starling_library_get_catalogue (f->library), (guint) card->principle);

  return g_strv_contains (course_ticked, principle->id);
}

/**
 * course_is_studied:
 * @card: a card
 *
 * Returns: whether the card is one of the level of the course, and not set
 *   aside for good
 */
gboolean
course_is_studied (const StarlingDeckCard *card)
{
  return (card->levels & (1u << COURSE_LEVEL)) != 0 && !card->record.suspended
         && !card->record.leech;
}

/**
 * course_make_plan:
 * @f: a world
 * @input: (out caller-allocates): what the plan follows from
 * @plan: (out caller-allocates): the plan of now
 */
void
course_make_plan (LibraryFixture *f,
                  StarlingPlanInput *input,
                  StarlingPlan *plan)
{
  starling_library_get_plan_input (f->library, COURSE_LEVEL, input);
  starling_plan_make (input, starling_library_get_deck (f->library), plan);
}

/**
 * course_describe_record:
 * @record: what is known of a card
 *
 * Returns: (transfer full): all of it, to the last bit
 */
char *
course_describe_record (const StarlingCardRecord *record)
{
  const StarlingMemory *memory = &record->memory;

  return g_strdup_printf (
      "state %d step %u stability %.17g difficulty %.17g due %" G_GINT64_FORMAT
      " last %" G_GINT64_FORMAT " shift %" G_GINT64_FORMAT
      " days %" G_GINT64_FORMAT "/%" G_GINT64_FORMAT " reps %u lapses %u, "
      "introduced %" G_GINT64_FORMAT " day %d, reviewed %" G_GINT64_FORMAT
      " day %d, buried %d suspended %d leech %d/%u levels %u",
      memory->state, memory->step, memory->stability, memory->difficulty,
      memory->due, memory->last_review, memory->last_shift,
      memory->scheduled_days, memory->elapsed_days, memory->reps,
      memory->lapses, record->introduced_at, record->introduced_day,
      record->last_at, record->last_day, record->buried_day, record->suspended,
      record->leech, record->spared, record->levels);
}

static void
append_plan (GString *text, LibraryFixture *f)
{
  StarlingPlanInput input;
  StarlingPlan plan;

  course_make_plan (f, &input, &plan);
  g_string_append_printf (text,
                          "today %d until %" G_GINT64_FORMAT
                          " offset %d, %.17g %d %d, goal %d %" G_GINT64_MODIFIER
                          "x, "
                          "done %u %u, last %d, %u of %u days\n",
                          input.today, input.tomorrow, input.offset,
                          input.settings.retention, input.settings.new_per_day,
                          input.settings.reviews_per_day, input.goal.interview,
                          input.goal.principles, input.new_done,
                          input.reviews_done, input.last_day,
                          input.recent_studied, input.recent_days);
  g_string_append_printf (
      text, "%u new %u learning %u due %u waiting %u unseen, portions %d, ",
      plan.n_new, plan.n_learning, plan.n_due, plan.n_waiting, plan.n_unseen,
      plan.in_portions);
  g_string_append_printf (
      text, "%s, %d days left, by %d, left out %u, needed %u %u\n",
      course_outlook (plan.outlook), plan.days_left, plan.introduced_by,
      plan.n_left_out, plan.needed_new, plan.needed_reviews);
}

/**
 * course_describe:
 * @f: a world with a library that is loaded
 *
 * Returns: (transfer full): plan, days and the record of every card, as text
 */
char *
course_describe (LibraryFixture *f)
{
  const StarlingDeck *deck = starling_library_get_deck (f->library);
  StarlingProgress *progress = starling_library_get_progress (f->library);
  GString *text = g_string_new (NULL);
  const StarlingActivity *days = NULL;
  guint n_days = 0;

  append_plan (text, f);
  days = starling_progress_get_days (progress, &n_days);
  for (guint i = 0; i < n_days; i++)
    g_string_append_printf (text, "day %d: %u %u %u\n", days[i].day,
                            days[i].n_new, days[i].n_learning, days[i].n_due);
  for (guint i = 0; i < deck->n_cards; i++)
    {
      g_autofree char *record = course_describe_record (&deck->cards[i].record);

      g_string_append_printf (text, "%s: %s\n", deck->cards[i].name, record);
    }
  return g_string_free (text, FALSE);
}

/**
 * course_outlook:
 * @outlook: what a plan says of the interview
 *
 * Returns: a word for it
 */
const char *
course_outlook (StarlingOutlook outlook)
{
  static const char *const words[] = {
    [STARLING_OUTLOOK_NONE] = "no interview",
    [STARLING_OUTLOOK_NOTHING] = "nothing to prepare",
    [STARLING_OUTLOOK_ON_COURSE] = "on course",
    [STARLING_OUTLOOK_READY] = "ready",
    [STARLING_OUTLOOK_TOO_MANY] = "too many",
    [STARLING_OUTLOOK_TOO_LATE] = "too late",
    [STARLING_OUTLOOK_NO_LOOK] = "no last look",
  };

  return words[outlook];
}
