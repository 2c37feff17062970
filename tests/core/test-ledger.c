/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "storage/ledger.h"

#include <string.h>

#define UUID "0123cdef-89ab-4000-8000-0123456789ab"
#define LONG_ID "an-id-that-is-longer-than-sixteen-bytes"

static char *
make_line (const char *id, const char *at, const char *rest)
{
  return g_strdup_printf ("{\"v\":1,\"id\":\"%s\",\"at\":\"2026-11-23T%sZ\","
                          "\"offset\":60,\"type\":%s}",
                          id, at, rest);
}

static guint
add (StarlingLedger *ledger, const char *id, const char *at, const char *rest)
{
  g_autofree char *line = make_line (id, at, rest);
  g_autoptr (GError) error = NULL;
  guint number
      = starling_ledger_add_line (ledger, line, strlen (line), NULL, &error);

  g_assert_no_error (error);
  return number;
}

#define FORGET "\"forget\",\"scenario\":\"a\""
#define AT "09:15:00.250"

/* What comes in as a line comes out as the same line, or as one that says the
 * same. NULL: the same. */
static const struct
{
  const char *id;
  const char *rest;
  const char *then;
} lines[] = {
  { "e1",
    "\"review\",\"card\":\"a#weak\",\"grade\":4,\"ms\":0,"
    "\"level\":\"sde1\",\"angle\":\"ownership\"",
    NULL },
  { "e1", "\"review\", \"grade\": 4, \"card\": \"a#weak\"",
    "\"review\",\"card\":\"a#weak\",\"grade\":4,\"ms\":0" },
  { UUID,
    "\"quiz\",\"scenario\":\"a\",\"question\":\"q\",\"choice\":2,"
    "\"correct\":true,\"ms\":12",
    NULL },
  { UUID,
    "\"quiz\",\"scenario\":\"a\",\"kind\":\"flag\",\"text\":\"“We”\","
    "\"correct\":false,\"ms\":12",
    NULL },
  { LONG_ID, "\"card\",\"card\":\"a#weak\",\"action\":\"suspend\"", NULL },
  { LONG_ID, "\"undo\",\"of\":\"" UUID "\"", NULL },
  { "e1", "\"undo\",\"of\":\"" LONG_ID "\"", NULL },
  { "sixteen-bytes-id", "\"undo\",\"of\":\"sixteen-bytes-id\"", NULL },
  { "größer", FORGET, NULL },
  { "01234567-89AB-4000-8000-0123456789ab", FORGET, NULL },
  /* what an entry has no room for is kept as it is */
  { "e1", FORGET ", \"mood\": \"good\"", NULL },
  { "e1", "\"review\",\"card\":\"a#weak\",\"grade\":4,\"ms\":5000000000",
    NULL },
  { "e1", "\"rehearsal\",\"scenario\":\"a\", \"note\":\"n\",\"loop\":\"l\"",
    NULL },
  { "e1", "\"loop-end\",\"loop\":\"l\",\"status\":\"ended\"", NULL },
  { "e1", "\"dream\",\"of\":\"sheep\"", NULL },
  { "e1", "\"review\",\"card\":\"a#weak\",\"grade\":9", NULL },
};

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
      g_autofree char *line = make_line (lines[i].id, AT, lines[i].rest);
      g_autofree char *then
          = make_line (lines[i].id, AT,
                       lines[i].then != NULL ? lines[i].then : lines[i].rest);
      guint number = add (ledger, lines[i].id, AT, lines[i].rest);
      g_autofree char *out = starling_ledger_dup_line (ledger, number);
      g_autoptr (StarlingEvent) event
          = starling_ledger_dup_event (ledger, number);
      g_autoptr (StarlingEvent) wanted = starling_event_parse (line, -1, NULL);
      g_autofree char *left = starling_event_to_line (event);
      g_autofree char *right = starling_event_to_line (wanted);

      g_assert_cmpstr (out, ==, then);
      g_assert_cmpstr (event->line, ==, then);
      g_assert_cmpstr (event->id, ==, lines[i].id);
      g_assert_cmpint (event->at, ==, wanted->at);
      g_assert_cmpint (event->type, ==, wanted->type);
      if (event->type != STARLING_EVENT_UNKNOWN)
        g_assert_cmpstr (left, ==, right);
      g_assert_cmpuint (starling_ledger_find (ledger, lines[i].id), ==, number);
    }
}

