/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/page.h"

#include <glib/gi18n.h>

#include "pages/today/advice.h"
#include "pages/today/plots.h"
#include "pages/today/row.h"
#include "pages/today/waiting.h"
#include "pages/today/words.h"
#include "plan-words.h"
#include "settings.h"
#include "widgets/after-paint.h"
#include "widgets/column.h"
#include "widgets/focus.h"
#include "widgets/study-switcher.h"

#define STREAK_KEY "show-streak"

struct _StarlingTodayPage
{
  GtkWidget parent_instance;

  StarlingSession *session;

  GtkWidget *content;
  GtkLabel *date;
  GtkLabel *number;
  GtkLabel *title;
  GtkLabel *caption;
  GtkWidget *edit;
  GtkWidget *set;
  StarlingTodayRow *cards;
  StarlingTodayRow *story;
  StarlingTodayRow *quiz;
  StarlingTodayPlots *plots;

  gboolean is_stale;           /* texts */
  gboolean needs_plots;        /* which come after the first frame */
  int tomorrow;                /* cards then; -1: not known */
  StarlingAfterPaint *waiting; /* for the next frame, or NULL */
  guint plots_source;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingTodayPage, starling_today_page, GTK_TYPE_WIDGET)

static const StarlingPlan *
get_plan (StarlingTodayPage *self)
{
  return starling_agenda_get_plan (starling_session_get_agenda (self->session));
}

static const StarlingPlanInput *
get_input (StarlingTodayPage *self)
{
  return starling_agenda_get_input (
      starling_session_get_agenda (self->session));
}

static const StarlingDeck *
get_deck (StarlingTodayPage *self)
{
  return starling_library_get_deck (
      starling_session_get_library (self->session));
}

/* --- the texts --- */

static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
update_head (StarlingTodayPage *self)
{
  const StarlingPlanInput *input = get_input (self);
  g_autofree char *date = starling_plan_words_date (input->today, TRUE);
  g_auto (StarlingTodayHead) head = { 0 };

  starling_today_head_init (&head, get_plan (self), input);
  gtk_label_set_label (self->date, date);
  show_text (self->number, head.number);
  show_text (self->title, head.title);
  show_text (self->caption, head.caption);
  gtk_widget_set_visible (self->edit, head.is_upcoming);
  gtk_widget_set_visible (self->set, !head.is_upcoming);
}

static void
update_cards (StarlingTodayPage *self)
{
  const StarlingPlan *plan = get_plan (self);
  guint n = starling_agenda_count (starling_session_get_agenda (self->session));
  guint n_all = get_deck (self)->n_cards;
  g_autofree char *title
      = starling_today_format_cards (plan, get_input (self), n_all);
  g_autofree char *caption = NULL;

  if (n > 0)
    caption = starling_today_format_piles (
        plan, starling_today_get_minutes (self->session, n));
  else
    caption = starling_today_format_rest (plan, self->tomorrow, n_all);
  starling_today_row_set_texts (self->cards, title, caption);
  starling_today_row_set_target (self->cards, n_all > 0 ? "today" : NULL,
                                 "flashcards");
  starling_today_row_set_main (self->cards, n > 0);
  starling_today_row_set_main (self->story, n == 0);
}

static void
update_story (StarlingTodayPage *self)
{
  g_auto (StarlingTodayStory) story = { 0 };
  gboolean found = starling_today_find_story (self->session, &story);
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->story), found);
  if (!found)
    return;
  title = starling_today_format_story (story.title);
  reason = starling_today_format_reason (story.record.n_takes, story.days_ago,
                                         story.has_verdict ? &story.verdict
                                                           : NULL);
  starling_today_row_set_texts (self->story, title, reason);
  starling_today_row_set_target (self->story, story.scope, "rehearse");
}

/* One that was begun comes before one that could be. */
static gboolean
show_waiting_quiz (StarlingTodayPage *self)
{
  g_auto (StarlingTodayWaiting) waiting = { 0 };
  gboolean found = starling_today_find_waiting (self->session, &waiting);
  g_autofree char *title = NULL;

  g_object_set (self->quiz, "label", found ? _ ("Resume") : _ ("Quiz"), NULL);
  if (!found)
    return FALSE;
  title = starling_today_format_waiting (waiting.n_left, waiting.n_all);
  gtk_widget_set_visible (GTK_WIDGET (self->quiz), TRUE);
  starling_today_row_set_texts (self->quiz, title, waiting.name);
  starling_today_row_set_target (self->quiz, waiting.scope, "quiz");
  return TRUE;
}

