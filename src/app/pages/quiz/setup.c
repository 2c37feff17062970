/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/setup.h"

#include "accessible.h"
#include "widgets/quiz-settings.h"

#include <glib/gi18n.h>

/* What stands above and below the settings, and the least that they get. */
#define AROUND_HEIGHT 270
#define MIN_HEIGHT 160

struct _StarlingQuizSetup
{
  GtkWidget parent_instance;

  GtkMenuButton *button;
  GtkPopover *popover;
  GtkScrolledWindow *scroller;
  GtkWidget *note;
  gboolean begun;
};

enum
{
  PROP_0,
  PROP_BEGUN,
  PROP_OPEN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingQuizSetup, starling_quiz_setup, GTK_TYPE_WIDGET)

static void
opened_cb (StarlingQuizSetup *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
close_cb (StarlingQuizSetup *self)
{
  gtk_popover_popdown (self->popover);
}

/* Makes the settings when they are wanted first, and leaves room for what is
 * around them. */
static void
open_cb (GtkMenuButton *button, gpointer user_data)
{
  StarlingQuizSetup *self = STARLING_QUIZ_SETUP (user_data);
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (gtk_scrolled_window_get_child (self->scroller) == NULL)
    gtk_scrolled_window_set_child (self->scroller,
                                   starling_quiz_settings_new ());
  if (root != NULL)
    gtk_scrolled_window_set_max_content_height (
        self->scroller,
        MAX (gtk_widget_get_height (root) - AROUND_HEIGHT, MIN_HEIGHT));
}

static void
starling_quiz_setup_get_property (GObject *object,
                                  guint prop_id,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_BEGUN)
    g_value_set_boolean (value, STARLING_QUIZ_SETUP (object)->begun);
  else if (prop_id == PROP_OPEN)
    g_value_set_boolean (value, starling_quiz_setup_get_open (
                                    STARLING_QUIZ_SETUP (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_quiz_setup_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_BEGUN)
    starling_quiz_setup_set_begun (STARLING_QUIZ_SETUP (object),
                                   g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_quiz_setup_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_QUIZ_SETUP);

  G_OBJECT_CLASS (starling_quiz_setup_parent_class)->dispose (object);
}

static void
starling_quiz_setup_class_init (StarlingQuizSetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_quiz_setup_dispose;
  object_class->get_property = starling_quiz_setup_get_property;
  object_class->set_property = starling_quiz_setup_set_property;

  properties[PROP_BEGUN]
      = g_param_spec_boolean ("begun", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY
                                  | G_PARAM_STATIC_STRINGS);
  properties[PROP_OPEN]
      = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                              G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/quiz/setup.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizSetup,
                                        button);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizSetup,
                                        popover);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizSetup,
                                        scroller);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizSetup, note);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_quiz_setup_init (StarlingQuizSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_accessible_name_popover (self->popover, _ ("Set up the quiz"));
  gtk_menu_button_set_create_popup_func (self->button, open_cb, self, NULL);
  g_signal_connect_object (self->popover, "notify::visible",
                           G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);
}

/**
 * starling_quiz_setup_new:
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
starling_quiz_setup_new (void)
{
  return g_object_new (STARLING_TYPE_QUIZ_SETUP, NULL);
}

/**
 * starling_quiz_setup_set_begun:
 * @self: the button
 * @begun: whether something was answered
 *
 * Says in the popover that the quiz keeps its questions, or does not.
 */
void
starling_quiz_setup_set_begun (StarlingQuizSetup *self, gboolean begun)
{
  g_return_if_fail (STARLING_IS_QUIZ_SETUP (self));

  if (self->begun == begun)
    return;
  self->begun = begun;
  gtk_widget_set_visible (self->note, begun);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEGUN]);
}

/**
 * starling_quiz_setup_get_open:
 * @self: the button
 *
 * Returns: whether its popover is on screen
 */
gboolean
starling_quiz_setup_get_open (StarlingQuizSetup *self)
{
  g_return_val_if_fail (STARLING_IS_QUIZ_SETUP (self), FALSE);

  return gtk_widget_get_visible (GTK_WIDGET (self->popover));
}
