/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define STARLING_HASH_BLOCK 32

/*
 * XXH64 with seed 0, as doc/xxhash_spec.md of the xxHash project describes it:
 * a fast hash that tells data that was changed, though not by somebody who
 * wants to hide it. A plain value.
 */
typedef struct
{
  guint64 lanes[4];
  guint8 rest[STARLING_HASH_BLOCK]; /* bytes that do not fill a block yet */
  gsize n_rest;
  guint64 length; /* bytes so far */
} StarlingHash;

void starling_hash_init (StarlingHash *self);
void starling_hash_update (StarlingHash *self, gconstpointer data, gsize n);
guint64 starling_hash_get (const StarlingHash *self);
guint64 starling_hash_of (gconstpointer data, gsize n);

G_END_DECLS
