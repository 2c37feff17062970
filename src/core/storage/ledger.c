/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/ledger-private.h"

#include <string.h>

static const char *const actions[] = {
  [STARLING_CARD_ACTION_SUSPEND] = "suspend",
  [STARLING_CARD_ACTION_UNSUSPEND] = "unsuspend",
  [STARLING_CARD_ACTION_BURY] = "bury",
  [STARLING_CARD_ACTION_RESET] = "reset",
};

/* Equal strings of a topic are the same. */
static guint
hash_topic (gconstpointer key)
{
  const StarlingLedgerTopic *topic = key;

  return ((g_direct_hash (topic->scenario) * 31 + g_direct_hash (topic->card))
              * 31
          + g_direct_hash (topic->question))
             * 31
         + g_direct_hash (topic->text) + g_direct_hash (topic->angle) * 7
         + g_direct_hash (topic->kind) * 3 + (guint) topic->choice;
}

static gboolean
equal_topics (gconstpointer a, gconstpointer b)
{
  const StarlingLedgerTopic *left = a;
  const StarlingLedgerTopic *right = b;

  return left->scenario == right->scenario && left->card == right->card
         && left->question == right->question && left->kind == right->kind
         && left->text == right->text && left->angle == right->angle
         && left->choice == right->choice;
}

/**
 * starling_ledger_new:
 *
 * Returns: (transfer full): a ledger without events
 */
StarlingLedger *
starling_ledger_new (void)
{
  StarlingLedger *self = g_new0 (StarlingLedger, 1);

  g_atomic_ref_count_init (&self->refs);
  g_rec_mutex_init (&self->lock);
  self->entries = g_array_new (FALSE, FALSE, sizeof (StarlingLedgerEntry));
  self->strings = g_string_chunk_new (4096);
  self->topics = g_ptr_array_new_with_free_func (g_free);
  self->by_topic = g_hash_table_new (hash_topic, equal_topics);
  self->lines = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  starling_ledger_index (self);
  return self;
}

/**
 * starling_ledger_ref:
 * @self: a ledger
 *
 * Returns: (transfer full): @self
 */
StarlingLedger *
starling_ledger_ref (StarlingLedger *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

/**
 * starling_ledger_unref:
 * @self: (transfer full): a ledger
 */
void
starling_ledger_unref (StarlingLedger *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_hash_table_unref (self->lines);
  g_hash_table_unref (self->by_topic);
  g_ptr_array_unref (self->topics);
  g_string_chunk_free (self->strings);
  g_array_unref (self->entries);
  g_free (self->slots);
  g_rec_mutex_clear (&self->lock);
  g_free (self);
}

/**
 * starling_ledger_lock:
 * @self: a ledger
 *
 * Keeps other threads away from it; may be called again within.
 */
void
starling_ledger_lock (StarlingLedger *self)
{
  g_rec_mutex_lock (&self->lock);
}

/**
 * starling_ledger_unlock:
 * @self: a locked ledger
 */
void
starling_ledger_unlock (StarlingLedger *self)
{
  g_rec_mutex_unlock (&self->lock);
}

/**
 * starling_ledger_intern:
 * @self: a ledger
 * @text: (array length=length) (nullable): some text
 * @length: its bytes
 *
 * Returns: (transfer none) (nullable): a copy that lives as long as @self, and
 *   is the same for equal texts; %NULL for %NULL
 */
const char *
starling_ledger_intern (StarlingLedger *self, const char *text, gsize length)
{
  char buffer[256];
  g_autofree char *copy = NULL;

  if (text == NULL)
    return NULL;
  if (length >= sizeof buffer)
    {
      copy = g_strndup (text, length);
      return g_string_chunk_insert_const (self->strings, copy);
    }
  memcpy (buffer, text, length);
  buffer[length] = '\0';
  return g_string_chunk_insert_const (self->strings, buffer);
}

/**
 * starling_ledger_add_topic:
 * @self: a ledger
 * @topic: what events are about, its strings interned
 *
 * Returns: the number of that topic
 */
guint
starling_ledger_add_topic (StarlingLedger *self,
                           const StarlingLedgerTopic *topic)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->by_topic, topic));
  StarlingLedgerTopic *copy = NULL;

  if (number > 0)
    return number - 1;
  copy = g_memdup2 (topic, sizeof *topic);
  g_ptr_array_add (self->topics, copy);
  g_hash_table_insert (self->by_topic, copy,
                       GUINT_TO_POINTER (self->topics->len));
  return self->topics->len - 1;
}

/**
 * starling_ledger_find:
 * @self: a ledger
 * @id: an event's id
 *
 * Returns: its number; %STARLING_LEDGER_NONE if it is not known
 */
guint
starling_ledger_find (StarlingLedger *self, const char *id)
{
  guint number = 0;

  starling_ledger_lock (self);
  number = starling_ledger_look_up (self, id, strlen (id), FALSE);
  if (!starling_ledger_is_known (self, number))
    number = STARLING_LEDGER_NONE;
  starling_ledger_unlock (self);
  return number;
}

