/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/ledger-private.h"

#include <string.h>

#define NO_STRING G_MAXUINT32

/* Entries that are written, or read, at a time. */
#define CHUNK 1024

/* The strings of a ledger in the making, by number. */
typedef struct
{
  GHashTable *numbers; /* string → number + 1 */
  GByteArray *blob;
  guint n;
} Strings;

static guint32
put_string (Strings *self, const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text));

  if (text == NULL)
    return NO_STRING;
  if (number > 0)
    return number - 1;
  starling_blob_put_text (self->blob, text);
  g_hash_table_insert (self->numbers, (gpointer) text,
                       GUINT_TO_POINTER (++self->n));
  return self->n - 1;
}

static void
put_topic (const StarlingLedgerTopic *topic, Strings *strings, GByteArray *blob)
{
  starling_blob_put_u32 (blob, put_string (strings, topic->scenario));
  starling_blob_put_u32 (blob, put_string (strings, topic->card));
  starling_blob_put_u32 (blob, put_string (strings, topic->question));
  starling_blob_put_u32 (blob, put_string (strings, topic->kind));
  starling_blob_put_u32 (blob, put_string (strings, topic->text));
  starling_blob_put_u32 (blob, put_string (strings, topic->angle));
  starling_blob_put_u32 (blob, (guint32) topic->choice);
}

static gboolean
has_interned_id (const StarlingLedgerEntry *entry)
{
  return (entry->flags & STARLING_LEDGER_ID_MASK)
         == STARLING_LEDGER_ID_INTERNED;
}

static const char *
get_interned_id (const StarlingLedgerEntry *entry)
{
  const char *id = NULL;

  memcpy (&id, entry->id, sizeof id);
  return id;
}

/**
 * starling_ledger_put_topics:
 * @self: a ledger
 * @numbers: gets the numbers of its strings, each plus 1
 * @blob: gets the strings, and what events are about
 */
void
starling_ledger_put_topics (StarlingLedger *self,
                            GHashTable *numbers,
                            GByteArray *blob)
{
  g_autoptr (GByteArray) texts = g_byte_array_new ();
  g_autoptr (GByteArray) topics = g_byte_array_new ();
  Strings strings = { .numbers = numbers, .blob = texts };

  starling_ledger_lock (self);
  for (guint i = 0; i < self->topics->len; i++)
    put_topic (g_ptr_array_index (self->topics, i), &strings, topics);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const StarlingLedgerEntry *entry = starling_ledger_get (self, i);

      if (has_interned_id (entry))
        put_string (&strings, get_interned_id (entry));
    }
  starling_blob_put_u32 (blob, strings.n);
  starling_blob_put (blob, texts->data, texts->len);
  starling_blob_put_u32 (blob, self->topics->len);
  starling_blob_put (blob, topics->data, topics->len);
  starling_ledger_unlock (self);
}

/*
 * An entry whose id is a string has its number instead of its address. @named:
 * only an undo had named the event, though it may be known by now.
 */
static void
put_entry (const StarlingLedgerEntry *entry,
           gboolean named,
           GHashTable *numbers,
           GByteArray *blob)
{
  StarlingLedgerEntry copy = *entry;
  guint32 number = 0;

  if (named)
    {
      copy = (StarlingLedgerEntry){ .level = -1 };
      memcpy (copy.id, entry->id, sizeof copy.id);
      copy.flags = entry->flags & STARLING_LEDGER_ID_MASK;
    }

  if (has_interned_id (entry))
    {
      number = GPOINTER_TO_UINT (
          g_hash_table_lookup (numbers, get_interned_id (entry)));
      memset (copy.id, 0, sizeof copy.id);
      memcpy (copy.id, &number, sizeof number);
    }
  starling_blob_put (blob, &copy, sizeof copy);
}

static gboolean
has_line (StarlingLedger *self, guint number)
{
  return (starling_ledger_get (self, number)->flags & STARLING_LEDGER_TEXT)
         != 0;
}

static const char *
get_line (StarlingLedger *self, guint number)
{
  return g_hash_table_lookup (self->lines, GUINT_TO_POINTER (number));
}

/**
 * starling_ledger_list_named:
 * @self: a ledger
 *
 * Returns: (transfer full): the numbers of events that are not known, though
 *   undos name them
 */
