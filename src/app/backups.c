/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "backups.h"

#include <glib/gi18n.h>

#include "data-words.h"
#include "transient.h"

struct _StarlingBackups
{
  GtkWindow parent_instance;

  StarlingSession *session; /* NULL once the window is closed */
  StarlingBackup *before;   /* (nullable): the state before the last restore */
  char *words;              /* (nullable): what to say when that is done */

  GtkWidget *outcome;
  GtkLabel *outcome_text;
  GtkWidget *undo;
  GtkWidget *list;
  GtkWidget *none;
  GtkWidget *back_up;
};

G_DEFINE_FINAL_TYPE (StarlingBackups, starling_backups, GTK_TYPE_WINDOW)

static void load (StarlingBackups *self);

static StarlingLibrary *
get_library (StarlingBackups *self)
{
  return starling_session_get_library (self->session);
}

/* One thing at a time. */
static void
set_busy (StarlingBackups *self, gboolean busy)
{
  gtk_widget_set_sensitive (self->list, !busy);
  gtk_widget_set_sensitive (self->back_up, !busy);
  gtk_widget_set_sensitive (self->undo, !busy);
}

static void
show_outcome (StarlingBackups *self, const char *text, gboolean with_undo)
{
  gtk_label_set_text (self->outcome_text, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->outcome),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_visible (self->undo, with_undo);
  gtk_widget_set_visible (self->outcome, TRUE);
}

static void
show_failure (StarlingBackups *self, const GError *error)
{
  g_autofree char *text
      = g_strdup_printf (_ ("That did not work, and nothing has changed: %s"),
                         error->message);

  show_outcome (self, text, FALSE);
}

/* --- restoring --- */

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingBackups) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingBackup) before = NULL;
  gboolean restored
      = starling_library_restore_finish (STARLING_LIBRARY (source), result,
                                         &before, &error);

  if (self->session == NULL)
    return; /* the window is closed */
  if (restored)
    {
      gboolean was_undo = self->words == NULL;

      g_clear_pointer (&self->before, starling_backup_free);
      self->before = g_steal_pointer (&before);
      show_outcome (self, was_undo ? _ ("Undone.") : self->words,
                    !was_undo && self->before != NULL);
    }
  else
    show_failure (self, error);
  load (self);
}

static void
restore (StarlingBackups *self, const char *path, char *words)
{
  g_free (self->words);
  self->words = words;
  set_busy (self, TRUE);
  starling_library_restore_async (get_library (self), path, NULL, restored_cb,
                                  g_object_ref (self));
}

static void
restore_cb (GtkWidget *button, StarlingBackups *self)
{
  const StarlingBackup *backup
      = g_object_get_data (G_OBJECT (button), "backup");
  g_autofree char *date = starling_data_words_backup (backup);

  restore (self, backup->path,
           g_strdup_printf (_ ("Your progress is that of %s again. What there "
                               "was until now is the newest backup."),
                            date));
}

static void
undo_cb (StarlingBackups *self)
{
  if (self->before != NULL)
    restore (self, self->before->path, NULL);
}

/* --- the list --- */

static GtkWidget *
create_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, NULL);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

static GtkWidget *
create_row (StarlingBackups *self, StarlingBackup *backup)
{
  static const char *const head_classes[] = { "strong", "figure", NULL };
  static const char *const count_classes[]
      = { "caption", "soft", "figure", NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label (_ ("Restore"));
  g_autofree char *date = starling_data_words_backup (backup);
  g_autofree char *count = starling_data_words_count (backup);
  /* Translators: the name of a button; the date of a backup. */
  g_autofree char *name = g_strdup_printf (_ ("Restore %s"), date);

  gtk_box_append (GTK_BOX (texts), create_label (date, head_classes));
  gtk_box_append (GTK_BOX (texts), create_label (count, count_classes));
  g_object_set (texts, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "plain");
  gtk_widget_set_sensitive (button, backup->n_lines >= 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "backup", backup,
                          (GDestroyNotify) starling_backup_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (restore_cb), self, 0);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), button);
  gtk_widget_add_css_class (row, "row");
  return row;
}

