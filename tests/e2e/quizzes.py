# SPDX-License-Identifier: GPL-3.0-or-later
"""Quizzes for tests: what is asked and what would be right, from the draft and
from starling-cli; and what a quiz in the journal comes to, worked out without
the application."""

import json

from driver import PRESSED, until
from folder import SCENARIOS, USER, live, table

DRAFT = USER / "drafts" / "quiz.json"
KINDS = {
    "written": "Written for the story", "answer": "Weak or strong",
    "step": "Which step", "angle": "Which angle",
    "result": "Missing from the Result", "level": "Which level",
    "flag": "Spot the flag", "phrase": "Missing key phrase"}
DIGITS = ("1", "2", "3", "4", "5", "6")
STEPS = ("situation", "task", "action", "result", "reflection")


def draft():
    """What is kept of the quiz that is under way, or {}."""
    return json.loads(DRAFT.read_text("utf-8")) if DRAFT.exists() else {}


def wait_draft(n_answers):
    """The draft once it holds so many answers and the program is done with
    writing it."""
    return until(lambda: (lambda d: d if len(d.get("events", ())) == n_answers
                          and len(d["quiz"]["answers"]) == n_answers
                          else None)(draft() or {"quiz": {"answers": ()}}),
                 lambda: f"no draft with {n_answers} answers, but {draft()}")


def list_questions(kept):
    """All questions that a quiz may ask, as it would ask them, by scenario and
    id."""
    scenarios = sorted({item["scenario"] for item in kept["quiz"]["items"]})
    seed = str(int(kept["quiz"]["seed"], 16))
    return {(q["scenario"], q["id"]): q
            for q in table("questions", *scenarios, "--seed", seed, "--level",
                           kept["level"])}


def has_digit(node):
    return any(c.role == "label" and c.name in DIGITS for c in node.walk())


class Quizzer:
    """Somebody who knows the answers, at the page of the quiz. Nobody can know
    that of the first question: there is a draft only once it is answered."""

    def __init__(self, app, n_answers=0):
        self.app = app
        self.n_answers = n_answers
        self.kept = wait_draft(n_answers) if n_answers else None
        self.known = {}
        self.shown = []  # the options, in the order of their digits

    def items(self):
        return self.kept["quiz"]["items"]

    def question(self, position=None):
        """The one that is asked next, or any other of the quiz."""
        item = self.items()[self.n_answers if position is None else position]
        if not self.known:
            self.known = list_questions(self.kept)
        return self.known[item["scenario"], item["question"]]

    def is_over(self):
        return self.n_answers >= len(self.items())

    def options(self):
        """The options of a question that is not answered; other buttons may
        be called the same."""
        return [n for n in self.app.all("push button") if has_digit(n)]

    def wait_shown(self):
        """The options of whatever is asked, in the order of their digits."""
        until(self.options, "nothing is asked")
        self.shown = [n.name for n in self.options()]
        return self.shown

    def is_asked(self, question):
        nodes = self.app.all()
        texts = {n.name for n in nodes if n.role == "label"}
        self.shown = [n.name for n in nodes
                      if n.role == "push button" and has_digit(n)]
        return question["question"] in texts \
            and question.get("quote") in (None, *texts) \
            and sorted(self.shown) == sorted(
                o["text"] for o in question["options"])

    def wait_asked(self):
        """The question on screen, once it is the one that is asked."""
        question = self.question()
        until(lambda: self.is_asked(question),
              lambda: f"{question['id']} is not asked:\n" + self.app.describe())
        return question

    def digit(self, question, index):
        """The key for an option, which counts in the question's order."""
        return str(self.shown.index(question["options"][index]["text"]) + 1)

    def wait_answers(self, more):
        """Reads what there is after an answer, or after its undo. Returns the
        event of the last answer, once it is on disk too."""
        self.n_answers += more
        self.kept = wait_draft(self.n_answers)
        last = self.kept["events"][-1]
        return until(lambda: [e for e in live("quiz") if e["id"] == last],
                     f"the answer {last} is not in the journal")[0]

    def is_chosen(self, text):
        return any(n.name == text and n.has(PRESSED) for n in self.options())

    def find_choice(self, right):
        """The question that is asked, a right or a wrong choice, and its
        key."""
        question = self.wait_asked()
        index = question["correct"]
        if not right:
            index = (index + 1) % len(question["options"])
        return question, index, self.digit(question, index)

    def answer(self, right):
        """Presses the digit of an option twice. Returns question and
        choice."""
        question, index, digit = self.find_choice(right)
        self.app.key(digit, digit)
        event = self.wait_answers(1)
        assert event["question"] == question["id"] \
            and event["correct"] == right, (question, self.shown, event)
        return question, index

    def go_on(self, key="Return"):
        """On to the next question: that button has the focus."""
        self.app.key(key)


def check_event(event, question):
    """Whether the journal says what was chosen: DESIGN, "Progress"."""
    texts = [o["text"] for o in question["options"]]
    assert event["scenario"] == question["scenario"] and event["ms"] > 0
    assert event["question"] == question["id"]
    if question["kind"] == "written":
        written = next(q for q in SCENARIOS[event["scenario"]]["quiz"]
                       if q["id"] == question["id"])
        assert "kind" not in event and "text" not in event, event
        right = event["choice"] == written["correct"]
    else:
        assert event["kind"] == question["kind"] and "choice" not in event
        right = texts.index(event["text"]) == question["correct"]
    assert event["correct"] == right, (event, question)


def first_answers(events):
    """Of each question the first of these answers."""
    first = {}
    for event in events:
        first.setdefault((event["scenario"], event["question"]), event)
    return list(first.values())


def kind_of(event):
    return event.get("kind", "written")


def score(events):
    """Right answers and questions of a quiz: the first answer counts."""
    first = first_answers(events)
    return sum(e["correct"] for e in first), len(first)


def score_by(events, key):
    """The same for each kind, or whatever else KEY tells of an event."""
    return {value: score([e for e in events if key(e) == value])
            for value in {key(e) for e in events}}


def principle_of(event):
    return SCENARIOS[event["scenario"]]["principle"]


def mended(events):
    """Questions that were wrong at first, and right when they came back."""
    wrong = {(e["scenario"], e["question"]) for e in first_answers(events)
             if not e["correct"]}
    return len({(e["scenario"], e["question"]) for e in events
                if e["correct"]} & wrong)


def answers_after(n):
    """Answers that count, without those that there were before."""
    return live("quiz")[n:]
