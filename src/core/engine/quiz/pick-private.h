/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "engine/quiz/pick.h"

G_BEGIN_DECLS

/* Shared by the pick*.c only. */

void starling_quiz_arrange (const StarlingQuizCandidate *candidates,
                            guint *picked,
                            guint n_picked,
                            guint64 *state);

G_END_DECLS
