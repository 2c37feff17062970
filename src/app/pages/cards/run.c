/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/run.h"

#include "pages/cards/run-private.h"

#include <string.h>

/* Somebody may write a story again and again. */
#define MAX_REOPENINGS 3

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingCardsRun, starling_cards_run, G_TYPE_OBJECT)

StarlingLibrary *
starling_cards_run_get_library (StarlingCardsRun *self)
{
  return starling_session_get_library (self->session);
}

static StarlingClock *
get_clock (StarlingCardsRun *self)
{
  return starling_library_get_clock (starling_cards_run_get_library (self));
}

/* Unix ms */
gint64
starling_cards_run_now (StarlingCardsRun *self)
{
  return starling_clock_get_utc (get_clock (self));
}

static char *
dup_scenario (const char *card)
{
  return g_strndup (card, strcspn (card, "#"));
}

/* Whether the scenario of @card is in the scope. */
gboolean
starling_cards_run_has_in_scope (StarlingCardsRun *self, const char *card)
{
  g_autofree char *id = dup_scenario (card);
  StarlingSummary *summary
      = starling_library_find_summary (starling_cards_run_get_library (self),
                                       id);

  return summary != NULL
         && starling_session_is_in_scope (self->session, summary);
}

/* A #StarlingDeckFilter; @user_data is a #StarlingCardsFilter. */
gboolean
starling_cards_run_filter (const StarlingDeckCard *card, gpointer user_data)
{
  StarlingCardsFilter *filter = user_data;

  if (!filter->is_known || filter->scenario != card->scenario)
    {
      filter->is_known = TRUE;
      filter->scenario = card->scenario;
      filter->is_in = starling_cards_run_has_in_scope (filter->run, card->name);
    }
  return filter->is_in;
}

/* How many cards the scope has at the level, set aside or not. */
static guint
count_cards (StarlingCardsRun *self, const StarlingDeck *deck, int level)
{
  StarlingCardsFilter filter = { .run = self };
  guint n = 0;

  for (guint i = 0; i < deck->n_cards; i++)
    n += (deck->cards[i].levels & (1u << level)) != 0
         && starling_cards_run_filter (&deck->cards[i], &filter);
  return n;
}

/* A new day, or another scope, begins a session of its own. */
static void
begin_session (StarlingCardsRun *self)
{
  self->new_goal = 0;
  self->extra_reviews = 0;
  g_hash_table_remove_all (self->done);
  self->done_ms = 0;
}

/* Whether the journal says something else of the card on screen than when it
 * was put there. */
gboolean
starling_cards_run_has_changed (StarlingCardsRun *self)
{
  const StarlingDeckCard *card = NULL;

  if (self->card != NULL)
    card = starling_library_find_card (starling_cards_run_get_library (self),
                                       self->card);
  return card != NULL
         && (card->record.last_at != self->record.last_at
             || card->record.memory.reps != self->record.memory.reps
             || card->record.buried_day != self->record.buried_day
             || card->record.suspended != self->record.suspended
             || card->record.leech != self->record.leech);
}

/* Keeps the card on screen in a new queue, unless it has no text at the level
 * any more, or was graded or set aside elsewhere. */
static void
keep_card (StarlingCardsRun *self)
{
  const StarlingDeckCard *card = NULL;

  if (self->card != NULL)
    card = starling_library_find_card (starling_cards_run_get_library (self),
                                       self->card);
  if (card != NULL && (card->levels & (1u << self->input.level)) != 0
      && !starling_cards_run_has_changed (self))
    starling_review_queue_put_back (self->queue, self->card, &card->record,
                                    self->input.now);
}

/* The queue of the scope; with as many new cards as the user asked for. */
static StarlingReviewQueue *
make_queue (StarlingCardsRun *self, const StarlingDeck *deck)
{
  StarlingCardsFilter filter = { .run = self };
  guint counts[STARLING_N_PILES];
  gint64 n_more = 0;
  g_autoptr (StarlingReviewQueue) queue
      = starling_review_queue_new (&self->input, deck,
                                   starling_cards_run_filter, &filter, 0);

  starling_review_queue_count (queue, counts);
  n_more = (gint64) self->new_goal - self->input.new_done
           - counts[STARLING_PILE_NEW];
  if (n_more <= 0)
    return g_steal_pointer (&queue);
  return starling_review_queue_new (&self->input, deck,
                                    starling_cards_run_filter, &filter,
                                    (guint) n_more);
}

/* Makes the queue from what stands now. */
void
starling_cards_run_build (StarlingCardsRun *self)
{
  StarlingLibrary *library = starling_cards_run_get_library (self);
  const StarlingDeck *deck = starling_library_get_deck (library);
  int level = (int) starling_session_get_level (self->session);
  int day = self->input.today;
  g_autoptr (StarlingReviewQueue) before = NULL;
  guint counts[STARLING_N_PILES];
  StarlingPlan plan;

  starling_library_get_plan_input (library, level, &self->input);
  if (self->queue == NULL || day != self->input.today
      || g_strcmp0 (self->scope, starling_session_get_scope (self->session))
             != 0)
    begin_session (self);
  self->input.settings.reviews_per_day += (int) self->extra_reviews;
  g_free (self->scope);
  self->scope = g_strdup (starling_session_get_scope (self->session));

  before = self->queue;
  self->queue = make_queue (self, deck);
  if (before != NULL)
    starling_review_queue_continue (self->queue, before);
  self->n_cards = count_cards (self, deck, level);
  starling_plan_make (&self->input, deck, &plan);
  starling_review_queue_count (self->queue, counts);
  self->n_portion = 0;
  if (plan.in_portions && self->input.reviews_done == 0
      && starling_review_queue_get_n_waiting (self->queue) > 0)
    self->n_portion = counts[STARLING_PILE_DUE] + counts[STARLING_PILE_NEW]
                      + counts[STARLING_PILE_LEARNING];
  self->is_stale = FALSE;
  keep_card (self);
  starling_review_queue_advance (self->queue, self->input.now);
}

