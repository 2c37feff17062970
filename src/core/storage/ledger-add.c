/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/ledger-private.h"

#include "storage/flat.h"
#include "storage/journal-scan.h"

#include <string.h>

static const char *
intern_piece (StarlingLedger *self, const StarlingPiece *piece)
{
  return starling_ledger_intern (self, piece->start, piece->length);
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
  for (guint8 i = 0; i < STARLING_CARD_ACTION_RESET; i++)
    {
      const char *other = starling_ledger_get_action (i);

      if (strlen (other) == length && memcmp (other, action, length) == 0)
        return i;
    }
  return STARLING_CARD_ACTION_RESET;
}

/* Makes room for an event. *is_new: it is not known yet. */
static guint
begin (StarlingLedger *self, const char *id, gsize length, gboolean *is_new)
{
  guint number = starling_ledger_look_up (self, id, length, TRUE);
  StarlingLedgerEntry *entry = starling_ledger_edit (self, number);

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
  entry = starling_ledger_edit (self, number);
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

static StarlingPiece
get_piece (const char *text)
{
  return (StarlingPiece){ text, text == NULL ? 0 : strlen (text) };
}

/* What an entry has of any event; of one that is not flat, that is not all. */
static StarlingFlat
flatten (const StarlingEvent *event)
{
  return (StarlingFlat){
    .type = event->type,
    .id = get_piece (event->id),
    .at = event->at,
    .offset = event->offset == STARLING_OFFSET_UNSET ? 0 : event->offset,
    .level = event->level,
    .grade = event->grade,
    .choice = event->choice,
    .correct = event->correct,
    .ms = (guint32) CLAMP (event->ms, 0, G_MAXUINT32),
    .scenario = get_piece (event->scenario),
    .card = get_piece (event->card),
    .question = get_piece (event->question),
    .kind = get_piece (event->kind),
    .text = get_piece (event->text),
    .angle = get_piece (event->angle),
    .action = get_piece (event->action),
    .of = get_piece (event->of),
  };
}

static guint
add_event (StarlingLedger *self, const StarlingEvent *event, gboolean *is_new)
{
  const StarlingFlat flat = flatten (event);
  guint number = add_flat (self, &flat, is_new);
  char *text = NULL;

  if (!*is_new)
    return number;
  if (event->type == STARLING_EVENT_REHEARSAL && event->loop != NULL)
    starling_ledger_edit (self, number)->flags |= STARLING_LEDGER_LOOP;
  text = dup_text (event);
  if (text != NULL)
    {
      g_hash_table_insert (self->lines, GUINT_TO_POINTER (number), text);
      starling_ledger_edit (self, number)->flags |= STARLING_LEDGER_TEXT;
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

static const char *
intern_text (StarlingLedger *self, const char *text)
{
  return text == NULL ? NULL
                      : starling_ledger_intern (self, text, strlen (text));
}

/* The topic of another ledger, as one of this. */
static guint
copy_topic (StarlingLedger *self, const StarlingLedgerTopic *topic)
{
  const StarlingLedgerTopic copy = {
    .scenario = intern_text (self, topic->scenario),
    .card = intern_text (self, topic->card),
    .question = intern_text (self, topic->question),
    .kind = intern_text (self, topic->kind),
    .text = intern_text (self, topic->text),
    .angle = intern_text (self, topic->angle),
    .choice = topic->choice,
  };

  return starling_ledger_add_topic (self, &copy);
}

/* Takes the line that another ledger keeps of an event, if it does. */
static void
copy_line (StarlingLedger *self,
           guint copy,
           StarlingLedger *other,
           guint number)
{
  const char *line
      = g_hash_table_lookup (other->lines, GUINT_TO_POINTER (number));

  if (line != NULL)
    g_hash_table_insert (self->lines, GUINT_TO_POINTER (copy), g_strdup (line));
}

/**
 * starling_ledger_add_from:
 * @self: a ledger
 * @other: another one
 * @number: of an event that @other knows
 *
 * Adds that event, as starling_ledger_dup_event() and
 * starling_ledger_add_event() do, in less time.
 *
 * Returns: its number in @self
 */
guint
starling_ledger_add_from (StarlingLedger *self,
                          StarlingLedger *other,
                          guint number)
{
  StarlingLedgerEntry copy;
  StarlingLedgerEntry *entry = NULL;
  char buffer[37];
  const char *id = NULL;
  gboolean is_new = FALSE;
  guint added = 0;

  starling_ledger_lock (other);
  starling_ledger_lock (self);
  copy = *starling_ledger_edit (other, number);
  id = starling_ledger_get_id (&copy, buffer);
  added = begin (self, id, strlen (id), &is_new);
  if (is_new && copy.type == STARLING_EVENT_UNDO)
    {
      id = starling_ledger_get_id (starling_ledger_edit (other, copy.about),
                                   buffer);
      copy.about = starling_ledger_look_up (self, id, strlen (id), TRUE);
    }
  else if (is_new)
    copy.about
        = copy_topic (self, g_ptr_array_index (other->topics, copy.about));
  if (is_new)
    {
      entry = starling_ledger_edit (self, added);
      memcpy (copy.id, entry->id, sizeof copy.id);
      copy.marks = 0;
      *entry = copy;
      copy_line (self, added, other, number);
    }
  starling_ledger_unlock (self);
  starling_ledger_unlock (other);
  return added;
}
