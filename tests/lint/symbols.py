#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""symbols.py LIBRARY...: all that our static libraries define for others is
called starling_..."""

import pathlib
import subprocess
import sys

import lint

# What the sanitizers and the coverage tool add.
FOREIGN = ("__", "_GLOBAL", "gcov")

report = lint.Report()
checked = 0
for library in sys.argv[1:]:
    output = subprocess.run(
        ["nm", "-g", "--defined-only", library],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    member = ""
    for line in output.split("\n"):
        if line.endswith(":"):
            member = line[:-1]
        words = line.split()
        if len(words) != 3:
            continue
        checked += 1
        if not words[2].startswith(("starling_",) + FOREIGN):
            report.add(
                f"{pathlib.Path(library).name}({member})",
                1,
                f"{words[2]}: make it static, or begin its name with starling_",
            )
report.end(checked)
