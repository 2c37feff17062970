/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STARLING_TYPE_APPLICATION (starling_application_get_type ())
G_DECLARE_FINAL_TYPE (StarlingApplication,
                      starling_application,
                      STARLING,
                      APPLICATION,
                      GtkApplication)

StarlingApplication *starling_application_new (void);

G_END_DECLS
