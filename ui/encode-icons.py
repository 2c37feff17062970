#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""encode-icons.py ENCODER RESOURCE-COMPILER OUTPUT.c SVG...

Turns our symbolic icons into a resource of pixels at the sizes at which they
are mostly shown, as GTK does with its own. They can be recoloured as the SVGs
can, but an application that finds these need not load a whole SVG library
(8 MiB, 30 ms) to show its first window. At other sizes GTK takes the SVGs.
"""

import pathlib
import subprocess
import sys
import tempfile

PREFIX = "/io/github/starlingapp/Starling/icons"
# Folder of an icon theme, and the pixels of its icons.
SIZES = {"16x16": 16, "16x16@2": 32, "64x64": 64, "64x64@2": 128}

encoder, compiler, output = sys.argv[1:4]
icons = sys.argv[4:]

with tempfile.TemporaryDirectory() as work:
    names = []
    for folder, pixels in SIZES.items():
        actions = pathlib.Path(work, folder, "actions")
        actions.mkdir(parents=True)
        for icon in icons:
            subprocess.run(
                [encoder, "-o", actions, icon, f"{pixels}x{pixels}"], check=True
            )
            name = pathlib.Path(icon).stem + ".symbolic.png"
            names.append(f"{folder}/actions/{name}")
    manifest = pathlib.Path(work, "icons.gresource.xml")
    manifest.write_text(
        f'<gresources><gresource prefix="{PREFIX}">'
        + "".join(f"<file>{name}</file>" for name in names)
        + "</gresource></gresources>"
    )
    subprocess.run(
        [compiler, "--generate-source", "--internal", "--c-name=starling_icons",
         f"--sourcedir={work}", f"--target={output}", manifest],
        check=True,
    )  # fmt: skip
