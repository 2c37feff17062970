/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/prompter-geometry.h"

#include <math.h>

/* The reading line: this part of the page from its top, at most. */
#define READING_SHARE 0.2

static double
get_line_height (const StarlingPrompterRow *row)
{
  return (double) (row->height - 2 * row->inset) / MAX (row->n_lines, 1);
}

/* The first line, or beginning of a row, at @y or below. */
static double
snap (const StarlingPrompterRow *rows, guint n_rows, double y)
{
  for (guint i = 0; i < n_rows; i++)
    {
      const StarlingPrompterRow *row = &rows[i];
      double first = row->top + row->inset;
      double line = ceil ((y - first) / get_line_height (row));

      if (row->top >= y)
        return row->top;
      if (line < row->n_lines)
        return first + line * get_line_height (row);
    }
  return y;
}

/* How far to scroll so that a place lies on the reading line, whether the text
 * reaches that far or not. */
static double
get_wanted (const StarlingPrompterRow *rows,
            guint row,
            double fraction,
            double page)
{
  const StarlingPrompterRow *place = &rows[row];
  double reading = page * READING_SHARE;
  double y = place->top;

  if (place->height > page - reading && fraction * place->n_lines >= 1)
    y += place->inset
         + MIN (floor (fraction * place->n_lines), place->n_lines - 1)
               * get_line_height (place);
  return floor (snap (rows, row + 1, MAX (y - reading, 0)));
}

/**
 * starling_prompter_rows_get_height:
 * @rows: (array length=n_rows): rows, from the top
 * @n_rows: how many there are
 *
 * Returns: px that all of them take
 */
double
starling_prompter_rows_get_height (const StarlingPrompterRow *rows,
                                   guint n_rows)
{
  return n_rows > 0 ? rows[n_rows - 1].top + rows[n_rows - 1].height : 0;
}

/**
 * starling_prompter_rows_get_upper:
 * @rows: (array length=n_rows): rows, from the top
 * @n_rows: how many there are
 * @page: px that are seen at a time
 *
 * Returns: px that there are to scroll through: @page where all rows have room
 *   in it; else enough for the last line to get to the reading line
 */
double
starling_prompter_rows_get_upper (const StarlingPrompterRow *rows,
                                  guint n_rows,
                                  double page)
{
  double height = starling_prompter_rows_get_height (rows, n_rows);

  if (height <= page)
    return page;
  return MAX (height, get_wanted (rows, n_rows - 1, 1, page) + page);
}

/**
 * starling_prompter_rows_get_target:
 * @rows: (array length=n_rows): rows, from the top
 * @n_rows: how many there are
 * @page: px that are seen at a time
 * @row: the one being spoken
 * @fraction: how much of it has been spoken, 0 to 1
 *
 * Finds where the row begins on the reading line; of a row that has no room
 * below that, the line being spoken. Above it stand whole lines.
 *
 * Returns: px to scroll to
 */
double
starling_prompter_rows_get_target (const StarlingPrompterRow *rows,
                                   guint n_rows,
                                   double page,
                                   guint row,
                                   double fraction)
{
  if (row >= n_rows)
    return 0;
  return MIN (get_wanted (rows, row, fraction, page),
              starling_prompter_rows_get_upper (rows, n_rows, page) - page);
}
