/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/day-grid.h"

#include "plan-words.h"
#include "widgets/chart-cursor.h"
#include "widgets/day-grid-paint.h"
#include "widgets/week.h"

#include <glib/gi18n.h>

#define TAKE_EFFORT 5
#define SOME_EFFORT 15
#define MUCH_EFFORT 40

struct _StarlingDayGrid
{
  GtkWidget parent_instance;

  StarlingDayGridData data;
  StarlingActivity activities[STARLING_DAY_GRID_DAYS];
  StarlingChartCursor *cursor;
};

G_DEFINE_FINAL_TYPE (StarlingDayGrid, starling_day_grid, GTK_TYPE_WIDGET)

/* What was done, each kind of it with its number; NULL: the day is to come. */
static char *
format_activity (const StarlingActivity *activity, int day, int today)
{
  guint n_reviews = starling_activity_count_reviews (activity);
  g_autoptr (GPtrArray) parts = NULL;

  if (day > today)
    return NULL;
  if (starling_activity_count (activity) == 0)
    return g_strdup (day == today ? _ ("nothing yet") : _ ("nothing"));
  parts = g_ptr_array_new_with_free_func (g_free);
  if (n_reviews > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u review",
                                                       "%u reviews", n_reviews),
                                             n_reviews));
  if (activity->n_takes > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u rehearsal", "%u rehearsals",
                                                activity->n_takes),
                                      activity->n_takes));
  if (activity->n_questions > 0)
    g_ptr_array_add (parts,
                     g_strdup_printf (ngettext ("%u question", "%u questions",
                                                activity->n_questions),
                                      activity->n_questions));
  g_ptr_array_add (parts, NULL);
  /* Translators: between "24 reviews" and "2 rehearsals" */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

static int
find_day (GtkWidget *widget, double x, double y)
{
  StarlingDayGridCell cell;

  starling_day_grid_cell_init (&cell, widget);
  if (x < 0 || y < cell.head || cell.width <= 0 || cell.height <= 0
      || x >= cell.width * 7)
    return -1;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    x = cell.width * 7 - x;
  return MIN ((int) ((y - cell.head) / cell.height),
              STARLING_DAY_GRID_WEEKS - 1)
             * 7
         + MIN ((int) (x / cell.width), 6);
}

static void
get_day_area (GtkWidget *widget, int index, GdkRectangle *area)
{
  StarlingDayGridCell cell;
  int column = index % 7;

  starling_day_grid_cell_init (&cell, widget);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    column = 6 - column;
  *area = (GdkRectangle){ (int) (cell.width * column),
                          (int) (cell.head + cell.height * (index / 7)),
                          (int) cell.width, (int) cell.height };
}

static const StarlingChartCursorFuncs cursor_funcs = { find_day, get_day_area };

static void
starling_day_grid_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum_baseline = *natural_baseline = -1;
  starling_day_grid_measure_cells (widget, orientation, minimum, natural);
}

static void
starling_day_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  StarlingDayGrid *self = STARLING_DAY_GRID (widget);
  int cursor = starling_chart_cursor_get_index (self->cursor);
  g_autofree char *text = NULL;

  if (self->data.today == STARLING_NO_DAY)
    return;
  if (cursor >= 0)
    text = format_activity (&self->activities[cursor],
                            self->data.first + cursor, self->data.today);
  self->data.cursor = cursor;
  self->data.text = text;
  starling_day_grid_paint (widget, snapshot, &self->data);
  self->data.text = NULL;
}

static void
starling_day_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (starling_day_grid_parent_class)
      ->css_changed (widget, change);
  gtk_widget_queue_resize (widget); /* the font may have changed */
}

static void
starling_day_grid_finalize (GObject *object)
{
  StarlingDayGrid *self = STARLING_DAY_GRID (object);

  g_clear_object (&self->cursor);

  G_OBJECT_CLASS (starling_day_grid_parent_class)->finalize (object);
}

