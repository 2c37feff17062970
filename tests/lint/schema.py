#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""schema.py STARLING-CLI: the loader refuses what data/pack.schema.json
refuses, and what the few rules refuse that a schema cannot express; and it
takes everything else. Both get the same files: the bundled packs, the packs
of the core tests, and every single change of a small pack that has each member
once."""

import copy
import json
import pathlib
import subprocess
import sys
import tempfile

import lint

try:
    import jsonschema
except ImportError:
    print("needs Python's jsonschema")
    sys.exit(lint.SKIP)

VALUES = [None, True, -1, 0, 1.5, 10**7, "", "x", "Not-an-id ", "x" * 4001, [], {}, [{}], [1]]

PASSAGE = {
    "text": "I noticed it.",
    "emphasize": ["ownership"],
    "downplay": ["dive-deep"],
    "levels": ["sde2", "senior"],
}
PACK = {
    "format": "starling-pack",
    "version": 1,
    "id": "small",
    "title": "Small",
    "language": "en",
    "license": "GPL-3.0-or-later",
    "authors": ["The Starling authors"],
    "scenarios": [
        {
            "id": "one",
            "title": "One",
            "question": "What did you do?",
            "principle": "ownership",
            "tags": ["tag"],
            "overview": {"situation": "S.", "walkthrough": "W.", "takeaways": ["T."]},
            "steps": [
                {
                    "step": "situation",
                    "seconds": 30,
                    "answer": [PASSAGE],
                    "key_phrases": ["I noticed"],
                    "coaching": "C.",
                    "mistake": "M.",
                },
                {"step": "task", "seconds": 20},
                {"step": "action", "seconds": 90},
                {"step": "result", "seconds": 20},
                {"step": "reflection", "seconds": 15},
            ],
            "levels": {
                "sde2": {
                    "guidance": "G.",
                    "reflection": [PASSAGE],
                    "bar": "B.",
                    "seconds": {"min": 90, "max": 120},
                }
            },
            "angles": [
                {"principle": "ownership", "lead": "L.", "emphasize": "E.", "downplay": "D."}
            ],
            "probes": [
                {
                    "id": "probe",
                    "question": "Q?",
                    "probes": "P",
                    "weak": {"answer": "A.", "why": "W."},
                    "strong": {"answer": "A.", "takeaway": "T."},
                    "kind": "impact",
                }
            ],
            "weak_answer": {"text": "T.", "flags": ["T"], "verdict": "V."},
            "quiz": [
                {
                    "id": "question",
                    "question": "Q?",
                    "options": [{"text": "A", "why": "W."}, {"text": "B"}],
                    "correct": 1,
                    "explanation": "E.",
                }
            ],
        }
    ],
}
STEPS = ["situation", "task", "action", "result", "reflection"]


def places(value, path=()):
    """The paths of all values inside VALUE."""
    items = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value) if isinstance(value, list) else ()
    )
    for key, child in items:
        yield path + (key,)
        yield from places(child, path + (key,))


def changed():
    """(what was done, document) for every single change."""
    for path in places(PACK):
        name = "$" + "".join(f"[{k}]" if isinstance(k, int) else f".{k}" for k in path)
        for value in [...] + VALUES:
            document = copy.deepcopy(PACK)
            parent = document
            for key in path[:-1]:
                parent = parent[key]
            if value is ...:
                del parent[path[-1]]
            else:
                parent[path[-1]] = value
            yield f"{name} = {'(gone)' if value is ... else str(value)[:20]}", document
        if isinstance(path[-1], int):
            document = copy.deepcopy(PACK)
            parent = document
            for key in path[:-1]:
                parent = parent[key]
            parent.insert(path[-1], copy.deepcopy(parent[path[-1]]))
            yield f"{name} twice", document


def duplicates(items):
    ids = [item["id"] for item in items]
    return len(ids) != len(set(ids))


def passages(scenario):
    for step in scenario["steps"]:
        yield from step.get("answer", [])
    for view in scenario.get("levels", {}).values():
        yield from view.get("reflection", [])


def breaks_a_rule(pack, principles):
    """What no schema says, of a pack that fits the schema."""
    if duplicates(pack["scenarios"]):
        return "duplicate scenario"
    for scenario in pack["scenarios"]:
        named = [scenario["principle"]]
        for angle in scenario.get("angles", []):
            named.append(angle["principle"])
        if len(named) - 1 != len(set(named[1:])):
            return "duplicate angle"
        for passage in passages(scenario):
            up, down = passage.get("emphasize", []), passage.get("downplay", [])
            named += up + down
            if set(up) & set(down):
                return "emphasised and downplayed"
        if set(named) - principles:
            return "unknown principle"
        if [step["step"] for step in scenario["steps"]] != STEPS:
            return "steps out of order"
        if "answer" in scenario["steps"][4]:
            return "reflection with an answer"
        for view in scenario.get("levels", {}).values():
            seconds = view.get("seconds")
            if seconds and seconds["min"] > seconds["max"]:
                return "min > max"
        if duplicates(scenario.get("probes", [])) or duplicates(scenario.get("quiz", [])):
            return "duplicate id"
        for question in scenario.get("quiz", []):
            if question["correct"] >= len(question["options"]):
                return "correct beyond the options"
    return None


def refused(cli, paths):
    """{path: first complaint} of the files that the loader refuses."""
    complaints = {}
    output = subprocess.run([cli, "check", *paths], capture_output=True, text=True)
    for line in (output.stdout + output.stderr).split("\n"):
        parts = line.split(": error: ", 1)
        if len(parts) == 2:
            complaints.setdefault(parts[0].rsplit(":", 2)[0], parts[1])
    if output.returncode not in (0, 1) or (output.returncode == 1) != bool(complaints):
        print(f"{cli} check ends with {output.returncode}:\n{output.stderr[-2000:]}")
        sys.exit(1)
    return complaints


def check_own(report, path, validator, said):
    """A file of the core tests: those in good/ are fine for both, those in
    bad/ are refused; some of these no schema can tell, or no JSON reader."""
    if path.parent.name == "bad" and not said:
        report.add(path, 1, "the loader takes it")
    if path.parent.name == "good":
        if said:
            report.add(path, 1, f"the loader refuses it ({said})")
        for error in validator.iter_errors(json.loads(lint.read(path))):
            report.add(path, 1, f"the schema refuses it ({error.message[:80]})")


def main():
    cli = sys.argv[1]
    report = lint.Report()
    catalogue = json.loads(lint.read("data/catalogue.json"))
    principles = {principle["id"] for principle in catalogue["principles"]}
    schema = json.loads(lint.read("data/pack.schema.json"))
    validator = jsonschema.Draft202012Validator(schema)
    cases = [("as it is", PACK)] + list(changed())
    for path in lint.files(".json", under=("data/packs",)):
        cases.append((str(path), json.loads(lint.read(path))))
    own = lint.files(".json", under=("tests/core/data/packs",))
    with tempfile.TemporaryDirectory() as work:
        paths = []
        for number, (_, document) in enumerate(cases):
            path = pathlib.Path(work, f"{number:04}.json")
            path.write_text(json.dumps(document, indent=1), encoding="utf-8")
            paths.append(str(path))
        complaints = refused(cli, paths + [str(lint.ROOT / path) for path in own])
    for path in own:
        check_own(report, path, validator, complaints.get(str(lint.ROOT / path)))
    for path, (what, document) in zip(paths, cases):
        error = next(validator.iter_errors(document), None)
        wrong = error.message[:80] if error else breaks_a_rule(document, principles)
        said = complaints.get(path)
        if wrong and not said:
            report.add("data/pack.schema.json", 1, f"{what}: the loader takes it ({wrong})")
        if said and not wrong:
            report.add("data/pack.schema.json", 1, f"{what}: the loader refuses it ({said})")
    report.end(len(cases) + len(own))


main()
