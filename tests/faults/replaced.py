#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""replaced.py STARLING-CLI SESSION LIBRARY ROOT: another program puts another
journal in the place of the one that is open, as one that syncs files does, or
changes it where it is: before each call in turn, and while nothing is done.
Nothing of either is lost, and nothing is there twice."""

import os
import shutil

import harness

COUNT = 12  # events in a session
LINE = '{"v":1,"id":"%s","at":"2026-01-02T10:00:00Z","type":"undo","of":"x"}\n'


def make_journal(*names):
    return "".join(LINE % name for name in names).encode()


OTHER = make_journal("o1", "o2", "o3")

# name: (what happens before call N, what stands in the other journal, what of
# that has to be there at the end)
CHANGES = {
    "replaced": ("{0}:swap", OTHER, ("o1", "o2", "o3")),
    "replaced, without newline": ("{0}:swap", OTHER[:-1], ("o1", "o2", "o3")),
    "replaced, torn": ("{0}:swap", OTHER[:-9], ("o1", "o2")),
    "replaced, with some of ours": (
        "{0}:swap",
        make_journal("e002", "o1", "e000"),
        ("o1",),
    ),
    "replaced by an empty one": ("{0}:swap", b"", ()),
    "replaced after a failure": ("{0}:eio {1}:swap", OTHER, ("o1", "o2", "o3")),
    "replaced, then a failure": ("{0}:swap {1}:eio", OTHER, ("o1", "o2", "o3")),
    "made longer": ("{0}:grow", OTHER, ("o1", "o2", "o3")),
    "rewritten": ("{0}:rewrite", OTHER, ("o1", "o2", "o3")),
}


class Replacing:
    def __init__(self, bench, program):
        self.bench = bench
        self.program = program
        self.events = harness.make_events("e", COUNT)
        self.other = bench.folder / "other.jsonl"
        self.complaints = []
        self.n_fired = 0

    def run(self, faults, other):
        bench = self.bench
        bench.reset()
        self.other.write_bytes(other)
        run = bench.start(self.program, faults, self.other)
        run.act(self.events.values())
        run.finish()
        # With its last call it gives up the lock: it cannot look any more then.
        self.happened = any(fault in ("swap", "grow", "rewrite")
                            for _, fault, _ in bench.calls()[:-1])  # fmt: skip
        self.n_fired += self.happened
        return run

    def check(self, where, files, wanted):
        view = harness.View(files)
        lost, twice = view.lost(wanted), view.twice()
        if lost or twice:
            self.complaints.append(f"{where}: lost {lost}, twice {twice}")
        return view

    def walk(self, change):
        """Lets it happen before each call."""
        faults, other, theirs = CHANGES[change]
        self.complaints = []
        self.n_fired = 0
        self.run("", other)
        calls = self.bench.calls()
        there = next(n for n, (call, _, path) in enumerate(calls, 1)
                     if path.endswith("journal.jsonl"))  # fmt: skip
        step = 1 if harness.ALL else 5
        for n in range(there + 1, len(calls), step):
            happens = faults.format(n, n + 1)
            run = self.run(happens, other)
            if not self.happened:
                continue
            wanted = [*run.acknowledged, *theirs]
            view = self.check(happens, self.bench.files(), wanted)
            self.check(f"{happens}, disk", self.bench.disk.files(), wanted)
            if run.errors and self.program == "session":
                self.complaints.append(f"{happens}: {run.errors}")
            pieces = [line for line in view.damaged if line not in view.kept]
            if pieces:
                self.complaints.append(f"{happens}: dropped {pieces}")


def holds(bench, names):
    return lambda: set(names) <= set(harness.View(bench.files()).ids)


def watch(run, condition):
    """Lets a program run until CONDITION is true, for 20 s at most."""
    for _ in range(1000):
        if condition():
            return True
        run.wait_for(lambda: False, 0.02)
    return False


def rewrite(path):
    """Writes c1 and c2 where the file is, with the same length, and late enough
    for its time to be another one."""
    before = path.stat().st_ctime_ns
    data = make_journal("c1", "c2")
    room = path.stat().st_size - len(data)
    data = data.replace(b'"of":"x"', b'"of":"%s"' % (b"x" * (room + 1)), 1)
    while path.stat().st_ctime_ns == before:
        with open(path, "r+b") as file:
            file.write(data)


def idle_cases(bench, tap):
    """The application has nothing to do while its journal is replaced."""
    for what in ("replaced", "rewritten to the same length", "removed", "folder removed"):
        for end in ("killed a little later", "quit at once"):
            bench.reset(make_journal("a1", "a2"))
            run = bench.start("session", counted=False)
            run.feed([LINE.strip() % "b1"])
            wanted = ["a1", "a2", "b1"]
            if what == "replaced":
                other = bench.folder / "other.jsonl"
                other.write_bytes(make_journal("c1", "c2"))
                os.rename(other, bench.journal)
                wanted += ["c1", "c2"]
            elif what == "removed":
                bench.journal.unlink()
            elif what == "folder removed":
                # at once: it writes the journal again as soon as that is gone
                os.rename(bench.user, bench.folder / "removed")
                shutil.rmtree(bench.folder / "removed")
            else:
                rewrite(bench.journal)
                wanted += ["c1", "c2"]
            complaints = []
            if end == "quit at once":
                run.finish()
            elif watch(run, holds(bench, wanted)):
                run.kill()
            else:
                complaints.append("it did not look")
                run.kill()
            view = harness.View(bench.files())
            complaints += view.lost(wanted) + view.twice() + view.damaged
            tap.case(f"{what} while idle, {end}", complaints)


def main(bench, tap):
    for program in ("record", "session"):
        replacing = Replacing(bench, program)
        for change in CHANGES:
            replacing.walk(change)
            complaints = replacing.complaints or ([] if replacing.n_fired else ["did not happen"])
            tap.case(f"{program}: {change}, {replacing.n_fired} times", complaints)
    idle_cases(bench, tap)


harness.run(main)
