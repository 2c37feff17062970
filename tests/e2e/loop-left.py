#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mock loop that is left: killed, put aside, ended, begun anew, at another
level, and with too few stories or one that goes away."""

import json
import time

from driver import PRESSED, SENSITIVE, App, run, until
from folder import USER, live
from loops import (ALL, RANGES, TALES, answer_of, questions, spent, targets,
                   write_tales)

OFFER = "An unfinished answer of your mock loop from"
OPEN = "Your mock loop is open: {} of {} questions answered"
DRAFT = USER / "drafts" / "rehearsal.json"

app = None


def restart(notice):
    """Kills the application; the next one says what waits, without a title."""
    global app
    app.kill()
    app = App()
    said = app.wait_text(notice)
    assert not any(s["title"] in t for s in ALL.values() for t in said), said
    app.focus_window()
    app.key("ctrl+2")


def go_on(text):
    app.wait_text(text)
    app.click("push button", "Resume")


def draft(**wanted):
    """The draft, once it holds what is wanted."""
    def read():
        kept = json.loads(DRAFT.read_text("utf-8")) if DRAFT.exists() else {}
        return kept if all(kept.get(k) == v for k, v in wanted.items()) else {}
    return until(read, lambda: f"no draft with {wanted}, but "
                 + (DRAFT.read_text("utf-8") if DRAFT.exists() else "none"))


def set_up(*names, scope="Today"):
    """Opens the choices of a loop and makes some."""
    app.select("My stories" if scope == "Today" else "Today")
    app.select(scope)
    app.key("ctrl+2")
    app.click("push button", "Mock loop")
    for name in names:
        app.click("push button", name)
        until(lambda n=name: app.wait("push button", n).has(PRESSED),
              f"{name} is not chosen")


def begin(*names, scope="Today"):
    count = len(live("loop"))
    set_up(*names, scope=scope)
    app.click("push button", "Start loop")
    app.wait_text("Mock loop · ")
    return until(lambda: live("loop")[count:], "no loop is in the journal")[0]


def turn(interviewer, count):
    """Waits for what stands before the question of an interviewer."""
    text = f"Interviewer {interviewer} of {count}"
    node = app.wait_focus("Start")
    until(lambda: app.wait_focus("Start").description.startswith(text),
          f"{text} has no turn, but {node.description}")


def answer():
    """Answers the next question with a word, and saves it."""
    count = len(live("rehearsal"))
    app.key("space")
    app.wait_focus("Next step")
    app.key("Escape")
    app.wait_focus("Save")
    app.key("space")
    until(lambda: len(live("rehearsal")) > count, "nothing was saved")


def ended(loop):
    return [e["status"] for e in live("loop-end") if e["loop"] == loop["id"]]


def finish(loop):
    """Answers what is left."""
    while not ended(loop):
        app.wait_focus("Start", "Close")
        if app.focused()[0].name == "Start":
            answer()
    app.wait_focus("Close")
    app.wait("label", "Finished")
    assert ended(loop) == ["finished"], live("loop-end")


def times(take):
    return [step["spent_ms"] for step in take["steps"]]


def killed_again_and_again_it_loses_the_running_step_at_most():
    global app
    write_tales()
    app = App()
    app.focus_window()
    app.wait_text("cards today")
    loop = begin("1 principle", "1 question")
    second = questions(loop)[1][2]
    turn(1, 4)
    answer()
    turn(2, 4)

    restart("Your mock loop waits in Rehearse.")  # from a break
    go_on(OPEN.format(1, 4))
    turn(2, 4)
    app.wait("label", "Break")
    app.key("space")
    app.wait_text(ALL[second]["question"])
    for step in ("Task", "Action"):
        app.key("space")
        app.wait_text(f"left for the {step}")
    kept = draft(phase="telling", step="action")

    restart("An unfinished answer of your mock loop waits in Rehearse.")
    assert kept["scenario"] == second and kept["loop"] == loop["id"], kept
    go_on(OFFER)
    app.wait_text("paused in the Action")
    app.wait("label", "Interviewer 2 of 4")
    app.key("space")
    app.wait_text("left for the Action")
    for text in ("left for the Result", "left for the Reflection",
                 "Follow-up 1 of 2"):
        app.key("space")
        app.wait_text(text)
    app.key("space")
    app.wait("label", "Strong answer")
    app.key("3")
    draft(phase="comparing", probe=0)
    app.key("Escape")
    app.wait_focus("Save")
    app.click("push button", "Metrics: 2 of 4")
    debriefed = draft(phase="debrief", rating={"metrics": 2})

    restart("An unfinished answer of your mock loop waits in Rehearse.")
    go_on(OFFER)
    app.wait_focus("Save")
    assert app.wait("push button", "Metrics: 2 of 4").has(PRESSED)
    app.key("space")
    turn(3, 4)
    take = answer_of(loop, 1, second)
    assert take["id"] == kept["id"] == debriefed["id"], take
    assert times(take) == times(debriefed), (take, debriefed)
    assert min(times(take)) > 0, take
    assert times(take)[:2] == times(kept)[:2], (take, kept)
    assert take["rating"] == {"metrics": 2}, take
    assert [p.get("rating") for p in take["probes"]] == [3], take
    finish(loop)


def an_end_that_was_not_recorded_is_recorded():
    path = USER / "journal.jsonl"
    loop = live("loop")[-1]
    app.kill()
    lines = path.read_text("utf-8").splitlines(keepends=True)
    assert json.loads(lines[-1])["type"] == "loop-end", lines[-1]
    path.write_text("".join(lines[:-1]), "utf-8")
    assert not ended(loop)
    restart("Your mock loop waits in Rehearse.")
    go_on(OPEN.format(4, 4))
    app.wait_focus("Close")
    app.wait("label", "Finished")
    assert until(lambda: ended(loop), "it is not ended") == ["finished"]


def left_in_the_middle_of_an_answer_it_waits():
    loop = begin()
    turn(1, 4)
    begun = time.monotonic()
    app.key("space")
    app.wait_focus("Next step")
    app.key("space")
    app.wait_text("left for the Task")
    app.key("F9")
    app.select("My stories")
    app.wait_text(OFFER)
    left = time.monotonic()
    kept = draft(phase="telling", step="task", loop=loop["id"])
    app.select("Today")
    app.wait_text(OFFER)
    app.wait_gone("label", "left for the Task")
    app.click("push button", "Resume")
    app.wait_text("paused in the Task")
    back = time.monotonic()
    app.key("space")
    app.wait_text("left for the Task")
    app.key("space")
    app.wait_text("left for the Action")
    app.key("Escape")
    app.wait_focus("Save")
    wall = 1000 * (time.monotonic() - back + left - begun)
    app.key("space")
    turn(2, 4)
    take = live("rehearsal")[-1]
    assert take["loop"] == loop["id"] and take["id"] == kept["id"], take
    assert times(take)[0] == times(kept)[0], (take, kept)
    assert times(take)[1] > times(kept)[1], (take, kept)
    assert all(times(take)[:3]) and not any(times(take)[3:]), take
    assert spent(take) < wall, (take, wall)  # the time away is not in it


def its_end_can_be_taken_back():
    loop = live("loop")[-1]
    app.tab_to("push button", "End the loop")
    app.key("space")
    app.wait_focus("Close")
    app.wait("label", "Ended early")
    app.wait_text("The loop is ended.")
    assert until(lambda: ended(loop), "it is not ended") == ["ended"]
    app.key("ctrl+z")
    app.wait("label", "Still open")
    until(lambda: not ended(loop), "it is still ended")
    app.key("space")
    app.wait_focus("Start loop")
    go_on(OPEN.format(1, 4))
    turn(2, 4)


def a_new_one_ends_the_one_that_is_open():
    old = live("loop")[-1]
    app.key("space")
    app.wait_focus("Next step")
    app.key("F9")
    loop = begin()
    turn(1, 4)
    app.wait_text("0 of 4 answered")
    assert loop["id"] != old["id"] and not ended(loop)
    assert ended(old) == ["ended"], live("loop-end")
    go_on(OFFER)  # what was begun there goes there
    app.wait("label", "Interviewer 2 of 4")
    app.key("Escape")
    app.wait_focus("Save")
    app.key("space")
    turn(1, 4)
    take = live("rehearsal")[-1]
    assert (take["loop"], take["slot"]) == (old["id"], 1), take
    answer()
    take = live("rehearsal")[-1]
    assert (take["loop"], take["slot"]) == (loop["id"], 0), take


def another_level_has_its_own_targets():
    app.click("push button", "SDE 1")
    until(lambda: app.wait("push button", "SDE 1").has(PRESSED),
          "the level is not SDE 1")
    loop = begin(scope="My stories")
    assert loop["level"] == "sde1", loop
    app.wait_text("Mock loop · SDE 1")
    turn(1, 4)
    answer()
    take = live("rehearsal")[-1]
    story = ALL[take["scenario"]]
    limits = RANGES["sde1"]
    shown = [step["target_ms"] // 1000 for step in take["steps"]]
    assert take["level"] == "sde1" and shown == targets(story, "sde1"), take
    assert limits["min"] <= sum(shown) <= limits["max"], shown


def a_story_that_goes_away_is_passed_over():
    loop = live("loop")[-1]
    slot, _, gone, _ = questions(loop)[2]
    turn(2, 4)
    write_tales([name for name in TALES if name != gone])
    app.wait_text("1 of 3 answered")
    finish(loop)
    app.wait("label", "A story that is gone")
    app.wait("label", "3 of 4")
    assert answer_of(loop, slot, gone) is None
    assert all(answer_of(loop, s, n) for s, _, n, _ in questions(loop)
               if n != gone)
    assert all(spent(t) > 0 for t in live("rehearsal"))


def too_few_stories_are_told():
    write_tales(["tale-1", "tale-4"])
    app.key("space")
    app.wait_focus("Start loop")
    app.click("push button", "Back")
    set_up(scope="My stories")
    app.wait_text("There are 2 stories for 4 questions.")
    app.wait_text("The loop goes with what there is.")
    app.wait_text("2 questions in 1 h")
    app.wait_focus("Start loop")
    app.key("space")
    turn(1, 2)
    loop = until(lambda: live("loop"), "there is no loop")[-1]
    assert {q[2] for q in questions(loop)} == {"tale-1", "tale-4"}, loop
    finish(loop)
    write_tales([])
    app.key("space")
    app.wait_text("You have no story of your own to tell yet.")
    assert not app.wait("push button", "Start loop").has(SENSITIVE)
    app.quit()


if __name__ == "__main__":
    run(killed_again_and_again_it_loses_the_running_step_at_most,
        an_end_that_was_not_recorded_is_recorded,
        left_in_the_middle_of_an_answer_it_waits,
        its_end_can_be_taken_back,
        a_new_one_ends_the_one_that_is_open,
        another_level_has_its_own_targets,
        a_story_that_goes_away_is_passed_over,
        too_few_stories_are_told)
