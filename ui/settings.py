"""What the environment says. The one place that reads it; everything else is handed what it needs."""

import os
from collections.abc import Mapping
from pathlib import Path

from graph.errors import UsageError
from graph.record import Record

STORE = "embedded:dateline-data"
"""Where claims are kept unless somebody says otherwise: a folder below the current one."""


class Settings(Record):
    """What the environment says, or what holds without a word from it."""

    store: str
    """URL of the store: `embedded:PATH`, `bolt://…`, `neo4j://…`."""
    password: str | None
    """Of a Neo4j server; None for a store that needs none."""
    lexicon: Path | None
    """Folder with a user's own lexicon rows."""
    workers: int
    """Processes that read documents."""


def settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read `DATELINE_STORE`, `_STORE_PASSWORD` or `_STORE_PASSWORD_FILE`, `_LEXICON` and `_WORKERS`.

    Raises: UsageError if a value makes no sense or the password's file cannot be read.
    """
    folder = environment.get("DATELINE_LEXICON")
    return Settings(
        store=environment.get("DATELINE_STORE") or STORE,
        password=_password(environment),
        lexicon=Path(folder) if folder else None,
        workers=_workers(environment.get("DATELINE_WORKERS", "")),
    )


def _password(environment: Mapping[str, str]) -> str | None:
    file = environment.get("DATELINE_STORE_PASSWORD_FILE")
    if not file:
        return environment.get("DATELINE_STORE_PASSWORD")
    try:
        written = Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"The password cannot be read from {file}.",
            hint="DATELINE_STORE_PASSWORD_FILE must name a readable text file.",
        ) from error
    # The secret that the Neo4j image reads holds "name/password".
    return written.removeprefix("neo4j/")


def _workers(written: str) -> int:
    if not written:
        return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    if not written.isdecimal() or not 1 <= int(written) <= 256:  # noqa: PLR2004 – more processes than any machine has use for
        raise UsageError(f"DATELINE_WORKERS must be a number from 1 to 256, not {written!r}.")
    return int(written)
