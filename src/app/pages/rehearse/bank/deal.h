/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-bank.h"
#include "session.h"

G_BEGIN_DECLS

/* The questions that were asked in a run of the program, and the last of them
 * with where it was asked. */
typedef struct
{
  StarlingLibrary *library;
  guint64 seed;
  GPtrArray *asked; /* (element-type utf8): ids, NULL at the end */
  const StarlingBankQuestion *question; /* (nullable); of the library's bank */
  StarlingBankScope scope;
  char *place; /* (nullable): scope of the session */
} StarlingRehearseDeal;

StarlingRehearseDeal *starling_rehearse_deal_new (StarlingLibrary *library);
void starling_rehearse_deal_free (StarlingRehearseDeal *self);
gboolean starling_rehearse_deal_next (StarlingRehearseDeal *self,
                                      StarlingSession *session);
void starling_rehearse_deal_init_scope (StarlingBankScope *scope,
                                        StarlingSession *session);
gboolean starling_rehearse_deal_can_ask (StarlingLibrary *library,
                                         const StarlingBankScope *scope,
                                         guint n);

G_END_DECLS
