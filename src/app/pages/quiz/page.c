/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/page-private.h"

#include "settings.h"
#include "widgets/column.h"
#include "widgets/focus.h"

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_SEED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingQuizPage, starling_quiz_page, GTK_TYPE_WIDGET)

static void
chosen_cb (StarlingQuizPage *self, guint slot)
{
  starling_quiz_page_choose (self, slot);
}

/* The options are first: they are asked for, and what stands below them leads
 * away. */
static gboolean
starling_quiz_page_grab_focus (GtkWidget *widget)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  /* GTK asks for it too when Tab leads out of the page. When that is shown
   * again, a focus which was brought back may have been left long ago. */
  if (self->run == NULL
      || (starling_focus_is_within (widget) && !self->arrives))
    return FALSE;
  self->arrives = FALSE;
  starling_quiz_page_take_focus (self);
  return starling_focus_is_within (widget);
}

static gboolean
starling_quiz_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  STARLING_QUIZ_PAGE (widget)->arrives = FALSE;
  if (direction == GTK_DIR_TAB_FORWARD && !starling_focus_is_within (widget)
      && starling_quiz_page_grab_focus (widget))
    return TRUE;
  return GTK_WIDGET_CLASS (starling_quiz_page_parent_class)
      ->focus (widget, direction);
}

static void
starling_quiz_page_map (GtkWidget *widget)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  GTK_WIDGET_CLASS (starling_quiz_page_parent_class)->map (widget);
  self->arrives = TRUE;
  starling_quiz_page_follow_shown (self);
}

static void
starling_quiz_page_unmap (GtkWidget *widget)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  starling_quiz_page_stop_clock (self);
  if (self->run != NULL)
    starling_quiz_run_set_shown (self->run, FALSE);
  GTK_WIDGET_CLASS (starling_quiz_page_parent_class)->unmap (widget);
}

static void
starling_quiz_page_get_property (GObject *object,
                                 guint prop_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_SEED:
      g_value_set_uint64 (value, self->seed);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_quiz_page_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      self->session = g_value_dup_object (value);
      break;
    case PROP_SEED:
      self->seed = g_value_get_uint64 (value);
      if (self->run != NULL && starling_quiz_run_is_untouched (self->run))
        starling_quiz_page_start (self, starling_quiz_page_choose_seed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_quiz_page_constructed (GObject *object)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (object);

  G_OBJECT_CLASS (starling_quiz_page_parent_class)->constructed (object);

  starling_quiz_page_follow (self);
}

static void
starling_quiz_page_dispose (GObject *object)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (object);

  starling_quiz_page_stop_clock (self);
  g_clear_pointer (&self->run, starling_quiz_run_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_QUIZ_PAGE);
  g_clear_pointer (&self->reading, g_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_quiz_page_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gsize offset;
  } children[] = {
    { "root", G_STRUCT_OFFSET (StarlingQuizPage, root) },
    { "scroller", G_STRUCT_OFFSET (StarlingQuizPage, scroller) },
    { "head", G_STRUCT_OFFSET (StarlingQuizPage, head) },
    { "about", G_STRUCT_OFFSET (StarlingQuizPage, about) },
    { "setup", G_STRUCT_OFFSET (StarlingQuizPage, setup) },
    { "question", G_STRUCT_OFFSET (StarlingQuizPage, question) },
    { "end", G_STRUCT_OFFSET (StarlingQuizPage, end) },
    { "empty", G_STRUCT_OFFSET (StarlingQuizPage, empty) },
    { "empty_text", G_STRUCT_OFFSET (StarlingQuizPage, empty_text) },
    { "bar", G_STRUCT_OFFSET (StarlingQuizPage, bar) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  starling_quiz_page_bind_end (widget_class);
}

static void
starling_quiz_page_class_init (StarlingQuizPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_quiz_page_constructed;
  object_class->dispose = starling_quiz_page_dispose;
  object_class->get_property = starling_quiz_page_get_property;
  object_class->set_property = starling_quiz_page_set_property;
  widget_class->focus = starling_quiz_page_focus;
  widget_class->grab_focus = starling_quiz_page_grab_focus;
  widget_class->map = starling_quiz_page_map;
  widget_class->unmap = starling_quiz_page_unmap;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  properties[PROP_SEED]
      = g_param_spec_uint64 ("seed", NULL, NULL, 0, G_MAXUINT64, 0,
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  starling_quiz_page_install_actions (widget_class);
  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_QUIZ_BAR);
  g_type_ensure (STARLING_TYPE_QUIZ_END);
  g_type_ensure (STARLING_TYPE_QUIZ_HEAD);
  g_type_ensure (STARLING_TYPE_QUIZ_QUESTION);
  g_type_ensure (STARLING_TYPE_QUIZ_SETUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/quiz/page.ui");
  bind_template (widget_class);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_page_init (StarlingQuizPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->left = -1;
  starling_quiz_page_add_keys (self);
}

/**
 * starling_quiz_page_new:
 * @session: what to ask about, and where answers go
 *
 * Returns: (transfer floating): the page of the mode Quiz
 */
GtkWidget *
starling_quiz_page_new (StarlingSession *session)
{
  return g_object_new (STARLING_TYPE_QUIZ_PAGE, "session", session, NULL);
}
