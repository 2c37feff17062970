/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/scenario-list.h"

#include "widgets/column.h"
#include "widgets/scenario-row.h"
#include "widgets/study-switcher.h"

#include <glib/gi18n.h>
#include <string.h>

#define N_ROWS_AT_ONCE 100

struct _StarlingScenarioList
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkLabel *count;
  GtkLabel *title;
  GtkLabel *summary;
  GtkBox *looks_for;
  GtkWidget *heading;
  GtkWidget *none;
  GtkBox *rows;
  GtkWidget *more;

  StarlingSession *session;
  char *scope; /* that is shown */
  char **ids;
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (StarlingScenarioList,
                     starling_scenario_list,
                     GTK_TYPE_WIDGET)

static void
remove_all (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
append_rows (StarlingScenarioList *self)
{
  StarlingLibrary *library = starling_session_get_library (self->session);
  guint end = self->n_rows + N_ROWS_AT_ONCE;

  while (self->n_rows < end && self->ids[self->n_rows] != NULL)
    {
      StarlingSummary *summary
          = starling_library_find_summary (library, self->ids[self->n_rows++]);
      GtkWidget *row;

      if (summary == NULL)
        continue;
      row = starling_scenario_row_new (summary);
      starling_scenario_row_set_progress (STARLING_SCENARIO_ROW (row),
                                          starling_library_get_progress (
                                              library));
      gtk_box_append (self->rows, row);
    }
  gtk_widget_set_visible (self->more, self->ids[self->n_rows] != NULL);
}

/* The button may go away; the first of the new rows is where one reads on. */
static void
more_cb (StarlingScenarioList *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->rows));
  GtkWidget *next;

  append_rows (self);
  next = last != NULL ? gtk_widget_get_next_sibling (last) : NULL;
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static void
progress_changed_cb (StarlingScenarioList *self, const char *scenario)
{
  StarlingProgress *progress = starling_library_get_progress (
      starling_session_get_library (self->session));

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows));
       row != NULL; row = gtk_widget_get_next_sibling (row))
    if (scenario == NULL
        || g_str_equal (scenario, starling_scenario_row_get_id (
                                      STARLING_SCENARIO_ROW (row))))
      starling_scenario_row_set_progress (STARLING_SCENARIO_ROW (row),
                                          progress);
}

static void
append_line (GtkBox *box, const char *text, const char *class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, class);
  gtk_box_append (box, label);
}

static void
show_principle (StarlingScenarioList *self, const StarlingPrinciple *principle)
{
  gtk_label_set_text (self->title, principle->name);
  gtk_label_set_text (self->summary, principle->summary);
  remove_all (self->looks_for);
  append_line (self->looks_for, _ ("What interviewers look for"), "strong");
  for (guint i = 0; principle->looks_for[i] != NULL; i++)
    {
      g_autofree char *line
          = g_strdup_printf ("•\u2002%s", principle->looks_for[i]);

      append_line (self->looks_for, line, "running");
    }
}

static void
show_scope (StarlingScenarioList *self)
{
  int principle = starling_session_get_scope_principle (self->session);
  gboolean is_principle = principle >= 0;

  if (is_principle)
    show_principle (self, starling_catalogue_get_principle (
                              starling_library_get_catalogue (
                                  starling_session_get_library (self->session)),
                              (guint) principle));
  else
    {
      gtk_label_set_text (self->title, _ ("My stories"));
      gtk_label_set_text (self->summary, _ ("Choose one to study."));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->looks_for), is_principle);
  gtk_widget_set_visible (self->heading, is_principle);
}

static void
starling_scenario_list_dispose (GObject *object)
{
  StarlingScenarioList *self = STARLING_SCENARIO_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), STARLING_TYPE_SCENARIO_LIST);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_scenario_list_parent_class)->dispose (object);
}

static void
starling_scenario_list_finalize (GObject *object)
{
  StarlingScenarioList *self = STARLING_SCENARIO_LIST (object);

  g_free (self->scope);
  g_strfreev (self->ids);

  G_OBJECT_CLASS (starling_scenario_list_parent_class)->finalize (object);
}

static void
starling_scenario_list_class_init (StarlingScenarioListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_scenario_list_dispose;
  object_class->finalize = starling_scenario_list_finalize;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_STUDY_SWITCHER);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/scenario-list.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        scroller);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        count);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        summary);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        looks_for);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        heading);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        none);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        rows);
  gtk_widget_class_bind_template_child (widget_class, StarlingScenarioList,
                                        more);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_scenario_list_init (StarlingScenarioList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * starling_scenario_list_set_session:
 * @self: a list
 * @session: whose scope and library it shows; to be set once
 *
 * Sets the session.
 */
void
starling_scenario_list_set_session (StarlingScenarioList *self,
                                    StarlingSession *session)
{
  g_return_if_fail (STARLING_IS_SCENARIO_LIST (self));
  g_return_if_fail (self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (starling_session_get_library (session),
                           "progress-changed", G_CALLBACK (progress_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

/**
 * starling_scenario_list_set_scenarios:
 * @self: a list
 * @ids: (array zero-terminated=1): the stories of the session's scope
 *
 * Shows the session's scope and its stories.
 */
void
starling_scenario_list_set_scenarios (StarlingScenarioList *self,
                                      const char *const *ids)
{
  const char *scope;
  gboolean same_scope;
  guint n = g_strv_length ((char **) ids);
  g_autofree char *count
      = g_strdup_printf (ngettext ("%u story", "%u stories", n), n);

  g_return_if_fail (STARLING_IS_SCENARIO_LIST (self));

  scope = starling_session_get_scope (self->session);
  same_scope = g_strcmp0 (scope, self->scope) == 0;
  g_free (self->scope);
  self->scope = g_strdup (scope);
  g_strfreev (self->ids);
  self->ids = g_strdupv ((char **) ids);
  self->n_rows = 0;

  show_scope (self);
  gtk_label_set_text (self->count, count);
  remove_all (self->rows);
  append_rows (self);
  gtk_widget_set_visible (self->none, ids[0] == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->rows), ids[0] != NULL);
  if (!same_scope)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                  self->scroller),
                              0);
}
