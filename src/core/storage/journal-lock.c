/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-lock.h"

#include "base/error.h"
#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define POLL_MS 25

/* Says who holds the lock, as far as the lock file tells. */
static void
set_locked (GError **error, int fd)
{
  char text[128];
  gssize n = pread (fd, text, sizeof text - 1, 0);
  char *name = NULL;
  guint64 pid = 0;

  text[MAX (n, 0)] = '\0';
  pid = g_ascii_strtoull (text, &name, 10);
  g_strstrip (name);
  if (pid == 0 || !g_utf8_validate (name, -1, NULL))
    g_set_error_literal (error, STARLING_JOURNAL_ERROR,
                         STARLING_JOURNAL_ERROR_LOCKED,
                         "The journal is held by another process");
  else
    g_set_error (error, STARLING_JOURNAL_ERROR, STARLING_JOURNAL_ERROR_LOCKED,
                 "The journal is held by process %" G_GUINT64_FORMAT " (%s)",
                 pid, *name != '\0' ? name : "unknown");
}

/* Tells others who holds it; a full disk is no reason to fail. */
static void
write_owner (int fd)
{
  const char *name = g_get_prgname ();
  g_autofree char *text = g_strdup_printf ("%ld %.64s\n", (long) getpid (),
                                           name != NULL ? name : "");

  if (TEMP_FAILURE_RETRY (ftruncate (fd, 0)) == 0)
    starling_write_all (fd, text, strlen (text), NULL, NULL);
}

/* Opens the lock file, a regular one, for the user alone. */
static int
open_lock (const char *path, GError **error)
{
  struct stat info;
  int fd = TEMP_FAILURE_RETRY (
      open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW,
            0600));

  if (fd < 0)
    {
      starling_set_errno (error, errno, path);
      return -1;
    }
  if (fstat (fd, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   "%s: Not a regular file", path);
      close (fd);
      return -1;
    }
  if (info.st_size == 0 && (info.st_mode & 0777) != 0600)
    (void) !fchmod (fd, 0600);
  return fd;
}

/**
 * starling_journal_lock:
 * @path: of the lock file, which is created if need be
 * @wait_ms: how long to wait for another holder, in milliseconds
 * @was_left: (out): whether the last holder has not given it up, but ended
 * @error: return location for an error
 *
 * Takes the lock that the one writer of a journal holds. It goes with the
 * process, however that ends. Blocks for up to @wait_ms.
 *
 * Returns: a descriptor for starling_journal_unlock(); -1 with
 *   %STARLING_JOURNAL_ERROR_LOCKED and a message that says who holds it, or
 *   with a #GIOErrorEnum
 */
int
starling_journal_lock (const char *path,
                       guint wait_ms,
                       gboolean *was_left,
                       GError **error)
{
  gint64 deadline = g_get_monotonic_time () + (gint64) wait_ms * 1000;
  struct stat info;
  int fd = -1;

  while (TRUE)
    {
      fd = open_lock (path, error);
      if (fd < 0)
        return -1;
      if (flock (fd, LOCK_EX | LOCK_NB) == 0)
        {
          if (starling_journal_lock_is_valid (fd, path))
            break;
        }
      else if (errno != EWOULDBLOCK && errno != EINTR)
        {
          starling_set_errno (error, errno, path);
          close (fd);
          return -1;
        }
      else if (g_get_monotonic_time () >= deadline)
        {
          set_locked (error, fd);
          close (fd);
          return -1;
        }
      close (fd);
      g_usleep (POLL_MS * 1000);
    }

  *was_left = fstat (fd, &info) != 0 || info.st_size > 0;
  write_owner (fd);
  return fd;
}

/**
 * starling_journal_lock_is_valid:
 * @fd: a descriptor of starling_journal_lock()
 * @path: of the lock file
 *
 * Returns: whether the locked file is still the one at @path
 */
gboolean
starling_journal_lock_is_valid (int fd, const char *path)
{
  struct stat held;
  struct stat there;

  return fstat (fd, &held) == 0 && stat (path, &there) == 0
         && held.st_dev == there.st_dev && held.st_ino == there.st_ino;
}

/**
 * starling_journal_unlock:
 * @fd: a descriptor of starling_journal_lock()
 * @clean: whether all that this process has written is as it should be; the
 *   next holder is told that it was left otherwise
 *
 * Gives the lock up. The file stays: removing it would race with others.
 */
void
starling_journal_unlock (int fd, gboolean clean)
{
  if (clean)
    (void) !TEMP_FAILURE_RETRY (ftruncate (fd, 0));
  close (fd);
}
