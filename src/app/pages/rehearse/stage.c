/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/stage.h"

#include "pages/rehearse/bar.h"
#include "pages/rehearse/prompt.h"
#include "pages/rehearse/scene.h"
#include "pages/rehearse/time-call.h"
#include "pages/rehearse/words.h"
#include "settings.h"
#include "widgets/column.h"
#include "widgets/cue-chip.h"
#include "widgets/focus.h"
#include "widgets/prompter.h"
#include "widgets/ring.h"
#include "widgets/segments.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define UNKNOWN G_MININT

struct _StarlingRehearseStage
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *lens_label;
  StarlingSegments *segments;
  GtkScrolledWindow *scrolled;
  StarlingRing *ring;
  GtkWidget *question;
  GtkWidget *lead_box;
  GtkLabel *lead;
  StarlingPrompter *prompter;
  StarlingWrapBox *cues;
  GtkButton *phrases_button;
  GtkWidget *prompt;
  StarlingRehearseBar *bar;

  StarlingRehearseRun *run;
  GPtrArray *chips; /* (element-type GtkToggleButton), of the step shown */
  StarlingLens *lens;
  int step; /* shown; -1: none */
  int left; /* shown, of that step, or UNKNOWN */
  gboolean phrases_shown;
  gboolean setting_chips;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseStage,
                     starling_rehearse_stage,
                     GTK_TYPE_WIDGET)

static void
chip_toggled_cb (GtkToggleButton *chip, StarlingRehearseStage *self)
{
  if (self->setting_chips)
    return;
  starling_rehearse_run_set_said (self->run, (StarlingStepId) self->step,
                                  starling_cue_chip_get_phrase (
                                      STARLING_CUE_CHIP (chip)),
                                  gtk_toggle_button_get_active (chip));
}

static void
show_chips (StarlingRehearseStage *self)
{
  g_auto (GStrv) phrases
      = starling_take_list_phrases (self->lens, (StarlingStepId) self->step);

  g_ptr_array_set_size (self->chips, 0);
  starling_wrap_box_remove_all (self->cues);
  for (guint i = 0; phrases[i] != NULL; i++)
    {
      GtkWidget *chip = starling_cue_chip_new (phrases[i]);
      g_autofree char *tooltip
          = i < 9 ? g_strdup_printf (_ ("Said, or not (%u)"), i + 1) : NULL;

      gtk_widget_set_tooltip_text (chip, tooltip);
      g_signal_connect (chip, "toggled", G_CALLBACK (chip_toggled_cb), self);
      starling_wrap_box_append (self->cues, chip);
      g_ptr_array_add (self->chips, chip);
    }
}

static void
tick_chips (StarlingRehearseStage *self, const StarlingTake *take)
{
  self->setting_chips = TRUE;
  for (guint i = 0; i < self->chips->len; i++)
    {
      GtkToggleButton *chip = g_ptr_array_index (self->chips, i);

      gtk_toggle_button_set_active (
          chip, starling_take_has_said (take, (StarlingStepId) self->step,
                                        starling_cue_chip_get_phrase (
                                            STARLING_CUE_CHIP (chip))));
    }
  self->setting_chips = FALSE;
}

static void
show_prompt (StarlingRehearseStage *self, StarlingPrompt prompt)
{
  gboolean has_phrases = prompt != STARLING_PROMPT_BARE && self->chips->len > 0;
  gboolean had_focus = starling_focus_is_within (GTK_WIDGET (self->cues));

  gtk_widget_set_visible (self->question, prompt == STARLING_PROMPT_BARE);
  gtk_widget_set_visible (self->lead_box,
                          prompt != STARLING_PROMPT_BARE
                              && self->lens->lead != NULL
                              && self->step == STARLING_STEP_SITUATION);
  gtk_widget_set_visible (GTK_WIDGET (self->prompter),
                          prompt == STARLING_PROMPT_FULL);
  g_object_set (self->cues, "xalign",
                prompt == STARLING_PROMPT_FULL ? 0.0f : 0.5f, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->cues),
                          has_phrases && self->phrases_shown);
  gtk_widget_set_visible (GTK_WIDGET (self->phrases_button), has_phrases);
  gtk_button_set_label (self->phrases_button, self->phrases_shown
                                                  ? _ ("Hide key phrases")
                                                  : _ ("Show key phrases"));
  if (had_focus && !starling_focus_is_within (GTK_WIDGET (self->cues)))
    starling_rehearse_stage_take_focus (self);
}

