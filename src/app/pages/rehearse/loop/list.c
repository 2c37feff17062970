/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/list.h"

#include "pages/rehearse/loop/answers.h"
#include "pages/rehearse/loop/words.h"
#include "pages/rehearse/words.h"
#include "widgets/labels.h"

#include <glib/gi18n.h>

struct _StarlingRehearseLoopList
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *rows;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseLoopList,
                     starling_rehearse_loop_list,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_loop_list_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_LOOP_LIST (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_loop_list_parent_class)->dispose (object);
}

static void
starling_rehearse_loop_list_class_init (StarlingRehearseLoopListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_loop_list_dispose;

  gtk_widget_class_set_css_name (widget_class, "looplist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_loop_list_init (StarlingRehearseLoopList *self)
{
  GtkWidget *heading
      = g_object_new (GTK_TYPE_LABEL, "label", _ ("Earlier loops"), "xalign",
                      0.0f, "wrap", TRUE, NULL);

  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (heading, "section");
  gtk_widget_add_css_class (self->rows, "boxed");
  gtk_widget_set_overflow (self->rows, GTK_OVERFLOW_HIDDEN);
  gtk_box_append (GTK_BOX (self->content), heading);
  gtk_box_append (GTK_BOX (self->content), self->rows);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* When and at what level, in one line where there is room. */
static char *
format_loop (const StarlingLoopRecord *record)
{
  const StarlingEvent *event = record->event;
  int offset = event->offset == STARLING_OFFSET_UNSET ? 0 : event->offset;
  g_autofree char *time
      = starling_rehearse_format_time (event->at, offset, TRUE);

  if (event->level < 0)
    return g_steal_pointer (&time);
  return g_strdup_printf ("%s · %s", time,
                          starling_level_get_name (
                              (StarlingLevel) event->level));
}

static GtkWidget *
new_row (StarlingLibrary *library, const StarlingLoopRecord *record)
{
  g_autoptr (StarlingLoopDebrief) debrief
      = starling_rehearse_add_up_loop (record, starling_library_get_catalogue (
                                                   library));
  StarlingLoopVerdict verdict = debrief->all.verdict;
  const char *word = record->end != NULL
                         ? starling_rehearse_get_loop_verdict (verdict)
                         : _ ("Still open");
  g_autofree char *title = format_loop (record);
  g_autofree char *name = g_strdup_printf ("%s · %s", title, word);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign",
                                   0.0f, "wrap", TRUE, "hexpand", TRUE, NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                                  starling_rehearse_get_loop_icon (verdict),
                                  "accessible-role",
                                  GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "child", row, "action-name",
                      "rehearse.loop-show", "action-target",
                      g_variant_new_string (record->event->id), NULL);

  gtk_widget_add_css_class (icon, "loop-mark");
  gtk_widget_add_css_class (icon, starling_rehearse_get_loop_class (verdict));
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), icon);
  gtk_box_append (GTK_BOX (row), gtk_label_new (word));
  gtk_widget_add_css_class (button, "row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

/**
 * starling_rehearse_loop_list_update:
 * @self: a list
 * @library: what knows the loops
 *
 * Lists the loops that there were.
 */
void
starling_rehearse_loop_list_update (StarlingRehearseLoopList *self,
                                    StarlingLibrary *library)
{
  StarlingProgress *progress = starling_library_get_progress (library);
  g_autoptr (GPtrArray) loops = starling_progress_list_loops (progress);
  GtkWidget *child;

  g_return_if_fail (STARLING_IS_REHEARSE_LOOP_LIST (self));

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < loops->len; i++)
    {
      const StarlingEvent *event = g_ptr_array_index (loops, i);
      g_autoptr (StarlingLoopRecord) record
          = starling_progress_get_loop (progress, event->id);

      if (i > 0)
        gtk_box_append (GTK_BOX (self->rows),
                        gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (self->rows), new_row (library, record));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), loops->len > 0);
}
