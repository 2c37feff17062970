/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

#include <string.h>
#include <sys/stat.h>

static void
shelf_free (gpointer data)
{
  StarlingShelf *shelf = data;

  starling_pack_unref (shelf->pack);
  g_free (shelf);
}

static StarlingStock *
stock_new (void)
{
  StarlingStock *self = g_atomic_rc_box_new0 (StarlingStock);

  self->shelves = g_ptr_array_new_with_free_func (shelf_free);
  self->notices
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_notice_free);
  return self;
}

static void
stock_clear (gpointer data)
{
  StarlingStock *self = data;

  g_ptr_array_unref (self->shelves);
  g_ptr_array_unref (self->notices);
}

/**
 * starling_stock_ref:
 * @self: a stock
 *
 * Returns: (transfer full): @self
 */
StarlingStock *
starling_stock_ref (StarlingStock *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * starling_stock_unref:
 * @self: (transfer full): a stock
 */
void
starling_stock_unref (StarlingStock *self)
{
  g_atomic_rc_box_release_full (self, stock_clear);
}

/* The pack as it was loaded before, if the file is still the same. */
static StarlingPack *
find_unchanged (StarlingStock *before, const char *file)
{
  struct stat info;

  if (before == NULL || stat (file, &info) != 0 || !S_ISREG (info.st_mode))
    return NULL;
  for (guint i = 0; i < before->shelves->len; i++)
    {
      const StarlingShelf *shelf = g_ptr_array_index (before->shelves, i);
      gint64 mtime_us = (gint64) info.st_mtim.tv_sec * 1000000
                        + info.st_mtim.tv_nsec / 1000;

      if (g_str_equal (shelf->pack->file, file)
          && shelf->pack->size == (guint64) info.st_size
          && shelf->pack->mtime_us == mtime_us)
        return starling_pack_ref (shelf->pack);
    }
  return NULL;
}

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Names of the packs in a folder, sorted; NULL with an error. */
static GPtrArray *
list_names (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  GPtrArray *names = NULL;
  const char *name = NULL;

  if (dir == NULL)
    return NULL;
  names = g_ptr_array_new_with_free_func (g_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] != '.' && g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names_cb);
  return names;
}

static void
load_folder (StarlingStock *self,
             const char *folder,
             StarlingSource source,
             StarlingCatalogue *catalogue,
             StarlingStock *before)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = list_names (folder, &error);

  if (names == NULL)
    {
      if (source == STARLING_SOURCE_BUNDLED
          || !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_ptr_array_add (
            self->notices,
            starling_notice_new (TRUE, error->message,
                                 "The folder %s cannot be read. What lies in "
                                 "other folders works.",
                                 folder));
      return;
    }
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *file
          = g_build_filename (folder, g_ptr_array_index (names, i), NULL);
      StarlingShelf *shelf = g_new0 (StarlingShelf, 1);

      shelf->source = source;
      shelf->pack = find_unchanged (before, file);
      if (shelf->pack == NULL)
        shelf->pack = starling_pack_load (file, catalogue);
      g_ptr_array_add (self->shelves, shelf);
    }
}

/**
 * starling_stock_load:
 * @data_dir: the program's own data
 * @user_dir: the user's data
 * @catalogue: what the packs refer to
 * @before: (nullable): what was loaded before; unchanged files are not read
 *   again
 *
 * Loads all packs: stories, imported ones, bundled ones; in each folder by
 * name. Blocks on the disk; belongs to no thread.
 *
 * Returns: (transfer full): what the folders hold
 */
