"""The chronology as a reader sees it: the claim that speaks for an event, and the date as it is written.

What an event is called stands in `graph/headline.py`.
"""

import calendar
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Literal

from graph.event import Event, SourcedClaim
from graph.model import FACTUAL, Claim
from graph.record import Record
from graph.when import SEASON_MONTHS, When, bound_day, filed, month_days, season_days, width

Precision = Literal["day", "week", "month", "season", "year", "range", "before", "after", "none"]

SEASON_NAMES = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
BLOCKS = {1: "days", 2: "longer spans", 3: "no date given", 4: "no date"}
"""What the blocks inside a month are called; see docs/decisions/0002-order-of-the-chronology.md."""
_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split())
"""Our own, because the calendar's names follow the locale of whoever runs this."""
DECADE, CENTURY = 10, 100


class Shelf(Record):
    """Where an event stands in the chronology."""

    month: str
    """"October 2024"; empty for what has no date."""
    block: str
    """One of `BLOCKS`."""


def shelf(when: When | None) -> Shelf:
    """Month and block that a date is filed under."""
    if when is None:
        return Shelf(month="", block=BLOCKS[4])
    day, block = filed(when)
    return Shelf(month=_month(day), block=BLOCKS[block])


def shelves(events: Iterable[Event]) -> Iterator[tuple[Shelf, tuple[Event, ...]]]:
    """Events in the order they come, those that follow each other on one shelf together."""
    for place, together in groupby(events, key=lambda event: shelf(event.when)):
        yield place, tuple(together)


def has_own_date(claim: Claim) -> bool:
    """Whether the date was read for this claim, neither inherited from another nor bounded by publication."""
    return claim.when is not None and claim.when.basis != "inherited" and not claim.when.bounded


def lead_claim(claims: Iterable[SourcedClaim]) -> SourcedClaim:
    """The claim that speaks for its event.

    Told as a fact, with a date of its own, the narrowest, earliest published, from the text rather than its title,
    lowest id. Raises: ValueError if there is none.
    """
    return min(claims, key=_claim_to_lead)


def _claim_to_lead(sourced: SourcedClaim) -> tuple[bool, int, int, str, bool, str]:
    claim, when = sourced.claim, sourced.claim.when
    days = width(when) if when and not when.bounded else 0
    published = sourced.order[0]
    return claim.modality not in FACTUAL, _dating(claim), days, published, claim.block == "title", claim.id


def _dating(claim: Claim) -> int:
    """0 a date of its own, 1 inherited, 2 bounded by publication, 3 none."""
    if claim.when is None:
        return 3
    return 2 if claim.when.bounded else int(not has_own_date(claim))


def written_date(when: When | None) -> str:
    """The date as a reader sees it: as wide as the words were, with what is not known said in words."""
    if when is None:
        return "no date"
    return f"{_days(when)}, no date given" if when.bounded else _days(when)


def _days(when: When) -> str:
    doubt = ("perhaps " if when.uncertain else "") + ("about " if when.approximate else "")
    if when.first and when.last:
        return ("as of " if when.bounded else "") + doubt + _closed(when.first, when.last, when)
    if when.last:
        return f"by {doubt}{_day_or_month(when.last, when, starts=False)}"
    return f"from {doubt}{_day_or_month(bound_day(when), when, starts=True)}"


def _closed(first: date, last: date, when: When) -> str:
    """Day, month, season, year, decade, or a run of them."""
    if first == last:
        return _day(first)
    if _is_year_start(first) and _is_year_end(last):
        return _years(first.year, last.year, when)
    if when.grain == "season" and (season := season_of(first, last)):
        end = f"–{last.year % CENTURY:02d}" if last.year > first.year else ""
        return f"{SEASON_NAMES[season]} {first.year}{end}"
    if first.day == 1 and last == month_days(last.year, last.month)[1]:
        return _month(first) if _month(first) == _month(last) else _run(_month(first), _month(last))
    return _run(_day(first), _day(last))


def _run(first: str, last: str) -> str:
    """Two ends, the first without the words at its end that it shares with the last: "18–20 October 2024"."""
    start, end = first.split(), last.split()
    while len(start) > 1 and start[-1] == end[len(start) - 1 - len(first.split())]:
        start.pop()
    dash = " – " if len(start) > 1 else "–"
    return " ".join(start) + dash + last


def _years(first: int, last: int, when: When) -> str:
    if first == last:
        return str(first)
    if when.grain == "decade" and first % DECADE == 0 and last == first + DECADE - 1:
        return f"the {first}s"
    return f"{first}–{last}"


def _day_or_month(day: date, when: When, *, starts: bool) -> str:
    """An open run's one end, told by month or year where the words were no finer."""
    if when.grain == "year" and (_is_year_start(day) if starts else _is_year_end(day)):
        return str(day.year)
    if when.grain == "month" and day == month_days(day.year, day.month)[0 if starts else 1]:
        return _month(day)
    return _day(day)


def season_of(first: date, last: date) -> int | None:
    """The EDTF season that these days are, or None."""
    for season, (month, _) in SEASON_MONTHS.items():
        if (first.month, first.day) == (month, 1) and first.year < date.max.year:
            return season if last == season_days(first.year, season)[1] else None
    return None


def precision(when: When | None) -> Precision:
    """How precise the date is, in one word; `before` and `after` have an open side."""
    if when is None:
        return "none"
    if when.first is None or when.last is None:
        return "before" if when.first is None else "after"
    return _closed_precision(when.first, when.last, when)


def _closed_precision(first: date, last: date, when: When) -> Precision:
    if first == last:
        return "day"
    if _is_year_start(first) and _is_year_end(last):
        return "year" if first.year == last.year else "range"
    if (first, last) == month_days(first.year, first.month):
        return "month"
    if when.grain == "season" and season_of(first, last):
        return "season"
    is_week = first.weekday() == calendar.MONDAY and last - first == timedelta(days=6)
    return "week" if when.grain == "week" and is_week else "range"


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def _is_year_start(day: date) -> bool:
    return (day.month, day.day) == (1, 1)


def _is_year_end(day: date) -> bool:
    return (day.month, day.day) == (12, 31)
