/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/file-replace.h"

#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Refuses what must not be replaced; a file that is not there is fine. */
static gboolean
check_target (const char *path, gboolean overwrite, GError **error)
{
  struct stat info;

  if (lstat (path, &info) != 0)
    return TRUE; /* if it cannot be written either, that is told then */
  if (!overwrite)
    starling_set_errno (error, EEXIST, path);
  else if (S_ISDIR (info.st_mode))
    starling_set_errno (error, EISDIR, path);
  else if (S_ISREG (info.st_mode) || S_ISLNK (info.st_mode))
    return TRUE;
  else
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   "%s: Not a regular file", name);
    }
  return FALSE;
}

/* Writes a new file, durably, whose name was made up just now; complaints are
 * about the one that it is to become. */
static gboolean
write_new (const char *written,
           const char *path,
           const char *data,
           gsize length,
           GError **error)
{
  int fd = open (written, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  gboolean ok = FALSE;

  if (fd < 0)
    {
      starling_set_errno (error, errno, path);
      return FALSE;
    }
  ok = starling_write_all (fd, data, length, NULL, error);
  if (!ok)
    g_prefix_error (error, "%s: ", path);
  if (ok && (fchmod (fd, 0600) != 0 || fsync (fd) != 0))
    {
      starling_set_errno (error, errno, path);
      ok = FALSE;
    }
  close (fd);
  return ok;
}

/* Gives the file its name: one that came there meanwhile is not replaced
 * unless that was asked for. */
static gboolean
put_in_place (const char *written,
              const char *path,
              gboolean overwrite,
              GError **error)
{
  int failure = 0;

  if (!overwrite && link (written, path) != 0)
    failure = errno;
  /* Some file systems have no links; they had no such file just now. */
  if ((overwrite || (failure != 0 && failure != EEXIST))
      && check_target (path, overwrite, error))
    failure = g_rename (written, path) == 0 ? 0 : errno;
  if (failure == 0)
    return TRUE;
  if (error != NULL && *error == NULL)
    starling_set_errno (error, failure, path);
  return FALSE;
}

/**
 * starling_file_replace:
 * @path: where a file is to lie
 * @data: what it is to hold
 * @length: its bytes
 * @overwrite: whether it may take the place of another
 * @error: return location for an error
 *
 * Writes a file for the user alone (0600), in full or not at all, durably.
 * Blocks.
 *
 * Returns: %FALSE with a #GIOErrorEnum, %G_IO_ERROR_EXISTS if there is a file
 *   already
 */
gboolean
starling_file_replace (const char *path,
                       const char *data,
                       gsize length,
                       gboolean overwrite,
                       GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *name = g_strdup_printf (".starling-%08x%08x",
                                           g_random_int (), g_random_int ());
  g_autofree char *written = g_build_filename (folder, name, NULL);
  gboolean ok = FALSE;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  if (!check_target (path, overwrite, error))
    return FALSE;
  ok = write_new (written, path, data, length, error)
       && put_in_place (written, path, overwrite, error);
  g_unlink (written);
  return ok && starling_folder_sync (folder, error);
}
