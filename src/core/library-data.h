/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "storage/merge.h"

G_BEGIN_DECLS

/* What becomes of the user's data as a whole: merging another journal. */

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

G_END_DECLS