GHashTable *
starling_ledger_list_named (StarlingLedger *self)
{
  GHashTable *named = g_hash_table_new (NULL, NULL);

  starling_ledger_lock (self);
  for (guint i = 0; i < self->entries->len; i++)
    if (!starling_ledger_is_known (self, i))
      g_hash_table_add (named, GUINT_TO_POINTER (i));
  starling_ledger_unlock (self);
  return named;
}

/**
 * starling_ledger_write:
 * @self: a ledger
 * @n_entries: how many of its entries, from the first
 * @named: those of them that starling_ledger_list_named() listed then
 * @numbers: the numbers of its strings, each plus 1
 * @hash: of what was written before
 * @out: where to
 * @error: return location for an error
 *
 * Writes entries and lines. Others may add to the ledger meanwhile.
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_ledger_write (StarlingLedger *self,
                       guint n_entries,
                       GHashTable *named,
                       GHashTable *numbers,
                       StarlingHash *hash,
                       GOutputStream *out,
                       GError **error)
{
  g_autoptr (GByteArray) blob = g_byte_array_new ();

  starling_blob_put_u32 (blob, n_entries);
  for (guint start = 0; start < n_entries; start += CHUNK)
    {
      starling_ledger_lock (self);
      for (guint i = start; i < MIN (start + CHUNK, n_entries); i++)
        put_entry (starling_ledger_get (self, i),
                   g_hash_table_contains (named, GUINT_TO_POINTER (i)), numbers,
                   blob);
      starling_ledger_unlock (self);
      if (!starling_blob_flush (blob, hash, out, error))
        return FALSE;
    }
  for (guint start = 0; start < n_entries; start += CHUNK)
    {
      starling_ledger_lock (self);
      for (guint i = start; i < MIN (start + CHUNK, n_entries); i++)
        if (has_line (self, i)
            && !g_hash_table_contains (named, GUINT_TO_POINTER (i)))
          starling_blob_put_text (blob, get_line (self, i));
      starling_ledger_unlock (self);
      if (!starling_blob_flush (blob, hash, out, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * starling_ledger_is_held:
 * @self: a ledger
 * @n_entries: how many entries it had when it was read from a file
 *
 * Returns: whether it has nothing but what is in the file
 */
gboolean
starling_ledger_is_held (StarlingLedger *self, guint n_entries)
{
  gboolean held = TRUE;

  starling_ledger_lock (self);
  held = self->entries->len == n_entries;
  for (guint i = 0; i < n_entries && held; i++)
    {
      const StarlingLedgerEntry *entry = starling_ledger_get (self, i);

      held = (entry->flags & STARLING_LEDGER_KNOWN) == 0
             || (entry->marks & STARLING_LEDGER_HELD) != 0;
    }
  starling_ledger_unlock (self);
  return held;
}

static void
take_strings (StarlingLedger *self,
              GPtrArray *strings,
              StarlingBlobReader *reader)
{
  guint n = starling_blob_take_u32 (reader);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n && starling_blob_take_text (reader, text); i++)
    g_ptr_array_add (strings,
                     (gpointer) starling_ledger_intern (self, text->str,
                                                        text->len));
}

static const char *
get_string (GPtrArray *strings, StarlingBlobReader *reader)
{
  guint number = starling_blob_take_u32 (reader);

  if (number == NO_STRING)
    return NULL;
  if (number < strings->len)
    return g_ptr_array_index (strings, number);
  reader->failed = TRUE;
  return NULL;
}

static void
take_topics (StarlingLedger *self,
             GPtrArray *strings,
             StarlingBlobReader *reader)
{
  guint n = starling_blob_take_u32 (reader);

  for (guint i = 0; i < n && !reader->failed; i++)
    {
      StarlingLedgerTopic topic = { 0 };

      topic.scenario = get_string (strings, reader);
      topic.card = get_string (strings, reader);
      topic.question = get_string (strings, reader);
      topic.kind = get_string (strings, reader);
      topic.text = get_string (strings, reader);
      topic.angle = get_string (strings, reader);
      topic.choice = (int) starling_blob_take_u32 (reader);
      if (starling_ledger_add_topic (self, &topic) != i)
        reader->failed = TRUE;
    }
}

