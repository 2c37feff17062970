/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive.h"
#include "support.h"

#include <string.h>

/*
 * Which questions are made from what, on stories of a few sentences.
 */

typedef struct
{
  StarlingCatalogue *catalogue;
  StarlingScenario *story;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->catalogue = test_load_catalogue ();
  f->story = starling_scenario_new ();
  f->story->id = g_strdup ("story");
  f->story->title = g_strdup ("A story");
  f->story->question = g_strdup ("Tell me about a time.");
  f->story->principle = 0;
  f->story->language = g_strdup ("en");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  starling_scenario_unref (f->story);
  starling_catalogue_unref (f->catalogue);
}

static void
renew (Fixture *f)
{
  tear_down (f, NULL);
  set_up (f, NULL);
}

static StarlingPassage *
say (Fixture *f, StarlingStepId step, const char *text)
{
  StarlingPassage *passage = starling_passage_new (text);

  g_ptr_array_add (step == STARLING_STEP_REFLECTION
                       ? f->story->levels[STARLING_LEVEL_SDE2].reflection
                       : f->story->steps[step].answer,
                   passage);
  return passage;
}

static void
set_phrases (Fixture *f, StarlingStepId step, const char *phrases)
{
  g_strfreev (f->story->steps[step].key_phrases);
  f->story->steps[step].key_phrases = g_strsplit (phrases, "|", -1);
}

static StarlingProbe *
add_probe (Fixture *f, const char *id)
{
  StarlingProbe *probe = starling_probe_new ();

  probe->id = g_strdup (id);
  probe->question = g_strdup_printf ("What of %s?", id);
  probe->probes = g_strdup ("care");
  probe->weak_answer
      = g_strdup ("It was handled by the others in the end. Nobody minded.");
  probe->weak_why = g_strdup ("“Handled by the others” gives it away. And "
                              "“nobody minded” is no measure.");
  probe->strong_answer
      = g_strdup ("I wrote the first version of it within one afternoon. Next "
                  "I measured what it did to the slowest request of all.");
  probe->strong_takeaway = g_strdup ("Say what you did.");
  g_ptr_array_add (f->story->probes, probe);
  return probe;
}

static GPtrArray *
list_with (Fixture *f,
           guint64 seed,
           const StarlingScenario *other,
           StarlingTranslateFunc translate)
{
  StarlingQuizSource source = {
    .scenario = f->story,
    .catalogue = f->catalogue,
    .others = other != NULL ? &other : NULL,
    .n_others = other != NULL ? 1 : 0,
    .level = STARLING_LEVEL_SDE2,
    .seed = seed,
    .translate = translate,
  };

  return starling_quiz_list_questions (&source);
}

static GPtrArray *
list (Fixture *f)
{
  return list_with (f, 1, NULL, NULL);
}

/* The ids of a kind, in their order. */
static char *
join_ids (GPtrArray *questions, StarlingQuestionKind kind)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);

      if (question->kind == kind)
        g_string_append_printf (ids, "%s%s", ids->len > 0 ? " " : "",
                                question->id);
    }
  return g_string_free (ids, FALSE);
}

static gboolean
has (GPtrArray *questions, const char *id)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (
            ((StarlingQuestion *) g_ptr_array_index (questions, i))->id, id))
      return TRUE;
  return FALSE;
}

static const StarlingQuestion *
find (GPtrArray *questions, const char *id)
{
  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);

      if (g_str_equal (question->id, id))
        return question;
    }
  g_error ("%s is missing", id);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The options, sorted; the right one with a star. */
static char *
join_options (const StarlingQuestion *question)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < question->options->len; i++)
    {
      const StarlingOption *option = g_ptr_array_index (question->options, i);

      g_ptr_array_add (texts,
                       g_strdup_printf ("%s%s", option->text,
                                        i == question->correct ? "*" : ""));
    }
  g_ptr_array_sort (texts, compare_texts);
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (", ", (char **) texts->pdata);
}

#define assert_ids(f, kind, expected)                                          \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autoptr (GPtrArray) questions_ = list (f);                               \
    g_autofree char *ids_ = join_ids (questions_, kind);                       \
    g_assert_cmpstr (ids_, ==, expected);                                      \
  }                                                                            \
  G_STMT_END

static void
test_empty (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = list (f);

  g_assert_cmpuint (questions->len, ==, 0);
}

