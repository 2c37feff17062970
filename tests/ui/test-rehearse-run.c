/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/run.h"
#include "support.h"

#include <string.h>

/* The take that is being made, without a page around it. */
typedef struct
{
  StarlingLibrary *library;
  StarlingClock *clock;
  StarlingLens *lens;
  StarlingRehearseRun *run;
  guint n_changed;
  guint n_ticked;
  guint n_wanted; /* ticks */
  char *saved;
  char *failed;
} Fixture;

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
note_cb (StarlingRehearseRun *run, const char *text, char **out)
{
  g_free (*out);
  *out = g_strdup (text);
}

static void
open_run (Fixture *f)
{
  f->run = starling_rehearse_run_new (f->library);
  g_signal_connect_swapped (f->run, "changed", G_CALLBACK (count_cb),
                            &f->n_changed);
  g_signal_connect_swapped (f->run, "ticked", G_CALLBACK (count_cb),
                            &f->n_ticked);
  g_signal_connect (f->run, "saved", G_CALLBACK (note_cb), &f->saved);
  g_signal_connect (f->run, "failed", G_CALLBACK (note_cb), &f->failed);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (StarlingScenario) scenario = NULL;
  g_autoptr (GError) error = NULL;

  f->library = starling_test_library_new ();
  f->clock = starling_library_get_clock (f->library);
  scenario
      = starling_library_open_scenario (f->library, "webhook-drops", &error);
  g_assert_no_error (error);
  f->lens
      = starling_lens_new (starling_library_get_catalogue (f->library),
                           scenario, STARLING_LEVEL_SENIOR, STARLING_AS_TOLD);
  open_run (f);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_finalize_object (f->run);
  starling_lens_unref (f->lens);
  starling_library_flush (f->library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->library);
  g_free (f->saved);
  g_free (f->failed);
}

static void
begin (Fixture *f, const StarlingRehearseOptions *options)
{
  starling_rehearse_run_begin (f->run, f->lens, options);
}

static gint64
get_spent (Fixture *f, StarlingStepId step)
{
  return starling_rehearsal_get_spent_ms (
      &starling_rehearse_run_get_take (f->run)->clock, step,
      starling_rehearse_run_get_now (f->run));
}

static GBytes *
load_draft (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes
      = starling_drafts_load (starling_library_get_drafts (f->library),
                              "rehearsal", &error);

  g_assert_no_error (error);
  return bytes;
}

/* What the draft says of the first step, in milliseconds. */
static gint64
get_drafted (Fixture *f)
{
  g_autoptr (GBytes) bytes = load_draft (f);
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (StarlingTake) take = NULL;

  g_assert_nonnull (bytes);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  node = json_from_string (text, NULL);
  take = starling_take_from_json (node);
  g_assert_nonnull (take);
  return take->clock.spent_us[STARLING_STEP_SITUATION] / 1000;
}

static gboolean
has_ticked (gpointer data)
{
  Fixture *f = data;

  return f->n_ticked >= f->n_wanted;
}

static void
wait_for_ticks (Fixture *f, guint n)
{
  f->n_wanted = f->n_ticked + n;
  starling_test_run_until (has_ticked, f);
}

/* It ticks as long as the clock runs, and keeps a draft every five seconds. */
static void
test_ticks (Fixture *f, gconstpointer data)
{
  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
  /* So that the next second is full in no time */
  starling_clock_advance (f->clock, 980);
  starling_rehearse_run_pause (f->run);
  starling_rehearse_run_resume (f->run);
  wait_for_ticks (f, 3);
  g_assert_cmpint (get_drafted (f), ==, 980);

  starling_clock_advance (f->clock, 4999);
  wait_for_ticks (f, 2);
  g_assert_cmpint (get_drafted (f), ==, 980);
  starling_clock_advance (f->clock, 1);
  wait_for_ticks (f, 2);
  g_assert_cmpint (get_drafted (f), ==, 5980);
  g_assert_cmpuint (f->n_changed, ==, 3);
}

