# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the question bank. Each takes the bank, {(file, scenario id):
scenario} and the catalogue, and yields (path, what to do)."""

import collections
import itertools
import json
import re

import language
import library
import story

try:
    import jsonschema
except ImportError:
    jsonschema = None

PATH = story.ROOT / "data/questions.json"
SCHEMA = story.ROOT / "data/questions.schema.json"

# At least so many questions in all, of each principle, and for each scenario.
QUESTIONS = 160
OF_EACH = 10
NAMED = 4
# Words that are asked in one breath, and that say what is tested.
ASKED = (5, 34)
PROBED = (5, 34)
# Share of questions that may open with the commonplace, and with any other two
# words; of one principle, with any two words.
COMMONPLACE = re.compile(r"tell me about a time\b", re.IGNORECASE)
COMMON = 1 / 3
OPENING = 0.15
OPENING_OF_EACH = 1 / 3
# Two questions are near-duplicates from this share of telling words in common
# on, or from this number of runs of words (library.SHINGLE).
ALIKE = 0.5
RUNS = 3
# Words that questions have in common and that tell nothing of what is asked.
COMMON_WORDS = set(
    "a about after an and any are as at be because been before but by can could describe did"
    " do does done ever example for from give had has have how i if in is it its last me more"
    " most my not of on one or other own show so somebody someone something such take tell"
    " than that the their them there they this through time to up was walk were what when"
    " where which while who whom whose why will with without would you your yours yourself".split()
)


def load():
    return json.loads(PATH.read_text(encoding="utf-8"))


def check_schema(bank, _scenarios, _catalogue):
    """The format is that of data/questions.schema.json."""
    if jsonschema is None:
        yield "", "nothing to check the schema with: install python3-jsonschema"
        return
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for error in jsonschema.Draft202012Validator(schema).iter_errors(bank):
        yield name_path(bank, error.absolute_path), error.message


def name_path(bank, steps):
    """A path in the bank, with the question's id where it has one."""
    steps = list(steps)
    if len(steps) > 1 and steps[0] == "questions":
        question = bank["questions"][steps[1]]
        identity = question.get("id") if isinstance(question, dict) else None
        steps[:2] = [identity or f"questions[{steps[1]}]"]
    return "/".join(map(str, steps))


def check_numbers(bank, _scenarios, catalogue):
    """There are enough questions, of every principle."""
    total = len(bank["questions"])
    if total < QUESTIONS:
        yield "", f"{total} questions; {QUESTIONS} at least"
    numbers = collections.Counter(question["principle"] for question in bank["questions"])
    for principle in catalogue["principles"]:
        if numbers[principle["id"]] < OF_EACH:
            yield principle["id"], (
                f"{numbers[principle['id']]} questions of this principle; {OF_EACH} at least"
            )


def check_ids(bank, scenarios, catalogue):
    """Names are unique, and those of principles and scenarios are known."""
    principles = {principle["id"] for principle in catalogue["principles"]}
    known = {identity for _, identity in scenarios}
    seen = set()
    for question in bank["questions"]:
        identity = question["id"]
        if identity in seen:
            yield identity, "another question has this id"
        seen.add(identity)
        for principle in [question["principle"], *question.get("also", [])]:
            if principle not in principles:
                yield identity, f"{principle} is no principle"
        if question["principle"] in question.get("also", []):
            yield f"{identity}/also", "names the question's own principle"
        for scenario in question["scenarios"]:
            if scenario not in known:
                yield f"{identity}/scenarios", f"{scenario} is no bundled scenario"


def get_offers(scenarios):
    """{scenario id: the principles that it is told for}."""
    return {
        identity: {scenario["principle"], *(a["principle"] for a in scenario.get("angles", []))}
        for (_, identity), scenario in scenarios.items()
    }


def check_answers(bank, scenarios, _catalogue):
    """The best answer is told for the question's principle; every scenario
    answers some questions, and one of its own principle among them."""
    offers = get_offers(scenarios)
    named = collections.Counter()
    own = set()
    for question in bank["questions"]:
        named.update(question["scenarios"])
        own.update((identity, question["principle"]) for identity in question["scenarios"])
        best = question["scenarios"][0]
        if best in offers and question["principle"] not in offers[best]:
            yield f"{question['id']}/scenarios[0]", (
                f"{best} is not told for {question['principle']}: begin with one that is"
            )
    for (_, identity), scenario in scenarios.items():
        if named[identity] < NAMED:
            yield identity, f"named by {named[identity]} questions; {NAMED} at least"
        if (identity, scenario["principle"]) not in own:
            yield identity, f"named by no question of its principle, {scenario['principle']}"


