/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"
#include "storage/bank-file.h"
#include "storage/journal.h"
#include "storage/pack.h"

G_BEGIN_DECLS

/* Shared by the library*.c only. */

/* summary.c */
StarlingSummary *
starling_summary_new (StarlingPack *pack, guint entry, StarlingSource source);
StarlingPack *starling_summary_get_pack (StarlingSummary *self);
guint starling_summary_get_entry (StarlingSummary *self);

/* library-notices.c */
StarlingNotice *starling_notice_new (gboolean is_error,
                                     const char *details,
                                     const char *format,
                                     ...) G_GNUC_PRINTF (3, 4);
void starling_notice_free (StarlingNotice *self);
StarlingNotice *starling_notice_new_for_pack (StarlingPack *pack);
StarlingNotice *starling_notice_new_for_bank (const StarlingBankFile *file);
StarlingNotice *
starling_notice_new_for_damage (const StarlingJournalReport *report);
StarlingNotice *starling_notice_new_for_trouble (const GError *trouble);

/* library-packs.c: what the folders hold; made on any thread */
typedef struct
{
  StarlingPack *pack;
  StarlingSource source;
} StarlingShelf;

typedef struct
{
  GPtrArray *shelves; /* (element-type StarlingShelf), earlier ones shadow */
  GPtrArray *notices; /* (element-type StarlingNotice) */
} StarlingStock;

StarlingStock *starling_stock_load (const char *data_dir,
                                    const char *user_dir,
                                    StarlingCatalogue *catalogue,
                                    StarlingStock *before);
StarlingStock *starling_stock_ref (StarlingStock *self);
void starling_stock_unref (StarlingStock *self);
GPtrArray *starling_stock_list_summaries (StarlingStock *self,
                                          GHashTable *before,
                                          GPtrArray *notices);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingStock, starling_stock_unref)

/* library-deck.c */
typedef struct _StarlingLibraryDeck StarlingLibraryDeck;

void starling_library_deck_free (StarlingLibraryDeck *self);
void starling_library_drop_deck (StarlingLibrary *self);

/* Notices that can be there but once. */
typedef enum
{
  STARLING_SLOT_TROUBLE,
  STARLING_SLOT_DAMAGE,
  STARLING_SLOT_REWRITTEN,
  STARLING_SLOT_CLOCK,
  STARLING_SLOT_COPIES,
  STARLING_SLOT_BANK,
  STARLING_N_SLOTS,
} StarlingNoticeSlot;

struct _StarlingLibrary
{
  GObject parent_instance;

  char *data_dir;
  char *user_dir;
  char *snapshot_path; /* (nullable): in the cache folder */
  StarlingClock *clock;

  StarlingCatalogue *catalogue;
  StarlingBank *bank;    /* (nullable): what interviewers ask */
  StarlingStock *stock;  /* (nullable) */
  GListStore *summaries; /* (element-type StarlingSummary) */
  GHashTable *by_id;     /* id → StarlingSummary, owned */
  GQueue *opened;        /* of Opened, newest first: library-open.c */

  StarlingProgress *progress;
  StarlingLibraryDeck *deck; /* (nullable): library-deck.c */
  gint64 last_at; /* the time given last while others lay ahead; Unix ms */
  StarlingJournal *journal;
  StarlingDrafts *drafts;

  GPtrArray *notices;      /* (element-type StarlingNotice): all of them */
  GPtrArray *pack_notices; /* (element-type StarlingNotice) */
  StarlingNotice *slots[STARLING_N_SLOTS]; /* NULL: nothing to tell */

  GFileMonitor *monitors[2];     /* of packs/ and stories/ */
  GFileMonitor *journal_monitor; /* (nullable): of the journal's file */
  guint reload_id;               /* a reload is to begin soon */
  gboolean reloading;
  gboolean reload_again;

  GFileMonitor *copies_monitor; /* of the user's folder: library-copies.c */
  gboolean looking;
  gboolean look_again;
};

/* library.c */
void starling_library_set_slot (StarlingLibrary *self,
                                StarlingNoticeSlot slot,
                                StarlingNotice *notice);
void starling_library_take_stock (StarlingLibrary *self, StarlingStock *stock);
void
starling_library_emit_progress (StarlingLibrary *self, const char *scenario);
void starling_library_emit_saving (StarlingLibrary *self);

/* library-copies.c */
void starling_library_watch_copies (StarlingLibrary *self);
void starling_library_stop_watching_copies (StarlingLibrary *self);

/* library-load.c */
void starling_library_stop_watching (StarlingLibrary *self);

/* library-merge.c */
void starling_library_append_events (StarlingLibrary *self,
                                     GPtrArray *events,
                                     GTask *task);

/* library-open.c */
void starling_library_forget_opened (StarlingLibrary *self);
StarlingScenario *starling_library_try_open (StarlingLibrary *self,
                                             const char *id,
                                             GError **error);

/* library-record.c */
void
starling_library_complete_events (StarlingLibrary *self, GPtrArray *events);
void starling_library_connect_journal (StarlingLibrary *self);
void starling_library_take_events (StarlingLibrary *self, GPtrArray *events);
StarlingSnapshotDraft *starling_library_take_ledger (StarlingLibrary *self);
void starling_library_save_snapshot (const char *path,
                                     StarlingSnapshotDraft *snapshot);
void starling_library_take_report (StarlingLibrary *self,
                                   const StarlingJournalReport *report);

G_END_DECLS
