/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is shown while speaking, as three toggles of `rehearse.prompt`. */
#define STARLING_TYPE_REHEARSE_PROMPT (starling_rehearse_prompt_get_type ())
G_DECLARE_FINAL_TYPE (StarlingRehearsePrompt,
                      starling_rehearse_prompt,
                      STARLING,
                      REHEARSE_PROMPT,
                      GtkWidget)

G_END_DECLS
