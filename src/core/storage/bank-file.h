/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json-complaint.h"
#include "model/bank.h"

G_BEGIN_DECLS

/* A question bank after loading: what it holds, and all that is wrong with it.
 * Immutable; may be handed from one thread to another. */
typedef struct
{
  char *file;
  StarlingBank *bank;    /* NULL on errors */
  GPtrArray *complaints; /* (element-type StarlingComplaint), as in the file */
  guint n_errors;
  guint n_warnings;
} StarlingBankFile;

StarlingBankFile *starling_bank_file_load (const char *file,
                                           StarlingCatalogue *catalogue,
                                           GHashTable *scenarios);
void starling_bank_file_free (StarlingBankFile *self);
gboolean starling_bank_file_is_one (const char *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingBankFile, starling_bank_file_free)

G_END_DECLS
