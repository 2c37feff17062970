/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/flat.h"

#include "storage/event-reader.h"

#include <string.h>

/*
 * The general reader makes a list of all that a line holds, looks members up
 * and copies them. That takes longer than a journal of a quarter of a million
 * lines can have. This one goes through the line once, and gives up at whatever
 * is not as usual: then the general reader has the say.
 */

/* The members that are known here, as bits. */
typedef enum
{
  MEMBER_V,
  MEMBER_ID,
  MEMBER_AT,
  MEMBER_OFFSET,
  MEMBER_TYPE,
  MEMBER_CARD,
  MEMBER_GRADE,
  MEMBER_MS,
  MEMBER_LEVEL,
  MEMBER_ANGLE,
  MEMBER_SCENARIO,
  MEMBER_QUESTION,
  MEMBER_CHOICE,
  MEMBER_CORRECT,
  MEMBER_KIND,
  MEMBER_TEXT,
  MEMBER_ACTION,
  MEMBER_OF,
  N_MEMBERS,
} Member;

#define BIT(member) (1u << (member))

static const struct
{
  const char *name;
  gsize length;
} members[N_MEMBERS] = {
#define NAMED(text)                                                            \
  {                                                                            \
    text, sizeof (text) - 1                                                    \
  }
  [MEMBER_V] = NAMED ("v"),
  [MEMBER_ID] = NAMED ("id"),
  [MEMBER_AT] = NAMED ("at"),
  [MEMBER_OFFSET] = NAMED ("offset"),
  [MEMBER_TYPE] = NAMED ("type"),
  [MEMBER_CARD] = NAMED ("card"),
  [MEMBER_GRADE] = NAMED ("grade"),
  [MEMBER_MS] = NAMED ("ms"),
  [MEMBER_LEVEL] = NAMED ("level"),
  [MEMBER_ANGLE] = NAMED ("angle"),
  [MEMBER_SCENARIO] = NAMED ("scenario"),
  [MEMBER_QUESTION] = NAMED ("question"),
  [MEMBER_CHOICE] = NAMED ("choice"),
  [MEMBER_CORRECT] = NAMED ("correct"),
  [MEMBER_KIND] = NAMED ("kind"),
  [MEMBER_TEXT] = NAMED ("text"),
  [MEMBER_ACTION] = NAMED ("action"),
  [MEMBER_OF] = NAMED ("of"),
};

#define COMMON                                                                 \
  (BIT (MEMBER_V) | BIT (MEMBER_ID) | BIT (MEMBER_AT) | BIT (MEMBER_OFFSET)    \
   | BIT (MEMBER_TYPE))
#define NEEDED (BIT (MEMBER_ID) | BIT (MEMBER_AT) | BIT (MEMBER_TYPE))

/* What each type must have, and may have besides. */
static const struct
{
  StarlingEventType type;
  const char *id;
  guint required;
  guint optional;
} types[] = {
  { STARLING_EVENT_REVIEW, "review", BIT (MEMBER_CARD) | BIT (MEMBER_GRADE),
    BIT (MEMBER_MS) | BIT (MEMBER_LEVEL) | BIT (MEMBER_ANGLE) },
  { STARLING_EVENT_QUIZ, "quiz", BIT (MEMBER_SCENARIO) | BIT (MEMBER_CORRECT),
    BIT (MEMBER_LEVEL) | BIT (MEMBER_ANGLE) | BIT (MEMBER_QUESTION)
        | BIT (MEMBER_CHOICE) | BIT (MEMBER_KIND) | BIT (MEMBER_TEXT)
        | BIT (MEMBER_MS) },
  { STARLING_EVENT_CARD, "card", BIT (MEMBER_CARD) | BIT (MEMBER_ACTION), 0 },
  { STARLING_EVENT_UNDO, "undo", BIT (MEMBER_OF), 0 },
  { STARLING_EVENT_FORGET, "forget", BIT (MEMBER_SCENARIO), 0 },
};

typedef struct
{
  const char *p;
  const char *end;
  guint seen; /* members */
} Flat;

static void
skip_space (Flat *self)
{
  while (self->p < self->end
         && (*self->p == ' ' || *self->p == '\t' || *self->p == '\r'))
    self->p++;
}

/* Takes one character, and the space around it. */
static gboolean
take (Flat *self, char c)
{
  skip_space (self);
  if (self->p >= self->end || *self->p != c)
    return FALSE;
  self->p++;
  skip_space (self);
  return TRUE;
}