/* A Result lacks what was taken out of it only if nothing else may be it. */
static void
test_results (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *sentences;
    const char *ids;
  } cases[] = {
    { "Errors went from 4% to zero.|It saved $8,000 a week.|The team of the "
      "key phrase made it a rule.",
      "result.metric result.money result.effect" },
    /* without a key phrase, it may be anything */
    { "Errors went from 4% to zero.|It saved $8,000 a week.|They were happy.",
      "result.metric result.money" },
    /* a sum that changed is a change */
    { "Errors went from 4% to zero.|The bill went from $9 to $5 a week.|The "
      "team of the key phrase made it a rule.",
      "result.money result.effect" },
    /* a number that did not change may be an effect */
    { "Errors went from 4% to zero.|It saved $8,000 a week.|The team of the "
      "key phrase made it a rule.|Now 12 teams use it.",
      "result.money" },
    /* a number in words */
    { "Errors went from 4% to zero.|It saved $8,000 a week.|Twelve teams with "
      "the key phrase fell in line.",
      "result.money" },
    { "Errors went from 4% to zero.|It saved two million.|The team of the key "
      "phrase made it a rule.",
      "result.metric result.money result.effect" },
    /* one beat cannot lack itself */
    { "Errors went from 4% to zero.", "" },
    { "It saved $8,000 a week.", "" },
    /* what one did is no effect */
    { "Errors went from 4% to zero.|It saved $8,000 a week.|I made the key "
      "phrase a rule.",
      "result.metric result.money" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) sentences = g_strsplit (cases[i].sentences, "|", -1);

      g_test_message ("%s", cases[i].sentences);
      renew (f);
      set_phrases (f, STARLING_STEP_RESULT, "key phrase");
      for (char **text = sentences; *text != NULL; text++)
        say (f, STARLING_STEP_RESULT, *text);
      assert_ids (f, STARLING_QUESTION_RESULT, cases[i].ids);
    }
}

static void
test_result_options (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  const StarlingQuestion *question;
  g_autofree char *options = NULL;

  set_phrases (f, STARLING_STEP_RESULT, "made it a rule");
  say (f, STARLING_STEP_RESULT, "Errors went from 4% to zero.");
  say (f, STARLING_STEP_RESULT, "It saved $8,000 a week.");
  say (f, STARLING_STEP_RESULT, "The other team made it a rule.");
  questions = list (f);
  question = find (questions, "result.money");
  options = join_options (question);
  g_assert_cmpstr (question->quote, ==,
                   "Errors went from 4% to zero. The other team made it a "
                   "rule.");
  g_assert_cmpint (question->step, ==, STARLING_STEP_RESULT);
  g_assert_cmpuint (question->options->len, ==, 4);
  g_assert_nonnull (strstr (options, "What the change was worth in money*"));
  g_assert_null (strstr (options, "what to what*"));
}

/* A sentence's step is asked for only among steps that it cannot be of. */
static void
test_steps (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *language;
    StarlingStepId step;
    const char *text;
    const char *options; /* NULL: no question */
  } cases[] = {
    { "en", STARLING_STEP_SITUATION, "The key phrase was late on most days.",
      "Action, Reflection, Result, Situation*" },
    { "en", STARLING_STEP_SITUATION, "I saw the key phrase on most days.",
      "Reflection, Result, Situation*" },
    { "en", STARLING_STEP_SITUATION, "In my view the key phrase was late.",
      "Reflection, Result, Situation*" },
    { "en", STARLING_STEP_TASK, "I owned the key phrase and nothing else.",
      "Reflection, Result, Task*" },
    { "en", STARLING_STEP_TASK, "The key phrase belonged to another team.",
      "Action, Reflection, Result, Task*" },
    { "en", STARLING_STEP_ACTION, "I moved the key phrase to 9 machines.",
      "Action*, Reflection, Situation, Task" },
    { "en", STARLING_STEP_ACTION, "The key phrase was moved by the others.",
      NULL },
    { "en", STARLING_STEP_RESULT, "I brought the key phrase from 9 to 5.",
      NULL },
    { "en", STARLING_STEP_REFLECTION, "I check the key phrase every day now.",
      "Reflection*, Situation, Task" },
    { "de", STARLING_STEP_SITUATION, "The key phrase was late on most days.",
      "Reflection, Result, Situation*" },
    { "de", STARLING_STEP_ACTION, "I moved the key phrase to 9 machines.",
      NULL },
    { "de", STARLING_STEP_REFLECTION, "I learned to check the key phrase now.",
      "Reflection*, Situation, Task" },
    { NULL, STARLING_STEP_ACTION, "I moved the key phrase to 9 machines.",
      NULL },
    /* too short to be judged, or without a key phrase */
    { "en", STARLING_STEP_SITUATION, "The key phrase was late.", NULL },
    { "en", STARLING_STEP_SITUATION, "The page was late on most days.", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) questions = NULL;
      g_autofree char *ids = NULL;
      g_autofree char *options = NULL;

      g_test_message ("%s: %s", cases[i].language, cases[i].text);
      renew (f);
      g_free (f->story->language);
      f->story->language = g_strdup (cases[i].language);
      set_phrases (f, cases[i].step, "key phrase");
      say (f, cases[i].step, cases[i].text);
      questions = list (f);
      ids = join_ids (questions, STARLING_QUESTION_STEP);
      if (cases[i].options == NULL)
        {
          g_assert_cmpstr (ids, ==, "");
          continue;
        }
      options = join_options (find (questions, ids));
      g_assert_cmpstr (options, ==, cases[i].options);
    }
}

