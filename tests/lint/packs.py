#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue and the bundled packs: the schema holds, names and places are
right. What the packs say is looked at in tests/content."""

import collections
import json
import re
import sys

import lint

try:
    import jsonschema
except ImportError:
    jsonschema = None

report = lint.Report()


def load(path):
    return json.loads(lint.read(path))


def complain(path, scenario, message):
    report.add(path, line_of(path, scenario), f"{scenario['id']}: {message}")


def line_of(path, scenario):
    lines = lint.read(path).split("\n")
    needle = f'"id": "{scenario["id"]}"'
    return next((n for n, line in enumerate(lines, 1) if needle in line), 1)


def main():
    catalogue = load("data/catalogue.json")
    principles = [principle["id"] for principle in catalogue["principles"]]
    if len(principles) != 16 or len(set(principles)) != 16:
        report.add("data/catalogue.json", 1, "there are sixteen principles")
    for principle in catalogue["principles"]:
        kebab = re.sub(r"[^a-z]+", "-", principle["name"].lower().replace("'", "").replace("’", ""))
        if kebab.strip("-") != principle["id"]:
            report.add("data/catalogue.json", 1, f"{principle['id']} is not {principle['name']}")
    schema = load("data/pack.schema.json")
    ids = collections.Counter()
    packs = lint.files(".json", under=("data/packs",))
    for path in packs:
        pack = load(path)
        if jsonschema:
            checker = jsonschema.Draft202012Validator(schema)
            for error in checker.iter_errors(pack):
                report.add(path, 1, f"{error.json_path}: {error.message}")
        if path.stem != pack["id"] or pack["id"] not in principles:
            report.add(path, 1, "a bundled pack is called as its principle")
        for scenario in pack["scenarios"]:
            ids[scenario["id"]] += 1
            if scenario["principle"] != pack["id"]:
                complain(path, scenario, "belongs in another pack")
    for identity, number in ids.items():
        if number > 1:
            report.add("data/packs", 1, f"{identity}: {number} scenarios have this id")
    if jsonschema is None:
        print("no jsonschema here: the schema was not checked")
        sys.exit(lint.SKIP)
    report.end(len(packs))


main()
