/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"

/* The formatter would take the names for subtractions. */
/* clang-format off */
G_DEFINE_QUARK (starling-pack-error-quark, starling_pack_error)
G_DEFINE_QUARK (starling-journal-error-quark, starling_journal_error)
G_DEFINE_QUARK (starling-library-error-quark, starling_library_error)
G_DEFINE_QUARK (starling-scheduler-error-quark, starling_scheduler_error)
/* clang-format on */
