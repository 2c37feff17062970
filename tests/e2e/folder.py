# SPDX-License-Identifier: GPL-3.0-or-later
"""The user's folder, and what starling-cli says of it."""

import json
import os
import pathlib
import subprocess

USER = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "starling"
# The program's data: all of it, or a few stories.
DATA = pathlib.Path(os.environ.get("STARLING_DATA_DIR")
                    or os.environ["STARLING_SOURCE_ROOT"] + "/data")

SCENARIOS = {
    s["id"]: s for path in sorted((DATA / "packs").glob("*.json"))
    for s in json.loads(path.read_text("utf-8"))["scenarios"]}


def cli(command, *arguments, text=None):
    """What starling-cli says of the same folders."""
    process = subprocess.run(
        [os.environ["STARLING_CLI"], command, *arguments], input=text,
        capture_output=True, text=True, check=True, timeout=30)
    return process.stdout


def table(command, *arguments):
    return json.loads(cli(command, "--json", *arguments))


def journal():
    path = USER / "journal.jsonl"
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def live(kind):
    """Events that count, in order."""
    gone = set()
    events = journal()
    for event in reversed(events):
        if event["type"] == "undo" and event["id"] not in gone:
            gone.add(event["of"])
    return [e for e in events if e["type"] == kind and e["id"] not in gone]
