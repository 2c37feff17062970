/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define LOCK_WAIT_MS 2000
/* Room for what is filled in. */
#define HEADER_BYTES 256

#define CHUNK_BYTES (64 * 1024)

typedef struct
{
  StarlingLibrary *library;
  char *unavailable; /* (nullable): why nothing can be recorded */
  guint n_lines;
  guint n_refused;
} Recorder;

/* What becomes of one line of input. */
typedef struct
{
  guint line; /* from 1 */
  StarlingEvent *event;
  char *complaint; /* instead of an event */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->event, starling_event_unref);
  g_free (entry->complaint);
  g_free (entry);
}

/* Reads one line; NULL if it is blank. */
static Entry *
read_entry (Recorder *self, const char *line, gsize length)
{
  static const char bom[] = "\xef\xbb\xbf";
  g_autoptr (GError) error = NULL;
  Entry *entry = NULL;

  self->n_lines++;
  if (self->n_lines == 1 && length >= 3 && memcmp (line, bom, 3) == 0)
    {
      line += 3;
      length -= 3;
    }
  while (length > 0 && strchr (" \t\r", line[length - 1]) != NULL)
    length--;
  if (length == 0)
    return NULL;

  entry = g_new0 (Entry, 1);
  entry->line = self->n_lines;
  entry->event = starling_event_parse_input (line, (gssize) length, &error);
  if (entry->event == NULL)
    entry->complaint = g_strdup (error->message);
  else if (length > STARLING_EVENT_MAX_BYTES - HEADER_BYTES)
    entry->complaint = g_strdup ("an event must be shorter than 1 MiB");
  else if (self->unavailable != NULL)
    entry->complaint = g_strdup (self->unavailable);
  return entry;
}

static void
print_entry (Recorder *self, const Entry *entry, const char *failure)
{
  const char *complaint = entry->complaint != NULL ? entry->complaint : failure;

  if (complaint == NULL)
    {
      command_print ("ok %s\n", entry->event->id);
      return;
    }
  command_print ("error %u: %s\n", entry->line, complaint);
  self->n_refused++;
}

/*
 * Takes complete lines, records their events in one write, and answers each
 * line once that is durable.
 */
static void
record_lines (Recorder *self, const char *text, gsize length)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (entry_free);
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  for (gsize start = 0; start < length;)
    {
      const char *newline = memchr (text + start, '\n', length - start);
      gsize end = newline == NULL ? length : (gsize) (newline - text);
      Entry *entry = read_entry (self, text + start, end - start);

      start = end + 1;
      if (entry == NULL)
        continue;
      g_ptr_array_add (entries, entry);
      if (entry->complaint == NULL)
        g_ptr_array_add (events, entry->event);
    }

  if (events->len > 0)
    starling_library_record_sync (self->library, events, &error);
  for (guint i = 0; i < entries->len; i++)
    print_entry (self, g_ptr_array_index (entries, i),
                 error != NULL ? error->message : NULL);
  fflush (stdout);

  /* What the journal has to tell, such as events that others have added. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gsize
find_last_newline (const GByteArray *input)
{
  for (gsize i = input->len; i > 0; i--)
    if (input->data[i - 1] == '\n')
      return i;
  return 0;
}

/* Waits until there is something to read: the input may not do so itself. */
static void
wait_for_input (void)
{
  GPollFD input = { .fd = STDIN_FILENO, .events = G_IO_IN };

  g_poll (&input, 1, -1);
}

/* Answers lines as they come, all that are there at once together. */
static gboolean
record_input (Recorder *self)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK_BYTES);
  gssize n = 0;

  while ((n = read (STDIN_FILENO, chunk, CHUNK_BYTES)) != 0)
    {
      gsize complete = 0;

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 && errno == EAGAIN)
        {
          wait_for_input ();
          continue;
        }
      if (n < 0)
        {
          command_refuse ("standard input cannot be read: %s",
                          g_strerror (errno));
          return FALSE;
        }
      g_byte_array_append (input, chunk, (guint) n);
      complete = find_last_newline (input);
      if (complete > 0)
        {
          record_lines (self, (const char *) input->data, complete);
          g_byte_array_remove_range (input, 0, (guint) complete);
        }
      /* Of a line that is too long, so much is kept as shows it. */
      if (input->len > STARLING_EVENT_MAX_BYTES)
        g_byte_array_set_size (input, STARLING_EVENT_MAX_BYTES);
    }
  record_lines (self, (const char *) input->data, input->len);
  return TRUE;
}

static void
print_notices (StarlingLibrary *library)
{
  GPtrArray *notices = starling_library_get_notices (library);

  for (guint i = 0; i < notices->len; i++)
    {
      const StarlingNotice *notice = g_ptr_array_index (notices, i);

      if (!notice->is_error)
        fprintf (stderr, "starling-cli: %s\n", notice->summary);
    }
}

/**
 * command_record:
 * @argc: number of words
 * @argv: `record` and its words
 *
 * Records the events that standard input has, one JSON object a line. Prints,
 * in order, `ok ID` for each once it is durable, or `error LINE: why`. Blank
 * lines are passed over.
 *
 * Returns: an #ExitStatus
 */
int
command_record (int argc, char **argv)
{
  g_auto (CommandOptions) options = { 0 };
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GError) error = NULL;
  Recorder recorder = { 0 };
  gboolean complete = FALSE;
  int status = EXIT_FINE;

  if (!command_parse (&options, COMMAND_NOW, argc, argv, NULL, "[OPTION…]",
                      "Records events: reads JSON Lines from standard input.",
                      &status))
    return status;
  if (options.rest[0] != NULL)
    return command_usage (argv[0], "record reads standard input, not ‘%s’",
                          options.rest[0]);

  library = command_new_library (&options);
  recorder.library = library;
  if (!starling_library_open_journal (library, LOCK_WAIT_MS, &error))
    {
      recorder.unavailable = g_strdup (error->message);
      command_refuse ("%s", error->message);
    }
  complete = record_input (&recorder);
  print_notices (library);
  g_free (recorder.unavailable);
  return complete && recorder.n_refused == 0 && error == NULL ? EXIT_FINE
                                                              : EXIT_FINDINGS;
}
