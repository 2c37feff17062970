/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/history/list.h"

#include "pages/rehearse/history/row.h"
#include "storage/take-reviews.h"
#include "widgets/focus.h"

#include <glib/gi18n.h>

struct _StarlingRehearseHistoryList
{
  GtkBox parent_instance;

  char *opened; /* (nullable): the take that was opened last */
};

G_DEFINE_FINAL_TYPE (StarlingRehearseHistoryList,
                     starling_rehearse_history_list,
                     GTK_TYPE_BOX)

/* Where the focus is, while the rows are made anew. */
typedef struct
{
  char *id; /* of the row; NULL: not in the list */
  guint index;
  gboolean at_delete;
} Place;

static GtkWidget *
get_row (StarlingRehearseHistoryList *self, guint index)
{
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self));

  while (row != NULL && index-- > 0)
    row = gtk_widget_get_next_sibling (row);
  return row;
}

static const char *
get_id (GtkWidget *row)
{
  return starling_rehearse_history_row_get_id (
      STARLING_REHEARSE_HISTORY_ROW (row));
}

static void
find_place (StarlingRehearseHistoryList *self, Place *place)
{
  GtkWidget *row;

  *place = (Place){ 0 };
  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    if (starling_focus_is_within (row))
      {
        place->id = g_strdup (get_id (row));
        place->index = i;
        place->at_delete = gtk_widget_get_focus_child (row)
                           == gtk_widget_get_last_child (row);
        return;
      }
}

/* The same row, else the one in its place, else the last one. Returns whether
 * there is any. */
static gboolean
restore_place (StarlingRehearseHistoryList *self, const Place *place)
{
  GtkWidget *found = NULL, *row;

  for (guint i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      gboolean same = g_strcmp0 (get_id (row), place->id) == 0;

      if (i <= place->index || same)
        found = row;
      if (same)
        break;
    }
  if (found == NULL)
    return FALSE;
  gtk_widget_grab_focus (place->at_delete ? gtk_widget_get_last_child (found)
                                          : gtk_widget_get_first_child (found));
  return TRUE;
}

static const char *
get_tag (gboolean last, gboolean best)
{
  if (last && best)
    return _ ("Last, best");
  if (last)
    return _ ("Last");
  return best ? _ ("Best") : NULL;
}

/* Whether a take before @index has the lens of the one there. */
static gboolean
has_lens_before (GPtrArray *all, guint index)
{
  const StarlingTakeReview *review = g_ptr_array_index (all, index);

  for (guint i = 0; i < index; i++)
    if (starling_take_review_has_lens (g_ptr_array_index (all, i),
                                       review->level, review->angle))
      return TRUE;
  return FALSE;
}

/* The best takes of all lenses. */
static GHashTable *
list_best (GPtrArray *all)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < all->len; i++)
    {
      const StarlingTakeReview *review = g_ptr_array_index (all, i);
      g_autoptr (GPtrArray) some = NULL;
      StarlingTakeStanding standing;

      if (has_lens_before (all, i))
        continue;
      some = starling_take_reviews_filter (all, review->level, review->angle);
      starling_take_standing_init (&standing, some, some->len);
      if (standing.best >= 0)
        g_hash_table_add (set, g_ptr_array_index (some, standing.best));
    }
  return set;
}

/* Whoever has read a take comes back to its row. */
static void
opened_cb (GtkWidget *button, StarlingRehearseHistoryList *self)
{
  g_free (self->opened);
  self->opened = g_strdup (get_id (gtk_widget_get_parent (button)));
}

static void
starling_rehearse_history_list_finalize (GObject *object)
{
  g_free (STARLING_REHEARSE_HISTORY_LIST (object)->opened);

  G_OBJECT_CLASS (starling_rehearse_history_list_parent_class)
      ->finalize (object);
}

static void
starling_rehearse_history_list_class_init (
    StarlingRehearseHistoryListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = starling_rehearse_history_list_finalize;
}

static void
starling_rehearse_history_list_init (StarlingRehearseHistoryList *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "boxed");
}

/**
 * starling_rehearse_history_list_set:
 * @self: a list
 * @catalogue: the principles
 * @all: (element-type StarlingTakeReview): the takes of the scenario, among
 *   which the best ones of each lens are
 * @shown: (element-type StarlingTakeReview): those to show, oldest first
 * @n_rows: how many at most
 * @now: Unix ms
 *
 * Shows takes.
 *
 * Returns: %FALSE if the focus was here and has no place any more
 */
gboolean
starling_rehearse_history_list_set (StarlingRehearseHistoryList *self,
                                    StarlingCatalogue *catalogue,
                                    GPtrArray *all,
                                    GPtrArray *shown,
                                    guint n_rows,
                                    gint64 now)
{
  g_autoptr (GHashTable) best = NULL;
  GtkWidget *child;
  Place place;
  gboolean placed = TRUE;

  g_return_val_if_fail (STARLING_IS_REHEARSE_HISTORY_LIST (self), FALSE);

  best = list_best (all);
  find_place (self, &place);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
  for (guint i = 0; i < MIN (shown->len, n_rows); i++)
    {
      const StarlingTakeReview *review
          = g_ptr_array_index (shown, shown->len - 1 - i);
      GtkWidget *row = starling_rehearse_history_row_new (
          review, catalogue,
          get_tag (i == 0, g_hash_table_contains (best, review)), now);

      g_signal_connect_object (gtk_widget_get_first_child (row), "clicked",
                               G_CALLBACK (opened_cb), self, 0);
      gtk_box_append (GTK_BOX (self), row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), shown->len > 0);
  if (place.id != NULL)
    placed = restore_place (self, &place);
  g_free (place.id);
  return placed;
}

/**
 * starling_rehearse_history_list_focus_row:
 * @self: a list
 * @index: a row, from 0
 *
 * Puts the focus on a take.
 *
 * Returns: %FALSE if there is none
 */
gboolean
starling_rehearse_history_list_focus_row (StarlingRehearseHistoryList *self,
                                          guint index)
{
  GtkWidget *row;

  g_return_val_if_fail (STARLING_IS_REHEARSE_HISTORY_LIST (self), FALSE);

  row = get_row (self, index);
  return row != NULL
         && gtk_widget_grab_focus (gtk_widget_get_first_child (row));
}

/**
 * starling_rehearse_history_list_focus_opened:
 * @self: a list
 *
 * Puts the focus on the take that was opened, once.
 *
 * Returns: %FALSE if there is none
 */
gboolean
starling_rehearse_history_list_focus_opened (StarlingRehearseHistoryList *self)
{
  g_autofree char *opened = NULL;
  GtkWidget *row;

  g_return_val_if_fail (STARLING_IS_REHEARSE_HISTORY_LIST (self), FALSE);

  opened = g_steal_pointer (&self->opened);
  for (guint i = 0; opened != NULL && (row = get_row (self, i)) != NULL; i++)
    if (g_str_equal (get_id (row), opened))
      return starling_rehearse_history_list_focus_row (self, i);
  return FALSE;
}
