/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/passage-row.h"

#include "base/text.h"

#include <glib/gi18n.h>

#define GUTTER 15 /* from the bar's edge to the text */
#define GUTTER_COMPACT 10
#define BAR_WIDTH 4
#define DOT_SIZE 3 /* and as much between two */
#define INSET 2    /* of the bar from the row's top and bottom */
#define TAG_GAP 8

struct _StarlingPassageRow
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *tag; /* NULL: spoken at all levels */
  StarlingEmphasis emphasis;
  guint levels;
  int gutter;
};

/* Where things go in a given width. */
typedef struct
{
  int label_height;
  int height;
  int tag_x; /* from the start edge */
  int tag_y;
  int tag_width;
  int tag_height;
} Places;

G_DEFINE_FINAL_TYPE (StarlingPassageRow, starling_passage_row, GTK_TYPE_WIDGET)

static void
measure_tag (StarlingPassageRow *self, int *width, int *height)
{
  gtk_widget_measure (self->tag, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width,
                      NULL, NULL);
  gtk_widget_measure (self->tag, GTK_ORIENTATION_VERTICAL, *width, NULL, height,
                      NULL, NULL);
}

static PangoLayout *
copy_layout (StarlingPassageRow *self, int width)
{
  PangoLayout *layout
      = pango_layout_copy (gtk_label_get_layout (GTK_LABEL (self->label)));

  pango_layout_set_width (layout, width * PANGO_SCALE);
  return layout;
}

/* The tag stands behind the last word if there is room, else below. */
static void
place (StarlingPassageRow *self, int width, Places *places)
{
  int label_width = MAX (width - self->gutter, 1);
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle last;
  int n_lines, text_height, line_height;

  gtk_widget_measure (self->label, GTK_ORIENTATION_VERTICAL, label_width,
                      &places->label_height, NULL, NULL, NULL);
  places->height = places->label_height;
  if (self->tag == NULL)
    return;

  measure_tag (self, &places->tag_width, &places->tag_height);
  layout = copy_layout (self, label_width);
  n_lines = pango_layout_get_line_count (layout);
  pango_layout_line_get_pixel_extents (
      pango_layout_get_line_readonly (layout, n_lines - 1), NULL, &last);
  pango_layout_get_pixel_size (layout, NULL, &text_height);
  line_height = text_height / MAX (n_lines, 1);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_LTR
      && last.width + TAG_GAP + places->tag_width <= label_width)
    {
      places->tag_x = self->gutter + last.width + TAG_GAP;
      places->tag_y = MAX (0, places->label_height
                                  - (line_height + places->tag_height) / 2);
      places->height = MAX (places->height, places->tag_y + places->tag_height);
    }
  else
    {
      places->tag_x = self->gutter;
      places->tag_y = places->label_height;
      places->height += places->tag_height;
    }
}

static GtkSizeRequestMode
starling_passage_row_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
starling_passage_row_measure (GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  StarlingPassageRow *self = STARLING_PASSAGE_ROW (widget);
  Places places = { 0 };

  *minimum_baseline = *natural_baseline = -1;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      if (for_size < 0)
        gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                            &for_size, NULL, NULL);
      place (self, for_size, &places);
      *minimum = *natural = places.height;
      return;
    }

  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL,
                      NULL);
  if (self->tag != NULL)
    {
      measure_tag (self, &places.tag_width, &places.tag_height);
      *minimum = MAX (*minimum, places.tag_width);
      *natural += TAG_GAP + places.tag_width;
    }
  *minimum += self->gutter;
  *natural += self->gutter;
}

static void
starling_passage_row_size_allocate (GtkWidget *widget,
                                    int width,
                                    int height,
                                    int baseline)
{
  StarlingPassageRow *self = STARLING_PASSAGE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int label_width = MAX (width - self->gutter, 1);
  Places places = { 0 };

  place (self, width, &places);
  gtk_widget_size_allocate (self->label,
                            &(GtkAllocation){ rtl ? 0 : self->gutter, 0,
                                              label_width,
                                              places.label_height },
                            -1);
  if (self->tag != NULL)
    gtk_widget_size_allocate (self->tag,
                              &(GtkAllocation){ rtl ? width - places.tag_x
                                                          - places.tag_width
                                                    : places.tag_x,
                                                places.tag_y, places.tag_width,
                                                places.tag_height },
                              -1);
}

