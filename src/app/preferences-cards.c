/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences-cards.h"

#include <glib/gi18n.h>
#include <math.h>

#include "settings.h"
#include "widgets/chart.h"

/* What is chosen counts when it stays the same for so long. */
#define SETTLE_MS 600

/* In percent; the plot has a point at each. */
#define MIN_PERCENT 70
#define MAX_PERCENT 97
#define N_PERCENTS (MAX_PERCENT - MIN_PERCENT + 1)

/* What the load is compared with; below the second, with the first. */
#define HIGH_PERCENT 95
#define USUAL_PERCENT 90

struct _StarlingPreferencesCards
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkAdjustment *new_per_day;
  GtkAdjustment *reviews_per_day;
  GtkAdjustment *retention;
  GtkWidget *scale;
  GtkLabel *percent;
  StarlingChart *chart;
  GtkLabel *load;
  GtkSwitch *streak;

  StarlingLibrary *library;
  StarlingStudySettings shown; /* as far as the controls can show them */
  guint settle_id;
  guint plot_id;
  gboolean showing; /* we change the values, not the user */
};

G_DEFINE_FINAL_TYPE (StarlingPreferencesCards,
                     starling_preferences_cards,
                     GTK_TYPE_WIDGET)

static int
get_int (GtkAdjustment *adjustment)
{
  return (int) lround (gtk_adjustment_get_value (adjustment));
}

static double
get_load (int percent)
{
  static double loads[N_PERCENTS]; /* 0: not computed yet */
  double *load = &loads[percent - MIN_PERCENT];

  if (*load <= 0)
    *load = starling_plan_get_load (percent / 100.0);
  return *load;
}

/* --- what a retention costs --- */

static char *
write_percent (int percent)
{
  /* Translators: a figure in percent. */
  return g_strdup_printf (_ ("%d%%"), percent);
}

static char *
write_load (int percent)
{
  g_autofree char *figure = write_percent (percent);
  guint n = (guint) lround (get_load (percent));

  /* Translators: "90%", a number of reviews. */
  return g_strdup_printf (
      ngettext ("At %s: about %u review a day per 100 cards",
                "At %s: about %u reviews a day per 100"
                " cards",
                n),
      figure, n);
}

static char *
write_comparison (int percent)
{
  g_autofree char *load = write_load (percent);
  g_autofree char *figure = NULL;

  if (percent < HIGH_PERCENT)
    {
      figure = write_percent (HIGH_PERCENT);
      /* Translators: "At 90%: about 14 reviews a day per 100 cards", "95%", a
       * factor. */
      return g_strdup_printf (_ ("%s; %s would take %.1f times as many."), load,
                              figure,
                              get_load (HIGH_PERCENT) / get_load (percent));
    }
  figure = write_percent (USUAL_PERCENT);
  /* Translators: "At 96%: about 9 reviews a day per 100 cards", a factor,
   * "90%". */
  return g_strdup_printf (_ ("%s, %.1f times as many as at %s."), load,
                          get_load (percent) / get_load (USUAL_PERCENT),
                          figure);
}

