"""The files of a folder, in the order of their names, without what is no document."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from graph.errors import DocumentError
from loaders.formats import ENDINGS
from loaders.formats.contract import check_name, unreadable
from loaders.tables import NAME

Report = Callable[[DocumentError], None]
Skip = Callable[[Path, str], None]

OWN = frozenset({"timeline.csv", "claims.csv"})
"""Names that Dateline gives to what it writes."""


def walk(folder: Path, report: Report, skip: Skip) -> Iterator[Path]:
    """Files that a format answers to, below the folder, sorted by path.

    Hidden files, tables, Dateline's own output and files of other kinds are passed over and told to `skip`.

    Raises: DocumentError if there is none.
    """
    count = 0
    for path in _below(folder, report, skip, frozenset()):
        count += 1
        yield path
    if not count:
        endings = ", ".join(sorted(ENDINGS))
        raise DocumentError(
            f"There is no document in the folder {folder.name or folder}.", hint=f"Dateline reads {endings}."
        )


def _below(folder: Path, report: Report, skip: Skip, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    try:
        place = folder.stat()
        entries = sorted(folder.iterdir(), key=lambda path: os.fsencode(path.name))
    except OSError as error:
        report(unreadable(folder, error))
        return
    here = above | {(place.st_dev, place.st_ino)}
    if len(here) == len(above):
        report(DocumentError(f"The folder {folder.name} is a link to a folder above it.", hint="Remove the link."))
        return
    for path in entries:
        yield from _entry(path, report, skip, here)


def _entry(path: Path, report: Report, skip: Skip, above: frozenset[tuple[int, int]]) -> Iterator[Path]:
    try:
        check_name(path)
        reason = _why_not(path)
        if reason:
            skip(path, reason)
        elif path.is_dir():
            yield from _below(path, report, skip, above)
        else:
            path.stat()
            yield path
    except DocumentError as error:
        report(error)
    except OSError as error:
        report(unreadable(path, error))


def _why_not(path: Path) -> str:
    """Why a file is passed over; empty if it is not."""
    if path.name.startswith("."):
        return "hidden"
    if path.name == NAME or path.is_dir():
        return "the table beside the documents" if path.name == NAME else ""
    if path.name.lower() in OWN:
        return "written by Dateline"
    if path.suffix.lower() not in ENDINGS and not (path.is_symlink() and not path.exists()):
        return f"no format reads {path.suffix or 'files without an ending'}"
    return "claims written by Dateline" if path.suffix.lower() in {".jsonl", ".ndjson"} and _holds_claims(path) else ""


def _holds_claims(path: Path) -> bool:
    """Whether the first line is a claim as `dateline extract` writes it."""
    with path.open("rb") as stream:
        line = stream.readline(100_000)
    try:
        row = json.loads(line)
    except ValueError:
        return False
    return isinstance(row, dict) and "claim" in row and "trigger" in row
