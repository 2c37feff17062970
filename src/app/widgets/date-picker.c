/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/date-picker.h"

#include <glib/gi18n.h>

#define DAY_SECONDS (24 * 3600)

/* The years that GDateTime and people can read: 1 to 9999. */
#define MIN_DAY (-719162)
#define MAX_DAY 2932896

struct _StarlingDatePicker
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkLabel *title;
  GtkCalendar *calendar;

  char *label;
  char *note; /* (nullable): what the day comes to */
  int day;
  int today;
  int first_mark;
  int last_mark;
  gboolean selecting; /* we move the calendar, not the user */
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_DAY,
  PROP_TODAY,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (StarlingDatePicker, starling_date_picker, GTK_TYPE_WIDGET)

static GDateTime *
to_date (int day)
{
  return g_date_time_new_from_unix_utc ((gint64) day * DAY_SECONDS);
}

/* The day of a date, whatever its time zone. */
static int
to_day (GDateTime *date)
{
  int year, month, day;
  g_autoptr (GDateTime) utc = NULL;

  g_date_time_get_ymd (date, &year, &month, &day);
  utc = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return (int) (g_date_time_to_unix (utc) / DAY_SECONDS);
}

static void
set_class (GtkWidget *widget, const char *name, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

/* The cells of GtkCalendar, which has no other way to dress single days: what
 * GTK calls today is the system's day, not that of our clock. */
static GPtrArray *
list_cells (StarlingDatePicker *self)
{
  GPtrArray *cells = g_ptr_array_new ();
  GtkWidget *grid = gtk_widget_get_last_child (GTK_WIDGET (self->calendar));

  for (GtkWidget *cell
       = grid == NULL ? NULL : gtk_widget_get_first_child (grid);
       cell != NULL; cell = gtk_widget_get_next_sibling (cell))
    if (gtk_widget_has_css_class (cell, "day-number"))
      g_ptr_array_add (cells, cell);
  return cells;
}

static void
dress_cells (StarlingDatePicker *self)
{
  g_autoptr (GPtrArray) cells = list_cells (self);
  guint chosen = 0;

  while (chosen < cells->len
         && !(gtk_widget_get_state_flags (g_ptr_array_index (cells, chosen))
              & GTK_STATE_FLAG_SELECTED))
    chosen++;
  if (chosen == cells->len)
    return;

  for (guint i = 0; i < cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (cells, i);
      int day = self->day + (int) i - (int) chosen;

      set_class (cell, "past", day < self->today);
      set_class (cell, "now", day == self->today);
      set_class (cell, "marked",
                 day >= self->first_mark && day <= self->last_mark);
    }
}

static void
update (StarlingDatePicker *self)
{
  g_autoptr (GDateTime) date = to_date (self->day);
  /* Translators: see g_date_time_format(); the head of a calendar, and a date
   * in full. */
  g_autofree char *month = g_date_time_format (date, _ ("%OB %Y"));
  g_autofree char *full = g_date_time_format (date, _ ("%A %-d %B %Y"));
  g_autofree char *name = NULL;
  g_autofree char *noted = NULL;

  if (self->day < self->today)
    /* Translators: "Date of the interview", a date. */
    name = g_strdup_printf (_ ("%s: %s, in the past"), self->label, full);
  else
    name = g_strdup_printf (_ ("%s: %s"), self->label, full);
  if (self->day >= self->today && self->note != NULL && *self->note != '\0')
    /* Translators: a date, and what it comes to. */
    noted = g_strdup_printf (_ ("%s. %s"), name, self->note);
  gtk_label_set_text (self->title, month);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  noted != NULL ? noted : name, -1);
  dress_cells (self);
}

/* The user clicked a day, or turned the wheel over the calendar. */
static void
selected_cb (StarlingDatePicker *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  if (!self->selecting)
    starling_date_picker_set_day (self, to_day (date));
}

static void
add_months (StarlingDatePicker *self, int n)
{
  g_autoptr (GDateTime) date = to_date (self->day);
  g_autoptr (GDateTime) other = g_date_time_add_months (date, n);

  if (other != NULL)
    starling_date_picker_set_day (self, to_day (other));
}

static void
previous_cb (StarlingDatePicker *self)
{
  add_months (self, -1);
}

static void
next_cb (StarlingDatePicker *self)
{
  add_months (self, 1);
}

/* Before the calendar, whose keys only move a cursor that nobody is told of.
 * Return stays the default button's. */