static void
snapshot_bar (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int height)
{
  graphene_rect_t bounds
      = GRAPHENE_RECT_INIT (x, INSET, BAR_WIDTH, MAX (height - 2 * INSET, 1));
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 1.5f);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, color, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_dots (GtkSnapshot *snapshot, const GdkRGBA *color, int x, int height)
{
  int n_dots = MAX ((height + DOT_SIZE) / (2 * DOT_SIZE), 1);
  int y = (height - (2 * n_dots - 1) * DOT_SIZE) / 2;

  for (int i = 0; i < n_dots; i++)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT (x, y + i * 2 * DOT_SIZE,
                                                    DOT_SIZE, DOT_SIZE));
}

static void
starling_passage_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingPassageRow *self = STARLING_PASSAGE_ROW (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (self->emphasis == STARLING_EMPHASIS_LEAN_ON)
    snapshot_bar (snapshot, &color, rtl ? width - BAR_WIDTH : 0, height);
  else if (self->emphasis == STARLING_EMPHASIS_SHORT)
    snapshot_dots (snapshot, &color, rtl ? width - DOT_SIZE : 0, height);

  GTK_WIDGET_CLASS (starling_passage_row_parent_class)
      ->snapshot (widget, snapshot);
}

static void
starling_passage_row_dispose (GObject *object)
{
  StarlingPassageRow *self = STARLING_PASSAGE_ROW (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->tag, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_passage_row_parent_class)->dispose (object);
}

static void
starling_passage_row_class_init (StarlingPassageRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_passage_row_dispose;
  widget_class->get_request_mode = starling_passage_row_get_request_mode;
  widget_class->measure = starling_passage_row_measure;
  widget_class->size_allocate = starling_passage_row_size_allocate;
  widget_class->snapshot = starling_passage_row_snapshot;

  gtk_widget_class_set_css_name (widget_class, "passage");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_passage_row_init (StarlingPassageRow *self)
{
  self->gutter = GUTTER;
  self->levels = STARLING_ALL_LEVELS;
  /* A least width costs less to find than that of a column of letters */
  self->label
      = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "width-chars", 12,
                      "wrap-mode", PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "passage");
}

static void
toggle_css_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
set_emphasis (StarlingPassageRow *self, StarlingEmphasis emphasis)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkAccessible *label = GTK_ACCESSIBLE (self->label);

  self->emphasis = emphasis;
  toggle_css_class (widget, "emphasized",
                    emphasis == STARLING_EMPHASIS_LEAN_ON);
  toggle_css_class (widget, "downplayed", emphasis == STARLING_EMPHASIS_SHORT);
  if (emphasis == STARLING_EMPHASIS_NEUTRAL)
    gtk_accessible_reset_property (label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  else
    gtk_accessible_update_property (label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    emphasis == STARLING_EMPHASIS_LEAN_ON
                                        ? _ ("Lean on this")
                                        : _ ("Keep it short"),
                                    -1);
  gtk_widget_queue_draw (widget);
}

static void
set_levels (StarlingPassageRow *self, guint levels)
{
  self->levels = levels;
  if (levels == STARLING_ALL_LEVELS)
    {
      g_clear_pointer (&self->tag, gtk_widget_unparent);
      return;
    }
  if (self->tag == NULL)
    {
      self->tag = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->tag, "tag");
      gtk_widget_set_parent (self->tag, GTK_WIDGET (self));
    }
  gtk_label_set_text (GTK_LABEL (self->tag), starling_levels_get_tag (levels));
}

static PangoAttrList *
create_attributes (const char *text, const char *const *key_phrases)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  g_autoptr (GArray) spans = starling_text_find_phrases (text, key_phrases);

  for (guint i = 0; i < spans->len; i++)
    {
      const StarlingSpan *span = &g_array_index (spans, StarlingSpan, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = (guint) span->start;
      bold->end_index = (guint) span->end;
      pango_attr_list_insert (attributes, bold);
    }
  return attributes;
}

/**
 * starling_passage_row_new:
 *
 * Returns: (transfer floating): a row without text
 */
GtkWidget *
starling_passage_row_new (void)
{
  return g_object_new (STARLING_TYPE_PASSAGE_ROW, NULL);
}

