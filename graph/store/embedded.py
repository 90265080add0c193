"""The embedded store: a private server process that is found, or started, for a folder.

Every `dateline` process of the folder shares one server. It is found through `server.json`, trusted only after a login,
and started under a file lock, so that a race of starters gives one server. See `graph/store/server.py` for its life.
"""

import atexit
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import psutil
from filelock import FileLock, Timeout

from graph.errors import StoreAccessError, StoreAwayError, StoreFullError
from graph.store.address import Address
from graph.store.driver import answers
from graph.store.server import DATABASE, HEAP_MEGABYTES, HOST, LONGEST_SECONDS, Running, is_alive, read_state
from graph.store.space import is_full, no_space

IDLE_SECONDS = 60.0
"""The server goes when no client has been there for so long."""
START_SECONDS = 60.0
"""How long a server may take to answer: it may have to replay a log after a kill."""
HUNG_SECONDS = 10.0
"""How long a server whose process lives may fail to answer before it is ended and started again."""
ANSWER_SECONDS = 5.0
"""The same, for one that has a query which went on for too long."""
ROOT = Path(__file__).resolve().parents[2]
"""What the server process must find our packages in."""

_started_here: list[subprocess.Popen[bytes]] = []
"""Kept so that a server that went while its starter lives on is reaped, and no warning tells of one that still runs."""


@atexit.register
def _let_go() -> None:
    """The servers go on without us; without a return code Python would warn of each."""
    for process in _started_here:
        if process.poll() is None:
            process.returncode = 0


Probe = Callable[[Address], bool]
"""Whether somebody answers there and lets us in."""


class EmbeddedServer:
    """The server of one folder, seen from a client process."""

    def __init__(self, folder: Path, *, idle: float = IDLE_SECONDS) -> None:
        self.folder = folder.expanduser().absolute()
        self.idle = idle

    def address(self, probe: Probe) -> Address:
        """Where the folder's server listens; starts it if there is none.

        Raises: StoreAwayError if it does not come up; StoreAccessError for somebody else's folder; StoreFullError if
        the folder cannot be written for want of space.
        """
        try:
            return self._found(probe) or self._locked(probe)
        except PermissionError as error:
            raise StoreAccessError(
                f"The store's folder {self.folder} belongs to somebody else.", hint="Name a folder of your own."
            ) from error

    def _locked(self, probe: Probe) -> Address:
        """Of those who start at once one starts the server, the others find it."""
        self._make_folder()
        try:
            with FileLock(self.folder / "start.lock", timeout=START_SECONDS, mode=0o600):
                return self._revived(probe) or self._started(probe)
        except Timeout as error:
            raise StoreAwayError(
                f"Another process has been starting the store in {self.folder} for {START_SECONDS:.0f} seconds.",
                hint="Wait a moment and try again.",
            ) from error

    def reader(self) -> Address:
        """The console's account of the running server. Raises: StoreAwayError if there is none."""
        running = read_state(self.folder)
        if not running:
            raise StoreAwayError(f"The store in {self.folder} went away.", hint="Try again: it is started on demand.")
        return Address(f"bolt://{HOST}:{running.bolt}", "reader", running.reader, DATABASE)

    def watch(self, waiting: threading.Thread) -> None:
        """End the server if it stops answering, or if that thread waits longer than any statement may take."""
        running = read_state(self.folder)
        if running:
            arguments = (self.folder, running, waiting)
            threading.Thread(target=_watch, args=arguments, name="watch-dog", daemon=True).start()

    def end(self) -> None:
        """End the server at once. What it has acknowledged is kept; the next call of any client starts it again."""
        running = read_state(self.folder)
        if running:
            kill(running)

    def write_lock(self) -> FileLock:
        """Held around every write transaction: two writers at a time may lose a batch (docs/store.md)."""
        return FileLock(self.folder / "write.lock", mode=0o600)

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError, FileNotFoundError) as error:
            raise StoreAwayError(
                f"The store's folder {self.folder} cannot be made: {error.strerror}.", hint="Name another folder."
            ) from error

    def _found(self, probe: Probe) -> Address | None:
        running = read_state(self.folder)
        address = _owner(running) if running else None
        return address if address and probe(address) else None

    def _revived(self, probe: Probe) -> Address | None:
        """The server that is there but does not answer: it gets some time, then it is ended."""
        running = read_state(self.folder)
        deadline = time.monotonic() + HUNG_SECONDS
        while running and time.monotonic() < deadline and read_state(self.folder) == running:
            found = self._found(probe)
            if found:
                return found
            time.sleep(0.2)
        if running:
            kill(running)
        return None

    def _started(self, probe: Probe) -> Address:
        """Start the server detached from this process and its terminal, and wait until it lets us in."""
        log = self.folder / "server.log"
        descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        paths = [str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
        try:
            process = subprocess.Popen(  # noqa: S603 – our own interpreter and module
                [sys.executable, "-P", "-m", "graph.store.server", str(self.folder), str(self.idle)],
                stdin=subprocess.DEVNULL,
                stdout=descriptor,
                stderr=descriptor,
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
                start_new_session=True,
            )
        finally:
            os.close(descriptor)
        _started_here[:] = [process, *(each for each in _started_here if each.poll() is None)]
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline and process.poll() is None:
            found = self._found(probe)
            if found:
                return found
            time.sleep(0.02)
        raise self._failed(log)

    def _failed(self, log: Path) -> StoreAwayError | StoreFullError:
        last = (log.read_text(encoding="utf-8", errors="replace").strip().splitlines() or ["it said nothing"])[-1]
        if "no space left" in last.lower() or is_full(self.folder):
            return no_space(str(self.folder))
        return StoreAwayError(f"The store in {self.folder} did not start: {last}", hint=f"Look into {log}.")


def _owner(running: Running) -> Address:
    return Address(f"bolt://{HOST}:{running.bolt}", "root", running.password, DATABASE)


def kill(running: Running) -> None:
    """End that server process, wait until it is gone."""
    deadline = time.monotonic() + ANSWER_SECONDS
    while is_alive(running) and time.monotonic() < deadline:
        with suppress(psutil.NoSuchProcess):
            psutil.Process(running.pid).kill()
        time.sleep(0.05)


def _watch(folder: Path, running: Running, waiting: threading.Thread) -> None:
    deadline = time.monotonic() + LONGEST_SECONDS + ANSWER_SECONDS
    while waiting.is_alive() and read_state(folder) == running:
        if time.monotonic() > deadline or _is_choking(running) or not answers(_owner(running), ANSWER_SECONDS):
            kill(running)
        waiting.join(0.5)


def _is_choking(running: Running) -> bool:
    """Whether the server holds more memory than its heap may: then other people's statements fail, too."""
    try:
        return bool(psutil.Process(running.pid).memory_info().rss > HEAP_MEGABYTES * 2**20)
    except psutil.NoSuchProcess:
        return False
