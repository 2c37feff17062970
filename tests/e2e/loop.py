#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole mock loop without a mouse: AT-SPI only looks, keys do the rest. No
story has its name until it was told, and every figure of the debrief is worked
out anew from the journal."""

from driver import PRESSED, SENSITIVE, App, run, until
from folder import journal, live
from loops import (ALL, DIMENSIONS, NAMES, PRINCIPLES, STEPS, WORDS, answer_of,
                   clock, is_over, judge, judge_day, lowest, mean, questions,
                   spent, targets, write_tales)

INTERVIEWERS = 4
N_QUESTIONS = 8
ANSWERS = (  # follow-ups, dimensions, note; the third is stopped early
    ((4, 3), {"metrics": 3}, "Say what it cost"),
    ((3, 4), {}, None),
    ((), {}, None),
    ((1, 2), {"delivery": 2}, None),
    ((3, 2), {}, None),
    ((3, 3), {}, None),
    ((1, 1), {}, "Too short, too vague"),
    ((4, 4), {}, None),
)

app = None
loop = None


def nameless(*told):
    """No title stands anywhere but in the sidebar, save those in told."""
    for node in app.all():
        above = node
        while above is not None and above.name != "Scenarios":
            above = above.parent
        if above is None:
            for name, story in ALL.items():
                assert name in told \
                    or story["title"] not in node.name + node.description, \
                    str(node)


def choose(name):
    app.tab_to("push button", name, "shift+Tab")
    app.key("space")
    until(lambda: app.wait("push button", name).has(PRESSED),
          f"{name} is not chosen")


def a_loop_is_chosen_by_keys():
    global app
    write_tales()
    app = App()
    app.wait_text("cards today")
    app.focus_window()
    app.key("ctrl+2")
    app.wait_focus("Start")
    app.tab_to("push button", "Mock loop")
    app.key("space")
    app.wait_focus("Start loop")
    app.wait_text("A day of interviews as SDE 2")
    app.wait_text("8 questions in 2 h")
    nameless()
    assert not app.wait("push button", "1 question").has(SENSITIVE)
    app.tab_to("spin button", "Minutes with each", "shift+Tab")
    app.key("Up")
    app.wait_text("8 questions in 2 h 20 min")
    choose("5 interviewers")
    app.wait_text("10 questions in 2 h 55 min")
    app.wait("label", "Interviewer 5")
    choose("4 interviewers")
    app.wait_text("8 questions in 2 h 20 min")
    app.tab_to("push button", "Start loop")


def the_journal_has_the_deal():
    global loop
    shown = {t for t in app.texts() if t in
             {" · ".join((NAMES[a], NAMES[b])).replace(" · ", "\u00a0· ")
              for a in PRINCIPLES for b in PRINCIPLES}}
    app.key("space")
    app.wait_focus("Start")
    loop = until(lambda: live("loop"), "no loop is in the journal")[-1]
    assert loop["level"] == "sde2" and len(loop["slots"]) == INTERVIEWERS, loop
    assert [s["interviewer"] for s in loop["slots"]] == [1, 2, 3, 4], loop
    assert {s["minutes"] for s in loop["slots"]} == {35}, loop
    scenarios = [s for slot in loop["slots"] for s in slot["scenarios"]]
    dealt = [p for slot in loop["slots"] for p in slot["principles"]]
    assert len(scenarios) == len(set(scenarios)) == N_QUESTIONS, scenarios
    assert len(dealt) == len(set(dealt)) == 2 * INTERVIEWERS, dealt
    assert shown == {"\u00a0· ".join(NAMES[p] for p in s["principles"])
                     for s in loop["slots"]}, shown
    for _, _, scenario, principle in questions(loop):
        story = ALL[scenario]
        assert principle in (story["principle"], *(
            a["principle"] for a in story["angles"])), (scenario, principle)
    assert not live("loop-end") and not live("rehearsal")


def start(index, slot, place, scenario):
    """From what stands before a question to its first step."""
    who = f"Interviewer {slot + 1} of {INTERVIEWERS}"
    which = f"Question {place + 1} of 2"
    until(lambda: [n for n in app.focused() if n.name == "Start"
                   and n.description == f"{who} · {which}"],
          f"{who} has no turn")
    texts = app.texts()
    assert f"{index} of {N_QUESTIONS} answered" in texts, texts
    assert ("Break" in texts) == (slot > 0 and place == 0), texts
    assert ALL[scenario]["question"] not in texts, texts
    before = sum(spent(t) + sum(p["ms"] for p in t["probes"])
                 for t in live("rehearsal") if t["slot"] == slot)
    assert clock(35 * 60000 - before) in texts, (before, texts)
    nameless()
    app.key("space")
    app.wait_focus("Next step")
    texts = app.texts()
    assert {who, which, ALL[scenario]["question"]} <= set(texts), texts
    assert app.find("push button", "Full") is None
    nameless()


def follow_up(number, rating, scenario):
    app.key("space")
    app.wait_text(f"Follow-up {number} of 2")
    texts = app.texts()
    assert [p for p in ALL[scenario]["probes"] if p["question"] in texts]
    nameless()
    app.wait_focus("Next step")
    app.key("space")
    app.wait("label", "Strong answer")
    app.key(str(rating))
    until(lambda: app.wait("push button", WORDS[rating]).has(PRESSED),
          f"{WORDS[rating]} is not chosen")
    nameless()
    app.wait_focus("Next step")


def rate(dimensions, note):
    if note is not None:
        app.tab_to("push button", "Add a note", "shift+Tab")
        app.key("space")
        until(lambda: [n for n in app.focused() if n.role == "text"],
              "the note has not the focus")
        app.type(note)
    for name, value in dimensions.items():
        choose(f"{name.capitalize()}: {value} of 4")
    app.tab_to("push button", "Save")


def answer(index, slot, place, scenario):
    probes, dimensions, note = ANSWERS[index]
    start(index, slot, place, scenario)
    if not probes:
        app.key("space")
        app.wait_text("left for the Task")
        app.key("Escape")
    for name in STEPS[1:] if probes else ():
        app.key("space")
        app.wait_text(f"left for the {name.capitalize()}")
    for number, rating in enumerate(probes, 1):
        follow_up(number, rating, scenario)
    if probes:
        app.key("space")
    app.wait_focus("Save")
    app.wait_text(ALL[scenario]["title"])
    nameless(scenario)
    rate(dimensions, note)
    app.key("space")
    until(lambda: len(live("rehearsal")) == index + 1, "nothing was saved")


def check_answer(index, slot, scenario, principle):
    probes, dimensions, note = ANSWERS[index]
    take = answer_of(loop, slot, scenario)
    story = ALL[scenario]
    assert take == live("rehearsal")[-1], take
    assert take["prompt"] == "bare" and take["level"] == "sde2", take
    assert take.get("angle") == (None if story["principle"] == principle
                                 and principle not in
                                 (a["principle"] for a in story["angles"])
                                 else principle), take
    assert [s["step"] for s in take["steps"]] == list(STEPS), take
    assert [s["target_ms"] for s in take["steps"]] \
        == [1000 * t for t in targets(story, "sde2")], take
    told = 5 if probes else 2
    assert all((s["spent_ms"] > 0) == (i < told)
               for i, s in enumerate(take["steps"])), take
    assert tuple(p["rating"] for p in take["probes"]) == probes, take
    assert take.get("rating", {}) == dimensions, take
    assert take.get("note") == note, take


def every_question_is_answered_by_keys():
    for index, (slot, place, scenario, principle) in enumerate(
            questions(loop)):
        answer(index, slot, place, scenario)
        check_answer(index, slot, scenario, principle)
    app.wait_focus("Close")
    ends = until(lambda: live("loop-end"), "the loop does not end")
    assert len(ends) == 1 and ends[0]["loop"] == loop["id"], ends
    assert ends[0]["status"] == "finished", ends
    assert journal()[-1] == ends[0], journal()[-1]


def by_interviewer():
    groups = [(f"Interviewer {i + 1}", []) for i in range(INTERVIEWERS)]
    for slot, _, scenario, _ in questions(loop):
        groups[slot][1].append(answer_of(loop, slot, scenario))
    return groups


def by_principle():
    found = {p: [] for p in PRINCIPLES}
    for slot, _, scenario, principle in questions(loop):
        found[principle].append(answer_of(loop, slot, scenario))
    return [(NAMES[p], takes) for p, takes in found.items() if takes]


def the_debrief_follows_from_the_journal():
    takes = live("rehearsal")
    texts = app.texts()
    verdicts = [judge(group) for _, group in by_interviewer()]
    who, what = lowest(by_interviewer()), lowest(by_principle())
    whose = dict(by_interviewer())[who]
    for text in (judge_day(verdicts), "Finished", mean(takes), "8 of 8",
                 clock(sum(map(spent, takes))),
                 str(sum(map(is_over, takes))),
                 f"{verdicts.count('Inclined')} of 4 interviewers are "
                 f"inclined. Look first at {who.lower()} ({mean(whose)}) and "
                 f"at {what} ({mean(dict(by_principle())[what])})."):
        assert text in texts, (text, texts)
    target = sum(s["target_ms"] for t in takes for s in t["steps"])
    assert f"of {clock(target)} for the stories" in texts, texts
    assert set(verdicts) == {"Inclined", "Mixed", "Not inclined"}, verdicts


def told_of(take, principle):
    """The labels of an answer on the card of its interviewer."""
    story = ALL[take["scenario"]]
    target = sum(s["target_ms"] for s in take["steps"])
    yield story["title"]
    yield f"{clock(spent(take))} of {clock(target)}"
    yield f"Asked for {NAMES[principle]}"
    given = take.get("rating", {})
    yield " · ".join(f"{d.capitalize()} {given[d]}" for d in DIMENSIONS
                     if d in given) or "Not rated"
    for probe in take["probes"]:
        yield next(p["question"] for p in story["probes"]
                   if p["id"] == probe["probe"])
        yield f"{WORDS[probe['rating']]} · {clock(probe['ms'])}"
    if "note" in take:
        yield take["note"]


def each_interviewer_follows_from_the_journal():
    for slot, (who, takes) in enumerate(by_interviewer()):
        verdict = judge(takes)
        card = app.wait("panel", f"{who}: {verdict}")
        principles = loop["slots"][slot]["principles"]
        expected = [who, verdict, mean(takes),
                    "\u00a0· ".join(NAMES[p] for p in principles)]
        for i, take in enumerate(takes):
            expected += told_of(take, principles[i])
        shown = [n.name for n in card.walk() if n.role == "label"]
        assert shown == expected, (shown, expected)


def each_principle_follows_from_the_journal():
    plots = [n.name for n in app.all("image")]
    for name, takes in by_principle():
        figure = mean(takes)
        text = f"{name}: Not rated" if figure == "–" \
            else f"{name}: mean {figure} of 4. {judge(takes)}"
        assert text in plots, (text, plots)
    assert len(by_principle()) == 2 * INTERVIEWERS


def it_is_among_the_earlier_ones():
    app.key("space")
    app.wait_focus("Start loop")
    verdict = judge_day([judge(t) for _, t in by_interviewer()])
    word = verdict.removeprefix("Practice verdict: ").capitalize()
    row = until(lambda: [n for n in app.all("push button")
                         if n.name.endswith(f" · SDE 2 · {word}")],
                "the loop is not listed")[0]
    app.tab_to("push button", row.name, "shift+Tab")
    app.key("space")
    app.wait_focus("Close")
    app.wait_text(verdict)
    app.quit()


if __name__ == "__main__":
    run(a_loop_is_chosen_by_keys,
        the_journal_has_the_deal,
        every_question_is_answered_by_keys,
        the_debrief_follows_from_the_journal,
        each_interviewer_follows_from_the_journal,
        each_principle_follows_from_the_journal,
        it_is_among_the_earlier_ones)
