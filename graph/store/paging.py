"""What the chronology page asks: counts, weeks, facets and cards under the same filters."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.store.base import CardPage, FacetCount, Facets, Filters, Order, WeekCount
from graph.store.compose import compose
from graph.store.connection import Connection, Row
from graph.store.reading import cards
from graph.store.words import full_text

FACETS = ("actors", "types", "statuses", "publishers")


def count(connection: Connection, filters: Filters) -> int:
    """Number of events that the filters leave."""
    return int(_ask(connection, filters, "count")[0]["n"])


def weeks(connection: Connection, filters: Filters) -> tuple[WeekCount, ...]:
    """Events a week by the day they are filed under; days of the filters are ignored."""
    everywhen = filters.model_copy(update={"first": None, "last": None})
    return tuple(WeekCount(monday=row["monday"], count=row["n"]) for row in _ask(connection, everywhen, "weeks"))


def facets(connection: Connection, filters: Filters, limit: int) -> Facets:
    """Counts for every filter, each under all the other ones."""
    found = {
        kind: _ask(connection, filters.model_copy(update={kind: ()}), f"facet_{kind}", limit=limit) for kind in FACETS
    }
    names = _names(connection, [row["value"] for row in found["actors"]])
    return Facets(**{kind: tuple(_facet(row, names) for row in rows) for kind, rows in found.items()})


def card_page(connection: Connection, filters: Filters, after: str | None, order: Order, limit: int) -> CardPage:
    """Events beyond the key, one more than wanted to know whether there are more."""
    beyond = {"oldest": "after", "newest": "before"}[order]
    start = () if after is None else (beyond,)
    rows = _ask(connection, filters, *start, order, limit=limit + 1, after=after)
    return CardPage(cards=cards(connection, rows[:limit]), more=len(rows) > limit)


def _ask(connection: Connection, filters: Filters, *end: str, **parameters: object) -> list[Row]:
    names, values = clauses_for(filters)
    return connection.read(compose("page", *names, *end), **values, **parameters)


def clauses_for(filters: Filters) -> tuple[tuple[str, ...], Mapping[str, Any]]:
    """Names of the clauses of page.cypher for the filters that are present, and their values."""
    names, values = list[str](), dict[str, Any]()
    if filters.text.strip():
        names.append("start_text")
        values["words"] = full_text(filters.text)
    if filters.first or filters.last:
        names.append("between" if names else "start_between")
        values |= {"first": filters.first or date.min, "last": filters.last or date.max}
    names = names or ["start"]
    for kind in ("types", "statuses", "actors", "publishers"):
        chosen = getattr(filters, kind)
        if chosen:
            names.append(kind)
            values[kind] = list(chosen)
    return tuple(names), values


def _names(connection: Connection, ids: list[str]) -> dict[str, str]:
    rows = connection.read(compose("read", "names"), ids=ids) if ids else []
    return {row["id"]: row["name"] for row in rows}


def _facet(row: Row, names: Mapping[str, str]) -> FacetCount:
    return FacetCount(value=row["value"], label=names.get(row["value"], row["value"]), count=row["n"])
