/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/take.h"

static const char *const prompt_ids[STARLING_N_PROMPTS] = {
  [STARLING_PROMPT_FULL] = "full",
  [STARLING_PROMPT_CUES] = "cues",
  [STARLING_PROMPT_BARE] = "bare",
};

static const char *const dimension_ids[STARLING_N_DIMENSIONS] = {
  [STARLING_DIMENSION_OWNERSHIP] = "ownership",
  [STARLING_DIMENSION_SPECIFICITY] = "specificity",
  [STARLING_DIMENSION_METRICS] = "metrics",
  [STARLING_DIMENSION_REFLECTION] = "reflection",
  [STARLING_DIMENSION_DELIVERY] = "delivery",
};

/**
 * starling_prompt_to_id:
 * @prompt: a prompt
 *
 * Returns: (transfer none): its name in the journal
 */
const char *
starling_prompt_to_id (StarlingPrompt prompt)
{
  g_return_val_if_fail ((guint) prompt < STARLING_N_PROMPTS, NULL);

  return prompt_ids[prompt];
}

/**
 * starling_prompt_from_id:
 * @id: (nullable): a name
 * @prompt: (out): what it names
 *
 * Returns: %FALSE if it names none
 */
gboolean
starling_prompt_from_id (const char *id, StarlingPrompt *prompt)
{
  for (guint i = 0; i < STARLING_N_PROMPTS; i++)
    if (g_strcmp0 (id, prompt_ids[i]) == 0)
      {
        *prompt = (StarlingPrompt) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * starling_dimension_to_id:
 * @dimension: a dimension of the practice sheet
 *
 * Returns: (transfer none): its name in the journal
 */
const char *
starling_dimension_to_id (StarlingDimension dimension)
{
  g_return_val_if_fail ((guint) dimension < STARLING_N_DIMENSIONS, NULL);

  return dimension_ids[dimension];
}

static StarlingTakeProbe *
probe_new (const char *id, int rating)
{
  StarlingTakeProbe *probe = g_new (StarlingTakeProbe, 1);

  probe->id = g_strdup (id);
  probe->rating = rating;
  return probe;
}

static void
probe_free (gpointer data)
{
  StarlingTakeProbe *probe = data;

  g_free (probe->id);
  g_free (probe);
}

/**
 * starling_take_new_empty:
 *
 * Returns: (transfer full): a take of nothing, to be filled
 */
StarlingTake *
starling_take_new_empty (void)
{
  StarlingTake *self = g_new0 (StarlingTake, 1);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    self->said[i] = g_ptr_array_new_with_free_func (g_free);
  self->probes = g_ptr_array_new_with_free_func (probe_free);
  self->slot = -1;
  self->clock.slept = -1;
  return self;
}

/**
 * starling_take_new:
 * @lens: what is rehearsed
 * @prompt: what is shown meanwhile
 * @started_at: Unix ms
 *
 * Returns: (transfer full): a take whose clock is ready
 */
StarlingTake *
starling_take_new (const StarlingLens *lens,
                   StarlingPrompt prompt,
                   gint64 started_at)
{
  StarlingTake *self = starling_take_new_empty ();
  guint targets[STARLING_N_STEPS];

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    targets[i] = lens->steps[i].target;
  starling_rehearsal_init (&self->clock, targets);
  self->scenario = g_strdup (lens->scenario->id);
  self->level = lens->level;
  if (lens->angle != STARLING_AS_TOLD)
    self->angle = g_strdup (
        starling_catalogue_get_principle (lens->catalogue, (guint) lens->angle)
            ->id);
  self->prompt = prompt;
  self->started_at = started_at;
  return self;
}

/**
 * starling_take_add_probe:
 * @self: a take
 * @id: of a probe
 * @rating: 1–4; 0: not rated
 *
 * Adds one to the probes of the take, but not to those of its clock.
 */
void
starling_take_add_probe (StarlingTake *self, const char *id, int rating)
{
  g_ptr_array_add (self->probes, probe_new (id, rating));
}

/**
 * starling_take_set_probes:
 * @self: a take that has not begun
 * @ids: (array zero-terminated=1): of the probes to be asked after the story
 * @target_ms: milliseconds for the answer to each
 *
 * Has probes asked, at most %STARLING_MAX_PROBES.
 */
void
starling_take_set_probes (StarlingTake *self,
                          const char *const *ids,
                          gint64 target_ms)
{
  g_ptr_array_set_size (self->probes, 0);
  for (guint i = 0; ids[i] != NULL && i < STARLING_MAX_PROBES; i++)
    starling_take_add_probe (self, ids[i], 0);
  starling_rehearsal_set_probes (&self->clock, self->probes->len, target_ms);
}

/**
 * starling_take_set_question:
 * @self: a take
 * @question: (nullable): what is asked; %NULL: what the scenario asks
 */
void
starling_take_set_question (StarlingTake *self, const char *question)
{
  g_free (self->question);
  self->question = g_strdup (question);
}

/**
 * starling_take_set_loop:
 * @self: a take
 * @loop: the id of a mock loop
 * @slot: from 0
 *
 * Makes the take an answer in a mock loop.
 */
void
starling_take_set_loop (StarlingTake *self, const char *loop, int slot)
{
  g_free (self->loop);
  self->loop = g_strdup (loop);
  self->slot = slot;
}

/**
 * starling_take_get_probe:
 * @self: a take
 *
 * Returns: (transfer none) (nullable): the probe that is answered or compared
 */
StarlingTakeProbe *
starling_take_get_probe (const StarlingTake *self)
{
  if ((self->clock.phase != STARLING_REHEARSAL_ANSWERING
       && self->clock.phase != STARLING_REHEARSAL_COMPARING)
      || self->clock.probe >= self->probes->len)
    return NULL;
  return g_ptr_array_index (self->probes, self->clock.probe);
}

static gpointer
copy_probe (gconstpointer data, gpointer unused)
{
  const StarlingTakeProbe *probe = data;

  return probe_new (probe->id, probe->rating);
}

static gpointer
copy_string (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

/**
 * starling_take_copy:
 * @self: a take
 *
 * Returns: (transfer full): another one like it
 */
StarlingTake *
starling_take_copy (const StarlingTake *self)
{
  StarlingTake *copy = g_new0 (StarlingTake, 1);

  *copy = *self;
  copy->id = g_strdup (self->id);
  copy->scenario = g_strdup (self->scenario);
  copy->angle = g_strdup (self->angle);
  copy->note = g_strdup (self->note);
  copy->loop = g_strdup (self->loop);
  copy->question = g_strdup (self->question);
  copy->probes = g_ptr_array_new_with_free_func (probe_free);
  g_ptr_array_extend (copy->probes, self->probes, copy_probe, NULL);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      copy->said[i] = g_ptr_array_new_with_free_func (g_free);
      g_ptr_array_extend (copy->said[i], self->said[i], (GCopyFunc) copy_string,
                          NULL);
    }
  return copy;
}

/**
 * starling_take_free:
 * @self: (transfer full): a take
 */
void
starling_take_free (StarlingTake *self)
{
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    g_ptr_array_unref (self->said[i]);
  g_ptr_array_unref (self->probes);
  g_free (self->loop);
  g_free (self->question);
  g_free (self->id);
  g_free (self->scenario);
  g_free (self->angle);
  g_free (self->note);
  g_free (self);
}

/**
 * starling_take_has_said:
 * @self: a take
 * @step: a step
 * @phrase: a key phrase of it
 *
 * Returns: whether it was ticked
 */
gboolean
starling_take_has_said (const StarlingTake *self,
                        StarlingStepId step,
                        const char *phrase)
{
  return g_ptr_array_find_with_equal_func (self->said[step], phrase,
                                           g_str_equal, NULL);
}

/**
 * starling_take_set_said:
 * @self: a take
 * @step: a step
 * @phrase: a key phrase of it
 * @said: whether it was said
 *
 * Ticks or unticks a phrase.
 */
void
starling_take_set_said (StarlingTake *self,
                        StarlingStepId step,
                        const char *phrase,
                        gboolean said)
{
  guint index;
  gboolean found = g_ptr_array_find_with_equal_func (self->said[step], phrase,
                                                     g_str_equal, &index);

  if (said && !found)
    g_ptr_array_add (self->said[step], g_strdup (phrase));
  else if (!said && found)
    g_ptr_array_remove_index (self->said[step], index);
}

/**
 * starling_take_count_said:
 * @self: a take
 *
 * Returns: how many phrases were said; one that belongs to two steps may count
 *   twice
 */
guint
starling_take_count_said (const StarlingTake *self)
{
  guint n = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    n += self->said[i]->len;
  return n;
}

/**
 * starling_take_list_said:
 * @self: a take
 *
 * Returns: (transfer full): the phrases that were said, step by step
 */
GStrv
starling_take_list_said (const StarlingTake *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    for (guint j = 0; j < self->said[i]->len; j++)
      g_strv_builder_add (builder, g_ptr_array_index (self->said[i], j));
  return g_strv_builder_end (builder);
}

/**
 * starling_take_list_phrases:
 * @lens: what is rehearsed
 * @step: a step
 *
 * Returns: (transfer full): the key phrases of @step that occur in what is
 *   spoken of it at the lens's level, each once; all where nothing is written
 */
GStrv
starling_take_list_phrases (const StarlingLens *lens, StarlingStepId step)
{
  g_autoptr (GPtrArray) phrases = g_ptr_array_new_with_free_func (g_free);
  const char *const *all = lens->steps[step].key_phrases;

  for (guint i = 0; all[i] != NULL; i++)
    if ((lens->steps[step].n_passages == 0
         || starling_lens_step_says (&lens->steps[step], all[i]))
        && !g_ptr_array_find_with_equal_func (phrases, all[i], g_str_equal,
                                              NULL))
      g_ptr_array_add (phrases, g_strdup (all[i]));
  g_ptr_array_add (phrases, NULL);
  return (GStrv) g_ptr_array_steal (phrases, NULL);
}

/**
 * starling_take_count_phrases:
 * @lens: what is rehearsed
 *
 * Returns: the number of key phrases of all steps
 */
guint
starling_take_count_phrases (const StarlingLens *lens)
{
  guint n = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_auto (GStrv) phrases
          = starling_take_list_phrases (lens, (StarlingStepId) i);

      n += g_strv_length (phrases);
    }
  return n;
}
