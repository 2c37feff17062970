/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StarlingPackError:
 * @STARLING_PACK_ERROR_NOT_REGULAR: not a regular file (a FIFO, a device, …)
 * @STARLING_PACK_ERROR_TOO_LARGE: larger than 32 MiB
 * @STARLING_PACK_ERROR_INVALID: the content breaks the pack format
 * @STARLING_PACK_ERROR_CHANGED: the file is not what was indexed any more
 *
 * Errors of loading a pack or the catalogue.
 */
typedef enum
{
  STARLING_PACK_ERROR_NOT_REGULAR,
  STARLING_PACK_ERROR_TOO_LARGE,
  STARLING_PACK_ERROR_INVALID,
  STARLING_PACK_ERROR_CHANGED,
} StarlingPackError;

#define STARLING_PACK_ERROR (starling_pack_error_quark ())
GQuark starling_pack_error_quark (void);

/**
 * StarlingJournalError:
 * @STARLING_JOURNAL_ERROR_LOCKED: another process holds the lock
 * @STARLING_JOURNAL_ERROR_INVALID_EVENT: an event that cannot be recorded
 * @STARLING_JOURNAL_ERROR_TOO_LONG: an event of more than 1 MiB
 * @STARLING_JOURNAL_ERROR_FOREIGN: a line that only a newer program knows
 *
 * Errors of the journal; those of the file system are #GIOErrorEnum.
 */
typedef enum
{
  STARLING_JOURNAL_ERROR_LOCKED,
  STARLING_JOURNAL_ERROR_INVALID_EVENT,
  STARLING_JOURNAL_ERROR_TOO_LONG,
  STARLING_JOURNAL_ERROR_FOREIGN,
} StarlingJournalError;

#define STARLING_JOURNAL_ERROR (starling_journal_error_quark ())
GQuark starling_journal_error_quark (void);

/**
 * StarlingLibraryError:
 * @STARLING_LIBRARY_ERROR_NO_SCENARIO: no scenario has that id
 * @STARLING_LIBRARY_ERROR_NO_CATALOGUE: the program's own data is missing
 *
 * Errors of the library.
 */
typedef enum
{
  STARLING_LIBRARY_ERROR_NO_SCENARIO,
  STARLING_LIBRARY_ERROR_NO_CATALOGUE,
} StarlingLibraryError;

#define STARLING_LIBRARY_ERROR (starling_library_error_quark ())
GQuark starling_library_error_quark (void);

/**
 * StarlingSchedulerError:
 * @STARLING_SCHEDULER_ERROR_WEIGHTS: not 17, 19 or 21 of them, or not finite
 * @STARLING_SCHEDULER_ERROR_RETENTION: not above 0 and at most 1
 * @STARLING_SCHEDULER_ERROR_MAXIMUM: a longest interval of less than a day
 * @STARLING_SCHEDULER_ERROR_STEPS: a step of less than a minute, or too many
 *
 * Errors of the scheduler's settings.
 */
typedef enum
{
  STARLING_SCHEDULER_ERROR_WEIGHTS,
  STARLING_SCHEDULER_ERROR_RETENTION,
  STARLING_SCHEDULER_ERROR_MAXIMUM,
  STARLING_SCHEDULER_ERROR_STEPS,
} StarlingSchedulerError;

#define STARLING_SCHEDULER_ERROR (starling_scheduler_error_quark ())
GQuark starling_scheduler_error_quark (void);

G_END_DECLS