/* An event that is added as such comes out as it was, too. */
static void
test_events (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
      g_autofree char *line = make_line (lines[i].id, AT, lines[i].rest);
      g_autoptr (StarlingEvent) event = starling_event_parse (line, -1, NULL);
      g_autofree char *out = NULL;

      out = starling_ledger_dup_line (ledger,
                                      starling_ledger_add_event (ledger,
                                                                 event));
      g_assert_cmpstr (out, ==, line);
    }
}

/* An event of another ledger comes over as it is there. */
static void
test_from (void)
{
  g_autoptr (StarlingLedger) copy = starling_ledger_new ();
  g_autofree char *first = NULL;
  guint undo = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
      g_autofree char *id = g_strdup_printf ("%s-%u", lines[i].id, i);
      g_autofree char *wanted = NULL;
      g_autofree char *got = NULL;
      guint number = 0;

      add (ledger, "other", AT, "\"undo\",\"of\":\"another\"");
      number = add (ledger, id, AT, lines[i].rest);
      starling_ledger_mark (ledger, number, STARLING_LEDGER_HELD);
      wanted = starling_ledger_dup_line (ledger, number);
      number = starling_ledger_add_from (copy, ledger, number);
      got = starling_ledger_dup_line (copy, number);
      g_assert_cmpstr (got, ==, wanted);
      g_assert_cmpuint (starling_ledger_find (copy, id), ==, number);
      g_assert_false (
          starling_ledger_has_mark (copy, number, STARLING_LEDGER_HELD));
      g_assert_cmpint (starling_ledger_is_in_loop (copy, number), ==,
                       strstr (wanted, "\"rehearsal\"") != NULL);
      if (i == 0)
        {
          first = g_steal_pointer (&got);
          undo = number;
        }
    }

  /* What is there already stays. */
  {
    g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
    g_autofree char *id = g_strdup_printf ("%s-0", lines[0].id);
    g_autofree char *got = NULL;

    g_assert_cmpuint (starling_ledger_add_from (copy, ledger,
                                                add (ledger, id, AT, FORGET)),
                      ==, undo);
    got = starling_ledger_dup_line (copy, undo);
    g_assert_cmpstr (got, ==, first);
  }
}

/* The first of an id counts; an undo may come before what it names. */
static void
test_ids (void)
{
  g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
  guint undo = add (ledger, "u", AT, "\"undo\",\"of\":\"" UUID "\"");
  guint target = 0;
  g_autofree char *first = NULL;

  g_assert_cmpuint (starling_ledger_find (ledger, UUID), ==,
                    STARLING_LEDGER_NONE);
  g_assert_cmpuint (starling_ledger_get_n_entries (ledger), ==, 2);
  target = add (ledger, UUID, AT, FORGET);
  g_assert_cmpuint (starling_ledger_find (ledger, UUID), ==, target);
  g_assert_cmpuint (starling_ledger_get (ledger, undo)->about, ==, target);
  g_assert_cmpuint (add (ledger, UUID, AT, "\"undo\",\"of\":\"u\""), ==,
                    target);
  first = starling_ledger_dup_line (ledger, target);
  g_assert_nonnull (strstr (first, FORGET));
  g_assert_cmpuint (starling_ledger_get_n_entries (ledger), ==, 2);

  g_assert_false (starling_ledger_mark (ledger, target, STARLING_LEDGER_HELD));
  g_assert_true (starling_ledger_mark (ledger, target, STARLING_LEDGER_HELD));
  g_assert_false (
      starling_ledger_has_mark (ledger, target, STARLING_LEDGER_COUNTED));
  g_assert_false (
      starling_ledger_has_mark (ledger, undo, STARLING_LEDGER_HELD));
  g_assert_false (starling_ledger_has_mark (ledger, STARLING_LEDGER_NONE,
                                            STARLING_LEDGER_HELD));
}

