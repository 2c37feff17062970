/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/hash.h"

#include <string.h>

#define PRIME_1 G_GUINT64_CONSTANT (0x9E3779B185EBCA87)
#define PRIME_2 G_GUINT64_CONSTANT (0xC2B2AE3D27D4EB4F)
#define PRIME_3 G_GUINT64_CONSTANT (0x165667B19E3779F9)
#define PRIME_4 G_GUINT64_CONSTANT (0x85EBCA77C2B2AE63)
#define PRIME_5 G_GUINT64_CONSTANT (0x27D4EB2F165667C5)

static guint64
rotate (guint64 value, int bits)
{
  return value << bits | value >> (64 - bits);
}

static guint64
read_64 (const guint8 *data)
{
  guint64 value = 0;

  memcpy (&value, data, sizeof value);
  return GUINT64_FROM_LE (value);
}

static guint32
read_32 (const guint8 *data)
{
  guint32 value = 0;

  memcpy (&value, data, sizeof value);
  return GUINT32_FROM_LE (value);
}

static guint64
round_lane (guint64 lane, guint64 input)
{
  return rotate (lane + input * PRIME_2, 31) * PRIME_1;
}

static guint64
merge_lane (guint64 hash, guint64 lane)
{
  return (hash ^ round_lane (0, lane)) * PRIME_1 + PRIME_4;
}

/* Takes whole blocks; returns how many bytes these are. */
static gsize
take_blocks (StarlingHash *self, const guint8 *data, gsize n)
{
  guint64 a = self->lanes[0];
  guint64 b = self->lanes[1];
  guint64 c = self->lanes[2];
  guint64 d = self->lanes[3];
  gsize taken = 0;

  for (; n - taken >= STARLING_HASH_BLOCK; taken += STARLING_HASH_BLOCK)
    {
      a = round_lane (a, read_64 (data + taken));
      b = round_lane (b, read_64 (data + taken + 8));
      c = round_lane (c, read_64 (data + taken + 16));
      d = round_lane (d, read_64 (data + taken + 24));
    }
  self->lanes[0] = a;
  self->lanes[1] = b;
  self->lanes[2] = c;
  self->lanes[3] = d;
  return taken;
}

/**
 * starling_hash_init:
 * @self: (out caller-allocates): the hash of no bytes
 */
void
starling_hash_init (StarlingHash *self)
{
  *self = (StarlingHash){
    .lanes = { PRIME_1 + PRIME_2, PRIME_2, 0, -PRIME_1 },
  };
}

/**
 * starling_hash_update:
 * @self: the hash of what came before
 * @data: (array length=n): what follows
 * @n: its bytes
 */
void
starling_hash_update (StarlingHash *self, gconstpointer data, gsize n)
{
  const guint8 *bytes = data;

  self->length += n;
  if (self->n_rest > 0)
    {
      gsize take = MIN (n, STARLING_HASH_BLOCK - self->n_rest);

      memcpy (self->rest + self->n_rest, bytes, take);
      self->n_rest += take;
      bytes += take;
      n -= take;
      if (self->n_rest < STARLING_HASH_BLOCK)
        return;
      take_blocks (self, self->rest, STARLING_HASH_BLOCK);
      self->n_rest = 0;
    }
  if (n > 0)
    {
      gsize taken = take_blocks (self, bytes, n);

      self->n_rest = n - taken;
      memcpy (self->rest, bytes + taken, self->n_rest);
    }
}

/* Mixes in the bytes that do not fill a block. */
static guint64
take_rest (guint64 hash, const guint8 *rest, gsize n)
{
  for (; n >= 8; n -= 8, rest += 8)
    hash = rotate (hash ^ round_lane (0, read_64 (rest)), 27) * PRIME_1
           + PRIME_4;
  if (n >= 4)
    {
      hash = rotate (hash ^ read_32 (rest) * PRIME_1, 23) * PRIME_2 + PRIME_3;
      n -= 4;
      rest += 4;
    }
  for (; n > 0; n--, rest++)
    hash = rotate (hash ^ *rest * PRIME_5, 11) * PRIME_1;
  return hash;
}

/**
 * starling_hash_get:
 * @self: a hash
 *
 * Returns: the hash of all bytes so far; more may follow
 */
guint64
starling_hash_get (const StarlingHash *self)
{
  guint64 hash = PRIME_5;

  if (self->length >= STARLING_HASH_BLOCK)
    {
      hash = rotate (self->lanes[0], 1) + rotate (self->lanes[1], 7)
             + rotate (self->lanes[2], 12) + rotate (self->lanes[3], 18);
      for (guint i = 0; i < G_N_ELEMENTS (self->lanes); i++)
        hash = merge_lane (hash, self->lanes[i]);
    }
  hash = take_rest (hash + self->length, self->rest, self->n_rest);
  hash = (hash ^ hash >> 33) * PRIME_2;
  hash = (hash ^ hash >> 29) * PRIME_3;
  return hash ^ hash >> 32;
}

/**
 * starling_hash_of:
 * @data: (array length=n): some bytes
 * @n: how many
 *
 * Returns: their hash
 */
guint64
starling_hash_of (gconstpointer data, gsize n)
{
  StarlingHash hash;

  starling_hash_init (&hash);
  starling_hash_update (&hash, data, n);
  return starling_hash_get (&hash);
}
