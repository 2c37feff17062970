/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/scenario.h"

G_BEGIN_DECLS

/* The scenarios that come with the program, for tests that go over all. */
GPtrArray *test_load_bundle (StarlingCatalogue *catalogue);

G_END_DECLS
