/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "derive-fixture.h"

#include <string.h>

/*
 * Which questions are made from what, on stories of a few sentences.
 */

static void
test_empty (DeriveFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = derive_list (f);

  g_assert_cmpuint (questions->len, ==, 0);
}

/* A Result lacks what was taken out of it only if nothing else may be it. */
static void
test_results (DeriveFixture *f, gconstpointer data)
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
    /* millions may be money, or people */
    { "Errors went from 4% to zero.|It saved two million dollars.|The team of "
      "the key phrase made it a rule.",
      "result.metric result.money result.effect" },
    { "Errors went from 4% to zero.|It saved two million.|The team of the key "
      "phrase made it a rule.",
      "" },
    { "Errors went from 4% to zero.|It saved $8,000 a week.|Two million people "
      "saw the key phrase.",
      "" },
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
      derive_renew (f);
      derive_set_phrases (f, STARLING_STEP_RESULT, "key phrase");
      for (char **text = sentences; *text != NULL; text++)
        derive_say (f, STARLING_STEP_RESULT, *text);
      assert_ids (f, STARLING_QUESTION_RESULT, cases[i].ids);
    }
}

static void
test_result_options (DeriveFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  const StarlingQuestion *question;
  g_autofree char *options = NULL;

  derive_set_phrases (f, STARLING_STEP_RESULT, "made it a rule");
  derive_say (f, STARLING_STEP_RESULT, "Errors went from 4% to zero.");
  derive_say (f, STARLING_STEP_RESULT, "It saved $8,000 a week.");
  derive_say (f, STARLING_STEP_RESULT, "The other team made it a rule.");
  questions = derive_list (f);
  question = derive_find (questions, "result.money");
  options = derive_join_options (question);
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
test_steps (DeriveFixture *f, gconstpointer data)
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
      derive_renew (f);
      g_free (f->story->language);
      f->story->language = g_strdup (cases[i].language);
      derive_set_phrases (f, cases[i].step, "key phrase");
      derive_say (f, cases[i].step, cases[i].text);
      questions = derive_list (f);
      ids = derive_join_ids (questions, STARLING_QUESTION_STEP);
      if (cases[i].options == NULL)
        {
          g_assert_cmpstr (ids, ==, "");
          continue;
        }
      options = derive_join_options (derive_find (questions, ids));
      g_assert_cmpstr (options, ==, cases[i].options);
    }
}

/* Five steps could be offered for a Result; four are, not always the same. */
static void
test_step_choice (DeriveFixture *f, gconstpointer data)
{
  guint n_action = 0;
  const guint n = 200;

  derive_set_phrases (f, STARLING_STEP_RESULT, "key phrase");
  derive_say (f, STARLING_STEP_RESULT, "The key phrase went from 9 to 5.");
  for (guint64 seed = 0; seed < n; seed++)
    {
      g_autoptr (GPtrArray) questions = derive_list_with (f, seed, NULL, NULL);
      const StarlingQuestion *question
          = derive_find (questions, "step.result.the-key-phrase-went-from");
      g_autofree char *options = derive_join_options (question);

      g_assert_cmpuint (question->options->len, ==, 4);
      n_action += strstr (options, "Action") != NULL ? 1 : 0;
    }
  g_assert_cmpuint (n_action, >, n / 4);
  g_assert_cmpuint (n_action, <, n);
}

/* A phrase of another step makes it uncertain; so does the sentence there. */
static void
test_step_doubt (DeriveFixture *f, gconstpointer data)
{
  derive_set_phrases (f, STARLING_STEP_SITUATION, "key phrase");
  derive_set_phrases (f, STARLING_STEP_TASK, "on most days");
  derive_say (f, STARLING_STEP_SITUATION,
              "The key phrase was late on most days.");
  assert_ids (f, STARLING_QUESTION_STEP, "");

  derive_set_phrases (f, STARLING_STEP_TASK, "another one");
  assert_ids (f, STARLING_QUESTION_STEP,
              "step.situation.the-key-phrase-was-late");
  derive_say (f, STARLING_STEP_RESULT,
              "The key phrase was late on most days before.");
  assert_ids (f, STARLING_QUESTION_STEP, "");
}