static const StarlingProbe *
find_probe (const StarlingScenario *scenario, const char *id)
{
  for (guint i = 0; i < scenario->probes->len; i++)
    {
      const StarlingProbe *probe = g_ptr_array_index (scenario->probes, i);

      if (strcmp (probe->id, id) == 0)
        return probe;
    }
  return NULL;
}

/* Finds the part of the story that a card is about. */
static gboolean
find_part (StarlingCardsRun *self, const char *card)
{
  StarlingCardView *view = &self->view;
  const char *key = NULL;
  gsize length;

  if (!starling_card_parse (card, &length, &view->kind, &key))
    return FALSE;
  switch (view->kind)
    {
    case STARLING_CARD_STEP:
      return starling_step_from_id (key, &view->step)
             && self->lens->steps[view->step].n_passages > 0;
    case STARLING_CARD_PROBE:
      view->probe = find_probe (self->scenario, key);
      return view->probe != NULL;
    case STARLING_CARD_WEAK:
      return self->scenario->weak_text != NULL;
    case STARLING_CARD_ANGLE:
    default:
      view->angle = starling_scenario_find_angle (
          self->scenario,
          starling_catalogue_find_principle (self->lens->catalogue, key));
      return view->angle != NULL;
    }
}

/* Opens @card through the lens. */
static gboolean
open_card (StarlingCardsRun *self, const char *card)
{
  StarlingLibrary *library = starling_cards_run_get_library (self);
  g_autofree char *id = dup_scenario (card);
  StarlingScenario *scenario
      = starling_library_open_scenario (library, id, NULL);

  self->view = (StarlingCardView){ 0 };
  g_clear_pointer (&self->lens, starling_lens_unref);
  g_clear_pointer (&self->scenario, starling_scenario_unref);
  if (scenario == NULL)
    return FALSE;
  self->scenario = scenario;
  self->lens
      = starling_lens_new (starling_library_get_catalogue (library), scenario,
                           starling_session_get_level (self->session),
                           starling_session_get_wanted_angle (self->session));
  self->view.lens = self->lens;
  return find_part (self, card);
}

/* Opens the first card of the queue; those that cannot be opened are left
 * out. */
static void
open_first (StarlingCardsRun *self)
{
  const char *next;

  while ((next = starling_review_queue_get_current (self->queue)) != NULL)
    {
      g_autofree char *name = g_strdup (next);
      StarlingCardRecord gone;

      if (open_card (self, name))
        return;
      starling_card_record_init (&gone);
      gone.suspended = TRUE;
      starling_review_queue_settle (self->queue, name, &gone,
                                    starling_cards_run_now (self));
      starling_review_queue_advance (self->queue,
                                     starling_cards_run_now (self));
    }
}

/* Puts the first card of the queue on screen. A card that is there already
 * stays as it is. Opening a story whose file has changed reads all packs anew:
 * then the queue is made again, but not before it has been opened. */
void
starling_cards_run_open (StarlingCardsRun *self)
{
  const StarlingDeckCard *card = NULL;
  const char *next;

  self->is_opening = TRUE;
  self->is_read_anew = FALSE;
  open_first (self);
  for (guint i = 0; self->is_read_anew && i < MAX_REOPENINGS; i++)
    {
      self->is_read_anew = FALSE;
      starling_cards_run_build (self);
      open_first (self);
    }
  self->is_opening = FALSE;

  next = starling_review_queue_get_current (self->queue);
  if (g_strcmp0 (next, self->card) != 0)
    {
      g_free (self->card);
      self->card = g_strdup (next);
      self->shown = FALSE;
      self->spent = 0;
      self->since = starling_clock_get_monotonic (get_clock (self));
    }
  if (self->card != NULL)
    card = starling_library_find_card (starling_cards_run_get_library (self),
                                       self->card);
  if (card != NULL)
    self->record = card->record;
}

static void
scenarios_changed_cb (StarlingCardsRun *self)
{
  self->is_stale = TRUE;
  if (self->is_opening)
    self->is_read_anew = TRUE;
  else
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
starling_cards_run_dispose (GObject *object)
{
  StarlingCardsRun *self = STARLING_CARDS_RUN (object);

  g_clear_pointer (&self->queue, starling_review_queue_free);
  g_clear_pointer (&self->lens, starling_lens_unref);
  g_clear_pointer (&self->scenario, starling_scenario_unref);
  g_clear_pointer (&self->deeds, g_ptr_array_unref);
  g_clear_pointer (&self->done, g_hash_table_unref);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->card, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_cards_run_parent_class)->dispose (object);
}

static void
starling_cards_run_class_init (StarlingCardsRunClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = starling_cards_run_dispose;

  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", STARLING_TYPE_CARDS_RUN, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
starling_cards_run_init (StarlingCardsRun *self)
{
  self->deeds = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_cards_deed_free);
  self->done = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * starling_cards_run_new:
 * @session: its scope, level and angle are those of the cards
 *
 * Returns: (transfer full): a run without a queue, see
 *   starling_cards_run_follow()
 */
StarlingCardsRun *
starling_cards_run_new (StarlingSession *session)
{
  StarlingCardsRun *self = g_object_new (STARLING_TYPE_CARDS_RUN, NULL);
  StarlingLibrary *library = starling_session_get_library (session);

  self->session = g_object_ref (session);
  g_signal_connect_object (library, "progress-changed",
                           G_CALLBACK (starling_cards_run_progress_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (library, "scenarios-changed",
                           G_CALLBACK (scenarios_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  return self;
}
