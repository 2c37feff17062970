/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library.h"

G_BEGIN_DECLS

/* What tests of flashcards share: what is recorded, and stories of the user's
 * own. */

#define TEST_STORY "scenario:webhook-drops"
#define TEST_STORY_N_NEW 13                        /* its cards at SDE 2 */
#define TEST_NOW G_GINT64_CONSTANT (1795424400000) /* of a test's library */
#define TEST_MINUTE G_GINT64_CONSTANT (60000)
#define TEST_HOUR (60 * TEST_MINUTE)
#define TEST_DAY (24 * TEST_HOUR)

void test_record_review (StarlingLibrary *library,
                         const char *name,
                         int grade,
                         gint64 at);
void test_record_card (StarlingLibrary *library,
                       const char *name,
                       const char *action);
void test_record_limits (StarlingLibrary *library,
                         int new_per_day,
                         int reviews_per_day);
void test_record_goal (StarlingLibrary *library,
                       const char *date,
                       const char *principle);
GPtrArray *test_go_away (StarlingLibrary *library);
GPtrArray *test_read_journal (StarlingLibrary *library);

void test_write_story (const char *folder, const char *question);
void
test_write_probe (const char *folder, const char *question, const char *answer);
StarlingLibrary *test_load_stories (const char *folder, StarlingClock *clock);

G_END_DECLS
