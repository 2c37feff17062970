/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/undo-bar.h"

#include <glib/gi18n.h>

#define SHOWN_MS 6000
#define AGAIN_MS 1000

struct _StarlingRehearseUndoBar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *label;
  StarlingRehearseUndo undo;
  guint source;
};

enum
{
  EXPIRED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingRehearseUndoBar,
                     starling_rehearse_undo_bar,
                     GTK_TYPE_WIDGET)

static void
timeout_cb (gpointer data)
{
  StarlingRehearseUndoBar *self = STARLING_REHEARSE_UNDO_BAR (data);
  GtkStateFlags flags = gtk_widget_get_state_flags (self->content);

  self->source = 0;
  if (flags & (GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN))
    self->source = g_timeout_add_once (AGAIN_MS, timeout_cb, self);
  else
    g_signal_emit (self, signals[EXPIRED], 0);
}

static void
starling_rehearse_undo_bar_dispose (GObject *object)
{
  StarlingRehearseUndoBar *self = STARLING_REHEARSE_UNDO_BAR (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_undo_bar_parent_class)->dispose (object);
}

static void
starling_rehearse_undo_bar_class_init (StarlingRehearseUndoBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_undo_bar_dispose;
  signals[EXPIRED]
      = g_signal_new ("expired", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "undobar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
starling_rehearse_undo_bar_init (StarlingRehearseUndoBar *self)
{
  GtkWidget *button = gtk_button_new_with_label (_ ("Undo"));

  self->content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_add_css_class (self->content, "toast");
  self->label = GTK_LABEL (g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "rehearse.undo");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->content), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (self->content), button);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static const char *
get_text (StarlingRehearseUndo undo)
{
  switch (undo)
    {
    case STARLING_REHEARSE_UNDO_RESTART:
      return _ ("Restarted.");
    case STARLING_REHEARSE_UNDO_DISCARD:
      return _ ("Take discarded.");
    case STARLING_REHEARSE_UNDO_REPLACE:
      return _ ("The unfinished take is gone.");
    case STARLING_REHEARSE_UNDO_NONE:
    default:
      return "";
    }
}

/**
 * starling_rehearse_undo_bar_set_undo:
 * @self: a bar
 * @undo: what can be taken back
 *
 * Shows or hides the bar. Its time begins when something else can be taken
 * back than before.
 */
void
starling_rehearse_undo_bar_set_undo (StarlingRehearseUndoBar *self,
                                     StarlingRehearseUndo undo)
{
  g_return_if_fail (STARLING_IS_REHEARSE_UNDO_BAR (self));

  if (self->undo == undo)
    return;
  self->undo = undo;
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_label_set_label (self->label, get_text (undo));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  get_text (undo), -1);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          undo != STARLING_REHEARSE_UNDO_NONE);
  if (undo != STARLING_REHEARSE_UNDO_NONE)
    self->source = g_timeout_add_once (SHOWN_MS, timeout_cb, self);
}
