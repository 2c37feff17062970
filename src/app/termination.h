/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

G_BEGIN_DECLS

typedef struct _StarlingTermination StarlingTermination;

/* Ends the program without asking: nobody may be there to answer. */
typedef void (*StarlingTerminationFunc) (gpointer user_data);

StarlingTermination *starling_termination_watch (StarlingLibrary *library,
                                                 StarlingTerminationFunc end,
                                                 gpointer user_data);
void starling_termination_free (StarlingTermination *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingTermination, starling_termination_free)

G_END_DECLS
