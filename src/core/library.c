/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

G_DEFINE_FINAL_TYPE (StarlingLibrary, starling_library, G_TYPE_OBJECT)

enum
{
  SIGNAL_SCENARIOS_CHANGED,
  SIGNAL_PROGRESS_CHANGED,
  SIGNAL_NOTICES_CHANGED,
  SIGNAL_SAVING_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static StarlingNotice *
copy_notice (const StarlingNotice *notice)
{
  StarlingNotice *copy = starling_notice_new (notice->is_error, notice->details,
                                              "%s", notice->summary);

  copy->remedy = notice->remedy;
  return copy;
}

static gboolean
notices_equal (GPtrArray *a, GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const StarlingNotice *left = g_ptr_array_index (a, i);
      const StarlingNotice *right = g_ptr_array_index (b, i);

      if (left->is_error != right->is_error || left->remedy != right->remedy
          || !g_str_equal (left->summary, right->summary)
          || g_strcmp0 (left->details, right->details) != 0)
        return FALSE;
    }
  return TRUE;
}

/* Lists all notices again, and tells if there is a change. */
static void
update_notices (StarlingLibrary *self)
{
  g_autoptr (GPtrArray) notices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_notice_free);

  for (guint i = 0; i < STARLING_N_SLOTS; i++)
    if (self->slots[i] != NULL)
      g_ptr_array_add (notices, copy_notice (self->slots[i]));
  for (guint i = 0; i < self->pack_notices->len; i++)
    g_ptr_array_add (notices,
                     copy_notice (g_ptr_array_index (self->pack_notices, i)));

  if (notices_equal (notices, self->notices))
    return;
  g_ptr_array_unref (self->notices);
  self->notices = g_steal_pointer (&notices);
  g_signal_emit (self, signals[SIGNAL_NOTICES_CHANGED], 0);
}

/**
 * starling_library_set_slot:
 * @self: a library
 * @slot: a notice that can be there but once
 * @notice: (transfer full) (nullable): what is to be told, or %NULL
 *
 * Sets or clears a notice.
 */
void
starling_library_set_slot (StarlingLibrary *self,
                           StarlingNoticeSlot slot,
                           StarlingNotice *notice)
{
  g_clear_pointer (&self->slots[slot], starling_notice_free);
  self->slots[slot] = notice;
  update_notices (self);
}

/**
 * starling_library_emit_progress:
 * @self: a library
 * @scenario: (nullable): the one scenario whose progress has changed; %NULL:
 *   it may be any
 */
void
starling_library_emit_progress (StarlingLibrary *self, const char *scenario)
{
  g_signal_emit (self, signals[SIGNAL_PROGRESS_CHANGED], 0, scenario);
}

/**
 * starling_library_emit_saving:
 * @self: a library
 *
 * Tells that what is durable, or why it is not, has changed.
 */
void
starling_library_emit_saving (StarlingLibrary *self)
{
  g_signal_emit (self, signals[SIGNAL_SAVING_CHANGED], 0);
}

/* Replaces what differs only: rows of the same scenarios stay as they are. */
static gboolean
splice_summaries (StarlingLibrary *self, GPtrArray *summaries)
{
  GListModel *model = G_LIST_MODEL (self->summaries);
  guint n_before = g_list_model_get_n_items (model);
  guint head = 0;
  guint tail = 0;

  while (head < n_before && head < summaries->len)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, head);

      if (item != g_ptr_array_index (summaries, head))
        break;
      head++;
    }
  while (head + tail < n_before && head + tail < summaries->len)
    {
      g_autoptr (GObject) item
          = g_list_model_get_item (model, n_before - tail - 1);

      if (item != g_ptr_array_index (summaries, summaries->len - tail - 1))
        break;
      tail++;
    }
  if (head == n_before && head == summaries->len)
    return FALSE;
  g_list_store_splice (self->summaries, head, n_before - head - tail,
                       summaries->pdata + head, summaries->len - head - tail);
  return TRUE;
}

/**
 * starling_library_take_stock:
 * @self: a library
 * @stock: (transfer none): what the folders hold now
 *
 * Brings summaries and notices up to date.
 */
void
starling_library_take_stock (StarlingLibrary *self, StarlingStock *stock)
{
  g_autoptr (GPtrArray) notices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_notice_free);
  g_autoptr (GPtrArray) summaries
      = starling_stock_list_summaries (stock, self->by_id, notices);
  StarlingStock *old = self->stock;
  gboolean changed = FALSE;

  self->stock = starling_stock_ref (stock);
  g_clear_pointer (&old, starling_stock_unref);
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < summaries->len; i++)
    {
      StarlingSummary *summary = g_ptr_array_index (summaries, i);

      g_hash_table_insert (self->by_id,
                           (gpointer) starling_summary_get_id (summary),
                           g_object_ref (summary));
    }
  g_ptr_array_unref (self->pack_notices);
  self->pack_notices = g_steal_pointer (&notices);

  changed = splice_summaries (self, summaries);
  if (changed)
    starling_library_drop_deck (self);
  update_notices (self);
  if (changed)
    g_signal_emit (self, signals[SIGNAL_SCENARIOS_CHANGED], 0);
}

static void
starling_library_dispose (GObject *object)
{
  StarlingLibrary *self = STARLING_LIBRARY (object);

  starling_library_stop_watching (self);
  if (self->journal != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->journal, self);
      starling_journal_close (self->journal);
      g_clear_object (&self->journal);
    }

  G_OBJECT_CLASS (starling_library_parent_class)->dispose (object);
}

