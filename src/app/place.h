/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/question.h"

G_BEGIN_DECLS

/* A place in a story; one that names nothing is the story itself. */
typedef struct
{
  int step;    /* a StarlingStepId, or STARLING_NO_STEP */
  char *probe; /* (nullable): id; goes before the step */
} StarlingPlace;

#define STARLING_TYPE_PLACE (starling_place_get_type ())
GType starling_place_get_type (void);

StarlingPlace *starling_place_new (int step, const char *probe);
StarlingPlace *starling_place_copy (const StarlingPlace *self);
void starling_place_free (StarlingPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingPlace, starling_place_free)

G_END_DECLS
