#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli-data.py STARLING-CLI ROOT: what becomes of the journal as a whole:
merging that of another computer, and giving it away."""

import csv
import gzip
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[2])


class Bench:
    """starling-cli with folders of its own, and how its test cases went."""

    def __init__(self, folder):
        self.folder = folder
        self.home = folder / "home"
        data = folder / "data"
        (data / "packs").mkdir(parents=True)
        shutil.copy(ROOT / "data/catalogue.json", data)
        shutil.copy(ROOT / "data/questions.json", data)
        shutil.copy(ROOT / "tests/core/data/packs/good/full.json", data / "packs")
        self.environment = dict(
            os.environ,
            STARLING_DATA_DIR=str(data),
            XDG_DATA_HOME=str(self.home),
            LC_ALL="C",
        )
        self.journal = self.home / "starling" / "journal.jsonl"
        self.n = self.failed = 0

    def run(self, *words, text=""):
        process = subprocess.run(
            [sys.argv[1], *map(str, words)],
            input=text,
            capture_output=True,
            encoding="utf-8",
            env=self.environment,
            check=False,
        )
        return process.returncode, process.stdout, process.stderr

    def clear(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def record(self, *events):
        """Each event is a time, a type and its members."""
        lines = [json.dumps({"at": at, "type": kind, **members}) for at, kind, members in events]
        status, out, err = self.run("record", text="\n".join(lines))
        assert status == 0, (out, err)

    def case(self, name, got, wanted=True):
        self.n += 1
        print(f"{'ok' if got == wanted else 'not ok'} {self.n} - {name}")
        if got != wanted:
            self.failed += 1
            print(f"# got {got}, wanted {wanted}"[:600])


def review(at, **members):
    return at, "review", {"card": "slow-builds#weak", "grade": 3, **members}


def check_merge(bench):
    other = bench.folder / "other.jsonl"
    bench.record(review("2026-11-23T09:00:00Z", id="a"), review("2026-11-24T09:00:00Z", id="b"))
    shutil.copy(bench.journal, other)
    bench.clear()
    bench.record(review("2026-11-25T09:00:00Z", id="c"), review("2026-11-23T09:00:00Z", id="a"))
    mine = bench.journal.read_text("utf-8")
    line = '{"id":"d", "v":7, "at":"2026-11-20T09:00:00.000Z", "type":"of-later"}\n'
    with other.open("a", encoding="utf-8") as file:
        file.write(line)
    theirs = other.read_text("utf-8")

    bench.case("merge", bench.run("merge", other), (0, "2 added, 1 already there\n", ""))
    added = [theirs.splitlines(True)[1], line]
    bench.case("appended as they stand", bench.journal.read_text("utf-8"), mine + "".join(added))
    bench.case("again", bench.run("merge", other), (0, "0 added, 3 already there\n", ""))
    bench.case("the other one is left alone", other.read_text("utf-8"), theirs)
    bench.case("with itself", bench.run("merge", bench.journal)[1], "0 added, 4 already there\n")

    bench.clear()
    packed = bench.folder / "journal.jsonl.gz"
    packed.write_bytes(gzip.compress(theirs.encode("utf-8")))
    status, out, err = bench.run("merge", "--json", packed)
    bench.case(
        "compressed, as JSON",
        (status, json.loads(out), err),
        (0, {"added": 3, "known": 0, "damaged": 0}, ""),
    )

    other.write_text("nonsense\n" + line.replace('"d"', '"e"'), "utf-8")
    status, out, err = bench.run("merge", other)
    bench.case("damaged lines are findings", (status, out), (1, "1 added, 0 already there\n"))
    bench.case("and told of", err.startswith("other.jsonl:1: "))

    for name, words, wanted in [
        ("no such file", ["merge", bench.folder / "gone"], 1),
        ("a folder", ["merge", bench.folder], 1),
        ("no journal", ["merge"], 2),
        ("two journals", ["merge", other, other], 2),
        ("help", ["merge", "--help"], 0),
    ]:
        status, out, err = bench.run(*words)
        bench.case(f"merge: {name}", (status, out == "" if wanted else err == ""), (wanted, True))


def take(at, spent, target, **members):
    steps = ("situation", "task", "action", "result", "reflection")
    times = [
        {"step": step, "spent_ms": 1000 * a, "target_ms": 1000 * b}
        for step, a, b in zip(steps, spent, target)
    ]
    return at, "rehearsal", {
        "scenario": "slow-builds", "level": "senior", "prompt": "cues", "steps": times, **members,
    }


REPORT = """# Interview practice, 25 November 2026

2 takes, 1 review of a card and 2 answers in quizzes, on 3 days. The interview is on 7 December 2026.

| Principle | Stories rehearsed | Takes | Quiz answers right | Cards due |
| :-- | --: | --: | --: | --: |
| Ownership | 0 of 1 | 0 | – | 0 of 2 |
| Invent and Simplify | 1 of 1 | 2 | 1 of 2 (50 %) | 1 of 10 |

## Invent and Simplify

### {title}

Rehearsed 2 times. Quiz answers right: 1 of 2 (50 %). Cards due: 1 of 10.

