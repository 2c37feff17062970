#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text file: licence line, clean white space, no words that tell of a
machine or of unfinished work."""

import re

import lint

IDENTIFIER = "SPDX-License-Identifier: "
# Where a licence line has no place.
WITHOUT_LICENCE = re.compile(
    r"(^LICENSE|\.md|\.json|\.jsonl|LINGUAS|\.gitignore|\.clang-format|\.txt|\.csv|\.tsv)$"
    r"|^tests/.*/(data|packs|files|expected|corpus)/"
)
# Data of tests may be as ugly as it likes.
AS_IT_IS = re.compile(r"^LICENSE$|^tests/.*/(data|packs|files|expected|corpus)/")
BINARY = (".png", ".gz", ".tar", ".mo", ".gmo")
# Written so that this file does not contain them.
FORBIDDEN = re.compile(
    "|".join(
        [
            r"\bTO" r"DO\b",
            r"\bFIX" r"ME\b",
            r"\bX" r"XX\b",
            "lorem " "ipsum",
            "/ho" "me/",
            "/wo" "rk/",
            "/Us" "ers/",
        ]
    ),
    re.IGNORECASE,
)

report = lint.Report()
sources = [path for path in lint.files() if not path.name.endswith(BINARY)]
for path in sources:
    name = str(path)
    try:
        text = lint.read(path)
    except UnicodeDecodeError:
        if not AS_IT_IS.search(name):
            report.add(path, 1, "save it as UTF-8")
        continue
    if IDENTIFIER not in text[:600] and not WITHOUT_LICENCE.search(name):
        report.add(path, 1, f"begin with a comment '{IDENTIFIER}GPL-3.0-or-later'")
    if AS_IT_IS.search(name):
        continue
    for number, line in enumerate(text.split("\n"), 1):
        if "\t" in line:
            report.add(path, number, "use spaces, not a tab")
        if line != line.rstrip():
            report.add(path, number, "remove the space at the end")
        if FORBIDDEN.search(line):
            word = FORBIDDEN.search(line)[0]
            report.add(path, number, f"'{word}' does not belong in the tree")
    if text and not text.endswith("\n"):
        report.add(path, text.count("\n") + 1, "end with a newline")
    if text.endswith("\n\n"):
        report.add(path, text.count("\n"), "remove the empty lines at the end")
report.end(len(sources))
