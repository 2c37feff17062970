/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/random.h"

/**
 * starling_random_next:
 * @state: (inout): where it stands
 *
 * SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014, with the constants of Java's SplittableRandom.
 *
 * Returns: any number
 */
guint64
starling_random_next (guint64 *state)
{
  guint64 z = (*state += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return z ^ (z >> 31);
}

/**
 * starling_random_below:
 * @state: (inout): where it stands
 * @bound: not 0
 *
 * Draws that would favour the small ones are thrown away.
 *
 * Returns: a number below @bound, all equally likely
 */
guint
starling_random_below (guint64 *state, guint bound)
{
  guint64 threshold = (0 - (guint64) bound) % bound;
  guint64 number;

  do
    number = starling_random_next (state);
  while (number < threshold);

  return (guint) (number % bound);
}

/**
 * starling_random_shuffle:
 * @state: (inout): where it stands
 * @numbers: (array length=n_numbers): what to put into any order
 * @n_numbers: how many
 *
 * Shuffles: Durstenfeld, "Algorithm 235: Random permutation", Communications
 * of the ACM 7 (1964).
 */
void
starling_random_shuffle (guint64 *state, guint *numbers, guint n_numbers)
{
  for (guint i = n_numbers; i > 1; i--)
    {
      guint j = starling_random_below (state, i);
      guint number = numbers[i - 1];

      numbers[i - 1] = numbers[j];
      numbers[j] = number;
    }
}
