/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of text below one another: px between two of them. */
#define STARLING_PROMPTER_GAP 3

/* Where a row lies in the text. */
typedef struct
{
  int top;    /* px from the top of the text */
  int height; /* px */
  int inset;  /* px from the row's top to its first line, and at its end */
  int n_lines;
} StarlingPrompterRow;

double starling_prompter_rows_get_height (const StarlingPrompterRow *rows,
                                          guint n_rows);
double starling_prompter_rows_get_upper (const StarlingPrompterRow *rows,
                                         guint n_rows,
                                         double page);
double starling_prompter_rows_get_target (const StarlingPrompterRow *rows,
                                          guint n_rows,
                                          double page,
                                          guint row,
                                          double fraction);

G_END_DECLS
