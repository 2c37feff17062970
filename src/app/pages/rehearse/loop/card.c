/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/loop/card.h"

#include "base/text.h"
#include "engine/debrief.h"
#include "engine/take.h"
#include "pages/rehearse/loop/answers.h"
#include "pages/rehearse/loop/words.h"
#include "pages/rehearse/words.h"
#include "widgets/rubric.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

static GtkWidget *
new_label (const char *text, const char *css_class)
{
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                      PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
new_caption (const char *text)
{
  GtkWidget *label = new_label (text, "caption");

  gtk_widget_add_css_class (label, "soft");
  return label;
}

/* Two widgets at both ends of a line, or in two lines. */
static GtkWidget *
new_line (GtkWidget *start, GtkWidget *end)
{
  GtkWidget *line = g_object_new (STARLING_TYPE_WRAP_BOX, "spacing", 12,
                                  "line-spacing", 0, "justify", TRUE, NULL);

  starling_wrap_box_append (STARLING_WRAP_BOX (line), start);
  starling_wrap_box_append (STARLING_WRAP_BOX (line), end);
  return line;
}

/**
 * starling_rehearse_loop_mark_new:
 * @figures: what some answers come to
 *
 * Returns: (transfer floating): their verdict as shape and word
 */
GtkWidget *
starling_rehearse_loop_mark_new (const StarlingLoopFigures *figures)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon
      = g_object_new (GTK_TYPE_IMAGE, "icon-name",
                      starling_rehearse_get_loop_icon (figures->verdict),
                      "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                      NULL);

  gtk_widget_add_css_class (icon, "loop-mark");
  gtk_widget_add_css_class (icon, starling_rehearse_get_loop_class (
                                      figures->verdict));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box),
                  gtk_label_new (
                      starling_rehearse_get_loop_verdict (figures->verdict)));
  return box;
}

static char *
format_ratings (const StarlingEvent *take)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; take->rating != NULL && i < STARLING_N_DIMENSIONS; i++)
    {
      StarlingDimension dimension = (StarlingDimension) i;
      int rating = GPOINTER_TO_INT (
          g_hash_table_lookup (take->rating,
                               starling_dimension_to_id (dimension)));

      if (rating > 0)
        g_string_append_printf (text, "%s%s %d", text->len > 0 ? " · " : "",
                                starling_rubric_get_name (dimension), rating);
    }
  if (text->len == 0)
    g_string_append (text, _ ("Not rated"));
  return g_string_free (text, FALSE);
}

/* A follow-up: what was asked, how it was answered, and for how long. */
static GtkWidget *
new_probe (StarlingScenario *scenario, const StarlingProbeTake *take)
{
  const StarlingProbe *probe
      = scenario != NULL ? starling_scenario_find_probe (scenario, take->probe)
                         : NULL;
  g_autofree char *clock
      = starling_text_format_clock (starling_tally_round (take->ms));
  g_autofree char *how
      = g_strdup_printf ("%s · %s",
                         starling_rehearse_get_rating_word (take->rating),
                         clock);
  GtkWidget *end = new_caption (how);

  gtk_widget_add_css_class (end, "figure");
  return new_line (new_caption (probe != NULL ? probe->question
                                              : _ ("A follow-up")),
                   end);
}

static void
add_take (GtkBox *box, StarlingScenario *scenario, const StarlingEvent *take)
{
  g_autofree char *ratings = format_ratings (take);

  gtk_box_append (box, new_label (ratings, "caption"));
  for (guint i = 0; take->probes != NULL && i < take->probes->len; i++)
    gtk_box_append (box,
                    new_probe (scenario, g_ptr_array_index (take->probes, i)));
  if (take->note != NULL && *take->note != '\0')
    {
      GtkWidget *note = new_label (take->note, "well");

      gtk_widget_set_margin_top (note, 3);
      gtk_box_append (box, note);
    }
}

