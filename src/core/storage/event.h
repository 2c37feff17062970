/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/catalogue.h"

G_BEGIN_DECLS

/* Types of event in the journal; the format is described in DESIGN 6. */
typedef enum
{
  STARLING_EVENT_UNKNOWN, /* kept as it is, and ignored */
  STARLING_EVENT_REVIEW,
  STARLING_EVENT_REHEARSAL,
  STARLING_EVENT_QUIZ,
  STARLING_EVENT_CARD,
  STARLING_EVENT_UNDO,
  STARLING_EVENT_FORGET,
  STARLING_EVENT_GOAL,
  STARLING_EVENT_SETTINGS,
  STARLING_EVENT_LOOP,
  STARLING_EVENT_LOOP_END,
  STARLING_EVENT_FINDING,
} StarlingEventType;

#define STARLING_N_RATINGS 5

#define STARLING_AT_UNSET G_MININT64
#define STARLING_OFFSET_UNSET G_MININT

/* Bytes of a line of the journal, the newline included. */
#define STARLING_EVENT_MAX_BYTES (1024 * 1024)

typedef struct
{
  StarlingStepId step;
  gint64 target_ms;
  gint64 spent_ms;
} StarlingStepTime;

typedef struct
{
  char *probe;
  gint64 ms;
  gint64 target_ms; /* 0: not said */
  int rating;       /* 1–4, 0: not rated */
} StarlingProbeTake;

typedef struct
{
  int interviewer;
  char **principles; /* ids */
  char **scenarios;  /* ids */
  int minutes;
} StarlingLoopSlot;

/*
 * One event of the journal. Members that its type does not have are NULL or
 * 0; see starling_event_new() for those that must be set before recording.
 */
typedef struct _StarlingEvent
{
  StarlingEventType type;
  char *id;   /* UUID; filled in when recorded */
  gint64 at;  /* Unix ms; STARLING_AT_UNSET: filled in when recorded */
  int offset; /* minutes east of UTC; STARLING_OFFSET_UNSET: filled in */
  char *line; /* as it stands in the journal, no newline; NULL if new */

  char *scenario; /* rehearsal, quiz, forget, finding */
  char *card;     /* review, card: SCENARIO#… */
  int level;      /* StarlingLevel, or -1: none */
  char *angle;    /* a principle's id; NULL: as told */
  gint64 ms;      /* review, quiz: time taken */

  int grade;    /* review: 1–4 */
  char *action; /* card, finding */
  char *of;     /* undo: an event's id */

  char *prompt;       /* rehearsal: full, cues, bare */
  GArray *steps;      /* (element-type StarlingStepTime) (nullable) */
  char **said;        /* (nullable): phrases */
  GPtrArray *probes;  /* (element-type StarlingProbeTake) (nullable) */
  GHashTable *rating; /* (nullable): dimension → GINT_TO_POINTER (1–4) */
  char *note;
  char *loop; /* rehearsal in a loop, loop-end: an event's id */
  int slot;   /* -1: none */

  char *question; /* quiz: id */
  int choice;     /* quiz: index in the pack's order; -1: derived question */
  char *kind;     /* quiz, derived */
  char *text;     /* quiz, derived: the chosen text */
  gboolean correct;

  char *interview;   /* goal: YYYY-MM-DD or NULL */
  char **principles; /* goal: ids */

  gboolean has_retention, has_new_per_day, has_reviews_per_day;
  double retention;
  int new_per_day;
  int reviews_per_day;

  GPtrArray *slots; /* loop: (element-type StarlingLoopSlot) (nullable) */
  char *status;     /* loop-end */
  char *rule;       /* finding */
  char *excerpt;    /* finding */

  char *members; /* (nullable): from input; written instead of all above */
} StarlingEvent;

#define STARLING_TYPE_EVENT (starling_event_get_type ())
GType starling_event_get_type (void);

StarlingProbeTake *starling_probe_take_new (const char *probe);
void starling_probe_take_free (StarlingProbeTake *self);
void starling_loop_slot_free (StarlingLoopSlot *self);

StarlingEvent *starling_event_new (StarlingEventType type);
StarlingEvent *starling_event_ref (StarlingEvent *self);
void starling_event_unref (StarlingEvent *self);

StarlingEvent *
starling_event_parse (const char *line, gssize length, GError **error);
StarlingEvent *
starling_event_parse_input (const char *line, gssize length, GError **error);
gboolean starling_event_validate (const StarlingEvent *self, GError **error);
char *starling_event_to_line (const StarlingEvent *self);

const char *starling_event_type_to_id (StarlingEventType type);
StarlingEventType starling_event_type_from_id (const char *id);
char *starling_event_dup_scenario (const StarlingEvent *self);
int starling_event_compare (const StarlingEvent *a, const StarlingEvent *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (StarlingEvent, starling_event_unref)

G_END_DECLS
