/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle.h"

#include "storage/pack.h"
#include "support.h"

static void
add_pack (GPtrArray *scenarios, const char *file, StarlingCatalogue *catalogue)
{
  g_autoptr (StarlingPack) pack = starling_pack_load (file, catalogue);

  g_assert_cmpuint (pack->n_errors, ==, 0);
  for (guint i = 0; i < pack->entries->len; i++)
    {
      g_autoptr (GError) error = NULL;
      StarlingScenario *scenario
          = starling_pack_open_scenario (pack, i, catalogue, &error);

      g_assert_no_error (error);
      g_ptr_array_add (scenarios, scenario);
    }
}

/**
 * test_load_bundle:
 * @catalogue: the catalogue
 *
 * Returns: (transfer full) (element-type StarlingScenario): the scenarios of
 *   all bundled packs, those of one pack together
 */
GPtrArray *
test_load_bundle (StarlingCatalogue *catalogue)
{
  g_autofree char *folder = test_dup_source_file ("data/packs");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *scenarios = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_scenario_unref);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (folder, name, NULL);

      add_pack (scenarios, file, catalogue);
    }
  g_assert_cmpuint (scenarios->len, >, 0);
  return scenarios;
}