/* What happened while the machine slept counts before what is done next. */
static void
test_slept (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *what;
    gboolean (*act) (StarlingRehearseRun *run);
    gboolean done, paused;
    StarlingStepId step;
  } cases[] = {
    { "next", starling_rehearse_run_next, TRUE, TRUE, STARLING_STEP_TASK },
    { "back", starling_rehearse_run_back, FALSE, TRUE,
      STARLING_STEP_SITUATION },
    { "pause", starling_rehearse_run_pause, TRUE, TRUE,
      STARLING_STEP_SITUATION },
    { "resume", starling_rehearse_run_resume, TRUE, FALSE,
      STARLING_STEP_SITUATION },
    { "finish", starling_rehearse_run_finish, TRUE, FALSE,
      STARLING_STEP_SITUATION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const StarlingTake *take;

      g_test_message ("%s", cases[i].what);
      begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
      starling_clock_advance (f->clock, 300);
      starling_clock_sleep (f->clock, 60000);
      f->n_changed = 0;
      g_assert_cmpint (cases[i].act (f->run), ==, cases[i].done);
      /* Whoever shows it has to know */
      g_assert_cmpuint (f->n_changed, ==, 1);
      take = starling_rehearse_run_get_take (f->run);
      g_assert_cmpint (take->clock.paused, ==, cases[i].paused);
      g_assert_cmpint (take->clock.step, ==, cases[i].step);
      g_assert_cmpint (get_spent (f, STARLING_STEP_SITUATION), ==, 300);
      starling_rehearse_run_discard (f->run);
      starling_rehearse_run_forget_undo (f->run);
    }
}

/* Without a take there is nothing to do, and nothing changes. */
static void
test_none (Fixture *f, gconstpointer data)
{
  g_assert_null (starling_rehearse_run_get_take (f->run));
  g_assert_false (starling_rehearse_run_next (f->run));
  g_assert_false (starling_rehearse_run_back (f->run));
  g_assert_false (starling_rehearse_run_pause (f->run));
  g_assert_false (starling_rehearse_run_resume (f->run));
  g_assert_false (starling_rehearse_run_finish (f->run));
  starling_rehearse_run_restart (f->run);
  starling_rehearse_run_discard (f->run);
  starling_rehearse_run_save (f->run);
  starling_rehearse_run_undo (f->run);
  starling_rehearse_run_forget_undo (f->run);
  starling_rehearse_run_set_note (f->run, "x");
  starling_rehearse_run_rate_probe (f->run, 3);
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_NONE);
  g_assert_cmpuint (f->n_changed, ==, 0);
}

/* What can be taken back, and until when. */
static void
test_undo (Fixture *f, gconstpointer data)
{
  const StarlingRehearseOptions options = { .prompt = STARLING_PROMPT_CUES };

  begin (f, &options);
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_NONE);
  starling_clock_advance (f->clock, 1000);
  starling_rehearse_run_restart (f->run);
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_RESTART);
  f->n_changed = 0;
  starling_rehearse_run_forget_undo (f->run);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_NONE);

  /* Whoever finishes means the take that is told */
  starling_rehearse_run_restart (f->run);
  g_assert_true (starling_rehearse_run_finish (f->run));
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_NONE);

  /* … but not one that is over, or gone */
  starling_rehearse_run_discard (f->run);
  g_assert_null (starling_rehearse_run_get_take (f->run));
  g_assert_null (starling_rehearse_run_get_lens (f->run));
  g_assert_false (starling_rehearse_run_finish (f->run));
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_DISCARD);

  /* Another take ends that; one that is replaced can be brought back */
  begin (f, &options);
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_NONE);
  starling_clock_advance (f->clock, 777);
  begin (f, &options);
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_REPLACE);
  starling_clock_advance (f->clock, 5000);
  starling_rehearse_run_undo (f->run);
  g_assert_cmpint (get_spent (f, STARLING_STEP_SITUATION), ==, 777);
  g_assert_true (starling_rehearse_run_get_lens (f->run) == f->lens);
}

