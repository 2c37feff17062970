#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything by keyboard alone, and the focus never in the search entry by
itself, where letters and digits would be text."""

from driver import PRESSED, SELECTED, App, run, until
from folder import SCENARIOS
from folder import live as events
from quizzes import Quizzer, score

TITLE = "The webhooks that vanished"
OTHER = "Nine versions of every lecture"
STEPS = 5

WEBHOOKS = SCENARIOS["webhook-drops"]
app = None


def not_in_search():
    """The focus is somewhere, and not in a place to write."""
    where = until(app.focused, "nothing has the focus")
    assert all(n.role not in ("entry", "text") for n in where), \
        f"the focus is in {where[0]}"


def wait_mode(name):
    def is_on():
        states = app.wait("page tab", name).states()
        return SELECTED in states or PRESSED in states
    until(is_on, f"the mode is not {name}")


def ticked():
    return [n.name for n in app.all("push button") if n.has(PRESSED)]


def modes_and_sidebar():
    global app
    app = App()
    app.wait("list item", TITLE)
    app.focus_window()
    not_in_search()
    for number, name in ((2, "Rehearse"), (3, "Quiz"), (1, "Study"),
                         (3, "Quiz"), (2, "Rehearse"), (1, "Study")):
        app.key(f"ctrl+{number}")
        wait_mode(name)
        not_in_search()
    app.key("F9")
    app.wait_gone("list item", TITLE)
    app.wait_gone("entry", "Search")
    not_in_search()
    app.key("F9")
    app.wait("list item", TITLE)
    not_in_search()


def progress_comes_and_goes():
    app.key("ctrl+0")
    app.wait("label", "Nothing to show yet")
    app.wait_gone("page tab", "Study")
    app.wait_gone("list item", TITLE)
    app.wait_focus("Begin today")
    app.key("Escape")
    app.wait_gone("label", "Nothing to show yet")
    app.wait("list item", TITLE)
    not_in_search()
    app.click("push button", "Progress")
    app.wait("label", "Nothing to show yet")
    app.key("ctrl+2")
    wait_mode("Rehearse")
    app.wait_gone("label", "Nothing to show yet")
    app.key("ctrl+1")
    wait_mode("Study")
    app.key("ctrl+0")
    app.wait("push button", "Back")
    app.key("ctrl+0")
    app.wait_gone("push button", "Back")
    app.wait("list item", TITLE)
    not_in_search()


def every_key_has_a_readable_name():
    app.key("ctrl+question")
    app.wait("label", "Tick a key phrase, rate a follow-up")
    for node in app.all():
        assert "_" not in node.name and "_" not in node.description, str(node)
        assert not node.name.startswith("Gtk"), str(node)
    app.key("Escape")
    app.wait_gone("label", "Tick a key phrase, rate a follow-up")
    app.focus_window()
    not_in_search()


def nothing_has_the_name_of_a_class():
    def check():
        for node in app.all():
            name = node.name
            assert not name.startswith(("Gtk", "Starling")) \
                or name == "Starling", str(node)
            assert "_" not in name, name

    app.click("push button", "Menu")
    until(lambda: "About Starling" in app.describe(), "the menu stays shut")
    names = [n for n in app.all() if n.name.startswith("Gtk")]
    assert not names, str(names[0])
    app.key("Down", "Down", "Return")
    app.wait("page tab", "Credits")
    names = [n for n in app.all() if n.name.startswith("Gtk")]
    assert not names, str(names[0])
    app.key("Escape")
    app.wait_gone("page tab", "Credits")
    app.focus_window()
    check()
    not_in_search()


def preferences_open_and_close():
    app.key("ctrl+comma")
    app.wait("frame", "Preferences")
    app.key("Escape")
    app.wait_gone("frame", "Preferences")
    app.focus_window()
    not_in_search()


def search_leads_to_a_scenario():
    app.key("ctrl+f")
    app.wait_focus("Search")
    app.type("lecture")
    app.wait_gone("list item", TITLE)
    app.key("Down")
    app.wait_focus(OTHER)
    app.key("Return")
    until(lambda: app.wait("list item", OTHER).has(SELECTED),
          "Return does not open the result")
    app.key("ctrl+f")
    app.key("ctrl+a")
    app.type("dead letter")
    app.wait_gone("list item", OTHER)
    app.key("Return")
    app.wait_text(WEBHOOKS["question"])
    app.key("Escape")
    app.wait("list item", OTHER)
    until(lambda: app.wait("list item", TITLE).has(SELECTED),
          "the scenario found is not selected")


def arrows_pass_the_heading():
    app.select("My stories")
    app.key("ctrl+f")
    app.key("Down")
    app.wait_focus("Today")
    app.key("Down")
    app.wait_focus("My stories")
    app.key("Down", "Down")
    app.wait_focus("Customer Obsession")
    until(lambda: app.wait("list item", "Customer Obsession").has(SELECTED),
          "an arrow does not select")
    app.key("Up", "Up")
    app.wait_focus("My stories")


def nothing_to_show_leaves_the_search_alone():
    for number in (2, 3, 1, 2, 1):  # My stories, of which there are none
        app.key(f"ctrl+{number}")
        not_in_search()


def the_lens_of_several():
    app.select("Frugality")
    app.wait_gone("push button", "Dive Deep")
    app.key("ctrl+shift+l")
    name = "Customer Obsession"
    until(lambda: name in ticked(), f"{name} is not the angle")
    for _ in range(40):
        if [n for n in app.focused() if n.name == name]:
            break
        app.key("shift+Tab")
    app.wait_focus(name)
    app.key("shift+Tab", "space")
    until(lambda: "As told" in ticked(), "As told is not the angle")
    app.wait_focus("As told")
    app.wait("push button", name)  # the one chosen last stays on offer
    app.select(TITLE)
    app.wait_text(WEBHOOKS["question"])


def the_page_is_one_key_away():
    """From the list of many rows: by Return, by the mode's key, by Tab."""
    app.select(TITLE)
    app.wait_text(WEBHOOKS["question"])
    app.key("ctrl+f", "Down")
    until(lambda: [n for n in app.focused() if n.role == "list item"],
          "Down does not lead to the list")
    app.key("ctrl+1")
    app.wait_focus("Walkthrough")
    app.key("ctrl+f", "Tab")
    until(lambda: [n for n in app.focused() if n.role == "list item"],
          "Tab does not lead to the list")
    app.key("Tab")
    app.wait_focus("Sidebar")
    app.key("shift+Tab")
    row = until(lambda: [n for n in app.focused() if n.role == "list item"],
                "Shift+Tab does not lead back")[0].name
    app.key("shift+Tab")
    app.wait_focus("Search")
    app.key("Tab", "Return")
    until(lambda: app.wait("list item", row).has(SELECTED),
          "Return does not open the row")
    until(lambda: all(n.role != "list item" for n in app.focused()),
          "Return leaves the focus in the list")
    not_in_search()
    app.select(TITLE)
    app.wait_text(WEBHOOKS["question"])


