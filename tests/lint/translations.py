#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""po/POTFILES.in names every file with texts to translate, and no other."""

import re

import lint

LIST = "po/POTFILES.in"
MARK = re.compile(r'\b(_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2?)\s*\(')

report = lint.Report()
lines = lint.read(LIST).split("\n")
named = {line.strip() for line in lines if line.strip() and line[0] != "#"}
wanted = {str(path) for path in lint.files(".in", ".gschema.xml", under=("data",))}
for path in lint.files(".c", under=("src/app", "src/core")):
    if MARK.search(re.sub(r"/\*.*?\*/", "", lint.read(path), flags=re.DOTALL)):
        wanted.add(str(path))
for path in lint.files(".ui", under=("ui",)):
    if 'translatable="yes"' in lint.read(path):
        wanted.add(str(path))
for path in sorted(wanted - named):
    report.add(LIST, 1, f"add {path}")
for path in sorted(named - wanted):
    report.add(LIST, lines.index(path) + 1, f"remove {path}: it has no texts")
if [line for line in lines if line in named] != sorted(named):
    report.add(LIST, 1, "sort it, each file once")
report.end(len(wanted))
