/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/json-private.h"

#include <stdlib.h>
#include <string.h>

/* A name while looking for duplicates; @own where it has escapes. */
typedef struct
{
  const char *name;
  gsize length;
  guint32 offset;
  char *own;
} Name;

static int
compare_name (const Name *one, const Name *other)
{
  if (one->length != other->length)
    return one->length < other->length ? -1 : 1;
  return memcmp (one->name, other->name, one->length);
}

static int
compare_name_and_offset (gconstpointer a, gconstpointer b)
{
  const Name *one = a, *other = b;
  int order = compare_name (one, other);

  return order != 0 ? order : one->offset < other->offset ? -1 : 1;
}

/**
 * starling_json_check_names:
 * @self: an index
 * @object: number of an object
 * @first: first of its names among those of all open objects
 *
 * Complains of names that come twice, whichever way they are escaped.
 */
void
starling_json_check_names (StarlingJson *self, guint object, guint first)
{
  guint n = self->names->len - first;
  g_autofree Name *names = NULL;

  if (n < 2)
    return;
  names = g_new0 (Name, n);

  for (guint i = 0; i < n; i++)
    {
      gsize at = g_array_index (self->names, guint32, first + i);
      const char *start = self->text + at + 1;
      const char *end = self->text + starling_json_find_string_end (self, at);

      names[i].offset = (guint32) at;
      if (memchr (start, '\\', (gsize) (end - start)) != NULL)
        names[i].own = starling_json_unescape (start, end);
      names[i].name = names[i].own != NULL ? names[i].own : start;
      names[i].length = names[i].own != NULL ? strlen (names[i].own)
                                             : (gsize) (end - start);
    }

  qsort (names, n, sizeof (Name), compare_name_and_offset);
  for (guint i = 1; i < n; i++)
    if (compare_name (&names[i - 1], &names[i]) == 0)
      {
        g_autofree char *path
            = starling_json_dup_member_path (self, object, names[i].offset);

        starling_json_complain_at (
            self, STARLING_SEVERITY_ERROR, names[i].offset, path,
            "remove this member, or the one of the same name before it");
      }
  for (guint i = 0; i < n; i++)
    g_free (names[i].own);
}
