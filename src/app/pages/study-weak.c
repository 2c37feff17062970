/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/study-weak.h"

#include "base/text.h"
#include "widgets/flagged-text.h"
#include "widgets/pair.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StarlingStudyWeak
{
  GtkBox parent_instance;

  StarlingFlaggedText *text;
  GtkLabel *verdict;
  GtkBox *margin;
};

G_DEFINE_FINAL_TYPE (StarlingStudyWeak, starling_study_weak, GTK_TYPE_BOX)

static void
starling_study_weak_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_STUDY_WEAK);

  G_OBJECT_CLASS (starling_study_weak_parent_class)->dispose (object);
}

static void
starling_study_weak_class_init (StarlingStudyWeakClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = starling_study_weak_dispose;

  g_type_ensure (STARLING_TYPE_FLAGGED_TEXT);
  g_type_ensure (STARLING_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/pages/study-weak.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyWeak, text);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyWeak,
                                        verdict);
  gtk_widget_class_bind_template_child (widget_class, StarlingStudyWeak,
                                        margin);
}

static void
starling_study_weak_init (StarlingStudyWeak *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Where the flags occur in @text; those about something absent do not. */
static GArray *
find_flags (const char *text, char **flags)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (StarlingSpan));

  for (guint i = 0; flags[i] != NULL; i++)
    {
      StarlingSpan span;

      if (!starling_text_find (text, flags[i], 0, &span))
        continue;
      span.index = i;
      g_array_append_val (spans, span);
    }
  return spans;
}

static void
set_verdict (StarlingStudyWeak *self, const char *verdict)
{
  const char *who = _ ("Bar raiser:");
  g_autofree char *text = g_strdup_printf ("%s %s", who, verdict);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 0;
  bold->end_index = (guint) strlen (who);
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (self->verdict, text);
  gtk_label_set_attributes (self->verdict, attributes);
}

/**
 * starling_study_weak_new:
 * @scenario: a scenario that has a weak answer
 *
 * Returns: (transfer floating): the weak answer of @scenario
 */
GtkWidget *
starling_study_weak_new (StarlingScenario *scenario)
{
  StarlingStudyWeak *self = g_object_new (STARLING_TYPE_STUDY_WEAK, NULL);
  /* Translators: quotation marks around what somebody said */
  g_autofree char *text = g_strdup_printf (_ ("“%s”"), scenario->weak_text);
  g_autoptr (GArray) spans = find_flags (text, scenario->weak_flags);

  starling_flagged_text_set (self->text, text, spans);
  set_verdict (self, scenario->weak_verdict);
  gtk_box_append (self->margin,
                  starling_flagged_list_new (
                      (const char *const *) scenario->weak_flags));
  return GTK_WIDGET (self);
}
