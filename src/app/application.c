/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include <glib/gi18n.h>

#include "about.h"
#include "accessible.h"
#include "appearance.h"
#include "library-data.h"
#include "preferences.h"
#include "settings.h"
#include "termination.h"
#include "transient.h"
#include "window.h"

/* The start has other things to do. */
#define BACKUP_DELAY_S 5

struct _StarlingApplication
{
  GtkApplication parent_instance;

  StarlingClock *clock;
  StarlingLibrary *library;
  StarlingAppearance *appearance;
  StarlingTermination *termination;
  GError *load_error;
  gboolean loaded;
  guint backup_id;            /* a backup is to be made soon, if one is due */
  GtkTextDirection direction; /* none: the locale's */
  gboolean wanted;            /* activated before the library was loaded */
};

G_DEFINE_FINAL_TYPE (StarlingApplication,
                     starling_application,
                     GTK_TYPE_APPLICATION)

static void
preferences_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  GtkWindow *window
      = gtk_application_get_active_window (GTK_APPLICATION (user_data));

  if (STARLING_IS_WINDOW (window))
    gtk_window_present (GTK_WINDOW (starling_preferences_new (
        window, starling_window_get_session (STARLING_WINDOW (window)))));
}

static void
about_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  starling_show_about (
      gtk_application_get_active_window (GTK_APPLICATION (user_data)));
}

