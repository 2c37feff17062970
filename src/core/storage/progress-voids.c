/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/progress-private.h"

/*
 * An event is void exactly when a live undo names it. An undo that is reached
 * by going from undo to undo along `of` beginning with itself (a cycle) has
 * no effect.
 */

#define KEY(number) GUINT_TO_POINTER (number)

static guint
get_count (GHashTable *counts, guint number)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, KEY (number)));
}

static void
set_count (GHashTable *counts, guint number, guint n)
{
  g_hash_table_insert (counts, KEY (number), GUINT_TO_POINTER (n));
}

/* Changes how many live undos name an event; returns how many it were. */
static guint
count_namer (GHashTable *voids, guint number, gboolean live)
{
  guint n = get_count (voids, number);

  if (live)
    set_count (voids, number, n + 1);
  else if (n > 1)
    set_count (voids, number, n - 1);
  else
    g_hash_table_remove (voids, KEY (number));
  return n;
}

/* The number of what an undo names; only while the ledger is locked. */
static guint
get_target (StarlingProgress *self, guint undo)
{
  return starling_ledger_get (self->ledger, undo)->about;
}

static guint
get_undo (StarlingProgress *self, guint index)
{
  return g_array_index (self->undos, guint32, index);
}

/* Of each event that is an undo, how many undos name it. */
static GHashTable *
count_namers (StarlingProgress *self)
{
  GHashTable *namers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < self->undos->len; i++)
    set_count (namers, get_undo (self, i), 0);
  for (guint i = 0; i < self->undos->len; i++)
    {
      guint target = get_target (self, get_undo (self, i));

      if (g_hash_table_contains (namers, KEY (target)))
        set_count (namers, target, get_count (namers, target) + 1);
    }
  return namers;
}

/*
 * Finds all void events. Works from the undos that no undo names to those that
 * they name, so that a long chain takes neither stack nor time.
 */
static GHashTable *
find_voids (StarlingProgress *self)
{
  GHashTable *voids = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) namers = count_namers (self);
  g_autoptr (GArray) ready = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < self->undos->len; i++)
    if (get_count (namers, get_undo (self, i)) == 0)
      g_array_append_val (ready, g_array_index (self->undos, guint32, i));

  while (ready->len > 0)
    {
      guint32 undo = g_array_index (ready, guint32, ready->len - 1);
      guint32 target = get_target (self, undo);
      guint n = get_count (namers, target);

      g_array_set_size (ready, ready->len - 1);
      if (!g_hash_table_contains (voids, KEY (undo)))
        count_namer (voids, target, TRUE);
      if (!g_hash_table_contains (namers, KEY (target)))
        continue;
      set_count (namers, target, n - 1);
      if (n == 1)
        g_array_append_val (ready, target);
    }
  return voids;
}

/* Whether an event is an undo that counts: the ledger may have others, which
 * are yet to be added to the progress. */
static gboolean
is_undo (StarlingProgress *self, guint number)
{
  return starling_ledger_get (self->ledger, number)->type == STARLING_EVENT_UNDO
         && starling_ledger_has_mark (self->ledger, number,
                                      STARLING_LEDGER_COUNTED);
}

/* Goes from undo to undo as far as they count; %TRUE if that ends, at @end. */
static gboolean
follow (StarlingProgress *self, guint number, guint *end)
{
  guint steps = 0;

  while (is_undo (self, number))
    {
      /* More steps than there are undos: a cycle. */
      if (steps++ > self->undos->len)
        return FALSE;
      number = get_target (self, number);
    }
  *end = number;
  return TRUE;
}

/**
 * starling_progress_find_end:
 * @self: progress
 * @number: of an event
 *
 * Returns: the number of the event that an undo reaches through other undos,
 *   which is the only one besides undos that it can change; @number itself if
 *   it is no undo; %STARLING_LEDGER_NONE if it reaches none that counts
 */
guint
starling_progress_find_end (StarlingProgress *self, guint number)
{
  guint end = STARLING_LEDGER_NONE;

  starling_ledger_lock (self->ledger);
  if (!follow (self, number, &end)
      || !starling_ledger_has_mark (self->ledger, end, STARLING_LEDGER_COUNTED))
    end = STARLING_LEDGER_NONE;
  starling_ledger_unlock (self->ledger);
  return end;
}

/* Changes what is void along the chain of undos that @undo begins. */
static void
pass_along (StarlingProgress *self, guint undo)
{
  gboolean live = TRUE;

  while (is_undo (self, undo))
    {
      guint target = get_target (self, undo);
      guint n = count_namer (self->voids, target, live);

      /* Others that are live name it too: nothing changes for it. */
      if (n != (live ? 0 : 1))
        break;
      live = !live;
      undo = target;
    }
}

/**
 * starling_progress_file_undo:
 * @self: progress that has @undo among its events already
 * @undo: the number of an undo
 *
 * Brings what is void up to date: along the chain of undos that @undo names,
 * as far as anything changes.
 */
void
starling_progress_file_undo (StarlingProgress *self, guint undo)
{
  guint end = 0;
  guint32 number = undo;

  g_array_append_val (self->undos, number);
  if (self->voids == NULL)
    return;
  starling_ledger_lock (self->ledger);
  if (!follow (self, undo, &end))
    g_clear_pointer (&self->voids, g_hash_table_unref);
  else if (!g_hash_table_contains (self->voids, KEY (undo)))
    pass_along (self, undo);
  starling_ledger_unlock (self->ledger);
}

/**
 * starling_progress_is_live:
 * @self: progress
 * @number: of one of its events
 *
 * Returns: whether that event is not undone
 */
gboolean
starling_progress_is_live (StarlingProgress *self, guint number)
{
  if (self->voids == NULL)
    {
      starling_ledger_lock (self->ledger);
      self->voids = find_voids (self);
      starling_ledger_unlock (self->ledger);
    }
  return !g_hash_table_contains (self->voids, KEY (number));
}
