/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pages/rehearse/probe.h"

#include "pages/rehearse/scene.h"
#include "pages/rehearse/time-call.h"
#include "pages/rehearse/words.h"
#include "widgets/column.h"
#include "widgets/even-box.h"
#include "widgets/probe-answers.h"
#include "widgets/segments.h"
#include "widgets/wrap-box.h"

#include <glib/gi18n.h>

#define UNKNOWN G_MININT

struct _StarlingRehearseProbe
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkLabel *number;
  StarlingSegments *segments;
  GtkWidget *answering;
  StarlingRing *ring;
  GtkLabel *question;
  GtkScrolledWindow *comparing;
  GtkLabel *compared_question;
  GtkBox *answers;
  GtkWidget *rating;
  GtkLabel *rating_label;
  GtkWidget *choices;
  StarlingRehearseBar *bar;
  GtkToggleButton *toggles[STARLING_MAX_RATING];

  StarlingRehearseRun *run;
  char *shown; /* (nullable): the id of the probe whose answers are shown */
  StarlingLens *lens; /* (nullable): … of whose scenario */
  int left;           /* shown, or UNKNOWN */
  int at;             /* the probe that is asked, from 0; -1: none */
  gboolean setting;
};

G_DEFINE_FINAL_TYPE (StarlingRehearseProbe,
                     starling_rehearse_probe,
                     GTK_TYPE_WIDGET)

static void
toggled_cb (GtkToggleButton *toggle, StarlingRehearseProbe *self)
{
  int rating = 0;

  if (self->setting)
    return;
  for (int i = 0; i < STARLING_MAX_RATING; i++)
    if (self->toggles[i] == toggle && gtk_toggle_button_get_active (toggle))
      rating = i + 1;
  starling_rehearse_run_rate_probe (self->run, rating);
}

/* The digit is the key; the word is the name. */
static void
add_choice (StarlingRehearseProbe *self, int rating)
{
  const char *word = starling_rehearse_get_rating_word (rating);
  g_autofree char *digit = g_strdup_printf ("%d", rating);
  GtkWidget *toggle = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *key = gtk_label_new (digit);
  GtkWidget *label
      = g_object_new (GTK_TYPE_LABEL, "label", word, "wrap", TRUE, "justify",
                      GTK_JUSTIFY_CENTER, "accessible-role",
                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (toggle, "plain");
  gtk_widget_add_css_class (toggle, "choice");
  gtk_widget_add_css_class (key, "digit");
  gtk_widget_add_css_class (key, "caption");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (toggle), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  gtk_widget_set_parent (toggle, self->choices);
  self->toggles[rating - 1] = GTK_TOGGLE_BUTTON (toggle);
  g_signal_connect (toggle, "toggled", G_CALLBACK (toggled_cb), self);
}

static void
starling_rehearse_probe_dispose (GObject *object)
{
  StarlingRehearseProbe *self = STARLING_REHEARSE_PROBE (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_free);
  g_clear_pointer (&self->lens, starling_lens_unref);
  g_clear_object (&self->run);

  G_OBJECT_CLASS (starling_rehearse_probe_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    gssize offset;
  } children[] = {
    { "content", G_STRUCT_OFFSET (StarlingRehearseProbe, content) },
    { "title", G_STRUCT_OFFSET (StarlingRehearseProbe, title) },
    { "number", G_STRUCT_OFFSET (StarlingRehearseProbe, number) },
    { "segments", G_STRUCT_OFFSET (StarlingRehearseProbe, segments) },
    { "answering", G_STRUCT_OFFSET (StarlingRehearseProbe, answering) },
    { "ring", G_STRUCT_OFFSET (StarlingRehearseProbe, ring) },
    { "question", G_STRUCT_OFFSET (StarlingRehearseProbe, question) },
    { "comparing", G_STRUCT_OFFSET (StarlingRehearseProbe, comparing) },
    { "compared_question",
      G_STRUCT_OFFSET (StarlingRehearseProbe, compared_question) },
    { "answers", G_STRUCT_OFFSET (StarlingRehearseProbe, answers) },
    { "rating", G_STRUCT_OFFSET (StarlingRehearseProbe, rating) },
    { "rating_label", G_STRUCT_OFFSET (StarlingRehearseProbe, rating_label) },
    { "choices", G_STRUCT_OFFSET (StarlingRehearseProbe, choices) },
    { "bar", G_STRUCT_OFFSET (StarlingRehearseProbe, bar) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name,
                                               FALSE, children[i].offset);
}

static void
starling_rehearse_probe_class_init (StarlingRehearseProbeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_rehearse_probe_dispose;

  g_type_ensure (STARLING_TYPE_COLUMN);
  g_type_ensure (STARLING_TYPE_EVEN_BOX);
  g_type_ensure (STARLING_TYPE_REHEARSE_BAR);
  g_type_ensure (STARLING_TYPE_REHEARSE_SCENE);
  g_type_ensure (STARLING_TYPE_RING);
  g_type_ensure (STARLING_TYPE_SEGMENTS);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/pages/rehearse/probe.ui");
  bind_children (widget_class);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_rehearse_probe_init (StarlingRehearseProbe *self)
{
  self->left = UNKNOWN;
  self->at = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 1; i <= STARLING_MAX_RATING; i++)
    add_choice (self, i);
}

static void
show_time (StarlingRehearseProbe *self)
{
  const StarlingRehearsal *clock
      = &starling_rehearse_run_get_take (self->run)->clock;
  gint64 now = starling_rehearse_run_get_now (self->run);
  int target = starling_rehearsal_get_target (clock, now);
  int left = starling_rehearsal_get_left (clock, now);
  int before = self->left != UNKNOWN ? self->left : left;

  self->left = left;
  starling_ring_set_time (self->ring, STARLING_RING_PROBE, target, left);
  if (clock->phase == STARLING_REHEARSAL_ANSWERING)
    starling_rehearse_tell_time (self->bar, self->ring, target, before, left);
}

static void
show_head (StarlingRehearseProbe *self, const StarlingTake *take)
{
  int targets[STARLING_N_STEPS], spent[STARLING_N_STEPS];
  g_autofree char *number
      = g_strdup_printf (_ ("Follow-up %u of %u"), take->clock.probe + 1,
                         take->clock.n_probes);

  for (guint i = 0; i < STARLING_N_STEPS; i++)
    {
      targets[i] = (int) (take->clock.target_ms[i] / 1000);
      spent[i] = (int) (starling_rehearsal_get_spent_ms (&take->clock,
                                                         (StarlingStepId) i, 0)
                        / 1000);
    }
  gtk_label_set_label (self->title, self->lens->scenario->title);
  gtk_label_set_label (self->number, number);
  starling_segments_set_times (self->segments, targets, spent, -1);
}

static void
show_answers (StarlingRehearseProbe *self, const char *id)
{
  const StarlingProbe *probe
      = starling_scenario_find_probe (self->lens->scenario, id);
  const char *question = probe != NULL
                             ? probe->question
                             : _ ("This follow-up is no longer in the story.");
  GtkWidget *child;

  gtk_label_set_label (self->question, question);
  gtk_label_set_label (self->compared_question, question);
  starling_rehearse_bar_set_description (self->bar, question);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->answers)))
         != NULL)
    gtk_box_remove (self->answers, child);
  if (probe != NULL)
    gtk_box_append (self->answers, starling_probe_answers_new (probe));
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (
                                self->comparing),
                            0);
}

