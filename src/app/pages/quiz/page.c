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

static guint64
choose_seed (StarlingQuizPage *self)
{
  StarlingClock *clock = starling_library_get_clock (
      starling_session_get_library (self->session));

  return self->seed != 0 ? self->seed
                         : (guint64) starling_clock_get_utc (clock);
}

/* Whether each question is to have a limit, as far as the user is concerned. */
static gboolean
is_timed (void)
{
  return g_settings_get_boolean (starling_settings_get (), "quiz-timed");
}

/* Whether somebody looks at the question: time stands while the quiz is set
 * up. */
static gboolean
is_shown (StarlingQuizPage *self)
{
  return gtk_widget_get_mapped (GTK_WIDGET (self))
         && !starling_quiz_setup_get_open (self->setup);
}

static void
follow_shown (StarlingQuizPage *self)
{
  if (self->run == NULL)
    return;
  starling_quiz_run_set_shown (self->run, is_shown (self));
  starling_quiz_page_update_clock (self);
}

/* Shows a quiz in the place of the one that there is. */
static void
show_run (StarlingQuizPage *self, StarlingQuizRun *run)
{
  g_clear_pointer (&self->run, starling_quiz_run_free);
  self->run = run;
  starling_quiz_run_set_shown (run, is_shown (self));
  starling_quiz_page_update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scroller),
                            0);
}

/* Deals another quiz, as the preferences say. */
void
starling_quiz_page_start (StarlingQuizPage *self, guint64 seed)
{
  GSettings *settings = starling_settings_get ();
  const StarlingQuizOptions options = {
    .length = (guint) g_settings_get_int (settings, "quiz-length"),
    .kinds = starling_settings_get_quiz_kinds (),
    .timed = is_timed (),
    .seed = seed,
  };

  show_run (self, starling_quiz_run_new (self->session, &options));
}

/* Deals anew what was not begun. */
static void
deal_again (StarlingQuizPage *self)
{
  if (self->run == NULL || !starling_quiz_run_is_untouched (self->run))
    return;
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    starling_quiz_page_start (self,
                              starling_quiz_get_seed (
                                  starling_quiz_run_get_quiz (self->run)));
  else
    g_clear_pointer (&self->run, starling_quiz_run_free);
}

/* Whether the quiz was left to read the story that is the scope now: the scope
 * of the quiz is brought back then. */
static gboolean
come_back (StarlingQuizPage *self)
{
  g_autofree char *before = NULL;

  if (self->run == NULL || self->reading == NULL)
    return FALSE;
  g_clear_pointer (&self->reading, g_free);
  before = g_strdup (starling_quiz_run_get_scope (self->run));
  return gtk_widget_activate_action (GTK_WIDGET (self), "win.show-scope", "s",
                                     before);
}

/* A page that is not shown does nothing; when shown, its quiz goes on unless
 * it is about another scope, for which one may have been left before. */
static void
follow_scope (StarlingQuizPage *self)
{
  const char *scope = starling_session_get_scope (self->session);
  StarlingQuizRun *left;

  if (g_strcmp0 (self->reading, scope) != 0)
    g_clear_pointer (&self->reading, g_free);
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (self->run != NULL
      && g_str_equal (starling_quiz_run_get_scope (self->run), scope))
    {
      g_clear_pointer (&self->reading, g_free);
      return;
    }
  if (come_back (self))
    return;

  left = starling_quiz_run_resume (self->session, is_timed ());
  if (left != NULL)
    show_run (self, left);
  else
    starling_quiz_page_start (self, choose_seed (self));
}

/* The level counts when a quiz is dealt, and the one that was begun goes on. */
static void
follow_level (StarlingQuizPage *self)
{
  if (self->run != NULL
      && starling_quiz_run_get_level (self->run)
             != starling_session_get_level (self->session))
    deal_again (self);
}

static void
follow_timed (StarlingQuizPage *self)
{
  if (self->run == NULL)
    return;
  starling_quiz_run_set_timed (self->run, is_timed ());
  starling_quiz_page_update_clock (self);
}

static void
scenarios_changed_cb (StarlingQuizPage *self)
{
  if (self->run == NULL)
    return;

  if (starling_quiz_get_length (starling_quiz_run_get_quiz (self->run)) == 0)
    deal_again (self);
  else
    starling_quiz_page_update (self);
}

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

  /* GTK asks for it too when Tab leads out of the page */
  if (self->run == NULL || starling_focus_is_within (widget))
    return FALSE;
  starling_quiz_page_take_focus (self);
  return starling_focus_is_within (widget);
}

static gboolean
starling_quiz_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
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
  follow_shown (self);
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
        starling_quiz_page_start (self, choose_seed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
connect_settings (StarlingQuizPage *self)
{
  static const struct
  {
    const char *signal;
    void (*callback) (StarlingQuizPage *self);
  } changes[] = {
    { "changed::quiz-length", deal_again },
    { "changed::quiz-kinds-off", deal_again },
    { "changed::quiz-timed", follow_timed },
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (starling_settings_get (), changes[i].signal,
                             G_CALLBACK (changes[i].callback), self,
                             G_CONNECT_SWAPPED);
}

static void
starling_quiz_page_constructed (GObject *object)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (object);

  G_OBJECT_CLASS (starling_quiz_page_parent_class)->constructed (object);

  g_signal_connect_object (self->session, "notify::scope",
                           G_CALLBACK (follow_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::level",
                           G_CALLBACK (follow_level), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (starling_session_get_library (self->session),
                           "scenarios-changed",
                           G_CALLBACK (scenarios_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (follow_scope), NULL);
  g_signal_connect_object (self->setup, "notify::open",
                           G_CALLBACK (follow_shown), self, G_CONNECT_SWAPPED);
  connect_settings (self);
  follow_scope (self);
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
