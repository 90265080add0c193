"""Whether a disk is full. The embedded server says only that a commit failed, or nothing at all."""

import shutil
from pathlib import Path

from graph.errors import StoreFullError

ROOM = 2_000_000
"""Bytes that a small commit may need: one page of every file it touches."""


def is_full(folder: Path) -> bool:
    """Whether a small commit may not fit on the disk of a folder that exists."""
    return shutil.disk_usage(folder).free < ROOM


def no_space(where: str) -> StoreFullError:
    """A sentence for a store without space left."""
    return StoreFullError(
        f"There is no space left where the store {where} keeps its files.",
        hint="Make room and run the same command again; it goes on where it stopped.",
    )
