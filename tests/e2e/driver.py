# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real application through AT-SPI, as assistive technology does.

It speaks D-Bus itself, asking about a whole level of the tree at once: GTK 4.8
fills no cache of the AT-SPI library, with which each look at the window would
take seconds."""

import os
import signal
import subprocess
import sys
import time
import traceback

from gi.repository import Gio, GLib

DEADLINE = 30.0  # seconds that anything may take on a busy machine
TABS = 60  # more than there are places for the focus
CALL = 20000  # milliseconds that a call may take

ACCESSIBLE = "org.a11y.atspi.Accessible"
ROOT = "/org/a11y/atspi/accessible/root"

# AtspiStateType
CHECKED, EXPANDABLE, EXPANDED, FOCUSED, PRESSED, SELECTED, SENSITIVE = \
    4, 9, 10, 12, 20, 23, 24

# AtspiRole, by the names that the AT-SPI library gives them
ROLES = {
    2: "alert", 7: "check box", 11: "combo box", 16: "dialog", 20: "filler",
    23: "frame", 27: "image", 29: "label", 31: "list", 32: "list item",
    37: "page tab", 38: "page tab list", 39: "panel", 42: "progress bar",
    43: "push button", 44: "radio button", 48: "scroll bar",
    49: "scroll pane", 50: "separator", 51: "slider", 52: "spin button",
    54: "status bar", 61: "text", 62: "toggle button", 69: "window",
    75: "application", 79: "entry", 83: "heading", 99: "grouping",
    101: "notification", 103: "level bar",
}


class Missing(AssertionError):
    """Something was not there within the deadline."""


def until(condition, what, deadline=DEADLINE):
    """Polls until condition () is true, and returns what it returned."""
    end = time.monotonic() + deadline
    while True:
        try:
            value = condition()
        except GLib.Error:
            value = None  # the object went away while we looked
        if value:
            return value
        if time.monotonic() > end:
            raise Missing(what() if callable(what) else what)
        time.sleep(0.03)


def connect():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    address = session.call_sync(
        "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
        None, Gio.DBusCallFlags.NONE, CALL).unpack()[0]
    flags = Gio.DBusConnectionFlags
    return Gio.DBusConnection.new_for_address_sync(
        address,
        flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION)


class Node:
    """An accessible object, as it was when the tree was read."""

    def __init__(self, bus, owner, path, depth=0):
        self.bus, self.owner, self.path, self.depth = bus, owner, path, depth
        self.role = self.name = self.description = ""
        self.children = []
        self.parent = None

    def call(self, interface, method, args=None):
        reply = self.bus.call_sync(
            self.owner, self.path, interface, method, args, None,
            Gio.DBusCallFlags.NONE, CALL)
        return reply.unpack()

    def states(self):
        words = self.call(ACCESSIBLE, "GetState")[0]
        return {32 * i + bit for i, word in enumerate(words)
                for bit in range(32) if word >> bit & 1}

    def has(self, state):
        return state in self.states()

    def can_be_activated(self):
        return bool(self.call("org.a11y.atspi.Action", "GetActions")[0])

    def activate(self):
        assert self.call("org.a11y.atspi.Action", "DoAction",
                         GLib.Variant("(i)", (0,)))[0], \
            f"{self} could not be activated"

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def __str__(self):
        return f"{self.role} “{self.name}”"


class Reader:
    """Reads a tree, with all calls about one level under way at once."""

    def __init__(self, bus):
        self.bus, self.pending = bus, 0

    def ask(self, node, interface, method, args, take):
        def done(bus, result):
            self.pending -= 1
            try:
                take(bus.call_finish(result).unpack())
            except GLib.Error:
                pass  # went away
        self.pending += 1
        self.bus.call(node.owner, node.path, interface, method, args, None,
                      Gio.DBusCallFlags.NONE, CALL, None, done)

    def ask_property(self, node, name):
        def take(reply):
            setattr(node, name.lower(), reply[0])
        self.ask(node, "org.freedesktop.DBus.Properties", "Get",
                 GLib.Variant("(ss)", (ACCESSIBLE, name)), take)

    def ask_role(self, node):
        def take(reply):
            node.role = ROLES.get(reply[0], f"role {reply[0]}")
        self.ask(node, ACCESSIBLE, "GetRole", None, take)

    def ask_children(self, node):
        def take(reply):
            for owner, path in reply[0]:
                if not path.endswith("/null"):
                    child = Node(self.bus, owner, path, node.depth + 1)
                    child.parent = node
                    node.children.append(child)
        self.ask(node, ACCESSIBLE, "GetChildren", None, take)

    def read(self, root):
        level = [root]
        while level:
            for node in level:
                self.ask_role(node)
                self.ask_property(node, "Name")
                self.ask_property(node, "Description")
                self.ask_children(node)
            while self.pending:
                GLib.MainContext.default().iteration(True)
            level = [child for node in level for child in node.children]
        return root


class App:
    """One run of the application."""

    def __init__(self, *arguments, env=None, stderr=None):
        environment = dict(os.environ, GSETTINGS_BACKEND="keyfile",
                           G_DEBUG="fatal-criticals")
        environment.update(env or {})
        self.bus = connect()
        self.process = subprocess.Popen(
            [os.environ["STARLING"], *arguments], env=environment,
            stderr=stderr)
        self.owner, self.path = until(self._find, "the application on the bus")
        self.wait("frame", "Starling")

    def _find(self):
        if self.process.poll() is not None:
            raise AssertionError(
                f"the application ended with {self.process.returncode}")
        registry = Node(self.bus, "org.a11y.atspi.Registry", ROOT)
        for owner, path in registry.call(ACCESSIBLE, "GetChildren")[0]:
            pid = self.bus.call_sync(
                "org.freedesktop.DBus", "/org/freedesktop/DBus",
                "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                GLib.Variant("(s)", (owner,)), None, Gio.DBusCallFlags.NONE,
                CALL).unpack()[0]
            if pid == self.process.pid:
                return owner, path
        return None

    def all(self, role=None, name=None):
        """What there is now, top down."""
        root = Reader(self.bus).read(Node(self.bus, self.owner, self.path))
        return [node for node in root.walk()
                if role in (None, node.role) and name in (None, node.name)]

    def find(self, role, name):
        """The first object of that role and name, or None."""
        return next(iter(self.all(role, name)), None)

    def wait(self, role, name, deadline=DEADLINE):
        return until(lambda: self.find(role, name),
                     lambda: f"no {role} “{name}”; there are:\n"
                     + self.describe(), deadline)

    def wait_gone(self, role, name):
        until(lambda: self.find(role, name) is None,
              f"{role} “{name}” is still there")

    def click(self, role, name):
        """Clicks the first one that can be: a menu button is two objects of
        one name, and only the inner one has an action."""
        self.wait(role, name)
        node = until(lambda: next((n for n in self.all(role, name)
                                   if n.can_be_activated()), None),
                     f"{role} “{name}” cannot be clicked")
        until(lambda: node.has(SENSITIVE),
              f"{role} “{name}” stays insensitive")
        node.activate()
        return node

    def select(self, name):
        """Selects the list item of that name."""
        item = self.wait("list item", name)
        index = item.parent.children.index(item)
        assert item.parent.call(
            "org.a11y.atspi.Selection", "SelectChild",
            GLib.Variant("(i)", (index,)))[0], f"{item} was not selected"

    def key(self, *keys):
        """Types keys, by xdotool: AT-SPI cannot edit entries of GTK 4.8."""
        subprocess.run(["xdotool", "key", "--delay", "20", *keys], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "20", text], check=True)

    def texts(self):
        return [node.name for node in self.all("label")]

    def wait_text(self, part):
        return until(lambda: [t for t in self.texts() if part in t],
                     lambda: f"no label with “{part}”; there are:\n"
                     + "\n".join(self.texts()))

    def describe(self):
        return "\n".join("  " * node.depth + str(node) for node in self.all())

    def window(self):
        """The number that the X server gave the window."""
        found = subprocess.run(
            ["xdotool", "search", "--sync", "--onlyvisible", "--pid",
             str(self.process.pid)],
            capture_output=True, text=True, timeout=DEADLINE, check=True)
        return found.stdout.split()[0]

    def focus_window(self):
        """Without a window manager nobody gives the window the keyboard."""
        subprocess.run(["xdotool", "windowfocus", "--sync", self.window()],
                       check=True, timeout=DEADLINE)

    def focused(self):
        return [n for n in self.all() if n.role not in ("frame", "application")
                and n.has(FOCUSED)]

    def wait_focus(self, *names):
        """The object of one of these names, once it has the focus."""
        return until(lambda: [n for n in self.focused() if n.name in names],
                     lambda: f"the focus is not on {names}, but on "
                     + ", ".join(map(str, self.focused())))[0]

    def tab_to(self, role, name, key="Tab"):
        """Moves the focus on until it is there."""
        for _ in range(TABS):
            here = self.focused()
            if here and (here[0].role, here[0].name) == (role, name):
                return here[0]
            self.key(key)
        raise AssertionError(f"{key} does not lead to the {role} “{name}”")

    def resize(self, width, height):
        subprocess.run(["xdotool", "windowsize", self.window(), str(width),
                        str(height)], check=True, timeout=DEADLINE)

    def quit(self):
        self.focus_window()
        self.key("ctrl+q")
        try:
            code = self.process.wait(DEADLINE)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGABRT)
            raise AssertionError("the application did not quit") from None
        assert code == 0, f"the application ended with {code}"

    def kill(self):
        self.process.kill()
        self.process.wait()


def run(*tests):
    """Runs the functions as a TAP program."""
    failed = 0
    print(f"1..{len(tests)}")
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace("_", " ")
        try:
            test()
        except Exception:  # pylint: disable=broad-except
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("#", line)
            print(f"not ok {number} - {name}", flush=True)
        else:
            print(f"ok {number} - {name}", flush=True)
    sys.exit(1 if failed else 0)