/* A take that was paused is brought back paused, one that ran goes on. */
static void
test_undo_runs (Fixture *f, gconstpointer data)
{
  for (guint paused = 0; paused < 2; paused++)
    {
      begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
      starling_clock_advance (f->clock, 1000);
      if (paused)
        starling_rehearse_run_pause (f->run);
      starling_rehearse_run_discard (f->run);
      starling_clock_advance (f->clock, 60000);
      starling_rehearse_run_undo (f->run);
      starling_clock_advance (f->clock, 500);
      g_assert_cmpint (get_spent (f, STARLING_STEP_SITUATION), ==,
                       paused ? 1000 : 1500);
      starling_rehearse_run_discard (f->run);
    }
}

/* Begun anew, a take is what it was begun as. */
static void
test_restart (Fixture *f, gconstpointer data)
{
  const StarlingTake *take;
  g_autofree char *id = NULL;

  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_FULL,
                                        .lead_in_ms = 3000,
                                        .n_probes = 2,
                                        .probe_ms = 45000,
                                        .loop = "l",
                                        .slot = 3 });
  take = starling_rehearse_run_get_take (f->run);
  id = g_strdup (take->id);
  g_assert_cmpstr (take->loop, ==, "l");
  g_assert_cmpint (take->slot, ==, 3);
  starling_rehearse_run_next (f->run);
  starling_clock_advance (f->clock, 1000);
  starling_rehearse_run_set_prompt (f->run, STARLING_PROMPT_BARE);
  starling_rehearse_run_restart (f->run);
  take = starling_rehearse_run_get_take (f->run);
  g_assert_cmpstr (take->id, !=, id);
  g_assert_cmpint (take->prompt, ==, STARLING_PROMPT_BARE);
  g_assert_cmpint (take->clock.phase, ==, STARLING_REHEARSAL_LEAD_IN);
  g_assert_cmpint (take->clock.lead_in_ms, ==, 3000);
  g_assert_cmpuint (take->clock.n_probes, ==, 2);
  g_assert_cmpuint (take->probes->len, ==, 2);
  g_assert_cmpint (take->clock.probe_target_ms, ==, 45000);
  g_assert_cmpstr (take->loop, ==, "l");
  g_assert_cmpint (take->slot, ==, 3);
  g_assert_cmpint (get_spent (f, STARLING_STEP_SITUATION), ==, 0);
}

static gboolean
is_set (gpointer data)
{
  return *(char **) data != NULL;
}

/* On its way to the journal a take can neither be recorded twice nor thrown
 * away. */
static void
test_saving (Fixture *f, gconstpointer data)
{
  g_autoptr (GPtrArray) takes = NULL;
  g_autoptr (GBytes) draft = NULL;
  g_autofree char *id = NULL;
  const StarlingEvent *event;

  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
  starling_clock_advance (f->clock, 1000);
  starling_rehearse_run_save (f->run);
  g_assert_false (starling_rehearse_run_is_saving (f->run));
  starling_rehearse_run_restart (f->run);
  starling_clock_advance (f->clock, 2000);
  starling_rehearse_run_finish (f->run);
  id = g_strdup (starling_rehearse_run_get_take (f->run)->id);
  f->n_changed = 0;
  starling_rehearse_run_save (f->run);
  g_assert_true (starling_rehearse_run_is_saving (f->run));
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_cmpint (starling_rehearse_run_get_undo (f->run), ==,
                   STARLING_REHEARSE_UNDO_NONE);
  starling_rehearse_run_save (f->run);
  starling_rehearse_run_discard (f->run);
  starling_rehearse_run_restart (f->run);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_nonnull (starling_rehearse_run_get_take (f->run));

  starling_test_run_until (is_set, &f->saved);
  g_assert_cmpstr (f->saved, ==, id);
  g_assert_false (starling_rehearse_run_is_saving (f->run));
  g_assert_null (starling_rehearse_run_get_take (f->run));
  g_assert_null (starling_rehearse_run_get_lens (f->run));
  takes
      = starling_progress_get_takes (starling_library_get_progress (f->library),
                                     "webhook-drops");
  g_assert_cmpuint (takes->len, ==, 1);
  event = g_ptr_array_index (takes, 0);
  g_assert_cmpstr (event->id, ==, id);
  g_assert_null (event->loop);
  g_assert_cmpint (event->slot, ==, -1);
  draft = load_draft (f);
  g_assert_null (draft);
}

