/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window.h"

#include "settings.h"
#include "support.h"

#include <stdlib.h>
#include <sys/resource.h>

/*
 * What a rehearsal costs while it runs, and while it is paused, with each
 * prompt: time of all threads of the process in percent of one core, and the
 * frames that the window drew. It is the real window with the real clock, in
 * the Action, whose text scrolls. Fails above LIMIT_RUNNING, or if anything is
 * drawn while it is paused.
 */

#define SECONDS 20
#define SETTLE_MS 2500 /* until the bars are away and the draft is kept */
#define LIMIT_RUNNING 3.0
#define LIMIT_PAUSED 0.1

typedef struct
{
  GtkWidget *window;
  StarlingSession *session;
  guint n_frames;
} Bench;

static void
painted_cb (Bench *bench)
{
  bench->n_frames++;
}

static void
quit_cb (gpointer loop)
{
  g_main_loop_quit (loop);
}

/* Without any wake-up of our own before that. */
static void
run_for (guint ms)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_timeout_add_once (ms, quit_cb, loop);
  g_main_loop_run (loop);
}

static double
get_cpu_seconds (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
         + (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

/* Returns: percent of one core */
static double
measure (Bench *bench, guint *n_frames)
{
  gint64 start;
  double cpu;

  run_for (SETTLE_MS);
  bench->n_frames = 0;
  start = g_get_monotonic_time ();
  cpu = get_cpu_seconds ();
  run_for (SECONDS * 1000);
  cpu = get_cpu_seconds () - cpu;
  *n_frames = bench->n_frames;
  return 100 * cpu * G_USEC_PER_SEC
         / (double) (g_get_monotonic_time () - start);
}

static void
press (Bench *bench, const char *name)
{
  GtkWidget *button = NULL;
  guint nth = 0;

  do
    {
      button = starling_test_find (bench->window, GTK_TYPE_BUTTON, nth++);
      if (button == NULL)
        g_error ("There is no button “%s”", name);
    }
  while (starling_test_find_named (button, GTK_TYPE_BUTTON, name) != button
         || !starling_test_is_shown (button, bench->window));
  g_signal_emit_by_name (button, "clicked");
  run_for (50);
}

static gboolean
rehearse (Bench *bench, const char *prompt)
{
  guint n_frames, n_paused;
  double running, paused;

  g_settings_set_string (starling_settings_get (), "prompt", prompt);
  press (bench, "Start");
  press (bench, "Next step");
  press (bench, "Next step");
  running = measure (bench, &n_frames);
  press (bench, "Pause");
  paused = measure (bench, &n_paused);
  press (bench, "Finish");
  press (bench, "Discard");
  g_print ("%s: %.2f%% of a core and %.1f frames a second (at most %.0f%%); "
           "paused %.3f%% and %u frames in %d s (at most %.1f%%, none)\n",
           prompt, running, (double) n_frames / SECONDS, LIMIT_RUNNING, paused,
           n_paused, SECONDS, LIMIT_PAUSED);
  return running <= LIMIT_RUNNING && paused < LIMIT_PAUSED && n_paused == 0;
}

static void
open_window (Bench *bench, GtkApplication *application)
{
  g_autofree char *folder = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock = starling_clock_new_system ();
  g_autoptr (StarlingLibrary) library
      = starling_library_new (STARLING_SOURCE_DATADIR, folder, clock);
  g_autoptr (GError) error = NULL;

  starling_library_load (library, &error);
  g_assert_no_error (error);
  bench->window = GTK_WIDGET (starling_window_new (application, library));
  bench->session
      = starling_window_get_session (STARLING_WINDOW (bench->window));
  starling_session_set_level (bench->session, STARLING_LEVEL_SENIOR);
  starling_session_set_wanted_angle (
      bench->session,
      starling_test_find_principle (bench->session, "dive-deep"));
  starling_session_set_scope (bench->session, "scenario:webhook-drops");
  starling_session_set_mode (bench->session, STARLING_MODE_REHEARSE);
  gtk_window_present (GTK_WINDOW (bench->window));
  run_for (SETTLE_MS);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (bench->window),
                            "after-paint", G_CALLBACK (painted_cb), bench);
}

int
main (int argc, char **argv)
{
  static const char *const prompts[] = { "full", "cues", "bare" };
  g_autoptr (GtkApplication) application = NULL;
  g_autoptr (GError) error = NULL;
  Bench bench = { NULL };
  gboolean good = TRUE;

  starling_test_init (&argc, &argv);
  application = gtk_application_new (STARLING_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  open_window (&bench, application);
  for (guint i = 0; i < G_N_ELEMENTS (prompts); i++)
    if (!rehearse (&bench, prompts[i]))
      good = FALSE;

  gtk_window_destroy (GTK_WINDOW (bench.window));
  if (good)
    return EXIT_SUCCESS;
  g_printerr ("a rehearsal takes more than it may\n");
  return EXIT_FAILURE;
}
