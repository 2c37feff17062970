/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "termination.h"

#include <glib-unix.h>

/* How long and how often to try to save what is not saved yet: whoever ends
 * the session does not wait for ever. */
#define LAST_TRIES 6
#define INTERVAL_MS 500

static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

struct _StarlingTermination
{
  StarlingLibrary *library; /* not owned */
  StarlingTerminationFunc end;
  gpointer user_data;
  guint signal_ids[G_N_ELEMENTS (numbers)];
  gulong saving_id;
  guint timeout_id; /* the program is to end, and tries to save until then */
  guint n_tries;
};

static void
end_now (StarlingTermination *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  self->end (self->user_data);
}

static void
saving_changed_cb (StarlingTermination *self)
{
  if (self->timeout_id != 0 && starling_library_is_saved (self->library))
    end_now (self);
}

static gboolean
try_cb (gpointer user_data)
{
  StarlingTermination *self = user_data;

  self->n_tries++;
  if (self->n_tries <= LAST_TRIES)
    {
      starling_library_retry_async (self->library, NULL, NULL);
      return G_SOURCE_CONTINUE;
    }
  end_now (self);
  return G_SOURCE_CONTINUE; /* it is removed already */
}

/* Told a second time, it ends at once. */
static gboolean
signal_cb (gpointer user_data)
{
  StarlingTermination *self = user_data;

  if (self->timeout_id != 0 || starling_library_is_saved (self->library))
    {
      end_now (self);
      return G_SOURCE_CONTINUE;
    }
  self->timeout_id = g_timeout_add (INTERVAL_MS, try_cb, self);
  starling_library_retry_async (self->library, NULL, NULL);
  return G_SOURCE_CONTINUE;
}

/**
 * starling_termination_watch:
 * @library: what is to be saved
 * @end: ends the program
 * @user_data: for @end
 *
 * Lets the program end as it should when it is told to by a signal, at the end
 * of the session or from a terminal: what is not saved is tried for some
 * seconds before.
 *
 * Returns: (transfer full): what watches
 */
StarlingTermination *
starling_termination_watch (StarlingLibrary *library,
                            StarlingTerminationFunc end,
                            gpointer user_data)
{
  StarlingTermination *self = g_new0 (StarlingTermination, 1);

  self->library = library;
  self->end = end;
  self->user_data = user_data;
  self->saving_id
      = g_signal_connect_swapped (library, "saving-changed",
                                  G_CALLBACK (saving_changed_cb), self);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    self->signal_ids[i] = g_unix_signal_add (numbers[i], signal_cb, self);
  return self;
}

/**
 * starling_termination_free:
 * @self: (transfer full): what watches
 *
 * Lets signals end the program at once again.
 */
void
starling_termination_free (StarlingTermination *self)
{
  g_clear_handle_id (&self->timeout_id, g_source_remove);
  g_signal_handler_disconnect (self->library, self->saving_id);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_clear_handle_id (&self->signal_ids[i], g_source_remove);
  g_free (self);
}
