/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/choices.h"

#include "settings.h"
#include "widgets/steady-label.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define SPACING 18
#define MINUTES_STEP 5
#define MINUTES_PAGE 15

#define INTERVIEWERS "loop-interviewers"
#define PRINCIPLES "loop-principles"
#define QUESTIONS "loop-questions"
#define MINUTES "loop-minutes"

struct _StarlingRehearseLoopChoices
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *one_question;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (StarlingRehearseLoopChoices,
                     starling_rehearse_loop_choices,
                     GTK_TYPE_WIDGET)

/* One question for each principle at least. */
static void
keep_rule (StarlingRehearseLoopChoices *self)
{
  GSettings *settings = starling_settings_get ();
  int n_principles = g_settings_get_int (settings, PRINCIPLES);
  gboolean allowed = n_principles < 2;

  if (g_settings_get_int (settings, QUESTIONS) < n_principles)
    g_settings_set_int (settings, QUESTIONS, n_principles);
  /* Without an action, it stays as it is told */
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->one_question),
                                  allowed ? "choice." QUESTIONS : NULL);
  gtk_widget_set_sensitive (self->one_question, allowed);
  if (!allowed)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->one_question),
                                  FALSE);
}

static void
changed_cb (StarlingRehearseLoopChoices *self)
{
  keep_rule (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
starling_rehearse_loop_choices_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_LOOP_CHOICES (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_loop_choices_parent_class)
      ->dispose (object);
}

static void
starling_rehearse_loop_choices_class_init (
    StarlingRehearseLoopChoicesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_loop_choices_dispose;

  signals[CHANGED]
      = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                      0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "loopchoices");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_row (StarlingRehearseLoopChoices *self,
         const char *title,
         GtkWidget *choice)
{
  GtkWidget *row = g_object_new (STARLING_TYPE_WRAP_BOX, "spacing", SPACING,
                                 "justify", TRUE, "css-classes",
                                 (const char *[]){ "row", NULL }, NULL);

  if (gtk_widget_get_first_child (self->content) != NULL)
    gtk_box_append (GTK_BOX (self->content),
                    gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  starling_wrap_box_append (STARLING_WRAP_BOX (row),
                            g_object_new (GTK_TYPE_LABEL, "label", title,
                                          "xalign", 0.0f, "wrap", TRUE, NULL));
  starling_wrap_box_append (STARLING_WRAP_BOX (row), choice);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_box_append (GTK_BOX (self->content), row);
}

/* A toggle of a setting; its name tells what the number counts. */
static GtkWidget *
new_toggle (const char *key, int value, const char *name)
{
  g_autofree char *action = g_strconcat ("choice.", key, NULL);
  g_autofree char *text = g_strdup_printf ("%d", value);
  GtkWidget *toggle = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "child",
                                    starling_steady_label_new (text, -1),
                                    "action-name", action, "action-target",
                                    g_variant_new_int32 (value), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return toggle;
}

static GtkWidget *
new_group (void)
{
  return g_object_new (GTK_TYPE_BOX, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_GROUP, "css-classes",
                       (const char *[]){ "segmented", NULL }, NULL);
}

static void
add_toggles (StarlingRehearseLoopChoices *self)
{
  GtkWidget *interviewers = new_group ();
  GtkWidget *principles = new_group ();
  GtkWidget *questions = new_group ();

  for (int i = STARLING_LOOP_MIN_INTERVIEWERS;
       i <= STARLING_LOOP_MAX_INTERVIEWERS; i++)
    {
      g_autofree char *name = g_strdup_printf (
          ngettext ("%d interviewer", "%d interviewers", (gulong) i), i);

      gtk_box_append (GTK_BOX (interviewers),
                      new_toggle (INTERVIEWERS, i, name));
    }
  for (int i = 1; i <= STARLING_LOOP_MAX_PRINCIPLES; i++)
    {
      g_autofree char *name = g_strdup_printf (
          ngettext ("%d principle", "%d principles", (gulong) i), i);

      gtk_box_append (GTK_BOX (principles), new_toggle (PRINCIPLES, i, name));
    }
  for (int i = 1; i <= STARLING_LOOP_MAX_QUESTIONS; i++)
    {
      g_autofree char *name = g_strdup_printf (
          ngettext ("%d question", "%d questions", (gulong) i), i);
      GtkWidget *toggle = new_toggle (QUESTIONS, i, name);

      gtk_box_append (GTK_BOX (questions), toggle);
      if (i == 1)
        self->one_question = toggle;
    }
  add_row (self, _ ("Interviewers"), interviewers);
  add_row (self, _ ("Principles of each"), principles);
  add_row (self, _ ("Questions of each"), questions);
}

static void
add_minutes (StarlingRehearseLoopChoices *self, GSettings *settings)
{
  GtkWidget *minutes = gtk_spin_button_new_with_range (5, 60, MINUTES_STEP);

  gtk_spin_button_set_increments (GTK_SPIN_BUTTON (minutes), MINUTES_STEP,
                                  MINUTES_PAGE);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (minutes), TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (minutes), 4);
  add_row (self, _ ("Minutes with each"), minutes);
  g_settings_bind (settings, MINUTES, minutes, "value",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
starling_rehearse_loop_choices_init (StarlingRehearseLoopChoices *self)
{
  static const char *const keys[]
      = { INTERVIEWERS, PRINCIPLES, QUESTIONS, MINUTES };
  GSettings *settings = starling_settings_get ();
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (settings, keys[i]);

      g_action_map_add_action (G_ACTION_MAP (group), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "choice",
                                  G_ACTION_GROUP (group));
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->content, "boxed");
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  add_toggles (self);
  add_minutes (self, settings);
  keep_rule (self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_signal_connect_object (settings, signal, G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
    }
}

/**
 * starling_rehearse_loop_choices_fill:
 * @self: choices
 * @request: (inout): gets what was chosen
 */
void
starling_rehearse_loop_choices_fill (StarlingRehearseLoopChoices *self,
                                     StarlingLoopRequest *request)
{
  GSettings *settings = starling_settings_get ();

  g_return_if_fail (STARLING_IS_REHEARSE_LOOP_CHOICES (self));

  request->n_interviewers = (guint) g_settings_get_int (settings, INTERVIEWERS);
  request->n_principles = (guint) g_settings_get_int (settings, PRINCIPLES);
  request->n_questions = (guint) g_settings_get_int (settings, QUESTIONS);
  request->minutes = (guint) g_settings_get_int (settings, MINUTES);
}
