/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "goal-dialog.h"

#include <glib/gi18n.h>

#include "plan-words.h"
#include "transient.h"
#include "widgets/date-picker.h"
#include "widgets/pair.h"
#include "widgets/wrap-box.h"

/* What is proposed where no interview is set yet. */
#define PROPOSED_DAYS 21

struct _StarlingGoalDialog
{
  GtkWindow parent_instance;

  StarlingDatePicker *picker;
  GtkLabel *date;
  GtkLabel *hint;
  GtkWidget *principles;
  GtkImage *icon;
  GtkLabel *verdict;
  GtkLabel *detail;
  GtkWidget *save;

  StarlingSession *session;
  GPtrArray *checks; /* (element-type GtkCheckButton), by principle */
  GPtrArray *counts; /* (element-type GtkLabel), the same */
  gboolean ready;
};

G_DEFINE_FINAL_TYPE (StarlingGoalDialog, starling_goal_dialog, GTK_TYPE_WINDOW)

static StarlingCatalogue *
get_catalogue (StarlingGoalDialog *self)
{
  return starling_library_get_catalogue (
      starling_session_get_library (self->session));
}

static const StarlingPlanInput *
get_input (StarlingGoalDialog *self)
{
  return starling_agenda_get_input (
      starling_session_get_agenda (self->session));
}

static StarlingPrincipleSet
get_ticked (StarlingGoalDialog *self)
{
  StarlingPrincipleSet ticked = 0;

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->checks, i)))
      ticked |= STARLING_PRINCIPLE_BIT (i);
  return ticked;
}

static StarlingPrincipleSet
get_everything (StarlingGoalDialog *self)
{
  StarlingPrincipleSet all = 0;

  for (guint i = 0; i < self->checks->len; i++)
    all |= STARLING_PRINCIPLE_BIT (i);
  return all;
}

/* --- what it would come to --- */

static void
say (StarlingGoalDialog *self,
     gboolean fine,
     const char *verdict,
     const char *detail)
{
  gtk_image_set_from_icon_name (self->icon, fine ? "starling-check-symbolic"
                                                 : "starling-warning-symbolic");
  gtk_label_set_text (self->verdict, verdict);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, verdict,
                                  -1);
  starling_date_picker_set_note (self->picker, verdict);
}

static void
say_plan (StarlingGoalDialog *self, const StarlingPlanInput *input)
{
  const StarlingDeck *deck = starling_library_get_deck (
      starling_session_get_library (self->session));
  g_autofree char *verdict = NULL;
  g_autofree char *detail = NULL;
  StarlingPlan plan;

  starling_plan_make (input, deck, &plan);
  verdict = starling_plan_words_verdict (&plan, input);
  detail = starling_plan_words_detail (&plan, input);
  say (self,
       plan.outlook == STARLING_OUTLOOK_ON_COURSE
           || plan.outlook == STARLING_OUTLOOK_READY,
       verdict, detail);
}

static void
say_date (StarlingGoalDialog *self, int day, int today)
{
  g_autofree char *date = starling_plan_words_date (day, TRUE);
  g_autofree char *hint = NULL;
  int n = day - today;

  if (n < 0)
    hint = g_strdup_printf (ngettext ("%d day ago", "%d days ago", (gulong) -n),
                            -n);
  else if (n == 0)
    hint = g_strdup (_ ("Today"));
  else if (n == 1)
    hint = g_strdup (_ ("Tomorrow"));
  else if (n <= STARLING_LAST_LOOK_DAYS)
    hint
        = g_strdup_printf (ngettext ("In %d day", "In %d days", (gulong) n), n);
  else
    /* Translators: these days are marked in the calendar above. */
    hint = g_strdup_printf (ngettext ("In %d day; the three days before are for"
                                      " a last look",
                                      "In %d days; the three days before are"
                                      " for a last look",
                                      (gulong) n),
                            n);
  gtk_label_set_text (self->date, date);
  gtk_label_set_text (self->hint, hint);
}

