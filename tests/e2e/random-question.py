#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A random question is answered without a mouse: AT-SPI only looks, keys do the
rest."""

import json
import os
import pathlib

from driver import PRESSED, App, run, until
from folder import SCENARIOS, live

DATA = pathlib.Path(os.environ.get("STARLING_DATA_DIR")
                    or os.environ["STARLING_SOURCE_ROOT"] + "/data")
BANK = {q["question"]: q for q in json.loads(
    (DATA / "questions.json").read_text("utf-8"))["questions"]}
NAMES = {p["id"]: p["name"] for p in json.loads(
    (DATA / "catalogue.json").read_text("utf-8"))["principles"]}

app = None
seen = {}


def asked():
    """The question of the bank that is on screen."""
    return next((BANK[t] for t in app.texts() if t in BANK), None)


def answers(question):
    """The scenarios that are named and there, best first."""
    return [s for s in question["scenarios"] if s in SCENARIOS]


def angle(question, scenario):
    """The principle to tell a scenario for; None: as it is told."""
    offered = [a["principle"] for a in scenario["angles"]]
    if question["principle"] in offered:
        return question["principle"]
    if scenario["principle"] in [question["principle"],
                                 *question.get("also", [])]:
        return None
    return next((p for p in NAMES
                 if p in offered and p in question.get("also", [])), None)


def a_question_is_asked_by_keys():
    global app
    app = App()
    app.focus_window()
    app.key("ctrl+2")
    app.wait_focus("Start")
    app.wait("label", "A question that you did not choose")
    app.tab_to("push button", "Random question")
    app.key("space")
    question = until(asked, "no question is asked")
    app.wait_gone("push button", "Random question")
    app.wait_focus(SCENARIOS[answers(question)[0]]["title"])
    titles = [SCENARIOS[s]["title"] for s in answers(question)]
    rows = [n for n in app.all("push button") if n.name in titles]
    assert [n.name for n in rows] == titles, rows
    for row, name in zip(rows, answers(question)):
        story = SCENARIOS[name]
        told = angle(question, story)
        words = "As told" if told is None else f"Told for {NAMES[told]}"
        assert row.description == (f"{NAMES[story['principle']]} · "
                                   f"Not rehearsed yet · {words}"), row.description


def what_it_tests_is_told_on_demand():
    question = asked()
    assert question["probes"] not in app.texts()
    app.tab_to("push button", "What it tests", "shift+Tab")
    app.key("space")
    app.wait_text(question["probes"])


def another_one_comes_and_none_twice():
    before = {asked()["id"]}
    app.tab_to("push button", "Another question")
    for number in range(2, 12):
        app.key("space")
        until(lambda: asked() is not None and asked()["id"] not in before,
              "the same question comes again")
        question = asked()
        before.add(question["id"])
        assert len(before) == number
        here = app.wait_focus("Another question")
        assert here.description == question["question"]
        assert question["probes"] not in app.texts()


def a_story_is_chosen_and_told():
    question = asked()
    scenario = answers(question)[-1]
    seen.update(question=question, scenario=scenario,
                angle=angle(question, SCENARIOS[scenario]))
    app.tab_to("push button", SCENARIOS[scenario]["title"], "shift+Tab")
    app.key("space")
    app.wait_focus("Start")
    app.wait("label", question["question"])
    assert SCENARIOS[scenario]["question"] not in app.texts()
    name = "As told" if seen["angle"] is None else NAMES[seen["angle"]]
    until(lambda: app.wait("push button", name).has(PRESSED),
          f"the angle is not {name}")
    app.key("space")
    app.wait_focus("Next step")
    app.tab_to("push button", "Bare", "shift+Tab")
    app.key("space")
    app.wait("label", question["question"])
    app.key("Escape")
    app.wait_focus("Save")
    app.key("space")
    until(lambda: live("rehearsal"), "the take is not in the journal")


def it_is_an_ordinary_take():
    take = live("rehearsal")[-1]
    assert take["scenario"] == seen["scenario"], take
    assert take.get("angle") == seen["angle"], take
    assert not set(take) - {
        "v", "id", "at", "offset", "type", "scenario", "level", "angle",
        "prompt", "steps", "said", "probes", "rating", "note"}, take


def one_can_choose_again():
    title = SCENARIOS[seen["scenario"]]["title"]
    app.wait_focus("Start")
    app.tab_to("push button", "Choose another story", "shift+Tab")
    app.key("space")
    app.wait("label", seen["question"]["question"])
    until(lambda: " · 1 take · " in app.wait("push button", title).description,
          "the take does not count")
    app.tab_to("push button", "Back")
    app.key("space")
    app.wait_focus("Start")
    app.wait("push button", "Random question")
    app.quit()


if __name__ == "__main__":
    run(a_question_is_asked_by_keys,
        what_it_tests_is_told_on_demand,
        another_one_comes_and_none_twice,
        a_story_is_chosen_and_told,
        it_is_an_ordinary_take,
        one_can_choose_again)
