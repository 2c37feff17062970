#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli-record.py STARLING-CLI ROOT: what `starling-cli record` and `list` do
with a journal, alone and several at once, and when killed."""

import json
import os
import pathlib
import re
import shutil
import stat
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(sys.argv[2])
GOOD = ROOT / "tests/core/data/packs/good"

REVIEW = '{"type":"review","card":"slow-builds#step.task","grade":3}'

# Lines of input, and what answers each (a regular expression).
ANSWERS = [
    (REVIEW, "ok [0-9a-f-]{36}"),
    ("", None),
    ('{"type":"review","card":"nobody#probe.x","grade":1}', "ok [0-9a-f-]{36}"),
    ('{"id":"mine","type":"forget","scenario":"a"}', "ok mine"),
    ('{"id":"mine","type":"forget","scenario":"a"}', "ok mine"),
    ('{"type":"review","card":"a#weak","grade":9}', "error 6: .*grade.*1 to 4"),
    ('{"type":"review","card":"a#weak","grade":1,"level":"boss"}', "error 7: .*sde2"),
    ('{"type":"dance"}', "error 8: .*type.*rehearsal"),
    ("rubbish", "error 9: "),
    ("{'type':'undo','of':'x'}", "error 10: .*double"),
    ("[1]", "error 11: .*object"),
    ("[" * 100000, "error 12: "),
    ('{"note":"' + "n" * 1100000 + '"}', "error 13: .*1 MiB"),
    ('{"type":"settings","retention":0.9,"mood":[1]}\r', "ok [0-9a-f-]{36}"),
    ('{"type":"undo","of":"mine"}', "ok [0-9a-f-]{36}"),
]


class Bench:
    """starling-cli with folders of its own, and how its test cases went."""

    def __init__(self, folder):
        self.home = folder / "home"
        self.user = self.home / "starling"
        self.journal = self.user / "journal.jsonl"
        data = folder / "data"
        (data / "packs").mkdir(parents=True)
        shutil.copy(ROOT / "data/catalogue.json", data)
        shutil.copy(ROOT / "data/questions.json", data)
        shutil.copy(GOOD / "full.json", data / "packs")
        self.environment = dict(
            os.environ,
            STARLING_DATA_DIR=str(data),
            XDG_DATA_HOME=str(self.home),
            LC_ALL="C",
        )
        self.n = self.failed = 0

    def start(self, *words):
        return subprocess.Popen(
            [sys.argv[1], *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=self.environment,
        )

    def run(self, *words, text=""):
        process = self.start(*words)
        out, err = process.communicate(text)
        return process.returncode, out, err

    def events(self):
        return [json.loads(line) for line in self.journal.read_text().splitlines()]

    def clear(self):
        shutil.rmtree(self.home, ignore_errors=True)

    def case(self, name, good, *details):
        self.n += 1
        print(f"{'ok' if good else 'not ok'} {self.n} - {name}")
        if not good:
            self.failed += 1
            for line in "\n".join(map(str, details)).splitlines():
                print(f"# {line[:300]}")


def check_answers(bench):
    text = "\n".join(line for line, answer in ANSWERS)  # no newline at the end
    status, out, err = bench.run("record", text=text)
    wanted = [answer for line, answer in ANSWERS if answer]
    got = out.splitlines()
    good = len(got) == len(wanted) and all(map(re.fullmatch, [w + ".*" for w in wanted], got))
    bench.case("answers", good and status == 1 and not err, status, out, err)

    events = bench.events()
    ids = [line.split()[1] for line in got if line.startswith("ok")]
    kept = [event["id"] for event in events]
    bench.case("recorded once", kept == list(dict.fromkeys(ids)), kept, ids)
    bench.case(
        "filled in",
        all(
            event["v"] == 1
            and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z", event["at"])
            and isinstance(event["offset"], int)
            for event in events
        ),
        events,
    )
    times = [event["at"] for event in events]
    bench.case("in order", times == sorted(set(times)), times)
    bench.case("unknown members kept", any(event.get("mood") == [1] for event in events))
    bench.case(
        "for the user alone",
        stat.S_IMODE(bench.user.stat().st_mode) == 0o700
        and stat.S_IMODE(bench.journal.stat().st_mode) == 0o600,
    )


def check_now(bench):
    bench.clear()
    text = REVIEW + "\n" + REVIEW + "\n"
    given = '{"type":"undo","of":"x","at":"2026-03-01T10:00:00+02:00"}\n'
    bench.run("record", "--now", "2026-03-01T10:00:00+02:00", text=text + given)
    events = bench.events()
    bench.case(
        "--now",
        [event["at"][20:] for event in events] == ["000Z", "001Z", "000Z"]
        and [event["at"][:20] for event in events] == ["2026-03-01T08:00:00."] * 3
        and [event["offset"] for event in events] == [120] * 3,
        events,
    )
    status, out, err = bench.run("record", "--now", "2025-01-01T00:00:00Z", text=REVIEW)
    last = bench.events()[-1]["at"]
    bench.case("clock far back", status == 0 and last[:4] == "2025" and "clock" in err, last, err)
    bench.case("--now wrong", bench.run("record", "--now", "noon")[0] == 2)
    bench.case("other words", bench.run("record", "file")[0] == 2)


def check_interactive(bench):
    bench.clear()
    process = bench.start("record")
    good = True
    for number in range(3):
        process.stdin.write('{"id":"i%d","type":"undo","of":"x"}\n' % number)
        process.stdin.flush()
        good &= process.stdout.readline() == f"ok i{number}\n"
        good &= bench.events()[-1]["id"] == f"i{number}"
    bench.case("answers at once", good)

    begun = time.monotonic()
    status, out, err = bench.run("record", text=REVIEW)
    took = time.monotonic() - begun
    bench.case(
        "held by another",
        status == 1
        and f"process {process.pid} (starling-cli)" in err
        and out.startswith("error 1: ")
        and 1.9 < took < 10,
        took,
        out,
        err,
    )
    status, out, err = bench.run("list")
    bench.case("reading takes no lock", status == 0 and not err, out, err)

    waiting = bench.start("record")
    time.sleep(0.3)
    process.stdin.close()
    process.wait()
    process.stdout.close()
    process.stderr.close()
    out, err = waiting.communicate(REVIEW)
    bench.case("waits for its turn", waiting.returncode == 0 and out.startswith("ok"), err)


def check_together(bench):
    bench.clear()
    processes = [bench.start("record") for _ in range(4)]
    for number, process in enumerate(processes):
        for line in range(5):
            process.stdin.write('{"id":"p%d-%d","type":"undo","of":"x"}\n' % (number, line))
        process.stdin.close()
        process.stdin = None
    results = [(process.communicate(), process.returncode) for process in processes]
    ids = [event["id"] for event in bench.events()]
    wanted = sorted(f"p{number}-{line}" for number in range(4) for line in range(5))
    good = all(status == 0 for _, status in results) and sorted(ids) == wanted
    bench.case("several at once", good, results, ids)


def check_killed(bench):
    bench.clear()
    process = bench.start("record")
    said = []
    for number in range(20):
        process.stdin.write('{"id":"k%d","type":"undo","of":"x"}\n' % number)
        process.stdin.flush()
        if number >= 10:
            said.append(process.stdout.readline().split()[1])
    process.kill()
    process.communicate()
    ids = [event["id"] for event in bench.events()]
    bench.case("what was said is there", set(said) <= set(ids), said, ids)
    status, out, err = bench.run("record", text=REVIEW)
    bench.case("goes on after a kill", status == 0 and out.startswith("ok"), out, err)


def check_trouble(bench):
    bench.clear()
    bench.home.write_text("in the way")
    status, out, err = bench.run("record", text=REVIEW + "\n" + REVIEW)
    answers = [line[:9] for line in out.splitlines()]
    bench.case("no folder", status == 1 and answers == ["error 1: ", "error 2: "] and err, out, err)
    bench.home.unlink()

    bench.user.mkdir(parents=True)
    os.mkfifo(bench.journal)
    status, out, err = bench.run("record", text=REVIEW)
    bench.case("a FIFO as journal", status == 1 and "journal.jsonl" in out, out, err)
    status, out, err = bench.run("list")
    bench.case("list without journal", status == 0 and "slow-builds" in out and err, out, err)
    bench.journal.unlink()

    bench.journal.write_text('rubbish\n{"v":1,')
    before = bench.journal.read_text()
    status, out, err = bench.run("list")
    good = status == 0 and "2 lines" in err and bench.journal.read_text() == before
    bench.case("list of a damaged journal", good, out, err)
    status, out, err = bench.run("record", text=REVIEW)
    kept = list(bench.user.glob("journal.damaged-*.jsonl"))
    good = status == 0 and "2 lines" in err and len(kept) == 1
    bench.case("record to a damaged journal", good, out, err)
    bench.case("kept aside", kept[0].read_text() == 'rubbish\n{"v":1,\n')


def check_streams(bench):
    """Streams that are closed, full or do not block."""
    bench.clear()
    call = [sys.argv[1], "record"]
    for fd in (0, 1, 2):
        subprocess.run(
            ["sh", "-c", f'exec "$0" "$@" {fd}>&-', *call],
            input=REVIEW.encode(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=bench.environment,
            check=False,
        )
    bench.case("closed streams", len(bench.events()) == 2, bench.journal.read_text())

    run = subprocess.run(
        ["sh", "-c", 'exec "$0" "$@" 0<&-', *call],
        capture_output=True,
        env=bench.environment,
        check=False,
    )
    bench.case("closed input", run.returncode == 0 and not run.stderr, run)

    if os.path.exists("/dev/full"):
        with open("/dev/full", "w", encoding="utf-8") as full:
            run = subprocess.run(
                [sys.argv[1], "list"],
                stdout=full,
                stderr=subprocess.PIPE,
                env=bench.environment,
                check=False,
            )
        bench.case("full output", run.returncode == 1 and b"output" in run.stderr, run)

    reader, writer = os.pipe()
    os.set_blocking(reader, False)
    process = subprocess.Popen(call, stdin=reader, stdout=subprocess.PIPE, env=bench.environment)
    os.close(reader)
    time.sleep(0.3)
    os.write(writer, REVIEW.encode())
    os.close(writer)
    out = process.communicate()[0]
    bench.case("input that does not block", process.returncode == 0 and out.startswith(b"ok"), out)


def check_relative_home(bench):
    """A relative XDG_DATA_HOME counts as none."""
    bench.clear()
    home = bench.home.parent / "person"
    home.mkdir()
    saved = bench.environment
    bench.environment = dict(saved, XDG_DATA_HOME="relative", HOME=str(home))
    status, out, err = bench.run("record", text=REVIEW)
    bench.environment = saved
    there = (home / ".local/share/starling/journal.jsonl").exists()
    bench.case("XDG_DATA_HOME relative", status == 0 and there, out, err)
    shutil.rmtree("relative", ignore_errors=True)


def check_list(bench):
    bench.clear()
    at = "2026-11-23T09:00:00Z"
    text = "\n".join(
        [
            '{"id":"r1","type":"review","card":"slow-builds#step.task","grade":3}',
            '{"id":"r2","type":"review","card":"slow-builds#weak","grade":3}',
            '{"id":"r3","type":"review","card":"slow-builds#probe.gone","grade":3}',
            '{"id":"r4","type":"review","card":"slow-builds#angle.dive-deep","grade":3}',
            '{"id":"u1","type":"undo","of":"r2"}',
        ]
    )
    bench.run("record", "--now", at, text=text)
    status, out, err = bench.run("list", "--json", "--now", "2026-11-23T09:05:00Z")
    rows = json.loads(out)
    members = ["scenario", "title", "principle", "cards", "due"]
    bench.case("--json", status == 0 and not err and [list(row) for row in rows] == [members] * len(rows), out)
    bench.case("not due yet", [row["due"] for row in rows if row["scenario"] == "slow-builds"] == [0], out)
    rows = json.loads(bench.run("list", "--json", "--now", "2026-11-23T09:15:00Z")[1])
    due = {row["scenario"]: row["due"] for row in rows}
    bench.case("due after a step", due.pop("slow-builds") == 2 and not any(due.values()), due)
    bench.run("record", "--now", "2026-11-23T09:20:00Z", text=text.replace('"id":"r', '"id":"s'))
    # One card is still in its first step; the others come with the day.
    for at, n_due in [("2026-11-25T03:59:00Z", 1), ("2026-11-25T04:00:00Z", 3)]:
        rows = json.loads(bench.run("list", "--json", "--now", at)[1])
        due = {row["scenario"]: row["due"] for row in rows}
        bench.case(f"due at {at}", due["slow-builds"] == n_due, due)
    rows = json.loads(bench.run("list", "--json", "--now", "2026-11-20T12:00:00Z")[1])
    bench.case("later events ignored", not any(row["due"] for row in rows), rows)

    status, out, err = bench.run("list")
    head = out.splitlines()[0].split()
    bench.case("table", status == 0 and head == members and len(out.splitlines()) == len(rows) + 1, out)

    (bench.user / "packs").mkdir()
    os.mkfifo(bench.user / "packs/pipe.json")
    (bench.user / "packs/bad.json").write_text("{")
    status, out, err = bench.run("list")
    bench.case("broken packs", status == 0 and "pipe.json" in err and "bad.json:1:" in err, err)
    bench.environment["STARLING_DATA_DIR"] = str(bench.home)
    status, out, err = bench.run("list")
    bench.case("no catalogue", status == 1 and not out and str(bench.home) in err, out, err)


def main():
    with tempfile.TemporaryDirectory(prefix="starling-") as folder:
        bench = Bench(pathlib.Path(folder))
        check_answers(bench)
        check_now(bench)
        check_interactive(bench)
        check_together(bench)
        check_killed(bench)
        check_trouble(bench)
        check_streams(bench)
        check_relative_home(bench)
        check_list(bench)
    print(f"1..{bench.n}")
    return 1 if bench.failed else 0


if __name__ == "__main__":
    sys.exit(main())