static void
update (StarlingGoalDialog *self)
{
  StarlingPlanInput input;
  int day;

  if (!self->ready)
    return;
  input = *get_input (self);
  day = starling_date_picker_get_day (self->picker);
  input.goal.interview = day;
  input.goal.principles = get_ticked (self);

  say_date (self, day, input.today);
  starling_date_picker_mark (self->picker,
                             MAX (day - STARLING_LAST_LOOK_DAYS, input.today),
                             day - 1);
  if (day < input.today)
    say (self, FALSE, _ ("This day is over"),
         _ ("Choose today or a later one."));
  else if (input.goal.principles == 0)
    say (self, FALSE, _ ("Nothing to prepare"),
         _ ("Tick at least one principle."));
  else
    say_plan (self, &input);
  gtk_widget_set_sensitive (self->save,
                            day >= input.today && input.goal.principles != 0);
}

/* --- principles --- */

static void
set_ticked (StarlingGoalDialog *self, StarlingPrincipleSet ticked)
{
  self->ready = FALSE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->checks, i),
                                 (ticked & STARLING_PRINCIPLE_BIT (i)) != 0);
  self->ready = TRUE;
  update (self);
}

static void
all_cb (StarlingGoalDialog *self)
{
  set_ticked (self, get_everything (self));
}

static void
none_cb (StarlingGoalDialog *self)
{
  set_ticked (self, 0);
}

static void
add_principle (StarlingGoalDialog *self, const char *name)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "caption");
  gtk_widget_add_css_class (count, "soft");
  gtk_widget_add_css_class (count, "figure");
  gtk_box_append (GTK_BOX (row), label);
  gtk_box_append (GTK_BOX (row), count);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), row);
  gtk_widget_add_css_class (check, "row");
  gtk_accessible_update_property (GTK_ACCESSIBLE (check),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);
  g_ptr_array_add (self->checks, check);
  g_ptr_array_add (self->counts, count);
  gtk_box_append (GTK_BOX (self->principles), check);
}

/* How many cards of each principle were never seen, as the plan counts. */
static void
update_counts (StarlingGoalDialog *self)
{
  const StarlingPlanInput *input = get_input (self);
  const StarlingDeck *deck = starling_library_get_deck (
      starling_session_get_library (self->session));
  guint counts[STARLING_MAX_PRINCIPLES] = { 0 };
  guint totals[STARLING_MAX_PRINCIPLES] = { 0 };

  for (guint i = 0; i < deck->n_cards; i++)
    {
      const StarlingDeckCard *card = &deck->cards[i];

      if (card->principle < 0 || (card->levels & (1u << input->level)) == 0)
        continue;
      totals[card->principle]++;
      if (card->record.memory.state == STARLING_MEMORY_NEW
          && !card->record.suspended && !card->record.leech)
        counts[card->principle]++;
    }
  for (guint i = 0; i < self->counts->len; i++)
    {
      g_autofree char *figure = totals[i] == 0
                                    ? g_strdup (_ ("no cards"))
                                    : g_strdup_printf (_ ("%u new"), counts[i]);
      g_autofree char *words
          = totals[i] == 0
                ? g_strdup (figure)
                : g_strdup_printf (ngettext ("%u new card", "%u new cards",
                                             counts[i]),
                                   counts[i]);

      gtk_label_set_text (g_ptr_array_index (self->counts, i), figure);
      gtk_accessible_update_property (g_ptr_array_index (self->checks, i),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      words, -1);
    }
}

static void
agenda_changed_cb (StarlingGoalDialog *self)
{
  g_object_set (self->picker, "today", get_input (self)->today, NULL);
  update_counts (self);
  update (self);
}

/* --- saving --- */

static char **
list_ids (StarlingGoalDialog *self, StarlingPrincipleSet set)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if ((set & STARLING_PRINCIPLE_BIT (i)) != 0)
      g_strv_builder_add (
          builder,
          starling_catalogue_get_principle (get_catalogue (self), i)->id);
  return g_strv_builder_end (builder);
}

/* None named is the same as all of them. */
static StarlingPrincipleSet
get_effective (StarlingGoalDialog *self, const StarlingGoal *goal)
{
  return goal->principles != 0 ? goal->principles : get_everything (self);
}

