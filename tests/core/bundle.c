/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "bundle.h"

#include "storage/pack.h"
#include "support.h"

#include <string.h>

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

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * test_list_bundle:
 *
 * Returns: (transfer full) (element-type filename): the files of all bundled
 *   packs, by name; at least one
 */
GPtrArray *
test_list_bundle (void)
{
  g_autofree char *folder = test_dup_source_file ("data/packs");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (files, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (files->len, >, 0);
  g_ptr_array_sort (files, compare_names);
  return files;
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
  g_autoptr (GPtrArray) files = test_list_bundle ();
  GPtrArray *scenarios = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_scenario_unref);

  for (guint i = 0; i < files->len; i++)
    add_pack (scenarios, g_ptr_array_index (files, i), catalogue);
  g_assert_cmpuint (scenarios->len, >, 0);
  return scenarios;
}
