/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/debrief.h"

#include "pages/rehearse/draft.h"
#include "pages/rehearse/debrief/figures.h"
#include "pages/rehearse/debrief/follow-ups.h"
#include "pages/rehearse/debrief/remarks.h"
#include "pages/rehearse/debrief/sheet.h"
#include "pages/rehearse/debrief/times.h"
#include "pages/rehearse/words-take.h"
#include "pages/rehearse/words.h"
#include "storage/take-reviews.h"
#include "widgets/column.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseDebrief
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkScrolledWindow *scrolled;
  GtkLabel *title;
  GtkLabel *take_label;
  GtkLabel *verdict;
  StarlingRehearseFigures *figures;
  StarlingRehearseTimes *times;
  StarlingRehearseRemarks *remarks;
  StarlingRehearseFollowUps *follow_ups;
  StarlingRehearseSheet *sheet;
  GtkWidget *add_note;
  GtkWidget *back;
  GtkWidget *discard;
  GtkWidget *save;

  StarlingRehearseRun *run; /* NULL: the take is saved */
};

G_DEFINE_FINAL_TYPE (StarlingRehearseDebrief,
                     starling_rehearse_debrief,
                     GTK_TYPE_WIDGET)

static void
rated_cb (StarlingRehearseSheet *sheet,
          int dimension,
          int value,
          StarlingRehearseDebrief *self)
{
  if (self->run != NULL)
    starling_rehearse_run_set_rating (self->run, (StarlingDimension) dimension,
                                      value);
}

static void
noted_cb (StarlingRehearseSheet *sheet,
          const char *text,
          StarlingRehearseDebrief *self)
{
  if (self->run != NULL)
    starling_rehearse_run_set_note (self->run, text);
}

static void
add_note_clicked_cb (StarlingRehearseDebrief *self)
{
  starling_rehearse_sheet_add_note (self->sheet);
}

/* Escape leads back from a saved take, and is left to others before. */
static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  return STARLING_REHEARSE_DEBRIEF (widget)->run == NULL
         && gtk_widget_activate_action (widget, "rehearse.take-close", NULL);
}

