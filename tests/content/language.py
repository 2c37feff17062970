# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the language: spelling, how easy it is to read, plain and inclusive
words. Each takes a scenario and the catalogue and yields (path, what to do)."""

import pathlib
import re
import shutil
import subprocess

import story

# Files with words that no dictionary has, one a line.
WORD_LISTS = [pathlib.Path(__file__).with_name("words.txt")]
WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:['’][^\W\d_]+)*")
# Flesch: reading ease of what is said aloud. Below, it is hard to say and to
# follow; above, it sounds like a primer.
EASE = (60, 90)

# Word: what to write instead. A regular expression, ignoring case.
INCLUSIVE = {
    r"black-?list(s|ed|ing)?": "block list, deny list",
    r"white-?list(s|ed|ing)?": "allow list",
    r"master/slave|slaves?": "primary and replica",
    r"masters?( branch| node| server)": "main, primary",
    r"man-?(hours?|days?|months?)": "hours of work",
    r"man-?power": "people",
    r"manned": "staffed",
    r"(chair|fore|sales|middle|fire|police)m[ae]n": "a word for anyone",
    r"mankind": "people",
    r"(you |the |hey )guys": "everyone, the team",
    r"girls": "women",
    r"grandfathered": "exempt, kept as they were",
    r"sanity[- ]check\w*": "quick check",
    r"crazy|insane(ly)?|lunatic|psycho\w*|schizophrenic": "what exactly it was",
    r"lame|dumb|retarded|idiot\w*|stupid": "what exactly was wrong",
    r"cripp(led|ling)": "slowed, broke",
    r"tone[- ]deaf|blind(ed)? to|turned? a blind eye|fell on deaf ears": "did not notice, ignored",
    r"blindly|made blind|flying blind": "without looking, without data",
    r"tribal knowledge|tribe": "what only the team knew",
    r"(war|pow) ?rooms?|pow-?wow": "incident room, meeting",
    r"dummy": "placeholder, sample",
    r"kill(ed|ing|s)? (him|her|them)": "a word without violence",
    r"suffers? from|suffering from|wheelchair[- ]bound|the (disabled|elderly|blind|deaf)": "people who …",
    r"(he or she|he/she|s/he|his or her)": "they, their",
    r"native speakers?": "fluent speaker",
    r"third[- ]world": "the country",
    r"gyp(ped)?|ghetto": "cheated; makeshift",
}
PLAIN = {
    r"leverag(e|es|ed|ing)": "use",
    r"utili[sz](e|es|ed|ing|ation)": "use",
    r"synerg(y|ies|istic)": "say what worked together",
    r"robust(ly|ness)?": "say what it withstood",
    r"seamless(ly)?": "say what nobody noticed",
    r"passionate(ly)?|passion": "say what you did",
    r"in order to": "to",
    r"prior to": "before",
    r"subsequent(ly)?": "later",
    r"facilitat(e|es|ed|ing)": "help, run",
    r"impactful": "say the impact",
    r"learnings": "what you learned",
    r"actionable": "what one can do",
    r"going forward": "from now on",
    r"at the end of the day": "nothing",
    r"low[- ]hanging fruit": "the easy part",
    r"move(d|s)? the needle": "the figure that moved",
    r"circl(e|ed|ing) back": "came back",
    r"(world|best)[- ]in[- ]class|world-class|cutting[- ]edge|state[- ]of[- ]the[- ]art": "say what is good about it",
    r"game[- ]chang(er|ing)": "say what changed",
    r"holistic(ally)?": "whole",
    r"paradigm\w*": "the way it works",
    r"stakeholders?": "name them",
    r"deliverables?": "name it",
    r"bandwidth to": "time to",
    r"touch(ed)? base": "talked",
    r"deep[- ]div(e|es|ed|ing) into": "looked into",
    r"ideat(e|ed|ion)": "thought about",
    r"incentiviz(e|ed|ing)": "reward",
    r"this experience taught me": "say it",
    r"(taught me|learned) the importance of": "say what you do differently",
    r"commence(d|s)?": "began",
    r"endeavou?r(ed|s)?": "tried",
    r"a myriad of|plethora": "many",
    r"very unique": "unique",
    r"due to the fact that": "because",
    r"on a (daily|weekly|monthly) basis": "every day",
    r"etc\.?": "name them, or stop",
}
# Texts that show how not to speak, where buzzwords may stand.
BAD_EXAMPLE = re.compile(
    r"weak_answer|\.weak\.|\.mistake\Z|\Aquiz\.[^.]+\.options\[\d+\]\.text"
)
TYPOGRAPHY = {
    r"['\"`]": "write ’ “ ”",
    r"\.\.\.": "write …",
    r"  ": "one space is enough",
    r"--| - ": "write a comma, a colon or a full stop",
    r"\s[,.;:!?]": "no space before a mark",
    r"—|–(?!\d)": "write a comma, a colon or a full stop instead of a dash",
    r"!(?!=)": "no exclamation marks",
    r"\b(\w+) \1\b(?<!had had)(?<!that that)": "a word twice",
}


def find(patterns, text):
    for pattern, instead in patterns.items():
        for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", text, re.IGNORECASE):
            yield match[0], instead


def check_inclusive(scenario, _catalogue):
    """No word that shuts somebody out."""
    for path, text in story.texts(scenario):
        for word, instead in find(INCLUSIVE, text):
            yield path, f"“{word}”: write instead: {instead}"


def check_plain(scenario, _catalogue):
    """No buzzwords, but in examples of how not to speak."""
    for path, text in story.texts(scenario):
        if not BAD_EXAMPLE.search(path):
            for word, instead in find(PLAIN, re.sub(r"“[^”]*”", "", text)):
                yield path, f"“{word}”: write instead: {instead}"


def check_typography(scenario, _catalogue):
    """The marks of the packs: typographic quotes, no dashes, no doubled words."""
    for path, text in story.texts(scenario):
        for pattern, instead in TYPOGRAPHY.items():
            for match in re.finditer(pattern, text, re.IGNORECASE):
                around = text[max(0, match.start() - 12) : match.end() + 12]
                yield path, f"“{around}”: {instead}"


def check_spelling(scenario, _catalogue):
    """American spelling, by hunspell and the list of our own words."""
    if shutil.which("hunspell") is None:
        yield "", "nothing to check the spelling with: install hunspell and hunspell-en-us"
        return
    words = {}
    for path, text in story.texts(scenario):
        for match in WORD.finditer(text):
            words.setdefault(match[0].replace("’", "'"), path)
    known = set()
    for path in WORD_LISTS:
        known.update(path.read_text(encoding="utf-8").lower().split())
    result = subprocess.run(
        ["hunspell", "-l", "-i", "UTF-8", "-d", "en_US"],
        input="\n".join(words) + "\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    if result.returncode:
        yield "", f"hunspell does not work: {result.stderr.strip()}"
    for word in dict.fromkeys(result.stdout.split()):
        if re.sub(r"'s\Z", "", word.lower()) not in known:
            yield words.get(word, ""), (
                f"“{word}” is not in the dictionary: mend it, or add it to"
                " tests/content/words.txt"
            )


def count_syllables(word):
    """About how many syllables an English word has: groups of vowels, without
    a silent e."""
    word = re.sub(r"[^a-z]", "", word.lower())
    number = len(re.findall(r"[aeiouy]+", word))
    if re.search(r"[^aeiouyl]e\Z|[^aeiouydt]ed\Z|[^aeiouyscxz]es\Z", word) and number > 1:
        number -= 1
    number += len(re.findall(r"[^q]ua[^i]|i[ao](?!u)(?<!tio)(?<!sio)(?<!cia)(?<!tia)|eo(?!u)", word))
    return max(number, 1)


def reading_ease(text):
    """Flesch, R.: A new readability yardstick (1948): 206.835 − 1.015 words a
    sentence − 84.6 syllables a word. Figures in digits are left out."""
    sentences = len(story.sentences(text))
    words = [story.bare(w) for w in story.words(text)]
    words = [word for word in words if not any(c.isdigit() for c in word)]
    syllables = sum(sum(map(count_syllables, word.split("-"))) for word in words)
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * syllables / len(words)


def check_ease(scenario, _catalogue):
    """What is said is easy to say, and to follow by ear."""
    for level in story.LEVELS:
        text = story.told(scenario, level)
        ease = reading_ease(text) if text else 0
        if not EASE[0] <= ease <= EASE[1]:
            yield f"steps@{level}", (
                f"reading ease {ease:.0f} (Flesch); {EASE[0]} to {EASE[1]} can be spoken:"
                + (" shorter words and sentences" if ease < EASE[0] else " less like a primer")
            )


CHECKS = (
    check_spelling,
    check_ease,
    check_inclusive,
    check_plain,
    check_typography,
)
