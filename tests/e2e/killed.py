#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What survives when the application is killed, and what it says of files
that are broken."""

import json
import os
import stat

from driver import PRESSED, App, run, until
from folder import USER, live

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


def kill_and_resume(app, wanted):
    """Kills the application once its draft holds what is wanted, and takes the
    take up again. Returns the new one and the draft."""
    path = USER / "drafts" / "rehearsal.json"

    def draft():
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return kept if all(kept.get(k) == v for k, v in wanted.items()) else {}

    before = until(draft, lambda: f"no draft with {wanted}, but "
                   + (path.read_text("utf-8") if path.exists() else "none"))
    app.kill()
    app = App()
    app.select(TITLE)
    app.click("page tab", "Rehearse")
    app.click("push button", "Resume")  # the offer
    return app, before


def a_rehearsal_killed_again_and_again_loses_the_running_step_at_most():
    drafts = []
    app = App()
    app.select(TITLE)
    app.click("page tab", "Rehearse")
    app.click("push button", "Start")
    app.click("push button", "I noticed")
    for step in ("Task", "Action"):
        app.click("push button", "Next step")
        app.wait_text(f"left for the {step}")
    app, draft = kill_and_resume(app, {"phase": "telling", "step": "action"})
    drafts.append((2, 0, draft))
    app.wait_text("paused in the Action")
    app.click("push button", "Resume")
    app.wait_text("left for the Action")
    for text in ("left for the Result", "left for the Reflection",
                 "Follow-up 1 of 2"):
        app.click("push button", "Next step")
        app.wait_text(text)
    app, draft = kill_and_resume(app, {"phase": "answering", "probe": 0})
    drafts.append((5, 0, draft))
    app.wait_text("paused in your answer")
    app.click("push button", "Resume")
    app.wait_text("left for your answer")
    app.click("push button", "Next step")
    app.click("push button", "Rather strong")
    until(lambda: app.wait("push button", "Rather strong").has(PRESSED),
          "the rating is not chosen")
    app, draft = kill_and_resume(app, {"phase": "comparing", "probe": 0})
    drafts.append((5, 1, draft))
    app.wait("label", "Strong answer")
    app.click("push button", "Next step")
    app.wait_text("Follow-up 2 of 2")
    app.click("push button", "Finish")
    app, draft = kill_and_resume(app, {"phase": "debrief"})
    drafts.append((5, 2, draft))
    count = len(live("rehearsal"))
    app.click("push button", "Save")
    until(lambda: len(live("rehearsal")) > count, "the take was not saved")
    app.quit()

    take = live("rehearsal")[-1]
    assert take["said"] == ["I noticed"], take["said"]
    for steps, probes, draft in drafts:
        assert draft["id"] == take["id"], draft
        for i in range(steps):  # over before it was killed
            assert draft["steps"][i]["spent_ms"] > 0
            assert draft["steps"][i]["spent_ms"] \
                == take["steps"][i]["spent_ms"], (i, draft, take)
        for i in range(min(probes, len(take["probes"]))):
            assert draft["probes"][i]["probe"] == take["probes"][i]["probe"]
            assert draft["probes"][i]["ms"] == take["probes"][i]["ms"]
            assert draft["probes"][i]["rating"] \
                == take["probes"][i].get("rating", 0), (i, draft, take)
    assert take["probes"][0]["rating"] == 3, take["probes"]


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
        a_rehearsal_killed_again_and_again_loses_the_running_step_at_most,
        a_killed_session_loses_no_grade,
        broken_packs_are_named_and_harm_nothing,
        damaged_journal_keeps_every_other_line,
        files_belong_to_their_owner_alone)
