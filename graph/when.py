"""When something happened: a run of days as wide as the words, and never narrower.

EDTF is written by us (levels 0 and 1 of ISO 8601-2:2019: day, month, year, seasons 21–24, intervals, `..`, `~`, `?`);
the `edtf` library reads what users type.
"""

import calendar
from datetime import date
from typing import Literal, Self

from pydantic import model_validator

from graph.record import Record, Span

Grain = Literal["minute", "hour", "day", "week", "month", "quarter", "season", "half", "year", "decade", "century"]

Basis = Literal[
    "given",
    "explicit",
    "relative to publication",
    "relative to event",
    "narrative",
    "inherited",
    "bounded by publication",
]
"""How the days were come by. `bounded by publication`: the words give no date at all."""

SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""EDTF season → first and last month, northern hemisphere; winter ends in February of the next year."""

DAY_GRAINS: frozenset[Grain] = frozenset({"minute", "hour", "day"})


class Anchor(Record):
    """The days that relative words were counted from."""

    first: date
    last: date
    span: Span | None
    """The words that set them; None for the publication date."""


class When(Record):
    """Days that something may have happened on, both ends included.

    "October 2024" is the 1st to the 31st with grain month. An open side is None, and both sides are never open.
    """

    first: date | None
    last: date | None
    grain: Grain
    """How fine the *words* are; `first` and `last` may span several grains ("October 18–20" has grain day)."""
    approximate: bool = False
    uncertain: bool = False
    basis: Basis
    text: str
    """The words it was read from; empty if there are none (bounded by publication, given)."""
    span: Span | None = None
    anchor: Anchor | None = None

    @model_validator(mode="after")
    def _is_a_run_of_days(self) -> Self:
        if self.first is None and self.last is None:
            raise ValueError("a date needs at least one end")
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"a date does not end before it begins: {self.first} to {self.last}")
        return self

    @property
    def bounded(self) -> bool:
        """Whether the days come from the publication date alone."""
        return self.basis == "bounded by publication"

    @property
    def is_closed(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None


def month_days(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def season_days(year: int, season: int) -> tuple[date, date]:
    """First and last day of an EDTF season (21–24); winter 2024 ends in February 2025."""
    first, last = SEASON_MONTHS[season]
    return date(year, first, 1), month_days(year + (last < first), last)[1]


def edtf(when: When) -> str:
    """The days as EDTF; the same days and marks always give the same string."""
    mark = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
    end = mark[when.approximate, when.uncertain]
    single = _single(when)
    if single:
        return single + end
    return "/".join(day.isoformat() + end if day else ".." for day in (when.first, when.last))


def _single(when: When) -> str:
    """The days as one EDTF date, or '' if they are no whole day, month, season or year."""
    first, last = when.first, when.last
    if first is None or last is None:
        return ""
    if first == last:
        return first.isoformat()
    if (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)):
        return f"{first.year:04d}"
    if (first, last) == month_days(first.year, first.month):
        return first.isoformat()[:7]
    for season in SEASON_MONTHS if when.grain == "season" else ():
        if (first, last) == season_days(first.year, season):
            return f"{first.year:04d}-{season}"
    return ""


def disjoint(one: When, other: When) -> bool:
    """Whether no day belongs to both. Open sides reach to the end of the calendar."""
    starts = max(one.first or date.min, other.first or date.min)
    return starts > min(one.last or date.max, other.last or date.max)


def intersection(one: When, other: When) -> When | None:
    """The days of both, told as the narrower of the two; None if there are none."""
    if disjoint(one, other):
        return None
    firsts = [w.first for w in (one, other) if w.first]
    lasts = [w.last for w in (one, other) if w.last]
    narrower = min((one, other), key=width)
    both = {"first": max(firsts, default=None), "last": min(lasts, default=None)}
    return narrower if both == {"first": narrower.first, "last": narrower.last} else narrower.model_copy(update=both)


def width(when: When) -> int:
    """Number of days; an open side counts as the whole calendar."""
    return ((when.last or date.max) - (when.first or date.min)).days + 1


def bound_day(when: When) -> date:
    """The day a date is filed under: its last day if it has one, else its first. Never the open side."""
    return when.last or when.first  # type: ignore[return-value]  # one end is always there: `_is_a_run_of_days`


def sort_key(when: When | None, ident: str) -> str:
    """Text that sorts a chronology: month, block, day, width, id.

    Blocks inside a month: 1 what is written in days or a week, at its first day; 2 longer spans, in the month they end
    in, so that "2024" stands after December and not on 1 January; 3 bounded by publication; dateless things end the
    list. See docs/decisions/0002-order-of-the-chronology.md.
    """
    if when is None:
        return f"9999-99|4|9999-99-99|9999999|{ident}"
    short = when.is_closed and width(when) <= 14 and not when.bounded  # noqa: PLR2004 – two weeks, said above
    day = when.first if short and when.first else bound_day(when)
    block = 1 if short else 3 if when.bounded else 2
    return f"{day.isoformat()[:7]}|{block}|{day.isoformat()}|{width(when):07d}|{ident}"


def bounded_by(published: date, *, planned: bool) -> When:
    """The days of a claim without a date of its own: until publication, or from then on if it is planned."""
    first, last = (published, None) if planned else (None, published)
    return When(first=first, last=last, grain="day", basis="bounded by publication", text="")