static void
add_angle (DeriveFixture *f, const char *principle, const char *lead)
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
test_angles (DeriveFixture *f, gconstpointer data)
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

  derive_say (f, STARLING_STEP_ACTION,
              "My own team watched over it for a week.")
      ->emphasize
      = STARLING_PRINCIPLE_BIT (ownership);
  for (guint i = 0; i < G_N_ELEMENTS (kept_short); i++)
    derive_say (f, STARLING_STEP_ACTION, kept_short[i])->downplay
        = STARLING_PRINCIPLE_BIT (ownership);
  questions = derive_list (f);
  lead = derive_join_options (derive_find (questions, "angle.lead.ownership"));
  g_assert_cmpstr (lead, ==, "Dive Deep, Frugality, Ownership*");
  g_assert_cmpstr (derive_find (questions, "angle.lead.ownership")->quote, ==,
                   "Open with the border you crossed.");
  opening
      = derive_join_options (derive_find (questions, "angle.lean.ownership"));
  g_assert_cmpstr (opening, ==,
                   "“Another matter takes up its own line here.”, “My own "
                   "team watched over it for a week.”*, “The first detail "
                   "fills a whole sentence.”");
  /* one to lean on is not enough beside one to keep short */
  g_assert_false (derive_has (questions, "angle.short.ownership"));
}

static void
test_levels (DeriveFixture *f, gconstpointer data)
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
    derive_say (f, STARLING_STEP_ACTION, sentences[i].text)->levels
        = sentences[i].levels;
  assert_ids (f, STARLING_QUESTION_LEVEL,
              "level.senior.three-teams-had-three-"
              "ideas");
  questions = derive_list (f);
  options = derive_join_options (
      derive_find (questions, "level.senior.three-teams-had-three-ideas"));
  g_assert_cmpstr (options, ==,
                   "“I stepped through my own function line by line.”, “My "
                   "mentor showed me where logs are kept.”, “Three teams had "
                   "three ideas of what mattered.”*");
}

/* What an SDE 1 took on is no sign of the level: a Senior SDE did so, too. */
static void
test_level_of_task (DeriveFixture *f, gconstpointer data)
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
    derive_say (f, STARLING_STEP_TASK, sentences[i].text)->levels
        = 1u << sentences[i].level;
  assert_ids (f, STARLING_QUESTION_LEVEL, "");
}

