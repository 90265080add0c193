"""Ctrl-C while the store is being written."""

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console

INTERRUPTED = 130
WORDS = "Interrupted. Nothing is half-written; the same command goes on from here."


@contextmanager
def ending_at_once() -> Iterator[None]:
    """Let Ctrl-C end this process and its children on the spot, as `kill -9` would, which a load bears at any moment.

    The usual way, an exception wherever the program happens to be, may strike inside the driver; that then fails to
    take its transaction back, waits for the server, or raises something else.
    """
    before = signal.signal(signal.SIGINT, _end)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _end(_signal: int, _frame: FrameType | None) -> None:
    for child in multiprocessing.active_children():
        child.kill()
    Console(stderr=True).show_cursor()  # the progress bar hides it
    sys.stderr.write(f"\n{WORDS}\n")
    sys.stderr.flush()
    os._exit(INTERRUPTED)
