#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole way of a user: choose, read, change the lens, rehearse, be
quizzed, close, start again, and find everything as it was."""

from driver import (CHECKED, EXPANDABLE, FOCUSED, PRESSED, SELECTED, App, run,
                    until)
from folder import SCENARIOS
from folder import journal as events
from loops import NAMES as PRINCIPLES
from quizzes import Quizzer, check_event, score

STEPS = 5
WEBHOOKS = SCENARIOS["webhook-drops"]
LECTURE = SCENARIOS["lecture-encoding"]
app = None


def spoken(step, level):
    if step["step"] == "reflection":
        passages = WEBHOOKS["levels"][level]["reflection"]
    else:
        passages = step["answer"]
    return [p["text"] for p in passages if level in p.get("levels", [level])]


def is_on(role, name):
    return app.wait(role, name).states() & {SELECTED, CHECKED, PRESSED}


def choose(story):
    """Selects a story below its principle, which that opens."""
    app.select(PRINCIPLES[story["principle"]])
    app.select(story["title"])


def start_shows_today():
    global app
    app = App()
    until(lambda: is_on("page tab", "Study"), "the start is not in Study")
    until(lambda: is_on("list item", "Today"), "Today is not selected")
    app.wait("push button", "Flashcards")
    until(lambda: is_on("push button", "Walkthrough"),
          "the start is in Flashcards")
    for name in ("Study", "Rehearse", "Quiz"):
        app.wait("page tab", name)
    entry = app.wait("entry", "Search")
    assert not entry.has(FOCUSED), \
        "the search entry has the focus at the start"
    for name in ("My stories", *PRINCIPLES.values()):
        app.wait("list item", name)
    today = app.wait("list item", "Today").description
    assert "20 cards: 20 new" in today, today


def no_name_is_a_class_or_a_mnemonic():
    for node in app.all():
        name = node.name
        assert not name.startswith(("Gtk", "Starling")) \
            or name == "Starling", app.describe()
        assert "_" not in name, name


def a_scenario_opens_and_another_and_back():
    assert not app.find("list item", WEBHOOKS["title"])
    choose(WEBHOOKS)
    app.wait_text(WEBHOOKS["question"])
    item = app.wait("list item", WEBHOOKS["title"])
    assert "New" in item.description, item.description
    choose(LECTURE)
    app.wait_text(LECTURE["question"])
    app.select(WEBHOOKS["title"])
    app.wait_text(WEBHOOKS["question"])


def level_changes_what_is_said():
    for level, name in (("sde1", "SDE 1"), ("senior", "Senior SDE"),
                        ("sde2", "SDE 2")):
        app.click("push button", name)
        for step in WEBHOOKS["steps"]:
            for text in spoken(step, level):
                until(lambda t=text: t in app.texts(),
                      f"at {name} nobody says: {text}")
        others = {t for step in WEBHOOKS["steps"]
                  for other in ("sde1", "sde2", "senior")
                  for t in spoken(step, other)}
        wrong = others - {t for step in WEBHOOKS["steps"]
                          for t in spoken(step, level)}
        until(lambda w=wrong: not w & set(app.texts()),
              f"at {name} somebody still says what belongs to another level")


def angle_changes_what_is_stressed():
    def leaning():
        return {node.name for node in app.all("label")
                if "Lean on this" in node.description}

    for angle in WEBHOOKS["angles"]:
        principle = angle["principle"]
        app.click("push button", PRINCIPLES[principle])
        wanted = {p["text"] for step in WEBHOOKS["steps"]
                  for p in step.get("answer", [])
                  if principle in p.get("emphasize", [])
                  and "sde2" in p.get("levels", ["sde2"])}
        until(lambda w=wanted: w and w <= leaning(),
              f"{principle}: not all of these are leaned on: {wanted}")
        app.wait_text(angle["lead"].split(".")[0])
    app.click("push button", "As told")
    until(lambda: not leaning(), "as told still leans on something")


def a_probe_opens():
    probe = WEBHOOKS["probes"][0]
    assert probe["weak"]["answer"] not in " ".join(app.texts())
    expander = app.wait("push button", probe["question"])
    assert expander.has(EXPANDABLE)
    expander.activate()
    app.wait("label", "Weak answer")
    app.wait("label", "Strong answer")
    app.wait_text(probe["strong"]["answer"])


def search_finds_by_key_phrase():
    app.focus_window()
    app.key("ctrl+f")
    app.type("dead letter")
    app.wait_gone("list item", "My stories")
    app.wait("list item", WEBHOOKS["title"])
    app.wait_gone("list item", LECTURE["title"])
    app.key("Escape")
    app.wait("list item", "My stories")


def rehearse_and_save():
    app.click("page tab", "Rehearse")
    app.wait_gone("label", WEBHOOKS["overview"]["situation"])
    app.click("push button", "Start")
    for _ in range(STEPS - 1):
        app.click("push button", "Next step")
    app.click("push button", "Pause")
    app.click("push button", "Resume")
    app.click("push button", "Finish")
    app.click("push button", "Save")
    until(lambda: [e for e in events() if e["type"] == "rehearsal"],
          "the take is not in the journal")
    take = events()[-1]
    assert take["scenario"] == "webhook-drops" and take["level"] == "sde2"
    assert [s["step"] for s in take["steps"]] == [
        s["step"] for s in WEBHOOKS["steps"]]
    assert [s["target_ms"] for s in take["steps"]] == [
        1000 * s["seconds"] for s in WEBHOOKS["steps"]]
    until(lambda: "Rehearsed" in app.wait(
        "list item", WEBHOOKS["title"]).description,
        "the sidebar does not say that it was rehearsed")


def answer_the_quiz():
    app.click("page tab", "Quiz")
    app.wait("push button", "Check")
    quizzer = Quizzer(app)
    quizzer.options()[0].activate()  # nobody knows what is right
    app.click("push button", "Check")
    quizzer.wait_answers(1)
    while not quizzer.is_over():
        app.wait_text("Right answer")
        app.click("push button", "Next question")
        question = quizzer.wait_asked()
        right = question["options"][question["correct"]]["text"]
        next(n for n in quizzer.options() if n.name == right).activate()
        app.click("push button", "Check")
        quizzer.wait_answers(1)
        app.wait_text(question["explanation"])
    app.click("push button", "Next question")
    answers = [e for e in events() if e["type"] == "quiz"]
    right, total = score(answers)
    app.wait("heading", f"{right} of {total} right")
    assert right >= total - 1 and len(answers) == 2 * total - right
    for event in answers:
        check_event(event, quizzer.known["webhook-drops", event["question"]])


def quit_and_find_it_again():
    global app
    def lens_is_as_chosen():
        for name in ("Senior SDE", "Dive Deep"):
            until(lambda n=name: app.wait("push button", n).has(PRESSED),
                  f"{name} is not chosen")

    app.click("push button", "Senior SDE")
    app.click("push button", "Dive Deep")
    lens_is_as_chosen()  # a click acts a moment later
    app.quit()
    app = App()
    until(lambda: is_on("page tab", "Study"), "the start is not in Study")
    until(lambda: is_on("list item", "Today"), "Today is not selected")
    choose(WEBHOOKS)
    description = app.wait("list item", WEBHOOKS["title"]).description
    total = len({e["question"] for e in events() if e["type"] == "quiz"})
    assert "Rehearsed once" in description, description
    assert f"quiz {total} of {total}" in description, description
    lens_is_as_chosen()
    app.quit()


if __name__ == "__main__":
    run(start_shows_today,
        no_name_is_a_class_or_a_mnemonic,
        a_scenario_opens_and_another_and_back,
        level_changes_what_is_said,
        angle_changes_what_is_stressed,
        a_probe_opens,
        search_finds_by_key_phrase,
        rehearse_and_save,
        answer_the_quiz,
        quit_and_find_it_again)
