/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

#define RECENT_DAYS 14

/* Which of the cards are those of one scenario. */
typedef struct
{
  guint first;
  guint n;
} Range;

/* All cards there are, with what the journal says of them. */
struct _StarlingLibraryDeck
{
  StarlingDeck deck;
  GPtrArray *summaries; /* (element-type StarlingSummary): own the names */
  GArray *cards;        /* (element-type StarlingDeckCard) */
  GHashTable *by_name;  /* name → GUINT_TO_POINTER (index) */
  GHashTable *ranges;   /* scenario id → Range */
  guint64 serial;       /* of the progress that the records are from */
};

/**
 * starling_library_deck_free:
 * @self: (transfer full): a deck
 */
void
starling_library_deck_free (StarlingLibraryDeck *self)
{
  g_ptr_array_unref (self->summaries);
  g_array_unref (self->cards);
  g_hash_table_unref (self->by_name);
  g_hash_table_unref (self->ranges);
  g_free (self);
}

/* Takes over what the journal says of the cards of a scenario now. */
static void
refresh_range (StarlingLibraryDeck *self,
               StarlingProgress *progress,
               const Range *range)
{
  for (guint i = range->first; i < range->first + range->n; i++)
    {
      StarlingDeckCard *card
          = &g_array_index (self->cards, StarlingDeckCard, i);
      const StarlingCardRecord *record
          = starling_progress_get_card (progress, card->name);

      if (record != NULL)
        card->record = *record;
      else
        starling_card_record_init (&card->record);
    }
}

static void
add_summary (StarlingLibraryDeck *self, StarlingSummary *summary)
{
  GPtrArray *cards = starling_summary_get_cards (summary);
  Range *range = g_new (Range, 1);

  range->first = self->cards->len;
  range->n = cards->len;
  for (guint i = 0; i < cards->len; i++)
    {
      const StarlingCard *card = g_ptr_array_index (cards, i);
      const StarlingDeckCard added = {
        .name = card->name,
        .scenario = self->summaries->len,
        .principle = starling_summary_get_principle (summary),
        .kind = card->kind,
        .levels = card->levels,
      };

      g_hash_table_insert (self->by_name, card->name,
                           GUINT_TO_POINTER (self->cards->len));
      g_array_append_val (self->cards, added);
    }
  g_hash_table_insert (self->ranges,
                       (gpointer) starling_summary_get_id (summary), range);
  g_ptr_array_add (self->summaries, g_object_ref (summary));
}

/* A deck of all scenarios, without records. */
static StarlingLibraryDeck *
deck_new (GListModel *summaries)
{
  StarlingLibraryDeck *self = g_new0 (StarlingLibraryDeck, 1);

  self->summaries = g_ptr_array_new_with_free_func (g_object_unref);
  self->cards = g_array_new (FALSE, FALSE, sizeof (StarlingDeckCard));
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->ranges = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      add_summary (self, summary);
    }
  self->deck.cards = (gpointer) self->cards->data;
  self->deck.n_cards = self->cards->len;
  return self;
}

static void
refresh_all (StarlingLibraryDeck *self, StarlingProgress *progress)
{
  const Range all = { 0, self->cards->len };

  refresh_range (self, progress, &all);
}

/* Takes over what has changed since the last time. */
static void
refresh (StarlingLibraryDeck *self, StarlingProgress *progress)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();

  if (!starling_progress_find_changes (progress, self->serial, changed))
    refresh_all (self, progress);
  for (guint i = 0; i < changed->len; i++)
    {
      const Range *range
          = g_hash_table_lookup (self->ranges, g_ptr_array_index (changed, i));

      if (range != NULL)
        refresh_range (self, progress, range);
    }
}

static StarlingLibraryDeck *
ensure_deck (StarlingLibrary *self)
{
  if (self->deck == NULL)
    {
      self->deck = deck_new (G_LIST_MODEL (self->summaries));
      refresh_all (self->deck, self->progress);
    }
  else
    refresh (self->deck, self->progress);
  self->deck->serial = starling_progress_get_serial (self->progress);
  return self->deck;
}

