/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/param.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* Bytes of a file that are not synced yet, none if they are equal. */
typedef struct
{
  off_t start;
  off_t end;
} Range;

static const char *root; /* NULL: there is no model */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of the model */

/**
 * disk_begin:
 * @folder: (nullable) (transfer none): where the model lies; %NULL: none
 */
void
disk_begin (const char *folder)
{
  root = folder;
}

static int
open_part (char kind, ino_t inode, int flags)
{
  char path[PATH_MAX];

  snprintf (path, sizeof path, "%s/%c%lu", root, kind, (unsigned long) inode);
  return open (path, flags | O_CLOEXEC, 0600);
}

static void
remove_part (char kind, ino_t inode)
{
  char path[PATH_MAX];

  snprintf (path, sizeof path, "%s/%c%lu", root, kind, (unsigned long) inode);
  unlink (path);
}

static Range
load_range (ino_t inode)
{
  Range range = { 0 };
  int fd = open_part ('r', inode, O_RDONLY);

  if (fd < 0)
    return range;
  if (pread (fd, &range, sizeof range, 0) != (ssize_t) sizeof range)
    range = (Range){ 0 };
  close (fd);
  return range;
}

static void
save_range (ino_t inode, Range range)
{
  int fd = open_part ('r', inode, O_WRONLY | O_CREAT);

  if (fd < 0)
    return;
  (void) !pwrite (fd, &range, sizeof range, 0);
  close (fd);
}

static bool
get_info (int fd, struct stat *info)
{
  return root != NULL && fstat (fd, info) == 0;
}

/**
 * disk_forget:
 * @fd: a file that was created just now
 *
 * The disk has nothing of it, whatever had its inode before.
 */
void
disk_forget (int fd)
{
  struct stat info;

  if (!get_info (fd, &info))
    return;
  pthread_mutex_lock (&lock);
  remove_part ('i', info.st_ino);
  remove_part ('r', info.st_ino);
  pthread_mutex_unlock (&lock);
}

/**
 * disk_wrote:
 * @fd: a file
 * @start: the first byte that was written
 * @length: how many
 */
void
disk_wrote (int fd, off_t start, off_t length)
{
  struct stat info;
  Range range = { 0 };

  if (!get_info (fd, &info) || !S_ISREG (info.st_mode) || length <= 0)
    return;
  pthread_mutex_lock (&lock);
  range = load_range (info.st_ino);
  if (range.start == range.end)
    range = (Range){ start, start + length };
  range.start = MIN (range.start, start);
  range.end = MAX (range.end, start + length);
  save_range (info.st_ino, range);
  pthread_mutex_unlock (&lock);
}

/**
 * disk_cut:
 * @fd: a file
 * @length: what it was truncated to
 */
void
disk_cut (int fd, off_t length)
{
  struct stat info;
  Range range = { 0 };

  if (!get_info (fd, &info))
    return;
  pthread_mutex_lock (&lock);
  range = load_range (info.st_ino);
  range.end = MIN (range.end, length);
  range.start = MIN (range.start, range.end);
  save_range (info.st_ino, range);
  pthread_mutex_unlock (&lock);
}

/* Copies bytes; read() would be counted. */
static void
copy_bytes (int from, int to, Range range)
{
  char chunk[16 * 1024];

  while (range.start < range.end)
    {
      size_t wanted = MIN (sizeof chunk, (size_t) (range.end - range.start));
      ssize_t n = pread (from, chunk, wanted, range.start);

      if (n <= 0 || pwrite (to, chunk, (size_t) n, range.start) != n)
        return;
      range.start += n;
    }
}

static void
sync_file (int fd, const struct stat *info, Range range)
{
  char path[64];
  int from = -1;
  int to = open_part ('i', info->st_ino, O_WRONLY | O_CREAT);

  snprintf (path, sizeof path, "/proc/self/fd/%d", fd);
  from = open (path, O_RDONLY | O_CLOEXEC);
  if (from >= 0 && to >= 0)
    copy_bytes (from, to, range);
  if (to >= 0)
    (void) !ftruncate (to, info->st_size);
  if (from >= 0)
    close (from);
  if (to >= 0)
    close (to);
  save_range (info->st_ino, (Range){ 0 });
}

/* At once or not at all: another thread may be killed meanwhile. */
static void
sync_folder (int fd, const struct stat *info)
{
  char link[64];
  char path[PATH_MAX];
  char from[PATH_MAX];
  char to[PATH_MAX];
  ssize_t length = 0;
  FILE *list = NULL;
  DIR *dir = NULL;
  const struct dirent *entry = NULL;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  path[MAX (length, 0)] = '\0';
  snprintf (from, sizeof from, "%s/new", root);
  snprintf (to, sizeof to, "%s/d%lu", root, (unsigned long) info->st_ino);
  dir = opendir (path);
  list = fopen (from, "we");
  while (dir != NULL && list != NULL && (entry = readdir (dir)) != NULL)
    if (strcmp (entry->d_name, ".") != 0 && strcmp (entry->d_name, "..") != 0)
      fprintf (list, "%c %lu %s\n", entry->d_type == DT_DIR ? 'd' : 'f',
               (unsigned long) entry->d_ino, entry->d_name);
  if (dir != NULL)
    closedir (dir);
  if (list != NULL && fclose (list) == 0)
    rename (from, to);
}

/**
 * disk_synced:
 * @fd: a file or a folder that was synced
 */
void
disk_synced (int fd)
{
  struct stat info;

  if (!get_info (fd, &info))
    return;
  pthread_mutex_lock (&lock);
  if (S_ISDIR (info.st_mode))
    sync_folder (fd, &info);
  else if (S_ISREG (info.st_mode))
    sync_file (fd, &info, load_range (info.st_ino));
  pthread_mutex_unlock (&lock);
}

/**
 * disk_lost:
 * @fd: a file or a folder that could not be synced
 */
void
disk_lost (int fd)
{
  struct stat info;

  if (!get_info (fd, &info) || !S_ISREG (info.st_mode))
    return;
  pthread_mutex_lock (&lock);
  save_range (info.st_ino, (Range){ 0 });
  pthread_mutex_unlock (&lock);
}

/**
 * disk_adopt:
 * @path: a file that another program has written and synced
 */
void
disk_adopt (const char *path)
{
  struct stat info;
  int fd = -1;

  /* Not with open(), which is counted. */
  if (root != NULL)
    fd = (int) syscall (SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  if (fd < 0)
    return;
  pthread_mutex_lock (&lock);
  if (get_info (fd, &info))
    sync_file (fd, &info, (Range){ 0, info.st_size });
  pthread_mutex_unlock (&lock);
  close (fd);
}
