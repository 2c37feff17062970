/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/pack-private.h"

#include "base/error.h"

#include <unistd.h>

/* How many containers are around a scenario: the pack, and the list. */
#define SCENARIO_DEPTH 2

static StarlingPack *
pack_new (const char *file)
{
  StarlingPack *self = g_atomic_rc_box_new0 (StarlingPack);

  self->file = g_strdup (file);
  self->entries = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_pack_entry_free);
  self->complaints = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_complaint_free);
  return self;
}

static void
pack_clear (gpointer data)
{
  StarlingPack *self = data;

  g_free (self->file);
  g_free (self->id);
  g_free (self->title);
  g_free (self->language);
  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->complaints);
}

/* Whether @node is an item of the pack's list of scenarios. */
static gboolean
is_scenario (StarlingJson *json, guint node)
{
  const StarlingJsonNode *item = starling_json_get (json, node);

  return item->name == 0 && item->position < STARLING_PACK_MAX_SCENARIOS
         && starling_json_has_name (json, item->parent, "scenarios");
}

/* Complains if another scenario of the pack has the id of @node. */
static void
check_id (StarlingPackReader *reader, StarlingJson *json, guint node)
{
  guint id_node = starling_json_find (json, node, "id");
  g_autofree char *id
      = id_node != 0 ? starling_json_dup_string (json, id_node) : NULL;
  gpointer first;

  if (id == NULL)
    return;
  if (g_hash_table_lookup_extended (reader->ids, id, NULL, &first))
    starling_json_complain (
        json, STARLING_SEVERITY_ERROR, id_node,
        "write another id here: this one belongs to $.scenarios[%u]",
        GPOINTER_TO_UINT (first));
  else
    g_hash_table_insert (reader->ids, g_steal_pointer (&id),
                         GUINT_TO_POINTER (
                             starling_json_get (json, node)->position));
}

/* Takes in a scenario as soon as the pass over the file is behind it. */
static void
read_item_cb (StarlingJson *json, guint node, gpointer data)
{
  StarlingPackReader *reader = data;

  if (!is_scenario (json, node))
    return;
  starling_shape_check (&starling_pack_scenario_shape, json, node, reader);
  check_id (reader, json, node);
  if (starling_json_get_n_errors (json) == 0)
    g_ptr_array_add (reader->pack->entries,
                     starling_pack_build_entry (json, node, reader->catalogue));
}

static void
set_complaints (StarlingPack *self, GPtrArray *complaints)
{
  g_ptr_array_unref (self->complaints);
  self->complaints = complaints;
  for (guint i = 0; i < complaints->len; i++)
    {
      const StarlingComplaint *complaint = g_ptr_array_index (complaints, i);

      if (complaint->severity == STARLING_SEVERITY_ERROR)
        self->n_errors++;
      else
        self->n_warnings++;
    }
  if (self->n_errors > 0)
    g_ptr_array_set_size (self->entries, 0);
}

static void
read_text (StarlingPack *self,
           const char *text,
           gsize length,
           StarlingCatalogue *catalogue)
{
  g_autoptr (StarlingJson) json = starling_json_new (text, length);
  g_autoptr (GHashTable) ids
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StarlingPackReader reader
      = { .catalogue = catalogue, .pack = self, .ids = ids };

  starling_json_set_item_func (json, SCENARIO_DEPTH, read_item_cb, &reader);
  if (starling_json_scan (json))
    {
      starling_shape_check (&starling_pack_shape, json, 0, &reader);
      self->id = starling_json_dup_member (json, 0, "id");
      self->title = starling_json_dup_member (json, 0, "title");
      self->language = starling_json_dup_member (json, 0, "language");
    }
  set_complaints (self, starling_json_steal_complaints (json));
}

static void
refuse (StarlingPack *self, const GError *error)
{
  GPtrArray *complaints = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_complaint_free);

  g_ptr_array_add (complaints, starling_complaint_new (STARLING_SEVERITY_ERROR,
                                                       0, "$", error->message));
  set_complaints (self, complaints);
}

/**
 * starling_pack_load:
 * @file: name of the file
 * @catalogue: the catalogue whose principles it refers to
 *
 * Reads and checks a pack. The file is untrusted: anything but a regular file
 * of at most 32 MiB is refused without blocking. Takes time and no locks: may
 * run on any thread.
 *
 * Returns: (transfer full): the pack; if it could not be read, with the
 *   complaint that says why, at line 1
 */
