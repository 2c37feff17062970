/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/ledger-private.h"

#include <string.h>

#define FIRST_SLOTS 64

/* Where the hyphens of a UUID are. */
static gboolean
is_hyphen (guint place)
{
  return place == 8 || place == 13 || place == 18 || place == 23;
}

static int
read_digit (char c)
{
  if (c >= '0' && c <= '9')
    return c - '0';
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Reads a UUID as g_uuid_string_random() writes them. */
static gboolean
read_uuid (const char *id, gsize length, guint8 out[16])
{
  guint n = 0;

  if (length != 36)
    return FALSE;
  for (guint i = 0; i < 36;)
    {
      int high = 0;
      int low = 0;

      if (is_hyphen (i))
        {
          if (id[i++] != '-')
            return FALSE;
          continue;
        }
      high = read_digit (id[i]);
      low = read_digit (id[i + 1]);
      if (high < 0 || low < 0)
        return FALSE;
      out[n++] = (guint8) (high << 4 | low);
      i += 2;
    }
  return TRUE;
}

/* Writes an id as entries keep it. */
static StarlingLedgerIdKind
pack_id (StarlingLedger *self, const char *id, gsize length, guint8 out[16])
{
  const char *text = NULL;

  memset (out, 0, 16);
  if (read_uuid (id, length, out))
    return STARLING_LEDGER_ID_UUID;
  memset (out, 0, 16);
  if (length <= 16)
    {
      memcpy (out, id, length);
      return STARLING_LEDGER_ID_SHORT;
    }
  text = starling_ledger_intern (self, id, length);
  memcpy (out, &text, sizeof text);
  return STARLING_LEDGER_ID_INTERNED;
}

/**
 * starling_ledger_get_id:
 * @entry: an event
 * @buffer: room for an id
 *
 * Returns: (transfer none): its id, in @buffer or as long as the ledger lives
 */
char *
starling_ledger_get_id (const StarlingLedgerEntry *entry, char buffer[37])
{
  static const char digits[] = "0123456789abcdef";
  guint kind = entry->flags & STARLING_LEDGER_ID_MASK;
  char *p = buffer;

  if (kind == STARLING_LEDGER_ID_INTERNED)
    {
      memcpy (&p, entry->id, sizeof p);
      return p;
    }
  if (kind == STARLING_LEDGER_ID_SHORT)
    {
      memcpy (buffer, entry->id, 16);
      buffer[16] = '\0';
      return buffer;
    }
  for (guint i = 0; i < 16; i++)
    {
      if (is_hyphen ((guint) (p - buffer)))
        *p++ = '-';
      *p++ = digits[entry->id[i] >> 4];
      *p++ = digits[entry->id[i] & 15];
    }
  *p = '\0';
  return buffer;
}

static guint
hash_id (const guint8 id[16])
{
  guint64 halves[2];

  memcpy (halves, id, sizeof halves);
  halves[0] = (halves[0] ^ halves[1] >> 7 ^ halves[1])
              * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return (guint) (halves[0] >> 32);
}

/* The slot of an id: that of the event, or the one that is free for it. */
static guint32 *
find_slot (StarlingLedger *self, const guint8 id[16], StarlingLedgerIdKind kind)
{
  guint mask = self->n_slots - 1;

  for (guint i = hash_id (id) & mask;; i = (i + 1) & mask)
    {
      const StarlingLedgerEntry *entry = NULL;

      if (self->slots[i] == 0)
        return &self->slots[i];
      entry = starling_ledger_edit (self, self->slots[i] - 1);
      if (memcmp (entry->id, id, 16) == 0
          && (entry->flags & STARLING_LEDGER_ID_MASK) == kind)
        return &self->slots[i];
    }
}

/**
 * starling_ledger_index:
 * @self: a ledger
 *
 * Makes the index of ids, with room for as many events again.
 */
void
starling_ledger_index (StarlingLedger *self)
{
  self->n_slots = FIRST_SLOTS;
  while (self->n_slots < self->entries->len * 2)
    self->n_slots *= 2;
  g_free (self->slots);
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const StarlingLedgerEntry *entry = starling_ledger_edit (self, i);

      *find_slot (self, entry->id, entry->flags & STARLING_LEDGER_ID_MASK)
          = i + 1;
    }
}

/**
 * starling_ledger_look_up:
 * @self: a ledger
 * @id: (array length=length): an event's id
 * @length: its bytes
 * @create: whether to make room for an event that is not there
 *
 * Returns: its number, though only an undo may have named it so far;
 *   %STARLING_LEDGER_NONE if there is none
 */
guint
starling_ledger_look_up (StarlingLedger *self,
                         const char *id,
                         gsize length,
                         gboolean create)
{
  StarlingLedgerEntry entry = { .level = -1 };
  guint32 *slot = NULL;

  entry.flags = pack_id (self, id, length, entry.id);
  slot = find_slot (self, entry.id, entry.flags);
  if (*slot != 0)
    return *slot - 1;
  if (!create)
    return STARLING_LEDGER_NONE;
  g_array_append_val (self->entries, entry);
  *slot = self->entries->len;
  if (self->entries->len * 4 > self->n_slots * 3)
    starling_ledger_index (self);
  return self->entries->len - 1;
}
