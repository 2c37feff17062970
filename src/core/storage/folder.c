/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* How much of a file is written again at once. */
#define REWRITE_BYTES (64 * 1024)

/* A quota and a limit on the size of files are full disks to the user. */
static int
get_code (int number)
{
  return number == EDQUOT || number == EFBIG
             ? G_IO_ERROR_NO_SPACE
             : (int) g_io_error_from_errno (number);
}

/**
 * starling_set_errno:
 * @error: return location for an error
 * @number: a value of errno
 * @path: what it is about
 *
 * Sets a #GIOErrorEnum with a message such as "/path: No space left".
 */
void
starling_set_errno (GError **error, int number, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, G_IO_ERROR, get_code (number), "%s: %s", name,
               g_strerror (number));
}

/**
 * starling_folder_sync:
 * @path: a folder
 * @error: return location for an error
 *
 * Makes durable that files were created, renamed or removed in it.
 *
 * Returns: %FALSE on failure
 */
gboolean
starling_folder_sync (const char *path, GError **error)
{
  int fd = TEMP_FAILURE_RETRY (open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  int failure = 0;

  if (fd < 0)
    {
      starling_set_errno (error, errno, path);
      return FALSE;
    }
  /* Some file systems cannot sync a folder, and say so with EINVAL. */
  if (TEMP_FAILURE_RETRY (fsync (fd)) != 0 && errno != EINVAL)
    failure = errno;
  close (fd);
  if (failure != 0)
    starling_set_errno (error, failure, path);
  return failure == 0;
}

/* Whether this program can have created the folder in that other one. */
static gboolean
is_made_in (const char *path, const char *parent)
{
  struct stat inner;
  struct stat outer;

  return !g_str_equal (path, parent) && stat (path, &inner) == 0
         && stat (parent, &outer) == 0 && inner.st_dev == outer.st_dev
         && g_access (parent, R_OK | W_OK) == 0;
}

/**
 * starling_folder_settle:
 * @path: an absolute path
 * @error: return location for an error
 *
 * Makes durable what is in a folder, and that it is where it is: syncs it and
 * those above it, as far up as this program can have created them. Whoever
 * did may have been killed before syncing them, or have failed to. Blocks on
 * the disk.
 *
 * Returns: %FALSE on failure
 */
gboolean
starling_folder_settle (const char *path, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (path);

  if (!starling_folder_sync (path, error))
    return FALSE;
  return !is_made_in (path, parent) || starling_folder_settle (parent, error);
}

/**
 * starling_folder_ensure:
 * @path: an absolute path
 * @error: return location for an error
 *
 * Creates the folder, and those above it, for the user alone (0700, whatever
 * the umask), unless it exists. Blocks on the disk.
 *
 * Returns: %FALSE on failure
 */
gboolean
starling_folder_ensure (const char *path, GError **error)
{
  g_autofree char *parent = NULL;

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;

  parent = g_path_get_dirname (path);
  if (!g_str_equal (parent, path) && !starling_folder_ensure (parent, error))
    return FALSE;
  if (g_mkdir (path, 0700) == 0)
    {
      if (g_chmod (path, 0700) != 0)
        {
          starling_set_errno (error, errno, path);
          return FALSE;
        }
      return starling_folder_sync (parent, error);
    }
  if (errno == EEXIST && g_file_test (path, G_FILE_TEST_IS_DIR))
    return TRUE;
  starling_set_errno (error, errno, path);
  return FALSE;
}

/**
 * starling_write_all:
 * @fd: an open file
 * @data: bytes
 * @length: how many
 * @written: (out) (optional): how many were written, on failure too
 * @error: return location for an error
 *
 * Writes all of @data, in as many calls as it takes.
 *
 * Returns: %FALSE on failure
 */
gboolean
starling_write_all (
    int fd, const char *data, gsize length, gsize *written, GError **error)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = write (fd, data + done, length - done);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          int number = n < 0 ? errno : ENOSPC;

          g_set_error_literal (error, G_IO_ERROR, get_code (number),
                               g_strerror (number));
          break;
        }
      done += (gsize) n;
    }
  if (written != NULL)
    *written = done;
  return done == length;
}

/* Reads up to @length bytes; less only at the end of the file. */
static gssize
read_all (int fd, char *data, gsize length, off_t offset)
{
  gsize done = 0;

  while (done < length)
    {
      gssize n = TEMP_FAILURE_RETRY (
          pread (fd, data + done, length - done, offset + (off_t) done));

      if (n < 0)
        return -1;
      if (n == 0)
        break;
      done += (gsize) n;
    }
  return (gssize) done;
}

static gboolean
write_again (int fd)
{
  g_autofree char *chunk = g_malloc (REWRITE_BYTES);
  off_t offset = 0;
  gssize n = 0;

  while ((n = read_all (fd, chunk, REWRITE_BYTES, offset)) > 0)
    for (gssize done = 0; done < n;)
      {
        gssize written = TEMP_FAILURE_RETRY (
            pwrite (fd, chunk + done, (gsize) (n - done), offset));

        if (written <= 0)
          return FALSE;
        done += written;
        offset += written;
      }
  return n == 0 && TEMP_FAILURE_RETRY (fdatasync (fd)) == 0;
}

/**
 * starling_file_rewrite:
 * @path: a regular file
 * @error: return location for an error
 *
 * Writes the bytes of a file again where they are, and makes them durable.
 * Bytes that could not be written once look to the system as if they had been,
 * so that to sync them again does nothing (fsync(2), "NOTES"). Blocks on the
 * disk.
 *
 * Returns: %FALSE on failure
 */
gboolean
starling_file_rewrite (const char *path, GError **error)
{
  int fd = TEMP_FAILURE_RETRY (open (path, O_RDWR | O_CLOEXEC | O_NONBLOCK));
  gboolean ok = fd >= 0 && write_again (fd);

  if (!ok)
    starling_set_errno (error, errno, path);
  if (fd >= 0)
    close (fd);
  return ok;
}
