/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/bank/question.h"
#include "pages/rehearse/bank/words.h"
#include "pages/rehearse/proposal.h"
#include "pages/rehearse/ready.h"
#include "pages/rehearse/stage.h"
#include "rehearse-fixture.h"
#include "settings.h"
#include "support.h"
#include "widgets/fold.h"

#include <string.h>

/* A random question, from the proposal to the journal: over one story that
 * came with the program, two of the user's own and three questions, of which
 * nothing answers the last. */

#define TOOL "Which tool was too slow?"
#define MISTAKE "Which mistake did you find yourself?"
#define BUILD "The build that took an hour"
#define BUILD_ASKS "Tell me about a time when you made something simpler."

static const char bank[]
    = "{\"format\": \"starling-questions\", \"version\": 1, "
      "\"language\": \"en\", \"questions\": ["
      "{\"id\": \"tool\", \"question\": \"" TOOL "\", "
      "\"principle\": \"ownership\", \"also\": [\"dive-deep\"], "
      "\"probes\": \"Whether you act.\", \"scenarios\": [\"slow-builds\"]},"
      "{\"id\": \"mistake\", \"question\": \"" MISTAKE "\", "
      "\"principle\": \"earn-trust\", "
      "\"probes\": \"Whether you tell.\", \"scenarios\": [\"slow-builds\"]},"
      "{\"id\": \"orphan\", \"question\": \"Why?\", "
      "\"principle\": \"think-big\", "
      "\"probes\": \"Whether.\", \"scenarios\": [\"gone\"]}]}";

static void
put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (parent, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
copy (const char *from, const char *folder, const char *name)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("STARLING_SOURCE_ROOT"), from, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  put (folder, name, text);
}

static void
put_story (const char *folder, const char *id, const char *principle)
{
  g_autofree char *name = g_strdup_printf ("stories/%s.json", id);
  g_autofree char *text = g_strdup_printf (
      "{\"format\": \"starling-pack\", \"version\": 1, \"id\": \"of-%s\", "
      "\"title\": \"P\", \"language\": \"en\", \"scenarios\": [{\"id\": \"%s\","
      "\"title\": \"My %s\", \"question\": \"Mine?\", \"principle\": \"%s\", "
      "\"steps\": [{\"step\": \"situation\", \"seconds\": 30}, "
      "{\"step\": \"task\", \"seconds\": 20}, "
      "{\"step\": \"action\", \"seconds\": 90}, "
      "{\"step\": \"result\", \"seconds\": 20}, "
      "{\"step\": \"reflection\", \"seconds\": 15}]}]}",
      id, id, id, principle);

  put (folder, name, text);
}

static void
toast_cb (StarlingSession *session,
          const char *message,
          const char *event_id,
          TestRehearse *f)
{
  g_free (f->toast);
  f->toast = g_strdup (message);
}

static StarlingSession *
new_session (const char *questions)
{
  g_autofree char *program = starling_test_make_folder ();
  g_autofree char *user = starling_test_make_folder ();
  g_autoptr (StarlingClock) clock
      = starling_clock_new_fake (G_GINT64_CONSTANT (1795424400000), 0);
  g_autoptr (StarlingLibrary) library = NULL;
  g_autoptr (GError) error = NULL;

  copy ("data/catalogue.json", program, "catalogue.json");
  copy ("tests/core/data/packs/good/full.json", program, "packs/full.json");
  if (questions != NULL)
    put (program, "questions.json", questions);
  put_story (user, "pager", "ownership");
  put_story (user, "ruler", "frugality");
  library = starling_library_new (program, user, clock);
  starling_library_load (library, &error);
  g_assert_no_error (error);
  starling_library_open_journal (library, 0, &error);
  g_assert_no_error (error);
  return starling_session_new (library);
}

