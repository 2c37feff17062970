/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Checks the scheduler against a file of "fsrs-vectors/1": review sequences,
 * single reviews and single function calls with the exact answers of a
 * reference implementation.
 */

typedef struct
{
  guint n_cases;
  guint n_fuzz_cases;
  guint n_transitions;
  guint n_units;
  guint n_reviews;
  guint n_checks; /* values compared */

  /* Greatest errors; that of a stability over max (1, |expected|). */
  double stability;
  double difficulty;
  double w;
  double units;

  guint n_complaints;
  GPtrArray *complaints; /* (element-type utf8): the first of them */
  GPtrArray *remarks;    /* (element-type utf8): what was not checked */
} TestVectors;

void test_vectors_check_file (TestVectors *self, const char *file);
void test_vectors_check_text (TestVectors *self, const char *text);
void test_vectors_clear (TestVectors *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestVectors, test_vectors_clear)

G_END_DECLS
