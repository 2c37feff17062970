/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/end.h"

#include "pages/cards/words.h"

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
  GtkWidget *message;
  GtkButton *others;
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
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd,
                                        message);
  gtk_widget_class_bind_template_child (widget_class, StarlingCardsEnd, others);
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
      widget_class, "/io/github/starlingapp/Starling/ui/pages/cards/end.ui");
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

/* What is said is one thing for whoever does not see it. */
static void
name_message (StarlingCardsEnd *self)
{
  GtkLabel *const labels[] = { self->title, self->done, self->detail };
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *name = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (labels[i])))
      g_strv_builder_add (builder, gtk_label_get_text (labels[i]));
  texts = g_strv_builder_end (builder);
  name = g_strjoinv (" ", texts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->message),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
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
  g_autofree char *others = NULL;
  g_autofree char *more_new = NULL;
  g_autofree char *aside = NULL;

  g_return_if_fail (STARLING_IS_CARDS_END (self));

  if (facts->n_done > 0)
    done = starling_cards_words_done (facts);
  title = starling_cards_words_title (facts);
  detail = starling_cards_words_detail (facts);
  more = starling_cards_words_more (facts);
  if (more == NULL)
    others = starling_cards_words_others (facts);
  if (more == NULL && others == NULL)
    more_new = starling_cards_words_more_new (facts);
  aside = starling_cards_words_aside (facts->n_aside);

  gtk_image_set_from_icon_name (self->icon, facts->n_done > 0
                                                ? "starling-check-symbolic"
                                                : "starling-cards-symbolic");
  set_text (self->done, done);
  set_text (self->title, title);
  set_text (self->detail, detail);
  set_button (self->more, more);
  set_button (self->others, others);
  set_button (self->more_new, more_new);
  name_message (self);
  gtk_label_set_text (self->n_aside, aside);
  set_button (self->bring_back,
              starling_cards_words_bring_back (facts->n_aside));
  gtk_widget_set_visible (self->aside, facts->n_aside > 0);
}

/**
 * starling_cards_end_wait:
 * @self: an end that waits for a card
 * @facts: how things stand; only the time is another
 *
 * Says how long it takes now, where that reads differently.
 */
void
starling_cards_end_wait (StarlingCardsEnd *self,
                         const StarlingCardsFacts *facts)
{
  g_autofree char *title = NULL;

  g_return_if_fail (STARLING_IS_CARDS_END (self));

  title = starling_cards_words_title (facts);
  if (g_str_equal (title, gtk_label_get_text (self->title)))
    return;
  set_text (self->title, title);
  name_message (self);
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
  set_button (self->others, NULL);
  set_button (self->more_new, NULL);
  name_message (self);
  gtk_widget_set_visible (self->aside, FALSE);
}

/**
 * starling_cards_end_focus:
 * @self: an end
 *
 * Puts the focus on what is said, not on a button: whoever goes through cards
 * with Space is to read it before there are more.
 *
 * Returns: whether that could be done
 */
gboolean
starling_cards_end_focus (StarlingCardsEnd *self)
{
  g_return_val_if_fail (STARLING_IS_CARDS_END (self), FALSE);

  return gtk_widget_grab_focus (self->message);
}
