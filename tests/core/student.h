/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "course.h"
#include "engine/review-queue.h"

G_BEGIN_DECLS

/*
 * Somebody who studies: asks the library for the cards of the day, recalls
 * them or not, grades them, and errs now and then. Reproducible by its seed.
 */
typedef struct
{
  LibraryFixture *f;
  GRand *rand;
  gboolean forgets;      /* else all is recalled, and graded Good */
  double undo_chance;    /* to take back what was done last, after a card */
  double bury_chance;    /* rather than grade */
  double suspend_chance; /* likewise */

  StarlingReviewQueue *queue;
  GPtrArray *deeds; /* of the session, oldest first */
  char *last;       /* the card before */
} Student;

/* What a day's study came to. Each card counts once in a pile. */
typedef struct
{
  GHashTable *offered[STARLING_N_PILES]; /* names of cards */
  guint n_sessions;
  guint n_graded; /* that count */
  guint n_again;  /* of these */
  guint n_undone;
  guint n_buried;
  guint n_suspended;
  guint n_adjacent; /* siblings right after each other */
  gint64 ended_at;  /* Unix ms */
} StudentDay;

void student_init (Student *self, LibraryFixture *f, guint32 seed);
void student_clear (Student *self);
void student_study (Student *self, StudentDay *day);
char *student_start (Student *self, StudentDay *day, guint n_cards);
char *student_list (Student *self);
guint student_bring_back (Student *self);
void student_day_clear (StudentDay *day);
guint student_day_count (const StudentDay *day, StarlingPile pile);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Student, student_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StudentDay, student_day_clear)

G_END_DECLS