/**
 * starling_ledger_get_n_entries:
 * @self: a ledger
 *
 * Returns: above what no number is; not all of the lower ones are known
 */
guint
starling_ledger_get_n_entries (StarlingLedger *self)
{
  guint n = 0;

  starling_ledger_lock (self);
  n = self->entries->len;
  starling_ledger_unlock (self);
  return n;
}

/**
 * starling_ledger_is_known:
 * @self: a ledger
 * @number: a number, or %STARLING_LEDGER_NONE
 *
 * Returns: whether there is an event of that number: not one that an undo has
 *   named and nobody has seen
 */
gboolean
starling_ledger_is_known (StarlingLedger *self, guint number)
{
  gboolean known = FALSE;

  starling_ledger_lock (self);
  known
      = number < self->entries->len
        && (starling_ledger_edit (self, number)->flags & STARLING_LEDGER_KNOWN)
               != 0;
  starling_ledger_unlock (self);
  return known;
}

/**
 * starling_ledger_mark:
 * @self: a ledger
 * @number: of an event
 * @marks: bits of #StarlingLedgerMark
 *
 * Notes that the event has these marks.
 *
 * Returns: whether it had all of them before
 */
gboolean
starling_ledger_mark (StarlingLedger *self, guint number, guint marks)
{
  StarlingLedgerEntry *entry = NULL;
  gboolean had = FALSE;

  starling_ledger_lock (self);
  entry = starling_ledger_edit (self, number);
  had = (entry->marks & marks) == marks;
  entry->marks = (guint8) (entry->marks | marks);
  starling_ledger_unlock (self);
  return had;
}

/**
 * starling_ledger_list_marked:
 * @self: a ledger
 * @mark: a #StarlingLedgerMark
 * @numbers: (element-type guint32): gets those of all events that have it, in
 *   order
 */
void
starling_ledger_list_marked (StarlingLedger *self, guint mark, GArray *numbers)
{
  starling_ledger_lock (self);
  for (guint32 i = 0; i < self->entries->len; i++)
    if ((starling_ledger_edit (self, i)->marks & mark) != 0)
      g_array_append_val (numbers, i);
  starling_ledger_unlock (self);
}

/**
 * starling_ledger_list_unmarked:
 * @self: a ledger
 * @mark: a #StarlingLedgerMark
 * @numbers: (element-type guint32): gets those of all events that do not have
 *   that mark, in order
 */
void
starling_ledger_list_unmarked (StarlingLedger *self,
                               guint mark,
                               GArray *numbers)
{
  starling_ledger_lock (self);
  for (guint32 i = 0; i < self->entries->len; i++)
    {
      const StarlingLedgerEntry *entry = starling_ledger_edit (self, i);

      if ((entry->flags & STARLING_LEDGER_KNOWN) != 0
          && (entry->marks & mark) == 0)
        g_array_append_val (numbers, i);
    }
  starling_ledger_unlock (self);
}

/**
 * starling_ledger_has_mark:
 * @self: a ledger
 * @number: of an event, or %STARLING_LEDGER_NONE
 * @mark: a #StarlingLedgerMark
 *
 * Returns: whether the event is there and has that mark
 */
gboolean
starling_ledger_has_mark (StarlingLedger *self, guint number, guint mark)
{
  gboolean has = FALSE;

  starling_ledger_lock (self);
  has = number < self->entries->len
        && (starling_ledger_edit (self, number)->marks & mark) != 0;
  starling_ledger_unlock (self);
  return has;
}

/**
 * starling_ledger_get:
 * @self: a ledger
 * @number: of an event
 *
 * Returns: (transfer none): what is kept of it; valid until an event is added,
 *   so only while @self is locked
 */
const StarlingLedgerEntry *
starling_ledger_get (StarlingLedger *self, guint number)
{
  return starling_ledger_edit (self, number);
}

/**
 * starling_ledger_get_topic:
 * @self: a ledger
 * @number: of an event that is no undo
 *
 * May be called only while @self is locked.
 *
 * Returns: (transfer none): what it is about; valid as long as @self
 */
const StarlingLedgerTopic *
starling_ledger_get_topic (StarlingLedger *self, guint number)
{
  return g_ptr_array_index (self->topics,
                            starling_ledger_edit (self, number)->about);
}

/**
 * starling_ledger_is_in_loop:
 * @self: a ledger
 * @number: of an event
 *
 * May be called only while @self is locked.
 *
 * Returns: whether it is a rehearsal in a loop
 */
gboolean
starling_ledger_is_in_loop (StarlingLedger *self, guint number)
{
  return (starling_ledger_edit (self, number)->flags & STARLING_LEDGER_LOOP)
         != 0;
}

/**
 * starling_ledger_get_action:
 * @value: the value of an event %STARLING_EVENT_CARD
 *
 * Returns: what was done to the card, as the journal has it
 */
const char *
starling_ledger_get_action (guint8 value)
{
  g_return_val_if_fail (value < G_N_ELEMENTS (actions), actions[0]);

  return actions[value];
}
