/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/bar.h"

#include <glib/gi18n.h>

#include "pages/quiz/fold-label.h"
#include "widgets/column.h"

/* How long a button is named by what there is to announce. */
#define ANNOUNCE_SECONDS 3

struct _StarlingQuizBar
{
  GtkWidget parent_instance;

  GtkWidget *column;
  GtkWidget *read;
  GtkWidget *read_label;
  GtkWidget *check;
  GtkWidget *next;
  GtkWidget *again;

  StarlingQuizStage stage;
  guint announce_id;
};

G_DEFINE_FINAL_TYPE (StarlingQuizBar, starling_quiz_bar, GTK_TYPE_WIDGET)

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
end_announcement (StarlingQuizBar *self)
{
  g_clear_handle_id (&self->announce_id, g_source_remove);
  name_button (self->check, _ ("Check"));
  name_button (self->next, _ ("Next question"));
  name_button (self->again, _ ("Again"));
}

static gboolean
announced_cb (gpointer data)
{
  StarlingQuizBar *self = data;

  self->announce_id = 0;
  end_announcement (self);
  return G_SOURCE_REMOVE;
}

static GtkWidget *
get_main_button (StarlingQuizBar *self)
{
  switch (self->stage)
    {
    case STARLING_QUIZ_STAGE_TOLD:
      return self->next;
    case STARLING_QUIZ_STAGE_END:
      return self->again;
    case STARLING_QUIZ_STAGE_ASKED:
    default:
      return self->check;
    }
}

static void
starling_quiz_bar_dispose (GObject *object)
{
  StarlingQuizBar *self = STARLING_QUIZ_BAR (object);

  g_clear_handle_id (&self->announce_id, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_QUIZ_BAR);

  G_OBJECT_CLASS (starling_quiz_bar_parent_class)->dispose (object);
}

static void
starling_quiz_bar_class_init (StarlingQuizBarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_quiz_bar_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_QUIZ_FOLD_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/quiz/bar.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizBar, column);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizBar, read);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizBar,
                                        read_label);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizBar, check);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizBar, next);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizBar, again);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_bar_init (StarlingQuizBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_quiz_bar_set_stage (self, STARLING_QUIZ_STAGE_ASKED);
}

/**
 * starling_quiz_bar_set_stage:
 * @self: a bar
 * @stage: where the quiz is
 *
 * Shows the button that leads on from there.
 */
void
starling_quiz_bar_set_stage (StarlingQuizBar *self, StarlingQuizStage stage)
{
  g_return_if_fail (STARLING_IS_QUIZ_BAR (self));

  self->stage = stage;
  gtk_widget_set_visible (get_main_button (self), TRUE);
  gtk_widget_set_visible (self->check, stage == STARLING_QUIZ_STAGE_ASKED);
  gtk_widget_set_visible (self->next, stage == STARLING_QUIZ_STAGE_TOLD);
  gtk_widget_set_visible (self->again, stage == STARLING_QUIZ_STAGE_END);
  end_announcement (self);
}

/**
 * starling_quiz_bar_set_read:
 * @self: a bar
 * @label: (nullable): what there is to read; %NULL: nothing
 *
 * Shows or hides the way to the story.
 */
void
starling_quiz_bar_set_read (StarlingQuizBar *self, const char *label)
{
  g_return_if_fail (STARLING_IS_QUIZ_BAR (self));

  gtk_widget_set_visible (self->read, label != NULL);
  if (label == NULL)
    return;
  g_object_set (self->read_label, "label", label, NULL);
  name_button (self->read, label);
  gtk_widget_set_tooltip_text (self->read, label);
}

/**
 * starling_quiz_bar_focus:
 * @self: a bar
 *
 * Gives the keyboard focus to the button that leads on.
 */
void
starling_quiz_bar_focus (StarlingQuizBar *self)
{
  g_return_if_fail (STARLING_IS_QUIZ_BAR (self));

  if (gtk_widget_is_visible (get_main_button (self)))
    gtk_widget_grab_focus (get_main_button (self));
}

/**
 * starling_quiz_bar_announce:
 * @self: a bar
 * @words: what a screen reader should say
 *
 * GTK 4.8 cannot announce: for three seconds the button that leads on is named
 * by @words.
 */
void
starling_quiz_bar_announce (StarlingQuizBar *self, const char *words)
{
  g_return_if_fail (STARLING_IS_QUIZ_BAR (self));

  end_announcement (self);
  name_button (get_main_button (self), words);
  self->announce_id
      = g_timeout_add_seconds (ANNOUNCE_SECONDS, announced_cb, self);
}
