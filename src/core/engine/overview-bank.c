/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/overview.h"

/**
 * starling_overview_story_is_in_bank:
 * @self: a story
 *
 * Returns: whether the user has it: it is their own, or was told at least once
 */
gboolean
starling_overview_story_is_in_bank (const StarlingOverviewStory *self)
{
  return self->own || self->n_takes > 0;
}

/**
 * starling_overview_story_serves:
 * @self: a story
 * @principle: index of a principle
 *
 * Returns: whether it is about the principle, or can be told for it
 */
gboolean
starling_overview_story_serves (const StarlingOverviewStory *self,
                                int principle)
{
  return self->principle == principle
         || (self->angles & STARLING_PRINCIPLE_BIT (principle)) != 0;
}

/**
 * starling_overview_get_cover:
 * @stories: (array length=n_stories): all stories
 * @n_stories: how many
 * @principle: index of a principle
 *
 * Returns: how many stories of the bank serve the principle
 */
StarlingOverviewCover
starling_overview_get_cover (const StarlingOverviewStory *stories,
                             guint n_stories,
                             int principle)
{
  StarlingOverviewCover cover = { 0 };

  for (guint i = 0; i < n_stories; i++)
    {
      if (!starling_overview_story_is_in_bank (&stories[i]))
        continue;
      if (stories[i].principle == principle)
        cover.n_stories++;
      else if (starling_overview_story_serves (&stories[i], principle))
        cover.n_angles++;
    }
  return cover;
}

/* Of the stories about a principle (-1: any), the first of the user's own,
 * else the first; -1: there is none. */
static int
find_story (const StarlingOverviewStory *stories, guint n, int principle)
{
  int found = -1;

  for (guint i = 0; i < n; i++)
    {
      if (principle >= 0 && stories[i].principle != principle)
        continue;
      if (stories[i].own)
        return (int) i;
      if (found < 0)
        found = (int) i;
    }
  return found;
}

/* The first principle that no story of the bank serves, although there is one
 * to tell; -1: none. */
static int
find_gap (const StarlingOverviewStory *stories,
          guint n_stories,
          guint n_principles,
          StarlingPrincipleSet wanted)
{
  for (guint i = 0; i < n_principles; i++)
    {
      StarlingOverviewCover cover;

      if (wanted != 0 && (wanted & STARLING_PRINCIPLE_BIT (i)) == 0)
        continue;
      cover = starling_overview_get_cover (stories, n_stories, (int) i);
      if (cover.n_stories + cover.n_angles == 0
          && find_story (stories, n_stories, (int) i) >= 0)
        return (int) i;
    }
  return -1;
}

/* The first own story that was never told, and the one told longest ago. */
static void
find_told (const StarlingOverviewStory *stories,
           guint n_stories,
           int *untold,
           int *oldest)
{
  *untold = -1;
  *oldest = -1;
  for (guint i = 0; i < n_stories; i++)
    {
      const StarlingOverviewStory *story = &stories[i];

      if (story->n_takes == 0)
        {
          if (story->own && *untold < 0)
            *untold = (int) i;
        }
      else if (*oldest < 0
               || story->last_take_at < stories[*oldest].last_take_at)
        *oldest = (int) i;
    }
}

/**
 * starling_overview_find_next:
 * @stories: (array length=n_stories): all stories
 * @n_stories: how many
 * @n_principles: how many principles there are
 * @wanted: the principles to prepare; 0: all
 * @next: (out caller-allocates): what to do next
 *
 * Finds what the bank of stories needs most: a first story; one for the first
 * principle to prepare that none serves; the first telling of an own story;
 * else the story that was told longest ago.
 */
void
starling_overview_find_next (const StarlingOverviewStory *stories,
                             guint n_stories,
                             guint n_principles,
                             StarlingPrincipleSet wanted,
                             StarlingOverviewNext *next)
{
  int gap = find_gap (stories, n_stories, n_principles, wanted);
  int untold, oldest;

  g_return_if_fail (next != NULL);

  *next = (StarlingOverviewNext){ STARLING_OVERVIEW_NOTHING, -1, 0 };
  find_told (stories, n_stories, &untold, &oldest);
  if (n_stories == 0)
    return;
  if (oldest < 0)
    {
      next->kind = STARLING_OVERVIEW_BEGIN;
      next->principle = untold >= 0 ? -1 : gap;
      next->story = (guint) find_story (stories, n_stories, next->principle);
    }
  else if (gap >= 0)
    {
      next->kind = STARLING_OVERVIEW_GAP;
      next->principle = gap;
      next->story = (guint) find_story (stories, n_stories, gap);
    }
  else
    {
      next->kind
          = untold >= 0 ? STARLING_OVERVIEW_UNTOLD : STARLING_OVERVIEW_OLDEST;
      next->story = (guint) (untold >= 0 ? untold : oldest);
    }
}