/* Takes a string of plain ASCII, without its quotes. */
static gboolean
take_string (Flat *self, StarlingPiece *out)
{
  const char *p = self->p;

  if (p >= self->end || *p != '"')
    return FALSE;
  out->start = ++p;
  while (p < self->end && *p != '"')
    {
      guint8 c = (guint8) *p;

      if (c < 0x20 || c >= 0x7f || c == '\\')
        return FALSE;
      p++;
    }
  if (p >= self->end)
    return FALSE;
  out->length = (gsize) (p - out->start);
  self->p = p + 1;
  return TRUE;
}

/* Takes the name of a thing. */
static gboolean
take_id (Flat *self, StarlingPiece *out)
{
  return take_string (self, out) && out->length > 0
         && out->length <= STARLING_EVENT_MAX_ID;
}

/* Takes a whole number, written in digits alone. */
static gboolean
take_int (Flat *self, gint64 min, gint64 max, gint64 *out)
{
  gboolean negative = self->p < self->end && *self->p == '-';
  const char *start = self->p + (negative ? 1 : 0);
  const char *p = start;
  gint64 value = 0;

  for (; p < self->end && g_ascii_isdigit (*p) && p - start < 12; p++)
    value = value * 10 + (*p - '0');
  if (p == start || (*start == '0' && (p - start > 1 || negative)))
    return FALSE;
  /* No fraction or exponent, nor more digits. */
  if (p >= self->end || (*p != ',' && *p != '}' && *p != ' '))
    return FALSE;
  self->p = p;
  *out = negative ? -value : value;
  return *out >= min && *out <= max;
}

static gboolean
take_small (Flat *self, int min, int max, int *out)
{
  gint64 value = 0;

  if (!take_int (self, min, max, &value))
    return FALSE;
  *out = (int) value;
  return TRUE;
}

static gboolean
take_boolean (Flat *self, gboolean *out)
{
  gsize left = (gsize) (self->end - self->p);

  *out = left >= 4 && memcmp (self->p, "true", 4) == 0;
  if (!*out && (left < 5 || memcmp (self->p, "false", 5) != 0))
    return FALSE;
  self->p += *out ? 4 : 5;
  return TRUE;
}

static gboolean
piece_is (const StarlingPiece *piece, const char *text)
{
  return piece->length == strlen (text)
         && memcmp (piece->start, text, piece->length) == 0;
}

