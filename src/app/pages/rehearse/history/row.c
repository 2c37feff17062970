/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/history/row.h"

#include "pages/rehearse/words-history.h"
#include "pages/rehearse/words-take.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseHistoryRow
{
  GtkBox parent_instance;

  GtkWidget *open;
  GtkLabel *date;
  GtkLabel *tag;
  GtkLabel *total;
  GtkLabel *details;
  GtkLabel *note;
  GtkWidget *remove;

  char *id;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseHistoryRow,
                     starling_rehearse_history_row,
                     GTK_TYPE_BOX)

static gboolean
delete_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return gtk_widget_activate_action (
      widget, "history.delete", "s",
      STARLING_REHEARSE_HISTORY_ROW (widget)->id);
}

static void
starling_rehearse_history_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_REHEARSE_HISTORY_ROW);

  G_OBJECT_CLASS (starling_rehearse_history_row_parent_class)->dispose (object);
}

static void
starling_rehearse_history_row_finalize (GObject *object)
{
  g_free (STARLING_REHEARSE_HISTORY_ROW (object)->id);

  G_OBJECT_CLASS (starling_rehearse_history_row_parent_class)
      ->finalize (object);
}

static void
starling_rehearse_history_row_class_init (
    StarlingRehearseHistoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_rehearse_history_row_dispose;
  object_class->finalize = starling_rehearse_history_row_finalize;

  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/history/row.ui");
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryRow, open);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryRow, date);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryRow, tag);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryRow, total);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryRow, details);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryRow, note);
  gtk_widget_class_bind_template_child (widget_class,
                                        StarlingRehearseHistoryRow, remove);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb,
                                NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb,
                                NULL);
}

static void
starling_rehearse_history_row_init (StarlingRehearseHistoryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is shown, and what it is called. */
static void
show (StarlingRehearseHistoryRow *self,
      const char *date,
      const char *tag,
      const char *total,
      const char *details,
      const char *note)
{
  GString *name = g_string_new (date);

  g_string_append_printf (name, ": %s", total);
  if (tag != NULL)
    g_string_append_printf (name, " · %s", tag);
  g_string_append_printf (name, " · %s", details);
  gtk_label_set_label (self->date, date);
  gtk_label_set_label (self->tag, tag != NULL ? tag : "");
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->details, details);
  gtk_label_set_label (self->note, note != NULL ? note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->tag), tag != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->open),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name->str,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  note != NULL ? note : "", -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Delete"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, date,
                                  -1);
  g_string_free (name, TRUE);
}

/**
 * starling_rehearse_history_row_new:
 * @review: a take that is saved
 * @catalogue: the principles
 * @tag: (nullable): what is special about it, in a word
 * @now: Unix ms
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
starling_rehearse_history_row_new (const StarlingTakeReview *review,
                                   StarlingCatalogue *catalogue,
                                   const char *tag,
                                   gint64 now)
{
  StarlingRehearseHistoryRow *self
      = g_object_new (STARLING_TYPE_REHEARSE_HISTORY_ROW, NULL);
  g_autofree char *date
      = starling_rehearse_words_date (review->at, review->offset, now);
  g_autofree char *total = starling_rehearse_words_total (review);
  g_autofree char *lens
      = starling_rehearse_words_lens (catalogue, review->level, review->angle);
  g_autofree char *details = starling_rehearse_words_details (review, lens);
  g_autofree char *note = starling_rehearse_words_first_line (review->note);

  self->id = g_strdup (review->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->open), "s", self->id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "s",
                                    self->id);
  show (self, date, tag, total, details, note);
  return GTK_WIDGET (self);
}

/**
 * starling_rehearse_history_row_get_id:
 * @self: a row
 *
 * Returns: (transfer none): the id of the take's event
 */
const char *
starling_rehearse_history_row_get_id (StarlingRehearseHistoryRow *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_HISTORY_ROW (self), NULL);

  return self->id;
}
