#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli-import.py STARLING-CLI ROOT: packs are checked, then copied into the
user's folder; what is there already is replaced only by its own newer version."""

import importlib
import json
import os
import pathlib
import sys
import tempfile

BAD = pathlib.Path(sys.argv[2]) / "tests/core/data/packs/bad"
Bench = importlib.import_module("cli-data").Bench
STEPS = [("situation", 30), ("task", 20), ("action", 90), ("result", 20), ("reflection", 15)]


def make(pack, title, *scenarios):
    """A pack with bare scenarios: (id, title)."""
    return json.dumps({
        "format": "starling-pack", "version": 1, "id": pack, "title": title, "language": "en",
        "scenarios": [
            {
                "id": name, "title": label, "question": "Why?", "principle": "ownership",
                "probes": [],
                "steps": [{"step": step, "seconds": n} for step, n in STEPS],
            }
            for name, label in scenarios
        ],
    })  # fmt: skip


class Packs:
    def __init__(self, bench):
        self.bench = bench
        self.folder = bench.home / "starling" / "packs"
        self.source = bench.folder / "source.json"

    def add(self, text):
        self.source.write_text(text, "utf-8")
        return self.bench.run("import", self.source)

    def files(self):
        if not self.folder.is_dir():
            return {}
        return {path.name: path.read_text("utf-8") for path in sorted(self.folder.iterdir())}


def check_copies(bench):
    packs = Packs(bench)
    first = make("mine", "My pack", ("one", "First"))
    status, out, err = packs.add(first)
    path = packs.folder / "mine.json"
    bench.case("imported", (status, err), (0, ""))
    bench.case("says where", out.endswith(f"mine imported, 1 scenario: {path}\n"))
    bench.case("as it is", packs.files(), {"mine.json": first})
    bench.case("for the user alone", [p.stat().st_mode & 0o777 for p in (path, packs.folder)],
               [0o600, 0o700])  # fmt: skip
    bench.case("known", '"one"' in bench.run("list", "--json")[1])

    status, out, err = packs.add(first)
    bench.case("again", (status, "mine is there already, as it is" in out, err), (0, True, ""))
    bench.case("from where it is", bench.run("import", path)[0], 0)
    bench.case("still as it is", packs.files(), {"mine.json": first})

    second = make("mine", "My pack", ("two", "Second"), ("three", "Third"))
    status, out, err = packs.add(second)
    bench.case("replaced", (status, "mine replaced, 2 scenarios" in out, err), (0, True, ""))
    bench.case("by its version", packs.files(), {"mine.json": second})
    renamed = make("mine", "Renamed", ("two", "Second"))
    bench.case("known by a story too", packs.add(renamed)[0], 0)
    os.rename(path, packs.folder / "under-another-name.json")
    bench.case("found under any name", packs.add(second)[0], 0)
    bench.case("one file", packs.files(), {"under-another-name.json": second})

    other = make("mine", "By somebody else", ("four", "Fourth"))
    status, out, err = packs.add(other)
    bench.case("another one is refused", (status, "has the id “mine” already" in err), (1, True))
    bench.case("nothing has changed", packs.files(), {"under-another-name.json": second})

    (packs.folder / "fresh.json").write_text("{", "utf-8")
    fresh = make("fresh", "Fresh", ("five", "Fifth"))
    packs.add(fresh)
    files = packs.files()
    bench.case("no file is in the way", (files["fresh.json"], files["fresh-2.json"]), ("{", fresh))


def check_hidden(bench):
    bench.clear()
    packs = Packs(bench)
    status, _, err = packs.add(make("shadow", "Shadow", ("slow-builds", "Mine")))
    bench.case("one that hides another", (status, "(slow-builds) is hidden" in err), (0, True))
    bench.case("says which", "full.json: “" in err and "shadow.json has the same id" in err)
    status, _, err = packs.add(make("zz", "Last", ("slow-builds", "Yours"), ("six", "Sixth")))
    bench.case("one that is hidden", "zz.json: “Yours” (slow-builds) is hidden" in err)
    status, _, err = packs.add(make("other", "Other", ("seven", "Seventh")))
    bench.case("others do not matter", (status, err), (0, ""))


def check_refused(bench):
    bench.clear()
    packs = Packs(bench)
    text = make("bad", "Bad", ("one", "First")).replace("ownership", "courage")
    text = text.replace('"seconds": 30', '"seconds": -1')
    status, out, err = packs.add(text)
    bench.case("refused", (status, "2 errors" in err), (1, True))
    bench.case("all complaints", out.count("error: "), 2)
    bench.case("as check has them", out, bench.run("check", packs.source)[1])
    for path in sorted(BAD.glob("*.json")):
        status, out, err = bench.run("import", path)
        bench.case(f"refused: {path.name}", (status, "error: " in out, err != ""), (1, True, True))
    for name, words, wanted in [
        ("no such file", [bench.folder / "gone.json"], 1),
        ("a folder", [bench.folder], 1),
        ("no pack", [], 2),
        ("two packs", [packs.source, packs.source], 2),
    ]:
        bench.case(f"import: {name}", bench.run("import", *words)[0], wanted)
    bench.case("nothing was copied", packs.files(), {})
    bench.home.mkdir(exist_ok=True)
    (bench.home / "starling").write_text("in the way", "utf-8")
    status, _, err = packs.add(make("mine", "My pack", ("one", "First")))
    bench.case("no room", (status, "is not imported" in err), (1, True))
    bench.case("help", bench.run("import", "--help")[0], 0)


def main():
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(pathlib.Path(folder))
        check_copies(bench)
        check_hidden(bench)
        check_refused(bench)
    print(f"1..{bench.n}")
    return bench.failed > 0


if __name__ == "__main__":
    sys.exit(main())
