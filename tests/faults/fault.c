/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fault.h"

#include "disk.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#define MAX_FAULTS 16

static const char *const fault_names[N_FAULTS]
    = { "-",    "eio",   "enospc", "eintr", "short",  "half",
        "kill", "after", "swap",   "grow",  "rewrite" };

static const char *folder;
static const char *target;
static const char *other;
static int log_fd = -1;
static atomic_uint n_calls;

static struct
{
  unsigned at;
  Fault fault;
} faults[MAX_FAULTS];
static unsigned n_faults;

static void
read_faults (const char *text)
{
  char word[16];
  unsigned at = 0;
  int used = 0;

  while (n_faults < MAX_FAULTS
         && sscanf (text, " %u:%15s%n", &at, word, &used) == 2)
    {
      text += used;
      for (int i = 1; i < N_FAULTS; i++)
        if (strcmp (word, fault_names[i]) == 0)
          {
            faults[n_faults].at = at;
            faults[n_faults].fault = (Fault) i;
            n_faults++;
          }
    }
}

__attribute__ ((constructor)) static void
begin (void)
{
  const char *at = getenv ("STARLING_FAULT_AT");
  const char *log = getenv ("STARLING_FAULT_LOG");

  folder = getenv ("STARLING_FAULT_FOLDER");
  target = getenv ("STARLING_FAULT_TARGET");
  other = getenv ("STARLING_FAULT_OTHER");
  disk_begin (getenv ("STARLING_FAULT_DISK"));
  if (at != NULL)
    read_faults (at);
  if (log != NULL)
    log_fd = (int) syscall (SYS_openat, AT_FDCWD, log,
                            O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static void
die (void)
{
  kill (getpid (), SIGKILL);
  while (1)
    pause ();
}

static void
write_other (int flags)
{
  char chunk[4096];
  ssize_t n = 0;
  int from = (int) syscall (SYS_openat, AT_FDCWD, other, O_RDONLY | O_CLOEXEC);
  int to = (int) syscall (SYS_openat, AT_FDCWD, target,
                          O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);

  while (from >= 0 && to >= 0
         && (n = syscall (SYS_read, from, chunk, sizeof chunk)) > 0)
    (void) syscall (SYS_write, to, chunk, n);
  if (from >= 0)
    close (from);
  if (to >= 0)
    close (to);
}

/* Does what another program may do at any time. */
static void
disturb (Fault fault)
{
  if (fault < FAULT_SWAP || other == NULL || target == NULL)
    return;
  if (fault == FAULT_SWAP)
    syscall (SYS_renameat2, AT_FDCWD, other, AT_FDCWD, target, 0);
  else
    write_other (fault == FAULT_GROW ? O_APPEND : O_TRUNC);
  disk_adopt (target);
}

bool
fault_concerns_path (const char *path)
{
  size_t length = folder == NULL ? 0 : strlen (folder);

  return length > 0 && strncmp (path, folder, length) == 0
         && (path[length] == '/' || path[length] == '\0');
}

/* Whether the file is in the folder; @path gets its name, PATH_MAX bytes. */
bool
fault_concerns_file (int fd, char *path)
{
  char link[64];
  ssize_t length = 0;

  if (folder == NULL)
    return false;
  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, PATH_MAX - 1);
  path[length < 0 ? 0 : length] = '\0';
  return fault_concerns_path (path);
}

/* Counts a call. Returns what is to become of it. */
Fault
fault_gate (const char *call, const char *path, bool divisible)
{
  int before = errno;
  unsigned n = atomic_fetch_add (&n_calls, 1) + 1;
  Fault fault = FAULT_NONE;
  char line[PATH_MAX + 64];
  int length = 0;

  for (unsigned i = 0; i < n_faults; i++)
    if (faults[i].at == n)
      fault = faults[i].fault;
  if (!divisible && (fault == FAULT_SHORT || fault == FAULT_HALF))
    fault = FAULT_NONE;

  length = snprintf (line, sizeof line, "%u %s %s %s\n", n, call,
                     fault_names[fault], path + strlen (folder));
  if (log_fd >= 0)
    (void) syscall (SYS_write, log_fd, line, length);
  if (fault == FAULT_KILL)
    die ();
  disturb (fault);
  errno = before;
  return fault;
}

/* Whether the call is to fail; says why in errno. */
bool
fault_fails (Fault fault)
{
  if (fault != FAULT_EIO && fault != FAULT_ENOSPC && fault != FAULT_EINTR)
    return false;
  errno = fault == FAULT_EIO ? EIO : fault == FAULT_ENOSPC ? ENOSPC : EINTR;
  return true;
}

/* Ends a call: kills the process where that was to be. */
long
fault_done (Fault fault, long result)
{
  if (fault == FAULT_AFTER || fault == FAULT_HALF)
    die ();
  return result;
}

size_t
fault_get_part (Fault fault, size_t length)
{
  return fault == FAULT_SHORT || fault == FAULT_HALF ? (length + 1) / 2
                                                     : length;
}
