"""The queries that come with Dateline, each a `.cypher` file headed by its title."""

from functools import cache
from pathlib import Path

import graph
from graph.record import Record


class Shipped(Record):
    """One query."""

    name: str
    """Of the file, without its ending."""
    title: str
    text: str


@cache
def shipped() -> tuple[Shipped, ...]:
    """All of them, by file name."""
    folder = Path(graph.__file__).parent / "queries"
    return tuple(_read(path) for path in sorted(folder.glob("*.cypher")))


def _read(path: Path) -> Shipped:
    text = path.read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("//").strip()
    return Shipped(name=path.stem, title=title, text=text)
