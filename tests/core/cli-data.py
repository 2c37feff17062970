#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli-data.py STARLING-CLI ROOT: what becomes of the journal as a whole:
merging that of another computer."""

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


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        check_merge(bench)
    print(f"1..{bench.n}")
    return bench.failed > 0


if __name__ == "__main__":
    sys.exit(main())
