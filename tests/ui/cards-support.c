/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-support.h"

#include "support.h"

#include <string.h>

#define AWAY_DAYS 20

#define STEPS                                                                  \
  "{\"step\":\"action\",\"seconds\":90},"                                      \
  "{\"step\":\"result\",\"seconds\":20},"                                      \
  "{\"step\":\"reflection\",\"seconds\":15}]"

static void
record (StarlingLibrary *library, StarlingEvent *event)
{
  starling_library_record_async (library, event, NULL, NULL, NULL);
}

/* A review of a card, by somebody else, or at a time of its own: Unix ms; 0:
 * now. */
void
test_record_review (StarlingLibrary *library,
                    const char *name,
                    int grade,
                    gint64 at)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_REVIEW);

  event->card = g_strdup (name);
  event->grade = grade;
  event->level = STARLING_LEVEL_SDE2;
  if (at != 0)
    {
      event->at = at;
      event->offset = 0;
    }
  record (library, event);
}

/* Something other than a review, done by somebody else. */
void
test_record_card (StarlingLibrary *library,
                  const char *name,
                  const char *action)
{
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_CARD);

  event->card = g_strdup (name);
  event->action = g_strdup (action);
  record (library, event);
}

void
test_record_limits (StarlingLibrary *library,
                    int new_per_day,
                    int reviews_per_day)
{
  g_autoptr (StarlingEvent) event
      = starling_event_new (STARLING_EVENT_SETTINGS);

  event->has_new_per_day = event->has_reviews_per_day = TRUE;
  event->new_per_day = new_per_day;
  event->reviews_per_day = reviews_per_day;
  record (library, event);
}

/* An interview, for a single principle or, with NULL, for all of them. */
void
test_record_goal (StarlingLibrary *library,
                  const char *date,
                  const char *principle)
{
  const char *const principles[] = { principle, NULL };
  g_autoptr (StarlingEvent) event = starling_event_new (STARLING_EVENT_GOAL);

  event->interview = g_strdup (date);
  if (principle != NULL)
    event->principles = g_strdupv ((char **) principles);
  record (library, event);
}

/* Every card is known, and then there was no study for days. Returns the names
 * of all cards. */
GPtrArray *
test_go_away (StarlingLibrary *library)
{
  const StarlingDeck *deck = starling_library_get_deck (library);
  gint64 at = starling_clock_get_utc (starling_library_get_clock (library))
              - AWAY_DAYS * TEST_DAY;
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < deck->n_cards; i++)
    g_ptr_array_add (names, g_strdup (deck->cards[i].name));
  for (guint i = 0; i < names->len; i++)
    test_record_review (library, g_ptr_array_index (names, i),
                        STARLING_GRADE_EASY, at + i * TEST_MINUTE);
  return names;
}

/* What is on disk: StarlingEvent, oldest first. */
GPtrArray *
test_read_journal (StarlingLibrary *library)
{
  GPtrArray *events
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  g_autofree char *file
      = g_build_filename (starling_library_get_user_dir (library),
                          "journal.jsonl", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  starling_library_flush (library);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      StarlingEvent *event = starling_event_parse (lines[i], -1, NULL);

      g_assert_nonnull (event);
      g_ptr_array_add (events, event);
    }
  return events;
}

/* Writes the one scenario that there is among the user's stories. Its question
 * is its title too. */
static void
write_scenario (const char *folder, const char *question, const char *rest)
{
  g_autofree char *text = g_strdup_printf (
      "{\"format\":\"starling-pack\",\"version\":1,\"id\":\"own\","
      "\"title\":\"Own\",\"language\":\"en\",\"scenarios\":[{"
      "\"id\":\"own-story\",\"title\":\"%s\",\"question\":\"%s\","
      "\"principle\":\"ownership\",\"steps\":[%s}]}",
      question, question, rest);
  g_autofree char *stories = g_build_filename (folder, "stories", NULL);
  g_autofree char *path = g_build_filename (stories, "own.json", NULL);

  g_assert_cmpint (g_mkdir_with_parents (stories, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A story with two cards, of which the Task is one for seniors only. */
void
test_write_story (const char *folder, const char *question)
{
  write_scenario (folder, question,
                  "{\"step\":\"situation\",\"seconds\":30,"
                  "\"answer\":[{\"text\":\"It was so.\"}]},"
                  "{\"step\":\"task\",\"seconds\":20,"
                  "\"answer\":[{\"text\":\"I had to.\","
                  "\"levels\":[\"senior\"]}]}," STEPS);
}

/* A story with a single card, a follow-up question. */
void
test_write_probe (const char *folder, const char *question, const char *answer)
{
  g_autofree char *rest = g_strdup_printf (
      "{\"step\":\"situation\",\"seconds\":30},"
      "{\"step\":\"task\",\"seconds\":20}," STEPS
      ",\"probes\":[{\"id\":\"p\",\"question\":\"Why?\",\"probes\":\"Depth\","
      "\"weak\":{\"answer\":\"No.\",\"why\":\"Thin\"},"
      "\"strong\":{\"answer\":\"%s\",\"takeaway\":\"Depth\"}}]",
      answer);

  write_scenario (folder, question, rest);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer loaded)
{
  g_autoptr (GError) error = NULL;

  starling_library_load_finish (STARLING_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) loaded = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* Returns a library that sees when stories in @folder change. */
StarlingLibrary *
test_load_stories (const char *folder, StarlingClock *clock)
{
  StarlingLibrary *library
      = starling_library_new (starling_test_get_data_dir (), folder, clock);
  gboolean loaded = FALSE;

  starling_library_load_async (library, NULL, loaded_cb, &loaded);
  starling_test_run_until (is_true, &loaded);
  return library;
}
