/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * start EMPTY PROGRAM: starts two programs in turn on the same X server and
 * prints how much longer, and in how much more memory, the second one shows
 * its window.
 *
 * Both are measured from outside and alike, so that neither can flatter
 * itself. The time runs from the start of the process to the first change of
 * the screen after which the content is there: for the empty window its first
 * frame, for the other one a frame with text in its middle. Told besides is
 * when the screen changed last. Memory is taken at that moment.
 */

#include <gio/gio.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xdamage.h>

#define ROUNDS 9
#define QUIET_MS 1200
#define DEADLINE_MS 30000
/* A window with text has hundreds of colours, thanks to smooth edges. */
#define CONTENT_COLOURS 40
/* Where text lies in a window of 1100 × 720, in pixels of the screen; a small
 * part, since asking for it holds up the server that is being watched. */
#define CONTENT_X 340
#define CONTENT_Y 260
#define CONTENT_WIDTH 500
#define CONTENT_HEIGHT 60

#define AIM_TIME 1.4
#define AIM_MEMORY 1.25

typedef struct
{
  double shown_ms; /* until the content was there */
  double rest_ms;  /* until nothing changed any more */
  double pss_mib;
  double rss_mib;
} Run;

static Display *display;
static int damage_event;

static double
now_ms (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static GPid
start (const char *program)
{
  char *argv[] = { (char *) program, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  if (!g_spawn_async (NULL, argv, NULL,
                      G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL,
                      NULL, NULL, &pid, &error))
    g_error ("%s", error->message);

  return pid;
}

/* Takes what the server has sent; TRUE if something was drawn. */
static gboolean
drain (void)
{
  gboolean drawn = FALSE;

  while (XPending (display) > 0)
    {
      XEvent event;

      XNextEvent (display, &event);
      if (event.type == damage_event + XDamageNotify)
        {
          XDamageNotifyEvent *notify = (XDamageNotifyEvent *) &event;

          XDamageSubtract (display, notify->damage, None, None);
          drawn = TRUE;
        }
    }

  return drawn;
}

/* How many colours there are where the content lies, beside the sidebar and
 * below the header; not further than @enough. */
static int
count_colours (int enough)
{
  g_autoptr (GHashTable) colours = g_hash_table_new (NULL, NULL);
  XImage *image
      = XGetImage (display, DefaultRootWindow (display), CONTENT_X, CONTENT_Y,
                   CONTENT_WIDTH, CONTENT_HEIGHT, AllPlanes, ZPixmap);

  for (int y = 0;
       y < image->height && (int) g_hash_table_size (colours) < enough; y++)
    for (int x = 0; x < image->width; x++)
      g_hash_table_add (colours, GSIZE_TO_POINTER (XGetPixel (image, x, y)));
  XDestroyImage (image);

  return (int) g_hash_table_size (colours);
}

/* Waits until the screen has changed and then stays as it is. Tells when the
 * content was there first, that is @colours of them, and when the screen
 * changed last, in milliseconds of now_ms(). */
static void
settle (const char *program, int colours, double *shown, double *rest)
{
  double deadline = now_ms () + DEADLINE_MS;

  *shown = *rest = -1;
  while (*rest < 0 || now_ms () - *rest < QUIET_MS)
    {
      struct pollfd fd = { ConnectionNumber (display), POLLIN, 0 };

      if (drain ())
        {
          *rest = now_ms ();
          if (*shown < 0 && count_colours (colours) >= colours)
            *shown = *rest;
        }
      if (now_ms () > deadline)
        g_error ("%s: the screen does not come to rest", program);
      poll (&fd, 1, 5);
    }
  if (*shown < 0)
    g_error ("%s shows no content", program);
}

static double
read_mib (const char *smaps, const char *name)
{
  const char *line = strstr (smaps, name);

  return line != NULL ? g_ascii_strtod (line + strlen (name), NULL) / 1024.0
                      : NAN;
}

static Run
measure (const char *program, int colours)
{
  g_autofree char *path = NULL;
  g_autofree char *smaps = NULL;
  g_autoptr (GError) error = NULL;
  double begin, shown, rest;
  GPid pid;
  Run run;

  /* What the one before left behind. */
  XSync (display, False);
  drain ();

  begin = now_ms ();
  pid = start (program);
  settle (program, colours, &shown, &rest);
  run.shown_ms = shown - begin;
  run.rest_ms = rest - begin;

  path = g_strdup_printf ("/proc/%d/smaps_rollup", (int) pid);
  if (!g_file_get_contents (path, &smaps, NULL, &error))
    g_error ("%s", error->message);
  run.pss_mib = read_mib (smaps, "\nPss:");
  run.rss_mib = read_mib (smaps, "\nRss:");

  kill (pid, SIGTERM);
  waitpid (pid, NULL, 0);
  g_spawn_close_pid (pid);
  /* Its window goes away, and that is drawn, too. */
  g_usleep (200 * G_TIME_SPAN_MILLISECOND);

  return run;
}

static int
compare (const void *a, const void *b)
{
  double one = *(const double *) a;
  double two = *(const double *) b;

  return (one > two) - (one < two);
}

static double
median (const Run *runs, gsize offset)
{
  double values[ROUNDS];

  for (int i = 0; i < ROUNDS; i++)
    values[i] = G_STRUCT_MEMBER (double, &runs[i], offset);
  qsort (values, ROUNDS, sizeof values[0], compare);

  return values[ROUNDS / 2];
}

static void
print_ratio (const char *what,
             const char *unit,
             double empty,
             double program,
             double aim)
{
  double ratio = program / empty;

  g_print ("%-22s %8.1f %-3s %8.1f %-3s %6.2f", what, empty, unit, program,
           unit, ratio);
  if (isfinite (aim))
    g_print ("  (aim %.2f: %s)", aim, ratio <= aim ? "met" : "missed");
  g_print ("\n");
}

int
main (int argc, char **argv)
{
  Run empty[ROUNDS];
  Run program[ROUNDS];
  int damage_error;

  if (argc != 3)
    {
      g_printerr ("usage: start EMPTY PROGRAM\n");
      return 2;
    }
  display = XOpenDisplay (NULL);
  if (display == NULL
      || !XDamageQueryExtension (display, &damage_event, &damage_error))
    {
      g_printerr ("needs an X server with DAMAGE\n");
      return 77;
    }
  XDamageCreate (display, DefaultRootWindow (display), XDamageReportNonEmpty);

  /* The first start of each fills the caches and does not count. */
  measure (argv[1], 1);
  measure (argv[2], CONTENT_COLOURS);
  for (int i = 0; i < ROUNDS; i++)
    {
      empty[i] = measure (argv[1], 1);
      program[i] = measure (argv[2], CONTENT_COLOURS);
    }

  g_print ("median of %d starts      empty window  Starling      ratio\n",
           ROUNDS);
#define RATIO(what, unit, member, aim)                                         \
  print_ratio (what, unit, median (empty, G_STRUCT_OFFSET (Run, member)),      \
               median (program, G_STRUCT_OFFSET (Run, member)), aim)
  RATIO ("first frame, content", "ms", shown_ms, AIM_TIME);
  RATIO ("until all is built", "ms", rest_ms, INFINITY);
  RATIO ("memory (PSS)", "MiB", pss_mib, AIM_MEMORY);
  RATIO ("memory (RSS)", "MiB", rss_mib, AIM_MEMORY);
#undef RATIO

  XCloseDisplay (display);

  return 0;
}
