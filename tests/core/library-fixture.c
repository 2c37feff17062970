/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "library-fixture.h"

#include "base/error.h"
#include "support.h"

#include <string.h>

static void
scenarios_cb (LibraryFixture *f)
{
  f->n_scenarios++;
}

static void
notices_cb (LibraryFixture *f)
{
  f->n_notices++;
}

static void
progress_cb (LibraryFixture *f, const char *scenario)
{
  f->n_progress++;
  g_free (f->last_progress);
  f->last_progress = g_strdup (scenario);
}

void
library_renew (LibraryFixture *f)
{
  f->library = starling_library_new (f->data_dir, f->user_dir, f->clock);
  g_signal_connect_swapped (f->library, "scenarios-changed",
                            G_CALLBACK (scenarios_cb), f);
  g_signal_connect_swapped (f->library, "notices-changed",
                            G_CALLBACK (notices_cb), f);
  g_signal_connect_swapped (f->library, "progress-changed",
                            G_CALLBACK (progress_cb), f);
  f->loaded = FALSE;
}

void
library_put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

/* A pack with one bare scenario. */
static char *
make_pack (const char *id, const char *title, const char *principle)
{
  return g_strdup_printf (
      "{\"format\": \"starling-pack\", \"version\": 1, \"id\": \"pack-%s\", "
      "\"title\": \"P\", \"language\": \"en\", \"scenarios\": [{\"id\": \"%s\","
      "\"title\": \"%s\", \"question\": \"Why?\", \"principle\": \"%s\", "
      "\"steps\": [{\"step\": \"situation\", \"seconds\": 30}, "
      "{\"step\": \"task\", \"seconds\": 20}, "
      "{\"step\": \"action\", \"seconds\": 90}, "
      "{\"step\": \"result\", \"seconds\": 20}, "
      "{\"step\": \"reflection\", \"seconds\": 15}]}]}",
      id, id, title, principle);
}

void
library_put_pack (const char *folder,
                  const char *name,
                  const char *id,
                  const char *title,
                  const char *principle)
{
  g_autofree char *text = make_pack (id, title, principle);

  library_put (folder, name, text);
}

void
library_set_up (LibraryFixture *f, gconstpointer data)
{
  g_autofree char *catalogue = test_dup_source_file ("data/catalogue.json");
  g_autofree char *text = NULL;

  f->top = test_make_folder ();
  f->data_dir = g_build_filename (f->top, "program", NULL);
  f->user_dir = g_build_filename (f->top, "home", "starling", NULL);
  f->journal = g_build_filename (f->user_dir, "journal.jsonl", NULL);
  g_assert_true (g_file_get_contents (catalogue, &text, NULL, NULL));
  library_put (f->data_dir, "catalogue.json", text);
  library_put (f->data_dir, "questions.json",
               "{\"format\": \"starling-questions\", \"version\": 1, "
               "\"language\": \"en\", \"questions\": [{\"id\": \"any\", "
               "\"question\": \"Which?\", \"principle\": \"ownership\", "
               "\"probes\": \"Whether.\", \"scenarios\": [\"one\"]}]}");
  library_put_pack (f->data_dir, "packs/one.json", "one", "The first",
                    "ownership");
  f->clock = starling_clock_new_fake (NOW, 60);
  library_renew (f);
}

void
library_drain (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
library_drop (LibraryFixture *f)
{
  starling_library_flush (f->library);
  library_drain ();
  g_assert_finalize_object (f->library);
  f->library = NULL;
  library_drain ();
}

void
library_tear_down (LibraryFixture *f, gconstpointer data)
{
  if (f->library != NULL)
    library_drop (f);
  g_assert_finalize_object (f->clock);
  test_remove_folder (f->top);
  g_free (f->last_progress);
  g_free (f->top);
  g_free (f->data_dir);
  g_free (f->user_dir);
  g_free (f->journal);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LibraryFixture *f = data;
  g_autoptr (GError) error = NULL;

  starling_library_load_finish (STARLING_LIBRARY (source), result, &error);
  g_assert_no_error (error);
  f->loaded = TRUE;
}

void
library_load (LibraryFixture *f)
{
  starling_library_load_async (f->library, NULL, loaded_cb, f);
  wait_until (f->loaded);
}

/* The ids of all summaries, in order. */
char *
library_join_ids (LibraryFixture *f)
{
  GListModel *summaries = starling_library_get_summaries (f->library);
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                              starling_summary_get_id (summary));
    }
  return g_strdup (ids->str);
}

/* The first notice whose summary or details contain @word. */
const StarlingNotice *
library_find_notice (LibraryFixture *f, const char *word)
{
  GPtrArray *notices = starling_library_get_notices (f->library);

  for (guint i = 0; i < notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (notices, i);

      if (strstr (notice->summary, word) != NULL
          || (notice->details != NULL
              && strstr (notice->details, word) != NULL))
        return notice;
    }
  return NULL;
}

guint
library_count_notices (LibraryFixture *f)
{
  return starling_library_get_notices (f->library)->len;
}

StarlingEvent *
library_make_take (const char *scenario)
{
  StarlingEvent *event = starling_event_new (STARLING_EVENT_REHEARSAL);

  event->scenario = g_strdup (scenario);
  event->level = STARLING_LEVEL_SDE2;
  return event;
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  LibraryFixture *f = data;
  g_autoptr (GError) error = NULL;

  if (starling_library_record_finish (STARLING_LIBRARY (source), result,
                                      &error))
    f->n_durable++;
  else
    {
      g_assert_error (error, STARLING_JOURNAL_ERROR,
                      STARLING_JOURNAL_ERROR_INVALID_EVENT);
      f->n_refused++;
    }
}

void
library_record (LibraryFixture *f, StarlingEvent *event)
{
  starling_library_record_async (f->library, event, NULL, recorded_cb, f);
}

StarlingState
library_get_state (LibraryFixture *f, const char *scenario)
{
  StarlingScenarioProgress figures;

  starling_progress_get_scenario (starling_library_get_progress (f->library),
                                  scenario, &figures);
  return figures.state;
}
