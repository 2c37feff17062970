#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli-due.py STARLING-CLI ROOT: what `starling-cli due` and `stats` say of a
journal at given times."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(sys.argv[2])
FULL = ROOT / "tests/core/data/packs/good/full.json"
N_CARDS = 12  # of the pack above
# the text of this step is for seniors only, as the bench has it
TASK = "slow-builds#step.task"
WHY = "two-lines#probe.why"


class Bench:
    """starling-cli with folders of its own, and how its test cases went."""

    def __init__(self, folder):
        self.home = folder / "home"
        data = folder / "data"
        (data / "packs").mkdir(parents=True)
        shutil.copy(ROOT / "data/catalogue.json", data)
        shutil.copy(ROOT / "data/questions.json", data)
        pack = json.loads(FULL.read_text("utf-8"))
        pack["scenarios"][0]["steps"][1]["answer"][0]["levels"] = ["senior"]
        (data / "packs" / "full.json").write_text(json.dumps(pack), "utf-8")
        self.environment = dict(
            os.environ,
            STARLING_DATA_DIR=str(data),
            XDG_DATA_HOME=str(self.home),
            LC_ALL="C",
        )
        self.n = self.failed = 0

    def run(self, *words, text=""):
        process = subprocess.run(
            [sys.argv[1], *words],
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

    def due(self, now, *words):
        status, out, err = self.run("due", "--json", "--now", now, *words)
        assert status == 0 and not err, (out, err)
        return json.loads(out)

    def find(self, now, card=TASK):
        """State and due time of a card in the queue, or None."""
        rows = [row for row in self.due(now) if row["card"] == card]
        return (rows[0]["state"], rows[0]["due"]) if rows else None

    def count(self, now, state="new"):
        return sum(row["state"] == state for row in self.due(now))

    def stats(self, now, principle=None):
        status, out, err = self.run("stats", "--json", "--now", now)
        assert status == 0 and not err, (out, err)
        figures = json.loads(out)
        rows = {row.pop("principle"): row for row in figures.pop("principles")}
        return rows[principle] if principle else figures

    def case(self, name, got, wanted=True):
        self.n += 1
        print(f"{'ok' if got == wanted else 'not ok'} {self.n} - {name}")
        if got != wanted:
            self.failed += 1
            print(f"# got {got}, wanted {wanted}"[:600])


def review(at, grade, card=TASK, **members):
    return at, "review", {"card": card, "grade": grade, **members}


def check_output(bench):
    now = "2026-11-23T09:00:00Z"
    rows = bench.due(now)
    bench.case("all are new", len({row["card"] for row in rows}), N_CARDS)
    bench.case(
        "members",
        all(list(row) == ["card", "state", "due"] for row in rows)
        and {(row["state"], row["due"]) for row in rows} == {("new", "2026-11-23T09:00:00.000Z")},
    )
    pairs = list(zip(rows, rows[1:]))
    apart = sum(a["card"].split("#")[0] != b["card"].split("#")[0] for a, b in pairs)
    bench.case("siblings apart", apart >= 4)  # the other story has two cards

    status, out, err = bench.run("due", "--now", now)
    lines = [line.split() for line in out.splitlines()]
    bench.case("table", (status, lines[0], err), (0, ["card", "state", "due"], ""))
    bench.case("table as JSON", lines[1:], [list(row.values()) for row in rows])

    for level, wanted in ("sde1", N_CARDS - 1), ("sde2", N_CARDS - 1), ("senior", N_CARDS):
        bench.case(f"level {level}", len(bench.due(now, "--level", level)), wanted)
    bench.case("wrong level", bench.run("due", "--level", "boss")[0], 2)
    for command in ("due", "stats"):
        bench.case(f"{command}: wrong time", bench.run(command, "--now", "noon")[0], 2)
        bench.case(f"{command}: other words", bench.run(command, "all")[0], 2)
        status, out, err = bench.run(command, "--help")
        bench.case(f"{command}: help", status == 0 and "--now" in out and "--json" in out)


def check_steps(bench):
    """Minutes of learning count to the second, days from 04:00 on."""
    bench.clear()
    bench.record(review("2026-11-23T09:00:00Z", 3), review("2026-11-23T09:10:30Z", 3))
    learning = ("learning", "2026-11-23T09:10:00.000Z")
    graduated = ("review", "2026-11-25T09:10:30.000Z")
    for now, wanted in [
        ("2026-11-23T08:59:59Z", ("new", "2026-11-23T08:59:59.000Z")),  # later ones ignored
        ("2026-11-23T09:00:00Z", None),
        ("2026-11-23T09:09:59Z", None),
        ("2026-11-23T09:10:00Z", learning),
        ("2026-11-23T09:10:29Z", learning),
        ("2026-11-23T09:10:30Z", None),
        ("2026-11-25T03:59:59Z", None),
        ("2026-11-25T04:00:00Z", graduated),
        ("2026-11-25T03:59:59+02:00", None),
        ("2026-11-25T04:00:00+02:00", graduated),
        ("2026-11-24T03:59:59-08:00", None),
        ("2026-11-24T04:00:00-08:00", graduated),  # at 01:10 of the next night there
        ("2026-12-25T04:00:00Z", graduated),
    ]:
        bench.case(f"steps at {now}", bench.find(now), wanted)

    bench.record(review("2026-11-25T10:00:00Z", 1))
    bench.case("failed", bench.find("2026-11-25T10:09:59Z"), None)
    bench.case(
        "relearning",
        bench.find("2026-11-25T10:10:00Z"),
        ("relearning", "2026-11-25T10:10:00.000Z"),
    )


def check_limits(bench):
    bench.clear()
    monday = "2026-11-23T09:00:00Z"
    bench.record(("2026-11-23T08:00:00Z", "settings", {"new_per_day": 3, "reviews_per_day": 1}))
    bench.case("new a day", bench.count(monday), 3)
    bench.record(*(review("2026-11-23T08:30:00Z", 4, card) for card in (TASK, WHY)))
    bench.case("two were introduced", bench.count(monday), 1)
    bench.case("the day ends at 04:00", bench.count("2026-11-24T03:59:59Z"), 1)
    bench.case("a new day", bench.count("2026-11-24T04:00:00Z"), 3)
    late = "2026-12-20T09:00:00Z"
    bench.case("reviews a day", bench.count(late, "review"), 1)
    bench.record((late, "settings", {"reviews_per_day": 9, "new_per_day": 0}))
    bench.case("more reviews", (bench.count(late, "review"), bench.count(late)), (2, 0))
    bench.case("settings of later", bench.count("2026-12-20T08:59:59Z", "review"), 1)
    bench.case("figures", bench.stats(late, "ownership")["due"], 1)


def check_goal(bench):
    """The effective due: the last day of study before the interview."""
    bench.clear()
    goal = {"interview": "2026-11-28", "principles": ["ownership"]}
    bench.record(review("2026-11-23T09:00:00Z", 4), ("2026-11-23T10:00:00Z", "goal", goal))
    wednesday, friday = "2026-11-25T09:00:00Z", "2026-11-27T09:00:00Z"
    bench.case("ticked first", bench.count("2026-11-23T11:00:00Z"), 1)
    bench.case("brought forward", bench.find(friday), ("review", "2026-11-27T04:00:00.000Z"))
    bench.case("in local time", bench.find("2026-11-27T09:00:00+05:30")[1][11:19], "22:30:00")
    bench.case("not new in the last look", bench.count(friday), 0)
    bench.case("seen in the last look", bench.stats(friday, "invent-and-simplify")["due"], 1)
    status, out, _ = bench.run("list", "--json", "--now", wednesday)
    bench.case(
        "the same everywhere in the last look",
        (bench.count(wednesday, "review"), bench.stats(wednesday, "invent-and-simplify")["due"],
         sum(row["due"] for row in json.loads(out)), status),
        (1, 1, 1, 0),
    )
    bench.record(review("2026-11-25T08:00:00Z", 3))
    bench.case("has had its last look", (bench.find(wednesday), bench.find(friday)), (None, None))
    bench.record((wednesday, "goal", {"interview": None, "principles": []}))
    bench.case("no date", bench.count(friday), N_CARDS - 1)


def check_actions(bench):
    late = "2026-12-20T09:00:00Z"
    shown, new = ("review", "2026-11-25T09:20:00.000Z"), ("new", "2026-12-20T09:00:00.000Z")
    for name, events, wanted in [
        ("none", [], shown),
        ("suspend", [("card", {"card": TASK, "action": "suspend"})], None),
        (
            "unsuspend",
            [("card", {"card": TASK, "action": do}) for do in ("suspend", "unsuspend")],
            shown,
        ),
        ("bury", [("card", {"card": TASK, "action": "bury"})], shown),  # until tomorrow
        ("reset", [("card", {"card": TASK, "action": "reset"})], new),
        ("undo", [("undo", {"of": "second"})], ("learning", "2026-11-23T09:10:00.000Z")),
        ("undo both", [("undo", {"of": "second"}), ("undo", {"of": "first"})], new),
        (
            "redo",
            [("undo", {"of": "second", "id": "u"}), ("undo", {"of": "u"})],
            shown,
        ),
        ("forget", [("forget", {"scenario": "slow-builds"})], new),
        ("forget another", [("forget", {"scenario": "two-lines"})], shown),
    ]:
        bench.clear()
        bench.record(
            review("2026-11-23T09:00:00Z", 3, id="first"),
            review("2026-11-23T09:20:00Z", 3, id="second"),
            *((f"2026-11-25T10:00:0{i}Z", *event) for i, event in enumerate(events)),
        )
        bench.case(f"{name}", bench.find(late), wanted)
        if name == "bury":
            bench.case("buried today", bench.find("2026-11-26T03:59:59Z"), None)
            bench.case("back at 04:00", bench.find("2026-11-26T04:00:00Z"), shown)


def check_stats(bench):
    bench.clear()
    now = "2026-11-25T12:00:00Z"
    take = {"scenario": "slow-builds", "level": "sde2", "prompt": "cues", "steps": []}
    quiz = {"scenario": "two-lines", "level": "sde2", "question": "q", "choice": 1, "ms": 900}
    bench.case("nothing", set(bench.stats(now).values()), {0})
    bench.record(
        review("2026-11-23T09:00:00Z", 3, id="first"),
        review("2026-11-23T09:20:00Z", 3),
        ("2026-11-24T09:00:00Z", "rehearsal", {**take, "id": "take"}),
        ("2026-11-25T03:00:00Z", "quiz", {**quiz, "correct": True}),  # still the 24th
        ("2026-11-25T11:00:00Z", "quiz", {**quiz, "correct": False}),
        review("2026-11-25T11:30:00Z", 4, "nobody#weak"),
        review("2026-11-26T09:00:00Z", 3),
    )
    total = {"reviews": 3, "takes": 1, "quiz": 2, "right": 1, "streak": 3, "days": 3}
    bench.case("totals", bench.stats(now), total)
    story = {"reviews": 2, "takes": 1, "quiz": 0, "right": 0, "cards": 10, "introduced": 1, "due": 1}
    bench.case("a principle", bench.stats(now, "invent-and-simplify"), story)
    other = {"reviews": 0, "takes": 0, "quiz": 2, "right": 1, "cards": 2, "introduced": 0, "due": 0}
    bench.case("another", bench.stats(now, "ownership"), other)
    bench.case("one without cards", set(bench.stats(now, "frugality").values()), {0})
    bench.case("a day before", bench.stats("2026-11-24T08:00:00Z")["reviews"], 2)

    status, out, err = bench.run("stats", "--now", now)
    head, table = out.split("\n\n")
    lines = dict(line.split(": ") for line in head.splitlines())
    bench.case("text", {key: int(value) for key, value in lines.items()}, total)
    rows = [line.split() for line in table.splitlines()]
    bench.case("table of principles", rows[0], ["principle", *story])
    row = next(row for row in rows if row[0] == "invent-and-simplify")
    bench.case("row", list(map(int, row[1:])), list(story.values()))
    bench.case("all principles", (len(rows), status, err), (17, 0, ""))

    bench.record(("2026-11-25T11:45:00Z", "undo", {"of": "take"}))
    bench.case("undone take", bench.stats(now), {**total, "takes": 0})
    bench.record(("2026-11-25T11:46:00Z", "forget", {"scenario": "two-lines"}))
    bench.case("forgotten", bench.stats(now, "ownership")["quiz"], 0)


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        check_output(bench)
        check_steps(bench)
        check_limits(bench)
        check_goal(bench)
        check_actions(bench)
        check_stats(bench)
    print(f"1..{bench.n}")
    return bench.failed > 0


if __name__ == "__main__":
    sys.exit(main())