/**
 * starling_passage_row_new_compact:
 * @text: the text
 * @emphasis: what its gutter shows
 *
 * Returns: (transfer floating): a row with a narrow gutter
 */
GtkWidget *
starling_passage_row_new_compact (const char *text, StarlingEmphasis emphasis)
{
  StarlingPassageRow *self = g_object_new (STARLING_TYPE_PASSAGE_ROW, NULL);

  self->gutter = GUTTER_COMPACT;
  gtk_label_set_width_chars (GTK_LABEL (self->label), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), "compact");
  starling_passage_row_set (self, text, emphasis, NULL, STARLING_ALL_LEVELS);
  return GTK_WIDGET (self);
}

/**
 * starling_passage_row_set:
 * @self: a row
 * @text: the sentence, plain text
 * @emphasis: what its gutter shows
 * @key_phrases: (nullable): what to set in bold wherever it occurs
 * @levels: the levels at which it is spoken, a bit each
 *
 * Returns: whether anything but the key phrases changed
 */
gboolean
starling_passage_row_set (StarlingPassageRow *self,
                          const char *text,
                          StarlingEmphasis emphasis,
                          const char *const *key_phrases,
                          guint levels)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  GtkLabel *label;
  gboolean changed = FALSE;

  g_return_val_if_fail (STARLING_IS_PASSAGE_ROW (self), FALSE);

  label = GTK_LABEL (self->label);
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    {
      gtk_label_set_text (label, text);
      changed = TRUE;
    }
  if (key_phrases != NULL)
    attributes = create_attributes (text, key_phrases);
  if (changed || attributes != NULL)
    gtk_label_set_attributes (label, attributes);
  if (emphasis != self->emphasis)
    {
      set_emphasis (self, emphasis);
      changed = TRUE;
    }
  if (levels != self->levels)
    {
      set_levels (self, levels);
      changed = TRUE;
    }
  return changed;
}

/**
 * starling_passage_row_get_text:
 * @self: a row
 *
 * Returns: (transfer none): the sentence
 */
const char *
starling_passage_row_get_text (StarlingPassageRow *self)
{
  g_return_val_if_fail (STARLING_IS_PASSAGE_ROW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * starling_passage_row_get_emphasis:
 * @self: a row
 *
 * Returns: what the gutter shows
 */
StarlingEmphasis
starling_passage_row_get_emphasis (StarlingPassageRow *self)
{
  g_return_val_if_fail (STARLING_IS_PASSAGE_ROW (self),
                        STARLING_EMPHASIS_NEUTRAL);

  return self->emphasis;
}

/**
 * starling_passage_row_count_lines:
 * @self: a row
 * @width: px, of the row without its padding
 *
 * Returns: how many lines the sentence takes in that width
 */
int
starling_passage_row_count_lines (StarlingPassageRow *self, int width)
{
  g_autoptr (PangoLayout) layout = NULL;

  g_return_val_if_fail (STARLING_IS_PASSAGE_ROW (self), 0);

  layout = copy_layout (self, MAX (width - self->gutter, 1));
  return pango_layout_get_line_count (layout);
}

/**
 * starling_levels_get_tag:
 * @levels: a bit for each level
 *
 * Returns: (transfer none): the translated short name of that set of levels,
 *   empty for none or all
 */
const char *
starling_levels_get_tag (guint levels)
{
  switch (levels & STARLING_ALL_LEVELS)
    {
    case 1u << STARLING_LEVEL_SDE1:
      return C_ ("spoken at these levels", "SDE 1");
    case 1u << STARLING_LEVEL_SDE2:
      return C_ ("spoken at these levels", "SDE 2");
    case 1u << STARLING_LEVEL_SENIOR:
      return C_ ("spoken at these levels", "Senior");
    case (1u << STARLING_LEVEL_SDE1) | (1u << STARLING_LEVEL_SDE2):
      return C_ ("spoken at these levels", "SDE 1–2");
    case (1u << STARLING_LEVEL_SDE2) | (1u << STARLING_LEVEL_SENIOR):
      return C_ ("spoken at these levels", "SDE 2+");
    case (1u << STARLING_LEVEL_SDE1) | (1u << STARLING_LEVEL_SENIOR):
      return C_ ("spoken at these levels", "SDE 1, Senior");
    default:
      return "";
    }
}
