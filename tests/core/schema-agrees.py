#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""schema-agrees.py STARLING-CLI ROOT: data/pack.schema.json and the loader
agree, and so do data/questions.schema.json and that of question banks. Both
judge the same files: those in data, tests/core/data/packs and questions, and
every change of a good one that the schema's limits and types suggest. What the
schema refuses, the loader refuses at the same place; what the schema accepts,
the loader accepts, but for the rules that a schema cannot express.
"""

import collections
import copy
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("1..0 # SKIP python3-jsonschema is missing")
    sys.exit(0)

COMPLAINT = re.compile(r"(.*?):(\d+):(\d+): (error|warning): (\$.*?): (.*)")

# What the loader refuses though the schema accepts it (DESIGN 4).
BEYOND_SCHEMA = re.compile(
    "the id of a principle in the catalogue"
    "|the steps stand in the order"
    '|at most the number of "max"'
    "|there are \\d options, counted from 0"
    "|both emphasized and downplayed"
    "|write another (one|id) here"
    "|remove the character U\\+"
)


def load_strictly(data):
    """The JSON value of DATA, or ValueError for what RFC 8259 refuses."""

    def refuse(token):
        raise ValueError(token)

    def unique(pairs):
        names = [name for name, _ in pairs]
        if len(set(names)) < len(names):
            raise ValueError("a name twice")
        return dict(pairs)

    return json.loads(
        data.decode("utf-8"), parse_constant=refuse, object_pairs_hook=unique
    )


def nodes(value, path=()):
    """(path, value) of VALUE and all values inside it."""
    yield path, value
    items = []
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for key, item in items:
        yield from nodes(item, path + (key,))


def changed(document, path, change):
    """A copy of DOCUMENT in which CHANGE did its work on what holds PATH."""
    result = copy.deepcopy(document)
    holder = result
    for key in path[:-1]:
        holder = holder[key]
    change(holder, path[-1])
    return result


def setter(value):
    def change(holder, key):
        holder[key] = value

    return change


def remove(holder, key):
    del holder[key]


def lengthen(length):
    def change(holder, key):
        holder[key] = (holder[key] * length)[:length]

    return change


REPLACEMENTS = [None, True, 0, 1, 4, 5, 29, 600, 601, 901, 2.5, 7.0, -1, 1e300]
REPLACEMENTS += ["", "x", "X y", "ownership", "sde2", "é" * 300, "é" * 301]
REPLACEMENTS += ["é" * 200, "é" * 201, "a" * 4000, "a" * 4001, "a" * 64, "a" * 65, "a-", "en", "en-1"]
REPLACEMENTS += [[], ["x"], ["ownership", "ownership"], {}, {"text": "x"}]
# … and of the lists of a bank, which take no text twice.
LISTS = [[f"story-{i}" for i in range(n)] for n in (6, 7)]
LISTS += [["frugality", "think-big", "earn-trust"], ["frugality", "x", "y", "z"]]
# Each limit of a list, and one more.
LENGTHS = [2, 6, 7, 8, 9, 12, 13, 20, 21, 40, 41, 64, 65]


def changes(document, more=()):
    """(description, document) of each change of DOCUMENT; of the items of a
    list, the first that has a member is changed."""
    seen = set()
    for path, value in nodes(document):
        place_in_schema = tuple("*" if isinstance(k, int) else k for k in path)
        if not path or place_in_schema in seen:
            continue
        seen.add(place_in_schema)
        name = "/".join(map(str, path))
        yield f"{name} removed", changed(document, path, remove)
        for replacement in [*REPLACEMENTS, *more]:
            text = json.dumps(replacement, ensure_ascii=False)[:20]
            yield f"{name} = {text}", changed(document, path, setter(replacement))
        if isinstance(value, list) and value:
            for length in LENGTHS:
                yield f"{name} × {length}", changed(document, path, lengthen(length))
        if isinstance(value, dict):
            yield (
                f"{name} with another member",
                changed(document, path + ("another",), setter([{}])),
            )


def check(cli, files):
    """{file: [(severity, path, message)]} as the loader says."""
    run = subprocess.run(
        [cli, "check", *map(str, files)],
        capture_output=True,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere"},
        check=False,
    )
    if run.returncode not in (0, 1) or run.stderr:
        raise SystemExit(f"Bail out! {run.returncode}: {run.stderr}")
    complaints = collections.defaultdict(list)
    for line in run.stdout.splitlines():
        match = COMPLAINT.fullmatch(line)
        if match is None:
            raise SystemExit(f"Bail out! not a complaint: {line}")
        complaints[match[1]].append((match[4], match[5], match[6]))
    return complaints


def place(error):
    """JSON path of a schema's error, as the loader writes it."""
    path = "$"
    for key in error.absolute_path:
        if isinstance(key, int):
            path += f"[{key}]"
        elif re.fullmatch("[A-Za-z_][A-Za-z0-9_]*", key):
            path += f".{key}"
        else:
            path += f'["{key}"]'
    return path


