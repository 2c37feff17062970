/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-private.h"

#include "storage/export-anki.h"
#include "storage/export.h"
#include "storage/file-replace.h"

#include <string.h>

/* What is written off the main thread; no member belongs to two threads. */
typedef struct
{
  StarlingExportOptions options;
  char *path;
  char *journal_path;
  StarlingJournal *journal;
  GHashTable *titles; /* (nullable): id → StarlingExportTitle */
  char *report;       /* (nullable): what is to be written, made already */

  /* for flashcards */
  StarlingCatalogue *catalogue;
  GPtrArray *stories; /* (nullable) (element-type Story) */
} Exporting;

/* Where a whole scenario is read from. */
typedef struct
{
  StarlingPack *pack;
  guint entry;
} Story;

static void
story_free (gpointer data)
{
  Story *story = data;

  starling_pack_unref (story->pack);
  g_free (story);
}

static GPtrArray *
list_stories (StarlingLibrary *self)
{
  GPtrArray *stories = g_ptr_array_new_with_free_func (story_free);
  GListModel *summaries = G_LIST_MODEL (self->summaries);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      Story *story = g_new0 (Story, 1);

      story->pack = starling_pack_ref (starling_summary_get_pack (summary));
      story->entry = starling_summary_get_entry (summary);
      g_ptr_array_add (stories, story);
    }
  return stories;
}

static GHashTable *
list_titles (StarlingLibrary *self)
{
  GHashTable *titles
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                               (GDestroyNotify) starling_export_title_free);
  GListModel *summaries = G_LIST_MODEL (self->summaries);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      StarlingExportTitle *title = g_new0 (StarlingExportTitle, 1);

      title->title = g_strdup (starling_summary_get_title (summary));
      title->principle = g_strdup (
          starling_catalogue_get_principle (
              self->catalogue, (guint) starling_summary_get_principle (summary))
              ->id);
      g_hash_table_insert (titles, g_strdup (starling_summary_get_id (summary)),
                           title);
    }
  return titles;
}

static Exporting *
exporting_new (StarlingLibrary *self,
               const StarlingExportOptions *options,
               const char *path)
{
  Exporting *exporting = g_new0 (Exporting, 1);

  exporting->options = *options;
  exporting->path = g_strdup (path);
  exporting->journal_path
      = g_build_filename (self->user_dir, "journal.jsonl", NULL);
  exporting->journal = g_object_ref (self->journal);
  exporting->catalogue = starling_catalogue_ref (self->catalogue);
  if (options->format == STARLING_EXPORT_CSV)
    exporting->titles = list_titles (self);
  if (options->format == STARLING_EXPORT_MARKDOWN)
    exporting->report = starling_library_make_report (self, options->notes);
  if (options->format == STARLING_EXPORT_ANKI)
    exporting->stories = list_stories (self);
  return exporting;
}

static void
exporting_free (gpointer data)
{
  Exporting *exporting = data;

  g_free (exporting->path);
  g_free (exporting->journal_path);
  g_object_unref (exporting->journal);
  g_clear_pointer (&exporting->titles, g_hash_table_unref);
  g_clear_pointer (&exporting->stories, g_ptr_array_unref);
  starling_catalogue_unref (exporting->catalogue);
  g_free (exporting->report);
  g_free (exporting);
}

static char *
make_table (Exporting *exporting, GError **error)
{
  g_autoptr (StarlingHistory) history
      = starling_history_read (exporting->journal_path,
                               exporting->options.until, error);

  return history == NULL ? NULL
                         : starling_export_table (history, exporting->titles,
                                                  exporting->options.notes);
}

/* A journal that is not there is an empty one. */
static char *
make_empty (Exporting *exporting)
{
  g_autoptr (StarlingHistory) history = starling_history_new ();

  return exporting->options.format == STARLING_EXPORT_CSV
             ? starling_export_table (history, exporting->titles,
                                      exporting->options.notes)
             : g_strdup ("");
}

