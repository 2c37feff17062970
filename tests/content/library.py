# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of scenarios beside each other. Each takes {(file, scenario id):
scenario} and yields (key, path, what to do)."""

import collections
import itertools
import pathlib
import re

import parts
import story

# Ids, once released, stay: people's progress hangs on them.
RELEASED = pathlib.Path(__file__).with_name("released.txt")
# How many scenarios each pack has. The library is complete with four in each of
# sixteen; raise a number with each scenario that is added.
SCENARIOS = {
    "are-right-a-lot": 4,
    "bias-for-action": 4,
    "customer-obsession": 4,
    "deliver-results": 4,
    "dive-deep": 4,
    "earn-trust": 4,
    "frugality": 4,
    "have-backbone-disagree-and-commit": 4,
    "hire-and-develop-the-best": 4,
    "insist-on-the-highest-standards": 4,
    "invent-and-simplify": 4,
    "learn-and-be-curious": 4,
    "ownership": 4,
    "strive-to-be-earths-best-employer": 4,
    "success-and-scale-bring-broad-responsibility": 4,
    "think-big": 4,
}
COMPLETE = 4

SHINGLE = 5  # words
# Two sentences are near-duplicates from this share of common shingles on, and
# two scenarios from this number of shingles.
SENTENCES_ALIKE = 0.5
SCENARIOS_ALIKE = 12
# What many say for good reason: no sign that one text was made from another.
STOCK = re.compile(
    r"tell me about a (time|decision|situation)|(give me|walk me through|describe) an? \w+"
    r"( of)?( a)?( time| situation)?|what would you do differently( (today|now|next time))?"
    r"|which of these|which (sentence|answer|reflection|opening|ending)\b",
    re.IGNORECASE,
)
# Share of right options that may stand in each place of four.
PLACES = (0.15, 0.35)
PLACES_FROM = 16  # questions


def check_released(scenarios):
    """All ids that were ever released are there, and the new ones are listed."""
    ids = {identity: key for key in scenarios for identity in [key[1]]}
    released = RELEASED.read_text(encoding="utf-8").split()
    for identity in released:
        if identity not in ids:
            yield ("tests/content", "released.txt"), "", f"{identity} was released and is gone"
    for identity, key in ids.items():
        if identity not in released:
            yield key, "id", "add it to tests/content/released.txt"
    if released != sorted(set(released)):
        yield ("tests/content", "released.txt"), "", "sort the ids, each once"


def check_numbers(scenarios):
    """Each pack has as many scenarios as the table says."""
    packs = collections.Counter(scenario["principle"] for scenario in scenarios.values())
    for principle in sorted(set(packs) | set(SCENARIOS)):
        wanted = SCENARIOS.get(principle, 0)
        if packs[principle] != wanted:
            yield (principle, "*"), "", (
                f"{packs[principle]} scenarios; SCENARIOS in tests/content/library.py says {wanted}"
            )
        if packs[principle] > COMPLETE:
            yield (principle, "*"), "", f"more than {COMPLETE} scenarios"


def check_places(scenarios):
    """The right options stand in all places about as often."""
    places = collections.Counter(
        question["correct"]
        for scenario in scenarios.values()
        for question in scenario.get("quiz", [])
        if len(question["options"]) == 4
    )
    total = sum(places.values())
    for place in range(4):
        if total >= PLACES_FROM and not PLACES[0] <= places[place] / total <= PLACES[1]:
            yield ("*", "*"), "quiz", (
                f"{places[place]} of {total} right options stand at {place + 1}:"
                f" {PLACES[0]:.0%} to {PLACES[1]:.0%} should"
            )


def check_longest(scenarios):
    """The right option is not given away by its length."""
    quiz = [q for scenario in scenarios.values() for q in scenario.get("quiz", [])]
    longest = sum(map(parts.is_longest, quiz))
    if longest > parts.LONGEST * len(quiz):
        yield ("*", "*"), "quiz", (
            f"the right option is the longest in {longest} of {len(quiz)};"
            f" at most in {parts.LONGEST:.0%}"
        )


def normalise(text):
    return " ".join(story.bare(word) for word in story.words(text))


def check_different(scenarios):
    """No two scenarios have one id, title or question."""
    for member in ("id", "title", "question"):
        seen = {}
        for key, scenario in scenarios.items():
            value = normalise(scenario[member])
            if value in seen:
                yield key, member, f"{'/'.join(seen[value])} has the same: write another"
            seen.setdefault(value, key)


def get_shingles(text):
    words = normalise(STOCK.sub(" ", text)).split()
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def check_duplicates(scenarios):
    """No sentence is made from one of another scenario, and no scenario from
    another: by the runs of words that they share."""
    where = collections.defaultdict(list)  # shingle: sentences
    sizes = {}
    for key, scenario in scenarios.items():
        for path, text in story.texts(scenario):
            for i, sentence in enumerate(story.sentences(text)):
                shingles = get_shingles(sentence)
                sizes[key, path, i] = len(shingles), sentence
                for shingle in shingles:
                    where[shingle].append((key, path, i))
    shared = collections.Counter()
    between = collections.defaultdict(set)
    for shingle, places in where.items():
        for one, other in itertools.combinations(places, 2):
            if one[0] != other[0]:
                shared[one, other] += 1
                between[one[0], other[0]].add(" ".join(shingle))
    for (one, other), number in shared.items():
        smaller = min(sizes[one][0], sizes[other][0])
        if number > 1 and number >= SENTENCES_ALIKE * smaller:
            yield other[0], other[1], (
                f"“{sizes[other][1][:60]}…” is nearly “{sizes[one][1][:60]}…”"
                f" ({'/'.join(one[0])}): write it anew"
            )
    for (one, other), runs in between.items():
        if len(runs) > SCENARIOS_ALIKE:
            some = "”, “".join(sorted(runs)[:4])
            yield other, "", (
                f"shares {len(runs)} runs of {SHINGLE} words with {'/'.join(one)}: “{some}” …"
            )


def check_reused(scenarios):
    """No headline figure is used a second time: money, and shares with a
    fraction, in Situation and Result."""
    owners = collections.defaultdict(dict)
    for key, scenario in scenarios.items():
        for level in story.LEVELS:
            for name in ("situation", "result"):
                text = story.told(scenario, level, name)
                for match in re.finditer(r"\$\d[\d,.]*\d|\b\d+\.\d+%", text):
                    owners[match[0]].setdefault(key, name)
    for figure, keys in owners.items():
        first, *others = keys
        for key in others:
            yield key, keys[key], f"{figure} is a figure of {'/'.join(first)}: take another"


# Of all scenarios together, and of some beside the others.
WHOLE = (check_released, check_numbers, check_places, check_longest)
BESIDE = (check_different, check_duplicates, check_reused)
