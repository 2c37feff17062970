/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window-private.h"

#include <glib/gi18n.h>

#include "transient.h"

/*
 * Closing the window while something is not saved. What is on its way to the
 * disk is waited for; only if that takes long, or fails, the user is asked.
 * Nothing blocks meanwhile.
 */

/* How long a disk may take until the user is told why the window stays, ms. */
#define PATIENCE_MS 400

enum
{
  RESPONSE_CLOSE_ANYWAY = 1,
  RESPONSE_TRY_AGAIN,
};

static StarlingLibrary *
get_library (StarlingWindow *self)
{
  return starling_session_get_library (self->session);
}

/* What is the matter, what is at stake, and what will be. */
static char *
format_stakes (StarlingWindow *self)
{
  const StarlingNotice *trouble
      = starling_library_get_trouble (get_library (self));
  guint n = starling_library_count_unsaved (get_library (self));
  g_autofree char *loss = g_strdup_printf (
      ngettext ("If you close now, the last thing that you did is lost.",
                "If you close now, the last %u things that you did are lost.",
                n),
      n);

  return g_strdup_printf (
      "%s\n\n%s %s",
      trouble != NULL ? trouble->summary : _ ("The disk takes its time."), loss,
      _ ("As soon as everything is saved, this window closes by itself."));
}

static void
update_dialog (StarlingWindow *self)
{
  g_autofree char *stakes = format_stakes (self);

  gtk_message_dialog_format_secondary_text (GTK_MESSAGE_DIALOG (
                                                self->close_dialog),
                                            "%s", stakes);
}

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingWindow) self = user_data;
  gboolean saved
      = starling_library_retry_finish (STARLING_LIBRARY (source), result, NULL);

  if (self->session == NULL)
    return; /* the window is gone */
  if (self->close_dialog != NULL)
    gtk_dialog_set_response_sensitive (GTK_DIALOG (self->close_dialog),
                                       RESPONSE_TRY_AGAIN, TRUE);
  if (!saved && self->closing)
    starling_window_ask_to_close (self);
}

static void
responded_cb (StarlingWindow *self, int response)
{
  if (response == RESPONSE_TRY_AGAIN)
    {
      gtk_dialog_set_response_sensitive (GTK_DIALOG (self->close_dialog),
                                         RESPONSE_TRY_AGAIN, FALSE);
      starling_library_retry_async (get_library (self), tried_cb,
                                    g_object_ref (self));
      return;
    }
  self->closing = FALSE;
  gtk_window_destroy (self->close_dialog);
  if (response == RESPONSE_CLOSE_ANYWAY)
    starling_window_close_anyway (self);
}

static GtkWindow *
create_dialog (StarlingWindow *self)
{
  GtkWidget *dialog
      = gtk_message_dialog_new (GTK_WINDOW (self),
                                GTK_DIALOG_MODAL
                                    | GTK_DIALOG_DESTROY_WITH_PARENT,
                                GTK_MESSAGE_WARNING, GTK_BUTTONS_NONE, "%s",
                                _ ("Not everything is saved yet"));
  GtkWidget *again = NULL;

  starling_transient_add_button (dialog, _ ("Keep open"), GTK_RESPONSE_CANCEL);
  starling_transient_add_button (dialog, _ ("Close anyway"),
                                 RESPONSE_CLOSE_ANYWAY);
  again = starling_transient_add_button (dialog, _ ("Try again"),
                                         RESPONSE_TRY_AGAIN);
  gtk_widget_add_css_class (again, "suggested-action");
  gtk_dialog_set_default_response (GTK_DIALOG (dialog), RESPONSE_TRY_AGAIN);
  g_signal_connect_object (dialog, "response", G_CALLBACK (responded_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WINDOW (dialog);
}

/**
 * starling_window_ask_to_close:
 * @self: a window that is to be closed while something is not saved
 *
 * Asks what to do, or shows the question again.
 */
void
starling_window_ask_to_close (StarlingWindow *self)
{
  g_clear_handle_id (&self->patience_id, g_source_remove);
  if (starling_library_is_saved (get_library (self)))
    {
      starling_window_close_anyway (self);
      return;
    }
  if (self->close_dialog == NULL)
    g_set_weak_pointer (&self->close_dialog, create_dialog (self));
  update_dialog (self);
  gtk_window_present (self->close_dialog);
}

static gboolean
patience_cb (gpointer user_data)
{
  StarlingWindow *self = user_data;

  self->patience_id = 0;
  starling_window_ask_to_close (self);
  return G_SOURCE_REMOVE;
}

/* All is saved, or there is another reason why it is not. */
static void
saving_changed_cb (StarlingWindow *self)
{
  if (!self->closing || self->session == NULL)
    return;
  if (starling_library_is_saved (get_library (self)))
    starling_window_close_anyway (self);
  else if (self->close_dialog != NULL)
    update_dialog (self);
}

/**
 * starling_window_may_close:
 * @self: a window that is to be closed
 *
 * If something is not saved yet, tries to save it, asks the user if that does
 * not work, and closes the window later.
 *
 * Returns: whether to close it now
 */
gboolean
starling_window_may_close (StarlingWindow *self)
{
  if (self->closes_anyway || starling_library_is_saved (get_library (self)))
    return TRUE;
  if (self->close_dialog != NULL)
    {
      starling_window_ask_to_close (self);
      return FALSE;
    }
  if (self->closing)
    return FALSE;
  self->closing = TRUE;
  self->patience_id = g_timeout_add (PATIENCE_MS, patience_cb, self);
  starling_library_retry_async (get_library (self), tried_cb,
                                g_object_ref (self));
  return FALSE;
}

/**
 * starling_window_close_anyway:
 * @self: a window
 *
 * Closes it without asking, whatever is not saved.
 */
void
starling_window_close_anyway (StarlingWindow *self)
{
  g_return_if_fail (STARLING_IS_WINDOW (self));

  self->closes_anyway = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* --- the banner's "Try again" --- */

static void
tried_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingWindow) self = user_data;
  gboolean saved
      = starling_library_retry_finish (STARLING_LIBRARY (source), result, NULL);

  if (self->session != NULL)
    starling_session_toast (self->session,
                            saved ? _ ("Everything is saved.")
                                  : _ ("That does not work yet. Your work is "
                                       "kept in memory."),
                            NULL);
}

static void
retry_saving_cb (GtkWidget *widget, const char *name, GVariant *value)
{
  StarlingWindow *self = STARLING_WINDOW (widget);

  starling_library_retry_async (get_library (self), tried_again_cb,
                                g_object_ref (self));
}

/**
 * starling_window_watch_saving:
 * @self: a window with a session
 *
 * Lets a window that waits for the disk close when that is done.
 */
void
starling_window_watch_saving (StarlingWindow *self)
{
  g_signal_connect_object (get_library (self), "saving-changed",
                           G_CALLBACK (saving_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * starling_window_install_saving_actions:
 * @widget_class: of the window
 *
 * Adds the action that tries again to save what could not be saved.
 */
void
starling_window_install_saving_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.retry-saving", NULL,
                                   retry_saving_cb);
}
