/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/card.h"

#include "base/day.h"

/* Rounds down, before 1970 too. */
static gint64
get_seconds (gint64 utc_ms)
{
  return utc_ms / 1000 - (utc_ms % 1000 < 0 ? 1 : 0);
}

/**
 * starling_card_record_init:
 * @self: (out caller-allocates): the record of a card that nothing was done
 *   with yet
 */
void
starling_card_record_init (StarlingCardRecord *self)
{
  *self = (StarlingCardRecord){
    .introduced_day = STARLING_NO_DAY,
    .last_day = STARLING_NO_DAY,
    .buried_day = STARLING_NO_DAY,
  };
  starling_memory_init (&self->memory, 0);
}

/**
 * starling_card_record_review:
 * @self: the record of a card
 * @scheduler: what gives it its next time
 * @name: the card's name, which fuzz depends on (DESIGN 7)
 * @at: Unix milliseconds, not before those of earlier events
 * @offset: minutes east of UTC then
 * @grade: a #StarlingGrade
 * @level: a #StarlingLevel, or -1
 *
 * Brings @self to what it is after a review. A card that was failed as often
 * as %STARLING_LEECH_LAPSES says is set aside as a leech.
 */
void
starling_card_record_review (StarlingCardRecord *self,
                             const StarlingScheduler *scheduler,
                             const char *name,
                             gint64 at,
                             int offset,
                             int grade,
                             int level)
{
  const StarlingMemory before = self->memory;
  double fuzz_factor = 0;

  if (scheduler->fuzz)
    fuzz_factor = starling_scheduler_get_fuzz_factor (
        starling_scheduler_hash_name (name), (gint64) before.reps + 1);
  starling_scheduler_review (scheduler, &before, get_seconds (at),
                             starling_day_get_shift (offset), grade,
                             fuzz_factor, &self->memory);
  self->last_at = at;
  self->last_day = starling_day_of (at, offset);
  if (before.state == STARLING_MEMORY_NEW)
    {
      self->introduced_at = self->last_at;
      self->introduced_day = self->last_day;
    }
  if (level >= 0)
    self->levels |= 1u << level;
  if (self->memory.lapses >= MAX (STARLING_LEECH_LAPSES, self->spared))
    self->leech = TRUE;
}

/**
 * starling_card_record_act:
 * @self: the record of a card
 * @action: `suspend`, `unsuspend`, `bury` or `reset`; others do nothing
 * @at: Unix milliseconds
 * @offset: minutes east of UTC then
 *
 * Brings @self to what it is after an action of the user. A card that is
 * buried waits until a later study day than that of a clock at @offset: which
 * hour that is depends on where the user is by then. Unsuspending takes back a
 * leech too, and spares it for %STARLING_LEECH_AGAIN lapses.
 */
void
starling_card_record_act (StarlingCardRecord *self,
                          const char *action,
                          gint64 at,
                          int offset)
{
  if (g_str_equal (action, "reset"))
    starling_card_record_init (self);
  else if (g_str_equal (action, "bury"))
    self->buried_day = starling_day_of (at, offset);
  else if (g_str_equal (action, "suspend"))
    self->suspended = TRUE;
  else if (g_str_equal (action, "unsuspend"))
    {
      self->suspended = FALSE;
      if (self->leech)
        self->spared = self->memory.lapses + STARLING_LEECH_AGAIN;
      self->leech = FALSE;
    }
}

/**
 * starling_card_record_is_aside:
 * @self: the record of a card
 * @today: the study day
 *
 * Returns: whether the card is not to be shown: suspended, a leech, or buried
 */
gboolean
starling_card_record_is_aside (const StarlingCardRecord *self, int today)
{
  return self->suspended || self->leech || today <= self->buried_day;
}
