/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/cards/page.h"
#include "pages/study/page.h"
#include "pages/study/story.h"
#include "pages/study/walkthrough.h"
#include "pages/today/page.h"
#include "support.h"
#include "widgets/comparison.h"
#include "widgets/fold.h"
#include "widgets/legend.h"
#include "widgets/passage-row.h"
#include "widgets/probe-answers.h"
#include "widgets/scenario-list.h"
#include "widgets/scenario-row.h"
#include "widgets/step-card.h"
#include "widgets/study-switcher.h"

#define N_PROBES 4

typedef struct
{
  StarlingSession *session;
  GtkWidget *page;
  GtkWidget *window;
  char *shown; /* target of the last win.show-scenario */
} Fixture;

static gboolean
is_complete (gpointer page)
{
  return starling_study_page_is_complete (page);
}

static void
show_scenario_cb (GSimpleAction *action, GVariant *target, Fixture *fixture)
{
  g_free (fixture->shown);
  fixture->shown = g_variant_dup_string (target, NULL);
}

static void
set_up (Fixture *fixture, gconstpointer scope)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action
      = g_simple_action_new ("show-scenario", G_VARIANT_TYPE_STRING);

  fixture->session = starling_test_session_new ();
  starling_session_set_scope (fixture->session, scope);
  fixture->page = starling_study_page_new (fixture->session);
  fixture->window = starling_test_present (fixture->page, 816, 630);

  g_signal_connect (action, "activate", G_CALLBACK (show_scenario_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (fixture->window, "win",
                                  G_ACTION_GROUP (group));
  if (starling_session_get_lens (fixture->session) != NULL)
    starling_test_run_until (is_complete, fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer scope)
{
  g_object_ref (fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->session);
  g_free (fixture->shown);
}

static gboolean
has_label (Fixture *fixture, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (fixture->page, text),
                                 fixture->page);
}

static GtkWidget *
get_card (Fixture *fixture, guint step)
{
  return starling_test_find (fixture->page, STARLING_TYPE_STEP_CARD, step);
}

/* The sentences on the page are those of the lens, marked as they are there. */
static void
assert_sentences (Fixture *fixture)
{
  StarlingLens *lens = starling_session_get_lens (fixture->session);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      const StarlingLensStep *step = &lens->steps[i];
      GtkWidget *card = get_card (fixture, i);

      g_assert_cmpuint (starling_test_count (card, STARLING_TYPE_PASSAGE_ROW),
                        ==, step->n_passages);
      for (guint j = 0; j < step->n_passages; j++)
        {
          StarlingPassageRow *row = STARLING_PASSAGE_ROW (
              starling_test_find (card, STARLING_TYPE_PASSAGE_ROW, j));

          g_assert_cmpstr (starling_passage_row_get_text (row), ==,
                           step->passages[j].passage->text);
          g_assert_cmpint (starling_passage_row_get_emphasis (row), ==,
                           step->passages[j].emphasis);
        }
    }
}

static void
test_as_told (Fixture *fixture, gconstpointer scope)
{
  StarlingScenario *scenario = starling_session_get_scenario (fixture->session);
  static const char *const titles[]
      = { "Situation", "Task", "Action", "Result", "Reflection" };
  GtkWidget *question
      = starling_test_find_label (fixture->page, scenario->question);

  g_assert_true (starling_test_is_shown (question, fixture->page));
  gtk_test_accessible_assert_role (question, GTK_ACCESSIBLE_ROLE_LABEL);
  gtk_test_accessible_assert_property (question, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       scenario->question);
  g_assert_true (has_label (fixture, "2 min 55 s"));
  for (guint i = 0; i < STARLING_N_STEPS; i++)
    gtk_test_accessible_assert_property (get_card (fixture, i),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL,
                                         titles[i]);
  assert_sentences (fixture);

  g_assert_true (has_label (fixture, "I noticed"));
  g_assert_true (has_label (fixture, "Follow-up questions"));
  g_assert_true (has_label (fixture, "At this level: SDE 2"));
  g_assert_true (has_label (fixture, "The bar"));
  g_assert_false (
      starling_test_is_shown (starling_test_find (fixture->page,
                                                  STARLING_TYPE_LEGEND, 0),
                              fixture->page));
}

