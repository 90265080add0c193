"""Processes that read and extract, so that a document that brings its reader down brings nothing else down.

One process reads files and hands documents over one by one; up to `size` others extract. They speak over pipes: a full
pipe holds the reader back, a broken one says that its process ended. Extracting processes start when there is
something to extract, so a load that changes nothing loads no model.
"""

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Self

from graph.errors import DocumentError
from graph.model import Document, Extraction
from graph.record import Record
from loaders.jobs import Job, Read, Refusal, read

# A forked child would inherit the store's connection; spawn starts clean, and is what every system has.
SPAWN = multiprocessing.get_context("spawn")

GONE = (EOFError, BrokenPipeError, ConnectionResetError)
"""What a pipe raises when the process at its other end is gone."""


class Opened(Record):
    """The reader has begun with a file."""

    job: int
    """Index into the crew's jobs."""


Answer = Read | Extraction | Refusal


@dataclass
class Member:
    """One process, this end of its pipe, and the document it is at."""

    process: BaseProcess
    pipe: Connection
    document: Document | None = None


class Crew:
    """The processes of one load. Leaving the `with` block ends them at once, whatever they are at."""

    def __init__(self, jobs: Sequence[Job], *, size: int, lexicon: Path | None) -> None:
        self._jobs = jobs
        self._size = size
        self._lexicon = lexicon
        self._reading = 0
        """Index of the job that the reader is at."""
        self._reader: Member | None = None
        self._members: list[Member] = []
        self._waiting: deque[Document] = deque()

    def __enter__(self) -> Self:
        self._start_reader(0)
        return self

    def __exit__(self, *exc: object) -> None:
        everyone = [*self._members, *([self._reader] if self._reader else [])]
        for member in everyone:
            member.process.kill()
        for member in everyone:
            member.process.join()
            member.pipe.close()

    def submit(self, document: Document) -> None:
        """Have a document extracted; its extraction is one of the later answers."""
        self._waiting.append(document)

    def answers(self) -> Iterator[Answer]:
        """Documents as they are read, extractions as they are done, in no order; ends when nothing is left to do.

        A document that is read and not submitted is left at that.
        """
        while self._reader or self._waiting or any(member.document for member in self._members):
            self._hand_out()
            for pipe in wait(self._open_pipes()):
                yield from self._hear(pipe)

    def _open_pipes(self) -> list[Connection]:
        """Those that something may come from; the reader waits while there is enough to do."""
        pipes = [member.pipe for member in self._members if member.document]
        if self._reader and len(self._waiting) < 2 * self._size:
            pipes.append(self._reader.pipe)
        return pipes

    def _hand_out(self) -> None:
        while self._waiting:
            idle = next((member for member in self._members if not member.document), None)
            if idle is None and len(self._members) < self._size:
                idle = _start("extracting", _extract, self._lexicon)
                self._members.append(idle)
            if idle is None:
                return
            idle.document = self._waiting.popleft()
            with suppress(*GONE):  # if it ended, that is heard when its answer is waited for
                idle.pipe.send(idle.document)

    def _hear(self, pipe: object) -> Iterator[Answer]:
        if self._reader and pipe is self._reader.pipe:
            yield from self._hear_reader(self._reader)
            return
        member = next(member for member in self._members if member.pipe is pipe)
        document, member.document = member.document, None
        try:
            yield member.pipe.recv()
        except GONE:
            self._members.remove(member)
            if document:
                yield _ended(member, name=document.copies[0].uri, document=document.id)

    def _hear_reader(self, reader: Member) -> Iterator[Answer]:
        try:
            said = reader.pipe.recv()
        except GONE:
            yield _ended(reader, name=str(self._jobs[self._reading].path))
            self._start_reader(self._reading + 1)
            return
        if isinstance(said, Opened):
            self._reading = said.job
        elif said is None:
            reader.process.join()
            self._reader = None
        else:
            yield said

    def _start_reader(self, job: int) -> None:
        self._reading = job
        self._reader = _start("reading", _read, self._jobs, job) if job < len(self._jobs) else None


def _start(name: str, target: object, *arguments: object) -> Member:
    ours, theirs = SPAWN.Pipe()
    process = SPAWN.Process(name=name, target=target, args=(theirs, *arguments), daemon=True)  # type: ignore[arg-type]
    with _interrupts_held():
        process.start()
    theirs.close()
    return Member(process, ours)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let Ctrl-C wait. A process started here is born deaf to it, before its own first line could make it so."""
    if threading.current_thread() is not threading.main_thread():
        yield  # interrupts are the main thread's
        return
    resource_tracker.ensure_running()  # Python's own helper, which lets interrupts through again when it starts
    held: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _frame: held.append(number))  # another thread may get it
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)
        if held:
            signal.raise_signal(signal.SIGINT)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _ended(member: Member, *, name: str, document: str = "") -> Refusal:
    """What to say of a document whose process is gone."""
    member.process.join()
    code = member.process.exitcode or 0
    if code < 0:
        how, hint = f"was ended by signal {-code}", "Look whether the machine has memory left, and load it again."
    else:
        how, hint = "met a fault of Dateline", "The lines above say where; please report them."
    return Refusal(name=name, message=f"The process that read it {how}.", hint=hint, document=document)


def _read(pipe: Connection, jobs: Sequence[Job], first: int) -> None:
    """What the reading process does: each job's documents in order, then None."""
    with suppress(*GONE):
        for number, job in enumerate(jobs[first:], start=first):
            pipe.send(Opened(job=number))
            for said in read(job):
                pipe.send(said)
        pipe.send(None)


def _extract(pipe: Connection, folder: Path | None) -> None:
    """What an extracting process does, until its parent is gone: a document in, its extraction out."""
    from loaders import pipeline  # this loads the model, which the parent does without

    with suppress(*GONE):
        while True:
            document = pipe.recv()
            try:
                pipe.send(pipeline.extract(document, folder))
            except DocumentError as error:
                name = document.copies[0].uri
                pipe.send(Refusal(name=name, message=error.message, hint=error.hint, document=document.id))
