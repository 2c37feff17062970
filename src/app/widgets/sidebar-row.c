/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/sidebar-row.h"

#include <glib/gi18n.h>

#include "library.h"
#include "widgets/sidebar-scope.h"
#include "widgets/sidebar-words.h"
#include "widgets/sidebar.h"

#define INDENT 12
#define TITLE_LINES 3 /* two at the usual text size */

struct _StarlingSidebarRow
{
  GtkWidget parent_instance;

  GtkListItem *list_item;      /* weak: that we are the child of */
  GObject *item;               /* as given */
  StarlingSummary *summary;    /* borrowed from item, or NULL */
  StarlingSidebarScope *scope; /* likewise */
  StarlingLibrary *library;    /* whose progress is shown, or NULL */
  StarlingAgenda *agenda;      /* what Today counts, or NULL */
  GSignalGroup *progress;
  GSignalGroup *plan;
  GSignalGroup *expansion;
  GSignalGroup *members;

  GtkWidget *box;
  GtkImage *icon;
  GtkLabel *name;
  GtkLabel *caption;
  GtkLabel *count;
};

enum
{
  PROP_0,
  PROP_ITEM,
  PROP_LIST_ITEM,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingSidebarRow, starling_sidebar_row, GTK_TYPE_WIDGET)

/* What a row of a list is about: scopes and scenarios stand in tree rows,
 * except in the results of a search. (transfer full) */
static GObject *
unwrap (gpointer item)
{
  if (GTK_IS_TREE_LIST_ROW (item))
    return gtk_tree_list_row_get_item (item);
  return item == NULL ? NULL : g_object_ref (item);
}

/* The list item that we stand in is what assistive technology sees. */
static void
name_list_item (StarlingSidebarRow *self,
                const char *name,
                const char *description)
{
  GtkWidget *list_item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (list_item == NULL)
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (list_item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
set_state_icon (StarlingSidebarRow *self, StarlingState state)
{
  static const struct
  {
    const char *icon;
    const char *class;
  } looks[] = {
    [STARLING_STATE_NEW] = { "starling-state-new-symbolic", "new" },
    [STARLING_STATE_IN_PROGRESS]
    = { "starling-state-progress-symbolic", "begun" },
    [STARLING_STATE_REHEARSED] = { "starling-state-done-symbolic", "done" },
  };
  const char *classes[] = { "state", looks[state].class, NULL };

  gtk_image_set_from_icon_name (self->icon, looks[state].icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
}

static void
show_progress (StarlingSidebarRow *self)
{
  StarlingScenarioProgress progress = { STARLING_STATE_NEW };
  g_autofree char *words = NULL;
  g_autofree char *description = NULL;
  const char *principle = "";
  int index = starling_summary_get_principle (self->summary);

  if (self->library != NULL)
    {
      starling_progress_get_scenario (starling_library_get_progress (
                                          self->library),
                                      starling_summary_get_id (self->summary),
                                      &progress);
      principle
          = starling_catalogue_get_principle (starling_library_get_catalogue (
                                                  self->library),
                                              (guint) index)
                ->name;
    }
  words = starling_sidebar_describe (&progress, starling_summary_get_n_cards (
                                                    self->summary));
  set_state_icon (self, progress.state);
  gtk_label_set_text (self->caption, words);
  description = g_strdup_printf ("%s, %s", principle, words);
  name_list_item (self, starling_summary_get_title (self->summary),
                  description);
}

static void
progress_changed_cb (StarlingSidebarRow *self, const char *scenario)
{
  if (self->summary != NULL
      && (scenario == NULL
          || g_str_equal (scenario, starling_summary_get_id (self->summary))))
    show_progress (self);
}

static void
show_summary (StarlingSidebarRow *self)
{
  if (self->list_item != NULL)
    gtk_list_item_set_selectable (self->list_item, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  gtk_widget_remove_css_class (self->box, "heading");
  gtk_widget_add_css_class (self->box, "scenario-row");
  gtk_widget_set_margin_start (self->box,
                               GTK_IS_TREE_LIST_ROW (self->item) ? INDENT : 0);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), TRUE);
  gtk_label_set_wrap (self->name, TRUE);
  gtk_label_set_lines (self->name, TITLE_LINES);
  gtk_label_set_text (self->name, starling_summary_get_title (self->summary));
  gtk_widget_set_visible (GTK_WIDGET (self->caption), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->count), FALSE);
  show_progress (self);
}

static guint
count_members (StarlingSidebarRow *self)
{
  GListModel *members = starling_sidebar_scope_get_summaries (self->scope);

  return members == NULL ? 0 : g_list_model_get_n_items (members);
}

static void
show_scope_icon (StarlingSidebarRow *self)
{
  StarlingScopeKind kind = starling_sidebar_scope_get_kind (self->scope);
  gboolean open
      = GTK_IS_TREE_LIST_ROW (self->item)
        && gtk_tree_list_row_get_expanded (GTK_TREE_LIST_ROW (self->item));
  const char *classes[] = { "scope-icon", open ? "open" : "closed", NULL };
  const char *icon = kind == STARLING_SCOPE_TODAY ? "starling-star-symbolic"
                                                  : "starling-pencil-symbolic";

  gtk_widget_set_visible (GTK_WIDGET (self->icon),
                          kind != STARLING_SCOPE_HEADING);
  if (kind == STARLING_SCOPE_PRINCIPLE)
    icon = open ? "starling-chevron-down-symbolic"
                : "starling-chevron-right-symbolic";
  else
    classes[1] = kind == STARLING_SCOPE_TODAY ? "accent" : NULL;
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->icon), classes);
  gtk_widget_set_opacity (
      GTK_WIDGET (self->icon),
      kind == STARLING_SCOPE_PRINCIPLE && count_members (self) == 0 ? .35 : 1);
}

