/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session.h"

G_BEGIN_DECLS

/*
 * Study as flashcards: the reviewer. It shows the cards of the scope that are
 * to be studied now, one at a time, takes the grades, and says what is next.
 * While it is not shown it neither counts time nor follows the scope.
 * Property: `session` (construct-only).
 */
#define STARLING_TYPE_CARDS_PAGE (starling_cards_page_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingCardsPage, starling_cards_page, STARLING, CARDS_PAGE, GtkWidget)

GtkWidget *starling_cards_page_new (StarlingSession *session);

G_END_DECLS
