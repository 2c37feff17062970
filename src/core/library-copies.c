/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-data.h"
#include "library-private.h"

#include "storage/copies.h"

/* What is looked for off the main thread. */
typedef struct
{
  char *user_dir;
  GPtrArray *copies; /* (element-type filename) */
} Looking;

static Looking *
looking_new (StarlingLibrary *self)
{
  Looking *looking = g_new0 (Looking, 1);

  looking->user_dir = g_strdup (self->user_dir);
  return looking;
}

static void
looking_free (gpointer data)
{
  Looking *looking = data;

  g_clear_pointer (&looking->copies, g_ptr_array_unref);
  g_free (looking->user_dir);
  g_free (looking);
}

static void
look_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Looking *looking = data;

  looking->copies = starling_copies_list (looking->user_dir);
  g_task_return_boolean (task, TRUE);
}

/* Says that there are copies, and which, or that there are none any more. */
static void
take_copies (StarlingLibrary *self, GPtrArray *copies)
{
  g_autoptr (GString) names = g_string_new (NULL);
  StarlingNotice *notice = NULL;

  for (guint i = 0; i < copies->len; i++)
    {
      g_autofree char *name
          = g_filename_display_basename (g_ptr_array_index (copies, i));

      g_string_append_printf (names, "%s%s", i > 0 ? "\n" : "", name);
    }
  if (copies->len == 1)
    notice = starling_notice_new (FALSE, names->str,
                                  "Another copy of your progress lies beside "
                                  "the journal.");
  else if (copies->len > 1)
    notice = starling_notice_new (FALSE, names->str,
                                  "%u other copies of your progress lie beside "
                                  "the journal.",
                                  copies->len);
  if (notice != NULL)
    notice->remedy = STARLING_REMEDY_MERGE_COPIES;
  starling_library_set_slot (self, STARLING_SLOT_COPIES, notice);
}

static void look (StarlingLibrary *self);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (StarlingLibrary) self = g_weak_ref_get (weak);
  Looking *looking = g_task_get_task_data (G_TASK (result));

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self == NULL)
    return;
  self->looking = FALSE;
  take_copies (self, looking->copies);
  if (self->look_again)
    look (self);
}

/* The task of the thread has no source: a library must not end there. */
static void
look (StarlingLibrary *self)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak = NULL;

  self->look_again = self->looking;
  if (self->looking)
    return;
  self->looking = TRUE;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, NULL, looked_cb, weak);
  g_task_set_task_data (task, looking_new (self), looking_free);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
is_copy (GFile *file)
{
  g_autofree char *name = file == NULL ? NULL : g_file_get_basename (file);

  return name != NULL && starling_copies_is_one (name);
}

/* The folder changes with every event that is written: few are of interest. */
static void
folder_changed_cb (StarlingLibrary *self, GFile *file, GFile *other)
{
  if (is_copy (file) || is_copy (other))
    look (self);
}

/**
 * starling_library_watch_copies:
 * @self: a loaded library
 *
 * Looks for copies of the journal beside it, now and from now on, and tells of
 * them in a notice.
 */
void
starling_library_watch_copies (StarlingLibrary *self)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->user_dir);

  g_clear_object (&self->copies_monitor);
  self->copies_monitor
      = g_file_monitor_directory (folder, G_FILE_MONITOR_WATCH_MOVES, NULL,
                                  NULL);
  if (self->copies_monitor != NULL)
    g_signal_connect_swapped (self->copies_monitor, "changed",
                              G_CALLBACK (folder_changed_cb), self);
  look (self);
}

/**
 * starling_library_stop_watching_copies:
 * @self: a library
 *
 * Stops reacting to copies.
 */
void
starling_library_stop_watching_copies (StarlingLibrary *self)
{
  if (self->copies_monitor == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->copies_monitor, self);
  g_file_monitor_cancel (self->copies_monitor);
  g_clear_object (&self->copies_monitor);
}

/* --- merging them --- */

/* All copies, one after the other. */
typedef struct
{
  Looking *looking;
  guint next; /* index of the one that is merged, or is to be */
  StarlingMergeReport sum;
} MergingCopies;

