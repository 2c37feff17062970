/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/setup.h"

#include "pages/rehearse/loop/choices.h"
#include "pages/rehearse/loop/list.h"
#include "pages/rehearse/loop/words.h"
#include "widgets/column.h"
#include "widgets/labels.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseLoopSetup
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *intro;
  StarlingRehearseLoopChoices *choices;
  GtkLabel *amount;
  GtkWidget *again;
  GtkWidget *deal;
  GtkWidget *shortage;
  GtkLabel *shortage_text;
  GtkWidget *start;
  StarlingRehearseLoopList *earlier;

  StarlingRehearseLoop *loop;
  StarlingLevel level;
  int principle;
  gboolean own_only;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseLoopSetup,
                     starling_rehearse_loop_setup,
                     GTK_TYPE_WIDGET)

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* One interviewer of the deal: who, for what, how many questions. */
static GtkWidget *
new_row (StarlingCatalogue *catalogue,
         const StarlingLoopInterview *interview,
         guint index)
{
  g_autofree char *name = g_strdup_printf (_ ("Interviewer %u"), index + 1);
  g_autofree char *principles
      = starling_rehearse_format_principles (catalogue, interview->principles,
                                             interview->n_principles);
  g_autofree char *questions
      = g_strdup_printf (ngettext ("%u question", "%u questions",
                                   interview->n_questions),
                         interview->n_questions);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *who = new_label (name, "strong");
  GtkWidget *count = new_label (questions, "caption");

  gtk_widget_set_hexpand (who, TRUE);
  gtk_widget_add_css_class (count, "soft");
  gtk_box_append (GTK_BOX (line), who);
  gtk_box_append (GTK_BOX (line), count);
  gtk_box_append (GTK_BOX (row), line);
  gtk_box_append (GTK_BOX (row), new_label (principles, NULL));
  gtk_widget_add_css_class (row, "row");
  return row;
}

static void
show_deal (StarlingRehearseLoopSetup *self)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (
      starling_rehearse_loop_get_library (self->loop));
  const StarlingLoopPlan *plan = starling_rehearse_loop_get_plan (self->loop);
  guint minutes = starling_rehearse_loop_get_request (self->loop)->minutes;
  g_autofree char *amount = starling_rehearse_format_deal (plan, minutes);
  g_autofree char *shortage
      = starling_rehearse_format_shortage (catalogue, plan, self->own_only);
  gboolean any = plan->n_questions > 0;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->deal)) != NULL)
    gtk_box_remove (GTK_BOX (self->deal), child);
  for (guint i = 0; i < plan->n_interviews; i++)
    {
      if (i > 0)
        gtk_box_append (GTK_BOX (self->deal),
                        gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (self->deal),
                      new_row (catalogue, &plan->interviews[i], i));
    }
  gtk_label_set_label (self->amount, any ? amount : "");
  gtk_widget_set_visible (self->deal, any);
  gtk_widget_set_visible (self->again, any);
  gtk_widget_set_visible (self->shortage, shortage != NULL);
  gtk_label_set_label (self->shortage_text, shortage != NULL ? shortage : "");
  /* Without an action, it stays as it is told */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->start),
                                  any ? "rehearse.loop-start" : NULL);
  if (!any)
    gtk_widget_set_sensitive (self->start, FALSE);
}

/* Deals by the choices: the same loop, as long as they are the same. */
static void
deal (StarlingRehearseLoopSetup *self)
{
  StarlingLoopRequest request
      = { .level = self->level, .principle = self->principle };

  if (self->loop == NULL)
    return;
  starling_rehearse_loop_choices_fill (self->choices, &request);
  starling_rehearse_loop_deal (self->loop, &request, self->own_only);
  show_deal (self);
}

static void
again_clicked_cb (StarlingRehearseLoopSetup *self)
{
  starling_rehearse_loop_deal_again (self->loop);
  show_deal (self);
}

static void
starling_rehearse_loop_setup_dispose (GObject *object)
{
  StarlingRehearseLoopSetup *self = STARLING_REHEARSE_LOOP_SETUP (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->loop);

  G_OBJECT_CLASS (starling_rehearse_loop_setup_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, content) },
    { "intro", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, intro) },
    { "choices", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, choices) },
    { "amount", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, amount) },
    { "again", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, again) },
    { "deal", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, deal) },
    { "shortage", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, shortage) },
    { "shortage_text",
      G_STRUCT_OFFSET (StarlingRehearseLoopSetup, shortage_text) },
    { "start", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, start) },
    { "earlier", G_STRUCT_OFFSET (StarlingRehearseLoopSetup, earlier) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_loop_setup_class_init (StarlingRehearseLoopSetupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_loop_setup_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_REHEARSE_LOOP_CHOICES);
  g_type_ensure (STARLING_TYPE_REHEARSE_LOOP_LIST);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/loop/setup.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, deal);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_loop_setup_init (StarlingRehearseLoopSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_rehearse_loop_setup_update:
 * @self: a view
 * @loop: what is dealt
 * @level: the level to tell stories at
 * @principle: a principle that has to be asked for; -1: none
 * @own_only: whether only the user's own stories are told
 *
 * Deals a loop, the same one as before as long as nothing has changed, and
 * shows it without its stories.
 */
void
starling_rehearse_loop_setup_update (StarlingRehearseLoopSetup *self,
                                     StarlingRehearseLoop *loop,
                                     StarlingLevel level,
                                     int principle,
                                     gboolean own_only)
{
  g_autofree char *intro = NULL;

  g_return_if_fail (STARLING_IS_REHEARSE_LOOP_SETUP (self));
  g_return_if_fail (STARLING_IS_REHEARSE_LOOP (loop));

  g_set_object (&self->loop, loop);
  self->level = level;
  self->principle = principle;
  self->own_only = own_only;
  /* Translators: %s is a level, such as "Senior SDE" */
  intro = g_strdup_printf (
      _ ("A day of interviews as %s: only the question, the clock and the "
         "follow-ups, and no story twice. You can stop after any answer and "
         "go on another day."),
      starling_level_get_name (level));
  gtk_label_set_label (self->intro, intro);
  deal (self);
  starling_rehearse_loop_list_update (self->earlier,
                                      starling_rehearse_loop_get_library (
                                          loop));
}

/**
 * starling_rehearse_loop_setup_take_focus:
 * @self: a view
 *
 * Puts the focus on Start loop.
 */
void
starling_rehearse_loop_setup_take_focus (StarlingRehearseLoopSetup *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_LOOP_SETUP (self));

  gtk_widget_grab_focus (self->start);
}