/* What the journal refuses is still there, and can be changed and saved. */
static void
test_failed (Fixture *f, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (2 * 1024 * 1024, 'x');

  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
  starling_clock_advance (f->clock, 1000);
  starling_rehearse_run_finish (f->run);
  starling_rehearse_run_set_note (f->run, endless);
  starling_rehearse_run_save (f->run);
  f->n_changed = 0;
  starling_test_run_until (is_set, &f->failed);
  g_assert_cmpuint (f->n_changed, ==, 1);
  g_assert_null (f->saved);
  g_assert_false (starling_rehearse_run_is_saving (f->run));
  g_assert_nonnull (starling_rehearse_run_get_take (f->run));
  starling_rehearse_run_set_note (f->run, "Short.");
  starling_rehearse_run_save (f->run);
  starling_test_run_until (is_set, &f->saved);
  g_assert_null (starling_rehearse_run_get_take (f->run));
}

static gboolean
has_draft_note (gpointer data)
{
  g_autoptr (GBytes) bytes = load_draft (data);

  return bytes != NULL
         && g_strstr_len (g_bytes_get_data (bytes, NULL),
                          (gssize) g_bytes_get_size (bytes), "Slower.")
                != NULL;
}

/* A note is kept while it is written, ratings and ticks at once; what is no
 * change keeps nothing. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  const StarlingTake *take;

  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
  take = starling_rehearse_run_get_take (f->run);
  f->n_changed = 0;
  starling_rehearse_run_set_said (f->run, STARLING_STEP_TASK, "a", TRUE);
  starling_rehearse_run_set_said (f->run, STARLING_STEP_TASK, "a", TRUE);
  g_assert_cmpuint (f->n_changed, ==, 1);
  starling_rehearse_run_set_said (f->run, STARLING_STEP_TASK, "a", FALSE);
  g_assert_cmpuint (f->n_changed, ==, 2);
  g_assert_false (starling_take_has_said (take, STARLING_STEP_TASK, "a"));
  starling_rehearse_run_set_prompt (f->run, STARLING_PROMPT_CUES);
  g_assert_cmpuint (f->n_changed, ==, 2);
  starling_rehearse_run_finish (f->run);
  /* What was shown is past */
  starling_rehearse_run_set_prompt (f->run, STARLING_PROMPT_BARE);
  g_assert_cmpint (take->prompt, ==, STARLING_PROMPT_CUES);

  starling_rehearse_run_set_note (f->run, "");
  g_assert_null (take->note);
  starling_rehearse_run_set_note (f->run, "Slower.");
  starling_test_run_until (has_draft_note, f);
  starling_rehearse_run_set_note (f->run, "");
  g_assert_null (take->note);
  starling_rehearse_run_set_rating (f->run, STARLING_DIMENSION_METRICS, 3);
  g_assert_false (has_draft_note (f));
}

static gboolean
keeps_while_written (gpointer data)
{
  Fixture *f = data;
  g_autofree char *note
      = g_strdup_printf ("Slower. %" G_GINT64_FORMAT, g_get_monotonic_time ());

  starling_rehearse_run_set_note (f->run, note);
  return has_draft_note (f);
}

/* Whoever writes on and on does not keep the note from being kept. */
static void
test_written (Fixture *f, gconstpointer data)
{
  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
  starling_rehearse_run_finish (f->run);
  starling_test_run_until (keeps_while_written, f);
}

static gboolean
has_rating (Fixture *f)
{
  g_autoptr (GBytes) bytes = load_draft (f);

  return g_strstr_len (g_bytes_get_data (bytes, NULL),
                       (gssize) g_bytes_get_size (bytes), "\"metrics\":3")
         != NULL;
}

