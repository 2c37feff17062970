/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/segments.h"

#include "base/text.h"
#include "widgets/labels.h"
#include "widgets/ring-paint.h"

#include <glib/gi18n.h>
#include <string.h>

#define BAR_HEIGHT 7
#define BAR_GAP 5
#define LABEL_GAP 9
#define LETTER_GAP 8
#define LETTER_ONLY 48
#define MIN_PART 18

struct _StarlingSegments
{
  GtkWidget parent_instance;

  GtkWidget *letters[STARLING_N_STEPS]; /* labels, and an image */
  GtkWidget *times[STARLING_N_STEPS];
  int targets[STARLING_N_STEPS]; /* seconds */
  int spent[STARLING_N_STEPS];
  int current; /* -1: none */
};

typedef struct
{
  double x;
  double width;
} Part;

G_DEFINE_FINAL_TYPE (StarlingSegments, starling_segments, GTK_TYPE_WIDGET)

/* Parts from the start side: as their targets, but none too small to see. */
static void
get_parts (StarlingSegments *self, int width, Part parts[STARLING_N_STEPS])
{
  double room = width - (STARLING_N_STEPS - 1) * BAR_GAP;
  double sum = 0, x = 0;
  double share[STARLING_N_STEPS];

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    sum += self->targets[i];
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    share[i] = sum > 0 ? self->targets[i] / sum : 1.0 / STARLING_N_STEPS;

  sum = 0;
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      parts[i].width = MAX (room * share[i], MIN_PART);
      sum += parts[i].width;
    }
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      parts[i].width *= room / sum;
      parts[i].x = x;
      x += parts[i].width + BAR_GAP;
    }
}

static int
measure (GtkWidget *child, GtkOrientation orientation)
{
  int natural;

  gtk_widget_measure (child, orientation, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static int
get_label_height (StarlingSegments *self)
{
  int height = 0;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      height
          = MAX (height, measure (self->letters[i], GTK_ORIENTATION_VERTICAL));
      height = MAX (height, measure (self->times[i], GTK_ORIENTATION_VERTICAL));
    }
  return height;
}

static void
starling_segments_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  StarlingSegments *self = STARLING_SEGMENTS (widget);

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = BAR_HEIGHT + LABEL_GAP + get_label_height (self);
  else
    *minimum = *natural
        = STARLING_N_STEPS * MIN_PART + (STARLING_N_STEPS - 1) * BAR_GAP;
}

static void
allocate (
    StarlingSegments *self, GtkWidget *child, double x, int width, int height)
{
  int whole = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = whole - x - width;
  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ (int) x, BAR_HEIGHT + LABEL_GAP,
                                              width, height },
                            -1);
}

static void
starling_segments_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  StarlingSegments *self = STARLING_SEGMENTS (widget);
  int label_height = height - BAR_HEIGHT - LABEL_GAP;
  Part parts[STARLING_N_STEPS];

  get_parts (self, width, parts);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      int letter = measure (self->letters[i], GTK_ORIENTATION_HORIZONTAL);
      int time = measure (self->times[i], GTK_ORIENTATION_HORIZONTAL);
      gboolean fits = parts[i].width >= LETTER_ONLY
                      && parts[i].width >= letter + LETTER_GAP + time;

      allocate (self, self->letters[i], parts[i].x, letter, label_height);
      gtk_widget_set_child_visible (self->times[i], fits);
      if (fits)
        allocate (self, self->times[i], parts[i].x + letter + LETTER_GAP, time,
                  label_height);
    }
}

static void
draw_part (StarlingSegments *self, cairo_t *cr, guint index, const Part *part)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int target = self->targets[index], spent = self->spent[index];
  gboolean told
      = self->current >= 0 && (int) index < self->current && spent > 0;
  double share = target > 0 ? (double) spent / target : 1.0;
  double over = share > 1 ? part->width * (1 - 1 / share) : 0;

  starling_paint_set_color (cr, widget, "starling_track");
  starling_paint_bar (cr, part->x, 0, part->width, BAR_HEIGHT);
  cairo_fill (cr);

  /* A step that is done is full, however short it was */
  cairo_save (cr);
  starling_paint_bar (cr, part->x, 0, part->width, BAR_HEIGHT);
  cairo_clip (cr);
  starling_paint_set_color (cr, widget, "starling_accent");
  starling_paint_bar (cr, part->x, 0, part->width * (told ? 1 : MIN (share, 1)),
                      BAR_HEIGHT);
  cairo_fill (cr);
  if (over >= 1)
    {
      double x = part->x + part->width - over;

      starling_paint_set_color (cr, widget, "starling_page");
      cairo_rectangle (cr, x, 0, over, BAR_HEIGHT);
      cairo_fill (cr);
      starling_paint_set_hatching (cr, widget, "starling_warn",
                                   part->x + part->width);
      cairo_rectangle (cr, x, 0, over, BAR_HEIGHT);
      cairo_fill (cr);
    }
  cairo_restore (cr);
}

