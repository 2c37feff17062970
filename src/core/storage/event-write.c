/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/event.h"

#include "base/clock.h"

#include <stdlib.h>
#include <string.h>

/* JSON text in the making: members are appended with put_…(). */

/* Control characters but \n and \t, and those that reorder text. */
static gboolean
is_unwanted (gunichar c)
{
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0)
         || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* Appends a string; characters that no reader takes are left out. */
static void
put_quoted (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_c (out, '\\');
      if (c == '\n')
        g_string_append (out, "\\n");
      else if (c == '\t')
        g_string_append (out, "\\t");
      else if (!is_unwanted (c))
        g_string_append_unichar (out, c);
    }
  g_string_append_c (out, '"');
}

/* Appends `"name":`, with a comma unless it is the first of its object. */
static void
put_name (GString *out, const char *name)
{
  if (out->len > 0 && out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  put_quoted (out, name);
  g_string_append_c (out, ':');
}

static void
put_string (GString *out, const char *name, const char *value)
{
  if (value == NULL)
    return;
  put_name (out, name);
  put_quoted (out, value);
}

static void
put_int (GString *out, const char *name, gint64 value)
{
  put_name (out, name);
  g_string_append_printf (out, "%" G_GINT64_FORMAT, value);
}

/* Appends a number with the fewest digits that read back as the same. */
static void
put_double (GString *out, const char *name, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, "%.15g", value);
  if (g_ascii_strtod (buffer, NULL) < value
      || g_ascii_strtod (buffer, NULL) > value)
    g_ascii_dtostr (buffer, sizeof buffer, value);
  put_name (out, name);
  g_string_append (out, buffer);
}

