/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/drafts.h"

#include "storage/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_BYTES (4 * 1024 * 1024)

struct _StarlingDrafts
{
  GObject parent_instance;

  char *folder;
  GThreadPool *pool; /* of one thread: jobs are done in order */
  gboolean settled;  /* the pool's: the folder itself is on the disk */

  GMutex lock;
  GCond idle;
  guint n_jobs;       /* guarded: not done yet */
  GHashTable *latest; /* guarded: name → Job, the last one not done yet */
};

G_DEFINE_FINAL_TYPE (StarlingDrafts, starling_drafts, G_TYPE_OBJECT)

/* A file to write, or to remove. */
typedef struct
{
  char *name;
  GBytes *contents; /* NULL: to remove */
  GTask *task;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->name);
  g_clear_pointer (&job->contents, g_bytes_unref);
  g_clear_object (&job->task);
  g_free (job);
}

static char *
build_path (StarlingDrafts *self, const char *name)
{
  g_autofree char *base = g_strconcat (name, ".json", NULL);

  return g_build_filename (self->folder, base, NULL);
}

/* Writes a new file, durably. */
static gboolean
write_new (const char *path, GBytes *contents, GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (contents, &length);
  int fd = -1;
  gboolean ok = FALSE;

  g_unlink (path);
  fd = TEMP_FAILURE_RETRY (
      open (path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
  if (fd < 0)
    {
      starling_set_errno (error, errno, path);
      return FALSE;
    }
  ok = starling_write_all (fd, data, length, NULL, error);
  if (ok && (fchmod (fd, 0600) != 0 || TEMP_FAILURE_RETRY (fsync (fd)) != 0))
    {
      starling_set_errno (error, errno, path);
      ok = FALSE;
    }
  close (fd);
  if (!ok)
    g_unlink (path);
  return ok;
}

/* Makes durable what was done in the folder, and at first the folder. */
static gboolean
sync_folder (StarlingDrafts *self, GError **error)
{
  if (self->settled)
    return starling_folder_sync (self->folder, error);
  self->settled = starling_folder_settle (self->folder, error);
  return self->settled;
}

static gboolean
save (StarlingDrafts *self, const Job *job, GError **error)
{
  g_autofree char *path = build_path (self, job->name);
  g_autofree char *hidden = g_strconcat (".", job->name, ".json.new", NULL);
  g_autofree char *new_path = g_build_filename (self->folder, hidden, NULL);

  self->settled &= g_file_test (self->folder, G_FILE_TEST_IS_DIR);
  if (!starling_folder_ensure (self->folder, error)
      || !write_new (new_path, job->contents, error))
    return FALSE;
  if (g_rename (new_path, path) != 0)
    {
      starling_set_errno (error, errno, path);
      return FALSE;
    }
  return sync_folder (self, error);
}

static gboolean
discard (StarlingDrafts *self, const Job *job, GError **error)
{
  g_autofree char *path = build_path (self, job->name);

  if (g_unlink (path) == 0)
    return sync_folder (self, error);
  if (errno == ENOENT)
    return TRUE;
  starling_set_errno (error, errno, path);
  return FALSE;
}

/* The last reference to a task must not go on the pool's thread. */
static gboolean
dispose_job_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

static void
do_job (gpointer data, gpointer user_data)
{
  StarlingDrafts *self = user_data;
  Job *job = data;
  g_autoptr (GSource) source = g_idle_source_new ();
  GMainContext *context = g_task_get_context (job->task);
  GError *error = NULL;
  gboolean ok = job->contents != NULL ? save (self, job, &error)
                                      : discard (self, job, &error);

  if (ok)
    g_task_return_boolean (job->task, TRUE);
  else
    g_task_return_error (job->task, error);

  g_mutex_lock (&self->lock);
  if (g_hash_table_lookup (self->latest, job->name) == job)
    g_hash_table_remove (self->latest, job->name);
  self->n_jobs--;
  if (self->n_jobs == 0)
    g_cond_broadcast (&self->idle);
  g_source_set_callback (source, dispose_job_cb, job, job_free);
  g_source_attach (source, context);
  g_mutex_unlock (&self->lock);
}

static void
starling_drafts_finalize (GObject *object)
{
  StarlingDrafts *self = STARLING_DRAFTS (object);

  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_hash_table_unref (self->latest);
  g_cond_clear (&self->idle);
  g_mutex_clear (&self->lock);
  g_free (self->folder);

  G_OBJECT_CLASS (starling_drafts_parent_class)->finalize (object);
}

static void
starling_drafts_class_init (StarlingDraftsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = starling_drafts_finalize;
}

static void
starling_drafts_init (StarlingDrafts *self)
{
  self->pool = g_thread_pool_new (do_job, self, 1, FALSE, NULL);
  self->latest = g_hash_table_new (g_str_hash, g_str_equal);
  g_mutex_init (&self->lock);
  g_cond_init (&self->idle);
}

/**
 * starling_drafts_new:
 * @user_dir: the user's data
 *
 * Returns: (transfer full): the drafts in `drafts/` there
 */
StarlingDrafts *
starling_drafts_new (const char *user_dir)
{
  StarlingDrafts *self = g_object_new (STARLING_TYPE_DRAFTS, NULL);

  self->folder = g_build_filename (user_dir, "drafts", NULL);
  return self;
}

static gboolean
is_name (const char *name)
{
  return name != NULL && *name != '\0'
         && strspn (name, "abcdefghijklmnopqrstuvwxyz0123456789-")
                == strlen (name);
}

static void
push (StarlingDrafts *self,
      const char *name,
      GBytes *contents,
      GAsyncReadyCallback callback,
      gpointer user_data)
{
  Job *job = g_new0 (Job, 1);

  job->name = g_strdup (name);
  job->contents = contents == NULL ? NULL : g_bytes_ref (contents);
  job->task = g_task_new (self, NULL, callback, user_data);
  g_mutex_lock (&self->lock);
  self->n_jobs++;
  g_hash_table_replace (self->latest, job->name, job);
  g_mutex_unlock (&self->lock);
  g_thread_pool_push (self->pool, job, NULL);
}

/**
 * starling_drafts_save_async:
 * @self: drafts
 * @name: which one
 * @contents: what is to be kept
 * @callback: (nullable): called when it is durable
 * @user_data: for @callback
 *
 * Replaces a draft.
 */
void
starling_drafts_save_async (StarlingDrafts *self,
                            const char *name,
                            GBytes *contents,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (STARLING_IS_DRAFTS (self));
  g_return_if_fail (is_name (name));
  g_return_if_fail (contents != NULL);

  push (self, name, contents, callback, user_data);
}

/**
 * starling_drafts_save_finish:
 * @self: drafts
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum; the draft is as it was before then
 */
gboolean
starling_drafts_save_finish (StarlingDrafts *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * starling_drafts_delete_async:
 * @self: drafts
 * @name: which one
 * @callback: (nullable): called when it is gone
 * @user_data: for @callback
 *
 * Removes a draft, whether there is one or not.
 */
void
starling_drafts_delete_async (StarlingDrafts *self,
                              const char *name,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_return_if_fail (STARLING_IS_DRAFTS (self));
  g_return_if_fail (is_name (name));

  push (self, name, NULL, callback, user_data);
}

/**
 * starling_drafts_delete_finish:
 * @self: drafts
 * @result: what the callback got
 * @error: return location for an error
 *
 * Returns: %FALSE with a #GIOErrorEnum
 */
gboolean
starling_drafts_delete_finish (StarlingDrafts *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/* What is on its way to the disk counts as being there. */
static gboolean
find_latest (StarlingDrafts *self, const char *name, GBytes **contents)
{
  const Job *job = NULL;

  g_mutex_lock (&self->lock);
  job = g_hash_table_lookup (self->latest, name);
  *contents = job == NULL || job->contents == NULL
                  ? NULL
                  : g_bytes_ref (job->contents);
  g_mutex_unlock (&self->lock);
  return job != NULL;
}

/**
 * starling_drafts_load:
 * @self: drafts
 * @name: which one
 * @error: return location for an error
 *
 * Reads a draft. Blocks for a small file.
 *
 * Returns: (transfer full) (nullable): its contents; %NULL without error if
 *   there is none, with a #GIOErrorEnum or #GFileError if it cannot be read
 */
GBytes *
starling_drafts_load (StarlingDrafts *self, const char *name, GError **error)
{
  g_autofree char *path = NULL;
  GBytes *contents = NULL;
  struct stat info;
  char *text = NULL;
  gsize length = 0;

  g_return_val_if_fail (STARLING_IS_DRAFTS (self), NULL);
  g_return_val_if_fail (is_name (name), NULL);

  if (find_latest (self, name, &contents))
    return contents;

  path = build_path (self, name);
  if (g_stat (path, &info) != 0)
    {
      if (errno != ENOENT)
        starling_set_errno (error, errno, path);
      return NULL;
    }
  if (!S_ISREG (info.st_mode) || info.st_size > MAX_BYTES)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                   "%s: Not a regular file of at most 4 MiB", path);
      return NULL;
    }
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return g_bytes_new_take (text, length);
}

/**
 * starling_drafts_flush:
 * @self: drafts
 *
 * Blocks until all that was asked for is done: for the end of the program.
 */
void
starling_drafts_flush (StarlingDrafts *self)
{
  g_return_if_fail (STARLING_IS_DRAFTS (self));

  g_mutex_lock (&self->lock);
  while (self->n_jobs > 0)
    g_cond_wait (&self->idle, &self->lock);
  g_mutex_unlock (&self->lock);
}
