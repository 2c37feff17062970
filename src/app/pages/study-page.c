/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study-page.h"

#include "pages/study-walkthrough.h"
#include "widgets/column.h"
#include "widgets/scenario-list.h"

#include <glib/gi18n.h>
#include <string.h>

/* How many parts of a story are made before the window may draw again. Each
 * time everything is laid out anew, so one by one would take longer. */
#define N_PARTS_AT_A_TIME 4

/* How far below the upper edge the part begins that stays where it is. */
#define ANCHOR_DEPTH 48

struct _StarlingStudyPage
{
  GtkWidget parent_instance;

  StarlingSession *session;

  GtkScrolledWindow *story;
  StarlingStudyWalkthrough *walkthrough;
  StarlingScenarioList *list;
  GtkWidget *empty;
  GtkImage *empty_icon;
  GtkLabel *empty_title;
  GtkLabel *empty_text;

  int shown_wanted; /* the wanted angle that is shown */
  gboolean is_stale;
  gboolean is_complete;
  GdkFrameClock *clock; /* whose first frame we wait for; NULL: none */
  gulong after_paint;
  guint build_source;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingStudyPage, starling_study_page, GTK_TYPE_WIDGET)

static void
stop_waiting (StarlingStudyPage *self)
{
  if (self->clock != NULL)
    g_signal_handler_disconnect (self->clock, self->after_paint);
  g_clear_object (&self->clock);
}

static gboolean
build_cb (gpointer user_data)
{
  StarlingStudyPage *self = user_data;

  for (guint i = 0; i < N_PARTS_AT_A_TIME; i++)
    if (!starling_study_walkthrough_build_part (self->walkthrough))
      {
        self->build_source = 0;
        self->is_complete = TRUE;
        return G_SOURCE_REMOVE;
      }
  return G_SOURCE_CONTINUE;
}

static void
after_paint_cb (StarlingStudyPage *self)
{
  stop_waiting (self);
  if (self->build_source == 0)
    self->build_source = g_idle_add_full (G_PRIORITY_LOW, build_cb, self, NULL);
}

/* What is below the first screen is made once that has been painted. */
static void
build_rest (StarlingStudyPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->is_complete = FALSE;
  if (self->clock != NULL || self->build_source != 0
      || !gtk_widget_get_mapped (widget))
    return;
  self->clock = g_object_ref (gtk_widget_get_frame_clock (widget));
  self->after_paint
      = g_signal_connect_swapped (self->clock, "after-paint",
                                  G_CALLBACK (after_paint_cb), self);
  gtk_widget_queue_draw (widget);
}

static void
show_part (StarlingStudyPage *self, gpointer part)
{
  gtk_widget_set_visible (GTK_WIDGET (self->story), part == self->story);
  gtk_widget_set_visible (GTK_WIDGET (self->list), part == self->list);
  gtk_widget_set_visible (self->empty, part == self->empty);
}

/* Moves the view along with what moves when the lens changes: the part at the
 * upper edge stays there, without a frame in between. */
static void
update_lens (StarlingStudyPage *self, StarlingLens *lens, int wanted)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->story);
  double value = gtk_adjustment_get_value (adjustment);
  GtkWidget *anchor;
  int top, moved;

  anchor = starling_study_walkthrough_find_part (self->walkthrough,
                                                 (int) value + ANCHOR_DEPTH);
  if (anchor == NULL || value <= 0)
    {
      starling_study_walkthrough_set_lens (self->walkthrough, lens, wanted);
      return;
    }

  top = starling_study_walkthrough_get_top (self->walkthrough, anchor);
  starling_study_walkthrough_set_lens (self->walkthrough, lens, wanted);
  moved = starling_study_walkthrough_measure_top (self->walkthrough, anchor)
          - top;
  if (moved == 0)
    return;
  gtk_adjustment_set_upper (adjustment,
                            gtk_adjustment_get_upper (adjustment) + moved);
  gtk_adjustment_set_value (adjustment, value + moved);
}

static void
show_lens (StarlingStudyPage *self, StarlingLens *lens)
{
  StarlingLens *shown = starling_study_walkthrough_get_lens (self->walkthrough);
  int wanted = starling_session_get_wanted_angle (self->session);

  show_part (self, self->story);
  if (shown == lens && wanted == self->shown_wanted)
    return;

  self->shown_wanted = wanted;
  if (shown != NULL && shown->scenario == lens->scenario)
    update_lens (self, lens, wanted);
  else
    {
      starling_study_walkthrough_set_lens (self->walkthrough, lens, wanted);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                    self->story),
                                0);
    }
  build_rest (self);
}

