/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/journal-private.h"

#include "base/error.h"

#define FIRST_DELAY_S 1
#define LAST_DELAY_S 60

/* A last line without its end may be one that is just being written. */
#define SECOND_LOOK_US (50 * 1000)

typedef enum
{
  NEWS_FRESH,
  NEWS_REPORT,
  NEWS_STATE,
  NEWS_DONE, /* nothing to tell; a task is to be dropped */
} NewsKind;

/**
 * starling_journal_message_free:
 * @message: (transfer full): a message that was allocated
 */
void
starling_journal_message_free (StarlingJournalMessage *message)
{
  g_clear_pointer (&message->events, g_ptr_array_unref);
  g_clear_object (&message->task);
  g_free (message);
}

/* What the worker has to tell, on its way to the main context. */
typedef struct
{
  GWeakRef journal;
  NewsKind kind;
  GPtrArray *events;
  StarlingJournalReport *report;
  GTask *task; /* its last reference must go in the main context */
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_weak_ref_clear (&news->journal);
  g_clear_pointer (&news->events, g_ptr_array_unref);
  g_clear_pointer (&news->report, starling_journal_report_free);
  g_clear_object (&news->task);
  g_free (news);
}

static gboolean
news_cb (gpointer data)
{
  News *news = data;
  g_autoptr (StarlingJournal) self = g_weak_ref_get (&news->journal);

  if (self == NULL)
    return G_SOURCE_REMOVE;
  if (news->kind == NEWS_FRESH)
    g_signal_emit_by_name (self, "fresh", news->events);
  else if (news->kind == NEWS_REPORT)
    g_signal_emit_by_name (self, "report", news->report);
  else if (news->kind == NEWS_STATE)
    g_signal_emit_by_name (self, "state-changed");
  return G_SOURCE_REMOVE;
}

static void
send (StarlingJournal *self, News *news)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_weak_ref_init (&news->journal, self);
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, news_cb, news, news_free);
  g_source_attach (source, self->context);
}

static void
tell (StarlingJournal *self,
      NewsKind kind,
      GPtrArray *events,
      StarlingJournalReport *report)
{
  News *news = g_new0 (News, 1);

  news->kind = kind;
  news->events = events;
  news->report = report;
  send (self, news);
}

/* Ends an append: @error is NULL if its events are durable. */
static void
finish (StarlingJournal *self,
        StarlingJournalMessage *message,
        const GError *error)
{
  News *news = NULL;

  if (message->task == NULL)
    return;
  if (error == NULL)
    g_task_return_boolean (message->task, TRUE);
  else
    g_task_return_error (message->task, g_error_copy (error));
  news = g_new0 (News, 1);
  news->kind = NEWS_DONE;
  news->task = g_steal_pointer (&message->task);
  send (self, news);
}

/* Remembers how the last attempt went, and tells if that is a change. */
static void
set_trouble (StarlingJournal *self, const GError *error)
{
  gboolean changed = FALSE;

  g_mutex_lock (&self->lock);
  changed = (error == NULL) != (self->trouble == NULL)
            || (error != NULL
                && (!g_error_matches (self->trouble, error->domain, error->code)
                    || !g_str_equal (self->trouble->message, error->message)));
  g_clear_error (&self->trouble);
  self->trouble = error == NULL ? NULL : g_error_copy (error);
  g_mutex_unlock (&self->lock);

  if (error == NULL)
    {
      self->delay_s = FIRST_DELAY_S;
      self->retry_at = 0;
    }
  else
    {
      self->retry_at = g_get_monotonic_time ()
                       + (gint64) self->delay_s * G_TIME_SPAN_SECOND;
    }
  if (changed)
    tell (self, NEWS_STATE, NULL, NULL);
}

static void
count_done (StarlingJournal *self, guint n)
{
  gboolean all = FALSE;

  g_mutex_lock (&self->lock);
  self->n_pending -= n;
  all = n > 0 && self->n_pending == 0;
  g_mutex_unlock (&self->lock);
  if (all)
    tell (self, NEWS_STATE, NULL, NULL);
}

/* Writes @events; fresh ones and damage go into @fresh and @report. */
static gboolean
try_append (StarlingJournal *self,
            GPtrArray *events,
            guint wait_ms,
            GPtrArray *fresh,
            StarlingJournalReport *report,
            GError **error)
{
  if (!starling_journal_file_lock (self->file, wait_ms, error)
      || !starling_journal_file_append (self->file, events, self->now, fresh,
                                        report, error))
    return FALSE;
  self->was_read = TRUE;
  return TRUE;
}

/* Tells the main thread what was found while appending. */
static void
pass_on (StarlingJournal *self, GPtrArray *fresh, StarlingJournalReport *report)
{
  if (fresh->len > 0)
    tell (self, NEWS_FRESH, g_ptr_array_ref (fresh), NULL);
  if (starling_journal_report_is_empty (report))
    starling_journal_report_free (report);
  else
    tell (self, NEWS_REPORT, NULL, report);
}

/* Tries to write all that is pending, in one go. */
static void
attempt (StarlingJournal *self)
{
  g_autoptr (GPtrArray) events = g_ptr_array_new ();
  g_autoptr (GPtrArray) fresh
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  StarlingJournalReport *report = starling_journal_report_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < self->pending->len; i++)
    g_ptr_array_extend (
        events,
        ((StarlingJournalMessage *) g_ptr_array_index (self->pending, i))
            ->events,
        NULL, NULL);

  if (try_append (self, events, 0, fresh, report, &error))
    {
      for (guint i = 0; i < self->pending->len; i++)
        finish (self, g_ptr_array_index (self->pending, i), NULL);
      g_ptr_array_set_size (self->pending, 0);
      count_done (self, events->len);
    }
  set_trouble (self, error);
  pass_on (self, fresh, report);
}

