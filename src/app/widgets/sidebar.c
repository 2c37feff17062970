/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/sidebar.h"

#include "base/text.h"
#include "widgets/sidebar-row.h"
#include "widgets/sidebar-tree.h"

struct _StarlingSidebar
{
  GtkWidget parent_instance;

  StarlingSession *session;
  GSignalGroup *signals;
  GtkTreeListModel *tree;
  GtkFilterListModel *results;
  GtkCustomFilter *filter;
  char **words; /* folded words looked for; NULL: not searching */
  gboolean selecting;
  guint clicked_id;

  GtkWidget *box;
  GtkEditable *search;
  GtkWidget *scroller;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkWidget *nothing;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

enum
{
  SIGNAL_OPENED,
  SIGNAL_CHOSEN,
  SIGNAL_DISMISSED, /* Escape, with nothing left to clear */
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingSidebar, starling_sidebar, GTK_TYPE_WIDGET)

static StarlingLibrary *
get_library (StarlingSidebar *self)
{
  return starling_session_get_library (self->session);
}

static gboolean
match_cb (gpointer item, gpointer user_data)
{
  StarlingSidebar *self = user_data;

  return self->words != NULL
         && starling_summary_matches (item, (const char *const *) self->words);
}

/* Brings the row at @position into view without taking the focus. */
static void
reveal (StarlingSidebar *self, guint position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item",
                              "u", position);
}

/* Selects the row of the session's scope, where there is one. */
static void
select_scope (StarlingSidebar *self)
{
  const char *scope = starling_session_get_scope (self->session);
  GListModel *model = G_LIST_MODEL (self->selection);
  StarlingScenario *scenario = starling_session_get_scenario (self->session);
  guint position;

  self->selecting = TRUE;
  if (scenario != NULL && self->words == NULL)
    starling_sidebar_tree_expand (self->tree, get_library (self),
                                  scenario->principle);
  position = starling_sidebar_tree_find (model, scope);
  if (position != gtk_single_selection_get_selected (self->selection))
    {
      gtk_single_selection_set_selected (self->selection, position);
      if (position != GTK_INVALID_LIST_POSITION)
        reveal (self, position);
    }
  self->selecting = FALSE;
}

/* Scopes that one goes to, rather than on to something below them. */
static gboolean
is_page (const char *scope)
{
  return g_str_has_prefix (scope, "scenario:") || g_str_equal (scope, "today");
}

static void
selected_cb (StarlingSidebar *self)
{
  gpointer item;
  g_autofree char *scope = NULL;

  if (self->selecting || self->session == NULL)
    return;
  item = gtk_single_selection_get_selected_item (self->selection);
  scope = starling_sidebar_tree_name (item);
  if (scope == NULL || *scope == '\0')
    return;

  if (GTK_IS_TREE_LIST_ROW (item))
    gtk_tree_list_row_set_expanded (item, TRUE);
  starling_session_set_scope (self->session, scope);
  if (is_page (scope))
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
}

/* The user is done here, also where the row was selected before. */
static void
choose (StarlingSidebar *self)
{
  if (is_page (starling_session_get_scope (self->session)))
    g_signal_emit (self, signals[SIGNAL_OPENED], 0);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0);
}

static void
update_nothing (StarlingSidebar *self)
{
  gboolean nothing
      = self->words != NULL
        && g_list_model_get_n_items (G_LIST_MODEL (self->results)) == 0;

  gtk_widget_set_visible (self->nothing, nothing);
  gtk_widget_set_visible (self->scroller, !nothing);
}

static void
search_changed_cb (StarlingSidebar *self)
{
  g_autofree char *folded = NULL;
  g_autofree char *text
      = g_strstrip (g_strdup (gtk_editable_get_text (self->search)));
  gboolean was = self->words != NULL;

  g_clear_pointer (&self->words, g_strfreev);
  if (*text != '\0')
    {
      folded = starling_text_fold (text);
      self->words = g_strsplit_set (folded, " \t", -1);
    }

  self->selecting = TRUE;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  if (was != (self->words != NULL))
    gtk_single_selection_set_model (self->selection,
                                    self->words != NULL
                                        ? G_LIST_MODEL (self->results)
                                        : G_LIST_MODEL (self->tree));
  self->selecting = FALSE;
  update_nothing (self);
  if (self->session != NULL)
    select_scope (self);
}