def check_length(bank, _scenarios, _catalogue):
    """What is asked can be asked in one breath, and what it probes is one
    sentence."""
    for question in bank["questions"]:
        asked = question["question"]
        number = len(story.words(asked))
        if not ASKED[0] <= number <= ASKED[1]:
            yield f"{question['id']}/question", f"{number} words; {ASKED[0]} to {ASKED[1]}"
        if len(story.sentences(asked)) > 2:
            yield f"{question['id']}/question", "more than two sentences"
        if not re.search(r"[.?]\Z", asked):
            yield f"{question['id']}/question", "end with a question mark or a full stop"
        probes = question["probes"]
        number = len(story.words(probes))
        if not PROBED[0] <= number <= PROBED[1]:
            yield f"{question['id']}/probes", f"{number} words; {PROBED[0]} to {PROBED[1]}"
        if len(story.sentences(probes)) != 1 or not probes.endswith("."):
            yield f"{question['id']}/probes", "write one sentence, with a full stop"


def open_with(question):
    """The first two words of a question."""
    return " ".join(story.bare(word) for word in story.words(question["question"])[:2])


def check_openings(bank, _scenarios, _catalogue):
    """Questions open as variously as interviewers do."""
    questions = bank["questions"]
    common = sum(bool(COMMONPLACE.match(question["question"])) for question in questions)
    if common > COMMON * len(questions):
        yield "", f"{common} of {len(questions)} open with “Tell me about a time”"
    groups = {"": [q for q in questions if not COMMONPLACE.match(q["question"])]}
    for question in questions:
        groups.setdefault(question["principle"], []).append(question)
    for name, group in groups.items():
        share = OPENING_OF_EACH if name else OPENING
        openings = collections.Counter(map(open_with, group))
        for opening, number in openings.items():
            if number > max(share * len(group), 2):
                yield name, f"{number} of {len(group)} open with “{opening} …”: vary them"


def get_telling_words(text):
    """The words that say what is asked, without their endings."""
    words = {re.sub(r"’s\Z", "", story.bare(word)) for word in story.words(text)}
    return {
        re.sub(r"(ing|ed|es|e|s)\Z", "", word) if len(word) > 4 else word
        for word in words - COMMON_WORDS
    }


class Text:
    """A text with what it is compared by."""

    def __init__(self, identity, member, text):
        self.path = f"{identity}/{member}"
        self.text = text
        self.whole = library.normalise(text)
        self.telling = get_telling_words(text)
        self.shingles = library.get_shingles(text)

    def is_like(self, other):
        """Whether two texts ask nearly the same."""
        common = len(self.telling & other.telling)
        return (
            self.whole == other.whole
            or (common > 1 and common >= ALIKE * len(self.telling | other.telling))
            or len(self.shingles & other.shingles) >= RUNS
        )


def check_different(bank, scenarios, _catalogue):
    """No question is nearly another one, or that of a scenario; no two probe
    the same in the same words."""
    asked = [Text(q["id"], "question", q["question"]) for q in bank["questions"]]
    theirs = [Text(key[1], "question", s["question"]) for key, s in scenarios.items()]
    probes = [Text(q["id"], "probes", q["probes"]) for q in bank["questions"]]
    for one, other in itertools.chain(
        itertools.product(theirs, asked),
        itertools.combinations(asked, 2),
        itertools.combinations(probes, 2),
    ):
        if one.is_like(other):
            yield other.path, f"“{other.text}” is nearly “{one.text}” ({one.path}): write it anew"


def of_language(check_it):
    """A check of the language of scenarios, for what the bank says."""

    def check_bank(bank, _scenarios, catalogue):
        said = {q["id"]: {name: q[name] for name in ("question", "probes")} for q in bank["questions"]}
        for path, message in check_it(said, catalogue):
            yield path.replace(".", "/", 1), message

    check_bank.__name__ = check_it.__name__
    check_bank.__doc__ = check_it.__doc__
    return check_bank


CHECKS = (
    check_schema,
    check_numbers,
    check_ids,
    check_answers,
    check_length,
    check_openings,
    check_different,
    *map(
        of_language,
        (
            language.check_spelling,
            language.check_inclusive,
            language.check_plain,
            language.check_typography,
        ),
    ),
)