static void
set_up_with (TestRehearse *f, const char *scope, const char *questions)
{
  GSettings *settings = starling_settings_get ();

  g_settings_set_string (settings, "prompt", "bare");
  g_settings_reset (settings, "lead-in");
  g_settings_set_int (settings, "probes", 0);
  f->session = new_session (questions);
  f->library = g_object_ref (starling_session_get_library (f->session));
  starling_session_set_mode (f->session, STARLING_MODE_REHEARSE);
  starling_session_set_level (f->session, STARLING_LEVEL_SENIOR);
  starling_session_set_scope (f->session, scope);
  g_signal_connect (f->session, "toast", G_CALLBACK (toast_cb), f);
  test_rehearse_open_page (f);
}

static void
set_up (TestRehearse *f, gconstpointer scope)
{
  set_up_with (f, scope, bank);
}

static gboolean
asks (TestRehearse *f, const char *question)
{
  return test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_QUESTION)
         && test_rehearse_has_label (f, question);
}

/* Goes to a question, however many come before it. */
static void
ask (TestRehearse *f, const char *question)
{
  test_rehearse_click (f, "Random question");
  if (!asks (f, question))
    test_rehearse_click (f, "Another question");
  g_assert_true (asks (f, question));
}

/* The titles of the stories that are offered, in order. */
static char *
join_rows (TestRehearse *f)
{
  GtkWidget *view
      = starling_test_find (f->page, STARLING_TYPE_REHEARSE_QUESTION, 0);
  GString *text = g_string_new (NULL);
  GtkWidget *button;

  for (guint i = 0;
       (button = starling_test_find (view, GTK_TYPE_BUTTON, i)) != NULL; i++)
    {
      const char *action
          = gtk_actionable_get_action_name (GTK_ACTIONABLE (button));
      GtkWidget *title;

      if (g_strcmp0 (action, "rehearse.answer") != 0)
        continue;
      title = starling_test_find (button, GTK_TYPE_LABEL, 0);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              gtk_label_get_text (GTK_LABEL (title)));
      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (button,
                                           GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           gtk_label_get_text (
                                               GTK_LABEL (title)));
    }
  return g_string_free (text, FALSE);
}

static void
assert_described (TestRehearse *f, const char *title, const char *description)
{
  gtk_test_accessible_assert_property (test_rehearse_get_button (f, title),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

/* Stories that fit come first, with the angle through which they do. */
static void
test_stories (TestRehearse *f, gconstpointer scope)
{
  g_autofree char *rows = NULL;

  g_assert_true (
      test_rehearse_has_label (f, "A question that you did not choose"));
  ask (f, TOOL);
  g_assert_false (test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_PROPOSAL));
  rows = join_rows (f);
  g_assert_cmpstr (rows, ==, "My pager, " BUILD ", My ruler");
  assert_described (f, "My pager", "Ownership · Not rehearsed yet · As told");
  assert_described (
      f, BUILD, "Invent and Simplify · Not rehearsed yet · Told for Ownership");
  assert_described (f, "My ruler", "Frugality · Not rehearsed yet · As told");
  g_assert_true (test_rehearse_has_label (f, "Stories that fit"));
  g_assert_true (test_rehearse_has_label (f, "Your other stories"));

  test_rehearse_click (f, "Another question");
  g_assert_true (asks (f, MISTAKE));
  g_clear_pointer (&rows, g_free);
  rows = join_rows (f);
  g_assert_cmpstr (rows, ==, BUILD ", My pager, My ruler");
  assert_described (f, "Another question", MISTAKE);
  test_rehearse_click (f, "Back");
  g_assert_true (test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_PROPOSAL));
  g_assert_false (test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_QUESTION));
}

/* None comes twice in a row. */
static void
test_deal (TestRehearse *f, gconstpointer scope)
{
  gboolean tool;

  test_rehearse_click (f, "Random question");
  tool = asks (f, TOOL);
  for (guint i = 0; i < 20; i++)
    {
      test_rehearse_click (f, i % 5 == 4 ? "Back" : "Another question");
      if (i % 5 == 4)
        test_rehearse_click (f, "Random question");
      g_assert_true (asks (f, tool ? MISTAKE : TOOL));
      tool = !tool;
    }
}