static void
open_first_cb (StarlingSidebar *self)
{
  if (self->words == NULL
      || g_list_model_get_n_items (G_LIST_MODEL (self->results)) == 0)
    return;
  gtk_single_selection_set_selected (self->selection, 0);
  selected_cb (self);
  choose (self);
}

/* Return on a row, which the arrows may have led to without selecting it. */
static void
activate_cb (StarlingSidebar *self, guint position)
{
  g_autoptr (GObject) item
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autofree char *scope = starling_sidebar_tree_name (item);

  if (scope == NULL || *scope == '\0')
    return;
  gtk_single_selection_set_selected (self->selection, position);
  selected_cb (self);
  choose (self);
}

static void
clicked_cb (gpointer user_data)
{
  StarlingSidebar *self = user_data;

  self->clicked_id = 0;
  if (self->session != NULL)
    choose (self);
}

/* A click on a row selects it only afterwards. */
static void
released_cb (StarlingSidebar *self)
{
  if (self->clicked_id == 0)
    self->clicked_id = g_idle_add_once (clicked_cb, self);
}

static void
stop_search_cb (StarlingSidebar *self)
{
  if (!starling_sidebar_clear_search (self))
    g_signal_emit (self, signals[SIGNAL_DISMISSED], 0);
}

/* Down leads from the entry to the results. */
static gboolean
entry_key_cb (StarlingSidebar *self,
              guint keyval,
              guint keycode,
              GdkModifierType state)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* Left and Right close and open the selected principle. */
static gboolean
list_key_cb (StarlingSidebar *self,
             guint keyval,
             guint keycode,
             GdkModifierType state)
{
  gpointer row = gtk_single_selection_get_selected_item (self->selection);
  gboolean rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  gboolean open = keyval == (rtl ? GDK_KEY_Left : GDK_KEY_Right);
  gboolean close = keyval == (rtl ? GDK_KEY_Right : GDK_KEY_Left);

  if (!GTK_IS_TREE_LIST_ROW (row) || !gtk_tree_list_row_is_expandable (row)
      || (!open && !close))
    return GDK_EVENT_PROPAGATE;
  gtk_tree_list_row_set_expanded (row, open);
  return GDK_EVENT_STOP;
}

static void
results_changed_cb (StarlingSidebar *self)
{
  update_nothing (self);
}

static void
set_session (StarlingSidebar *self, StarlingSession *session)
{
  StarlingLibrary *library;

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->signals, session);
  g_clear_object (&self->tree);
  g_clear_object (&self->results);
  if (session == NULL)
    return;

  library = starling_session_get_library (session);
  self->tree = starling_sidebar_tree_new (library);
  self->filter = gtk_custom_filter_new (match_cb, self, NULL);
  self->results = gtk_filter_list_model_new (
      g_object_ref (starling_library_get_summaries (library)),
      GTK_FILTER (self->filter));
  g_signal_connect_object (self->results, "items-changed",
                           G_CALLBACK (results_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->selecting = TRUE;
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->tree));
  self->selecting = FALSE;
  select_scope (self);
}

