/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "backups.h"
#include "base/day.h"
#include "data-words.h"
#include "transient.h"

/* Says what could not be done, and that nothing has changed by it. */
static void
show_failure (StarlingWindow *self, const char *title, const char *reason)
{
  GtkWidget *dialog = gtk_message_dialog_new (
      GTK_WINDOW (self), GTK_DIALOG_MODAL | GTK_DIALOG_DESTROY_WITH_PARENT,
      GTK_MESSAGE_ERROR, GTK_BUTTONS_NONE, "%s", title);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            reason);
  starling_transient_add_button (dialog, _ ("Close"), GTK_RESPONSE_CLOSE);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static StarlingLibrary *
get_library (StarlingWindow *self)
{
  return starling_session_get_library (self->session);
}

/* --- merging --- */

/* @report: NULL: it failed */
static void
show_merged (StarlingWindow *self,
             const StarlingMergeReport *report,
             const GError *error)
{
  g_autofree char *words = NULL;

  if (self->session == NULL)
    return; /* the window is gone */
  if (report == NULL)
    {
      show_failure (self, _ ("That journal cannot be merged"), error->message);
      return;
    }
  words = starling_data_words_merged (report);
  if (report->n_added + report->n_known == 0 && report->n_damaged > 0)
    show_failure (self, _ ("That is not a journal"), words);
  else
    starling_session_toast (self->session, words, NULL);
}

static void
merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingWindow) self = user_data;
  g_auto (StarlingMergeReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean merged = starling_library_merge_finish (STARLING_LIBRARY (source),
                                                   result, &report, &error);

  show_merged (self, merged ? &report : NULL, error);
}

static void
copies_merged_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingWindow) self = user_data;
  g_auto (StarlingMergeReport) report = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean merged
      = starling_library_merge_copies_finish (STARLING_LIBRARY (source), result,
                                              &report, &error);

  show_merged (self, merged ? &report : NULL, error);
}

static void
merge_copies_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  /* the button that was pressed goes away */
  starling_window_focus_page (self);
  starling_library_merge_copies_async (get_library (self), NULL,
                                       copies_merged_cb, g_object_ref (self));
}

static void
merge_chosen_cb (StarlingWindow *self, int response, GtkFileChooser *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL && self->session != NULL)
    starling_library_merge_async (get_library (self), path, NULL, merged_cb,
                                  g_object_ref (self));
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

/* Offers files whose names end in one of @patterns, or all. */
static void
add_filter (GtkFileChooser *chooser,
            const char *name,
            const char *const *patterns)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (filter, patterns[i]);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
merge_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  GtkFileChooserNative *chooser
      = gtk_file_chooser_native_new (_ ("Merge another journal"),
                                     GTK_WINDOW (widget),
                                     GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Merge"),
                                     _ ("_Cancel"));
  static const char *const journals[] = { "*.jsonl", "*.jsonl.gz", NULL };
  static const char *const all[] = { "*", NULL };

  add_filter (GTK_FILE_CHOOSER (chooser), _ ("Journals and backups"), journals);
  add_filter (GTK_FILE_CHOOSER (chooser), _ ("All files"), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_object (chooser, "response", G_CALLBACK (merge_chosen_cb),
                           widget, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- exporting --- */

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (self->session == NULL)
    return; /* the window is gone */
  if (starling_library_export_finish (STARLING_LIBRARY (source), result,
                                      &error))
    starling_session_toast (self->session, _ ("Exported."), NULL);
  else
    show_failure (self, _ ("The file cannot be written"), error->message);
}

static void
export_chosen_cb (StarlingWindow *self, int response, GtkFileChooser *chooser)
{
  StarlingExportOptions options = { .overwrite = TRUE, .until = G_MAXINT64 };
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;

  options.format = (StarlingExportFormat) GPOINTER_TO_INT (
      g_object_get_data (G_OBJECT (chooser), "format"));
  if (options.format != STARLING_EXPORT_ANKI)
    options.notes
        = g_strcmp0 (gtk_file_chooser_get_choice (chooser, "notes"), "true")
          == 0;
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);
  if (file != NULL)
    path = g_file_get_path (file);
  if (path != NULL && self->session != NULL)
    {
      options.level = starling_session_get_level (self->session);
      options.angle = starling_session_get_wanted_angle (self->session);
      starling_library_export_async (get_library (self), &options, path, NULL,
                                     exported_cb, g_object_ref (self));
    }
  gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (chooser));
  g_object_unref (chooser);
}

static const char *
get_export_title (StarlingExportFormat format)
{
  switch (format)
    {
    case STARLING_EXPORT_CSV:
      return _ ("Export a table of what you did");
    case STARLING_EXPORT_MARKDOWN:
      return _ ("Export a report");
    case STARLING_EXPORT_ANKI:
      return _ ("Export flashcards for Anki");
    case STARLING_EXPORT_JOURNAL:
    default:
      return _ ("Export the journal");
    }
}

