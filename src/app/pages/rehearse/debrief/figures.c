/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/debrief/figures.h"

#include "base/text.h"
#include "widgets/pair.h"

#include <glib/gi18n.h>

#define N_FIGURES 4
#define SPACING 16
#define THRESHOLD 560

typedef struct
{
  GtkLabel *value;
  GtkLabel *caption;
} Figure;

struct _StarlingRehearseFigures
{
  GtkWidget parent_instance;

  GtkWidget *content;
  Figure figures[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (StarlingRehearseFigures,
                     starling_rehearse_figures,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_figures_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_FIGURES (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_figures_parent_class)->dispose (object);
}

static void
starling_rehearse_figures_class_init (StarlingRehearseFiguresClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_figures_dispose;

  gtk_widget_class_set_css_name (widget_class, "rehearsefigures");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkWidget *
add_figure (Figure *figure)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  figure->value = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "css-classes",
                                (const char *[]){ "value", NULL }, NULL);
  figure->caption
      = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE,
                      "css-classes", (const char *[]){ "label", NULL }, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (figure->value));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (figure->caption));
  return box;
}

static GtkWidget *
pair_up (GtkWidget *start, GtkWidget *end, int threshold)
{
  return g_object_new (STARLING_TYPE_PAIR, "start", start, "end", end,
                       "threshold", threshold, "spacing", SPACING, "line", TRUE,
                       NULL);
}

static void
starling_rehearse_figures_init (StarlingRehearseFigures *self)
{
  GtkWidget *boxes[N_FIGURES];

  for (guint i = 0; i < N_FIGURES; i++)
    boxes[i] = add_figure (&self->figures[i]);
  self->content = pair_up (pair_up (boxes[0], boxes[1], 0),
                           pair_up (boxes[2], boxes[3], 0), THRESHOLD);
  gtk_widget_add_css_class (self->content, "figures");
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

static void
set_figure (Figure *figure, const char *value, const char *caption)
{
  gtk_label_set_label (figure->value, value);
  gtk_label_set_label (figure->caption, caption);
}

static void
set_total (Figure *figure,
           const StarlingTally *tally,
           const StarlingTakeReview *last)
{
  g_autofree char *total
      = starling_text_format_clock (starling_tally_round (tally->total_ms));
  g_autofree char *target = starling_text_format_clock (
      starling_tally_round (tally->target_total_ms));
  g_autofree char *caption = NULL;

  if (last != NULL)
    {
      g_autofree char *before = starling_text_format_clock (
          starling_tally_round (last->tally.total_ms));

      caption = g_strdup_printf (_ ("of %s, last take %s"), target, before);
    }
  else
    caption = g_strdup_printf (_ ("of %s"), target);
  set_figure (figure, total, caption);
}

/* Where there was nothing to tick, nothing is counted. */
static void
set_said (Figure *figure, const StarlingTakeReview *review)
{
  guint n_said = starling_take_review_count_said (review);
  guint n_phrases = starling_take_review_count_phrases (review);
  g_autofree char *said = g_strdup_printf (_ ("%u of %u"), n_said, n_phrases);

  if (n_phrases == 0)
    set_figure (figure, "–", _ ("no key phrases to say"));
  else if (review->bare && n_said == 0)
    set_figure (figure, "–", _ ("key phrases, not shown"));
  else
    set_figure (figure, said, _ ("key phrases said"));
}

/**
 * starling_rehearse_figures_set:
 * @self: figures
 * @review: a take
 * @last: (nullable): the take before
 *
 * Shows a take.
 */
void
starling_rehearse_figures_set (StarlingRehearseFigures *self,
                               const StarlingTakeReview *review,
                               const StarlingTakeReview *last)
{
  const StarlingTally *tally = &review->tally;
  g_autofree char *share = g_strdup_printf (_ ("%d%%"), tally->action_share);
  g_autofree char *wanted
      = g_strdup_printf (_ ("Action; %d–%d%% wanted"),
                         STARLING_ACTION_SHARE_MIN, STARLING_ACTION_SHARE_MAX);
  g_autofree char *over = g_strdup_printf ("%u", tally->n_over);

  g_return_if_fail (STARLING_IS_REHEARSE_FIGURES (self));

  set_total (&self->figures[0], tally, last);
  set_figure (&self->figures[1], tally->action_share < 0 ? "–" : share, wanted);
  set_said (&self->figures[2], review);
  set_figure (&self->figures[3], over,
              ngettext ("step over target", "steps over target",
                        tally->n_over));
}

/**
 * starling_rehearse_figures_set_one:
 * @self: figures
 * @index: which, 0 to 3
 * @value: the figure
 * @caption: what it is
 *
 * Shows one figure of something else than a take.
 */
void
starling_rehearse_figures_set_one (StarlingRehearseFigures *self,
                                   guint index,
                                   const char *value,
                                   const char *caption)
{
  g_return_if_fail (STARLING_IS_REHEARSE_FIGURES (self));
  g_return_if_fail (index < N_FIGURES);

  set_figure (&self->figures[index], value, caption);
}
