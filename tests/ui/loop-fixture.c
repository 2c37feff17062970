/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "loop-fixture.h"

#include "settings.h"
#include "support.h"

#include <glib/gstdio.h>

#define NOW G_GINT64_CONSTANT (1795424400000) /* 2026-11-23T09:00:00Z */

static void
append_story (GString *text,
              const char *principle,
              guint nth,
              const char *angle)
{
  if (text->str[text->len - 1] == '}')
    g_string_append_c (text, ',');
  g_string_append_printf (
      text,
      "{\"id\": \"%s-%u\", \"title\": \"Tale of %s %u\", "
      "\"question\": \"Why %s %u?\", \"principle\": \"%s\", "
      "\"steps\": [{\"step\": \"situation\", \"seconds\": 30}, "
      "{\"step\": \"task\", \"seconds\": 20}, "
      "{\"step\": \"action\", \"seconds\": 90}, "
      "{\"step\": \"result\", \"seconds\": 20}, "
      "{\"step\": \"reflection\", \"seconds\": 15}], "
      "\"probes\": [{\"id\": \"part\", \"question\": \"Which part was "
      "yours?\", \"probes\": \"Part\", \"weak\": {\"answer\": \"All.\", "
      "\"why\": \"No.\"}, \"strong\": {\"answer\": \"This.\", "
      "\"takeaway\": \"Yes.\"}}]",
      principle, nth, principle, nth, principle, nth, principle);
  if (angle != NULL)
    g_string_append_printf (text,
                            ", \"angles\": [{\"principle\": \"%s\", "
                            "\"lead\": \"Lead.\", \"emphasize\": \"This.\", "
                            "\"downplay\": \"That.\"}]",
                            angle);
  g_string_append_c (text, '}');
}

static void
write_stories (const char *folder, guint n_principles)
{
  g_autofree char *stories = g_build_filename (folder, "stories", NULL);
  g_autofree char *file = g_build_filename (stories, "mine.json", NULL);
  g_autofree char *data = g_build_filename (starling_test_get_data_dir (),
                                            "catalogue.json", NULL);
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autoptr (StarlingCatalogue) catalogue = NULL;
  g_autoptr (GString) text = g_string_new (
      "{\"format\": \"starling-pack\", \"version\": 1, \"id\": \"mine\", "
      "\"title\": \"Mine\", \"language\": \"en\", \"scenarios\": [");
  gsize length = 0;

  g_assert_true (g_file_get_contents (data, &bytes, &length, NULL));
  contents = g_bytes_new_take (bytes, length);
  catalogue = starling_catalogue_new_from_bytes (contents, data, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n_principles; i++)
    {
      const char *id = starling_catalogue_get_principle (catalogue, i)->id;

      append_story (text, id, 0, NULL);
      append_story (text, id, 1,
                    starling_catalogue_get_principle (catalogue, i + 1)->id);
    }
  g_string_append (text, "]}");
  g_assert_cmpint (g_mkdir_with_parents (stories, 0700), ==, 0);
  if (n_principles > 0)
    g_assert_true (g_file_set_contents (file, text->str, -1, NULL));
}

static void
changed_cb (TestLoop *fixture)
{
  fixture->n_changed++;
}

/**
 * test_loop_open:
 * @fixture: a fixture whose library is closed
 *
 * Opens the library and the loop, as at a start of the program.
 */
void
test_loop_open (TestLoop *fixture)
{
  g_autoptr (StarlingClock) clock = starling_clock_new_fake (NOW, 0);
  g_autoptr (GError) error = NULL;

  fixture->library = starling_library_new (starling_test_get_data_dir (),
                                           fixture->folder, clock);
  starling_library_load (fixture->library, &error);
  g_assert_no_error (error);
  fixture->loop = starling_rehearse_loop_new (fixture->library);
  fixture->n_changed = 0;
  g_signal_connect_swapped (fixture->loop, "changed", G_CALLBACK (changed_cb),
                            fixture);
}

/**
 * test_loop_close:
 * @fixture: a fixture
 *
 * Closes both again; nobody else may hold them.
 */
void
test_loop_close (TestLoop *fixture)
{
  starling_library_flush (fixture->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->loop);
  g_assert_finalize_object (fixture->library);
}

