/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The calls that stand in for the C library's. They go to the kernel directly.
 * What the C library itself calls does not come by here (fopen(), opendir()):
 * nothing that is written to the folder goes through such.
 */

/* Both names of each call are defined here, with and without 64. */
#undef _FILE_OFFSET_BITS

#include "disk.h"
#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int
open_any (int dir, const char *path, int flags, mode_t mode)
{
  bool counted = fault_concerns_path (path);
  FaultCall kind = (flags & (O_ACCMODE | O_CREAT | O_TRUNC)) == O_RDONLY
                       ? FAULT_CALL_READS
                       : FAULT_CALL_CHANGES;
  Fault fault = counted ? fault_gate ("open", path, kind) : FAULT_NONE;
  bool is_new = false;
  int fd = -1;

  if (fault_fails (fault))
    return -1;
  is_new = counted && (flags & O_CREAT) != 0 && access (path, F_OK) != 0;
  fd = (int) syscall (SYS_openat, dir, path, flags, mode);
  if (is_new && fd >= 0)
    disk_forget (fd);
  if (counted && fd >= 0 && (flags & O_TRUNC) != 0)
    disk_cut (fd, 0);
  return (int) fault_done (fault, fd);
}

static mode_t
get_mode (int flags, va_list args)
{
  return (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg (args, mode_t) : 0;
}

#define DEFINE_OPEN(name)                                                      \
  int name (const char *path, int flags, ...)                                  \
  {                                                                            \
    va_list args;                                                              \
    mode_t mode = 0;                                                           \
                                                                               \
    va_start (args, flags);                                                    \
    mode = get_mode (flags, args);                                             \
    va_end (args);                                                             \
    return open_any (AT_FDCWD, path, flags, mode);                             \
  }

#define DEFINE_OPENAT(name)                                                    \
  int name (int dir, const char *path, int flags, ...)                         \
  {                                                                            \
    va_list args;                                                              \
    mode_t mode = 0;                                                           \
                                                                               \
    va_start (args, flags);                                                    \
    mode = get_mode (flags, args);                                             \
    va_end (args);                                                             \
    return open_any (dir, path, flags, mode);                                  \
  }

/* What the C library calls it with _FORTIFY_SOURCE. */
#define DEFINE_OPEN_2(name)                                                    \
  int name (const char *path, int flags);                                      \
  int name (const char *path, int flags)                                       \
  {                                                                            \
    return open_any (AT_FDCWD, path, flags, 0);                                \
  }

DEFINE_OPEN (open)
DEFINE_OPEN (open64)
DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_OPEN_2 (__open_2)
DEFINE_OPEN_2 (__open64_2)

int
creat (const char *path, mode_t mode)
{
  return open_any (AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

ssize_t
read (int fd, void *data, size_t length)
{
  char path[PATH_MAX];
  Fault fault
      = fault_concerns_file (fd, path)
            ? fault_gate ("read", path, FAULT_CALL_READS | FAULT_CALL_DIVISIBLE)
            : FAULT_NONE;

  if (fault_fails (fault))
    return -1;
  return fault_done (fault, syscall (SYS_read, fd, data,
                                     fault_get_part (fault, length)));
}

/* Takes in that bytes were written, at the file's position or at @offset. */
static long
wrote (int fd, off_t offset, long n, Fault fault)
{
  if (n > 0 && offset < 0)
    offset = lseek (fd, 0, SEEK_CUR) - n;
  if (n > 0)
    disk_wrote (fd, offset, n);
  return fault_done (fault, n);
}

ssize_t
write (int fd, const void *data, size_t length)
{
  char path[PATH_MAX];
  Fault fault = FAULT_NONE;

  if (!fault_concerns_file (fd, path))
    return syscall (SYS_write, fd, data, length);
  fault = fault_gate ("write", path, FAULT_CALL_DIVISIBLE);
  if (fault_fails (fault))
    return -1;
  return wrote (fd, -1,
                syscall (SYS_write, fd, data, fault_get_part (fault, length)),
                fault);
}

static ssize_t
pwrite_any (int fd, const void *data, size_t length, off_t offset)
{
  char path[PATH_MAX];
  Fault fault = FAULT_NONE;

  if (!fault_concerns_file (fd, path))
    return syscall (SYS_pwrite64, fd, data, length, offset);
  fault = fault_gate ("pwrite", path, FAULT_CALL_DIVISIBLE);
  if (fault_fails (fault))
    return -1;
  return wrote (fd, offset,
                syscall (SYS_pwrite64, fd, data, fault_get_part (fault, length),
                         offset),
                fault);
}

ssize_t
pwrite (int fd, const void *data, size_t length, off_t offset)
{
  return pwrite_any (fd, data, length, offset);
}

ssize_t
pwrite64 (int fd, const void *data, size_t length, off64_t offset)
{
  return pwrite_any (fd, data, length, offset);
}

ssize_t
writev (int fd, const struct iovec *parts, int n_parts)
{
  char path[PATH_MAX];
  Fault fault = FAULT_NONE;

  if (!fault_concerns_file (fd, path))
    return syscall (SYS_writev, fd, parts, n_parts);
  fault = fault_gate ("writev", path,
                      n_parts > 1 ? FAULT_CALL_DIVISIBLE : FAULT_CALL_CHANGES);
  if (fault_fails (fault))
    return -1;
  return wrote (fd, -1,
                syscall (SYS_writev, fd, parts,
                         (int) fault_get_part (fault, (size_t) n_parts)),
                fault);
}

static int
sync_any (const char *call, int number, int fd)
{
  char path[PATH_MAX];
  Fault fault = fault_concerns_file (fd, path)
                    ? fault_gate (call, path, FAULT_CALL_CHANGES)
                    : FAULT_NONE;
  int result = 0;

  if (fault_fails (fault))
    {
      int why = errno;

      if (why != EINTR)
        disk_lost (fd);
      errno = why;
      return -1;
    }
  result = (int) syscall (number, fd);
  if (result == 0 && fault_concerns_path (path))
    disk_synced (fd);
  return (int) fault_done (fault, result);
}

int
fsync (int fd)
{
  return sync_any ("fsync", SYS_fsync, fd);
}

int
fdatasync (int fd)
{
  return sync_any ("fdatasync", SYS_fdatasync, fd);
}

static int
ftruncate_any (int fd, off_t length)
{
  char path[PATH_MAX];
  Fault fault = fault_concerns_file (fd, path)
                    ? fault_gate ("ftruncate", path, FAULT_CALL_CHANGES)
                    : FAULT_NONE;
  int result = 0;

  if (fault_fails (fault))
    return -1;
  result = (int) syscall (SYS_ftruncate, fd, length);
  if (result == 0 && fault_concerns_path (path))
    disk_cut (fd, length);
  return (int) fault_done (fault, result);
}

int
ftruncate (int fd, off_t length)
{
  return ftruncate_any (fd, length);
}

int
ftruncate64 (int fd, off64_t length)
{
  return ftruncate_any (fd, length);
}

static int
truncate_any (const char *path, off_t length)
{
  bool counted = fault_concerns_path (path);
  Fault fault = counted ? fault_gate ("truncate", path, FAULT_CALL_CHANGES)
                        : FAULT_NONE;
  int result = 0;
  int fd = -1;

  if (fault_fails (fault))
    return -1;
  result = (int) syscall (SYS_truncate, path, length);
  if (counted && result == 0
      && (fd = (int) syscall (SYS_openat, AT_FDCWD, path, O_RDONLY)) >= 0)
    {
      disk_cut (fd, length);
      close (fd);
    }
  return (int) fault_done (fault, result);
}

int
truncate (const char *path, off_t length)
{
  return truncate_any (path, length);
}

int
truncate64 (const char *path, off64_t length)
{
  return truncate_any (path, length);
}

static Fault
gate_name (const char *call, const char *path)
{
  return fault_concerns_path (path)
             ? fault_gate (call, path, FAULT_CALL_CHANGES)
             : FAULT_NONE;
}

static int
rename_any (int from_dir, const char *from, int to_dir, const char *to)
{
  Fault fault = gate_name ("rename", to);

  if (fault_fails (fault))
    return -1;
  return (int) fault_done (fault, syscall (SYS_renameat2, from_dir, from,
                                           to_dir, to, 0));
}

int
rename (const char *from, const char *to)
{
  return rename_any (AT_FDCWD, from, AT_FDCWD, to);
}

int
renameat (int from_dir, const char *from, int to_dir, const char *to)
{
  return rename_any (from_dir, from, to_dir, to);
}

int
mkdir (const char *path, mode_t mode)
{
  Fault fault = gate_name ("mkdir", path);

  if (fault_fails (fault))
    return -1;
  return (int) fault_done (fault, syscall (SYS_mkdirat, AT_FDCWD, path, mode));
}

int
unlink (const char *path)
{
  Fault fault = gate_name ("unlink", path);

  if (fault_fails (fault))
    return -1;
  return (int) fault_done (fault, syscall (SYS_unlinkat, AT_FDCWD, path, 0));
}
