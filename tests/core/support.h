/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* What several tests of core need. */

char *test_dup_source_file (const char *name);
StarlingCatalogue *test_load_catalogue (void);
char *test_make_folder (void);
void test_remove_folder (const char *folder);

G_END_DECLS
