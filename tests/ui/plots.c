/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "plots.h"

#include "support.h"

/* Texts whose base lines are closer than that stand in one row, in px. */
#define SAME_ROW 3

/* A text, and where its middle and its base line are. */
typedef struct
{
  char *text;
  gboolean bold;
  double x;
  double y;
} Text;

static void
clear_text (gpointer data)
{
  g_free (((Text *) data)->text);
}

/* --- reading --- */

/* The glyph of a character in the font of a node. */
static PangoGlyph
find_glyph (GtkWidget *widget, PangoFont *font, char c)
{
  const char text[] = { c, '\0' };
  g_autoptr (PangoFontDescription) description = pango_font_describe (font);
  g_autoptr (PangoLayout) layout
      = gtk_widget_create_pango_layout (widget, text);
  PangoLayoutLine *line;
  const PangoGlyphItem *item;

  pango_layout_set_font_description (layout, description);
  line = pango_layout_get_line_readonly (layout, 0);
  item = line->runs != NULL ? line->runs->data : NULL;
  return item != NULL && item->glyphs->num_glyphs == 1
             ? item->glyphs->glyphs[0].glyph
             : PANGO_GLYPH_EMPTY;
}

/* GSK keeps glyphs only: ASCII is found by what it would look like. */
static void
add_text (StarlingTestPainting *self, GskRenderNode *node, double x, double y)
{
  PangoFont *font = gsk_text_node_get_font (node);
  g_autoptr (PangoFontDescription) description = pango_font_describe (font);
  const graphene_point_t *offset = gsk_text_node_get_offset (node);
  guint n = gsk_text_node_get_num_glyphs (node);
  const PangoGlyphInfo *glyphs = gsk_text_node_get_glyphs (node, NULL);
  g_autoptr (GString) string = g_string_new (NULL);
  double width = 0;
  Text text = { 0 };

  for (guint i = 0; i < n; i++)
    {
      char c = ' ';

      while (c < '\x7f' && glyphs[i].glyph != PANGO_GLYPH_EMPTY
             && find_glyph (self->widget, font, c) != glyphs[i].glyph)
        c++;
      g_string_append_c (string, c < '\x7f' ? c : '?');
      width += (double) glyphs[i].geometry.width / PANGO_SCALE;
    }
  text.text = g_strstrip (g_strdup (string->str));
  text.bold
      = pango_font_description_get_weight (description) >= PANGO_WEIGHT_BOLD;
  text.x = x + (double) offset->x + width / 2;
  text.y = y + (double) offset->y;
  g_array_append_val (self->texts, text);
}

static void
read_node (StarlingTestPainting *self, GskRenderNode *node, double x, double y)
{
  float dx = 0, dy = 0;

  switch ((int) gsk_render_node_get_node_type (node))
    {
    case GSK_CONTAINER_NODE:
      for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
        read_node (self, gsk_container_node_get_child (node, i), x, y);
      break;
    case GSK_TRANSFORM_NODE:
      gsk_transform_to_translate (gsk_transform_node_get_transform (node), &dx,
                                  &dy);
      read_node (self, gsk_transform_node_get_child (node), x + (double) dx,
                 y + (double) dy);
      break;
    case GSK_CLIP_NODE:
      read_node (self, gsk_clip_node_get_child (node), x, y);
      break;
    case GSK_TEXT_NODE:
      add_text (self, node, x, y);
      break;
    default:
      break;
    }
}

static int
compare_y (gconstpointer a, gconstpointer b)
{
  const Text *one = a, *other = b;

  return (one->y > other->y) - (one->y < other->y);
}

static int
compare_x (gconstpointer a, gconstpointer b)
{
  const Text *one = a, *other = b;

  return (one->x > other->x) - (one->x < other->x);
}

static Text *
get_text (const StarlingTestPainting *self, guint index)
{
  return &g_array_index (self->texts, Text, index);
}

/* From the top down, each row from left to right. */
static void
sort_texts (StarlingTestPainting *self)
{
  guint end;

  g_array_sort (self->texts, compare_y);
  for (guint i = 0; i < self->texts->len; i = end)
    {
      for (end = i + 1;
           end < self->texts->len
           && get_text (self, end)->y - get_text (self, i)->y < SAME_ROW;
           end++)
        get_text (self, end)->y = get_text (self, i)->y;
      qsort (get_text (self, i), end - i, sizeof (Text), compare_x);
    }
}

/**
 * starling_test_painting_init:
 * @self: (out caller-allocates): what is painted
 * @widget: a widget with a size
 *
 * Paints @widget as it is now.
 */
void
starling_test_painting_init (StarlingTestPainting *self, GtkWidget *widget)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_t *cr;

  self->widget = widget;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                              gtk_widget_get_width (widget),
                                              gtk_widget_get_height (widget));
  self->texts = g_array_new (FALSE, FALSE, sizeof (Text));
  g_array_set_clear_func (self->texts, clear_text);
  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  if (node == NULL)
    return;
  cr = cairo_create (self->surface);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (self->surface);
  read_node (self, node, 0, 0);
  sort_texts (self);
}

/**
 * starling_test_painting_clear:
 * @self: what was painted
 *
 * Frees it.
 */
