/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/run-private.h"

/* Draws the probes of a take: the least practised first. */
static GStrv
draw_probes (StarlingRehearseRun *self, guint wanted)
{
  StarlingProgress *progress = starling_library_get_progress (self->library);
  const StarlingScenario *scenario = self->lens->scenario;
  guint n = scenario->probes->len;
  g_autofree guint *practised = g_new (guint, n);
  g_autofree guint *order = g_new (guint, n);
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < n; i++)
    {
      StarlingProbe *probe = g_ptr_array_index (scenario->probes, i);

      practised[i]
          = starling_progress_count_probe (progress, scenario->id, probe->id);
    }
  n = starling_rehearsal_draw_probes (practised, n, wanted,
                                      ((guint64) g_random_int () << 32)
                                          | g_random_int (),
                                      order);
  for (guint i = 0; i < n; i++)
    {
      StarlingProbe *probe = g_ptr_array_index (scenario->probes, order[i]);

      g_strv_builder_add (ids, probe->id);
    }
  return g_strv_builder_end (ids);
}

/* Puts a take of the lens in the place of the one there is; it begins now. */
static void
start_take (StarlingRehearseRun *self, const StarlingRehearseOptions *options)
{
  StarlingClock *clock = starling_library_get_clock (self->library);
  StarlingTake *take = starling_take_new (self->lens, options->prompt,
                                          starling_clock_get_utc (clock));
  g_auto (GStrv) probes = draw_probes (self, options->n_probes);

  take->id = g_uuid_string_random ();
  starling_take_set_probes (take, (const char *const *) probes,
                            options->probe_ms);
  if (options->loop != NULL)
    starling_take_set_loop (take, options->loop, options->slot);
  starling_take_set_question (take, options->question);
  starling_rehearsal_set_lead_in (&take->clock, options->lead_in_ms);
  g_clear_pointer (&self->take, starling_take_free);
  self->take = take;
  starling_rehearsal_start (&take->clock, starling_rehearse_run_get_now (self));
  starling_rehearse_run_look (self);
  starling_rehearse_run_changed (self);
}

/**
 * starling_rehearse_run_begin:
 * @self: a run
 * @lens: what to rehearse
 * @options: how
 *
 * Starts a take at once. One that was not saved can be brought back by undo.
 */
void
starling_rehearse_run_begin (StarlingRehearseRun *self,
                             StarlingLens *lens,
                             const StarlingRehearseOptions *options)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));
  g_return_if_fail (self->recording == NULL);

  if (self->take != NULL)
    starling_rehearse_run_set_before (self, STARLING_REHEARSE_UNDO_REPLACE);
  else
    starling_rehearse_run_clear_before (self);
  g_clear_pointer (&self->lens, starling_lens_unref);
  self->lens = starling_lens_ref (lens);
  start_take (self, options);
}

/**
 * starling_rehearse_run_take_up:
 * @self: a run with a take that has no lens
 * @lens: the lens that it was made with
 *
 * Goes on with a take that was left unfinished; its clock stays paused.
 */
void
starling_rehearse_run_take_up (StarlingRehearseRun *self, StarlingLens *lens)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));
  g_return_if_fail (self->take != NULL);

  g_clear_pointer (&self->lens, starling_lens_unref);
  self->lens = starling_lens_ref (lens);
  g_signal_emit_by_name (self, "changed");
}

/**
 * starling_rehearse_run_restart:
 * @self: a run
 *
 * Begins the take anew; undo brings the old one back.
 */
void
starling_rehearse_run_restart (StarlingRehearseRun *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->take == NULL || self->lens == NULL || self->recording != NULL)
    return;
  starling_rehearse_run_set_before (self, STARLING_REHEARSE_UNDO_RESTART);
  start_take (self, &(StarlingRehearseOptions){
                        .prompt = self->take->prompt,
                        .lead_in_ms = self->take->clock.lead_in_ms,
                        .n_probes = self->take->clock.n_probes,
                        .probe_ms = self->take->clock.probe_target_ms,
                        .loop = self->take->loop,
                        .slot = self->take->slot,
                        .question = self->take->question,
                    });
}
