"""The address bar is the page's state: what is chosen stands there and nowhere else, so every view is a link."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal
from urllib.parse import urlencode

from graph.model import STATUSES
from graph.record import Record, Span
from graph.store.base import Filters, Order

Field = Literal["actor", "type", "status", "publisher"]
FIELDS: Mapping[Field, str] = {
    "actor": "actors",
    "type": "types",
    "status": "statuses",
    "publisher": "publishers",
}
"""Name in the address → name in `Filters`, for the filters that take several values."""

MOST_VALUES = 40
LONGEST_VALUE = 300
"""Bounds on what an address may ask for; whatever lies beyond is cut off."""


class View(Record):
    """One page of the chronology: what is kept, in which order, from where on."""

    filters: Filters = Filters()
    order: Order = "oldest"
    after: str = ""
    """Sort key that the page begins behind; empty for the first page."""
    before: str = ""
    """Sort key that the page ends in front of; at most one of the two is set."""


def read_view(asked: Mapping[str, Sequence[str]]) -> tuple[View, tuple[str, ...]]:
    """The view that the address asks for, and a sentence for everything in it that makes no sense."""
    complaints: list[str] = []
    first, last = (_day(asked, name, complaints) for name in ("first", "last"))
    if first and last and first > last:
        complaints.append(f"The days run backwards, from {first} to {last}; the second one was left out.")
        last = None
    filters = Filters.model_validate(
        {
            **{kept: tuple(_values(asked, name)) for name, kept in FIELDS.items()},
            "statuses": _statuses(asked, complaints),
            "text": _one(asked, "text").strip(),
            "first": first,
            "last": last,
        }
    )
    order: Order = "newest" if _one(asked, "order") == "newest" else "oldest"
    after = _one(asked, "after")
    return View(filters=filters, order=order, after=after, before="" if after else _one(asked, "before")), tuple(
        complaints
    )


def chronology(view: View, page: str = "") -> str:
    """Address of a view of the chronology, or of another page that shows a part of it."""
    return href(page, parameters(view))


def parameters(view: View) -> list[tuple[str, str]]:
    """The view as the address spells it; what is as usual is left out."""
    filters = view.filters
    pairs = [(name, value) for name, kept in FIELDS.items() for value in getattr(filters, kept)]
    single = {
        "text": filters.text,
        "first": filters.first.isoformat() if filters.first else "",
        "last": filters.last.isoformat() if filters.last else "",
        "order": "newest" if view.order == "newest" else "",
        "after": view.after,
        "before": view.before,
    }
    return pairs + [(name, value) for name, value in single.items() if value]


def href(page: str, pairs: Iterable[tuple[str, str]]) -> str:
    """Address of a page, "" for the chronology; whatever stands in the pairs is encoded."""
    query = urlencode(list(pairs))
    return f"/{page}?{query}" if query else f"/{page}"


def event(ident: str) -> str:
    """Address of an event; the id may be that of any of its claims."""
    return href("event", [("event", ident)])


def document(ident: str, span: Span | None = None) -> str:
    """Address of a document, opened at a span."""
    at = [("span", f"{span.start}-{span.end}")] if span else []
    return href("document", [("document", ident), *at])


def actor(ident: str) -> str:
    """Address of an actor's page."""
    return href("actor", [("actor", ident)])


def read_span(text: str) -> Span | None:
    """The span that "120-180" names; None if it names none."""
    start, _, end = text.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()) or len(text) > LONGEST_VALUE:
        return None
    return Span(start=int(start), end=int(end)) if int(start) < int(end) else None


def kept(view: View, **changes: object) -> View:
    """The view from its first page, with other filters."""
    filters = Filters.model_validate({**view.filters.model_dump(), **changes})
    return View(filters=filters, order=view.order)


def toggled(view: View, field: Field, value: str) -> View:
    """The view with one more value of a field, or without it if it is there."""
    values = chosen(view, field)
    changed = tuple(v for v in values if v != value) if value in values else (*values, value)
    return kept(view, **{FIELDS[field]: changed})


def chosen(view: View, field: Field) -> tuple[str, ...]:
    """The values of a field that the view keeps."""
    values: tuple[str, ...] = getattr(view.filters, FIELDS[field])
    return values


def _values(asked: Mapping[str, Sequence[str]], name: str) -> list[str]:
    found = [value[:LONGEST_VALUE] for value in asked.get(name, ()) if value]
    return list(dict.fromkeys(found))[:MOST_VALUES]


def _one(asked: Mapping[str, Sequence[str]], name: str) -> str:
    return next(iter(_values(asked, name)), "")


def _statuses(asked: Mapping[str, Sequence[str]], complaints: list[str]) -> tuple[str, ...]:
    values = _values(asked, "status")
    complaints += [f"There is no status “{value}”; it was left out." for value in values if value not in STATUSES]
    return tuple(value for value in values if value in STATUSES)


def _day(asked: Mapping[str, Sequence[str]], name: str, complaints: list[str]) -> date | None:
    text = _one(asked, name)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        complaints.append(f"“{text}” is no day of the calendar; it was left out.")
        return None


def grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """The pairs by name, for a mapping that takes a list of values."""
    by_name: dict[str, list[str]] = {}
    for name, value in pairs:
        by_name.setdefault(name, []).append(value)
    return by_name
