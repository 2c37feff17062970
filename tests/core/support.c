/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"

#include <glib/gstdio.h>

/**
 * test_dup_source_file:
 * @name: a file's path in the source tree
 *
 * Returns: (transfer full): its path
 */
char *
test_dup_source_file (const char *name)
{
  return g_build_filename (STARLING_SOURCE_DATADIR, "..", name, NULL);
}

/**
 * test_load_catalogue:
 *
 * Returns: (transfer full): the program's own catalogue
 */
StarlingCatalogue *
test_load_catalogue (void)
{
  g_autofree char *file = test_dup_source_file ("data/catalogue.json");
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  StarlingCatalogue *catalogue;
  char *text;
  gsize length;

  g_file_get_contents (file, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  catalogue = starling_catalogue_new_from_bytes (bytes, file, &error);
  g_assert_no_error (error);
  return catalogue;
}

/**
 * test_make_folder:
 *
 * Returns: (transfer full): path of a new, empty folder
 */
char *
test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("starling-test-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/**
 * test_remove_folder:
 * @folder: path of a folder
 *
 * Removes it and all that is in it.
 */
void
test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR)
          && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        test_remove_folder (path);
      else
        g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}
