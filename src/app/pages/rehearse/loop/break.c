/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/break.h"

#include "base/text.h"
#include "widgets/column.h"
#include "widgets/labels.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define MINUTE_MS (60 * 1000)

struct _StarlingRehearseLoopBreak
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *day;
  GtkLabel *answered;
  GtkLabel *heading;
  GtkLabel *whose;
  GtkWidget *time;
  GtkLabel *left;
  GtkLabel *left_caption;
  GtkWidget *start;
  GtkLabel *hint;
  GtkWidget *end;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseLoopBreak,
                     starling_rehearse_loop_break,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_loop_break_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_LOOP_BREAK (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_loop_break_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, content) },
    { "day", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, day) },
    { "answered", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, answered) },
    { "heading", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, heading) },
    { "whose", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, whose) },
    { "time", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, time) },
    { "left", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, left) },
    { "left_caption",
      G_STRUCT_OFFSET (StarlingRehearseLoopBreak, left_caption) },
    { "start", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, start) },
    { "hint", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, hint) },
    { "end", G_STRUCT_OFFSET (StarlingRehearseLoopBreak, end) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_loop_break_class_init (StarlingRehearseLoopBreakClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_loop_break_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/loop/break.ui");
  bind_children (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_loop_break_init (StarlingRehearseLoopBreak *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whose turn it is; in a break, that somebody else comes next. */
static void
show_turn (StarlingRehearseLoopBreak *self,
           const StarlingRehearseLoopNext *next)
{
  gboolean is_break = next->place == 0 && next->slot > 0;
  g_autofree char *who = g_strdup_printf (_ ("Interviewer %u of %u"),
                                          next->slot + 1, next->n_interviewers);
  g_autofree char *question = g_strdup_printf (_ ("Question %u of %u"),
                                               next->place + 1, next->n_places);
  g_autofree char *both = g_strdup_printf ("%s · %s", who, question);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->start),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, both,
                                  -1);
  gtk_label_set_label (self->heading, is_break ? _ ("Break") : who);
  gtk_label_set_label (self->whose, is_break ? both : question);
  gtk_label_set_label (
      self->hint,
      is_break
          ? _ ("Take as long as you like. You can leave here and go on any "
               "time, after a restart too.")
          : _ ("You see the question when you press Start."));
}

/* The minutes of this interviewer, as far as they are known. */
static void
show_time (StarlingRehearseLoopBreak *self,
           const StarlingRehearseLoopNext *next)
{
  gint64 left_ms = next->minutes * (gint64) MINUTE_MS - next->spent_ms;
  g_autofree char *clock
      = starling_text_format_clock ((ABS (left_ms) + 500) / 1000);
  g_autofree char *over = g_strconcat ("+", clock, NULL);
  g_autofree char *caption
      = left_ms < 0
            ? g_strdup_printf (_ ("over the %d min with this interviewer"),
                               next->minutes)
            : g_strdup_printf (_ ("left of %d min with this interviewer"),
                               next->minutes);

  gtk_widget_set_visible (self->time, next->minutes > 0);
  gtk_label_set_label (self->left, left_ms < 0 ? over : clock);
  gtk_label_set_label (self->left_caption, caption);
}

/**
 * starling_rehearse_loop_break_update:
 * @self: a view
 * @next: the next question of a loop
 *
 * Shows where the loop stands. Start is there only if a question is left.
 */
void
starling_rehearse_loop_break_update (StarlingRehearseLoopBreak *self,
                                     const StarlingRehearseLoopNext *next)
{
  gboolean left = next->scenario != NULL;
  g_autofree char *day = NULL;
  g_autofree char *answered = NULL;

  g_return_if_fail (STARLING_IS_REHEARSE_LOOP_BREAK (self));

  day = g_strdup_printf (_ ("Mock loop · %s"),
                         starling_level_get_name (next->level));
  answered = g_strdup_printf (_ ("%u of %u answered"), next->n_answered,
                              next->n_all);
  gtk_label_set_label (self->day, day);
  gtk_label_set_label (self->answered, answered);
  gtk_widget_set_visible (GTK_WIDGET (self->whose), left);
  gtk_widget_set_visible (self->start, left);
  if (left)
    {
      show_turn (self, next);
      show_time (self, next);
      return;
    }
  gtk_label_set_label (self->heading, _ ("No question is left"));
  gtk_label_set_label (self->hint, _ ("End the loop to see how it went."));
  gtk_widget_set_visible (self->time, FALSE);
}

/**
 * starling_rehearse_loop_break_take_focus:
 * @self: a view
 *
 * Puts the focus on Start, which is described by whose turn it is.
 */
void
starling_rehearse_loop_break_take_focus (StarlingRehearseLoopBreak *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_LOOP_BREAK (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (self->start) ? self->start
                                                              : self->end);
}
