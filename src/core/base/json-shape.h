/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json-index.h"

G_BEGIN_DECLS

/*
 * What a JSON value has to look like: the part of JSON Schema that the files
 * of the program need, as constant tables.
 */

typedef enum
{
  STARLING_SHAPE_ANY,
  STARLING_SHAPE_STRING,
  STARLING_SHAPE_INTEGER,
  STARLING_SHAPE_ARRAY,
  STARLING_SHAPE_OBJECT,
} StarlingShapeKind;

typedef struct _StarlingShape StarlingShape;

typedef struct
{
  const char *name;
  const StarlingShape *shape;
  gboolean required;
} StarlingShapeMember;

/* Whether a string will do; @data is that of starling_shape_check(). */
typedef gboolean (*StarlingShapeAccepts) (const char *value, gpointer data);

/* Looks at a value further, whether the tests before it passed or not. */
typedef void (*StarlingShapeCheck) (StarlingJson *json,
                                    guint node,
                                    gpointer data);

struct _StarlingShape
{
  StarlingShapeKind kind;
  const char *what; /* completes "write … here" */
  gint64 min;       /* characters, items, or the value itself */
  gint64 max;       /* as min; 0: no limit, but for integers */

  StarlingShapeAccepts accepts; /* strings; NULL: any */

  const StarlingShape *items; /* arrays */
  gboolean unique;            /* arrays: no two equal texts */
  const char *unique_member;  /* arrays: no two items have the same one */

  const StarlingShapeMember *members; /* objects; ends in a NULL name */
  gboolean closed;                    /* objects: no other members */

  StarlingShapeCheck check; /* (nullable) */
};

void starling_shape_check (const StarlingShape *shape,
                           StarlingJson *json,
                           guint node,
                           gpointer data);
gboolean starling_shape_is_id (const char *value, gpointer data);

#define STARLING_SHAPE_ID_MAX 64
#define STARLING_SHAPE_LINE_MAX 300
#define STARLING_SHAPE_TEXT_MAX 4000

extern const StarlingShape starling_shape_any;
extern const StarlingShape starling_shape_id;
extern const StarlingShape starling_shape_line;
extern const StarlingShape starling_shape_text;
extern const StarlingShape starling_shape_version; /* 1 */
extern const StarlingShape starling_shape_language;
extern const StarlingShape starling_shape_authors;

G_END_DECLS
