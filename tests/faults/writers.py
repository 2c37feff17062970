#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""writers.py STARLING-CLI SESSION LIBRARY ROOT: two writers at once, and locks
that are left behind. One wins, the other says who holds the journal; nothing
is lost, and nothing is there twice."""

import os
import signal
import time

import harness

WAIT = 2  # seconds that `record` waits for its turn, at least


def events(name, count=20):
    return harness.make_events(name, count)


def check(bench, *groups):
    """Complaints unless the journal has exactly the events of GROUPS."""
    view = harness.View(bench.files())
    wanted = {name for group in groups for name in group}
    strange = set(view.ids) - wanted
    found = [("lost", view.lost(wanted)), ("twice", view.twice()),
             ("strange", sorted(strange)), ("damaged", view.damaged + view.kept)]  # fmt: skip
    return [f"{word}: {what}" for word, what in found if what]


def all_ok(run, status, lines):
    if status == 0 and sorted(run.acknowledged) == sorted(lines):
        return []
    return [f"status {status}, {len(run.acknowledged)} acknowledged", run.said[-3:], run.errors]


def refused_while_held(bench, tap, holder):
    """The second one gets the clear error, in time; the first one goes on."""
    bench.reset()
    ours, theirs = events("a"), events("b")
    lines = list(ours.values())
    first = bench.start(holder, counted=False)
    first.feed(lines[:10])
    begun = time.monotonic()
    second = bench.start("record", counted=False)
    second.feed(theirs.values())
    status = second.finish()
    took = time.monotonic() - begun
    name = os.path.basename(bench.programs[holder][0])
    wanted = f"held by process {first.process.pid} ({name})"
    complaints = []
    if status != 1 or second.acknowledged or second.n_refused != len(theirs):
        complaints.append(f"status {status}, {second.n_refused} refused")
    if any(wanted not in line for line in second.said) or wanted.encode() not in second.errors:
        complaints.append(f"no '{wanted}' in {second.said[:1]} and {second.errors}")
    if not WAIT <= took < WAIT + 10:
        complaints.append(f"{took:.1f} s")
    first.feed(lines[10:])
    complaints += all_ok(first, first.finish(), ours) + check(bench, ours)
    tap.case(f"{holder} holds it: the other one is refused", complaints)


def kept_until_free(bench, tap):
    """The application keeps its events until the other one is done."""
    bench.reset()
    ours, theirs = events("a"), events("b")
    first = bench.start("record", counted=False)
    first.feed(theirs.values())
    second = bench.start("session", counted=False)
    complaints = []
    if not second.wait_for(lambda: any("held by process" in line for line in second.said), 20):
        complaints.append("no notice")
    second.feed(ours.values(), 0)
    second.wait_for(lambda: second.n_answers > 0, 0.2)
    if second.acknowledged:
        complaints.append("acknowledged while another one holds it")
    complaints += all_ok(first, first.finish(), theirs)
    complaints += all_ok(second, second.finish(), ours) + check(bench, ours, theirs)
    tap.case("session waits until record is done", complaints)


def many_at_once(bench, tap, names):
    """Whoever is refused has nothing there, whoever is not has all."""
    bench.reset()
    groups = [events(f"{chr(97 + n)}") for n in range(len(names))]
    runs = [bench.start(name, counted=False) for name in names]
    for run, group in zip(runs, groups):
        run.send("\n".join(group.values()))
        run.process.stdin.close()
    complaints, done = [], []
    for run, group in zip(runs, groups):
        status = run.finish()
        if status == 0:
            done.append(group)
            complaints += all_ok(run, status, group)
        elif run.acknowledged or run.n_refused != len(group):
            complaints.append(f"status {status}, {run.n_refused} refused")
    complaints += check(bench, *done) + ([] if done else ["all were refused"])
    tap.case(f"{len(names)} at once", complaints)


def stale_lock(bench, tap, holder):
    """A lock that a killed process has left is no obstacle."""
    bench.reset()
    ours, theirs = events("a"), events("b")
    first = bench.start(holder, counted=False)
    first.feed(ours.values())
    first.kill()
    complaints = [] if (bench.user / "journal.lock").read_text() else ["the lock is empty"]
    begun = time.monotonic()
    second = bench.start("record", counted=False)
    second.feed(theirs.values())
    complaints += all_ok(second, second.finish(), theirs) + check(bench, ours, theirs)
    if time.monotonic() - begun >= WAIT:
        complaints.append("it has waited")
    tap.case(f"{holder} is killed: its lock is no obstacle", complaints)


def strange_locks(bench, tap):
    """What a lock file says does not matter, only who holds it."""
    complaints = []
    for text in (f"{os.getpid()} python3\n", "rubbish", "\0" * 5000, "1\n" * 100000):
        bench.reset(b"")
        ours = events("a")
        (bench.user / "journal.lock").write_text(text)
        run = bench.start("record", counted=False)
        run.feed(ours.values())
        complaints += all_ok(run, run.finish(), ours) + check(bench, ours)
    tap.case("a lock file with anything in it", complaints)


def lock_removed(bench, tap):
    """Somebody removes the lock file, and so a second one becomes the writer."""
    bench.reset()
    ours, theirs = events("a"), events("b")
    lines = list(ours.values())
    first = bench.start("session", counted=False)
    first.feed(lines[:10])
    (bench.user / "journal.lock").unlink()
    second = bench.start("record", counted=False)
    second.feed(theirs.values())
    first.feed(lines[10:12], 0.1)
    complaints = []
    if len(first.acknowledged) != 10:
        complaints.append("it writes without the lock")
    complaints += all_ok(second, second.finish(), theirs)
    first.feed(lines[12:])
    complaints += all_ok(first, first.finish(), ours) + check(bench, ours, theirs)
    tap.case("the lock file is removed while it is held", complaints)


def stopped(bench, tap):
    """A holder that sleeps, as with the lid closed, is still the holder."""
    bench.reset()
    ours, theirs = events("a"), events("b")
    lines = list(ours.values())
    first = bench.start("session", counted=False)
    first.feed(lines[:10])
    first.process.send_signal(signal.SIGSTOP)
    second = bench.start("record", counted=False)
    second.feed(theirs.values())
    complaints = [] if second.finish() == 1 and not second.acknowledged else ["not refused"]
    first.process.send_signal(signal.SIGCONT)
    first.feed(lines[10:])
    complaints += all_ok(first, first.finish(), ours) + check(bench, ours)
    tap.case("a holder that is stopped", complaints)


def main(bench, tap):
    for holder in ("record", "session"):
        refused_while_held(bench, tap, holder)
        stale_lock(bench, tap, holder)
    kept_until_free(bench, tap)
    for _ in range(20 if harness.ALL else 2):
        many_at_once(bench, tap, ["record"] * 8)
        many_at_once(bench, tap, ["record", "session"] * 3)
    strange_locks(bench, tap)
    lock_removed(bench, tap)
    stopped(bench, tap)


harness.run(main)
