/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json-complaint.h"

G_BEGIN_DECLS

/*
 * JSON text read strictly (RFC 8259, and no control or bidi-override
 * characters in it), in one pass, into a flat index of where each value lies.
 * A value is named by its number; 0 is the outermost, its first child is the
 * next one, and the others follow by `next`.
 */

typedef enum
{
  STARLING_JSON_BAD, /* unreadable, and complained of */
  STARLING_JSON_NULL,
  STARLING_JSON_BOOLEAN,
  STARLING_JSON_NUMBER,
  STARLING_JSON_STRING,
  STARLING_JSON_ARRAY,
  STARLING_JSON_OBJECT,
} StarlingJsonKind;

typedef struct
{
  StarlingJsonKind kind;
  guint32 start; /* byte of the text */
  guint32 end;
  guint32 name; /* byte where the member's name is, or 0: not a member */
  guint32 parent;
  guint32 next;     /* sibling, or 0 */
  guint32 position; /* among its siblings, from 0 */
  guint32 n_children;
} StarlingJsonNode;

typedef struct _StarlingJson StarlingJson;

#define STARLING_JSON_MAX_DEPTH 64
#define STARLING_JSON_MAX_NODES 1000000
#define STARLING_JSON_MAX_COMPLAINTS 10000

/* Called when a value is complete; its children are dropped afterwards. */
typedef void (*StarlingJsonItemFunc) (StarlingJson *self,
                                      guint node,
                                      gpointer data);

StarlingJson *starling_json_new (const char *text, gsize length);
void starling_json_free (StarlingJson *self);
void starling_json_set_item_func (StarlingJson *self,
                                  guint depth,
                                  StarlingJsonItemFunc func,
                                  gpointer data);
void starling_json_set_lenient (StarlingJson *self);
gboolean starling_json_scan (StarlingJson *self);

const StarlingJsonNode *starling_json_get (StarlingJson *self, guint node);
guint starling_json_get_first (StarlingJson *self, guint node);
guint starling_json_get_next (StarlingJson *self, guint node);
guint starling_json_find (StarlingJson *self, guint object, const char *name);
gboolean
starling_json_has_name (StarlingJson *self, guint node, const char *name);
char *starling_json_dup_name (StarlingJson *self, guint node);
char *starling_json_dup_string (StarlingJson *self, guint node);
char *
starling_json_dup_member (StarlingJson *self, guint object, const char *name);
char **starling_json_dup_strings (StarlingJson *self, guint node);
gboolean
starling_json_get_integer (StarlingJson *self, guint node, gint64 *value);
char *starling_json_dup_path (StarlingJson *self, guint node);

void starling_json_complain (StarlingJson *self,
                             StarlingSeverity severity,
                             guint node,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);
guint starling_json_get_n_errors (StarlingJson *self);
GPtrArray *starling_json_steal_complaints (StarlingJson *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingJson, starling_json_free)

G_END_DECLS