/* What leans on the sentence before it is no option. */
static void
test_leaning (DeriveFixture *f, gconstpointer data)
{
  static const char *const leaning[] = {
    "That is how all the logs were kept.", "It took me the whole of two days.",
    "After that, nobody asked for logs any more.",
    "I told both of them where logs were kept.", "Far too short to judge."
  };

  derive_say (f, STARLING_STEP_ACTION,
              "Three teams had three ideas of what mattered.")
      ->levels
      = 1u << STARLING_LEVEL_SENIOR;
  derive_say (f, STARLING_STEP_ACTION,
              "I stepped through my own function by hand.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  for (guint i = 0; i < G_N_ELEMENTS (leaning); i++)
    derive_say (f, STARLING_STEP_ACTION, leaning[i])->levels
        = 1u << STARLING_LEVEL_SDE1;
  assert_ids (f, STARLING_QUESTION_LEVEL, "");
}

static void
set_weak (DeriveFixture *f, const char *text, const char *flags)
{
  f->story->weak_text = g_strdup (text);
  f->story->weak_flags = g_strsplit (flags, "|", -1);
  f->story->weak_verdict = g_strdup ("No hire.");
}

static void
test_flags (DeriveFixture *f, gconstpointer data)
{
  g_autoptr (StarlingScenario) other = starling_scenario_new ();
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *options = NULL;

  set_weak (f, "We fixed it somehow, and I pulled through. All was well.",
            "fixed it somehow|no figures");
  derive_set_phrases (f, STARLING_STEP_ACTION, "I pulled|alone|I measured");
  assert_ids (f, STARLING_QUESTION_FLAG, "");

  /* what the weak answer has itself and single words are not offered */
  g_strfreev (other->steps[0].key_phrases);
  other->steps[0].key_phrases = g_strsplit ("no ticket|nobody asked", "|", -1);
  questions = derive_list_with (f, 1, other, NULL);
  options
      = derive_join_options (derive_find (questions, "flag.fixed-it-somehow"));
  g_assert_cmpstr (options, ==,
                   "“I measured”, “fixed it somehow”*, “no ticket”, “nobody "
                   "asked”");
  g_assert_false (derive_has (questions, "flag.no-figures"));
}

static void
test_phrases (DeriveFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  const StarlingQuestion *question;
  g_autofree char *options = NULL;

  derive_set_phrases (f, STARLING_STEP_TASK,
                      "one thing|two things|three of them");
  derive_say (f, STARLING_STEP_TASK, "There was one thing to do.");
  derive_say (f, STARLING_STEP_TASK, "Nobody knew more.");
  derive_say (f, STARLING_STEP_TASK, "There were two things to leave.");
  assert_ids (f, STARLING_QUESTION_PHRASE, "");

  derive_say (f, STARLING_STEP_TASK, "And three of them came on top.");
  questions = derive_list (f);
  question = derive_find (questions, "phrase.task.one-thing");
  options = derive_join_options (question);
  g_assert_cmpstr (options, ==, "“one thing”*, “three of them”, “two things”");
  g_assert_cmpstr (question->quote, ==,
                   "There were two things to leave. And three of them came on "
                   "top.");
  g_assert_cmpint (question->step, ==, STARLING_STEP_TASK);

  /* phrases of one sentence come and go together */
  derive_say (f, STARLING_STEP_TASK,
              "One thing and two things make three of them.");
  g_clear_pointer (&questions, g_ptr_array_unref);
  questions = derive_list (f);
  question = derive_find (questions, "phrase.task.one-thing");
  g_assert_null (strstr (question->quote, "make three"));
}

static void
test_answers (DeriveFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  const StarlingQuestion *question;
  g_autofree char *options = NULL;
  g_autofree char *verdict = NULL;

  derive_add_probe (f, "care");
  assert_ids (f, STARLING_QUESTION_ANSWER,
              "answer.weak.care answer.strong.care answer.sentence.care");
  questions = derive_list (f);
  question = derive_find (questions, "answer.sentence.care");
  options = derive_join_options (question);
  g_assert_cmpstr (options, ==,
                   "“I wrote the first version of it within one afternoon.”, "
                   "“It was handled by the others in the end.”*, “Next I "
                   "measured what it did to the slowest request of all.”");
  g_assert_cmpstr (question->probe, ==, "care");
  question = derive_find (questions, "answer.weak.care");
  verdict = derive_join_options (question);
  g_assert_cmpstr (verdict, ==, "Strong, Weak*");
  g_assert_cmpstr (question->quote, ==,
                   "It was handled by the others in the end. Nobody minded.");
  g_assert_cmpstr (question->subject, ==,
                   derive_find (questions, "answer.strong.care")->subject);
}

/* Nothing is quoted from the weak answer: so no sentence of it is the one. */
static void
test_answer_without_reason (DeriveFixture *f, gconstpointer data)
{
  StarlingProbe *probe = derive_add_probe (f, "care");

  g_free (probe->weak_why);
  probe->weak_why = g_strdup ("It gives the work away.");
  assert_ids (f, STARLING_QUESTION_ANSWER,
              "answer.weak.care answer.strong.care");
}

static void
test_story_sentences (DeriveFixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = NULL;
  g_autofree char *options = NULL;

  derive_set_phrases (f, STARLING_STEP_ACTION, "I wrote");
  derive_say (f, STARLING_STEP_ACTION, "I wrote it down on a single page.");
  set_weak (f, "Somebody fixed it in the end. All were happy. It was fine.",
            "somebody fixed|all were happy|no figures");
  questions = derive_list (f);
  options = derive_join_options (
      derive_find (questions, "answer.story.i-wrote-it-down-on"));
  g_assert_cmpstr (options, ==,
                   "“All were happy.”, “I wrote it down on a single page.”*, "
                   "“Somebody fixed it in the end.”");
}

static void
test_near_and_long (DeriveFixture *f, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (320, 'x');
  g_autofree char *too_long
      = g_strdup_printf ("All of it stood on a page with %s.", endless);

  derive_say (f, STARLING_STEP_ACTION,
              "Three teams had three ideas of what mattered.")
      ->levels
      = 1u << STARLING_LEVEL_SENIOR;
  derive_say (f, STARLING_STEP_ACTION,
              "I stepped through my own function by hand.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  /* much like the first; much like the second; too long */
  derive_say (f, STARLING_STEP_ACTION,
              "Three teams had two ideas of what mattered.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  derive_say (f, STARLING_STEP_ACTION,
              "I stepped through my function by hand again.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  derive_say (f, STARLING_STEP_ACTION, too_long)->levels
      = 1u << STARLING_LEVEL_SDE1;
  assert_ids (f, STARLING_QUESTION_LEVEL, "");

  derive_say (f, STARLING_STEP_ACTION,
              "My mentor showed me where logs are kept.")
      ->levels
      = 1u << STARLING_LEVEL_SDE1;
  assert_ids (f, STARLING_QUESTION_LEVEL,
              "level.senior.three-teams-had-three-ideas");
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (DeriveFixture *, gconstpointer);
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
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, DeriveFixture, NULL, derive_set_up,
                tests[i].func, derive_tear_down);
  return g_test_run ();
}