static void
put_strings (GString *out, const char *name, char *const *values)
{
  if (values == NULL)
    return;
  put_name (out, name);
  g_string_append_c (out, '[');
  for (guint i = 0; values[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (out, ',');
      put_quoted (out, values[i]);
    }
  g_string_append_c (out, ']');
}

static void
put_level (GString *out, int level)
{
  if (level >= 0)
    put_string (out, "level", starling_level_to_id ((StarlingLevel) level));
}

static void
put_steps (GString *out, GArray *steps)
{
  if (steps == NULL)
    return;
  put_name (out, "steps");
  g_string_append_c (out, '[');
  for (guint i = 0; i < steps->len; i++)
    {
      const StarlingStepTime *time
          = &g_array_index (steps, StarlingStepTime, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      put_string (out, "step", starling_step_to_id (time->step));
      put_int (out, "target_ms", time->target_ms);
      put_int (out, "spent_ms", time->spent_ms);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
put_probes (GString *out, GPtrArray *probes)
{
  if (probes == NULL)
    return;
  put_name (out, "probes");
  g_string_append_c (out, '[');
  for (guint i = 0; i < probes->len; i++)
    {
      const StarlingProbeTake *take = g_ptr_array_index (probes, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      put_string (out, "probe", take->probe);
      put_int (out, "ms", take->ms);
      if (take->target_ms > 0)
        put_int (out, "target_ms", take->target_ms);
      if (take->rating > 0)
        put_int (out, "rating", take->rating);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
put_rating (GString *out, GHashTable *rating)
{
  g_autoptr (GList) names = NULL;

  if (rating == NULL)
    return;
  put_name (out, "rating");
  g_string_append_c (out, '{');
  names = g_list_sort (g_hash_table_get_keys (rating), (GCompareFunc) strcmp);
  for (GList *l = names; l != NULL; l = l->next)
    put_int (out, l->data,
             GPOINTER_TO_INT (g_hash_table_lookup (rating, l->data)));
  g_string_append_c (out, '}');
}

static void
put_slots (GString *out, GPtrArray *slots)
{
  if (slots == NULL)
    return;
  put_name (out, "slots");
  g_string_append_c (out, '[');
  for (guint i = 0; i < slots->len; i++)
    {
      const StarlingLoopSlot *slot = g_ptr_array_index (slots, i);

      g_string_append (out, i > 0 ? ",{" : "{");
      put_int (out, "interviewer", slot->interviewer);
      put_strings (out, "principles", slot->principles);
      put_strings (out, "scenarios", slot->scenarios);
      put_int (out, "minutes", slot->minutes);
      g_string_append_c (out, '}');
    }
  g_string_append_c (out, ']');
}

static void
put_rehearsal (GString *out, const StarlingEvent *self)
{
  put_string (out, "scenario", self->scenario);
  put_level (out, self->level);
  put_string (out, "angle", self->angle);
  put_string (out, "prompt", self->prompt);
  put_steps (out, self->steps);
  put_strings (out, "said", self->said);
  put_probes (out, self->probes);
  put_rating (out, self->rating);
  put_string (out, "note", self->note);
  put_string (out, "loop", self->loop);
  if (self->slot >= 0)
    put_int (out, "slot", self->slot);
}

static void
put_quiz (GString *out, const StarlingEvent *self)
{
  put_string (out, "scenario", self->scenario);
  put_level (out, self->level);
  put_string (out, "angle", self->angle);
  put_string (out, "question", self->question);
  if (self->choice >= 0)
    put_int (out, "choice", self->choice);
  put_string (out, "kind", self->kind);
  put_string (out, "text", self->text);
  put_name (out, "correct");
  g_string_append (out, self->correct ? "true" : "false");
  put_int (out, "ms", self->ms);
}

static void
put_goal (GString *out, const StarlingEvent *self)
{
  if (self->interview != NULL)
    put_string (out, "interview", self->interview);
  else
    {
      put_name (out, "interview");
      g_string_append (out, "null");
    }
  put_strings (out, "principles", self->principles);
}

static void
put_settings (GString *out, const StarlingEvent *self)
{
  if (self->has_retention)
    put_double (out, "retention", self->retention);
  if (self->has_new_per_day)
    put_int (out, "new_per_day", self->new_per_day);
  if (self->has_reviews_per_day)
    put_int (out, "reviews_per_day", self->reviews_per_day);
}

/* Appends the members of the event's type. */
static void
put_members (GString *out, const StarlingEvent *self)
{
  switch (self->type)
    {
    case STARLING_EVENT_REVIEW:
      put_string (out, "card", self->card);
      put_int (out, "grade", self->grade);
      put_int (out, "ms", self->ms);
      put_level (out, self->level);
      put_string (out, "angle", self->angle);
      break;
    case STARLING_EVENT_REHEARSAL:
      put_rehearsal (out, self);
      break;
    case STARLING_EVENT_QUIZ:
      put_quiz (out, self);
      break;
    case STARLING_EVENT_CARD:
      put_string (out, "card", self->card);
      put_string (out, "action", self->action);
      break;
    case STARLING_EVENT_UNDO:
      put_string (out, "of", self->of);
      break;
    case STARLING_EVENT_FORGET:
      put_string (out, "scenario", self->scenario);
      break;
    case STARLING_EVENT_GOAL:
      put_goal (out, self);
      break;
    case STARLING_EVENT_SETTINGS:
      put_settings (out, self);
      break;
    case STARLING_EVENT_LOOP:
      put_level (out, self->level);
      put_slots (out, self->slots);
      break;
    case STARLING_EVENT_LOOP_END:
      put_string (out, "loop", self->loop);
      put_string (out, "status", self->status);
      break;
    case STARLING_EVENT_FINDING:
      put_string (out, "scenario", self->scenario);
      put_string (out, "rule", self->rule);
      put_string (out, "excerpt", self->excerpt);
      put_string (out, "action", self->action);
      break;
    case STARLING_EVENT_UNKNOWN:
    default:
      break;
    }
}

/**
 * starling_event_to_line:
 * @self: an event
 *
 * Writes the members in the order in which the format names them; those of an
 * event from input as they came, unknown ones included. `id` and `at` are left
 * out where they are not set yet. An event of an unknown type is the line that
 * it was read from.
 *
 * Returns: (transfer full): one line of the journal, without its newline
 */
char *
starling_event_to_line (const StarlingEvent *self)
{
  GString *out = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->type == STARLING_EVENT_UNKNOWN)
    return g_strdup (self->line != NULL ? self->line : "{}");

  out = g_string_new ("{");
  put_int (out, "v", 1);
  put_string (out, "id", self->id);
  if (self->at != STARLING_AT_UNSET)
    {
      g_autofree char *at = starling_time_format_utc (self->at);

      put_string (out, "at", at);
    }
  if (self->offset != STARLING_OFFSET_UNSET)
    put_int (out, "offset", self->offset);
  put_string (out, "type", starling_event_type_to_id (self->type));
  if (self->members == NULL)
    put_members (out, self);
  else if (*self->members != '\0')
    {
      g_string_append_c (out, ',');
      g_string_append (out, self->members);
    }
  g_string_append_c (out, '}');
  return g_string_free (out, FALSE);
}