/* Five steps could be offered for a Result; four are, not always the same. */
static void
test_step_choice (Fixture *f, gconstpointer data)
{
  guint n_action = 0;
  const guint n = 200;

  set_phrases (f, STARLING_STEP_RESULT, "key phrase");
  say (f, STARLING_STEP_RESULT, "The key phrase went from 9 to 5.");
  for (guint64 seed = 0; seed < n; seed++)
    {
      g_autoptr (GPtrArray) questions = list_with (f, seed, NULL, NULL);
      const StarlingQuestion *question
          = find (questions, "step.result.the-key-phrase-went-from");
      g_autofree char *options = join_options (question);

      g_assert_cmpuint (question->options->len, ==, 4);
      n_action += strstr (options, "Action") != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_action, >, n / 4);
  g_assert_cmpuint (n_action, <, n);
}

/* A phrase of another step makes it uncertain; so does the sentence there. */
static void
test_step_doubt (Fixture *f, gconstpointer data)
{
  set_phrases (f, STARLING_STEP_SITUATION, "key phrase");
  set_phrases (f, STARLING_STEP_TASK, "on most days");
  say (f, STARLING_STEP_SITUATION, "The key phrase was late on most days.");
  assert_ids (f, STARLING_QUESTION_STEP, "");

  set_phrases (f, STARLING_STEP_TASK, "another one");
  assert_ids (f, STARLING_QUESTION_STEP,
              "step.situation.the-key-phrase-was-late");
  say (f, STARLING_STEP_RESULT, "The key phrase was late on most days before.");
  assert_ids (f, STARLING_QUESTION_STEP, "");
}

static void
add_angle (Fixture *f, const char *principle, const char *lead)
{
  StarlingAngle *angle = starling_angle_new ();

  angle->principle
      = starling_catalogue_find_principle (f->catalogue, principle);
  angle->lead = g_strdup (lead);
  angle->emphasize = g_strdup ("Lean on it.");
  angle->downplay = g_strdup ("Keep the rest short.");
  g_ptr_array_add (f->story->angles, angle);
}

