/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/toast.h"

#define SECONDS 6

struct _StarlingToast
{
  GtkWidget parent_instance;

  char *event_id;
  guint timeout_id;

  GtkWidget *box;
  GtkLabel *message;
  GtkWidget *undo;
};

G_DEFINE_FINAL_TYPE (StarlingToast, starling_toast, GTK_TYPE_WIDGET)

static void
hide (StarlingToast *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_clear_pointer (&self->event_id, g_free);
}

static gboolean
timeout_cb (gpointer user_data)
{
  StarlingToast *self = user_data;
  GtkStateFlags in_use = GTK_STATE_FLAG_PRELIGHT | GTK_STATE_FLAG_FOCUS_WITHIN;

  if (gtk_widget_get_state_flags (self->box) & in_use)
    return G_SOURCE_CONTINUE;
  self->timeout_id = 0;
  hide (self);
  return G_SOURCE_REMOVE;
}

static void
starling_toast_dispose (GObject *object)
{
  StarlingToast *self = STARLING_TOAST (object);

  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_clear_pointer (&self->event_id, g_free);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_toast_parent_class)->dispose (object);
}

static void
starling_toast_class_init (StarlingToastClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_toast_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/widgets/toast.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingToast, box);
  gtk_widget_class_bind_template_child (widget_class, StarlingToast, message);
  gtk_widget_class_bind_template_child (widget_class, StarlingToast, undo);
  gtk_widget_class_bind_template_callback (widget_class, starling_toast_undo);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
starling_toast_init (StarlingToast *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_toast_show:
 * @self: a toast
 * @message: one line
 * @event_id: (nullable): the event that Undo takes back
 *
 * Says @message in the place of whatever was said before.
 */
void
starling_toast_show (StarlingToast *self,
                     const char *message,
                     const char *event_id)
{
  g_return_if_fail (STARLING_IS_TOAST (self));

  hide (self);
  self->event_id = g_strdup (event_id);
  gtk_label_set_text (self->message, message);
  /* else assistive technology would read the name of its class */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
  gtk_widget_set_visible (self->undo, event_id != NULL);
  if (event_id != NULL)
    gtk_widget_add_css_class (self->box, "with-button");
  else
    gtk_widget_remove_css_class (self->box, "with-button");
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  self->timeout_id = g_timeout_add_seconds (SECONDS, timeout_cb, self);
}

/**
 * starling_toast_undo:
 * @self: a toast
 *
 * Takes back what is on offer, through `win.undo-event`.
 *
 * Returns: whether there was anything
 */
gboolean
starling_toast_undo (StarlingToast *self)
{
  g_autofree char *event_id = NULL;

  g_return_val_if_fail (STARLING_IS_TOAST (self), FALSE);

  if (self->event_id == NULL)
    return FALSE;
  event_id = g_steal_pointer (&self->event_id);
  hide (self);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.undo-event", "s",
                              event_id);
  return TRUE;
}

static gboolean
is_bar (GtkWidget *widget)
{
  return gtk_widget_has_css_class (widget, "bottom-bar")
         || gtk_widget_has_css_class (widget, "stage-bar");
}

/* The bar at the bottom of what is on screen, outside of all that scrolls. */
static GtkWidget *
find_bar (GtkWidget *widget)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_mapped (widget) || GTK_IS_SCROLLED_WINDOW (widget))
    return NULL;
  if (is_bar (widget))
    return widget;
  for (GtkWidget *child = gtk_widget_get_last_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_prev_sibling (child))
    found = find_bar (child);
  return found;
}

/**
 * starling_toast_place:
 * @overlay: what a toast lies over
 * @toast: the toast
 * @place: (out): where it goes
 * @user_data: unused
 *
 * For #GtkOverlay::get-child-position: in the middle of the bottom, but clear
 * of a bar (style class `bottom-bar` or `stage-bar`) that the page has there.
 *
 * Returns: %TRUE
 */
gboolean
starling_toast_place (GtkOverlay *overlay,
                      GtkWidget *toast,
                      GdkRectangle *place,
                      gpointer user_data)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int bottom = gtk_widget_get_height (GTK_WIDGET (overlay));
  GtkWidget *bar = find_bar (gtk_overlay_get_child (overlay));
  graphene_rect_t bounds;
  int least, most;

  if (bar != NULL
      && gtk_widget_compute_bounds (bar, GTK_WIDGET (overlay), &bounds))
    bottom = (int) graphene_rect_get_y (&bounds);
  gtk_widget_measure (toast, GTK_ORIENTATION_HORIZONTAL, -1, &least, &most,
                      NULL, NULL);
  place->width = MAX (MIN (most, width), least);
  place->x = (width - place->width) / 2;
  gtk_widget_measure (toast, GTK_ORIENTATION_VERTICAL, place->width, NULL,
                      &place->height, NULL, NULL);
  place->y = MAX (bottom - place->height, 0);
  return TRUE;
}
