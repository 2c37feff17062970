/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/copy-button.h"

#include <glib/gi18n.h>

#define SECONDS 3

struct _StarlingCopyButton
{
  GtkButton parent_instance;

  StarlingProgressTable table;
  char *name; /* what it does */
  guint timer;
};

G_DEFINE_FINAL_TYPE (StarlingCopyButton, starling_copy_button, GTK_TYPE_BUTTON)

static void
show (StarlingCopyButton *self, gboolean copied)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_button_set_icon_name (GTK_BUTTON (self), copied
                                                   ? "starling-check-symbolic"
                                                   : "starling-copy-symbolic");
  gtk_widget_set_tooltip_text (widget,
                               copied ? _ ("Copied") : _ ("Copy as CSV"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  copied ? _ ("Copied") : self->name, -1);
}

static gboolean
timer_cb (gpointer user_data)
{
  StarlingCopyButton *self = user_data;

  self->timer = 0;
  show (self, FALSE);
  return G_SOURCE_REMOVE;
}

static void
starling_copy_button_clicked (GtkButton *button)
{
  StarlingCopyButton *self = STARLING_COPY_BUTTON (button);

  if (!gtk_widget_activate_action (GTK_WIDGET (button), "progress.copy", "i",
                                   (int) self->table))
    return;
  show (self, TRUE);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (SECONDS, timer_cb, self);
}

static void
starling_copy_button_dispose (GObject *object)
{
  g_clear_handle_id (&STARLING_COPY_BUTTON (object)->timer, g_source_remove);

  G_OBJECT_CLASS (starling_copy_button_parent_class)->dispose (object);
}

static void
starling_copy_button_finalize (GObject *object)
{
  g_free (STARLING_COPY_BUTTON (object)->name);

  G_OBJECT_CLASS (starling_copy_button_parent_class)->finalize (object);
}

static void
starling_copy_button_class_init (StarlingCopyButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = starling_copy_button_dispose;
  G_OBJECT_CLASS (klass)->finalize = starling_copy_button_finalize;
  GTK_BUTTON_CLASS (klass)->clicked = starling_copy_button_clicked;
}

static void
starling_copy_button_init (StarlingCopyButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "icon");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * starling_copy_button_new:
 * @table: what it copies
 * @what: the heading of what it belongs to
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
starling_copy_button_new (StarlingProgressTable table, const char *what)
{
  StarlingCopyButton *self = g_object_new (STARLING_TYPE_COPY_BUTTON, NULL);

  self->table = table;
  /* Translators: what is copied, such as "Total time" */
  self->name = g_strdup_printf (_ ("Copy as CSV: %s"), what);
  show (self, FALSE);
  return GTK_WIDGET (self);
}