static void
test_angles (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *lead = NULL;
  g_autofree char *opening = NULL;
  int ownership = starling_catalogue_find_principle (f->catalogue, "ownership");
  static const char *const kept_short[]
      = { "The first detail fills a whole sentence.",
          "Another matter takes up its own line here." };

  add_angle (f, "ownership", "Open with the border you crossed.");
  add_angle (f, "dive-deep", "Begin where the logs began.");
  assert_ids (f, STARLING_QUESTION_ANGLE, "");

  /* a lead that names its principle tells too much */
  add_angle (f, "frugality", "Frugality comes first: say what it cost.");
  assert_ids (f, STARLING_QUESTION_ANGLE,
              "angle.lead.ownership angle.opening.ownership "
              "angle.lead.dive-deep angle.opening.dive-deep");

  say (f, STARLING_STEP_ACTION, "My own team watched over it for a week.")
      ->emphasize
      = STARLING_PRINCIPLE_BIT (ownership);
  for (guint i = 0; i < G_N_ELEMENTS (kept_short); i++)
    say (f, STARLING_STEP_ACTION, kept_short[i])->downplay
        = STARLING_PRINCIPLE_BIT (ownership);
  questions = list (f);
  lead = join_options (find (questions, "angle.lead.ownership"));
  g_assert_cmpstr (lead, ==, "Dive Deep, Frugality, Ownership*");
  g_assert_cmpstr (find (questions, "angle.lead.ownership")->quote, ==,
                   "Open with the border you crossed.");
  opening = join_options (find (questions, "angle.lean.ownership"));
  g_assert_cmpstr (opening, ==,
                   "“Another matter takes up its own line here.”, “My own "
                   "team watched over it for a week.”*, “The first detail "
                   "fills a whole sentence.”");
  /* one to lean on is not enough beside one to keep short */
  g_assert_false (has (questions, "angle.short.ownership"));
}

static void
test_levels (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint levels;
  } sentences[] = {
    { "Three teams had three ideas of what mattered.",
      1u << STARLING_LEVEL_SENIOR },
    { "I stepped through my own function line by line.",
      1u << STARLING_LEVEL_SDE1 },
    { "My mentor showed me where logs are kept.", 1u << STARLING_LEVEL_SDE1 },
    { "The service had been slow since spring came.", STARLING_ALL_LEVELS },
    { "A second team joined us for that week.",
      1u << STARLING_LEVEL_SDE2 | 1u << STARLING_LEVEL_SENIOR },
  };
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *options = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    say (f, STARLING_STEP_ACTION, sentences[i].text)->levels
        = sentences[i].levels;
  assert_ids (f, STARLING_QUESTION_LEVEL,
              "level.senior.three-teams-had-three-"
              "ideas");
  questions = list (f);
  options = join_options (
      find (questions, "level.senior.three-teams-had-three-ideas"));
  g_assert_cmpstr (options, ==,
                   "“I stepped through my own function line by line.”, “My "
                   "mentor showed me where logs are kept.”, “Three teams had "
                   "three ideas of what mattered.”*");
}

