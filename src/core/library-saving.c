/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-private.h"

/**
 * starling_library_flush:
 * @self: a library
 *
 * Blocks until the journal has written all events and drafts, or has tried
 * to: for the end of the program.
 */
void
starling_library_flush (StarlingLibrary *self)
{
  g_return_if_fail (STARLING_IS_LIBRARY (self));

  starling_journal_flush (self->journal);
  starling_drafts_flush (self->drafts);
}

/**
 * starling_library_is_saved:
 * @self: a library
 *
 * Returns: whether all that was recorded is durable
 */
gboolean
starling_library_is_saved (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), TRUE);

  return starling_journal_is_saved (self->journal);
}

/**
 * starling_library_count_unsaved:
 * @self: a library
 *
 * Returns: how many events were recorded that are not durable yet
 */
guint
starling_library_count_unsaved (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), 0);

  return starling_journal_count_unsaved (self->journal);
}

/**
 * starling_library_get_trouble:
 * @self: a library
 *
 * Returns: (transfer none) (nullable): why nothing can be saved now; valid
 *   until `saving-changed`
 */
const StarlingNotice *
starling_library_get_trouble (StarlingLibrary *self)
{
  g_return_val_if_fail (STARLING_IS_LIBRARY (self), NULL);

  return self->slots[STARLING_SLOT_TROUBLE];
}

/**
 * starling_library_retry_async:
 * @self: a loaded library
 * @callback: (nullable): called when all is durable, or that failed again
 * @user_data: for @callback
 *
 * Tries at once to save what could not be saved; by itself that happens at
 * growing intervals.
 */
void
starling_library_retry_async (StarlingLibrary *self,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, starling_library_retry_async);
  starling_journal_retry (self->journal, task);
}

/**
 * starling_library_retry_finish:
 * @self: a library
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %TRUE if all that was recorded is durable; %FALSE with
 *   %STARLING_JOURNAL_ERROR_LOCKED or a #GIOErrorEnum
 */
gboolean
starling_library_retry_finish (StarlingLibrary *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
