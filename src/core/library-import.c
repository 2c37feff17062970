/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-private.h"

#include "storage/file-replace.h"
#include "storage/folder.h"

#include <string.h>

/**
 * starling_import_report_clear:
 * @self: a report
 *
 * Frees what it holds.
 */
void
starling_import_report_clear (StarlingImportReport *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
}

static gboolean
has_entry (const StarlingPack *pack, const char *id)
{
  for (guint i = 0; i < pack->entries->len; i++)
    if (g_str_equal (
            ((StarlingPackEntry *) g_ptr_array_index (pack->entries, i))->id,
            id))
      return TRUE;
  return FALSE;
}

/* Whether two packs with the same id are versions of one, and not made by two
 * people who hit upon the same id: they have the title or a scenario in
 * common. */
static gboolean
is_version (const StarlingPack *old, const StarlingPack *pack)
{
  if (g_strcmp0 (old->title, pack->title) == 0)
    return TRUE;
  for (guint i = 0; i < pack->entries->len; i++)
    if (has_entry (
            old,
            ((StarlingPackEntry *) g_ptr_array_index (pack->entries, i))->id))
      return TRUE;
  return FALSE;
}

/* The imported pack with that id, if there is one. */
static StarlingPack *
find_pack (StarlingLibrary *self, const char *id)
{
  for (guint i = 0; i < self->stock->shelves->len; i++)
    {
      const StarlingShelf *shelf = g_ptr_array_index (self->stock->shelves, i);

      if (shelf->source == STARLING_SOURCE_IMPORTED
          && g_strcmp0 (shelf->pack->id, id) == 0)
        return shelf->pack;
    }
  return NULL;
}

/* A name after the pack's id at which there is nothing yet. */
static char *
find_free_path (const char *folder, const char *id)
{
  for (guint i = 1;; i++)
    {
      g_autofree char *name = i == 1 ? g_strconcat (id, ".json", NULL)
                                     : g_strdup_printf ("%s-%u.json", id, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS | G_FILE_TEST_IS_SYMLINK))
        return g_steal_pointer (&path);
    }
}

static gboolean
holds (const char *path, const char *text, gsize length)
{
  g_autofree char *there = NULL;
  gsize n = 0;

  return g_file_get_contents (path, &there, &n, NULL) && n == length
         && memcmp (there, text, length) == 0;
}

/* Copies the pack to report->path. */
static gboolean
copy (StarlingPack *pack,
      const char *folder,
      StarlingImportReport *report,
      GError **error)
{
  gsize length = 0;
  g_autofree char *text = starling_pack_read_file (pack, &length, error);

  if (text == NULL)
    return FALSE;
  report->unchanged = report->replaced && holds (report->path, text, length);
  return report->unchanged
         || (starling_folder_ensure (folder, error)
             && starling_file_replace (report->path, text, length,
                                       report->replaced, error));
}

/* The file of the scenario that is to be seen under an id. */
static const char *
find_owner (StarlingLibrary *self, const char *id)
{
  StarlingSummary *summary = starling_library_find_summary (self, id);

  return summary == NULL ? "" : starling_summary_get_pack (summary)->file;
}

/* Says which scenarios are not to be seen because of two with the same id, one
 * of them in the file at @path. */
static void
list_hidden (StarlingLibrary *self, const char *path, GPtrArray *hidden)
{
  for (guint i = 0; i < self->stock->shelves->len; i++)
    {
      const StarlingPack *pack
          = ((StarlingShelf *) g_ptr_array_index (self->stock->shelves, i))
                ->pack;

      for (guint j = 0; j < pack->entries->len; j++)
        {
          const StarlingPackEntry *entry = g_ptr_array_index (pack->entries, j);
          const char *owner = find_owner (self, entry->id);

          if (!g_str_equal (owner, pack->file)
              && (g_str_equal (owner, path) || g_str_equal (pack->file, path)))
            g_ptr_array_add (
                hidden,
                g_strdup_printf ("%s: “%s” (%s) is hidden: %s has the same id",
                                 pack->file, entry->title, entry->id, owner));
        }
    }
}

/**
 * starling_library_import_sync:
 * @self: a loaded library
 * @pack: a pack without errors, from anywhere
 * @report: (out caller-allocates): how it went; to be cleared in any case
 * @error: return location for an error
 *
 * Copies the file of a pack into the folder of the user's packs, whole or not
 * at all, for the user alone. An earlier version of it is replaced; nothing
 * else is. Blocks.
 *
 * Returns: %FALSE with %G_IO_ERROR_EXISTS if another pack has the same id,
 *   %STARLING_PACK_ERROR_CHANGED or a #GIOErrorEnum
 */
gboolean
starling_library_import_sync (StarlingLibrary *self,
                              StarlingPack *pack,
                              StarlingImportReport *report,
                              GError **error)
{
  g_autofree char *folder = NULL;
  g_autoptr (StarlingStock) stock = NULL;
  StarlingPack *old = NULL;

  g_return_val_if_fail (STARLING_IS_LIBRARY (self), FALSE);
  g_return_val_if_fail (pack != NULL && pack->n_errors == 0, FALSE);
  g_return_val_if_fail (report != NULL, FALSE);

  *report = (StarlingImportReport){ 0 };
  folder = g_build_filename (self->user_dir, "packs", NULL);
  old = find_pack (self, pack->id);
  if (old != NULL && !is_version (old, pack))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
                   "another pack has the id “%s” already, “%s” in %s; give one "
                   "of them another id",
                   pack->id, old->title != NULL ? old->title : "", old->file);
      return FALSE;
    }
  report->replaced = old != NULL;
  report->path
      = old != NULL ? g_strdup (old->file) : find_free_path (folder, pack->id);
  if (!copy (pack, folder, report, error))
    return FALSE;
  report->replaced &= !report->unchanged;

  stock = starling_stock_load (self->data_dir, self->user_dir, self->catalogue,
                               self->stock);
  starling_library_take_stock (self, stock);
  report->hidden = g_ptr_array_new_with_free_func (g_free);
  list_hidden (self, report->path, report->hidden);
  return TRUE;
}
