/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-damage.h"

#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PREFIX "journal.damaged-"
#define SUFFIX ".jsonl"

/* The most that is read of what was kept before. */
#define MAX_KEPT_BYTES (64 * 1024 * 1024)

/**
 * starling_journal_report_new:
 *
 * Returns: (transfer full): a report of nothing
 */
StarlingJournalReport *
starling_journal_report_new (void)
{
  return g_new0 (StarlingJournalReport, 1);
}

/**
 * starling_journal_report_free:
 * @self: (transfer full): a report
 */
void
starling_journal_report_free (StarlingJournalReport *self)
{
  g_free (self->copy);
  g_free (self->details);
  g_free (self);
}

/**
 * starling_journal_report_is_empty:
 * @self: a report
 *
 * Returns: whether there is nothing to tell
 */
gboolean
starling_journal_report_is_empty (const StarlingJournalReport *self)
{
  return self->n_damaged == 0 && !self->torn && !self->rewritten;
}

/**
 * starling_journal_report_fill:
 * @self: a report
 * @scan: what a journal holds
 *
 * Sets what is to be told of damaged and torn lines.
 */
void
starling_journal_report_fill (StarlingJournalReport *self,
                              const StarlingJournalScan *scan)
{
  g_autoptr (GString) details = g_string_new (NULL);

  for (guint i = 0; i < scan->damaged->len; i++)
    {
      const StarlingJournalDamage *damage
          = g_ptr_array_index (scan->damaged, i);

      g_string_append_printf (details, "journal.jsonl:%u: %s\n", damage->line,
                              damage->message);
    }
  if (scan->torn != NULL)
    g_string_append_printf (details,
                            "journal.jsonl:%u: the last line is cut short\n",
                            scan->torn->line);

  self->n_damaged = scan->damaged->len;
  self->torn = scan->torn != NULL;
  g_free (self->details);
  self->details
      = details->len == 0 ? NULL : g_strchomp (g_strdup (details->str));
}

/* A damaged line that was kept before is found by its bytes. */
static void
collect_lines (GHashTable *kept, const char *path)
{
  g_autofree char *text = NULL;
  gsize length = 0;
  struct stat info;

  if (stat (path, &info) != 0 || !S_ISREG (info.st_mode)
      || info.st_size > MAX_KEPT_BYTES
      || !g_file_get_contents (path, &text, &length, NULL))
    return;
  for (gsize start = 0; start < length;)
    {
      const char *newline = memchr (text + start, '\n', length - start);
      gsize end = newline == NULL ? length : (gsize) (newline - text);

      g_hash_table_insert (kept, g_bytes_new (text + start, end - start),
                           g_path_get_basename (path));
      start = end + 1;
    }
}

static GHashTable *
list_kept (const char *folder)
{
  GHashTable *kept
      = g_hash_table_new_full (g_bytes_hash, g_bytes_equal,
                               (GDestroyNotify) g_bytes_unref, g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, PREFIX) && g_str_has_suffix (name, SUFFIX))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        collect_lines (kept, path);
      }
  return kept;
}

/* Whether somebody was killed while writing the last line. */
static gboolean
has_open_line (int fd, off_t length)
{
  char last = '\n';

  return length > 0 && pread (fd, &last, 1, length - 1) == 1 && last != '\n';
}

/* Appends lines to a copy, durably or not at all. */
static gboolean
append_durably (const char *folder,
                const char *name,
                GString *text,
                GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  int fd = TEMP_FAILURE_RETRY (
      open (path,
            O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK,
            0600));
  struct stat info = { 0 };
  gboolean ok = FALSE;

  if (fd < 0 || fstat (fd, &info) != 0)
    {
      starling_set_errno (error, errno, path);
      if (fd >= 0)
        close (fd);
      return FALSE;
    }
  if (has_open_line (fd, info.st_size))
    g_string_prepend_c (text, '\n');
  ok = starling_write_all (fd, text->str, text->len, NULL, error);
  if (ok && (fchmod (fd, 0600) != 0 || TEMP_FAILURE_RETRY (fsync (fd)) != 0))
    {
      starling_set_errno (error, errno, path);
      ok = FALSE;
    }
  if (!ok)
    (void) !TEMP_FAILURE_RETRY (ftruncate (fd, info.st_size));
  close (fd);
  return ok && starling_folder_sync (folder, error);
}

/* Adds a line to @text, unless a copy has it: returns whether *where has. */
static gboolean
collect_damage (GString *text,
                GHashTable *kept,
                const StarlingJournalDamage *damage,
                char **where)
{
  const char *name = g_hash_table_lookup (kept, damage->bytes);
  gsize length = 0;
  const char *data = g_bytes_get_data (damage->bytes, &length);

  if (name != NULL)
    {
      g_free (*where);
      *where = g_strdup (name);
      return TRUE;
    }
  g_string_append_len (text, data, (gssize) length);
  g_string_append_c (text, '\n');
  return FALSE;
}

/* A copy that is all there will be: whoever made it may not have synced it. */
static gboolean
secure (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return starling_file_rewrite (path, error)
         && starling_folder_sync (folder, error);
}

/**
 * starling_journal_keep_damage:
 * @folder: where the journal lies
 * @scan: what it holds
 * @now: Unix milliseconds, for the name of the copy
 * @error: return location for an error
 *
 * Copies the lines that cannot be read to `journal.damaged-TIME.jsonl`,
 * durably, but for those that such a file has already. Blocks on the disk.
 *
 * Returns: (transfer full): the name of the file that has them, without the
 *   folder; %NULL on failure
 */
char *
starling_journal_keep_damage (const char *folder,
                              const StarlingJournalScan *scan,
                              gint64 now,
                              GError **error)
{
  g_autoptr (GHashTable) kept = list_kept (folder);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (now / 1000);
  g_autofree char *stamp = NULL;
  g_autofree char *where = NULL;

  for (guint i = 0; i < scan->damaged->len; i++)
    collect_damage (text, kept, g_ptr_array_index (scan->damaged, i), &where);
  if (scan->torn != NULL && collect_damage (text, kept, scan->torn, &where)
      && !secure (folder, where, error))
    return NULL;
  if (text->len == 0)
    return g_steal_pointer (&where);

  stamp = time == NULL ? g_strdup ("0")
                       : g_date_time_format (time, "%Y%m%dT%H%M%SZ");
  g_free (where);
  where = g_strconcat (PREFIX, stamp, SUFFIX, NULL);
  if (!append_durably (folder, where, text, error))
    return NULL;
  return g_steal_pointer (&where);
}