/* What an SDE 1 took on is no sign of the level: a Senior SDE did so, too. */
static void
test_level_of_task (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *text;
    StarlingLevel level;
  } sentences[] = {
    { "Three teams had three ideas of what mattered.", STARLING_LEVEL_SENIOR },
    { "I had to speak up in the weekly meeting.", STARLING_LEVEL_SDE1 },
    { "My part was the parser and nothing else.", STARLING_LEVEL_SDE1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    say (f, STARLING_STEP_TASK, sentences[i].text)->levels
        = 1u << sentences[i].level;
  assert_ids (f, STARLING_QUESTION_LEVEL, "");
}

/* What leans on the sentence before it is no option. */
static void
test_leaning (Fixture *f, gconstpointer data)
{
  static const char *const leaning[] = {
    "That is how all the logs were kept.", "It took me the whole of two days.",
    "After that, nobody asked for logs any more.",
    "I told both of them where logs were kept.", "Far too short to judge."
  };

  say (f, STARLING_STEP_ACTION, "Three teams had three ideas of what mattered.")
      ->levels
      = 1u << STARLING_LEVEL_SENIOR;
  say (f, STARLING_STEP_ACTION, "I stepped through my own function by hand.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  for (guint i = 0; i < G_N_ELEMENTS (leaning); i++)
    say (f, STARLING_STEP_ACTION, leaning[i])->levels = 1u
                                                        << STARLING_LEVEL_SDE1;
  assert_ids (f, STARLING_QUESTION_LEVEL, "");
}

static void
set_weak (Fixture *f, const char *text, const char *flags)
{
  f->story->weak_text = g_strdup (text);
  f->story->weak_flags = g_strsplit (flags, "|", -1);
  f->story->weak_verdict = g_strdup ("No hire.");
}

static void
test_flags (Fixture *f, gconstpointer data)
{
  g_autoptr (StarlingScenario) other = starling_scenario_new ();
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *options = NULL;

  set_weak (f, "We fixed it somehow, and I pulled through. All was well.",
            "fixed it somehow|no figures");
  set_phrases (f, STARLING_STEP_ACTION, "I pulled|alone|I measured");
  assert_ids (f, STARLING_QUESTION_FLAG, "");

  /* what the weak answer has itself and single words are not offered */
  g_strfreev (other->steps[0].key_phrases);
  other->steps[0].key_phrases = g_strsplit ("no ticket|nobody asked", "|", -1);
  questions = list_with (f, 1, other, NULL);
  options = join_options (find (questions, "flag.fixed-it-somehow"));
  g_assert_cmpstr (options, ==,
                   "“I measured”, “fixed it somehow”*, “no ticket”, “nobody "
                   "asked”");
  g_assert_false (has (questions, "flag.no-figures"));
}

static void
test_phrases (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  const StarlingQuestion *question;
  g_autofree char *options = NULL;

  set_phrases (f, STARLING_STEP_TASK, "one thing|two things|three of them");
  say (f, STARLING_STEP_TASK, "There was one thing to do.");
  say (f, STARLING_STEP_TASK, "Nobody knew more.");
  say (f, STARLING_STEP_TASK, "There were two things to leave.");
  assert_ids (f, STARLING_QUESTION_PHRASE, "");

  say (f, STARLING_STEP_TASK, "And three of them came on top.");
  questions = list (f);
  question = find (questions, "phrase.task.one-thing");
  options = join_options (question);
  g_assert_cmpstr (options, ==, "“one thing”*, “three of them”, “two things”");
  g_assert_cmpstr (question->quote, ==,
                   "There were two things to leave. And three of them came on "
                   "top.");
  g_assert_cmpint (question->step, ==, STARLING_STEP_TASK);

  /* phrases of one sentence come and go together */
  say (f, STARLING_STEP_TASK, "One thing and two things make three of them.");
  g_clear_pointer (&questions, g_ptr_array_unref);
  questions = list (f);
  question = find (questions, "phrase.task.one-thing");
  g_assert_null (strstr (question->quote, "make three"));
}

static void
test_answers (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  const StarlingQuestion *question;
  g_autofree char *options = NULL;
  g_autofree char *verdict = NULL;

  add_probe (f, "care");
  assert_ids (f, STARLING_QUESTION_ANSWER,
              "answer.weak.care answer.strong.care answer.sentence.care");
  questions = list (f);
  question = find (questions, "answer.sentence.care");
  options = join_options (question);
  g_assert_cmpstr (options, ==,
                   "“I wrote the first version of it within one afternoon.”, "
                   "“It was handled by the others in the end.”*, “Next I "
                   "measured what it did to the slowest request of all.”");
  g_assert_cmpstr (question->probe, ==, "care");
  question = find (questions, "answer.weak.care");
  verdict = join_options (question);
  g_assert_cmpstr (verdict, ==, "Strong, Weak*");
  g_assert_cmpstr (question->quote, ==,
                   "It was handled by the others in the end. Nobody minded.");
  g_assert_cmpstr (question->subject, ==,
                   find (questions, "answer.strong.care")->subject);
}

/* Nothing is quoted from the weak answer: so no sentence of it is the one. */
static void
test_answer_without_reason (Fixture *f, gconstpointer data)
{
  StarlingProbe *probe = add_probe (f, "care");

  g_free (probe->weak_why);
  probe->weak_why = g_strdup ("It gives the work away.");
  assert_ids (f, STARLING_QUESTION_ANSWER,
              "answer.weak.care answer.strong.care");
}

static void
test_story_sentences (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *options = NULL;

  set_phrases (f, STARLING_STEP_ACTION, "I wrote");
  say (f, STARLING_STEP_ACTION, "I wrote it down on a single page.");
  set_weak (f, "Somebody fixed it in the end. All were happy. It was fine.",
            "somebody fixed|all were happy|no figures");
  questions = list (f);
  options = join_options (find (questions, "answer.story.i-wrote-it-down-on"));
  g_assert_cmpstr (options, ==,
                   "“All were happy.”, “I wrote it down on a single page.”*, "
                   "“Somebody fixed it in the end.”");
}

static void
test_near_and_long (Fixture *f, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (320, 'x');
  g_autofree char *too_long
      = g_strdup_printf ("All of it stood on a page with %s.", endless);

  say (f, STARLING_STEP_ACTION, "Three teams had three ideas of what mattered.")
      ->levels
      = 1u << STARLING_LEVEL_SENIOR;
  say (f, STARLING_STEP_ACTION, "I stepped through my own function by hand.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  /* much like the first; much like the second; too long */
  say (f, STARLING_STEP_ACTION, "Three teams had two ideas of what mattered.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  say (f, STARLING_STEP_ACTION, "I stepped through my function by hand again.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  say (f, STARLING_STEP_ACTION, too_long)->levels = 1u << STARLING_LEVEL_SDE1;
  assert_ids (f, STARLING_QUESTION_LEVEL, "");

  say (f, STARLING_STEP_ACTION, "My mentor showed me where logs are kept.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  assert_ids (f, STARLING_QUESTION_LEVEL,
              "level.senior.three-teams-had-three-ideas");
}

/* What is written elsewhere, or later in the sentence, changes no id. */
static void
test_edited (Fixture *f, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  StarlingPassage *late, *added;

  set_phrases (f, STARLING_STEP_SITUATION, "key phrase|late");
  late = say (f, STARLING_STEP_SITUATION,
              "The key phrase was late on most days.");
  first = list (f);
  before = join_ids (first, STARLING_QUESTION_STEP);

  g_free (late->text);
  late->text = g_strdup ("The key phrase was late on nearly every day.");
  added = starling_passage_new ("Before it the page came late as well.");
  g_ptr_array_insert (f->story->steps[STARLING_STEP_SITUATION].answer, 0,
                      added);
  second = list (f);
  after = join_ids (second, STARLING_QUESTION_STEP);
  g_assert_cmpstr (before, ==, "step.situation.the-key-phrase-was-late");
  g_assert_cmpstr (after, ==,
                   "step.situation.before-it-the-page-came "
                   "step.situation.the-key-phrase-was-late");
}

/* Names are told apart, and are names in any script. */
static void
test_slugs (Fixture *f, gconstpointer data)
{
  set_phrases (f, STARLING_STEP_SITUATION, "key phrase|Schlüssel|キー|…");
  say (f, STARLING_STEP_SITUATION, "The key phrase was late on Monday.");
  say (f, STARLING_STEP_SITUATION, "The key phrase was late on other days.");
  say (f, STARLING_STEP_SITUATION, "Don’t forget: Schlüssel, ÄRA und mehr.");
  say (f, STARLING_STEP_SITUATION, "キー ワード は 毎日 遅れて いた。");
  assert_ids (f, STARLING_QUESTION_STEP,
              "step.situation.the-key-phrase-was-late "
              "step.situation.the-key-phrase-was-late-2 "
              "step.situation.dont-forget-schlussel-ara-und "
              "step.situation.キー-ワート-は-毎日-遅れて");
}

static char *
describe (GPtrArray *questions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);

      g_string_append_printf (text, "%s\n%s\n%s\n", question->id,
                              question->question, question->quote);
      for (guint j = 0; j < question->options->len; j++)
        g_string_append_printf (
            text, "%u %s\n", question->correct,
            ((StarlingOption *) g_ptr_array_index (question->options, j))
                ->text);
    }
  return g_string_free (text, FALSE);
}

static void
fill_story (Fixture *f)
{
  set_phrases (f, STARLING_STEP_ACTION, "I wrote|I read|I timed|I drew");
  say (f, STARLING_STEP_ACTION, "I wrote it down on a single page.");
  say (f, STARLING_STEP_ACTION, "I read the other half of the code.");
  say (f, STARLING_STEP_ACTION, "I timed each of the many calls.");
  say (f, STARLING_STEP_ACTION, "I drew what nobody had ever seen.");
  add_probe (f, "care");
}

static void
test_seeds (Fixture *f, gconstpointer data)
{
  g_autofree char *first = NULL;
  guint n_same = 0;

  fill_story (f);
  for (guint64 seed = 0; seed < 20; seed++)
    {
      g_autoptr (GPtrArray) questions = list_with (f, seed, NULL, NULL);
      g_autoptr (GPtrArray) again = list_with (f, seed, NULL, NULL);
      g_autofree char *text = describe (questions);
      g_autofree char *text_again = describe (again);

      g_assert_cmpstr (text, ==, text_again);
      if (first == NULL)
        first = g_steal_pointer (&text);
      else
        n_same += g_str_equal (first, text) ? 1 : 0;
    }
  g_assert_cmpuint (n_same, ==, 0);
}

/* The right option stands in every place about as often. */
static void
test_places (Fixture *f, gconstpointer data)
{
  guint places[3] = { 0 };
  const guint n = 600;

  fill_story (f);
  for (guint64 seed = 0; seed < n; seed++)
    {
      g_autoptr (GPtrArray) questions = list_with (f, seed, NULL, NULL);

      places[find (questions, "answer.sentence.care")->correct]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_cmpuint (places[i], >, n / 4);
      g_assert_cmpuint (places[i], <, n * 5 / 12);
    }
}

static const char *
translate_cb (const char *text)
{
  return g_str_equal (text, "Weak") ? "Schwach" : text;
}

static void
test_translated (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *options = NULL;

  add_probe (f, "care");
  questions = list_with (f, 1, NULL, translate_cb);
  options = join_options (find (questions, "answer.weak.care"));
  g_assert_cmpstr (options, ==, "Schwach*, Strong");
}

/* A written question is taken as it is, and told where to read about it. */
static void
test_written (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *question;
    int step;
    const char *probe;
  } cases[] = {
    { "Which sentence costs you the Task?", STARLING_STEP_TASK, NULL },
    { "What is missing from this Result?", STARLING_STEP_RESULT, NULL },
    { "Which action would you take?", STARLING_NO_STEP, NULL },
    { "Which reflection fits a Senior SDE?", STARLING_STEP_REFLECTION, NULL },
    { "“What of care?” What convinces?", STARLING_NO_STEP, "care" },
    { "What of carelessness?", STARLING_NO_STEP, NULL },
    { "The Tasks at hand?", STARLING_NO_STEP, NULL },
  };
  g_autoptr (GPtrArray) questions = NULL;

  add_probe (f, "care");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingQuestion *question = starling_question_new ();

      question->id = g_strdup_printf ("q%u", i);
      question->question = g_strdup (cases[i].question);
      question->explanation = g_strdup ("Because.");
      question->correct = 1;
      starling_question_add_option (question, "No", "It is not.");
      starling_question_add_option (question, "Yes", NULL);
      g_ptr_array_add (f->story->quiz, question);
    }
  questions = list (f);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *options = join_options (question);

      g_assert_cmpstr (question->question, ==, cases[i].question);
      g_assert_cmpint (question->kind, ==, STARLING_QUESTION_WRITTEN);
      g_assert_cmpint (question->step, ==, cases[i].step);
      g_assert_cmpstr (question->probe, ==, cases[i].probe);
      g_assert_cmpstr (options, ==, "No, Yes*");
    }
}

