/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "library.h"

G_BEGIN_DECLS

typedef enum
{
  STARLING_SCOPE_TODAY,
  STARLING_SCOPE_STORIES,
  STARLING_SCOPE_HEADING,
  STARLING_SCOPE_PRINCIPLE,
} StarlingScopeKind;

/*
 * A row of the sidebar that is not a scenario. It knows the scenarios that lie
 * in it, as a live list; Today and the heading have none.
 */
#define STARLING_TYPE_SIDEBAR_SCOPE (starling_sidebar_scope_get_type ())
G_DECLARE_FINAL_TYPE (StarlingSidebarScope,
                      starling_sidebar_scope,
                      STARLING,
                      SIDEBAR_SCOPE,
                      GObject)

StarlingSidebarScope *starling_sidebar_scope_new (StarlingLibrary *library,
                                                  StarlingScopeKind kind,
                                                  int principle);
StarlingScopeKind starling_sidebar_scope_get_kind (StarlingSidebarScope *self);
const char *starling_sidebar_scope_get_id (StarlingSidebarScope *self);
const char *starling_sidebar_scope_get_name (StarlingSidebarScope *self);
GListModel *starling_sidebar_scope_get_summaries (StarlingSidebarScope *self);

G_END_DECLS
