/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * session: the library with a main loop, as the application has it, and no
 * window. Reads lines from standard input, as the user would act:
 * - an event, as `starling-cli record` takes it: recorded without waiting;
 *   "ok ID" is printed when it is durable, "error LINE: why" if it is refused
 * - "draft TEXT": keeps TEXT as a draft; "draft TEXT" is printed when that is
 *   durable, "undrafted TEXT" if it fails
 * "ready" is printed once all is loaded, "notice: …" for each notice that comes
 * up. At the end of the input it waits until all is saved, 60 s at most, and
 * quits as the application does: what cannot be saved is "error LINE: why".
 */
#include "config.h"

#include "library.h"

#include <errno.h>
#include <glib-unix.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LAST_WAIT_S 60
#define CHUNK_BYTES (64 * 1024)

typedef struct
{
  GMainLoop *loop;
  StarlingLibrary *library;
  GByteArray *input;
  guint n_lines;
  guint n_open;    /* lines that are not answered yet */
  gboolean ended;  /* the input has */
  gboolean gaveup; /* waiting for the disk */
} Session;

/* A line that waits for its answer. */
typedef struct
{
  Session *session;
  guint line; /* from 1 */
  char *text; /* the event's id, or the draft */
} Wait;

static Wait *
wait_new (Session *session, const char *text)
{
  Wait *wait = g_new0 (Wait, 1);

  wait->session = session;
  wait->line = session->n_lines;
  wait->text = g_strdup (text);
  session->n_open++;
  return wait;
}

static void
say (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vprintf (format, args);
  va_end (args);
  fflush (stdout);
}

static void
maybe_quit (Session *self)
{
  if (self->ended && (self->n_open == 0 || self->gaveup))
    g_main_loop_quit (self->loop);
}

static void
end_wait (Wait *wait)
{
  Session *self = wait->session;

  self->n_open--;
  g_free (wait->text);
  g_free (wait);
  maybe_quit (self);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  g_autoptr (GError) error = NULL;

  if (starling_library_record_finish (STARLING_LIBRARY (source), result,
                                      &error))
    say ("ok %s\n", wait->text);
  else
    say ("error %u: %s\n", wait->line, error->message);
  end_wait (wait);
}

static void
drafted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;

  if (starling_drafts_save_finish (STARLING_DRAFTS (source), result, NULL))
    say ("draft %s\n", wait->text);
  else
    say ("undrafted %s\n", wait->text);
  end_wait (wait);
}

static void
save_draft (Session *self, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  starling_drafts_save_async (starling_library_get_drafts (self->library),
                              "session", bytes, drafted_cb,
                              wait_new (self, text));
}

static void
take_line (Session *self, const char *line)
{
  g_autoptr (StarlingEvent) event = NULL;
  g_autoptr (GError) error = NULL;

  self->n_lines++;
  if (g_str_has_prefix (line, "draft "))
    {
      save_draft (self, line + strlen ("draft "));
      return;
    }
  event = starling_event_parse_input (line, -1, &error);
  if (event == NULL)
    {
      say ("error %u: %s\n", self->n_lines, error->message);
      return;
    }
  if (event->id == NULL)
    event->id = g_uuid_string_random ();
  starling_library_record_async (self->library, event, NULL, recorded_cb,
                                 wait_new (self, event->id));
}

static void
take_input (Session *self)
{
  guint8 *newline = NULL;

  while ((newline = memchr (self->input->data, '\n', self->input->len)) != NULL)
    {
      gsize length = (gsize) (newline - self->input->data);
      g_autofree char *line
          = g_strndup ((const char *) self->input->data, length);

      g_byte_array_remove_range (self->input, 0, (guint) length + 1);
      take_line (self, line);
    }
}

static gboolean
give_up_cb (gpointer data)
{
  Session *self = data;

  self->gaveup = TRUE;
  maybe_quit (self);
  return G_SOURCE_REMOVE;
}

static gboolean
input_cb (int fd, GIOCondition condition, gpointer data)
{
  Session *self = data;
  guint8 chunk[CHUNK_BYTES];
  gssize n = read (fd, chunk, sizeof chunk);

  if (n < 0 && errno == EINTR)
    return G_SOURCE_CONTINUE;
  if (n > 0)
    {
      g_byte_array_append (self->input, chunk, (guint) n);
      take_input (self);
      return G_SOURCE_CONTINUE;
    }
  self->ended = TRUE;
  g_timeout_add_seconds (LAST_WAIT_S, give_up_cb, self);
  maybe_quit (self);
  return G_SOURCE_REMOVE;
}

static void
notices_cb (StarlingLibrary *library)
{
  GPtrArray *notices = starling_library_get_notices (library);

  for (guint i = 0; i < notices->len; i++)
    say ("notice: %s\n",
         ((const StarlingNotice *) g_ptr_array_index (notices, i))->summary);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Session *self = data;
  g_autoptr (GError) error = NULL;

  if (!starling_library_load_finish (self->library, result, &error))
    {
      say ("failed: %s\n", error->message);
      g_main_loop_quit (self->loop);
      return;
    }
  say ("ready\n");
  g_unix_fd_add (STDIN_FILENO, G_IO_IN | G_IO_HUP, input_cb, self);
}

int
main (void)
{
  g_autofree char *data_dir = starling_library_find_data_dir ();
  g_autofree char *user_dir = starling_library_find_user_dir ();
  g_autoptr (StarlingClock) clock = starling_clock_new_system ();
  Session self = { 0 };

  g_set_prgname ("faults-session");
  self.loop = g_main_loop_new (NULL, FALSE);
  self.input = g_byte_array_new ();
  self.library = starling_library_new (data_dir, user_dir, clock);
  g_signal_connect (self.library, "notices-changed", G_CALLBACK (notices_cb),
                    NULL);
  starling_library_load_async (self.library, NULL, loaded_cb, &self);
  g_main_loop_run (self.loop);

  starling_library_flush (self.library);
  g_object_unref (self.library);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_byte_array_unref (self.input);
  g_main_loop_unref (self.loop);
  return 0;
}
