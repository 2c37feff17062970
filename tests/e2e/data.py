# SPDX-License-Identifier: GPL-3.0-or-later
"""What becomes of the user's data as a whole: a copy beside the journal is
merged, the journal exported, a backup made and gone back to, the progress of a
story deleted, all from the window."""

import json
import subprocess

from driver import DEADLINE, SENSITIVE, App, run, until
from folder import USER, SCENARIOS, cli, journal, live

STORY = "webhook-drops"
TITLE = SCENARIOS[STORY]["title"]
COPY = "journal.sync-conflict-20261123-101500-ABCDEFG.jsonl"


def review(day):
    return json.dumps({
        "at": f"2026-11-{day}T09:00:00Z", "type": "review",
        "card": f"{STORY}#weak", "grade": 3})


def open_menu(app):
    app.focus_window()
    app.key("F10")
    until(lambda: "About Starling" in app.describe(), "the menu stays shut")


def choose(app, *keys):
    """Takes an item of the menu, by its keys from the top or the bottom."""
    open_menu(app)
    app.key(*keys)


def offers_to_delete(app):
    open_menu(app)
    offered = app.all(name="Delete progress of this story")[0].has(SENSITIVE)
    app.key("Escape")
    until(lambda: "About Starling" not in app.describe(), "the menu stays open")
    return offered


def focus_dialog(title):
    """Without a window manager nobody gives the dialog the keyboard."""
    found = subprocess.run(
        ["xdotool", "search", "--sync", "--onlyvisible", "--name", title],
        capture_output=True, text=True, timeout=DEADLINE, check=True)
    subprocess.run(["xdotool", "windowfocus", "--sync", found.stdout.split()[0]],
                   check=True, timeout=DEADLINE)


def a_copy_is_merged():
    cli("record", text=review(21) + "\n" + review(22))
    lines = (USER / "journal.jsonl").read_text("utf-8").splitlines(True)
    (USER / COPY).write_text(
        lines[0] + lines[1].replace(json.loads(lines[1])["id"], "of-another"),
        "utf-8")
    app = App("--now", "2026-11-23T09:00:00Z")
    app.wait_text("Another copy of your progress lies beside the journal.")
    app.click("push button", "Merge")
    app.wait_text("1 event added.")
    until(lambda: not app.find("push button", "Merge"), "the offer stays")
    assert [e["id"] for e in journal()][2:] == ["of-another"]
    assert not (USER / COPY).exists()
    assert (USER / "backups" / COPY).exists()
    app.quit()


def what_is_said_lies_over_progress():
    line = (USER / "journal.jsonl").read_text("utf-8").splitlines(True)[0]
    (USER / COPY).write_text(
        line.replace(json.loads(line)["id"], "of-a-third"), "utf-8")
    app = App("--now", "2026-11-23T09:00:00Z")
    app.select(TITLE)
    app.wait_text(SCENARIOS[STORY]["question"])
    app.focus_window()
    app.key("ctrl+0")
    app.wait("heading", "Principles by level")
    assert not offers_to_delete(app)  # no story is on screen
    app.click("push button", "Merge")
    app.wait_text("1 event added.")
    assert ", SDE 2: " in app.focused()[0].name, app.focused()[0]
    app.key("ctrl+0")
    app.wait("page tab", "Study")
    assert "1 event added." in app.texts()
    assert offers_to_delete(app)
    app.kill()


def export(position, title, name):
    """Exports in the format at a position of the menu. Returns the text."""
    app = App("--now", "2026-11-23T09:00:00Z")
    out = USER.parent / name
    choose(app, "Down", "Down", "Down", "Down", "Return")
    until(lambda: "Report" in app.describe(), "there is no list of formats")
    app.key(*["Down"] * position, "Return")
    focus_dialog(title)
    app.key("ctrl+a")
    app.type(str(out))
    app.key("Return")
    app.wait_text("Exported.")
    app.kill()  # without a window manager, keys do not find the way back
    return out.read_text("utf-8")


def the_journal_is_exported():
    text = export(1, "Export the journal", "out.jsonl")
    assert text == (USER / "journal.jsonl").read_text("utf-8")


def the_flashcards_are_exported():
    text = export(4, "Export flashcards for Anki", "cards.txt")
    cli("export", "anki", str(USER.parent / "same.txt"))
    assert text == (USER.parent / "same.txt").read_text("utf-8")


def restores(app):
    """What there is to go back to, the newest first."""
    return [n.name for n in app.all("push button")
            if n.name.startswith("Restore ")]


def a_backup_is_restored():
    app = App("--now", "2026-11-23T09:00:00Z")
    choose(app, *["Down"] * 5, "Return")
    button = app.wait("push button", "Back up now")
    until(lambda: button.has(SENSITIVE), "the backups are not listed")
    known = len(restores(app))
    app.click("push button", "Back up now")
    until(lambda: len(restores(app)) > known, "there is no new backup")
    assert len(set(restores(app))) == len(restores(app))  # no name twice
    cli_sees = len(journal())
    app.wait_text(f"{cli_sees} events")
    newest = restores(app)[0]
    app.click("push button", newest)
    date = newest.removeprefix("Restore ")
    app.wait_text(f"Your progress is that of {date} again.")
    assert len(journal()) == cli_sees  # nothing was different
    app.kill()


def progress_is_deleted_and_back():
    app = App("--now", "2026-11-23T09:00:00Z")
    app.select(TITLE)
    app.wait_text(SCENARIOS[STORY]["question"])
    choose(app, "Up", "Up", "Return")
    app.wait_text(f"Progress of “{TITLE}” deleted.")
    until(lambda: len(live("forget")) == 1, "nothing is forgotten")
    app.click("push button", "Undo")
    app.wait_text("Undone.")
    until(lambda: not live("forget"), "it stays forgotten")
    app.quit()


run(a_copy_is_merged, what_is_said_lies_over_progress,
    the_journal_is_exported, the_flashcards_are_exported,
    a_backup_is_restored, progress_is_deleted_and_back)
