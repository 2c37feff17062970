#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes the colours of the style sheets over GTK's Default theme, light,
dark and in high contrast, and asks for 4.5:1 for text and 3:1 for shapes."""

import re

import lint

# Of GTK's Default theme.
LIGHT = {
    "theme_fg_color": "#2e3436",
    "theme_text_color": "#000000",
    "theme_bg_color": "#f6f5f4",
    "theme_base_color": "#ffffff",
    "theme_selected_bg_color": "#3584e4",
    "theme_selected_fg_color": "#ffffff",
    "warning_color": "#f57900",
    "error_color": "#cc0000",
    "success_color": "#33d17a",
}
DARK = {
    "theme_fg_color": "#eeeeec",
    "theme_text_color": "#ffffff",
    "theme_bg_color": "#353535",
    "theme_base_color": "#2d2d2d",
    "theme_selected_bg_color": "#15539e",
    "theme_selected_fg_color": "#ffffff",
    "warning_color": "#f57900",
    "error_color": "#cc0000",
    "success_color": "#26ab62",
}
STYLES = {
    "light": (LIGHT, ["style.css"]),
    "dark": (DARK, ["style.css", "style-dark.css"]),
    "high contrast": (LIGHT, ["style.css", "style-hc.css"]),
    "high contrast, dark": (DARK, ["style.css", "style-dark.css", "style-hc.css"]),
}
# Each role and the paper it lies on.
TEXT = {
    "ink": "page sidebar card tint selected well good_tint bad_tint warn_tint",
    "soft": "page sidebar card tint selected well good_tint bad_tint warn_tint",
    "accent": "page sidebar card tint",
    "on_fill": "fill",
    "good": "page card good_tint",
    "warn": "page card warn_tint",
    "bad": "page card bad_tint",
}
SHAPES = {
    "accent": "selected well track",
    "edge": "page sidebar card",
    "good": "good_tint",
    "bad": "bad_tint",
    "warn": "warn_tint track",
}
# Not in high contrast, whose tracks are as dark as lines: there the outline
# and the text say it.
NOT_IN_HIGH_CONTRAST = {("accent", "track"), ("warn", "track")}
DEFINITION = re.compile(r"^@define-color\s+(\w+)\s+([^;]+);", re.MULTILINE)


def parse(expression, names):
    """The colour of an expression as three numbers from 0 to 1."""
    expression = expression.strip()
    if expression.startswith("@"):
        return parse(names[expression[1:]], names)
    if expression.startswith("#"):
        return tuple(int(expression[i : i + 2], 16) / 255 for i in (1, 3, 5))
    call = re.fullmatch(r"mix\s*\(([^()]+|.*),([^()]+|.*),\s*([\d.]+)\s*\)", expression)
    if call is None:
        raise ValueError(f"cannot read {expression}")
    share = float(call[3])
    one, two = parse(call[1], names), parse(call[2], names)
    return tuple(a * (1 - share) + b * share for a, b in zip(one, two))


def luminance(colour):
    linear = [
        value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
        for value in colour
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    """The ratio of WCAG 2.1."""
    bright, dim = sorted((luminance(one), luminance(two)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


report = lint.Report()
checked = 0
for style, (theme, sheets) in STYLES.items():
    names = dict(theme)
    for sheet in sheets:
        names.update(DEFINITION.findall(lint.read(f"ui/{sheet}")))
    for pairs, wanted in ((TEXT, 4.5), (SHAPES, 3.0)):
        lowest = (99, "")
        for role, papers in pairs.items():
            for paper in papers.split():
                if "high" in style and (role, paper) in NOT_IN_HIGH_CONTRAST:
                    continue
                ratio = contrast(
                    parse(f"@starling_{role}", names), parse(f"@starling_{paper}", names)
                )
                checked += 1
                lowest = min(lowest, (ratio, f"{role} on {paper}"))
                if ratio < wanted:
                    report.add(
                        f"ui/{sheets[-1]}",
                        1,
                        f"{style}: {role} on {paper} is {ratio:.2f}:1, needs {wanted}:1",
                    )
        print(f"  {style}: lowest {lowest[0]:.2f}:1 ({lowest[1]}), needs {wanted}:1")
report.end(checked)
