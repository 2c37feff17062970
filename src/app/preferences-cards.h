/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * The group "Flashcards" of the preferences. Limits and retention belong to the
 * journal: what is chosen is recorded once it stays as it is for a moment, or
 * when the group is no longer shown.
 */
#define STARLING_TYPE_PREFERENCES_CARDS (starling_preferences_cards_get_type ())
G_DECLARE_FINAL_TYPE (StarlingPreferencesCards,
                      starling_preferences_cards,
                      STARLING,
                      PREFERENCES_CARDS,
                      GtkWidget)

void starling_preferences_cards_set_session (StarlingPreferencesCards *self,
                                             StarlingSession *session);

G_END_DECLS