static void
show_step (StarlingRehearseStage *self, StarlingLens *lens, int step)
{
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_vadjustment (self->scrolled);

  if (self->lens == lens && self->step == step)
    return;
  if (self->lens != lens)
    {
      g_clear_pointer (&self->lens, starling_lens_unref);
      self->lens = starling_lens_ref (lens);
    }
  self->step = step;
  self->left = UNKNOWN;
  starling_prompter_set_step (self->prompter, lens, (StarlingStepId) step);
  show_chips (self);
  gtk_adjustment_set_value (adjustment, 0);
}

static void
starling_rehearse_stage_dispose (GObject *object)
{
  StarlingRehearseStage *self = STARLING_REHEARSE_STAGE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  g_clear_pointer (&self->lens, starling_lens_unref);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (starling_rehearse_stage_parent_class)->dispose (object);
}

static void
phrases_clicked_cb (StarlingRehearseStage *self)
{
  starling_rehearse_stage_set_phrases_shown (self, !self->phrases_shown);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        lens_label);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        segments);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        scrolled);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        ring);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        question);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        lead_box);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        lead);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        prompter);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        cues);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        phrases_button);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        prompt);
  gtk_widget_class_bind_template_child (widget_class, StarlingRehearseStage,
                                        bar);
}

static void
starling_rehearse_stage_class_init (StarlingRehearseStageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_stage_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_PROMPTER);
  g_type_ensure (STARLING_TYPE_REHEARSE_BAR);
  g_type_ensure (STARLING_TYPE_REHEARSE_PROMPT);
  g_type_ensure (STARLING_TYPE_REHEARSE_SCENE);
  g_type_ensure (STARLING_TYPE_RING);
  g_type_ensure (STARLING_TYPE_SEGMENTS);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/stage.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, phrases_clicked_cb);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_stage_init (StarlingRehearseStage *self)
{
  self->step = -1;
  self->phrases_shown = TRUE;
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_prompter_add_keys (self->prompter, GTK_WIDGET (self));
  g_settings_bind (starling_settings_get (), "speaking-rate", self->prompter,
                   "rate", G_SETTINGS_BIND_GET);
}

/* Shows the time; tells of what was passed since it was last shown. */
static void
show_time (StarlingRehearseStage *self)
{
  const StarlingTake *take = starling_rehearse_run_get_take (self->run);
  gint64 now = starling_rehearse_run_get_now (self->run);
  int targets[STARLING_N_STEPS], spent[STARLING_N_STEPS];
  int before = self->left, target, left;
  gboolean lead_in;

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      targets[i] = (int) (take->clock.target_ms[i] / 1000);
      spent[i]
          = (int) (starling_rehearsal_get_spent_ms (&take->clock,
                                                    (StarlingStepId) i, now)
                   / 1000);
    }
  lead_in = take->clock.phase == STARLING_REHEARSAL_LEAD_IN;
  target = starling_rehearsal_get_target (&take->clock, now);
  left = starling_rehearsal_get_left (&take->clock, now);
  if (before == UNKNOWN)
    before = left;
  self->left = lead_in ? UNKNOWN : left;
  starling_segments_set_times (self->segments, targets, spent,
                               (int) take->clock.step);
  starling_ring_set_time (self->ring,
                          lead_in ? STARLING_RING_LEAD_IN : take->clock.step,
                          target, left);
  starling_prompter_set_spent (
      self->prompter,
      starling_rehearsal_get_spent_ms (&take->clock, take->clock.step, now));
  if (!lead_in)
    starling_rehearse_tell_time (self->bar, self->ring, target, before, left);
}

/**
 * starling_rehearse_stage_update:
 * @self: a stage
 * @run: a run whose take is being told
 *
 * Shows all of a take.
 */
