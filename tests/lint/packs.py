#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The catalogue and the bundled packs: the schema holds, and each scenario is
complete, as nobody's unfinished story need be."""

import collections
import json
import re
import sys

import lint

try:
    import jsonschema
except ImportError:
    jsonschema = None

STEPS = ["situation", "task", "action", "result", "reflection"]
# Ids, once released, stay: people's progress hangs on them.
RELEASED = {"fourteen-hospitals", "lecture-encoding", "webhook-drops"}
WORDS_A_MINUTE = 150

report = lint.Report()


def load(path):
    return json.loads(lint.read(path))


def spoken(passages, level):
    return [
        passage["text"]
        for passage in passages
        if level in passage.get("levels", [level])
    ]


def check_telling(path, scenario, levels):
    """Each level has a text for each step, of a length that can be said."""
    views = scenario["levels"]
    for level, entry in levels.items():
        view = views.get(level, {})
        seconds = view.get("seconds", entry["seconds"])
        words = 0
        for step in scenario["steps"]:
            passages = (
                view.get("reflection", [])
                if step["step"] == "reflection"
                else step.get("answer", [])
            )
            texts = spoken(passages, level)
            if not texts:
                complain(path, scenario, f"{step['step']} has no text at {level}")
            words += sum(len(text.split()) for text in texts)
        length = words * 60 / WORDS_A_MINUTE
        if length > seconds["max"] * 1.1:
            complain(
                path,
                scenario,
                f"{level}: takes {length:.0f} s to say, {seconds['max']} s are the most",
            )
        for member in ("guidance", "bar", "reflection"):
            if member not in view:
                complain(path, scenario, f"levels.{level} has no {member}")


def complain(path, scenario, message):
    report.add(path, line_of(path, scenario), f"{scenario['id']}: {message}")


def line_of(path, scenario):
    lines = lint.read(path).split("\n")
    needle = f'"id": "{scenario["id"]}"'
    return next((n for n, line in enumerate(lines, 1) if needle in line), 1)


def check_scenario(path, scenario, levels, principles):
    for member in ("tags", "overview", "levels", "angles", "probes", "weak_answer", "quiz"):
        if not scenario.get(member):
            complain(path, scenario, f"has no {member}")
            return
    if [step["step"] for step in scenario["steps"]] != STEPS:
        complain(path, scenario, "the steps are not the five, in order")
    for step in scenario["steps"]:
        for member in ("key_phrases", "coaching", "mistake"):
            if not step.get(member):
                complain(path, scenario, f"{step['step']} has no {member}")
    for what, least in (("angles", 3), ("probes", 4), ("quiz", 3)):
        if len(scenario[what]) < least:
            complain(path, scenario, f"fewer than {least} {what}")
    for question in scenario["quiz"]:
        for option in question["options"]:
            if not option.get("why"):
                complain(path, scenario, f"quiz {question['id']}: an option without why")
        texts = [option["text"] for option in question["options"]]
        if len(set(texts)) != len(texts):
            complain(path, scenario, f"quiz {question['id']}: two options alike")
    check_angles(path, scenario, principles)
    check_telling(path, scenario, levels)


def check_angles(path, scenario, principles):
    """Each angle marks sentences, and no sentence is marked for another."""
    offered = [angle["principle"] for angle in scenario["angles"]]
    if len(set(offered)) != len(offered):
        complain(path, scenario, "one angle twice")
    marks = collections.Counter()
    passages = [p for step in scenario["steps"] for p in step.get("answer", [])]
    for view in scenario["levels"].values():
        passages += view.get("reflection", [])
    for passage in passages:
        for kind in ("emphasize", "downplay"):
            for principle in passage.get(kind, []):
                marks[kind, principle] += 1
                if principle not in offered:
                    complain(path, scenario, f"marks for {principle}, which is no angle")
    for principle in offered:
        if principle not in principles:
            complain(path, scenario, f"no principle {principle}")
        if marks["emphasize", principle] < 2:
            complain(path, scenario, f"fewer than two sentences emphasised for {principle}")


def main():
    catalogue = load("data/catalogue.json")
    levels = {level["id"]: level for level in catalogue["levels"]}
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
            check_scenario(path, scenario, levels, principles)
    for identity in RELEASED - set(ids):
        report.add("data/packs", 1, f"{identity} was released and is gone")
    for identity in set(ids) - RELEASED:
        report.add("tests/lint/packs.py", 1, f"add {identity} to the released ids")
    for identity, number in ids.items():
        if number > 1:
            report.add("data/packs", 1, f"{identity}: {number} scenarios have this id")
    if jsonschema is None:
        print("no jsonschema here: the schema was not checked")
        sys.exit(lint.SKIP)
    report.end(len(packs))


main()