static void
show_empty (StarlingStudyPage *self,
            const char *icon,
            const char *title,
            const char *text)
{
  gtk_image_set_from_icon_name (self->empty_icon, icon);
  gtk_label_set_text (self->empty_title, title);
  gtk_label_set_text (self->empty_text, text);
  show_part (self, self->empty);
}

static void
show_scope (StarlingStudyPage *self)
{
  const char *error = starling_session_get_error (self->session);
  const char *scope = starling_session_get_scope (self->session);
  g_auto (GStrv) ids = NULL;

  if (error != NULL)
    {
      show_empty (self, "starling-warning-symbolic",
                  _ ("This story cannot be opened."), error);
      return;
    }

  ids = starling_session_list_scenarios (self->session);
  if (ids[0] == NULL && strcmp (scope, "my-stories") == 0)
    {
      show_empty (self, "starling-pencil-symbolic",
                  _ ("You have no stories of your own yet."),
                  _ ("A pack file in the folder “stories” of Starling’s data "
                     "folder shows up here as soon as it is there."));
      return;
    }
  starling_scenario_list_set_scenarios (self->list, (const char *const *) ids);
  show_part (self, self->list);
}

static void
update (StarlingStudyPage *self)
{
  StarlingLens *lens = starling_session_get_lens (self->session);

  self->is_stale = !gtk_widget_get_visible (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  if (lens != NULL)
    show_lens (self, lens);
  else
    show_scope (self);
}

static void
visible_cb (StarlingStudyPage *self)
{
  if (self->is_stale)
    update (self);
}

static void
scenarios_changed_cb (StarlingStudyPage *self)
{
  if (starling_session_get_lens (self->session) == NULL)
    update (self);
}

static void
starling_study_page_map (GtkWidget *widget)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (widget);

  GTK_WIDGET_CLASS (starling_study_page_parent_class)->map (widget);

  if (!self->is_complete)
    build_rest (self);
}

static void
starling_study_page_unmap (GtkWidget *widget)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (widget);

  stop_waiting (self);
  g_clear_handle_id (&self->build_source, g_source_remove);

  GTK_WIDGET_CLASS (starling_study_page_parent_class)->unmap (widget);
}

static void
starling_study_page_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_study_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (object);

  if (prop_id == PROP_SESSION)
    self->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_study_page_constructed (GObject *object)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (object);
  static const char *const signals[]
      = { "notify::lens", "notify::scope", "notify::wanted-angle",
          "notify::error" };

  G_OBJECT_CLASS (starling_study_page_parent_class)->constructed (object);

  starling_scenario_list_set_session (self->list, self->session);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session, signals[i], G_CALLBACK (update),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (starling_session_get_library (self->session),
                           "scenarios-changed",
                           G_CALLBACK (scenarios_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect (self, "notify::visible", G_CALLBACK (visible_cb), NULL);
  update (self);
}

static void
starling_study_page_dispose (GObject *object)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (object);

  stop_waiting (self);
  g_clear_handle_id (&self->build_source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_STUDY_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_study_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, story);
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, walkthrough);
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, list);
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, empty);
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, empty_icon);
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, empty_title);
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, empty_text);
}

static void
starling_study_page_class_init (StarlingStudyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_study_page_constructed;
  object_class->dispose = starling_study_page_dispose;
  object_class->get_property = starling_study_page_get_property;
  object_class->set_property = starling_study_page_set_property;
  widget_class->map = starling_study_page_map;
  widget_class->unmap = starling_study_page_unmap;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_SCENARIO_LIST);
  g_type_ensure (STARLING_TYPE_STUDY_WALKTHROUGH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study-page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_css_name (widget_class, "study");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_study_page_init (StarlingStudyPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_study_page_new:
 * @session: the session to follow
 *
 * Returns: (transfer floating): the mode Study
 */
GtkWidget *
starling_study_page_new (StarlingSession *session)
{
  return g_object_new (STARLING_TYPE_STUDY_PAGE, "session", session, NULL);
}

/**
 * starling_study_page_is_complete:
 * @self: a page
 *
 * Returns: whether all of the story is there, below the first screen too
 */
gboolean
starling_study_page_is_complete (StarlingStudyPage *self)
{
  g_return_val_if_fail (STARLING_IS_STUDY_PAGE (self), FALSE);

  return self->is_complete;
}
