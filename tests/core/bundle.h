/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

G_BEGIN_DECLS

/* The packs that come with the program, and their scenarios, for tests that go
 * over all. */
GPtrArray *test_list_bundle (void);
GPtrArray *test_load_bundle (StarlingCatalogue *catalogue);

G_END_DECLS
