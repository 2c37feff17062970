/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/page-private.h"

#include "widgets/focus.h"

/* Whether the take can be shown where the user is. */
static gboolean
is_current (StarlingRehearsePage *self)
{
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  StarlingScenario *scenario = starling_session_get_scenario (self->session);

  if (take == NULL || starling_rehearse_run_get_lens (self->run) == NULL)
    return FALSE;
  if (take->loop != NULL)
    return self->place == STARLING_REHEARSE_PLACE_LOOP
           && g_strcmp0 (self->shown, take->loop) == 0;
  return self->place < STARLING_REHEARSE_PLACE_LOOP_SETUP && scenario != NULL
         && g_str_equal (scenario->id, take->scenario);
}

static StarlingRehearseView
choose_view (StarlingRehearsePage *self)
{
  if (is_current (self))
    {
      const StarlingTake *take = starling_rehearse_run_get_take (self->run);

      if (take->clock.phase == STARLING_REHEARSAL_DEBRIEF)
        return STARLING_REHEARSE_VIEW_DEBRIEF;
      return starling_take_get_probe (take) != NULL
                 ? STARLING_REHEARSE_VIEW_PROBE
                 : STARLING_REHEARSE_VIEW_STAGE;
    }
  if (self->place == STARLING_REHEARSE_PLACE_LOOP_SETUP)
    return STARLING_REHEARSE_VIEW_LOOP_SETUP;
  if (self->place == STARLING_REHEARSE_PLACE_LOOP)
    return STARLING_REHEARSE_VIEW_LOOP_BREAK;
  if (self->place == STARLING_REHEARSE_PLACE_LOOP_DEBRIEF)
    return STARLING_REHEARSE_VIEW_LOOP_DEBRIEF;
  if (self->place == STARLING_REHEARSE_PLACE_QUESTION)
    return STARLING_REHEARSE_VIEW_QUESTION;
  if (starling_session_get_lens (self->session) == NULL)
    return STARLING_REHEARSE_VIEW_PROPOSAL;
  if (self->place == STARLING_REHEARSE_PLACE_HISTORY)
    return STARLING_REHEARSE_VIEW_HISTORY;
  if (self->place == STARLING_REHEARSE_PLACE_TAKE)
    return STARLING_REHEARSE_VIEW_TAKE;
  return STARLING_REHEARSE_VIEW_READY;
}

static gboolean
is_under_way (StarlingRehearseView view)
{
  return view == STARLING_REHEARSE_VIEW_STAGE
         || view == STARLING_REHEARSE_VIEW_PROBE;
}

/* The views in which an action can be taken. */
#define IN(view) (1u << STARLING_REHEARSE_VIEW_##view)
#define UNDER_WAY (IN (STAGE) | IN (PROBE))

static const struct
{
  const char *action;
  guint views;
  gboolean records; /* not while a take is on its way to the journal */
} of_views[] = {
  { "rehearse.start", IN (READY) | IN (PROPOSAL) | IN (LOOP_BREAK), TRUE },
  { "rehearse.next", UNDER_WAY, FALSE },
  { "rehearse.restart", UNDER_WAY, FALSE },
  { "rehearse.finish", UNDER_WAY, FALSE },
  { "rehearse.phrases", IN (STAGE), FALSE },
  { "rehearse.save", IN (DEBRIEF), TRUE },
  { "rehearse.history", IN (READY), FALSE },
  { "rehearse.history-close", IN (HISTORY), FALSE },
  { "rehearse.take-show", IN (HISTORY), FALSE },
  { "rehearse.take-close", IN (TAKE), FALSE },
  { "rehearse.question", IN (PROPOSAL), FALSE },
  { "rehearse.question-next", IN (QUESTION), FALSE },
  { "rehearse.question-close", IN (QUESTION), FALSE },
  { "rehearse.answer", IN (QUESTION), FALSE },
  { "rehearse.question-again", IN (READY), FALSE },
  { "rehearse.loop", IN (PROPOSAL), FALSE },
  { "rehearse.loop-start", IN (LOOP_SETUP), TRUE },
  { "rehearse.loop-show", IN (LOOP_SETUP), FALSE },
  { "rehearse.loop-close", IN (LOOP_SETUP) | IN (LOOP_DEBRIEF), FALSE },
};

