"""What the chronology page asks, asked of the server: one walk over the events a question. For very large stores."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from graph.store.base import Filters, Order, WeekCount
from graph.store.compose import compose
from graph.store.connection import Connection, Row
from graph.store.words import full_text


def count(connection: Connection, filters: Filters) -> int:
    """Number of events that the filters leave."""
    return int(_ask(connection, filters, "count")[0]["n"])


def weeks(connection: Connection, filters: Filters) -> tuple[WeekCount, ...]:
    """Events a week by the day they are filed under; days of the filters are ignored."""
    everywhen = filters.model_copy(update={"first": None, "last": None})
    return tuple(WeekCount(monday=row["monday"], count=row["n"]) for row in _ask(connection, everywhen, "weeks"))


def values(connection: Connection, filters: Filters, kind: str, limit: int) -> list[tuple[str, int]]:
    """Values of a filter with the number of events under all the other ones, most frequent first, then by name."""
    rows = _ask(connection, filters.model_copy(update={kind: ()}), f"facet_{kind}", limit=limit)
    return [(row["value"], row["n"]) for row in rows]


def keys(
    connection: Connection, filters: Filters, after: str | None, order: Order, limit: int
) -> tuple[list[str], bool]:
    """Sort keys beyond `after`, and whether there are more."""
    beyond = {"oldest": "after", "newest": "before"}[order]
    rows = _ask(connection, filters, *(() if after is None else (beyond,)), order, limit=limit + 1, after=after)
    return [row["key"] for row in rows[:limit]], len(rows) > limit


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
