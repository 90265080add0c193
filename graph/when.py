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
    "known event",
    "inherited",
    "bounded by publication",
]
"""How the days were come by. `known event`: the words name a happening whose days anybody can look up.
`bounded by publication`: the words give no date at all."""

SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
"""EDTF season → first and last month, northern hemisphere; winter ends in February of the next year."""

DAY_GRAINS: frozenset[Grain] = frozenset({"minute", "hour", "day"})

FORTNIGHT = 14
"""Days up to which a run of days or weeks is still read as days: "18–20 October", "last week"."""


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
    """The days as EDTF; the same days, grain and marks always give the same string.

    A date both approximate and uncertain is marked `~`: the `%` that level 1 has for it is unknown to most readers.
    """
    mark = "~" if when.approximate else "?" if when.uncertain else ""
    single = _single(when)
    if single:
        return single + mark
    return "/".join(day.isoformat() + mark if day else ".." for day in (when.first, when.last))


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
    return _season(first, last) if when.grain == "season" else ""


def _season(first: date, last: date) -> str:
    for season, (month, _) in SEASON_MONTHS.items():
        # The month is asked first: winter 9999 would end after the calendar.
        if (first.month, first.day) == (month, 1) and first.year < date.max.year:
            return f"{first.year:04d}-{season}" if last == season_days(first.year, season)[1] else ""
    return ""


def disjoint(one: When, other: When) -> bool:
    """Whether no day belongs to both. Open sides reach to the end of the calendar."""
    starts = max(one.first or date.min, other.first or date.min)
    return starts > min(one.last or date.max, other.last or date.max)


def intersection(one: When, other: When) -> When | None:
    """The days of both, told as the narrower of the two (of two equally wide ones, the first); None if there are none.

    If the days are fewer than either tells of, a mark on one of the two is a mark on the result.
    """
    if disjoint(one, other):
        return None
    narrower = min((one, other), key=width)
    first = max((when.first for when in (one, other) if when.first), default=None)
    last = min((when.last for when in (one, other) if when.last), default=None)
    if (first, last) == (narrower.first, narrower.last):
        return narrower
    marks = {mark: getattr(one, mark) or getattr(other, mark) for mark in ("approximate", "uncertain")}
    return narrower.model_copy(update={"first": first, "last": last, **marks})


def width(when: When) -> int:
    """Number of days; an open side counts as the whole calendar."""
    return ((when.last or date.max) - (when.first or date.min)).days + 1


def bound_day(when: When) -> date:
    """The day a date is filed under: its last day if it has one, else its first. Never the open side."""
    return next(day for day in (when.last, when.first) if day)


def is_short(when: When) -> bool:
    """Whether the words name days or a week, so that the first day says where it belongs.

    "Early October" is ten days long and yet no day: its grain is the month.
    """
    fine = when.grain in DAY_GRAINS or when.grain == "week"
    return fine and when.is_closed and not when.bounded and width(when) <= FORTNIGHT


def sort_key(when: When | None, *place: str) -> str:
    """Text that sorts a chronology: month, block, day, width, and then by `place`, where it is told, an id at the end.

    Blocks inside a month: 1 what is written in days or a week, at its first day; 2 everything longer, in the month it
    ends in (with an open end, begins in), so that "2024" stands after December and not on 1 January; 3 bounded by
    publication. What has no date ends the list. "About" moves nothing.
    See docs/decisions/0002-order-of-the-chronology.md.
    """
    if when is None:
        return "|".join(("9999-99", "4", "9999-99-99", "9999999", *place))
    day, block = filed(when)
    return "|".join((day.isoformat()[:7], str(block), day.isoformat(), f"{width(when):07d}", *place))


def filed(when: When) -> tuple[date, int]:
    """The day whose month a date stands in, and its block there (1 days, 2 longer, 3 bounded)."""
    if is_short(when):
        return when.first or bound_day(when), 1
    return bound_day(when), 3 if when.bounded else 2


def bounded_by(published: date, *, planned: bool) -> When:
    """The days of a claim without a date of its own: until publication, or from then on if it is planned."""
    first, last = (published, None) if planned else (None, published)
    return When(first=first, last=last, grain="day", basis="bounded by publication", text="")
