/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json-index.h"

G_BEGIN_DECLS

/* Shared by the json-*.c only. */
struct _StarlingJson
{
  const char *text; /* a 0 byte follows its end */
  gsize length;
  GArray *nodes;         /* (element-type StarlingJsonNode) */
  GPtrArray *complaints; /* (element-type StarlingComplaint) */
  guint n_errors;

  gboolean lenient; /* any character may be in a text */

  StarlingJsonItemFunc item_func; /* (nullable) */
  gpointer item_data;
  guint item_depth;

  /* while scanning */
  const char *p;
  const char *end;
  guint container; /* the innermost open one */
  guint depth;     /* open containers */
  GArray *names;   /* (element-type guint32): of members of all open objects */
  gboolean stopped;
  gboolean doubtful; /* what follows may be misread: no more syntax errors */
};

void starling_json_complain_at (StarlingJson *self,
                                StarlingSeverity severity,
                                gsize offset,
                                const char *path,
                                const char *message);
void starling_json_complain_here (StarlingJson *self,
                                  gsize offset,
                                  const char *message);
void starling_json_stop (StarlingJson *self, const char *message);
void starling_json_stop_at_next (StarlingJson *self, const char *wanted);
char *
starling_json_dup_member_path (StarlingJson *self, guint object, gsize name);
gsize starling_json_find_string_end (StarlingJson *self, gsize start);
char *starling_json_unescape (const char *start, const char *end);
void
starling_json_scan_string (StarlingJson *self, guint node, gboolean is_name);
StarlingJsonKind starling_json_scan_token (StarlingJson *self, guint node);
void starling_json_check_names (StarlingJson *self, guint object, guint first);

G_END_DECLS
