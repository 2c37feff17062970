/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library.h"

/**
 * starling_library_find_data_dir:
 *
 * Finds the program's own data: what `STARLING_DATA_DIR` names; for a program
 * that runs from where it was built, the sources; else where it is installed.
 *
 * Returns: (transfer full): the folder with catalogue.json
 */
char *
starling_library_find_data_dir (void)
{
  const char *named = g_getenv ("STARLING_DATA_DIR");
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);

  if (named != NULL && *named != '\0')
    return g_canonicalize_filename (named, NULL);
  if (program != NULL
      && g_str_has_prefix (program, STARLING_BUILD_ROOT G_DIR_SEPARATOR_S))
    return g_strdup (STARLING_SOURCE_DATADIR);
  return g_strdup (STARLING_PKGDATADIR);
}

/**
 * starling_library_find_user_dir:
 *
 * A relative `$XDG_DATA_HOME` counts as none, as the XDG Base Directory
 * Specification has it.
 *
 * Returns: (transfer full): the folder of the user's own data,
 *   `$XDG_DATA_HOME/starling`; it need not exist
 */
char *
starling_library_find_user_dir (void)
{
  const char *dir = g_get_user_data_dir ();

  if (g_path_is_absolute (dir))
    return g_build_filename (dir, "starling", NULL);
  return g_build_filename (g_get_home_dir (), ".local", "share", "starling",
                           NULL);
}

/**
 * starling_library_find_cache_dir:
 *
 * Returns: (transfer full): the folder of what can be derived again,
 *   `$XDG_CACHE_HOME/starling`; it need not exist
 */
char *
starling_library_find_cache_dir (void)
{
  const char *dir = g_get_user_cache_dir ();

  if (g_path_is_absolute (dir))
    return g_build_filename (dir, "starling", NULL);
  return g_build_filename (g_get_home_dir (), ".cache", "starling", NULL);
}
