/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/random.h"

/* The numbers of the reference implementation, by Vigna, for this seed. */
static void
test_reference (void)
{
  static const guint64 expected[] = {
    G_GUINT64_CONSTANT (6457827717110365317),
    G_GUINT64_CONSTANT (3203168211198807973),
    G_GUINT64_CONSTANT (9817491932198370423),
    G_GUINT64_CONSTANT (4593380528125082431),
    G_GUINT64_CONSTANT (16408922859458223821),
  };
  guint64 state = 1234567;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpuint (starling_random_next (&state), ==, expected[i]);
}

/* All below the bound, and each about as often as any other. */
static void
test_below (void)
{
  static const guint bounds[] = { 1, 2, 3, 7, 10 };
  guint64 state = 7;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      guint counts[10] = { 0 };

      for (guint j = 0; j < 1000 * bounds[i]; j++)
        {
          guint number = starling_random_below (&state, bounds[i]);

          g_assert_cmpuint (number, <, bounds[i]);
          counts[number]++;
        }
      for (guint j = 0; j < bounds[i]; j++)
        {
          g_assert_cmpuint (counts[j], >, 850);
          g_assert_cmpuint (counts[j], <, 1150);
        }
    }
}

/* Each of the six orders of three comes up, about as often as any other. */
static void
test_shuffle (void)
{
  guint64 state = 3;
  guint counts[27] = { 0 };
  guint n_orders = 0;

  starling_random_shuffle (&state, NULL, 0);
  for (guint i = 0; i < 6000; i++)
    {
      guint numbers[] = { 0, 1, 2 };

      starling_random_shuffle (&state, numbers, G_N_ELEMENTS (numbers));
      counts[numbers[0] * 9 + numbers[1] * 3 + numbers[2]]++;
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > 0)
      {
        n_orders++;
        g_assert_cmpuint (counts[i], >, 850);
        g_assert_cmpuint (counts[i], <, 1150);
      }
  g_assert_cmpuint (n_orders, ==, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/random/reference", test_reference);
  g_test_add_func ("/random/below", test_below);
  g_test_add_func ("/random/shuffle", test_shuffle);
  return g_test_run ();
}