def the_lens():
    for name in ("Senior SDE", "SDE 1", "SDE 2"):
        app.key("ctrl+l")
        until(lambda n=name: n in ticked(), f"{name} is not the level")
    for name in ("Customer Obsession", "Ownership", "Dive Deep", "As told"):
        app.key("ctrl+shift+l")
        until(lambda n=name: n in ticked(), f"{name} is not the angle")


def letters_are_text_while_searching():
    app.key("ctrl+3")
    wait_mode("Quiz")
    app.key("ctrl+f")
    app.wait_focus("Search")
    app.type("1")
    app.wait_gone("list item", "My stories")
    options = {o["text"] for q in WEBHOOKS["quiz"] for o in q["options"]}
    assert not options & set(ticked()), "a digit chose while searching"
    app.key("Escape")
    app.wait("list item", "My stories")


def a_whole_rehearsal():
    app.key("ctrl+2")
    app.wait_focus("Start")
    app.key("space")
    app.wait_focus("Next step")
    app.wait_gone("entry", "Search")
    phrase = WEBHOOKS["steps"][0]["key_phrases"][0]
    app.key("1")
    until(lambda: any(phrase in n for n in ticked()),
          "1 does not tick the first phrase")
    app.key("1")
    until(lambda: not any(phrase in n for n in ticked()),
          "1 again does not untick it")
    app.key("1")
    app.key("space")
    app.key("p")
    app.wait("push button", "Resume")
    app.key("p")
    app.wait("push button", "Pause")
    app.key("r")
    app.wait("push button", "Pause")
    app.key("ctrl+z")
    app.wait_focus("Next step")
    for _ in range(STEPS - 2):
        app.key("space")
    app.key("Escape")
    app.wait("push button", "Save")
    not_in_search()
    app.wait_focus("Save")
    app.key("space")
    take = until(lambda: events("rehearsal"), "the take was not saved")[-1]
    assert take["said"] == [phrase], take
    assert len(take["steps"]) == STEPS, take
    app.wait("push button", "Start")
    not_in_search()
    app.key("ctrl+z")
    until(lambda: not events("rehearsal"), "Ctrl+Z did not undo the take")
    not_in_search()


