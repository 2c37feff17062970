/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/badge.h"

#include "widgets/labels.h"

struct _StarlingBadge
{
  GtkWidget parent_instance;

  GtkWidget *child; /* a label or an image */
  int step;         /* -1: an icon instead */
  const char *icon; /* interned */
};

enum
{
  PROP_0,
  PROP_STEP,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingBadge, starling_badge, GTK_TYPE_WIDGET)

/* A disc at any text size: as wide as it is high. */
static void
starling_badge_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  StarlingBadge *self = STARLING_BADGE (widget);
  int width, height;

  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width,
                      NULL, NULL);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, -1, NULL, &height,
                      NULL, NULL);
  *minimum = *natural = MAX (width, height);
  *minimum_baseline = *natural_baseline = -1;
}

static void
starling_badge_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  gtk_widget_size_allocate (STARLING_BADGE (widget)->child,
                            &(GtkAllocation){ 0, 0, width, height }, -1);
}

static void
starling_badge_get_property (GObject *object,
                             guint prop_id,
                             GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_STEP)
    g_value_set_int (value, STARLING_BADGE (object)->step);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_badge_set_property (GObject *object,
                             guint prop_id,
                             const GValue *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_STEP)
    starling_badge_set_step (STARLING_BADGE (object),
                             (StarlingStepId) g_value_get_int (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_badge_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_BADGE (object)->child, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_badge_parent_class)->dispose (object);
}

static void
starling_badge_class_init (StarlingBadgeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_badge_dispose;
  object_class->get_property = starling_badge_get_property;
  object_class->set_property = starling_badge_set_property;
  widget_class->measure = starling_badge_measure;
  widget_class->size_allocate = starling_badge_size_allocate;

  properties[PROP_STEP]
      = g_param_spec_int ("step", NULL, NULL, 0, STARLING_N_STEPS - 1,
                          STARLING_STEP_SITUATION,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS
                              | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "badge");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static GtkWidget *
new_image (const char *icon_name)
{
  return g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon_name,
                       NULL);
}

static void
set_child (StarlingBadge *self, GtkWidget *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  gtk_widget_set_halign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (child, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
starling_badge_init (StarlingBadge *self)
{
  self->step = -1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  starling_badge_set_step (self, STARLING_STEP_SITUATION);
}

/**
 * starling_badge_new:
 * @step: a step
 *
 * Returns: (transfer floating): the badge of @step
 */
GtkWidget *
starling_badge_new (StarlingStepId step)
{
  return g_object_new (STARLING_TYPE_BADGE, "step", (int) step, NULL);
}

/**
 * starling_badge_set_step:
 * @self: a badge
 * @step: a step
 *
 * Shows another step.
 */
void
starling_badge_set_step (StarlingBadge *self, StarlingStepId step)
{
  g_return_if_fail (STARLING_IS_BADGE (self));

  if (self->step == (int) step)
    return;
  self->step = (int) step;
  self->icon = NULL;
  if (step == STARLING_STEP_REFLECTION)
    set_child (self, new_image ("starling-lamp-symbolic"));
  else
    set_child (self, g_object_new (GTK_TYPE_LABEL, "accessible-role",
                                   GTK_ACCESSIBLE_ROLE_PRESENTATION, "label",
                                   starling_step_get_letter (step), NULL));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

/**
 * starling_badge_set_icon:
 * @self: a badge
 * @icon_name: (not nullable): a symbolic icon
 *
 * Shows an icon in the place of a step.
 */
void
starling_badge_set_icon (StarlingBadge *self, const char *icon_name)
{
  g_return_if_fail (STARLING_IS_BADGE (self));

  icon_name = g_intern_string (icon_name);
  if (self->icon == icon_name)
    return;
  self->step = -1;
  self->icon = icon_name;
  set_child (self, new_image (icon_name));
}
