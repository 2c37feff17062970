/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/fold-label.h"

struct _StarlingQuizFoldLabel
{
  GtkWidget parent_instance;

  GtkWidget *label;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingQuizFoldLabel,
                     starling_quiz_fold_label,
                     GTK_TYPE_WIDGET)

static void
starling_quiz_fold_label_measure (GtkWidget *widget,
                                  GtkOrientation orientation,
                                  int for_size,
                                  int *minimum,
                                  int *natural,
                                  int *minimum_baseline,
                                  int *natural_baseline)
{
  StarlingQuizFoldLabel *self = STARLING_QUIZ_FOLD_LABEL (widget);

  *minimum_baseline = *natural_baseline = -1;
  gtk_widget_measure (self->label, orientation, -1, minimum, natural, NULL,
                      NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = 0;
}

static void
starling_quiz_fold_label_size_allocate (GtkWidget *widget,
                                        int width,
                                        int height,
                                        int baseline)
{
  StarlingQuizFoldLabel *self = STARLING_QUIZ_FOLD_LABEL (widget);
  int natural;

  gtk_widget_measure (self->label, GTK_ORIENTATION_HORIZONTAL, -1, NULL,
                      &natural, NULL, NULL);
  gtk_widget_set_child_visible (self->label, width >= natural);
  if (width >= natural)
    gtk_widget_size_allocate (self->label,
                              &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
starling_quiz_fold_label_get_property (GObject *object,
                                       guint prop_id,
                                       GValue *value,
                                       GParamSpec *pspec)
{
  StarlingQuizFoldLabel *self = STARLING_QUIZ_FOLD_LABEL (object);

  if (prop_id == PROP_LABEL)
    g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->label)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_quiz_fold_label_set_property (GObject *object,
                                       guint prop_id,
                                       const GValue *value,
                                       GParamSpec *pspec)
{
  StarlingQuizFoldLabel *self = STARLING_QUIZ_FOLD_LABEL (object);

  if (prop_id == PROP_LABEL)
    gtk_label_set_label (GTK_LABEL (self->label), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_quiz_fold_label_dispose (GObject *object)
{
  StarlingQuizFoldLabel *self = STARLING_QUIZ_FOLD_LABEL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_quiz_fold_label_parent_class)->dispose (object);
}

static void
starling_quiz_fold_label_class_init (StarlingQuizFoldLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_quiz_fold_label_dispose;
  object_class->get_property = starling_quiz_fold_label_get_property;
  object_class->set_property = starling_quiz_fold_label_set_property;
  widget_class->measure = starling_quiz_fold_label_measure;
  widget_class->size_allocate = starling_quiz_fold_label_size_allocate;

  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, "",
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
starling_quiz_fold_label_init (StarlingQuizFoldLabel *self)
{
  self->label = gtk_label_new ("");
  gtk_widget_set_margin_start (self->label, 9);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
}
