/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/clock.h"
#include "base/random.h"
#include "storage/flat.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define HEAD                                                                   \
  "{\"v\":1,\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00.250Z\",\"offset\":60,"
#define MUTATIONS 150000

/* Lines as this program and others write them, and whether they are flat. */
static const struct
{
  gboolean flat;
  const char *line;
} lines[] = {
  { TRUE, HEAD "\"type\":\"review\",\"card\":\"a#step.task\",\"grade\":3,"
               "\"ms\":4100,\"level\":\"sde2\",\"angle\":\"dive-deep\"}" },
  { TRUE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":1}" },
  { TRUE, HEAD "\"type\":\"quiz\",\"scenario\":\"a\",\"level\":\"senior\","
               "\"angle\":\"ownership\",\"question\":\"q1\",\"choice\":3,"
               "\"correct\":true,\"ms\":4294967295}" },
  { TRUE, HEAD "\"type\":\"quiz\",\"scenario\":\"a\",\"kind\":\"flag\","
               "\"text\":\"They fixed it\",\"correct\":false}" },
  { TRUE, HEAD "\"type\":\"quiz\",\"scenario\":\"a\",\"kind\":\"flag\","
               "\"text\":\"\",\"correct\":false}" },
  { TRUE, HEAD "\"type\":\"card\",\"card\":\"a#weak\",\"action\":\"bury\"}" },
  { TRUE, HEAD "\"type\":\"undo\",\"of\":\"e0\"}" },
  { TRUE, HEAD "\"type\":\"forget\",\"scenario\":\"a\"}" },
  /* another order, other spaces, no version, no offset */
  { TRUE, " { \"type\" : \"undo\" ,\t\"of\": \"e0\", \"id\": \"e1\", "
          "\"at\": \"2026-11-23T09:15:00.250Z\" } \r" },
  { TRUE, "{\"id\":\"e1\",\"at\":\"0001-01-01T00:00:00.000Z\","
          "\"offset\":-1440,\"type\":\"undo\",\"of\":\"e0\"}" },
  { TRUE, "{\"id\":\"e1\",\"at\":\"9999-12-31T23:59:59.999Z\","
          "\"offset\":1440,\"type\":\"undo\",\"of\":\"e0\"}" },
  { TRUE, "{\"id\":\"e1\",\"at\":\"2024-02-29T00:00:00.001Z\","
          "\"type\":\"undo\",\"of\":\"e0\"}" },
  /* what cannot be written again, or is not as usual: the other reader's */
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":1,"
                "\"mood\":\"good\"}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":1,"
                "\"of\":\"e0\"}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":1,"
                "\"angle\":null}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"\\u0061#weak\",\"grade\":1}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"ä#weak\",\"grade\":1}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":1.0}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":1,"
                "\"ms\":4294967296}" },
  { FALSE, HEAD "\"type\":\"loop-end\",\"loop\":\"e0\",\"status\":\"done\"}" },
  { FALSE, "{\"id\":\"e1\",\"at\":\"2026-11-23T10:15:00.250+01:00\","
           "\"type\":\"undo\",\"of\":\"e0\"}" },
  { FALSE, "{\"id\":\"e1\",\"at\":\"2026-11-23T10:15:00Z\","
           "\"type\":\"undo\",\"of\":\"e0\"}" },
  /* what is no event of its type */
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\"}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":5}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":01}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a#weak\",\"grade\":1,"
                "\"grade\":2}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"\",\"grade\":1}" },
  { FALSE, HEAD "\"type\":\"review\",\"card\":\"a\x7f\",\"grade\":1}" },
  { FALSE, HEAD "\"type\":\"quiz\",\"scenario\":\"a\",\"correct\":true}" },
  { FALSE, HEAD "\"type\":\"quiz\",\"scenario\":\"a\",\"question\":\"q\","
                "\"choice\":-1,\"correct\":true}" },
  { FALSE, HEAD "\"type\":\"card\",\"card\":\"a\",\"action\":\"burn\"}" },
  { FALSE, HEAD "\"type\":\"undo\",\"of\":\"e0\"}}" },
  { FALSE, HEAD "\"type\":\"undo\",\"of\":\"e0\",}" },
  { FALSE, HEAD "\"type\":\"undo\",\"of\":\"e0\"" },
  { FALSE, HEAD "\"type\":\"undo\" \"of\":\"e0\"}" },
  { FALSE, "{\"v\":2,\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00.250Z\","
           "\"type\":\"undo\",\"of\":\"e0\"}" },
  { FALSE, "{\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00.250Z\",\"offset\":1441,"
           "\"type\":\"undo\",\"of\":\"e0\"}" },
  { FALSE, "{\"id\":\"e1\",\"at\":\"2026-11-23T09:15:00.250Z\",\"offset\":-0,"
           "\"type\":\"undo\",\"of\":\"e0\"}" },
  { FALSE, "{\"id\":\"e1\",\"at\":\"2023-02-29T00:00:00.001Z\","
           "\"type\":\"undo\",\"of\":\"e0\"}" },
  { FALSE, "{\"id\":\"e1\",\"at\":\"2026-11-23T24:00:00.000Z\","
           "\"type\":\"undo\",\"of\":\"e0\"}" },
  { FALSE, "{\"id\":\"e1\",\"type\":\"undo\",\"of\":\"e0\"}" },
  { FALSE, "" },
  { FALSE, "{" },
};

