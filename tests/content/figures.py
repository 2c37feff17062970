# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures in a text, in digits or words: what they are worth, and of what."""

import re

import story

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SMALL = {word: i for i, word in enumerate(ONES)}
SMALL.update({word: 20 + 10 * i for i, word in enumerate(TENS)})
SMALL["dozen"] = 12
LARGE = {"hundred": 100, "thousand": 1000, "million": 1000000, "billion": 1000000000}
# Figures that say how much in relation to something.
SHARES = "half halved quarter third twice double doubled tripled threefold none".split()
DIGITS = re.compile(r"(?P<money>[$€£]?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>\D*)\Z")
NO_UNIT = set(
    "a about again after an and as at before but by down during each every for from had has"
    " in instead into is it less more most of on once or other over per so than that the"
    " then to under until up was were when where which while with within".split()
)


def strip(word):
    return re.sub(r"^[^\w$€£]+|[^\w%]+$", "", word)


def read(words):
    """What words like these are worth together, or None."""
    total = current = None
    for word in words:
        for part in word.lower().split("-"):
            match = DIGITS.match(part)
            if match and match["unit"] in ("", "%"):
                current = (current or 0) + float(match["number"].replace(",", ""))
            elif part in SMALL:
                current = (current or 0) + SMALL[part]
            elif part == "hundred":
                current = (current or 1) * 100
            elif part in LARGE:
                total = (total or 0) + (current or 1) * LARGE[part]
                current = None
            else:
                return None
    return None if total is None and current is None else (total or 0) + (current or 0)


def find(text):
    """(value, unit, text) of the figures of a text. "One" alone is none. The
    value of "half" and the like is the word. The unit is "$", "%", or the
    words that follow, two at most."""
    words = [strip(word) for word in text.split()]
    raw = text.split()
    found = []
    i = 0
    while i < len(words):
        end = i + 1
        value = read(words[i:end])
        # A stop between two numbers parts them.
        while (
            value is not None
            and end < len(words)
            and raw[end - 1][-1:] not in ",;:.—–"
            and not words[end][:1].isdigit()
            and read(words[i : end + 1]) is not None
        ):
            end += 1
            value = read(words[i:end])
        word = words[i].lower()
        if value is None and word in SHARES:
            found.append((word, "", word))
        elif value is not None and not (end == i + 1 and word == "one"):
            found.append((value, unit(words, raw, i, end), " ".join(words[i : end + 1])))
        i = end
    return found


def unit(words, raw, begin, end):
    if words[begin][:1] in "$€£" or words[end - 1].endswith("%"):
        return "%" if words[end - 1].endswith("%") else words[begin][:1]
    following = []
    for i in range(end, min(end + 2, len(words))):
        if raw[i - 1][-1:] in ",;:." or words[i].lower() in NO_UNIT:
            break
        following.append(words[i].lower())
    return " ".join(following)


def singular(word):
    return re.sub(r"(?<=[a-z]{3})s\Z", "", word)


def same_unit(one, other):
    """Whether two units may be the same: where one is left out, they may."""
    if "$" in (one, other) or "%" in (one, other):
        return one == other or "" in (one, other)
    if not one or not other:
        return True
    return bool(
        {singular(word) for word in one.split()} & {singular(word) for word in other.split()}
    )


RANGE = re.compile(
    r"(?P<from>[$€£]?\d[\d,]*(?:\.\d+)?%?(?:\s+[a-z]+){0,2})\s+to\s+(?:about\s+|under\s+|just\s+)?"
    r"(?:[$€£]?\d|zero|none|" + "|".join(ONES[2:] + TENS) + ")",
    re.IGNORECASE,
)


def baselines(text):
    """(value, unit, text) of the figures that a text gives as those from before:
    "from 31 hours", "9.5 hours to 3.1"."""
    found = []
    for sentence in story.sentences(text):
        for match in re.finditer(r"\bfrom\s+", sentence, re.IGNORECASE):
            rest = sentence[match.end() :]
            rest = re.sub(
                r"^(?:about|around|roughly|nearly|almost|over|under|more than|some)\s+", "", rest
            )
            first = find(rest)[:1]
            if first and rest.startswith(first[0][2].split()[0]):
                found.append(first[0])
        for match in RANGE.finditer(sentence):
            first = find(match["from"])[:1]
            if first:
                found.append(first[0])
    return found