void
test_loop_set_up (TestLoop *fixture, gconstpointer n_principles)
{
  static const char *const keys[] = { "loop-interviewers", "loop-principles",
                                      "loop-questions", "loop-minutes" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (starling_settings_get (), keys[i]);
  fixture->folder = starling_test_make_folder ();
  write_stories (fixture->folder, GPOINTER_TO_UINT (n_principles));
  test_loop_open (fixture);
}

void
test_loop_tear_down (TestLoop *fixture, gconstpointer n_principles)
{
  test_loop_close (fixture);
  g_free (fixture->folder);
}

StarlingLoopRequest
test_loop_make_request (guint n_interviewers,
                        guint n_principles,
                        guint n_questions)
{
  return (StarlingLoopRequest){ .level = STARLING_LEVEL_SENIOR,
                                .n_interviewers = n_interviewers,
                                .n_principles = n_principles,
                                .n_questions = n_questions,
                                .minutes = 30,
                                .principle = -1 };
}

/**
 * test_loop_dump_plan:
 * @fixture: a fixture
 *
 * Returns: (transfer full): the deal, to be compared with another
 */
char *
test_loop_dump_plan (TestLoop *fixture)
{
  const StarlingLoopPlan *plan
      = starling_rehearse_loop_get_plan (fixture->loop);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < plan->n_interviews; i++)
    for (guint j = 0; j < plan->interviews[i].n_questions; j++)
      g_string_append_printf (text, "%u:%d:%d ", i,
                              plan->interviews[i].questions[j].principle,
                              plan->interviews[i].questions[j].story);
  return g_string_free (text, FALSE);
}

/**
 * test_loop_make_slot:
 * @principles: ids, separated by commas
 * @scenarios: ids, separated by commas
 *
 * Returns: (transfer full): an interviewer
 */
StarlingLoopSlot *
test_loop_make_slot (const char *principles, const char *scenarios)
{
  StarlingLoopSlot *slot = g_new0 (StarlingLoopSlot, 1);

  slot->principles = g_strsplit (principles, ",", -1);
  slot->scenarios = g_strsplit (scenarios, ",", -1);
  return slot;
}

/**
 * test_loop_start:
 * @fixture: a fixture
 * @request: what is wanted
 *
 * Deals a loop of the user's own stories and starts it.
 *
 * Returns: (transfer full): its id
 */
char *
test_loop_start (TestLoop *fixture, const StarlingLoopRequest *request)
{
  starling_rehearse_loop_deal (fixture->loop, request, TRUE);
  g_assert_true (starling_rehearse_loop_start (fixture->loop));
  return g_strdup (starling_rehearse_loop_get_open (fixture->loop));
}

/**
 * test_loop_make_take:
 * @fixture: a fixture with an open loop
 * @rating: of each dimension and the follow-up; 0: not rated
 *
 * Returns: (transfer full): a take that answers the next question: 3:00 of
 *   2:55, and 0:40 on a follow-up
 */
StarlingEvent *
test_loop_make_take (TestLoop *fixture, int rating)
{
  StarlingEvent *take = starling_event_new (STARLING_EVENT_REHEARSAL);
  StarlingProbeTake *probe = starling_probe_take_new ("part");
  const StarlingStepTime time = { STARLING_STEP_ACTION, 175000, 180000 };
  StarlingRehearseLoopNext next;

  g_assert_true (starling_rehearse_loop_get_next (fixture->loop, &next));
  g_assert_nonnull (next.scenario);
  take->scenario = g_strdup (next.scenario);
  take->loop = g_strdup (next.loop);
  take->slot = (int) next.slot;
  take->level = (int) next.level;
  take->steps = g_array_new (FALSE, TRUE, sizeof (StarlingStepTime));
  g_array_append_val (take->steps, time);
  probe->ms = 40000;
  probe->rating = rating;
  take->probes = g_ptr_array_new_with_free_func (
      (GDestroyNotify) starling_probe_take_free);
  g_ptr_array_add (take->probes, probe);
  if (rating > 0)
    {
      take->rating
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (take->rating, g_strdup ("ownership"),
                           GINT_TO_POINTER (rating));
    }
  return take;
}

void
test_loop_record (TestLoop *fixture, StarlingEvent *event)
{
  starling_library_record_async (fixture->library, event, NULL, NULL, NULL);
}

/**
 * test_loop_answer:
 * @fixture: a fixture with an open loop
 * @rating: as for test_loop_make_take()
 *
 * Answers the next question.
 *
 * Returns: (transfer full): the id of the take
 */
char *
test_loop_answer (TestLoop *fixture, int rating)
{
  g_autoptr (StarlingEvent) take = test_loop_make_take (fixture, rating);

  test_loop_record (fixture, take);
  return g_strdup (take->id);
}

/**
 * test_loop_destroy:
 * @window: a window
 * @widget: what is in it
 *
 * Destroys the window, and expects that @widget goes with it.
 */
void
test_loop_destroy (GtkWidget *window, GtkWidget *widget)
{
  g_object_ref (widget);
  gtk_window_destroy (GTK_WINDOW (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (widget);
}
