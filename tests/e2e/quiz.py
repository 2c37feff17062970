#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole quiz without a mouse: AT-SPI only looks, keys do the rest. What is
asked, what would be right and every figure of the end are worked out from the
draft, starling-cli and the journal."""

import re

from driver import CHECKED, EXPANDED, PRESSED, SENSITIVE, App, run, until
from folder import SCENARIOS, live
from loops import NAMES
from quizzes import (DRAFT, KINDS, STEPS, Quizzer, answers_after, check_event,
                     first_answers, kind_of, mended, principle_of, score,
                     score_by)

TITLE = "The webhooks that vanished"
LENGTH = 10  # unless it is set up otherwise

app = None
quizzer = None
seen = {"events": 0}  # how many answers there were before this quiz


def open_story():
    app.focus_window()
    app.key("ctrl+f")
    app.wait_focus("Search")
    app.type("webhooks that")
    app.key("Down", "Return")
    app.key("ctrl+3")
    app.wait("push button", "Check")
    app.key("Escape")  # what was found is open
    app.wait("list item", "Today")


def focus_on(position):
    text = quizzer.wait_shown()[position]
    app.wait_focus(text)
    return text


def wait_counter(number, length):
    app.wait("label", f"Question {number} of {length}")


def the_first_question_is_answered_with_arrows():
    global app, quizzer
    app = App()
    open_story()
    quizzer = Quizzer(app)
    wait_counter(1, LENGTH)
    assert app.find("label", "0 right")
    app.wait_text(TITLE + " · ")
    focus_on(0)
    app.key("Down")
    focus_on(1)
    app.key("Down", "Up", "Up")
    text = focus_on(0)
    assert not DRAFT.exists(), "a quiz that was not begun is kept"
    app.key("Return")
    until(lambda: quizzer.is_chosen(text), "Return does not choose")
    app.wait_focus("Check")
    app.key("Return")
    app.wait_focus("Next question")
    correct = quizzer.wait_answers(1)["correct"]
    question = quizzer.question(0)
    right = question["options"][question["correct"]]["text"]
    assert correct == (text == right), (text, question)
    assert app.find("label", f"{int(correct)} right")
    verdict_is_told(question, text)
    seen["length"] = len(quizzer.items())
    assert seen["length"] == LENGTH + (not correct)


def verdict_is_told(question, chosen):
    """Which was right, a reason for every option, and the explanation."""
    right = question["options"][question["correct"]]["text"]
    start = "Right." if chosen == right else "Not this one."
    app.wait_text(start + " ")
    texts = app.texts()
    assert any(t.startswith(start) and t.endswith(question["explanation"])
               for t in texts), (question["explanation"], texts)
    for option in question["options"]:
        assert option.get("why") in (None, *texts), (option, texts)
    assert texts.count("Right answer") == 1, texts
    assert texts.count("Your answer") == (chosen != right), texts
    described = [(n.name, n.description.split(".")[0])
                 for n in app.all("push button")]
    assert (right, "Right answer") in described, described
    assert ((chosen, "Your answer") in described) == (chosen != right)


def answer(right):
    """Answers the next question by its digit. Returns it."""
    question, index = quizzer.answer(right)
    seen["chosen"] = question["options"][index]["text"]
    return question


def a_wrong_answer_is_told_and_comes_back():
    quizzer.go_on()
    wait_counter(2, seen["length"])
    question = answer(right=False)
    verdict_is_told(question, seen["chosen"])
    seen["wrong"], seen["order"] = question["id"], quizzer.shown
    back = [i for i, item in enumerate(quizzer.items())
            if item["question"] == question["id"]]
    assert len(back) == 2 and back[0] == 1, back
    assert quizzer.items()[back[1]]["round"] == 1
    wait_counter(2, seen["length"] + 1)


def undo_takes_it_back():
    count = len(live("quiz"))
    app.key("ctrl+z")
    until(lambda: len(live("quiz")) == count - 1, "nothing is taken back")
    quizzer.wait_answers(-1)
    wait_counter(2, seen["length"])
    question = quizzer.wait_asked()
    assert question["id"] == seen["wrong"]
    assert not any(n.has(PRESSED) for n in quizzer.options())
    assert quizzer.shown == seen["order"], (quizzer.shown, seen)
    answer(right=False)
    seen["length"] += 1
    wait_counter(2, seen["length"])


def spoken(scenario, step):
    passages = step["answer"] if step["step"] != "reflection" \
        else scenario["levels"]["sde2"]["reflection"]
    return " ".join(p["text"] for p in passages
                    if "sde2" in p.get("levels", ["sde2"]))


def place_of(question):
    """What the button says, and what has the focus where it leads."""
    scenario = SCENARIOS[question["scenario"]]
    if "probe" in question:
        probe = next(p for p in scenario["probes"]
                     if p["id"] == question["probe"])
        return "Read the follow-up", probe["question"], None
    if "step" in question:
        step = scenario["steps"][STEPS.index(question["step"])]
        name = question["step"].capitalize()
        return f"Read the {name}", name, spoken(scenario, step)
    return "Read the story", None, None


def reading_leads_into_the_story_and_back():
    question = quizzer.question(1)
    button, name, text = place_of(question)
    app.tab_to("push button", button, "shift+Tab")
    app.key("Return")
    app.wait("heading", "Follow-up questions")
    if name is not None:
        place = app.wait_focus(name)
        assert text is None or place.description == text, place.description
        assert text is not None or place.has(EXPANDED)
    app.key("ctrl+3")
    app.wait("push button", "Next question")
    wait_counter(2, seen["length"])
    verdict_is_told(question, seen["chosen"])
    app.tab_to("push button", "Next question")


def the_rest_is_answered_right():
    met = []
    while not quizzer.is_over():
        quizzer.go_on()
        wait_counter(quizzer.n_answers + 1, len(quizzer.items()))
        item = quizzer.items()[quizzer.n_answers]
        caption = f"{TITLE} · {KINDS[item['kind']]}"
        caption += " · once more" if item["round"] else ""
        assert caption in app.texts(), (caption, app.texts())
        question = answer(right=True)
        met.append(question["id"])
    assert seen["wrong"] in met, "the wrong one does not come back"
    assert len(live("quiz")) == seen["length"]


def the_journal_has_what_was_answered():
    events = answers_after(seen["events"])
    kinds = {kind_of(e) for e in events}
    assert "written" in kinds and len(kinds) > 2, kinds
    for event in events:
        check_event(event, quizzer.known[event["scenario"], event["question"]])
        assert event["level"] == "sde2" and "angle" not in event, event


def the_end_follows_from_the_journal():
    quizzer.go_on()
    until(lambda: app.find("push button", "Check") is None, "no end")
    events = answers_after(seen["events"])
    right, total = score(events)
    assert total == LENGTH
    app.wait("heading", f"{right} of {total} right")
    texts = app.texts()
    bars = [n.name for n in app.all()]
    for kind, (n_right, n) in score_by(events, kind_of).items():
        assert f"{KINDS[kind]}: {n_right} of {n} right" in bars, (kind, bars)
    wrong, back = total - right, mended(events)
    assert back == wrong, (back, wrong)
    told = "The other one was right when it came back." if wrong == 1 \
        else f"The other {wrong} were right when they came back."
    assert told in texts, texts
    assert any(re.match(rf"{(200 * right + total) // (2 * total)}% ", t)
               or "plot begins" in t for t in texts), texts
    until(lambda: not DRAFT.exists(), "a quiz that is over is kept")
    description = app.wait("list item", TITLE).description
    assert "quiz" in description, description


def again_asks_other_questions_first():
    global quizzer
    app.wait_focus("Again")
    seen["events"] = len(live("quiz"))
    app.key("Return")
    wait_counter(1, LENGTH)
    app.wait("push button", "Check")
    quizzer = Quizzer(app)
    focus_on(0)
    app.key("1", "1")
    quizzer.wait_answers(1)
    asked = {item["question"] for item in quizzer.items()}
    before = {e["question"] for e in live("quiz")[:seen["events"]]}
    assert len(asked) == LENGTH
    assert not asked & (before - {seen["wrong"]}), (asked, before)


def a_quiz_that_was_killed_goes_on():
    global app, quizzer
    quizzer.go_on()
    answer(right=False)
    quizzer.go_on()
    question = quizzer.wait_asked()
    kept = quizzer.kept
    app.kill()
    app = App()
    open_story()
    quizzer = Quizzer(app, 2)
    assert quizzer.items() == kept["quiz"]["items"]
    assert quizzer.wait_asked() == question
    wait_counter(3, len(quizzer.items()))
    while not quizzer.is_over():
        answer(right=True)
        quizzer.go_on()
    right, total = score(answers_after(seen["events"]))
    app.wait("heading", f"{right} of {total} right")


def read_first(events):
    """The story with the most questions that were wrong at first, and its
    first one of these."""
    wrong = [e for e in first_answers(events) if not e["correct"]]
    met = [e["scenario"] for e in first_answers(events)]
    worst = max({e["scenario"] for e in wrong}, key=lambda s: (
        sum(e["scenario"] == s for e in wrong), -met.index(s)))
    event = next(e for e in wrong if e["scenario"] == worst)
    return worst, quizzer.known[worst, event["question"]]


def a_quiz_on_everything_is_scored_by_principle():
    global quizzer
    seen["events"] = len(live("quiz"))
    app.select("Today")
    app.key("ctrl+3")
    wait_counter(1, LENGTH)
    quizzer = Quizzer(app)
    quizzer.wait_shown()
    app.key("1", "1")
    quizzer.wait_answers(1)
    while not quizzer.is_over():
        quizzer.go_on()
        item = quizzer.items()[quizzer.n_answers]
        app.wait_text(SCENARIOS[item["scenario"]]["title"] + " · ")
        answer(right=item["round"] > 0 or quizzer.n_answers not in (2, 3, 6))
    quizzer.go_on()
    events = answers_after(seen["events"])
    right, total = score(events)
    app.wait("heading", f"{right} of {total} right")
    bars = [n.name for n in app.all("image")]
    scores = score_by(events, principle_of)
    assert len(scores) > 1, scores
    for principle, (n_right, n) in scores.items():
        assert f"{NAMES[principle]}: {n_right} of {n} right" in bars, bars
    assert f"Questions on {len({e['scenario'] for e in events})} stories" \
        in app.texts(), app.texts()
    scenario, question = read_first(events)
    title = SCENARIOS[scenario]["title"]
    button = place_of(question)[0]
    place = "a follow-up to " if button == "Read the follow-up" \
        else button.replace("Read ", "") + " of " if "step" in question else ""
    assert f"Start with {place}“{title}”." in app.texts(), app.texts()
    assert app.find("push button", button)


def untick_all_but(kept):
    for name in KINDS.values():
        if name != kept:
            app.tab_to("check box", name)
            app.key("space")
            until(lambda n=name: not app.wait("check box", n).has(CHECKED),
                  f"{name} stays ticked")
    last = app.wait("check box", kept)
    assert last.has(CHECKED) and not last.has(SENSITIVE), "none may be left"


def five_questions_of_one_kind():
    global quizzer
    seen["events"] = len(live("quiz"))
    app.select(TITLE)
    app.key("ctrl+3")
    wait_counter(1, LENGTH)
    app.tab_to("push button", "Set up the quiz", "shift+Tab")
    app.key("space")
    app.tab_to("push button", "5 questions")
    app.key("space")
    until(lambda: app.wait("push button", "5 questions").has(PRESSED),
          "the length is not chosen")
    untick_all_but(KINDS["step"])
    app.tab_to("push button", "Start anew")
    app.key("space")
    app.wait_gone("push button", "Start anew")
    wait_counter(1, 5)
    app.wait_text(f"{TITLE} · {KINDS['step']}")
    quizzer = Quizzer(app)
    quizzer.wait_shown()
    app.key("1", "1")
    quizzer.wait_answers(1)
    assert {item["kind"] for item in quizzer.items()} == {"step"}
    while not quizzer.is_over():
        quizzer.go_on()
        answer(right=True)
    quizzer.go_on()
    right, total = score(answers_after(seen["events"]))
    assert total == 5
    app.wait("heading", f"{right} of {total} right")
    app.quit()


if __name__ == "__main__":
    run(the_first_question_is_answered_with_arrows,
        a_wrong_answer_is_told_and_comes_back,
        undo_takes_it_back,
        reading_leads_into_the_story_and_back,
        the_rest_is_answered_right,
        the_journal_has_what_was_answered,
        the_end_follows_from_the_journal,
        again_asks_other_questions_first,
        a_quiz_that_was_killed_goes_on,
        a_quiz_on_everything_is_scored_by_principle,
        five_questions_of_one_kind)