static gboolean
take_level (Flat *self, int *out)
{
  StarlingPiece id = { 0 };

  if (!take_string (self, &id))
    return FALSE;
  for (int level = 0; level < STARLING_N_LEVELS; level++)
    if (piece_is (&id, starling_level_to_id ((StarlingLevel) level)))
      {
        *out = level;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_type (Flat *self, StarlingEventType *out)
{
  StarlingPiece id = { 0 };

  if (!take_string (self, &id))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (piece_is (&id, types[i].id))
      {
        *out = types[i].type;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_action (Flat *self, StarlingPiece *out)
{
  return take_string (self, out)
         && (piece_is (out, "suspend") || piece_is (out, "unsuspend")
             || piece_is (out, "bury") || piece_is (out, "reset"));
}

/* Reads @n digits; a negative number if there are none. */
static int
read_digits (const char *p, guint n)
{
  int value = 0;

  for (guint i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (p[i]))
        return -1;
      value = value * 10 + (p[i] - '0');
    }
  return value;
}

/* Days from 1970-01-01 to a date of the Gregorian calendar. */
static gint64
count_days (int year, int month, int day)
{
  /* Years that begin in March have the leap day at their end. */
  int y = month > 2 ? year : year - 1;
  int months = (month + 9) % 12;

  return (gint64) y * 365 + y / 4 - y / 100 + y / 400 + (months * 306 + 5) / 10
         + day - 1 - 719468;
}

/* Takes a time exactly as this program writes it. */
static gboolean
take_time (Flat *self, gint64 *out)
{
  static const char form[] = "dddd-dd-ddTdd:dd:dd.dddZ";
  StarlingPiece text = { 0 };
  const char *t = NULL;
  int year = 0;
  int month = 0;
  int day = 0;
  int hour = 0;
  int minute = 0;
  int second = 0;

  if (!take_string (self, &text) || text.length != sizeof form - 1)
    return FALSE;
  t = text.start;
  for (guint i = 0; form[i] != '\0'; i++)
    if (form[i] != 'd' ? t[i] != form[i] : !g_ascii_isdigit (t[i]))
      return FALSE;
  year = read_digits (t, 4);
  month = read_digits (t + 5, 2);
  day = read_digits (t + 8, 2);
  hour = read_digits (t + 11, 2);
  minute = read_digits (t + 14, 2);
  second = read_digits (t + 17, 2);
  if (year < 1 || month < 1 || month > 12 || day < 1
      || day > g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year)
      || hour > 23 || minute > 59 || second > 59)
    return FALSE;
  *out = ((count_days (year, month, day) * 24 + hour) * 60 + minute) * 60
         + second;
  *out = *out * 1000 + read_digits (t + 20, 3);
  return TRUE;
}

static gboolean
take_value (Flat *self, Member member, StarlingFlat *out)
{
  gint64 number = 0;

  switch (member)
    {
    case MEMBER_V:
      return take_int (self, 1, 1, &number);
    case MEMBER_ID:
      return take_id (self, &out->id);
    case MEMBER_AT:
      return take_time (self, &out->at);
    case MEMBER_OFFSET:
      return take_small (self, -24 * 60, 24 * 60, &out->offset);
    case MEMBER_TYPE:
      return take_type (self, &out->type);
    case MEMBER_CARD:
      return take_id (self, &out->card);
    case MEMBER_GRADE:
      return take_small (self, 1, 4, &out->grade);
    case MEMBER_MS:
      if (!take_int (self, 0, G_MAXUINT32, &number))
        return FALSE;
      out->ms = (guint32) number;
      return TRUE;
    case MEMBER_LEVEL:
      return take_level (self, &out->level);
    case MEMBER_ANGLE:
      return take_id (self, &out->angle);
    case MEMBER_SCENARIO:
      return take_id (self, &out->scenario);
    case MEMBER_QUESTION:
      return take_id (self, &out->question);
    case MEMBER_CHOICE:
      return take_small (self, 0, 999, &out->choice);
    case MEMBER_CORRECT:
      return take_boolean (self, &out->correct);
    case MEMBER_KIND:
      return take_id (self, &out->kind);
    case MEMBER_TEXT:
      return take_string (self, &out->text);
    case MEMBER_ACTION:
      return take_action (self, &out->action);
    case MEMBER_OF:
      return take_id (self, &out->of);
    case N_MEMBERS:
    default:
      return FALSE;
    }
}

static Member
find_member (const StarlingPiece *name)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    if (name->length == members[i].length
        && memcmp (name->start, members[i].name, name->length) == 0)
      return (Member) i;
  return N_MEMBERS;
}

static gboolean
take_member (Flat *self, StarlingFlat *out)
{
  StarlingPiece name = { 0 };
  Member member = N_MEMBERS;

  if (!take_string (self, &name))
    return FALSE;
  member = find_member (&name);
  if (member == N_MEMBERS || (self->seen & BIT (member)) != 0)
    return FALSE;
  self->seen |= BIT (member);
  return take (self, ':') && take_value (self, member, out);
}

/* Whether the members are those of the type. */
static gboolean
is_complete (const Flat *self, const StarlingFlat *flat)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      guint required = types[i].required | NEEDED;
      guint known = required | types[i].optional | COMMON;

      if (types[i].type != flat->type)
        continue;
      return (self->seen & required) == required && (self->seen & ~known) == 0
             && (flat->type != STARLING_EVENT_QUIZ
                 || flat->question.start != NULL || flat->kind.start != NULL);
    }
  return FALSE;
}

/**
 * starling_flat_read:
 * @line: (array length=length): a line of a journal
 * @length: its bytes, newline not included
 * @out: (out caller-allocates): the event; its pieces are parts of @line
 *
 * Reads a flat event, as starling_event_parse() would read it.
 *
 * Returns: %FALSE if the line is not as usual, which says nothing about
 *   whether it is good, and leaves @out undefined
 */
gboolean
starling_flat_read (const char *line, gsize length, StarlingFlat *out)
{
  Flat self = { .p = line, .end = line + length };

  *out = (StarlingFlat){ .level = -1, .choice = -1 };
  if (length >= STARLING_EVENT_MAX_BYTES || !take (&self, '{'))
    return FALSE;
  do
    if (!take_member (&self, out))
      return FALSE;
  while (take (&self, ','));
  return take (&self, '}') && self.p == self.end && is_complete (&self, out);
}
