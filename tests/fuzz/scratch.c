/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fuzz.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

static char *folder;

static void
remove_folder (void)
{
  scratch_clear ();
  g_rmdir (folder);
  g_free (folder);
}

/**
 * scratch_get_folder:
 *
 * Returns: (transfer none): a folder that goes with the process
 */
const char *
scratch_get_folder (void)
{
  if (folder == NULL)
    {
      const char *top
          = g_access ("/dev/shm", W_OK) == 0 ? "/dev/shm" : g_get_tmp_dir ();

      folder = g_build_filename (top, "starling-fuzz-XXXXXX", NULL);
      g_assert_nonnull (g_mkdtemp (folder));
      atexit (remove_folder);
    }
  return folder;
}

/**
 * scratch_put:
 * @name: of a file
 * @data: what it is to hold
 * @length: bytes of @data
 *
 * Returns: (transfer full): its path
 */
char *
scratch_put (const char *name, const uint8_t *data, size_t length)
{
  char *path = g_build_filename (scratch_get_folder (), name, NULL);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, length), ==, length);
  close (fd);
  return path;
}

/**
 * scratch_clear:
 *
 * Removes all files of the folder.
 */
void
scratch_clear (void)
{
  g_autoptr (GDir) dir = g_dir_open (scratch_get_folder (), 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}