/* Records the goal, if it is another than before, and says so. */
static void
record (StarlingGoalDialog *self, const StarlingGoal *goal, const char *toast)
{
  const StarlingGoal *before = &get_input (self)->goal;
  g_autoptr (StarlingEvent) event = NULL;

  if (goal->interview != before->interview
      || get_effective (self, goal) != get_effective (self, before))
    {
      event = starling_event_new (STARLING_EVENT_GOAL);
      if (goal->interview != STARLING_NO_DAY)
        event->interview = starling_day_format (goal->interview);
      event->principles = list_ids (self, goal->principles);
      starling_library_record_async (starling_session_get_library (
                                         self->session),
                                     event, NULL, NULL, NULL);
      starling_session_toast (self->session, toast, event->id);
    }
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_cb (StarlingGoalDialog *self)
{
  const StarlingGoal goal
      = { starling_date_picker_get_day (self->picker), get_ticked (self) };
  g_autofree char *date = starling_plan_words_date (goal.interview, TRUE);
  g_autofree char *toast = g_strdup_printf (_ ("Interview on %s."), date);

  record (self, &goal, toast);
}

/* What to prepare is kept. */
static void
no_date_cb (StarlingGoalDialog *self)
{
  StarlingGoal goal = get_input (self)->goal;

  goal.interview = STARLING_NO_DAY;
  record (self, &goal, _ ("No interview date is set."));
}

static void
starling_goal_dialog_dispose (GObject *object)
{
  StarlingGoalDialog *self = STARLING_GOAL_DIALOG (object);

  self->ready = FALSE;
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_pointer (&self->counts, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (starling_goal_dialog_parent_class)->dispose (object);
}

/* No gtk_widget_dispose_template(): the template's root is the window's child,
 * which GtkWindow lets go of by itself. */
static void
starling_goal_dialog_class_init (StarlingGoalDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_goal_dialog_dispose;

  g_type_ensure (STARLING_TYPE_DATE_PICKER);
  g_type_ensure (STARLING_TYPE_PAIR);
  g_type_ensure (STARLING_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/goal-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog,
                                        picker);
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog, date);
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog, hint);
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog,
                                        principles);
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog, icon);
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog,
                                        verdict);
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog,
                                        detail);
  gtk_widget_class_bind_template_child (widget_class, StarlingGoalDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, no_date_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  starling_transient_add_keys (widget_class);
}

static void
starling_goal_dialog_init (StarlingGoalDialog *self)
{
  self->checks = g_ptr_array_new ();
  self->counts = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Shows the goal that counts now. */
static void
show_goal (StarlingGoalDialog *self)
{
  const StarlingPlanInput *input = get_input (self);
  int day = input->goal.interview;

  if (day == STARLING_NO_DAY || day < input->today)
    day = input->today + PROPOSED_DAYS;
  g_object_set (self->picker, "today", input->today, "day", day, NULL);
  update_counts (self);
  set_ticked (self, input->goal.principles == 0 ? get_everything (self)
                                                : input->goal.principles);
}

/**
 * starling_goal_dialog_new:
 * @parent: the window to stay above
 * @session: whose plan it is
 *
 * The window for the interview's date above @parent: the one that is open
 * already, if there is one. Present it to show it.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
starling_goal_dialog_new (GtkWindow *parent, StarlingSession *session)
{
  GtkWidget *open = starling_transient_find (parent, STARLING_TYPE_GOAL_DIALOG);
  StarlingGoalDialog *self = NULL;
  StarlingCatalogue *catalogue = NULL;

  g_return_val_if_fail (STARLING_IS_SESSION (session), NULL);

  if (open != NULL)
    return open;
  self
      = g_object_new (STARLING_TYPE_GOAL_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  catalogue = get_catalogue (self);
  for (guint i = 0; i < starling_catalogue_get_n_principles (catalogue); i++)
    add_principle (self, starling_catalogue_get_principle (catalogue, i)->name);
  g_signal_connect_object (starling_session_get_agenda (session), "changed",
                           G_CALLBACK (agenda_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_goal (self);
  return GTK_WIDGET (self);
}
