/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "cards-support.h"
#include "pages/cards/words.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The page of flashcards above an entry, in a window that stands in for that
 * of the application. */
typedef struct
{
  StarlingSession *session;
  StarlingLibrary *library;
  StarlingClock *clock;
  GtkWidget *page;
  GtkWidget *entry;
  GtkWidget *window;
  char *toast;
  char *toast_event;
  char *practise; /* the last target of win.practise */
} TestCards;

void test_cards_set_up (TestCards *self, gconstpointer scope);
void test_cards_tear_down (TestCards *self, gconstpointer scope);
void test_cards_open (TestCards *self,
                      StarlingLibrary *library,
                      const char *scope,
                      StarlingLevel level);
void test_cards_add (const char *path,
                     const char *scope,
                     void (*test) (TestCards *self, gconstpointer scope));

GtkWidget *test_cards_button (TestCards *self, const char *name);
gboolean test_cards_has_button (TestCards *self, const char *name);
gboolean test_cards_has_label (TestCards *self, const char *text);
GtkWidget *test_cards_find_class (TestCards *self, const char *css_class);
const char *test_cards_get_prompt (TestCards *self);
gboolean test_cards_is_asking (TestCards *self);
GtkWidget *test_cards_get_focus (TestCards *self);
GtkAdjustment *test_cards_get_adjustment (TestCards *self);
void test_cards_assert_count (TestCards *self,
                              StarlingPile pile,
                              guint n,
                              gboolean current);

void test_cards_click (TestCards *self, const char *name);
gboolean
test_cards_press (TestCards *self, guint key, GdkModifierType modifiers);
void test_cards_answer (TestCards *self, const char *grade);
void test_cards_go_to (TestCards *self, const char *words);

G_END_DECLS