static void
starling_rehearse_debrief_dispose (GObject *object)
{
  StarlingRehearseDebrief *self = STARLING_REHEARSE_DEBRIEF (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (starling_rehearse_debrief_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseDebrief, content) },
    { "scrolled", G_STRUCT_OFFSET (StarlingRehearseDebrief, scrolled) },
    { "title", G_STRUCT_OFFSET (StarlingRehearseDebrief, title) },
    { "take_label", G_STRUCT_OFFSET (StarlingRehearseDebrief, take_label) },
    { "verdict", G_STRUCT_OFFSET (StarlingRehearseDebrief, verdict) },
    { "figures", G_STRUCT_OFFSET (StarlingRehearseDebrief, figures) },
    { "times", G_STRUCT_OFFSET (StarlingRehearseDebrief, times) },
    { "remarks", G_STRUCT_OFFSET (StarlingRehearseDebrief, remarks) },
    { "follow_ups", G_STRUCT_OFFSET (StarlingRehearseDebrief, follow_ups) },
    { "sheet", G_STRUCT_OFFSET (StarlingRehearseDebrief, sheet) },
    { "add_note", G_STRUCT_OFFSET (StarlingRehearseDebrief, add_note) },
    { "back", G_STRUCT_OFFSET (StarlingRehearseDebrief, back) },
    { "discard", G_STRUCT_OFFSET (StarlingRehearseDebrief, discard) },
    { "save", G_STRUCT_OFFSET (StarlingRehearseDebrief, save) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_debrief_class_init (StarlingRehearseDebriefClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_debrief_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_REHEARSE_FIGURES);
  g_type_ensure (STARLING_TYPE_REHEARSE_FOLLOW_UPS);
  g_type_ensure (STARLING_TYPE_REHEARSE_REMARKS);
  g_type_ensure (STARLING_TYPE_REHEARSE_SHEET);
  g_type_ensure (STARLING_TYPE_REHEARSE_TIMES);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/debrief/debrief.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, rated_cb);
  gtk_widget_class_bind_template_callback (widget_class, noted_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_note_clicked_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb,
                                NULL);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_debrief_init (StarlingRehearseDebrief *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static const StarlingTakeReview *
get_review (GPtrArray *reviews, int index)
{
  return index >= 0 ? g_ptr_array_index (reviews, index) : NULL;
}

static void
show_head (StarlingRehearseDebrief *self,
           StarlingLibrary *library,
           const StarlingTakeReview *review,
           const StarlingScenario *scenario,
           guint number)
{
  g_autofree char *lens
      = starling_rehearse_words_lens (starling_library_get_catalogue (library),
                                      review->level, review->angle);
  g_autofree char *title = g_strdup_printf ("%s · %s", scenario->title, lens);
  g_autofree char *take = g_strdup_printf (_ ("Take %u of this lens"), number);

  gtk_label_set_label (self->title, title);
  if (self->run == NULL)
    {
      g_autofree char *date = starling_rehearse_words_date (
          review->at, review->offset,
          starling_clock_get_utc (starling_library_get_clock (library)));
      g_autofree char *both = g_strdup_printf ("%s · %s", take, date);

      gtk_label_set_label (self->take_label, both);
    }
  else
    gtk_label_set_label (self->take_label, take);
}

/* Shows the take at @index of its lens; one that is not saved comes last. */
static void
show (StarlingRehearseDebrief *self,
      StarlingLibrary *library,
      const StarlingScenario *scenario,
      const StarlingTakeReview *review,
      GPtrArray *reviews,
      guint index)
{
  gboolean saved = self->run == NULL;
  g_autofree char *sentence
      = starling_rehearse_format_verdict (&review->verdict);
  const StarlingTakeReview *last, *best;
  StarlingTakeStanding standing;

  starling_take_standing_init (&standing, reviews, index);
  last = get_review (reviews, standing.last);
  best = get_review (reviews, standing.best);
  show_head (self, library, review, scenario, standing.number);
  gtk_label_set_label (self->verdict, sentence);
  starling_rehearse_figures_set (self->figures, review, last);
  starling_rehearse_times_set (self->times, review, last, best);
  starling_rehearse_remarks_set (self->remarks, review);
  starling_rehearse_follow_ups_set (self->follow_ups, review, scenario);
  starling_rehearse_sheet_set (self->sheet, review->rating, review->note,
                               !saved);

  gtk_accessible_update_property (GTK_ACCESSIBLE (saved ? self->back
                                                        : self->save),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sentence,
                                  -1);
  gtk_widget_set_visible (self->add_note, !saved);
  gtk_widget_set_visible (self->discard, !saved);
  gtk_widget_set_visible (self->save, !saved);
  gtk_widget_set_visible (self->back, saved);
}

/* The takes through the lens of @review. */
static GPtrArray *
list_reviews (StarlingLibrary *library,
              StarlingScenario *scenario,
              const StarlingTakeReview *review)
{
  g_autoptr (GPtrArray) all
      = starling_take_reviews_list (starling_library_get_progress (library),
                                    starling_library_get_catalogue (library),
                                    scenario);

  return starling_take_reviews_filter (all, review->level, review->angle);
}

/**
 * starling_rehearse_debrief_update:
 * @self: a debrief
 * @run: a run whose take is over
 *
 * Shows the take as the event that it becomes.
 */
void
starling_rehearse_debrief_update (StarlingRehearseDebrief *self,
                                  StarlingRehearseRun *run)
{
  StarlingLens *lens = starling_rehearse_run_get_lens (run);
  StarlingLibrary *library = starling_rehearse_run_get_library (run);
  g_autoptr (StarlingEvent) event
      = starling_rehearse_draft_to_event (starling_rehearse_run_get_take (run));
  g_autoptr (StarlingTakeReview) review
      = starling_take_review_new_from_event (event, lens);
  g_autoptr (GPtrArray) reviews
      = list_reviews (library, lens->scenario, review);

  g_return_if_fail (STARLING_IS_REHEARSE_DEBRIEF (self));

  g_set_object (&self->run, run);
  /* While it is being saved, it is among them */
  show (self, library, lens->scenario, review, reviews,
        starling_take_reviews_find (reviews, review->id));
}

/**
 * starling_rehearse_debrief_show_saved:
 * @self: a debrief
 * @library: the library
 * @scenario: what was told
 * @event_id: the id of a take of @scenario
 *
 * Shows a take that is in the journal, to be read.
 *
 * Returns: %FALSE if there is no such take; nothing is changed then
 */
gboolean
starling_rehearse_debrief_show_saved (StarlingRehearseDebrief *self,
                                      StarlingLibrary *library,
                                      StarlingScenario *scenario,
                                      const char *event_id)
{
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GPtrArray) reviews = NULL;
  const StarlingTakeReview *review;
  guint index;

  g_return_val_if_fail (STARLING_IS_REHEARSE_DEBRIEF (self), FALSE);
  g_return_val_if_fail (scenario != NULL, FALSE);

  all = starling_take_reviews_list (starling_library_get_progress (library),
                                    starling_library_get_catalogue (library),
                                    scenario);
  index = starling_take_reviews_find (all, event_id);
  if (index == all->len)
    return FALSE;

  review = g_ptr_array_index (all, index);
  reviews = starling_take_reviews_filter (all, review->level, review->angle);
  g_clear_object (&self->run);
  show (self, library, scenario, review, reviews,
        starling_take_reviews_find (reviews, event_id));
  return TRUE;
}

/**
 * starling_rehearse_debrief_take_focus:
 * @self: a debrief
 *
 * Puts the focus on Save, or Back where the take is saved, whose description is
 * the verdict, and shows the page from its beginning.
 */
void
starling_rehearse_debrief_take_focus (StarlingRehearseDebrief *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_DEBRIEF (self));

  gtk_widget_grab_focus (self->run != NULL ? self->save : self->back);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->scrolled),
                            0);
}
