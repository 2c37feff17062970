/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-data.h"

G_BEGIN_DECLS

/* What is said of the user's data as a whole: pure functions. */

char *starling_data_words_merged (const StarlingMergeReport *report);
char *starling_data_words_backup (const StarlingBackup *backup);
char *starling_data_words_count (const StarlingBackup *backup);
char *starling_data_words_export_name (StarlingExportFormat format, int day);

G_END_DECLS
