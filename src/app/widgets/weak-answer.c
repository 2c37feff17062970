/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/weak-answer.h"

#include "base/text.h"
#include "widgets/flagged-text.h"
#include "widgets/pair.h"

#include <glib/gi18n.h>
#include <string.h>

struct _StarlingWeakAnswer
{
  GtkBox parent_instance;

  StarlingFlaggedText *text;
  GtkLabel *verdict;
  GtkBox *margin;
  GtkWidget *flags; /* NULL: none */
};

G_DEFINE_FINAL_TYPE (StarlingWeakAnswer, starling_weak_answer, GTK_TYPE_BOX)

static void
starling_weak_answer_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), STARLING_TYPE_WEAK_ANSWER);

  G_OBJECT_CLASS (starling_weak_answer_parent_class)->dispose (object);
}

static void
starling_weak_answer_class_init (StarlingWeakAnswerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_weak_answer_dispose;

  g_type_ensure (STARLING_TYPE_FLAGGED_TEXT);
  g_type_ensure (STARLING_TYPE_PAIR);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/weak-answer.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingWeakAnswer, text);
  gtk_widget_class_bind_template_child (widget_class, StarlingWeakAnswer,
                                        verdict);
  gtk_widget_class_bind_template_child (widget_class, StarlingWeakAnswer,
                                        margin);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_weak_answer_init (StarlingWeakAnswer *self)
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
set_verdict (StarlingWeakAnswer *self, const char *verdict)
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
 * starling_weak_answer_quote:
 * @scenario: a scenario that has a weak answer
 *
 * Returns: (transfer full): the text of the answer, as somebody's words
 */
char *
starling_weak_answer_quote (const StarlingScenario *scenario)
{
  /* Translators: quotation marks around what somebody said */
  return g_strdup_printf (_ ("“%s”"), scenario->weak_text);
}

/**
 * starling_weak_answer_set_scenario:
 * @self: a weak answer
 * @scenario: a scenario that has one
 *
 * Shows what gives it away.
 */
void
starling_weak_answer_set_scenario (StarlingWeakAnswer *self,
                                   const StarlingScenario *scenario)
{
  g_autofree char *text = starling_weak_answer_quote (scenario);
  g_autoptr (GArray) spans = find_flags (text, scenario->weak_flags);

  g_return_if_fail (STARLING_IS_WEAK_ANSWER (self));

  starling_flagged_text_set (self->text, text, spans);
  set_verdict (self, scenario->weak_verdict);
  if (self->flags != NULL)
    gtk_box_remove (self->margin, self->flags);
  self->flags
      = starling_flagged_list_new ((const char *const *) scenario->weak_flags);
  gtk_box_append (self->margin, self->flags);
}
