/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A calendar in which one day is chosen. Arrow keys go by days and weeks, Page
 * Up and Page Down by months, with Control by years, Home to today; each step
 * chooses, and the calendar's accessible name tells the date and a note on it.
 * Properties:
 * - `label` (string): what the date is, such as "Date of the interview"
 * - `day` (int): the day chosen, counted from 1970-01-01
 * - `today` (int): the day marked as today; those before it look past
 */
#define STARLING_TYPE_DATE_PICKER (starling_date_picker_get_type ())
G_DECLARE_FINAL_TYPE (
    StarlingDatePicker, starling_date_picker, STARLING, DATE_PICKER, GtkWidget)

int starling_date_picker_get_day (StarlingDatePicker *self);
void starling_date_picker_set_day (StarlingDatePicker *self, int day);
void starling_date_picker_set_note (StarlingDatePicker *self, const char *note);
void starling_date_picker_mark (StarlingDatePicker *self, int first, int last);

G_END_DECLS
