/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pages/quiz/bar.h"
#include "pages/quiz/end.h"
#include "pages/quiz/keys.h"
#include "pages/quiz/question.h"
#include "pages/quiz/run.h"
#include "widgets/column.h"
#include "widgets/focus.h"

struct _StarlingQuizPage
{
  GtkWidget parent_instance;

  GtkWidget *root;
  GtkScrolledWindow *scroller;
  GtkWidget *head;
  GtkLabel *counter;
  GtkProgressBar *progress;
  GtkLabel *tally;
  StarlingQuizQuestion *question;
  StarlingQuizEnd *end;
  GtkWidget *empty;
  GtkLabel *empty_text;
  StarlingQuizBar *bar;

  StarlingSession *session;
  StarlingQuizRun *run;
  guint64 seed;
};

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
scroll_to_top (StarlingQuizPage *self)
{
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scroller),
                            0);
}

static void
update_head (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  guint n = starling_quiz_get_length (quiz);
  guint n_answers = starling_quiz_get_n_answers (quiz);
  g_autofree char *counter = NULL;
  g_autofree char *tally = NULL;

  /* Translators: the place in a quiz */
  counter = g_strdup_printf (_ ("Question %u of %u"),
                             starling_quiz_get_position (quiz) + 1, n);
  /* Translators: how many answers were right so far */
  tally = g_strdup_printf (_ ("%u right"), starling_quiz_get_n_right (quiz));
  gtk_label_set_label (self->counter, counter);
  gtk_label_set_label (self->tally, tally);
  gtk_progress_bar_set_fraction (self->progress,
                                 n > 0 ? (double) n_answers / n : 0);
}

static void
update_actions (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean checked = starling_quiz_is_checked (quiz);
  gboolean finished = starling_quiz_is_finished (quiz);

  gtk_widget_action_set_enabled (widget, "quiz.undo",
                                 starling_quiz_get_n_answers (quiz) > 0);
  gtk_widget_action_set_enabled (widget, "quiz.check",
                                 !checked
                                     && starling_quiz_get_chosen (quiz) >= 0);
  gtk_widget_action_set_enabled (widget, "quiz.next", checked);
  gtk_widget_action_set_enabled (widget, "quiz.again", finished);
  starling_quiz_bar_set_stage (self->bar, finished ? STARLING_QUIZ_STAGE_END
                                          : checked
                                              ? STARLING_QUIZ_STAGE_TOLD
                                              : STARLING_QUIZ_STAGE_ASKED);
  starling_quiz_bar_set_can_read (
      self->bar, !finished || !starling_quiz_run_is_pooled (self->run));
}

static void
show_end (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  g_autoptr (GPtrArray) mistakes = starling_quiz_run_list_mistakes (self->run);
  const StarlingScenario *story = NULL;
  g_autofree char *score = NULL;

  score = starling_quiz_end_set_score (self->end,
                                       starling_quiz_get_n_right (quiz),
                                       starling_quiz_get_n_questions (quiz),
                                       starling_quiz_run_is_pooled (self->run));
  for (guint i = 0; i < mistakes->len; i++)
    {
      const StarlingQuizMistake *mistake = g_ptr_array_index (mistakes, i);

      if (starling_quiz_run_is_pooled (self->run) && mistake->scenario != story)
        starling_quiz_end_add_story (self->end, mistake->scenario);
      story = mistake->scenario;
      starling_quiz_end_add_wrong (self->end, mistake->question);
    }
  starling_quiz_bar_announce (self->bar, score);
}

static void
show_empty (StarlingQuizPage *self)
{
  gtk_label_set_label (
      self->empty_text,
      starling_quiz_run_is_pooled (self->run)
          ? _ ("None of these stories has questions. Choose another one, or "
               "study instead.")
          : _ ("This story comes without questions. Study or rehearse it "
               "instead."));
}

