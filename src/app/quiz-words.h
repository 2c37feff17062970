/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/question.h"

G_BEGIN_DECLS

/* What is said of the kinds of questions, translated: pure functions. */

const char *starling_quiz_kind_get_name (StarlingQuestionKind kind);
const char *starling_quiz_kind_get_detail (StarlingQuestionKind kind);

G_END_DECLS