static void
update_actions (StarlingRehearsePage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  gboolean saving = starling_rehearse_run_is_saving (self->run);
  gboolean telling = is_under_way (self->view);

  for (guint i = 0; i < G_N_ELEMENTS (of_views); i++)
    gtk_widget_action_set_enabled (widget, of_views[i].action,
                                   of_views[i].views & (1u << self->view)
                                       && !(of_views[i].records && saving));
  gtk_widget_action_set_enabled (widget, "rehearse.pause",
                                 telling
                                     && take->clock.phase
                                            != STARLING_REHEARSAL_COMPARING);
  gtk_widget_action_set_enabled (widget, "rehearse.back",
                                 telling
                                     && starling_rehearsal_can_go_back (
                                         &take->clock));
  gtk_widget_action_set_enabled (widget, "rehearse.discard",
                                 !saving && take != NULL);
  gtk_widget_action_set_enabled (widget, "rehearse.take-up",
                                 !saving && take != NULL && !telling);
  gtk_widget_action_set_enabled (widget, "rehearse.undo",
                                 !saving
                                     && starling_rehearse_run_get_undo (
                                            self->run)
                                            != STARLING_REHEARSE_UNDO_NONE);
}

/* Puts the focus on what the view shown is for. */
void
starling_rehearse_page_take_focus (StarlingRehearsePage *self)
{
  switch (self->view)
    {
    case STARLING_REHEARSE_VIEW_READY:
      starling_rehearse_ready_take_focus (self->ready);
      break;
    case STARLING_REHEARSE_VIEW_PROPOSAL:
      starling_rehearse_proposal_take_focus (self->proposal);
      break;
    case STARLING_REHEARSE_VIEW_STAGE:
      starling_rehearse_stage_take_focus (self->stage);
      break;
    case STARLING_REHEARSE_VIEW_PROBE:
      starling_rehearse_probe_take_focus (self->probe);
      break;
    case STARLING_REHEARSE_VIEW_DEBRIEF:
    case STARLING_REHEARSE_VIEW_TAKE:
      starling_rehearse_debrief_take_focus (self->debrief);
      break;
    case STARLING_REHEARSE_VIEW_HISTORY:
      starling_rehearse_history_take_focus (self->history);
      break;
    case STARLING_REHEARSE_VIEW_LOOP_SETUP:
      starling_rehearse_loop_setup_take_focus (self->loop_setup);
      break;
    case STARLING_REHEARSE_VIEW_LOOP_BREAK:
      starling_rehearse_loop_break_take_focus (self->loop_break);
      break;
    case STARLING_REHEARSE_VIEW_LOOP_DEBRIEF:
      starling_rehearse_loop_debrief_take_focus (self->loop_debrief);
      break;
    case STARLING_REHEARSE_VIEW_QUESTION:
      starling_rehearse_question_take_focus (self->question);
      break;
    case STARLING_REHEARSE_VIEW_NONE:
    case STARLING_REHEARSE_N_VIEWS:
    default:
      break;
    }
}

static void
fill_view (StarlingRehearsePage *self)
{
  StarlingRehearseLoopNext next;

  switch (self->view)
    {
    case STARLING_REHEARSE_VIEW_READY:
      starling_rehearse_ready_set_lens (
          self->ready, starling_session_get_lens (self->session),
          starling_session_get_library (self->session));
      starling_rehearse_ready_set_asked (self->ready,
                                         starling_rehearse_page_get_asked (
                                             self));
      break;
    case STARLING_REHEARSE_VIEW_PROPOSAL:
      starling_rehearse_proposal_update (self->proposal, self->session);
      break;
    case STARLING_REHEARSE_VIEW_STAGE:
    case STARLING_REHEARSE_VIEW_PROBE:
      starling_rehearse_page_fill_take (self);
      break;
    case STARLING_REHEARSE_VIEW_DEBRIEF:
      starling_rehearse_debrief_update (self->debrief, self->run);
      break;
    case STARLING_REHEARSE_VIEW_HISTORY:
      starling_rehearse_history_update (self->history, self->session,
                                        starling_session_get_lens (
                                            self->session));
      break;
    case STARLING_REHEARSE_VIEW_TAKE:
      starling_rehearse_debrief_show_saved (
          self->debrief, starling_session_get_library (self->session),
          starling_session_get_scenario (self->session), self->shown);
      break;
    case STARLING_REHEARSE_VIEW_LOOP_SETUP:
      starling_rehearse_page_fill_setup (self);
      break;
    case STARLING_REHEARSE_VIEW_LOOP_BREAK:
      if (starling_rehearse_loop_get_next (self->loop, &next))
        starling_rehearse_loop_break_update (self->loop_break, &next);
      break;
    case STARLING_REHEARSE_VIEW_LOOP_DEBRIEF:
      starling_rehearse_loop_debrief_update (self->loop_debrief,
                                             starling_session_get_library (
                                                 self->session),
                                             self->shown);
      break;
    case STARLING_REHEARSE_VIEW_QUESTION:
      starling_rehearse_question_update (self->question, self->deal);
      break;
    case STARLING_REHEARSE_VIEW_NONE:
    case STARLING_REHEARSE_N_VIEWS:
    default:
      break;
    }
}

