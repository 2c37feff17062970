#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the window does while the disk refuses: it says so once, keeps what is
done, tries again at growing intervals, and asks before it closes. The calls of
the real application fail, as tests/faults/fault.h tells, as long as a file is
there."""

import os
import signal
import time

from driver import DEADLINE, App, run, until
from folder import USER, journal

NOW = "2026-11-23T09:00:00Z"
TOP = USER.parent.parent
SWITCH = TOP / "refuses"
LOG = TOP / "calls"
ERRORS = TOP / "errors"
FULL = "The disk is full. Your work is kept in memory and saved as soon as" \
    " there is room."
LOCKED_UP = "The data folder cannot be written to. Your work is kept in" \
    " memory and saved as soon as it can be."
QUESTION = "Not everything is saved yet"
GAP = 300  # milliseconds between calls of two attempts, at least

app = None


def refuse(fault):
    """All that is to change something in the folder fails from now on."""
    hidden = SWITCH.with_suffix(".new")
    hidden.write_text(fault, "ascii")
    os.rename(hidden, SWITCH)


def allow():
    SWITCH.unlink(missing_ok=True)


def start():
    global app
    if app and app.process.poll() is None:
        app.kill()  # a test before has failed
    LOG.write_text("", "ascii")
    environment = {
        "LD_PRELOAD": os.environ["STARLING_FAULT_LIBRARY"],
        "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")
        + ":verify_asan_link_order=0",
        "STARLING_FAULT_FOLDER": str(USER),
        "STARLING_FAULT_WHILE": str(SWITCH),
        "STARLING_FAULT_LOG": str(LOG)}
    with open(ERRORS, "w", encoding="utf-8") as errors:
        app = App("--now", NOW, env=environment, stderr=errors)
    app.focus_window()
    app.click("push button", "Flashcards")
    app.wait("push button", "Show answer")


def grade(count):
    """Grades cards; none has to wait for the disk."""
    for _ in range(count):
        app.click("push button", "Show answer")
        app.click("push button", "Good")
        app.wait("push button", "Show answer")


def reviews():
    return [e["id"] for e in journal() if e["type"] == "review"]


def wait_saved(count):
    """Each of so many reviews is in the journal, once."""
    until(lambda: len(reviews()) >= count,
          lambda: f"{len(reviews())} reviews are saved, not {count}")
    ids = [e["id"] for e in journal()]
    assert len(reviews()) == count and len(set(ids)) == len(ids), ids


def wait_ended():
    assert app.process.wait(DEADLINE) == 0, app.process.returncode
    return ERRORS.read_text("utf-8")


def attempts():
    """When it tried to write the journal, in milliseconds."""
    times = []
    for line in LOG.read_text("utf-8").splitlines():
        _, _, fault, at, path = line.split(" ", 4)
        if fault != "-" and path.startswith("/journal"):
            times.append(int(at))
    return [at for i, at in enumerate(times)
            if i == 0 or at - times[i - 1] > GAP]


def it_says_so_once_and_keeps_all():
    start()
    grade(1)
    wait_saved(1)
    refuse("enospc")
    grade(3)
    app.wait_text(FULL)
    grade(2)
    assert sum("kept in memory" in text for text in app.texts()) == 1
    assert len(app.all("push button", "Details")) == 1
    until(lambda: "6 learning" in app.wait("list item", "Today").description,
          lambda: app.wait("list item", "Today").description)
    wait_saved(1)


def it_tries_again_at_growing_intervals():
    before = len(attempts())
    until(lambda: len(attempts()) >= before + 4, "it does not try again")
    times = attempts()[before:]
    waits = [b - a for a, b in zip(times, times[1:])]
    # An event that came just before was an attempt, too: the first wait may be
    # of any length.
    waits = waits[1:]
    assert all(b > a * 1.5 for a, b in zip(waits, waits[1:])), waits
    assert waits[0] > 1500, waits
    assert sum("kept in memory" in text for text in app.texts()) == 1


def asked_to_it_tries_again_at_once():
    before = len(attempts())
    app.click("push button", "Try again")
    app.wait_text("That does not work yet. Your work is kept in memory.")
    assert len(attempts()) == before + 1, attempts()[before:]
    app.tab_to("push button", "Try again", "shift+Tab")
    allow()
    app.key("space")
    app.wait_text("Everything is saved.")
    wait_saved(6)
    until(lambda: FULL not in app.texts(), "the notice stays")
    app.wait_focus("Show answer")
    app.quit()


def it_goes_on_by_itself():
    start()
    count = len(reviews())
    for fault, words in (("erofs", LOCKED_UP), ("eacces", LOCKED_UP),
                         ("eio", "Your work cannot be saved now")):
        refuse(fault)
        grade(2)
        app.wait_text(words)
        wait_saved(count)
        allow()
        count += 2
        wait_saved(count)
        until(lambda: not app.find("push button", "Try again"),
              "the notice stays")
    app.quit()


def open_question(count):
    app.wait_text(QUESTION)
    app.wait_text(f"the last {count} things that you did are lost"
                  if count > 1 else "the last thing that you did is lost")


def it_asks_before_it_closes():
    start()
    count = len(reviews())
    refuse("enospc")
    grade(2)
    app.wait_text(FULL)
    app.key("ctrl+q")
    open_question(2)
    app.click("push button", "Keep open")
    app.wait_gone("label", QUESTION)
    grade(1)
    app.click("push button", "Close")
    open_question(3)
    app.click("push button", "Try again")
    until(lambda: app.find("push button", "Try again"), "it closes")
    wait_saved(count)
    allow()
    until(lambda: app.process.poll() is not None, "it does not close by itself")
    assert wait_ended() == ""
    wait_saved(count + 3)


def close_anyway_does_so_and_tells_the_truth():
    start()
    count = len(reviews())
    refuse("eacces")
    grade(2)
    app.wait_text(LOCKED_UP)
    app.key("ctrl+q")
    open_question(2)
    app.click("push button", "Close anyway")
    errors = wait_ended()
    assert "The last 2 things that you did could not be saved." in errors
    wait_saved(count)
    allow()
    start()
    assert FULL not in app.texts() and LOCKED_UP not in app.texts()
    grade(1)
    wait_saved(count + 1)
    app.quit()


def a_slow_disk_holds_nothing_up():
    start()
    count = len(reviews())
    refuse("wait")
    grade(3)
    assert not app.find("push button", "Try again")
    app.click("push button", "Close")
    open_question(3)
    app.wait_text("The disk takes its time.")
    wait_saved(count)
    allow()
    assert wait_ended() == ""
    wait_saved(count + 3)


def a_signal_ends_it_and_all_is_saved():
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        start()
        count = len(reviews())
        grade(2)
        app.process.send_signal(number)
        assert wait_ended() == ""
        wait_saved(count + 2)


def a_signal_waits_for_the_disk_but_not_for_ever():
    start()
    count = len(reviews())
    refuse("enospc")
    grade(2)
    app.wait_text(FULL)
    before = len(attempts())
    app.process.send_signal(signal.SIGTERM)
    until(lambda: len(attempts()) > before, "it does not try")
    allow()
    assert wait_ended() == ""
    wait_saved(count + 2)

    start()
    refuse("enospc")
    grade(1)
    app.wait_text(FULL)
    begun = time.monotonic()
    app.process.send_signal(signal.SIGTERM)
    assert "The last thing that you did could not be saved." in wait_ended()
    assert time.monotonic() - begun < 15
    allow()
    wait_saved(count + 2)


run(it_says_so_once_and_keeps_all, it_tries_again_at_growing_intervals,
    asked_to_it_tries_again_at_once, it_goes_on_by_itself,
    it_asks_before_it_closes, close_anyway_does_so_and_tells_the_truth,
    a_slow_disk_holds_nothing_up, a_signal_ends_it_and_all_is_saved,
    a_signal_waits_for_the_disk_but_not_for_ever)