/* The figure at the end of a scope's row, and what it says. */
static void
show_count (StarlingSidebarRow *self, const char *name)
{
  StarlingScopeKind kind = starling_sidebar_scope_get_kind (self->scope);
  guint n = kind != STARLING_SCOPE_TODAY ? count_members (self)
            : self->agenda != NULL       ? starling_agenda_count (self->agenda)
                                         : 0;
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *description
      = kind == STARLING_SCOPE_TODAY && self->agenda != NULL
            ? starling_sidebar_describe_today (
                starling_agenda_get_plan (self->agenda))
            : g_strdup_printf (ngettext ("%u scenario", "%u scenarios", n), n);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->count),
                          kind != STARLING_SCOPE_HEADING
                              && (kind != STARLING_SCOPE_TODAY || n > 0));
  if (kind == STARLING_SCOPE_TODAY)
    gtk_widget_add_css_class (GTK_WIDGET (self->count), "waiting");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->count), "waiting");
  name_list_item (self, name,
                  kind == STARLING_SCOPE_HEADING ? "" : description);
}

static void
show_scope (StarlingSidebarRow *self)
{
  StarlingScopeKind kind = starling_sidebar_scope_get_kind (self->scope);
  const char *name = starling_sidebar_scope_get_name (self->scope);

  gtk_widget_remove_css_class (self->box, "scenario-row");
  gtk_widget_set_margin_start (self->box, 0);
  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_CENTER);
  gtk_label_set_wrap (self->name, FALSE);
  gtk_label_set_lines (self->name, -1);
  gtk_label_set_text (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               kind == STARLING_SCOPE_PRINCIPLE ? name : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->caption), FALSE);
  show_count (self, name);
  show_scope_icon (self);
  /* the heading only divides */
  if (self->list_item != NULL)
    gtk_list_item_set_selectable (self->list_item,
                                  kind != STARLING_SCOPE_HEADING);
  if (kind == STARLING_SCOPE_HEADING)
    gtk_widget_add_css_class (self->box, "heading");
  else
    gtk_widget_remove_css_class (self->box, "heading");
  /* GTK gives no focus to an item that cannot be selected, and then the
   * arrows could not go past the heading */
  gtk_widget_set_focusable (GTK_WIDGET (self), kind == STARLING_SCOPE_HEADING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  kind == STARLING_SCOPE_HEADING ? name : "",
                                  -1);
}

static void
update (StarlingSidebarRow *self)
{
  if (self->summary != NULL)
    show_summary (self);
  else if (self->scope != NULL)
    show_scope (self);
}

static void
expanded_cb (StarlingSidebarRow *self)
{
  if (self->scope != NULL)
    show_scope_icon (self);
}

static void
members_changed_cb (StarlingSidebarRow *self)
{
  if (self->scope != NULL)
    show_scope (self);
}

static void
plan_changed_cb (StarlingSidebarRow *self)
{
  if (self->scope != NULL
      && starling_sidebar_scope_get_kind (self->scope) == STARLING_SCOPE_TODAY)
    show_count (self, starling_sidebar_scope_get_name (self->scope));
}

static void
set_item (StarlingSidebarRow *self, GObject *item)
{
  g_autoptr (GObject) inner = unwrap (item);

  if (item == self->item)
    return;
  g_set_object (&self->item, item);
  self->summary = STARLING_IS_SUMMARY (inner) ? STARLING_SUMMARY (inner) : NULL;
  self->scope = STARLING_IS_SIDEBAR_SCOPE (inner)
                    ? STARLING_SIDEBAR_SCOPE (inner)
                    : NULL;
  g_signal_group_set_target (self->expansion,
                             GTK_IS_TREE_LIST_ROW (item) ? item : NULL);
  g_signal_group_set_target (self->members,
                             self->scope == NULL
                                 ? NULL
                                 : starling_sidebar_scope_get_summaries (
                                     self->scope));
  update (self);
}