/* Whether an entry's members are such as its type has. */
static gboolean
is_sound (StarlingLedger *self, const StarlingLedgerEntry *entry)
{
  gboolean known = (entry->flags & STARLING_LEDGER_KNOWN) != 0;
  const StarlingLedgerTopic *topic = NULL;

  if (!known)
    return entry->type == STARLING_EVENT_UNKNOWN;
  if (entry->type > STARLING_EVENT_FINDING || entry->level < -1
      || entry->level >= STARLING_N_LEVELS)
    return FALSE;
  if (entry->type == STARLING_EVENT_UNDO)
    return entry->about < self->entries->len;
  if (entry->about >= self->topics->len)
    return FALSE;
  topic = g_ptr_array_index (self->topics, entry->about);
  switch ((StarlingEventType) entry->type)
    {
    case STARLING_EVENT_REVIEW:
      return topic->card != NULL && entry->value >= 1 && entry->value <= 4;
    case STARLING_EVENT_CARD:
      return topic->card != NULL && entry->value <= STARLING_CARD_ACTION_RESET;
    case STARLING_EVENT_QUIZ:
      return topic->scenario != NULL && entry->value <= 1;
    case STARLING_EVENT_REHEARSAL:
    case STARLING_EVENT_FORGET:
    case STARLING_EVENT_FINDING:
      return topic->scenario != NULL;
    case STARLING_EVENT_UNKNOWN:
    case STARLING_EVENT_UNDO:
    case STARLING_EVENT_GOAL:
    case STARLING_EVENT_SETTINGS:
    case STARLING_EVENT_LOOP:
    case STARLING_EVENT_LOOP_END:
    default:
      return TRUE;
    }
}

/* Gives an entry the address of its id, and its marks. */
static gboolean
revive (StarlingLedgerEntry *entry, GPtrArray *strings)
{
  const char *id = NULL;
  guint32 number = 0;
  guint kind = entry->flags & STARLING_LEDGER_ID_MASK;

  entry->marks = (entry->flags & STARLING_LEDGER_KNOWN) != 0
                     ? STARLING_LEDGER_HELD | STARLING_LEDGER_COUNTED
                     : 0;
  if (kind != STARLING_LEDGER_ID_INTERNED)
    return kind < STARLING_LEDGER_ID_INTERNED;
  memcpy (&number, entry->id, sizeof number);
  if (number == 0 || number > strings->len)
    return FALSE;
  id = g_ptr_array_index (strings, number - 1);
  memset (entry->id, 0, sizeof entry->id);
  memcpy (entry->id, &id, sizeof id);
  return TRUE;
}

static void
take_entries (StarlingLedger *self,
              GPtrArray *strings,
              StarlingBlobReader *reader)
{
  guint n = starling_blob_take_u32 (reader);

  if (n > reader->left / sizeof (StarlingLedgerEntry))
    {
      reader->failed = TRUE;
      return;
    }
  g_array_set_size (self->entries, n);
  starling_blob_take (reader, self->entries->data, n,
                      sizeof (StarlingLedgerEntry));
  for (guint i = 0; i < n && !reader->failed; i++)
    {
      StarlingLedgerEntry *entry
          = &g_array_index (self->entries, StarlingLedgerEntry, i);

      if (!is_sound (self, entry) || !revive (entry, strings))
        reader->failed = TRUE;
    }
}

static void
take_lines (StarlingLedger *self, StarlingBlobReader *reader)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < self->entries->len && !reader->failed; i++)
    if (has_line (self, i) && starling_blob_take_text (reader, line))
      g_hash_table_insert (self->lines, GUINT_TO_POINTER (i),
                           g_strndup (line->str, line->len));
}

/**
 * starling_ledger_take:
 * @self: a locked ledger without events
 * @reader: at what starling_ledger_put_topics() wrote
 * @strings: (element-type utf8): gets the ledger's strings, by number
 *
 * Fills the ledger, but for its index; its events are held and counted.
 *
 * Returns: %FALSE if anything is wrong
 */
gboolean
starling_ledger_take (StarlingLedger *self,
                      StarlingBlobReader *reader,
                      GPtrArray *strings)
{
  take_strings (self, strings, reader);
  if (!reader->failed)
    take_topics (self, strings, reader);
  if (!reader->failed)
    take_entries (self, strings, reader);
  if (!reader->failed)
    take_lines (self, reader);
  return !reader->failed;
}

/**
 * starling_ledger_clear:
 * @self: a locked ledger that could not be filled
 *
 * Makes it empty again, but for its index.
 */
void
starling_ledger_clear (StarlingLedger *self)
{
  g_hash_table_remove_all (self->lines);
  g_hash_table_remove_all (self->by_topic);
  g_ptr_array_set_size (self->topics, 0);
  g_array_set_size (self->entries, 0);
}
