/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/drafts.h"
#include "support.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* A folder whose syncs are counted, and how many of them fail. */
static const char *synced;
static guint n_syncs;
static guint failing_syncs;

/* Stands in for the C library's. */
int
fsync (int fd)
{
  struct stat info;
  struct stat wanted;

  if (synced != NULL && fstat (fd, &info) == 0 && stat (synced, &wanted) == 0
      && info.st_ino == wanted.st_ino)
    {
      n_syncs++;
      if (failing_syncs > 0)
        {
          failing_syncs--;
          errno = EIO;
          return -1;
        }
    }
  return (int) syscall (SYS_fsync, fd);
}

typedef struct
{
  char *top;
  char *folder;
  StarlingDrafts *drafts;
  guint n_done;
  guint n_failed;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->top = test_make_folder ();
  f->folder = g_build_filename (f->top, "drafts", NULL);
  f->drafts = starling_drafts_new (f->top);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  starling_drafts_flush (f->drafts);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->drafts);
  test_remove_folder (f->top);
  g_free (f->top);
  g_free (f->folder);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *f = data;

  if (starling_drafts_save_finish (STARLING_DRAFTS (source), result, NULL))
    f->n_done++;
  else
    f->n_failed++;
}

static void
save (Fixture *f, const char *name, const char *text)
{
  g_autoptr (GBytes) contents = g_bytes_new (text, strlen (text));

  starling_drafts_save_async (f->drafts, name, contents, saved_cb, f);
}

static char *
load (Fixture *f, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = starling_drafts_load (f->drafts, name, &error);

  g_assert_no_error (error);
  return contents == NULL ? NULL
                          : g_strndup (g_bytes_get_data (contents, NULL),
                                       g_bytes_get_size (contents));
}

#define assert_draft(f, name, expected)                                        \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *text_ = load (f, name);                                   \
    g_assert_cmpstr (text_, ==, expected);                                     \
  }                                                                            \
  G_STMT_END

/* Waits until all calls have called back. */
static void
settle (Fixture *f, guint n)
{
  gint64 deadline = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  while (f->n_done + f->n_failed < n && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_cmpuint (f->n_done + f->n_failed, ==, n);
}

static void
test_save (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "rehearsal.json", NULL);
  g_autoptr (GDir) dir = NULL;
  struct stat info;

  assert_draft (f, "rehearsal", NULL);
  save (f, "rehearsal", "{\"one\":1}");
  assert_draft (f, "rehearsal", "{\"one\":1}"); /* on its way */
  save (f, "quiz", "{}");
  save (f, "rehearsal", "{\"two\":2}");
  settle (f, 3);
  g_assert_cmpuint (f->n_done, ==, 3);
  assert_draft (f, "rehearsal", "{\"two\":2}");
  assert_draft (f, "quiz", "{}");

  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0600);
  g_assert_cmpint (stat (f->folder, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 07777, ==, 0700);

  /* Nothing else is left in the folder. */
  dir = g_dir_open (f->folder, 0, NULL);
  for (guint n = 0; n < 2; n++)
    g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));
}

static void
test_order (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"n\":%u}", i);

      save (f, "rehearsal", text);
    }
  starling_drafts_flush (f->drafts);
  assert_draft (f, "rehearsal", "{\"n\":49}");
}

static void
test_delete (Fixture *f, gconstpointer data)
{
  starling_drafts_delete_async (f->drafts, "rehearsal", NULL, NULL);
  save (f, "rehearsal", "{}");
  starling_drafts_delete_async (f->drafts, "rehearsal", NULL, NULL);
  assert_draft (f, "rehearsal", NULL);
  starling_drafts_flush (f->drafts);
  assert_draft (f, "rehearsal", NULL);
  save (f, "rehearsal", "{}");
  starling_drafts_flush (f->drafts);
  assert_draft (f, "rehearsal", "{}");
}

/* A draft that cannot be written is refused; the one before stays. */
static void
test_trouble (Fixture *f, gconstpointer data)
{
  g_autofree char *blocked
      = g_build_filename (f->folder, ".rehearsal.json.new", NULL);
  g_autofree char *odd = g_build_filename (f->folder, "quiz.json", NULL);

  save (f, "rehearsal", "{}");
  settle (f, 1);
  g_assert_cmpint (g_mkdir (blocked, 0700), ==, 0);
  save (f, "rehearsal", "{\"lost\":1}");
  settle (f, 2);
  g_assert_cmpuint (f->n_failed, ==, 1);
  assert_draft (f, "rehearsal", "{}");

  g_assert_cmpint (mkfifo (odd, 0600), ==, 0);
  g_assert_null (starling_drafts_load (f->drafts, "quiz", NULL));
}

/* What is no strict JSON is no draft, and says nothing. */
static void
test_json (Fixture *f, gconstpointer data)
{
  static const char *const broken[]
      = { "", "{\"a\":1,}", "{'a':1}", "{\"a\":1}{}", "/**/{}", "{\"a\":1" };
  g_autofree char *deep = g_strnfill (100000, '[');
  g_autofree char *odd = g_build_filename (f->folder, "odd.json", NULL);
  g_autoptr (JsonNode) node = json_from_string ("{\"a\":[1,\"x\"]}", NULL);
  g_autoptr (JsonNode) read = NULL;

  g_assert_null (starling_drafts_load_json (f->drafts, "quiz"));
  starling_drafts_save_json (f->drafts, "quiz", node);
  starling_drafts_flush (f->drafts);
  read = starling_drafts_load_json (f->drafts, "quiz");
  g_assert_true (json_node_equal (read, node));

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      save (f, "broken", broken[i]);
      g_assert_null (starling_drafts_load_json (f->drafts, "broken"));
    }
  save (f, "broken", deep);
  g_assert_null (starling_drafts_load_json (f->drafts, "broken"));
  settle (f, G_N_ELEMENTS (broken) + 1);
  g_assert_cmpint (mkfifo (odd, 0600), ==, 0);
  g_assert_null (starling_drafts_load_json (f->drafts, "odd"));
}

/* An attempt that failed has created the folder, and not synced its name. */
static void
test_durable_folder (Fixture *f, gconstpointer data)
{
  synced = f->top;
  failing_syncs = 1;
  save (f, "rehearsal", "{}");
  settle (f, 1);
  g_assert_cmpuint (f->n_failed, ==, 1);
  n_syncs = 0;
  save (f, "rehearsal", "{}");
  settle (f, 2);
  g_assert_cmpuint (f->n_done, ==, 1);
  g_assert_cmpuint (n_syncs, ==, 1);
  save (f, "rehearsal", "{}");
  settle (f, 3);
  g_assert_cmpuint (n_syncs, ==, 1);
  synced = NULL;
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/drafts/save", Fixture, NULL, set_up, test_save, tear_down);
  g_test_add ("/drafts/order", Fixture, NULL, set_up, test_order, tear_down);
  g_test_add ("/drafts/delete", Fixture, NULL, set_up, test_delete, tear_down);
  g_test_add ("/drafts/trouble", Fixture, NULL, set_up, test_trouble,
              tear_down);
  g_test_add ("/drafts/json", Fixture, NULL, set_up, test_json, tear_down);
  g_test_add ("/drafts/durable-folder", Fixture, NULL, set_up,
              test_durable_folder, tear_down);
  return g_test_run ();
}
