#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No file and no function grows beyond what one reads at a sitting. Prints
the longest, so that one sees where the next split is due."""

import lint

LIMITS = {".c": 800, ".h": 150, ".ui": 250, ".css": 800, ".py": 500}
FUNCTION = 80
NOT_A_FUNCTION = ("typedef", "struct", "enum", "union", "static const struct")


def functions(lines):
    """(name line, length) of each function: GNU style has both of its braces
    in the first column."""
    start = None
    for number, line in enumerate(lines, 1):
        if line.rstrip() == "{":
            head = number - 1
            while head > 0 and lines[head - 1].strip():
                head -= 1
            first = lines[head]
            if not first.startswith(NOT_A_FUNCTION) and not lines[
                number - 2
            ].rstrip().endswith("="):
                start = number
        elif line.startswith("}") and start is not None:
            yield start - 1, number - start + 1
            start = None


report = lint.Report()
sources = lint.files(*LIMITS, under=("src", "ui", "tests"))
longest = []
for path in sources:
    lines = lint.read(path).split("\n")
    limit = LIMITS[path.suffix]
    if len(lines) - 1 > limit:
        report.add(path, limit, f"{len(lines) - 1} lines of {limit}: split it by concern")
    if path.suffix == ".c":
        for number, length in functions(lines):
            longest.append((length, path, number))
            if length > FUNCTION:
                report.add(
                    path,
                    number,
                    f"{lines[number - 1].split(' (')[0]}: {length} lines of"
                    f" {FUNCTION}: take a part out",
                )
for length, path, number in sorted(longest, key=lambda item: -item[0])[:5]:
    print(f"  {length:3} lines: {path}:{number}")
report.end(len(sources))
