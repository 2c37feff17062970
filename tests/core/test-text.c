/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "base/text.h"

#include <string.h>

/* The spans as `[index:words]…`. */
static char *
describe (const char *text, GArray *spans)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      const StarlingSpan *span = &g_array_index (spans, StarlingSpan, i);

      g_assert_cmpuint (span->start, <, span->end);
      g_assert_cmpuint (span->end, <=, strlen (text));
      g_string_append_printf (found, "[%u:%.*s]", span->index,
                              (int) (span->end - span->start),
                              text + span->start);
    }
  return g_string_free (found, FALSE);
}

static void
test_find (void)
{
  const struct
  {
    const char *text;
    const char *phrase;
    const char *found; /* NULL: not at all */
  } cases[] = {
    { "I pulled the logs.", "i PULLED", "I pulled" },
    { "There were no tickets.", "no ticket", "no ticket" },
    { "nobody’s ticket", "nobody's", "nobody’s" },
    { "nobody's ticket", "nobody’s", "nobody's" },
    { "It cost $8,000 a week", "$8,000", "$8,000" },
    { "ÉLAN vital", "élan", "ÉLAN" },
    { "Maße und MASSE", "masse", "MASSE" }, /* simple folding: ß is one */
    { "ΟΔΟΣ", "οδος", "ΟΔΟΣ" },             /* both small sigmas */
    { "οδος", "ΟΔΟΣ", "οδος" },
    { "İzmir", "izmir", NULL }, /* letters of their own */
    { "ılık", "ILIK", NULL },
    { "aab", "ab", "ab" },
    { "0.3 % to zero", "0.3% to zero", NULL },
    { "short", "shorter", NULL },
    { "", "a", NULL },
    { "a", "", NULL },
    { "😀 a 😀", "a 😀", "a 😀" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      StarlingSpan span = { 9, 9, 9 };
      gboolean found
          = starling_text_find (cases[i].text, cases[i].phrase, 0, &span);

      g_test_message ("%s in %s", cases[i].phrase, cases[i].text);
      g_assert_cmpint (found, ==, cases[i].found != NULL);
      g_assert_cmpint (starling_text_find (cases[i].text, cases[i].phrase, 0,
                                           NULL),
                       ==, found);
      if (found)
        {
          g_autofree char *part
              = g_strndup (cases[i].text + span.start, span.end - span.start);

          g_assert_cmpstr (part, ==, cases[i].found);
          g_assert_cmpuint (span.index, ==, 0);
        }
    }
}

static void
test_find_from (void)
{
  const char *text = "one and One";
  StarlingSpan span = { 0 };

  g_assert_true (starling_text_find (text, "one", 0, &span));
  g_assert_cmpuint (span.start, ==, 0);
  g_assert_true (starling_text_find (text, "one", span.end, &span));
  g_assert_cmpuint (span.start, ==, 8);
  g_assert_cmpuint (span.end, ==, strlen (text));
  g_assert_false (starling_text_find (text, "one", span.end, &span));
}

static void
test_find_phrases (void)
{
  const struct
  {
    const char *text;
    const char *phrases[4];
    const char *found;
  } cases[] = {
    { "I saw no ticket and no alert.",
      { "no alert", "no ticket" },
      "[1:no ticket][0:no alert]" },
    { "A ticket, no ticket, a TICKET.",
      { "ticket", "no ticket" },
      "[0:ticket][1:no ticket][0:TICKET]" },
    { "abcd", { "bc", "ab", "cd" }, "[0:bc]" }, /* equal: the earlier phrase */
    { "aaaa", { "aa" }, "[0:aa][0:aa]" },
    { "same same", { "same", "same" }, "[0:same][0:same]" },
    { "nothing here", { "absent", "" }, "" },
    { "text", { NULL }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) spans
          = starling_text_find_phrases (cases[i].text, cases[i].phrases);
      g_autofree char *found = describe (cases[i].text, spans);

      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_find_reasons (void)
{
  const struct
  {
    const char *text;
    const char *why;
    const char *found;
    const char *reasons; /* joined by | */
  } cases[] = {
    { "I sent a Slack message and they handled it.",
      "“Sent a Slack message” is routing, not ownership. It confirms the "
      "hand-off: \"they handled it.\" Nothing else was done.",
      "[0:sent a Slack message][1:they handled it]",
      "“Sent a Slack message” is routing, not ownership.|It confirms the "
      "hand-off: \"they handled it.\"|Nothing else was done." },
    { "It was fine.", "No figures. No names!", "", "No figures.|No names!" },
    { "We did. We did.", "“We did.” hides who. Again “we did”.",
      "[0:We did][1:We did]", "“We did.” hides who.|Again “we did”." },
    { "It got better, e.g. 2.5 times.",
      "How much is “better”, e.g. in seconds? 2.5 times what?", "[0:better]",
      "How much is “better”, e.g. in seconds?|2.5 times what?" },
    { "A. B. C.", "He says “A. B.” and stops.", "[0:A. B]",
      "He says “A. B.” and stops." },
    { "left open", "It says “left open and goes on. Then ends.", "",
      "It says “left open and goes on.|Then ends." },
    { "lines", "One line\nAnother “lines” line", "[1:lines]",
      "One line|Another “lines” line" },
    { "text", "“” and “ ” are empty.", "", "“” and “ ” are empty." },
    { "text", "  ", "", "" },
    { "", "“Gone” is not there.", "", "“Gone” is not there." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) reasons = NULL;
      g_autoptr (GArray) spans
          = starling_text_find_reasons (cases[i].text, cases[i].why, &reasons);
      g_autofree char *found = describe (cases[i].text, spans);
      g_autofree char *joined = NULL;

      g_ptr_array_add (reasons, NULL);
      joined = g_strjoinv ("|", (char **) reasons->pdata);
      g_assert_cmpstr (joined, ==, cases[i].reasons);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_fold (void)
{
  const struct
  {
    const char *text;
    const char *folded;
  } cases[] = {
    { "Dead Letter Queue", "dead letter queue" },
    { "Zoë’s ÉLAN", "zoe's elan" },
    { "Straße", "strasse" },
    { "ﬁne", "fine" },
    { "e\xcc\x81", "e" },
    { "Ångström 10³", "angstrom 103" },
    { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = starling_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
test_count_words (void)
{
  const struct
  {
    const char *text;
    guint n_words;
  } cases[] = {
    { "", 0 },
    { "  \n ", 0 },
    { "one", 1 },
    { " two  words\n", 2 },
    { "cut it – by half", 4 }, /* a dash is not spoken */
    { "0.3 % of nobody’s webhooks", 4 },
    { "ready-to-merge", 1 },
    { "été à Zürich", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (starling_text_count_words (cases[i].text), ==,
                      cases[i].n_words);
}

static void
test_format_times (void)
{
  const struct
  {
    gint64 seconds;
    const char *clock;
    const char *duration;
  } cases[] = {
    { 0, "0:00", "0 s" },
    { 5, "0:05", "5 s" },
    { 30, "0:30", "30 s" },
    { 54, "0:54", "54 s" },
    { 60, "1:00", "1 min" },
    { 120, "2:00", "2 min" },
    { 175, "2:55", "2 min 55 s" },
    { 3599, "59:59", "59 min 59 s" },
    { 3600, "1:00:00", "1 h" },
    { 3723, "1:02:03", "1 h 2 min 3 s" },
    { -65, "1:05", "1 min 5 s" },
    { G_MININT64, "2562047788015215:30:08", "2562047788015215 h 30 min 8 s" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clock = starling_text_format_clock (cases[i].seconds);
      g_autofree char *duration
          = starling_text_format_duration (cases[i].seconds);

      g_assert_cmpstr (clock, ==, cases[i].clock);
      g_assert_cmpstr (duration, ==, cases[i].duration);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/find", test_find);
  g_test_add_func ("/text/find-from", test_find_from);
  g_test_add_func ("/text/find-phrases", test_find_phrases);
  g_test_add_func ("/text/find-reasons", test_find_reasons);
  g_test_add_func ("/text/fold", test_fold);
  g_test_add_func ("/text/count-words", test_count_words);
  g_test_add_func ("/text/format-times", test_format_times);
  return g_test_run ();
}
