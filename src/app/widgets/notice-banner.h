/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "library.h"

G_BEGIN_DECLS

/*
 * What the library has to say that does not go away by itself: a broken pack,
 * a damaged journal, a full disk. Hidden while there is nothing. Property:
 * `library`.
 */
#define STARLING_TYPE_NOTICE_BANNER (starling_notice_banner_get_type ())
G_DECLARE_FINAL_TYPE (StarlingNoticeBanner,
                      starling_notice_banner,
                      STARLING,
                      NOTICE_BANNER,
                      GtkWidget)

G_END_DECLS
