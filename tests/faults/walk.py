#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""walk.py record|session STARLING-CLI SESSION LIBRARY ROOT: lets each call of a
session of 200 events fail in turn, in each way. What was acknowledged has to be
there afterwards, on the disk too if the power fails, and nothing twice; the
file reads, and recording goes on."""

import sys

import harness

PARTIAL = ("read", "write", "pwrite", "writev")
WRITING = PARTIAL[1:]
INTERRUPTIBLE = ("open", "fsync", "fdatasync", "ftruncate", *PARTIAL)

# name: (calls that it can befall or None for all, what happens at call N)
KINDS = {
    "eio": (None, "{0}:eio"),
    "enospc": (None, "{0}:enospc"),
    "eintr": (INTERRUPTIBLE, "{0}:eintr"),
    "short": (PARTIAL, "{0}:short"),
    "full": (WRITING, "{0}:short {1}:enospc"),
    "eio-5-times": (None, "{0}:eio {1}:eio {2}:eio {3}:eio {4}:eio"),
    "kill": (None, "{0}:kill"),
    "kill-behind": (None, "{0}:after"),
    "kill-half-way": (WRITING, "{0}:half"),
    "eio-kill": (None, "{0}:eio {1}:kill"),
    "eio-eio-kill": (None, "{0}:eio {1}:eio {2}:kill"),
    "power": (None, "{0}:kill"),
    "power-behind": (None, "{0}:after"),
    "power-half-way": (WRITING, "{0}:half"),
}
COUNTED = ("runs", "faults fired", "lost", "twice")
HARMLESS = ("eintr", "short")  # the program has to see to it by itself

# Two damaged lines and a torn one, among events.
DAMAGED = [b"rubbish", b'{"v":1,"id":"o1","at":', b'{"v":1,"id":"torn"']
OLD = [
    b'{"v":1,"id":"o%d","at":"2026-01-0%dT10:00:00Z","type":"undo","of":"x"}' % (n, n)
    for n in range(1, 6)
]
DAMAGED_JOURNAL = b"\n".join([DAMAGED[0], *OLD[:3], DAMAGED[1], *OLD[3:], DAMAGED[2]])

# Whoever wrote the last two was killed before they were synced. They are among
# what is sent.
SYNCED_JOURNAL = b"\n".join(OLD) + b"\n"
LEFT_JOURNAL = SYNCED_JOURNAL + b"".join(
    b'{"v":1,"id":"e00%d","at":"2026-01-09T10:00:00Z","type":"undo","of":"x"}\n' % n
    for n in range(2)
)

# name: (journal at the start, bytes of it that are synced or None for all,
# what is damaged in it, number of events)
STARTS = {
    "new": (b"", None, [], 200),
    "damaged": (DAMAGED_JOURNAL, None, DAMAGED, 8),
    "left": (LEFT_JOURNAL, len(SYNCED_JOURNAL), [], 8),
}


class Walk:
    def __init__(self, bench, program, start):
        self.bench = bench
        self.program = program
        self.journal, self.synced, self.damaged, count = STARTS[start]
        self.events = harness.make_events("e", count)
        self.more = harness.make_events("f", 3)
        self.old = [f"o{n}" for n in range(1, 6)] if self.journal else []
        self.counts = dict.fromkeys(COUNTED, 0)

    def lines(self):
        """What a session sends: events, and now and then a draft."""
        for number, line in enumerate(self.events.values()):
            yield line
            if self.program == "session" and number % 20 == 5:
                yield f"draft {number:03}"

    def complain(self, *words):
        self.complaints.append(" ".join(map(str, [self.faults, *words])))

    def check(self, where, files, wanted, drafted=None):
        """Holds that a folder has what it must."""
        view = harness.View(files)
        lost = view.lost([*wanted, *self.old])
        twice = view.twice()
        self.counts["lost"] += len(lost)
        self.counts["twice"] += len(twice)
        if lost:
            self.complain(where, "lost", lost, "of", len(wanted))
        if twice:
            self.complain(where, "twice", twice)
        dropped = [line for line in self.damaged
                   if line not in view.kept and line not in view.damaged]  # fmt: skip
        if dropped:
            self.complain(where, "dropped", dropped)
        if drafted is not None:
            draft = view.files.get("drafts/session.json", b"").decode()
            if draft < drafted or (draft and int(draft) % 20 != 5):
                self.complain(where, f"draft {draft!r} after {drafted!r}")
        return view

    def check_end(self, where, files):
        """Holds that it is as if nothing had happened."""
        view = self.check(where, files, [*self.events, *self.more])
        if view.tail or set(view.damaged) - set(self.damaged):
            self.complain(where, "damage is left", view.damaged, view.tail)
        strange = [line for line in view.kept if line not in self.damaged
                   and not any(event.encode()[:40] in line for event in
                               self.events.values())]  # fmt: skip
        if strange and not all(any(line in torn for torn in self.torn) for line in strange):
            self.complain(where, "set aside", strange)

    def judge_first(self, kind, run, status, opened):
        known = set(run.acknowledged)
        if len(known) != len(run.acknowledged):
            self.complain("acknowledged twice")
        if run.hung or (run.errors and self.program == "session"):
            self.complain("hung" if run.hung else "", run.errors)
        if kind.startswith("power"):
            pass
        elif status == -9:
            if not any(word in self.faults for word in ("kill", "half", "after")):
                self.complain("killed")
        elif self.program == "session" or kind in HARMLESS:
            if status != 0 or len(known) != len(self.events):
                self.complain("status", status, "acknowledged", len(known), run.said[-3:])
        else:
            if len(known) + run.n_refused != len(self.events):
                self.complain("answers", len(known), run.n_refused)
            if (run.n_refused > 0) != (status != 0):
                self.complain("status", status, "refused", run.n_refused)
            if kind in ("eio", "enospc", "full") and opened and run.n_refused > 1:
                self.complain("refused", run.n_refused)

    def run_once(self, kind, faults, opened):
        """One session with faults, and one behind it that goes on."""
        self.faults = faults
        self.torn = []
        bench = self.bench
        bench.reset(self.journal or None, self.synced)
        before = set(harness.View(bench.files()).ids)
        run = bench.start(self.program, faults)
        run.act(self.lines())
        status = run.finish()
        self.counts["runs"] += 1
        self.counts["faults fired"] += any(fault != "-" for _, fault, _ in bench.calls())
        self.judge_first(kind, run, status, opened)

        known = run.acknowledged
        drafted = run.drafts[-1] if run.drafts else None
        view = self.check("folder:", bench.files(), known, drafted)
        refused = set(view.ids) - set(known) - before
        if self.program == "record" and kind in ("eio", "enospc", "full") and refused:
            self.complain("refused, and yet there:", sorted(refused))
        self.check("disk:", bench.disk.files(), known, drafted)
        if kind.startswith("power"):
            bench.disk.restore(bench.top)
            bench.disk.begin(bench.top)
        self.torn = [line for line in [view.tail, *view.damaged] if line]

        again = bench.start(self.program)
        again.send("\n".join([*self.events.values(), *self.more.values()]))
        status = again.finish()
        if status != 0 or sorted(again.acknowledged) != sorted([*self.events, *self.more]):
            self.complain("afterwards: status", status, again.said[-3:], again.errors)
        self.check_end("folder afterwards:", bench.files())
        self.check_end("disk afterwards:", bench.disk.files())

    def rehearse(self):
        """A session without faults. Returns its calls."""
        self.complaints = []
        self.run_once("none", "", True)
        self.bench.reset(self.journal or None, self.synced)
        run = self.bench.start(self.program)
        run.feed(self.lines())
        run.finish()
        return self.bench.calls()

    def choose(self, kind, calls):
        """The numbers of the calls that are to fail."""
        only = KINDS[kind][0]
        numbers = [n for n, (call, _, _) in enumerate(calls, 1) if only is None or call in only]
        if harness.ALL:
            return numbers
        early = [n for n in numbers if n <= 24]
        late = [n for n in numbers if n > 24]
        salt = list(KINDS).index(kind)
        return early[salt % 4 :: 4] + late[salt * 5 % 80 :: 80]

    def walk(self, kind, calls):
        self.complaints = []
        self.counts = dict.fromkeys(COUNTED, 0)
        opening = next((n for n, (call, _, path) in enumerate(calls, 1)
                        if call == "write" and path.endswith("journal.jsonl")), 0)  # fmt: skip
        for n in self.choose(kind, calls):
            faults = KINDS[kind][1].format(*range(n, n + 5))
            self.run_once(kind, faults, n >= opening)


def main(bench, tap):
    program = sys.argv[1]
    totals = dict.fromkeys(COUNTED, 0)
    for start in STARTS:
        walk = Walk(bench, program, start)
        calls = walk.rehearse()
        names = sorted({call for call, _, _ in calls})
        tap.case(f"{program}, {start}: {len(calls)} calls: {' '.join(names)}", walk.complaints)
        for kind in KINDS:
            walk.walk(kind, calls)
            if walk.counts["faults fired"] == 0:
                walk.complaints.append("no fault fired")
            counts = ", ".join(f"{n} {word}" for word, n in walk.counts.items())
            tap.case(f"{program}, {start}, {kind}: {counts}", walk.complaints)
            for word, n in walk.counts.items():
                totals[word] += n
    tap.count(totals)


harness.run(main)
