/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/print.h"

#include "pages/progress/print-private.h"

#include <glib/gi18n.h>

#define MARGIN 42.0 /* around the page, in points */

static void
job_free (gpointer data)
{
  StarlingPrintJob *self = data;

  starling_overview_free (self->overview);
  g_array_unref (self->blocks);
  g_array_unref (self->pages);
  g_ptr_array_unref (self->bank);
  g_clear_object (&self->context);
  g_free (self);
}

/**
 * starling_print_job_draw_text:
 * @self: what is printed
 * @cr: (nullable): a context; %NULL: nothing is drawn
 * @text: a text
 * @font: a Pango font description, such as "Bold 9"
 * @x: left edge
 * @y: upper edge
 * @width: where it is wrapped
 * @alignment: where its lines begin
 *
 * Returns: its height
 */
double
starling_print_job_draw_text (StarlingPrintJob *self,
                              cairo_t *cr,
                              const char *text,
                              const char *font,
                              double x,
                              double y,
                              double width,
                              PangoAlignment alignment)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->context);
  PangoFontDescription *description = pango_font_description_from_string (font);
  int height;

  pango_font_description_set_family (description, "Sans");
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, alignment);
  pango_layout_get_size (layout, NULL, &height);
  if (cr != NULL)
    {
      cairo_set_source_rgb (cr, 0, 0, 0);
      cairo_move_to (cr, x, y);
      pango_cairo_show_layout (cr, layout);
      cairo_new_path (cr);
    }
  return (double) height / PANGO_SCALE;
}

/* Fills page after page; a heading goes over with what it is about. */
static void
paginate (StarlingPrintJob *self)
{
  double y = 0;
  guint first = 0;

  g_array_set_size (self->pages, 0);
  g_array_append_val (self->pages, first);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const StarlingPrintBlock *block
          = &g_array_index (self->blocks, StarlingPrintBlock, i);
      double needed = block->height;

      if (block->is_heading && i + 1 < self->blocks->len)
        needed += block[1].height;
      if (y > 0 && y + needed > self->height)
        {
          g_array_append_val (self->pages, i);
          y = 0;
        }
      y += block->height;
    }
}

static void
begin_cb (GtkPrintOperation *operation,
          GtkPrintContext *context,
          gpointer user_data)
{
  StarlingPrintJob *self = user_data;

  g_clear_object (&self->context);
  self->context = gtk_print_context_create_pango_context (context);
  self->width = gtk_print_context_get_width (context) - 2 * MARGIN;
  self->height = gtk_print_context_get_height (context) - 2 * MARGIN;
  starling_print_job_list_blocks (self);
  paginate (self);
  gtk_print_operation_set_n_pages (operation, (int) self->pages->len);
}

static void
draw_cb (GtkPrintOperation *operation,
         GtkPrintContext *context,
         int page,
         gpointer user_data)
{
  StarlingPrintJob *self = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  guint first = g_array_index (self->pages, guint, page);
  guint end = (guint) page + 1 < self->pages->len
                  ? g_array_index (self->pages, guint, page + 1)
                  : self->blocks->len;
  double y = MARGIN;

  for (guint i = first; i < end; i++)
    {
      const StarlingPrintBlock *block
          = &g_array_index (self->blocks, StarlingPrintBlock, i);

      cairo_save (cr);
      cairo_translate (cr, MARGIN, y);
      block->draw (self, cr, block->index);
      cairo_restore (cr);
      y += block->height;
    }
}

/**
 * starling_progress_print_new:
 * @overview: (transfer full): where the user stands
 *
 * Makes what prints or saves the matrix, the story bank and the trends. Run it;
 * it can be run without a display to export a PDF.
 *
 * Returns: (transfer full): a print operation
 */
GtkPrintOperation *
starling_progress_print_new (StarlingOverview *overview)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  StarlingPrintJob *self = g_new0 (StarlingPrintJob, 1);

  self->overview = overview;
  self->blocks = g_array_new (FALSE, FALSE, sizeof (StarlingPrintBlock));
  self->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bank = g_ptr_array_new ();
  gtk_print_operation_set_job_name (operation, _ ("Progress"));
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "starling-job", self, job_free);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_cb), self);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_cb), self);
  return operation;
}
