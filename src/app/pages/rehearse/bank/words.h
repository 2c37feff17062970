/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-bank.h"

G_BEGIN_DECLS

char *starling_rehearse_format_tests (StarlingCatalogue *catalogue,
                                      const StarlingBankQuestion *question);
char *starling_rehearse_format_angle (StarlingCatalogue *catalogue, int angle);
char *starling_rehearse_format_answer (StarlingCatalogue *catalogue,
                                       const StarlingLibraryAnswer *answer);

G_END_DECLS
