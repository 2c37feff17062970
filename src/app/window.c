/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "accessible.h"
#include "pages/quiz/page.h"
#include "pages/rehearse/draft.h"
#include "pages/rehearse/page.h"
#include "pages/study/page.h"
#include "settings.h"
#include "widgets/focus.h"
#include "widgets/lens-bar.h"
#include "widgets/mode-switcher.h"
#include "widgets/notice-banner.h"

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingWindow,
                     starling_window,
                     GTK_TYPE_APPLICATION_WINDOW)

static GType
get_page_type (StarlingMode mode)
{
  switch (mode)
    {
    case STARLING_MODE_REHEARSE:
      return STARLING_TYPE_REHEARSE_PAGE;
    case STARLING_MODE_QUIZ:
      return STARLING_TYPE_QUIZ_PAGE;
    case STARLING_MODE_STUDY:
    default:
      return STARLING_TYPE_STUDY_PAGE;
    }
}

static const char *
get_page_title (StarlingMode mode)
{
  switch (mode)
    {
    case STARLING_MODE_REHEARSE:
      return _ ("Rehearse");
    case STARLING_MODE_QUIZ:
      return _ ("Quiz");
    case STARLING_MODE_STUDY:
    default:
      return _ ("Study");
    }
}

/* Pages are made when they are first shown. Those that are not on screen are
 * invisible: the accessibility tree of GTK 4.8 holds what a stack hides. Each
 * lies in a box, since a stack leaves out children that are invisible. */
static void
show_mode (StarlingWindow *self)
{
  StarlingMode mode = starling_session_get_mode (self->session);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean moves_focus;

  if (self->pages[mode] == NULL)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      GtkWidget *page
          = g_object_new (get_page_type (mode), "session", self->session,
                          "vexpand", TRUE, "visible", FALSE, NULL);

      gtk_box_append (GTK_BOX (box), page);
      /* else assistive technology would read the name of its class */
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (gtk_stack_add_child (self->modes, box)),
          GTK_ACCESSIBLE_PROPERTY_LABEL, get_page_title (mode), -1);
      self->pages[mode] = page;
    }

  moves_focus = focus == NULL
                || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->modes));
  for (guint i = 0; i < G_N_ELEMENTS (self->pages); i++)
    if (self->pages[i] != NULL && i != mode)
      gtk_widget_set_visible (self->pages[i], FALSE);
  gtk_widget_set_visible (self->pages[mode], TRUE);
  gtk_stack_set_visible_child (self->modes,
                               gtk_widget_get_parent (self->pages[mode]));

  /* The stack brings back the focus that the page had; the page knows whether
   * that is still the place for it. */
  if (moves_focus && !gtk_widget_grab_focus (self->pages[mode]))
    starling_window_focus_page (self);
}

/* Whether the focus is on something in the page of the mode; a scroller takes
 * it while nothing within can. */
static gboolean
is_in_page (StarlingWindow *self)
{
  GtkWidget *page = self->pages[starling_session_get_mode (self->session)];

  return starling_focus_is_within (page)
         && !GTK_IS_SCROLLED_WINDOW (gtk_window_get_focus (GTK_WINDOW (self)));
}

/**
 * starling_window_focus_page:
 * @self: a window
 *
 * Puts the focus on what is to be done in the page of the mode, unless it is
 * somewhere in there already; or on the page that lies over it.
 */
void
starling_window_focus_page (StarlingWindow *self)
{
  GtkWidget *page = self->pages[starling_session_get_mode (self->session)];

  if (!starling_window_is_practice (self))
    {
      gtk_widget_grab_focus (self->progress);
      return;
    }
  /* The stack brings back the focus that a page had, also where that is in a
   * part which is not shown any more; GTK then hands it to whatever comes
   * first: the search. */
  if (is_in_page (self))
    return;
  if (!gtk_widget_grab_focus (page))
    gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD);

  if (!is_in_page (self))
    gtk_widget_child_focus (self->lens_bar, GTK_DIR_TAB_FORWARD);
}

