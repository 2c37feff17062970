/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/error.h"
#include "model/catalogue.h"
#include "support.h"

#include <string.h>

static const char good[]
    = "{\"format\":\"starling-catalogue\",\"version\":1,\n"
      "\"levels\":[\n"
      "{\"id\":\"sde1\",\"name\":\"One\",\"guidance\":\"g1\",\"bar\":\"b1\","
      "\"seconds\":{\"min\":90,\"max\":120}},\n"
      "{\"id\":\"sde2\",\"name\":\"Two\",\"guidance\":\"g2\",\"bar\":\"b2\","
      "\"seconds\":{\"min\":120,\"max\":180}},\n"
      "{\"id\":\"senior\",\"name\":\"Three\",\"guidance\":\"g3\",\"bar\":"
      "\"b3\","
      "\"seconds\":{\"min\":150,\"max\":180}}],\n"
      "\"principles\":[\n"
      "{\"id\":\"ownership\",\"name\":\"Ownership\",\"summary\":\"s\","
      "\"looks_for\":[\"x\",\"y\"]},\n"
      "{\"id\":\"dive-deep\",\"name\":\"Dive Deep\",\"summary\":\"d\","
      "\"looks_for\":[\"z\"]}]}\n";

static StarlingCatalogue *
parse (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return starling_catalogue_new_from_bytes (bytes, "c.json", error);
}

static void
test_good (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingCatalogue) catalogue = parse (good, &error);
  const StarlingPrinciple *principle;
  const StarlingLevelInfo *level;

  g_assert_no_error (error);
  g_assert_cmpuint (starling_catalogue_get_n_principles (catalogue), ==, 2);
  g_assert_cmpint (starling_catalogue_find_principle (catalogue, "dive-deep"),
                   ==, 1);
  g_assert_cmpint (starling_catalogue_find_principle (catalogue, "frugality"),
                   ==, STARLING_AS_TOLD);
  principle = starling_catalogue_get_principle (catalogue, 0);
  g_assert_cmpstr (principle->id, ==, "ownership");
  g_assert_cmpstr (principle->name, ==, "Ownership");
  g_assert_cmpstr (principle->summary, ==, "s");
  g_assert_cmpuint (g_strv_length (principle->looks_for), ==, 2);
  level = starling_catalogue_get_level (catalogue, STARLING_LEVEL_SENIOR);
  g_assert_cmpstr (level->id, ==, "senior");
  g_assert_cmpstr (level->name, ==, "Three");
  g_assert_cmpstr (level->guidance, ==, "g3");
  g_assert_cmpstr (level->bar, ==, "b3");
  g_assert_cmpuint (level->min_seconds, ==, 150);
  g_assert_cmpuint (level->max_seconds, ==, 180);
}

/* The catalogue that the program brings. */
static void
test_own (void)
{
  static const struct
  {
    guint min, max;
  } ranges[] = { { 90, 120 }, { 120, 180 }, { 150, 180 } };
  g_autoptr (StarlingCatalogue) catalogue = test_load_catalogue ();

  g_assert_cmpuint (starling_catalogue_get_n_principles (catalogue), ==, 16);
  for (guint i = 0; i < STARLING_N_LEVELS; i++)
    {
      const StarlingLevelInfo *level
          = starling_catalogue_get_level (catalogue, (StarlingLevel) i);

      g_assert_cmpuint (level->min_seconds, ==, ranges[i].min);
      g_assert_cmpuint (level->max_seconds, ==, ranges[i].max);
    }
}

static void
test_bad (void)
{
  const struct
  {
    const char *from; /* in the good one; the first occurrence */
    const char *to;
    const char *message;
  } cases[] = {
    { "{\"format\"", "", "c.json:1:1: error: $: write" },
    { "starling-catalogue", "starling-pack", "c.json:1:11: error: $.format: " },
    { "\"version\":1", "\"version\":2", "c.json:1:42: error: $.version: " },
    { "\"version\":1,", "", "$: add the member \"version\": 1" },
    { "sde1", "sde2", "c.json:3:7: error: $.levels[0].id: write \"sde1\"" },
    { "sde1", "sde3", "c.json:3:7: error: $.levels[0].id: " },
    { "\"bar\":\"b2\"", "\"bar\":7", "$.levels[1].bar: write a text" },
    { "\"min\":90", "\"min\":121",
      "$.levels[0].seconds.min: write a number "
      "that is not above \"max\"" },
    { "\"min\":90", "\"min\":29", "$.levels[0].seconds.min: " },
    { "dive-deep", "ownership", "c.json:8:7: error: $.principles[1].id: " },
    { "dive-deep", "Dive Deep", "$.principles[1].id: write an id" },
    { "[\"z\"]", "[]", "$.principles[1].looks_for: list at least 1" },
    { "\"looks_for\":[\"z\"]", "\"x\":1", "add the member \"looks_for\"" },
    { "\"name\":\"Two\"", "\"name\":\"Two\",\"name\":\"2\"",
      "c.json:4:27: error: $.levels[1].name: remove this member" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *at = strstr (good, cases[i].from);
      g_autoptr (GString) text = g_string_new (good);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (at);
      g_string_erase (text, at - good, (gssize) strlen (cases[i].from));
      g_string_insert (text, at - good, cases[i].to);
      g_assert_null (parse (text->str, &error));
      g_assert_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_INVALID);
      if (strstr (error->message, cases[i].message) == NULL)
        g_error ("‘%s’ does not say ‘%s’", error->message, cases[i].message);
    }
}

static void
test_empty (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (parse ("", &error));
  g_assert_error (error, STARLING_PACK_ERROR, STARLING_PACK_ERROR_INVALID);
}

static void
test_ids (void)
{
  static const char *const levels[] = { "sde1", "sde2", "senior" };
  static const char *const steps[]
      = { "situation", "task", "action", "result", "reflection" };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      StarlingLevel level;

      g_assert_cmpstr (starling_level_to_id ((StarlingLevel) i), ==, levels[i]);
      g_assert_true (starling_level_from_id (levels[i], &level));
      g_assert_cmpint (level, ==, (int) i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      StarlingStepId step;

      g_assert_cmpstr (starling_step_to_id ((StarlingStepId) i), ==, steps[i]);
      g_assert_true (starling_step_from_id (steps[i], &step));
      g_assert_cmpint (step, ==, (int) i);
    }
  g_assert_false (starling_level_from_id ("SDE1", NULL));
  g_assert_false (starling_level_from_id (NULL, NULL));
  g_assert_false (starling_step_from_id ("", NULL));
  g_assert_false (starling_step_from_id (NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/catalogue/good", test_good);
  g_test_add_func ("/catalogue/own", test_own);
  g_test_add_func ("/catalogue/bad", test_bad);
  g_test_add_func ("/catalogue/empty", test_empty);
  g_test_add_func ("/catalogue/ids", test_ids);
  return g_test_run ();
}
