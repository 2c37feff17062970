/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Any bytes as a pack: it is refused with reasons, or can be used wholly. */
#include "config.h"

#include "fuzz.h"

#include "model/catalogue.h"
#include "storage/pack.h"

static StarlingCatalogue *
get_catalogue (void)
{
  static StarlingCatalogue *catalogue;
  g_autofree char *file
      = g_build_filename (STARLING_SOURCE_DATADIR, "catalogue.json", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize length = 0;

  if (catalogue != NULL)
    return catalogue;
  g_file_get_contents (file, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);
  catalogue = starling_catalogue_new_from_bytes (bytes, file, &error);
  g_assert_no_error (error);
  return catalogue;
}

/* Each complaint says where it is, in words. */
static void
check_complaints (StarlingPack *pack, size_t length)
{
  guint n_errors = 0;

  for (guint i = 0; i < pack->complaints->len; i++)
    {
      StarlingComplaint *complaint = g_ptr_array_index (pack->complaints, i);
      g_autofree char *line = starling_complaint_format (complaint, "p.json");

      g_assert_true (g_str_has_prefix (line, "p.json:"));
      g_assert_true (g_utf8_validate (line, -1, NULL));
      g_assert_cmpuint (complaint->offset, <=, length);
      n_errors += complaint->severity == STARLING_SEVERITY_ERROR;
    }
  g_assert_cmpuint (n_errors, ==, pack->n_errors);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t length)
{
  g_autofree char *path = scratch_put ("pack.json", data, length);
  g_autoptr (StarlingPack) pack = starling_pack_load (path, get_catalogue ());

  check_complaints (pack, length);
  if (pack->n_errors > 0)
    g_assert_cmpuint (pack->entries->len, ==, 0);
  for (guint i = 0; i < pack->entries->len; i++)
    {
      const StarlingPackEntry *entry = g_ptr_array_index (pack->entries, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (StarlingScenario) scenario
          = starling_pack_open_scenario (pack, i, get_catalogue (), &error);

      g_assert_no_error (error);
      g_assert_cmpstr (scenario->id, ==, entry->id);
    }
  return 0;
}
