/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/page.h"

#include <glib/gi18n.h>
#include <string.h>

#include "pages/cards/bar.h"
#include "pages/cards/end.h"
#include "pages/cards/front.h"
#include "pages/cards/head.h"
#include "pages/cards/keys.h"
#include "pages/cards/run.h"
#include "pages/cards/words.h"
#include "widgets/column.h"
#include "widgets/focus.h"

struct _StarlingCardsPage
{
  GtkWidget parent_instance;

  GtkWidget *root;
  GtkScrolledWindow *scroller;
  StarlingCardsHead *head;
  GtkLabel *portion;
  StarlingCardsFront *front;
  StarlingCardsEnd *end;
  StarlingCardsBar *bar;

  StarlingSession *session;
  StarlingCardsRun *run;
  char *card;              /* on screen; NULL: none */
  StarlingScenario *story; /* of that card, as it was read */
  gboolean told;           /* with its answer */
  StarlingCardsFacts facts;

  GtkWindow *window; /* while mapped */
  gulong active_id;
  gboolean was_active; /* there are displays where no window ever is */
  guint tick_id;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingCardsPage, starling_cards_page, GTK_TYPE_WIDGET)

static void
update_actions (StarlingCardsPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean has_card = self->card != NULL;
  gboolean is_shown = starling_cards_run_is_shown (self->run);
  static const char *const of_card[]
      = { "cards.bury", "cards.suspend", "cards.reset", "cards.open-story" };

  gtk_widget_action_set_enabled (widget, "cards.undo",
                                 starling_cards_run_can_undo (self->run));
  gtk_widget_action_set_enabled (widget, "cards.show-answer",
                                 has_card && !is_shown);
  gtk_widget_action_set_enabled (widget, "cards.grade", is_shown);
  for (guint i = 0; i < G_N_ELEMENTS (of_card); i++)
    gtk_widget_action_set_enabled (widget, of_card[i], has_card);
}

static void
update_head (StarlingCardsPage *self)
{
  guint counts[STARLING_N_PILES];
  guint n_portion = starling_cards_run_get_portion (self->run);
  g_autofree char *portion = starling_cards_words_portion (n_portion);
  int pile
      = self->card != NULL ? (int) starling_cards_run_get_pile (self->run) : -1;

  starling_cards_run_count (self->run, counts);
  starling_cards_head_set_counts (self->head, counts, pile);
  starling_cards_head_set_time (self->head,
                                starling_cards_run_get_spent (self->run));
  gtk_label_set_text (self->portion, portion);
  gtk_widget_set_visible (GTK_WIDGET (self->portion),
                          n_portion > 0 && self->card != NULL);
}

static void
show_end (StarlingCardsPage *self)
{
  g_auto (GStrv) stories = starling_session_list_scenarios (self->session);
  const char *scope = starling_session_get_scope (self->session);

  starling_cards_run_get_facts (self->run, &self->facts);
  if (stories[0] != NULL)
    starling_cards_end_show (self->end, &self->facts);
  else if (strcmp (scope, "my-stories") == 0)
    starling_cards_end_show_nothing (
        self->end, _ ("You have no stories of your own yet."),
        _ ("They make flashcards as soon as they are there."));
  else
    starling_cards_end_show_nothing (self->end,
                                     _ ("There are no stories here yet."),
                                     _ ("Choose something else to study."));
}

static void
offer_grades (StarlingCardsPage *self)
{
  gint64 seconds[STARLING_N_GRADES];

  for (int i = 0; i < STARLING_N_GRADES; i++)
    seconds[i] = starling_cards_run_get_interval (self->run, i + 1);
  starling_cards_bar_offer (self->bar, seconds);
}