static void
suggest_quiz (StarlingTodayPage *self)
{
  g_auto (StarlingTodayQuiz) quiz = { 0 };
  gboolean found = starling_today_find_quiz (self->session, &quiz);
  g_autofree char *title = NULL;
  g_autofree char *reason = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->quiz), found);
  if (!found)
    return;
  title = starling_today_format_questions (quiz.n_asked, quiz.name);
  reason = starling_today_format_certainty (&quiz.record);
  starling_today_row_set_texts (self->quiz, title, reason);
  starling_today_row_set_target (self->quiz, quiz.scope, "quiz");
}

static void
update_quiz (StarlingTodayPage *self)
{
  if (!show_waiting_quiz (self))
    suggest_quiz (self);
}

/* --- the plots: made once what is above them is on screen --- */

static void
stop_waiting (StarlingTodayPage *self)
{
  g_clear_pointer (&self->waiting, starling_after_paint_free);
  g_clear_handle_id (&self->plots_source, g_source_remove);
}

static gboolean
plots_cb (gpointer user_data)
{
  StarlingTodayPage *self = user_data;
  StarlingForecastDay days[STARLING_TODAY_FORECAST_DAYS];
  const StarlingPlanInput *input = get_input (self);
  const StarlingActivity *studied;
  guint n_studied;

  self->plots_source = 0;
  self->needs_plots = FALSE;
  studied = starling_progress_get_days (starling_library_get_progress (
                                            starling_session_get_library (
                                                self->session)),
                                        &n_studied);
  starling_today_plots_set_days (
      self->plots, studied, n_studied, input->today,
      g_settings_get_boolean (starling_settings_get (), STREAK_KEY));

  starling_plan_forecast (input, get_deck (self), days, G_N_ELEMENTS (days));
  starling_today_plots_set_forecast (self->plots, days, G_N_ELEMENTS (days));
  self->tomorrow = (int) (days[1].n_reviews + days[1].n_new);
  update_cards (self);
  return G_SOURCE_REMOVE;
}

static void
after_paint_cb (gpointer user_data)
{
  StarlingTodayPage *self = user_data;

  stop_waiting (self);
  self->plots_source = g_idle_add_full (G_PRIORITY_LOW, plots_cb, self, NULL);
}

static void
queue_plots (StarlingTodayPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->needs_plots = TRUE;
  if (self->waiting == NULL && self->plots_source == 0
      && gtk_widget_get_mapped (widget))
    self->waiting = starling_after_paint_new (widget, after_paint_cb, self);
}

/* --- following --- */

static void
update (StarlingTodayPage *self)
{
  self->is_stale = !gtk_widget_get_visible (GTK_WIDGET (self));
  if (self->is_stale)
    return;
  self->tomorrow = -1;
  update_head (self);
  update_cards (self);
  update_story (self);
  update_quiz (self);
  queue_plots (self);
}

static void
visible_cb (StarlingTodayPage *self)
{
  if (self->is_stale)
    update (self);
  else if (gtk_widget_get_visible (GTK_WIDGET (self)))
    update_quiz (self); /* of one that is left nobody tells */
}

/* How many questions there are depends on the level, and on what a quiz is to
 * ask. */
static void
quiz_changed_cb (StarlingTodayPage *self)
{
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    update_quiz (self);
  else
    self->is_stale = TRUE;
}

static void
streak_changed_cb (StarlingTodayPage *self)
{
  queue_plots (self);
}

/* The focus goes to what there is to do. GTK asks for it too when Tab leads
 * out of the page, which is not to be held up. */
static gboolean
starling_today_page_grab_focus (GtkWidget *widget)
{
  StarlingTodayPage *self = STARLING_TODAY_PAGE (widget);
  guint n = starling_agenda_count (starling_session_get_agenda (self->session));
  GtkWidget *button
      = starling_today_row_get_button (n > 0 ? self->cards : self->story);

  if (starling_focus_is_within (widget))
    return FALSE;
  if (gtk_widget_get_mapped (button))
    return gtk_widget_grab_focus (button);
  return gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

/* Tab comes to what stands first, and leaves nothing out. */
static gboolean
starling_today_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD && !starling_focus_is_within (widget))
    return gtk_widget_child_focus (STARLING_TODAY_PAGE (widget)->content,
                                   direction);
  return GTK_WIDGET_CLASS (starling_today_page_parent_class)
      ->focus (widget, direction);
}

