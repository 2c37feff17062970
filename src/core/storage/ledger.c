/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/ledger-private.h"

#include "storage/flat.h"
#include "storage/journal-scan.h"

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

static const char *
intern_text (StarlingLedger *self, const char *text)
{
  return text == NULL ? NULL
                      : starling_ledger_intern (self, text, strlen (text));
}

static const char *
intern_piece (StarlingLedger *self, const StarlingPiece *piece)
{
  return starling_ledger_intern (self, piece->start, piece->length);
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

/* Notes the topic, and the scenario that a card belongs to. */
static guint
note_topic (StarlingLedger *self, StarlingLedgerTopic *topic)
{
  if (topic->scenario == NULL && topic->card != NULL)
    topic->scenario = starling_ledger_intern (self, topic->card,
                                              strcspn (topic->card, "#"));
  return starling_ledger_add_topic (self, topic);
}

static guint8
find_action (const char *action, gsize length)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    if (strlen (actions[i]) == length
        && memcmp (actions[i], action, length) == 0)
      return (guint8) i;
  return STARLING_CARD_ACTION_RESET;
}

static StarlingLedgerEntry *
get_entry (StarlingLedger *self, guint number)
{
  return &g_array_index (self->entries, StarlingLedgerEntry, number);
}

/* Makes room for an event. *is_new: it is not known yet. */
static guint
begin (StarlingLedger *self, const char *id, gsize length, gboolean *is_new)
{
  guint number = starling_ledger_look_up (self, id, length, TRUE);
  StarlingLedgerEntry *entry = get_entry (self, number);

  *is_new = (entry->flags & STARLING_LEDGER_KNOWN) == 0;
  entry->flags |= STARLING_LEDGER_KNOWN;
  return number;
}

static guint
add_flat (StarlingLedger *self, const StarlingFlat *flat, gboolean *is_new)
{
  guint number = begin (self, flat->id.start, flat->id.length, is_new);
  StarlingLedgerEntry *entry = NULL;
  guint about = 0;

  if (!*is_new)
    return number;
  if (flat->type == STARLING_EVENT_UNDO)
    about
        = starling_ledger_look_up (self, flat->of.start, flat->of.length, TRUE);
  else
    about = note_topic (self,
                        &(StarlingLedgerTopic){
                            .scenario = intern_piece (self, &flat->scenario),
                            .card = intern_piece (self, &flat->card),
                            .question = intern_piece (self, &flat->question),
                            .kind = intern_piece (self, &flat->kind),
                            .text = intern_piece (self, &flat->text),
                            .angle = intern_piece (self, &flat->angle),
                            .choice = flat->choice,
                        });
  entry = get_entry (self, number);
  entry->at = flat->at;
  entry->about = about;
  entry->ms = flat->ms;
  entry->offset = (gint16) flat->offset;
  entry->type = (guint8) flat->type;
  entry->level = (gint8) flat->level;
  if (flat->type == STARLING_EVENT_REVIEW)
    entry->value = (guint8) flat->grade;
  else if (flat->type == STARLING_EVENT_QUIZ)
    entry->value = flat->correct ? 1 : 0;
  else if (flat->type == STARLING_EVENT_CARD)
    entry->value = find_action (flat->action.start, flat->action.length);
  return number;
}

/* Whether an entry holds all that an event of its type can say. */
static gboolean
is_flat (const StarlingEvent *event)
{
  return event->members == NULL && event->ms < G_MAXUINT32
         && (event->type == STARLING_EVENT_REVIEW
             || event->type == STARLING_EVENT_QUIZ
             || event->type == STARLING_EVENT_CARD
             || event->type == STARLING_EVENT_UNDO
             || event->type == STARLING_EVENT_FORGET);
}

/* The line to keep of an event; NULL if it can be written again as it was. */
static char *
dup_text (const StarlingEvent *event)
{
  g_autofree char *line = NULL;

  if (event->line == NULL)
    return is_flat (event) ? NULL : starling_event_to_line (event);
  if (is_flat (event))
    line = starling_event_to_line (event);
  return g_strcmp0 (line, event->line) == 0 ? NULL : g_strdup (event->line);
}

