/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/bank/row.h"

#include "pages/rehearse/bank/words.h"
#include "widgets/wrap-box.h"

static GtkWidget *
new_label (const char *text, const char *const *css_classes)
{
  return g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode",
                       PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, "css-classes",
                       css_classes, NULL);
}

/* As in the sidebar; the words stand beside it. */
static GtkWidget *
new_state (StarlingState state)
{
  static const struct
  {
    const char *icon;
    const char *css_class;
  } looks[] = {
    [STARLING_STATE_NEW] = { "starling-state-new-symbolic", "new" },
    [STARLING_STATE_IN_PROGRESS]
    = { "starling-state-progress-symbolic", "begun" },
    [STARLING_STATE_REHEARSED] = { "starling-state-done-symbolic", "done" },
  };
  const char *const classes[] = { "state", looks[state].css_class, NULL };

  return g_object_new (GTK_TYPE_IMAGE, "icon-name", looks[state].icon,
                       "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       "valign", GTK_ALIGN_START, "css-classes", classes, NULL);
}

/**
 * starling_rehearse_answer_row_new:
 * @catalogue: the catalogue
 * @answer: a story
 *
 * Returns: (transfer floating): a button that is named by the title of the
 *   story, and says how it would be told
 */
GtkWidget *
starling_rehearse_answer_row_new (StarlingCatalogue *catalogue,
                                  const StarlingLibraryAnswer *answer)
{
  const char *title = starling_summary_get_title (answer->summary);
  g_autofree char *about = starling_rehearse_format_answer (catalogue, answer);
  g_autofree char *angle
      = starling_rehearse_format_angle (catalogue, answer->angle);
  g_autofree char *description = g_strdup_printf ("%s · %s", about, angle);
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *line
      = g_object_new (STARLING_TYPE_WRAP_BOX, "spacing", 12, "line-spacing", 3,
                      "justify", TRUE, "hexpand", TRUE, NULL);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *chip = new_label (angle, (const char *[]){ "chip", NULL });
  GtkWidget *button
      = g_object_new (GTK_TYPE_BUTTON, "child", row, "action-name",
                      "rehearse.answer", "action-target",
                      g_variant_new ("(si)",
                                     starling_summary_get_id (answer->summary),
                                     answer->angle),
                      "css-classes",
                      (const char *[]){ "scenario-choice", NULL }, NULL);

  gtk_widget_set_valign (chip, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words),
                  new_label (title, (const char *[]){ "strong", NULL }));
  gtk_box_append (GTK_BOX (words),
                  new_label (about,
                             (const char *[]){ "caption", "soft", NULL }));
  starling_wrap_box_append (STARLING_WRAP_BOX (line), words);
  starling_wrap_box_append (STARLING_WRAP_BOX (line), chip);
  gtk_box_append (GTK_BOX (row), new_state (answer->state));
  gtk_box_append (GTK_BOX (row), line);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
  return button;
}
