/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/json-index.h"
#include "storage/event.h"

G_BEGIN_DECLS

/*
 * Reads the members of one object, checking each. The first complaint counts;
 * all functions return FALSE once there is one, and leave *out alone where an
 * optional member is absent or null.
 */
typedef struct
{
  StarlingJson *json;
  const char *text; /* that json is about */
  guint object;
  char *complaint; /* (owned): NULL: none so far */
} StarlingReader;

#define STARLING_OPTIONAL FALSE
#define STARLING_REQUIRED TRUE

/* Characters of an id. */
#define STARLING_EVENT_MAX_ID 256

/* The longest time that a step, a probe or an answer can take: a year. */
#define STARLING_READER_MAX_MS (G_GINT64_CONSTANT (366) * 24 * 3600 * 1000)

gboolean
starling_reader_complain (StarlingReader *reader, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
gboolean starling_reader_refuse (StarlingReader *reader,
                                 const char *name,
                                 guint node,
                                 const char *wanted);
guint starling_reader_get (StarlingReader *reader,
                           const char *name,
                           gboolean required);
char *starling_reader_dup_raw (StarlingReader *reader, guint node);
gboolean
starling_reader_text (StarlingReader *reader, const char *name, char **out);
gboolean starling_reader_id (StarlingReader *reader,
                             const char *name,
                             gboolean required,
                             char **out);
gboolean starling_reader_int (StarlingReader *reader,
                              const char *name,
                              gboolean required,
                              gint64 min,
                              gint64 max,
                              gint64 *out);
gboolean starling_reader_small (StarlingReader *reader,
                                const char *name,
                                gboolean required,
                                int min,
                                int max,
                                int *out);
gboolean starling_reader_boolean (StarlingReader *reader,
                                  const char *name,
                                  gboolean *out);
gboolean starling_reader_choice (StarlingReader *reader,
                                 const char *name,
                                 gboolean required,
                                 const char *choices,
                                 char **out);
gboolean
starling_reader_level (StarlingReader *reader, gboolean required, int *out);
gboolean
starling_reader_strings (StarlingReader *reader, const char *name, char ***out);
gboolean starling_reader_objects (StarlingReader *reader,
                                  const char *name,
                                  gboolean (*read_item) (StarlingReader *item,
                                                         StarlingEvent *event),
                                  StarlingEvent *event);

gboolean
starling_event_read_members (StarlingEvent *self, StarlingReader *reader);

G_END_DECLS
