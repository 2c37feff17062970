#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Templates, style sheets and the resource list: well formed, complete, and
every text in them translatable and in sentence case."""

import pathlib
import re
import xml.etree.ElementTree as ElementTree

import lint

MANIFEST = pathlib.Path("ui/starling.gresource.xml")
PREFIX = "/io/github/starlingapp/Starling/"
# Properties, attributes and accessible properties that people read.
TEXTS = {
    "label", "title", "subtitle", "tooltip-text", "tooltip-markup",
    "placeholder-text", "description", "help-text", "valuetext", "value-text",
    "comments", "body", "text",
}  # fmt: skip
# Words that are written in capitals.
CAPITALS = {"STAR", "JSON", "GTK", "SLO", "SDE", "GPL", "CSV", "HTML", "PDF"}

report = lint.Report()


def line_of(source, needle, start=0):
    position = source.find(needle, start)
    return source.count("\n", 0, max(position, 0)) + 1


def check_text(path, source, element, name):
    text = (element.text or "").strip()
    line = line_of(source, element.text.strip() if text else name)
    # The name of the application is the same in every language.
    if text == "Starling" or not re.search(r"[^\W\d_]", text):
        return
    if element.get("translatable") not in ("yes", "true", "no"):
        report.add(path, line, f'{name} "{text}": add translatable="yes"')
    for word in re.findall(r"\b[A-Z]{3,}\b", text):
        if word not in CAPITALS:
            report.add(path, line, f'"{text}": sentence case, no capitals')
    if "!" in text or "..." in text:
        report.add(path, line, f'"{text}": no exclamation marks; … for an ellipsis')


def check_template(path, code):
    source = lint.read(path)
    try:
        tree = ElementTree.fromstring(source)
    except ElementTree.ParseError as error:
        report.add(path, error.position[0], f"not well formed: {error}")
        return
    for element in tree.iter():
        name = element.get("name", "").replace("_", "-")
        if element.tag in ("property", "attribute") and name in TEXTS:
            if len(element) == 0 and element.get("bind-source") is None:
                check_text(path, source, element, name)
        kind = element.get("class", "")
        if element.tag in ("template", "object") and kind.startswith("Starling"):
            if not re.search(rf"G_DEFINE_[A-Z_]+\s*\(\s*{kind}\b", code):
                report.add(
                    path,
                    line_of(source, f'class="{kind}"'),
                    f"no C file defines {kind}",
                )


def check_sheet(path):
    for number, line in enumerate(lint.read(path).split("\n"), 1):
        if re.search(r"font(-size)?:[^;]*\d(px|pt)\b", line):
            report.add(path, number, "sizes of text are relative: use %")
        if re.search(r"text-transform:\s*(uppercase|capitalize)", line):
            report.add(path, number, "no capitals")
        if re.search(r":[^;]*#[0-9a-fA-F]{3,8}\b", line):
            report.add(path, number, "derive colours from the theme's")


def listed():
    manifest = ElementTree.fromstring(lint.read(MANIFEST))
    for group in manifest.iter("gresource"):
        prefix = group.get("prefix").rstrip("/") + "/"
        if not prefix.startswith(PREFIX):
            report.add(MANIFEST, 1, f"{prefix}: all resources lie under {PREFIX}")
        for entry in group.iter("file"):
            yield entry.text.strip(), prefix + (entry.get("alias") or entry.text.strip())


code = "\n".join(lint.read(path) for path in lint.files(".c", under=("src",)))
templates = lint.files(".ui", under=("ui",))
sheets = lint.files(".css", under=("ui",))
icons = lint.files(".svg", under=("ui",))
used = code + "".join(lint.read(path) for path in templates + sheets)

resources = dict(listed())
names = list(resources)
for name in names:
    if not (lint.ROOT / "ui" / name).is_file():
        report.add(MANIFEST, line_of(lint.read(MANIFEST), name), f"no file ui/{name}")
for path in templates + sheets + icons:
    name = str(path.relative_to("ui"))
    if name not in resources:
        report.add(path, 1, f"add it to {MANIFEST}, or remove it")
    elif path.suffix == ".ui" and name not in used:
        # gtk/help-overlay.ui is found by its name.
        if resources[name] != PREFIX + "gtk/help-overlay.ui":
            report.add(path, 1, "nothing uses this template")
for path in templates:
    check_template(path, code)
for path in sheets:
    check_sheet(path)
for path in icons:
    source = lint.read(path)
    if "stroke=" in source or 'fill="none"' in source:
        report.add(path, 1, "GTK recolours fills only: draw outlines as filled paths")

for place in re.finditer(r'"(starling-[a-z-]+-symbolic)"|>(starling-[a-z-]+-symbolic)<', used):
    icon = place[1] or place[2]
    if f"icons/scalable/actions/{icon}.svg" not in resources:
        report.add(MANIFEST, 1, f"{icon} is used, but there is no such icon")

report.end(len(templates + sheets + icons))
