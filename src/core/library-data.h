/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "storage/backup.h"
#include "storage/merge.h"
#include "storage/pack.h"

G_BEGIN_DECLS

/* What becomes of the user's data as a whole: merging another journal,
 * giving all of it away, keeping copies and going back to them. */

gboolean starling_library_merge_sync (StarlingLibrary *self,
                                      const char *path,
                                      StarlingMergeReport *report,
                                      GError **error);
void starling_library_merge_async (StarlingLibrary *self,
                                   const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean starling_library_merge_finish (StarlingLibrary *self,
                                        GAsyncResult *result,
                                        StarlingMergeReport *report,
                                        GError **error);

void starling_library_merge_copies_async (StarlingLibrary *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean starling_library_merge_copies_finish (StarlingLibrary *self,
                                               GAsyncResult *result,
                                               StarlingMergeReport *report,
                                               GError **error);

/* What the user's data can be given away as. */
typedef enum
{
  STARLING_EXPORT_JOURNAL,  /* the events, as JSON Lines */
  STARLING_EXPORT_CSV,      /* a table of all that was done */
  STARLING_EXPORT_MARKDOWN, /* a report to read */
  STARLING_EXPORT_ANKI, /* all flashcards, for Anki; nothing that was done */
} StarlingExportFormat;

typedef struct
{
  StarlingExportFormat format;
  gboolean notes;      /* the user's notes are part of it */
  gboolean overwrite;  /* another file may lie there */
  gint64 until;        /* Unix ms: later events are left out; G_MAXINT64: none;
                          the library is to be as of then */
  StarlingLevel level; /* of flashcards */
  int angle;           /* of flashcards, where offered; STARLING_AS_TOLD */
} StarlingExportOptions;

gboolean
starling_export_format_from_id (const char *id, StarlingExportFormat *format);
gboolean starling_library_export_sync (StarlingLibrary *self,
                                       const StarlingExportOptions *options,
                                       const char *path,
                                       GError **error);
void starling_library_export_async (StarlingLibrary *self,
                                    const StarlingExportOptions *options,
                                    const char *path,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean starling_library_export_finish (StarlingLibrary *self,
                                         GAsyncResult *result,
                                         GError **error);

void starling_library_backup_async (StarlingLibrary *self,
                                    gboolean only_due,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gboolean starling_library_backup_finish (StarlingLibrary *self,
                                         GAsyncResult *result,
                                         StarlingBackup **backup,
                                         GError **error);
void starling_library_list_backups_async (StarlingLibrary *self,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
GPtrArray *starling_library_list_backups_finish (StarlingLibrary *self,
                                                 GAsyncResult *result,
                                                 GError **error);
void starling_library_restore_async (StarlingLibrary *self,
                                     const char *path,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean starling_library_restore_finish (StarlingLibrary *self,
                                          GAsyncResult *result,
                                          StarlingBackup **before,
                                          GError **error);

/* How the import of a pack went. */
typedef struct
{
  char *path;         /* where it lies now */
  gboolean replaced;  /* it took the place of an earlier version of it */
  gboolean unchanged; /* it was there already, as it is */
  GPtrArray *hidden;  /* (element-type utf8): scenarios that another hides, or
                         that it hides; a line each */
} StarlingImportReport;

gboolean starling_library_import_sync (StarlingLibrary *self,
                                       StarlingPack *pack,
                                       StarlingImportReport *report,
                                       GError **error);
void starling_import_report_clear (StarlingImportReport *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StarlingImportReport,
                                  starling_import_report_clear)

/* library-report.c */
char *starling_library_make_report (StarlingLibrary *self, gboolean notes);

G_END_DECLS
