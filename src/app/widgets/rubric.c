/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/rubric.h"

#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define N_VALUES 4

typedef struct
{
  GtkWidget *box;
  GtkWidget *toggles[N_VALUES];
  GtkWidget *meaning;
} Row;

struct _StarlingRubric
{
  GtkWidget parent_instance;

  Row rows[STARLING_N_DIMENSIONS];
  gboolean editable;
  gboolean setting;
};

enum
{
  RATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const names[STARLING_N_DIMENSIONS] = {
  N_ ("Ownership"),  N_ ("Specificity"), N_ ("Metrics"),
  N_ ("Reflection"), N_ ("Delivery"),
};

static const char *const meanings[STARLING_N_DIMENSIONS][N_VALUES] = {
  {
      N_ ("“We” did it; your own part stayed hidden."),
      N_ ("Your part showed, the decisions were someone else’s."),
      N_ ("You decided and acted; it was yours throughout."),
      N_ ("You crossed a boundary on purpose and finished the job."),
  },
  {
      N_ ("It could have been anyone’s project."),
      N_ ("A few places and tools, many generalities."),
      N_ ("Nearly every claim had a place, a tool or a time."),
      N_ ("Someone who was there could check every claim."),
  },
  {
      N_ ("There was no figure."),
      N_ ("A figure was there, but without its baseline."),
      N_ ("A figure before and a figure after."),
      N_ ("The change, its worth, and how you measured it."),
  },
  {
      N_ ("None, or a commonplace."),
      N_ ("A lesson, but for this case only."),
      N_ ("You named a mechanism, and why it was missing."),
      N_ ("A mechanism, and what you do differently since."),
  },
  {
      N_ ("Read out, or lost halfway."),
      N_ ("The thread held, with long pauses and fillers."),
      N_ ("Calm and clear, with few fillers."),
      N_ ("As if told for the first time, and to the point."),
  },
};

G_DEFINE_FINAL_TYPE (StarlingRubric, starling_rubric, GTK_TYPE_WIDGET)

static void
show_rating (StarlingRubric *self, guint dimension, int value)
{
  Row *row = &self->rows[dimension];

  self->setting = TRUE;
  for (int i = 0; i < N_VALUES; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (row->toggles[i]),
                                  i + 1 == value);
  self->setting = FALSE;
  gtk_label_set_label (GTK_LABEL (row->meaning),
                       value > 0        ? _ (meanings[dimension][value - 1])
                       : self->editable ? _ ("Not rated yet")
                                        : _ ("Not rated"));
}

static void
toggled_cb (GtkToggleButton *toggle, StarlingRubric *self)
{
  if (self->setting)
    return;
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    for (int j = 0; j < N_VALUES; j++)
      if (self->rows[i].toggles[j] == GTK_WIDGET (toggle))
        {
          int value = gtk_toggle_button_get_active (toggle) ? j + 1 : 0;

          show_rating (self, i, value);
          g_signal_emit (self, signals[RATED], 0, (int) i, value);
        }
}

static GtkWidget *
new_toggle (StarlingRubric *self, guint dimension, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);
  g_autofree char *name
      = g_strdup_printf (_ ("%s: %d of %d"), _ (names[dimension]), value,
                         N_VALUES);
  GtkWidget *toggle = gtk_toggle_button_new_with_label (text);

  gtk_widget_set_tooltip_text (toggle, _ (meanings[dimension][value - 1]));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ (meanings[dimension][value - 1]), -1);
  g_signal_connect (toggle, "toggled", G_CALLBACK (toggled_cb), self);
  return toggle;
}

static void
add_row (StarlingRubric *self, guint dimension, GtkSizeGroup *name_group)
{
  Row *row = &self->rows[dimension];
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  GtkWidget *name = gtk_label_new (_ (names[dimension]));
  GtkWidget *group = g_object_new (GTK_TYPE_BOX, "css-name", "rating", NULL);

  gtk_widget_add_css_class (group, "segmented");
  gtk_widget_set_valign (group, GTK_ALIGN_CENTER);
  for (int i = 0; i < N_VALUES; i++)
    {
      row->toggles[i] = new_toggle (self, dimension, i + 1);
      gtk_box_append (GTK_BOX (group), row->toggles[i]);
    }
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_size_group_add_widget (name_group, name);
  gtk_box_append (GTK_BOX (head), name);
  gtk_box_append (GTK_BOX (head), group);

  row->meaning
      = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);
  gtk_widget_add_css_class (row->meaning, "caption");
  gtk_widget_add_css_class (row->meaning, "soft");
  row->box = g_object_new (STARLING_TYPE_WRAP_BOX, "spacing", 14,
                           "line-spacing", 3, NULL);
  starling_wrap_box_append (STARLING_WRAP_BOX (row->box), head);
  starling_wrap_box_append (STARLING_WRAP_BOX (row->box), row->meaning);
  gtk_widget_set_parent (row->box, GTK_WIDGET (self));
  show_rating (self, dimension, 0);
}

static void
starling_rubric_dispose (GObject *object)
{
  StarlingRubric *self = STARLING_RUBRIC (object);

  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    g_clear_pointer (&self->rows[i].box, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rubric_parent_class)->dispose (object);
}

static void
starling_rubric_class_init (StarlingRubricClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rubric_dispose;
  signals[RATED]
      = g_signal_new ("rated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_css_name (widget_class, "rubric");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rubric_init (StarlingRubric *self)
{
  g_autoptr (GtkSizeGroup) name_group
      = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 3);
  self->editable = TRUE;
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    add_row (self, i, name_group);
}

/**
 * starling_rubric_get_name:
 * @dimension: what may be rated
 *
 * Returns: (transfer none): its translated name, such as "Ownership"
 */
const char *
starling_rubric_get_name (StarlingDimension dimension)
{
  g_return_val_if_fail ((guint) dimension < STARLING_N_DIMENSIONS, "");

  return _ (names[dimension]);
}

/**
 * starling_rubric_new:
 *
 * Returns: (transfer floating): a sheet with nothing rated
 */
GtkWidget *
starling_rubric_new (void)
{
  return g_object_new (STARLING_TYPE_RUBRIC, NULL);
}

/**
 * starling_rubric_set_rating:
 * @self: a sheet
 * @dimension: what is rated
 * @value: 1–4; 0: not rated
 *
 * Shows a rating, without the signal.
 */
void
starling_rubric_set_rating (StarlingRubric *self,
                            StarlingDimension dimension,
                            int value)
{
  g_return_if_fail (STARLING_IS_RUBRIC (self));
  g_return_if_fail ((guint) dimension < STARLING_N_DIMENSIONS);
  g_return_if_fail (value >= 0 && value <= N_VALUES);

  show_rating (self, dimension, value);
}

/**
 * starling_rubric_set_editable:
 * @self: a sheet
 * @editable: whether it can be rated, %TRUE at first
 *
 * Turns the sheet into one to read, or back. Takes effect on what is said of a
 * dimension at the next starling_rubric_set_rating().
 */
void
starling_rubric_set_editable (StarlingRubric *self, gboolean editable)
{
  g_return_if_fail (STARLING_IS_RUBRIC (self));

  self->editable = editable;
  for (guint i = 0; i < STARLING_N_DIMENSIONS; i++)
    for (guint j = 0; j < N_VALUES; j++)
      gtk_widget_set_sensitive (self->rows[i].toggles[j], editable);
}