/* Puts the card of the run on screen, as far as it is not there yet. */
static void
show_card (StarlingCardsPage *self, gboolean animate)
{
  const StarlingCardView *view = starling_cards_run_get_view (self->run);
  const char *card = starling_cards_run_get_card (self->run);
  gboolean is_shown = starling_cards_run_is_shown (self->run);
  gboolean is_same = g_strcmp0 (card, self->card) == 0;
  gboolean is_read_anew = view->lens->scenario != self->story;
  g_autofree char *prompt = starling_cards_words_prompt (view);

  if (is_same && !is_read_anew && is_shown == self->told)
    starling_cards_front_follow (self->front, view, prompt);
  else
    {
      if (!is_same || is_read_anew || !is_shown)
        starling_cards_front_ask (self->front, view, prompt);
      if (is_shown)
        starling_cards_front_tell (self->front, view, animate);
    }
  if (!is_same)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                  self->scroller),
                              0);
  if (is_shown)
    offer_grades (self);
  else
    starling_cards_bar_ask (self->bar, prompt);
  self->told = is_shown;
  if (is_read_anew)
    {
      g_clear_pointer (&self->story, starling_scenario_unref);
      self->story = starling_scenario_ref (view->lens->scenario);
    }
}

/* Shows what the run says. */
static void
update (StarlingCardsPage *self, gboolean animate)
{
  const char *card = starling_cards_run_get_card (self->run);
  gboolean has_card = card != NULL;

  if (has_card)
    show_card (self, animate);
  else
    show_end (self);
  if (g_strcmp0 (card, self->card) != 0)
    {
      g_free (self->card);
      self->card = g_strdup (card);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->front), has_card);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), has_card);
  gtk_widget_set_visible (GTK_WIDGET (self->end), !has_card);
  update_head (self);
  update_actions (self);
}

/* Puts the focus where the next key is wanted. */
static gboolean
take_focus (StarlingCardsPage *self)
{
  if (self->card != NULL)
    return starling_cards_bar_focus (self->bar);
  return starling_cards_end_focus (self->end);
}

static GtkWidget *
get_focus (StarlingCardsPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* Follows what others did: the focus moves only if it was here, or nowhere. */
static void
follow (StarlingCardsPage *self)
{
  GtkWidget *focus = get_focus (self);
  g_autofree char *before = g_strdup (self->card);
  gboolean was_told = self->told;
  gboolean moves_focus
      = focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self));

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  starling_cards_run_follow (self->run);
  update (self, FALSE);
  if (moves_focus
      && (g_strcmp0 (before, self->card) != 0 || was_told != self->told))
    take_focus (self);
}

/* Shows what an action of the user has led to. */
static void
go_on (StarlingCardsPage *self)
{
  update (self, TRUE);
  take_focus (self);
}

static void
show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);

  if (starling_cards_run_show (self->run))
    go_on (self);
}

static void
grade_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);
  int grade = g_variant_get_int32 (parameter);

  if (grade < STARLING_GRADE_AGAIN || grade > STARLING_GRADE_EASY)
    return;
  if (starling_cards_run_grade (self->run, grade))
    go_on (self);
}

/* The part of the name after the dot is what the run calls it. */
static void
act_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);

  if (starling_cards_run_act (self->run, name + strlen ("cards.")))
    go_on (self);
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);

  if (starling_cards_run_undo (self->run))
    go_on (self);
}

static void
open_story_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  const StarlingCardView *view
      = starling_cards_run_get_view (STARLING_CARDS_PAGE (widget)->run);
  g_autofree char *scope = NULL;

  if (view == NULL)
    return;
  scope = g_strconcat ("scenario:", view->lens->scenario->id, NULL);
  gtk_widget_activate_action (widget, "win.practise", "(ss)", scope, "study");
}

static void
more_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);

  starling_cards_run_add (self->run, strcmp (name, "cards.more-new") == 0
                                         ? STARLING_CARDS_EXTRA_NEW
                                         : 0);
  go_on (self);
}

static void
others_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_widget_activate_action (widget, "win.practise", "(ss)", "today",
                              "flashcards");
}

static void
bring_back_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);

  starling_cards_run_bring_back (self->run);
  go_on (self);
}

