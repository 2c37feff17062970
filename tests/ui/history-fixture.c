/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "history-fixture.h"

#include "pages/rehearse/history/plots.h"
#include "pages/rehearse/history/row.h"
#include "pages/rehearse/history/history.h"
#include "support.h"
#include "widgets/chart.h"

typedef struct
{
  int spent[STARLING_N_STEPS]; /* seconds */
  const char *level, *angle;   /* NULL: senior, dive-deep */
  const char *more;            /* (nullable): members */
} Sketch;

static const Sketch few[TEST_HISTORY_N_FEW] = {
  { { 55, 25, 60, 30, 0 }, NULL, NULL, NULL },
  { { 31, 22, 88, 24, 16 },
    NULL,
    NULL,
    ",\"rating\":{\"metrics\":3,\"delivery\":2},"
    "\"note\":\"\\n Slower. \\nThe figure.\"" },
  { { 31, 22, 88, 24, 15 }, "sde2", "ownership", NULL },
  { { 0, 0, 0, 0, 0 }, NULL, NULL, NULL },
  { { 48, 19, 97, 17, 11 }, NULL, NULL, NULL },
};

static void
add_line (GString *journal, guint index, const Sketch *sketch)
{
  static const char *const steps[]
      = { "situation", "task", "action", "result", "reflection" };
  static const int targets[] = { 30, 20, 90, 20, 15 };

  g_string_append_printf (
      journal,
      "{\"v\":1,\"id\":\"t%u\",\"at\":\"2026-11-%02uT%02u:05:00.000Z\","
      "\"offset\":0,\"type\":\"rehearsal\",\"scenario\":\"webhook-drops\","
      "\"level\":\"%s\",\"angle\":\"%s\",\"steps\":[",
      index, 1 + index / 10, 8 + index % 10,
      sketch->level != NULL ? sketch->level : "senior",
      sketch->angle != NULL ? sketch->angle : "dive-deep");
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    g_string_append_printf (journal,
                            "%s{\"step\":\"%s\",\"target_ms\":%d,"
                            "\"spent_ms\":%d}",
                            i > 0 ? "," : "", steps[i], targets[i] * 1000,
                            sketch->spent[i] * 1000);
  g_string_append_printf (journal, "]%s}\n",
                          sketch->more != NULL ? sketch->more : "");
}

static void
toast_cb (StarlingSession *session,
          const char *message,
          const char *event_id,
          TestHistory *self)
{
  g_free (self->toast);
  g_free (self->event_id);
  self->toast = g_strdup (message);
  self->event_id = g_strdup (event_id);
}

static void
show_cb (GSimpleAction *action, GVariant *parameter, TestHistory *self)
{
  g_free (self->shown);
  self->shown = g_variant_dup_string (parameter, NULL);
}

static void
close_cb (GSimpleAction *action, GVariant *parameter, TestHistory *self)
{
  self->n_closed++;
}

void
test_history_update (TestHistory *self)
{
  starling_rehearse_history_update (STARLING_REHEARSE_HISTORY (self->history),
                                    self->session,
                                    starling_session_get_lens (self->session));
}

/* What the page does. */
static void
add_actions (TestHistory *self)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) show
      = g_simple_action_new ("take-show", G_VARIANT_TYPE_STRING);
  g_autoptr (GSimpleAction) close = g_simple_action_new ("history-close", NULL);

  g_signal_connect (show, "activate", G_CALLBACK (show_cb), self);
  g_signal_connect (close, "activate", G_CALLBACK (close_cb), self);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (show));
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (close));
  gtk_widget_insert_action_group (self->window, "rehearse",
                                  G_ACTION_GROUP (group));
}

void
test_history_set_up (TestHistory *self, gconstpointer n_many)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autofree char *file = g_build_filename (folder, "journal.jsonl", NULL);
  g_autoptr (StarlingClock) clock
      = starling_clock_new_fake (G_GINT64_CONSTANT (1795424400000), 0);
  g_autoptr (GError) error = NULL;
  GString *journal = g_string_new (NULL);
  guint n = GPOINTER_TO_UINT (n_many);

  for (guint i = 0; i < (n > 0 ? n : G_N_ELEMENTS (few)); i++)
    add_line (journal, i, n > 0 ? &few[1] : &few[i]);
  g_file_set_contents (file, journal->str, -1, &error);
  g_assert_no_error (error);
  g_string_free (journal, TRUE);
  self->library
      = starling_library_new (starling_test_get_data_dir (), folder, clock);
  starling_library_load (self->library, &error);
  g_assert_no_error (error);
  self->session = starling_session_new (self->library);
  starling_session_set_level (self->session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      self->session, starling_test_find_principle (self->session, "dive-deep"));
  starling_session_set_scope (self->session, "scenario:webhook-drops");
  g_signal_connect (self->session, "toast", G_CALLBACK (toast_cb), self);

  self->history = g_object_new (STARLING_TYPE_REHEARSE_HISTORY, NULL);
  test_history_update (self);
  g_signal_connect_swapped (self->library, "progress-changed",
                            G_CALLBACK (test_history_update), self);
  self->window = starling_test_present (self->history, 816, 700);
  add_actions (self);
}

void
test_history_tear_down (TestHistory *self, gconstpointer n_many)
{
  g_signal_handlers_disconnect_by_data (self->library, self);
  g_object_ref (self->history);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->history);
  starling_library_flush (self->library);
  g_assert_finalize_object (self->session);
  g_clear_object (&self->library);
  g_free (self->toast);
  g_free (self->event_id);
  g_free (self->shown);
}

guint
test_history_count_rows (TestHistory *self)
{
  return starling_test_count (self->history,
                              STARLING_TYPE_REHEARSE_HISTORY_ROW);
}

GtkWidget *
test_history_get_row (TestHistory *self, guint index)
{
  GtkWidget *row
      = starling_test_find (self->history, STARLING_TYPE_REHEARSE_HISTORY_ROW,
                            index);

  g_assert_nonnull (row);
  return row;
}

const char *
test_history_get_id (TestHistory *self, guint index)
{
  return starling_rehearse_history_row_get_id (
      STARLING_REHEARSE_HISTORY_ROW (test_history_get_row (self, index)));
}

gboolean
test_history_is_shown (TestHistory *self, GtkWidget *widget)
{
  return widget != NULL && starling_test_is_shown (widget, self->history);
}

gboolean
test_history_has_label (TestHistory *self, const char *text)
{
  return test_history_is_shown (self,
                                starling_test_find_label (self->history, text));
}

gboolean
test_history_has_button (TestHistory *self, const char *name)
{
  return test_history_is_shown (self, starling_test_find_named (self->history,
                                                                GTK_TYPE_BUTTON,
                                                                name));
}

void
test_history_click (GtkWidget *button)
{
  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
test_history_choose (TestHistory *self, const char *name)
{
  test_history_click (
      starling_test_find_named (self->history, GTK_TYPE_TOGGLE_BUTTON, name));
}

GtkWidget *
test_history_get_chart (TestHistory *self, guint index)
{
  return starling_test_find (self->history, STARLING_TYPE_CHART, index);
}

void
test_history_assert_description (GtkWidget *widget, const char *text)
{
  gtk_test_accessible_assert_property (widget,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       text);
}

void
test_history_assert_name (GtkWidget *widget, const char *text)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       text);
}

gboolean
test_history_has_plots (TestHistory *self)
{
  return test_history_is_shown (
      self, starling_test_find (self->history,
                                STARLING_TYPE_REHEARSE_HISTORY_PLOTS, 0));
}
