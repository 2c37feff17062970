#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""libraries.py PROGRAM...: what our programs link. A list of what is allowed,
so that nothing that talks to the network, and nothing else unforeseen, gets
in."""

import pathlib
import re
import subprocess
import sys

import lint

CORE = r"lib(glib-2|gobject-2|gio-2|gmodule-2|json-glib-1)\.0\.so|lib[cm]\.so|libpthread"
GTK = r"libgtk-4|libgdk_pixbuf-2|libpango(cairo)?-1|libcairo(-gobject)?\.so|libgraphene|libharfbuzz"
SANITIZER = r"lib(a|ub|t|l)san|libclang_rt|ld-linux|libgcc_s"

report = lint.Report()
checked = 0
for program in sys.argv[1:]:
    name = pathlib.Path(program).name
    allowed = re.compile(
        "|".join([CORE, SANITIZER] + ([] if name == "starling-cli" else [GTK]))
    )
    output = subprocess.run(
        ["readelf", "-d", program], capture_output=True, text=True, check=True
    ).stdout
    for library in re.findall(r"\(NEEDED\).*\[(.*)\]", output):
        checked += 1
        if not allowed.match(library):
            report.add(name, 1, f"{library} is not among the libraries it may link")
report.end(checked)
