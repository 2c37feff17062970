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
 * starling_journal_scan:
 * @data: what the file holds
 * @length: its bytes
 *
 * Takes a journal apart into events and what cannot be read. Blank lines, a
 * byte order mark, carriage returns before newlines, and lines that only a
 * newer program knows are passed over.
 *
 * Returns: (transfer full): what it holds
 */
StarlingJournalScan *
starling_journal_scan (const char *data, gsize length)
{
  StarlingJournalScan *self = g_new0 (StarlingJournalScan, 1);
  guint number = 0;

  self->events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  self->damaged = g_ptr_array_new_with_free_func (damage_free);

  for (gsize start = 0; start < length;)
    {
      const char *newline = memchr (data + start, '\n', length - start);
      gsize end = newline == NULL ? length : (gsize) (newline - data);
      g_autoptr (GError) error = NULL;
      StarlingEvent *event
          = starling_journal_scan_line (data + start, end - start, &error);

      number++;
      if (g_error_matches (error, STARLING_JOURNAL_ERROR,
                           STARLING_JOURNAL_ERROR_FOREIGN))
        g_clear_error (&error); /* it stays as it is */
      if (event != NULL)
        g_ptr_array_add (self->events, event);
      if (error != NULL)
        {
          StarlingJournalDamage *damage
              = damage_new (number, data + start, end - start, error->message);

          if (newline != NULL)
            g_ptr_array_add (self->damaged, damage);
          else
            {
              self->torn = damage;
              self->torn_start = start;
            }
        }
      self->lacks_newline = newline == NULL && error == NULL;
      start = end + 1;
    }
  return self;
}

/**
 * starling_journal_scan_free:
 * @self: (transfer full): what a journal holds
 */
void
starling_journal_scan_free (StarlingJournalScan *self)
{
  g_ptr_array_unref (self->events);
  g_ptr_array_unref (self->damaged);
  g_clear_pointer (&self->torn, damage_free);
  g_free (self);
}