/* What is tested is told to those who ask, for each question anew. */
static void
test_tests (TestRehearse *f, gconstpointer scope)
{
  GtkWidget *fold;

  ask (f, TOOL);
  fold = starling_test_find (f->page, STARLING_TYPE_FOLD, 0);
  g_assert_true (starling_test_is_shown (fold, f->page));
  g_assert_cmpstr (starling_fold_get_title (STARLING_FOLD (fold)), ==,
                   "What it tests");
  g_assert_false (test_rehearse_has_label (f, "Whether you act."));
  starling_fold_set_expanded (STARLING_FOLD (fold), TRUE);
  g_assert_true (test_rehearse_has_label (f, "Whether you act."));
  g_assert_true (test_rehearse_has_label (f, "Ownership · perhaps Dive Deep"));
  test_rehearse_click (f, "Another question");
  g_assert_false (test_rehearse_has_label (f, "Whether you tell."));
  starling_fold_set_expanded (STARLING_FOLD (fold), TRUE);
  g_assert_true (test_rehearse_has_label (f, "Earn Trust"));
}

static gboolean
has_focus (TestRehearse *f, const char *name)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window))
         == test_rehearse_get_button (f, name);
}

/* An ordinary take, through the angle, with another question. */
static void
test_take (TestRehearse *f, gconstpointer scope)
{
  const StarlingEvent *event;
  g_autofree char *journal
      = g_build_filename (starling_library_get_user_dir (f->library),
                          "journal.jsonl", NULL);
  g_autofree char *text = NULL;

  ask (f, TOOL);
  gtk_window_set_focus (GTK_WINDOW (f->window), NULL);
  gtk_widget_grab_focus (f->page);
  g_assert_true (has_focus (f, "My pager"));
  test_rehearse_click (f, BUILD);
  g_assert_cmpstr (starling_session_get_scope (f->session), ==,
                   "scenario:slow-builds");
  g_assert_cmpint (starling_session_get_angle (f->session), ==,
                   starling_test_find_principle (f->session, "ownership"));
  g_assert_true (test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_READY));
  g_assert_true (test_rehearse_has_label (f, TOOL));
  g_assert_false (test_rehearse_has_label (f, BUILD_ASKS));
  g_assert_true (has_focus (f, "Start"));

  test_rehearse_click (f, "Start");
  g_assert_true (test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (test_rehearse_has_label (f, TOOL));
  test_rehearse_pass (f, 5000);
  test_rehearse_click (f, "Restart");
  g_assert_true (test_rehearse_has_label (f, TOOL));
  test_rehearse_pass (f, 9000);
  test_rehearse_click (f, "Finish");
  test_rehearse_click (f, "Save");
  starling_test_run_until (test_rehearse_has_toast, f);

  g_assert_cmpstr (f->toast, ==, "Saved.");
  event = starling_progress_get_last_take (starling_library_get_progress (
                                               f->library),
                                           "slow-builds", STARLING_LEVEL_SENIOR,
                                           "ownership");
  g_assert_nonnull (event);
  starling_library_flush (f->library);
  g_assert_true (g_file_get_contents (journal, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "slow-builds"));
  g_assert_null (strstr (text, "tool"));

  /* It can be told again, and counts when one chooses anew */
  g_assert_true (test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_READY));
  g_assert_true (test_rehearse_has_label (f, TOOL));
  test_rehearse_click (f, "Choose another story");
  g_assert_true (asks (f, TOOL));
  g_assert_cmpstr (starling_session_get_scope (f->session), ==, scope);
  assert_described (f, BUILD,
                    "Invent and Simplify · 1 take · Told for Ownership");
}

/* Whoever goes elsewhere is not asked any more. */
static void
test_left (TestRehearse *f, gconstpointer scope)
{
  ask (f, MISTAKE);
  test_rehearse_click (f, BUILD);
  g_assert_cmpint (starling_session_get_angle (f->session), ==,
                   STARLING_AS_TOLD);
  starling_session_set_scope (f->session, "scenario:pager");
  g_assert_true (test_rehearse_has_label (f, "Mine?"));
  starling_session_set_scope (f->session, "scenario:slow-builds");
  g_assert_true (test_rehearse_has_label (f, BUILD_ASKS));
  g_assert_null (test_rehearse_find_shown (f->page, GTK_TYPE_BUTTON,
                                           "Choose another story"));
  test_rehearse_click (f, "Start");
  g_assert_true (test_rehearse_has_label (f, BUILD_ASKS));
  g_assert_false (test_rehearse_has_label (f, MISTAKE));
}

