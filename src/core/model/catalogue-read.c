/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "model/catalogue-private.h"

#include "base/error.h"
#include "base/json-shape.h"

#include <string.h>

/* The file format, as tables */

static gboolean
is_format (const char *value, gpointer data)
{
  return g_str_equal (value, "starling-catalogue");
}

static gboolean
is_level (const char *value, gpointer data)
{
  return starling_level_from_id (value, NULL);
}

static void
check_seconds (StarlingJson *json, guint node, gpointer data)
{
  guint min = starling_json_find (json, node, "min");
  guint max = starling_json_find (json, node, "max");
  gint64 least, most;

  if (min != 0 && max != 0 && starling_json_get_integer (json, min, &least)
      && starling_json_get_integer (json, max, &most) && least > most)
    starling_json_complain (json, STARLING_SEVERITY_ERROR, min,
                            "write a number that is not above \"max\" here");
}

static void
check_levels (StarlingJson *json, guint node, gpointer data)
{
  guint i = 0;

  for (guint level = starling_json_get_first (json, node);
       level != 0 && i < STARLING_N_LEVELS;
       level = starling_json_get_next (json, level), i++)
    {
      guint id = starling_json_find (json, level, "id");
      g_autofree char *value
          = id != 0 ? starling_json_dup_string (json, id) : NULL;

      if (value != NULL
          && !g_str_equal (value, starling_level_to_id ((StarlingLevel) i)))
        starling_json_complain (json, STARLING_SEVERITY_ERROR, id,
                                "write \"%s\" here: the levels stand in the "
                                "order sde1, sde2, senior",
                                starling_level_to_id ((StarlingLevel) i));
    }
}

static const StarlingShape format_shape = {
  .kind = STARLING_SHAPE_STRING,
  .what = "\"starling-catalogue\"",
  .accepts = is_format,
};

static const StarlingShape level_id_shape = {
  .kind = STARLING_SHAPE_STRING,
  .what = "\"sde1\", \"sde2\" or \"senior\"",
  .accepts = is_level,
};

static const StarlingShape seconds_value_shape = {
  .kind = STARLING_SHAPE_INTEGER,
  .what = "a whole number of seconds from 30 to 900",
  .min = 30,
  .max = 900,
};

static const StarlingShape seconds_shape = {
  .kind = STARLING_SHAPE_OBJECT,
  .what = "an object of \"min\" and \"max\" seconds",
  .members = (const StarlingShapeMember[]) {
      { "min", &seconds_value_shape, TRUE },
      { "max", &seconds_value_shape, TRUE },
      { NULL },
  },
  .check = check_seconds,
};

static const StarlingShape level_shape = {
  .kind = STARLING_SHAPE_OBJECT,
  .what = "an object that describes a level",
  .members = (const StarlingShapeMember[]) {
      { "id", &level_id_shape, TRUE },
      { "name", &starling_shape_line, TRUE },
      { "guidance", &starling_shape_text, TRUE },
      { "bar", &starling_shape_text, TRUE },
      { "seconds", &seconds_shape, TRUE },
      { NULL },
  },
};

static const StarlingShape levels_shape = {
  .kind = STARLING_SHAPE_ARRAY,
  .what = "a list of the three levels",
  .min = STARLING_N_LEVELS,
  .max = STARLING_N_LEVELS,
  .items = &level_shape,
  .check = check_levels,
};

static const StarlingShape looks_for_shape = {
  .kind = STARLING_SHAPE_ARRAY,
  .what = "a list of what interviewers look for",
  .min = 1,
  .max = 20,
  .items = &starling_shape_line,
};

static const StarlingShape principle_shape = {
  .kind = STARLING_SHAPE_OBJECT,
  .what = "an object that describes a principle",
  .members = (const StarlingShapeMember[]) {
      { "id", &starling_shape_id, TRUE },
      { "name", &starling_shape_line, TRUE },
      { "summary", &starling_shape_text, TRUE },
      { "looks_for", &looks_for_shape, TRUE },
      { NULL },
  },
};

