/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/today/waiting.h"

#include <glib/gi18n.h>
#include <string.h>

#include "quiz-draft.h"

#define SCOPE_SCENARIO "scenario:"
#define SCOPE_PRINCIPLE "principle:"

/* What a scope is called; NULL if there is no such thing any more. */
static char *
name_scope (StarlingLibrary *library, const char *scope)
{
  if (g_str_has_prefix (scope, SCOPE_SCENARIO))
    {
      StarlingSummary *summary
          = starling_library_find_summary (library,
                                           scope + strlen (SCOPE_SCENARIO));

      return summary != NULL ? g_strdup (starling_summary_get_title (summary))
                             : NULL;
    }
  if (g_str_has_prefix (scope, SCOPE_PRINCIPLE))
    {
      StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
      int index = starling_catalogue_find_principle (
          catalogue, scope + strlen (SCOPE_PRINCIPLE));

      return index >= 0 ? g_strdup (
                 starling_catalogue_get_principle (catalogue, (guint) index)
                     ->name)
                        : NULL;
    }
  return g_strdup (g_str_equal (scope, "my-stories") ? _ ("My stories")
                                                     : _ ("All stories"));
}

/**
 * starling_today_find_waiting:
 * @session: a session
 * @out: (out caller-allocates): the quiz that waits
 *
 * Returns: whether there is one of which something is left to answer
 */
gboolean
starling_today_find_waiting (StarlingSession *session,
                             StarlingTodayWaiting *out)
{
  StarlingLibrary *library = starling_session_get_library (session);
  g_autoptr (StarlingQuizDraft) draft = starling_quiz_draft_load (library);

  if (draft == NULL)
    return FALSE;
  out->n_all = starling_quiz_get_length (draft->quiz);
  out->n_left = out->n_all - starling_quiz_get_n_answers (draft->quiz);
  if (out->n_left == 0)
    return FALSE;
  out->name = name_scope (library, draft->scope);
  out->scope = g_steal_pointer (&draft->scope);
  return out->name != NULL;
}

/**
 * starling_today_waiting_clear:
 * @self: a quiz that waits, or nothing but zeros
 */
void
starling_today_waiting_clear (StarlingTodayWaiting *self)
{
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->name, g_free);
}

/**
 * starling_today_format_waiting:
 * @n_left: questions without an answer, at least 1
 * @n_all: questions of the quiz
 *
 * Returns: (transfer full): that a quiz waits
 */
char *
starling_today_format_waiting (guint n_left, guint n_all)
{
  return g_strdup_printf (ngettext ("A quiz waits: %u of %u question left.",
                                    "A quiz waits: %u of %u questions left.",
                                    n_all),
                          n_left, n_all);
}
