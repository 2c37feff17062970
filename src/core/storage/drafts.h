/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * Work in progress, kept in `drafts/NAME.json` so that it survives a crash.
 * Files are written on another thread, in the order of the calls, each
 * replaced atomically. A name is of a–z, 0–9 and hyphens.
 */
#define STARLING_TYPE_DRAFTS (starling_drafts_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingDrafts, starling_drafts, STARLING, DRAFTS, GObject)

StarlingDrafts *starling_drafts_new (const char *user_dir);

void starling_drafts_save_async (StarlingDrafts *self,
                                 const char *name,
                                 GBytes *contents,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean starling_drafts_save_finish (StarlingDrafts *self,
                                      GAsyncResult *result,
                                      GError **error);
void starling_drafts_delete_async (StarlingDrafts *self,
                                   const char *name,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean starling_drafts_delete_finish (StarlingDrafts *self,
                                        GAsyncResult *result,
                                        GError **error);
GBytes *
starling_drafts_load (StarlingDrafts *self, const char *name, GError **error);
void starling_drafts_flush (StarlingDrafts *self);

JsonNode *starling_drafts_load_json (StarlingDrafts *self, const char *name);
void starling_drafts_save_json (StarlingDrafts *self,
                                const char *name,
                                JsonNode *node);

G_END_DECLS
