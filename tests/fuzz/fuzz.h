/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <stdint.h>

/* What libFuzzer calls, and replay.c in its place. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t length);

/* scratch.c: a folder in memory, where there is room for one. */
const char *scratch_get_folder (void);
char *scratch_put (const char *name, const uint8_t *data, size_t length);
void scratch_clear (void);