static void
merging_copies_free (gpointer data)
{
  MergingCopies *merging = data;

  looking_free (merging->looking);
  starling_merge_report_clear (&merging->sum);
  g_free (merging);
}

static void
add_report (StarlingMergeReport *sum, const StarlingMergeReport *report)
{
  sum->n_added += report->n_added;
  sum->n_known += report->n_known;
  sum->n_damaged += report->n_damaged;
  if (report->details != NULL)
    {
      char *details
          = sum->details == NULL
                ? g_strdup (report->details)
                : g_strconcat (sum->details, "\n", report->details, NULL);

      g_free (sum->details);
      sum->details = details;
    }
}

static void merge_next (GTask *outer);

static void
put_away_thread (GTask *task,
                 gpointer source,
                 gpointer data,
                 GCancellable *cancellable)
{
  MergingCopies *merging = data;
  GError *error = NULL;
  g_autofree char *path
      = starling_copies_put_away (merging->looking->user_dir,
                                  g_ptr_array_index (merging->looking->copies,
                                                     merging->next),
                                  &error);

  if (path != NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
put_away_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  MergingCopies *merging = g_task_get_task_data (outer);
  GError *error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      look (g_task_get_source_object (outer));
      g_task_return_error (outer, error);
      return;
    }
  merging->next++;
  merge_next (g_steal_pointer (&outer));
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) outer = data;
  MergingCopies *merging = g_task_get_task_data (outer);
  g_auto (StarlingMergeReport) report = { 0 };
  g_autoptr (GTask) inner = NULL;
  GError *error = NULL;

  if (!starling_library_merge_finish (STARLING_LIBRARY (source), result,
                                      &report, &error))
    {
      look (STARLING_LIBRARY (source));
      g_task_return_error (outer, error);
      return;
    }
  add_report (&merging->sum, &report);
  inner = g_task_new (NULL, NULL, put_away_cb, g_steal_pointer (&outer));
  g_task_set_task_data (inner, merging, NULL);
  g_task_run_in_thread (inner, put_away_thread);
}

/* Takes the next copy, or ends. */
static void
merge_next (GTask *outer)
{
  StarlingLibrary *self = g_task_get_source_object (outer);
  MergingCopies *merging = g_task_get_task_data (outer);
  GPtrArray *copies = merging->looking->copies;

  if (merging->next < copies->len)
    {
      starling_library_merge_async (self,
                                    g_ptr_array_index (copies, merging->next),
                                    g_task_get_cancellable (outer), merged_cb,
                                    outer);
      return;
    }
  look (self);
  g_task_return_boolean (outer, TRUE);
  g_object_unref (outer);
}

static void
looked_to_merge_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  merge_next (data);
}

/**
 * starling_library_merge_copies_async:
 * @self: a loaded library
 * @cancellable: (nullable): to stop before the next one
 * @callback: called when what was missing is durable
 * @user_data: for @callback
 *
 * Merges all copies that lie beside the journal, and moves each to the backups
 * then. Stops at one that cannot be read.
 */
void
starling_library_merge_copies_async (StarlingLibrary *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  g_autoptr (GTask) inner = NULL;
  GTask *outer = NULL;
  MergingCopies *merging = NULL;

  g_return_if_fail (STARLING_IS_LIBRARY (self));

  outer = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (outer, starling_library_merge_copies_async);
  merging = g_new0 (MergingCopies, 1);
  merging->looking = looking_new (self);
  g_task_set_task_data (outer, merging, merging_copies_free);
  inner = g_task_new (NULL, NULL, looked_to_merge_cb, outer);
  g_task_set_task_data (inner, merging->looking, NULL);
  g_task_run_in_thread (inner, look_thread);
}

/**
 * starling_library_merge_copies_finish:
 * @self: a library
 * @result: what the callback got
 * @report: (nullable): gets how it went with all of them
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum; what was merged before stays so
 */
gboolean
starling_library_merge_copies_finish (StarlingLibrary *self,
                                      GAsyncResult *result,
                                      StarlingMergeReport *report,
                                      GError **error)
{
  MergingCopies *merging = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  if (report != NULL)
    {
      starling_merge_report_clear (report);
      *report = merging->sum;
      merging->sum = (StarlingMergeReport){ 0 };
    }
  return TRUE;
}
