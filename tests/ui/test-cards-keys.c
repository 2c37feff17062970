/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

/* Flashcards by the keyboard: keys, and where the focus goes. */

#include "cards-page-fixture.h"
#include "support.h"

#define NOT_A_GRADE 0

/* All keys of the page. */
static const struct
{
  guint key;
  GdkModifierType modifiers;
  int grade;
  const char *toast;
} keys[] = {
  { GDK_KEY_1, 0, STARLING_GRADE_AGAIN, NULL },
  { GDK_KEY_2, 0, STARLING_GRADE_HARD, NULL },
  { GDK_KEY_3, 0, STARLING_GRADE_GOOD, NULL },
  { GDK_KEY_4, 0, STARLING_GRADE_EASY, NULL },
  { GDK_KEY_KP_1, 0, STARLING_GRADE_AGAIN, NULL },
  { GDK_KEY_KP_2, 0, STARLING_GRADE_HARD, NULL },
  { GDK_KEY_KP_3, 0, STARLING_GRADE_GOOD, NULL },
  { GDK_KEY_KP_4, 0, STARLING_GRADE_EASY, NULL },
  { GDK_KEY_minus, 0, NOT_A_GRADE, "Buried until tomorrow." },
  { GDK_KEY_KP_Subtract, 0, NOT_A_GRADE, "Buried until tomorrow." },
  { GDK_KEY_at, 0, NOT_A_GRADE, "Suspended until you bring it back." },
  { GDK_KEY_n, GDK_CONTROL_MASK | GDK_ALT_MASK, NOT_A_GRADE,
    "Reset: the card is new again." },
  { GDK_KEY_o, 0, NOT_A_GRADE, NULL },
  { GDK_KEY_z, GDK_CONTROL_MASK, NOT_A_GRADE, NULL },
  { GDK_KEY_Page_Up, 0, NOT_A_GRADE, NULL },
  { GDK_KEY_Page_Down, 0, NOT_A_GRADE, NULL },
  { GDK_KEY_KP_Page_Up, 0, NOT_A_GRADE, NULL },
  { GDK_KEY_KP_Page_Down, 0, NOT_A_GRADE, NULL },
};

/* Each digit grades what is shown, and only that, with its own grade. */
static void
test_grades (TestCards *fixture, gconstpointer scope)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *before = g_strdup (test_cards_get_prompt (fixture));
      g_autoptr (GPtrArray) events = NULL;
      const StarlingEvent *event;

      if (keys[i].grade == NOT_A_GRADE)
        continue;
      g_test_message ("key %u", i);
      g_assert_false (test_cards_press (fixture, keys[i].key, 0));
      test_cards_click (fixture, "Show answer");
      g_assert_true (test_cards_press (fixture, keys[i].key, 0));
      g_assert_true (test_cards_is_asking (fixture));
      g_assert_cmpstr (test_cards_get_prompt (fixture), !=, before);
      g_assert_true (
          gtk_widget_has_focus (test_cards_button (fixture, "Show answer")));
      events = test_read_journal (fixture->library);
      g_assert_cmpuint (events->len, ==, ++n);
      event = g_ptr_array_index (events, n - 1);
      g_assert_cmpint (event->type, ==, STARLING_EVENT_REVIEW);
      g_assert_cmpint (event->grade, ==, keys[i].grade);
    }

  /* the same one after the other */
  for (; n > 0; n--)
    {
      g_assert_true (test_cards_press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
      g_assert_true (test_cards_is_asking (fixture));
    }
  g_assert_false (test_cards_press (fixture, GDK_KEY_z, GDK_CONTROL_MASK));
}

/* What the menu of the card does, by its keys. */
static void
test_menu (TestCards *fixture, gconstpointer scope)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (keys[i].toast == NULL)
        continue;
      g_test_message ("key %u", i);
      g_clear_pointer (&fixture->toast, g_free);
      g_assert_true (
          test_cards_press (fixture, keys[i].key, keys[i].modifiers));
      g_assert_cmpstr (fixture->toast, ==, keys[i].toast);
    }
}

/* Nothing happens by any key, though there is a card with its answer, and
 * something to take back. */
static void
assert_dead (TestCards *fixture)
{
  g_autoptr (GPtrArray) events = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_test_message ("key %u", i);
      g_assert_false (
          test_cards_press (fixture, keys[i].key, keys[i].modifiers));
    }
  events = test_read_journal (fixture->library);
  g_assert_cmpuint (events->len, ==, 1);
  g_assert_null (fixture->practise);
}

static void
test_hidden (TestCards *fixture, gconstpointer scope)
{
  GtkWidget *box = gtk_widget_get_parent (fixture->entry);
  GtkWidget *button = gtk_button_new ();

  gtk_box_append (GTK_BOX (box), button);
  test_cards_answer (fixture, "Easy");
  test_cards_click (fixture, "Show answer");
  gtk_widget_set_visible (fixture->page, FALSE);
  g_assert_true (gtk_widget_grab_focus (button));
  starling_test_run_frames (fixture->window, 1);
  assert_dead (fixture);
}

/* All keys are left to whoever writes. */
static void
test_writing (TestCards *fixture, gconstpointer scope)
{
  GtkWidget *box = gtk_widget_get_parent (fixture->entry);
  GtkWidget *places[] = { fixture->entry, gtk_text_view_new () };

  gtk_box_append (GTK_BOX (box), places[1]);
  test_cards_answer (fixture, "Easy");
  test_cards_click (fixture, "Show answer");
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", G_OBJECT_TYPE_NAME (places[i]));
      g_assert_true (gtk_widget_grab_focus (places[i]));
      assert_dead (fixture);
    }
  gtk_widget_grab_focus (fixture->page);
  g_assert_true (test_cards_press (fixture, GDK_KEY_3, 0));
}

