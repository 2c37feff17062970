/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "derive-fixture.h"

#include <string.h>

#include "support.h"

void
derive_set_up (DeriveFixture *f, gconstpointer data)
{
  f->catalogue = test_load_catalogue ();
  f->story = starling_scenario_new ();
  f->story->id = g_strdup ("story");
  f->story->title = g_strdup ("A story");
  f->story->question = g_strdup ("Tell me about a time.");
  f->story->principle = 0;
  f->story->language = g_strdup ("en");
}

void
derive_tear_down (DeriveFixture *f, gconstpointer data)
{
  starling_scenario_unref (f->story);
  starling_catalogue_unref (f->catalogue);
}

void
derive_renew (DeriveFixture *f)
{
  derive_tear_down (f, NULL);
  derive_set_up (f, NULL);
}

StarlingPassage *
derive_say (DeriveFixture *f, StarlingStepId step, const char *text)
{
  StarlingPassage *passage = starling_passage_new (text);

  g_ptr_array_add (step == STARLING_STEP_REFLECTION
                       ? f->story->levels[STARLING_LEVEL_SDE2].reflection
                       : f->story->steps[step].answer,
                   passage);
  return passage;
}

void
derive_set_phrases (DeriveFixture *f, StarlingStepId step, const char *phrases)
{
  g_strfreev (f->story->steps[step].key_phrases);
  f->story->steps[step].key_phrases = g_strsplit (phrases, "|", -1);
}

StarlingProbe *
derive_add_probe (DeriveFixture *f, const char *id)
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

GPtrArray *
derive_list_with (DeriveFixture *f,
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

GPtrArray *
derive_list (DeriveFixture *f)
{
  return derive_list_with (f, 1, NULL, NULL);
}

/* The ids of a kind, in their order. */
char *
derive_join_ids (GPtrArray *questions, StarlingQuestionKind kind)
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

gboolean
derive_has (GPtrArray *questions, const char *id)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_str_equal (
            ((StarlingQuestion *) g_ptr_array_index (questions, i))->id, id))
      return TRUE;
  return FALSE;
}

const StarlingQuestion *
derive_find (GPtrArray *questions, const char *id)
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
char *
derive_join_options (const StarlingQuestion *question)
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
