/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/page-private.h"

#include "pages/rehearse/words.h"

#include <glib/gi18n.h>

static char *
format_take (StarlingRehearsePage *self, const StarlingTake *take)
{
  StarlingLibrary *library = starling_session_get_library (self->session);
  StarlingClock *clock = starling_library_get_clock (library);
  StarlingSummary *summary
      = starling_library_find_summary (library, take->scenario);
  int offset = starling_clock_get_offset (clock, take->started_at);
  g_autofree char *time = starling_rehearse_format_time (
      take->started_at, offset,
      starling_rehearsal_days_ago (take->started_at,
                                   starling_clock_get_utc (clock), offset)
          > 0);

  if (take->loop != NULL)
    return g_strdup_printf (
        _ ("An unfinished answer of your mock loop from %s"), time);
  return g_strdup_printf (_ ("An unfinished take of “%s” from %s"),
                          summary != NULL ? starling_summary_get_title (summary)
                                          : take->scenario,
                          time);
}

static char *
format_loop (const StarlingRehearseLoopNext *next)
{
  return g_strdup_printf (ngettext ("Your mock loop is open: "
                                    "%u of %u question answered",
                                    "Your mock loop is open: "
                                    "%u of %u questions answered",
                                    next->n_all),
                          next->n_answered, next->n_all);
}

static void
offer (StarlingRehearsePage *self,
       const char *text,
       const char *resume,
       const char *discard,
       const char *discard_label)
{
  gtk_widget_set_visible (self->offer, TRUE);
  gtk_label_set_label (self->offer_label, text);
  gtk_widget_set_visible (self->offer_resume, resume != NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->offer_resume), resume);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->offer_discard),
                                  discard);
  gtk_button_set_label (GTK_BUTTON (self->offer_discard), discard_label);
}

/*
 * A take that is not on screen is offered again; else, where there is a choice
 * of stories, a mock loop that is open.
 */
void
starling_rehearse_page_update_offer (StarlingRehearsePage *self,
                                     gboolean take_shown)
{
  StarlingLibrary *library = starling_session_get_library (self->session);
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  StarlingRehearseLoopNext next;
  g_autofree char *text = NULL;

  if (take != NULL && !take_shown)
    {
      gboolean there
          = starling_library_find_summary (library, take->scenario) != NULL;

      text = format_take (self, take);
      offer (self, text, there ? "rehearse.take-up" : NULL, "rehearse.discard",
             _ ("Discard"));
    }
  else if (take == NULL
           && (self->view == STARLING_REHEARSE_VIEW_PROPOSAL
               || self->view == STARLING_REHEARSE_VIEW_LOOP_SETUP)
           && starling_rehearse_loop_get_next (self->loop, &next))
    {
      text = format_loop (&next);
      offer (self, text, "rehearse.loop-resume", "rehearse.loop-end",
             _ ("End the loop"));
    }
  else
    gtk_widget_set_visible (self->offer, FALSE);
}