static gboolean
is_at_top (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment) == 0;
}

static gboolean
is_below (gpointer adjustment)
{
  return gtk_adjustment_get_value (adjustment)
         > gtk_adjustment_get_page_size (adjustment) / 2;
}

/* Pages down and up; not where there is no card. */
static void
test_scroll (TestCards *fixture, gconstpointer scope)
{
  static const guint pages[][2] = {
    { GDK_KEY_Page_Down, GDK_KEY_Page_Up },
    { GDK_KEY_KP_Page_Down, GDK_KEY_KP_Page_Up },
  };
  GtkAdjustment *adjustment = test_cards_get_adjustment (fixture);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 420);
  test_cards_click (fixture, "Show answer");
  starling_test_run_frames (fixture->page, 4);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gtk_adjustment_set_value (adjustment, 0);
      g_assert_true (test_cards_press (fixture, pages[i][0], 0));
      starling_test_run_until (is_below, adjustment);
      g_assert_true (test_cards_press (fixture, pages[i][1], 0));
      starling_test_run_until (is_at_top, adjustment);
      g_assert_true (
          gtk_widget_has_focus (test_cards_button (fixture, "Good")));
    }

  starling_session_set_scope (fixture->session, "my-stories");
  g_assert_null (test_cards_get_prompt (fixture));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    for (guint k = 0; k < G_N_ELEMENTS (pages[i]); k++)
      g_assert_false (test_cards_press (fixture, pages[i][k], 0));
}

static void
press_tab (TestCards *fixture, GtkDirectionType direction)
{
  g_signal_emit_by_name (fixture->window, "move-focus", direction);
}

/* From elsewhere Tab leads to what the next key is wanted for. */
static void
test_tab_in (TestCards *fixture, gconstpointer scope)
{
  gtk_widget_grab_focus (fixture->entry);
  press_tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (
      gtk_widget_has_focus (test_cards_button (fixture, "Show answer")));

  test_cards_click (fixture, "Show answer");
  gtk_widget_grab_focus (fixture->entry);
  press_tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (gtk_widget_has_focus (test_cards_button (fixture, "Good")));

  starling_session_set_scope (fixture->session, "my-stories");
  gtk_widget_grab_focus (fixture->entry);
  press_tab (fixture, GTK_DIR_TAB_FORWARD);
  g_assert_true (
      gtk_widget_has_css_class (test_cards_get_focus (fixture), "message"));
}

static void
assert_focus_in (TestCards *fixture, GtkWidget *widget)
{
  GtkWidget *focus = test_cards_get_focus (fixture);

  g_assert_true (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* From the main button it leads to all that stands above it, and then out;
 * back as well. */
static void
test_tab_on (TestCards *fixture, gconstpointer scope)
{
  static const char *const names[]
      = { "Undo", "Walkthrough", "Flashcards", "Card menu" };
  GtkWidget *parts[G_N_ELEMENTS (names)];
  GtkWidget *before = gtk_button_new ();

  gtk_box_prepend (GTK_BOX (gtk_widget_get_parent (fixture->page)), before);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    parts[i]
        = starling_test_find_named (fixture->page, GTK_TYPE_WIDGET, names[i]);
  test_cards_answer (fixture, "Easy");
  g_assert_true (
      gtk_widget_has_focus (test_cards_button (fixture, "Show answer")));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      press_tab (fixture, GTK_DIR_TAB_FORWARD);
      assert_focus_in (fixture, parts[i]);
    }
  press_tab (fixture, GTK_DIR_TAB_FORWARD);
  assert_focus_in (fixture, fixture->entry);

  gtk_widget_grab_focus (fixture->page);
  for (guint i = G_N_ELEMENTS (names); i > 0; i--)
    {
      g_test_message ("%s", names[i - 1]);
      press_tab (fixture, GTK_DIR_TAB_BACKWARD);
      assert_focus_in (fixture, parts[i - 1]);
    }
  press_tab (fixture, GTK_DIR_TAB_BACKWARD);
  assert_focus_in (fixture, before);
}

/* A focus that was brought back to what is hidden by now, as that of an end
 * which has a card again, counts for nothing: the page takes it, from a key of
 * the window and from Tab. */
static void
test_hidden_focus (TestCards *fixture, gconstpointer scope)
{
  GtkWidget *message = test_cards_find_class (fixture, "message");

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_grab_focus (message);
      g_assert_true (test_cards_get_focus (fixture) == message);
      g_assert_false (gtk_widget_get_mapped (message));
      g_assert_true (
          i == 0 ? gtk_widget_grab_focus (fixture->page)
                 : gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD));
      g_assert_true (test_cards_get_focus (fixture)
                     == test_cards_button (fixture, "Show answer"));
    }
}

int
main (int argc, char **argv)
{
  starling_test_init (&argc, &argv);
  test_cards_add ("/cards-keys/grades", TEST_STORY, test_grades);
  test_cards_add ("/cards-keys/menu", TEST_STORY, test_menu);
  test_cards_add ("/cards-keys/hidden", TEST_STORY, test_hidden);
  test_cards_add ("/cards-keys/writing", TEST_STORY, test_writing);
  test_cards_add ("/cards-keys/scroll", TEST_STORY, test_scroll);
  test_cards_add ("/cards-keys/tab-in", TEST_STORY, test_tab_in);
  test_cards_add ("/cards-keys/tab-on", TEST_STORY, test_tab_on);
  test_cards_add ("/cards-keys/hidden-focus", TEST_STORY, test_hidden_focus);
  return g_test_run ();
}