static void
toggle_cb (StarlingSidebarRow *self)
{
  GtkTreeListRow *row;

  if (self->scope == NULL || !GTK_IS_TREE_LIST_ROW (self->item))
    return;
  row = GTK_TREE_LIST_ROW (self->item);
  gtk_tree_list_row_set_expanded (row, !gtk_tree_list_row_get_expanded (row));
}

static void
starling_sidebar_row_root (GtkWidget *widget)
{
  StarlingSidebarRow *self = STARLING_SIDEBAR_ROW (widget);
  GtkWidget *sidebar;
  StarlingSession *session;

  GTK_WIDGET_CLASS (starling_sidebar_row_parent_class)->root (widget);

  sidebar = gtk_widget_get_ancestor (widget, STARLING_TYPE_SIDEBAR);
  session = sidebar == NULL
                ? NULL
                : starling_sidebar_get_session (STARLING_SIDEBAR (sidebar));
  self->library
      = session == NULL ? NULL : starling_session_get_library (session);
  self->agenda = session == NULL ? NULL : starling_session_get_agenda (session);
  g_signal_group_set_target (self->progress, self->library);
  g_signal_group_set_target (self->plan, self->agenda);
  update (self);
}

static void
starling_sidebar_row_unroot (GtkWidget *widget)
{
  StarlingSidebarRow *self = STARLING_SIDEBAR_ROW (widget);

  self->library = NULL;
  self->agenda = NULL;
  g_signal_group_set_target (self->progress, NULL);
  g_signal_group_set_target (self->plan, NULL);

  GTK_WIDGET_CLASS (starling_sidebar_row_parent_class)->unroot (widget);
}

static void
starling_sidebar_row_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  StarlingSidebarRow *self = STARLING_SIDEBAR_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_LIST_ITEM:
      g_value_set_object (value, self->list_item);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_sidebar_row_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  StarlingSidebarRow *self = STARLING_SIDEBAR_ROW (object);

  switch (prop_id)
    {
    case PROP_ITEM:
      set_item (self, g_value_get_object (value));
      break;
    case PROP_LIST_ITEM:
      g_set_weak_pointer (&self->list_item, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_sidebar_row_dispose (GObject *object)
{
  StarlingSidebarRow *self = STARLING_SIDEBAR_ROW (object);

  g_clear_weak_pointer (&self->list_item);
  g_clear_object (&self->progress);
  g_clear_object (&self->plan);
  g_clear_object (&self->expansion);
  g_clear_object (&self->members);
  g_clear_object (&self->item);
  self->summary = NULL;
  self->scope = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_sidebar_row_parent_class)->dispose (object);
}

static void
starling_sidebar_row_class_init (StarlingSidebarRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_sidebar_row_dispose;
  object_class->get_property = starling_sidebar_row_get_property;
  object_class->set_property = starling_sidebar_row_set_property;
  widget_class->root = starling_sidebar_row_root;
  widget_class->unroot = starling_sidebar_row_unroot;

  properties[PROP_ITEM]
      = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_LIST_ITEM]
      = g_param_spec_object ("list-item", NULL, NULL, GTK_TYPE_LIST_ITEM,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/sidebar-row.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebarRow, box);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebarRow, icon);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebarRow, name);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebarRow,
                                        caption);
  gtk_widget_class_bind_template_child (widget_class, StarlingSidebarRow,
                                        count);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
starling_sidebar_row_init (StarlingSidebarRow *self)
{
  GtkGesture *click;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->progress = g_signal_group_new (STARLING_TYPE_LIBRARY);
  g_signal_group_connect_swapped (self->progress, "progress-changed",
                                  G_CALLBACK (progress_changed_cb), self);
  self->plan = g_signal_group_new (STARLING_TYPE_AGENDA);
  g_signal_group_connect_swapped (self->plan, "changed",
                                  G_CALLBACK (plan_changed_cb), self);
  self->expansion = g_signal_group_new (GTK_TYPE_TREE_LIST_ROW);
  g_signal_group_connect_swapped (self->expansion, "notify::expanded",
                                  G_CALLBACK (expanded_cb), self);
  self->members = g_signal_group_new (G_TYPE_LIST_MODEL);
  g_signal_group_connect_swapped (self->members, "items-changed",
                                  G_CALLBACK (members_changed_cb), self);

  click = gtk_gesture_click_new ();
  g_signal_connect_swapped (click, "released", G_CALLBACK (toggle_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->icon),
                             GTK_EVENT_CONTROLLER (click));
}
