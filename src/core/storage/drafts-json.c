/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/drafts.h"

#include "base/json-index.h"

#include <string.h>

/* What is not strict JSON, or nested too deeply, does not reach json-glib. */
static JsonNode *
parse (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_autoptr (StarlingJson) json = starling_json_new (copy, length);

  if (!starling_json_scan (json) || starling_json_get_n_errors (json) > 0)
    return NULL;
  return json_from_string (copy, NULL);
}

/**
 * starling_drafts_load_json:
 * @self: drafts
 * @name: which one
 *
 * Reads a draft. Blocks for a small file.
 *
 * Returns: (transfer full) (nullable): what it holds; %NULL if there is none,
 *   or none that can be read
 */
JsonNode *
starling_drafts_load_json (StarlingDrafts *self, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = starling_drafts_load (self, name, &error);
  const char *text;
  gsize length;

  if (bytes == NULL)
    {
      if (error != NULL)
        g_info ("%s", error->message);
      return NULL;
    }
  text = g_bytes_get_data (bytes, &length);
  return length > 0 ? parse (text, length) : NULL;
}

/**
 * starling_drafts_save_json:
 * @self: drafts
 * @name: which one
 * @node: what is to be kept
 *
 * Replaces a draft. Does not wait for the disk.
 */
void
starling_drafts_save_json (StarlingDrafts *self,
                           const char *name,
                           JsonNode *node)
{
  char *text = json_to_string (node, FALSE);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  starling_drafts_save_async (self, name, bytes, NULL, NULL);
}
