/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json-shape.h"
#include "storage/pack-file.h"
#include "storage/pack.h"

G_BEGIN_DECLS

/* Shared by the pack*.c only. */

#define STARLING_PACK_MAX_SCENARIOS 5000

/* A pack while it is read; what the shapes and rules get as data. */
typedef struct
{
  StarlingCatalogue *catalogue;
  StarlingPack *pack;
  GHashTable *ids; /* of scenarios so far → GUINT_TO_POINTER (position) */
} StarlingPackReader;

/* pack-shape.c */
extern const StarlingShape starling_pack_shape;
extern const StarlingShape starling_pack_scenario_shape;
gboolean
starling_pack_find_probe_kind (const char *id, StarlingProbeKind *kind);

/* pack-rules.c */
void
starling_pack_check_passage (StarlingJson *json, guint node, gpointer data);
void
starling_pack_check_seconds (StarlingJson *json, guint node, gpointer data);
void starling_pack_check_step (StarlingJson *json, guint node, gpointer data);
void starling_pack_check_steps (StarlingJson *json, guint node, gpointer data);
void
starling_pack_check_question (StarlingJson *json, guint node, gpointer data);
void
starling_pack_check_scenario (StarlingJson *json, guint node, gpointer data);

/* pack-build.c */
StarlingScenario *starling_pack_build_scenario (StarlingJson *json,
                                                guint node,
                                                StarlingCatalogue *catalogue);
StarlingPackEntry *starling_pack_build_entry (StarlingJson *json,
                                              guint node,
                                              StarlingCatalogue *catalogue);
void starling_pack_entry_free (StarlingPackEntry *entry);

G_END_DECLS
