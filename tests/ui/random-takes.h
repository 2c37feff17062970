/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes of webhook-drops as a journal may have them, by chance. */

typedef struct
{
  const char *level;
  const char *angle; /* NULL: as told */
} TestRandomLens;

#define TEST_N_RANDOM_LENSES 3

extern const TestRandomLens test_random_lenses[TEST_N_RANDOM_LENSES];

gint64 test_random_choose_ms (GRand *rand, guint step);
void test_random_add_take (GString *journal, GRand *rand, guint index);

G_END_DECLS