static void
show_rating (StarlingRehearseProbe *self, int rating)
{
  self->setting = TRUE;
  for (int i = 0; i < STARLING_MAX_RATING; i++)
    gtk_toggle_button_set_active (self->toggles[i], i + 1 == rating);
  self->setting = FALSE;
}

/**
 * starling_rehearse_probe_update:
 * @self: a view
 * @run: a run whose take is at a probe
 *
 * Shows all of it.
 */
void
starling_rehearse_probe_update (StarlingRehearseProbe *self,
                                StarlingRehearseRun *run)
{
  const StarlingTake *take = starling_rehearse_run_get_take (run);
  StarlingLens *lens = starling_rehearse_run_get_lens (run);
  const StarlingTakeProbe *probe = starling_take_get_probe (take);
  gboolean comparing = take->clock.phase == STARLING_REHEARSAL_COMPARING;

  g_return_if_fail (STARLING_IS_REHEARSE_PROBE (self));
  g_return_if_fail (probe != NULL);

  g_set_object (&self->run, run);
  if (self->lens != lens || self->at != (int) take->clock.probe
      || g_strcmp0 (self->shown, probe->id) != 0)
    {
      g_clear_pointer (&self->lens, starling_lens_unref);
      self->lens = starling_lens_ref (lens);
      g_free (self->shown);
      self->shown = g_strdup (probe->id);
      self->at = (int) take->clock.probe;
      self->left = UNKNOWN;
      show_answers (self, probe->id);
    }
  show_head (self, take);
  show_rating (self, probe->rating);
  gtk_widget_set_visible (self->answering, !comparing);
  gtk_widget_set_visible (GTK_WIDGET (self->comparing), comparing);
  gtk_widget_set_visible (self->rating, comparing);
  starling_ring_set_paused (self->ring, take->clock.paused);
  starling_rehearse_bar_set_state (self->bar, &take->clock);
  show_time (self);
}

/**
 * starling_rehearse_probe_set_title:
 * @self: a view
 * @title: what stands in the place of the story's title
 *
 * Names something else until the next update.
 */
void
starling_rehearse_probe_set_title (StarlingRehearseProbe *self,
                                   const char *title)
{
  g_return_if_fail (STARLING_IS_REHEARSE_PROBE (self));

  gtk_label_set_label (self->title, title);
}

/**
 * starling_rehearse_probe_tick:
 * @self: a view
 *
 * Shows the time of the run.
 */
void
starling_rehearse_probe_tick (StarlingRehearseProbe *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_PROBE (self));

  if (self->run != NULL && starling_rehearse_run_get_take (self->run) != NULL)
    show_time (self);
}

/**
 * starling_rehearse_probe_take_focus:
 * @self: a view
 *
 * Puts the focus on Next step, or on Resume while paused.
 */
void
starling_rehearse_probe_take_focus (StarlingRehearseProbe *self)
{
  g_return_if_fail (STARLING_IS_REHEARSE_PROBE (self));

  starling_rehearse_bar_take_focus (self->bar);
}

/**
 * starling_rehearse_probe_rate:
 * @self: a view
 * @index: of a rating, from 0
 *
 * Chooses a rating where that is asked for, or takes it back.
 *
 * Returns: %FALSE if there is no such rating now
 */
gboolean
starling_rehearse_probe_rate (StarlingRehearseProbe *self, guint index)
{
  GtkToggleButton *toggle;

  g_return_val_if_fail (STARLING_IS_REHEARSE_PROBE (self), FALSE);

  if (index >= STARLING_MAX_RATING || !gtk_widget_get_visible (self->rating))
    return FALSE;
  toggle = self->toggles[index];
  gtk_toggle_button_set_active (toggle, !gtk_toggle_button_get_active (toggle));
  return TRUE;
}
