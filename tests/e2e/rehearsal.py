#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole rehearsal without a mouse: AT-SPI only looks, keys do the rest. Every
figure of the debrief is computed anew from the journal."""

import re

from driver import PRESSED, App, run, until
from folder import SCENARIOS, live

TITLE = "The webhooks that vanished"
SCENARIO = SCENARIOS["webhook-drops"]
STEPS = ("situation", "task", "action", "result", "reflection")
NAMES = ("Situation", "Task", "Action", "Result", "Reflection")
TARGETS = (30, 20, 90, 20, 15)

app = None
seen = {}  # what the debrief showed


def open_story():
    app.focus_window()
    app.key("ctrl+f")
    app.wait_focus("Search")
    app.type("webhooks that")
    app.key("Down", "Return")
    app.key("ctrl+2")
    app.wait_focus("Start")


def question():
    """The probe that is asked now."""
    texts = app.texts()
    return next((p for p in SCENARIO["probes"] if p["question"] in texts), None)


def ring():
    return next((n.name for n in app.all("image") if " s left of " in n.name
                 or " s over " in n.name), "")


def the_story_is_told_by_keys():
    global app
    app = App()
    open_story()
    app.key("space")
    app.wait_focus("Next step")
    until(lambda: ring().startswith("Situation: "), ring)
    app.key("1", "2")
    until(lambda: len([n for n in app.all("push button")
                       if n.name in SCENARIO["steps"][0]["key_phrases"]
                       and n.has(PRESSED)]) == 2, "two phrases are not ticked")
    app.key("2")  # not said after all
    app.key("p")
    app.wait_focus("Resume")
    paused = ring()
    app.key("space")
    app.wait_focus("Next step")
    assert ring() == paused or ring() != "", ring()
    for name in NAMES[1:]:
        app.key("space")
        until(lambda n=name: ring().startswith(n + ": "), ring)
        app.wait_focus("Next step")
    app.key("Page_Up")
    until(lambda: ring().startswith("Result: "), ring)
    app.key("Page_Down")
    until(lambda: ring().startswith("Reflection: "), ring)


def follow_ups_are_answered_by_keys():
    seen["probes"] = []
    for number, rating in ((1, "3"), (2, "2")):
        app.key("space")
        app.wait_text(f"Follow-up {number} of 2")
        until(lambda: ring().startswith("Follow-up: "), ring)
        probe = until(question, "no follow-up is asked")
        assert app.find("label", "Weak answer") is None
        assert app.wait_focus("Next step").description == probe["question"]
        app.key("space")
        app.wait("label", "Weak answer")
        app.wait("label", "Strong answer")
        app.key(rating)
        word = {"2": "Rather weak", "3": "Rather strong"}[rating]
        until(lambda w=word: app.wait("push button", w).has(PRESSED),
              f"{word} is not chosen")
        app.wait_focus("Next step")
        seen["probes"].append((probe["id"], int(rating)))


def the_debrief_is_filled_in_by_keys():
    app.key("space")
    app.wait_focus("Save")
    seen["texts"] = app.texts()
    seen["plot"] = [f"{n.name} {n.description}" for n in app.all()
                    if " of " in n.name and n.role != "label"]
    app.tab_to("push button", "Metrics: 3 of 4", "shift+Tab")
    app.key("space")
    app.tab_to("push button", "Add a note")
    app.key("space")
    until(lambda: [n for n in app.focused() if n.role == "text"],
          "the note has not the focus")
    app.type("Name the baseline p r 1")
    app.tab_to("push button", "Save")
    app.key("space")
    until(lambda: live("rehearsal"), "the take is not in the journal")
    app.wait_text("Saved.")


def the_journal_has_what_was_done():
    take = live("rehearsal")[-1]
    assert take["scenario"] == "webhook-drops" and take["level"] == "sde2"
    assert take["prompt"] == "cues" and "angle" not in take, take
    assert [s["step"] for s in take["steps"]] == list(STEPS), take["steps"]
    assert [s["target_ms"] for s in take["steps"]] \
        == [1000 * t for t in TARGETS]
    assert all(s["spent_ms"] > 0 for s in take["steps"]), take["steps"]
    assert take["said"] == [SCENARIO["steps"][0]["key_phrases"][0]], take
    assert [(p["probe"], p["rating"]) for p in take["probes"]] \
        == seen["probes"], take["probes"]
    assert all(p["ms"] > 0 for p in take["probes"])
    assert take["rating"] == {"metrics": 3}, take["rating"]
    assert take["note"] == "Name the baseline p r 1", take["note"]


def clock(seconds):
    return f"{seconds // 60}:{seconds % 60:02d}"


def nearest(ms):
    return (ms + 500) // 1000


def spoken(step):
    """What is said in a step at SDE 2."""
    passages = step["answer"] if step["step"] != "reflection" \
        else SCENARIO["levels"]["sde2"]["reflection"]
    return [p["text"].casefold() for p in passages
            if "sde2" in p.get("levels", ["sde2"])]


def every_figure_follows_from_the_journal():
    take = live("rehearsal")[-1]
    spent = [s["spent_ms"] for s in take["steps"]]
    total = sum(spent)
    texts = seen["texts"]
    assert clock(nearest(total)) in texts, texts
    assert any(t.startswith("of " + clock(sum(TARGETS))) for t in texts), texts
    share = (200 * spent[2] + total) // (2 * total)
    assert f"{share}%" in texts, (share, texts)
    phrases = [p for step in SCENARIO["steps"] for p in step["key_phrases"]
               if any(p.casefold() in text for text in spoken(step))]
    assert any(re.fullmatch(rf"1 of {len(phrases)}", t) for t in texts), \
        (len(phrases), texts)
    over = sum(nearest(s) > t for s, t in zip(spent, TARGETS))
    assert str(over) in texts, texts
    short = sum(TARGETS) - nearest(total)
    words = f"{short // 60} min {short % 60} s" if short % 60 \
        else f"{short // 60} min"
    assert any(t.startswith(f"You were {words} short") for t in texts), \
        (words, texts)
    told = "\n".join(seen["plot"])
    for name, ms, target in zip(NAMES, spent, TARGETS):
        assert re.search(rf"{name}.*\b{nearest(ms)} (s )?of {target}\b",
                         told), (name, nearest(ms), told)


def undo_takes_the_take_back():
    app.key("ctrl+z")
    until(lambda: not live("rehearsal"), "the take is still there")
    app.wait_focus("Start")


def tab_leads_past_everything_on_the_stage():
    app.key("space")
    app.wait_focus("Next step")
    for name in ("Hide key phrases", "Full",
                 SCENARIO["steps"][0]["key_phrases"][0], "Restart", "Pause",
                 "Next step"):
        app.tab_to("push button", name)


def escape_stops_though_the_search_is_not_cleared():
    app.key("Escape")
    app.wait_focus("Save")
    app.quit()


if __name__ == "__main__":
    run(the_story_is_told_by_keys,
        follow_ups_are_answered_by_keys,
        the_debrief_is_filled_in_by_keys,
        the_journal_has_what_was_done,
        every_figure_follows_from_the_journal,
        undo_takes_the_take_back,
        tab_leads_past_everything_on_the_stage,
        escape_stops_though_the_search_is_not_cleared)
