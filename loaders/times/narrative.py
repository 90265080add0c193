"""The clock of a history: which date the next “in June” goes on from.

A history names a year once and goes on with months and days. What it mentions aside (“the conference of 1954”,
“papers released in 2005”) must not move the clock; headings and the first date of a paragraph set it.
"""

from dataclasses import dataclass

from loaders.times.days import Days

FINE = frozenset({"day", "week", "month", "season", "quarter"})
NEAR = 1
"""Years between two dates of one story."""


@dataclass(slots=True)
class NarrativeClock:
    """Where the story is."""

    at: Days | None = None
    aside: Days | None = None
    """A date far from the story; the story follows if the next date is near it."""
    section: tuple[int, int] | None = None
    """First and last year that the heading names."""

    def head(self, days: Days) -> None:
        """A heading names a year or a span."""
        self.section = (days.first.year, days.last.year)
        self.at, self.aside = Days(days.first, days.last, "year"), None

    def tell(self, days: Days, *, dated: bool, named: bool, weak: bool, opens: bool) -> None:
        """A date is told.

        `dated`: the words name the year. `named`: or at least a month or a day; other words (“two days later”) only
        move the clock on. `weak`: it belongs to a thing (“the conference of 1954”) or looks back (“since 1955”).
        `opens`: it is the first of its paragraph.
        """
        if self.at is None:
            self.at = days
        elif weak or (not dated and not named and days.first < self.at.first):
            return
        elif (
            not dated
            or self._goes_on(days, self.at)
            or (self.aside and self._near(days, self.aside))
            or (opens and self.section is None)
        ):
            self.at, self.aside = days, None
        else:
            self.aside = days

    @property
    def is_coarse(self) -> bool:
        """Whether the story is in a year or longer: the “Thursday” of an obituary is that of publication."""
        return self.at is not None and self.at.grain not in FINE

    def holds(self, days: Days) -> bool:
        """Whether the days lie in the years that the heading names."""
        return self.section is not None and self.section[0] <= days.first.year <= self.section[1]

    def _goes_on(self, days: Days, at: Days) -> bool:
        return self.holds(days) if self.section is not None else self._near(days, at)

    def _near(self, one: Days, other: Days) -> bool:
        return abs(one.first.year - other.first.year) <= NEAR
