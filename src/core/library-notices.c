/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

#include "base/error.h"
#include "base/json-complaint.h"

/* The most complaints of one pack that a notice shows. */
#define MAX_SHOWN 200

/**
 * starling_notice_new:
 * @is_error: whether something does not work
 * @details: (nullable): one complaint a line
 * @format: one sentence, as for printf()
 *
 * Returns: (transfer full): a notice
 */
StarlingNotice *
starling_notice_new (gboolean is_error,
                     const char *details,
                     const char *format,
                     ...)
{
  StarlingNotice *self = g_new0 (StarlingNotice, 1);
  va_list args;

  self->is_error = is_error;
  self->details = g_strdup (details);
  va_start (args, format);
  self->summary = g_strdup_vprintf (format, args);
  va_end (args);
  return self;
}

/**
 * starling_notice_free:
 * @self: (transfer full): a notice
 */
void
starling_notice_free (StarlingNotice *self)
{
  g_free (self->summary);
  g_free (self->details);
  g_free (self);
}

/* A line for each complaint, but for the last of very many. */
static char *
list_complaints (GPtrArray *complaints, const char *file)
{
  g_autoptr (GString) details = g_string_new (NULL);
  guint shown = MIN (complaints->len, MAX_SHOWN);

  for (guint i = 0; i < shown; i++)
    {
      g_autofree char *line
          = starling_complaint_format (g_ptr_array_index (complaints, i), file);

      g_string_append_printf (details, "%s%s", i > 0 ? "\n" : "", line);
    }
  if (shown < complaints->len)
    g_string_append_printf (details, "\n… and %u more",
                            complaints->len - shown);
  return g_string_free (g_steal_pointer (&details), FALSE);
}

/**
 * starling_notice_new_for_pack:
 * @pack: a pack with errors
 *
 * Returns: (transfer full): what is wrong with it
 */
StarlingNotice *
starling_notice_new_for_pack (StarlingPack *pack)
{
  g_autofree char *details = list_complaints (pack->complaints, pack->file);
  g_autofree char *name = g_filename_display_basename (pack->file);

  return starling_notice_new (
      TRUE, details,
      "The pack %s cannot be used: it has %u %s. Everything else works.", name,
      pack->n_errors, pack->n_errors == 1 ? "error" : "errors");
}

/**
 * starling_notice_new_for_bank:
 * @file: the question bank
 *
 * Returns: (transfer full) (nullable): what is wrong with it, if it cannot be
 *   used
 */
StarlingNotice *
starling_notice_new_for_bank (const StarlingBankFile *file)
{
  g_autofree char *details = NULL;

  if (file->bank != NULL)
    return NULL;
  details = list_complaints (file->complaints, file->file);
  return starling_notice_new (
      TRUE, details,
      "The question bank cannot be used, so no random questions are asked. "
      "Everything else works.");
}

/**
 * starling_notice_new_for_damage:
 * @report: what was found in the journal
 *
 * Returns: (transfer full) (nullable): a notice of lines that cannot be read
 */
StarlingNotice *
starling_notice_new_for_damage (const StarlingJournalReport *report)
{
  guint n = report->n_damaged + (report->torn ? 1 : 0);
  g_autofree char *lines
      = n == 1 ? g_strdup ("One line") : g_strdup_printf ("%u lines", n);
  g_autofree char *copy
      = report->copy == NULL
            ? g_strdup ("")
            : g_strdup_printf (" A copy is in %s.", report->copy);

  if (n == 0)
    return NULL;
  if (report->torn && report->n_damaged == 0)
    return starling_notice_new (
        FALSE, report->details,
        "The last line of the journal was cut short, probably by a crash. "
        "Every other line counts.%s",
        copy);
  return starling_notice_new (
      FALSE, report->details,
      "%s of the journal cannot be read. Every other line counts.%s", lines,
      copy);
}

static StarlingNotice *
explain_trouble (const GError *trouble)
{
  if (g_error_matches (trouble, STARLING_JOURNAL_ERROR,
                       STARLING_JOURNAL_ERROR_LOCKED))
    return starling_notice_new (
        TRUE, NULL,
        "%s. Your work is kept in memory and saved as soon as it is free.",
        trouble->message);
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    return starling_notice_new (
        TRUE, trouble->message,
        "The disk is full. Your work is kept in memory and saved as soon as "
        "there is room.");
  if (g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_READ_ONLY)
      || g_error_matches (trouble, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return starling_notice_new (
        TRUE, trouble->message,
        "The data folder cannot be written to. Your work is kept in memory "
        "and saved as soon as it can be.");
  return starling_notice_new (
      TRUE, trouble->message,
      "Your work cannot be saved now (%s). It is kept in memory and saved as "
      "soon as that is possible.",
      trouble->message);
}

/**
 * starling_notice_new_for_trouble:
 * @trouble: (nullable): why the journal cannot be written
 *
 * Returns: (transfer full) (nullable): what that means
 */
StarlingNotice *
starling_notice_new_for_trouble (const GError *trouble)
{
  StarlingNotice *notice = NULL;

  if (trouble == NULL)
    return NULL;
  notice = explain_trouble (trouble);
  notice->remedy = STARLING_REMEDY_TRY_AGAIN;
  return notice;
}
