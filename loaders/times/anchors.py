"""From what dates are counted, and on which side of it they lie."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from graph.record import Span
from graph.when import Basis
from loaders.times.ancient import is_reckoned
from loaders.times.days import MONTHS, WEEK, YEARS, Days, OffCalendarError, moved, of_day, one_day
from loaders.times.forms import Direction, Named, Unit
from loaders.times.narrative import NarrativeClock

CENTURY, NEAR_PAST, AHEAD = 100, 1, 15
"""Years: of a century; from story to writer where “this year” is the writer's; that “'98” may lie ahead."""
CENTURIES = range(1700, 2200, CENTURY)


@dataclass(slots=True)
class Anchors:
    """What is known while the mentions are resolved in the order of the text."""

    published: date | None
    narrative: bool
    """Whether dates are counted from the last one told, as in a history, and not from publication."""
    event: Days | None = None
    """The last date told."""
    event_span: Span | None = None
    story: tuple[Days, Span | None] | None = None
    """What was told before a date aside; what comes in the next sentence is counted from there."""
    led: bool = False
    """Whether a year began the sentence at hand."""
    day: Days | None = None
    """The last date told that is a day."""
    dated: Days | None = None
    """The last day or month of the sentence that names its year."""
    clock: NarrativeClock = field(default_factory=NarrativeClock)
    looks_back: bool = False
    """Whether the mention at hand tells of what was past already: “since June”, “had left in June”."""
    used: set[Basis] = field(default_factory=set)
    """How the mention at hand came by its days."""

    def now(self) -> date | None:
        """The day that “Wednesday” or “in June” is counted from."""
        at = self.clock.here()
        if self.goes_on_a_story() and at is not None:
            self.used.add("narrative")
            return at.last if at.grain in {"day", "week"} else at.first
        return self.writing()

    def goes_on_a_story(self) -> bool:
        """Whether “in May” is counted from what was told: in a history, and after a year before Christ anywhere."""
        return self.narrative or (self.event is not None and is_reckoned(self.event))

    def deictic(self) -> date | None:
        """The day that “this year” and “last month” are counted from: publication, unless a history is far from it."""
        at = self.clock.at
        if self.narrative and at is not None and self.published and self.published.year - at.first.year > NEAR_PAST:
            return self.now()
        return self.writing()

    def writing(self) -> date | None:
        """The day of publication, which “yesterday” is counted from in a history, too."""
        self.used.add("relative to publication")
        return self.published

    def told(self, unit: Unit | None = None) -> Days | None:
        """The date that “two days later” is counted from: the last one told, else publication.

        Days are counted from the last *day* told if that lies in what was told last: from the 14th if “the spring
        offensive” stands between.
        """
        event, day = self.event, self.day
        if event is not None:
            self.used.add("relative to event")
            # A year told aside (“a wound treated in 1948”) is not what “the next day” is counted from.
            aside = event.grain in YEARS and self.clock.at == day
            inside = day is not None and (aside or event.first <= day.first <= event.last)
            return day if inside and self.narrative and unit == "day" else event
        if self.narrative and self.clock.here() is not None:
            self.used.add("narrative")
            return self.clock.here()
        self.used.add("relative to publication")
        return of_day(self.published) if self.published else None

    def forget_old_days(self) -> None:
        """A new paragraph of a report is of its own days again: “shortly after 5 p.m.” is not of a day long past."""
        if self.day and self.published and not self.narrative and abs((self.published - self.day.first).days) > WEEK:
            self.day = None

    def day_told(self, direction: Direction | None = None) -> Days | None:
        """The day that “at noon” is of: the last day told, else that of publication, marked as a guess.

        What was is not of a day to come, nor what will be of a day gone by.
        """
        if self.narrative:
            return self.told("day") if self.event is not None else None
        if self.day is not None and not self._is_on_the_other_side(self.day, direction):
            self.used.add("relative to event")
            return self.day
        if self.published is None:
            return None
        self.used.add("relative to publication")
        return of_day(self.published).but(guessed=True)

    def _is_on_the_other_side(self, day: Days, direction: Direction | None) -> bool:
        if self.published is None or direction is None:
            return False
        return day.first > self.published if direction == "past" else day.last < self.published

    def at(self, days: Days) -> "Anchors":
        """The same, standing at other days: what the end of a range is counted from."""
        return replace(
            self, published=days.first, event=days, day=days if days.grain == "day" else None, narrative=False
        )


def nearest(candidates: list[Days], now: date, direction: Direction | None) -> Days | None:
    """The candidate on the side of `now` that the words say; without a side, the nearest.

    What holds `now` itself lies on both sides.
    """
    if direction == "future":
        later = [days for days in candidates if days.last >= now]
        return min(later, key=lambda days: days.first, default=None)
    if direction == "past":
        earlier = [days for days in candidates if days.first <= now]
        return max(earlier, key=lambda days: days.first, default=None)
    return min(candidates, key=lambda days: _gap(days, now), default=None)


def _gap(days: Days, now: date) -> tuple[int, bool]:
    return max((days.first - now).days, (now - days.last).days, 0), days.first > now


def each_year(make: Callable[[int], Days], year: int, reach: int) -> list[Days]:
    """One candidate for each year around; years that have no such day give none (29 February)."""
    found = []
    for one in range(year - reach, year + reach + 1):
        try:
            found.append(make(one))
        except OffCalendarError:
            continue
    return found


def each_month(day: int, now: date) -> list[Days]:
    """That day of each month around; months that have no such day give none."""
    found = []
    for step in range(-3, 4):
        year, month = divmod(now.year * MONTHS + now.month - 1 + step, MONTHS)
        try:
            found.append(one_day(year, month + 1, day))
        except OffCalendarError:
            continue
    return found


def each_week(weekday: int, now: date) -> list[Days]:
    """That weekday in the week before, of, and after `now`."""
    found = []
    for step in (-1, 0, 1):
        try:
            found.append(of_day(moved(now, WEEK * step + weekday - now.isoweekday())))
        except OffCalendarError:
            continue
    return found


def full_year(form: Named, now: date | None) -> int | None:
    """The year with its century; two digits mean the latest such year that is not far ahead of `now`."""
    if form.year is None or form.year >= CENTURY or form.before_christ or form.of_our_era:
        return form.year
    limit = (now.year if now else CENTURIES[-2]) + AHEAD
    return max((form.year + century for century in CENTURIES if form.year + century <= limit), default=form.year)
