/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/flagged-text.h"

#include <string.h>

#define NUMBER_SCALE 0.8
#define NUMBER_LINE_HEIGHT (6 * PANGO_SCALE)

/* Waves, in px */
#define WAVE_LENGTH 6.0
#define WAVE_HEIGHT 2.4
#define WAVE_WIDTH 1.2
#define WAVE_DEPTH 5 /* of their middle below the baseline */

struct _StarlingFlaggedText
{
  GtkWidget parent_instance;

  GtkWidget *label;
  char *text;
  GArray *spans; /* (element-type StarlingSpan) of the text, as they end */
  GArray *marks; /* (element-type StarlingSpan) the same in what is shown */
};

G_DEFINE_FINAL_TYPE (StarlingFlaggedText,
                     starling_flagged_text,
                     GTK_TYPE_WIDGET)

static int
compare_end (gconstpointer a, gconstpointer b)
{
  const StarlingSpan *one = a, *other = b;

  if (one->end != other->end)
    return one->end < other->end ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

/* Where the byte @at of the text stands among the numbers: behind those that
 * end before it, and behind those that end at it if @behind. */
static guint
shift (GArray *spans, const gsize *lengths, gsize at, gboolean behind)
{
  gsize shifted = at;

  for (guint i = 0; i < spans->len; i++)
    {
      gsize end = g_array_index (spans, StarlingSpan, i).end;

      if (end < at || (behind && end == at))
        shifted += lengths[i];
    }
  return (guint) shifted;
}

static void
insert (PangoAttrList *attributes,
        PangoAttribute *attribute,
        guint start,
        guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
raise_number (PangoAttrList *attributes, guint start, guint end)
{
  insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  insert (attributes,
          pango_attr_baseline_shift_new (PANGO_BASELINE_SHIFT_SUPERSCRIPT),
          start, end);
  insert (attributes, pango_attr_scale_new (NUMBER_SCALE), start, end);
  /* So that it does not push the lines apart */
  insert (attributes, pango_attr_line_height_new_absolute (NUMBER_LINE_HEIGHT),
          start, end);
}

/* The text with the numbers in it; @lengths gets the bytes of each number. */
static char *
insert_numbers (StarlingFlaggedText *self, gsize *lengths)
{
  GString *shown = g_string_new (NULL);
  gsize from = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      const StarlingSpan *span = &g_array_index (self->spans, StarlingSpan, i);
      gsize before;

      g_string_append_len (shown, self->text + from,
                           (gssize) (span->end - from));
      from = span->end;
      before = shown->len;
      g_string_append_printf (shown, "%u", span->index + 1);
      lengths[i] = shown->len - before;
    }
  g_string_append (shown, self->text + from);
  return g_string_free (shown, FALSE);
}

static void
update_label (StarlingFlaggedText *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  g_autofree gsize *lengths = g_new0 (gsize, self->spans->len + 1);
  g_autofree char *shown = insert_numbers (self, lengths);

  g_array_set_size (self->marks, 0);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const StarlingSpan *span = &g_array_index (self->spans, StarlingSpan, i);
      StarlingSpan mark
          = { shift (self->spans, lengths, span->start, TRUE),
              shift (self->spans, lengths, span->end, FALSE), span->index };
      guint number = (guint) mark.end;

      for (guint j = 0; j < i; j++)
        if (g_array_index (self->spans, StarlingSpan, j).end == span->end)
          number += (guint) lengths[j];
      raise_number (attributes, number, number + (guint) lengths[i]);
      g_array_append_val (self->marks, mark);
    }

  gtk_label_set_text (GTK_LABEL (self->label), shown);
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->label),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, self->text,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A wave from @x to @end around @y, in px. */
static void
trace_wave (cairo_t *cr, double x, double end, double y)
{
  gboolean is_up = FALSE;

  cairo_move_to (cr, x, y + WAVE_HEIGHT / 2);
  for (x += WAVE_LENGTH / 2; x < end; x += WAVE_LENGTH / 2)
    {
      is_up = !is_up;
      cairo_line_to (cr, x, y + (is_up ? -WAVE_HEIGHT : WAVE_HEIGHT) / 2);
    }
}

/* Traces waves below the bytes from @start to @end of one line of text. */
static void
trace_line (
    cairo_t *cr, PangoLayoutLine *line, int start, int end, double x, double y)
{
  g_autofree int *ranges = NULL;
  int n_ranges;

  pango_layout_line_get_x_ranges (line, start, end, &ranges, &n_ranges);
  for (int i = 0; i < n_ranges; i++)
    trace_wave (cr, x + pango_units_to_double (ranges[2 * i]),
                x + pango_units_to_double (ranges[2 * i + 1]), y);
}

