#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A session of flashcards, from the start to the end of the queue and on to
the next day, without a mouse: AT-SPI only looks, keys do the rest. What the
window says is compared with the journal and with what starling-cli says."""

import json
import re

from driver import PRESSED, SELECTED, App, run, until
from folder import SCENARIOS, cli, live, table

DAY = "2026-11-23T18:00:00+01:00"
NEXT_DAY = "2026-11-24T18:00:00+01:00"
GRADES = ("Again", "Hard", "Good", "Easy")
BUTTONS = ("Show answer", *GRADES, "Undo")
LIMIT = 6  # new cards a day

app = None


def reviews():
    return [(e["card"], e["grade"]) for e in live("review")]


def wait_reviews(count):
    until(lambda: len(reviews()) == count,
          lambda: f"{len(reviews())} reviews count, not {count}")
    return reviews()


def is_on(role, name):
    return app.wait(role, name).states() & {SELECTED, PRESSED}


def words():
    """Everything that somebody who does not see the window can find."""
    return "\n".join(f"{n.name}\n{n.description}" for n in app.all())


def answer_of(card):
    """Texts of the back of a card at SDE 2, as told."""
    scenario, _, part = card.partition("#")
    story = SCENARIOS[scenario]
    kind, _, key = part.partition(".")
    if kind == "probe":
        probe = next(p for p in story["probes"] if p["id"] == key)
        return [probe["weak"]["answer"], probe["strong"]["answer"],
                probe["strong"]["takeaway"]]
    if kind == "weak":
        return [story["weak_answer"]["verdict"]]
    if kind == "angle":
        angle = next(a for a in story["angles"] if a["principle"] == key)
        return [angle["lead"], angle["emphasize"], angle["downplay"]]
    passages = story["levels"]["sde2"]["reflection"] if key == "reflection" \
        else next(s for s in story["steps"] if s["step"] == key)["answer"]
    return [p["text"] for p in passages
            if "sde2" in p.get("levels", ["sde2"])]


def queue(now=DAY):
    return [row["card"] for row in table("due", "--level", "sde2",
                                         "--now", now)]


def prompt():
    """The labels of the card on screen, as one text."""
    return "\n".join(n.name for n in app.all("label"))


def show_answer():
    app.wait_focus("Show answer")
    app.key("space")
    app.wait_focus("Good")


def the_start_leads_to_the_cards():
    global app
    cli("record", text=json.dumps(
        {"type": "settings", "new_per_day": LIMIT,
         "at": "2026-11-23T06:00:00.000Z"}) + "\n")
    app = App("--now", DAY)
    app.focus_window()
    until(lambda: is_on("list item", "Today"), "Today is not selected")
    until(lambda: is_on("page tab", "Study"), "the start is not in Study")
    until(lambda: f"{LIMIT} cards: {LIMIT} new"
          in app.wait("list item", "Today").description,
          "the sidebar does not count the cards")
    app.wait_focus("Study")
    app.key("space")
    app.wait_focus("Show answer")
    until(lambda: is_on("push button", "Flashcards"),
          "Flashcards is not pressed")
    app.wait("push button", "Undo")


def an_answer_is_hidden_until_it_is_shown():
    card = queue()[0]
    answer = answer_of(card)
    assert answer
    app.key("3", "1")  # there is nothing to grade yet
    found = words()
    for text in answer:
        assert text not in found, f"the answer can be read before: {text}"
    for grade in GRADES:
        assert app.find("push button", grade) is None, f"{grade} is there"
    show_answer()
    until(lambda: all(text in words() for text in answer),
          "the answer is not there")
    assert not reviews(), "a digit graded a card without an answer"
    for grade in GRADES:
        description = app.wait("push button", grade).description
        assert re.search(r"\d", description), \
            f"{grade} does not say when the card comes back: {description}"
    assert app.find("push button", "Show answer") is None


def space_and_digits_grade():
    first = queue()[0]
    app.key("space")
    assert wait_reviews(1) == [(first, 3)]
    for count, digit in enumerate("124", 2):
        show_answer()
        app.key(digit)
        assert wait_reviews(count)[-1][1] == int(digit)
    app.wait_focus("Show answer")
    graded = [card for card, _ in reviews()]
    assert len(set(graded)) == len(graded), graded
    stories = [card.split("#")[0] for card in graded]
    assert all(a != b for a, b in zip(stories, stories[1:])), \
        f"cards of one story follow each other: {stories}"
    stats = table("stats", "--now", "2026-11-23T18:30:00+01:00")
    assert stats["reviews"] == 4, stats


def undo_goes_all_the_way_back():
    before = reviews()
    for count in range(len(before) - 1, -1, -1):
        app.key("ctrl+z")
        assert wait_reviews(count) == before[:count]
    app.wait_focus("Show answer")
    assert queue()[0] == before[0][0]
    app.key("ctrl+z")  # takes back no more than there is
    show_answer()
    app.key("3")
    assert wait_reviews(1) == [(before[0][0], 3)]


def a_card_is_set_aside_and_comes_back():
    for key, action in (("minus", "bury"), ("at", "suspend")):
        app.wait_focus("Show answer")
        app.key(key)
        event = until(lambda: live("card"), f"{key} does nothing")[-1]
        assert event["action"] == action, event
        until(lambda e=event: e["card"] not in queue(
            "2026-11-23T18:20:00+01:00"), "it is in the queue all the same")
        app.key("ctrl+z")
        until(lambda: not live("card"), f"{action} is not taken back")
        assert event["card"] in queue("2026-11-23T18:20:00+01:00")


def undo_takes_back_the_last_first():
    """A grade, though the toast offers to take back what was before it."""
    app.wait_focus("Show answer")
    app.key("minus")
    until(lambda: live("card"), "minus does nothing")
    app.wait_text("Buried until tomorrow.")
    count = len(reviews())
    show_answer()
    app.key("2")
    wait_reviews(count + 1)
    app.key("ctrl+z")
    wait_reviews(count)
    assert live("card"), "what was done before is taken back"
    app.key("ctrl+z")
    until(lambda: not live("card"), "the card stays buried")


def the_lens_is_that_of_the_window():
    app.wait_focus("Show answer")
    before = prompt()
    app.key("ctrl+l")
    until(lambda: prompt() != before, "the level changes nothing")
    app.key("ctrl+l", "ctrl+l")
    until(lambda: prompt() == before, "the level does not come back")


def letters_are_text_while_searching():
    app.wait_focus("Show answer")
    app.key("space")
    app.wait_focus("Good")
    app.key("ctrl+f")
    app.wait_focus("Search")
    app.type("3")
    app.wait_gone("list item", "My stories")
    assert len(reviews()) == 1, "a digit graded while searching"
    app.key("Escape")
    app.wait("list item", "My stories")
    app.key("3")  # still in the search
    until(lambda: app.find("list item", "My stories") is None,
          "the entry lost the focus")
    app.key("Escape")
    app.tab_to("push button", "Good")


def to_the_end_of_the_queue():
    app.key("4")
    count = 2
    wait_reviews(count)
    for _ in range(4 * LIMIT):
        if until(lambda: app.find("push button", "Show answer")
                 or "Done for today." in app.texts(), "neither card nor end"
                 ) is True:
            break
        show_answer()
        app.key("4")
        count += 1
        wait_reviews(count)
    app.wait_text("Done for today.")
    introduced = {card for card, _ in reviews()}
    assert len(introduced) == LIMIT, introduced
    until(lambda: "No cards left today"
          in app.wait("list item", "Today").description,
          "the sidebar still counts cards")
    where = until(app.focused, "nothing has the focus")[0]
    assert where.role not in ("entry", "text"), where


def more_of_one_story():
    app.select("Nine versions of every lecture")
    app.tab_to("push button", "5 more new cards")
    app.key("space")
    count = len(reviews())
    show_answer()
    app.key("4")
    card = wait_reviews(count + 1)[-1][0]
    assert card.startswith("lecture-encoding#"), card
    app.select("My stories")
    app.wait_text("You have no stories of your own yet.")


def the_interview_is_set_and_taken_back():
    app.select("Today")
    app.tab_to("push button", "Walkthrough")
    app.key("space")
    until(lambda: is_on("push button", "Walkthrough"), "no start page")
    app.tab_to("push button", "Set a date", "shift+Tab")
    app.key("space")
    app.wait("frame", "Your interview")
    app.tab_to("push button", "Save")
    app.key("space")
    goal = until(lambda: live("goal"), "no goal was saved")[-1]
    assert re.fullmatch(r"2026-1[12]-\d\d", goal["interview"]), goal
    app.wait_text("days to your interview")
    app.focus_window()
    app.key("ctrl+z")
    until(lambda: not live("goal"), "Ctrl+Z does not take it back")
    app.wait_text("No interview date yet")


def another_day():
    global app
    app.quit()
    app = App("--now", NEXT_DAY)
    until(lambda: is_on("list item", "Today"), "Today is not selected")
    until(lambda: is_on("push button", "Walkthrough"),
          "the start is in Flashcards")
    count = len(queue(NEXT_DAY))
    until(lambda: app.wait("list item", "Today").description
          .startswith(f"{count} cards: "),
          lambda: "the window says " + app.wait("list item", "Today")
          .description + f", starling-cli {count} cards")
    app.quit()


if __name__ == "__main__":
    run(the_start_leads_to_the_cards,
        an_answer_is_hidden_until_it_is_shown,
        space_and_digits_grade,
        undo_goes_all_the_way_back,
        a_card_is_set_aside_and_comes_back,
        undo_takes_back_the_last_first,
        the_lens_is_that_of_the_window,
        letters_are_text_while_searching,
        to_the_end_of_the_queue,
        more_of_one_story,
        the_interview_is_set_and_taken_back,
        another_day)
