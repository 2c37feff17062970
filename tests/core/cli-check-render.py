#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli-check-render.py STARLING-CLI ROOT: what `starling-cli check` and
`render` print, and their exit statuses."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[2])
GOOD = ROOT / "tests/core/data/packs/good"
BAD = ROOT / "tests/core/data/packs/bad"
BANK = ROOT / "tests/core/data/questions"

RENDERED = """\
# The build that took an hour
Question: Tell me about a time when you made something simpler.
Principle: Invent and Simplify
Level: Senior SDE
Angle: Dive Deep
Target: 175 s (150–180 s)
Lead: Lead with the measurement.
Emphasize: The stages.
Downplay: The people.
Guidance: What changed for all teams.
Bar: A mechanism that lasts.

## Overview
Situation: A build took an hour.
Walkthrough: Measure, cut, keep it cut.
Takeaways: Measure first. · Leave a guard behind.

## Situation: 30 s
+ Our build took an hour, and nobody’s ticket said so.
- Twelve people waited for it.
Key phrases: took an hour · Nobody's ticket
Coaching: The problem first.
Common mistake: The history of the build system.

## Task: 20 s
  I decided to bring it under ten minutes.
Key phrases: under ten minutes
Coaching: A number.
Common mistake: No number.

## Action: 90 s
+ I measured every stage.
- I removed two stages that did nothing.
  I pinned the rest with a budget.
Key phrases: I measured · I removed
Coaching: I, not we.
Common mistake: We looked into it.

## Result: 20 s
  The build takes eight minutes, from sixty.
Key phrases: eight minutes
Coaching: From, to.
Common mistake: It got better.

## Reflection: 15 s
  A budget is what kept it fast.
  I took it to the other teams.
Key phrases: a budget
Coaching: A mechanism.
Common mistake: Communication matters.

## Probe: What did you do yourself?
Tests: contribution
Weak answer: We looked at it together.
Why: “We looked at it” hides who did what.
Strong answer: I measured each stage and removed two.
Takeaway: One person, named acts.

## Probe: What if it were ten times as large?
Tests: scale
Weak answer: It would be fine.
Why: No reason is given.
Strong answer: I would shard the slowest stage.
Takeaway: The limit, then the way past it.

## Weak answer
Answer: The build was slow sometimes, and we made it faster.
Flags: sometimes · no figures
Bar raiser: Nothing to hold on to.
"""

COMPLAINT = ":1:65: error: $.title: write \\t, or a space, instead of a tabulator"
WARNING = ':1:100: warning: $.scenarios[0]: add "probes"'
UNKNOWN = ":6:59: warning: $.questions[0].scenarios[1]: write the id of a sc"
WRONG = "wrong.json:6:18: error: $.questions[0].principle: write the id of a pr"

# (words, status, what standard output has, what standard error has)
CASES = [
    ("", 2, "", "a command is missing"),
    ("bogus", 2, "", "there is no command ‘bogus’"),
    ("--help", 0, "check PACK…", ""),
    ("--version", 0, "starling-cli 0.", ""),
    ("check", 2, "", "name at least one pack"),
    ("check --bogus", 2, "", "--bogus"),
    ("check --help", 0, "Usage: starling-cli check [--strict] PACK…", ""),
    ("check {good}/full.json", 0, None, ""),
    ("check --strict {good}/full.json", 0, None, ""),
    ("check {good}/minimal.json", 0, "{good}/minimal.json" + WARNING, ""),
    ("check --strict {good}/minimal.json", 1, WARNING, ""),
    ("check {good}/minimal.json --strict", 1, WARNING, ""),
    ("check {bad}/raw-tab.json", 1, "{bad}/raw-tab.json" + COMPLAINT, ""),
    ("check {bad}/raw-tab.json {good}/full.json", 1, COMPLAINT, ""),
    ("check {good}/full.json {bad}/raw-tab.json", 1, COMPLAINT, ""),
    ("check {good}/gone.json", 1, "gone.json:1:1: error: $: this file cannot", ""),
    ("check {good}", 1, ":1:1: error: $: this is a folder", ""),
    ("check /dev/null", 1, ":1:1: error: $: this is not a regular file", ""),
    ("check {bank}/full.json", 0, None, ""),
    ("check --strict {bank}/full.json {good}/full.json", 0, None, ""),
    ("check {bank}/unknown.json", 0, "{bank}/unknown.json" + UNKNOWN, ""),
    ("check --strict {bank}/unknown.json", 1, UNKNOWN, ""),
    ("check {bank}/wrong.json {good}/full.json", 1, WRONG, ""),
    ("import {bank}/full.json", 1, 'write "starling-pack" here', "is not imported"),
    ("render", 2, "", "name one scenario"),
    ("render slow-builds two-lines", 2, "", "name one scenario"),
    ("render --help", 0, "SCENARIO [--level LEVEL] [--angle ANGLE]", ""),
    ("render nothing", 1, "", "there is no scenario ‘nothing’"),
    ("render slow-builds --level sde4", 2, "", "not ‘sde4’"),
    ("render slow-builds --angle grit", 2, "", "not ‘grit’"),
    ("render nothing --angle grit", 2, "", "not ‘grit’"),
    ("render slow-builds --angle frugality", 0, "Angle: As told", "no angle for Frugality"),
    ("render slow-builds --angle as-told", 0, "Angle: As told", ""),
    ("render slow-builds", 0, "Level: SDE 2", ""),
    ("render slow-builds --level sde1", 0, "## Action: 62 s", ""),
    ("render --level sde1 slow-builds", 0, "Target: 120 s (90–120 s)", ""),
    ("render two-lines --level=senior", 0, "## Task:", ""),
]


