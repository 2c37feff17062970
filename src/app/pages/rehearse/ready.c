/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/ready.h"

#include "base/text.h"
#include "engine/debrief.h"
#include "pages/rehearse/prompt.h"
#include "pages/rehearse/words.h"
#include "widgets/column.h"
#include "widgets/pair.h"
#include "widgets/segments.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

struct _StarlingRehearseReady
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *lens_label;
  GtkLabel *question;
  GtkWidget *again;
  GtkWidget *lead_box;
  GtkLabel *lead;
  GtkLabel *total;
  GtkLabel *total_caption;
  StarlingSegments *segments;
  GtkLabel *prompt_caption;
  GtkLabel *history;
  GtkWidget *history_button;
  GtkWidget *start;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseReady,
                     starling_rehearse_ready,
                     GTK_TYPE_WIDGET)

static void
starling_rehearse_ready_dispose (GObject *object)
{
  g_clear_pointer (&STARLING_REHEARSE_READY (object)->content,
                   gtk_widget_unparent);

  G_OBJECT_CLASS (starling_rehearse_ready_parent_class)->dispose (object);
}

static void
starling_rehearse_ready_class_init (StarlingRehearseReadyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_ready_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_PAIR);
  g_type_ensure (STARLING_TYPE_REHEARSE_PROMPT);
  g_type_ensure (STARLING_TYPE_SEGMENTS);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/ready.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        lens_label);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        question);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        again);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        lead_box);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        lead);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        total);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        total_caption);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        segments);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        prompt_caption);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        history);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        history_button);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseReady,
                                        start);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_ready_init (StarlingRehearseReady *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The last take of the lens, if there is one. */
static char *
format_last_take (StarlingLens *lens, StarlingLibrary *library)
{
  const char *angle
      = lens->angle == STARLING_AS_TOLD
            ? NULL
            : starling_catalogue_get_principle (lens->catalogue,
                                                (guint) lens->angle)
                  ->id;
  const StarlingEvent *last = starling_progress_get_last_take (
      starling_library_get_progress (library), lens->scenario->id, lens->level,
      angle);
  g_autofree char *time = NULL;
  gint64 total = 0;

  if (last == NULL || last->steps == NULL)
    return NULL;
  for (guint i = 0; i < last->steps->len; i++)
    total += g_array_index (last->steps, StarlingStepTime, i).spent_ms;
  time = starling_text_format_clock (starling_tally_round (total));
  return g_strdup_printf (_ ("the whole story; last take %s"), time);
}

/* How long ago the scenario was rehearsed, through whatever lens; whoever has
 * done so can look back. */
static void
show_history (StarlingRehearseReady *self,
              StarlingLens *lens,
              StarlingLibrary *library)
{
  StarlingClock *clock = starling_library_get_clock (library);
  gint64 now = starling_clock_get_utc (clock);
  StarlingScenarioProgress progress;
  g_autofree char *reason = NULL;

  starling_progress_get_scenario (starling_library_get_progress (library),
                                  lens->scenario->id, &progress);
  reason = starling_rehearse_format_reason (
      progress.n_takes,
      starling_rehearsal_days_ago (progress.last_take_at, now,
                                   starling_clock_get_offset (clock, now)));
  gtk_label_set_label (self->history, reason);
  gtk_widget_set_visible (self->history_button, progress.n_takes > 0);
}

/**
 * starling_rehearse_ready_set_lens:
 * @self: a view
 * @lens: what is about to be rehearsed
 * @library: the library
 *
 * Shows a scenario.
 */
void
starling_rehearse_ready_set_lens (StarlingRehearseReady *self,
                                  StarlingLens *lens,
                                  StarlingLibrary *library)
{
  g_autofree char *words = starling_rehearse_format_lens (lens);
  g_autofree char *total = starling_text_format_clock (lens->target);
  g_autofree char *last = format_last_take (lens, library);
  int targets[STARLING_N_STEPS], spent[STARLING_N_STEPS] = { 0 };

  g_return_if_fail (STARLING_IS_REHEARSE_READY (self));

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    targets[i] = (int) lens->steps[i].target;
  gtk_label_set_label (self->title, lens->scenario->title);
  gtk_label_set_label (self->lens_label, words);
  gtk_label_set_label (self->question, lens->scenario->question);
  gtk_label_set_label (self->lead, lens->lead != NULL ? lens->lead : "");
  gtk_widget_set_visible (self->lead_box, lens->lead != NULL);
  gtk_label_set_label (self->total, total);
  gtk_label_set_label (self->total_caption,
                       last != NULL ? last : _ ("the whole story"));
  show_history (self, lens, library);
  starling_segments_set_times (self->segments, targets, spent, -1);
}

/**
 * starling_rehearse_ready_set_asked:
 * @self: a view that shows a scenario
 * @question: (nullable): what was asked, so that the scenario was chosen
 *
 * Shows another question in the place of the scenario's own, and the way back
 * to the choice; %NULL: there was none.
 */
void
starling_rehearse_ready_set_asked (StarlingRehearseReady *self,
                                   const char *question)
{
  g_return_if_fail (STARLING_IS_REHEARSE_READY (self));

  if (question != NULL)
    gtk_label_set_label (self->question, question);
  gtk_widget_set_visible (self->again, question != NULL);
}

/**
 * starling_rehearse_ready_set_prompt:
 * @self: a view
 * @prompt: what is shown while speaking
 *
 * Says in words what the prompt is.
 */
void
starling_rehearse_ready_set_prompt (StarlingRehearseReady *self,
                                    StarlingPrompt prompt)
{
  const char *const captions[STARLING_N_PROMPTS] = {
    [STARLING_PROMPT_FULL] = _ ("The text of each step, and its key phrases"),
    [STARLING_PROMPT_CUES] = _ ("The key phrases of each step"),
    [STARLING_PROMPT_BARE] = _ ("The question only"),
  };

  g_return_if_fail (STARLING_IS_REHEARSE_READY (self));
  g_return_if_fail ((guint) prompt < STARLING_N_PROMPTS);

  gtk_label_set_label (self->prompt_caption, captions[prompt]);
}

/**
 * starling_rehearse_ready_take_focus:
 * @self: a view
 *
 * Puts the focus on Start.
 */
void
starling_rehearse_ready_take_focus (StarlingRehearseReady *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_READY (self));

  gtk_widget_grab_focus (self->start);
}