static void
fill (StarlingBackups *self, GPtrArray *backups)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);
  gtk_widget_set_visible (self->list, backups->len > 0);
  gtk_widget_set_visible (self->none, backups->len == 0);
  while (backups->len > 0)
    {
      /* the newest first */
      StarlingBackup *backup
          = g_ptr_array_steal_index (backups, backups->len - 1);

      if (gtk_widget_get_first_child (self->list) != NULL)
        gtk_box_append (GTK_BOX (self->list),
                        gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (self->list), create_row (self, backup));
    }
}

/* What was pressed may be gone, or was off meanwhile: whoever has no pointer
 * goes on where something can be taken back, or from the top. */
static void
find_focus (StarlingBackups *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && !GTK_IS_SCROLLED_WINDOW (focus)
      && gtk_widget_is_sensitive (focus))
    return;
  if (!gtk_widget_get_mapped (self->undo)
      || !gtk_widget_grab_focus (self->undo))
    gtk_widget_grab_focus (self->back_up);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingBackups) self = user_data;
  g_autoptr (GPtrArray) backups
      = starling_library_list_backups_finish (STARLING_LIBRARY (source), result,
                                              NULL);

  if (self->session == NULL || backups == NULL)
    return; /* the window is closed */
  fill (self, backups);
  set_busy (self, FALSE);
  find_focus (self);
}

static void
load (StarlingBackups *self)
{
  starling_library_list_backups_async (get_library (self), NULL, listed_cb,
                                       g_object_ref (self));
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (StarlingBackups) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = starling_library_backup_finish (STARLING_LIBRARY (source),
                                                  result, NULL, &error);

  if (self->session == NULL)
    return; /* the window is closed */
  if (done)
    gtk_widget_set_visible (self->outcome, FALSE);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    show_outcome (self, _ ("There is nothing to keep yet."), FALSE);
  else
    show_failure (self, error);
  load (self);
}

static void
back_up_cb (StarlingBackups *self)
{
  set_busy (self, TRUE);
  starling_library_backup_async (get_library (self), FALSE, NULL, backed_up_cb,
                                 g_object_ref (self));
}

/* --- the window --- */

static void
starling_backups_dispose (GObject *object)
{
  StarlingBackups *self = STARLING_BACKUPS (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->before, starling_backup_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (starling_backups_parent_class)->dispose (object);
}

/* No gtk_widget_dispose_template(): the template's root is the window's child,
 * which GtkWindow lets go of by itself. */
static void
starling_backups_class_init (StarlingBackupsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_backups_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/backups.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingBackups, outcome);
  gtk_widget_class_bind_template_child (widget_class, StarlingBackups,
                                        outcome_text);
  gtk_widget_class_bind_template_child (widget_class, StarlingBackups, undo);
  gtk_widget_class_bind_template_child (widget_class, StarlingBackups, list);
  gtk_widget_class_bind_template_child (widget_class, StarlingBackups, none);
  gtk_widget_class_bind_template_child (widget_class, StarlingBackups, back_up);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  starling_transient_add_keys (widget_class);
}

static void
starling_backups_init (StarlingBackups *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_backups_new:
 * @parent: the window to stay above
 * @session: whose library has the backups
 *
 * The backups of @parent: the window that is open already, if there is one.
 * Present it to show it.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
starling_backups_new (GtkWindow *parent, StarlingSession *session)
{
  GtkWidget *open = starling_transient_find (parent, STARLING_TYPE_BACKUPS);
  StarlingBackups *self = NULL;

  if (open != NULL)
    return open;
  self = g_object_new (STARLING_TYPE_BACKUPS, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  set_busy (self, TRUE);
  load (self);
  return GTK_WIDGET (self);
}
