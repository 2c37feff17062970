# SPDX-License-Identifier: GPL-3.0-or-later
"""What the lint tests have in common: the checkout's files and a report."""

import json
import os
import pathlib
import shlex
import sys

ROOT = pathlib.Path(
    os.environ.get("STARLING_SOURCE_ROOT") or pathlib.Path(__file__).parents[2]
)
SKIP = 77


def files(*suffixes, under=("src", "ui", "data", "po", "tests", ".ci", ".")):
    """Files of the checkout whose names end so, as paths relative to it.

    "." stands for the files at the top, without its folders.
    """
    found = []
    for folder in under:
        if folder == ".":
            paths = [path for path in ROOT.iterdir() if path.is_file()]
        else:
            paths = [
                path
                for path in (ROOT / folder).rglob("*")
                if path.is_file() and "__pycache__" not in path.parts
            ]
        found += [path.relative_to(ROOT) for path in paths]
    return sorted(
        path for path in found if not suffixes or path.name.endswith(suffixes)
    )


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def build_root():
    return pathlib.Path(os.environ["STARLING_BUILD_ROOT"])


def compile_flags(*folders):
    """{source: flags} of what the build compiles below the folders."""
    flags = {}
    build = build_root()
    for entry in json.loads((build / "compile_commands.json").read_text()):
        source = pathlib.Path(os.path.normpath(build / entry["file"]))
        if not source.is_relative_to(ROOT):
            continue
        source = source.relative_to(ROOT)
        if str(source).startswith(folders):
            words = shlex.split(entry["command"])
            flags[str(source)] = [
                word
                for word in words
                if word.startswith(("-I", "-D", "-std", "-isystem", "-pthread"))
            ]
    return flags


class Report:
    """Collects complaints and ends the test with them."""

    def __init__(self):
        self.count = 0

    def add(self, path, line, message):
        self.count += 1
        print(f"{path}:{line}: {message}")

    def end(self, checked):
        print(f"{checked} checked, {self.count} complaints")
        if checked == 0:
            print("nothing to check: the test itself is broken")
        sys.exit(1 if self.count or checked == 0 else 0)
