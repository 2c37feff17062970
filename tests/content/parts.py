# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of what stands around the story: angles, probes, quiz, the weak
answer, and that nothing is left out. Each takes a scenario and the catalogue
and yields (path, what to do)."""

import itertools
import re

import story

# What each list of a bundled scenario has, at least and at most.
NUMBERS = {
    "tags": (2, 12),
    "angles": (3, 4),
    "probes": (4, 6),
    "quiz": (5, 8),
}
OPTIONS = (3, 6)
MARKS = {"emphasize": 2, "downplay": 1}  # sentences for an angle, at least
FLAGS = 2  # flags that can be marked in the weak answer
LONGEST = 0.4  # share of right options that may be the longest
ALIKE = 0.6  # words that the leads of two angles may share
LEVELS_ALIKE = 0.8  # words of a level that another one may say as well


def check_complete(scenario, _catalogue):
    """Nothing that is optional in a pack is left out in a bundled one."""
    if not scenario.get("overview"):
        yield "overview", "is missing"
    for member, (least, most) in NUMBERS.items():
        number = len(scenario.get(member, []))
        if not least <= number <= most:
            yield member, f"{number} of them; a scenario has {least} to {most}"
    for step in scenario["steps"]:
        for member in ("key_phrases", "coaching", "mistake"):
            if not step.get(member):
                yield f"{step['step']}.{member}", "is missing"
        for level in story.LEVELS:
            if not list(story.passages(scenario, step, level)):
                yield f"{step['step']}@{level}", "nothing is said"
    for level in story.LEVELS:
        for member in ("guidance", "reflection", "bar"):
            if not scenario.get("levels", {}).get(level, {}).get(member):
                yield f"levels.{level}.{member}", "is missing"
    if not scenario.get("weak_answer"):
        yield "weak_answer", "is missing"
    for question in scenario.get("quiz", []):
        path = f"quiz.{question['id']}"
        if not OPTIONS[0] <= len(question["options"]) <= OPTIONS[1]:
            yield path, f"give it {OPTIONS[0]} to {OPTIONS[1]} options"
        for i, option in enumerate(question["options"]):
            if not option.get("why"):
                yield f"{path}.options[{i}]", "has no why"
        if len({option["text"] for option in question["options"]}) < len(question["options"]):
            yield path, "two options are alike"


def check_levels(scenario, _catalogue):
    """Each level has sentences of its own, beside those that all share; and SDE 1
    is more than Senior cut short, and Senior more than SDE 2 drawn out."""
    for step in scenario["steps"]:
        if step["step"] not in ("action", "reflection"):
            continue
        said = {
            level: {p["text"] for _, p in story.passages(scenario, step, level)}
            for level in story.LEVELS
        }
        for one, other in itertools.combinations(story.LEVELS, 2):
            if said[one] == said[other]:
                yield step["step"], f"{one} and {other} say the same"
    told = {
        level: [
            passage["text"]
            for step in scenario["steps"]
            for _, passage in story.passages(scenario, step, level)
        ]
        for level in story.LEVELS
    }
    for one, other in (("sde1", "senior"), ("senior", "sde2")):
        shared = count_words(t for t in told[one] if t in told[other])
        if shared > LEVELS_ALIKE * count_words(told[one]):
            yield "levels", (
                f"{shared / count_words(told[one]):.0%} of what {one} says is said by {other}:"
                f" {LEVELS_ALIKE:.0%} at most"
            )


def count_words(texts):
    return sum(len(story.words(text)) for text in texts)


def check_probes(scenario, _catalogue):
    """Follow-ups of different kinds."""
    kinds = [probe.get("kind") for probe in scenario.get("probes", [])]
    for probe in scenario.get("probes", []):
        path = f"probes.{probe['id']}"
        if not probe.get("kind"):
            yield path, "has no kind"
        elif kinds.count(probe["kind"]) > 1:
            yield path, f"another probe is of the kind {probe['kind']} too"


def check_reasons(scenario, _catalogue):
    """Why a weak answer is weak quotes it, so that the words can be marked."""
    for probe in scenario.get("probes", []):
        answer = probe["weak"]["answer"].lower()
        quoted = re.findall(r"“([^”]+)”", probe["weak"]["why"])
        if not any(words.strip(" .,?!…").lower() in answer for words in quoted):
            yield f"probes.{probe['id']}.weak.why", "quotes nothing of the answer: do, in “ ”"


def get_marks(scenario, level=None):
    """{principle: {(path, "emphasize" or "downplay")}}."""
    marks = {angle["principle"]: set() for angle in scenario.get("angles", [])}
    for step in scenario["steps"]:
        for path, passage in story.passages(scenario, step, level):
            for kind in ("emphasize", "downplay"):
                for principle in passage.get(kind, []):
                    marks.setdefault(principle, set()).add((path, kind))
    return marks


def check_angles(scenario, _catalogue):
    """Each angle marks sentences at every level, and each others."""
    angles = [angle["principle"] for angle in scenario.get("angles", [])]
    for principle in {p for p in angles if angles.count(p) > 1}:
        yield "angles", f"{principle} twice"
    if scenario["principle"] in angles:
        yield "angles", f"{scenario['principle']} is the scenario's own principle"
    for principle in get_marks(scenario):
        if principle not in angles:
            yield "steps", f"sentences are marked for {principle}, which is no angle here"
    for level in story.LEVELS:
        marks = get_marks(scenario, level)
        for principle in dict.fromkeys(angles):
            kinds = [kind for _, kind in marks[principle]]
            for kind, least in MARKS.items():
                if kinds.count(kind) < least:
                    yield f"angles.{principle}@{level}", (
                        f"marks {kinds.count(kind)} sentences to {kind}; at least {least}"
                    )
        for one, other in itertools.combinations(dict.fromkeys(angles), 2):
            if marks[one] == marks[other]:
                yield f"angles.{one}@{level}", f"marks the same sentences as {other}"


def check_leads(scenario, catalogue):
    """What to lead with differs by more than a principle's name."""
    names = {p["id"]: p["name"] for p in catalogue["principles"]}
    said = {}
    for angle in scenario.get("angles", []):
        text = angle["lead"].replace(names.get(angle["principle"], ""), "")
        said[angle["principle"]] = {story.bare(word) for word in story.words(text)}
    for (one, words), (other, more) in itertools.combinations(said.items(), 2):
        if len(words & more) > ALIKE * min(len(words), len(more)):
            yield f"angles.{one}.lead", f"is nearly what {other} leads with"


