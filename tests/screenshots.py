#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Renders every page to OUT/VARIANT-PAGE.png, from a fixed clock, seed and
user folder: screenshots.py STARLING OUT [VARIANT...]. Look at them all."""

import json
import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
NOW = "2026-11-23T09:00:00Z"

# What is studied, rehearsed and asked about, and where the sidebar has it.
STORY = "The webhooks that vanished"
PRINCIPLE = "Insist on the Highest Standards"

# name: (width, height, settings, settings.ini of GTK, arguments)
VARIANTS = {
    "light": (1100, 720, {}, {}, []),
    "dark": (1100, 720, {"style": "dark"}, {}, []),
    "contrast": (1100, 720, {}, {"gtk-theme-name": "HighContrast"}, []),
    "rtl": (1100, 720, {}, {}, ["--rtl"]),
    "narrow": (360, 720, {}, {}, []),
    "tablet": (720, 720, {}, {}, []),
    "large-text": (1024, 768, {"text-size": 200}, {}, []),
    "wide": (1600, 900, {}, {}, []),
}


# Kinds of questions that have words above their options.
SHOWN_KINDS = ("Missing from the Result", "Missing key phrase",
               "Weak or strong", "Which step")


def wrong_options():
    """The texts of all options that are not right, of the questions that were
    written for the story."""
    scenarios = [scenario
                 for path in (HERE.parent / "data" / "packs").glob("*.json")
                 for scenario in json.loads(path.read_text("utf-8"))["scenarios"]]
    story = next(s for s in scenarios if s["title"] == STORY)
    return {option["text"] for quiz in story["quiz"]
            for i, option in enumerate(quiz["options"])
            if i != quiz["correct"]}


def shoot(out, variant, page):
    path = out / f"{variant}-{page}.png"
    subprocess.run(["import", "-window", "root", str(path)], check=True)
    print(path, flush=True)


def settle(app):
    """Lets animations and late parts of a page come to an end."""
    app.wait("frame", "Starling")
    subprocess.run(["sleep", "1"], check=True)


def scroll(width, height, clicks):
    subprocess.run(["xdotool", "mousemove", str(width * 3 // 5),
                    str(height // 2)], check=True)
    button = "5" if clicks > 0 else "4"
    subprocess.run(["xdotool", "click", "--repeat", str(abs(clicks)),
                    "--delay", "15", button], check=True)
    subprocess.run(["xdotool", "mousemove", str(width - 1), str(height - 1)],
                   check=True)


def open_lens(app):
    app.click("push button", next(node.name for node in app.all("push button")
                                  if node.name.startswith("Lens: ")))
    settle(app)


def choose(app, name, narrow, principle=None):
    """A row of the sidebar, below a principle if that is closed."""
    if narrow:
        app.click("push button", "Sidebar")
    if principle is not None:
        app.select(principle)
        settle(app)
    app.select(name)
    settle(app)


def choose_lens(app, narrow):
    if narrow:
        open_lens(app)
    app.click("push button", "Senior SDE")
    settle(app)
    if narrow:
        open_lens(app)
    app.click("push button", "Dive Deep")


def tell_until(app, text):
    """Goes on until it is on screen, not counting what is next."""
    while not any(text in t for t in app.texts() if not t.startswith("Next:")):
        app.click("push button", "Next step")
        settle(app)


def shoot_cards(app, out, variant):
    """A card of each kind from both sides, then the end of the queue."""
    kinds = {"step": "What do you say", "probe": "follow-up question",
             "weak": "weak answer", "angle": "Told for "}
    app.click("push button", "Flashcards")
    settle(app)
    while (show := app.find("push button", "Show answer")) is not None:
        texts = "\n".join(app.texts())
        kind = next((kind for kind, words in kinds.items() if words in texts),
                    None)
        if kind:
            del kinds[kind]
            settle(app)
            shoot(out, variant, f"cards-{kind}")
        show.activate()
        easy = app.wait("push button", "Easy")
        if kind:
            settle(app)
            shoot(out, variant, f"cards-{kind}-told")
        easy.activate()
    settle(app)
    shoot(out, variant, "cards-end")


def history():
    """Three weeks of study towards an interview, always the same."""
    cards = [f"{story}#{card}" for card in (
        "step.situation", "step.task", "step.action", "step.result",
        "step.reflection", "weak") for story in
        ("webhook-drops", "lecture-encoding", "fourteen-hospitals")]
    yield {"type": "goal", "at": "2026-10-31T17:00:00.000Z",
           "interview": "2026-12-10",
           "principles": ["insist-on-the-highest-standards", "frugality"]}
    for day in range(22):
        at = f"2026-11-{day + 1:02}T18"
        if day % 4 == 3:
            continue
        for number, card in enumerate(cards[:(day + 2) * 2]):
            if (number + day) % (3 + number % 5) == 0:
                yield {"type": "review", "card": card, "level": "senior",
                       "grade": 1 if (number + day) % 7 == 0 else 3,
                       "ms": 31000, "at": f"{at}:{number:02}:00.000Z"}
        if day % 7 == 6:
            yield {"type": "rehearsal", "scenario": "webhook-drops",
                   "level": "senior", "angle": "dive-deep", "prompt": "cues",
                   "steps": [
                       {"step": step, "target_ms": 1000 * target,
                        "spent_ms": 1000 * (target + 9 - day // 3)}
                       for step, target in (
                           ("situation", 30), ("task", 20), ("action", 90),
                           ("result", 20))],
                   "at": f"{at}:50:00.000Z"}


def shoot_no_progress(app, out, variant):
    """The same before anything was done."""
    app.key("ctrl+0")
    settle(app)
    shoot(out, variant, "progress-empty")
    app.key("ctrl+0")
    settle(app)


def shoot_backups(app, out, variant):
    """The backups, with one that was just made. Without a window manager
    nobody fits the window to the screen."""
    width, height = VARIANTS[variant][:2]
    app.focus_window()
    app.key("F10")
    app.wait("push button", "Menu")
    settle(app)
    app.key(*["Down"] * 5, "Return")
    app.click("push button", "Back up now")
    app.wait("push button", "Restore 23 November 2026, 09:00")
    window = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "Backups"],
        capture_output=True, text=True, check=True).stdout.split()[0]
    subprocess.run(["xdotool", "windowsize", "--sync", window,
                    str(min(width, 480)), str(min(height, 520))], check=True)
    settle(app)
    shoot(out, variant, "backups")
    subprocess.run(["xdotool", "windowfocus", "--sync", window], check=True)
    app.key("Escape")
    app.wait_gone("push button", "Back up now")
    app.focus_window()


def shoot_progress(app, out, variant):
    """Where the user stands, at the top and further down."""
    subprocess.run(["xdotool", "key", "ctrl+0"], check=True)
    settle(app)
    shoot(out, variant, "progress")
    scroll(*VARIANTS[variant][:2], 12)
    settle(app)
    shoot(out, variant, "progress-more")
    subprocess.run(["xdotool", "key", "Escape"], check=True)
    settle(app)


def shoot_question(app, out, variant):
    """A random question, and a story that was chosen for it."""
    app.click("push button", "Random question")
    settle(app)
    shoot(out, variant, "question")
    app.click("push button", "What it tests")
    settle(app)
    shoot(out, variant, "question-tests")
    next(n for n in app.all("push button") if " · " in n.description
         and n.description.endswith("As told")
         or " · Told for " in n.description).activate()
    settle(app)
    shoot(out, variant, "question-ready")
    app.click("push button", "Choose another story")
    app.click("push button", "Back")
    settle(app)


def shoot_loop(app, out, variant):
    """A mock loop of which one question is answered."""
    app.click("page tab", "Rehearse")
    settle(app)
    shoot(out, variant, "rehearse-proposal")
    shoot_question(app, out, variant)
    app.click("push button", "Mock loop")
    settle(app)
    shoot(out, variant, "loop-setup")
    app.click("push button", "Start loop")
    app.click("push button", "Start")
    settle(app)
    shoot(out, variant, "loop-question")
    app.click("push button", "Finish")
    for name in ("Ownership: 3 of 4", "Metrics: 2 of 4"):
        app.click("push button", name)
    app.click("push button", "Save")
    settle(app)
    shoot(out, variant, "loop-break")
    app.click("push button", "End the loop")
    settle(app)
    shoot(out, variant, "loop-debrief")


def shoot_history(app, out, variant, narrow):
    choose(app, STORY, narrow, PRINCIPLE)
    app.click("push button", "History")
    settle(app)
    shoot(out, variant, "rehearse-history")


def shoot_later(binary, arguments, out, variant, narrow):
    """Today after some weeks, and the date of the interview."""
    from driver import App  # pylint: disable=import-outside-toplevel

    (pathlib.Path(os.environ["XDG_DATA_HOME"]) / "starling"
     / "journal.jsonl").unlink(missing_ok=True)
    subprocess.run(
        [pathlib.Path(binary).resolve().parents[1] / "cli" / "starling-cli",
         "record"], input="".join(json.dumps(e) + "\n" for e in history()),
        text=True, check=True, stdout=subprocess.DEVNULL)
    app = App("--now", NOW, *arguments)
    settle(app)
    app.focus_window()
    shoot(out, variant, "today-later")
    app.click("push button", "Edit the interview date")
    settle(app)
    shoot(out, variant, "interview")
    app.click("push button", "Cancel")
    settle(app)
    shoot_progress(app, out, variant)
    shoot_backups(app, out, variant)
    shoot_loop(app, out, variant)
    shoot_history(app, out, variant, narrow)
    app.kill()


def render(binary, out, variant):
    """Runs inside tests/headless, on a screen of the variant's size."""
    sys.path.insert(0, str(HERE / "e2e"))
    os.environ["STARLING"] = binary
    width, height, settings, gtk, arguments = VARIANTS[variant]
    from driver import App  # pylint: disable=import-outside-toplevel

    config = pathlib.Path(os.environ["XDG_CONFIG_HOME"])
    values = {"width": width, "height": height, "style": "light", **settings}
    lines = ["[io/github/starlingapp/Starling]"] + [
        f"{key}={value!r}" for key, value in values.items()]
    (config / "glib-2.0" / "settings").mkdir(parents=True)
    (config / "glib-2.0" / "settings" / "keyfile").write_text(
        "\n".join(lines) + "\n", "utf-8")
    (config / "gtk-4.0").mkdir()
    (config / "gtk-4.0" / "settings.ini").write_text(
        "[Settings]\n" + "".join(f"{k}={v}\n" for k, v in gtk.items()),
        "utf-8")

    app = App("--now", NOW, *arguments)
    narrow = width < 700
    settle(app)
    app.focus_window()  # popovers close without
    shoot(out, variant, "today")
    shoot_no_progress(app, out, variant)
    choose(app, STORY, narrow, PRINCIPLE)
    shoot(out, variant, "study-as-told")
    choose_lens(app, narrow)
    settle(app)
    shoot(out, variant, "study")
    scroll(width, height, 8)
    settle(app)
    shoot(out, variant, "study-steps")
    scroll(width, height, 14)
    settle(app)
    shoot(out, variant, "study-more")
    probe = next(n for n in app.all("push button")
                 if "measure" in n.name)
    probe.activate()
    settle(app)
    scroll(width, height, 6)
    settle(app)
    shoot(out, variant, "study-probes")
    scroll(width, height, 60)
    settle(app)
    shoot(out, variant, "study-end")

    app.click("page tab", "Rehearse")
    settle(app)
    shoot(out, variant, "rehearse-ready")
    app.click("push button", "Start")
    settle(app)
    tell_until(app, "for the Action")
    settle(app)
    shoot(out, variant, "rehearse-running")
    app.click("push button", "Full")
    settle(app)
    shoot(out, variant, "rehearse-full")
    tell_until(app, "Follow-up 1")
    shoot(out, variant, "rehearse-follow-up")
    tell_until(app, "Strong answer")
    app.click("push button", "Rather strong")
    settle(app)
    shoot(out, variant, "rehearse-two-answers")
    app.click("push button", "Finish")
    settle(app)
    shoot(out, variant, "rehearse-debrief")
    app.click("push button", "Save")

    app.click("page tab", "Quiz")
    settle(app)
    shoot(out, variant, "quiz-question")
    wrong = wrong_options()
    next(n for n in app.all("push button") if n.name in wrong).activate()
    app.click("push button", "Check")
    settle(app)
    shoot(out, variant, "quiz")
    take_quiz(app, out, variant)
    scroll(width, height, 60)
    settle(app)
    shoot(out, variant, "quiz-end-more")
    app.click("push button", "Set up the quiz")
    settle(app)
    shoot(out, variant, "quiz-setup")
    app.key("Escape")

    app.click("page tab", "Study")
    if narrow:
        app.click("push button", "Sidebar")
        settle(app)
        shoot(out, variant, "sidebar")
    app.select("Earn Trust")
    if narrow:
        app.click("push button", "Sidebar")
    settle(app)
    shoot(out, variant, "principle")
    scroll(width, height, 60)
    settle(app)
    shoot(out, variant, "principle-more")
    app.click("page tab", "Quiz")
    app.click("push button", "Set up the quiz")
    settle(app)
    shoot(out, variant, "quiz-setup-principle")
    app.key("Escape")
    app.click("page tab", "Study")
    choose(app, STORY, narrow, PRINCIPLE)
    shoot_cards(app, out, variant)
    app.focus_window()
    app.key("ctrl+comma")
    settle(app)
    shoot(out, variant, "preferences")
    app.kill()
    shoot_later(binary, arguments, out, variant, narrow)