/* Fills in what the entry of an event says, but for its line. */
static void
describe (StarlingLedger *self, guint number, const StarlingEvent *event)
{
  StarlingLedgerEntry *entry = NULL;
  guint about = 0;

  if (event->type == STARLING_EVENT_UNDO)
    about = starling_ledger_look_up (self, event->of, strlen (event->of), TRUE);
  else
    about
        = note_topic (self, &(StarlingLedgerTopic){
                                .scenario = intern_text (self, event->scenario),
                                .card = intern_text (self, event->card),
                                .question = intern_text (self, event->question),
                                .kind = intern_text (self, event->kind),
                                .text = intern_text (self, event->text),
                                .angle = intern_text (self, event->angle),
                                .choice = event->choice,
                            });
  entry = get_entry (self, number);
  entry->at = event->at;
  entry->about = about;
  entry->ms = (guint32) CLAMP (event->ms, 0, G_MAXUINT32);
  entry->offset
      = event->offset == STARLING_OFFSET_UNSET ? 0 : (gint16) event->offset;
  entry->type = (guint8) event->type;
  entry->level = (gint8) event->level;
  if (event->type == STARLING_EVENT_REVIEW)
    entry->value = (guint8) event->grade;
  else if (event->type == STARLING_EVENT_QUIZ)
    entry->value = event->correct ? 1 : 0;
  else if (event->type == STARLING_EVENT_CARD)
    entry->value = find_action (event->action, strlen (event->action));
  if (event->type == STARLING_EVENT_REHEARSAL && event->loop != NULL)
    entry->flags |= STARLING_LEDGER_LOOP;
}

static guint
add_event (StarlingLedger *self, const StarlingEvent *event, gboolean *is_new)
{
  guint number = begin (self, event->id, strlen (event->id), is_new);
  char *text = NULL;

  if (!*is_new)
    return number;
  describe (self, number, event);
  text = dup_text (event);
  if (text != NULL)
    {
      g_hash_table_insert (self->lines, GUINT_TO_POINTER (number), text);
      get_entry (self, number)->flags |= STARLING_LEDGER_TEXT;
    }
  return number;
}

/**
 * starling_ledger_add_line:
 * @self: a ledger
 * @line: (array length=length): a line of a journal
 * @length: its bytes, newline not included
 * @is_new: (out) (optional): whether the event was not known yet
 * @error: return location for an error
 *
 * Adds the event of a line, as starling_journal_scan_line() reads it. Of
 * several with the same id, the first counts.
 *
 * Returns: the event's number; %STARLING_LEDGER_NONE with an error of
 *   starling_event_parse(), or without one if the line is blank
 */
guint
starling_ledger_add_line (StarlingLedger *self,
                          const char *line,
                          gsize length,
                          gboolean *is_new,
                          GError **error)
{
  StarlingFlat flat;
  g_autoptr (StarlingEvent) event = NULL;
  guint number = STARLING_LEDGER_NONE;
  gboolean fresh = FALSE;

  starling_ledger_lock (self);
  if (starling_flat_read (line, length, &flat))
    number = add_flat (self, &flat, &fresh);
  else
    {
      event = starling_journal_scan_line (line, length, error);
      if (event != NULL)
        number = add_event (self, event, &fresh);
    }
  starling_ledger_unlock (self);
  if (is_new != NULL)
    *is_new = fresh;
  return number;
}

/**
 * starling_ledger_add_event:
 * @self: a ledger
 * @event: an event with `id` and `at`
 *
 * Adds an event, unless one of the same id is known.
 *
 * Returns: its number
 */
guint
starling_ledger_add_event (StarlingLedger *self, const StarlingEvent *event)
{
  guint number = 0;
  gboolean is_new = FALSE;

  starling_ledger_lock (self);
  number = add_event (self, event, &is_new);
  starling_ledger_unlock (self);
  return number;
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
  known = number < self->entries->len
          && (get_entry (self, number)->flags & STARLING_LEDGER_KNOWN) != 0;
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
  entry = get_entry (self, number);
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
    if ((get_entry (self, i)->marks & mark) != 0)
      g_array_append_val (numbers, i);
  starling_ledger_unlock (self);
}

/**
 * starling_ledger_list_unmarked:
 * @self: a ledger
 * @mark: a #StarlingLedgerMark
 * @numbers: (element-type guint32): gets those of all events that do not have
 *   that mark, in order
 *
 * Lists events, and gives them the mark.
 */
void
starling_ledger_list_unmarked (StarlingLedger *self,
                               guint mark,
                               GArray *numbers)
{
  starling_ledger_lock (self);
  for (guint32 i = 0; i < self->entries->len; i++)
    {
      StarlingLedgerEntry *entry = get_entry (self, i);

      if ((entry->flags & STARLING_LEDGER_KNOWN) == 0
          || (entry->marks & mark) != 0)
        continue;
      entry->marks = (guint8) (entry->marks | mark);
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
        && (get_entry (self, number)->marks & mark) != 0;
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
  return get_entry (self, number);
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
  return g_ptr_array_index (self->topics, get_entry (self, number)->about);
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
  return (get_entry (self, number)->flags & STARLING_LEDGER_LOOP) != 0;
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