/* The name of the scope, for the header of a narrow window. */
static void
update_title (StarlingWindow *self)
{
  StarlingScenario *scenario = starling_session_get_scenario (self->session);
  int principle = starling_session_get_scope_principle (self->session);
  const char *title
      = g_str_equal (starling_session_get_scope (self->session), "today")
            ? _ ("Today")
            : _ ("My stories");

  if (scenario != NULL)
    title = scenario->title;
  else if (principle >= 0)
    title = starling_catalogue_get_principle (starling_library_get_catalogue (
                                                  starling_session_get_library (
                                                      self->session)),
                                              (guint) principle)
                ->name;
  gtk_label_set_text (self->scope_title, title);
}

static void
update_narrow (StarlingWindow *self)
{
  gboolean narrow = starling_split_get_narrow (self->split);

  gtk_widget_set_visible (self->mode_switcher, !narrow);
  gtk_widget_set_visible (self->mode_bar, narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->scope_title), narrow);
  g_object_set (self->lens_bar, "narrow", narrow, NULL);
  if (narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
}

/* The window buttons stand over whatever lies at the window's edge. */
static void
update_controls (StarlingWindow *self)
{
  gtk_widget_set_visible (self->start_controls,
                          starling_split_get_narrow (self->split)
                              || !starling_split_get_sidebar_shown (
                                  self->split));
}

/* While a story is told, sidebar and lens bar make room. */
static void
update_stage (StarlingWindow *self)
{
  gboolean stage = starling_session_get_stage (self->session);

  g_object_set (self->split, "suppressed", stage, NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-progress",
                                 !stage);
  if (!stage)
    gtk_widget_set_visible (GTK_WIDGET (self->lens_revealer), TRUE);
  gtk_revealer_set_reveal_child (self->lens_revealer, !stage);
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_set_visible (GTK_WIDGET (self->lens_revealer), !stage);
}

static void
lens_revealed_cb (StarlingWindow *self)
{
  if (!gtk_revealer_get_reveal_child (self->lens_revealer)
      && !gtk_revealer_get_child_revealed (self->lens_revealer))
    gtk_widget_set_visible (GTK_WIDGET (self->lens_revealer), FALSE);
}

static void
sidebar_opened_cb (StarlingWindow *self)
{
  g_object_set (self->split, "show-overlay", FALSE, NULL);
}

/* A row was clicked, or confirmed with Return: on to its page. */
static void
sidebar_chosen_cb (StarlingWindow *self)
{
  if (!starling_split_get_narrow (self->split)
      || !starling_split_get_sidebar_shown (self->split))
    starling_window_focus_page (self);
}

/* What was left unfinished; of a mock loop no story is named. */
static char *
format_unfinished (StarlingLibrary *library)
{
  g_autoptr (StarlingTake) take = starling_rehearse_draft_load (library);
  g_autoptr (StarlingLoopRecord) loop = starling_progress_get_open_loop (
      starling_library_get_progress (library));
  StarlingSummary *summary
      = take == NULL ? NULL
                     : starling_library_find_summary (library, take->scenario);

  if (summary != NULL && take->loop != NULL)
    return g_strdup (
        _ ("An unfinished answer of your mock loop waits in Rehearse."));
  if (summary != NULL)
    return g_strdup_printf (_ ("An unfinished take of “%s” waits in Rehearse."),
                            starling_summary_get_title (summary));
  return g_strdup (loop != NULL ? _ ("Your mock loop waits in Rehearse.")
                                : NULL);
}

/* Says at the start what was left unfinished; Rehearse offers it. */
static gboolean
offer_draft_cb (gpointer user_data)
{
  StarlingWindow *self = user_data;
  g_autofree char *text = NULL;

  self->draft_id = 0;
  if (self->pages[STARLING_MODE_REHEARSE] != NULL)
    return G_SOURCE_REMOVE; /* where it is on offer already */
  text = format_unfinished (starling_session_get_library (self->session));
  if (text != NULL)
    starling_session_toast (self->session, text, NULL);
  return G_SOURCE_REMOVE;
}

static gboolean
starling_window_close_request (GtkWindow *window)
{
  StarlingWindow *self = STARLING_WINDOW (window);

  starling_window_remember (self);
  if (!starling_window_may_close (self))
    return TRUE;

  return GTK_WINDOW_CLASS (starling_window_parent_class)
      ->close_request (window);
}

