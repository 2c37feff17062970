/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/cue-chip.h"

struct _StarlingCueChip
{
  GtkToggleButton parent_instance;

  GtkWidget *tick;
  GtkWidget *label;
};

G_DEFINE_FINAL_TYPE (StarlingCueChip, starling_cue_chip, GTK_TYPE_TOGGLE_BUTTON)

static void
starling_cue_chip_class_init (StarlingCueChipClass *klass)
{
}

static void
starling_cue_chip_init (StarlingCueChip *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->tick = g_object_new (GTK_TYPE_IMAGE, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, "icon-name",
                             "starling-check-symbolic", NULL);
  self->label = g_object_new (GTK_TYPE_LABEL, "accessible-role",
                              GTK_ACCESSIBLE_ROLE_PRESENTATION, "wrap", TRUE,
                              "wrap-mode", PANGO_WRAP_WORD_CHAR,
                              "natural-wrap-mode", GTK_NATURAL_WRAP_NONE,
                              "justify", GTK_JUSTIFY_CENTER, NULL);
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->tick);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_button_set_child (GTK_BUTTON (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "cue");
  g_object_bind_property (self, "active", self->tick, "visible",
                          G_BINDING_SYNC_CREATE);
}

/**
 * starling_cue_chip_new:
 * @phrase: a key phrase
 *
 * Returns: (transfer floating): its chip, not ticked
 */
GtkWidget *
starling_cue_chip_new (const char *phrase)
{
  StarlingCueChip *self = g_object_new (STARLING_TYPE_CUE_CHIP, NULL);

  gtk_label_set_label (GTK_LABEL (self->label), phrase);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, phrase, -1);
  return GTK_WIDGET (self);
}

/**
 * starling_cue_chip_get_phrase:
 * @self: a chip
 *
 * Returns: (transfer none): its key phrase
 */
const char *
starling_cue_chip_get_phrase (StarlingCueChip *self)
{
  g_return_val_if_fail (STARLING_IS_CUE_CHIP (self), NULL);

  return gtk_label_get_label (GTK_LABEL (self->label));
}
