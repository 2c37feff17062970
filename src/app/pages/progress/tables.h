/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-overview.h"

G_BEGIN_DECLS

/* What each plot of Progress shows, as a table with the exact values. */
typedef enum
{
  STARLING_TABLE_MATRIX,
  STARLING_TABLE_STORIES,
  STARLING_TABLE_TOTALS,
  STARLING_TABLE_SHARES,
  STARLING_TABLE_ANSWERS,
  STARLING_TABLE_RECALL,
  STARLING_TABLE_REVIEWS,
  STARLING_TABLE_DAYS,
} StarlingProgressTable;

char *starling_progress_format_csv (const StarlingOverview *overview,
                                    StarlingProgressTable table);

G_END_DECLS