/* Level and angle change sentences in place, and nothing else is made anew. */
static void
test_lens (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *row
      = starling_test_find (fixture->page, STARLING_TYPE_PASSAGE_ROW, 0);
  GtkWidget *cards[STARLING_N_STEPS];
  StarlingLens *lens;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    cards[i] = get_card (fixture, i);

  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  assert_sentences (fixture);
  g_assert_true (has_label (fixture, "Senior"));
  g_assert_true (has_label (fixture, "At this level: Senior SDE"));

  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "dive-deep"));
  assert_sentences (fixture);
  lens = starling_session_get_lens (fixture->session);
  g_assert_true (has_label (fixture, lens->lead));
  g_assert_true (has_label (fixture, lens->emphasize));
  g_assert_true (has_label (fixture, lens->downplay));
  g_assert_true (has_label (fixture, "Lean on this"));

  starling_session_set_level (fixture->session, STARLING_LEVEL_SDE1);
  assert_sentences (fixture);
  g_assert_true (has_label (fixture, "2 min"));
  g_assert_true (has_label (fixture, "62 s"));
  g_assert_false (has_label (fixture, "Senior"));

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    g_assert_true (get_card (fixture, i) == cards[i]);
  g_assert_true (
      starling_test_find (fixture->page, STARLING_TYPE_PASSAGE_ROW, 0) == row);
}

static void
test_not_offered (Fixture *fixture, gconstpointer scope)
{
  const char *line
      = "This story has no angle for Frugality. It is shown as told.";

  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "frugality"));
  g_assert_true (has_label (fixture, line));
  starling_session_set_wanted_angle (fixture->session, STARLING_AS_TOLD);
  g_assert_false (has_label (fixture, line));
}

static GtkWidget *
get_probe (Fixture *fixture, guint index)
{
  StarlingScenario *scenario = starling_session_get_scenario (fixture->session);
  const StarlingProbe *probe = g_ptr_array_index (scenario->probes, index);

  return starling_test_find_named (fixture->page, GTK_TYPE_EXPANDER,
                                   probe->question);
}

