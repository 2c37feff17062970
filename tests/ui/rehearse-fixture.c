/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "rehearse-fixture.h"

#include "pages/rehearse/page.h"
#include "settings.h"
#include "support.h"

static void
toast_cb (StarlingSession *session,
          const char *message,
          const char *event_id,
          TestRehearse *fixture)
{
  g_free (fixture->toast);
  g_free (fixture->event_id);
  fixture->toast = g_strdup (message);
  fixture->event_id = g_strdup (event_id);
}

void
test_rehearse_open_page (TestRehearse *fixture)
{
  fixture->page = starling_rehearse_page_new (fixture->session);
  fixture->window = starling_test_present (fixture->page, 816, 630);
}

void
test_rehearse_close_page (TestRehearse *fixture)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->page);
}

void
test_rehearse_set_up (TestRehearse *fixture, gconstpointer scope)
{
  g_settings_reset (starling_settings_get (), "prompt");
  g_settings_reset (starling_settings_get (), "hide-phrases");
  g_settings_reset (starling_settings_get (), "lead-in");
  g_settings_reset (starling_settings_get (), "probe-seconds");
  g_settings_set_int (starling_settings_get (), "probes", 0);
  fixture->session = starling_test_session_new ();
  fixture->library
      = g_object_ref (starling_session_get_library (fixture->session));
  starling_session_set_mode (fixture->session, STARLING_MODE_REHEARSE);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  starling_session_set_scope (fixture->session, scope);
  g_signal_connect (fixture->session, "toast", G_CALLBACK (toast_cb), fixture);
  test_rehearse_open_page (fixture);
}

void
test_rehearse_tear_down (TestRehearse *fixture, gconstpointer scope)
{
  test_rehearse_close_page (fixture);
  starling_library_flush (fixture->library);
  g_assert_finalize_object (fixture->session);
  g_clear_object (&fixture->library);
  g_free (fixture->toast);
  g_free (fixture->event_id);
}

GtkWidget *
test_rehearse_find_shown (GtkWidget *root, GType type, const char *name)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type)
      && starling_test_find_named (root, type, name) == root)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = test_rehearse_find_shown (child, type, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

GtkWidget *
test_rehearse_get_button (TestRehearse *fixture, const char *name)
{
  GtkWidget *button
      = test_rehearse_find_shown (fixture->page, GTK_TYPE_BUTTON, name);

  if (button == NULL)
    g_error ("There is no button “%s”", name);
  return button;
}

void
test_rehearse_click (TestRehearse *fixture, const char *name)
{
  GtkWidget *button = test_rehearse_get_button (fixture, name);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
test_rehearse_pass (TestRehearse *fixture, gint64 ms)
{
  starling_clock_advance (starling_library_get_clock (fixture->library), ms);
}

gboolean
test_rehearse_is_shown (TestRehearse *fixture, GType type)
{
  return starling_test_is_shown (starling_test_find (fixture->page, type, 0),
                                 fixture->page);
}

static gboolean
shows_label (GtkWidget *root, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return FALSE;
  if (GTK_IS_LABEL (root)
      && g_str_equal (gtk_label_get_text (GTK_LABEL (root)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_label (child, text))
      return TRUE;
  return FALSE;
}

gboolean
test_rehearse_has_label (TestRehearse *fixture, const char *text)
{
  return shows_label (fixture->page, text);
}

/* Presses a key as the shortcuts of the page know it. */
gboolean
test_rehearse_press (TestRehearse *fixture,
                     guint key,
                     GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (fixture->page);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (!GTK_IS_SHORTCUT_CONTROLLER (controller))
        continue;
      for (guint j = 0;
           j < g_list_model_get_n_items (G_LIST_MODEL (controller)); j++)
        {
          g_autoptr (GtkShortcut) shortcut
              = g_list_model_get_item (G_LIST_MODEL (controller), j);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger))
                  != key
              || gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger))
                     != modifiers)
            continue;
          return gtk_shortcut_action_activate (
              gtk_shortcut_get_action (shortcut), 0, fixture->page,
              gtk_shortcut_get_arguments (shortcut));
        }
    }
  return FALSE;
}

gboolean
test_rehearse_has_toast (gpointer data)
{
  return ((TestRehearse *) data)->toast != NULL;
}

const StarlingEvent *
test_rehearse_get_take (TestRehearse *fixture)
{
  return starling_progress_get_last_take (starling_library_get_progress (
                                              fixture->library),
                                          "webhook-drops",
                                          STARLING_LEVEL_SENIOR, "dive-deep");
}

gboolean
test_rehearse_has_draft (TestRehearse *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes
      = starling_drafts_load (starling_library_get_drafts (fixture->library),
                              "rehearsal", &error);

  g_assert_no_error (error);
  return bytes != NULL;
}