static void
test_kinds (void)
{
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    {
      StarlingQuestionKind kind;
      const char *id = starling_question_kind_to_id ((StarlingQuestionKind) i);

      g_assert_true (starling_question_kind_from_id (id, &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  g_assert_false (starling_question_kind_from_id (
      "other", &(StarlingQuestionKind){ STARLING_QUESTION_STEP }));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (Fixture *, gconstpointer);
  } tests[] = {
    { "/quiz-derive/empty", test_empty },
    { "/quiz-derive/results", test_results },
    { "/quiz-derive/result-options", test_result_options },
    { "/quiz-derive/steps", test_steps },
    { "/quiz-derive/step-choice", test_step_choice },
    { "/quiz-derive/step-doubt", test_step_doubt },
    { "/quiz-derive/angles", test_angles },
    { "/quiz-derive/levels", test_levels },
    { "/quiz-derive/level-of-task", test_level_of_task },
    { "/quiz-derive/leaning", test_leaning },
    { "/quiz-derive/flags", test_flags },
    { "/quiz-derive/phrases", test_phrases },
    { "/quiz-derive/answers", test_answers },
    { "/quiz-derive/answer-without-reason", test_answer_without_reason },
    { "/quiz-derive/story-sentences", test_story_sentences },
    { "/quiz-derive/near-and-long", test_near_and_long },
    { "/quiz-derive/edited", test_edited },
    { "/quiz-derive/slugs", test_slugs },
    { "/quiz-derive/seeds", test_seeds },
    { "/quiz-derive/places", test_places },
    { "/quiz-derive/translated", test_translated },
    { "/quiz-derive/written", test_written },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/quiz-derive/kinds", test_kinds);
  return g_test_run ();
}