/* A take that was left unfinished is still about what was asked. */
static void
test_taken_up (TestRehearse *f, gconstpointer scope)
{
  ask (f, TOOL);
  test_rehearse_click (f, BUILD);
  test_rehearse_click (f, "Start");
  test_rehearse_pass (f, 4000);
  test_rehearse_close_page (f);
  starling_session_set_scope (f->session, scope);
  test_rehearse_open_page (f);
  test_rehearse_click (f, "Resume");
  g_assert_true (test_rehearse_is_shown (f, STARLING_TYPE_REHEARSE_STAGE));
  g_assert_true (test_rehearse_has_label (f, TOOL));
}

/* Of a principle there is one question. */
static void
test_principle (TestRehearse *f, gconstpointer scope)
{
  g_assert_true (test_rehearse_has_label (f, "A question about Ownership"));
  for (guint i = 0; i < 5; i++)
    {
      test_rehearse_click (f, "Random question");
      g_assert_true (asks (f, TOOL));
      g_assert_null (test_rehearse_find_shown (f->page, GTK_TYPE_BUTTON,
                                               "Another question"));
      test_rehearse_click (f, "Back");
    }
}

/* Only what one's own stories answer, and only these. */
static void
test_own (TestRehearse *f, gconstpointer scope)
{
  g_autofree char *rows = NULL;

  test_rehearse_click (f, "Random question");
  g_assert_true (asks (f, TOOL));
  rows = join_rows (f);
  g_assert_cmpstr (rows, ==, "My pager, My ruler");
}

/* No question, no offer. */
static void
test_none (void)
{
  static const struct
  {
    const char *scope;
    const char *questions;
  } cases[] = {
    { "today", NULL },
    { "today", "{}" },
    { "principle:frugality", bank },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TestRehearse f = { 0 };

      set_up_with (&f, cases[i].scope, cases[i].questions);
      g_assert_null (test_rehearse_find_shown (f.page, GTK_TYPE_BUTTON,
                                               "Random question"));
      g_assert_nonnull (
          test_rehearse_find_shown (f.page, GTK_TYPE_BUTTON, "Mock loop"));
      test_rehearse_tear_down (&f, NULL);
    }
}

static void
test_words (void)
{
  const StarlingBankQuestion questions[] = {
    { .principle = 0 },
    { .principle = 1, .also = STARLING_PRINCIPLE_BIT (0) },
    { .principle = 1,
      .also = STARLING_PRINCIPLE_BIT (2) | STARLING_PRINCIPLE_BIT (0) },
  };
  static const char *const expected[] = {
    "Customer Obsession",
    "Ownership · perhaps Customer Obsession",
    "Ownership · perhaps Customer Obsession, Invent and Simplify",
  };
  StarlingSession *session = new_session (bank);
  StarlingCatalogue *catalogue
      = starling_library_get_catalogue (starling_session_get_library (session));

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_autofree char *text
          = starling_rehearse_format_tests (catalogue, &questions[i]);

      g_assert_cmpstr (text, ==, expected[i]);
    }
  starling_test_drop_session (session);
}

int
main (int argc, char *argv[])
{
  starling_test_init (&argc, &argv);
#define ADD(name, scope, function)                                             \
  g_test_add ("/rehearse-bank/" name, TestRehearse, scope, set_up, function,   \
              test_rehearse_tear_down)
  ADD ("stories", "today", test_stories);
  ADD ("deal", "today", test_deal);
  ADD ("tests", "today", test_tests);
  ADD ("take", "today", test_take);
  ADD ("left", "today", test_left);
  ADD ("taken-up", "today", test_taken_up);
  ADD ("principle", "principle:ownership", test_principle);
  ADD ("own", "my-stories", test_own);
  g_test_add_func ("/rehearse-bank/none", test_none);
  g_test_add_func ("/rehearse-bank/words", test_words);
  return g_test_run ();
}
