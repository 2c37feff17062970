/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/step-card.h"

#include "widgets/badge.h"
#include "widgets/labels.h"
#include "widgets/pair.h"
#include "widgets/passage-list.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingStepCard
{
  GtkBox parent_instance;

  StarlingBadge *badge;
  GtkLabel *title;
  GtkLabel *target;
  StarlingPassageList *passages;
  GtkLabel *absent;
  StarlingWrapBox *chips;
  GtkWidget *margin;
  GtkWidget *coaching_title;
  GtkLabel *coaching;
  GtkWidget *mistake_title;
  GtkLabel *mistake;

  char **phrases;   /* what the chips show */
  gboolean is_told; /* the description says what is said in the step */
};

G_DEFINE_FINAL_TYPE (StarlingStepCard, starling_step_card, GTK_TYPE_BOX)

/* What is said in the step, for whoever cannot see where the focus is. */
static void
update_description (StarlingStepCard *self)
{
  g_autofree char *text = NULL;

  if (!self->is_told)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self),
                                     GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }
  if (gtk_widget_get_visible (GTK_WIDGET (self->absent)))
    text = g_strdup (gtk_label_get_text (self->absent));
  else
    text = starling_passage_list_get_text (self->passages);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
}

/* That the window is not active any more does not count. */
static void
focus_left_cb (StarlingStepCard *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == GTK_WIDGET (self))
    return;
  self->is_told = FALSE;
  update_description (self);
}

static void
starling_step_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_STEP_CARD);

  G_OBJECT_CLASS (starling_step_card_parent_class)->dispose (object);
}

static void
starling_step_card_finalize (GObject *object)
{
  StarlingStepCard *self = STARLING_STEP_CARD (object);

  g_strfreev (self->phrases);

  G_OBJECT_CLASS (starling_step_card_parent_class)->finalize (object);
}

static void
starling_step_card_class_init (StarlingStepCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_step_card_dispose;
  object_class->finalize = starling_step_card_finalize;

  g_type_ensure (STARLING_TYPE_BADGE);
  g_type_ensure (STARLING_TYPE_PAIR);
  g_type_ensure (STARLING_TYPE_PASSAGE_LIST);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/widgets/step-card.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard, badge);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard, title);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard, target);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard,
                                        passages);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard, absent);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard, chips);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard, margin);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard,
                                        coaching_title);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard,
                                        coaching);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard,
                                        mistake_title);
  gtk_widget_class_bind_template_child (widget_class, StarlingStepCard,
                                        mistake);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_step_card_init (StarlingStepCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_chips (StarlingStepCard *self, const char *const *phrases)
{
  if (self->phrases != NULL
      && g_strv_equal ((const char *const *) self->phrases, phrases))
    return;

  g_strfreev (self->phrases);
  self->phrases = g_strdupv ((char **) phrases);
  starling_wrap_box_remove_all (self->chips);
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      GtkWidget *chip
          = g_object_new (GTK_TYPE_LABEL, "label", phrases[i], "wrap", TRUE,
                          "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);

      gtk_widget_add_css_class (chip, "chip");
      starling_wrap_box_append (self->chips, chip);
    }
}

static void
set_note (GtkWidget *title, GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (title, text != NULL);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static const char *
get_absent_text (StarlingStepId step)
{
  return step == STARLING_STEP_REFLECTION
             ? _ ("This story has no reflection at this level.")
             : _ ("Nothing is said in this step at this level.");
}

/**
 * starling_step_card_new:
 *
 * Returns: (transfer floating): a card without a step
 */
GtkWidget *
starling_step_card_new (void)
{
  return g_object_new (STARLING_TYPE_STEP_CARD, NULL);
}

/**
 * starling_step_card_focus:
 * @self: a card with a step, in a window
 *
 * Puts the keyboard focus on the card, which Tab passes by: it holds nothing
 * to activate. While it is there, assistive technology finds all that
 * is said in the step as its description.
 */
void
starling_step_card_focus (StarlingStepCard *self)
{
  GtkRoot *root;

  g_return_if_fail (STARLING_IS_STEP_CARD (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  if (root == NULL)
    return;
  self->is_told = TRUE;
  update_description (self);
  gtk_root_set_focus (root, GTK_WIDGET (self));
}

/**
 * starling_step_card_set_step:
 * @self: a card
 * @step: the step to show
 * @animate: whether a change of its sentences should fade
 *
 * Shows @step; what stays the same is left alone.
 */
void
starling_step_card_set_step (StarlingStepCard *self,
                             const StarlingLensStep *step,
                             gboolean animate)
{
  const char *title = starling_step_get_title (step->step);
  gboolean has_text = step->n_passages > 0;
  /* Translators: seconds, the target of a step */
  g_autofree char *target = g_strdup_printf (_ ("%u s"), step->target);

  g_return_if_fail (STARLING_IS_STEP_CARD (self));

  starling_badge_set_step (self->badge, step->step);
  gtk_label_set_text (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_text (self->target, target);
  starling_passage_list_set_step (self->passages, step, animate);
  gtk_widget_set_visible (GTK_WIDGET (self->passages), has_text);
  gtk_label_set_text (self->absent, get_absent_text (step->step));
  gtk_widget_set_visible (GTK_WIDGET (self->absent), !has_text);
  set_chips (self, step->key_phrases);
  gtk_widget_set_visible (GTK_WIDGET (self->chips),
                          has_text && step->key_phrases[0] != NULL);
  set_note (self->coaching_title, self->coaching, step->coaching);
  set_note (self->mistake_title, self->mistake, step->mistake);
  update_description (self);
  gtk_widget_set_visible (self->margin,
                          step->coaching != NULL || step->mistake != NULL);
}