def take_quiz(app, out, variant):
    """From an answered question to the end, by the first option each time."""
    seen = set()
    while True:
        app.click("push button", "Next question")
        settle(app)
        labels = [n.name for n in app.all("label")]
        if not any(name.startswith("Question ") for name in labels):
            shoot(out, variant, "quiz-end")
            return
        kind = next(name.split(" · ")[1] for name in labels if " · " in name
                    and not name.startswith(("In progress", "Rehearsed")))
        app.key("1")
        app.key("1")
        app.wait("push button", "Next question")
        settle(app)
        if kind not in seen and kind in SHOWN_KINDS:
            shoot(out, variant, "quiz-" + kind.lower().replace(" ", "-"))
        seen.add(kind)


def main():
    binary, out, *wanted = sys.argv[1:]
    out = pathlib.Path(out)
    out.mkdir(parents=True, exist_ok=True)
    if os.environ.get("STARLING_SCREENSHOT"):
        render(binary, out, os.environ["STARLING_SCREENSHOT"])
        return
    status = 0
    for variant in wanted or VARIANTS:
        width, height = VARIANTS[variant][:2]
        status |= subprocess.run(
            [str(HERE / "headless"), sys.executable, __file__, binary,
             str(out)],
            env={**os.environ, "STARLING_SCREENSHOT": variant,
                 "STARLING_SCREEN": f"{width}x{height}",
                 "LC_ALL": "C.UTF-8"},
            check=False).returncode
    sys.exit(status)


if __name__ == "__main__":
    main()