static gboolean
key_pressed_cb (StarlingDatePicker *self,
                guint key,
                guint code,
                GdkModifierType state)
{
  GtkWidget *calendar = GTK_WIDGET (self->calendar);
  int forward
      = gtk_widget_get_direction (calendar) == GTK_TEXT_DIR_RTL ? -1 : 1;
  int months = state & GDK_CONTROL_MASK ? 12 : 1;

  if ((state & (GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      starling_date_picker_set_day (self, self->day - forward);
      break;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      starling_date_picker_set_day (self, self->day + forward);
      break;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      starling_date_picker_set_day (self, self->day - 7);
      break;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      starling_date_picker_set_day (self, self->day + 7);
      break;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      starling_date_picker_set_day (self, self->today);
      break;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      add_months (self, -months);
      break;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      add_months (self, months);
      break;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      gtk_widget_activate_default (GTK_WIDGET (self));
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

static gboolean
starling_date_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (
      GTK_WIDGET (STARLING_DATE_PICKER (widget)->calendar));
}

static void
starling_date_picker_get_property (GObject *object,
                                   guint prop_id,
                                   GValue *value,
                                   GParamSpec *pspec)
{
  StarlingDatePicker *self = STARLING_DATE_PICKER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    case PROP_TODAY:
      g_value_set_int (value, self->today);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_date_picker_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  StarlingDatePicker *self = STARLING_DATE_PICKER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      if (g_strcmp0 (self->label, g_value_get_string (value)) == 0)
        break;
      g_free (self->label);
      self->label = g_value_dup_string (value);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_DAY:
      starling_date_picker_set_day (self, g_value_get_int (value));
      break;
    case PROP_TODAY:
      if (self->today == g_value_get_int (value))
        break;
      self->today = g_value_get_int (value);
      update (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
starling_date_picker_dispose (GObject *object)
{
  StarlingDatePicker *self = STARLING_DATE_PICKER (object);

  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (starling_date_picker_parent_class)->dispose (object);
}

static void
starling_date_picker_finalize (GObject *object)
{
  g_free (STARLING_DATE_PICKER (object)->label);
  g_free (STARLING_DATE_PICKER (object)->note);

  G_OBJECT_CLASS (starling_date_picker_parent_class)->finalize (object);
}

static void
starling_date_picker_class_init (StarlingDatePickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = starling_date_picker_dispose;
  object_class->finalize = starling_date_picker_finalize;
  object_class->get_property = starling_date_picker_get_property;
  object_class->set_property = starling_date_picker_set_property;
  widget_class->grab_focus = starling_date_picker_grab_focus;

  properties[PROP_LABEL]
      = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_DAY]
      = g_param_spec_int ("day", NULL, NULL, MIN_DAY, MAX_DAY, 0, flags);
  properties[PROP_TODAY]
      = g_param_spec_int ("today", NULL, NULL, MIN_DAY, MAX_DAY, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class,
      "/io/github/starlingapp/Starling/ui/widgets/date-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, StarlingDatePicker,
                                        content);
  gtk_widget_class_bind_template_child (widget_class, StarlingDatePicker,
                                        title);
  gtk_widget_class_bind_template_child (widget_class, StarlingDatePicker,
                                        calendar);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "datepicker");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
starling_date_picker_init (StarlingDatePicker *self)
{
  g_autoptr (GDateTime) date = NULL;

  self->label = g_strdup ("");
  self->first_mark = G_MAXINT;
  self->last_mark = G_MININT;
  gtk_widget_init_template (GTK_WIDGET (self));
  date = gtk_calendar_get_date (self->calendar);
  self->day = to_day (date);
  update (self);
}

/**
 * starling_date_picker_get_day:
 * @self: a date picker
 *
 * Returns: the day chosen, counted from 1970-01-01
 */
int
starling_date_picker_get_day (StarlingDatePicker *self)
{
  g_return_val_if_fail (STARLING_IS_DATE_PICKER (self), 0);

  return self->day;
}

/**
 * starling_date_picker_set_day:
 * @self: a date picker
 * @day: a day, counted from 1970-01-01
 *
 * Chooses a day, and shows its month.
 */
void
starling_date_picker_set_day (StarlingDatePicker *self, int day)
{
  g_autoptr (GDateTime) date = NULL;

  g_return_if_fail (STARLING_IS_DATE_PICKER (self));

  day = CLAMP (day, MIN_DAY, MAX_DAY);
  if (day == self->day)
    return;
  self->day = day;
  date = to_date (day);
  self->selecting = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->selecting = FALSE;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

/**
 * starling_date_picker_set_note:
 * @self: a date picker
 * @note: what the day that is chosen comes to, without a full stop; may be
 *   empty
 *
 * Tells it to those who do not see it, together with the date.
 */
void
starling_date_picker_set_note (StarlingDatePicker *self, const char *note)
{
  g_return_if_fail (STARLING_IS_DATE_PICKER (self));

  if (g_strcmp0 (note, self->note) == 0)
    return;
  g_free (self->note);
  self->note = g_strdup (note);
  update (self);
}

/**
 * starling_date_picker_mark:
 * @self: a date picker
 * @first: a day
 * @last: the last day to mark; before @first: none is marked
 *
 * Marks days, in place of those that were.
 */
void
starling_date_picker_mark (StarlingDatePicker *self, int first, int last)
{
  g_return_if_fail (STARLING_IS_DATE_PICKER (self));

  self->first_mark = first;
  self->last_mark = last;
  dress_cells (self);
}