static void
show_question (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  const StarlingQuestion *question = starling_quiz_run_get_question (self->run);

  starling_quiz_question_ask (self->question,
                              starling_quiz_run_get_scenario (self->run)->title,
                              question, quiz);
  starling_quiz_question_set_chosen (self->question,
                                     starling_quiz_get_chosen (quiz));
  if (starling_quiz_is_checked (quiz))
    g_free (starling_quiz_question_tell (self->question, question, quiz));
}

/* Shows the whole state of the quiz. */
static void
update (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);
  gboolean asking = starling_quiz_run_open (self->run);
  gboolean empty = starling_quiz_get_length (quiz) == 0;

  gtk_widget_set_visible (self->head, asking);
  gtk_widget_set_visible (GTK_WIDGET (self->question), asking);
  gtk_widget_set_visible (GTK_WIDGET (self->end), !asking && !empty);
  gtk_widget_set_visible (self->empty, empty);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), !empty);
  update_head (self);
  update_actions (self);
  if (asking)
    show_question (self);
  else if (empty)
    show_empty (self);
  else
    show_end (self);
}

static void
start (StarlingQuizPage *self, guint64 seed)
{
  g_clear_pointer (&self->run, starling_quiz_run_free);
  self->run = starling_quiz_run_new (self->session, seed);
  starling_quiz_run_set_running (self->run,
                                 gtk_widget_get_mapped (GTK_WIDGET (self)));
  update (self);
  scroll_to_top (self);
}

static guint64
choose_seed (StarlingQuizPage *self)
{
  StarlingClock *clock = starling_library_get_clock (
      starling_session_get_library (self->session));

  return self->seed != 0 ? self->seed
                         : (guint64) starling_clock_get_utc (clock);
}

/* A page that is not shown does nothing; when shown, its quiz goes on unless
 * it is about another scope. */
static void
follow_scope (StarlingQuizPage *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;
  if (self->run != NULL
      && strcmp (starling_quiz_run_get_scope (self->run),
                 starling_session_get_scope (self->session))
             == 0)
    return;

  start (self, choose_seed (self));
}

static void
scenarios_changed_cb (StarlingQuizPage *self)
{
  if (self->run == NULL)
    return;

  if (starling_quiz_get_length (starling_quiz_run_get_quiz (self->run)) == 0)
    start (self, choose_seed (self));
  else
    update (self);
}

static void
choose (StarlingQuizPage *self, guint slot)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);

  if (!starling_quiz_choose (quiz, slot))
    return;

  starling_quiz_question_set_chosen (self->question, (int) slot);
  update_actions (self);
  /* by way of the option, which scrolls it into view */
  starling_quiz_question_focus (self->question, (int) slot);
  starling_quiz_bar_focus (self->bar);
}

static void
chosen_cb (StarlingQuizPage *self, guint slot)
{
  choose (self, slot);
}

static void
check_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  g_autofree char *verdict = NULL;

  if (!starling_quiz_run_check (self->run))
    return;

  verdict
      = starling_quiz_question_tell (self->question,
                                     starling_quiz_run_get_question (self->run),
                                     starling_quiz_run_get_quiz (self->run));
  update_head (self);
  update_actions (self);
  starling_quiz_bar_focus (self->bar);
  starling_quiz_bar_announce (self->bar, verdict);
  starling_quiz_question_show_explanation (self->question);
}

/* Puts the focus where the next key is wanted. */
static void
take_focus (StarlingQuizPage *self)
{
  StarlingQuiz *quiz = starling_quiz_run_get_quiz (self->run);

  if (gtk_widget_get_visible (GTK_WIDGET (self->question))
      && !starling_quiz_is_checked (quiz))
    starling_quiz_question_focus (self->question,
                                  MAX (starling_quiz_get_chosen (quiz), 0));
  else
    starling_quiz_bar_focus (self->bar);
}

/* Shows where the quiz went. */
static void
go_on (StarlingQuizPage *self)
{
  update (self);
  take_focus (self);
  scroll_to_top (self);
}