static void
starling_window_constructed (GObject *object)
{
  StarlingWindow *self = STARLING_WINDOW (object);

  G_OBJECT_CLASS (starling_window_parent_class)->constructed (object);

  starling_window_restore (self);
  starling_window_add_lens_actions (self);
  starling_window_watch_data (self);
  starling_window_watch_saving (self);
  g_object_set (self->lens_bar, "session", self->session, NULL);
  g_object_set (self->sidebar, "session", self->session, NULL);
  g_object_set (self->banner, "library",
                starling_session_get_library (self->session), NULL);

  g_signal_connect_object (self->session, "notify::mode",
                           G_CALLBACK (show_mode), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::scope",
                           G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::stage",
                           G_CALLBACK (update_stage), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "toast",
                           G_CALLBACK (starling_toast_show), self->toast,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::narrow",
                           G_CALLBACK (update_narrow), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify", G_CALLBACK (update_controls),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lens_revealer, "notify::child-revealed",
                           G_CALLBACK (lens_revealed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::scenario",
                           G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  update_title (self);
  update_narrow (self);
  update_controls (self);
  show_mode (self);

  self->draft_id = g_idle_add_full (G_PRIORITY_LOW, offer_draft_cb, self, NULL);
}

/* At the start the focus is on what there is to do, not in the search. */
static void
starling_window_map (GtkWidget *widget)
{
  StarlingWindow *self = STARLING_WINDOW (widget);
  GtkWidget *focus;

  GTK_WIDGET_CLASS (starling_window_parent_class)->map (widget);

  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus != NULL && !GTK_IS_SCROLLED_WINDOW (focus))
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  starling_window_focus_page (self);
}

static void
starling_window_get_property (GObject *object,
                              guint prop_id,
                              GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, STARLING_WINDOW (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_window_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    STARLING_WINDOW (object)->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_window_dispose (GObject *object)
{
  StarlingWindow *self = STARLING_WINDOW (object);

  g_clear_handle_id (&self->draft_id, g_source_remove);
  g_clear_handle_id (&self->patience_id, g_source_remove);
  g_clear_weak_pointer (&self->close_dialog);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, outer);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, split);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow,
                                        menu_button);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, content);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow,
                                        start_controls);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow,
                                        scope_title);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow,
                                        mode_switcher);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, mode_bar);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow,
                                        lens_revealer);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, lens_bar);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow,
                                        modes_overlay);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, modes);
  gtk_widget_class_bind_template_child (widget_class, StarlingWindow, toast);
  gtk_widget_class_bind_template_callback (widget_class, starling_toast_place);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_opened_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_chosen_cb);
}

static void
starling_window_class_init (StarlingWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_window_constructed;
  object_class->dispose = starling_window_dispose;
  object_class->get_property = starling_window_get_property;
  object_class->set_property = starling_window_set_property;
  widget_class->map = starling_window_map;
  GTK_WINDOW_CLASS (klass)->close_request = starling_window_close_request;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_SPLIT);
  g_type_ensure (STARLING_TYPE_SIDEBAR);
  g_type_ensure (STARLING_TYPE_LENS_BAR);
  g_type_ensure (STARLING_TYPE_MODE_SWITCHER);
  g_type_ensure (STARLING_TYPE_NOTICE_BANNER);
  g_type_ensure (STARLING_TYPE_TOAST);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/window.ui");
  bind_template (widget_class);
  starling_window_install_actions (widget_class);
  starling_window_install_data_actions (widget_class);
  starling_window_install_saving_actions (widget_class);
}

static void
starling_window_init (StarlingWindow *self)
{
  self->settings = starling_settings_get ();
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_accessible_name_popover (gtk_menu_button_get_popover (
                                        self->menu_button),
                                    _ ("Menu"));
}

/**
 * starling_window_new:
 * @application: the application
 * @library: a loaded library
 *
 * Returns: (transfer none): a window with a session of its own, where the
 *   user left off
 */
StarlingWindow *
starling_window_new (GtkApplication *application, StarlingLibrary *library)
{
  g_autoptr (StarlingSession) session = starling_session_new (library);

  return g_object_new (STARLING_TYPE_WINDOW, "application", application,
                       "session", session, "show-menubar", FALSE, NULL);
}

/**
 * starling_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): its scope, mode and lens
 */
StarlingSession *
starling_window_get_session (StarlingWindow *self)
{
  g_return_val_if_fail (STARLING_IS_WINDOW (self), NULL);

  return self->session;
}
