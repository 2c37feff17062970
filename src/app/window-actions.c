/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "goal-dialog.h"
#include "shortcuts.h"

static const char *const mode_ids[] = { "study", "rehearse", "quiz" };

/* The names of modes and angles, as actions and settings have them. */
const char *
starling_window_mode_to_id (StarlingMode mode)
{
  return mode_ids[mode];
}

gboolean
starling_window_mode_from_id (const char *id, StarlingMode *mode)
{
  for (guint i = 0; i < G_N_ELEMENTS (mode_ids); i++)
    if (g_str_equal (id, mode_ids[i]))
      {
        *mode = (StarlingMode) i;
        return TRUE;
      }
  return FALSE;
}

static const char *const view_ids[] = { "walkthrough", "flashcards" };

const char *
starling_window_angle_to_id (StarlingWindow *self, int angle)
{
  if (angle == STARLING_AS_TOLD)
    return "";
  return starling_catalogue_get_principle (starling_library_get_catalogue (
                                               starling_session_get_library (
                                                   self->session)),
                                           (guint) angle)
      ->id;
}

/* --- mode, level and angle: stateful actions over the session --- */

static void
mode_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  StarlingWindow *self = user_data;
  StarlingMode mode;

  if (starling_window_mode_from_id (g_variant_get_string (value, NULL), &mode))
    starling_session_set_mode (self->session, mode);
}

static void
level_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  StarlingWindow *self = user_data;
  StarlingLevel level;

  if (starling_level_from_id (g_variant_get_string (value, NULL), &level))
    starling_session_set_level (self->session, level);
}

static void
angle_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  StarlingWindow *self = user_data;
  const char *id = g_variant_get_string (value, NULL);
  int angle = STARLING_AS_TOLD;

  if (*id != '\0')
    angle
        = starling_catalogue_find_principle (starling_library_get_catalogue (
                                                 starling_session_get_library (
                                                     self->session)),
                                             id);
  starling_session_set_wanted_angle (self->session, angle);
}

static void
study_view_cb (GSimpleAction *action, GVariant *value, gpointer user_data)
{
  StarlingWindow *self = user_data;
  const char *id = g_variant_get_string (value, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (view_ids); i++)
    if (g_str_equal (id, view_ids[i]))
      starling_session_set_study_view (self->session, (StarlingStudyView) i);
}

static void
set_state (StarlingWindow *self, const char *name, const char *state)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), name);

  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_string (state));
}

static void
update_mode (StarlingWindow *self)
{
  set_state (self, "mode",
             starling_window_mode_to_id (
                 starling_session_get_mode (self->session)));
}

static void
update_level (StarlingWindow *self)
{
  set_state (self, "level",
             starling_level_to_id (starling_session_get_level (self->session)));
}

static void
update_angle (StarlingWindow *self)
{
  set_state (self, "angle",
             starling_window_angle_to_id (self, starling_session_get_angle (
                                                    self->session)));
}

static void
update_study_view (StarlingWindow *self)
{
  set_state (self, "study-view",
             view_ids[starling_session_get_study_view (self->session)]);
}

/* Adds the actions that the groups of toggles share: each has the state of
 * the session, and changes it. */
void
starling_window_add_lens_actions (StarlingWindow *self)
{
  const GActionEntry entries[] = {
    { "mode", NULL, "s", "'study'", mode_cb },
    { "level", NULL, "s", "'sde2'", level_cb },
    { "angle", NULL, "s", "''", angle_cb },
    { "study-view", NULL, "s", "'walkthrough'", study_view_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->session, "notify::mode",
                           G_CALLBACK (update_mode), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::level",
                           G_CALLBACK (update_level), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::angle",
                           G_CALLBACK (update_angle), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::study-view",
                           G_CALLBACK (update_study_view), self,
                           G_CONNECT_SWAPPED);
  update_mode (self);
  update_level (self);
  update_angle (self);
  update_study_view (self);
}

/* --- the rest --- */

/* A mode by its key: the focus goes there too, wherever it is. */
static void
go_to_mode_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  StarlingMode mode;

  if (!starling_window_mode_from_id (g_variant_get_string (value, NULL), &mode))
    return;
  starling_session_set_mode (self->session, mode);
  starling_window_show_practice (self);
  starling_window_focus_page (self);
}

static void
show_scope (StarlingWindow *self, const char *scope)
{
  starling_session_set_scope (self->session, scope);
  starling_window_show_practice (self);
}

static void
show_scope_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  show_scope (STARLING_WINDOW (widget), g_variant_get_string (value, NULL));
}

static void
show_scenario_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  g_autofree char *scope
      = g_strconcat ("scenario:", g_variant_get_string (value, NULL), NULL);

  show_scope (STARLING_WINDOW (widget), scope);
}

/* The story at a place: the target is a scenario, a step and a follow-up
 * question; either of these two may be empty, and what is not there does no
 * harm. */
static void
show_place_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  const char *scenario, *step_id, *probe;
  StarlingStepId step;
  gboolean has_step;

  g_variant_get (value, "(&s&s&s)", &scenario, &step_id, &probe);
  has_step = starling_step_from_id (step_id, &step);
  starling_window_show_practice (self);
  starling_session_show_place (self->session, scenario,
                               has_step ? (int) step : STARLING_NO_STEP,
                               *probe != '\0' ? probe : NULL);
}

