/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/study-switcher.h"

#include <glib/gi18n.h>

#include "widgets/steady-label.h"

/* More is cut off where there is no room: in large text on a small screen. */
#define MAX_CHARS 20

struct _StarlingStudySwitcher
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (StarlingStudySwitcher,
                     starling_study_switcher,
                     GTK_TYPE_WIDGET)

static const struct
{
  const char *id;
  const char *title;
} views[] = {
  { "walkthrough", N_ ("Walkthrough") },
  { "flashcards", N_ ("Flashcards") },
};

static void
append_toggle (StarlingStudySwitcher *self, guint i)
{
  const char *title = _ (views[i].title);
  GtkWidget *toggle
      = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "focus-on-click", FALSE, NULL);

  gtk_button_set_child (GTK_BUTTON (toggle),
                        starling_steady_label_new (title, MAX_CHARS));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (toggle), "s", views[i].id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (toggle), "win.study-view");
  gtk_widget_set_parent (toggle, GTK_WIDGET (self));
}

static void
starling_study_switcher_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (starling_study_switcher_parent_class)->dispose (object);
}

static void
starling_study_switcher_class_init (StarlingStudySwitcherClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_study_switcher_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_study_switcher_init (StarlingStudySwitcher *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "segmented");
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Study as"),
                                  -1);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    append_toggle (self, i);
}
