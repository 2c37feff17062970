/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "widgets/labels.h"

#include <glib/gi18n.h>

/**
 * starling_level_get_name:
 * @level: a level
 *
 * Returns: (transfer none): its translated name, such as "SDE 1"
 */
const char *
starling_level_get_name (StarlingLevel level)
{
  switch (level)
    {
    case STARLING_LEVEL_SDE1:
      return _ ("SDE 1");
    case STARLING_LEVEL_SDE2:
      return _ ("SDE 2");
    case STARLING_LEVEL_SENIOR:
    default:
      return _ ("Senior SDE");
    }
}

/**
 * starling_step_get_title:
 * @step: a step
 *
 * Returns: (transfer none): its translated title, such as "Situation"
 */
const char *
starling_step_get_title (StarlingStepId step)
{
  switch (step)
    {
    case STARLING_STEP_SITUATION:
      return _ ("Situation");
    case STARLING_STEP_TASK:
      return _ ("Task");
    case STARLING_STEP_ACTION:
      return _ ("Action");
    case STARLING_STEP_RESULT:
      return _ ("Result");
    case STARLING_STEP_REFLECTION:
    default:
      return _ ("Reflection");
    }
}

/**
 * starling_step_get_letter:
 * @step: a step
 *
 * Returns: (transfer none): the letter on its badge; the reflection has a lamp
 *   there, and "R" as well where only a letter can stand
 */
const char *
starling_step_get_letter (StarlingStepId step)
{
  switch (step)
    {
    case STARLING_STEP_SITUATION:
      return C_ ("badge of the Situation", "S");
    case STARLING_STEP_TASK:
      return C_ ("badge of the Task", "T");
    case STARLING_STEP_ACTION:
      return C_ ("badge of the Action", "A");
    case STARLING_STEP_RESULT:
      return C_ ("badge of the Result", "R");
    case STARLING_STEP_REFLECTION:
    default:
      return C_ ("badge of the Reflection", "R");
    }
}
