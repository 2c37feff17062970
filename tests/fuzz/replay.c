/* SPDX-License-Identifier: GPL-3.0-or-later */

/* replay FOLDER...: feeds each file of the folders to the target, in order. */
#include "config.h"

#include "fuzz.h"

#include <stdio.h>
#include <string.h>

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static GPtrArray *
list_files (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name = NULL;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  g_ptr_array_sort (paths, compare_cb);
  return paths;
}

int
main (int argc, char **argv)
{
  printf ("1..%d\n", argc - 1);
  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GPtrArray) paths = list_files (argv[i]);
      g_autofree char *name = g_path_get_basename (argv[i]);

      for (guint j = 0; j < paths->len; j++)
        {
          const char *path = g_ptr_array_index (paths, j);
          g_autofree char *text = NULL;
          gsize length = 0;

          /* The last one to be named is to blame for a crash. */
          printf ("# %s\n", path);
          fflush (stdout);
          if (g_file_get_contents (path, &text, &length, NULL))
            LLVMFuzzerTestOneInput ((const uint8_t *) text, length);
        }
      printf ("%s %d - %u files of %s\n", paths->len > 0 ? "ok" : "not ok", i,
              paths->len, name);
    }
  return 0;
}
