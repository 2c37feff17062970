/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <stdbool.h>
#include <sys/types.h>

/*
 * A library to be loaded before all others (LD_PRELOAD). It counts the calls
 * of a process that concern one folder, and lets some of them fail.
 *
 * STARLING_FAULT_FOLDER  the folder: what lies in it is counted, from 1
 * STARLING_FAULT_AT      what is to happen, such as "57:short 58:enospc"
 * STARLING_FAULT_WHILE   a file that holds the name of a fault: as long as it
 * is there, that happens to all calls that are to change something in the
 * folder STARLING_FAULT_LOG     the file that gets a line "NUMBER CALL FAULT MS
 * PATH" for each call; MS: milliseconds on a steady clock STARLING_FAULT_DISK
 * (optional) the folder of a model of the disk: disk.h STARLING_FAULT_TARGET
 * the file that another program changes STARLING_FAULT_OTHER   the file that it
 * does that with
 *
 * Faults:
 * - eio, enospc, erofs, eacces, eintr: the call fails and does nothing
 * - short: it reads or writes half of what it should
 * - half: it writes half, and the process is killed
 * - kill, after: the process is killed before the call, or behind it
 * - wait: the call begins when STARLING_FAULT_WHILE does not say so any more
 * - swap, grow, rewrite: before the call, another program renames OTHER to
 *   TARGET, appends it there, or writes it there in place
 */

typedef enum
{
  FAULT_NONE,
  FAULT_EIO,
  FAULT_ENOSPC,
  FAULT_EROFS,
  FAULT_EACCES,
  FAULT_EINTR,
  FAULT_SHORT,
  FAULT_HALF,
  FAULT_KILL,
  FAULT_AFTER,
  FAULT_WAIT,
  FAULT_SWAP,
  FAULT_GROW,
  FAULT_REWRITE,
  N_FAULTS,
} Fault;

/* What a call is like. */
typedef enum
{
  FAULT_CALL_CHANGES = 0,
  FAULT_CALL_READS = 1 << 0,     /* it changes nothing */
  FAULT_CALL_DIVISIBLE = 1 << 1, /* it can do a part of what it should */
} FaultCall;

bool fault_concerns_path (const char *path);
bool fault_concerns_file (int fd, char *path);
Fault fault_gate (const char *call, const char *path, FaultCall kind);
bool fault_fails (Fault fault);
long fault_done (Fault fault, long result);
size_t fault_get_part (Fault fault, size_t length);
