/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/debrief.h"

#include "engine/take.h"
#include "pages/rehearse/debrief/figures.h"
#include "pages/rehearse/loop/loop.h"
#include "pages/rehearse/loop/answers.h"
#include "pages/rehearse/loop/card.h"
#include "pages/rehearse/loop/words.h"
#include "pages/rehearse/words.h"
#include "widgets/column.h"
#include "widgets/labels.h"
#include "widgets/mean-bar.h"
#include "widgets/pair.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define WANTED_TENTHS 30
#define ROW_THRESHOLD 520
#define ROW_END_WIDTH 400
#define MARK_CHARS 13
#define MEAN_CHARS 3

struct _StarlingRehearseLoopDebrief
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *status;
  GtkLabel *verdict;
  GtkLabel *summary;
  StarlingRehearseFigures *figures;
  GtkBox *interviewers;
  GtkWidget *principles_box;
  GtkBox *principles;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseLoopDebrief,
                     starling_rehearse_loop_debrief,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_loop_debrief_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_LOOP_DEBRIEF (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_loop_debrief_parent_class)
      ->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, content) },
    { "scrolled", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, scrolled) },
    { "title", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, title) },
    { "status", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, status) },
    { "verdict", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, verdict) },
    { "summary", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, summary) },
    { "figures", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, figures) },
    { "interviewers",
      G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, interviewers) },
    { "principles_box",
      G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, principles_box) },
    { "principles", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, principles) },
    { "close", G_STRUCT_OFFSET (StarlingRehearseLoopDebrief, close) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_loop_debrief_class_init (
    StarlingRehearseLoopDebriefClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_loop_debrief_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_REHEARSE_FIGURES);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/loop/debrief.ui");
  bind_children (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_loop_debrief_init (StarlingRehearseLoopDebrief *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether all was asked that could be: stories may be gone. */
static gboolean
is_finished (const StarlingLoopRecord *record)
{
  return record->n_taken == record->items->len
         || (record->end != NULL
             && g_strcmp0 (record->end->status, STARLING_REHEARSE_LOOP_FINISHED)
                    == 0);
}

static void
show_head (StarlingRehearseLoopDebrief *self, const StarlingLoopRecord *record)
{
  const StarlingEvent *event = record->event;
  int offset = event->offset == STARLING_OFFSET_UNSET ? 0 : event->offset;
  g_autofree char *time
      = starling_rehearse_format_time (event->at, offset, TRUE);
  g_autofree char *title
      = event->level < 0 ? g_strdup_printf (_ ("Mock loop · %s"), time)
                         : g_strdup_printf (_ ("Mock loop · %s · %s"), time,
                                            starling_level_get_name (
                                                (StarlingLevel) event->level));
  const char *status = _ ("Still open");

  if (is_finished (record))
    status = _ ("Finished");
  else if (record->end != NULL)
    status = _ ("Ended early");
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->status, status);
}

static void
show_figures (StarlingRehearseLoopDebrief *self,
              const StarlingLoopFigures *figures)
{
  g_autofree char *answers
      = g_strdup_printf (_ ("%u of %u"), figures->n_answers,
                         figures->n_questions);
  g_autofree char *spent
      = starling_rehearse_format_against (figures->spent_ms, 0);
  g_autofree char *target
      = starling_rehearse_format_against (figures->target_ms, 0);
  g_autofree char *of = g_strdup_printf (_ ("of %s for the stories"), target);
  g_autofree char *mean = starling_rehearse_format_mean (figures);
  g_autofree char *best
      = g_strdup_printf (_ ("mean rating, of %d"), STARLING_MAX_RATING);
  g_autofree char *over = g_strdup_printf ("%u", figures->n_over);

  starling_rehearse_figures_set_one (self->figures, 0, mean, best);
  starling_rehearse_figures_set_one (self->figures, 1, answers,
                                     _ ("questions answered"));
  starling_rehearse_figures_set_one (self->figures, 2, spent, of);
  starling_rehearse_figures_set_one (self->figures, 3, over,
                                     ngettext ("answer over target",
                                               "answers over target",
                                               figures->n_over));
}

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* A principle: its mean as a bar and a number, and what that amounts to. */
static GtkWidget *
new_principle (const char *name, const StarlingLoopFigures *figures)
{
  g_autofree char *mean = starling_rehearse_format_mean (figures);
  const char *word = starling_rehearse_get_loop_verdict (figures->verdict);
  g_autofree char *text
      = figures->n_ratings > 0
            ? g_strdup_printf (_ ("%s: mean %s of %d. %s"), name, mean,
                               STARLING_MAX_RATING, word)
            : g_strdup_printf ("%s: %s", name, word);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign",
                                   0.0f, "wrap", TRUE, NULL);
  GtkWidget *bar = starling_mean_bar_new ();
  GtkWidget *number
      = g_object_new (GTK_TYPE_LABEL, "label", mean, "xalign", 1.0f,
                      "width-chars", MEAN_CHARS, "css-classes",
                      (const char *[]){ "figure", NULL }, NULL);
  GtkWidget *mark = starling_rehearse_loop_mark_new (figures);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  starling_mean_bar_set (STARLING_MEAN_BAR (bar),
                         starling_loop_get_tenths (figures->ratings,
                                                   figures->n_ratings),
                         WANTED_TENTHS, STARLING_MAX_RATING);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_hexpand (bar, TRUE);
  g_object_set (gtk_widget_get_last_child (mark), "xalign", 0.0f, "width-chars",
                MARK_CHARS, NULL);
  gtk_box_append (GTK_BOX (end), bar);
  gtk_box_append (GTK_BOX (end), number);
  gtk_box_append (GTK_BOX (end), mark);
  return g_object_new (STARLING_TYPE_PAIR, "start", label, "end", end,
                       "threshold", ROW_THRESHOLD, "end-width", ROW_END_WIDTH,
                       "spacing", 0, NULL);
}

static void
show_principles (StarlingRehearseLoopDebrief *self,
                 const StarlingLoopDebrief *debrief,
                 StarlingCatalogue *catalogue)
{
  clear (self->principles);
  for (guint i = 0; i < starling_catalogue_get_n_principles (catalogue); i++)
    if (debrief->asked & STARLING_PRINCIPLE_BIT (i))
      gtk_box_append (
          self->principles,
          new_principle (starling_catalogue_get_principle (catalogue, i)->name,
                         &debrief->principles[i]));
  gtk_widget_set_visible (self->principles_box, debrief->asked != 0);
}

/**
 * starling_rehearse_loop_debrief_update:
 * @self: a debrief
 * @library: what knows the loops
 * @loop: the id of the event that began it
 *
 * Shows how a loop went, or goes so far.
 *
 * Returns: %FALSE if there is no such loop
 */
gboolean
starling_rehearse_loop_debrief_update (StarlingRehearseLoopDebrief *self,
                                       StarlingLibrary *library,
                                       const char *loop)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  g_autoptr (StarlingLoopRecord) record = NULL;
  g_autoptr (StarlingLoopDebrief) debrief = NULL;
  g_autofree char *summary = NULL;

  g_return_val_if_fail (STARLING_IS_REHEARSE_LOOP_DEBRIEF (self), FALSE);

  record = starling_progress_get_loop (starling_library_get_progress (library),
                                       loop);
  if (record == NULL)
    return FALSE;
  debrief = starling_rehearse_add_up_loop (record, catalogue);
  summary = starling_rehearse_format_day (debrief, catalogue);
  show_head (self, record);
  gtk_label_set_label (self->verdict, starling_rehearse_get_day_verdict (
                                          debrief->all.verdict));
  gtk_label_set_label (self->summary, summary);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gtk_label_get_label (self->verdict), -1);
  show_figures (self, &debrief->all);
  clear (self->interviewers);
  for (guint i = 0; i < debrief->n_interviews; i++)
    if (debrief->interviews[i].n_questions > 0)
      gtk_box_append (self->interviewers,
                      starling_rehearse_loop_card_new (library, record, debrief,
                                                       i));
  show_principles (self, debrief, catalogue);
  return TRUE;
}

/**
 * starling_rehearse_loop_debrief_take_focus:
 * @self: a debrief
 *
 * Puts the focus on Close, whose description is the verdict, and shows the page
 * from its beginning.
 */
void
starling_rehearse_loop_debrief_take_focus (StarlingRehearseLoopDebrief *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_LOOP_DEBRIEF (self));

  gtk_widget_grab_focus (self->close);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scrolled),
                            0);
}