static void
assert_piece (const StarlingPiece *piece, const char *text)
{
  g_autofree char *copy = NULL;

  if (piece->start != NULL)
    copy = g_strndup (piece->start, piece->length);
  g_assert_cmpstr (copy, ==, text);
}

/* Both readers say the same. */
static void
assert_same (const StarlingFlat *flat, const StarlingEvent *event)
{
  g_assert_cmpint (flat->type, ==, event->type);
  assert_piece (&flat->id, event->id);
  g_assert_cmpint (flat->at, ==, event->at);
  g_assert_cmpint (flat->offset, ==, event->offset);
  g_assert_cmpint (flat->level, ==, event->level);
  g_assert_cmpint (flat->ms, ==, event->ms);
  assert_piece (&flat->scenario, event->scenario);
  assert_piece (&flat->card, event->card);
  assert_piece (&flat->question, event->question);
  assert_piece (&flat->kind, event->kind);
  assert_piece (&flat->text, event->text);
  assert_piece (&flat->angle, event->angle);
  assert_piece (&flat->action, event->action);
  assert_piece (&flat->of, event->of);
  g_assert_cmpint (flat->grade, ==, event->grade);
  g_assert_cmpint (flat->choice, ==, event->choice);
  g_assert_cmpint (flat->correct, ==, event->correct);
}

static void
assert_member (JsonObject *object, const char *name, const StarlingPiece *piece)
{
  g_assert_cmpint (json_object_has_member (object, name), ==,
                   piece->start != NULL);
  if (piece->start != NULL)
    assert_piece (piece, json_object_get_string_member (object, name));
}

/* What json-glib reads, which knows nothing of events, is in it, too. */
static void
assert_json (const StarlingFlat *flat, JsonObject *object)
{
  assert_member (object, "id", &flat->id);
  assert_member (object, "scenario", &flat->scenario);
  assert_member (object, "card", &flat->card);
  assert_member (object, "question", &flat->question);
  assert_member (object, "kind", &flat->kind);
  assert_member (object, "text", &flat->text);
  assert_member (object, "angle", &flat->angle);
  assert_member (object, "action", &flat->action);
  assert_member (object, "of", &flat->of);
  g_assert_cmpstr (json_object_get_string_member (object, "type"), ==,
                   starling_event_type_to_id (flat->type));
  g_assert_cmpint (json_object_get_int_member_with_default (object, "offset",
                                                            0),
                   ==, flat->offset);
  g_assert_cmpint (json_object_get_int_member_with_default (object, "ms", 0),
                   ==, flat->ms);
  g_assert_cmpint (json_object_get_int_member_with_default (object, "grade", 0),
                   ==, flat->grade);
  g_assert_cmpint (json_object_get_int_member_with_default (object, "choice",
                                                            -1),
                   ==, flat->choice);
  g_assert_cmpint (json_object_get_boolean_member_with_default (object,
                                                                "correct",
                                                                FALSE),
                   ==, flat->correct);
}