| Day | Level | Angle | Told in | Target | Difference | Action |
| :-- | :-- | :-- | --: | --: | --: | --: |
| 23 November 2026 | Senior SDE | As told | 3 min 10 s | 2 min 55 s | 15 s over | 53 % |
| 24 November 2026 | Senior SDE | Dive Deep | 20 s | 20 s | on target | 0 % |
"""


def check_export(bench):
    bench.clear()
    now = "2026-11-25T12:00:00Z"
    out = bench.folder / "out"
    quiz = {"scenario": "slow-builds", "level": "sde2", "question": "q", "choice": 1, "ms": 900}
    bench.record(
        take("2026-11-23T09:00:00Z", [30, 20, 100, 25, 15], [25, 15, 100, 20, 15],
             note="slower *next* time"),
        review("2026-11-23T10:00:00Z"),
        ("2026-11-24T08:00:00Z", "goal", {"interview": "2026-12-07", "principles": []}),
        take("2026-11-24T09:00:00Z", [20], [20], angle="dive-deep"),
        ("2026-11-25T08:00:00Z", "quiz", {**quiz, "correct": True}),
        ("2026-11-25T09:00:00Z", "quiz", {**quiz, "correct": False}),
        take("2026-11-26T09:00:00Z", [20], [20], note="later"),
    )
    journal = bench.journal.read_text("utf-8")
    title = json.loads(bench.run("list", "--json")[1])
    title = next(row["title"] for row in title if row["scenario"] == "slow-builds")

    bench.case("journal", bench.run("export", "journal", out, "--notes"), (0, "", ""))
    bench.case("as it is", out.read_text("utf-8"), journal)
    bench.case("for the user alone", out.stat().st_mode & 0o777, 0o600)
    status, text, err = bench.run("export", "journal", out)
    bench.case("never overwritten", (status, text, "--force" in err), (1, "", True))
    bench.case("forced", bench.run("export", "journal", out, "--force")[0], 0)
    bench.case("without notes", '"note"' in out.read_text("utf-8"), False)
    bench.case("merged again", bench.run("merge", out)[1], "0 added, 7 already there\n")
    bench.run("export", "journal", out, "--force", "--now", now)
    bench.case("as of then", out.read_text("utf-8").count("\n"), 6)

    bench.case("table", bench.run("export", "csv", out, "--force", "--now", now), (0, "", ""))
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    bench.case("kinds", [row["kind"] for row in rows], "take review take answer answer".split())
    bench.case(
        "a take",
        [rows[0][name] for name in ("date", "time", "title", "seconds", "action_seconds")],
        ["2026-11-23", "09:00:00", title, "190.000", "100.000"],
    )

    words = ["export", "markdown", out, "--force", "--now", now]
    bench.case("report", bench.run(*words), (0, "", ""))
    report = REPORT.format(title=title)
    bench.case("as written by hand", out.read_text("utf-8"), report)
    bench.run(*words, "--notes")
    note = "\n> 23 November 2026: slower \\*next\\* time\n"
    bench.case("with notes", out.read_text("utf-8"), report + note)

    bench.clear()
    for form in "journal", "csv", "markdown":
        bench.case(f"nothing done: {form}", bench.run("export", form, out, "--force"), (0, "", ""))
    for name, words, wanted in [
        ("no format", ["export", out], 2),
        ("another format", ["export", "pdf", out], 2),
        ("no folder", ["export", "csv", bench.folder / "gone" / "out"], 1),
        ("help", ["export", "--help"], 0),
    ]:
        status, text, err = bench.run(*words)
        bench.case(f"export: {name}", (status, text == "" if wanted else err == ""), (wanted, True))


def read_anki(path):
    """(headers, rows) as Anki reads them."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = file.readlines()
    heads = dict(line[1:].rstrip("\n").split(":", 1) for line in lines if line[0] == "#")
    text = [line for line in lines if line[0] != "#"]
    return heads, list(csv.reader(text, delimiter="\t", strict=True))


def check_anki(bench):
    bench.clear()
    out = bench.folder / "cards.txt"
    bench.record(take("2026-11-23T09:00:00Z", [20], [20], note="a secret"))
    bench.case("cards", bench.run("export", "anki", out), (0, "", ""))
    heads, rows = read_anki(out)
    bench.case(
        "headers",
        [heads[name] for name in ("separator", "html", "guid column", "deck column")],
        ["tab", "false", "1", "4"],
    )
    listed = json.loads(bench.run("list", "--json")[1])
    names = [row[0] for row in rows]
    stories = {row["scenario"] for row in listed}
    bench.case("known by their names", len(set(names)) == len(rows) >= 10)
    bench.case("of all stories", {name.split("#")[0] for name in names}, stories)
    bench.case("five columns", {len(row) for row in rows}, {5})
    bench.case("decks", {row[3] for row in rows},
               {"Starling::Invent and Simplify", "Starling::Ownership"})  # fmt: skip
    bench.case("no notes", "secret" in out.read_text("utf-8"), False)
    bench.case("sde2 unless asked", all(" sde2" in row[4] for row in rows))

    words = ["export", "anki", out, "--force", "--level", "senior", "--angle", "dive-deep"]
    bench.case("through a lens", bench.run(*words), (0, "", ""))
    status, text, _ = bench.run("render", "slow-builds", *words[4:])
    backs = {row[0]: row[2] for row in read_anki(out)[1]}
    spoken = [line for line in text.split("\n## Probe")[0].splitlines() if line[:2] in ("+ ", "- ")]
    bench.case("there are marks", len(spoken) > 0)
    bench.case("marked as render has it", [
        line for line in spoken
        if not any(line in back for name, back in backs.items() if "#step." in name)
    ], [])  # fmt: skip
    for name, words, wanted in [
        ("a level that is none", ["anki", out, "--level", "sde9"], 2),
        ("an angle that is none", ["anki", out, "--angle", "x"], 2),
        ("a level of a table", ["csv", out, "--level", "sde1"], 2),
        ("notes", ["anki", out, "--notes"], 2),
        ("there already", ["anki", out], 1),
    ]:
        status, text, err = bench.run("export", *words)
        bench.case(f"cards: {name}", (status, text, err != ""), (wanted, "", True))


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        check_merge(bench)
        check_export(bench)
        check_anki(bench)
    print(f"1..{bench.n}")
    return bench.failed > 0


if __name__ == "__main__":
    sys.exit(main())
