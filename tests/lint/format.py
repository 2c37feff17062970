#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""All C is formatted as .clang-format says."""

import re
import shutil
import subprocess
import sys

import lint

# Versions differ in small ways; this is Debian 12's.
MAJOR = 14

tool = shutil.which(f"clang-format-{MAJOR}") or shutil.which("clang-format")
version = tool and subprocess.run(
    [tool, "--version"], capture_output=True, text=True, check=True
).stdout
if not version or not re.search(rf"\b{MAJOR}\.", version):
    print(f"needs clang-format {MAJOR}, found {version or 'none'}")
    sys.exit(lint.SKIP)

report = lint.Report()
sources = lint.files(".c", ".h", under=("src", "tests"))
result = subprocess.run(
    [tool, "--dry-run", "-Werror", *map(str, sources)],
    cwd=lint.ROOT,
    capture_output=True,
    text=True,
)
places = re.findall(r"^(\S+?):(\d+):\d+: error", result.stderr, re.MULTILINE)
for path in sorted({path for path, _ in places}):
    first = next(line for other, line in places if other == path)
    report.add(path, first, f"run clang-format -i {path}")
if result.returncode and not places:
    report.add(".clang-format", 1, result.stderr)
report.end(len(sources))
