/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/quiz-option.h"

#include <glib/gi18n.h>

#include "widgets/quiz-option-layout.h"

/* How long an option is named by what there is to announce as well. */
#define ANNOUNCE_SECONDS 3

struct _StarlingQuizOption
{
  GtkButton parent_instance;

  GtkWidget *content;
  GtkLabel *digit;
  GtkImage *mark;
  GtkLabel *text;
  GtkLabel *why;
  GtkLabel *verdict;

  guint announce_id;
};

G_DEFINE_FINAL_TYPE (StarlingQuizOption, starling_quiz_option, GTK_TYPE_BUTTON)

/* The digit gives way to a mark, the words say what it means. */
static void
show_verdict (StarlingQuizOption *self,
              const char *icon,
              const char *css_class,
              const char *words)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  gtk_image_set_from_icon_name (self->mark, icon);
  gtk_widget_set_visible (GTK_WIDGET (self->mark), TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->digit), FALSE);
  gtk_label_set_label (self->verdict, words);
  gtk_widget_set_visible (GTK_WIDGET (self->verdict), TRUE);
}

static void
set_name (StarlingQuizOption *self, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
end_announcement (StarlingQuizOption *self)
{
  g_clear_handle_id (&self->announce_id, g_source_remove);
  set_name (self, gtk_label_get_label (self->text));
}

static gboolean
announced_cb (gpointer data)
{
  StarlingQuizOption *self = data;

  self->announce_id = 0;
  end_announcement (self);
  return G_SOURCE_REMOVE;
}

/* No gtk_widget_dispose_template(): the template's root is the button's child,
 * which GtkButton lets go of by itself. */
static void
starling_quiz_option_dispose (GObject *object)
{
  g_clear_handle_id (&STARLING_QUIZ_OPTION (object)->announce_id,
                     g_source_remove);

  G_OBJECT_CLASS (starling_quiz_option_parent_class)->dispose (object);
}

static void
starling_quiz_option_class_init (StarlingQuizOptionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_quiz_option_dispose;

  g_type_ensure (STARLING_TYPE_VERDICT_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/quiz-option.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizOption,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizOption,
                                        digit);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizOption, mark);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizOption, text);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizOption, why);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizOption,
                                        verdict);
}

static void
starling_quiz_option_init (StarlingQuizOption *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_quiz_option_new:
 * @number: the digit in the ring, from 1
 * @text: what the option says
 *
 * Returns: (transfer floating): a new option
 */
GtkWidget *
starling_quiz_option_new (guint number, const char *text)
{
  StarlingQuizOption *self = g_object_new (STARLING_TYPE_QUIZ_OPTION, NULL);
  g_autofree char *digit = g_strdup_printf ("%u", number);

  gtk_label_set_label (self->digit, digit);
  gtk_label_set_label (self->text, text);
  set_name (self, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, digit,
                                  -1);
  starling_quiz_option_set_chosen (self, FALSE);
  return GTK_WIDGET (self);
}

/**
 * starling_quiz_option_set_chosen:
 * @self: an option
 * @chosen: whether it is the one that a check would take
 *
 * Highlights the option.
 */
void
starling_quiz_option_set_chosen (StarlingQuizOption *self, gboolean chosen)
{
  g_return_if_fail (STARLING_IS_QUIZ_OPTION (self));

  if (chosen)
    gtk_widget_add_css_class (GTK_WIDGET (self), "chosen");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  chosen ? _ ("Chosen") : "", -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self),
                               GTK_ACCESSIBLE_STATE_PRESSED, chosen, -1);
}

/**
 * starling_quiz_option_announce:
 * @self: an option that has the keyboard focus
 * @words: what a screen reader should say
 *
 * GTK 4.8 cannot announce: for three seconds @words come before the option's
 * own name.
 */
void
starling_quiz_option_announce (StarlingQuizOption *self, const char *words)
{
  g_autofree char *name = NULL;

  g_return_if_fail (STARLING_IS_QUIZ_OPTION (self));

  end_announcement (self);
  name = g_strdup_printf ("%s. %s", words, gtk_label_get_label (self->text));
  set_name (self, name);
  self->announce_id
      = g_timeout_add_seconds (ANNOUNCE_SECONDS, announced_cb, self);
}

/**
 * starling_quiz_option_tell:
 * @self: an option
 * @right: whether it is the right one
 * @chosen: whether it was chosen
 * @why: (nullable): what speaks for or against it
 *
 * Shows what the option was worth. That cannot be taken back: a question asked
 * again has new options.
 */
void
starling_quiz_option_tell (StarlingQuizOption *self,
                           gboolean right,
                           gboolean chosen,
                           const char *why)
{
  const char *words = right ? _ ("Right answer") : _ ("Your answer");
  g_autofree char *description = NULL;

  g_return_if_fail (STARLING_IS_QUIZ_OPTION (self));

  end_announcement (self);
  gtk_widget_remove_css_class (GTK_WIDGET (self), "chosen");
  gtk_widget_add_css_class (GTK_WIDGET (self), "told");
  if (right)
    show_verdict (self, "starling-check-symbolic", "right", words);
  else if (chosen)
    show_verdict (self, "starling-cross-symbolic", "wrong", words);

  if (why != NULL)
    gtk_label_set_label (self->why, why);
  gtk_widget_set_visible (GTK_WIDGET (self->why), why != NULL);

  if (!right && !chosen)
    words = NULL;
  description = words != NULL && why != NULL
                    ? g_strconcat (words, ". ", why, NULL)
                    : g_strdup (words != NULL ? words : why);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description != NULL ? description : "", -1);
}
