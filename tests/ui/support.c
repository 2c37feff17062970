/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>

#define DEADLINE_US (20 * G_USEC_PER_SEC)
#define NOW G_GINT64_CONSTANT (1795424400000) /* 2026-11-23T09:00:00Z */

static GPtrArray *folders; /* to remove at the end */

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

static void
remove_folders (void)
{
  for (guint i = 0; i < folders->len; i++)
    remove_tree (g_ptr_array_index (folders, i));
  g_ptr_array_unref (folders);
}

/**
 * starling_test_make_folder:
 *
 * Returns: (transfer full): a new folder, removed when the program ends
 */
char *
starling_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("starling-test-XXXXXX", &error);

  g_assert_no_error (error);
  if (folders == NULL)
    {
      folders = g_ptr_array_new_with_free_func (g_free);
      atexit (remove_folders);
    }
  g_ptr_array_add (folders, g_strdup (folder));
  return folder;
}

/**
 * starling_test_init:
 * @argc: the number of arguments
 * @argv: the arguments
 *
 * Makes GTK ready for tests, with the application's styles and icons, in a
 * locale that is the same on every machine: GTK takes `en_US.UTF-8` for tests
 * where there is one.
 */
void
starling_test_init (int *argc, char ***argv)
{
  g_autoptr (GtkCssProvider) provider = NULL;
  GdkDisplay *display;

  gtk_test_init (argc, argv, NULL);
  setlocale (LC_ALL, "C.UTF-8");
  display = gdk_display_get_default ();
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    "/io/github/starlingapp/Starling/icons");
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (
      provider, "/io/github/starlingapp/Starling/style.css");
  gtk_style_context_add_provider_for_display (
      display, GTK_STYLE_PROVIDER (provider),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * starling_test_get_data_dir:
 *
 * Returns: (type filename): a folder like the program's own data, with a few of
 *   the bundled stories: `lecture-encoding`, `fourteen-hospitals` and
 *   `webhook-drops`, each in the pack of its principle
 */
const char *
starling_test_get_data_dir (void)
{
  return STARLING_FEW_DATADIR;
}

/**
 * starling_test_library_new:
 *
 * Returns: (transfer full): a library over that data, with a folder of its own
 *   for the user's, loaded, at 2026-11-23T09:00:00Z
 */
StarlingLibrary *
starling_test_library_new (void)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOW, 0);
  g_autoptr (GError) error = NULL;
  StarlingLibrary *library
      = starling_library_new (starling_test_get_data_dir (), folder, clock);

  starling_library_load (library, &error);
  g_assert_no_error (error);
  return library;
}

/**
 * starling_test_session_new:
 *
 * Returns: (transfer full): a session over such a library, without a scope
 */
StarlingSession *
starling_test_session_new (void)
{
  g_autoptr (StarlingLibrary) library = starling_test_library_new ();

  return starling_session_new (library);
}

static gboolean
is_null_cb (gpointer data)
{
  return *(gpointer *) data == NULL;
}

/**
 * starling_test_drop_session:
 * @session: (transfer full): a session that nobody else holds
 *
 * Lets go of it, and waits until it is gone: what waits for the disk keeps it
 * for a moment.
 */
void
starling_test_drop_session (StarlingSession *session)
{
  gpointer left = session;

  g_object_add_weak_pointer (G_OBJECT (session), &left);
  g_object_unref (session);
  starling_test_run_until (is_null_cb, &left);
}

/**
 * starling_test_find_principle:
 * @session: a session
 * @id: a principle's id
 *
 * Returns: its index
 */
int
starling_test_find_principle (StarlingSession *session, const char *id)
{
  int index = starling_catalogue_find_principle (
      starling_library_get_catalogue (starling_session_get_library (session)),
      id);

  g_assert_cmpint (index, >=, 0);
  return index;
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_height (widget) > 0;
}

/**
 * starling_test_present:
 * @child: a widget
 * @width: px
 * @height: px
 *
 * Returns: (transfer none): a window with @child in it, mapped and allocated;
 *   to be destroyed by gtk_window_destroy()
 */
GtkWidget *
starling_test_present (GtkWidget *child, int width, int height)
{
  GtkWidget *window
      = g_object_new (GTK_TYPE_WINDOW, "child", child, "decorated", FALSE,
                      "default-width", width, "default-height", height, NULL);

  gtk_window_present (GTK_WINDOW (window));
  starling_test_run_until (is_mapped, window);
  starling_test_run_frames (window, 2);
  return window;
}

static gboolean
wake_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * starling_test_run_until:
 * @condition: (scope call): what to wait for
 * @data: its argument
 *
 * Runs the main loop until @condition holds; fails after 20 seconds.
 */
