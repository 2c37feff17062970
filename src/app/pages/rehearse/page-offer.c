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

  return g_strdup_printf (_ ("An unfinished take of “%s” from %s"),
                          summary != NULL ? starling_summary_get_title (summary)
                                          : take->scenario,
                          time);
}

/* A take that is not on screen is offered again. */
void
starling_rehearse_page_update_offer (StarlingRehearsePage *self,
                                     gboolean take_shown)
{
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->offer, take != NULL && !take_shown);
  if (take == NULL || take_shown)
    return;

  text = format_take (self, take);
  gtk_label_set_label (self->offer_label, text);
  gtk_widget_set_visible (self->offer_resume,
                          starling_library_find_summary (
                              starling_session_get_library (self->session),
                              take->scenario)
                              != NULL);
}
