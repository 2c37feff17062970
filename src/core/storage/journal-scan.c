/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-scan.h"

#include "base/error.h"

#include <string.h>

static void
damage_free (gpointer data)
{
  StarlingJournalDamage *damage = data;

  g_bytes_unref (damage->bytes);
  g_free (damage->message);
  g_free (damage);
}

static StarlingJournalDamage *
damage_new (guint line, const char *start, gsize length, const char *message)
{
  StarlingJournalDamage *damage = g_new0 (StarlingJournalDamage, 1);

  damage->line = line;
  damage->bytes = g_bytes_new (start, length);
  damage->message = g_strdup (message);
  return damage;
}

static gboolean
is_blank (const char *start, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (start[i] != ' ' && start[i] != '\t' && start[i] != '\r')
      return FALSE;
  return TRUE;
}

/**
 * starling_journal_scan_line:
 * @start: a line of a journal
 * @length: its bytes, newline not included
 * @error: return location for an error
 *
 * Reads one line as starling_journal_scan() does.
 *
 * Returns: (transfer full) (nullable): the event; %NULL with an error of
 *   starling_event_parse(), or without one if the line is blank
 */
StarlingEvent *
starling_journal_scan_line (const char *start, gsize length, GError **error)
{
  static const char bom[] = "\xef\xbb\xbf";

  if (length >= 3 && memcmp (start, bom, 3) == 0)
    {
      start += 3;
      length -= 3;
    }
  if (is_blank (start, length))
    return NULL;
  if (start[length - 1] == '\r')
    length--;
  return starling_event_parse (start, (gssize) length, error);
}

/**
 * starling_journal_scan_new:
 * @ledger: what gets the events
 *
 * Takes a journal apart into events and what cannot be read. Blank lines, a
 * byte order mark, carriage returns before newlines, and lines that only a
 * newer program knows are passed over.
 *
 * Returns: (transfer full): what it holds, nothing so far
 */
StarlingJournalScan *
starling_journal_scan_new (StarlingLedger *ledger)
{
  StarlingJournalScan *self = g_new0 (StarlingJournalScan, 1);

  self->ledger = starling_ledger_ref (ledger);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->damaged = g_ptr_array_new_with_free_func (damage_free);
  self->rest = g_byte_array_new ();
  return self;
}

/**
 * starling_journal_scan_free:
 * @self: (transfer full): what a journal holds
 */
void
starling_journal_scan_free (StarlingJournalScan *self)
{
  g_array_unref (self->numbers);
  g_ptr_array_unref (self->damaged);
  g_byte_array_unref (self->rest);
  g_clear_pointer (&self->torn, damage_free);
  starling_ledger_unref (self->ledger);
  g_free (self);
}

/**
 * starling_journal_scan_skip:
 * @self: a scan that nothing was fed to yet
 * @length: how many bytes come before what will be
 * @n_lines: how many lines these are, all complete
 *
 * Begins behind what is known already.
 */
void
starling_journal_scan_skip (StarlingJournalScan *self,
                            gsize length,
                            guint n_lines)
{
  self->position = length;
  self->n_lines = n_lines;
}

/* Takes the next line, which is complete, or else the last one. */
static void
take_line (StarlingJournalScan *self,
           const char *start,
           gsize length,
           gboolean complete)
{
  g_autoptr (GError) error = NULL;
  StarlingJournalDamage *damage = NULL;
  guint32 number
      = starling_ledger_add_line (self->ledger, start, length, NULL, &error);

  self->n_lines++;
  if (number != STARLING_LEDGER_NONE)
    g_array_append_val (self->numbers, number);
  if (g_error_matches (error, STARLING_JOURNAL_ERROR,
                       STARLING_JOURNAL_ERROR_FOREIGN))
    g_clear_error (&error); /* it stays as it is */
  self->lacks_newline = !complete && error == NULL;
  if (error != NULL)
    damage = damage_new (self->n_lines, start, length, error->message);
  if (damage != NULL && complete)
    g_ptr_array_add (self->damaged, damage);
  else if (damage != NULL)
    {
      self->torn = damage;
      self->torn_start = self->position;
    }
  self->position += length + (complete ? 1 : 0);
}

/**
 * starling_journal_scan_feed:
 * @self: a scan
 * @data: (array length=length): what comes next in the file
 * @length: its bytes
 */
void
starling_journal_scan_feed (StarlingJournalScan *self,
                            const char *data,
                            gsize length)
{
  const char *end = data + length;
  const char *newline = NULL;

  while (data < end
         && (newline = memchr (data, '\n', (gsize) (end - data))) != NULL)
    {
      gsize n = (gsize) (newline - data);

      if (self->rest->len == 0)
        take_line (self, data, n, TRUE);
      else
        {
          g_byte_array_append (self->rest, (const guint8 *) data, (guint) n);
          take_line (self, (const char *) self->rest->data, self->rest->len,
                     TRUE);
          g_byte_array_set_size (self->rest, 0);
        }
      data = newline + 1;
    }
  g_byte_array_append (self->rest, (const guint8 *) data, (guint) (end - data));
}

/**
 * starling_journal_scan_end:
 * @self: a scan that was fed all of the file
 */
void
starling_journal_scan_end (StarlingJournalScan *self)
{
  if (self->rest->len > 0)
    take_line (self, (const char *) self->rest->data, self->rest->len, FALSE);
  g_byte_array_set_size (self->rest, 0);
}
