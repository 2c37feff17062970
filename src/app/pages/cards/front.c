/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/front.h"

#include <glib/gi18n.h>

#include "accessible.h"
#include "pages/cards/back.h"
#include "widgets/badge.h"
#include "widgets/flip.h"
#include "widgets/weak-answer.h"

/* An answer that begins lower than this share of the view moves up, at most to
 * this one. */
#define LOW 0.5
#define HIGH 0.25

struct _StarlingCardsFront
{
  GtkWidget parent_instance;

  GtkWidget *content;
  StarlingBadge *badge;
  GtkImage *icon;
  GtkLabel *story;
  GtkMenuButton *menu;
  GtkLabel *prompt;
  StarlingFlip *flip;

  guint tick_id; /* scrolls once the answer has been laid out */
  gboolean laid_out;

  /* what is in the body before it is turned over */
  GtkWidget *before;
  GtkLabel *question;
  GtkLabel *weak;
};

G_DEFINE_FINAL_TYPE (StarlingCardsFront, starling_cards_front, GTK_TYPE_WIDGET)

static void
starling_cards_front_dispose (GObject *object)
{
  StarlingCardsFront *self = STARLING_CARDS_FRONT (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_CARDS_FRONT);
  g_clear_object (&self->before);

  G_OBJECT_CLASS (starling_cards_front_parent_class)->dispose (object);
}

static void
starling_cards_front_class_init (StarlingCardsFrontClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_cards_front_dispose;

  g_type_ensure (STARLING_TYPE_BADGE);
  g_type_ensure (STARLING_TYPE_FLIP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/cards/front.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsFront,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsFront,
                                        badge);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsFront, icon);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsFront,
                                        story);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsFront, menu);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsFront,
                                        prompt);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsFront, flip);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
new_text (const char *css_class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "width-chars", 10,
                      "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
starling_cards_front_init (StarlingCardsFront *self)
{
  GtkWidget *weak = new_text ("running");
  GtkWidget *question = new_text ("soft");

  gtk_widget_init_template (GTK_WIDGET (self));
  starling_accessible_name_popover (gtk_menu_button_get_popover (self->menu),
                                    _ ("Card menu"));

  self->before = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 12));
  gtk_widget_add_css_class (self->before, "before");
  gtk_box_append (GTK_BOX (self->before), question);
  gtk_box_append (GTK_BOX (self->before), weak);
  self->weak = GTK_LABEL (weak);
  self->question = GTK_LABEL (question);
}

static const char *
get_icon (StarlingCardKind kind)
{
  switch (kind)
    {
    case STARLING_CARD_WEAK:
      return "starling-flag-symbolic";
    case STARLING_CARD_ANGLE:
      return "starling-star-symbolic";
    case STARLING_CARD_STEP:
    case STARLING_CARD_PROBE:
    default:
      return "starling-question-symbolic";
    }
}

/* The badge of a step, or a disc with a sign of what else the card is. */
static void
set_sign (StarlingCardsFront *self, const StarlingCardView *view)
{
  gboolean is_step = view->kind == STARLING_CARD_STEP;

  gtk_widget_set_visible (GTK_WIDGET (self->badge), is_step);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), !is_step);
  if (is_step)
    starling_badge_set_step (self->badge, view->step);
  else
    gtk_image_set_from_icon_name (self->icon, get_icon (view->kind));
}

static char *
format_story (const StarlingCardView *view)
{
  const char *title = view->lens->scenario->title;

  switch (view->kind)
    {
    case STARLING_CARD_PROBE:
      /* Translators: the title of a story */
      return g_strdup_printf (_ ("%s · follow-up question"), title);
    case STARLING_CARD_WEAK:
      return g_strdup_printf (_ ("%s · weak answer"), title);
    case STARLING_CARD_ANGLE:
      return g_strdup_printf (_ ("%s · angle"), title);
    case STARLING_CARD_STEP:
    default:
      return g_strdup (title);
    }
}

static void
set_before (StarlingCardsFront *self, const StarlingCardView *view)
{
  const StarlingScenario *scenario = view->lens->scenario;
  gboolean is_weak = view->kind == STARLING_CARD_WEAK;

  if (is_weak)
    {
      g_autofree char *quote = starling_weak_answer_quote (scenario);

      gtk_label_set_text (self->weak, quote);
    }
  else
    gtk_label_set_text (self->weak, "");
  gtk_widget_set_visible (GTK_WIDGET (self->weak), is_weak);
  gtk_label_set_text (self->question, scenario->question);
}

/**
 * starling_cards_front_ask:
 * @self: a flashcard
 * @view: what it is about
 * @prompt: what it asks
 *
 * Shows a card without its answer.
 */
void
starling_cards_front_ask (StarlingCardsFront *self,
                          const StarlingCardView *view,
                          const char *prompt)
{
  g_autofree char *story = NULL;

  g_return_if_fail (STARLING_IS_CARDS_FRONT (self));

  story = format_story (view);
  set_sign (self, view);
  gtk_label_set_text (self->story, story);
  gtk_label_set_text (self->prompt, prompt);
  set_before (self, view);
  if (starling_flip_get_child (self->flip) != self->before)
    starling_flip_set_child (self->flip, self->before, FALSE);
}

/* In the frame in which the answer is new it has no size yet. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  StarlingCardsFront *self = STARLING_CARDS_FRONT (widget);
  GtkWidget *scroller
      = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;
  double height, below;
  GtkAdjustment *adjustment;

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }
  self->tick_id = 0;
  if (scroller == NULL
      || !gtk_widget_compute_bounds (GTK_WIDGET (self->flip), scroller,
                                     &bounds))
    return G_SOURCE_REMOVE;

  height = gtk_widget_get_height (scroller);
  below = bounds.origin.y + bounds.size.height - height;
  adjustment
      = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  if (below > 0 && bounds.origin.y > LOW * height)
    gtk_adjustment_set_value (adjustment,
                              gtk_adjustment_get_value (adjustment)
                                  + MIN (below,
                                         bounds.origin.y - HIGH * height));
  return G_SOURCE_REMOVE;
}

/**
 * starling_cards_front_tell:
 * @self: a flashcard that asks
 * @view: what it is about
 * @animate: whether the card is turned over before the user's eyes
 *
 * Shows the answer, and scrolls if it would begin too far down.
 */
void
starling_cards_front_tell (StarlingCardsFront *self,
                           const StarlingCardView *view,
                           gboolean animate)
{
  g_return_if_fail (STARLING_IS_CARDS_FRONT (self));

  starling_flip_set_child (self->flip, starling_cards_back_new (view), animate);
  self->laid_out = FALSE;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb,
                                                  NULL, NULL);
}

/**
 * starling_cards_front_follow:
 * @self: a flashcard, turned over or not
 * @view: the same card through another lens
 * @prompt: what it asks
 *
 * Shows the card through the lens, on the same side.
 */
void
starling_cards_front_follow (StarlingCardsFront *self,
                             const StarlingCardView *view,
                             const char *prompt)
{
  GtkWidget *body;

  g_return_if_fail (STARLING_IS_CARDS_FRONT (self));

  body = starling_flip_get_child (self->flip);
  gtk_label_set_text (self->prompt, prompt);
  if (body != NULL && body != self->before)
    starling_cards_back_set_view (body, view);
}
