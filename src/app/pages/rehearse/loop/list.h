/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The mock loops that there were, newest first: when, at what level, and the
 * practice verdict. Each is a button that fires `rehearse.loop-show` with the
 * loop's id. Not visible where there was none.
 */
#define STARLING_TYPE_REHEARSE_LOOP_LIST                                       \
  (starling_rehearse_loop_list_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearseLoopList,
                      starling_rehearse_loop_list,
                      STARLING,
                      REHEARSE_LOOP_LIST,
                      GtkWidget)

void starling_rehearse_loop_list_update (StarlingRehearseLoopList *self,
                                         StarlingLibrary *library);

G_END_DECLS
