/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/mode-switcher.h"

#include <glib/gi18n.h>

#include "widgets/steady-label.h"

struct _StarlingModeSwitcher
{
  GtkWidget parent_instance;

  gboolean with_icons;
};

enum
{
  PROP_0,
  PROP_WITH_ICONS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingModeSwitcher,
                     starling_mode_switcher,
                     GTK_TYPE_WIDGET)

static const struct
{
  const char *id;
  const char *title;
  const char *icon;
} modes[] = {
  { "study", N_ ("Study"), "starling-book-symbolic" },
  { "rehearse", N_ ("Rehearse"), "starling-microphone-symbolic" },
  { "quiz", N_ ("Quiz"), "starling-question-symbolic" },
};

/* A toggle knows that it is pressed; a page tab has to say that it is
 * selected. */
static void
active_cb (GtkToggleButton *tab)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (tab),
                               GTK_ACCESSIBLE_STATE_SELECTED,
                               gtk_toggle_button_get_active (tab), -1);
}

static GtkWidget *
create_content (const char *title, const char *icon)
{
  GtkWidget *box;
  GtkWidget *image;

  if (icon == NULL)
    return starling_steady_label_new (title, -1);

  image = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                        GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name", icon,
                        NULL);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), starling_steady_label_new (title, -1));
  return box;
}

static void
append_tab (StarlingModeSwitcher *self, guint i)
{
  const char *title = _ (modes[i].title);
  GtkWidget *tab
      = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_TAB, "focus-on-click", FALSE, NULL);

  gtk_button_set_child (GTK_BUTTON (tab),
                        create_content (title, self->with_icons ? modes[i].icon
                                                                : NULL));
  gtk_widget_set_hexpand (tab, self->with_icons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (tab),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect (tab, "notify::active", G_CALLBACK (active_cb), NULL);
  active_cb (GTK_TOGGLE_BUTTON (tab));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (tab), "s", modes[i].id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (tab), "win.mode");
  gtk_widget_set_parent (tab, GTK_WIDGET (self));
}

static void
starling_mode_switcher_constructed (GObject *object)
{
  StarlingModeSwitcher *self = STARLING_MODE_SWITCHER (object);

  G_OBJECT_CLASS (starling_mode_switcher_parent_class)->constructed (object);

  gtk_widget_add_css_class (GTK_WIDGET (self),
                            self->with_icons ? "mode-bar" : "segmented");
  gtk_box_layout_set_homogeneous (
      GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
      self->with_icons);
  if (self->with_icons)
    gtk_box_layout_set_spacing (
        GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Mode"),
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    append_tab (self, i);
}

static void
starling_mode_switcher_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_WITH_ICONS)
    g_value_set_boolean (value, STARLING_MODE_SWITCHER (object)->with_icons);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_mode_switcher_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  if (prop_id == PROP_WITH_ICONS)
    STARLING_MODE_SWITCHER (object)->with_icons = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
starling_mode_switcher_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_mode_switcher_parent_class)->dispose (object);
}

static void
starling_mode_switcher_class_init (StarlingModeSwitcherClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = starling_mode_switcher_constructed;
  object_class->dispose = starling_mode_switcher_dispose;
  object_class->get_property = starling_mode_switcher_get_property;
  object_class->set_property = starling_mode_switcher_set_property;

  properties[PROP_WITH_ICONS]
      = g_param_spec_boolean ("with-icons", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY
                                  | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_TAB_LIST);
}

static void
starling_mode_switcher_init (StarlingModeSwitcher *self)
{
}