static void
answer (StarlingJournal *self, StarlingJournalMessage *message, GError *error)
{
  g_mutex_lock (&self->lock);
  message->error = error;
  message->done = TRUE;
  g_cond_broadcast (&self->answered);
  g_mutex_unlock (&self->lock);
}

static void
handle_open (StarlingJournal *self, StarlingJournalMessage *message)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GError *error = NULL;

  self->writable = message->writable;
  if (self->writable)
    try_append (self, none, message->wait_ms, message->events, message->report,
                &error);
  if (!self->was_read && (!self->writable || error != NULL))
    {
      g_autoptr (GError) unreadable = NULL;

      self->was_read
          = starling_journal_file_read (self->file, message->events,
                                        message->report, &unreadable);
      if (!self->was_read && error == NULL)
        error = g_steal_pointer (&unreadable);
    }
  if (self->writable)
    set_trouble (self, error);
  else if (message->report->torn)
    {
      g_usleep (SECOND_LOOK_US);
      starling_journal_file_read (self->file, message->events, message->report,
                                  NULL);
    }
  /* Whoever asked takes these up after the answer. */
  self->snapshot = starling_journal_file_steal_snapshot (self->file);
  self->key = *starling_journal_file_get_key (self->file);
  answer (self, message, error);
}

static void
handle_append_sync (StarlingJournal *self, StarlingJournalMessage *message)
{
  g_autoptr (GPtrArray) fresh
      = g_ptr_array_new_with_free_func ((GDestroyNotify) starling_event_unref);
  StarlingJournalReport *report = starling_journal_report_new ();
  GError *error = NULL;

  try_append (self, message->events, 0, fresh, report, &error);
  set_trouble (self, error);
  pass_on (self, fresh, report);
  answer (self, message, error);
}

/* Gives up what could not be written: the process ends. */
static void
drop_pending (StarlingJournal *self)
{
  g_autoptr (GError) error = g_error_new_literal (
      G_IO_ERROR, G_IO_ERROR_CLOSED,
      "The journal was closed before this event could be saved");

  for (guint i = 0; i < self->pending->len; i++)
    finish (self, g_ptr_array_index (self->pending, i), error);
  g_ptr_array_set_size (self->pending, 0);
}

/* Waits for a message; NULL when it is time to try again. */
static StarlingJournalMessage *
next_message (StarlingJournal *self)
{
  gint64 left = 0;

  if (self->retry_at == 0 || !self->writable)
    return g_async_queue_pop (self->queue);
  left = self->retry_at - g_get_monotonic_time ();
  return left <= 0 ? g_async_queue_try_pop (self->queue)
                   : g_async_queue_timeout_pop (self->queue, (guint64) left);
}

/* Whether a message that is no append is a reason to write, or to look. */
static gboolean
is_due (StarlingJournal *self, StarlingJournalMessageKind kind)
{
  gboolean ends
      = kind == STARLING_JOURNAL_FLUSH || kind == STARLING_JOURNAL_QUIT;

  if (kind == STARLING_JOURNAL_RETRY)
    return self->writable && self->retry_at != 0;
  if (ends && self->pending->len > 0)
    return TRUE;
  /* What is in trouble is tried again anyway. */
  return self->writable && self->was_read
         && (ends || (kind == STARLING_JOURNAL_LOOK && self->retry_at == 0))
         && !starling_journal_file_is_current (self->file);
}

/* Tells who asked to try again how that went. */
static void
handle_retry (StarlingJournal *self, StarlingJournalMessage *message)
{
  g_autoptr (GError) trouble = starling_journal_get_trouble (self);

  finish (self, message, trouble);
  starling_journal_message_free (message);
}

/* Does what a message asks for, other than to append. */
static void
handle (StarlingJournal *self, StarlingJournalMessage *message)
{
  if (message->now != 0)
    self->now = message->now;
  if (message->kind == STARLING_JOURNAL_OPEN)
    handle_open (self, message);
  else if (message->kind == STARLING_JOURNAL_APPEND_SYNC)
    handle_append_sync (self, message);
  else if (message->kind == STARLING_JOURNAL_RETRY)
    handle_retry (self, message);
  else if (message->kind == STARLING_JOURNAL_LOOK)
    starling_journal_message_free (message);
  else
    answer (self, message, NULL);
}

/**
 * starling_journal_work:
 * @data: (transfer none): a journal
 *
 * What the journal's thread does, until it is told to quit.
 *
 * Returns: %NULL
 */
gpointer
starling_journal_work (gpointer data)
{
  StarlingJournal *self = data;
  gboolean running = TRUE;

  self->delay_s = FIRST_DELAY_S;
  while (running)
    {
      StarlingJournalMessage *message = next_message (self);
      gboolean due = message == NULL;

      /* Only waiting in vain makes the waits longer. */
      if (message == NULL)
        self->delay_s = MIN (self->delay_s * 2, LAST_DELAY_S);
      for (; message != NULL && message->kind == STARLING_JOURNAL_APPEND;
           message = g_async_queue_try_pop (self->queue))
        {
          self->now = message->now;
          g_ptr_array_add (self->pending, message);
          due = TRUE;
        }
      if (message != NULL)
        due |= is_due (self, message->kind);
      if (due)
        attempt (self);
      if (message != NULL)
        {
          running = message->kind != STARLING_JOURNAL_QUIT;
          handle (self, message);
        }
    }
  drop_pending (self);
  return NULL;
}