static void
next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  if (starling_quiz_next (starling_quiz_run_get_quiz (self->run)))
    go_on (self);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  if (starling_quiz_run_undo (self->run))
    go_on (self);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  guint64 seed
      = starling_quiz_get_seed (starling_quiz_run_get_quiz (self->run));

  start (self, starling_quiz_next_seed (seed));
  go_on (self);
}

static void
study (StarlingQuizPage *self, const char *scenario)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-scenario", "s",
                              scenario);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.mode", "s", "study");
}

static void
study_story_cb (StarlingQuizPage *self, const char *scenario)
{
  study (self, scenario);
}

static void
read_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  const StarlingScenario *scenario = starling_quiz_run_get_scenario (self->run);

  if (scenario != NULL)
    study (self, scenario->id);
}

static gboolean
takes_keys (StarlingQuizPage *self)
{
  return self->run != NULL && starling_quiz_keys_apply (GTK_WIDGET (self));
}

/* A digit chooses; the same one again checks. */
static gboolean
digit_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);
  guint slot = g_variant_get_uint32 (args);
  StarlingQuiz *quiz;

  if (!takes_keys (self))
    return FALSE;

  quiz = starling_quiz_run_get_quiz (self->run);
  if (starling_quiz_is_finished (quiz) || starling_quiz_is_checked (quiz))
    return FALSE;

  if (starling_quiz_get_chosen (quiz) == (int) slot)
    gtk_widget_activate_action (widget, "quiz.check", NULL);
  else
    choose (self, slot);
  return TRUE;
}

static gboolean
undo_key_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  return takes_keys (STARLING_QUIZ_PAGE (widget))
         && gtk_widget_activate_action (widget, "quiz.undo", NULL);
}

static gboolean
arrow_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  return takes_keys (self)
         && gtk_widget_get_visible (GTK_WIDGET (self->question))
         && starling_quiz_question_move_focus (self->question,
                                               g_variant_get_int32 (args));
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
  take_focus (self);
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
  if (self->run != NULL)
    starling_quiz_run_set_running (self->run, TRUE);
}

static void
starling_quiz_page_unmap (GtkWidget *widget)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (widget);

  if (self->run != NULL)
    starling_quiz_run_set_running (self->run, FALSE);
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
      if (self->run != NULL)
        start (self, choose_seed (self));
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

  g_signal_connect_object (self->session, "notify::scope",
                           G_CALLBACK (follow_scope), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (starling_session_get_library (self->session),
                           "scenarios-changed",
                           G_CALLBACK (scenarios_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (follow_scope), NULL);
  follow_scope (self);
}

static void
starling_quiz_page_dispose (GObject *object)
{
  StarlingQuizPage *self = STARLING_QUIZ_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_QUIZ_PAGE);
  g_clear_pointer (&self->run, starling_quiz_run_free);
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
    { "counter", G_STRUCT_OFFSET (StarlingQuizPage, counter) },
    { "progress", G_STRUCT_OFFSET (StarlingQuizPage, progress) },
    { "tally", G_STRUCT_OFFSET (StarlingQuizPage, tally) },
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
  gtk_widget_class_bind_template_callback (widget_class, study_story_cb);
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

  gtk_widget_class_install_action (widget_class, "quiz.check", NULL,
                                   check_action);
  gtk_widget_class_install_action (widget_class, "quiz.next", NULL,
                                   next_action);
  gtk_widget_class_install_action (widget_class, "quiz.undo", NULL,
                                   undo_action);
  gtk_widget_class_install_action (widget_class, "quiz.again", NULL,
                                   again_action);
  gtk_widget_class_install_action (widget_class, "quiz.read", NULL,
                                   read_action);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_QUIZ_BAR);
  g_type_ensure (STARLING_TYPE_QUIZ_END);
  g_type_ensure (STARLING_TYPE_QUIZ_QUESTION);
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
  starling_quiz_keys_add (GTK_WIDGET (self), digit_cb, arrow_cb, undo_key_cb);
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
