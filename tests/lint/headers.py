#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every header compiles alone, and twice in a row."""

import concurrent.futures
import pathlib
import subprocess
import tempfile

import lint


# Core's flags for what stands on core alone: a toolkit header fails there.
FLAGS = {
    folder: next(iter(lint.compile_flags(folder).values()), [])
    for folder in ("src/core/", "src/app/")
}


def flags_for(path):
    app = str(path).startswith("src/app/")
    folder = "src/app/" if app else "src/core/"
    return FLAGS[folder] + [f"-I{(lint.ROOT / path).parent}"]


def compiles(path, precompiled):
    # Whoever includes the whole of GTK anyway gets it precompiled.
    gtk = str(path).startswith("src/app/") and "#include <gtk/gtk.h>" in lint.read(path)
    program = f'#include "{lint.ROOT / path}"\n' * 2 + "extern int unused;\n"
    result = subprocess.run(
        ["cc", *flags_for(path), *(["-include", precompiled] if gtk else []),
         "-Wall", "-Wextra", "-Wno-unused-parameter", "-Werror",
         "-fsyntax-only", "-xc", "-"],
        cwd=lint.build_root(),
        input=program,
        capture_output=True,
        text=True,
    )  # fmt: skip
    return path, result.stderr if result.returncode else None


report = lint.Report()
headers = lint.files(".h", under=("src",))
with tempfile.TemporaryDirectory() as work:
    precompiled = pathlib.Path(work, "gtk.h")
    precompiled.write_text("#include <gtk/gtk.h>\n")
    subprocess.run(
        ["cc", *FLAGS["src/app/"], "-xc-header", precompiled, "-o", f"{precompiled}.gch"],
        cwd=lint.build_root(),
        check=True,
    )
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for path, complaint in pool.map(lambda p: compiles(p, precompiled), headers):
            if complaint:
                report.add(
                    path, 1, f"does not compile alone; include what it uses\n{complaint}"
                )
report.end(len(headers))