static void
quit_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  /* One may take others with it. */
  GList *windows = g_list_copy_deep (gtk_application_get_windows (
                                         GTK_APPLICATION (user_data)),
                                     (GCopyFunc) g_object_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static void
add_accels (GtkApplication *app)
{
  static const struct
  {
    const char *action;
    const char *accels[3];
  } keys[] = {
    { "win.go-to-mode::study", { "<Control>1", NULL } },
    { "win.go-to-mode::rehearse", { "<Control>2", NULL } },
    { "win.go-to-mode::quiz", { "<Control>3", NULL } },
    { "win.show-progress", { "<Control>0", "<Control>KP_0", NULL } },
    { "win.toggle-sidebar", { "F9", NULL } },
    { "win.search", { "<Control>f", NULL } },
    { "win.next-level", { "<Control>l", NULL } },
    { "win.next-angle", { "<Control><Shift>l", NULL } },
    { "win.show-help-overlay",
      { "<Control>question", "<Control><Shift>slash", NULL } },
    { "app.preferences", { "<Control>comma", NULL } },
    { "app.quit", { "<Control>q", NULL } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (app, keys[i].action, keys[i].accels);
}

/* Without the program's own data there is nothing to show but the reason. */
static void
show_load_error (StarlingApplication *self)
{
  GtkWidget *dialog
      = gtk_message_dialog_new (NULL, 0, GTK_MESSAGE_ERROR, GTK_BUTTONS_NONE,
                                "%s", _ ("Starling cannot start"));

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (dialog), "%s",
                                            self->load_error->message);
  gtk_window_set_application (GTK_WINDOW (dialog), GTK_APPLICATION (self));
  starling_transient_add_button (dialog, _ ("Close"), GTK_RESPONSE_CLOSE);
  g_signal_connect (dialog, "response", G_CALLBACK (gtk_window_destroy), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
  g_printerr ("%s\n", self->load_error->message);
}

static void
show_window (StarlingApplication *self)
{
  GtkWindow *window
      = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window == NULL && self->load_error != NULL)
    {
      show_load_error (self);
      return;
    }
  if (window == NULL)
    window = GTK_WINDOW (
        starling_window_new (GTK_APPLICATION (self), self->library));
  gtk_window_present (window);
}

/* If it fails, the next start tries again; nothing is lost by it. */
static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  if (!starling_library_backup_finish (STARLING_LIBRARY (source), result, NULL,
                                       &error))
    g_debug ("No backup: %s", error->message);
}

static gboolean
backup_cb (gpointer user_data)
{
  StarlingApplication *self = user_data;

  self->backup_id = 0;
  starling_library_backup_async (self->library, TRUE, NULL, backed_up_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingApplication) self = user_data;

  if (starling_library_load_finish (self->library, result, &self->load_error))
    self->backup_id = g_timeout_add_seconds (BACKUP_DELAY_S, backup_cb, self);
  self->loaded = TRUE;
  if (self->wanted)
    show_window (self);
  self->wanted = FALSE;
  g_application_release (G_APPLICATION (self));
}

/* A signal ends the program. */
static void
end (gpointer user_data)
{
  GList *windows = g_list_copy_deep (gtk_application_get_windows (
                                         GTK_APPLICATION (user_data)),
                                     (GCopyFunc) g_object_ref, NULL);

  for (GList *l = windows; l != NULL; l = l->next)
    if (STARLING_IS_WINDOW (l->data))
      starling_window_close_anyway (l->data);
  g_list_free_full (windows, g_object_unref);
  g_application_quit (G_APPLICATION (user_data));
}

static void
starling_application_startup (GApplication *application)
{
  StarlingApplication *self = STARLING_APPLICATION (application);
  g_autofree char *data_dir = starling_library_find_data_dir ();
  g_autofree char *user_dir = starling_library_find_user_dir ();
  g_autofree char *cache_dir = starling_library_find_cache_dir ();
  const GActionEntry entries[] = {
    { "preferences", preferences_cb },
    { "about", about_cb },
    { "quit", quit_cb },
  };

  /* The packs load while GTK wakes up. */
  if (self->clock == NULL)
    self->clock = starling_clock_new_system ();
  self->library = starling_library_new (data_dir, user_dir, self->clock);
  starling_library_set_cache_dir (self->library, cache_dir);
  g_application_hold (application);
  self->termination = starling_termination_watch (self->library, end, self);
  starling_library_load_async (self->library, NULL, loaded_cb,
                               g_object_ref (self));

  G_APPLICATION_CLASS (starling_application_parent_class)
      ->startup (application);

  starling_accessible_init ();
  /* text that can be copied is not selected just for having the focus */
  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE,
                NULL);
  if (self->direction != GTK_TEXT_DIR_NONE)
    gtk_widget_set_default_direction (self->direction);
  self->appearance = starling_appearance_new (gdk_display_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  add_accels (GTK_APPLICATION (self));
}

static void
starling_application_activate (GApplication *application)
{
  StarlingApplication *self = STARLING_APPLICATION (application);

  if (self->loaded)
    show_window (self);
  else
    self->wanted = TRUE;
}

/* Who looks for what is missing finds out here. */
static void
tell_losses (StarlingApplication *self)
{
  guint n = starling_library_count_unsaved (self->library);

  if (n > 0)
    g_printerr (ngettext ("The last thing that you did could not be saved.\n",
                          "The last %u things that you did could not be "
                          "saved.\n",
                          n),
                n);
}

static void
starling_application_shutdown (GApplication *application)
{
  StarlingApplication *self = STARLING_APPLICATION (application);

  g_clear_pointer (&self->termination, starling_termination_free);
  g_clear_handle_id (&self->backup_id, g_source_remove);
  g_clear_object (&self->appearance);
  G_APPLICATION_CLASS (starling_application_parent_class)
      ->shutdown (application);

  if (self->library != NULL)
    {
      starling_library_flush (self->library);
      tell_losses (self);
    }
  g_settings_sync ();
  g_clear_object (&self->library);
}

/* --now: the clock starts at a given time, for trying things out. */
static int
starling_application_handle_local_options (GApplication *application,
                                           GVariantDict *options)
{
  StarlingApplication *self = STARLING_APPLICATION (application);
  const char *now;
  gint64 utc;
  int offset;

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Starling %s\n", STARLING_VERSION);
      return 0;
    }
  if (g_variant_dict_lookup (options, "now", "&s", &now))
    {
      if (!starling_time_parse_utc (now, &utc, &offset))
        {
          g_printerr (_ ("%s is not a time: write it like "
                         "2026-11-23T09:00:00Z\n"),
                      now);
          return 2;
        }
      self->clock = starling_clock_new_at (utc, offset);
    }
  if (g_variant_dict_contains (options, "rtl"))
    self->direction = GTK_TEXT_DIR_RTL;
  return -1;
}

static void
starling_application_finalize (GObject *object)
{
  StarlingApplication *self = STARLING_APPLICATION (object);

  g_clear_error (&self->load_error);
  g_clear_object (&self->library);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (starling_application_parent_class)->finalize (object);
}

static void
starling_application_class_init (StarlingApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = starling_application_finalize;
  application_class->startup = starling_application_startup;
  application_class->activate = starling_application_activate;
  application_class->shutdown = starling_application_shutdown;
  application_class->handle_local_options
      = starling_application_handle_local_options;
}

static void
starling_application_init (StarlingApplication *self)
{
  const GOptionEntry entries[] = {
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"),
      NULL },
    { "now", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Start the clock at this time"), N_ ("ISO-TIME") },
    { "rtl", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL,
      N_ ("Lay out from right to left"), NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}

/**
 * starling_application_new:
 *
 * Returns: (transfer full): the application
 */
StarlingApplication *
starling_application_new (void)
{
  return g_object_new (STARLING_TYPE_APPLICATION, "application-id",
                       STARLING_APP_ID, "resource-base-path",
                       "/io/github/starlingapp/Starling", NULL);
}
