#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""mutations.py STARLING-CLI: each check is silent about a good scenario, finds
the fault that is planted in it, and says where. TAP, a case for each fault."""

import copy
import json
import pathlib
import sys
import tempfile

import check
import figures
import language
import library
import parts
import story
import telling
from tap import Tap, expect

GOOD = "data/packs/frugality.json"
KEY = ("frugality.json", "lecture-encoding")
OTHER = ("other.json", "other")


def get_good():
    return json.loads((story.ROOT / GOOD).read_text(encoding="utf-8"))["scenarios"][0]


def step(scenario, name):
    return story.get_step(scenario, name)


# ---- ways to spoil a scenario: each takes it, and changes it


def say(name, index, text):
    """Another text for a sentence of a step."""

    def spoil(scenario):
        step(scenario, name)["answer"][index]["text"] = text

    return spoil


def add(name, *texts):
    """More sentences at the end of a step."""

    def spoil(scenario):
        step(scenario, name)["answer"] += [{"text": text} for text in texts]

    return spoil


def only(name, *texts):
    """Nothing but these sentences in a step."""

    def spoil(scenario):
        step(scenario, name)["answer"] = [{"text": text} for text in texts]

    return spoil


def put(value, *path):
    """A value at a path of names and indices."""

    def spoil(scenario):
        for name in path[:-1]:
            scenario = scenario[name]
        scenario[path[-1]] = value(scenario[path[-1]]) if callable(value) else value

    return spoil


def drop(*path):
    def spoil(scenario):
        for name in path[:-1]:
            scenario = scenario[name]
        del scenario[path[-1]]

    return spoil


def marks(spoil_passage):
    """Changes every sentence that has marks."""

    def spoil(scenario):
        for item in scenario["steps"]:
            for _, passage in story.passages(scenario, item):
                spoil_passage(passage)

    return spoil


def unmark(kind, principle):
    def spoil(passage):
        if principle in passage.get(kind, []):
            passage[kind] = [p for p in passage[kind] if p != principle]

    return marks(spoil)


def copy_marks(one, other):
    def spoil(passage):
        for kind in ("emphasize", "downplay"):
            kept = [p for p in passage.get(kind, []) if p != other]
            passage[kind] = kept + [other] if one in kept else kept

    return marks(spoil)


def all_right_at(place):
    def spoil(scenario):
        for question in scenario["quiz"]:
            options = question["options"]
            options.insert(place, options.pop(question["correct"]))
            question["correct"] = place

    return spoil


def long_right(number):
    def spoil(scenario):
        for question in scenario["quiz"][:number]:
            question["options"][question["correct"]]["text"] = "long " * 50

    return spoil


ACTION = "I counted ninety days of playback, and"
ONLY_DOWNPLAYED = "steps", 3, "answer", 2  # for Dive Deep, at Senior SDE
NEW = "steps", 0, "answer", 0, "text"

# Check: (what is spoilt, how, what the finding says of where and what).
OF_ONE = {
    telling.check_length: (
        ("a step too long", add("task", "And so on and on. " * 5), "task@sde1: "),
        ("a step too short", only("result", "It went well."), "result@senior: "),
        ("a reflection too long", put("long " * 60, "levels", "sde2", "reflection", 0, "text"),
         "reflection@sde2: "),
        ("a target too short", put(60, "steps", 0, "seconds"), "situation@sde1: "),
    ),
    telling.check_subject: (
        ("no I", say("action", 0, "The team counted ninety days."), "action.answer[0]: "),
        ("a late I", say("action", 1, "After some days of it, I counted."), "action.answer[1]: "),
        ("no I in a second sentence", say("action", 0, "I counted. The team helped."),
         "action.answer[0]: no 'I' in the first 5 words: “The team"),
    ),
    telling.check_openings: (
        ("three alike", add("action", "I found a.", "I found b."), "open with “i found …”"),
        ("three alike over the steps",
         lambda s: [add(n, "I kept it.")(s) for n in ("situation", "task", "result")],
         "open with “i kept …”"),
    ),
    telling.check_we: (
        ("we", say("action", 0, "I knew that we had time."), "action.answer[0]: “we”"),
        ("us", say("action", 0, "I asked for us."), "“us”"),
        ("our", say("action", 0, "I asked Our lead."), "“Our”"),
        ("we’d", say("action", 0, "I said we’d do it."), "“we”"),
    ),
    telling.check_passive: (
        ("was …ed", say("action", 0, f"{ACTION} it was fixed."), "“was fixed”"),
        ("were …ed", say("action", 2, f"{ACTION} they were quickly moved."),
         "action.answer[2]: “were quickly moved”"),
        ("been …n", say("action", 0, f"{ACTION} it had been written."), "“been written”"),
        ("got …t", say("action", 0, f"{ACTION} it got rebuilt."), "“got rebuilt”"),
    ),
    telling.check_result: (
        ("no figures", only("result", "It went well.", "Now it is better."),
         "result@sde1: fewer than two figures"),
        ("no figure from before",
         only("result", "Lectures appear in two hours.", "That saves $900 a month now."),
         "no figure from before"),
        ("no business", only("result", "Load fell from 80% to 20%.", "It still does, at 20%."),
         "no figure in money"),
        ("one figure alone", only("result", "It fell from 31 hours to two.", "It is so today."),
         "one figure alone"),
        ("nothing later", only("result", "It fell from 80% to 20%.", "It saved $900."),
         "nothing that came of it"),
    ),
    telling.check_key_phrases: (
        ("a phrase that is not said", put("no such words", "steps", 1, "key_phrases", 0),
         "task.key_phrases: “no such words” is not said at sde1, sde2, senior"),
        ("one that a level does not say", put("Three teams", "steps", 0, "key_phrases", 0),
         "situation.key_phrases: “Three teams” is not said at sde1, sde2"),
        ("one that no level reflects on", put("no such words", "steps", 4, "key_phrases", 0),
         "reflection.key_phrases: "),
        ("none for a level", lambda s: s["steps"][4].update(key_phrases=["measure the demand"]),
         "reflection.key_phrases: none is said at sde1"),
    ),
    telling.check_advice: (
        ("a figure of the higher levels in coaching",
         lambda s: (s["steps"][0]["answer"].append({"text": "It was 77 files.", "levels": ["sde2"]}),
                    put("Let the 77 files stand.", "steps", 0, "coaching")(s)),
         "situation.coaching: “77 files” is not told at sde1, senior"),
        ("one in what an angle leans on",
         lambda s: (s["steps"][0]["answer"].append({"text": "It was 77 files.", "levels": ["senior"]}),
                    put("Lean on the 77 files.", "angles", 1, "emphasize")(s)),
         "angles[1].emphasize: “77 files” is not told at sde1, sde2"),
    ),
    telling.check_figures: (
        ("another figure from before",
         say("result", 0, "A lecture appeared in two hours, down from 33 hours."),
         "result@sde1: “33 hours”"),
        ("another sum", say("result", 1, "The bill went from $47,000 to $18,000."), "“$47,000"),
        ("another unit", say("result", 0, "It went from 31 days to two hours."), "“31 days"),
        ("from another level",
         lambda s: (say("situation", 3, "It was 77 files.")(s),
                    say("result", 0, "It fell from 77 files to two.")(s)),
         "result@sde1: “77 files"),
    ),
    parts.check_complete: (
        ("no overview", drop("overview"), "overview: "),
        ("two angles", drop("angles", slice(2, None)), "angles: 2 of them"),
        ("three probes", drop("probes", slice(3, None)), "probes: 3 of them"),
        ("four questions", drop("quiz", slice(4, None)), "quiz: 4 of them"),
        ("no coaching", drop("steps", 2, "coaching"), "action.coaching: "),
        ("no key phrases", put([], "steps", 4, "key_phrases"), "reflection.key_phrases: "),
        ("no bar", drop("levels", "sde2", "bar"), "levels.sde2.bar: "),
        ("nothing said at a level",
         lambda s: [p.update(levels=["senior"]) for p in step(s, "task")["answer"]],
         "task@sde1: "),
        ("no weak answer", drop("weak_answer"), "weak_answer: "),
        ("an option without why", drop("quiz", 1, "options", 2, "why"), "options[2]: "),
        ("two options", drop("quiz", 0, "options", slice(2, None)), "quiz.real-limit: "),
        ("two options alike",
         lambda s: s["quiz"][0]["options"][0].update(text=s["quiz"][0]["options"][1]["text"]),
         "quiz.real-limit: "),
    ),
    parts.check_levels: (
        ("two levels alike",
         lambda s: [p.update(levels=["sde1", "sde2", "senior"]) for p in step(s, "action")["answer"]],
         "action: sde1 and sde2"),
        ("two reflections alike",
         lambda s: s["levels"]["sde1"].update(reflection=s["levels"]["senior"]["reflection"]),
         "reflection: sde1 and senior"),
        ("nearly all shared",
         lambda s: [p.pop("levels", None) for name in ("task", "action", "result")
                    for p in step(s, name)["answer"]],
         "of what senior says is said by sde2: 80% at most"),
    ),
    parts.check_probes: (
        ("two of a kind", put("contribution", "probes", 1, "kind"), "probes.other-options: "),
        ("no kind", drop("probes", 0, "kind"), "probes.which-part-was-yours: "),
    ),
    parts.check_reasons: (
        ("nothing quoted", put("It is vague.", "probes", 0, "weak", "why"),
         "probes.which-part-was-yours.weak.why: "),
        ("something else quoted", put("“No such words” is vague.", "probes", 0, "weak", "why"),
         "probes.which-part-was-yours.weak.why: "),
    ),
    parts.check_angles: (
        ("nothing emphasised", unmark("emphasize", "dive-deep"),
         "angles.dive-deep@sde1: marks 0 sentences to emphasize"),
        ("nothing downplayed", unmark("downplay", "dive-deep"),
         "angles.dive-deep@sde1: marks 0 sentences to downplay"),
        ("nothing at a level", put(["sde1", "sde2"], *ONLY_DOWNPLAYED, "levels"),
         "angles.dive-deep@senior: marks 0 sentences to downplay"),
        ("the same marks", copy_marks("dive-deep", "deliver-results"),
         "angles.dive-deep@senior: marks the same sentences"),
        ("an angle twice", lambda s: s["angles"].append(s["angles"][0]), "angles: "),
        ("its own principle", put("frugality", "angles", 0, "principle"), "own principle"),
        ("marks for no angle", drop("angles", 0), "which is no angle here"),
    ),
    parts.check_leads: (
        ("a lead that only changes the name",
         lambda s: [a.update(lead=f"Lead with {n}. Say what you did for the students.")
                    for a, n in zip(s["angles"], ("Invent and Simplify", "Dive Deep"))],
         ".lead: is nearly what"),
    ),
    parts.check_flags: (
        ("flags that the text lacks", put([f"no such {i}" for i in range(4)], "weak_answer", "flags"),
         "weak_answer.flags: 0 stand"),
        ("one that it has", put("It was bad.  nobody really complained.", "weak_answer", "text"),
         "weak_answer.flags: 1 stand"),
    ),
    parts.check_quiz: (
        ("right options in one place", all_right_at(2), "spread them"),
        ("the right one the longest", long_right(3), "is the longest in"),
    ),
    language.check_spelling: (
        ("a slip", put("It went quikly.", *NEW), "situation.answer[0].text: “quikly”"),
        ("British spelling", put("The colour is grey.", "overview", "situation"), "“colour”"),
        ("in the quiz", put("Not relable.", "quiz", 0, "options", 0, "why"), "“relable”"),
        ("in an angle", put("Leed with it.", "angles", 0, "lead"), ".lead: “Leed”"),
    ),
    language.check_ease: (
        ("hard to say",
         only("action", "Organizational interdependencies necessitated extraordinarily"
              " comprehensive reconsideration of infrastructural responsibilities. " * 20),
         "steps@sde1: reading ease"),
        ("a primer", only("action", "I ran. I saw it. I got it. I put it up. " * 40), "less like"),
    ),
    language.check_inclusive: (
        ("a list", put("I wrote a whitelist.", *NEW), "situation.answer[0].text: “whitelist”"),
        ("hours", put("It cost 30 man-hours.", *NEW), "“man-hours”"),
        ("in a weak answer", put("Hey guys, it was fine.", "weak_answer", "text"), "“Hey guys”"),
    ),
    language.check_plain: (
        ("a buzzword", put("I leveraged it.", *NEW), "situation.answer[0].text: “leveraged”"),
        ("in the overview", put("A robust way.", "overview", "walkthrough"), "“robust”"),
        ("a slogan", put("This experience taught me much.", *NEW), "“This experience taught me”"),
    ),
    language.check_typography: (
        ("a straight apostrophe", put("It's late.", *NEW), "situation.answer[0].text: "),
        ("straight quotes", put('It is "late".', *NEW), "write ’"),
        ("three dots", put("It is late...", *NEW), "write …"),
        ("a dash", put("It is late — too late.", *NEW), "instead of a dash"),
        ("two spaces", put("It is  late.", *NEW), "one space"),
        ("a word twice", put("It is is late.", *NEW), "a word twice"),
        ("an exclamation mark", put("It is late!", *NEW), "no exclamation"),
    ),
}  # fmt: skip


def other_of(spoil):
    """The good scenario beside one that shares nothing with it but what is
    planted in it."""
    other = {
        "id": "other",
        "title": "Another one",
        "question": "What did you try?",
        "principle": "ownership",
        "steps": [{"step": name, "seconds": 20, "answer": []} for name in story.STEPS],
    }
    spoil(other)
    return {KEY: get_good(), OTHER: other}


def many_right_at(places, change=lambda scenario: None):
    """Scenarios with a question for each place of a right option."""
    quiz = [
        {"options": [{"text": "same"} for _ in range(4)], "correct": place} for place in places
    ]
    scenario = {"id": "a", "title": "a", "principle": "frugality", "quiz": quiz}
    change(scenario)
    return {("a.json", "a"): scenario}


def four_more():
    return {("f.json", str(i)): {"id": str(i), "principle": "frugality"} for i in range(5)}


# Check: (what is planted, scenarios, what the finding says). The first lines of
# the good scenario, that others must not have again:
FIRST = "Before touching a setting, I counted ninety days of playback by version and course."
VARIED = "Before changing anything, I counted ninety days of playback by version and day."
BESIDE = {
    library.check_different: (
        ("an id", other_of(put(KEY[1], "id")), "other.json/other/id: "),
        ("a title", other_of(put("nine versions of every lecture.", "title")), "/title: "),
        ("a question", other_of(put(get_good()["question"], "question")), "/question: "),
    ),
    library.check_duplicates: (
        ("a sentence", other_of(only("action", FIRST)), "other.json/other/action.answer[0].text: "),
        ("a varied sentence", other_of(only("action", VARIED)), "is nearly “Before touching"),
        ("a scenario",
         other_of(only("action", *(" ".join(text.split()[:6]) + " thing" for _, text in
                                   story.texts(get_good())[10:60]))),
         "runs of 5 words"),
    ),
    library.check_reused: (
        ("a sum", other_of(only("result", "It saved $46,000.")), "other.json/other/result: $46,000"),
    ),
    library.check_released: (
        ("an id that is gone", other_of(put("other", "id")), "webhook-drops was released"),
        ("one that is not listed", other_of(put("other", "id")), "other.json/other/id: add it"),
    ),
    library.check_numbers: (
        ("too few", {}, "frugality/*: 0 scenarios"),
        ("too many", four_more(), "frugality/*: more than 4"),
        ("a new pack", other_of(put("other", "id")), "ownership/*: 1 scenarios"),
    ),
    library.check_places: (
        ("all at the third", many_right_at([2] * 16), "*/*/quiz: 16 of 16 right options stand at 3"),
        ("none at the first", many_right_at([1, 2, 3] * 8), "0 of 24 right options stand at 1"),
    ),
    library.check_longest: (
        ("long right ones", many_right_at([0, 1, 2, 3] * 4, long_right(7)), "in 7 of 16"),
    ),
}  # fmt: skip

# Texts, and what is made of them.
PASSIVES = {
    "I was late and they were ready.": [],
    "I was worried that it was complicated.": [],
    "I wrote what was missing.": [],
    "I saw that it was a hundred.": [],
    "I was used to it.": [],
    "I said: “It was moved.”": [],
    "I saw that it is used by many.": ["is used"],
    "I said it isn’t fixed.": ["isn’t fixed"],
    "I knew it had already been sold and then was never sent.": ["been sold", "was never sent"],
}
FIGURES = {
    "It took 31 hours.": [(31, "hours")],
    "It fell from $46,000 to $1.5 million a month": [(46000, "$"), (1500000, "$")],
    "twenty-one of two hundred and six teams": [(21, ""), (200, ""), (6, "teams")],
    "one in four hundred": [(400, "")],
    "Between 2,500 and 0.3% of it": [(2500, ""), (0.3, "%")],
    "Four, nine and half of them": [(4, ""), (9, ""), ("half", "")],
}
BASELINES = {
    "The bill went from about $46,000 to $18,000.": [46000, 46000],
    "It took 9.5 hours to 3.1.": [9.5],
    "I moved from the team to another.": [],
    "Down from ninety minutes.": [90],
    "It took 3 hours to fix.": [],
}
SENTENCES = {
    "I did it. Then I left.": ["I did it.", "Then I left."],
    "She said: “No. Not now.” I left at 3.5 p.m. sharp.": [
        "She said: “No. Not now.”",
        "I left at 3.5 p.m. sharp.",
    ],
    "In approx. two days. 3 of them": ["In approx. two days.", "3 of them"],
}
WORDS = {"I did — it – 2% of $3,000. …": 6, "": 0, "mid-term ’tis (x)": 3}
TARGETS = {"sde1": [20, 14, 62, 14, 10], "sde2": [30, 20, 90, 20, 15]}


def run_one(check_it, spoil, catalogue):
    scenario = copy.deepcopy(get_good())
    if spoil:
        spoil(scenario)
    return [f"{path}: {message}" for path, message in check_it(scenario, catalogue)]


def test_checks(tap):
    catalogue = check.get_catalogue()
    for check_it in check.CHECKS:
        name = check_it.__name__[len("check_") :]
        findings = run_one(check_it, None, catalogue)
        tap.case(f"{name}: a good scenario", "\n".join(findings))
        tap.case(f"{name}: has faults to find", "" if OF_ONE.get(check_it) else "none is planted")
        for fault, spoil, wanted in OF_ONE.get(check_it, ()):
            tap.case(f"{name}: {fault}", expect(run_one(check_it, spoil, catalogue), wanted))


def test_library(tap):
    for check_it in library.BESIDE + library.WHOLE:
        name = check_it.__name__[len("check_") :]
        tap.case(f"{name}: has faults to find", "" if BESIDE.get(check_it) else "none is planted")
        for fault, scenarios, wanted in BESIDE.get(check_it, ()):
            findings = [check.say(*finding) for finding in check_it(scenarios)]
            tap.case(f"{name}: {fault}", expect(findings, wanted))
    alone = other_of(lambda scenario: None)
    for check_it in library.BESIDE:
        name = check_it.__name__[len("check_") :]
        tap.case(f"{name}: nothing shared", "\n".join(check.say(*f) for f in check_it(alone)))


def test_strict(tap, cli):
    pack = json.loads((story.ROOT / GOOD).read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for name, change, wanted in (
            ("a good pack", lambda s: None, None),
            ("a wrong level", put(["sde9"], "steps", 0, "answer", 3, "levels"), "error: "),
            ("a warning", put("no such", "steps", 0, "key_phrases", 0), "warning: "),
        ):
            spoilt = copy.deepcopy(pack)
            change(spoilt["scenarios"][0])
            path = pathlib.Path(folder, "frugality.json")
            path.write_text(json.dumps(spoilt), encoding="utf-8")
            lines = list(check.check_strict(cli, [path]))
            tap.case(f"strict: {name}", expect(lines, wanted) if wanted else "\n".join(lines))


def test_texts(tap):
    for name, table, function in (
        ("passive", PASSIVES, lambda text: list(telling.find_passives(text))),
        ("figures", FIGURES, lambda text: [(v, u.split(" ")[0]) for v, u, _ in figures.find(text)]),
        ("baselines", BASELINES, lambda text: [v for v, _, _ in figures.baselines(text)]),
        ("sentences", SENTENCES, story.sentences),
        ("words", WORDS, lambda text: len(story.words(text))),
    ):
        for text, wanted in table.items():
            got = function(text)
            tap.case(f"{name}: “{text}”", "" if got == wanted else f"{got}, not {wanted}")
    scenario = {"steps": [{"step": n, "seconds": s} for n, s in zip(story.STEPS, TARGETS["sde2"])]}
    for level, wanted in TARGETS.items():
        got = list(story.targets(scenario, level, check.get_catalogue()).values())
        tap.case(f"targets at {level}", "" if got == wanted else f"{got}, not {wanted}")


def main():
    tap = Tap()
    test_texts(tap)
    test_checks(tap)
    test_library(tap)
    test_strict(tap, sys.argv[1])
    print(f"1..{tap.number}")
    sys.exit(tap.failed > 0)


main()
