# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of faults have in common: programs that record events, with
folders of their own, and what must be true of a journal at any time."""

import json
import os
import pathlib
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

# Whether to try all there is, or a sample that is quick.
ALL = os.environ.get("STARLING_FAULTS") == "all"
DEADLINE = 120  # seconds until a program counts as hanging
PATIENCE = 0.02  # seconds that a user waits for an answer while there is trouble


def make_event(name, number):
    """An event as people make them, of a type after its number."""
    card = f"slow-builds#step.{('situation', 'task', 'action')[number % 3]}"
    body = [
        {"type": "review", "card": card, "grade": number % 4 + 1, "ms": 900},
        {"type": "review", "card": f"unknown-{number}#weak", "grade": 3},
        {"type": "quiz", "scenario": "slow-builds", "question": "q1",
         "choice": 1, "correct": True, "ms": 4000, "level": "sde2"},
        {"type": "rehearsal", "scenario": "slow-builds", "level": "senior",
         "prompt": "bare", "steps": [], "said": ["größer", "再び"],
         "note": "näher dran " * (number % 40)},
        {"type": "undo", "of": f"{name}{number - 1:03}"},
    ][number % 5]  # fmt: skip
    return json.dumps({"id": f"{name}{number:03}", **body}, ensure_ascii=False)


def make_events(name, count):
    return {f"{name}{n:03}": make_event(name, n) for n in range(count)}


class Disk:
    """The model of a disk that tests/faults/disk.h describes."""

    def __init__(self, folder):
        self.folder = folder

    def begin(self, top):
        """All that is below TOP is on the disk."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        self.root = top.stat().st_ino
        for path, folders, files in os.walk(top):
            names = [("d", name) for name in folders] + [("f", name) for name in files]
            lines = []
            for kind, name in names:
                inode = os.stat(os.path.join(path, name)).st_ino
                lines.append(f"{kind} {inode} {name}\n")
                if kind == "f":
                    shutil.copy(os.path.join(path, name), self.folder / f"i{inode}")
            inode = os.stat(path).st_ino
            (self.folder / f"d{inode}").write_text("".join(lines))

    def list(self, inode):
        try:
            lines = (self.folder / f"d{inode}").read_text().splitlines()
        except FileNotFoundError:
            return []
        return [(kind, int(number), name) for kind, number, name in
                (line.split(" ", 2) for line in lines)]  # fmt: skip

    def read_file(self, inode):
        try:
            return (self.folder / f"i{inode}").read_bytes()
        except FileNotFoundError:
            return b""

    def unsync(self, path, length):
        """What of a file is behind LENGTH bytes is in memory only."""
        inode = path.stat().st_ino
        with open(self.folder / f"i{inode}", "r+b") as file:
            file.truncate(length)
        (self.folder / f"r{inode}").write_bytes(struct.pack("@qq", length, path.stat().st_size))

    def restore(self, top):
        """Makes TOP what it is after the power failed."""
        shutil.rmtree(top)
        self._restore(self.root, top)

    def _restore(self, folder, path):
        path.mkdir(mode=0o700)
        for kind, inode, name in self.list(folder):
            if kind == "d":
                self._restore(inode, path / name)
            else:
                (path / name).write_bytes(self.read_file(inode))
                (path / name).chmod(0o600)

    def files(self, folder=None, prefix=""):
        """{path: bytes} of all that is on the disk."""
        found = {}
        for kind, inode, name in self.list(folder or self.root):
            if kind == "d":
                found.update(self.files(inode, f"{prefix}{name}/"))
            else:
                found[prefix + name] = self.read_file(inode)
        return found


