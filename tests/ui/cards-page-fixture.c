/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cards-page-fixture.h"

#include "pages/cards/page.h"
#include "support.h"
#include "widgets/pile-count.h"

#include <string.h>

static void
toast_cb (TestCards *self, const char *message, const char *event_id)
{
  g_free (self->toast);
  g_free (self->toast_event);
  self->toast = g_strdup (message);
  self->toast_event = g_strdup (event_id);
}

static void
practise_cb (GSimpleAction *action, GVariant *target, gpointer data)
{
  TestCards *self = data;

  g_free (self->practise);
  self->practise = g_variant_print (target, FALSE);
}

static void
add_actions (TestCards *self, GtkWidget *widget)
{
  const GActionEntry entries[] = {
    { "practise", practise_cb, "(ss)" },
    { "study-view", NULL, "s", "'flashcards'" },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries,
                                   G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (widget, "win", G_ACTION_GROUP (group));
}

/* Shows the page over @library, which becomes the session's. */
void
test_cards_open (TestCards *self,
                 StarlingLibrary *library,
                 const char *scope,
                 StarlingLevel level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = starling_session_new (library);
  self->library = library;
  self->clock = starling_library_get_clock (library);
  g_signal_connect_swapped (self->session, "toast", G_CALLBACK (toast_cb),
                            self);
  starling_session_set_scope (self->session, scope);
  starling_session_set_level (self->session, level);
  self->page = starling_cards_page_new (self->session);
  g_object_ref_sink (self->page);
  self->entry = gtk_entry_new ();
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (box), self->page);
  gtk_box_append (GTK_BOX (box), self->entry);
  add_actions (self, box);
  self->window = starling_test_present (box, 816, 630);
  gtk_widget_grab_focus (self->page);
}

void
test_cards_set_up (TestCards *self, gconstpointer scope)
{
  g_autoptr (StarlingLibrary) library = starling_test_library_new ();

  test_cards_open (self, library, scope, STARLING_LEVEL_SDE2);
}

void
test_cards_tear_down (TestCards *self, gconstpointer scope)
{
  starling_library_flush (self->library);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_assert_finalize_object (self->page);
  starling_test_drop_session (self->session);
  g_free (self->toast);
  g_free (self->toast_event);
  g_free (self->practise);
}

void
test_cards_add (const char *path,
                const char *scope,
                void (*test) (TestCards *self, gconstpointer scope))
{
  g_test_add (path, TestCards, scope, test_cards_set_up, test,
              test_cards_tear_down);
}

/* The button of that name, shown or not. */
GtkWidget *
test_cards_button (TestCards *self, const char *name)
{
  GtkWidget *found
      = starling_test_find_named (self->page, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (found);
  return found;
}

gboolean
test_cards_has_button (TestCards *self, const char *name)
{
  return starling_test_is_shown (starling_test_find_named (self->page,
                                                           GTK_TYPE_BUTTON,
                                                           name),
                                 self->window);
}

gboolean
test_cards_has_label (TestCards *self, const char *text)
{
  return starling_test_is_shown (starling_test_find_label (self->page, text),
                                 self->window);
}

static GtkWidget *
find_class (GtkWidget *root, const char *css_class)
{
  if (gtk_widget_has_css_class (root, css_class))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_class (child, css_class);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* The first widget of that CSS class, shown or not. */
GtkWidget *
test_cards_find_class (TestCards *self, const char *css_class)
{
  GtkWidget *found = find_class (self->page, css_class);

  g_assert_nonnull (found);
  return found;
}

/* What the card on screen asks; NULL: there is none. */
const char *
test_cards_get_prompt (TestCards *self)
{
  GtkWidget *label = test_cards_find_class (self, "prompt");

  return starling_test_is_shown (label, self->window)
             ? gtk_label_get_text (GTK_LABEL (label))
             : NULL;
}

gboolean
test_cards_is_asking (TestCards *self)
{
  return test_cards_get_prompt (self) != NULL
         && test_cards_has_button (self, "Show answer");
}

GtkWidget *
test_cards_get_focus (TestCards *self)
{
  return gtk_window_get_focus (GTK_WINDOW (self->window));
}

/* That by which the page scrolls. */
GtkAdjustment *
test_cards_get_adjustment (TestCards *self)
{
  GtkWidget *scroller
      = starling_test_find (self->page, GTK_TYPE_SCROLLED_WINDOW, 0);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
}

void
test_cards_assert_count (TestCards *self,
                         StarlingPile pile,
                         guint n,
                         gboolean current)
{
  GtkWidget *count
      = starling_test_find (self->page, STARLING_TYPE_PILE_COUNT, pile);
  g_autofree char *name = starling_cards_words_count (pile, n);

  gtk_test_accessible_assert_property (count, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       name);
  gtk_test_accessible_assert_property (count,
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       current ? "current" : "");
  g_assert_cmpint (gtk_widget_has_css_class (count, "current"), ==, current);
}

void
test_cards_click (TestCards *self, const char *name)
{
  GtkWidget *widget = test_cards_button (self, name);

  g_assert_true (starling_test_is_shown (widget, self->window));
  g_assert_true (gtk_widget_is_sensitive (widget));
  g_signal_emit_by_name (widget, "clicked");
}

/* Returns whether the page took the key. */
gboolean
test_cards_press (TestCards *self, guint key, GdkModifierType modifiers)
{
  return starling_test_press (self->page, key, modifiers);
}

void
test_cards_answer (TestCards *self, const char *grade)
{
  test_cards_click (self, "Show answer");
  test_cards_click (self, grade);
}

/* Buries cards until one is on screen that asks with these words. */
void
test_cards_go_to (TestCards *self, const char *words)
{
  while (strstr (test_cards_get_prompt (self), words) == NULL)
    {
      g_assert_true (test_cards_press (self, GDK_KEY_minus, 0));
      g_assert_true (test_cards_is_asking (self));
    }
}