/* The scroller's own keys do not reach it from the bar. */
static void
scroll_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gboolean handled;

  g_signal_emit_by_name (STARLING_CARDS_PAGE (widget)->scroller, "scroll-child",
                         g_variant_get_int32 (parameter), FALSE, &handled);
}

static gboolean
can_cb (GtkWidget *widget, const char *action)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);

  if (strcmp (action, "cards.undo") == 0)
    return starling_cards_run_can_undo (self->run);
  if (strcmp (action, "cards.grade") == 0)
    return starling_cards_run_is_shown (self->run);
  return self->card != NULL;
}

/* Once a second: the time, and whether that of another card has come. */
static gboolean
tick_cb (gpointer data)
{
  StarlingCardsPage *self = data;

  if (self->card != NULL)
    {
      starling_cards_head_set_time (self->head,
                                    starling_cards_run_get_spent (self->run));
      return G_SOURCE_CONTINUE;
    }
  if (starling_cards_run_wake (self->run))
    {
      follow (self);
      return G_SOURCE_CONTINUE;
    }
  if (self->facts.wait_ms >= 0)
    {
      self->facts.wait_ms = starling_cards_run_get_wait (self->run);
      starling_cards_end_wait (self->end, &self->facts);
    }
  return G_SOURCE_CONTINUE;
}

/* Time counts while somebody can look at the card. */
static void
update_running (StarlingCardsPage *self)
{
  gboolean is_active
      = self->window != NULL && gtk_window_is_active (self->window);

  self->was_active = self->was_active || is_active;
  starling_cards_run_set_running (self->run,
                                  self->window != NULL
                                      && (is_active || !self->was_active));
}

static void
starling_cards_page_map (GtkWidget *widget)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  starling_cards_run_follow (self->run);
  update (self, FALSE);
  GTK_WIDGET_CLASS (starling_cards_page_parent_class)->map (widget);

  if (GTK_IS_WINDOW (root))
    {
      self->window = g_object_ref (GTK_WINDOW (root));
      self->active_id
          = g_signal_connect_swapped (self->window, "notify::is-active",
                                      G_CALLBACK (update_running), self);
    }
  update_running (self);
  self->tick_id = g_timeout_add_seconds (1, tick_cb, self);
}

static void
starling_cards_page_unmap (GtkWidget *widget)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);

  g_clear_handle_id (&self->tick_id, g_source_remove);
  if (self->window != NULL)
    g_signal_handler_disconnect (self->window, self->active_id);
  g_clear_object (&self->window);
  update_running (self);

  GTK_WIDGET_CLASS (starling_cards_page_parent_class)->unmap (widget);
}

static gboolean
starling_cards_page_grab_focus (GtkWidget *widget)
{
  /* GTK asks for it too when Tab leads out of the page */
  return !starling_focus_is_within (widget)
         && take_focus (STARLING_CARDS_PAGE (widget));
}

/* Coming in by Tab, or from another page, what is at the bottom is first: the
 * main button. From there Tab leads on to what stands above, and then away. */
static gboolean
starling_cards_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (widget);
  GtkWidget *const parts[]
      = { GTK_WIDGET (self->bar), GTK_WIDGET (self->end),
          GTK_WIDGET (self->head), GTK_WIDGET (self->front) };
  guint i = 0;

  if (direction != GTK_DIR_TAB_FORWARD)
    return GTK_WIDGET_CLASS (starling_cards_page_parent_class)
        ->focus (widget, direction);
  if (!starling_focus_is_within (widget))
    return take_focus (self);
  while (i < G_N_ELEMENTS (parts) && !starling_focus_is_within (parts[i]))
    i++;
  for (; i < G_N_ELEMENTS (parts); i++)
    if (gtk_widget_child_focus (parts[i], direction))
      return TRUE;
  return FALSE;
}

