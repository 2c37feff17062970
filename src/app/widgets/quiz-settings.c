/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/quiz-settings.h"

#include "quiz-words.h"
#include "settings.h"
#include "widgets/steady-label.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingQuizSettings
{
  GtkBox parent_instance;

  GtkBox *lengths;
  GtkBox *kinds;
  GtkSwitch *timed;
  GtkWidget *checks[STARLING_N_QUESTION_KINDS];
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (StarlingQuizSettings, starling_quiz_settings, GTK_TYPE_BOX)

static void
starling_quiz_settings_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_QUIZ_SETTINGS);

  G_OBJECT_CLASS (starling_quiz_settings_parent_class)->dispose (object);
}

static void
starling_quiz_settings_class_init (StarlingQuizSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_quiz_settings_dispose;

  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/quiz-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizSettings,
                                        lengths);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizSettings,
                                        kinds);
  gtk_widget_class_bind_template_child (widget_class, StarlingQuizSettings,
                                        timed);
}

/* --- how many questions --- */

static void
append_length (StarlingQuizSettings *self, int length)
{
  g_autofree char *figure = g_strdup_printf ("%d", length);
  g_autofree char *name = g_strdup_printf (
      ngettext ("%d question", "%d questions", (gulong) length), length);
  /* Translators: of the questions */
  const char *text = length > 0 ? figure : C_ ("questions", "All");
  GtkWidget *toggle
      = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "child",
                      starling_steady_label_new (text, -1), "action-name",
                      "quiz-settings.quiz-length", "action-target",
                      g_variant_new_int32 (length), NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  length > 0 ? name : _ ("All questions"), -1);
  gtk_box_append (self->lengths, toggle);
}

static void
add_lengths (StarlingQuizSettings *self, GSettings *settings)
{
  static const int lengths[] = { 5, 10, 20, 0 };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GAction) action
      = g_settings_create_action (settings, "quiz-length");

  g_action_map_add_action (G_ACTION_MAP (group), action);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "quiz-settings",
                                  G_ACTION_GROUP (group));
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    append_length (self, lengths[i]);
}

/* --- which kinds --- */

/* The last one cannot be switched off. */
static void
hold_last (GtkWidget *check, StarlingQuestionKind kind, gboolean is_last)
{
  const char *reason
      = is_last ? _ ("A quiz needs one kind at least. Tick another one first.")
                : NULL;

  gtk_widget_set_sensitive (check, !is_last);
  gtk_widget_set_tooltip_text (check, reason);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      is_last ? reason : starling_quiz_kind_get_detail (kind), -1);
}

static void
update_kinds (StarlingQuizSettings *self)
{
  guint kinds = starling_settings_get_quiz_kinds ();

  self->updating = TRUE;
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    {
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]),
                                   (kinds & (1u << i)) != 0);
      hold_last (self->checks[i], (StarlingQuestionKind) i, kinds == (1u << i));
    }
  self->updating = FALSE;
}

static void
toggled_cb (StarlingQuizSettings *self)
{
  guint kinds = 0;

  if (self->updating)
    return;
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->checks[i])))
      kinds |= 1u << i;
  starling_settings_set_quiz_kinds (kinds);
}

/* A line of a check button, which is named by the first one. */
static GtkWidget *
new_line (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "xalign",
                       0.0f, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

static void
append_kind (StarlingQuizSettings *self, StarlingQuestionKind kind)
{
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *detail = new_line (starling_quiz_kind_get_detail (kind));
  GtkWidget *check = g_object_new (GTK_TYPE_CHECK_BUTTON, "child", lines, NULL);

  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "soft");
  gtk_box_append (GTK_BOX (lines),
                  new_line (starling_quiz_kind_get_name (kind)));
  gtk_box_append (GTK_BOX (lines), detail);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  starling_quiz_kind_get_name (kind), -1);
  gtk_box_append (self->kinds, check);
  self->checks[kind] = check;
}

static void
add_kinds (StarlingQuizSettings *self, GSettings *settings)
{
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    append_kind (self, (StarlingQuestionKind) i);
  update_kinds (self);
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    g_signal_connect_object (self->checks[i], "toggled",
                             G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::quiz-kinds-off",
                           G_CALLBACK (update_kinds), self, G_CONNECT_SWAPPED);
}

static void
starling_quiz_settings_init (StarlingQuizSettings *self)
{
  GSettings *settings = starling_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_lengths (self, settings);
  add_kinds (self, settings);
  g_settings_bind (settings, "quiz-timed", self->timed, "active",
                   G_SETTINGS_BIND_DEFAULT);
}

/**
 * starling_quiz_settings_new:
 *
 * Returns: (transfer floating): the rows
 */
GtkWidget *
starling_quiz_settings_new (void)
{
  return g_object_new (STARLING_TYPE_QUIZ_SETTINGS, NULL);
}
