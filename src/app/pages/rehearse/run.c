/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/run-private.h"

#include "pages/rehearse/draft.h"

#define SAVE_EVERY_US (5 * G_USEC_PER_SEC)

enum
{
  CHANGED,
  TICKED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingRehearseRun, starling_rehearse_run, G_TYPE_OBJECT)

static void schedule_tick (StarlingRehearseRun *self);

/* Keeps the take as it stands, or that there is none. */
void
starling_rehearse_run_keep_draft (StarlingRehearseRun *self)
{
  g_clear_handle_id (&self->note_source, g_source_remove);
  self->drafted_at = starling_rehearse_run_get_now (self);
  starling_rehearse_draft_keep (self->library, self->take);
}

/* Has the clock of the take note what happened by itself. */
gboolean
starling_rehearse_run_look (StarlingRehearseRun *self)
{
  StarlingClock *clock = starling_library_get_clock (self->library);

  return self->take != NULL
         && starling_rehearsal_update (&self->take->clock,
                                       starling_clock_get_monotonic (clock),
                                       starling_clock_get_slept (clock));
}

static void
tick_cb (gpointer data)
{
  g_autoptr (StarlingRehearseRun) self = g_object_ref (data);

  self->tick_source = 0;
  if (starling_rehearse_run_look (self))
    {
      starling_rehearse_run_changed (self);
      return;
    }
  if (starling_rehearse_run_get_now (self) - self->drafted_at >= SAVE_EVERY_US)
    starling_rehearse_run_keep_draft (self);
  schedule_tick (self);
  g_signal_emit (self, signals[TICKED], 0);
}

/* Wakes up when the next second is full, and not at all while paused. */
static void
schedule_tick (StarlingRehearseRun *self)
{
  gint64 wait
      = self->take != NULL
            ? starling_rehearsal_get_wait (&self->take->clock,
                                           starling_rehearse_run_get_now (self))
            : -1;

  g_clear_handle_id (&self->tick_source, g_source_remove);
  if (wait >= 0)
    self->tick_source
        = g_timeout_add_once ((guint) (wait / 1000 + 1), tick_cb, self);
}

void
starling_rehearse_run_changed (StarlingRehearseRun *self)
{
  schedule_tick (self);
  starling_rehearse_run_keep_draft (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
starling_rehearse_run_clear_before (StarlingRehearseRun *self)
{
  self->undo = STARLING_REHEARSE_UNDO_NONE;
  g_clear_pointer (&self->before, starling_take_free);
  g_clear_pointer (&self->before_lens, starling_lens_unref);
}

/* Puts the take aside, so that undo brings it back as it is now. */
void
starling_rehearse_run_set_before (StarlingRehearseRun *self,
                                  StarlingRehearseUndo undo)
{
  starling_rehearse_run_clear_before (self);
  self->undo = undo;
  self->before = starling_take_copy (self->take);
  self->before_lens
      = self->lens != NULL ? starling_lens_ref (self->lens) : NULL;
  self->before_ran
      = starling_rehearsal_pause (&self->before->clock,
                                  starling_rehearse_run_get_now (self));
}

static void
starling_rehearse_run_dispose (GObject *object)
{
  StarlingRehearseRun *self = STARLING_REHEARSE_RUN (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  if (self->lens != NULL && self->recording == NULL)
    starling_rehearse_run_keep_draft (self);
  g_clear_handle_id (&self->note_source, g_source_remove);
  g_clear_pointer (&self->take, starling_take_free);
  g_clear_pointer (&self->lens, starling_lens_unref);
  starling_rehearse_run_clear_before (self);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (starling_rehearse_run_parent_class)->dispose (object);
}

static guint
add_signal (GType type, const char *name, GType argument)
{
  if (argument == G_TYPE_NONE)
    return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 0);
  return g_signal_new (name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, argument);
}

static void
starling_rehearse_run_class_init (StarlingRehearseRunClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_run_dispose;

  signals[CHANGED] = add_signal (type, "changed", G_TYPE_NONE);
  signals[TICKED] = add_signal (type, "ticked", G_TYPE_NONE);
  add_signal (type, "saved", G_TYPE_STRING);
  add_signal (type, "failed", G_TYPE_STRING);
}

static void
starling_rehearse_run_init (StarlingRehearseRun *self)
{
}

/**
 * starling_rehearse_run_new:
 * @library: the library
 *
 * Returns: (transfer full): a run without a take, but for the one that was
 *   left unfinished, which has no lens yet
 */
StarlingRehearseRun *
starling_rehearse_run_new (StarlingLibrary *library)
{
  StarlingRehearseRun *self = g_object_new (STARLING_TYPE_REHEARSE_RUN, NULL);

  self->library = g_object_ref (library);
  self->take = starling_rehearse_draft_load (library);
  return self;
}

/**
 * starling_rehearse_run_get_library:
 * @self: a run
 *
 * Returns: (transfer none): its library
 */
StarlingLibrary *
starling_rehearse_run_get_library (StarlingRehearseRun *self)
{
  return self->library;
}

/**
 * starling_rehearse_run_get_take:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the take, until the next `changed`
 */
const StarlingTake *
starling_rehearse_run_get_take (StarlingRehearseRun *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_RUN (self), NULL);

  return self->take;
}

/**
 * starling_rehearse_run_get_lens:
 * @self: a run
 *
 * Returns: (transfer none) (nullable): the lens of the take; %NULL without a
 *   take, and for one that is not taken up yet
 */
StarlingLens *
starling_rehearse_run_get_lens (StarlingRehearseRun *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_RUN (self), NULL);

  return self->lens;
}

