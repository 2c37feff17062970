/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/progress.h"

G_BEGIN_DECLS

/* Journals as nobody keeps them, to be told apart by nothing but a seed. */

/* Monday 2026-11-23, 12:00 UTC */
#define RANDOM_START G_GINT64_CONSTANT (1795435200000)

#define RANDOM_N_SCENARIOS 5
#define RANDOM_N_CARDS 6

StarlingEvent *
random_event (GRand *rand, GPtrArray *before, gint64 at, int offset);
GPtrArray *random_journal (GRand *rand, guint n_events);
void random_shuffle (GRand *rand, GPtrArray *events);
char *random_dup_scenario (guint i);
char *random_dup_card (guint scenario, guint card);

StarlingEvent *random_undo (const char *id, const char *of, gint64 at);

char *dump_record (const StarlingCardRecord *record);
char *dump_scenario (StarlingProgress *progress, const char *scenario);
char *dump_progress (StarlingProgress *progress, StarlingCatalogue *catalogue);

G_END_DECLS
