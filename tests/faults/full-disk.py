#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""full-disk.py STARLING-CLI SESSION LIBRARY ROOT: the disk is full for a while,
really: a small file system in memory, in a mount namespace of its own. Skipped
where the machine does not allow that."""

import os
import shutil
import subprocess
import sys

import harness

SIZE = 256 * 1024
COUNT = 400 if harness.ALL else 120
MARK = "STARLING_UNSHARED"
LINE = b'{"v":1,"id":"o1","at":"2026-01-02T10:00:00Z","type":"undo","of":"x"}\n'


def go_private():
    """Starts again in a mount namespace. Returns why that is not possible."""
    if os.environ.get(MARK):
        return None
    flags = ["-m"] if os.geteuid() == 0 else ["-rm"]
    probe = ["unshare", *flags, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    if shutil.which("unshare") is None:
        return "no unshare here"
    if subprocess.run(probe, capture_output=True).returncode != 0:
        return "nothing can be mounted here"
    words = ["unshare", *flags, sys.executable, "-B", *sys.argv]
    os.execvpe("unshare", words, dict(os.environ, **{MARK: "1"}))


class FullDisk:
    def __init__(self, bench, journal=None):
        bench.reset()
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", bench.top], check=True
        )
        self.bench = bench
        self.ballast = bench.top / "ballast"
        if journal:
            bench.user.mkdir(parents=True)
            bench.journal.write_bytes(journal)
        self.events = harness.make_events("e", COUNT)
        self.run = None
        self.complaints = []

    def start(self, program):
        self.run = self.bench.start(program, counted=False)

    def fill(self, room):
        """Leaves so many bytes."""
        info = os.statvfs(self.bench.top)
        size = max(info.f_bavail * info.f_frsize - room, 0)
        with open(self.ballast, "ab") as file:
            file.write(b"\0" * size)

    def make_room(self):
        self.ballast.unlink()

    def judge(self, wanted):
        view = harness.View(self.bench.files())
        lost, twice = view.lost(wanted), view.twice()
        if lost or twice or view.damaged or view.tail or view.kept:
            self.complaints.append(f"lost {lost}, twice {twice}, {view.damaged + view.kept}")

    def remount(self, how):
        subprocess.run(["mount", "-o", f"remount,{how}", self.bench.top], check=True)

    def finish(self):
        status = self.run.finish()
        subprocess.run(["umount", self.bench.top], check=True)
        return status


def record(bench, room):
    """`record` says which events it has not taken, and goes on."""
    disk = FullDisk(bench)
    disk.start("record")
    lines = list(disk.events.values())
    disk.run.feed(lines[:10])
    disk.fill(room)
    disk.run.feed(lines[10:])
    refused = disk.run.n_refused
    if not refused or "No space left" not in "".join(disk.run.said):
        disk.complaints.append(f"{refused} refused")
    disk.judge(disk.run.acknowledged)
    disk.make_room()
    disk.run.feed(line for name, line in disk.events.items() if name not in disk.run.acknowledged)
    disk.judge(disk.events)
    if disk.finish() != 1 or disk.run.n_refused != refused:
        disk.complaints.append("refused although there was room")
    return f"{refused} refused for now", disk.complaints


def session(bench, room):
    """The application says so, keeps the events, and saves them afterwards."""
    disk = FullDisk(bench)
    disk.start("session")
    lines = list(disk.events.values())
    disk.run.feed(lines[:10])
    disk.fill(room)
    disk.run.act(lines[10:])
    if not disk.run.wait_for(lambda: any("disk is full" in s for s in disk.run.said), 20):
        disk.complaints.append("no notice")
    kept = COUNT - len(disk.run.acknowledged)
    if kept == 0 or disk.run.n_refused:
        disk.complaints.append(f"{kept} kept, {disk.run.n_refused} refused")
    disk.judge(disk.run.acknowledged)
    disk.make_room()
    disk.run.wait_for(lambda: len(disk.run.acknowledged) == COUNT, 90)
    disk.judge(disk.events)
    if disk.finish() != 0:
        disk.complaints.append("it fails")
    return f"{kept} kept in memory", disk.complaints


def from_the_start(bench, program):
    """There is no room for a journal at all, and one that needs repair."""
    disk = FullDisk(bench, b"rubbish\n" + b'{"torn')
    disk.fill(0)
    before = harness.View(bench.files()).journal
    disk.start(program)
    disk.run.act(list(disk.events.values())[:5])
    if disk.run.acknowledged or harness.View(bench.files()).journal != before:
        disk.complaints.append(f"{disk.run.acknowledged} acknowledged")
    disk.make_room()
    disk.run.finish()
    disk.start(program)
    disk.run.send("\n".join(disk.events.values()))
    if disk.finish() != 0 or sorted(disk.run.acknowledged) != sorted(disk.events):
        disk.complaints.append(f"does not go on: {disk.run.said[-2:]}")
    return "nothing fits", disk.complaints


def read_only(bench, program):
    """Nothing can be written, until it can."""
    disk = FullDisk(bench, LINE)
    disk.remount("ro")
    disk.start(program)
    disk.run.act(disk.events.values())
    disk.run.wait_for(lambda: any("cannot be written" in s for s in disk.run.said), 1)
    said = "".join(disk.run.said)
    if disk.run.acknowledged or ("Read-only" not in said and "cannot be written" not in said):
        disk.complaints.append(f"{disk.run.acknowledged} acknowledged, {said[:200]}")
    disk.remount("rw")
    if program == "record":
        if disk.run.finish() != 1:
            disk.complaints.append("it does not fail")
        disk.start(program)
        disk.run.feed(disk.events.values())
    if disk.finish() != 0 or sorted(disk.run.acknowledged) != sorted(disk.events):
        disk.complaints.append(f"does not go on: {disk.run.said[-2:]}")
    return "nothing can be written", disk.complaints


def main(bench, tap):
    if WHY_NOT:
        tap.skip("a full disk", WHY_NOT)
        return
    for kind, room in [(record, 0), (record, 5000), (session, 0), (session, 5000)]:
        words, complaints = kind(bench, room)
        tap.case(f"full disk, {kind.__name__}, {room} bytes left: {words}", complaints)
    for program in ("record", "session"):
        words, complaints = from_the_start(bench, program)
        tap.case(f"full disk from the start, {program}: {words}", complaints)
        words, complaints = read_only(bench, program)
        tap.case(f"read-only at first, {program}: {words}", complaints)


WHY_NOT = go_private()
harness.run(main)
