/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/page-private.h"

#include <glib/gi18n.h>

/* The lens through which a story of a loop is told. */
static StarlingLens *
open_lens (StarlingRehearsePage *self,
           const char *scenario,
           StarlingLevel level,
           int angle)
{
  StarlingLibrary *library = starling_session_get_library (self->session);
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingScenario) story
      = starling_library_open_scenario (library, scenario, &error);

  if (story == NULL)
    {
      starling_session_toast (self->session, error->message, NULL);
      return NULL;
    }
  return starling_lens_new (starling_library_get_catalogue (library), story,
                            level, angle);
}

/* Goes to the open loop. */
static void
go_on (StarlingRehearsePage *self)
{
  starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_LOOP,
                             starling_rehearse_loop_get_open (self->loop));
}

/* Asks the next question of the open loop. */
void
starling_rehearse_page_start_question (StarlingRehearsePage *self,
                                       StarlingRehearseOptions *options)
{
  g_autoptr (StarlingLens) lens = NULL;
  StarlingRehearseLoopNext next;

  if (!starling_rehearse_loop_get_next (self->loop, &next)
      || next.scenario == NULL)
    return;
  lens = open_lens (self, next.scenario, next.level, next.angle);
  if (lens == NULL)
    return;

  g_free (self->shown);
  self->shown = g_strdup (next.loop);
  options->prompt = STARLING_PROMPT_BARE;
  options->loop = next.loop;
  options->slot = (int) next.slot;
  starling_rehearse_run_begin (self->run, lens, options);
  starling_rehearse_page_take_focus (self);
}

/* Goes on with an answer of a loop that was left unfinished. */
void
starling_rehearse_page_take_up_answer (StarlingRehearsePage *self)
{
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  g_autofree char *loop = g_strdup (take->loop);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (
      starling_session_get_library (self->session));

  if (starling_rehearse_run_get_lens (self->run) == NULL)
    {
      int angle
          = take->angle != NULL
                ? starling_catalogue_find_principle (catalogue, take->angle)
                : STARLING_AS_TOLD;
      g_autoptr (StarlingLens) lens
          = open_lens (self, take->scenario, take->level, angle);

      if (lens == NULL)
        return;
      starling_rehearse_run_take_up (self->run, lens);
    }
  starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_LOOP, loop);
}

/* Ends the open loop and shows what it came to. */
static void
end_loop (StarlingRehearsePage *self, gboolean can_undo)
{
  g_autofree char *loop
      = g_strdup (starling_rehearse_loop_get_open (self->loop));
  g_autofree char *end = starling_rehearse_loop_end (self->loop);

  if (end == NULL)
    return;
  starling_rehearse_page_go (self, STARLING_REHEARSE_PLACE_LOOP_DEBRIEF, loop);
  if (can_undo)
    starling_session_toast (self->session, _ ("The loop is ended."), end);
}

/* Whether all is asked that can be. */
gboolean
starling_rehearse_page_finish_loop (StarlingRehearsePage *self)
{
  StarlingRehearseLoopNext next;

  if (!starling_rehearse_loop_get_next (self->loop, &next)
      || next.scenario != NULL)
    return FALSE;
  end_loop (self, FALSE);
  return TRUE;
}

static void
setup_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  starling_rehearse_page_go (STARLING_REHEARSE_PAGE (widget),
                             STARLING_REHEARSE_PLACE_LOOP_SETUP, NULL);
}

/* One that is open is ended first: only one is under way at a time. */
static void
loop_start_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);
  g_autofree char *end = NULL;

  if (starling_rehearse_loop_get_plan (self->loop)->n_questions == 0)
    return;
  end = starling_rehearse_loop_end (self->loop);
  if (starling_rehearse_loop_start (self->loop))
    go_on (self);
}

static void
loop_resume_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  if (!starling_rehearse_page_finish_loop (self))
    go_on (self);
}

static void
loop_end_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  end_loop (STARLING_REHEARSE_PAGE (widget), TRUE);
}

static void
loop_show_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  starling_rehearse_page_go (STARLING_REHEARSE_PAGE (widget),
                             STARLING_REHEARSE_PLACE_LOOP_DEBRIEF,
                             g_variant_get_string (parameter, NULL));
}

/* Back from the choices to the scope, from a debrief to the choices. */
static void
loop_close_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  StarlingRehearsePage *self = STARLING_REHEARSE_PAGE (widget);

  starling_rehearse_page_go (
      self,
      self->place == STARLING_REHEARSE_PLACE_LOOP_DEBRIEF
              && starling_session_get_lens (self->session) == NULL
          ? STARLING_REHEARSE_PLACE_LOOP_SETUP
          : STARLING_REHEARSE_PLACE_SCOPE,
      NULL);
}

void
starling_rehearse_page_install_loop_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    const char *parameter;
  } actions[] = {
    { "rehearse.loop", setup_action },
    { "rehearse.loop-start", loop_start_action },
    { "rehearse.loop-resume", loop_resume_action },
    { "rehearse.loop-end", loop_end_action },
    { "rehearse.loop-show", loop_show_action, "s" },
    { "rehearse.loop-close", loop_close_action },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name,
                                     actions[i].parameter, actions[i].activate);
}

/* What the scope means for a loop. */
void
starling_rehearse_page_fill_setup (StarlingRehearsePage *self)
{
  starling_rehearse_loop_setup_update (
      self->loop_setup, self->loop, starling_session_get_level (self->session),
      starling_session_get_scope_principle (self->session),
      g_str_equal (starling_session_get_scope (self->session), "my-stories"));
}

/* Who asks, in the place of what is told: the story is not named. */
static void
format_head (StarlingRehearsePage *self, char **title, char **caption)
{
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  g_autoptr (StarlingLoopRecord) record
      = starling_progress_get_loop (starling_library_get_progress (
                                        starling_session_get_library (
                                            self->session)),
                                    take->loop);
  guint question = 0, n_questions = 0;

  for (guint i = 0; record != NULL && i < record->items->len; i++)
    {
      const StarlingLoopItem *item = starling_loop_record_get_item (record, i);

      if ((int) item->slot != take->slot)
        continue;
      n_questions++;
      if (g_str_equal (item->scenario, take->scenario))
        question = n_questions;
    }
  if (question == 0)
    {
      *title = g_strdup (_ ("Mock loop"));
      *caption = g_strdup ("");
      return;
    }
  *title = g_strdup_printf (_ ("Interviewer %u of %u"), (guint) take->slot + 1,
                            record->event->slots->len);
  *caption = g_strdup_printf (_ ("Question %u of %u"), question, n_questions);
}

/* Shows the stage, or a follow-up, of whatever the take is. */
void
starling_rehearse_page_fill_take (StarlingRehearsePage *self)
{
  g_autofree char *title = NULL;
  g_autofree char *caption = NULL;

  if (starling_rehearse_run_get_take (self->run)->loop != NULL)
    format_head (self, &title, &caption);
  if (self->view == STARLING_REHEARSE_VIEW_STAGE)
    {
      starling_rehearse_stage_update (self->stage, self->run);
      if (title != NULL)
        starling_rehearse_stage_set_head (self->stage, title, caption);
    }
  else
    {
      starling_rehearse_probe_update (self->probe, self->run);
      if (title != NULL)
        starling_rehearse_probe_set_title (self->probe, title);
    }
}
