/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/quiz/scores.h"

#include "pages/quiz/end-words.h"
#include "quiz-words.h"
#include "widgets/mean-bar.h"
#include "widgets/pair.h"

#include <glib/gi18n.h>

#define ROW_THRESHOLD 520
#define ROW_END_WIDTH 400
#define FIGURE_CHARS 8

struct _StarlingQuizScores
{
  GtkBox parent_instance;

  GtkBox *principles;
  GtkBox *kinds;
};

/* One row. */
typedef struct
{
  const char *name;
  StarlingQuizScore score;
  guint index; /* in the order of those that are alike */
} Share;

G_DEFINE_FINAL_TYPE (StarlingQuizScores, starling_quiz_scores, GTK_TYPE_BOX)

static void
starling_quiz_scores_class_init (StarlingQuizScoresClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass),
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkBox *
add_section (StarlingQuizScores *self)
{
  GtkWidget *section = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_visible (section, FALSE);
  gtk_box_append (GTK_BOX (self), section);
  return GTK_BOX (section);
}

static void
starling_quiz_scores_init (StarlingQuizScores *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 18);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->principles = add_section (self);
  self->kinds = add_section (self);
}

/* The weaker first; of equal ones that with more questions, which is surer. */
static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *one = a;
  const Share *other = b;
  guint left = one->score.n_right * other->score.n_asked;
  guint right = other->score.n_right * one->score.n_asked;

  if (left != right)
    return left < right ? -1 : 1;
  if (one->score.n_asked != other->score.n_asked)
    return one->score.n_asked > other->score.n_asked ? -1 : 1;
  return one->index < other->index ? -1 : 1;
}

static void
add_share (GArray *shares, const char *name, const StarlingQuizScore *score)
{
  if (score->n_asked > 0)
    g_array_append_vals (shares, &(Share){ name, *score, shares->len }, 1);
}

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0f, "wrap",
                       TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "css-classes",
                       (const char *[]){ css_class, NULL }, NULL);
}

/* A name, a bar, and what it stands for. */
static GtkWidget *
new_row (const Share *share)
{
  const StarlingQuizScore *score = &share->score;
  g_autofree char *words = starling_quiz_format_score (score);
  g_autofree char *text = g_strdup_printf ("%s: %s", share->name, words);
  /* Translators: right answers of all questions, beside a bar */
  g_autofree char *figure
      = g_strdup_printf (_ ("%u of %u"), score->n_right, score->n_asked);
  GtkWidget *bar = starling_mean_bar_new ();
  GtkWidget *number
      = g_object_new (GTK_TYPE_LABEL, "label", figure, "xalign", 1.0f,
                      "width-chars", FIGURE_CHARS, "css-classes",
                      (const char *[]){ "figure", NULL }, NULL);
  GtkWidget *end = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  starling_mean_bar_set (STARLING_MEAN_BAR (bar), (int) score->n_right * 10, -1,
                         (int) score->n_asked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_hexpand (bar, TRUE);
  gtk_box_append (GTK_BOX (end), bar);
  gtk_box_append (GTK_BOX (end), number);
  return g_object_new (STARLING_TYPE_PAIR, "start",
                       new_label (share->name, "name"), "end", end, "threshold",
                       ROW_THRESHOLD, "end-width", ROW_END_WIDTH, "spacing", 0,
                       NULL);
}

static void
show_shares (GtkBox *section, const char *title, GArray *shares)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (section))) != NULL)
    gtk_box_remove (section, child);
  gtk_widget_set_visible (GTK_WIDGET (section), shares->len > 1);
  if (shares->len < 2)
    return;

  g_array_sort (shares, compare_shares);
  child = new_label (title, "strong");
  g_object_set (child, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);
  gtk_box_append (section, child);
  for (guint i = 0; i < shares->len; i++)
    gtk_box_append (section, new_row (&g_array_index (shares, Share, i)));
}

/**
 * starling_quiz_scores_set:
 * @self: scores
 * @report: what a quiz came to
 * @catalogue: what names the principles
 *
 * Shows how the questions went.
 */
void
starling_quiz_scores_set (StarlingQuizScores *self,
                          const StarlingQuizReport *report,
                          StarlingCatalogue *catalogue)
{
  g_autoptr (GArray) principles = g_array_new (FALSE, FALSE, sizeof (Share));
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (Share));

  g_return_if_fail (STARLING_IS_QUIZ_SCORES (self));

  for (guint i = 0; i < starling_catalogue_get_n_principles (catalogue); i++)
    add_share (principles,
               starling_catalogue_get_principle (catalogue, i)->name,
               &report->principles[i]);
  for (guint i = 0; i < STARLING_N_QUESTION_KINDS; i++)
    add_share (kinds, starling_quiz_kind_get_name ((StarlingQuestionKind) i),
               &report->kinds[i]);
  show_shares (self->principles, _ ("By principle"), principles);
  show_shares (self->kinds, _ ("By kind"), kinds);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          principles->len > 1 || kinds->len > 1);
}