static void
plot_load (StarlingPreferencesCards *self)
{
  static const int labelled[] = { MIN_PERCENT, 80, USUAL_PERCENT, MAX_PERCENT };
  int percent = get_int (self->retention);
  StarlingChartItem items[N_PERCENTS] = { 0 };
  StarlingChartItem *current = &items[percent - MIN_PERCENT];
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *comparison = write_comparison (percent);

  for (guint i = 0; i < N_PERCENTS; i++)
    {
      items[i].value = get_load (MIN_PERCENT + (int) i);
      items[i].text = write_load (MIN_PERCENT + (int) i);
      g_ptr_array_add (texts, (char *) items[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (labelled); i++)
    {
      char *label = write_percent (labelled[i]);

      g_ptr_array_add (texts, label);
      items[labelled[i] - MIN_PERCENT].label = label;
    }
  current->figure = g_strdup_printf ("%.1f", current->value);
  g_ptr_array_add (texts, (char *) current->figure);
  starling_chart_set_items (self->chart, items, N_PERCENTS,
                            percent - MIN_PERCENT, comparison);
}

static void
plot_cb (gpointer user_data)
{
  StarlingPreferencesCards *self = user_data;

  self->plot_id = 0;
  plot_load (self);
}

/* The plot waits until the window is there: telling assistive technology of it
 * realizes the window for that, which in GTK 4.8 has no role before. */
static void
show_load (StarlingPreferencesCards *self)
{
  int percent = get_int (self->retention);
  g_autofree char *figure = write_percent (percent);
  g_autofree char *comparison = write_comparison (percent);

  gtk_label_set_text (self->percent, figure);
  gtk_label_set_text (self->load, comparison);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, figure,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  comparison, -1);
  if (self->plot_id == 0)
    self->plot_id = g_idle_add_once (plot_cb, self);
}

/* --- the journal --- */

static double
get_retention (StarlingPreferencesCards *self)
{
  return get_int (self->retention) / 100.0;
}

/* An event of what the user changed; none if nothing is. */
static StarlingEvent *
make_event (StarlingPreferencesCards *self)
{
  const StarlingStudySettings *shown = &self->shown;
  StarlingEvent *event = starling_event_new (STARLING_EVENT_SETTINGS);

  event->retention = get_retention (self);
  event->new_per_day = get_int (self->new_per_day);
  event->reviews_per_day = get_int (self->reviews_per_day);
  event->has_retention = fabs (event->retention - shown->retention) > 0.001;
  event->has_new_per_day = event->new_per_day != shown->new_per_day;
  event->has_reviews_per_day = event->reviews_per_day != shown->reviews_per_day;

  if (!event->has_retention && !event->has_new_per_day
      && !event->has_reviews_per_day)
    g_clear_pointer (&event, starling_event_unref);
  return event;
}

static void
show_settings (StarlingPreferencesCards *self)
{
  StarlingStudySettings now;

  if (self->settle_id != 0)
    return; /* what the user is at counts more */
  starling_progress_get_settings (starling_library_get_progress (self->library),
                                  &now);
  self->showing = TRUE;
  gtk_adjustment_set_value (self->new_per_day, now.new_per_day);
  gtk_adjustment_set_value (self->reviews_per_day, now.reviews_per_day);
  gtk_adjustment_set_value (self->retention, lround (now.retention * 100));
  self->showing = FALSE;
  self->shown = (StarlingStudySettings){ get_retention (self),
                                         get_int (self->new_per_day),
                                         get_int (self->reviews_per_day) };
}

static void
record (StarlingPreferencesCards *self)
{
  g_autoptr (StarlingEvent) event = make_event (self);

  if (event != NULL)
    starling_library_record_async (self->library, event, NULL, NULL, NULL);
  else
    show_settings (self); /* others may have changed them meanwhile */
}

static void
settled_cb (gpointer user_data)
{
  StarlingPreferencesCards *self = STARLING_PREFERENCES_CARDS (user_data);

  self->settle_id = 0;
  record (self);
}

/* Does not wait any longer. */
static void
flush (StarlingPreferencesCards *self)
{
  if (self->settle_id == 0)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  record (self);
}

static void
changed_cb (StarlingPreferencesCards *self)
{
  if (self->showing || self->library == NULL)
    return;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add_once (SETTLE_MS, settled_cb, self);
}

static void
starling_preferences_cards_unroot (GtkWidget *widget)
{
  flush (STARLING_PREFERENCES_CARDS (widget));

  GTK_WIDGET_CLASS (starling_preferences_cards_parent_class)->unroot (widget);
}

static void
starling_preferences_cards_dispose (GObject *object)
{
  StarlingPreferencesCards *self = STARLING_PREFERENCES_CARDS (object);

  flush (self);
  g_clear_handle_id (&self->plot_id, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (starling_preferences_cards_parent_class)->dispose (object);
}

static void
starling_preferences_cards_class_init (StarlingPreferencesCardsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = starling_preferences_cards_dispose;
  widget_class->unroot = starling_preferences_cards_unroot;

  g_type_ensure (STARLING_TYPE_CHART);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/starlingapp/Starling/ui/preferences-cards.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        new_per_day);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        reviews_per_day);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        retention);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        scale);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        percent);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        chart);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        load);
  gtk_widget_class_bind_template_child (widget_class, StarlingPreferencesCards,
                                        streak);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_load);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_preferences_cards_init (StarlingPreferencesCards *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  starling_chart_set_name (self->chart, _ ("What retention costs"));
  g_settings_bind (starling_settings_get (), "show-streak", self->streak,
                   "active", G_SETTINGS_BIND_DEFAULT);
}

/**
 * starling_preferences_cards_set_session:
 * @self: the group, without a session
 * @session: whose library to show and change
 *
 * Sets what the values belong to, once.
 */
void
starling_preferences_cards_set_session (StarlingPreferencesCards *self,
                                        StarlingSession *session)
{
  g_return_if_fail (STARLING_IS_PREFERENCES_CARDS (self));
  g_return_if_fail (STARLING_IS_SESSION (session));
  g_return_if_fail (self->library == NULL);

  self->library = g_object_ref (starling_session_get_library (session));
  g_signal_connect_object (self->library, "progress-changed",
                           G_CALLBACK (show_settings), self, G_CONNECT_SWAPPED);
  show_settings (self);
  show_load (self);
}
