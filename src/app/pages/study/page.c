/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study/page.h"

#include "pages/cards/page.h"
#include "pages/study/story.h"
#include "pages/today/page.h"
#include "widgets/column.h"
#include "widgets/focus.h"
#include "widgets/scenario-list.h"
#include "widgets/study-switcher.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StarlingStudyPage
{
  GtkWidget parent_instance;

  StarlingSession *session;

  GtkBox *parts;
  StarlingScenarioList *list;
  GtkWidget *empty;
  GtkImage *empty_icon;
  GtkLabel *empty_title;
  GtkLabel *empty_text;

  /* made when first shown; NULL until then */
  GtkWidget *story;
  GtkWidget *cards;
  GtkWidget *today;

  GtkWidget *shown; /* one of the parts */
  gboolean is_stale;
  gboolean takes_focus; /* wherever it is: the user chose another view */
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingStudyPage, starling_study_page, GTK_TYPE_WIDGET)

/* Shows one of the parts. The others are invisible: the accessibility tree of
 * GTK 4.8 holds what is merely covered. Where the focus was in what goes, or
 * what comes was asked for, it moves on to what comes. */
static void
show_part (StarlingStudyPage *self, GtkWidget *part)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *before = self->shown;
  gboolean was_here
      = focus != NULL && before != NULL
        && (focus == before || gtk_widget_is_ancestor (focus, before));
  gboolean moves_focus
      = before != part && (was_here || (root != NULL && self->takes_focus));

  self->shown = part;
  gtk_widget_set_visible (part, TRUE);
  if (moves_focus && !gtk_widget_grab_focus (part))
    gtk_widget_child_focus (part, GTK_DIR_TAB_FORWARD);
  if (before != NULL && before != part)
    gtk_widget_set_visible (before, FALSE);
}

static GtkWidget *
ensure_part (StarlingStudyPage *self, GtkWidget **part, GType type)
{
  if (*part != NULL)
    return *part;
  if (type == STARLING_TYPE_STUDY_STORY)
    *part = starling_study_story_new ();
  else
    *part
        = g_object_new (type, "session", self->session, "visible", FALSE, NULL);
  gtk_widget_set_vexpand (*part, TRUE);
  gtk_box_append (self->parts, *part);
  return *part;
}

static void
show_story (StarlingStudyPage *self, StarlingLens *lens)
{
  GtkWidget *story
      = ensure_part (self, &self->story, STARLING_TYPE_STUDY_STORY);
  g_autoptr (StarlingPlace) place = NULL;

  starling_study_story_set_lens (STARLING_STUDY_STORY (story), lens,
                                 starling_session_get_wanted_angle (
                                     self->session));
  show_part (self, story);

  place = starling_session_take_place (self->session);
  if (place != NULL)
    starling_study_story_go_to (STARLING_STUDY_STORY (story), place);
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
  show_part (self, GTK_WIDGET (self->list));
}

static void
update (StarlingStudyPage *self)
{
  StarlingLens *lens = starling_session_get_lens (self->session);

  self->is_stale = !gtk_widget_get_visible (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  if (starling_session_get_study_view (self->session)
          == STARLING_VIEW_FLASHCARDS
      && starling_session_get_error (self->session) == NULL)
    show_part (self,
               ensure_part (self, &self->cards, STARLING_TYPE_CARDS_PAGE));
  else if (lens != NULL)
    show_story (self, lens);
  else if (strcmp (starling_session_get_scope (self->session), "today") == 0)
    show_part (self,
               ensure_part (self, &self->today, STARLING_TYPE_TODAY_PAGE));
  else
    show_scope (self);
}

static void
view_cb (StarlingStudyPage *self)
{
  self->takes_focus = TRUE;
  update (self);
  self->takes_focus = FALSE;
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

/* Where Tab comes to is for the part to say; what is to be done is not always
 * what stands first. */
static gboolean
starling_study_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD
      && !starling_focus_is_within (GTK_WIDGET (self)))
    return self->shown != NULL
           && gtk_widget_child_focus (self->shown, direction);
  return GTK_WIDGET_CLASS (starling_study_page_parent_class)
      ->focus (widget, direction);
}

static gboolean
starling_study_page_grab_focus (GtkWidget *widget)
{
  StarlingStudyPage *self = STARLING_STUDY_PAGE (widget);

  /* GTK asks for it too when Tab leads out of the page */
  if (starling_focus_is_within (GTK_WIDGET (self)))
    return FALSE;
  return self->shown != NULL
         && (gtk_widget_grab_focus (self->shown)
             || gtk_widget_child_focus (self->shown, GTK_DIR_TAB_FORWARD));
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
          "notify::error", "notify::place" };

  G_OBJECT_CLASS (starling_study_page_parent_class)->constructed (object);

  starling_scenario_list_set_session (self->list, self->session);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session, signals[i], G_CALLBACK (update),
                             self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::study-view",
                           G_CALLBACK (view_cb), self, G_CONNECT_SWAPPED);
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

  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_STUDY_PAGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_study_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_child (klass, StarlingStudyPage, parts);
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
  widget_class->focus = starling_study_page_focus;
  widget_class->grab_focus = starling_study_page_grab_focus;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_SCENARIO_LIST);
  g_type_ensure (STARLING_TYPE_STUDY_SWITCHER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study/page.ui");
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

  return self->story == NULL
         || starling_study_story_is_complete (
             STARLING_STUDY_STORY (self->story));
}
