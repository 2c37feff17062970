/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/prompter-text.h"

#include "widgets/glide.h"
#include "widgets/passage-row.h"
#include "widgets/prompter-geometry.h"

#include <math.h>

/* For how long a user who scrolls is left alone, in time spent on the step. */
#define HOLD_MS 5000

struct _StarlingPrompterText
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GPtrArray *rows;  /* (element-type StarlingPassageRow) */
  GArray *geometry; /* (element-type StarlingPrompterRow), of the rows */
  int width;        /* which `geometry` are for; -1: none */
  StarlingPrompterPlace place;
  gint64 spent_ms;
  gint64 held_until; /* of spent_ms */
  gboolean placed;   /* the text lies as `place` asks for */
  gboolean configuring;
  StarlingGlide glide;
};

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

G_DEFINE_FINAL_TYPE_WITH_CODE (StarlingPrompterText,
                               starling_prompter_text,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      NULL))

static const StarlingPrompterRow *
get_geometry (StarlingPrompterText *self)
{
  return (const StarlingPrompterRow *) (gpointer) self->geometry->data;
}

static double
get_target (StarlingPrompterText *self)
{
  return starling_prompter_rows_get_target (
      get_geometry (self), self->geometry->len,
      gtk_widget_get_height (GTK_WIDGET (self)), self->place.passage,
      self->place.fraction);
}

static void
value_changed_cb (StarlingPrompterText *self)
{
  if (self->configuring)
    return;
  if (!self->glide.moving)
    {
      starling_glide_stop (&self->glide);
      self->held_until = self->spent_ms + HOLD_MS;
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static gboolean
is_held (StarlingPrompterText *self)
{
  return self->spent_ms < self->held_until;
}

/* --- layout --- */

static GtkSizeRequestMode
starling_prompter_text_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_prompter_text_measure (GtkWidget *widget,
                                GtkOrientation orientation,
                                int for_size,
                                int *minimum,
                                int *natural,
                                int *minimum_baseline,
                                int *natural_baseline)
{
  StarlingPrompterText *self = STARLING_PROMPTER_TEXT (widget);

  *minimum = *natural = 0;
  *minimum_baseline = *natural_baseline = -1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      int row_minimum, row_natural;

      gtk_widget_measure (g_ptr_array_index (self->rows, i), orientation,
                          for_size, &row_minimum, &row_natural, NULL, NULL);
      if (orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, row_minimum);
          *natural = MAX (*natural, row_natural);
        }
      else
        *natural += row_natural + (i > 0 ? STARLING_PROMPTER_GAP : 0);
    }
}

/* Where the text begins in a row. */
static int
get_inset (GtkWidget *row, int *horizontal)
{
  GtkStyleContext *context = gtk_widget_get_style_context (row);
  GtkBorder border, padding;

  gtk_style_context_get_border (context, &border);
  gtk_style_context_get_padding (context, &padding);
  *horizontal = border.left + padding.left + border.right + padding.right;
  return border.top + padding.top;
}

/* Lines are counted only where a row is another one than before: that takes
 * long, and scrolling comes here with each frame. */
static void
find_row (GtkWidget *row, int width, gboolean known, StarlingPrompterRow *place)
{
  int before = place->height;
  int horizontal;

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, width, NULL,
                      &place->height, NULL, NULL);
  if (known && place->height == before)
    return;
  place->inset = get_inset (row, &horizontal);
  place->n_lines = starling_passage_row_count_lines (STARLING_PASSAGE_ROW (row),
                                                     width - horizontal);
}

static void
find_geometry (StarlingPrompterText *self, int width)
{
  gboolean known = width == self->width;
  int top = 0;

  g_array_set_size (self->geometry, self->rows->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      StarlingPrompterRow *place
          = &g_array_index (self->geometry, StarlingPrompterRow, i);

      find_row (g_ptr_array_index (self->rows, i), width, known, place);
      place->top = top;
      top += place->height + STARLING_PROMPTER_GAP;
    }
  self->width = width;
}

/* Lies anew wherever the height that there is, or that is needed, changed. */
static void
configure (StarlingPrompterText *self, int width, int height)
{
  double upper = starling_prompter_rows_get_upper (get_geometry (self),
                                                   self->geometry->len, height);
  double value = gtk_adjustment_get_value (self->vadjustment);

  if (upper != gtk_adjustment_get_upper (self->vadjustment)
      || height != gtk_adjustment_get_page_size (self->vadjustment))
    self->placed = FALSE;
  if (!self->placed && !is_held (self))
    {
      starling_glide_stop (&self->glide);
      value = get_target (self);
    }
  self->placed = TRUE;
  self->configuring = TRUE;
  gtk_adjustment_configure (self->hadjustment, 0, 0, width, 0, 0, width);
  gtk_adjustment_configure (self->vadjustment, CLAMP (value, 0, upper - height),
                            0, upper, height * 0.1, height * 0.9, height);
  self->configuring = FALSE;
}

