/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/time-call.h"

#include "sound.h"

/**
 * starling_rehearse_tell_time:
 * @bar: the buttons, one of which has the focus
 * @ring: the clock
 * @target: seconds wanted
 * @before: seconds that were left when last shown
 * @left: seconds left now; negative: over
 *
 * Tells what was passed in between: to the ear at half, at ten seconds and at
 * zero, to the eye at the target and at half as much again.
 */
void
starling_rehearse_tell_time (StarlingRehearseBar *bar,
                             StarlingRing *ring,
                             int target,
                             int before,
                             int left)
{
  starling_rehearse_bar_call (
      bar, starling_rehearsal_get_call (target, before, left), left);
  if (starling_rehearsal_get_nudge (target, left)
      > starling_rehearsal_get_nudge (target, before))
    {
      starling_ring_pulse (ring);
      starling_sound_nudge (GTK_WIDGET (ring));
    }
}