/**
 * starling_library_get_deck:
 * @self: a library
 *
 * Returns: (transfer none): all cards there are, as they stand now; valid
 *   until the library's progress or its scenarios change
 */
const StarlingDeck *
starling_library_get_deck (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return &ensure_deck (self)->deck;
}

/**
 * starling_library_find_card:
 * @self: a library
 * @name: a card's name
 *
 * Returns: (transfer none) (nullable): that card as it stands now, if a
 *   scenario has it; valid as long as the deck
 */
const StarlingDeckCard *
starling_library_find_card (StarlingLibrary *self, const char *name)
{
  StarlingLibraryDeck *deck = NULL;
  gpointer index = NULL;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  deck = ensure_deck (self);
  if (!g_hash_table_lookup_extended (deck->by_name, name, NULL, &index))
    return NULL;
  return &deck->deck.cards[GPOINTER_TO_UINT (index)];
}

/* When the study day @today is over: the next 04:00 of local time. */
static gint64
find_tomorrow (StarlingClock *clock, int today, int offset)
{
  gint64 tomorrow = starling_day_get_start (today + 1, offset);

  /* Summer time may begin or end before. */
  for (guint i = 0; i < 2; i++)
    tomorrow
        = starling_day_get_start (today + 1,
                                  starling_clock_get_offset (clock, tomorrow));
  return tomorrow;
}

/* What was done today, and lately. */
static void
set_history (StarlingPlanInput *out, StarlingProgress *progress)
{
  guint n_days = 0;
  const StarlingActivity *days = starling_progress_get_days (progress, &n_days);
  const StarlingActivity *today
      = starling_activity_find (days, n_days, out->today);

  out->last_day = STARLING_NO_DAY;
  if (today != NULL)
    {
      out->new_done = today->n_new;
      out->reviews_done = today->n_due;
    }
  for (guint i = 0; i < n_days && days[i].day < out->today; i++)
    {
      int ago = out->today - days[i].day;

      if (starling_activity_count_reviews (&days[i]) == 0)
        continue;
      if (out->last_day == STARLING_NO_DAY)
        out->recent_days = (guint) MIN (ago, RECENT_DAYS);
      if (ago <= RECENT_DAYS)
        out->recent_studied++;
      out->last_day = days[i].day;
    }
}

/**
 * starling_library_get_plan_input:
 * @self: a loaded library
 * @level: a #StarlingLevel, or -1 for cards of all levels
 * @out: (out caller-allocates): what the plan of this day follows from, by the
 *   library's clock
 *
 * Days of study are those with reviews of cards: takes and quizzes do not
 * count.
 */
void
starling_library_get_plan_input (StarlingLibrary *self,
                                 int level,
                                 StarlingPlanInput *out)
{
  g_return_if_fail (STARLING_IS_LIBRARY (self));
  g_return_if_fail (out != NULL);

  *out = (StarlingPlanInput){ .level = level };
  out->now = starling_clock_get_utc (self->clock);
  out->offset = starling_clock_get_offset (self->clock, out->now);
  out->today = starling_day_of (out->now, out->offset);
  out->tomorrow = find_tomorrow (self->clock, out->today, out->offset);
  starling_progress_get_settings (self->progress, &out->settings);
  starling_progress_get_goal (self->progress, self->catalogue, &out->goal);
  set_history (out, self->progress);
}

/**
 * starling_library_rewind:
 * @self: a loaded library
 *
 * Leaves out of the progress whatever is later than the library's clock says
 * now, for programs that look at a time and only read: they must not record
 * anything afterwards.
 */
void
starling_library_rewind (StarlingLibrary *self)
{
  StarlingProgress *progress = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));

  progress
      = starling_progress_copy_until (self->progress,
                                      starling_clock_get_utc (self->clock));
  starling_library_drop_deck (self);
  starling_progress_free (self->progress);
  self->progress = progress;
  starling_library_emit_progress (self, NULL);
}

/**
 * starling_library_drop_deck:
 * @self: a library
 *
 * Says that there are other scenarios now: the deck is to be made again.
 */
void
starling_library_drop_deck (StarlingLibrary *self)
{
  g_clear_pointer (&self->deck, starling_library_deck_free);
}
