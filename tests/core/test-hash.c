/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/hash.h"

#define N_BYTES 1000

static void
fill (guint8 *bytes)
{
  for (guint i = 0; i < N_BYTES; i++)
    bytes[i] = (guint8) (i * 7 + 3);
}

/* What `xxhsum -H1` of the xxHash project says of the first n bytes. */
static const struct
{
  gsize n;
  guint64 hash;
} vectors[] = {
  { 0, G_GUINT64_CONSTANT (0xef46db3751d8e999) },
  { 1, G_GUINT64_CONSTANT (0x1f25c8d0bc1f4bb6) },
  { 4, G_GUINT64_CONSTANT (0x9bb64b7d66ee9fda) },
  { 14, G_GUINT64_CONSTANT (0xc7f1d4d0acfa5a14) },
  { 31, G_GUINT64_CONSTANT (0xa2aa5f33cc4a6119) },
  { 32, G_GUINT64_CONSTANT (0x23c3c17ef790fd97) },
  { 33, G_GUINT64_CONSTANT (0x50a7cfc7ba588784) },
  { 63, G_GUINT64_CONSTANT (0x5e3e54b431c7493c) },
  { 100, G_GUINT64_CONSTANT (0xa61f8d4c170fe531) },
  { N_BYTES, G_GUINT64_CONSTANT (0x5f235fa033f1a3fb) },
};

static void
test_vectors (void)
{
  guint8 bytes[N_BYTES];

  fill (bytes);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_cmphex (starling_hash_of (bytes, vectors[i].n), ==,
                     vectors[i].hash);
}

/* In whatever pieces the bytes come, the hash is the same. */
static void
test_pieces (void)
{
  guint8 bytes[N_BYTES];
  guint64 whole = 0;

  fill (bytes);
  whole = starling_hash_of (bytes, N_BYTES);
  for (gsize piece = 1; piece < 100; piece++)
    {
      StarlingHash hash;

      starling_hash_init (&hash);
      for (gsize i = 0; i < N_BYTES; i += piece)
        {
          starling_hash_update (&hash, bytes + i, MIN (piece, N_BYTES - i));
          /* Asking does no harm. */
          g_assert_cmphex (starling_hash_get (&hash), ==,
                           starling_hash_of (bytes, MIN (i + piece, N_BYTES)));
        }
      g_assert_cmphex (starling_hash_get (&hash), ==, whole);
    }
}

/* One bit anywhere makes another hash. */
static void
test_bits (void)
{
  guint8 bytes[N_BYTES];
  g_autoptr (GHashTable) seen
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  fill (bytes);
  for (guint bit = 0; bit < N_BYTES * 8; bit++)
    {
      guint64 hash = 0;

      bytes[bit / 8] ^= (guint8) (1u << bit % 8);
      hash = starling_hash_of (bytes, N_BYTES);
      bytes[bit / 8] ^= (guint8) (1u << bit % 8);
      g_assert_true (g_hash_table_add (seen, g_memdup2 (&hash, sizeof hash)));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hash/vectors", test_vectors);
  g_test_add_func ("/hash/pieces", test_pieces);
  g_test_add_func ("/hash/bits", test_bits);
  return g_test_run ();
}