void
starling_rehearse_stage_update (StarlingRehearseStage *self,
                                StarlingRehearseRun *run)
{
  const StarlingTake *take = starling_rehearse_run_get_take (run);
  StarlingLens *lens = starling_rehearse_run_get_lens (run);
  g_autofree char *words = starling_rehearse_format_lens (lens);

  g_return_if_fail (STARLING_IS_REHEARSE_STAGE (self));

  g_set_object (&self->run, run);
  gtk_label_set_label (self->title, lens->scenario->title);
  gtk_label_set_label (self->lens_label, words);
  /* In a mock loop there is the question only */
  gtk_widget_set_visible (self->prompt, take->loop == NULL);
  gtk_label_set_label (GTK_LABEL (self->question),
                       take->question != NULL ? take->question
                                              : lens->scenario->question);
  gtk_label_set_label (self->lead, lens->lead != NULL ? lens->lead : "");
  show_step (self, lens, (int) take->clock.step);
  tick_chips (self, take);
  show_prompt (self, take->prompt);
  starling_ring_set_paused (self->ring, take->clock.paused);
  starling_rehearse_bar_set_state (self->bar, &take->clock);
  show_time (self);
}

/**
 * starling_rehearse_stage_set_head:
 * @self: a stage
 * @title: what stands in the place of the story's title
 * @caption: what stands in the place of its lens
 *
 * Names something else until the next update.
 */
void
starling_rehearse_stage_set_head (StarlingRehearseStage *self,
                                  const char *title,
                                  const char *caption)
{
  g_return_if_fail (STARLING_IS_REHEARSE_STAGE (self));

  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->lens_label, caption);
}

/**
 * starling_rehearse_stage_tick:
 * @self: a stage
 *
 * Shows the time of the run.
 */
void
starling_rehearse_stage_tick (StarlingRehearseStage *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_STAGE (self));

  if (self->run != NULL && starling_rehearse_run_get_take (self->run) != NULL)
    show_time (self);
}

/**
 * starling_rehearse_stage_take_focus:
 * @self: a stage
 *
 * Puts the focus on Next step, or on Resume while paused.
 */
void
starling_rehearse_stage_take_focus (StarlingRehearseStage *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_STAGE (self));

  starling_rehearse_bar_take_focus (self->bar);
}

/**
 * starling_rehearse_stage_set_phrases_shown:
 * @self: a stage
 * @shown: whether to glance at key phrases
 *
 * Shows or hides the key phrases.
 */
void
starling_rehearse_stage_set_phrases_shown (StarlingRehearseStage *self,
                                           gboolean shown)
{
  const StarlingTake *take;

  g_return_if_fail (STARLING_IS_REHEARSE_STAGE (self));

  self->phrases_shown = shown;
  take = self->run != NULL ? starling_rehearse_run_get_take (self->run) : NULL;
  if (take != NULL)
    show_prompt (self, take->prompt);
}

/**
 * starling_rehearse_stage_get_phrases_shown:
 * @self: a stage
 *
 * Returns: whether key phrases are shown where the prompt has them
 */
gboolean
starling_rehearse_stage_get_phrases_shown (StarlingRehearseStage *self)
{
  g_return_val_if_fail (STARLING_IS_REHEARSE_STAGE (self), FALSE);

  return self->phrases_shown;
}

/**
 * starling_rehearse_stage_toggle_phrase:
 * @self: a stage
 * @index: of a phrase, from 0
 *
 * Ticks or unticks a phrase that is shown.
 *
 * Returns: %FALSE if there is no such phrase
 */
gboolean
starling_rehearse_stage_toggle_phrase (StarlingRehearseStage *self, guint index)
{
  GtkToggleButton *chip;

  g_return_val_if_fail (STARLING_IS_REHEARSE_STAGE (self), FALSE);

  if (index >= self->chips->len
      || !gtk_widget_get_visible (GTK_WIDGET (self->cues)))
    return FALSE;
  chip = g_ptr_array_index (self->chips, index);
  gtk_toggle_button_set_active (chip, !gtk_toggle_button_get_active (chip));
  return TRUE;
}
