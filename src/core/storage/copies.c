/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/copies.h"

#include "storage/backup.h"
#include "storage/folder.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Of one name there are no more than this. */
#define MAX_SAME 99

/**
 * starling_copies_is_one:
 * @name: the name of a file
 *
 * Returns: whether it is that of a copy of the journal
 */
gboolean
starling_copies_is_one (const char *name)
{
  return g_str_has_prefix (name, "journal") && g_str_has_suffix (name, ".jsonl")
         && (strstr (name, ".sync-conflict") != NULL
             || strstr (name, "conflicted copy") != NULL);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * starling_copies_list:
 * @user_dir: the user's data
 *
 * Returns: (transfer full) (element-type filename): paths of all copies that
 *   lie beside the journal, sorted
 */
GPtrArray *
starling_copies_list (const char *user_dir)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (user_dir, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (user_dir, name, NULL);

      if (starling_copies_is_one (name)
          && g_file_test (path, G_FILE_TEST_IS_REGULAR))
        g_ptr_array_add (copies, g_steal_pointer (&path));
    }
  g_ptr_array_sort (copies, compare_cb);
  return copies;
}

/**
 * starling_copies_put_away:
 * @user_dir: the user's data
 * @path: a copy
 * @error: return location for an error
 *
 * Moves a copy that is no longer needed to the backups; nothing there is
 * replaced. Blocks.
 *
 * Returns: (transfer full) (nullable): where it is now; %NULL with a
 *   #GIOErrorEnum
 */
char *
starling_copies_put_away (const char *user_dir,
                          const char *path,
                          GError **error)
{
  g_autofree char *folder
      = g_build_filename (user_dir, STARLING_BACKUP_FOLDER, NULL);
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *target = g_build_filename (folder, name, NULL);

  if (!starling_folder_ensure (folder, error))
    return NULL;
  for (guint i = 2; g_file_test (target, G_FILE_TEST_EXISTS) && i <= MAX_SAME;
       i++)
    {
      g_autofree char *other = g_strdup_printf ("%s.%u", name, i);

      g_free (target);
      target = g_build_filename (folder, other, NULL);
    }
  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      starling_set_errno (error, EEXIST, target);
      return NULL;
    }
  if (g_rename (path, target) != 0)
    {
      starling_set_errno (error, errno, path);
      return NULL;
    }
  if (!starling_folder_sync (folder, error)
      || !starling_folder_sync (user_dir, error))
    return NULL;
  return g_steal_pointer (&target);
}
