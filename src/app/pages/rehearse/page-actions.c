/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/page-private.h"

#include "pages/rehearse/keys.h"
#include "settings.h"

#define LEAD_IN_MS 3000

/* Makes a scenario the scope. */
void
starling_rehearse_page_show_scenario (StarlingRehearsePage *self,
                                      const char *id)
{
  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.show-scenario", "s",
                                   id))
    {
      g_autofree char *scope = g_strconcat ("scenario:", id, NULL);

      starling_session_set_scope (self->session, scope);
    }
}

/* What a take is begun with, as the preferences say. */
static void
get_options (StarlingRehearsePage *self, StarlingRehearseOptions *options)
{
  GSettings *settings = starling_settings_get ();

  *options = (StarlingRehearseOptions){
    .prompt = self->prompt,
    .lead_in_ms = g_settings_get_boolean (settings, "lead-in") ? LEAD_IN_MS : 0,
    .n_probes = (guint) g_settings_get_int (settings, "probes"),
    .probe_ms = (gint64) g_settings_get_int (settings, "probe-seconds") * 1000,
  };
}

static void
start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);
  StarlingRehearseOptions options;
  StarlingLens *lens;

  get_options (self, &options);
  if (self->view == STARLING_REHEARSE_VIEW_LOOP_BREAK)
    {
      starling_rehearse_page_start_question (self, &options);
      return;
    }
  if (self->view != STARLING_REHEARSE_VIEW_READY
      && self->view != STARLING_REHEARSE_VIEW_PROPOSAL)
    return;
  if (self->view == STARLING_REHEARSE_VIEW_PROPOSAL)
    {
      g_autofree char *id
          = g_strdup (starling_rehearse_proposal_get_scenario (self->proposal));

      if (id == NULL)
        return;
      starling_rehearse_page_show_scenario (self, id);
    }
  lens = starling_session_get_lens (self->session);
  if (lens == NULL)
    return;

  starling_rehearse_stage_set_phrases_shown (
      self->stage,
      !g_settings_get_boolean (starling_settings_get (), "hide-phrases"));
  options.question = starling_rehearse_page_get_asked (self);
  starling_rehearse_run_begin (self->run, lens, &options);
  starling_rehearse_page_take_focus (self);
}

/* Takes a take up again, with the lens that it was begun with. */
static void
take_up_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  g_autofree char *id = g_strdup (take->scenario);
  StarlingLens *lens;

  if (take->loop != NULL)
    {
      starling_rehearse_page_take_up_answer (self);
      return;
    }

  if (starling_rehearse_run_get_lens (self->run) == NULL)
    {
      StarlingCatalogue *catalogue = starling_library_get_catalogue (
          starling_session_get_library (self->session));

      starling_session_set_level (self->session, take->level);
      starling_session_set_wanted_angle (
          self->session,
          take->angle != NULL
              ? starling_catalogue_find_principle (catalogue, take->angle)
              : STARLING_AS_TOLD);
    }
  starling_rehearse_page_show_scenario (self, id);
  lens = starling_session_get_lens (self->session);
  if (lens == NULL || !g_str_equal (lens->scenario->id, id))
    return;

  take = starling_rehearse_run_get_take (self->run);
  g_object_set (self, "prompt", starling_prompt_to_id (take->prompt), NULL);
  if (starling_rehearse_run_get_lens (self->run) == NULL)
    starling_rehearse_run_take_up (self->run, lens);
  starling_rehearse_page_take_focus (self);
}

static void
pause_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (starling_rehearse_run_pause (self->run)
      || starling_rehearse_run_resume (self->run))
    starling_rehearse_page_take_focus (self);
}

/* The actions that do one thing to the run, and put the focus where the next
 * key is wanted. */
static void
run_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (g_str_equal (name, "rehearse.next"))
    starling_rehearse_run_next (self->run);
  else if (g_str_equal (name, "rehearse.back"))
    starling_rehearse_run_back (self->run);
  else if (g_str_equal (name, "rehearse.restart"))
    starling_rehearse_run_restart (self->run);
  else if (g_str_equal (name, "rehearse.finish"))
    starling_rehearse_run_finish (self->run);
  else if (g_str_equal (name, "rehearse.discard"))
    starling_rehearse_run_discard (self->run);
  else if (g_str_equal (name, "rehearse.undo"))
    starling_rehearse_run_undo (self->run);
  else if (g_str_equal (name, "rehearse.save"))
    {
      starling_rehearse_run_save (self->run);
      return;
    }
  starling_rehearse_page_take_focus (self);
}

/* The actions that lead to another place on the page. */
static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (g_str_equal (name, "rehearse.take-show"))
    starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_TAKE,
                               g_variant_get_string (parameter, NULL));
  else if (g_str_equal (name, "rehearse.history-close"))
    starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_SCOPE, NULL);
  else
    starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_HISTORY, NULL);
}

static void
phrases_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  starling_rehearse_stage_set_phrases_shown (
      self->stage, !starling_rehearse_stage_get_phrases_shown (self->stage));
}

static gboolean
action_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);
  const char *name = g_variant_get_string (arguments, NULL);

  if (!starling_rehearse_keys_apply (widget))
    return FALSE;
  if (g_str_equal (name, "rehearse.undo")
          ? starling_rehearse_run_get_undo (self->run)
                == STARLING_REHEARSE_UNDO_NONE
          : self->view != STARLING_REHEARSE_VIEW_STAGE
                && self->view != STARLING_REHEARSE_VIEW_PROBE)
    return FALSE;
  return gtk_widget_activate_action_variant (widget, name, NULL);
}

static gboolean
digit_key_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);
  guint index = g_variant_get_uint32 (arguments);

  if (!starling_rehearse_keys_apply (widget))
    return FALSE;
  if (self->view == STARLING_REHEARSE_VIEW_STAGE)
    return starling_rehearse_stage_toggle_phrase (self->stage, index);
  return self->view == STARLING_REHEARSE_VIEW_PROBE
         && starling_rehearse_probe_rate (self->probe, index);
}

void
starling_rehearse_page_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    const char *parameter;
  } actions[] = {
    { "rehearse.start", start_action },
    { "rehearse.take-up", take_up_action },
    { "rehearse.pause", pause_action },
    { "rehearse.phrases", phrases_action },
    { "rehearse.next", run_action },
    { "rehearse.back", run_action },
    { "rehearse.restart", run_action },
    { "rehearse.finish", run_action },
    { "rehearse.save", run_action },
    { "rehearse.discard", run_action },
    { "rehearse.undo", run_action },
    { "rehearse.history", go_action },
    { "rehearse.history-close", go_action },
    { "rehearse.take-show", go_action, "s" },
    { "rehearse.take-close", go_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter, actions[i].activate);
  gtk_widget_class_install_property_action (widget_class, "rehearse.prompt",
                                            "prompt");
}

void
starling_rehearse_page_add_keys (StarlingRehearsePage *self)
{
  starling_rehearse_keys_add (GTK_WIDGET (self), action_key_cb, digit_key_cb);
}
