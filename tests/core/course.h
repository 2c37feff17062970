/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "library-fixture.h"

G_BEGIN_DECLS

/*
 * Something to study for two weeks: scenarios of six principles, four of them
 * to prepare for an interview, and words for what is known of them.
 */

#define COURSE_LEVEL STARLING_LEVEL_SDE2

/* Berlin's, New York's and Tokyo's rules, so that no data of zones is needed */
#define COURSE_BERLIN "CET-1CEST,M3.5.0,M10.5.0/3"
#define COURSE_NEW_YORK "EST5EDT,M3.2.0,M11.1.0"
#define COURSE_TOKYO "JST-9"

extern const char *const course_ticked[];

void course_put_packs (LibraryFixture *f);
void course_set_goal (LibraryFixture *f, const char *interview);
void
course_set_limits (LibraryFixture *f, int new_per_day, int reviews_per_day);
void course_go_to (LibraryFixture *f, int day, int minute);

gboolean course_is_ticked (LibraryFixture *f, const StarlingDeckCard *card);
gboolean course_is_studied (const StarlingDeckCard *card);
void course_make_plan (LibraryFixture *f,
                       StarlingPlanInput *input,
                       StarlingPlan *plan);
char *course_describe_record (const StarlingCardRecord *record);
char *course_describe (LibraryFixture *f);
const char *course_outlook (StarlingOutlook outlook);

G_END_DECLS
