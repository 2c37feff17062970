#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bank_mutations.py: each check of the question bank is silent about the bank,
finds the fault that is planted in it, and says where. TAP, a case for each
fault."""

import copy
import sys

import bank
import check
import story
from tap import Tap, expect

PACKS = sorted((story.ROOT / "data/packs").glob("*.json"))
FIRST = bank.load()["questions"][0]["id"]
SECOND = bank.load()["questions"][1]["id"]


# ---- ways to spoil the bank: each takes it, and changes it


def put(value, *path):
    """A value at a path of names and indices in the questions."""

    def spoil(spoilt):
        item = spoilt["questions"]
        for name in path[:-1]:
            item = item[name]
        item[path[-1]] = value

    return spoil


def change(**members):
    """Members of the bank itself."""
    return lambda spoilt: spoilt.update(members)


def drop(*path):
    def spoil(spoilt):
        item = spoilt["questions"]
        for name in path[:-1]:
            item = item[name]
        del item[path[-1]]

    return spoil


def keep(number, principle=None):
    """Only so many questions, of a principle or in all."""

    def spoil(spoilt):
        of_it = [q for q in spoilt["questions"] if principle in (None, q["principle"])]
        gone = [q["id"] for q in of_it[number:]]
        spoilt["questions"] = [q for q in spoilt["questions"] if q["id"] not in gone]

    return spoil


def open_all(opening, number, principle=None):
    """So many questions that open alike, of a principle or of any."""

    def spoil(spoilt):
        of_it = [q for q in spoilt["questions"] if principle in (None, q["principle"])]
        for question in of_it[:number]:
            question["question"] = f"{opening} {question['question']}"

    return spoil


def forget(scenario, kept=0, principle=None):
    """All but so many questions, of a principle or in all, leave a scenario out."""

    def spoil(spoilt):
        of_it = [q for q in spoilt["questions"] if principle in (None, q["principle"])]
        for question in [q for q in of_it if scenario in q["scenarios"]][kept:]:
            question["scenarios"].remove(scenario)

    return spoil


ASKED = "Give me an example of a customer asking for one thing and needing another."
VARIED = "When has a customer asked for a thing, needing another?"
OF_A_SCENARIO = "Tell me about a time when honesty cost you something."
LIKE_IT = "When has your honesty cost you?"

# Check: (what is spoilt, how, what the finding says of where and what).
FAULTS = {
    "schema": (
        ("another format", change(format="starling-pack"), "format: "),
        ("a version to come", change(version=2), "version: "),
        ("no language", lambda b: b.pop("language"), "'language' is a required property"),
        ("no questions", change(questions=[]), "questions: "),
        ("an id in capitals", put("No-Kebab", 0, "id"), "No-Kebab/id: "),
        ("no id", drop(3, "id"), "questions[3]: 'id'"),
        ("nothing probed", drop(0, "probes"), f"{FIRST}: 'probes'"),
        ("a long question", put("long " * 61, 0, "question"), f"{FIRST}/question: "),
        ("a long probe", put("long " * 41, 0, "probes"), f"{FIRST}/probes: "),
        ("four others", put(list("abcd"), 0, "also"), f"{FIRST}/also: "),
        ("no scenario", put([], 0, "scenarios"), f"{FIRST}/scenarios: "),
        ("seven scenarios", put(list("abcdefg"), 0, "scenarios"), f"{FIRST}/scenarios: "),
        ("a scenario twice", put(["a", "a"], 0, "scenarios"), f"{FIRST}/scenarios: "),
        ("a question that is none", put("Why?", 5), "questions[5]: "),
    ),
    "numbers": (
        ("too few", keep(159), ": 159 questions; 160 at least"),
        ("too few of one", keep(9, "frugality"), "frugality: 9 questions of this principle"),
        ("none of one", keep(0, "think-big"), "think-big: 0 questions"),
    ),
    "ids": (
        ("an id twice", put(FIRST, 1, "id"), f"{FIRST}: another question has this id"),
        ("no principle", put("no-such", 0, "principle"), f"{FIRST}: no-such is no principle"),
        ("no other principle", put(["no-such"], 0, "also"), f"{FIRST}: no-such is no"),
        ("its own among the others", put(["customer-obsession"], 0, "also"), f"{FIRST}/also: "),
        ("no scenario", put(["no-such"], 0, "scenarios"), f"{FIRST}/scenarios: no-such is no"),
    ),
    "answers": (
        ("a best one that is told for others", put(["wrong-no"], 0, "scenarios"),
         f"{FIRST}/scenarios[0]: wrong-no is not told for customer-obsession"),
        ("one that is hardly named", forget("last-fax", 3), "last-fax: named by 3 questions"),
        ("one that is not named", forget("last-fax"), "last-fax: named by 0 questions"),
        ("one that is named for others only", forget("last-fax", 0, "ownership"),
         "last-fax: named by no question of its principle, ownership"),
    ),
    "length": (
        ("a short question", put("What went wrong?", 0, "question"), f"{FIRST}/question: 3 words"),
        ("one out of breath", put("What, " + "and what " * 17 + "else?", 0, "question"),
         f"{FIRST}/question: 36 words"),
        ("three sentences", put("You build. They use it. How is that?", 0, "question"),
         f"{FIRST}/question: more than two"),
        ("no question mark", put("What did you do about it", 0, "question"), "end with a"),
        ("a short probe", put("Whether you look.", 0, "probes"), f"{FIRST}/probes: 3 words"),
        ("a long probe", put("Whether you " + "look and " * 17 + "see.", 0, "probes"),
         f"{FIRST}/probes: 37 words"),
        ("two sentences", put("Whether you look. And how you see it.", 0, "probes"), "one sentence"),
        ("no full stop", put("Whether you look, and how you see", 0, "probes"), "one sentence"),
    ),
    "openings": (
        ("the commonplace", open_all("Tell me about a time:", 80), "open with “Tell me about a"),
        ("one opening", open_all("Why, then,", 40), ": 40 of "),
        ("one opening of a principle", open_all("Why, then,", 5, "frugality"),
         "frugality: 5 of 12 open with “why then …”"),
    ),
    "different": (
        ("a question twice", put(ASKED, 1, "question"), f"{SECOND}/question: “{ASKED}” is nearly"),
        ("a varied question", put(VARIED, 1, "question"), f"({FIRST}/question): write it anew"),
        ("that of a scenario", put(OF_A_SCENARIO, 0, "question"), "(green-page/question)"),
        ("nearly that of a scenario", put(LIKE_IT, 0, "question"), "(green-page/question)"),
        ("a run of words", put("How will you go beyond what you were asked to do?", 0, "question"),
         "where-to-stop/question: "),
        ("a probe twice", put(bank.load()["questions"][0]["probes"], 1, "probes"),
         f"{SECOND}/probes: "),
    ),
    "spelling": (
        ("a slip", put("What went rong with it?", 0, "question"), f"{FIRST}/question: “rong”"),
        ("British spelling", put("Whether you honour it at all.", 0, "probes"), "/probes: “honour”"),
    ),
    "inclusive": (
        ("hours", put("How many man-hours was it?", 0, "question"), f"{FIRST}/question: “man-hours”"),
    ),
    "plain": (
        ("a buzzword", put("Whether you leverage what you have.", 0, "probes"),
         f"{FIRST}/probes: “leverage”"),
    ),
    "typography": (
        ("a straight apostrophe", put("What didn't you do then?", 0, "question"),
         f"{FIRST}/question: "),
        ("a dash", put("Whether you look — or not.", 0, "probes"), "instead of a dash"),
    ),
}  # fmt: skip


def main():
    tap = Tap()
    good = bank.load()
    scenarios = check.load(PACKS)
    catalogue = check.get_catalogue()

    def find(check_it, spoilt):
        return [f"{path}: {said}" for path, said in check_it(spoilt, scenarios, catalogue)]

    for check_it in bank.CHECKS:
        name = check_it.__name__[len("check_") :]
        tap.case(f"{name}: the bank", "\n".join(find(check_it, good)))
        tap.case(f"{name}: has faults to find", "" if FAULTS.get(name) else "none is planted")
        for fault, spoil, wanted in FAULTS.get(name, ()):
            spoilt = copy.deepcopy(good)
            spoil(spoilt)
            tap.case(f"{name}: {fault}", expect(find(check_it, spoilt), wanted))
    print(f"1..{tap.number}")
    sys.exit(tap.failed > 0)


main()