static void
show_view (StarlingRehearsePage *self)
{
  GtkWidget *const views[STARLING_REHEARSE_N_VIEWS] = {
    [STARLING_REHEARSE_VIEW_READY] = GTK_WIDGET (self->ready),
    [STARLING_REHEARSE_VIEW_PROPOSAL] = GTK_WIDGET (self->proposal),
    [STARLING_REHEARSE_VIEW_STAGE] = GTK_WIDGET (self->stage),
    [STARLING_REHEARSE_VIEW_PROBE] = GTK_WIDGET (self->probe),
    [STARLING_REHEARSE_VIEW_DEBRIEF] = GTK_WIDGET (self->debrief),
    [STARLING_REHEARSE_VIEW_HISTORY] = GTK_WIDGET (self->history),
    [STARLING_REHEARSE_VIEW_TAKE] = GTK_WIDGET (self->debrief),
    [STARLING_REHEARSE_VIEW_LOOP_SETUP] = GTK_WIDGET (self->loop_setup),
    [STARLING_REHEARSE_VIEW_LOOP_BREAK] = GTK_WIDGET (self->loop_break),
    [STARLING_REHEARSE_VIEW_LOOP_DEBRIEF] = GTK_WIDGET (self->loop_debrief),
    [STARLING_REHEARSE_VIEW_QUESTION] = GTK_WIDGET (self->question),
  };

  for (guint i = 0; i < STARLING_REHEARSE_N_VIEWS; i++)
    if (views[i] != NULL)
      gtk_widget_set_visible (views[i], views[i] == views[self->view]);
}

static gboolean
is_gone (StarlingRehearsePage *self, const char *event_id)
{
  StarlingProgress *progress = starling_library_get_progress (
      starling_session_get_library (self->session));

  return starling_progress_get_event (progress, event_id) == NULL
         || starling_progress_is_void (progress, event_id);
}

/* Undo may take away what is looked at. */
static void
leave_what_is_gone (StarlingRehearsePage *self)
{
  if (self->place == STARLING_REHEARSE_PLACE_TAKE
      && is_gone (self, self->shown))
    self->place = STARLING_REHEARSE_PLACE_HISTORY;
  else if (self->place == STARLING_REHEARSE_PLACE_LOOP
           && starling_rehearse_loop_get_open (self->loop) == NULL
           && !is_current (self))
    self->place = STARLING_REHEARSE_PLACE_SCOPE;
  else if (self->place == STARLING_REHEARSE_PLACE_LOOP_DEBRIEF
           && is_gone (self, self->shown))
    self->place = STARLING_REHEARSE_PLACE_SCOPE;
}

/*
 * Shows the whole state. A take that is not on screen is paused; while the
 * page is hidden, nothing else is done.
 */
void
starling_rehearse_page_update (StarlingRehearsePage *self)
{
  gboolean shown = gtk_widget_get_visible (GTK_WIDGET (self));
  StarlingRehearseView view;

  leave_what_is_gone (self);
  view = choose_view (self);
  /* Pausing comes back here */
  if ((!shown || !is_under_way (view))
      && starling_rehearse_run_pause (self->run))
    return;

  if (shown)
    {
      gboolean had_focus = starling_focus_is_within (GTK_WIDGET (self));

      self->view = view;
      fill_view (self);
      show_view (self);
      starling_rehearse_page_update_offer (self, is_current (self));
      update_actions (self);
      starling_rehearse_undo_bar_set_undo (self->undo_bar,
                                           starling_rehearse_run_get_undo (
                                               self->run));
      if (had_focus && !starling_focus_is_within (GTK_WIDGET (self)))
        starling_rehearse_page_take_focus (self);
    }
  starling_session_set_stage (self->session, shown && is_under_way (view));
}

/* Shows another place, and puts the focus there. */
void
starling_rehearse_page_go (StarlingRehearsePage *self,
                           StarlingRehearsePlace place,
                           const char *shown)
{
  g_autofree char *before = g_steal_pointer (&self->shown);

  self->place = place;
  self->shown = g_strdup (shown);
  starling_rehearse_page_update (self);
  starling_rehearse_page_take_focus (self);
}