static void
starling_prompter_text_size_allocate (GtkWidget *widget,
                                      int width,
                                      int height,
                                      int baseline)
{
  StarlingPrompterText *self = STARLING_PROMPTER_TEXT (widget);
  int scrolled;

  if (self->vadjustment == NULL || self->hadjustment == NULL)
    return;
  find_geometry (self, width);
  configure (self, width, height);
  scrolled = (int) round (gtk_adjustment_get_value (self->vadjustment));
  for (guint i = 0; i < self->rows->len; i++)
    {
      const StarlingPrompterRow *place = &get_geometry (self)[i];

      gtk_widget_size_allocate (g_ptr_array_index (self->rows, i),
                                &(GtkAllocation){ 0, place->top - scrolled,
                                                  width, place->height },
                                -1);
    }
}

/* What is not on screen cannot be seen to move. */
static void
starling_prompter_text_unmap (GtkWidget *widget)
{
  StarlingPrompterText *self = STARLING_PROMPTER_TEXT (widget);

  starling_glide_stop (&self->glide);
  self->placed = FALSE;

  GTK_WIDGET_CLASS (starling_prompter_text_parent_class)->unmap (widget);
}

/* --- the object --- */

static void
set_adjustment (StarlingPrompterText *self,
                GtkAdjustment **place,
                GtkAdjustment *adjustment)
{
  starling_glide_stop (&self->glide);
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  g_object_ref_sink (adjustment);
  g_clear_object (place);
  *place = adjustment;
  if (place == &self->vadjustment)
    g_signal_connect_swapped (adjustment, "value-changed",
                              G_CALLBACK (value_changed_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
starling_prompter_text_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  StarlingPrompterText *self = STARLING_PROMPTER_TEXT (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, GTK_SCROLL_MINIMUM);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_prompter_text_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  StarlingPrompterText *self = STARLING_PROMPTER_TEXT (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      break; /* the text wraps */
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
clear_adjustment (StarlingPrompterText *self, GtkAdjustment **place)
{
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
}

static void
starling_prompter_text_dispose (GObject *object)
{
  StarlingPrompterText *self = STARLING_PROMPTER_TEXT (object);
  GtkWidget *child;

  starling_glide_stop (&self->glide);
  clear_adjustment (self, &self->hadjustment);
  clear_adjustment (self, &self->vadjustment);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->geometry, g_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_prompter_text_parent_class)->dispose (object);
}

static void
starling_prompter_text_class_init (StarlingPrompterTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_prompter_text_dispose;
  object_class->get_property = starling_prompter_text_get_property;
  object_class->set_property = starling_prompter_text_set_property;
  widget_class->get_request_mode = starling_prompter_text_get_request_mode;
  widget_class->measure = starling_prompter_text_measure;
  widget_class->size_allocate = starling_prompter_text_size_allocate;
  widget_class->unmap = starling_prompter_text_unmap;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT,
                                    "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT,
                                    "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY,
                                    "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY,
                                    "vscroll-policy");
  gtk_widget_class_set_css_name (widget_class, "promptertext");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_prompter_text_init (StarlingPrompterText *self)
{
  self->rows = g_ptr_array_new ();
  self->geometry = g_array_new (FALSE, TRUE, sizeof (StarlingPrompterRow));
  self->width = -1;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

static void
mark_current (StarlingPrompterText *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (i == self->place.passage)
        gtk_widget_add_css_class (row, "current");
      else
        gtk_widget_remove_css_class (row, "current");
    }
}

/**
 * starling_prompter_text_set_step:
 * @self: a text
 * @step: what to show
 *
 * Shows the sentences of @step from the first one on.
 */
void
starling_prompter_text_set_step (StarlingPrompterText *self,
                                 const StarlingLensStep *step)
{
  g_return_if_fail (STARLING_IS_PROMPTER_TEXT (self));

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_unparent (g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < step->n_passages; i++)
    {
      const StarlingLensPassage *passage = &step->passages[i];
      GtkWidget *row = starling_passage_row_new ();

      starling_passage_row_set (STARLING_PASSAGE_ROW (row),
                                passage->passage->text, passage->emphasis,
                                step->key_phrases, STARLING_ALL_LEVELS);
      gtk_widget_set_parent (row, GTK_WIDGET (self));
      g_ptr_array_add (self->rows, row);
    }
  starling_glide_stop (&self->glide);
  self->place = (StarlingPrompterPlace){ 0 };
  self->spent_ms = self->held_until = 0;
  self->placed = FALSE;
  self->width = -1;
  mark_current (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * starling_prompter_text_set_place:
 * @self: a text
 * @place: what is being spoken
 * @spent_ms: milliseconds spent on the step
 *
 * Marks the sentence that is being spoken, and brings it to the reading line.
 */
void
starling_prompter_text_set_place (StarlingPrompterText *self,
                                  const StarlingPrompterPlace *place,
                                  gint64 spent_ms)
{
  gboolean other;

  g_return_if_fail (STARLING_IS_PROMPTER_TEXT (self));

  other = place->passage != self->place.passage;
  self->place = *place;
  self->spent_ms = spent_ms;
  if (other)
    mark_current (self);
  if (self->placed && !is_held (self))
    starling_glide_to (&self->glide, GTK_WIDGET (self), self->vadjustment,
                       get_target (self));
}

/**
 * starling_prompter_text_let_go:
 * @self: a text
 *
 * Follows what is being spoken again, although the user has just scrolled.
 */
void
starling_prompter_text_let_go (StarlingPrompterText *self)
{
  g_return_if_fail (STARLING_IS_PROMPTER_TEXT (self));

  self->held_until = 0;
}
