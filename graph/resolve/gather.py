"""Claims that tell of one happening, brought together.

Each claim is compared only with gatherings that it shares a key with: two who take part (or one and the object) and a
month, or, where the days are many or unknown, the deed. So the cost grows with the claims, not with their square.
Claims are taken in an order of their own, so the order of loading changes nothing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import combinations

from graph.resolve.same import likeness
from graph.resolve.telling import Telling
from graph.when import When, intersection, width

Key = tuple[str, str, str]

MOST_PARTIES = 6
"""Of a claim that make keys; who is named later matters less."""
MOST_DAYS = 62
"""Width of days that are still found by month."""
SHORTEST_MONTH = 28
MOST_CANDIDATES = 32
"""Gatherings under one key that a claim is compared with, the latest first."""
MOST_MEMBERS = 8
"""Members of a gathering that a claim must all be like."""
CLEARLY = 0.5
"""How much better than the next one a gathering must fit a denial, or a claim without days."""


@dataclass
class Gathering:
    """Claims of one happening, in the order they were taken."""

    number: int
    members: list[Telling] = field(default_factory=list)
    days: When | None = None
    """What all days of its claims have in common."""

    def add(self, telling: Telling) -> None:
        """Take the claim in."""
        self.members.append(telling)
        if telling.days:
            self.days = intersection(self.days, telling.days) if self.days else telling.days

    def fit(self, telling: Telling) -> float | None:
        """How well the claim fits in; None if it does not."""
        if self.days and telling.days and intersection(self.days, telling.days) is None:
            return None
        found = [likeness(member, telling) for member in self.members[:MOST_MEMBERS]]
        fits = [like for like in found if like is not None]
        return min(fits) if len(fits) == len(found) else None


def gather(tellings: Iterable[Telling]) -> list[Gathering]:
    """All claims, each in one gathering; in the order in which the gatherings began."""
    gatherings: list[Gathering] = []
    known: defaultdict[Key, list[Gathering]] = defaultdict(list)
    for telling in sorted(tellings, key=_turn):
        keys = tuple(_keys(telling))
        home = _home(telling, _candidates(keys, known))
        if home is None:
            home = Gathering(number=len(gatherings))
            gatherings.append(home)
        home.add(telling)
        for key in keys:
            if home not in known[key][-MOST_CANDIDATES:]:
                known[key].append(home)
    return gatherings


def _turn(telling: Telling) -> tuple[int, tuple[str, str, int, str]]:
    """Narrow days first, for they are surest; then wide ones, then none; denials last, beside what they deny."""
    if telling.denies:
        return 3, telling.sourced.order
    return (0 if telling.is_narrow else 1 if telling.days else 2), telling.sourced.order


def _home(telling: Telling, candidates: Iterable[Gathering]) -> Gathering | None:
    """The gathering it fits best; a denial, or a claim without days, only if none other fits nearly as well."""
    fits = [(fit, gathering) for gathering in candidates if (fit := gathering.fit(telling)) is not None]
    if not fits:
        return None
    fits.sort(key=lambda pair: (-pair[0], pair[1].number))
    best = fits[0]
    if (telling.days is None or telling.denies) and len(fits) > 1 and best[0] - fits[1][0] < CLEARLY:
        return None
    return best[1]


def _candidates(keys: Iterable[Key], known: dict[Key, list[Gathering]]) -> Iterator[Gathering]:
    seen = set()
    for key in keys:
        for gathering in reversed(known.get(key, [])[-MOST_CANDIDATES:]):
            if gathering.number not in seen:
                seen.add(gathering.number)
                yield gathering


def _keys(telling: Telling) -> Iterator[Key]:
    """Two parties, or a party and a place, with a month or the deed; each party alone with the deed."""
    parties = [party.key for party in telling.parties[:MOST_PARTIES]]
    names = sorted({*parties, *(f"at:{place}" for place in telling.places)})
    deed = f"deed:{telling.deed}"
    for one, other in combinations(names, 2):
        for slot in (*_months(telling), deed):
            yield one, other, slot
    for name in sorted(set(parties)):
        yield name, "", deed


def _months(telling: Telling) -> tuple[str, ...]:
    days = telling.days
    if days is None or days.first is None or days.last is None or width(days) > MOST_DAYS:
        return ()
    starts = (days.first + timedelta(days=step) for step in range(0, width(days), SHORTEST_MONTH))
    return tuple(sorted({day.isoformat()[:7] for day in (*starts, days.last)}))