static void
starling_day_grid_class_init (StarlingDayGridClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = starling_day_grid_finalize;
  widget_class->measure = starling_day_grid_measure;
  widget_class->snapshot = starling_day_grid_snapshot;
  widget_class->css_changed = starling_day_grid_css_changed;

  gtk_widget_class_set_css_name (widget_class, "daygrid");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
starling_day_grid_init (StarlingDayGrid *self)
{
  self->cursor = starling_chart_cursor_new (GTK_WIDGET (self), &cursor_funcs);
  self->data.today = STARLING_NO_DAY;
}

/**
 * starling_activity_get_shade:
 * @self: what was done on a day
 *
 * Returns: how much that was
 */
StarlingShade
starling_activity_get_shade (const StarlingActivity *self)
{
  guint effort;

  if (starling_activity_count (self) == 0)
    return STARLING_SHADE_NONE;
  effort = starling_activity_count (self) + self->n_takes * (TAKE_EFFORT - 1);
  if (effort < SOME_EFFORT)
    return STARLING_SHADE_LITTLE;
  return effort < MUCH_EFFORT ? STARLING_SHADE_SOME : STARLING_SHADE_MUCH;
}

/**
 * starling_day_grid_find_first:
 * @today: a study day
 * @week_start: a #GDateWeekday, on which weeks begin
 *
 * Returns: the first day of the calendar whose last week is that of @today
 */
int
starling_day_grid_find_first (int today, int week_start)
{
  int into = (starling_day_get_weekday (today) - week_start + 7) % 7;

  return today - into - 7 * (STARLING_DAY_GRID_WEEKS - 1);
}

/**
 * starling_day_grid_format_day:
 * @activity: what was done on it
 * @day: a study day
 * @today: the study day of now
 *
 * Returns: (transfer full): both in words, such as "Tuesday 17 November: 24
 *   reviews, 1 rehearsal"
 */
char *
starling_day_grid_format_day (const StarlingActivity *activity,
                              int day,
                              int today)
{
  g_autofree char *date = starling_plan_words_date (day, TRUE);
  g_autofree char *done = format_activity (activity, day, today);

  if (done == NULL)
    return g_steal_pointer (&date);
  /* Translators: a date, and what was done then */
  return g_strdup_printf (_ ("%s: %s"), date, done);
}

/**
 * starling_day_grid_new:
 *
 * Returns: (transfer floating): an empty calendar
 */
GtkWidget *
starling_day_grid_new (void)
{
  return g_object_new (STARLING_TYPE_DAY_GRID, NULL);
}

/**
 * starling_day_grid_set_name:
 * @self: a calendar
 * @name: its accessible name, such as its heading
 */
void
starling_day_grid_set_name (StarlingDayGrid *self, const char *name)
{
  g_return_if_fail (STARLING_IS_DAY_GRID (self));
  g_return_if_fail (name != NULL);

  starling_chart_cursor_set_name (self->cursor, name);
}

/**
 * starling_day_grid_set_days:
 * @self: a calendar
 * @days: (array length=n_days): what was done, ascending
 * @n_days: how many days that are
 * @today: the study day of now
 * @description: all of it in words, its accessible description
 *
 * Shows the weeks up to that of @today.
 */
void
starling_day_grid_set_days (StarlingDayGrid *self,
                            const StarlingActivity *days,
                            guint n_days,
                            int today,
                            const char *description)
{
  GPtrArray *texts;

  g_return_if_fail (STARLING_IS_DAY_GRID (self));

  texts = g_ptr_array_new_with_free_func (g_free);
  self->data.today = today;
  self->data.first
      = starling_day_grid_find_first (today, starling_week_get_start ());
  for (guint i = 0; i < STARLING_DAY_GRID_DAYS; i++)
    {
      int day = self->data.first + (int) i;
      const StarlingActivity *found
          = starling_activity_find (days, n_days, day);
      StarlingActivity *activity = &self->activities[i];

      *activity = found != NULL ? *found : (StarlingActivity){ .day = day };
      self->data.shades[i] = starling_activity_get_shade (activity);
      g_ptr_array_add (texts,
                       starling_day_grid_format_day (activity, day, today));
    }
  starling_chart_cursor_set_texts (self->cursor, texts, 7,
                                   today - self->data.first, description);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * starling_day_grid_get_first:
 * @self: a calendar
 *
 * Returns: the first day that it shows; STARLING_NO_DAY: none yet
 */
int
starling_day_grid_get_first (StarlingDayGrid *self)
{
  g_return_val_if_fail (STARLING_IS_DAY_GRID (self), STARLING_NO_DAY);

  return self->data.today == STARLING_NO_DAY ? STARLING_NO_DAY
                                             : self->data.first;
}