static void
export_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  StarlingClock *clock = starling_library_get_clock (get_library (self));
  gint64 now = starling_clock_get_utc (clock);
  StarlingExportFormat format;
  GtkFileChooserNative *chooser = NULL;
  g_autofree char *file = NULL;
  g_autofree char *pattern = NULL;

  if (!starling_export_format_from_id (g_variant_get_string (value, NULL),
                                       &format))
    return;
  file = starling_data_words_export_name (
      format, starling_day_of (now, starling_clock_get_offset (clock, now)));
  chooser = gtk_file_chooser_native_new (get_export_title (format),
                                         GTK_WINDOW (self),
                                         GTK_FILE_CHOOSER_ACTION_SAVE,
                                         _ ("_Export"), _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), file);
  pattern = g_strconcat ("*", strrchr (file, '.'), NULL);
  add_filter (GTK_FILE_CHOOSER (chooser), pattern,
              (const char *const[]){ pattern, NULL });
  if (format != STARLING_EXPORT_ANKI) /* there are none on cards */
    gtk_file_chooser_add_choice (GTK_FILE_CHOOSER (chooser), "notes",
                                 _ ("Include my notes"), NULL, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "format", GINT_TO_POINTER (format));
  g_signal_connect_object (chooser, "response", G_CALLBACK (export_chosen_cb),
                           self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/* --- the rest --- */

static void
backups_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  gtk_window_present (
      GTK_WINDOW (starling_backups_new (GTK_WINDOW (self), self->session)));
}

static void
shown_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_show_uri_full_finish (GTK_WINDOW (source), result, &error)
      && self->session != NULL
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_failure (self, _ ("The data folder cannot be shown"),
                  starling_library_get_user_dir (get_library (self)));
}

static void
open_data_folder_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  g_autoptr (GFile) folder = g_file_new_for_path (
      starling_library_get_user_dir (get_library (self)));
  g_autofree char *uri = g_file_get_uri (folder);

  gtk_show_uri_full (GTK_WINDOW (self), uri, GDK_CURRENT_TIME, NULL, shown_cb,
                     g_object_ref (self));
}

/* Undo rather than ask: all that was done with the story stops counting. */
static void
forget_scenario_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  StarlingScenario *scenario = starling_session_get_scenario (self->session);
  g_autoptr (StarlingEvent) forget = NULL;
  g_autofree char *words = NULL;

  if (scenario == NULL)
    return;
  forget = starling_event_new (STARLING_EVENT_FORGET);
  forget->scenario = g_strdup (scenario->id);
  words = g_strdup_printf (_ ("Progress of “%s” deleted."), scenario->title);
  starling_library_record_async (get_library (self), forget, NULL, NULL, NULL);
  starling_session_toast (self->session, words, forget->id);
}

/**
 * starling_window_update_forget:
 * @self: a window with a session
 *
 * Offers to delete the progress of a story if that is on screen, and has any.
 */
void
starling_window_update_forget (StarlingWindow *self)
{
  StarlingScenario *scenario = starling_session_get_scenario (self->session);
  StarlingScenarioProgress progress = { 0 };

  if (scenario != NULL)
    starling_progress_get_scenario (starling_library_get_progress (
                                        get_library (self)),
                                    scenario->id, &progress);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forget-scenario",
                                 progress.state != STARLING_STATE_NEW
                                     && starling_window_is_practice (self));
}

/**
 * starling_window_watch_data:
 * @self: a window with a session
 *
 * Keeps up to date which of the actions make sense.
 */
void
starling_window_watch_data (StarlingWindow *self)
{
  g_signal_connect_object (self->session, "notify::scenario",
                           G_CALLBACK (starling_window_update_forget), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_library (self), "progress-changed",
                           G_CALLBACK (starling_window_update_forget), self,
                           G_CONNECT_SWAPPED);
  starling_window_update_forget (self);
}

/**
 * starling_window_install_data_actions:
 * @widget_class: of the window
 *
 * Adds the actions on the user's data as a whole, and on that of one story.
 */
void
starling_window_install_data_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.merge", NULL, merge_cb);
  gtk_widget_class_install_action (widget_class, "win.merge-copies", NULL,
                                   merge_copies_cb);
  gtk_widget_class_install_action (widget_class, "win.export", "s", export_cb);
  gtk_widget_class_install_action (widget_class, "win.backups", NULL,
                                   backups_cb);
  gtk_widget_class_install_action (widget_class, "win.open-data-folder", NULL,
                                   open_data_folder_cb);
  gtk_widget_class_install_action (widget_class, "win.forget-scenario", NULL,
                                   forget_scenario_cb);
}
