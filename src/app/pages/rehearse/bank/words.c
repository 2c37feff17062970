/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/bank/words.h"

#include <glib/gi18n.h>

static const char *
get_name (StarlingCatalogue *catalogue, int principle)
{
  return starling_catalogue_get_principle (catalogue, (guint) principle)->name;
}

/**
 * starling_rehearse_format_tests:
 * @catalogue: the catalogue
 * @question: a question of the bank
 *
 * Returns: (transfer full): the principles that it may be meant for, its own
 *   first, such as "Ownership · perhaps Dive Deep, Think Big"
 */
char *
starling_rehearse_format_tests (StarlingCatalogue *catalogue,
                                const StarlingBankQuestion *question)
{
  const char *own = get_name (catalogue, question->principle);
  g_autoptr (GString) others = g_string_new (NULL);

  for (int i = 0; i < STARLING_MAX_PRINCIPLES; i++)
    if (question->also & STARLING_PRINCIPLE_BIT (i))
      g_string_append_printf (others, "%s%s", others->len > 0 ? ", " : "",
                              get_name (catalogue, i));
  if (others->len == 0)
    return g_strdup (own);
  /* Translators: names of principles that a question may be meant for */
  return g_strdup_printf (_ ("%s · perhaps %s"), own, others->str);
}

/**
 * starling_rehearse_format_angle:
 * @catalogue: the catalogue
 * @angle: of a principle, or STARLING_AS_TOLD
 *
 * Returns: (transfer full): how a story is to be told
 */
char *
starling_rehearse_format_angle (StarlingCatalogue *catalogue, int angle)
{
  if (angle == STARLING_AS_TOLD)
    return g_strdup (_ ("As told"));
  /* Translators: %s is the name of a principle */
  return g_strdup_printf (_ ("Told for %s"), get_name (catalogue, angle));
}

/**
 * starling_rehearse_format_answer:
 * @catalogue: the catalogue
 * @answer: a story to answer with
 *
 * Returns: (transfer full): what it is about and how often it was told, such
 *   as "Ownership · 3 takes"
 */
char *
starling_rehearse_format_answer (StarlingCatalogue *catalogue,
                                 const StarlingLibraryAnswer *answer)
{
  const char *principle
      = get_name (catalogue, starling_summary_get_principle (answer->summary));
  g_autofree char *takes
      = answer->n_takes == 0 ? g_strdup (_ ("Not rehearsed yet"))
                             : g_strdup_printf (ngettext ("%u take", "%u takes",
                                                          answer->n_takes),
                                                answer->n_takes);

  return g_strdup_printf ("%s · %s", principle, takes);
}
