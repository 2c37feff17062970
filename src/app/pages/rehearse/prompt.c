/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/prompt.h"

#include "widgets/steady-label.h"

struct _StarlingRehearsePrompt
{
  GtkWidget parent_instance;

  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (StarlingRehearsePrompt,
                     starling_rehearse_prompt,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_prompt_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_PROMPT (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_prompt_parent_class)->dispose (object);
}

static void
starling_rehearse_prompt_class_init (StarlingRehearsePromptClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_prompt_dispose;

  g_type_ensure (STARLING_TYPE_STEADY_LABEL);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/prompt.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearsePrompt,
                                        content);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_prompt_init (StarlingRehearsePrompt *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
