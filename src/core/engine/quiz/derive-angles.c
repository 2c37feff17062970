/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "engine/quiz/derive-private.h"

#include "base/text.h"

static void
fill_in (StarlingQuestion *question,
         const StarlingAngle *angle,
         const char *subject)
{
  question->explanation
      = g_strdup_printf ("%s %s", angle->emphasize, angle->downplay);
  question->subject = g_strdup (subject);
}

/* Which principle does this lead serve? The others have leads of their own. */
static void
add_lead (StarlingDerive *self, const StarlingAngle *angle)
{
  const char *name = starling_derive_principle_name (self, angle->principle);
  g_autoptr (GPtrArray) wrong = starling_derive_options_new ();
  g_autoptr (StarlingOption) right = starling_derive_option_new (
      g_strdup (name),
      starling_derive_say (self, N_ ("This is how the story opens for it.")));
  StarlingQuestion *question;

  if (starling_text_find (angle->lead, name, 0, NULL))
    return;

  for (guint i = 0; i < self->scenario->angles->len; i++)
    {
      const StarlingAngle *other
          = g_ptr_array_index (self->scenario->angles, i);

      if (other->principle != angle->principle)
        g_ptr_array_add (wrong, starling_derive_option_new (
                                    g_strdup (starling_derive_principle_name (
                                        self, other->principle)),
                                    g_strdup (other->lead)));
    }
  question
      = starling_derive_begin (self, STARLING_QUESTION_ANGLE, "angle.lead",
                               starling_derive_principle_id (self,
                                                             angle->principle));
  question->question = starling_derive_say (
      self, N_ ("Which principle does this way of telling it serve?"));
  question->quote = g_strdup (angle->lead);
  fill_in (question, angle, "lead");
  starling_derive_finish (self, question, right, wrong, 2);
}

/* You tell it for a principle: how do you open? */
static void
add_opening (StarlingDerive *self, const StarlingAngle *angle)
{
  const char *name = starling_derive_principle_name (self, angle->principle);
  g_autoptr (GPtrArray) wrong = starling_derive_options_new ();
  g_autoptr (StarlingOption) right
      = starling_derive_option_new (g_strdup (angle->lead),
                                    g_strdup (angle->emphasize));
  StarlingQuestion *question;

  if (starling_text_find (angle->lead, name, 0, NULL))
    return;

  for (guint i = 0; i < self->scenario->angles->len; i++)
    {
      const StarlingAngle *other
          = g_ptr_array_index (self->scenario->angles, i);

      if (other->principle != angle->principle)
        g_ptr_array_add (
            wrong, starling_derive_option_new (
                       g_strdup (other->lead),
                       starling_derive_say (self, N_ ("This opens it for %s."),
                                            starling_derive_principle_name (
                                                self, other->principle))));
    }
  question
      = starling_derive_begin (self, STARLING_QUESTION_ANGLE, "angle.opening",
                               starling_derive_principle_id (self,
                                                             angle->principle));
  question->question = starling_derive_say (
      self, N_ ("You tell this story for %s. How do you open?"), name);
  fill_in (question, angle, "lead");
  starling_derive_finish (self, question, right, wrong, 2);
}

/* The sentences that are emphasised for a principle, or those kept short. */
static GPtrArray *
list_sentences (StarlingDerive *self, int principle, gboolean lean)
{
  GPtrArray *options = starling_derive_options_new ();
  const char *name = starling_derive_principle_name (self, principle);

  for (guint i = 0; i < self->spoken->len; i++)
    {
      const StarlingPassage *passage
          = g_array_index (self->spoken, StarlingSpoken, i).passage;
      StarlingPrincipleSet set = lean ? passage->emphasize : passage->downplay;

      if (set & STARLING_PRINCIPLE_BIT (principle)
          && starling_derive_stands_alone (passage->text))
        g_ptr_array_add (options, starling_derive_option_new (
                                      starling_derive_quote (passage->text),
                                      starling_derive_say (
                                          self,
                                          lean ? N_ ("Lean on this for %s.")
                                               : N_ ("Keep it short for %s."),
                                          name)));
    }
  return options;
}

static void
add_emphasis (StarlingDerive *self, const StarlingAngle *angle, gboolean lean)
{
  g_autoptr (GPtrArray) right = list_sentences (self, angle->principle, lean);
  g_autoptr (GPtrArray) wrong = list_sentences (self, angle->principle, !lean);
  StarlingQuestion *question;

  if (right->len == 0)
    return;

  question
      = starling_derive_begin (self, STARLING_QUESTION_ANGLE,
                               lean ? "angle.lean" : "angle.short",
                               starling_derive_principle_id (self,
                                                             angle->principle));
  question->question
      = starling_derive_say (self,
                             lean ? N_ ("You tell this story for %s. Which "
                                        "sentence do you lean on?")
                                  : N_ ("You tell this story for %s. Which "
                                        "sentence do you keep short?"),
                             starling_derive_principle_name (self,
                                                             angle->principle));
  fill_in (question, angle, NULL);
  question->subject
      = g_strconcat ("emphasis.",
                     starling_derive_principle_id (self, angle->principle),
                     NULL);
  starling_derive_finish (self, question,
                          g_ptr_array_index (right,
                                             self->source->seed % right->len),
                          wrong, 2);
}

/**
 * starling_derive_angles:
 * @self: what is being made
 *
 * Adds the questions how a story is told for its angles.
 */
void
starling_derive_angles (StarlingDerive *self)
{
  for (guint i = 0; i < self->scenario->angles->len; i++)
    {
      const StarlingAngle *angle
          = g_ptr_array_index (self->scenario->angles, i);

      add_lead (self, angle);
      add_opening (self, angle);
      add_emphasis (self, angle, TRUE);
      add_emphasis (self, angle, FALSE);
    }
}
