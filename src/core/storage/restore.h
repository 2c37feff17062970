/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "storage/history.h"

G_BEGIN_DECLS

GPtrArray *starling_restore_list (StarlingHistory *now, StarlingHistory *then);

G_END_DECLS
