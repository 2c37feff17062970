/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/bar.h"

#include "pages/cards/words.h"
#include "widgets/column.h"
#include "widgets/even-box.h"
#include "widgets/grade-button.h"

struct _StarlingCardsBar
{
  GtkWidget parent_instance;

  GtkWidget *column;
  GtkWidget *show;
  GtkWidget *grades;
  StarlingGradeButton *buttons[STARLING_N_GRADES];
};

G_DEFINE_FINAL_TYPE (StarlingCardsBar, starling_cards_bar, GTK_TYPE_WIDGET)

static void
starling_cards_bar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_CARDS_BAR);

  G_OBJECT_CLASS (starling_cards_bar_parent_class)->dispose (object);
}

static void
starling_cards_bar_class_init (StarlingCardsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_cards_bar_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_EVEN_BOX);
  g_type_ensure (STARLING_TYPE_GRADE_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/cards/bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsBar, column);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsBar, show);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsBar, grades);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_cards_bar_init (StarlingCardsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < STARLING_N_GRADES; i++)
    {
      int grade = i + 1;
      g_autofree char *digit = g_strdup_printf ("%d", grade);
      GtkWidget *button
          = g_object_new (STARLING_TYPE_GRADE_BUTTON, "digit", digit, "title",
                          starling_cards_words_grade (grade), NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", grade);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "cards.grade");
      if (grade == STARLING_GRADE_GOOD)
        gtk_widget_add_css_class (button, "suggested-action");
      else
        gtk_widget_add_css_class (button, "plain");
      gtk_widget_set_parent (button, self->grades);
      self->buttons[i] = STARLING_GRADE_BUTTON (button);
    }
}

/**
 * starling_cards_bar_ask:
 * @self: a bar
 * @prompt: what the card asks, for those who do not see it
 *
 * Offers to show the answer.
 */
void
starling_cards_bar_ask (StarlingCardsBar *self, const char *prompt)
{
  g_return_if_fail (STARLING_IS_CARDS_BAR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->show),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, prompt,
                                  -1);
  gtk_widget_set_visible (self->show, TRUE);
  gtk_widget_set_visible (self->grades, FALSE);
}

/**
 * starling_cards_bar_offer:
 * @self: a bar
 * @seconds: when the card would come back after each grade
 *
 * Offers the grades.
 */
void
starling_cards_bar_offer (StarlingCardsBar *self,
                          const gint64 seconds[STARLING_N_GRADES])
{
  g_return_if_fail (STARLING_IS_CARDS_BAR (self));

  for (int i = 0; i < STARLING_N_GRADES; i++)
    {
      g_autofree char *interval = starling_cards_words_interval (seconds[i]);

      starling_grade_button_set_interval (self->buttons[i], interval);
    }
  gtk_widget_set_visible (self->grades, TRUE);
  gtk_widget_set_visible (self->show, FALSE);
}

/**
 * starling_cards_bar_focus:
 * @self: a bar
 *
 * Gives the keyboard focus to the button that Space is for: "Show answer",
 * then "Good".
 *
 * Returns: whether it took it
 */
gboolean
starling_cards_bar_focus (StarlingCardsBar *self)
{
  GtkWidget *good = GTK_WIDGET (self->buttons[STARLING_GRADE_GOOD - 1]);

  g_return_val_if_fail (STARLING_IS_CARDS_BAR (self), FALSE);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->show) ? self->show
                                                                    : good);
}
