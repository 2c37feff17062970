/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/hash.h"

G_BEGIN_DECLS

/*
 * Values one behind the other, as the machine has them, with their hash behind
 * them: for files that no other machine reads. All is read and written in
 * pieces, as such a file may be large.
 */

/* Whoever asks for more than there is gets zeros, and failed is set. */
typedef struct
{
  int fd;
  guint64 left; /* bytes of the file that were not taken yet */
  gboolean failed;
  StarlingHash hash; /* of what was taken since starling_blob_check() */
  guint8 *buffer;
  gsize start, end; /* of what is in it */
} StarlingBlobReader;

StarlingBlobReader *starling_blob_reader_open (const char *path);
void starling_blob_reader_free (StarlingBlobReader *self);
gboolean starling_blob_take (StarlingBlobReader *self,
                             gpointer out,
                             gsize n,
                             gsize size);
guint32 starling_blob_take_u32 (StarlingBlobReader *self);
gboolean starling_blob_take_text (StarlingBlobReader *self, GString *out);
gboolean starling_blob_check (StarlingBlobReader *self);

void starling_blob_put (GByteArray *blob, gconstpointer data, gsize n);
void starling_blob_put_u32 (GByteArray *blob, guint32 value);
void starling_blob_put_text (GByteArray *blob, const char *text);
gboolean starling_blob_flush (GByteArray *blob,
                              StarlingHash *hash,
                              GOutputStream *out,
                              GError **error);
gboolean starling_blob_finish (GByteArray *blob,
                               StarlingHash *hash,
                               GOutputStream *out,
                               GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingBlobReader, starling_blob_reader_free)

G_END_DECLS