static void
starling_sidebar_get_property (GObject *object,
                               guint prop_id,
                               GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, STARLING_SIDEBAR (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_sidebar_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (STARLING_SIDEBAR (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

/* The list is one stop of Tab, at the row that is selected or had the focus
 * last: arrows go through its rows, of which there are many. */
static gboolean
starling_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StarlingSidebar *self = STARLING_SIDEBAR (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->scroller)
      || (direction != GTK_DIR_TAB_FORWARD
          && direction != GTK_DIR_TAB_BACKWARD))
    return GTK_WIDGET_CLASS (starling_sidebar_parent_class)
        ->focus (widget, direction);
  return direction == GTK_DIR_TAB_BACKWARD
         && gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
starling_sidebar_dispose (GObject *object)
{
  StarlingSidebar *self = STARLING_SIDEBAR (object);

  self->selecting = TRUE;
  g_clear_handle_id (&self->clicked_id, g_source_remove);
  g_clear_object (&self->signals);
  if (self->box != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->results);
  g_clear_object (&self->tree);
  g_clear_object (&self->session);
  g_clear_pointer (&self->words, g_strfreev);

  G_OBJECT_CLASS (starling_sidebar_parent_class)->dispose (object);
}

static void
starling_sidebar_class_init (StarlingSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_sidebar_dispose;
  widget_class->focus = starling_sidebar_focus;
  object_class->get_property = starling_sidebar_get_property;
  object_class->set_property = starling_sidebar_set_property;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_OPENED]
      = g_signal_new ("opened", STARLING_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHOSEN]
      = g_signal_new ("chosen", STARLING_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_DISMISSED]
      = g_signal_new ("dismissed", STARLING_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (STARLING_TYPE_SIDEBAR_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/widgets/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebar,
                                        scroller);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebar,
                                        selection);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebar, nothing);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_keys (StarlingSidebar *self, GtkWidget *widget, GCallback callback)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", callback, self);
  gtk_widget_add_controller (widget, keys);
}

static void
add_clicks (StarlingSidebar *self)
{
  GtkGesture *clicks = gtk_gesture_click_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (clicks),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (clicks, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list),
                             GTK_EVENT_CONTROLLER (clicks));
}

static void
starling_sidebar_init (StarlingSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->signals = g_signal_group_new (STARLING_TYPE_SESSION);
  g_signal_group_connect_swapped (self->signals, "notify::scope",
                                  G_CALLBACK (select_scope), self);
  g_signal_connect_swapped (self->selection, "notify::selected-item",
                            G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (activate_cb),
                            self);
  g_signal_connect_swapped (self->search, "search-changed",
                            G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate",
                            G_CALLBACK (open_first_cb), self);
  g_signal_connect_swapped (self->search, "stop-search",
                            G_CALLBACK (stop_search_cb), self);
  add_keys (self, GTK_WIDGET (self->search), G_CALLBACK (entry_key_cb));
  add_keys (self, GTK_WIDGET (self->list), G_CALLBACK (list_key_cb));
  add_clicks (self);
}

/**
 * starling_sidebar_get_session:
 * @self: a sidebar
 *
 * Returns: (transfer none) (nullable): whose scope it shows
 */
StarlingSession *
starling_sidebar_get_session (StarlingSidebar *self)
{
  g_return_val_if_fail (STARLING_IS_SIDEBAR (self), NULL);

  return self->session;
}

/**
 * starling_sidebar_focus_search:
 * @self: a sidebar
 *
 * Puts the focus into the search entry.
 */
void
starling_sidebar_focus_search (StarlingSidebar *self)
{
  g_return_if_fail (STARLING_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
  gtk_editable_select_region (self->search, 0, -1);
}

/**
 * starling_sidebar_focus_list:
 * @self: a sidebar
 *
 * Puts the focus into the list of scenarios.
 */
void
starling_sidebar_focus_list (StarlingSidebar *self)
{
  g_return_if_fail (STARLING_IS_SIDEBAR (self));

  if (!gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

/**
 * starling_sidebar_clear_search:
 * @self: a sidebar
 *
 * Shows everything again.
 *
 * Returns: whether there was anything that was looked for
 */
gboolean
starling_sidebar_clear_search (StarlingSidebar *self)
{
  g_return_val_if_fail (STARLING_IS_SIDEBAR (self), FALSE);

  if (*gtk_editable_get_text (self->search) == '\0')
    return FALSE;
  gtk_editable_set_text (self->search, "");
  return TRUE;
}

/**
 * starling_sidebar_set_search:
 * @self: a sidebar
 * @text: what to look for; empty: nothing
 *
 * Searches as if @text had been typed.
 */
void
starling_sidebar_set_search (StarlingSidebar *self, const char *text)
{
  g_return_if_fail (STARLING_IS_SIDEBAR (self));

  gtk_editable_set_text (self->search, text);
}
