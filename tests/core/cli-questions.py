#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli-questions.py STARLING-CLI ROOT: what `starling-cli questions` prints."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[2])
PACK = ROOT / "tests/core/data/packs/good/full.json"
SCENARIOS = {s["id"]: s for s in json.loads(PACK.read_text("utf-8"))["scenarios"]}
KINDS = ("written", "answer", "step", "angle", "result", "level", "flag", "phrase")

WRITTEN = """\
# The build that took an hour
Level: Senior SDE
Questions: 2 (2 written)

## written: owner
Question: Which phrase shows who acted?
* I measured every stage.
    A person, an act.
  It was measured.
    Nobody acts.
  We discussed it.
Explanation: Only the first names a person.

## written: missing
Question: What is missing from “it got faster”?
* A number
  A name
Explanation: From what to what.
"""

NONE = "# Two lines\nLevel: SDE 2\nQuestions: 0\n"

BANK = """\
id           principle            stories                question
slow-tool    invent-and-simplify  slow-builds two-lines  Which tool did everybody complain of until you did something about it?
own-mistake  earn-trust           slow-builds            What is the worst mistake that you found yourself?
"""

# (words, status, what standard output has, what standard error has)
CASES = [
    ("--help", 0, "Usage: starling-cli questions [SCENARIO…]", ""),
    ("--bogus", 2, "", "--bogus"),
    ("nothing", 1, "", "there is no scenario ‘nothing’"),
    ("slow-builds nothing", 1, "", "there is no scenario ‘nothing’"),
    ("--level sde4", 2, "", "--level takes sde1, sde2 or senior, not ‘sde4’"),
    ("--kind riddle", 2, "", "--kind takes written, answer, step"),
    ("--kind step --kind riddle", 2, "", "not ‘riddle’"),
    ("--seed -1", 2, "", "--seed takes a number from 0 up, not ‘-1’"),
    ("--seed many", 2, "", "not ‘many’"),
    ("--seed 18446744073709551616", 2, "", "not ‘18446744073709551616’"),
    ("--seed 18446744073709551615 two-lines --kind written", 0, NONE, ""),
    ("slow-builds --kind written --level senior", 0, WRITTEN, ""),
    ("two-lines --kind written", 0, NONE, ""),
    ("--bank", 0, BANK, ""),
    ("--bank dive-deep", 0, "slow-tool", ""),
    ("--bank earn-trust", 0, "own-mistake", ""),
    ("--bank grit", 1, "", "there is no principle ‘grit’"),
    ("--bank ownership dive-deep", 2, "", "--bank takes one principle"),
]