/* What to study and how, at once: the target is a scope and a way. */
static void
practise_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  StarlingMode mode = STARLING_MODE_STUDY;
  const char *scope, *way;

  g_variant_get (value, "(&s&s)", &scope, &way);
  if (g_str_equal (way, "flashcards"))
    starling_session_set_study_view (self->session, STARLING_VIEW_FLASHCARDS);
  else if (!starling_window_mode_from_id (way, &mode))
    return;
  else if (mode == STARLING_MODE_STUDY)
    starling_session_set_study_view (self->session, STARLING_VIEW_WALKTHROUGH);
  show_scope (self, scope);
  starling_session_set_mode (self->session, mode);
}

static void
set_interview_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  gtk_window_present (
      GTK_WINDOW (starling_goal_dialog_new (GTK_WINDOW (self), self->session)));
}

static void
toggle_sidebar_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  if (!starling_window_is_practice (self))
    return;
  starling_split_toggle (self->split);
  /* what it lies over is out of reach */
  if (starling_split_get_narrow (self->split)
      && starling_split_get_sidebar_shown (self->split))
    starling_sidebar_focus_list (self->sidebar);
}

static void
search_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  starling_window_show_practice (self);
  if (!starling_split_get_sidebar_shown (self->split))
    starling_split_toggle (self->split);
  starling_sidebar_focus_search (self->sidebar);
}

static void
show_progress_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  starling_window_toggle_progress (STARLING_WINDOW (widget));
}

static void
next_level_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  guint level = (guint) starling_session_get_level (self->session);

  starling_session_set_level (self->session,
                              (StarlingLevel) ((level + 1)
                                               % STARLING_N_LEVELS));
}

/* As told, then each angle of the scenario, then As told again; where the
 * scope holds several scenarios, each principle. */
static void
next_angle_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  StarlingScenario *scenario = starling_session_get_scenario (self->session);
  int current = starling_session_get_angle (self->session);
  int next = STARLING_AS_TOLD;

  if (scenario == NULL)
    {
      int n = (int) starling_catalogue_get_n_principles (
          starling_library_get_catalogue (
              starling_session_get_library (self->session)));

      starling_session_set_wanted_angle (self->session, current + 1 < n
                                                            ? current + 1
                                                            : STARLING_AS_TOLD);
      return;
    }
  for (guint i = 0; i < scenario->angles->len; i++)
    {
      const StarlingAngle *angle = g_ptr_array_index (scenario->angles, i);

      if (current == STARLING_AS_TOLD)
        {
          next = angle->principle;
          break;
        }
      if (angle->principle == current && i + 1 < scenario->angles->len)
        {
          angle = g_ptr_array_index (scenario->angles, i + 1);
          next = angle->principle;
          break;
        }
    }
  starling_session_set_wanted_angle (self->session, next);
}

static void
undo_event_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  if (starling_library_undo (starling_session_get_library (self->session),
                             g_variant_get_string (value, NULL)))
    starling_toast_show (self->toast, _ ("Undone."), NULL);
}

/* Leaves the key to others where there is nothing to take back. */
static gboolean
undo_key_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  return starling_toast_undo (STARLING_WINDOW (widget)->toast);
}

/* What was found is open, and nothing else wants the key. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  StarlingSidebar *sidebar = STARLING_WINDOW (widget)->sidebar;

  if (!starling_window_is_practice (STARLING_WINDOW (widget)))
    {
      starling_window_show_practice (STARLING_WINDOW (widget));
      return TRUE;
    }
  return gtk_widget_get_mapped (GTK_WIDGET (sidebar))
         && starling_sidebar_clear_search (sidebar);
}

/* What had the focus is gone. */
static void
focus_page_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  if (starling_window_is_practice (self))
    starling_window_focus_page (self);
  else
    gtk_widget_grab_focus (self->progress);
}

static void
undo_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  starling_toast_undo (STARLING_WINDOW (widget)->toast);
}

/* Built when first asked for: it is large, and most starts do without. */
static void
show_help_overlay_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  gtk_window_present (
      GTK_WINDOW (starling_shortcuts_new (GTK_WINDOW (widget))));
}

void
starling_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go-to-mode", "s",
                                   go_to_mode_cb);
  gtk_widget_class_install_action (widget_class, "win.show-scope", "s",
                                   show_scope_cb);
  gtk_widget_class_install_action (widget_class, "win.show-scenario", "s",
                                   show_scenario_cb);
  gtk_widget_class_install_action (widget_class, "win.show-place", "(sss)",
                                   show_place_cb);
  gtk_widget_class_install_action (widget_class, "win.practise", "(ss)",
                                   practise_cb);
  gtk_widget_class_install_action (widget_class, "win.set-interview", NULL,
                                   set_interview_cb);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL,
                                   toggle_sidebar_cb);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_cb);
  gtk_widget_class_install_action (widget_class, "win.show-progress", NULL,
                                   show_progress_cb);
  gtk_widget_class_install_action (widget_class, "win.next-level", NULL,
                                   next_level_cb);
  gtk_widget_class_install_action (widget_class, "win.next-angle", NULL,
                                   next_angle_cb);
  gtk_widget_class_install_action (widget_class, "win.undo-event", "s",
                                   undo_event_cb);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (widget_class, "win.focus-page", NULL,
                                   focus_page_cb);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_cb);

  /* Not an accelerator: a page may have an undo of its own. */
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK,
                                undo_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb,
                                NULL);
}
