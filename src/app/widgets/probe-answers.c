/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/probe-answers.h"

#include "base/text.h"
#include "widgets/flagged-text.h"
#include "widgets/pair.h"

#include <glib/gi18n.h>

struct _StarlingProbeAnswers
{
  GtkBox parent_instance;

  GtkLabel *tests;
  StarlingFlaggedText *weak;
  GtkBox *reasons;
  GtkLabel *strong;
  GtkLabel *takeaway;
};

G_DEFINE_FINAL_TYPE (StarlingProbeAnswers, starling_probe_answers, GTK_TYPE_BOX)

static void
starling_probe_answers_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object),
                               STARLING_TYPE_PROBE_ANSWERS);

  G_OBJECT_CLASS (starling_probe_answers_parent_class)->dispose (object);
}

static void
starling_probe_answers_class_init (StarlingProbeAnswersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_probe_answers_dispose;

  g_type_ensure (STARLING_TYPE_FLAGGED_TEXT);
  g_type_ensure (STARLING_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/probe-answers.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingProbeAnswers,
                                        tests);
  gtk_widget_class_bind_template_child (widget_class, StarlingProbeAnswers,
                                        weak);
  gtk_widget_class_bind_template_child (widget_class, StarlingProbeAnswers,
                                        reasons);
  gtk_widget_class_bind_template_child (widget_class, StarlingProbeAnswers,
                                        strong);
  gtk_widget_class_bind_template_child (widget_class, StarlingProbeAnswers,
                                        takeaway);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_probe_answers_init (StarlingProbeAnswers *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Numbers the reasons where at least one of them points into the answer. */
static void
set_weak (StarlingProbeAnswers *self, const StarlingProbe *probe)
{
  g_autoptr (GPtrArray) reasons = NULL;
  g_autoptr (GArray) spans
      = starling_text_find_reasons (probe->weak_answer, probe->weak_why,
                                    &reasons);

  starling_flagged_text_set (self->weak, probe->weak_answer, spans);
  if (spans->len > 0)
    {
      g_ptr_array_add (reasons, NULL);
      gtk_box_append (self->reasons, starling_flagged_list_new (
                                         (const char *const *) reasons->pdata));
    }
  else
    gtk_box_append (self->reasons,
                    g_object_new (GTK_TYPE_LABEL, "label", probe->weak_why,
                                  "wrap", TRUE, "wrap-mode",
                                  PANGO_WRAP_WORD_CHAR, "xalign", 0.0f, NULL));
}

/* What is tested is a noun phrase. One that begins with a capital may be a
 * name, or not English, so it is left as it is and set apart. */
static char *
format_tests (const char *what)
{
  if (g_unichar_isupper (g_utf8_get_char (what)))
    /* Translators: what a follow-up question tests, beginning with a capital */
    return g_strdup_printf (_ ("Tests: %s"), what);
  /* Translators: what a follow-up question tests, a noun phrase */
  return g_strdup_printf (_ ("Tests %s"), what);
}

/**
 * starling_probe_answers_new:
 * @probe: a follow-up question
 *
 * Returns: (transfer floating): the answers to it
 */
GtkWidget *
starling_probe_answers_new (const StarlingProbe *probe)
{
  StarlingProbeAnswers *self = g_object_new (STARLING_TYPE_PROBE_ANSWERS, NULL);
  g_autofree char *tests = format_tests (probe->probes);

  gtk_label_set_text (self->tests, tests);
  set_weak (self, probe);
  gtk_label_set_text (self->strong, probe->strong_answer);
  gtk_label_set_text (self->takeaway, probe->strong_takeaway);
  return GTK_WIDGET (self);
}
