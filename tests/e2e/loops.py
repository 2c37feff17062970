# SPDX-License-Identifier: GPL-3.0-or-later
"""Mock loops for tests: stories of the user's own, and what a loop in the
journal comes to, worked out without the application."""

import json
import os
import pathlib

from folder import SCENARIOS, USER, live

CATALOGUE = json.loads(
    (pathlib.Path(os.environ["STARLING_SOURCE_ROOT"]) / "data"
     / "catalogue.json").read_text("utf-8"))
PRINCIPLES = [p["id"] for p in CATALOGUE["principles"]]
NAMES = {p["id"]: p["name"] for p in CATALOGUE["principles"]}
RANGES = {level["id"]: level["seconds"] for level in CATALOGUE["levels"]}
STEPS = ("situation", "task", "action", "result", "reflection")
DIMENSIONS = ("ownership", "specificity", "metrics", "reflection", "delivery")
WORDS = ("Not rated", "Weak", "Rather weak", "Rather strong", "Strong")
STORIES = USER / "stories"


def make_story(number):
    """A story for one principle that can be told for the next one too."""
    return {
        "id": f"tale-{number}", "title": f"The tale of lamp {number}",
        "question": f"What did you do about lamp {number}?",
        "principle": PRINCIPLES[number],
        "steps": [{"step": step, "seconds": seconds} for step, seconds
                  in zip(STEPS, (20 + number, 20, 60 + 7 * number, 20, 15))],
        "angles": [{"principle": PRINCIPLES[number + 1], "lead": "It burnt.",
                    "emphasize": "The fire.", "downplay": "The smoke."}],
        "probes": [{
            "id": probe, "question": f"Lamp {number}: whose was the {probe}?",
            "probes": "Part", "weak": {"answer": "Ours.", "why": "Vague."},
            "strong": {"answer": "Mine.", "takeaway": "Say I."},
        } for probe in ("idea", "work", "credit")]}


TALES = {s["id"]: s for s in map(make_story, range(10))}
ALL = {**SCENARIOS, **TALES}


def write_tales(ids=tuple(TALES)):
    """One file for each, as a user might keep them; no others stay."""
    STORIES.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path in STORIES.glob("*.json"):
        if path.stem not in ids:
            path.unlink()
    for name in ids:
        text = json.dumps({
            "format": "starling-pack", "version": 1, "id": f"own-{name}",
            "title": "Own", "language": "en", "scenarios": [TALES[name]]})
        (STORIES / f"{name}.json").write_text(text, "utf-8")


def targets(scenario, level):
    """Seconds of each step: DESIGN, "The lens"."""
    seconds = [step["seconds"] for step in scenario["steps"]]
    limits = scenario.get("levels", {}).get(level, {}).get(
        "seconds", RANGES[level])
    total = sum(seconds)
    whole = min(max(total, limits["min"]), limits["max"])
    shares = [s * whole // total for s in seconds]
    by_rest = sorted(range(5), key=lambda i: (-(seconds[i] * whole % total), i))
    for i in by_rest[:whole - sum(shares)]:
        shares[i] += 1
    return shares


def questions(loop):
    """(slot, place, scenario, principle) of each question, in order."""
    return [(s, i, scenario, slot["principles"][i % len(slot["principles"])])
            for s, slot in enumerate(loop["slots"])
            for i, scenario in enumerate(slot["scenarios"])]


def answer_of(loop, slot, scenario):
    """The take that counts for a question, or None."""
    found = [t for t in live("rehearsal") if t.get("loop") == loop["id"]
             and t["slot"] == slot and t["scenario"] == scenario]
    return found[-1] if found else None


def ratings(take):
    return [*take.get("rating", {}).values(),
            *(p["rating"] for p in take.get("probes", []) if "rating" in p)]


def spent(take):
    return sum(step["spent_ms"] for step in take["steps"])


def mean(takes):
    """The mean of all ratings, cut to tenths; a dash without any."""
    given = [r for take in takes for r in ratings(take)]
    if not given:
        return "–"
    tenths = 10 * sum(given) // len(given)
    return f"{tenths // 10}.{tenths % 10}"


def judge(takes):
    """The verdict of an interviewer, by the rule that the page shows."""
    given = [r for take in takes for r in ratings(take)]
    weak = [t for t in takes if ratings(t)
            and sum(ratings(t)) / len(ratings(t)) < 2]
    if not given:
        return "Not rated"
    if sum(given) / len(given) >= 3 and not weak:
        return "Inclined"
    return "Not inclined" if sum(given) / len(given) < 2.5 else "Mixed"


def judge_day(verdicts):
    rated = [v for v in verdicts if v != "Not rated"]
    if not rated:
        return "No practice verdict yet"
    against = rated.count("Not inclined") / len(rated)
    if not against and rated.count("Inclined") / len(rated) >= 0.75:
        return "Practice verdict: inclined"
    return "Practice verdict: " \
        + ("not inclined" if against >= 0.5 else "mixed")


def lowest(groups):
    """The first name with the lowest mean, or None where all are alike."""
    means = {name: sum(given) / len(given) for name, given in
             ((name, [r for t in takes for r in ratings(t)])
              for name, takes in groups) if given}
    if len(set(means.values())) < 2:
        return None
    return min(means, key=means.get)


def clock(ms):
    seconds = (ms + 500) // 1000
    return f"{seconds // 60}:{seconds % 60:02d}"


def is_over(take):
    target = sum(step["target_ms"] for step in take["steps"])
    return spent(take) - target > max(5000, target * 5 // 100)
