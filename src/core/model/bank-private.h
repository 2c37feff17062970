/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/bank.h"

G_BEGIN_DECLS

/* Shared by the bank*.c only. */

struct _StarlingBank
{
  GPtrArray *questions; /* (element-type StarlingBankQuestion) */
  GHashTable *by_id;    /* id → StarlingBankQuestion, of the above */
};

StarlingBank *starling_bank_new (void);
void starling_bank_add (StarlingBank *self, StarlingBankQuestion *question);

G_END_DECLS