/* Whole scenarios, one after the other: none stays in memory. */
static char *
make_cards (Exporting *exporting, GError **error)
{
  g_autoptr (GString) text = starling_export_anki_new ();

  for (guint i = 0; i < exporting->stories->len; i++)
    {
      const Story *story = g_ptr_array_index (exporting->stories, i);
      g_autoptr (StarlingScenario) scenario
          = starling_pack_open_scenario (story->pack, story->entry,
                                         exporting->catalogue, error);
      g_autoptr (StarlingLens) lens = NULL;

      if (scenario == NULL)
        return NULL;
      lens = starling_lens_new (exporting->catalogue, scenario,
                                exporting->options.level,
                                exporting->options.angle);
      starling_export_anki_add (text, lens);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
make_text (Exporting *exporting, GError **error)
{
  g_autoptr (GError) local = NULL;
  char *text = NULL;

  if (exporting->report != NULL)
    return g_steal_pointer (&exporting->report);
  if (exporting->stories != NULL)
    return make_cards (exporting, error);
  starling_journal_flush (exporting->journal);
  text = exporting->options.format == STARLING_EXPORT_CSV
             ? make_table (exporting, &local)
             : starling_export_journal (exporting->journal_path,
                                        exporting->options.until,
                                        exporting->options.notes, &local);
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return make_empty (exporting);
  if (local != NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  return text;
}

/* Runs on any thread, and blocks. */
static gboolean
write_export (Exporting *exporting, GError **error)
{
  g_autofree char *text = make_text (exporting, error);

  return text != NULL
         && starling_file_replace (exporting->path, text, strlen (text),
                                   exporting->options.overwrite, error);
}

/**
 * starling_export_format_from_id:
 * @id: `journal`, `csv`, `markdown` or `anki`
 * @format: (out): the format
 *
 * Returns: whether there is such a format
 */
gboolean
starling_export_format_from_id (const char *id, StarlingExportFormat *format)
{
  static const char *const ids[] = { "journal", "csv", "markdown", "anki" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    if (g_str_equal (id, ids[i]))
      {
        *format = (StarlingExportFormat) i;
        return TRUE;
      }
  return FALSE;
}

/**
 * starling_library_export_sync:
 * @self: a loaded library
 * @options: what to write
 * @path: where to
 * @error: return location for an error
 *
 * Writes what the user has done, or the flashcards, into a file, in full or not
 * at all. Blocks.
 *
 * Returns: %FALSE with a #GIOErrorEnum, %G_IO_ERROR_EXISTS if there is a file
 *   already; or with a #StarlingPackError
 */
gboolean
starling_library_export_sync (StarlingLibrary *self,
                              const StarlingExportOptions *options,
                              const char *path,
                              GError **error)
{
  Exporting *exporting = NULL;
  gboolean ok = FALSE;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (options != NULL && path != NULL, FALSE);

  exporting = exporting_new (self, options, path);
  ok = write_export (exporting, error);
  exporting_free (exporting);
  return ok;
}

static void
export_thread (GTask *task,
               gpointer source,
               gpointer data,
               GCancellable *cancellable)
{
  GError *error = NULL;

  if (write_export (data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_task_return_boolean (outer, TRUE);
  else
    g_task_return_error (outer, error);
}

/**
 * starling_library_export_async:
 * @self: a loaded library
 * @options: what to write
 * @path: where to
 * @cancellable: (nullable): to give up waiting
 * @callback: called when the file is there
 * @user_data: for @callback
 *
 * As starling_library_export_sync(), but without blocking.
 */
void
starling_library_export_async (StarlingLibrary *self,
                               const StarlingExportOptions *options,
                               const char *path,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *outer = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));
  g_return_if_fail (options != NULL && path != NULL);

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, starling_library_export_async);
  inner = g_task_new (NULL, NULL, exported_cb, outer);
  g_task_set_task_data (inner, exporting_new (self, options, path),
                        exporting_free);
  g_task_run_in_thread (inner, export_thread);
}

/**
 * starling_library_export_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: as starling_library_export_sync()
 */
gboolean
starling_library_export_finish (StarlingLibrary *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