class Program:
    """starling-cli with folders of its own, and how its test cases went."""

    def __init__(self, folder):
        data = folder / "data"
        (data / "packs").mkdir(parents=True)
        shutil.copy(ROOT / "data/catalogue.json", data)
        shutil.copy(ROOT / "data/questions.json", data)
        shutil.copy(GOOD / "full.json", data / "packs")
        self.environment = dict(
            os.environ,
            STARLING_DATA_DIR=str(data),
            HOME=str(folder),
            XDG_DATA_HOME=str(folder / "home"),
            XDG_CACHE_HOME=str(folder / "cache"),
            LC_ALL="C",  # what is printed is UTF-8 all the same
        )
        self.n = self.failed = 0

    def run(self, words):
        return subprocess.run(
            [sys.argv[1], *words],
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            stdin=subprocess.DEVNULL,
            check=False,
        )

    def case(self, good, name, run):
        self.n += 1
        print(f"{'ok' if good else 'not ok'} {self.n} - {name}")
        if not good:
            self.failed += 1
            for line in f"{run.returncode}\n{run.stdout}\n{run.stderr}".splitlines():
                print(f"# {line}")


def matches(text, part):
    """Whether PART is in TEXT; nothing may be there for "" and None."""
    return part in text if part else not text


def checks_without_journal(program, folder):
    """What is checked or imported has nothing to do with progress."""
    journal = folder / "home" / "starling" / "journal.jsonl"
    journal.parent.mkdir(parents=True, exist_ok=True)
    journal.write_text("".join(
        f'{{"id":"{i}","at":"2026-11-23T09:00:00.000Z","type":"undo","of":"x"}}\n'
        for i in range(6000)), "ascii")  # fmt: skip
    run = program.run(["check", f"{BANK}/full.json"])
    imported = program.run(["import", f"{GOOD}/full.json"])
    read = (folder / "cache" / "starling" / "journal.snapshot").exists()
    listed = program.run(["list"])
    kept = (folder / "cache" / "starling" / "journal.snapshot").exists()
    good = not read and kept and imported.returncode == listed.returncode == run.returncode == 0
    return good, "the journal is left alone", imported if imported.returncode else listed


def main():
    with tempfile.TemporaryDirectory(prefix="starling-") as folder:
        program = Program(pathlib.Path(folder))
        for call, status, out, err in CASES:
            places = {"good": GOOD, "bad": BAD, "bank": BANK}
            run = program.run([word.format(**places) for word in call.split()])
            good = (
                run.returncode == status
                and matches(run.stdout, out and out.format(**places))
                and matches(run.stderr, err)
                and len(run.stderr.splitlines()) == (1 if err else 0)
            )
            program.case(good, call or "no words", run)
        run = program.run("render slow-builds --level senior --angle dive-deep".split())
        program.case(run.stdout == RENDERED and not run.stderr, "rendered", run)
        program.case(*checks_without_journal(program, pathlib.Path(folder)))
    print(f"1..{program.n}")
    return 1 if program.failed else 0


if __name__ == "__main__":
    sys.exit(main())