def check_flags(scenario, _catalogue):
    """Some flags can be marked in the weak answer."""
    weak = scenario.get("weak_answer", {})
    text = weak.get("text", "").lower()
    standing = [flag for flag in weak.get("flags", []) if flag.lower() in text]
    if len(standing) < FLAGS:
        yield "weak_answer.flags", (
            f"{len(standing)} stand word for word in the text; {FLAGS} have to"
        )


def is_longest(question):
    lengths = [len(option["text"]) for option in question["options"]]
    right = lengths.pop(question["correct"])
    return right > max(lengths)


def check_quiz(scenario, _catalogue):
    """Neither its place nor its length gives the right option away."""
    quiz = scenario.get("quiz", [])
    if not quiz:
        return
    places = [question["correct"] for question in quiz]
    if len(set(places)) < min(3, len(quiz)) or max(map(places.count, places)) > len(quiz) / 2:
        yield "quiz", f"the right options stand at {[p + 1 for p in places]}: spread them"
    longest = [question["id"] for question in quiz if is_longest(question)]
    if len(longest) > LONGEST * len(quiz):
        yield "quiz", (
            f"the right option is the longest in {len(longest)} of {len(quiz)}"
            f" ({', '.join(longest)}); at most in {LONGEST:.0%}"
        )


CHECKS = (
    check_complete,
    check_levels,
    check_probes,
    check_reasons,
    check_angles,
    check_leads,
    check_flags,
    check_quiz,
)
