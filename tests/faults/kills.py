#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kills.py record|session|merge STARLING-CLI SESSION LIBRARY ROOT: kills the
program at random moments, again and again. What it has acknowledged is there,
nothing is there twice, and the next one goes on."""

import random
import re
import subprocess
import sys
import time

import harness

KILLS = 1000 if harness.ALL else 100
ROUNDS = 25  # kills until there is a new journal
SEED = 20261123
NAME = re.compile(rb'{"v":1,"id":"([^"]*)"')
HEAD = re.compile(NAME.pattern + rb',"at":"[^"]*","offset":-?\d+,"type":"[^"]*",?')


def is_cut_off(line, sent):
    """Whether LINE is the beginning of what a journal has of an event that
    was SENT: {id: text}."""
    name = NAME.match(line)
    if name is None:
        return re.match(rb'{"v":1,"id":"[^"]*$|{"?v?"?:?1?,?"?i?d?"?:?$', line) is not None
    head = HEAD.match(line)
    text = sent.get(name[1].decode(), "").encode().replace(b" ", b"")
    return text != b"" and (head is None or line[head.end() :].replace(b" ", b"") in text)


class Kills:
    def __init__(self, bench, name):
        self.bench = bench
        self.name = name
        self.random = random.Random(f"{SEED} {name}")
        self.complaints = []
        self.counts = dict.fromkeys(("kills", "at work", "torn", "lost", "twice"), 0)

    def complain(self, *words):
        self.complaints.append(" ".join(map(str, [self.counts["kills"], *words])))

    def judge(self, wanted, is_known):
        """Holds that WANTED is there, and no damage but lines that IS_KNOWN."""
        view = harness.View(self.bench.files())
        lost, twice = view.lost(wanted), view.twice()
        self.counts["lost"] += len(lost)
        self.counts["twice"] += len(twice)
        self.counts["torn"] += bool(view.tail)
        if lost or twice:
            self.complain("lost", lost, "twice", twice)
        for line in view.damaged + view.kept:
            if not is_known(line):
                self.complain("strange", line)

    def summary(self):
        return ", ".join(f"{count} {word}" for word, count in self.counts.items())


class Recording(Kills):
    """Kills while events are recorded."""

    def bundles(self, events):
        """The events' lines, sometimes several at once."""
        lines = list(events.values())
        while lines:
            count = self.random.choice((1, 1, 1, 3, 50))
            yield "\n".join(lines[:count])
            lines = lines[count:]

    def run_until(self, events, seconds):
        """Records events until it is killed, SECONDS after the start."""
        run = self.bench.start(self.name, counted=False)
        deadline = run.begun + seconds
        for bundle in self.bundles(events):
            wanted = run.n_answers + bundle.count("\n") + 1
            run.send(bundle)
            left = deadline - time.monotonic()
            run.wait_for(lambda w=wanted: run.n_answers >= w, max(left, 0))
            if run.ended or time.monotonic() >= deadline:
                break
        self.counts["at work"] += run.n_answers < len(events)
        while not run.ended and time.monotonic() < deadline:
            run.listen(max(deadline - time.monotonic(), 0))
        run.kill()
        if run.errors:
            self.complain(run.errors)
        return run

    def measure(self):
        """How long a session takes, in seconds."""
        self.bench.reset()
        run = self.bench.start(self.name, counted=False)
        for bundle in self.bundles(harness.make_events("m", 200)):
            wanted = run.n_answers + bundle.count("\n") + 1
            run.send(bundle)
            run.wait_for(lambda w=wanted: run.n_answers >= w)
        run.finish()
        return time.monotonic() - run.begun

    def go(self):
        longest = self.measure()
        for number in range(KILLS):
            if number % ROUNDS == 0:
                self.bench.reset()
                known, left, sent = set(), {}, {}
            self.counts["kills"] += 1
            events = {**left, **harness.make_events(f"r{number}-", 200)}
            sent.update(events)
            run = self.run_until(events, self.random.uniform(0, longest))
            known |= set(run.acknowledged)
            left = {name: line for name, line in list(events.items())[:300] if name not in known}
            self.judge(known, lambda line: is_cut_off(line, sent))
            if number % ROUNDS == ROUNDS - 1:
                last = self.bench.start(self.name, counted=False)
                last.send("\n".join(left.values()))
                if last.finish() != 0:
                    self.complain("does not go on", last.said[-3:], last.errors)
                self.judge(known | set(left), lambda line: is_cut_off(line, sent))


class Merging(Kills):
    """Kills while another journal is merged."""

    def go(self):
        for number in range(KILLS):
            if number % ROUNDS == 0:
                self.bench.reset()
                own = self.fill("o")
                ours = self.bench.journal.read_bytes()
                self.bench.reset()
                theirs = self.fill("t") | self.fill("u")
                other = self.bench.folder / "other.jsonl"
                other.write_bytes(self.bench.journal.read_bytes())
                self.journals = [ours, other.read_bytes()]
                longest = self.merge(other, None)
            self.bench.reset(ours)
            self.counts["kills"] += 1
            self.merge(other, self.random.uniform(0, longest))
            self.judge(own, self.is_of_these)
            self.merge(other, None)
            self.judge(own | theirs, self.is_of_these)

    def is_of_these(self, line):
        return any(line[:60] in journal for journal in self.journals)

    def fill(self, name):
        events = harness.make_events(name, 200)
        run = self.bench.start("record", counted=False)
        run.send("\n".join(events.values()))
        run.finish()
        return set(events)

    def merge(self, other, seconds):
        """Merges, at most so long. Returns how long it took."""
        begun = time.monotonic()
        run = subprocess.Popen(
            [self.bench.cli, "merge", other],
            env=self.bench.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            run.wait(seconds)
        except subprocess.TimeoutExpired:
            self.counts["at work"] += 1
            run.kill()
        if run.wait() not in (0, -9):
            self.complain("merge failed with", run.returncode)
        return time.monotonic() - begun


def main(bench, tap):
    name = sys.argv[1]
    if name == "merge":
        if not bench.knows("merge"):
            tap.skip("killed while merging", "starling-cli has no merge yet")
            return
        kills = Merging(bench, name)
    else:
        kills = Recording(bench, name)
    kills.go()
    tap.case(f"killed, {name}: {kills.summary()}", kills.complaints)
    tap.count(kills.counts)


harness.run(main)