static void
starling_cards_page_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (object);

  if (prop_id == PROP_SESSION)
    g_value_set_object (value, self->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_cards_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (object);

  if (prop_id == PROP_SESSION)
    self->session = g_value_dup_object (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_cards_page_constructed (GObject *object)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (object);
  static const char *const signals[]
      = { "notify::scope", "notify::level", "notify::wanted-angle" };

  G_OBJECT_CLASS (starling_cards_page_parent_class)->constructed (object);

  self->run = starling_cards_run_new (self->session);
  g_signal_connect_object (self->run, "changed", G_CALLBACK (follow), self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_object (self->session, signals[i], G_CALLBACK (follow),
                             self, G_CONNECT_SWAPPED);
}

static void
starling_cards_page_dispose (GObject *object)
{
  StarlingCardsPage *self = STARLING_CARDS_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_CARDS_PAGE);
  g_clear_object (&self->run);
  g_clear_object (&self->session);
  g_clear_pointer (&self->card, g_free);
  g_clear_pointer (&self->story, starling_scenario_unref);

  G_OBJECT_CLASS (starling_cards_page_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    const char *name;
    const char *type;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "cards.show-answer", NULL, show_action },
    { "cards.grade", "i", grade_action },
    { "cards.scroll", "i", scroll_action },
    { "cards.undo", NULL, undo_action },
    { "cards.bury", NULL, act_action },
    { "cards.suspend", NULL, act_action },
    { "cards.reset", NULL, act_action },
    { "cards.open-story", NULL, open_story_action },
    { "cards.more", NULL, more_action },
    { "cards.more-new", NULL, more_action },
    { "cards.others", NULL, others_action },
    { "cards.bring-back", NULL, bring_back_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, actions[i].type,
                                     actions[i].activate);
}

static void
bind_template (GtkWidgetClass *klass)
{
  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_CARDS_BAR);
  g_type_ensure (STARLING_TYPE_CARDS_END);
  g_type_ensure (STARLING_TYPE_CARDS_FRONT);
  g_type_ensure (STARLING_TYPE_CARDS_HEAD);
  gtk_widget_class_set_template_from_resource (
      klass, "/io/github/starlingapp/Starling/ui/pages/cards/page.ui");
  gtk_widget_class_bind_template_child (klass, StarlingCardsPage, root);
  gtk_widget_class_bind_template_child (klass, StarlingCardsPage, scroller);
  gtk_widget_class_bind_template_child (klass, StarlingCardsPage, head);
  gtk_widget_class_bind_template_child (klass, StarlingCardsPage, portion);
  gtk_widget_class_bind_template_child (klass, StarlingCardsPage, front);
  gtk_widget_class_bind_template_child (klass, StarlingCardsPage, end);
  gtk_widget_class_bind_template_child (klass, StarlingCardsPage, bar);
}

static void
starling_cards_page_class_init (StarlingCardsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_cards_page_constructed;
  object_class->dispose = starling_cards_page_dispose;
  object_class->get_property = starling_cards_page_get_property;
  object_class->set_property = starling_cards_page_set_property;
  widget_class->focus = starling_cards_page_focus;
  widget_class->grab_focus = starling_cards_page_grab_focus;
  widget_class->map = starling_cards_page_map;
  widget_class->unmap = starling_cards_page_unmap;

  properties[PROP_SESSION]
      = g_param_spec_object ("session", NULL, NULL, STARLING_TYPE_SESSION,
                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                 | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  install_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "cards");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_cards_page_init (StarlingCardsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_cards_keys_add (GTK_WIDGET (self), can_cb);
}

/**
 * starling_cards_page_new:
 * @session: what to study, and where grades go
 *
 * Returns: (transfer floating): the reviewer of flashcards
 */
GtkWidget *
starling_cards_page_new (StarlingSession *session)
{
  g_return_val_if_fail (STARLING_IS_SESSION (session), NULL);

  return g_object_new (STARLING_TYPE_CARDS_PAGE, "session", session, NULL);
}
