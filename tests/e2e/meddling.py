#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What others do with the user's folder while the window is open: programs that
synchronise files, people who tidy up, a second start, starling-cli, a kill."""

import json
import os
import shutil
import signal
import subprocess

from driver import DEADLINE, App, run, until
from folder import DATA, USER, cli, journal

NOW = "2026-11-23T09:00:00Z"
JOURNAL = USER / "journal.jsonl"
AWAY = USER.parent / "away"
PACK = DATA / "packs" / "frugality.json"

app = None


def start():
    global app
    if app and app.process.poll() is None:
        app.kill()  # a test before has failed
    app = App("--now", NOW)
    app.focus_window()
    app.click("push button", "Flashcards")
    app.wait("push button", "Show answer")


def grade(count):
    for _ in range(count):
        app.click("push button", "Show answer")
        app.click("push button", "Good")
        app.wait("push button", "Show answer")


def make_line(name, card):
    return json.dumps({
        "v": 1, "id": name, "at": "2026-11-23T08:59:59.000Z",
        "type": "review", "card": card, "grade": 3}) + "\n"


def make_pack(name, title):
    """One story under another name."""
    pack = json.loads(PACK.read_text("utf-8"))
    story = dict(pack["scenarios"][0], id=name, title=title)
    return json.dumps(dict(pack, id=name, scenarios=[story]))


def ids():
    return [e["id"] for e in journal() if e["type"] == "review"]


def wait_ids(count, *names):
    """So many reviews are in the journal, each once, these among them."""
    until(lambda: len(ids()) >= count and set(names) <= set(ids()),
          lambda: f"{ids()}, not {count} with {names}")
    assert len(ids()) == count == len(set(ids())), ids()


def wait_learning(count):
    until(lambda: f"{count} learning"
          in app.wait("list item", "Today").description,
          lambda: app.wait("list item", "Today").description)


def another_file_takes_its_place():
    start()
    grade(2)
    wait_ids(2)
    other = USER.parent / "other.jsonl"
    other.write_text(make_line("o1", "webhook-drops#step.result")
                     + make_line("o2", "webhook-drops#weak"), "utf-8")
    os.rename(other, JOURNAL)
    wait_ids(4, "o1", "o2")
    wait_learning(4)
    grade(1)
    wait_ids(5, "o1", "o2")
    wait_learning(5)
    other.write_text(make_line("o3", "webhook-drops#step.reflection"), "utf-8")
    os.rename(other, JOURNAL)
    grade(2)
    wait_ids(8, "o1", "o2", "o3")
    wait_learning(8)
    assert not app.find("push button", "Details"), app.texts()
    app.quit()


def the_journal_is_deleted():
    start()
    before = len(ids())
    JOURNAL.unlink()
    wait_ids(before)
    app.wait_text("It has been written again from memory; nothing is lost.")
    JOURNAL.unlink()
    grade(1)
    wait_ids(before + 1)
    app.quit()
    wait_ids(before + 1)


def put_back():
    """Puts the folder back into its place, where the application may make a new
    one at any time."""
    def try_it():
        os.rename(USER, USER.parent / "gone")
        shutil.rmtree(USER.parent / "gone")
        try:
            os.rename(AWAY, USER)
        except OSError:
            return False
        return True
    until(try_it, "there is always a folder in the way")


def the_folder_is_moved_away_and_back():
    start()
    before = len(ids())
    os.rename(USER, AWAY)
    grade(2)
    wait_ids(before + 2)
    put_back()
    grade(1)
    wait_ids(before + 3)
    (USER / "packs" / "later.json").write_text(
        make_pack("later", "Put there later"), "utf-8")
    app.wait("list item", "Put there later")
    app.quit()
    wait_ids(before + 3)
    (USER / "packs" / "later.json").unlink()


def the_folder_is_moved_away_for_good():
    start()
    before = len(ids())
    os.rename(USER, AWAY)
    app.quit()
    wait_ids(before)
    shutil.rmtree(AWAY)


def a_second_start_shows_the_first():
    start()
    second = subprocess.run(
        [os.environ["STARLING"]], timeout=DEADLINE, check=False,
        env=dict(os.environ, GSETTINGS_BACKEND="keyfile"))
    assert second.returncode == 0, second.returncode
    assert app.process.poll() is None
    assert len(app.all("frame", "Starling")) == 1
    app.quit()


def the_command_line_says_who_holds_the_journal():
    start()
    before = len(ids())
    line = make_line("c1", "webhook-drops#weak")
    process = subprocess.run(
        [os.environ["STARLING_CLI"], "record"], input=line,
        capture_output=True, text=True, timeout=DEADLINE, check=False)
    assert process.returncode == 1, process
    assert f"held by process {app.process.pid} (starling)" in process.stdout, \
        process.stdout
    grade(1)
    wait_ids(before + 1)
    app.quit()
    cli("record", text=line)
    wait_ids(before + 2, "c1")


def a_pack_is_imported_beside_the_window():
    start()
    source = USER.parent / "source.json"
    for title in ("As it was", "As it is"):
        source.write_text(make_pack("imported", title), "utf-8")
        cli("import", str(source))
        app.wait("list item", title)
    app.wait_gone("list item", "As it was")
    app.quit()
    (USER / "packs" / "imported.json").unlink()


def the_window_waits_for_the_command_line():
    before = len(ids())
    holder = subprocess.Popen(
        [os.environ["STARLING_CLI"], "record"], stdin=subprocess.PIPE,
        stdout=subprocess.PIPE, text=True)
    holder.stdin.write(make_line("h1", "webhook-drops#weak"))
    holder.stdin.flush()
    assert holder.stdout.readline() == "ok h1\n"
    start()
    app.wait_text(f"held by process {holder.pid} (starling-cli). Your work is"
                  " kept in memory and saved as soon as it is free.")
    grade(2)
    wait_ids(before + 1, "h1")
    holder.stdin.close()
    assert holder.wait(DEADLINE) == 0
    wait_ids(before + 3, "h1")
    until(lambda: not app.find("push button", "Try again"), "the notice stays")
    app.quit()


def the_lock_of_one_that_was_killed_holds_nobody_up():
    start()
    grade(1)
    before = len(ids())
    wait_ids(before)
    app.process.send_signal(signal.SIGKILL)
    app.process.wait()
    assert (USER / "journal.lock").read_text("utf-8") != ""
    start()
    assert not app.find("push button", "Details"), app.texts()
    grade(1)
    wait_ids(before + 1)
    app.quit()


def damage_in_the_middle_is_set_aside_and_shown():
    before = len(ids())
    lines = JOURNAL.read_text("utf-8").splitlines(True)
    JOURNAL.write_text("".join(
        [lines[0], "\0rotten\n", *lines[1:], make_line("d1", "x#weak")]), "utf-8")
    start()
    copy = until(lambda: list(USER.glob("journal.damaged-*.jsonl")), "no copy")
    assert "rotten" in copy[0].read_text("utf-8")
    app.wait_text("One line of the journal cannot be read. Every other line"
                  f" counts. A copy is in {copy[0].name}.")
    app.click("push button", "Details")
    app.wait_text("journal.jsonl:2:")
    app.click("push button", "Hide for now")
    until(lambda: not app.find("push button", "Hide for now"), "it stays")
    grade(1)
    until(lambda: JOURNAL.read_text("utf-8").count('"review"') == before + 2,
          "the grade is not saved")
    app.kill()
    kept = JOURNAL.read_text("utf-8").splitlines(True)
    assert [line for line in kept if line in lines] == lines


run(another_file_takes_its_place, the_journal_is_deleted,
    the_folder_is_moved_away_and_back, the_folder_is_moved_away_for_good,
    a_second_start_shows_the_first,
    the_command_line_says_who_holds_the_journal,
    a_pack_is_imported_beside_the_window,
    the_window_waits_for_the_command_line,
    the_lock_of_one_that_was_killed_holds_nobody_up,
    damage_in_the_middle_is_set_aside_and_shown)
