/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/run-private.h"

#include "pages/rehearse/draft.h"

#define NOTE_MS 500

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (StarlingRehearseRun) self = data;
  g_autoptr (StarlingEvent) event = g_steal_pointer (&self->recording);
  g_autoptr (GError) error = NULL;

  if (!starling_library_record_finish (STARLING_LIBRARY (source), result,
                                       &error))
    {
      g_signal_emit_by_name (self, "changed");
      g_signal_emit_by_name (self, "failed", error->message);
      return;
    }

  g_clear_pointer (&self->take, starling_take_free);
  g_clear_pointer (&self->lens, starling_lens_unref);
  starling_rehearse_run_changed (self);
  g_signal_emit_by_name (self, "saved", event->id);
}

/**
 * starling_rehearse_run_save:
 * @self: a run at its debrief
 *
 * Records the take. `saved` or `failed` follows.
 */
void
starling_rehearse_run_save (StarlingRehearseRun *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->take == NULL || self->recording != NULL
      || self->take->clock.phase != STARLING_REHEARSAL_DEBRIEF)
    return;
  starling_rehearse_run_clear_before (self);
  self->recording = starling_rehearse_draft_to_event (self->take);
  starling_library_record_async (self->library, self->recording, NULL,
                                 recorded_cb, g_object_ref (self));
  g_signal_emit_by_name (self, "changed");
}

/* A note is kept while it is written, but not at every key. */
static void
note_cb (gpointer data)
{
  StarlingRehearseRun *self = STARLING_REHEARSE_RUN (data);

  self->note_source = 0;
  starling_rehearse_run_keep_draft (self);
}

/**
 * starling_rehearse_run_set_prompt:
 * @self: a run
 * @prompt: what is shown
 *
 * Notes that something else is shown from now on.
 */
void
starling_rehearse_run_set_prompt (StarlingRehearseRun *self,
                                  StarlingPrompt prompt)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->take == NULL || self->take->prompt == prompt
      || !starling_rehearsal_is_under_way (&self->take->clock))
    return;
  self->take->prompt = prompt;
  starling_rehearse_run_changed (self);
}

/**
 * starling_rehearse_run_set_said:
 * @self: a run
 * @step: a step
 * @phrase: a key phrase of it
 * @said: whether it was said
 *
 * Ticks or unticks a phrase.
 */
void
starling_rehearse_run_set_said (StarlingRehearseRun *self,
                                StarlingStepId step,
                                const char *phrase,
                                gboolean said)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->take == NULL
      || starling_take_has_said (self->take, step, phrase) == said)
    return;
  starling_take_set_said (self->take, step, phrase, said);
  starling_rehearse_run_changed (self);
}

/**
 * starling_rehearse_run_set_rating:
 * @self: a run
 * @dimension: a dimension of the practice sheet
 * @value: 1–4; 0: not rated
 *
 * Rates the take.
 */
void
starling_rehearse_run_set_rating (StarlingRehearseRun *self,
                                  StarlingDimension dimension,
                                  int value)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->take == NULL || self->take->rating[dimension] == value)
    return;
  self->take->rating[dimension] = value;
  starling_rehearse_run_keep_draft (self);
}

/**
 * starling_rehearse_run_rate_probe:
 * @self: a run
 * @rating: 1–4: whether the answer was nearer to the weak or the strong one;
 *   0: not rated
 *
 * Rates the answer to the probe that is compared.
 */
void
starling_rehearse_run_rate_probe (StarlingRehearseRun *self, int rating)
{
  StarlingTakeProbe *probe;

  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));
  g_return_if_fail (rating >= 0 && rating <= STARLING_MAX_RATING);

  if (self->take == NULL
      || self->take->clock.phase != STARLING_REHEARSAL_COMPARING)
    return;
  probe = starling_take_get_probe (self->take);
  if (probe == NULL || probe->rating == rating)
    return;
  probe->rating = rating;
  starling_rehearse_run_changed (self);
}

/**
 * starling_rehearse_run_set_note:
 * @self: a run
 * @note: (nullable): free text
 *
 * Notes something about the take.
 */
void
starling_rehearse_run_set_note (StarlingRehearseRun *self, const char *note)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (note != NULL && *note == '\0')
    note = NULL;
  if (self->take == NULL || g_strcmp0 (self->take->note, note) == 0)
    return;
  g_free (self->take->note);
  self->take->note = g_strdup (note);
  if (self->note_source == 0)
    self->note_source = g_timeout_add_once (NOTE_MS, note_cb, self);
}