static void
starling_library_finalize (GObject *object)
{
  StarlingLibrary *self = STARLING_LIBRARY (object);

  starling_library_forget_opened (self);
  g_queue_free (self->opened);
  g_hash_table_unref (self->by_id);
  g_clear_object (&self->summaries);
  g_clear_pointer (&self->stock, starling_stock_unref);
  g_clear_pointer (&self->bank, starling_bank_unref);
  g_clear_pointer (&self->catalogue, starling_catalogue_unref);
  starling_library_drop_deck (self);
  g_clear_pointer (&self->progress, starling_progress_free);
  g_ptr_array_unref (self->notices);
  g_ptr_array_unref (self->pack_notices);
  for (guint i = 0; i < STARLING_N_SLOTS; i++)
    g_clear_pointer (&self->slots[i], starling_notice_free);
  g_clear_object (&self->drafts);
  g_clear_object (&self->clock);
  g_free (self->data_dir);
  g_free (self->user_dir);
  g_free (self->snapshot_path);

  G_OBJECT_CLASS (starling_library_parent_class)->finalize (object);
}

static void
starling_library_class_init (StarlingLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = starling_library_dispose;
  object_class->finalize = starling_library_finalize;

  signals[SIGNAL_SCENARIOS_CHANGED]
      = g_signal_new ("scenarios-changed", G_TYPE_FROM_CLASS (klass),
                      G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESS_CHANGED]
      = g_signal_new ("progress-changed", G_TYPE_FROM_CLASS (klass),
                      G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                      G_TYPE_STRING);
  signals[SIGNAL_NOTICES_CHANGED]
      = g_signal_new ("notices-changed", G_TYPE_FROM_CLASS (klass),
                      G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SAVING_CHANGED]
      = g_signal_new ("saving-changed", G_TYPE_FROM_CLASS (klass),
                      G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
starling_library_init (StarlingLibrary *self)
{
  self->summaries = g_list_store_new (STARLING_TYPE_SUMMARY);
  self->by_id
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->opened = g_queue_new ();
  self->notices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_notice_free);
  self->pack_notices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_notice_free);
}

/**
 * starling_library_new:
 * @data_dir: the program's own data: catalogue.json and packs/
 * @user_dir: the user's data: the journal, packs/, stories/
 * @clock: the one that says what now is
 *
 * Returns: (transfer full): a library that is still empty
 */
StarlingLibrary *
starling_library_new (const char *data_dir,
                      const char *user_dir,
                      StarlingClock *clock)
{
  StarlingLibrary *self = NULL;

  g_return_val_if_fail (data_dir != NULL, NULL);
  g_return_val_if_fail (user_dir != NULL, NULL);
  g_return_val_if_fail (STARLING_IS_CLOCK (clock), NULL);

  self = g_object_new (STARLING_TYPE_LIBRARY, NULL);
  self->data_dir = g_canonicalize_filename (data_dir, NULL);
  self->user_dir = g_canonicalize_filename (user_dir, NULL);
  self->clock = g_object_ref (clock);
  self->journal = starling_journal_new (self->user_dir);
  self->progress = starling_progress_new_for_ledger (
      starling_journal_get_ledger (self->journal));
  starling_library_connect_journal (self);
  self->drafts = starling_drafts_new (self->user_dir);
  return self;
}

/**
 * starling_library_get_clock:
 * @self: a library
 *
 * Returns: (transfer none): the clock
 */
StarlingClock *
starling_library_get_clock (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->clock;
}

/**
 * starling_library_get_catalogue:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): the catalogue; %NULL before it is
 *   loaded
 */
StarlingCatalogue *
starling_library_get_catalogue (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->catalogue;
}

/**
 * starling_library_get_summaries:
 * @self: a library
 *
 * Returns: (transfer none): all scenarios, in the catalogue's order of their
 *   principles; kept up to date
 */
GListModel *
starling_library_get_summaries (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return G_LIST_MODEL (self->summaries);
}

/**
 * starling_library_find_summary:
 * @self: a library
 * @id: a scenario's id
 *
 * Returns: (transfer none) (nullable): its summary
 */
StarlingSummary *
starling_library_find_summary (StarlingLibrary *self, const char *id)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

/**
 * starling_library_get_progress:
 * @self: a library
 *
 * Returns: (transfer none): what the user has done so far; kept up to date
 */
StarlingProgress *
starling_library_get_progress (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->progress;
}

/**
 * starling_library_get_drafts:
 * @self: a library
 *
 * Returns: (transfer none): the user's work in progress
 */
StarlingDrafts *
starling_library_get_drafts (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->drafts;
}

/**
 * starling_library_set_cache_dir:
 * @self: a library that is not loaded yet
 * @cache_dir: a folder that may be deleted at any time; it need not exist
 *
 * Keeps there what was derived from a long journal, so that the next start
 * takes less time. Without a folder, it is derived each time.
 */
void
starling_library_set_cache_dir (StarlingLibrary *self, const char *cache_dir)
{
  g_return_if_fail (STARLING_IS_LIBRARY (self));
  g_return_if_fail (cache_dir != NULL);

  g_free (self->snapshot_path);
  self->snapshot_path = g_build_filename (cache_dir, "journal.snapshot", NULL);
  starling_journal_set_cache (self->journal, self->snapshot_path);
}

/**
 * starling_library_get_user_dir:
 * @self: a library
 *
 * Returns: (transfer none): the folder of the user's data
 */
const char *
starling_library_get_user_dir (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->user_dir;
}

/**
 * starling_library_get_data_dir:
 * @self: a library
 *
 * Returns: (transfer none): the folder of the program's own data
 */
const char *
starling_library_get_data_dir (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->data_dir;
}

/**
 * starling_library_get_notices:
 * @self: a library
 *
 * Returns: (transfer none) (element-type StarlingNotice): what the user should
 *   know of; valid until `notices-changed`
 */
GPtrArray *
starling_library_get_notices (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->notices;
}
