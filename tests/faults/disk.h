/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

/*
 * What would be on the disk if the power failed now. A file's bytes get there
 * when it is synced, its name when its folder is. Bytes whose sync failed do
 * not get there by another one, only by being written again: so Linux does it.
 *
 * The model lies in a folder, and so outlives the process that is killed:
 * - `iINODE`: what the disk holds of a file
 * - `rINODE`: the bytes of it that were written and not synced, two off_t
 * - `dINODE`: what the disk holds of a folder, a line "TYPE INODE NAME" each
 */

void disk_begin (const char *folder);
void disk_forget (int fd);
void disk_wrote (int fd, off_t start, off_t length);
void disk_cut (int fd, off_t length);
void disk_synced (int fd);
void disk_lost (int fd);
void disk_adopt (const char *path);
