/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

const char *starling_level_get_name (StarlingLevel level);
const char *starling_step_get_title (StarlingStepId step);
const char *starling_step_get_letter (StarlingStepId step);

G_END_DECLS
