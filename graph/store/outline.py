"""The outline of the chronology: what the filters need of every event, kept in memory, never older than the store.

A page asks for counts, weeks, four facets and cards under one set of filters. Each of these would be a walk over all
events; here they are walks over columns of one list that is read again only when an event has changed. See
docs/decisions/0010-an-outline-of-the-chronology.md for what was measured.
"""

import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain, compress, islice
from operator import itemgetter
from typing import Any

from graph.store.base import Filters, Order, WeekCount

FILTERED = ("types", "statuses", "actors", "publishers")
LISTS = frozenset({"actors", "publishers"})
"""Of these an event has several values."""
REMEMBERED = 100


@dataclass(frozen=True)
class Outline:
    """Columns of equal length, in order of the sort key; days are ISO text, None without a date.

    Their order is that of `graph.nodes.outline_of`.
    """

    generation: int
    keys: Sequence[str] = ()
    types: Sequence[str] = ()
    statuses: Sequence[str] = ()
    weeks: Sequence[str | None] = ()
    firsts: Sequence[str | None] = ()
    lasts: Sequence[str | None] = ()
    actors: Sequence[list[str]] = ()
    publishers: Sequence[list[str]] = ()
    masks: dict[tuple[str, object], bytes] = field(default_factory=dict)
    """One byte an event, 1 if it passes: by filter and what it wants, for those that were asked for."""

    def passing(self, filters: Filters, words: frozenset[str] | None, *, but: str = "") -> bytes:
        """One byte an event: 1 if it passes all filters (but that one), else 0. `words`: keys that have the text."""
        wanted: list[tuple[str, object]] = [
            (kind, chosen) for kind in FILTERED if kind != but and (chosen := getattr(filters, kind))
        ]
        if filters.first or filters.last:
            wanted.append(("days", (filters.first or date.min, filters.last or date.max)))
        if words is not None:
            wanted.append(("keys", words))
        return _all_of([self._mask(kind, value) for kind, value in wanted], len(self.keys))

    def _mask(self, kind: str, wanted: Any) -> bytes:  # noqa: ANN401 – values, days or keys
        known = self.masks.get((kind, wanted))
        if known is not None:
            return known
        if len(self.masks) >= REMEMBERED:
            self.masks.clear()
        fresh = self._touching(*wanted) if kind == "days" else self._holding(kind, frozenset(wanted))
        self.masks[kind, wanted] = fresh
        return fresh

    def _holding(self, kind: str, chosen: frozenset[str]) -> bytes:
        column = getattr(self, kind)
        if kind in LISTS:
            return bytes(not chosen.isdisjoint(values) for values in column)
        return bytes(value in chosen for value in column)

    def _touching(self, first: date, last: date) -> bytes:
        start, end = first.isoformat(), last.isoformat()
        return bytes(
            one is not None and two is not None and one <= end and two >= start
            for one, two in zip(self.firsts, self.lasts, strict=True)
        )

    def week_counts(self, mask: bytes) -> tuple[WeekCount, ...]:
        """Events a week that has any, oldest week first."""
        counted = Counter(week for week in compress(self.weeks, mask) if week)
        return tuple(WeekCount(monday=date.fromisoformat(week), count=counted[week]) for week in sorted(counted))

    def values(self, kind: str, mask: bytes, limit: int) -> list[tuple[str, int]]:
        """Values of a filter with the number of events, most frequent first, then by name."""
        column: Iterable[Any] = compress(getattr(self, kind), mask)
        counted = Counter(chain.from_iterable(column) if kind in LISTS else column)
        return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:limit]

    def page(self, mask: bytes, after: str | None, order: Order, limit: int) -> tuple[list[str], bool]:
        """Keys beyond `after`, and whether there are more."""
        keys = self.keys
        if order == "oldest":
            start = bisect_right(keys, after) if after is not None else 0
            beyond = compress(islice(keys, start, None), islice(mask, start, None))
        else:
            end = bisect_left(keys, after) if after is not None else len(keys)
            beyond = compress(reversed(keys[:end]), reversed(mask[:end]))
        found = list(islice(beyond, limit + 1))
        return found[:limit], len(found) > limit


def parse(generation: int, rows: Iterable[str]) -> Outline:
    """An outline from the events' own lines, in any order."""
    lines = sorted(json.loads(f"[{','.join(rows)}]"), key=itemgetter(0))
    columns: list[tuple[Any, ...]] = list(zip(*lines, strict=True)) or [()] * 8
    keys, types, statuses, weeks, firsts, lasts, actors, publishers = columns
    return Outline(generation, keys, types, statuses, weeks, firsts, lasts, actors, publishers)


def _all_of(masks: Sequence[bytes], length: int) -> bytes:
    if not masks:
        return b"\x01" * length
    together = int.from_bytes(masks[0])
    for mask in masks[1:]:
        together &= int.from_bytes(mask)
    return together.to_bytes(length)
