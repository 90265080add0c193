"""The queries that come with Dateline, each a `.cypher` file headed by its title."""

import re
from functools import cache
from pathlib import Path

import graph
from graph.record import Record

PARAMETER_LINE = re.compile(r"//\s*\$(\w+)\s*[:=]\s*(.*)")
"""A comment that gives a parameter a value to begin with: `// $unit: soldiers`."""


class Shipped(Record):
    """One query."""

    name: str
    """Of the file, without its ending."""
    title: str
    text: str
    values: tuple[tuple[str, str], ...]
    """Name of a parameter and the value it begins with."""


@cache
def shipped() -> tuple[Shipped, ...]:
    """All of them, by file name."""
    folder = Path(graph.__file__).parent / "queries"
    return tuple(_read(path) for path in sorted(folder.glob("*.cypher")))


def _read(path: Path) -> Shipped:
    text = path.read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("//").strip()
    return Shipped(name=path.stem, title=title, text=text, values=tuple(PARAMETER_LINE.findall(text)))
