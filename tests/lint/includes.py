#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Includes point one way: base <- model <- engine <- storage <- library <-
session <- widgets <- pages <- window <- application. The command line stands
on core alone, and no header of GTK is reachable from core."""

import concurrent.futures
import os
import pathlib
import re
import subprocess

import lint

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
TOOLKIT = re.compile(r"^(gtk|gdk|gsk|adwaita|handy|pango|cairo|graphene)\b")
NETWORK = re.compile(r"^(libsoup|curl|rest|sys/socket\.h|netinet|netdb)")

CORE = [
    ("src/core/base/", 0),
    ("src/core/model/", 1),
    ("src/core/engine/", 2),
    ("src/core/storage/", 3),
    ("src/core/", 4),
]
APP = [
    ("src/app/widgets/", 6),
    ("src/app/pages/", 7),
    ("src/app/about", 8),
    ("src/app/goal-dialog", 8),
    ("src/app/preferences", 8),
    ("src/app/window", 8),
    ("src/app/application", 9),
    ("src/app/main", 10),
    ("src/app/", 5),
]
# Study has parts that are pages themselves; whoever makes them needs their name.
HOSTED = {"src/app/pages/study/page.c": ("cards/page.h", "today/page.h")}
NAMES = [
    "base", "model", "engine", "storage", "library", "session", "widgets",
    "pages", "window", "application", "main",
]  # fmt: skip


def rank(path):
    for prefix, value in CORE + APP:
        if path.startswith(prefix):
            return value
    return None


def resolve(path, name):
    for folder in (path.parent, "src/core", "src/app"):
        candidate = os.path.normpath(pathlib.Path(folder) / name)
        if (lint.ROOT / candidate).is_file():
            return candidate
    return None


def family(path):
    """pages/quiz/end.c is of the family quiz."""
    return pathlib.Path(path).parts[3]


report = lint.Report()
sources = lint.files(".c", ".h", under=("src",))
for path in sources:
    name = str(path)
    own = rank(name)
    for number, line in enumerate(lint.read(path).split("\n"), 1):
        match = INCLUDE.match(line)
        if match is None:
            continue
        if NETWORK.match(match[2]):
            report.add(path, number, f"{match[2]}: Starling never uses the network")
        if not name.startswith("src/app/") and TOOLKIT.match(match[2]):
            report.add(path, number, f"{match[2]}: only src/app may use the toolkit")
        if match[1] == "<":
            continue
        target = resolve(path, match[2])
        if target is None:
            if match[2] not in ("config.h", "starling-resources.h"):
                report.add(path, number, f"no such header: {match[2]}")
            continue
        other = rank(target)
        if name.startswith("src/cli/") and target.startswith("src/app/"):
            report.add(path, number, f"{match[2]}: the command line uses core alone")
        if own is None or other is None:
            continue
        if other > own:
            report.add(
                path,
                number,
                f"{NAMES[own]} must not include {NAMES[other]} ({match[2]})",
            )
        if (
            own == other == 7
            and family(name) != family(target)
            and match[2].removeprefix("pages/") not in HOSTED.get(name, ())
        ):
            report.add(path, number, f"{match[2]}: pages do not include each other")


def reachable(item):
    source, flags = item
    output = subprocess.run(
        ["cc", *flags, "-M", str(lint.ROOT / source)],
        cwd=lint.build_root(),
        capture_output=True,
        text=True,
    )
    if output.returncode:
        return source, output.stderr
    headers = output.stdout.split()
    bad = [header for header in headers if re.search(r"/(gtk|gdk|gsk)[^/]*/", header)]
    return source, f"{bad[0]} is reachable from core" if bad else None


core = lint.compile_flags("src/core/", "src/cli/")
with concurrent.futures.ThreadPoolExecutor(2) as pool:
    for source, complaint in pool.map(reachable, core.items()):
        if complaint:
            report.add(source, 1, complaint)
if not core:
    report.add("meson.build", 1, "no compiled file of core was found")
report.end(len(sources))
