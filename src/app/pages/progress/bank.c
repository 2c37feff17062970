/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/bank.h"

#include "pages/progress/words.h"

#include <glib/gi18n.h>

#define MAX_ROWS 12

struct _StarlingProgressBank
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkOrientable *note;
  GtkLabel *next;
  GtkButton *tell;
  GtkLabel *gaps;
  GtkBox *rows;
  GtkButton *more;

  const StarlingOverview *overview; /* not owned: as long as it is shown */
  gboolean all;                     /* rather than the first rows */
};

G_DEFINE_FINAL_TYPE (StarlingProgressBank,
                     starling_progress_bank,
                     GTK_TYPE_WIDGET)

static void more_cb (StarlingProgressBank *self);

static void
starling_progress_bank_dispose (GObject *object)
{
  StarlingProgressBank *self = STARLING_PROGRESS_BANK (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_progress_bank_parent_class)->dispose (object);
}

static void
starling_progress_bank_class_init (StarlingProgressBankClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_progress_bank_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/progress/bank.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBank,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBank,
                                        note);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBank,
                                        next);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBank,
                                        tell);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBank,
                                        gaps);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBank,
                                        rows);
  gtk_widget_class_bind_template_child (widget_class, StarlingProgressBank,
                                        more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_progress_bank_init (StarlingProgressBank *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
make_label (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

/* A button that opens the story. */
static GtkWidget *
make_row (const StarlingOverview *overview, const StarlingOverviewStory *story)
{
  static const char *const caption[] = { "caption", "soft", "figure", NULL };
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *scope = g_strconcat ("scenario:", story->id, NULL);
  g_autofree char *serves = starling_progress_format_story (overview, story);
  g_autofree char *takes
      = story->n_takes == 0
            ? g_strdup (_ ("Not told yet"))
            : g_strdup_printf (ngettext ("%u take", "%u takes", story->n_takes),
                               story->n_takes);
  g_autofree char *description = g_strdup_printf ("%s · %s", serves, takes);
  GtkWidget *count = gtk_label_new (takes);
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "child", row, "action-name",
                      "win.practise", "action-target",
                      g_variant_new ("(ss)", scope, "study"), "css-classes",
                      (const char *[]){ "scenario-choice", NULL }, NULL);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts),
                  make_label (story->title, (const char *[]){ NULL }));
  gtk_box_append (GTK_BOX (texts), make_label (serves, caption));
  gtk_widget_set_css_classes (count, (const char **) caption);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (row), texts);
  gtk_box_append (GTK_BOX (row), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, story->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  return button;
}

/* @n_hidden: how many rows do not fit, unless all are wanted */
static void
update_more (StarlingProgressBank *self, guint n_hidden)
{
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->more), n_hidden > 0);
  label = self->all ? g_strdup (_ ("Show fewer"))
                    : g_strdup_printf (ngettext ("Show %u more", "Show %u more",
                                                 n_hidden),
                                       n_hidden);
  gtk_button_set_label (self->more, label);
}

static void
update_rows (StarlingProgressBank *self)
{
  g_autoptr (GPtrArray) bank = starling_progress_list_bank (self->overview);
  guint n = self->all ? bank->len : MIN (bank->len, MAX_ROWS);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, child);
  for (guint i = 0; i < n; i++)
    gtk_box_append (self->rows,
                    make_row (self->overview, g_ptr_array_index (bank, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->rows), n > 0);
  update_more (self, bank->len - MIN (bank->len, MAX_ROWS));
}

static void
more_cb (StarlingProgressBank *self)
{
  self->all = !self->all;
  update_rows (self);
}

/**
 * starling_progress_bank_set:
 * @self: a story bank
 * @overview: where the user stands; valid until the next is set
 */
void
starling_progress_bank_set (StarlingProgressBank *self,
                            const StarlingOverview *overview)
{
  g_autofree char *next = NULL;
  g_autofree char *gaps = NULL;

  g_return_if_fail (STARLING_IS_PROGRESS_BANK (self));
  g_return_if_fail (overview != NULL);

  next = starling_progress_format_next (overview);
  gaps = starling_progress_format_gaps (overview);
  gtk_label_set_label (self->next, next != NULL ? next : "");
  gtk_label_set_label (self->gaps, gaps);
  gtk_widget_set_visible (GTK_WIDGET (self->next), next != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tell), next != NULL);
  if (next != NULL)
    {
      g_autofree char *scope
          = g_strconcat ("scenario:",
                         g_array_index (overview->stories,
                                        StarlingOverviewStory,
                                        overview->next.story)
                             .id,
                         NULL);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (self->tell), "(ss)",
                                        scope, "rehearse");
    }
  self->overview = overview;
  update_rows (self);
}

/**
 * starling_progress_bank_set_narrow:
 * @self: a story bank
 * @narrow: whether the button stands below what is to be done, not beside it
 */
void
starling_progress_bank_set_narrow (StarlingProgressBank *self, gboolean narrow)
{
  g_return_if_fail (STARLING_IS_PROGRESS_BANK (self));

  gtk_orientable_set_orientation (self->note, narrow
                                                  ? GTK_ORIENTATION_VERTICAL
                                                  : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (GTK_WIDGET (self->tell),
                         narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
}