class Program:
    """A program that records events, and what it has answered."""

    def __init__(self, words, environment):
        self.process = subprocess.Popen(
            words,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
        )
        self.said = []  # all lines
        self.acknowledged = []  # ids
        self.drafts = []
        self.n_refused = 0
        self.n_notices = 0
        self.n_answers = 0
        self.n_sent = 0
        self.errors = b""
        self.ended = False
        self.hung = False
        self._rest = b""
        self.begun = time.monotonic()
        self._poll = select.poll()
        for stream in (self.process.stdout, self.process.stderr):
            os.set_blocking(stream.fileno(), False)
            self._poll.register(stream, select.POLLIN | select.POLLHUP)
        self._streams = 2

    def send(self, text):
        self.n_sent += text.count("\n") + 1
        try:
            self.process.stdin.write(text.encode() + b"\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            pass

    def _take(self, line):
        word, _, rest = line.partition(" ")
        self.said.append(line)
        if word == "ok":
            self.acknowledged.append(rest)
        elif word == "error":
            self.n_refused += 1
        elif word == "draft":
            self.drafts.append(rest)
        elif word == "notice:":
            self.n_notices += 1
        self.n_answers += word in ("ok", "error", "draft", "undrafted")

    def listen(self, timeout):
        """Takes in what it says within TIMEOUT seconds, if anything."""
        for fd, _ in self._poll.poll(timeout * 1000):
            chunk = os.read(fd, 65536)
            if not chunk:
                self._poll.unregister(fd)
                self._streams -= 1
                self.ended = self._streams == 0
            elif fd == self.process.stderr.fileno():
                self.errors += chunk
            else:
                *lines, self._rest = (self._rest + chunk).split(b"\n")
                for line in lines:
                    self._take(line.decode())

    def wait_for(self, condition, timeout=DEADLINE):
        """Whether CONDITION came true before it ended and in time."""
        deadline = time.monotonic() + timeout
        while not condition() and not self.ended:
            left = deadline - time.monotonic()
            if left <= 0:
                return False
            self.listen(left)
        return bool(condition())

    def feed(self, lines, patience=DEADLINE):
        """Sends lines, each when the one before is answered or PATIENCE over."""
        for line in lines:
            wanted = self.n_answers + 1
            self.send(line)
            self.wait_for(lambda w=wanted: self.n_answers >= w, patience)
            if self.ended:
                break

    def act(self, lines):
        """Sends lines as a user goes on: each when the one before is answered,
        or when there is trouble."""
        for line in lines:
            trouble = self.n_sent > self.n_answers
            heard = self.n_notices
            self.send(line)
            self.wait_for(
                lambda n=heard: self.n_answers >= self.n_sent or self.n_notices > n,
                PATIENCE if trouble else DEADLINE,
            )
            if self.ended:
                break

    def finish(self):
        """Ends its input and waits for its end. Returns the exit status."""
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass
        if not self.wait_for(lambda: self.ended):
            self.hung = not self.ended
            if self.hung:
                self.process.kill()
        status = self.process.wait()
        for stream in (self.process.stdout, self.process.stderr):
            stream.close()
        return status

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        return self.finish()


class Bench:
    """Folders for programs to be tested in."""

    def __init__(self, folder, cli, session, library, root):
        root = pathlib.Path(root)
        self.programs = {"record": [cli, "record"], "session": [session]}
        self.cli = cli
        self.library = library
        self.folder = folder
        self.top = folder / "top"
        self.user = self.top / "share" / "starling"
        self.journal = self.user / "journal.jsonl"
        self.log = folder / "log"
        self.disk = Disk(folder / "disk")
        data = folder / "data"
        (data / "packs").mkdir(parents=True)
        shutil.copy(root / "data/catalogue.json", data)
        shutil.copy(root / "data/questions.json", data)
        shutil.copy(root / "tests/core/data/packs/good/full.json", data / "packs")
        self.environment = dict(
            os.environ,
            STARLING_DATA_DIR=str(data),
            XDG_DATA_HOME=str(self.top / "share"),
            LC_ALL="C.UTF-8",
        )

    def reset(self, journal=None, synced=None):
        """Makes a new folder, empty but for a journal. Where only so many
        bytes of that are SYNCED, its writer was killed."""
        shutil.rmtree(self.top, ignore_errors=True)
        self.top.mkdir()
        if journal is not None:
            self.user.mkdir(parents=True)
            self.journal.write_bytes(journal)
        if synced is not None:
            (self.user / "journal.lock").write_text("1 killed\n")
        self.disk.begin(self.top)
        if synced is not None:
            self.disk.unsync(self.journal, synced)

    def start(self, name, faults=None, other=None, counted=True):
        """Starts a program. Its calls are counted, and FAULTS happen."""
        environment = self.environment
        if counted:
            sanitizer = os.environ.get("ASAN_OPTIONS", "")
            self.log.write_text("")
            environment = dict(
                environment,
                LD_PRELOAD=self.library,
                ASAN_OPTIONS=f"{sanitizer}:verify_asan_link_order=0",
                STARLING_FAULT_FOLDER=str(self.top),
                STARLING_FAULT_LOG=str(self.log),
                STARLING_FAULT_DISK=str(self.disk.folder),
                STARLING_FAULT_AT=faults or "",
                STARLING_FAULT_TARGET=str(self.journal),
                STARLING_FAULT_OTHER=str(other or ""),
            )
        return Program(self.programs[name], environment)

    def knows(self, command):
        """Whether starling-cli has a command."""
        run = subprocess.run(
            [self.cli, command, "--help"], env=self.environment, capture_output=True
        )
        return run.returncode == 0

    def calls(self):
        """[(call, fault, path)] of the last run, in order."""
        lines = (line.split(" ", 4) for line in self.log.read_text().splitlines())
        return [(call, fault, path) for _, call, fault, _, path in lines]

    def files(self):
        return {
            str(path.relative_to(self.top)): path.read_bytes()
            for path in self.top.rglob("*")
            if path.is_file()
        }


class View:
    """What a folder holds, as the program would find it."""

    def __init__(self, files):
        prefix = "share/starling/"
        self.files = {path.removeprefix(prefix): data for path, data in files.items()}
        self.journal = self.files.get("journal.jsonl", b"")
        self.ids = []
        self.damaged = []
        *lines, self.tail = self.journal.split(b"\n")
        for line in [*lines, self.tail]:
            try:
                self.ids.append(json.loads(line)["id"])
            except (ValueError, TypeError, KeyError):
                if line:
                    self.damaged.append(line)
        self.kept = [
            line
            for path, data in self.files.items()
            if path.startswith("journal.damaged-")
            for line in data.split(b"\n")
            if line
        ]

    def lost(self, ids):
        return sorted(set(ids) - set(self.ids))

    def twice(self):
        return sorted({name for name in self.ids if self.ids.count(name) > 1})


class Tap:
    """Test cases and how they went."""

    def __init__(self):
        self.n = self.failed = 0

    def case(self, name, complaints):
        """A test case that is good without complaints; some are shown."""
        self.n += 1
        print(f"{'not ok' if complaints else 'ok'} {self.n} - {name}")
        self.failed += bool(complaints)
        for line in "\n".join(map(str, complaints[:10])).splitlines():
            print(f"# {line[:400]}")
        if len(complaints) > 10:
            print(f"# … and {len(complaints) - 10} more")
        sys.stdout.flush()

    def skip(self, name, why):
        self.n += 1
        print(f"ok {self.n} - {name} # SKIP {why}")

    def count(self, counts):
        """Says what was counted altogether: {word: number}."""
        print("# counts: " + ", ".join(f"{n} {word}" for word, n in counts.items()))

    def end(self):
        print(f"1..{self.n}")
        return 1 if self.failed else 0


def run(main):
    """Calls MAIN with a bench in memory, where there is room for one."""
    shm = "/dev/shm"
    where = shm if os.path.isdir(shm) and os.access(shm, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="starling-", dir=where) as folder:
        bench = Bench(pathlib.Path(folder), *sys.argv[-4:])
        tap = Tap()
        main(bench, tap)
    sys.exit(tap.end())
