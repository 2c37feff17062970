/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settings.h"

#include "model/question.h"

/*
 * The schema of an uninstalled build lies beside it, in BUILD/data. It counts
 * only for an executable of that build, so that an installed one never depends
 * on a folder that happens to exist.
 */
static GSettingsSchemaSource *
build_schema_source (void)
{
  g_autofree char *executable = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *dir = NULL;

  if (executable == NULL
      || !g_str_has_prefix (executable, STARLING_BUILD_ROOT G_DIR_SEPARATOR_S))
    return NULL;

  dir = g_build_filename (STARLING_BUILD_ROOT, "data", NULL);

  return g_settings_schema_source_new_from_directory (
      dir, g_settings_schema_source_get_default (), TRUE, NULL);
}

static GSettings *
open_settings (void)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  GSettingsSchemaSource *source = build_schema_source ();

  if (source != NULL)
    {
      schema = g_settings_schema_source_lookup (source, STARLING_APP_ID, FALSE);
      g_settings_schema_source_unref (source);
    }
  if (schema == NULL)
    return g_settings_new (STARLING_APP_ID);

  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * starling_settings_get:
 *
 * The application's settings. An executable of a build uses the schema of that
 * build; any other one the installed schema, whose absence is fatal (as it is
 * for g_settings_new()). Call it from the main thread.
 *
 * Returns: (transfer none): the one instance, which lives as long as the
 *   process
 */
GSettings *
starling_settings_get (void)
{
  static GSettings *settings;

  if (settings == NULL)
    settings = open_settings ();

  return settings;
}

/**
 * starling_settings_get_quiz_kinds:
 *
 * Returns: the kinds of questions that a quiz asks, bit
 *   (1 << #StarlingQuestionKind) for each; at least one
 */
guint
starling_settings_get_quiz_kinds (void)
{
  g_auto (GStrv) off
      = g_settings_get_strv (starling_settings_get (), "quiz-kinds-off");
  guint kinds = STARLING_ALL_QUESTION_KINDS;

  for (guint i = 0; off[i] != NULL; i++)
    {
      StarlingQuestionKind kind;

      if (starling_question_kind_from_id (off[i], &kind))
        kinds &= ~(1u << kind);
    }
  return kinds != 0 ? kinds : STARLING_ALL_QUESTION_KINDS;
}

/**
 * starling_settings_set_quiz_kinds:
 * @kinds: bit (1 << #StarlingQuestionKind) for each that a quiz asks; one at
 *   least
 *
 * Keeps the choice. Names of kinds that this version does not know stay.
 */
void
starling_settings_set_quiz_kinds (guint kinds)
{
  g_auto (GStrv) old
      = g_settings_get_strv (starling_settings_get (), "quiz-kinds-off");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) off = NULL;

  g_return_if_fail ((kinds & STARLING_ALL_QUESTION_KINDS) != 0);

  for (guint kind = 0; kind < STARLING_N_QUESTION_KINDS; kind++)
    if ((kinds & (1u << kind)) == 0)
      g_strv_builder_add (builder, starling_question_kind_to_id (
                                       (StarlingQuestionKind) kind));
  for (guint i = 0; old[i] != NULL; i++)
    {
      StarlingQuestionKind kind;

      if (!starling_question_kind_from_id (old[i], &kind))
        g_strv_builder_add (builder, old[i]);
    }
  off = g_strv_builder_end (builder);
  g_settings_set_strv (starling_settings_get (), "quiz-kinds-off",
                       (const char *const *) off);
}