static const StarlingShape principles_shape = {
  .kind = STARLING_SHAPE_ARRAY,
  .what = "a list of principles",
  .min = 1,
  .max = STARLING_MAX_PRINCIPLES,
  .items = &principle_shape,
  .unique_member = "id",
};

static const StarlingShape catalogue_shape = {
  .kind = STARLING_SHAPE_OBJECT,
  .what = "an object that describes the catalogue",
  .members = (const StarlingShapeMember[]) {
      { "format", &format_shape, TRUE },
      { "version", &starling_shape_version, TRUE },
      { "levels", &levels_shape, TRUE },
      { "principles", &principles_shape, TRUE },
      { NULL },
  },
};

/* Reading: the file has its shape by then */

static guint
get_member (StarlingJson *json, guint object, const char *name)
{
  gint64 value = 0;

  starling_json_get_integer (json, starling_json_find (json, object, name),
                             &value);
  return (guint) value;
}

static void
read_levels (StarlingCatalogue *self, StarlingJson *json)
{
  guint node
      = starling_json_get_first (json, starling_json_find (json, 0, "levels"));

  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    {
      guint seconds = starling_json_find (json, node, "seconds");

      self->levels[i].id = starling_json_dup_member (json, node, "id");
      self->levels[i].name = starling_json_dup_member (json, node, "name");
      self->levels[i].guidance
          = starling_json_dup_member (json, node, "guidance");
      self->levels[i].bar = starling_json_dup_member (json, node, "bar");
      self->levels[i].min_seconds = get_member (json, seconds, "min");
      self->levels[i].max_seconds = get_member (json, seconds, "max");
      node = starling_json_get_next (json, node);
    }
}

static void
read_principles (StarlingCatalogue *self, StarlingJson *json)
{
  for (guint node
       = starling_json_get_first (json,
                                  starling_json_find (json, 0, "principles"));
       node != 0; node = starling_json_get_next (json, node))
    {
      StarlingPrinciple *principle = g_new0 (StarlingPrinciple, 1);
      guint looks_for = starling_json_find (json, node, "looks_for");

      principle->id = starling_json_dup_member (json, node, "id");
      principle->name = starling_json_dup_member (json, node, "name");
      principle->summary = starling_json_dup_member (json, node, "summary");
      principle->looks_for = starling_json_dup_strings (json, looks_for);
      g_ptr_array_add (self->principles, principle);
    }
}

/**
 * starling_catalogue_new_from_bytes:
 * @bytes: the text of a catalogue file
 * @file: its name, for errors
 * @error: return location for an error
 *
 * Reads the catalogue: `{"format":"starling-catalogue","version":1,
 * "levels":[{id,name,guidance,bar,seconds:{min,max}}×3],
 * "principles":[{id,name,summary,looks_for:[…]}…]}`.
 *
 * Returns: (transfer full) (nullable): the catalogue, or %NULL with
 *   %STARLING_PACK_ERROR_INVALID, whose message is the first complaint with
 *   `FILE:LINE:COLUMN`
 */
StarlingCatalogue *
starling_catalogue_new_from_bytes (GBytes *bytes,
                                   const char *file,
                                   GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = g_malloc (length + 1);
  g_autoptr (StarlingJson) json = NULL;
  StarlingCatalogue *self;

  if (length > 0)
    memcpy (text, data, length);
  text[length] = '\0';
  json = starling_json_new (text, length);
  if (starling_json_scan (json))
    starling_shape_check (&catalogue_shape, json, 0, NULL);
  if (starling_json_get_n_errors (json) > 0)
    {
      g_autoptr (GPtrArray) complaints = starling_json_steal_complaints (json);
      g_autofree char *message
          = starling_complaint_format (complaints->pdata[0], file);

      g_set_error_literal (error, STARLING_PACK_ERROR,
                           STARLING_PACK_ERROR_INVALID, message);
      return NULL;
    }

  self = starling_catalogue_new ();
  read_levels (self, json);
  read_principles (self, json);
  return self;
}
