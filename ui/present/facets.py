"""Filters with their counts, what is chosen, and what to do when nothing is left."""

from collections.abc import Mapping
from typing import get_args

from graph.model import STATUSES
from graph.record import Record
from graph.store.base import FacetCount, Facets, Order
from graph.when import month_days
from ui.address import FIELDS, Field, View, chosen, chronology, kept, toggled
from ui.present import words
from ui.present.render import render

TITLES: Mapping[Field, str] = {"actor": "Actor", "type": "Type", "status": "Status", "publisher": "Publisher"}
UNCOUNTED = -1


class Choice(Record):
    """A value that can be chosen or given up."""

    label: str
    meaning: str
    """Shown on hovering; may be empty."""
    count: int | None
    """How many events it leaves; None for a value that is chosen and has no count."""
    href: str
    chosen: bool


class Facet(Record):
    """One filter with its values."""

    title: str
    choices: tuple[Choice, ...]
    chosen: int


class Chip(Record):
    """Something that is chosen, and the address without it."""

    what: str
    value: str
    href: str


def panel(view: View, facets: Facets, names: Mapping[str, str]) -> str:
    """The filters with their counts, and what is chosen; `names` are those of the chosen actors by id."""
    return render(
        "facets.html",
        facets=[facet(view, field, _counts(facets, field), names) for field in FIELDS],
        chips=chips(view, names),
        everything=chronology(View(order=view.order)),
    )


def order_links(view: View, count: int, *, at: str = "") -> str:
    """How many events are left, and in which order they stand; `at` is the page that shows them."""
    turned = {order: chronology(View(filters=view.filters, order=order), at) for order in get_args(Order)}
    return render("order.html", count=count, order=view.order, turned=turned)


def nothing_left(view: View, names: Mapping[str, str]) -> str:
    """Why the page is empty, and which filter to drop."""
    return render("nothing.html", chips=chips(view, names), everything=chronology(View(order=view.order)))


def facet(view: View, field: Field, counts: tuple[FacetCount, ...], names: Mapping[str, str]) -> Facet:
    """One filter; what is chosen stands first, the rest as the store orders it."""
    kept_values = chosen(view, field)
    counted = {count.value for count in counts}
    missing = [_uncounted(value, names) for value in kept_values if value not in counted]
    choices = [_choice(view, field, count) for count in (*missing, *counts)]
    return Facet(
        title=TITLES[field],
        choices=tuple(sorted(choices, key=lambda choice: not choice.chosen)),
        chosen=len(kept_values),
    )


def chips(view: View, names: Mapping[str, str]) -> tuple[Chip, ...]:
    """Everything that is chosen, each with the address that gives it up."""
    found = [
        Chip(
            what=TITLES[field],
            value=_shown(field, _uncounted(value, names)),
            href=chronology(toggled(view, field, value)),
        )
        for field in FIELDS
        for value in chosen(view, field)
    ]
    filters = view.filters
    if filters.text:
        found.append(Chip(what="Words", value=filters.text, href=chronology(kept(view, text=""))))
    if filters.first or filters.last:
        without = chronology(kept(view, first=None, last=None))
        found.append(Chip(what="Days", value=_days(view), href=without))
    return tuple(found)


def _days(view: View) -> str:
    first, last = view.filters.first, view.filters.last
    if first and last:
        if (first, last) == month_days(first.year, first.month):
            return words.month_words(first)
        return f"{words.day_words(first)} to {words.day_words(last)}" if first < last else words.day_words(first)
    if first:
        return f"from {words.day_words(first)} on"
    return f"until {words.day_words(last)}" if last else ""


def _choice(view: View, field: Field, count: FacetCount) -> Choice:
    return Choice(
        label=_shown(field, count),
        meaning=_meaning(field, count.value),
        count=None if count.count == UNCOUNTED else count.count,
        href=chronology(toggled(view, field, count.value)),
        chosen=count.value in chosen(view, field),
    )


def _meaning(field: Field, value: str) -> str:
    if field == "type":
        return words.type_meaning(value)
    return next((words.STATUS_MEANINGS[status] for status in STATUSES if status == value and field == "status"), "")


def _shown(field: Field, count: FacetCount) -> str:
    if field == "type":
        return words.type_word(count.value)
    return count.label or count.value or "unknown"


def _uncounted(value: str, names: Mapping[str, str]) -> FacetCount:
    """A value that is not among the store's most frequent ones; it is shown without a count."""
    return FacetCount(value=value, label=names.get(value, value), count=UNCOUNTED)


def _counts(facets: Facets, field: Field) -> tuple[FacetCount, ...]:
    found: tuple[FacetCount, ...] = getattr(facets, FIELDS[field])
    return found
