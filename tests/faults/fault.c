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
#include <time.h>
#include <unistd.h>

#define MAX_FAULTS 16
#define POLL_US 5000

static const char *const fault_names[N_FAULTS]
    = { "-",    "eio",  "enospc", "erofs", "eacces", "eintr", "short",
        "half", "kill", "after",  "wait",  "swap",   "grow",  "rewrite" };

static const int numbers[N_FAULTS] = {
  [FAULT_EIO] = EIO,       [FAULT_ENOSPC] = ENOSPC, [FAULT_EROFS] = EROFS,
  [FAULT_EACCES] = EACCES, [FAULT_EINTR] = EINTR,
};

static const char *folder;
static const char *target;
static const char *other;
static const char *switched; /* the file that switches a fault on */
static int log_fd = -1;
static atomic_uint n_calls;

static struct
{
  unsigned at;
  Fault fault;
} faults[MAX_FAULTS];
static unsigned n_faults;

static Fault
find_fault (const char *name)
{
  for (int i = 1; i < N_FAULTS; i++)
    if (strcmp (name, fault_names[i]) == 0)
      return (Fault) i;
  return FAULT_NONE;
}

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
      faults[n_faults].at = at;
      faults[n_faults].fault = find_fault (word);
      n_faults += faults[n_faults].fault != FAULT_NONE;
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
  switched = getenv ("STARLING_FAULT_WHILE");
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

/* What is to happen as long as it is switched on. */
static Fault
read_switch (void)
{
  char name[16] = "";
  ssize_t n = 0;
  int fd = -1;

  if (switched != NULL)
    fd = (int) syscall (SYS_openat, AT_FDCWD, switched, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return FAULT_NONE;
  n = syscall (SYS_read, fd, name, sizeof name - 1);
  close (fd);
  name[n < 0 ? 0 : n] = '\0';
  name[strcspn (name, "\n")] = '\0';
  return find_fault (name);
}

static void
log_call (unsigned n, const char *call, Fault fault, const char *path)
{
  char line[PATH_MAX + 64];
  struct timespec now;
  int length = 0;

  if (log_fd < 0)
    return;
  clock_gettime (CLOCK_MONOTONIC, &now);
  length = snprintf (line, sizeof line, "%u %s %s %lld %s\n", n, call,
                     fault_names[fault],
                     (long long) now.tv_sec * 1000 + now.tv_nsec / 1000000,
                     path + strlen (folder));
  (void) syscall (SYS_write, log_fd, line, length);
}

/* Counts a call. Returns what is to become of it. */
Fault
fault_gate (const char *call, const char *path, FaultCall kind)
{
  int before = errno;
  unsigned n = atomic_fetch_add (&n_calls, 1) + 1;
  Fault fault = (kind & FAULT_CALL_READS) != 0 ? FAULT_NONE : read_switch ();

  for (unsigned i = 0; i < n_faults; i++)
    if (faults[i].at == n)
      fault = faults[i].fault;
  if ((kind & FAULT_CALL_DIVISIBLE) == 0
      && (fault == FAULT_SHORT || fault == FAULT_HALF))
    fault = FAULT_NONE;

  log_call (n, call, fault, path);
  if (fault == FAULT_KILL)
    die ();
  while (fault == FAULT_WAIT && read_switch () == FAULT_WAIT)
    usleep (POLL_US);
  disturb (fault);
  errno = before;
  return fault;
}

/* Whether the call is to fail; says why in errno. */
bool
fault_fails (Fault fault)
{
  if (numbers[fault] == 0)
    return false;
  errno = numbers[fault];
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