/* Returns whether @line is flat; then all readers must agree on it. */
static gboolean
check (const char *line, gsize length)
{
  StarlingFlat flat;
  g_autoptr (GError) error = NULL;
  g_autoptr (StarlingEvent) event = NULL;
  g_autoptr (JsonParser) parser = NULL;

  if (!starling_flat_read (line, length, &flat))
    return FALSE;
  event = starling_event_parse (line, (gssize) length, &error);
  g_assert_no_error (error);
  assert_same (&flat, event);

  parser = json_parser_new ();
  json_parser_load_from_data (parser, line, (gssize) length, &error);
  g_assert_no_error (error);
  assert_json (&flat, json_node_get_object (json_parser_get_root (parser)));
  return TRUE;
}

static void
test_lines (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_test_message ("%s", lines[i].line);
      g_assert_cmpint (check (lines[i].line, strlen (lines[i].line)), ==,
                       lines[i].flat);
    }
}

/* Each second of a day and each millisecond, of a few hundred days. */
static void
test_times (void)
{
  for (guint i = 0; i < 86400; i++)
    {
      gint64 at = (gint64) (i * 31) * 24 * 3600 * 1000 + i * 1000 + i % 1000;
      g_autofree char *text = starling_time_format_utc (at);
      g_autofree char *line = g_strdup_printf (
          "{\"id\":\"e\",\"at\":\"%s\",\"type\":\"undo\",\"of\":\"e0\"}", text);
      StarlingFlat flat;

      if (!starling_flat_read (line, strlen (line), &flat))
        g_error ("%s", line);
      g_assert_cmpint (flat.at, ==, at);
    }
}

/* Changes a byte, cuts bytes out, or doubles some. */
static void
mutate (guint64 *random, GString *text)
{
  static const char usual[] = "{}[]\",:\\ 0123456789-+.eEtrunlzaq\t\r\x7f\xc3";
  gsize at = starling_random_below (random, (guint) text->len);
  gsize n = 1 + starling_random_below (random, 6);

  n = MIN (n, text->len - at);
  switch (starling_random_below (random, 4))
    {
    case 0:
      text->str[at] = usual[starling_random_below (random, sizeof usual - 1)];
      break;
    case 1:
      g_string_erase (text, (gssize) at, (gssize) n);
      break;
    case 2:
      g_string_insert_c (
          text, (gssize) at,
          usual[starling_random_below (random, sizeof usual - 1)]);
      break;
    default:
      {
        g_autofree char *piece = g_strndup (text->str + at, n);

        g_string_insert (text, (gssize) at, piece);
      }
    }
}

/* Whatever happens to a line, what is read as flat is read rightly. */
static void
test_mutations (void)
{
  guint64 random = 20261126;
  guint n_flat = 0;

  for (guint i = 0; i < MUTATIONS; i++)
    {
      const char *line = lines[i % G_N_ELEMENTS (lines)].line;
      g_autoptr (GString) text = g_string_new (line);
      guint n = 1 + starling_random_below (&random, 2);

      for (; n > 0 && text->len > 0; n--)
        mutate (&random, text);
      n_flat += check (text->str, text->len) ? 1 : 0;
    }
  g_test_message ("%u of %u mutated lines are flat", n_flat, MUTATIONS);
  g_assert_cmpuint (n_flat, >, MUTATIONS / 100);
  g_assert_cmpuint (n_flat, <, MUTATIONS / 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flat/lines", test_lines);
  g_test_add_func ("/flat/times", test_times);
  g_test_add_func ("/flat/mutations", test_mutations);
  return g_test_run ();
}
