/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library-bank.h"

G_BEGIN_DECLS

/* A story to answer with, as a button that fires `rehearse.answer`. */
GtkWidget *
starling_rehearse_answer_row_new (StarlingCatalogue *catalogue,
                                  const StarlingLibraryAnswer *answer);

G_END_DECLS
