#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What survives when the application is killed, and what it says of files
that are broken."""

import json
import os
import pathlib
import stat

from driver import App, run, until

USER = pathlib.Path(os.environ["XDG_DATA_HOME"]) / "starling"
TITLE = "The webhooks that vanished"


def a_killed_take_is_offered_again():
    app = App()
    app.select(TITLE)
    app.click("page tab", "Rehearse")
    app.click("push button", "Start")
    app.click("push button", "Next step")
    until(lambda: list((USER / "drafts").glob("*.json")),
          "no draft was written")
    until(lambda: "task" in (USER / "drafts" / "rehearsal.json")
          .read_text("utf-8"), "the draft does not hold the second step")
    app.kill()

    app = App()
    app.click("page tab", "Study")
    app.quit()
    app = App()
    app.wait_text("An unfinished take of")
    app.select(TITLE)
    app.click("page tab", "Rehearse")
    app.click("push button", "Resume")
    app.wait("push button", "Next step")
    app.click("push button", "Finish")
    app.click("push button", "Save")
    journal = USER / "journal.jsonl"
    until(lambda: journal.exists()
          and "rehearsal" in journal.read_text("utf-8"),
          "the take was not saved")
    until(lambda: not list((USER / "drafts").glob("*.json")),
          "the draft of a saved take is still there")
    app.quit()


def a_killed_session_loses_no_grade():
    def grades():
        path = USER / "journal.jsonl"
        return [e["card"] for e in map(
            json.loads, path.read_text("utf-8").splitlines())
            if e["type"] == "review"] if path.exists() else []

    before = len(grades())
    app = App()
    app.focus_window()
    app.click("push button", "Flashcards")
    for count in range(before + 1, before + 4):
        app.click("push button", "Show answer")
        app.click("push button", "Good")
        until(lambda c=count: len(grades()) == c, "a grade is not on disk")
    graded = grades()
    app.kill()

    app = App()
    assert grades() == graded, grades()
    app.wait("list item", "Today")
    until(lambda: "3 learning" in app.wait("list item", "Today").description,
          lambda: app.wait("list item", "Today").description)
    app.quit()


def broken_packs_are_named_and_harm_nothing():
    packs = USER / "packs"
    packs.mkdir(parents=True, exist_ok=True)
    (packs / "broken.json").write_text('{"format": "starling-pack",\n oops}',
                                       "utf-8")
    (packs / "bomb.json").write_text("[" * 100000, "utf-8")
    with open(packs / "huge.json", "wb") as file:
        file.truncate(33 * 1024 * 1024)
    os.mkfifo(packs / "pipe.json")
    app = App()
    app.wait("list item", TITLE)
    app.click("push button", "Details")
    for name in ("broken.json:2:", "bomb.json", "huge.json", "pipe.json"):
        app.wait_text(name)
    app.quit()
    for name in ("broken.json", "bomb.json", "huge.json", "pipe.json"):
        (packs / name).unlink()


def damaged_journal_keeps_every_other_line():
    journal = USER / "journal.jsonl"
    before = journal.read_text("utf-8").splitlines()
    journal.write_text("\n".join(["not an event", *before, '{"torn": ']),
                       "utf-8")
    app = App()
    description = until(
        lambda: [d for d in
                 [app.wait("list item", TITLE).description]
                 if "Rehearsed" in d], "the takes are gone")
    assert description
    app.wait("push button", "Details")
    copies = list(USER.glob("journal.damaged-*.jsonl"))
    kept = "".join(path.read_text("utf-8") for path in copies)
    assert "not an event" in kept and '{"torn": ' in kept, kept
    app.quit()
    for line in journal.read_text("utf-8").splitlines():
        if line != "not an event":
            json.loads(line)


def files_belong_to_their_owner_alone():
    for path in [USER, *USER.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        wanted = 0o700 if path.is_dir() else 0o600
        assert mode == wanted, f"{path.name}: {mode:o}"


if __name__ == "__main__":
    run(a_killed_take_is_offered_again,
        a_killed_session_loses_no_grade,
        broken_packs_are_named_and_harm_nothing,
        damaged_journal_keeps_every_other_line,
        files_belong_to_their_owner_alone)