void
starling_test_painting_clear (StarlingTestPainting *self)
{
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_pointer (&self->texts, g_array_unref);
}

static gboolean
has_color (const guchar *p, const GdkRGBA *color)
{
  return p[3] == 255 && ABS (p[2] - (int) (color->red * 255)) < 3
         && ABS (p[1] - (int) (color->green * 255)) < 3
         && ABS (p[0] - (int) (color->blue * 255)) < 3;
}

/**
 * starling_test_painting_count:
 * @self: what was painted
 * @color_name: a colour that the style sheet defines
 * @area: (nullable): where to look; %NULL: everywhere
 *
 * Returns: how many pixels have about that colour
 */
guint
starling_test_painting_count (const StarlingTestPainting *self,
                              const char *color_name,
                              const GdkRectangle *area)
{
  GdkRectangle all = { 0, 0, cairo_image_surface_get_width (self->surface),
                       cairo_image_surface_get_height (self->surface) };
  int stride = cairo_image_surface_get_stride (self->surface);
  const guchar *data = cairo_image_surface_get_data (self->surface);
  GdkRGBA color;
  guint n = 0;

  g_assert_true (gtk_style_context_lookup_color (
      gtk_widget_get_style_context (self->widget), color_name, &color));
  if (area != NULL && !gdk_rectangle_intersect (&all, area, &all))
    return 0;
  for (int y = all.y; y < all.y + all.height; y++)
    for (int x = all.x; x < all.x + all.width; x++)
      n += has_color (data + y * stride + 4 * x, &color) ? 1 : 0;
  return n;
}

/**
 * starling_test_painting_read:
 * @self: what was painted
 *
 * Returns: (transfer full): its texts, row by row, bold ones as "*text"
 */
char *
starling_test_painting_read (const StarlingTestPainting *self)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < self->texts->len; i++)
    {
      const Text *text = get_text (self, i);

      if (i > 0)
        g_string_append (string,
                         text->y > get_text (self, i - 1)->y ? "\n" : " ");
      g_string_append_printf (string, "%s%s", text->bold ? "*" : "",
                              text->text);
    }
  return g_string_free (string, FALSE);
}

/**
 * starling_test_painting_find:
 * @self: what was painted
 * @text: a text
 * @x: (out) (optional): the middle of the first such text
 * @y: (out) (optional): its base line
 *
 * Returns: whether it is there
 */
gboolean
starling_test_painting_find (const StarlingTestPainting *self,
                             const char *text,
                             double *x,
                             double *y)
{
  for (guint i = 0; i < self->texts->len; i++)
    if (g_str_equal (get_text (self, i)->text, text))
      {
        if (x != NULL)
          *x = get_text (self, i)->x;
        if (y != NULL)
          *y = get_text (self, i)->y;
        return TRUE;
      }
  return FALSE;
}

/* --- what is told --- */

/**
 * starling_test_plot_press:
 * @plot: a plot
 * @key: a key value
 * @state: what is held with it
 *
 * Returns: whether the plot took the key
 */
gboolean
starling_test_plot_press (GtkWidget *plot, guint key, GdkModifierType state)
{
  return starling_test_send_key (plot, GTK_PHASE_BUBBLE, key, state);
}

/**
 * starling_test_plot_leave:
 * @plot: a plot
 *
 * Lets the focus go elsewhere, as far as the plot listens to it.
 */
void
starling_test_plot_leave (GtkWidget *plot)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (plot);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_FOCUS (controller))
        g_signal_emit_by_name (controller, "leave");
    }
}

static char *tip_text;
static GdkRectangle tip_area;

/* In the place of GTK's own, which does not give it away again. */
void
gtk_tooltip_set_text (GtkTooltip *tooltip, const char *text)
{
  g_free (tip_text);
  tip_text = g_strdup (text);
}

void
gtk_tooltip_set_tip_area (GtkTooltip *tooltip, const GdkRectangle *rect)
{
  tip_area = *rect;
}

/**
 * starling_test_plot_get_tip:
 * @plot: a plot
 * @x: where the pointer is
 * @y: the same
 * @keyboard: whether the keyboard asks for it
 * @area: (out) (optional): what the tooltip belongs to
 *
 * Returns: (transfer full) (nullable): the text of the tooltip there
 */
char *
starling_test_plot_get_tip (
    GtkWidget *plot, int x, int y, gboolean keyboard, GdkRectangle *area)
{
  g_autoptr (GObject) tooltip
      = g_object_new (g_type_from_name ("GtkTooltip"), NULL);
  gboolean shown = FALSE;

  g_clear_pointer (&tip_text, g_free);
  tip_area = (GdkRectangle){ 0 };
  g_signal_emit_by_name (plot, "query-tooltip", x, y, keyboard, tooltip,
                         &shown);
  g_assert_cmpint (shown, ==, tip_text != NULL);
  if (area != NULL)
    *area = tip_area;
  return g_steal_pointer (&tip_text);
}

/**
 * starling_test_plot_assert_name:
 * @plot: a plot
 * @name: its accessible name
 */
void
starling_test_plot_assert_name (GtkWidget *plot, const char *name)
{
  gtk_test_accessible_assert_property (plot, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
}
