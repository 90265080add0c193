"""The types of claims and events, as `ontology.csv` lists them."""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from graph.record import Record

NO_TYPE = "none"
"""Stands for "nothing fits" wherever a type or a type family is a word: filters, the graph, families."""
REPLIES = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION"})
"""Types that answer something somebody did."""


class ClaimType(Record):
    """One row: PLOVER's types and ours."""

    type: str
    family: str
    """Claims of different families are never the same event."""
    quad_class: str
    cameo: str
    """Nearest CAMEO code."""
    label: str
    """What it means, in a few words."""
    source: str


@cache
def ontology() -> Mapping[str, ClaimType]:
    """All types by name, in the order of the file."""
    with Path(__file__).with_name("ontology.csv").open(encoding="utf-8", newline="") as file:
        return MappingProxyType({row["type"]: ClaimType(**row) for row in csv.DictReader(file)})


def type_family(type_: str | None) -> str:
    """The family of a type; "none" for no type and for one that the ontology does not know."""
    row = ontology().get(type_ or NO_TYPE)
    return row.family if row else NO_TYPE


def families() -> tuple[str, ...]:
    """All families with "none", sorted."""
    return tuple(sorted({row.family for row in ontology().values()} | {NO_TYPE}))