static char *
make_id (guint form, guint n)
{
  /* 0xa… has letters from the start. */
  guint number = 0xa0000000u + n * 7;

  switch (form)
    {
    case 0:
      return g_strdup_printf ("%x", number);
    case 1:
      return g_strdup_printf ("%08x-89ab-4000-8000-0123456789ab", number);
    case 2:
      return g_strdup_printf ("%08X-89ab-4000-8000-0123456789ab", number);
    default:
      return g_strdup_printf ("a-name-with-a-number-%x", number);
    }
}

/* Many of each kind of id are told apart. */
static void
test_many (void)
{
  g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
  guint n = 0;

  for (guint i = 0; i < 16000; i++)
    {
      g_autofree char *id = make_id (i % 4, i / 4);

      g_assert_cmpuint (add (ledger, id, AT, FORGET), ==, n++);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (StarlingEvent) event = starling_ledger_dup_event (ledger, i);

      g_assert_cmpuint (starling_ledger_find (ledger, event->id), ==, i);
    }
}

/* By time, then by the text of the id, of whatever kind. */
static void
test_order (void)
{
  static const char *const ids[] = { "0",
                                     "0123cdef-89ab-4000-8000-0123456789ab",
                                     "0123cdef-89ab-4000-8000-0123456789ac",
                                     "0123cdef-89ac",
                                     "a-longer-id-than-sixteen",
                                     "b" };
  g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) inserted = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 late = add (ledger, "A", "09:15:00.251", FORGET);

  g_array_append_val (sorted, late);
  starling_ledger_insert_sorted (ledger, inserted, late);
  for (guint i = G_N_ELEMENTS (ids); i > 0; i--)
    {
      guint32 number = add (ledger, ids[i - 1], AT, FORGET);

      g_array_append_val (sorted, number);
      starling_ledger_insert_sorted (ledger, inserted, number);
    }
  starling_ledger_sort (ledger, sorted);
  for (guint i = 0; i <= G_N_ELEMENTS (ids); i++)
    {
      guint32 number = g_array_index (sorted, guint32, i);
      g_autoptr (StarlingEvent) event
          = starling_ledger_dup_event (ledger, number);

      g_assert_cmpstr (event->id, ==, i < G_N_ELEMENTS (ids) ? ids[i] : "A");
      g_assert_cmpuint (g_array_index (inserted, guint32, i), ==, number);
    }
}

static void
test_damage (void)
{
  g_autoptr (StarlingLedger) ledger = starling_ledger_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_new = TRUE;

  g_assert_cmpuint (starling_ledger_add_line (ledger, " \r", 2, &is_new,
                                              &error),
                    ==, STARLING_LEDGER_NONE);
  g_assert_no_error (error);
  g_assert_false (is_new);
  g_assert_cmpuint (starling_ledger_add_line (ledger, "rubbish", 7, &is_new,
                                              &error),
                    ==, STARLING_LEDGER_NONE);
  g_assert_nonnull (error);
  g_assert_cmpuint (starling_ledger_get_n_entries (ledger), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/lines", test_lines);
  g_test_add_func ("/ledger/events", test_events);
  g_test_add_func ("/ledger/from", test_from);
  g_test_add_func ("/ledger/ids", test_ids);
  g_test_add_func ("/ledger/many", test_many);
  g_test_add_func ("/ledger/order", test_order);
  g_test_add_func ("/ledger/damage", test_damage);
  return g_test_run ();
}