static void
starling_segments_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingSegments *self = STARLING_SEGMENTS (widget);
  int width = gtk_widget_get_width (widget);
  Part parts[STARLING_N_STEPS];
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, BAR_HEIGHT));

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  get_parts (self, width, parts);
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    draw_part (self, cr, i, &parts[i]);
  cairo_destroy (cr);

  GTK_WIDGET_CLASS (starling_segments_parent_class)
      ->snapshot (widget, snapshot);
}

static void
starling_segments_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_segments_parent_class)
      ->css_changed (widget, change);
  gtk_widget_queue_draw (widget);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
update_part (StarlingSegments *self, guint index)
{
  gboolean current = self->current == (int) index;
  g_autofree char *text = NULL;

  if (current)
    text = g_strdup_printf (_ ("%d of %d s"), self->spent[index],
                            self->targets[index]);
  else
    text = g_strdup_printf (_ ("%d s"), self->spent[index] > 0
                                            ? self->spent[index]
                                            : self->targets[index]);
  gtk_label_set_label (GTK_LABEL (self->times[index]), text);
  set_class (self->times[index], "current", current);
  set_class (self->letters[index], "current", current);
  set_class (self->times[index], "over",
             self->spent[index] > self->targets[index]);
}

static void
update (StarlingSegments *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      const char *title = starling_step_get_title ((StarlingStepId) i);

      update_part (self, i);
      g_string_append (text, i > 0 ? "; " : "");
      if (self->spent[i] > 0 || self->current == (int) i)
        g_string_append_printf (text, _ ("%s %d of %d s"), title,
                                self->spent[i], self->targets[i]);
      else
        g_string_append_printf (text, _ ("%s %d s"), title, self->targets[i]);
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text->str, -1);
  g_string_free (text, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
starling_segments_dispose (GObject *object)
{
  StarlingSegments *self = STARLING_SEGMENTS (object);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      g_clear_pointer (&self->letters[i], gtk_widget_unparent);
      g_clear_pointer (&self->times[i], gtk_widget_unparent);
    }

  G_OBJECT_CLASS (starling_segments_parent_class)->dispose (object);
}

static void
starling_segments_class_init (StarlingSegmentsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_segments_dispose;
  widget_class->measure = starling_segments_measure;
  widget_class->size_allocate = starling_segments_size_allocate;
  widget_class->snapshot = starling_segments_snapshot;
  widget_class->css_changed = starling_segments_css_changed;

  gtk_widget_class_set_css_name (widget_class, "segments");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
starling_segments_init (StarlingSegments *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->current = -1;
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      StarlingStepId step = (StarlingStepId) i;
      GType type
          = step == STARLING_STEP_REFLECTION ? GTK_TYPE_IMAGE : GTK_TYPE_LABEL;

      self->letters[i] = g_object_new (type, "accessible-role",
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      if (step == STARLING_STEP_REFLECTION)
        g_object_set (self->letters[i], "icon-name", "starling-lamp-symbolic",
                      NULL);
      else
        g_object_set (self->letters[i], "label",
                      starling_step_get_letter (step), NULL);
      self->times[i] = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
      gtk_widget_add_css_class (self->times[i], "time");
      gtk_widget_set_parent (self->letters[i], widget);
      gtk_widget_set_parent (self->times[i], widget);
    }
  update (self);
}

/**
 * starling_segments_new:
 *
 * Returns: (transfer floating): a bar
 */
GtkWidget *
starling_segments_new (void)
{
  return g_object_new (STARLING_TYPE_SEGMENTS, NULL);
}

/**
 * starling_segments_set_times:
 * @self: a bar
 * @targets: seconds wanted for each step
 * @spent: seconds spent in each so far
 * @current: the step being told; -1: none, %STARLING_N_STEPS: all are over
 *
 * Shows times. Does nothing where they are shown already.
 */
void
starling_segments_set_times (StarlingSegments *self,
                             const int targets[STARLING_N_STEPS],
                             const int spent[STARLING_N_STEPS],
                             int current)
{
  const gsize size = sizeof self->targets;

  g_return_if_fail (STARLING_IS_SEGMENTS (self));

  if (memcmp (self->targets, targets, size) == 0
      && memcmp (self->spent, spent, size) == 0 && self->current == current)
    return;
  memcpy (self->targets, targets, size);
  memcpy (self->spent, spent, size);
  self->current = current;
  update (self);
}