static void
test_probes (Fixture *fixture, gconstpointer scope)
{
  for (guint i = 0; i < N_PROBES; i++)
    {
      GtkWidget *probe = get_probe (fixture, i);

      g_assert_nonnull (probe);
      gtk_test_accessible_assert_role (probe, GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_state (probe, GTK_ACCESSIBLE_STATE_EXPANDED,
                                        FALSE);
    }
  g_assert_null (starling_test_find_label (fixture->page, "Weak answer"));

  gtk_widget_activate (get_probe (fixture, 1));
  gtk_widget_activate (get_probe (fixture, 3));
  g_assert_cmpuint (starling_test_count (fixture->page,
                                         STARLING_TYPE_PROBE_ANSWERS),
                    ==, 2);
  g_assert_true (has_label (fixture, "Weak answer"));
  g_assert_true (has_label (fixture, "Strong answer"));
  g_assert_true (
      has_label (fixture, "Tests quantification and business sense"));

  /* They stay open when the lens changes */
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  gtk_test_accessible_assert_state (get_probe (fixture, 1),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
  gtk_test_accessible_assert_state (get_probe (fixture, 3),
                                    GTK_ACCESSIBLE_STATE_EXPANDED, TRUE);
}

/* Flags keep their numbers; one about something absent is only listed. */
static void
test_weak_answer (Fixture *fixture, gconstpointer scope)
{
  StarlingScenario *scenario = starling_session_get_scenario (fixture->session);
  g_autofree char *quoted = g_strdup_printf ("“%s”", scenario->weak_text);
  g_autofree char *verdict
      = g_strdup_printf ("Bar raiser: %s", scenario->weak_verdict);

  g_assert_true (
      starling_test_is_shown (starling_test_find_named (fixture->page,
                                                        GTK_TYPE_LABEL, quoted),
                              fixture->page));
  for (guint i = 0; scenario->weak_flags[i] != NULL; i++)
    g_assert_true (has_label (fixture, scenario->weak_flags[i]));
  g_assert_true (has_label (fixture, verdict));
}

static guint
count_labels (GtkWidget *widget, const char *text)
{
  guint n = 0;

  if (GTK_IS_LABEL (widget)
      && g_str_equal (gtk_label_get_label (GTK_LABEL (widget)), text)
      && gtk_widget_get_visible (gtk_widget_get_parent (widget)))
    n++;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_labels (child, text);
  return n;
}

/* Below its step, each sentence stands in the columns of the levels that say
 * it, unless all do; a step that all levels tell alike is left out. */
static void
assert_levels (StarlingScenario *scenario, GtkWidget *comparison)
{
  static const char *const titles[]
      = { "Situation", "Task", "Action", "Result" };

  g_assert_cmpuint (count_labels (comparison, "Reflection"), ==,
                    STARLING_N_LEVELS);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GPtrArray *answer = scenario->steps[i].answer;
      guint levels = 0;

      for (guint j = 0; j < answer->len; j++)
        {
          const StarlingPassage *passage = g_ptr_array_index (answer, j);
          gboolean all = passage->levels == STARLING_ALL_LEVELS;

          g_assert_cmpint (count_labels (comparison, passage->text), ==,
                           all ? 0 : __builtin_popcount (passage->levels));
          levels |= all ? 0 : passage->levels;
        }
      g_assert_cmpint (count_labels (comparison, titles[i]), ==,
                       __builtin_popcount (levels));
    }
}

static void
test_comparison (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *angles
      = starling_test_find_named (fixture->page, GTK_TYPE_EXPANDER,
                                  "All angles side by side");
  GtkWidget *levels
      = starling_test_find_named (fixture->page, GTK_TYPE_EXPANDER,
                                  "All levels side by side");
  GtkWidget *comparison;

  g_assert_null (
      starling_test_find (fixture->page, STARLING_TYPE_COMPARISON, 0));
  gtk_widget_activate (angles);
  comparison = starling_test_find (angles, STARLING_TYPE_COMPARISON, 0);
  g_assert_cmpuint (
      starling_comparison_get_n_columns (STARLING_COMPARISON (comparison)), ==,
      starling_session_get_scenario (fixture->session)->angles->len);
  g_assert_nonnull (starling_test_find_label (comparison, "Ownership"));

  gtk_widget_activate (levels);
  comparison = starling_test_find (levels, STARLING_TYPE_COMPARISON, 0);
  g_assert_cmpuint (starling_comparison_get_n_columns (
                        STARLING_COMPARISON (comparison)),
                    ==, STARLING_N_LEVELS);
  g_assert_nonnull (starling_test_find_label (comparison, "SDE 2+"));
  assert_levels (starling_session_get_scenario (fixture->session), comparison);

  /* What the angles lean on depends on the level */
  g_assert_null (starling_test_find_label (angles, "Senior"));
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  g_assert_true (starling_test_find (angles, STARLING_TYPE_COMPARISON, 0)
                 != NULL);
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *story
      = starling_test_find (fixture->page, STARLING_TYPE_STUDY_STORY, 0);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (
      starling_test_find (story, GTK_TYPE_SCROLLED_WINDOW, 0)));
}

static double
get_y (Fixture *fixture, GtkWidget *widget)
{
  double y;

  g_assert_true (
      gtk_widget_translate_coordinates (widget, fixture->page, 0, 0, NULL, &y));
  return y;
}

