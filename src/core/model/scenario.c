/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/scenario.h"

G_DEFINE_BOXED_TYPE (StarlingScenario,
                     starling_scenario,
                     starling_scenario_ref,
                     starling_scenario_unref)

static void
passage_free (gpointer data)
{
  StarlingPassage *passage = data;

  g_free (passage->text);
  g_free (passage);
}

static void
angle_free (gpointer data)
{
  StarlingAngle *angle = data;

  g_free (angle->lead);
  g_free (angle->emphasize);
  g_free (angle->downplay);
  g_free (angle);
}

static void
probe_free (gpointer data)
{
  StarlingProbe *probe = data;

  g_free (probe->id);
  g_free (probe->question);
  g_free (probe->probes);
  g_free (probe->weak_answer);
  g_free (probe->weak_why);
  g_free (probe->strong_answer);
  g_free (probe->strong_takeaway);
  g_free (probe);
}

static void
step_clear (StarlingStep *step)
{
  g_ptr_array_unref (step->answer);
  g_strfreev (step->key_phrases);
  g_free (step->coaching);
  g_free (step->mistake);
}

static void
level_view_clear (StarlingLevelView *view)
{
  g_free (view->guidance);
  g_ptr_array_unref (view->reflection);
  g_free (view->bar);
}

static void
scenario_clear (gpointer data)
{
  StarlingScenario *self = data;

  g_free (self->id);
  g_free (self->title);
  g_free (self->question);
  g_strfreev (self->tags);
  g_free (self->language);
  g_free (self->situation);
  g_free (self->walkthrough);
  g_strfreev (self->takeaways);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    step_clear (&self->steps[i]);
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    level_view_clear (&self->levels[i]);
  g_ptr_array_unref (self->angles);
  g_ptr_array_unref (self->probes);
  g_free (self->weak_text);
  g_strfreev (self->weak_flags);
  g_free (self->weak_verdict);
  g_ptr_array_unref (self->quiz);
}

/**
 * starling_scenario_new:
 *
 * Returns: (transfer full): a scenario with its five steps in order, and
 *   nothing else, for a reader to fill in before anybody else sees it
 */
StarlingScenario *
starling_scenario_new (void)
{
  StarlingScenario *self = g_atomic_rc_box_new0 (StarlingScenario);

  self->principle = STARLING_AS_TOLD;
  self->tags = g_new0 (char *, 1);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      self->steps[i].step = (StarlingStepId) i;
      self->steps[i].answer = g_ptr_array_new_with_free_func (passage_free);
      self->steps[i].key_phrases = g_new0 (char *, 1);
    }
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    self->levels[i].reflection = g_ptr_array_new_with_free_func (passage_free);
  self->angles = g_ptr_array_new_with_free_func (angle_free);
  self->probes = g_ptr_array_new_with_free_func (probe_free);
  self->quiz = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_question_free);
  return self;
}

/**
 * starling_scenario_ref:
 * @self: a scenario
 *
 * Returns: (transfer full): @self; from any thread
 */
StarlingScenario *
starling_scenario_ref (StarlingScenario *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * starling_scenario_unref:
 * @self: (transfer full): a scenario
 *
 * Frees @self with its last reference; from any thread.
 */
void
starling_scenario_unref (StarlingScenario *self)
{
  g_atomic_rc_box_release_full (self, scenario_clear);
}

/**
 * starling_passage_new:
 * @text: (nullable): the sentence; copied
 *
 * Returns: (transfer full): a passage spoken at all levels, neutral for all
 *   principles, to be added to an array of a scenario
 */
StarlingPassage *
starling_passage_new (const char *text)
{
  StarlingPassage *passage = g_new0 (StarlingPassage, 1);

  passage->text = g_strdup (text);
  passage->levels = STARLING_ALL_LEVELS;
  return passage;
}

/**
 * starling_angle_new:
 *
 * Returns: (transfer full): an angle to fill in and add to a scenario
 */
StarlingAngle *
starling_angle_new (void)
{
  StarlingAngle *angle = g_new0 (StarlingAngle, 1);

  angle->principle = STARLING_AS_TOLD;
  return angle;
}

/**
 * starling_probe_new:
 *
 * Returns: (transfer full): a probe to fill in and add to a scenario
 */
StarlingProbe *
starling_probe_new (void)
{
  return g_new0 (StarlingProbe, 1);
}

/**
 * starling_scenario_find_angle:
 * @self: a scenario
 * @principle: index of a principle, or %STARLING_AS_TOLD
 *
 * Returns: (transfer none) (nullable): the angle for @principle, if offered
 */
const StarlingAngle *
starling_scenario_find_angle (const StarlingScenario *self, int principle)
{
  for (guint i = 0; i < self->angles->len; i++)
    {
      const StarlingAngle *angle = g_ptr_array_index (self->angles, i);

      if (angle->principle == principle && principle != STARLING_AS_TOLD)
        return angle;
    }
  return NULL;
}

/**
 * starling_scenario_get_effective_angle:
 * @self: a scenario
 * @wanted: index of a principle, or %STARLING_AS_TOLD
 *
 * Returns: @wanted where the scenario offers it, else %STARLING_AS_TOLD
 */
int
starling_scenario_get_effective_angle (const StarlingScenario *self, int wanted)
{
  return starling_scenario_find_angle (self, wanted) != NULL ? wanted
                                                             : STARLING_AS_TOLD;
}

/**
 * starling_scenario_find_probe:
 * @self: a scenario
 * @id: a probe's id
 *
 * Returns: (transfer none) (nullable): the probe with that id
 */
const StarlingProbe *
starling_scenario_find_probe (const StarlingScenario *self, const char *id)
{
  for (guint i = 0; i < self->probes->len; i++)
    {
      const StarlingProbe *probe = g_ptr_array_index (self->probes, i);

      if (g_str_equal (probe->id, id))
        return probe;
    }
  return NULL;
}

/**
 * starling_scenario_find_question:
 * @self: a scenario
 * @id: a question's id
 *
 * Returns: (transfer none) (nullable): the question of the quiz with that id
 */
const StarlingQuestion *
starling_scenario_find_question (const StarlingScenario *self, const char *id)
{
  for (guint i = 0; i < self->quiz->len; i++)
    {
      const StarlingQuestion *question = g_ptr_array_index (self->quiz, i);

      if (g_str_equal (question->id, id))
        return question;
    }
  return NULL;
}