void
starling_test_run_until (StarlingTestCondition condition, gpointer data)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_US;
  guint waker = g_timeout_add (10, wake_cb, NULL);

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (waker);
}

static gboolean
count_frame_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer n_frames)
{
  (*(guint *) n_frames)--;
  return *(guint *) n_frames > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
is_zero (gpointer n_frames)
{
  return *(guint *) n_frames == 0;
}

/**
 * starling_test_run_frames:
 * @widget: a mapped widget
 * @n_frames: at least 1
 *
 * Runs the main loop until that many frames have been laid out and drawn.
 */
void
starling_test_run_frames (GtkWidget *widget, guint n_frames)
{
  guint left = n_frames + 1;

  gtk_widget_add_tick_callback (widget, count_frame_cb, &left, NULL);
  starling_test_run_until (is_zero, &left);
}

static GtkWidget *
find (GtkWidget *root, GType type, guint *nth)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * starling_test_find:
 * @root: where to look, itself included
 * @type: a widget's type
 * @nth: which one, from 0, depth first
 *
 * Returns: (transfer none) (nullable): the widget
 */
GtkWidget *
starling_test_find (GtkWidget *root, GType type, guint nth)
{
  return find (root, type, &nth);
}

/**
 * starling_test_count:
 * @root: where to look, itself included
 * @type: a widget's type
 *
 * Returns: how many there are
 */
guint
starling_test_count (GtkWidget *root, GType type)
{
  guint left = G_MAXUINT;

  find (root, type, &left);
  return G_MAXUINT - left;
}

/**
 * starling_test_find_label:
 * @root: where to look
 * @text: the whole text of a label
 *
 * Returns: (transfer none) (nullable): the first label with @text
 */
GtkWidget *
starling_test_find_label (GtkWidget *root, const char *text)
{
  if (GTK_IS_LABEL (root)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = starling_test_find_label (child, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
has_name (GtkWidget *widget, const char *name)
{
  g_autofree char *difference = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  difference
      = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                            GTK_ACCESSIBLE_PROPERTY_LABEL,
                                            name);
  return difference == NULL;
}

/**
 * starling_test_find_named:
 * @root: where to look, itself included
 * @type: a widget's type
 * @name: an accessible name that was set
 *
 * Returns: (transfer none) (nullable): the first such widget
 */
GtkWidget *
starling_test_find_named (GtkWidget *root, GType type, const char *name)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type) && has_name (root, name))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = starling_test_find_named (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * starling_test_is_shown:
 * @widget: (nullable): a widget
 * @root: an ancestor
 *
 * Returns: whether @widget and all between it and @root are visible, that is,
 *   whether assistive technology finds it
 */
gboolean
starling_test_is_shown (GtkWidget *widget, GtkWidget *root)
{
  if (widget == NULL)
    return FALSE;
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    {
      if (!gtk_widget_get_visible (widget))
        return FALSE;
      if (widget == root)
        return TRUE;
    }
  return FALSE;
}

/**
 * starling_test_press:
 * @widget: a widget with shortcuts of its own
 * @key: a key value that it has a shortcut for
 * @modifiers: to go with it
 *
 * Presses a key as far as @widget listens to it.
 *
 * Returns: whether it was taken
 */
gboolean
starling_test_press (GtkWidget *widget, guint key, GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) shortcuts = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (shortcuts))
        continue;
      for (guint k = 0; k < g_list_model_get_n_items (shortcuts); k++)
        {
          g_autoptr (GtkShortcut) shortcut
              = g_list_model_get_item (shortcuts, k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger))
                     == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))
                     == modifiers)
            return gtk_shortcut_action_activate (
                gtk_shortcut_get_action (shortcut), 0, widget,
                gtk_shortcut_get_arguments (shortcut));
        }
    }
  g_assert_not_reached ();
}

/**
 * starling_test_send_key:
 * @widget: a widget that listens to keys
 * @phase: when it does
 * @key: a key value
 * @state: what is held with it
 *
 * Presses a key as far as the first listener of @widget in @phase gets it.
 *
 * Returns: whether it was taken
 */
gboolean
starling_test_send_key (GtkWidget *widget,
                        GtkPropagationPhase phase,
                        guint key,
                        GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);
      gboolean handled = FALSE;

      if (!GTK_IS_EVENT_CONTROLLER_KEY (controller)
          || gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;
      g_signal_emit_by_name (controller, "key-pressed", key, 0, state,
                             &handled);
      return handled;
    }
  g_assert_not_reached ();
}
