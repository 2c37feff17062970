/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session.h"

G_BEGIN_DECLS

/* The stories and the journal whose figures tests/core/test-library-overview.c
 * works out by hand, at the same time. */
StarlingSession *starling_test_progress_session_new (void);

G_END_DECLS
