"""Cypher text: whole named clauses of a `.cypher` file, joined. Values never enter the text, they travel as parameters.

A clause begins with a line `//: name` and goes on to the next such line; other lines that begin with `//` are remarks.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

HERE = Path(__file__).parent / "cypher"


@cache
def clauses(file: str) -> Mapping[str, str]:
    """Clauses of a file of this folder, by name, in its order."""
    found: dict[str, list[str]] = {}
    for line in (HERE / f"{file}.cypher").read_text(encoding="utf-8").splitlines():
        if line.startswith("//:"):
            lines = found[line.removeprefix("//:").strip()] = list[str]()
        elif line.strip() and not line.startswith("//"):
            lines.append(line)
    return MappingProxyType({name: "\n".join(lines) for name, lines in found.items()})


def compose(file: str, *names: str) -> str:
    """The named clauses one after the other. Raises: KeyError for a name that the file does not have."""
    known = clauses(file)
    return "\n".join(known[name] for name in names)
