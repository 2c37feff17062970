/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/explanation.h"

#include <string.h>

#define GAP 13

/* px below the explanation when it is scrolled into view */
#define MARGIN 12

struct _StarlingQuizExplanation
{
  GtkWidget parent_instance;

  GtkWidget *lamp;
  GtkWidget *text;

  guint tick_id;
  gboolean laid_out;
};

G_DEFINE_FINAL_TYPE (StarlingQuizExplanation,
                     starling_quiz_explanation,
                     GTK_TYPE_WIDGET)

/* The first frame lays the explanation out, the second one scrolls: not so far
 * that the explanation's own beginning is lost. */
static gboolean
scroll_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  StarlingQuizExplanation *self = STARLING_QUIZ_EXPLANATION (widget);
  GtkWidget *scroller
      = gtk_widget_get_ancestor (widget, GTK_TYPE_SCROLLED_WINDOW);
  graphene_rect_t bounds;

  if (!self->laid_out)
    {
      self->laid_out = TRUE;
      return G_SOURCE_CONTINUE;
    }

  self->tick_id = 0;
  if (scroller != NULL && gtk_widget_compute_bounds (widget, scroller, &bounds))
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (
          GTK_SCROLLED_WINDOW (scroller));
      double below = bounds.origin.y + bounds.size.height + MARGIN
                     - gtk_widget_get_height (scroller);

      if (below > 0)
        gtk_adjustment_set_value (adjustment,
                                  gtk_adjustment_get_value (adjustment)
                                      + MIN (below, bounds.origin.y));
    }
  return G_SOURCE_REMOVE;
}

/* px from the start to the text. */
static int
get_indent (StarlingQuizExplanation *self)
{
  int lamp;

  gtk_widget_measure (self->lamp, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &lamp,
                      NULL, NULL);
  return lamp + GAP;
}

static GtkSizeRequestMode
starling_quiz_explanation_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* No GtkBox: it seeks the height at which its children have room, for which
 * GtkLabel of GTK 4.8 seeks widths. With a text as long as a pack may have it,
 * in large type, that takes seconds, and fails. */
static void
starling_quiz_explanation_measure (GtkWidget *widget,
                                   GtkOrientation orientation,
                                   int for_size,
                                   int *minimum,
                                   int *natural,
                                   int *minimum_baseline,
                                   int *natural_baseline)
{
  StarlingQuizExplanation *self = STARLING_QUIZ_EXPLANATION (widget);
  int indent = get_indent (self);
  int lamp;

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->text, orientation, -1, minimum, natural, NULL,
                          NULL);
      *minimum += indent;
      *natural += indent;
      return;
    }
  gtk_widget_measure (self->text, orientation,
                      for_size < 0 ? -1 : MAX (for_size - indent, 0), minimum,
                      natural, NULL, NULL);
  gtk_widget_measure (self->lamp, orientation, -1, &lamp, NULL, NULL, NULL);
  *minimum = MAX (*minimum, lamp);
  *natural = MAX (*natural, lamp);
}

static void
starling_quiz_explanation_size_allocate (GtkWidget *widget,
                                         int width,
                                         int height,
                                         int baseline)
{
  StarlingQuizExplanation *self = STARLING_QUIZ_EXPLANATION (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int indent = get_indent (self);
  int lamp = indent - GAP;

  gtk_widget_size_allocate (self->lamp,
                            &(GtkAllocation){ rtl ? width - lamp : 0, 0, lamp,
                                              height },
                            -1);
  gtk_widget_size_allocate (self->text,
                            &(GtkAllocation){ rtl ? 0 : indent, 0,
                                              width - indent, height },
                            -1);
}

static void
starling_quiz_explanation_dispose (GObject *object)
{
  StarlingQuizExplanation *self = STARLING_QUIZ_EXPLANATION (object);

  if (self->tick_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick_id);
  self->tick_id = 0;
  g_clear_pointer (&self->lamp, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_quiz_explanation_parent_class)->dispose (object);
}

static void
starling_quiz_explanation_class_init (StarlingQuizExplanationClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_quiz_explanation_dispose;

  widget_class->get_request_mode = starling_quiz_explanation_get_request_mode;
  widget_class->measure = starling_quiz_explanation_measure;
  widget_class->size_allocate = starling_quiz_explanation_size_allocate;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/quiz/explanation.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizExplanation,
                                        lamp);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizExplanation,
                                        text);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_explanation_init (StarlingQuizExplanation *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_quiz_explanation_set_text:
 * @self: an explanation
 * @verdict: in one sentence
 * @text: what there is to say about the question
 *
 * Says whether the answer was right, in bold, and why. Texts of a file are
 * plain: bold is an attribute, never markup.
 */
void
starling_quiz_explanation_set_text (StarlingQuizExplanation *self,
                                    const char *verdict,
                                    const char *text)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree char *all = g_strdup_printf ("%s %s", verdict, text);
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  g_return_if_fail (STARLING_IS_QUIZ_EXPLANATION (self));

  bold->start_index = 0;
  bold->end_index = (guint) strlen (verdict);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_label (GTK_LABEL (self->text), all);
  gtk_label_set_attributes (GTK_LABEL (self->text), attributes);
}

/**
 * starling_quiz_explanation_scroll_to:
 * @self: an explanation
 *
 * Scrolls down, once it has been laid out, as far as it needs.
 */
void
starling_quiz_explanation_scroll_to (StarlingQuizExplanation *self)
{
  g_return_if_fail (STARLING_IS_QUIZ_EXPLANATION (self));

  self->laid_out = FALSE;
  if (self->tick_id == 0)
    self->tick_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb,
                                                  NULL, NULL);
}