def same_place(error, errors):
    """Whether the loader complains where the schema does; the schema points at
    the list or object for items that are too much there."""
    path = place(error)
    if error.validator in ("uniqueItems", "additionalProperties"):
        return any(p.startswith(path) for _, p, _ in errors)
    return any(p == path for _, p, _ in errors)


class Report:
    def __init__(self):
        self.failed = 0
        self.n = 0

    def case(self, good, name):
        self.n += 1
        print(f"{'ok' if good else 'not ok'} {self.n} - {name}")
        self.failed += not good


def agree(name, schema_errors, loader):
    """Complains (returns FALSE) if schema and loader do not agree on a file."""
    errors = [complaint for complaint in loader if complaint[0] == "error"]
    if not schema_errors:
        wrong = [e for e in errors if not BEYOND_SCHEMA.search(e[2])]
        if wrong:
            print(f"# {name}: the schema accepts it, the loader: {wrong[0]}")
        return not wrong
    for error in schema_errors:
        if not same_place(error, errors):
            print(f"# {name}: the schema: {place(error)}: {error.message[:200]}")
            print(f"#   the loader: {errors[:3]}")
            return False
    return True


def check_files(report, validator, cli, good, bad=()):
    """The files in the tree: good ones, and bad ones that are no JSON."""
    complaints = check(cli, [*good, *bad])
    for path in good:
        refused = list(validator.iter_errors(load_strictly(path.read_bytes())))
        errors = [c for c in complaints[str(path)] if c[0] == "error"]
        report.case(not refused and not errors, f"good: {path.name}")
    for path in bad:
        errors = [c for c in complaints[str(path)] if c[0] == "error"]
        report.case(bool(errors), f"bad: {path.name}")


def is_other(value, document):
    """Whether VALUE does not say that it is a question bank any more: then it
    is judged as a pack."""
    return (
        document["format"] == "starling-questions"
        and value.get("format") != document["format"]
    )


def check_changes(report, validator, cli, path, enough, more=()):
    """All changes of one good file."""
    document = load_strictly(path.read_bytes())
    expected = {}
    refused = 0
    with tempfile.TemporaryDirectory(prefix="starling-") as folder:
        for number, (name, value) in enumerate(changes(document, more)):
            if is_other(value, document):
                continue
            file = pathlib.Path(folder) / f"{number}.json"
            file.write_text(json.dumps(value, ensure_ascii=number % 2 == 0))
            expected[file] = (name, list(validator.iter_errors(value)))
            refused += bool(expected[file][1])
        complaints = check(cli, expected)
        wrong = sum(
            not agree(name, errors, complaints[str(file)])
            for file, (name, errors) in expected.items()
        )
    print(f"# {len(expected)} changes, of which the schema refuses {refused}")
    report.case(wrong == 0, f"changes of {path.name}")
    report.case(refused > enough, f"enough of {path.name} is tried")


def load_schema(path):
    schema = json.loads(path.read_text("utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    return validator


def main():
    cli, root = sys.argv[1], pathlib.Path(sys.argv[2])
    packs = root / "tests/core/data/packs"
    bank = root / "tests/core/data/questions/full.json"
    report = Report()
    schema = load_schema(root / "data/pack.schema.json")
    good = sorted(packs.glob("good/*.json")) + sorted(root.glob("data/packs/*.json"))
    check_files(report, schema, cli, good, sorted(packs.glob("bad/*.json")))
    check_changes(report, schema, cli, packs / "good/full.json", 500)
    schema = load_schema(root / "data/questions.schema.json")
    check_files(report, schema, cli, [bank, root / "data/questions.json"])
    check_changes(report, schema, cli, bank, 200, LISTS)
    print(f"1..{report.n}")
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