static void
add_answer (GtkBox *card,
            StarlingLibrary *library,
            const StarlingLoopItem *item,
            gboolean with_principle)
{
  StarlingCatalogue *catalogue = starling_library_get_catalogue (library);
  StarlingSummary *summary
      = starling_library_find_summary (library, item->scenario);
  g_autoptr (StarlingScenario) scenario
      = summary != NULL
            ? starling_library_open_scenario (library, item->scenario, NULL)
            : NULL;
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  g_autofree char *time = NULL;
  GtkWidget *end = NULL;
  StarlingLoopAnswer answer;

  starling_rehearse_init_answer (&answer, item, catalogue);
  time = starling_rehearse_format_against (answer.spent_ms, answer.target_ms);
  end = new_label (answer.answered ? time : _ ("Not answered"), "figure");
  if (answer.target_ms > 0
      && starling_tally_compare (answer.spent_ms, answer.target_ms) > 0)
    gtk_widget_add_css_class (end, "strong");
  gtk_box_append (box, new_line (new_label (summary != NULL
                                                ? starling_summary_get_title (
                                                    summary)
                                                : _ ("A story that is gone"),
                                            "strong"),
                                 end));
  if (with_principle && answer.principle >= 0)
    {
      g_autofree char *asked = g_strdup_printf (
          _ ("Asked for %s"),
          starling_catalogue_get_principle (catalogue, (guint) answer.principle)
              ->name);

      gtk_box_append (box, new_caption (asked));
    }
  if (item->take != NULL)
    add_take (box, scenario, item->take);
  gtk_box_append (card, gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (card, GTK_WIDGET (box));
}

/* The names of the principles of a slot, as far as they are known. */
static char *
format_slot (StarlingCatalogue *catalogue,
             const StarlingLoopSlot *slot,
             guint *n_principles)
{
  int principles[STARLING_MAX_PRINCIPLES];

  *n_principles = 0;
  for (char **id = slot->principles; id != NULL && *id != NULL; id++)
    {
      int principle = starling_catalogue_find_principle (catalogue, *id);

      if (principle >= 0 && *n_principles < STARLING_MAX_PRINCIPLES)
        principles[(*n_principles)++] = principle;
    }
  return starling_rehearse_format_principles (catalogue, principles,
                                              *n_principles);
}

/* Who, and what they made of it. */
static void
add_head (GtkBox *card, const StarlingLoopFigures *figures, guint slot)
{
  g_autofree char *who = g_strdup_printf (_ ("Interviewer %u"), slot + 1);
  g_autofree char *mean = starling_rehearse_format_mean (figures);
  g_autofree char *name
      = g_strdup_printf ("%s: %s", who,
                         starling_rehearse_get_loop_verdict (figures->verdict));
  GtkWidget *mark = starling_rehearse_loop_mark_new (figures);

  gtk_widget_add_css_class (gtk_widget_get_last_child (mark), "strong");
  if (figures->n_ratings > 0)
    gtk_box_append (GTK_BOX (mark), new_label (mean, "figure"));
  gtk_box_append (card, new_line (new_label (who, "step-title"), mark));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * starling_rehearse_loop_card_new:
 * @library: what knows the stories
 * @record: a loop
 * @debrief: what it comes to
 * @slot: index of an interviewer
 *
 * Returns: (transfer floating): the verdict of an interviewer, and each answer
 */
GtkWidget *
starling_rehearse_loop_card_new (StarlingLibrary *library,
                                 const StarlingLoopRecord *record,
                                 const StarlingLoopDebrief *debrief,
                                 guint slot)
{
  GtkBox *card = GTK_BOX (
      g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                    "spacing", 9, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP,
                    "css-classes",
                    (const char *[]){ "card", "loop-card", NULL }, NULL));
  guint n_principles = 0;
  g_autofree char *principles
      = format_slot (starling_library_get_catalogue (library),
                     g_ptr_array_index (record->event->slots, slot),
                     &n_principles);

  add_head (card, &debrief->interviews[slot], slot);
  if (n_principles > 0)
    gtk_box_append (card, new_caption (principles));
  for (guint i = 0; i < record->items->len; i++)
    {
      const StarlingLoopItem *item = starling_loop_record_get_item (record, i);

      if (item->slot == slot)
        add_answer (card, library, item, n_principles > 1);
    }
  return GTK_WIDGET (card);
}
