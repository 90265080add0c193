"""What several commands share: their options, how they open the store, and how they write a file."""

import errno
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from time import struct_time
from typing import Any, TextIO, TypeVar

import click

from graph.errors import StoreFullError, UsageError
from graph.store import open_store
from graph.store.base import Store
from ui.settings import Settings, settings

Command = TypeVar("Command", bound=Callable[..., Any])

STDOUT = Path("-")

store_option = click.option(
    "--store", "url", metavar="URL", help="Where claims are kept: embedded:PATH, bolt://HOST:PORT or neo4j://HOST."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
lexicon_option = click.option(
    "--lexicon",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with rows of your own: actors, names, words.",
)
published_option = click.option(
    "--published", metavar="EDTF", default="", help="When the document was published; goes with exactly one document."
)


def all_settings(url: str | None = None, lexicon: Path | None = None) -> Settings:
    """What the environment says, with what the command line says above it."""
    said = {"store": url, "lexicon": lexicon}
    return settings().model_copy(update={name: value for name, value in said.items() if value})


def read_lexicon(chosen: Settings) -> None:
    """Look through a user's lexicon rows before anything is opened. Raises: LexiconError with file and line."""
    if chosen.lexicon:
        from loaders.pipeline import check_lexicon  # brings spaCy along

        check_lexicon(chosen.lexicon)


@contextmanager
def opened(url: str | None) -> Iterator[Store]:
    """The store that was asked for, ready to be asked. Raises: StoreError."""
    chosen = all_settings(url)
    with open_store(chosen.store, password=chosen.password) as store:
        store.prepare()
        yield store


@contextmanager
def writing(path: Path) -> Iterator[TextIO]:
    """A text file that stands there whole or not at all; `-` is standard output. Line ends are left as written.

    Raises: UsageError if it cannot be written there; StoreFullError if there is no space.
    """
    if path == STDOUT:
        sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr]  # a TextIOWrapper outside tests
        yield sys.stdout
        return
    try:
        with _beside(path) as file:
            yield file
    except OSError as error:
        if error.errno in {errno.ENOSPC, errno.EDQUOT}:
            raise StoreFullError(
                f"There is no space left to write {path}.", hint="Make room and export again; nothing is lost."
            ) from error
        raise UsageError(f"{path} cannot be written: {error.strerror}.") from error


@contextmanager
def _beside(path: Path) -> Iterator[TextIO]:
    """A file with a name of its own in the same folder, which takes the place of the real one at the end."""
    target = path.resolve()  # a link stays a link
    if target.exists() and not target.is_file():
        with target.open("w", encoding="utf-8", newline="") as device:
            yield device
        return
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with draft.open("w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


class Day(click.ParamType[date]):
    """A day, month, season or year as EDTF; of more than a day, the end that was asked for."""

    name = "EDTF"

    def __init__(self, end: str) -> None:
        self._end = end

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401 – click's own
        if isinstance(value, date):
            return value
        from edtf import EDTFParseException, parse_edtf

        try:
            written = parse_edtf(value)
        except EDTFParseException:
            self.fail(f"{value!r} is no date; write 2024-10-18, 2024-10 or 2024.", param, ctx)
        at: struct_time = written.lower_strict() if self._end == "first" else written.upper_strict()
        return date(at.tm_year, at.tm_mon, at.tm_mday)
