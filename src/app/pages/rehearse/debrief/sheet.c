/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/sheet.h"

#include "widgets/focus.h"
#include "widgets/rubric.h"
#include "widgets/wrap-box.h"

struct _StarlingRehearseSheet
{
  GtkBox parent_instance;

  StarlingRubric *rubric;
  GtkWidget *note_box;
  GtkTextView *note;
  gboolean setting_note;
};

enum
{
  RATED,
  NOTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingRehearseSheet,
                     starling_rehearse_sheet,
                     GTK_TYPE_BOX)

static void
rated_cb (StarlingRubric *rubric,
          int dimension,
          int value,
          StarlingRehearseSheet *self)
{
  g_signal_emit (self, signals[RATED], 0, dimension, value);
}

static void
note_changed_cb (GtkTextBuffer *buffer, StarlingRehearseSheet *self)
{
  g_autofree char *text = NULL;

  if (self->setting_note)
    return;
  g_object_get (buffer, "text", &text, NULL);
  g_signal_emit (self, signals[NOTED], 0, text);
}

/* Once it has a place on screen, so that it is scrolled to. */
static gboolean
focus_note_cb (GtkWidget *note, GdkFrameClock *clock, gpointer data)
{
  if (gtk_widget_get_height (note) == 0)
    return G_SOURCE_CONTINUE;

  gtk_widget_grab_focus (note);
  return G_SOURCE_REMOVE;
}

static void
starling_rehearse_sheet_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_REHEARSE_SHEET);

  G_OBJECT_CLASS (starling_rehearse_sheet_parent_class)->dispose (object);
}

static void
starling_rehearse_sheet_class_init (StarlingRehearseSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_sheet_dispose;
  signals[RATED]
      = g_signal_new ("rated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  signals[NOTED]
      = g_signal_new ("noted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (STARLING_TYPE_RUBRIC);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/debrief/sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseSheet,
                                        rubric);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseSheet,
                                        note_box);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseSheet,
                                        note);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
}

static void
starling_rehearse_sheet_init (StarlingRehearseSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (gtk_text_view_get_buffer (self->note), "changed",
                           G_CALLBACK (note_changed_cb), self, 0);
}

/**
 * starling_rehearse_sheet_set:
 * @self: a sheet
 * @rating: 1–4 for each dimension; 0: not rated
 * @note: (nullable): free text
 * @editable: whether the take can still be rated and noted
 *
 * Shows a rating and a note, without the signals.
 */
void
starling_rehearse_sheet_set (StarlingRehearseSheet *self,
                             const int rating[STARLING_N_DIMENSIONS],
                             const char *note,
                             gboolean editable)
{
  g_autofree char *before = NULL;
  GtkTextBuffer *buffer;

  g_return_if_fail (STARLING_IS_REHEARSE_SHEET (self));

  starling_rubric_set_editable (self->rubric, editable);
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    starling_rubric_set_rating (self->rubric, (StarlingDimension) i, rating[i]);

  buffer = gtk_text_view_get_buffer (self->note);
  g_object_get (buffer, "text", &before, NULL);
  /* One that has just been opened stays */
  gtk_widget_set_visible (self->note_box,
                          editable
                              ? note != NULL
                                    || starling_focus_is_within (self->note_box)
                              : note != NULL && *note != '\0');
  gtk_text_view_set_editable (self->note, editable);
  gtk_text_view_set_cursor_visible (self->note, editable);
  if (g_str_equal (before, note != NULL ? note : ""))
    return;
  self->setting_note = TRUE;
  gtk_text_buffer_set_text (buffer, note != NULL ? note : "", -1);
  self->setting_note = FALSE;
}

/**
 * starling_rehearse_sheet_add_note:
 * @self: a sheet
 *
 * Shows the note, and puts the focus there.
 */
void
starling_rehearse_sheet_add_note (StarlingRehearseSheet *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_SHEET (self));

  gtk_widget_set_visible (self->note_box, TRUE);
  gtk_widget_add_tick_callback (GTK_WIDGET (self->note), focus_note_cb, NULL,
                                NULL);
}