static void
show_other_story (Fixture *fixture)
{
  GListModel *summaries = starling_library_get_summaries (
      starling_session_get_library (fixture->session));
  const char *id = starling_session_get_scenario (fixture->session)->id;

  for (guint i = 0; i < g_list_model_get_n_items (summaries); i++)
    {
      g_autoptr (StarlingSummary) summary
          = g_list_model_get_item (summaries, i);
      g_autofree char *scope = NULL;

      if (g_str_equal (starling_summary_get_id (summary), id))
        continue;
      scope
          = g_strconcat ("scenario:", starling_summary_get_id (summary), NULL);
      starling_session_set_scope (fixture->session, scope);
      return;
    }
  g_assert_not_reached ();
}

/* The card at the upper edge stays where it is, whatever changes above. */
static void
test_scroll (Fixture *fixture, gconstpointer scope)
{
  GtkWidget *result = get_card (fixture, STARLING_STEP_RESULT);
  static const StarlingLevel levels[]
      = { STARLING_LEVEL_SENIOR, STARLING_LEVEL_SDE1, STARLING_LEVEL_SDE2 };
  double y;

  starling_test_run_frames (fixture->page, 2);
  gtk_adjustment_set_value (get_adjustment (fixture),
                            get_y (fixture, result) + 10);
  starling_test_run_frames (fixture->page, 2);
  y = get_y (fixture, result);
  g_assert_cmpfloat_with_epsilon (y, -10, 1);

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      starling_session_set_level (fixture->session, levels[i]);
      starling_test_run_frames (fixture->page, 2);
      g_assert_cmpfloat_with_epsilon (get_y (fixture, result), y, 1);
    }
  starling_session_set_wanted_angle (
      fixture->session,
      starling_test_find_principle (fixture->session, "ownership"));
  starling_test_run_frames (fixture->page, 2);
  g_assert_cmpfloat_with_epsilon (get_y (fixture, result), y, 1);

  /* Another story begins at its top */
  show_other_story (fixture);
  starling_test_run_until (is_complete, fixture->page);
  starling_test_run_frames (fixture->page, 2);
  assert_sentences (fixture);
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (fixture)), ==,
                     0);
}

static gboolean
shows (Fixture *fixture, GType type)
{
  GtkWidget *part = starling_test_find (fixture->page, type, 0);

  return part != NULL && starling_test_is_shown (part, fixture->page);
}

/* One part for each scope and view; made when first shown, alone on screen. */
static void
test_parts (Fixture *fixture, gconstpointer scope)
{
  const struct
  {
    const char *scope;
    StarlingStudyView view;
    GType type;
  } cases[] = {
    { "today", STARLING_VIEW_WALKTHROUGH, STARLING_TYPE_TODAY_PAGE },
    { "today", STARLING_VIEW_FLASHCARDS, STARLING_TYPE_CARDS_PAGE },
    { "principle:frugality", STARLING_VIEW_FLASHCARDS,
      STARLING_TYPE_CARDS_PAGE },
    { "principle:frugality", STARLING_VIEW_WALKTHROUGH,
      STARLING_TYPE_SCENARIO_LIST },
    { "scenario:webhook-drops", STARLING_VIEW_WALKTHROUGH,
      STARLING_TYPE_STUDY_STORY },
    { "scenario:webhook-drops", STARLING_VIEW_FLASHCARDS,
      STARLING_TYPE_CARDS_PAGE },
    { "today", STARLING_VIEW_WALKTHROUGH, STARLING_TYPE_TODAY_PAGE },
  };
  const GType types[]
      = { STARLING_TYPE_TODAY_PAGE, STARLING_TYPE_CARDS_PAGE,
          STARLING_TYPE_SCENARIO_LIST, STARLING_TYPE_STUDY_STORY };

  g_assert_null (
      starling_test_find (fixture->page, STARLING_TYPE_CARDS_PAGE, 0));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      starling_session_set_scope (fixture->session, cases[i].scope);
      starling_session_set_study_view (fixture->session, cases[i].view);
      starling_test_run_frames (fixture->page, 2);
      for (guint j = 0; j < G_N_ELEMENTS (types); j++)
        g_assert_cmpint (shows (fixture, types[j]), ==,
                         types[j] == cases[i].type);
    }
}

