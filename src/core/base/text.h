/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of a UTF-8 text: bytes from start up to, not including, end. */
typedef struct
{
  gsize start;
  gsize end;
  guint index; /* of what was looked for */
} StarlingSpan;

gboolean starling_text_find (const char *text,
                             const char *phrase,
                             gsize from,
                             StarlingSpan *span);
GArray *
starling_text_find_phrases (const char *text, const char *const *phrases);
GArray *starling_text_find_reasons (const char *text,
                                    const char *why,
                                    GPtrArray **reasons);
GPtrArray *starling_text_split_sentences (const char *text);
char *starling_text_fold (const char *text);
guint starling_text_count_words (const char *text);
char *starling_text_format_clock (gint64 seconds);
char *starling_text_format_duration (gint64 seconds);

G_END_DECLS
