# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks of the content have in common: a scenario as it is told, and
the lens's targets (DESIGN: the lens), worked out here anew."""

import os
import pathlib
import re

ROOT = pathlib.Path(
    os.environ.get("STARLING_SOURCE_ROOT") or pathlib.Path(__file__).parents[2]
)
STEPS = ("situation", "task", "action", "result", "reflection")
LEVELS = ("sde1", "sde2", "senior")
WORDS_A_MINUTE = 150

QUOTE = re.compile(r"“[^”]*”")
END = re.compile(r"(?P<stop>[.!?…][”’)]*)\s+(?=[“‘(]?[^\Wa-z_])")


def sentences(text):
    """The sentences of a text; what is quoted stays whole."""
    quoted = [match.span() for match in QUOTE.finditer(text)]
    found = []
    start = 0
    for match in END.finditer(text):
        if not any(begin <= match.start() and match.end("stop") < end for begin, end in quoted):
            found.append(text[start : match.end()].strip())
            start = match.end()
    return [part for part in found + [text[start:].strip()] if part]


def words(text):
    """Spoken words, as starling_text_count_words() has them: stretches between
    blanks with at least one letter or digit."""
    return [word for word in text.split() if any(c.isalnum() for c in word)]


def bare(word):
    """A word without the marks around it, in small letters."""
    return re.sub(r"^\W+|\W+$", "", word).lower()


def passages(scenario, step, level=None):
    """(path, passage) of what is said in a step at a level, or at any."""
    if step["step"] != "reflection":
        lists = [(f"{step['step']}.answer", step.get("answer", []))]
    else:
        views = scenario.get("levels", {})
        lists = [
            (f"levels.{name}.reflection", views.get(name, {}).get("reflection", []))
            for name in ([level] if level else LEVELS)
        ]
    for path, found in lists:
        for i, passage in enumerate(found):
            if level is None or level in passage.get("levels", LEVELS):
                yield f"{path}[{i}]", passage


def get_step(scenario, name):
    return next(step for step in scenario["steps"] if step["step"] == name)


def told(scenario, level, *names):
    """The text of the named steps (of all, by default) at a level."""
    return " ".join(
        passage["text"]
        for step in scenario["steps"]
        if not names or step["step"] in names
        for _, passage in passages(scenario, step, level)
    )


def targets(scenario, level, catalogue):
    """{step: seconds} that the lens gives at a level."""
    ranges = {entry["id"]: entry["seconds"] for entry in catalogue["levels"]}
    limits = scenario.get("levels", {}).get(level, {}).get("seconds", ranges[level])
    seconds = [step["seconds"] for step in scenario["steps"]]
    total = sum(seconds)
    whole = min(max(total, limits["min"]), limits["max"])
    shares = [part * whole // total for part in seconds]
    # Ties go to the earlier step: the sort is stable.
    by_rest = sorted(range(len(seconds)), key=lambda i: -(seconds[i] * whole % total))
    for i in by_rest[: whole - sum(shares)]:
        shares[i] += 1
    return {step["step"]: share for step, share in zip(scenario["steps"], shares)}


def texts(scenario):
    """(path, text) of everything that is written in a scenario."""
    return list(walk(scenario, ""))


def walk(value, path):
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from walk(item, name_item(path, i, item))
    elif isinstance(value, dict):
        for name, item in value.items():
            # Ids; the emphasize and downplay of an angle are texts.
            ids = isinstance(item, list) and name in ("emphasize", "downplay", "levels")
            if not ids and name not in ("id", "principle", "tags", "kind", "step"):
                yield from walk(item, f"{path}.{name}" if path else name)


def name_item(path, i, item):
    """The path of an item of a list: by its name, where it has one."""
    if isinstance(item, dict):
        if "step" in item:
            return item["step"]
        for name in ("id", "principle"):
            if name in item:
                return f"{path}.{item[name]}"
    return f"{path}[{i}]"
