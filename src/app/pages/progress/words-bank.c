/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/progress/words.h"

#include <glib/gi18n.h>

static const char *
get_name (const StarlingOverview *overview, guint principle)
{
  return starling_catalogue_get_principle (overview->catalogue, principle)
      ->name;
}

static int
compare_bank_cb (gconstpointer a, gconstpointer b)
{
  const StarlingOverviewStory *left = *(const StarlingOverviewStory *const *) a;
  const StarlingOverviewStory *right
      = *(const StarlingOverviewStory *const *) b;

  if (left->last_take_at != right->last_take_at)
    return left->last_take_at > right->last_take_at ? -1 : 1;
  return (left > right) - (left < right); /* as the sidebar has them */
}

/**
 * starling_progress_list_bank:
 * @overview: where the user stands
 *
 * Returns: (transfer full) (element-type StarlingOverviewStory): the stories
 *   that the user has, those told last first; valid as long as @overview
 */
GPtrArray *
starling_progress_list_bank (const StarlingOverview *overview)
{
  GPtrArray *bank = g_ptr_array_new ();

  for (guint i = 0; i < overview->stories->len; i++)
    {
      StarlingOverviewStory *story
          = &g_array_index (overview->stories, StarlingOverviewStory, i);

      if (starling_overview_story_is_in_bank (story))
        g_ptr_array_add (bank, story);
    }
  g_ptr_array_sort (bank, compare_bank_cb);
  return bank;
}

/**
 * starling_progress_format_story:
 * @overview: where the user stands
 * @story: one of its stories
 *
 * Returns: (transfer full): which principles it serves, its own one first
 */
char *
starling_progress_format_story (const StarlingOverview *overview,
                                const StarlingOverviewStory *story)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *others = NULL;

  for (guint i = 0; i < overview->n_principles; i++)
    if ((int) i != story->principle
        && starling_overview_story_serves (story, (int) i))
      g_ptr_array_add (names, (gpointer) get_name (overview, i));
  if (names->len == 0)
    return g_strdup (get_name (overview, (guint) story->principle));
  g_ptr_array_add (names, NULL);
  /* Translators: between the names of principles */
  others = g_strjoinv (_ (" · "), (char **) names->pdata);
  /* Translators: a principle, and others that the story can be told for */
  return g_strdup_printf (_ ("%s, also for %s"),
                          get_name (overview, (guint) story->principle),
                          others);
}

static gboolean
is_wanted (const StarlingOverview *overview, guint principle)
{
  return overview->goal.principles == 0
         || (overview->goal.principles & STARLING_PRINCIPLE_BIT (principle))
                != 0;
}

/**
 * starling_progress_format_gaps:
 * @overview: where the user stands
 *
 * Returns: (transfer full): which of the principles to prepare no story of the
 *   bank serves
 */
char *
starling_progress_format_gaps (const StarlingOverview *overview)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint n_wanted = 0;

  for (guint i = 0; i < overview->n_principles; i++)
    {
      StarlingOverviewCover cover = starling_overview_get_cover (
          (gconstpointer) overview->stories->data, overview->stories->len,
          (int) i);

      if (!is_wanted (overview, i))
        continue;
      n_wanted++;
      if (cover.n_stories + cover.n_angles == 0)
        g_ptr_array_add (names, (gpointer) get_name (overview, i));
    }
  if (names->len == 0)
    return g_strdup (_ ("Every principle has a story"));
  if (names->len == n_wanted)
    return g_strdup (_ ("No principle has a story yet"));
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (_ (" · "), (char **) names->pdata);
  /* Translators: names of principles */
  return g_strdup_printf (_ ("Without a story: %s"), list);
}

/**
 * starling_progress_format_next:
 * @overview: where the user stands
 *
 * Returns: (transfer full) (nullable): what to do next about the stories, in a
 *   sentence
 */
char *
starling_progress_format_next (const StarlingOverview *overview)
{
  const StarlingOverviewNext *next = &overview->next;
  const char *title;

  if (next->kind == STARLING_OVERVIEW_NOTHING)
    return NULL;
  title = g_array_index (overview->stories, StarlingOverviewStory, next->story)
              .title;
  switch (next->kind)
    {
    case STARLING_OVERVIEW_BEGIN:
      return g_strdup_printf (_ ("Tell your first story: “%s”."), title);
    case STARLING_OVERVIEW_GAP:
      /* Translators: a principle, and the title of a story */
      return g_strdup_printf (_ ("No story serves %s yet: tell “%s”."),
                              get_name (overview, (guint) next->principle),
                              title);
    case STARLING_OVERVIEW_UNTOLD:
      return g_strdup_printf (_ ("You have not told “%s” yet."), title);
    case STARLING_OVERVIEW_OLDEST:
    case STARLING_OVERVIEW_NOTHING:
    default:
      return g_strdup_printf (_ ("You told “%s” longest ago."), title);
    }
}

/**
 * starling_progress_format_bank:
 * @overview: where the user stands
 *
 * Returns: (transfer full): how many stories there are, and how many of the
 *   principles to prepare they serve
 */
char *
starling_progress_format_bank (const StarlingOverview *overview)
{
  g_autoptr (GPtrArray) bank = starling_progress_list_bank (overview);
  g_autofree char *stories = NULL;
  guint n = 0, n_wanted = 0;

  for (guint i = 0; i < overview->n_principles; i++)
    {
      StarlingOverviewCover cover = starling_overview_get_cover (
          (gconstpointer) overview->stories->data, overview->stories->len,
          (int) i);

      if (!is_wanted (overview, i))
        continue;
      n_wanted++;
      n += cover.n_stories + cover.n_angles > 0 ? 1 : 0;
    }
  stories = g_strdup_printf (ngettext ("%u story", "%u stories", bank->len),
                             bank->len);
  /* Translators: "3 stories", and how many principles they serve */
  return g_strdup_printf (ngettext ("%s for %u of %u principle",
                                    "%s for %u of %u principles", n_wanted),
                          stories, n, n_wanted);
}