/* GTK draws PANGO_UNDERLINE_ERROR as dots, which say less than waves. */
static void
trace_marks (StarlingFlaggedText *self, cairo_t *cr)
{
  GtkLabel *label = GTK_LABEL (self->label);
  PangoLayout *layout = gtk_label_get_layout (label);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int x, y;

  gtk_label_get_layout_offsets (label, &x, &y);
  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      double baseline
          = pango_units_to_double (pango_layout_iter_get_baseline (iter));

      for (guint i = 0; i < self->marks->len; i++)
        {
          const StarlingSpan *mark
              = &g_array_index (self->marks, StarlingSpan, i);
          int start = MAX ((int) mark->start, line->start_index);
          int end = MIN ((int) mark->end, line->start_index + line->length);

          if (start < end)
            trace_line (cr, line, start, end, x, y + baseline + WAVE_DEPTH);
        }
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
starling_flagged_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingFlaggedText *self = STARLING_FLAGGED_TEXT (widget);
  GdkRGBA color;
  cairo_t *cr;

  GTK_WIDGET_CLASS (starling_flagged_text_parent_class)
      ->snapshot (widget, snapshot);
  if (self->marks->len == 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                           gtk_widget_get_height (widget) + WAVE_DEPTH));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, WAVE_WIDTH);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  trace_marks (self, cr);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

static void
starling_flagged_text_dispose (GObject *object)
{
  StarlingFlaggedText *self = STARLING_FLAGGED_TEXT (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_flagged_text_parent_class)->dispose (object);
}

static void
starling_flagged_text_finalize (GObject *object)
{
  StarlingFlaggedText *self = STARLING_FLAGGED_TEXT (object);

  g_free (self->text);
  g_array_unref (self->spans);
  g_array_unref (self->marks);

  G_OBJECT_CLASS (starling_flagged_text_parent_class)->finalize (object);
}

static void
starling_flagged_text_class_init (StarlingFlaggedTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_flagged_text_dispose;
  object_class->finalize = starling_flagged_text_finalize;
  widget_class->snapshot = starling_flagged_text_snapshot;

  gtk_widget_class_set_css_name (widget_class, "flagged");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_flagged_text_init (StarlingFlaggedText *self)
{
  self->spans = g_array_new (FALSE, FALSE, sizeof (StarlingSpan));
  self->marks = g_array_new (FALSE, FALSE, sizeof (StarlingSpan));
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "flagged");
}

/**
 * starling_flagged_text_new:
 *
 * Returns: (transfer floating): an empty text
 */
GtkWidget *
starling_flagged_text_new (void)
{
  return g_object_new (STARLING_TYPE_FLAGGED_TEXT, NULL);
}

/**
 * starling_flagged_text_set:
 * @self: a text
 * @text: plain text
 * @spans: (element-type StarlingSpan): what to mark in @text; the number of
 *   each is its index + 1. They may overlap
 *
 * Shows @text with @spans marked.
 */
void
starling_flagged_text_set (StarlingFlaggedText *self,
                           const char *text,
                           GArray *spans)
{
  g_return_if_fail (STARLING_IS_FLAGGED_TEXT (self));
  g_return_if_fail (text != NULL && spans != NULL);

  g_free (self->text);
  self->text = g_strdup (text);
  g_array_set_size (self->spans, 0);
  if (spans->len > 0)
    g_array_append_vals (self->spans, spans->data, spans->len);
  g_array_sort (self->spans, compare_end);
  update_label (self);
}

/**
 * starling_flagged_text_get_shown:
 * @self: a text
 *
 * Returns: (transfer none): what is shown, numbers included
 */
const char *
starling_flagged_text_get_shown (StarlingFlaggedText *self)
{
  g_return_val_if_fail (STARLING_IS_FLAGGED_TEXT (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * starling_flagged_list_new:
 * @items: (array zero-terminated=1): what the numbers stand for
 *
 * Returns: (transfer floating): @items with their numbers, from 1
 */
GtkWidget *
starling_flagged_list_new (const char *const *items)
{
  GtkWidget *grid = g_object_new (GTK_TYPE_GRID, "column-spacing", 6,
                                  "row-spacing", 3, NULL);

  for (guint i = 0; items[i] != NULL; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      GtkWidget *start = g_object_new (GTK_TYPE_LABEL, "label", number,
                                       "xalign", 1.0f, "yalign", 0.0f, NULL);
      GtkWidget *text = g_object_new (GTK_TYPE_LABEL, "label", items[i], "wrap",
                                      TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                      "xalign", 0.0f, "hexpand", TRUE, NULL);

      gtk_widget_add_css_class (start, "number");
      gtk_grid_attach (GTK_GRID (grid), start, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), text, 1, (int) i, 1, 1);
    }
  gtk_widget_add_css_class (grid, "numbered");
  return grid;
}
