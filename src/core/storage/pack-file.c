/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/pack-file.h"

#include "base/error.h"
#include "storage/pack.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Sets @error after @code, an errno; says what to do. */
static void
set_errno (GError **error, int code)
{
  const char *advice = "try again, or put another copy here";

  if (code == ENOENT)
    advice = "check its name";
  else if (code == EACCES || code == EPERM)
    advice = "change its permissions, or put a copy here that may be read";
  g_set_error (error, G_IO_ERROR, (int) g_io_error_from_errno (code),
               "this file cannot be read (%s): %s", g_strerror (code), advice);
}

static gboolean
check_status (const struct stat *status, GError **error)
{
  if (S_ISDIR (status->st_mode))
    g_set_error_literal (error, STARLING_PACK_ERROR,
                         STARLING_PACK_ERROR_NOT_REGULAR,
                         "this is a folder: name a pack file instead");
  else if (!S_ISREG (status->st_mode))
    g_set_error_literal (error, STARLING_PACK_ERROR,
                         STARLING_PACK_ERROR_NOT_REGULAR,
                         "this is not a regular file but a pipe, a device or "
                         "a socket: put a regular file here instead");
  else if (status->st_size > STARLING_PACK_MAX_BYTES)
    g_set_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_TOO_LARGE,
                 "this file is too large (%" G_GINT64_FORMAT
                 " bytes; at most 32 MiB, %d bytes, are allowed): split it "
                 "into several packs",
                 (gint64) status->st_size, STARLING_PACK_MAX_BYTES);
  else
    return TRUE;
  return FALSE;
}

/**
 * starling_pack_open_file:
 * @file: name of a file
 * @status: (out): what is known of it
 * @error: return location for an error
 *
 * Opens a regular file of at most 32 MiB; never blocks on anything else.
 *
 * Returns: a file descriptor, or -1 with %STARLING_PACK_ERROR_NOT_REGULAR,
 *   %STARLING_PACK_ERROR_TOO_LARGE or a #GIOErrorEnum
 */
int
starling_pack_open_file (const char *file, struct stat *status, GError **error)
{
  int fd = g_open (file, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);

  if (fd < 0 && (errno == ENXIO || errno == ENODEV))
    {
      g_set_error_literal (error, STARLING_PACK_ERROR,
                           STARLING_PACK_ERROR_NOT_REGULAR,
                           "this is not a regular file but a device or a "
                           "socket: put a regular file here instead");
      return -1;
    }
  if (fd < 0 || fstat (fd, status) != 0)
    set_errno (error, errno);
  else if (check_status (status, error))
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

/**
 * starling_pack_read:
 * @fd: a file descriptor
 * @start: byte of the file to begin at
 * @length: bytes to read
 * @n_read: (out): bytes read; fewer than @length where the file ends
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the bytes, with a 0 byte behind them,
 *   or %NULL with a #GIOErrorEnum
 */
char *
starling_pack_read (
    int fd, gsize start, gsize length, gsize *n_read, GError **error)
{
  g_autofree char *text = g_try_malloc (length + 1);
  gsize n = 0;

  if (text == NULL)
    {
      set_errno (error, ENOMEM);
      return NULL;
    }
  while (n < length)
    {
      gssize count = pread (fd, text + n, length - n, (off_t) (start + n));

      if (count == 0)
        break;
      if (count < 0 && errno == EINTR)
        continue;
      if (count < 0)
        {
          set_errno (error, errno);
          return NULL;
        }
      n += (gsize) count;
    }
  text[n] = '\0';
  *n_read = n;
  return g_steal_pointer (&text);
}

/**
 * starling_pack_get_mtime:
 * @status: what is known of a file
 *
 * Returns: when it was last written, in Unix microseconds
 */
gint64
starling_pack_get_mtime (const struct stat *status)
{
  return (gint64) status->st_mtim.tv_sec * G_USEC_PER_SEC
         + status->st_mtim.tv_nsec / 1000;
}
