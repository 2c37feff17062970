#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check.py [OPTION...] [PACK.json...]

Prints FILE/SCENARIO/PATH and what to do, one finding a line, and ends with 1 if
there are any. Without packs it takes those of data/packs, and looks at the
library as a whole and at the question bank, too; the given ones it compares with
those, and with the ones after --beside.

  --cli STARLING-CLI   asks the program as well
  --beside PACK.json   compares with this, too
  --words FILE         more words that no dictionary has
  --table              prints words and targets
  --tap                speaks TAP, a case for each check"""

import argparse
import json
import pathlib
import subprocess
import sys

import bank
import language
import library
import parts
import story
import telling

CHECKS = telling.CHECKS + parts.CHECKS + language.CHECKS


def load(paths):
    """{(file name, id): scenario}, in order."""
    scenarios = {}
    for path in paths:
        pack = json.loads(path.read_text(encoding="utf-8"))
        for scenario in pack["scenarios"]:
            scenarios[path.name, scenario["id"]] = scenario
    return scenarios


def get_catalogue():
    return json.loads((story.ROOT / "data/catalogue.json").read_text(encoding="utf-8"))


def check_strict(cli, paths):
    """What the program itself says of the packs."""
    result = subprocess.run(
        [cli, "check", "--strict", *map(str, paths)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={"STARLING_DATA_DIR": str(story.ROOT / "data"), "LC_ALL": "C.UTF-8"},
    )
    lines = [line for line in (result.stdout + result.stderr).splitlines() if line.strip()]
    if result.returncode:
        yield from lines or [f"{cli} check --strict ended with {result.returncode}"]


def find(scenarios, others, whole, catalogue):
    """(check, findings) of all checks in turn."""
    for check in CHECKS:
        yield check, [
            say(key, path, message)
            for key, scenario in scenarios.items()
            for path, message in check(scenario, catalogue)
        ]
    for check in library.BESIDE + (library.WHOLE if whole else ()):
        # Those that are not asked about come first: theirs is the right.
        yield check, [
            say(key, path, message)
            for key, path, message in check({**others, **scenarios})
            if whole or key in scenarios
        ]


def find_in_bank(scenarios, catalogue):
    """(check, findings) of the question bank; what its schema refuses need not be
    fit to be looked at any further."""
    questions = bank.load()
    for check in bank.CHECKS:
        lines = [
            say((bank.PATH.name,), path, message)
            for path, message in check(questions, scenarios, catalogue)
        ]
        yield check, lines
        if lines and check is bank.check_schema:
            break


def name_of(check):
    name = check.__name__[len("check_") :]
    return f"question bank: {name}" if check in bank.CHECKS else name


def say(key, path, message):
    return "/".join([*key, path] if path else key) + f": {message}"


def print_table(scenarios, catalogue):
    for key, scenario in scenarios.items():
        print(f"{key[1]}: words said / words that fit (±{telling.LEEWAY:.0%})")
        print(f"{'':10}" + "".join(f"{name:>20}" for name in story.STEPS))
        rows = {level: f"{level:10}" for level in story.LEVELS}
        for level, _, said, wanted in telling.lengths(scenario, catalogue):
            off = (said - wanted) / wanted
            mark = "!" if abs(off) > telling.LEEWAY else " "
            rows[level] += f"{said:5} /{wanted:4.0f}  {off:+5.0%} {mark}".rjust(20)
        for level, row in rows.items():
            print(f"{row}   reading ease {language.reading_ease(story.told(scenario, level)):.0f}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--cli")
    parser.add_argument("--tap", action="store_true")
    parser.add_argument("--table", action="store_true")
    parser.add_argument("--beside", action="append", default=[], type=pathlib.Path)
    parser.add_argument("--words", action="append", default=[], type=pathlib.Path)
    parser.add_argument("packs", nargs="*", type=pathlib.Path)
    args = parser.parse_args()
    language.WORD_LISTS += args.words

    groups = []
    bundled = sorted((story.ROOT / "data/packs").glob("*.json"))
    paths = args.packs or bundled
    if args.cli:
        groups.append((check_strict, list(check_strict(args.cli, paths))))
    # What the program refuses need not be fit to be looked at any further.
    refused = any(" warning: " not in line for _, lines in groups for line in lines)
    scenarios = {} if refused else load(paths)
    if not refused:
        ids = {identity for _, identity in scenarios}
        others = {}
        for key, scenario in load(bundled + args.beside).items():
            if key[1] not in ids:
                ids.add(key[1])
                others[key] = scenario
        groups += find(scenarios, others, not args.packs, get_catalogue())
        if not args.packs:
            groups += find_in_bank(scenarios, get_catalogue())
    if args.tap:
        print(f"1..{len(groups)}")
        for i, (check, lines) in enumerate(groups, 1):
            print(f"{'not ok' if lines else 'ok'} {i} {name_of(check)}")
            for line in lines:
                print(f"# {line}")
    else:
        for _, lines in groups:
            for line in lines:
                print(line)
    if args.table:
        print_table(scenarios, get_catalogue())
    sys.exit(any(lines for _, lines in groups) or not scenarios)


if __name__ == "__main__":
    main()