/* While it is hidden the page does not follow; when it is shown it does. */
static void
test_hidden (Fixture *fixture, gconstpointer scope)
{
  gtk_widget_set_visible (fixture->page, FALSE);
  starling_session_set_level (fixture->session, STARLING_LEVEL_SENIOR);
  g_assert_null (starling_test_find_label (fixture->page, "Senior"));
  gtk_widget_set_visible (fixture->page, TRUE);
  assert_sentences (fixture);
}

static gboolean
was_chosen (gpointer fixture)
{
  return ((Fixture *) fixture)->shown != NULL;
}

static void
test_principle (Fixture *fixture, gconstpointer scope)
{
  StarlingLibrary *library = starling_session_get_library (fixture->session);
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  const StarlingPrinciple *principle = starling_catalogue_get_principle (
      catalogue,
      (guint) starling_session_get_scope_principle (fixture->session));
  StarlingSummary *summary
      = starling_library_find_summary (library, "webhook-drops");
  GtkWidget *row
      = starling_test_find_named (fixture->page, STARLING_TYPE_SCENARIO_ROW,
                                  starling_summary_get_title (summary));

  g_assert_true (has_label (fixture, principle->name));
  g_assert_true (has_label (fixture, principle->summary));
  g_assert_true (has_label (fixture, "What interviewers look for"));
  g_assert_false (has_label (fixture, "Follow-up questions"));

  g_assert_true (starling_test_is_shown (row, fixture->page));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_BUTTON);
  g_assert_true (has_label (fixture, starling_summary_get_question (summary)));
  g_assert_true (has_label (fixture, "New"));
  gtk_widget_activate (row);
  starling_test_run_until (was_chosen, fixture);
  g_assert_cmpstr (fixture->shown, ==, "webhook-drops");

  /* A principle without stories says so */
  starling_session_set_scope (fixture->session, "principle:think-big");
  g_assert_true (has_label (fixture, "There is no story here yet."));
}

static void
test_no_stories (Fixture *fixture, gconstpointer scope)
{
  guint n_shown = 0;

  g_assert_true (has_label (fixture, "You have no stories of your own yet."));
  g_assert_false (has_label (fixture, "My stories"));

  /* the way to the other view stays */
  for (guint i = 0;
       i < starling_test_count (fixture->page, STARLING_TYPE_STUDY_SWITCHER);
       i++)
    n_shown += starling_test_is_shown (
        starling_test_find (fixture->page, STARLING_TYPE_STUDY_SWITCHER, i),
        fixture->page);
  g_assert_cmpuint (n_shown, ==, 1);
}

static void
test_missing (Fixture *fixture, gconstpointer scope)
{
  g_assert_true (has_label (fixture, "This story cannot be opened."));
  g_assert_true (
      has_label (fixture, starling_session_get_error (fixture->session)));

  starling_session_set_scope (fixture->session, "scenario:webhook-drops");
  g_assert_false (has_label (fixture, "This story cannot be opened."));
  starling_test_run_until (is_complete, fixture->page);
  assert_sentences (fixture);
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    const char *scope;
    void (*test) (Fixture *fixture, gconstpointer scope);
  } tests[] = {
    { "/study/as-told", "scenario:webhook-drops", test_as_told },
    { "/study/lens", "scenario:webhook-drops", test_lens },
    { "/study/not-offered", "scenario:webhook-drops", test_not_offered },
    { "/study/probes", "scenario:webhook-drops", test_probes },
    { "/study/weak-answer", "scenario:webhook-drops", test_weak_answer },
    { "/study/comparison", "scenario:webhook-drops", test_comparison },
    { "/study/scroll", "scenario:webhook-drops", test_scroll },
    { "/study/parts", "today", test_parts },
    { "/study/hidden", "scenario:webhook-drops", test_hidden },
    { "/study/principle", "principle:insist-on-the-highest-standards",
      test_principle },
    { "/study/no-stories", "my-stories", test_no_stories },
    { "/study/missing", "scenario:no-such-story", test_missing },
  };

  starling_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].scope, set_up, tests[i].test,
                tear_down);
  return g_test_run ();
}
