/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

#include <string.h>

#define DAY_MS (G_GINT64_CONSTANT (24) * 3600 * 1000)
#define MINUTE_MS (60 * 1000)

/* A study day begins at 04:00 of local time. */
#define DAY_START_MS (4 * 60 * MINUTE_MS)

/**
 * starling_progress_find_voids:
 * @undos: (element-type StarlingEvent): all undo events
 *
 * An event is void exactly when a live undo names it. An undo that is reached
 * by going from undo to undo along `of` beginning with itself (a cycle) has
 * no effect. Works from the undos that no undo names to those that they name,
 * so that a long chain takes neither stack nor time.
 *
 * Returns: (transfer full) (element-type utf8): the ids of void events; they
 *   belong to the events
 */
GHashTable *
starling_progress_find_voids (GPtrArray *undos)
{
  GHashTable *voids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) namers = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) ready = g_ptr_array_new ();

  for (guint i = 0; i < undos->len; i++)
    {
      StarlingEvent *undo = g_ptr_array_index (undos, i);

      g_hash_table_insert (by_id, undo->id, undo);
    }
  for (guint i = 0; i < undos->len; i++)
    {
      StarlingEvent *undo = g_ptr_array_index (undos, i);
      gpointer target = g_hash_table_lookup (by_id, undo->of);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (namers, target));

      if (target != NULL)
        g_hash_table_insert (namers, target, GUINT_TO_POINTER (n + 1));
    }
  for (guint i = 0; i < undos->len; i++)
    if (!g_hash_table_contains (namers, g_ptr_array_index (undos, i)))
      g_ptr_array_add (ready, g_ptr_array_index (undos, i));

  while (ready->len > 0)
    {
      StarlingEvent *undo
          = g_ptr_array_steal_index_fast (ready, ready->len - 1);
      gpointer target = g_hash_table_lookup (by_id, undo->of);
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (namers, target));

      if (!g_hash_table_contains (voids, undo->id))
        g_hash_table_add (voids, undo->of);
      if (target == NULL)
        continue;
      g_hash_table_insert (namers, target, GUINT_TO_POINTER (n - 1));
      if (n == 1)
        g_ptr_array_add (ready, target);
    }
  return voids;
}

/**
 * starling_progress_next_day:
 * @utc_ms: Unix milliseconds
 * @offset: minutes east of UTC
 *
 * Returns: when the study day after the one of @utc_ms begins: the next 04:00
 *   of a clock at @offset, in Unix milliseconds
 */
gint64
starling_progress_next_day (gint64 utc_ms, int offset)
{
  gint64 shift
      = offset == STARLING_OFFSET_UNSET ? 0 : (gint64) offset * MINUTE_MS;
  gint64 local = utc_ms + shift - DAY_START_MS;
  gint64 day = local / DAY_MS - (local % DAY_MS < 0 ? 1 : 0);

  return (day + 1) * DAY_MS + DAY_START_MS - shift;
}

/* When a card is due, as far as its events tell. */
typedef struct
{
  gboolean graded;
  gboolean suspended;
  gint64 due; /* Unix ms */
} CardState;

static void
card_state_apply (CardState *state, const StarlingEvent *event)
{
  gint64 next = starling_progress_next_day (event->at, event->offset);

  if (event->type == STARLING_EVENT_REVIEW)
    {
      state->graded = TRUE;
      state->due = next;
    }
  else if (g_str_equal (event->action, "reset"))
    *state = (CardState){ 0 };
  else if (g_str_equal (event->action, "bury"))
    state->due = MAX (state->due, next);
  else
    state->suspended = g_str_equal (event->action, "suspend");
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * starling_progress_find_due:
 * @live: (element-type StarlingEvent): the events that count, in order
 * @now: Unix milliseconds
 *
 * Returns: (transfer full) (element-type utf8): see
 *   starling_progress_get_due_cards()
 */
GPtrArray *
starling_progress_find_due (GPtrArray *live, gint64 now)
{
  g_autoptr (GHashTable) cards
      = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GPtrArray *due = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer name = NULL;
  gpointer value = NULL;

  for (guint i = 0; i < live->len; i++)
    {
      StarlingEvent *event = g_ptr_array_index (live, i);
      CardState *state = NULL;

      if (event->card == NULL)
        continue;
      state = g_hash_table_lookup (cards, event->card);
      if (state == NULL)
        {
          state = g_new0 (CardState, 1);
          g_hash_table_insert (cards, event->card, state);
        }
      card_state_apply (state, event);
    }

  g_hash_table_iter_init (&iter, cards);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      const CardState *state = value;

      if (state->graded && !state->suspended && now >= state->due)
        g_ptr_array_add (due, g_strdup (name));
    }
  g_ptr_array_sort (due, compare_names_cb);
  return due;
}