static void
starling_today_page_map (GtkWidget *widget)
{
  StarlingTodayPage *self = STARLING_TODAY_PAGE (widget);

  GTK_WIDGET_CLASS (starling_today_page_parent_class)->map (widget);

  if (self->needs_plots)
    queue_plots (self);
}

static void
starling_today_page_unmap (GtkWidget *widget)
{
  stop_waiting (STARLING_TODAY_PAGE (widget));

  GTK_WIDGET_CLASS (starling_today_page_parent_class)->unmap (widget);
}

static void
starling_today_page_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  StarlingTodayPage *self = STARLING_TODAY_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_today_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  StarlingTodayPage *self = STARLING_TODAY_PAGE (object);

  if (prop_id == PROP_SESSION)
    self->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_today_page_constructed (GObject *object)
{
  StarlingTodayPage *self = STARLING_TODAY_PAGE (object);

  G_OBJECT_CLASS (starling_today_page_parent_class)->constructed (object);

  /* changes of packs and of the journal are among those of the agenda */
  g_signal_connect_object (starling_session_get_agenda (self->session),
                           "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (starling_settings_get (), "changed::" STREAK_KEY,
                           G_CALLBACK (streak_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::level",
                           G_CALLBACK (quiz_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (starling_settings_get (), "changed::quiz-length",
                           G_CALLBACK (quiz_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (starling_settings_get (), "changed::quiz-kinds-off",
                           G_CALLBACK (quiz_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::visible", G_CALLBACK (visible_cb), NULL);
  update (self);
}

static void
starling_today_page_dispose (GObject *object)
{
  StarlingTodayPage *self = STARLING_TODAY_PAGE (object);

  stop_waiting (self);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_today_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingTodayPage, content) },
    { "date", G_STRUCT_OFFSET (StarlingTodayPage, date) },
    { "number", G_STRUCT_OFFSET (StarlingTodayPage, number) },
    { "title", G_STRUCT_OFFSET (StarlingTodayPage, title) },
    { "caption", G_STRUCT_OFFSET (StarlingTodayPage, caption) },
    { "edit", G_STRUCT_OFFSET (StarlingTodayPage, edit) },
    { "set", G_STRUCT_OFFSET (StarlingTodayPage, set) },
    { "cards", G_STRUCT_OFFSET (StarlingTodayPage, cards) },
    { "story", G_STRUCT_OFFSET (StarlingTodayPage, story) },
    { "quiz", G_STRUCT_OFFSET (StarlingTodayPage, quiz) },
    { "plots", G_STRUCT_OFFSET (StarlingTodayPage, plots) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_today_page_class_init (StarlingTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_today_page_constructed;
  object_class->dispose = starling_today_page_dispose;
  object_class->get_property = starling_today_page_get_property;
  object_class->set_property = starling_today_page_set_property;
  widget_class->focus = starling_today_page_focus;
  widget_class->grab_focus = starling_today_page_grab_focus;
  widget_class->map = starling_today_page_map;
  widget_class->unmap = starling_today_page_unmap;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_STUDY_SWITCHER);
  g_type_ensure (STARLING_TYPE_TODAY_PLOTS);
  g_type_ensure (STARLING_TYPE_TODAY_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/today/page.ui");
  bind_children (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_today_page_init (StarlingTodayPage *self)
{
  g_autoptr (GtkSizeGroup) buttons
      = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_size_group_add_widget (buttons,
                             starling_today_row_get_button (self->cards));
  gtk_size_group_add_widget (buttons,
                             starling_today_row_get_button (self->story));
  gtk_size_group_add_widget (buttons,
                             starling_today_row_get_button (self->quiz));
}

/**
 * starling_today_page_new:
 * @session: the session to follow
 *
 * Returns: (transfer floating): the start page
 */
GtkWidget *
starling_today_page_new (StarlingSession *session)
{
  g_return_val_if_fail (STARLING_IS_SESSION (session), NULL);

  return g_object_new (STARLING_TYPE_TODAY_PAGE, "session", session, NULL);
}
