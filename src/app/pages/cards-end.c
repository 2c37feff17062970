/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards-end.h"

#include "pages/cards-words.h"

struct _StarlingCardsEnd
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkImage *icon;
  GtkLabel *done;
  GtkLabel *title;
  GtkLabel *detail;
  GtkButton *more;
  GtkButton *more_new;
  GtkWidget *aside;
  GtkLabel *n_aside;
  GtkButton *bring_back;
};

G_DEFINE_FINAL_TYPE (StarlingCardsEnd, starling_cards_end, GTK_TYPE_WIDGET)

static void
starling_cards_end_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_CARDS_END);

  G_OBJECT_CLASS (starling_cards_end_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd, icon);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd, done);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd, title);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd, detail);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd, more);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd,
                                        more_new);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd, aside);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd,
                                        n_aside);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd,
                                        bring_back);
}

static void
starling_cards_end_class_init (StarlingCardsEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_cards_end_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/cards-end.ui");
  bind_template (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_cards_end_init (StarlingCardsEnd *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows a label, or hides it where there is nothing to say. */
static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
}

static void
set_button (GtkButton *button, const char *text)
{
  gtk_button_set_label (button, text != NULL ? text : "");
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (GTK_WIDGET (button), text != NULL);
}

/**
 * starling_cards_end_show:
 * @self: an end
 * @facts: how things stand
 *
 * Says how things stand, and offers what can be done about it.
 */
void
starling_cards_end_show (StarlingCardsEnd *self,
                         const StarlingCardsFacts *facts)
{
  g_autofree char *done = NULL;
  g_autofree char *title = NULL;
  g_autofree char *detail = NULL;
  g_autofree char *more = NULL;
  g_autofree char *more_new = NULL;
  g_autofree char *aside = NULL;

  g_return_if_fail (STARLING_IS_CARDS_END (self));

  if (facts->n_done > 0)
    done = starling_cards_words_done (facts->n_done, facts->ms);
  title = starling_cards_words_title (facts);
  detail = starling_cards_words_detail (facts);
  more = starling_cards_words_more (facts);
  more_new = more != NULL ? NULL : starling_cards_words_more_new (facts);
  aside = starling_cards_words_aside (facts->n_aside);

  gtk_image_set_from_icon_name (self->icon, facts->n_done > 0
                                                ? "starling-check-symbolic"
                                                : "starling-cards-symbolic");
  set_text (self->done, done);
  set_text (self->title, title);
  set_text (self->detail, detail);
  set_button (self->more, more);
  set_button (self->more_new, more_new);
  gtk_label_set_text (self->n_aside, aside);
  set_button (self->bring_back,
              starling_cards_words_bring_back (facts->n_aside));
  gtk_widget_set_visible (self->aside, facts->n_aside > 0);
}

/**
 * starling_cards_end_show_nothing:
 * @self: an end
 * @title: what is not there
 * @text: why, and what could be done
 *
 * Says that there is nothing to study in the scope at all.
 */
void
starling_cards_end_show_nothing (StarlingCardsEnd *self,
                                 const char *title,
                                 const char *text)
{
  g_return_if_fail (STARLING_IS_CARDS_END (self));

  gtk_image_set_from_icon_name (self->icon, "starling-cards-symbolic");
  set_text (self->done, NULL);
  set_text (self->title, title);
  set_text (self->detail, text);
  set_button (self->more, NULL);
  set_button (self->more_new, NULL);
  gtk_widget_set_visible (self->aside, FALSE);
}

/**
 * starling_cards_end_get_button:
 * @self: an end
 *
 * Returns: (transfer none) (nullable): the first button that is offered
 */
GtkWidget *
starling_cards_end_get_button (StarlingCardsEnd *self)
{
  g_return_val_if_fail (STARLING_IS_CARDS_END (self), NULL);

  if (gtk_widget_get_visible (GTK_WIDGET (self->more)))
    return GTK_WIDGET (self->more);
  if (gtk_widget_get_visible (GTK_WIDGET (self->more_new)))
    return GTK_WIDGET (self->more_new);
  if (gtk_widget_get_visible (self->aside))
    return GTK_WIDGET (self->bring_back);
  return NULL;
}