class Program:
    """`starling-cli questions` with folders of its own, and how it went."""

    def __init__(self, folder):
        data = folder / "data"
        (data / "packs").mkdir(parents=True)
        shutil.copy(ROOT / "data/catalogue.json", data)
        shutil.copy(ROOT / "tests/core/data/questions/full.json", data / "questions.json")
        shutil.copy(PACK, data / "packs")
        self.environment = dict(
            os.environ,
            STARLING_DATA_DIR=str(data),
            HOME=str(folder),
            XDG_DATA_HOME=str(folder / "home"),
            XDG_CACHE_HOME=str(folder / "cache"),
            LC_ALL="C",  # what is printed is UTF-8 all the same
        )
        self.n = self.failed = 0

    def run(self, call):
        return subprocess.run(
            [sys.argv[1], "questions", *call.split()],
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    def json(self, call=""):
        run = self.run(f"{call} --json")
        assert run.returncode == 0 and not run.stderr, run
        return json.loads(run.stdout)

    def case(self, good, name, *details):
        self.n += 1
        print(f"{'ok' if good else 'not ok'} {self.n} - {name}")
        if not good:
            self.failed += 1
            for line in "\n".join(map(str, details)).splitlines():
                print(f"# {line}")


def matches(text, part):
    """Whether PART is in TEXT; nothing may be there for ""."""
    return part in text if part else not text


def cases(program):
    for call, status, out, err in CASES:
        run = program.run(call)
        program.case(
            run.returncode == status
            and (run.stdout == out if out.startswith("#") else matches(run.stdout, out))
            and matches(run.stderr, err)
            and len(run.stderr.splitlines()) == (1 if err else 0),
            call,
            run,
        )


def parse(text):
    """What is printed for people, read back."""
    titles = {s["title"]: s["id"] for s in SCENARIOS.values()}
    questions, question, scenario = [], None, None
    for line in text.splitlines():
        if line.startswith("# "):
            scenario = titles[line[2:]]
        elif line.startswith("## "):
            kind, name = line[3:].split(": ")
            question = {"scenario": scenario, "id": name, "kind": kind, "options": []}
            questions.append(question)
        elif line.startswith("    "):
            question["options"][-1]["why"] = line[4:]
        elif line.startswith(("* ", "  ")):
            if line[0] == "*":
                question["correct"] = len(question["options"])
            question["options"].append({"text": line[2:]})
        elif line and not line.startswith(("Level: ", "Questions: ")):
            label, words = line.split(": ", 1)
            question[label.lower()] = words
    return questions


def sound(question):
    """Whether a question could be asked."""
    texts = [option["text"] for option in question["options"]]
    return (
        2 <= len(texts) <= 6
        and len(set(texts)) == len(texts)
        and 0 <= question["correct"] < len(texts)
        and all(question[name] for name in ("id", "question", "explanation"))
        and ("." in question["id"]) == (question["kind"] != "written")
    )


def all_of_the_library(program):
    questions = program.json()
    names = [(q["scenario"], q["id"]) for q in questions]
    program.case(all(sound(q) for q in questions), "each can be asked", questions)
    program.case(len(set(names)) == len(names), "each has a name", names)
    program.case({q["scenario"] for q in questions} == set(SCENARIOS), "all scenarios", names)
    program.case(parse(program.run("").stdout) == questions, "text and JSON agree")
    apart = program.json("two-lines") + program.json("slow-builds")
    program.case(program.json("two-lines slow-builds") == apart, "in the order of the words")
    program.case(
        [q for q in apart if q["kind"] == "written"]
        == [
            {"scenario": "slow-builds", "kind": "written", **q}
            for q in SCENARIOS["slow-builds"]["quiz"]
        ],
        "written ones as they are in the pack",
        apart,
    )


def kinds(program):
    questions = program.json()
    for kind in KINDS:
        program.case(
            program.json(f"--kind {kind}") == [q for q in questions if q["kind"] == kind],
            f"of the kind {kind}",
        )
    program.case(
        program.json("--kind flag --kind step")
        == [q for q in questions if q["kind"] in ("flag", "step")],
        "of two kinds",
    )


def derived(program):
    probe = SCENARIOS["slow-builds"]["probes"][0]
    question = next(
        q for q in program.json("slow-builds --kind answer") if q.get("quote") == probe["weak"]["answer"]
    )
    right = question["options"][question["correct"]]
    program.case(
        right == {"text": "Weak", "why": probe["weak"]["why"]}
        and question["probe"] == probe["id"]
        and "step" not in question
        and probe["question"] in question["question"],
        "a weak answer is asked about",
        question,
    )
    steps = program.json("slow-builds --kind step")
    program.case(
        [q["step"] for q in steps] == ["situation", "task", "action", "result", "reflection"]
        and all("probe" not in q for q in steps),
        "a sentence of each step is asked about",
        steps,
    )


def level_and_seed(program):
    def ids(call):
        return [q["id"] for q in program.json(call)]

    program.case(ids("slow-builds") != ids("slow-builds --level senior"), "the level counts")
    program.case(
        program.json("--seed 7") == program.json("--seed 7")
        and program.json("--seed 0") == program.json(),
        "the same seed asks the same",
    )
    program.case(ids("--seed 7") == ids("--seed 8"), "no seed asks about something else")
    program.case(
        any(program.json(f"--seed {seed}") != program.json() for seed in range(1, 9)),
        "another seed has other options",
    )


def bank(program):
    """With --json, the columns are members; a principle leaves the others out."""
    questions = program.json("--bank")
    program.case(
        [sorted(q) for q in questions] == [["id", "principle", "question", "stories"]] * 2,
        "the bank as JSON",
        questions,
    )
    ids = [q["id"] for q in program.json("--bank ownership")]
    program.case(ids == ["slow-tool"], "a principle of the bank", ids)
    ids = [q["id"] for q in program.json("--bank frugality")]
    program.case(ids == [], "a principle without questions", ids)


def main():
    with tempfile.TemporaryDirectory(prefix="starling-") as folder:
        program = Program(pathlib.Path(folder))
        for part in (cases, all_of_the_library, kinds, derived, level_and_seed, bank):
            part(program)
    print(f"1..{program.n}")
    return 1 if program.failed else 0


if __name__ == "__main__":
    sys.exit(main())