StarlingStock *
starling_stock_load (const char *data_dir,
                     const char *user_dir,
                     StarlingCatalogue *catalogue,
                     StarlingStock *before)
{
  StarlingStock *self = stock_new ();
  g_autofree char *stories = g_build_filename (user_dir, "stories", NULL);
  g_autofree char *imported = g_build_filename (user_dir, "packs", NULL);
  g_autofree char *bundled = g_build_filename (data_dir, "packs", NULL);

  load_folder (self, stories, STARLING_SOURCE_STORIES, catalogue, before);
  load_folder (self, imported, STARLING_SOURCE_IMPORTED, catalogue, before);
  load_folder (self, bundled, STARLING_SOURCE_BUNDLED, catalogue, before);
  return self;
}

/* The summary that was there before, if it is of the same loaded pack. */
static StarlingSummary *
find_or_create (GHashTable *before,
                const StarlingShelf *shelf,
                guint entry,
                const char *id)
{
  StarlingSummary *old = g_hash_table_lookup (before, id);

  if (old != NULL && starling_summary_get_pack (old) == shelf->pack
      && starling_summary_get_entry (old) == entry)
    return g_object_ref (old);
  return starling_summary_new (shelf->pack, entry, shelf->source);
}

/* Adds the scenarios of one pack; those that others shadow become a notice. */
static void
list_pack (const StarlingShelf *shelf,
           GHashTable *before,
           GHashTable *owners,
           GPtrArray *summaries,
           GPtrArray *notices)
{
  g_autoptr (GString) shadowed = g_string_new (NULL);
  g_autofree char *name = g_filename_display_name (shelf->pack->file);
  guint n = 0;

  for (guint i = 0; i < shelf->pack->entries->len; i++)
    {
      const StarlingPackEntry *entry
          = g_ptr_array_index (shelf->pack->entries, i);
      const char *owner = g_hash_table_lookup (owners, entry->id);

      if (owner == NULL)
        {
          g_hash_table_insert (owners, entry->id, shelf->pack->file);
          g_ptr_array_add (summaries,
                           find_or_create (before, shelf, i, entry->id));
          continue;
        }
      g_string_append_printf (shadowed,
                              "%s%s: “%s” (%s) is hidden: %s has the same id",
                              n > 0 ? "\n" : "", name, entry->title, entry->id,
                              owner);
      n++;
    }
  if (n > 0)
    {
      g_autofree char *base = g_filename_display_basename (name);

      g_ptr_array_add (
          notices,
          starling_notice_new (
              FALSE, shadowed->str,
              "%u %s of the pack %s: another with the same "
              "id comes first.",
              n, n == 1 ? "scenario is hidden" : "scenarios are hidden", base));
    }
}

static int
compare_summaries_cb (gconstpointer a, gconstpointer b)
{
  StarlingSummary *left = *(StarlingSummary *const *) a;
  StarlingSummary *right = *(StarlingSummary *const *) b;

  return starling_summary_get_principle (left)
         - starling_summary_get_principle (right);
}

/**
 * starling_stock_list_summaries:
 * @self: a stock
 * @before: summaries that were there before, by id; they are used again where
 *   nothing has changed
 * @notices: (element-type StarlingNotice): gets what is to be told
 *
 * Returns: (transfer full) (element-type StarlingSummary): the scenarios that
 *   can be used, by principle, then stories, imported and bundled ones
 */
GPtrArray *
starling_stock_list_summaries (StarlingStock *self,
                               GHashTable *before,
                               GPtrArray *notices)
{
  g_autoptr (GHashTable) owners = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *summaries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (self->notices, i);

      g_ptr_array_add (notices,
                       starling_notice_new (notice->is_error, notice->details,
                                            "%s", notice->summary));
    }
  for (guint i = 0; i < self->shelves->len; i++)
    {
      const StarlingShelf *shelf = g_ptr_array_index (self->shelves, i);

      if (shelf->pack->n_errors > 0)
        g_ptr_array_add (notices, starling_notice_new_for_pack (shelf->pack));
      list_pack (shelf, before, owners, summaries, notices);
    }
  /* Stable: g_ptr_array_sort() keeps the order of equal ones. */
  g_ptr_array_sort (summaries, compare_summaries_cb);
  return summaries;
}
