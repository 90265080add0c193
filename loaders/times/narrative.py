"""The clock of a history: which date the next “in June” goes on from.

A history names a year once and goes on with months and days. What it mentions aside (“the conference of 1954”,
“papers released in 2005”, “he had come in 1920”) must not move the clock. Headings set it, and the first date of a
paragraph; so does a year that begins its sentence, and a day or month that names its year.
"""

from dataclasses import dataclass
from datetime import date

from loaders.times.days import WEEK, Days

NEAR, NEXT = 1, 3
"""Years between two dates of one story, backwards and on."""
AGE = 10
"""Years from the story beyond which a year is the writer's own or long past: “papers found in 1955 show …”."""
FINE = frozenset({"day", "week", "month", "season", "quarter"})
WITHIN_YEAR, BACKWARDS = 0.9, 5
"""What a day of distance counts inside the year the story is in, and backwards over its turn; forwards 1."""
YEAR = 366
SOON, LONG_BEFORE = 6 * WEEK, 26 * WEEK
"""Days: how far a story runs on over the turn of the year its heading names, rather than so far back inside it."""
THREAD, REACH = 60, 92
"""Days that going back to where the story was before counts for, and how far it may have gone on from there."""


@dataclass(frozen=True, slots=True)
class Telling:
    """How a date is told."""

    dated: bool
    """Whether the words name the year."""
    named: bool
    """Whether they name at least a month or a day; other words (“two days later”) only move the clock on."""
    looks_back: bool
    """Whether it is told of as past already: “since 1955”, “he had left in 1955”."""
    of_a_thing: bool
    """Whether it only tells which thing is meant: “the conference of 1954”."""
    leads: bool
    """Whether it begins its sentence."""
    opens: bool
    """Whether it is the first of its paragraph."""


@dataclass(slots=True)
class NarrativeClock:
    """Where the story is."""

    at: Days | None = None
    before: Days | None = None
    """Where it was before: a story that told of the end goes back to where it was."""
    ahead: Days | None = None
    """The first year that will be told, while none is."""
    aside: Days | None = None
    """A date far from the story; the story follows if the next date is near it."""
    sentence: Days | None = None
    """The last date of the sentence that names its year, if it may be told aside."""
    section: tuple[int, int] | None = None
    """First and last year that the heading names."""
    opens: bool = False
    """Whether the mention at hand is the first of its paragraph."""
    under: bool = False
    """Whether that heading is the last one."""

    def head(self, days: Days, *, goes_on: bool) -> None:
        """A heading names a year or a span; what goes on a heading ends it: “1894 and 1895”."""
        first = self.section[0] if goes_on and self.section else days.first.year
        self.section, self.under = (first, days.last.year), True
        if goes_on:
            return
        self.at, self.aside, self.before = Days(days.first, days.last, "year"), None, None

    def tell(self, days: Days, how: Telling) -> None:
        """A date is told."""
        if how.dated and not how.looks_back and self._is_of_this_age(days):
            self.sentence = days
        if (days.last - days.first).days > YEAR:
            days = Days(date(days.first.year, 1, 1), date(days.last.year, 12, 31), "year")
        was = self.at
        if self.at is None:
            self.at = days
        elif how.looks_back or how.of_a_thing or (not how.dated and not how.named and days.first < self.at.first):
            return
        elif not how.dated or self._goes_on(days, self.at, how):
            self.at, self.aside = days, None
            self.sentence = self.sentence and days
        else:
            self.aside = days
        if was is not None and was != self.at:
            self.before = was

    @property
    def is_coarse(self) -> bool:
        """Whether the story is in a year or longer: the “Thursday” of an obituary is that of publication."""
        return self.at is None or self.at.grain not in FINE

    def _is_of_this_age(self, days: Days) -> bool:
        return self.at is None or abs(days.first.year - self.at.first.year) <= AGE

    def here(self) -> Days | None:
        """What the next date of the sentence goes on from."""
        return self.sentence or self.at or self.ahead

    def holds(self, days: Days) -> bool:
        """Whether the days lie in the years that the heading names."""
        return self.section is not None and self.section[0] <= days.first.year <= self.section[1]

    def _goes_on(self, days: Days, at: Days, how: Telling) -> bool:
        """Whether a date that names its year moves the story there."""
        if self.holds(days) or (self.aside and _near(days, self.aside)):
            return True
        if self.section is not None:
            return how.leads and not self.under and days.first > at.last
        wide = (at.last - at.first).days > YEAR and at.first <= days.first <= at.last
        if wide or _near(days, at) or how.opens:
            return True
        return days.first >= at.first and (how.leads or days.grain in FINE)


def _near(one: Days, other: Days) -> bool:
    """Whether one date is so near another, or so shortly after it, that they are of one story."""
    return -NEAR <= one.first.year - other.first.year <= NEXT


def in_story(candidates: list[Days], clock: NarrativeClock, *, back: bool, numbered: bool) -> Days | None:
    """The candidate that goes on the story: of the years its heading names, of the same year, or across its turn.

    With `back` the last one until then. `numbered` days (“the 28th”) run forward rather than back.
    """
    at = clock.here()
    if at is None:
        return None
    if back:
        return max((days for days in candidates if days.first <= at.last), key=lambda days: days.first, default=None)
    inside = [days for days in candidates if at.first <= days.first <= at.last]
    if inside:
        return inside[-1 if numbered else 0]  # “from May to August …; on the 14th” is in August
    if numbered:
        return min(candidates, key=lambda days: _way(days, at), default=None)
    held = [days for days in candidates if clock.holds(days)] if clock.holds(at) else candidates
    best, free = (
        min(some, key=lambda days: _jump(days, at, clock.before), default=None)
        for some in (held or candidates, candidates)
    )
    if (
        best
        and free
        and not clock.opens
        and 0 < (free.first - at.first).days <= SOON
        and (at.first - best.first).days > LONG_BEFORE
    ):
        return free
    return best


def _way(days: Days, at: Days) -> int:
    """How far to a day that is told by its number alone; backwards counts for more, above all to another month."""
    back = 2 if days.first.month == at.first.month else BACKWARDS
    return max((days.first - at.last).days, back * (at.first - days.first).days)


def _jump(days: Days, at: Days, before: Days | None) -> float:
    """How far a story would jump, or go on from where it was before."""
    jump = _detour(days, at)
    if before is None or before.grain not in FINE or not 0 <= (days.first - before.first).days <= REACH:
        return jump
    return min(jump, THREAD + (days.first - before.first).days)


def _detour(days: Days, at: Days) -> float:
    """How far a story would jump; going back counts for more once it crosses a year."""
    late = at.grain == "year" and days.first > at.last  # after “late 1996” February is nearer than before it
    gap = (days.first - (at.last if late else at.first)).days
    if days.first.year == at.first.year:
        return abs(gap) * WITHIN_YEAR
    return gap if gap > 0 else -gap * BACKWARDS