/**
 * starling_rehearse_run_get_now:
 * @self: a run
 *
 * Returns: the monotonic time that the take's clock goes by, in µs
 */
gint64
starling_rehearse_run_get_now (StarlingRehearseRun *self)
{
  return starling_clock_get_monotonic (
      starling_library_get_clock (self->library));
}

/**
 * starling_rehearse_run_is_saving:
 * @self: a run
 *
 * Returns: whether the take is on its way to the journal
 */
gboolean
starling_rehearse_run_is_saving (StarlingRehearseRun *self)
{
  return self->recording != NULL;
}

/* What the clock notes first is a change too, even where @action is refused. */
static gboolean
act (StarlingRehearseRun *self,
     gboolean (*action) (StarlingRehearsal *clock, gint64 now))
{
  gboolean noted, done;

  g_return_val_if_fail (STARLING_IS_REHEARSE_RUN (self), FALSE);

  noted = starling_rehearse_run_look (self);
  done = self->take != NULL
         && action (&self->take->clock, starling_rehearse_run_get_now (self));
  if (noted || done)
    starling_rehearse_run_changed (self);
  return done;
}

/**
 * starling_rehearse_run_next:
 * @self: a run
 *
 * Goes on to the next step or probe, and from the last to the debrief.
 *
 * Returns: whether it could
 */
gboolean
starling_rehearse_run_next (StarlingRehearseRun *self)
{
  return act (self, starling_rehearsal_next);
}

/**
 * starling_rehearse_run_back:
 * @self: a run
 *
 * Goes back a step, whose time goes on.
 *
 * Returns: whether it could
 */
gboolean
starling_rehearse_run_back (StarlingRehearseRun *self)
{
  return act (self, starling_rehearsal_back);
}

/**
 * starling_rehearse_run_pause:
 * @self: a run
 *
 * Stops the clock. One that was suspended meanwhile is stopped already.
 *
 * Returns: whether it ran, as far as anybody knew
 */
gboolean
starling_rehearse_run_pause (StarlingRehearseRun *self)
{
  gboolean ran;

  g_return_val_if_fail (STARLING_IS_REHEARSE_RUN (self), FALSE);

  ran = self->take != NULL
        && starling_rehearsal_is_running (&self->take->clock);
  act (self, starling_rehearsal_pause);
  return ran;
}

/**
 * starling_rehearse_run_resume:
 * @self: a run
 *
 * Lets the clock go on.
 *
 * Returns: whether it stood
 */
gboolean
starling_rehearse_run_resume (StarlingRehearseRun *self)
{
  return act (self, starling_rehearsal_resume);
}

/**
 * starling_rehearse_run_finish:
 * @self: a run
 *
 * Goes to the debrief. What was restarted is let go of.
 *
 * Returns: whether a take was under way
 */
gboolean
starling_rehearse_run_finish (StarlingRehearseRun *self)
{
  if (self->take != NULL
      && starling_rehearsal_is_under_way (&self->take->clock))
    starling_rehearse_run_clear_before (self);
  return act (self, starling_rehearsal_finish);
}

/**
 * starling_rehearse_run_discard:
 * @self: a run
 *
 * Throws the take away; undo brings it back.
 */
void
starling_rehearse_run_discard (StarlingRehearseRun *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->take == NULL || self->recording != NULL)
    return;
  starling_rehearse_run_set_before (self, STARLING_REHEARSE_UNDO_DISCARD);
  g_clear_pointer (&self->take, starling_take_free);
  g_clear_pointer (&self->lens, starling_lens_unref);
  starling_rehearse_run_changed (self);
}

/**
 * starling_rehearse_run_get_undo:
 * @self: a run
 *
 * Returns: what can be taken back
 */
StarlingRehearseUndo
starling_rehearse_run_get_undo (StarlingRehearseRun *self)
{
  return self->undo;
}

/**
 * starling_rehearse_run_undo:
 * @self: a run
 *
 * Brings back the take before. If its clock ran, it goes on; the time in
 * between is not its own.
 */
void
starling_rehearse_run_undo (StarlingRehearseRun *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->undo == STARLING_REHEARSE_UNDO_NONE || self->recording != NULL)
    return;
  g_clear_pointer (&self->take, starling_take_free);
  g_clear_pointer (&self->lens, starling_lens_unref);
  self->take = g_steal_pointer (&self->before);
  self->lens = g_steal_pointer (&self->before_lens);
  if (self->before_ran)
    starling_rehearsal_resume (&self->take->clock,
                               starling_rehearse_run_get_now (self));
  starling_rehearse_run_clear_before (self);
  starling_rehearse_run_changed (self);
}

/**
 * starling_rehearse_run_forget_undo:
 * @self: a run
 *
 * Lets go of what undo would bring back.
 */
void
starling_rehearse_run_forget_undo (StarlingRehearseRun *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_RUN (self));

  if (self->undo == STARLING_REHEARSE_UNDO_NONE)
    return;
  starling_rehearse_run_clear_before (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
