/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/ledger-private.h"

#include <string.h>

/* What an entry says, as an event that belongs to nobody else. */
static StarlingEvent *
make_event (StarlingLedger *self, const StarlingLedgerEntry *entry)
{
  StarlingEvent *event = starling_event_new ((StarlingEventType) entry->type);
  char buffer[37];
  const StarlingLedgerTopic *topic = NULL;

  event->id = g_strdup (starling_ledger_get_id (entry, buffer));
  event->at = entry->at;
  event->offset = entry->offset;
  event->level = entry->level;
  event->ms = entry->ms;
  if (entry->type == STARLING_EVENT_UNDO)
    {
      event->of = g_strdup (
          starling_ledger_get_id (starling_ledger_get (self, entry->about),
                                  buffer));
      return event;
    }

  topic = g_ptr_array_index (self->topics, entry->about);
  event->card = g_strdup (topic->card);
  if (topic->card == NULL)
    event->scenario = g_strdup (topic->scenario);
  event->question = g_strdup (topic->question);
  event->kind = g_strdup (topic->kind);
  event->text = g_strdup (topic->text);
  event->angle = g_strdup (topic->angle);
  event->choice = topic->choice;
  if (entry->type == STARLING_EVENT_REVIEW)
    event->grade = entry->value;
  else if (entry->type == STARLING_EVENT_QUIZ)
    event->correct = entry->value != 0;
  else if (entry->type == STARLING_EVENT_CARD)
    event->action = g_strdup (starling_ledger_get_action (entry->value));
  return event;
}

/**
 * starling_ledger_dup_event:
 * @self: a ledger
 * @number: of an event that is known
 *
 * Returns: (transfer full): the event, its `line` set
 */
StarlingEvent *
starling_ledger_dup_event (StarlingLedger *self, guint number)
{
  const StarlingLedgerEntry *entry = NULL;
  StarlingEvent *event = NULL;
  const char *line = NULL;

  starling_ledger_lock (self);
  entry = starling_ledger_get (self, number);
  if ((entry->flags & STARLING_LEDGER_TEXT) != 0)
    {
      line = g_hash_table_lookup (self->lines, GUINT_TO_POINTER (number));
      event = line == NULL ? NULL : starling_event_parse (line, -1, NULL);
    }
  if (event == NULL || event->type != entry->type)
    {
      g_clear_pointer (&event, starling_event_unref);
      event = make_event (self, entry);
      event->line = starling_event_to_line (event);
    }
  starling_ledger_unlock (self);
  return event;
}

/**
 * starling_ledger_dup_line:
 * @self: a ledger
 * @number: of an event that is known
 *
 * Returns: (transfer full): a line of the journal that says all that the one
 *   said which the event came from, without its newline
 */
char *
starling_ledger_dup_line (StarlingLedger *self, guint number)
{
  g_autoptr (StarlingEvent) event = starling_ledger_dup_event (self, number);

  return g_steal_pointer (&event->line);
}

static int
compare (const StarlingLedgerEntry *a, const StarlingLedgerEntry *b)
{
  char left[37];
  char right[37];

  if (a->at != b->at)
    return a->at < b->at ? -1 : 1;
  return strcmp (starling_ledger_get_id (a, left),
                 starling_ledger_get_id (b, right));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  return compare (starling_ledger_get (data, *(const guint32 *) a),
                  starling_ledger_get (data, *(const guint32 *) b));
}

/**
 * starling_ledger_sort:
 * @self: a ledger
 * @numbers: (element-type guint32): of events
 *
 * Brings events into the order of replay. Costs little if they are in it.
 */
void
starling_ledger_sort (StarlingLedger *self, GArray *numbers)
{
  gboolean sorted = TRUE;

  starling_ledger_lock (self);
  for (guint i = 1; i < numbers->len && sorted; i++)
    sorted = compare_cb (&g_array_index (numbers, guint32, i - 1),
                         &g_array_index (numbers, guint32, i), self)
             <= 0;
  if (!sorted)
    g_array_sort_with_data (numbers, compare_cb, self);
  starling_ledger_unlock (self);
}

/**
 * starling_ledger_insert_sorted:
 * @self: a ledger
 * @numbers: (element-type guint32): of events, in the order of replay
 * @n: the number of another one
 *
 * Puts it where it belongs: at the end, if it is the newest.
 */
void
starling_ledger_insert_sorted (StarlingLedger *self, GArray *numbers, guint n)
{
  guint low = 0;
  guint high = numbers->len;
  guint32 number = n;

  starling_ledger_lock (self);
  if (high > 0
      && compare_cb (&g_array_index (numbers, guint32, high - 1), &number, self)
             < 0)
    low = high;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (compare_cb (&g_array_index (numbers, guint32, middle), &number, self)
          < 0)
        low = middle + 1;
      else
        high = middle;
    }
  g_array_insert_val (numbers, low, number);
  starling_ledger_unlock (self);
}
