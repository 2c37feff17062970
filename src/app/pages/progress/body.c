/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/body.h"

#include "pages/progress/bank.h"
#include "pages/progress/cell.h"
#include "pages/progress/copy-button.h"
#include "pages/progress/matrix.h"
#include "pages/progress/trends.h"
#include "pages/progress/words.h"
#include "widgets/pair.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define DOTS_WIDTH 20
#define FIRST_WIDTH 18
#define MARK_HEIGHT 14

struct _StarlingProgressBody
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkBox *matrix_head;
  GtkLabel *headline;
  GtkWidget *levels;
  StarlingProgressMatrix *matrix;
  StarlingWrapBox *legend;
  GtkBox *bank_head;
  GtkLabel *stories;
  StarlingProgressBank *bank;
  StarlingProgressTrends *trends;
};

G_DEFINE_FINAL_TYPE (StarlingProgressBody,
                     starling_progress_body,
                     GTK_TYPE_WIDGET)

/* --- the legend --- */

static void
draw_dots_cb (
    GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  starling_progress_cell_draw_dots (cr, GTK_WIDGET (area), DOTS_WIDTH / 2.0, 0,
                                    height / 2.0, 1, 2);
}

static void
add_key (StarlingProgressBody *self, GtkWidget *mark, const char *text)
{
  GtkWidget *key = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "soft");
  gtk_widget_set_valign (mark, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (key), mark);
  gtk_box_append (GTK_BOX (key), label);
  starling_wrap_box_append (self->legend, key);
}

static GtkWidget *
make_sign (const char *css_class)
{
  GtkWidget *sign = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, "label",
                                  /* Translators: the sign for percent */
                                  _ ("%"), NULL);

  gtk_widget_add_css_class (sign, "caption");
  gtk_widget_add_css_class (sign, css_class);
  return sign;
}

static void
fill_legend (StarlingProgressBody *self)
{
  GtkWidget *dots
      = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "content-width",
                      DOTS_WIDTH, "content-height", MARK_HEIGHT, NULL);
  GtkWidget *first
      = g_object_new (GTK_TYPE_BOX, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, "width-request",
                      FIRST_WIDTH, "height-request", MARK_HEIGHT, NULL);

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (dots), draw_dots_cb, NULL,
                                  NULL);
  gtk_widget_add_css_class (first, "first-mark");
  add_key (self, dots, _ ("Stories rehearsed"));
  add_key (self, make_sign ("strong"), _ ("Mastery, as the bar"));
  add_key (self, make_sign ("soft"), _ ("Quiz right"));
  add_key (self, first, _ ("Look here first"));
}

/* --- the object --- */

static gboolean
starling_progress_body_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      GTK_WIDGET (STARLING_PROGRESS_BODY (widget)->matrix));
}

/* Tab comes to all that there is, one after the other. GTK would grab the
 * focus where Tab comes in, and again where it leads out. */
static gboolean
starling_progress_body_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (STARLING_PROGRESS_BODY (widget)->content,
                                 direction);
}

static void
starling_progress_body_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_PROGRESS_BODY (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_progress_body_parent_class)->dispose (object);
}

static void
starling_progress_body_class_init (StarlingProgressBodyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_progress_body_dispose;
  widget_class->focus = starling_progress_body_focus;
  widget_class->grab_focus = starling_progress_body_grab_focus;

  g_type_ensure (STARLING_TYPE_PAIR);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  g_type_ensure (STARLING_TYPE_PROGRESS_BANK);
  g_type_ensure (STARLING_TYPE_PROGRESS_MATRIX);
  g_type_ensure (STARLING_TYPE_PROGRESS_TRENDS);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/progress/body.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        matrix_head);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        headline);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        levels);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        matrix);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        legend);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        bank_head);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        stories);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        bank);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBody,
                                        trends);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_progress_body_init (StarlingProgressBody *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_legend (self);
  gtk_box_append (self->matrix_head,
                  starling_copy_button_new (STARLING_TABLE_MATRIX,
                                            _ ("Principles by level")));
  gtk_box_append (self->bank_head,
                  starling_copy_button_new (STARLING_TABLE_STORIES,
                                            _ ("Story bank")));
}

/**
 * starling_progress_body_set:
 * @self: what the page shows
 * @overview: where the user stands
 */
void
starling_progress_body_set (StarlingProgressBody *self,
                            const StarlingOverview *overview)
{
  g_autofree char *headline = NULL;
  g_autofree char *stories = NULL;

  g_return_if_fail (STARLING_IS_PROGRESS_BODY (self));
  g_return_if_fail (overview != NULL);

  headline = starling_progress_format_headline (overview);
  stories = starling_progress_format_bank (overview);
  gtk_label_set_label (self->headline, headline);
  gtk_label_set_label (self->stories, stories);
  starling_progress_matrix_set (self->matrix, overview);
  starling_progress_bank_set (self->bank, overview);
  starling_progress_trends_set (self->trends, overview);
}

/**
 * starling_progress_body_set_narrow:
 * @self: what the page shows
 * @narrow: whether there is room for one level only, which then can be chosen
 */
void
starling_progress_body_set_narrow (StarlingProgressBody *self, gboolean narrow)
{
  g_return_if_fail (STARLING_IS_PROGRESS_BODY (self));

  gtk_widget_set_visible (self->levels, narrow);
  starling_progress_matrix_set_narrow (self->matrix, narrow);
  starling_progress_bank_set_narrow (self->bank, narrow);
}
