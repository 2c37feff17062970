/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* Shared by the catalogue*.c only. */

struct _StarlingCatalogue
{
  GPtrArray *principles; /* (element-type StarlingPrinciple) */
  StarlingLevelInfo levels[STARLING_N_LEVELS];
};

StarlingCatalogue *starling_catalogue_new (void);

G_END_DECLS
