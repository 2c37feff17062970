/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <sys/stat.h>

#include "storage/journal-file.h"

G_BEGIN_DECLS

/* Shared by journal-file.c, journal-append.c and journal-mend.c. */
struct _StarlingJournalFile
{
  char *folder;
  char *path;
  char *lock_path;
  int lock_fd; /* -1: not locked */
  int fd;      /* for appending; -1: not open */

  /* the file as it was when last read or acknowledged */
  gboolean was_read;
  gboolean exists;
  dev_t device;
  ino_t inode;
  gint64 length;
  struct timespec changed; /* its ctime then */

  gboolean was_left; /* whoever wrote it last was killed, or could not sync */
  gboolean settled;  /* the file and its name are on the disk */

  gboolean lacks_newline; /* its last line */
  gint64 excess;          /* bytes of a failed write behind length, at most */
  StarlingJournalScan *scan; /* damage that is not repaired yet, or NULL */

  StarlingLedger *ledger;     /* held there: all events that are safe or were */
  StarlingSnapshotKey key;    /* of what is there, if it is all of the ledger */
  char *cache;                /* (nullable): where there may be a snapshot */
  StarlingSnapshot *snapshot; /* (nullable): that the ledger began with */
  GArray *missing; /* (element-type guint32): those of them that the file
                      lacks */
};

void starling_journal_file_close (StarlingJournalFile *self);
gboolean
starling_journal_file_refuse (StarlingJournalFile *self, GError **error);

/* journal-mend.c */
gboolean starling_journal_file_is_at (StarlingJournalFile *self,
                                      const struct stat *info);
gboolean
starling_journal_file_cut_excess (StarlingJournalFile *self, GError **error);
gboolean starling_journal_file_repair (StarlingJournalFile *self,
                                       gint64 now,
                                       StarlingJournalReport *report,
                                       gboolean *moved,
                                       GError **error);
void starling_journal_file_take_back (StarlingJournalFile *self, gsize written);
gboolean
starling_journal_file_settle (StarlingJournalFile *self, GError **error);

G_END_DECLS
