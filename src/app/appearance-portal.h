/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* As in the portal's org.freedesktop.appearance color-scheme. */
typedef enum
{
  STARLING_SCHEME_NO_PREFERENCE,
  STARLING_SCHEME_DARK,
  STARLING_SCHEME_LIGHT,
} StarlingScheme;

/*
 * What the desktop prefers, light or dark, asked of its portal without
 * waiting. Without a portal there is no preference. Signal `changed`.
 */
#define STARLING_TYPE_APPEARANCE_PORTAL (starling_appearance_portal_get_type ())
G_DECLARE_FINAL_TYPE (StarlingAppearancePortal,
                      starling_appearance_portal,
                      STARLING,
                      APPEARANCE_PORTAL,
                      GObject)

StarlingAppearancePortal *starling_appearance_portal_new (void);
void starling_appearance_portal_stop (StarlingAppearancePortal *self);
StarlingScheme
starling_appearance_portal_get_scheme (StarlingAppearancePortal *self);

G_END_DECLS