StarlingPack *
starling_pack_load (const char *file, StarlingCatalogue *catalogue)
{
  StarlingPack *self = pack_new (file);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  struct stat status;
  gsize length = 0;
  int fd = starling_pack_open_file (file, &status, &error);

  if (fd >= 0)
    {
      text
          = starling_pack_read (fd, 0, (gsize) status.st_size, &length, &error);
      close (fd);
    }
  if (text == NULL)
    {
      refuse (self, error);
      return self;
    }
  self->size = (guint64) status.st_size;
  self->mtime_us = starling_pack_get_mtime (&status);
  read_text (self, text, length, catalogue);
  return self;
}

/**
 * starling_pack_ref:
 * @self: a pack
 *
 * Returns: (transfer full): @self; from any thread
 */
StarlingPack *
starling_pack_ref (StarlingPack *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * starling_pack_unref:
 * @self: (transfer full): a pack
 *
 * Frees @self with its last reference; from any thread.
 */
void
starling_pack_unref (StarlingPack *self)
{
  g_atomic_rc_box_release_full (self, pack_clear);
}

static void
set_changed (StarlingPack *self, GError **error)
{
  g_set_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_CHANGED,
               "%s: this file has changed since it was read", self->file);
}

/* Reads bytes, if the file is still what was loaded. */
static char *
read_range (
    StarlingPack *self, gsize start, gsize end, gsize *length, GError **error)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) local_error = NULL;
  struct stat status;
  int fd = starling_pack_open_file (self->file, &status, &local_error);

  if (fd >= 0)
    {
      if ((guint64) status.st_size == self->size
          && starling_pack_get_mtime (&status) == self->mtime_us)
        text
            = starling_pack_read (fd, start, end - start, length, &local_error);
      else
        set_changed (self, &local_error);
      close (fd);
    }
  if (g_error_matches (local_error, STARLING_PACK_ERROR,
                       STARLING_PACK_ERROR_CHANGED))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (local_error != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&local_error),
                                "%s: ", self->file);
  return g_steal_pointer (&text);
}

/**
 * starling_pack_read_file:
 * @self: a pack
 * @length: (out): bytes of the file
 * @error: return location for an error
 *
 * Reads the whole file.
 *
 * Returns: (transfer full) (nullable): what it holds, with a 0 byte behind; or
 *   %NULL with %STARLING_PACK_ERROR_CHANGED if the file is not what was loaded
 *   any more, another %STARLING_PACK_ERROR or a #GIOErrorEnum
 */
char *
starling_pack_read_file (StarlingPack *self, gsize *length, GError **error)
{
  g_autofree char *text = read_range (self, 0, self->size, length, error);

  if (text == NULL || *length == self->size)
    return g_steal_pointer (&text);
  set_changed (self, error);
  return NULL;
}

/**
 * starling_pack_open_scenario:
 * @self: a pack without errors
 * @entry: index of an entry
 * @catalogue: the catalogue that the pack was loaded with
 * @error: return location for an error
 *
 * Reads one scenario, and nothing else of the file.
 *
 * Returns: (transfer full) (nullable): the scenario, or %NULL with
 *   %STARLING_PACK_ERROR_CHANGED if the file is not what was loaded any more,
 *   another %STARLING_PACK_ERROR or a #GIOErrorEnum if it cannot be read
 */
StarlingScenario *
starling_pack_open_scenario (StarlingPack *self,
                             guint entry,
                             StarlingCatalogue *catalogue,
                             GError **error)
{
  const StarlingPackEntry *known;
  g_autoptr (StarlingJson) json = NULL;
  g_autoptr (StarlingScenario) scenario = NULL;
  g_autofree char *text = NULL;
  StarlingPackReader reader = { .catalogue = catalogue, .pack = self };
  gsize length = 0;

  g_return_val_if_fail (entry < self->entries->len, NULL);

  known = g_ptr_array_index (self->entries, entry);
  text = read_range (self, known->start, known->end, &length, error);
  if (text == NULL)
    return NULL;

  json = starling_json_new (text, length);
  if (starling_json_scan (json))
    starling_shape_check (&starling_pack_scenario_shape, json, 0, &reader);
  if (starling_json_get_n_errors (json) == 0)
    {
      scenario = starling_pack_build_scenario (json, 0, catalogue);
      scenario->language = g_strdup (self->language);
    }
  if (scenario == NULL || !g_str_equal (scenario->id, known->id))
    {
      set_changed (self, error);
      return NULL;
    }
  return g_steal_pointer (&scenario);
}
