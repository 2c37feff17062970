/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/blob.h"
#include "storage/ledger.h"

G_BEGIN_DECLS

/* Shared by the ledger*.c and snapshot.c only. */

/* How the id of an entry is kept, in its flags. */
typedef enum
{
  STARLING_LEDGER_ID_UUID,     /* lower case: its 16 bytes */
  STARLING_LEDGER_ID_SHORT,    /* up to 16 characters, and bytes of 0 */
  STARLING_LEDGER_ID_INTERNED, /* the address of a string of the ledger */
} StarlingLedgerIdKind;

#define STARLING_LEDGER_ID_MASK 3
#define STARLING_LEDGER_KNOWN (1 << 2) /* else only an undo has named it */
#define STARLING_LEDGER_TEXT (1 << 3)  /* its line is kept */
#define STARLING_LEDGER_LOOP (1 << 4)  /* a rehearsal in a loop */

struct _StarlingLedger
{
  gatomicrefcount refs;
  GRecMutex lock;

  GArray *entries;       /* (element-type StarlingLedgerEntry) */
  guint32 *slots;        /* open addressing: number + 1, or 0, by id */
  guint n_slots;         /* a power of 2 */
  GStringChunk *strings; /* each once */
  GPtrArray *topics;     /* (element-type StarlingLedgerTopic), owned */
  GHashTable *by_topic;  /* StarlingLedgerTopic → number + 1 */
  GHashTable *lines;     /* number → line, owned */
};

/* What is kept of an event: only while @self is locked, and until one is
 * added. */
static inline StarlingLedgerEntry *
starling_ledger_edit (StarlingLedger *self, guint number)
{
  return &g_array_index (self->entries, StarlingLedgerEntry, number);
}

/* ledger-ids.c */
char *
starling_ledger_get_id (const StarlingLedgerEntry *entry, char buffer[37]);
guint starling_ledger_look_up (StarlingLedger *self,
                               const char *id,
                               gsize length,
                               gboolean create);
void starling_ledger_index (StarlingLedger *self);

/* ledger-snapshot.c */
gboolean starling_ledger_is_held (StarlingLedger *self, guint n_entries);
void starling_ledger_put_topics (StarlingLedger *self,
                                 GHashTable *numbers,
                                 GByteArray *blob);
GHashTable *starling_ledger_list_named (StarlingLedger *self);
gboolean starling_ledger_write (StarlingLedger *self,
                                guint n_entries,
                                GHashTable *named,
                                GHashTable *numbers,
                                StarlingHash *hash,
                                GOutputStream *out,
                                GError **error);
gboolean starling_ledger_take (StarlingLedger *self,
                               StarlingBlobReader *reader,
                               GPtrArray *strings);
void starling_ledger_clear (StarlingLedger *self);

/* ledger.c */
const char *
starling_ledger_intern (StarlingLedger *self, const char *text, gsize length);
guint starling_ledger_add_topic (StarlingLedger *self,
                                 const StarlingLedgerTopic *topic);

G_END_DECLS