/* Only an answer that is compared is rated. */
static void
test_rated (Fixture *f, gconstpointer data)
{
  const StarlingTakeProbe *probe;
  g_autoptr (GPtrArray) takes = NULL;
  const StarlingEvent *event;
  const StarlingProbeTake *answer;

  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES,
                                        .n_probes = 1,
                                        .probe_ms = 60000 });
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    starling_rehearse_run_next (f->run);
  probe = starling_take_get_probe (starling_rehearse_run_get_take (f->run));
  starling_rehearse_run_rate_probe (f->run, 2);
  g_assert_cmpint (probe->rating, ==, 0);
  starling_rehearse_run_next (f->run);
  f->n_changed = 0;
  starling_rehearse_run_rate_probe (f->run, 2);
  starling_rehearse_run_rate_probe (f->run, 2);
  g_assert_cmpint (probe->rating, ==, 2);
  g_assert_cmpuint (f->n_changed, ==, 1);
  starling_rehearse_run_next (f->run);
  starling_rehearse_run_set_rating (f->run, STARLING_DIMENSION_METRICS, 3);
  g_assert_true (has_rating (f));

  /* One that was passed over at once, but rated, was answered */
  starling_rehearse_run_save (f->run);
  starling_test_run_until (is_set, &f->saved);
  takes
      = starling_progress_get_takes (starling_library_get_progress (f->library),
                                     "webhook-drops");
  event = g_ptr_array_index (takes, 0);
  g_assert_cmpuint (event->probes->len, ==, 1);
  answer = g_ptr_array_index (event->probes, 0);
  g_assert_cmpint (answer->rating, ==, 2);
  g_assert_cmpint (answer->ms, ==, 0);
}

static void
keep (Fixture *f, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  starling_drafts_save_async (starling_library_get_drafts (f->library),
                              "rehearsal", bytes, NULL, NULL);
}

/* What a newer release kept, or nobody can read, is left where it is as long
 * as no other take is begun. */
static void
test_unreadable (Fixture *f, gconstpointer data)
{
  static const char *const drafts[] = { "{\"v\":99,\"scenario\":\"a\"}",
                                        "{\"v\":1,",
                                        "[]",
                                        "{}",
                                        "{\"v\":1 /* */}",
                                        "" };

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autoptr (GBytes) bytes = NULL;

      g_assert_finalize_object (f->run);
      keep (f, drafts[i]);
      open_run (f);
      g_assert_null (starling_rehearse_run_get_take (f->run));
      g_assert_finalize_object (f->run);
      bytes = load_draft (f);
      g_assert_nonnull (bytes);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                       drafts[i], strlen (drafts[i]));
      open_run (f);
    }
}

/* A comment in it makes a draft one that is not taken up. */
static void
test_strict (Fixture *f, gconstpointer data)
{
  static const struct
  {
    const char *prefix;
    gboolean read;
  } cases[] = { { " {", TRUE }, { "/**/{", FALSE }, { "{\"v\":1,", FALSE } };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  begin (f, &(StarlingRehearseOptions){ .prompt = STARLING_PROMPT_CUES });
  bytes = load_draft (f);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_assert_true (text[0] == '{');
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *odd = g_strconcat (cases[i].prefix, text + 1, NULL);

      g_assert_finalize_object (f->run);
      keep (f, odd);
      open_run (f);
      g_assert_cmpint (starling_rehearse_run_get_take (f->run) != NULL, ==,
                       cases[i].read);
    }
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *f, gconstpointer data);
  } tests[] = {
    { "/rehearse-run/ticks", test_ticks },
    { "/rehearse-run/slept", test_slept },
    { "/rehearse-run/none", test_none },
    { "/rehearse-run/undo", test_undo },
    { "/rehearse-run/undo/runs", test_undo_runs },
    { "/rehearse-run/restart", test_restart },
    { "/rehearse-run/saving", test_saving },
    { "/rehearse-run/failed", test_failed },
    { "/rehearse-run/kept", test_kept },
    { "/rehearse-run/rated", test_rated },
    { "/rehearse-run/written", test_written },
    { "/rehearse-run/unreadable", test_unreadable },
    { "/rehearse-run/strict", test_strict },
  };

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
