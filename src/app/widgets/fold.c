/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/fold.h"

#define UNFOLD_MS 200

struct _StarlingFold
{
  GtkWidget parent_instance;

  GtkWidget *expander;
  GtkWidget *label;
  GtkWidget *revealer;
  GtkWidget *child; /* NULL: not made yet */
  gboolean was_opened;
};

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_EXPANDED,
  N_PROPS,
};

enum
{
  SIGNAL_FIRST_OPENED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingFold, starling_fold, GTK_TYPE_WIDGET)

static void
expanded_cb (StarlingFold *self)
{
  gboolean expanded = gtk_expander_get_expanded (GTK_EXPANDER (self->expander));

  if (expanded && !self->was_opened)
    {
      self->was_opened = TRUE;
      g_signal_emit (self, signals[SIGNAL_FIRST_OPENED], 0);
    }
  if (expanded)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  gtk_widget_set_visible (self->revealer, expanded);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), expanded);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

static void
starling_fold_get_property (GObject *object,
                            guint prop_id,
                            GValue *value,
                            GParamSpec *pspec)
{
  StarlingFold *self = STARLING_FOLD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, starling_fold_get_title (self));
      break;
    case PROP_EXPANDED:
      g_value_set_boolean (value, starling_fold_get_expanded (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_fold_set_property (GObject *object,
                            guint prop_id,
                            const GValue *value,
                            GParamSpec *pspec)
{
  StarlingFold *self = STARLING_FOLD (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      starling_fold_set_title (self, g_value_get_string (value));
      break;
    case PROP_EXPANDED:
      starling_fold_set_expanded (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_fold_dispose (GObject *object)
{
  StarlingFold *self = STARLING_FOLD (object);

  if (self->expander != NULL)
    g_signal_handlers_disconnect_by_data (self->expander, self);
  self->child = NULL;
  g_clear_pointer (&self->expander, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_fold_parent_class)->dispose (object);
}

static void
starling_fold_class_init (StarlingFoldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = starling_fold_dispose;
  object_class->get_property = starling_fold_get_property;
  object_class->set_property = starling_fold_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_EXPANDED]
      = g_param_spec_boolean ("expanded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_FIRST_OPENED]
      = g_signal_new ("first-opened", STARLING_TYPE_FOLD, G_SIGNAL_RUN_LAST, 0,
                      NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "fold");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

/* An expander asks its child alone whether height depends on width, and its
 * title needs that. */
static void
set_placeholder (StarlingFold *self)
{
  gtk_revealer_set_child (GTK_REVEALER (self->revealer),
                          g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, NULL));
}

static void
starling_fold_init (StarlingFold *self)
{
  self->label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "hexpand",
                              TRUE, NULL);
  /* Not visible while closed: GTK 4.8 moves the focus into the child of a
   * closed expander, which is in no window then */
  self->revealer
      = g_object_new (GTK_TYPE_REVEALER, "visible", FALSE, "transition-type",
                      GTK_REVEALER_TRANSITION_TYPE_SLIDE_DOWN,
                      "transition-duration", UNFOLD_MS, NULL);
  set_placeholder (self);
  self->expander = g_object_new (GTK_TYPE_EXPANDER, "label-widget", self->label,
                                 "child", self->revealer, NULL);
  gtk_widget_set_parent (self->expander, GTK_WIDGET (self));
  g_signal_connect_swapped (self->expander, "notify::expanded",
                            G_CALLBACK (expanded_cb), self);
}

/**
 * starling_fold_new:
 * @title: what is always shown
 *
 * Returns: (transfer floating): a fold, closed
 */
GtkWidget *
starling_fold_new (const char *title)
{
  return g_object_new (STARLING_TYPE_FOLD, "title", title, NULL);
}

/**
 * starling_fold_get_title:
 * @self: a fold
 *
 * Returns: (transfer none): what is always shown
 */
const char *
starling_fold_get_title (StarlingFold *self)
{
  g_return_val_if_fail (STARLING_IS_FOLD (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * starling_fold_set_title:
 * @self: a fold
 * @title: what is always shown, plain text
 *
 * Sets the title and the accessible name.
 */
void
starling_fold_set_title (StarlingFold *self, const char *title)
{
  g_return_if_fail (STARLING_IS_FOLD (self));

  if (g_strcmp0 (starling_fold_get_title (self), title) == 0)
    return;
  gtk_label_set_text (GTK_LABEL (self->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * starling_fold_get_expanded:
 * @self: a fold
 *
 * Returns: whether its content is shown
 */
gboolean
starling_fold_get_expanded (StarlingFold *self)
{
  g_return_val_if_fail (STARLING_IS_FOLD (self), FALSE);

  return gtk_expander_get_expanded (GTK_EXPANDER (self->expander));
}

/**
 * starling_fold_set_expanded:
 * @self: a fold
 * @expanded: whether to show its content
 *
 * Opens or closes it.
 */
void
starling_fold_set_expanded (StarlingFold *self, gboolean expanded)
{
  g_return_if_fail (STARLING_IS_FOLD (self));

  gtk_expander_set_expanded (GTK_EXPANDER (self->expander), expanded);
}

/**
 * starling_fold_open:
 * @self: a fold
 *
 * Opens it at once, without motion, and puts the keyboard focus on its title.
 */
void
starling_fold_open (StarlingFold *self)
{
  GtkRevealer *revealer;

  g_return_if_fail (STARLING_IS_FOLD (self));

  revealer = GTK_REVEALER (self->revealer);
  gtk_revealer_set_transition_duration (revealer, 0);
  starling_fold_set_expanded (self, TRUE);
  gtk_revealer_set_transition_duration (revealer, UNFOLD_MS);
  gtk_widget_grab_focus (self->expander);
}

/**
 * starling_fold_get_child:
 * @self: a fold
 *
 * Returns: (transfer none) (nullable): the content
 */
GtkWidget *
starling_fold_get_child (StarlingFold *self)
{
  g_return_val_if_fail (STARLING_IS_FOLD (self), NULL);

  return self->child;
}

/**
 * starling_fold_set_child:
 * @self: a fold
 * @child: (nullable): the content
 *
 * Replaces the content.
 */
void
starling_fold_set_child (StarlingFold *self, GtkWidget *child)
{
  g_return_if_fail (STARLING_IS_FOLD (self));

  self->child = child;
  if (child != NULL)
    gtk_revealer_set_child (GTK_REVEALER (self->revealer), child);
  else
    set_placeholder (self);
}
