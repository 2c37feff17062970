/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/event.h"

G_BEGIN_DECLS

/* No event. */
#define STARLING_LEDGER_NONE G_MAXUINT32

/* What the users of a ledger have noted of an event, as bits. */
typedef enum
{
  STARLING_LEDGER_HELD = 1 << 0,    /* it is in the file, or was once */
  STARLING_LEDGER_COUNTED = 1 << 1, /* it is among the progress */
} StarlingLedgerMark;

typedef enum
{
  STARLING_CARD_ACTION_SUSPEND,
  STARLING_CARD_ACTION_UNSUSPEND,
  STARLING_CARD_ACTION_BURY,
  STARLING_CARD_ACTION_RESET,
} StarlingCardAction;

/* What events are about; of equal ones, there is one. NULL where there is
 * none. The strings live as long as the ledger, and equal ones are the same. */
typedef struct
{
  const char *scenario; /* that of the card, too */
  const char *card;
  const char *question;
  const char *kind;
  const char *text;
  const char *angle;
  int choice; /* -1: none */
} StarlingLedgerTopic;

/* An event, in as few bytes as replaying it takes. */
typedef struct
{
  guint8 id[16];  /* see ledger-ids.c */
  gint64 at;      /* Unix ms */
  guint32 about;  /* undo: the number of the event; else of a topic */
  guint32 ms;     /* review, quiz: time taken; the most there is if longer */
  gint16 offset;  /* minutes east of UTC */
  guint8 type;    /* StarlingEventType */
  gint8 level;    /* StarlingLevel, or -1 */
  guint8 value;   /* review: grade; quiz: whether correct; card: action */
  guint8 marks;   /* StarlingLedgerMark */
  guint8 flags;   /* of the ledger's own */
  guint8 padding; /* 0 */
} StarlingLedgerEntry;

/*
 * All events of a journal, by number: in the order in which they came, which
 * never changes. Nothing of them is lost, but an event that most lines are like
 * (flat.h) takes 40 bytes; of others, the line is kept.
 *
 * Safe from any thread; several calls are one step between lock and unlock.
 */
typedef struct _StarlingLedger StarlingLedger;

StarlingLedger *starling_ledger_new (void);
StarlingLedger *starling_ledger_ref (StarlingLedger *self);
void starling_ledger_unref (StarlingLedger *self);
void starling_ledger_lock (StarlingLedger *self);
void starling_ledger_unlock (StarlingLedger *self);

guint starling_ledger_add_line (StarlingLedger *self,
                                const char *line,
                                gsize length,
                                gboolean *is_new,
                                GError **error);
guint
starling_ledger_add_event (StarlingLedger *self, const StarlingEvent *event);
guint starling_ledger_add_from (StarlingLedger *self,
                                StarlingLedger *other,
                                guint number);
guint starling_ledger_find (StarlingLedger *self, const char *id);
guint starling_ledger_get_n_entries (StarlingLedger *self);
gboolean starling_ledger_mark (StarlingLedger *self, guint number, guint marks);
void
starling_ledger_list_marked (StarlingLedger *self, guint mark, GArray *numbers);
void starling_ledger_list_unmarked (StarlingLedger *self,
                                    guint mark,
                                    GArray *numbers);
gboolean
starling_ledger_has_mark (StarlingLedger *self, guint number, guint mark);
void starling_ledger_sort (StarlingLedger *self, GArray *numbers);
void
starling_ledger_insert_sorted (StarlingLedger *self, GArray *numbers, guint n);

const StarlingLedgerEntry *
starling_ledger_get (StarlingLedger *self, guint number);
const StarlingLedgerTopic *
starling_ledger_get_topic (StarlingLedger *self, guint number);
gboolean starling_ledger_is_known (StarlingLedger *self, guint number);
gboolean starling_ledger_is_in_loop (StarlingLedger *self, guint number);
const char *starling_ledger_get_action (guint8 value);
StarlingEvent *starling_ledger_dup_event (StarlingLedger *self, guint number);
char *starling_ledger_dup_line (StarlingLedger *self, guint number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingLedger, starling_ledger_unref)

G_END_DECLS