def a_whole_quiz():
    app.key("ctrl+3")
    wait_mode("Quiz")
    quizzer = Quizzer(app)
    # the options come first
    shown = quizzer.wait_shown()
    until(lambda: [n for n in app.focused() if n.name in shown],
          lambda: f"no option has the focus but {app.focused()[0]}")
    app.key("1", "1")
    quizzer.wait_answers(1)
    while not quizzer.is_over():
        number = quizzer.n_answers
        quizzer.go_on("Return" if number % 2 else "space")
        _, _, digit = quizzer.find_choice(right=True)
        app.key(digit, digit if number % 2
                else ("space", "Return")[number // 2 % 2])
        quizzer.wait_answers(1)
    quizzer.go_on()
    right, total = score(events("quiz"))
    app.wait("heading", f"{right} of {total} right")
    assert len(events("quiz")) == len(quizzer.items())


def undo_from_outside_the_page():
    count = len(events("quiz"))
    for _ in range(30):
        app.key("shift+Tab")
        if [n for n in app.focused() if n.name == "As told"]:
            break
    app.wait_focus("As told", *(n.name for n in app.focused()))
    assert [n.name for n in app.focused()] == ["As told"], \
        "Shift+Tab does not lead to the lens"
    app.key("ctrl+z")
    until(lambda: len(events("quiz")) == count - 1,
          "Ctrl+Z outside the page takes nothing back")
    not_in_search()


def a_take_left_behind():
    app.key("ctrl+2")
    app.wait_focus("Start")
    app.key("space")
    app.wait_focus("Next step")
    app.key("F9")
    app.wait("list item", OTHER)
    app.select(OTHER)
    app.wait_focus("Start")  # not what was next to the button that went
    app.click("push button", "Discard")
    app.wait_gone("push button", "Discard")
    app.select(TITLE)
    app.key("ctrl+1")
    app.wait_text(WEBHOOKS["question"])


def a_narrow_window():
    app.resize(400, 640)
    app.wait_gone("entry", "Search")
    app.key("F9")
    app.wait("list item", TITLE)
    until(lambda: [n for n in app.focused() if n.role == "list item"],
          "the focus stays below the sidebar")
    app.key("Escape")
    app.wait_gone("entry", "Search")
    app.key("ctrl+f")
    app.wait_focus("Search")
    app.type("lecture")
    app.key("Escape")
    app.wait("list item", "My stories")
    app.key("Escape")
    app.wait_gone("entry", "Search")
    app.key("ctrl+f")
    app.wait_focus("Search")
    app.type("lecture")
    app.wait_gone("list item", TITLE)
    app.key("Return")
    app.wait_gone("entry", "Search")
    not_in_search()
    app.resize(1100, 720)
    app.wait("list item", OTHER)


def quit_from_the_preferences():
    app.key("ctrl+comma")
    app.wait("frame", "Preferences")
    app.key("ctrl+q")
    assert app.process.wait(30) == 0


if __name__ == "__main__":
    run(modes_and_sidebar,
        progress_comes_and_goes,
        every_key_has_a_readable_name,
        preferences_open_and_close,
        nothing_has_the_name_of_a_class,
        arrows_pass_the_heading,
        nothing_to_show_leaves_the_search_alone,
        the_lens_of_several,
        search_leads_to_a_scenario,
        the_page_is_one_key_away,
        the_lens,
        letters_are_text_while_searching,
        a_whole_rehearsal,
        a_whole_quiz,
        undo_from_outside_the_page,
        a_take_left_behind,
        a_narrow_window,
        quit_from_the_preferences)
