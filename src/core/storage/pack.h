/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json-complaint.h"
#include "engine/card.h"

G_BEGIN_DECLS

/* A scenario in a pack, as far as it is known without opening it. */
typedef struct
{
  char *id;
  char *title;
  char *question;
  int principle;
  char *search;     /* folded: title, question, principle, tags, key phrases */
  GPtrArray *cards; /* (element-type StarlingCard) */
  guint n_questions;
  gsize start; /* bytes of the file that are the scenario's object */
  gsize end;
} StarlingPackEntry;

/*
 * A pack file after loading: what it holds, and all that is wrong with it.
 * Immutable; may be handed from one thread to another.
 */
typedef struct _StarlingPack
{
  char *file;
  char *id;              /* NULL if it could not be read so far */
  char *title;           /* as id */
  char *language;        /* as id */
  GPtrArray *entries;    /* (element-type StarlingPackEntry); empty on errors */
  GPtrArray *complaints; /* (element-type StarlingComplaint), as in the file */
  guint n_errors;
  guint n_warnings;
  guint64 size; /* of the file as it was read, for noticing changes */
  gint64 mtime_us;
} StarlingPack;

#define STARLING_PACK_MAX_BYTES (32 * 1024 * 1024)
#define STARLING_PACK_MAX_DEPTH 64

StarlingPack *
starling_pack_load (const char *file, StarlingCatalogue *catalogue);
StarlingPack *starling_pack_ref (StarlingPack *self);
void starling_pack_unref (StarlingPack *self);
StarlingScenario *starling_pack_open_scenario (StarlingPack *self,
                                               guint entry,
                                               StarlingCatalogue *catalogue,
                                               GError **error);
char *
starling_pack_read_file (StarlingPack *self, gsize *length, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingPack, starling_pack_unref)

G_END_DECLS
