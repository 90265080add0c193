"""Happenings whose days anybody can look up: the table `known_events`, those that ship and then a user's."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from graph.when import month_days
from loaders.lexicon import HERE, read_table
from loaders.lexicon.rows import Row

DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(~?)")
"""How a row writes an end: as fine as it is known, "~" where reference works differ."""
GAPS = r"[\s\-–]+"


@dataclass(frozen=True)
class End:
    """The first or the last days of a happening, as wide as the row writes them."""

    first: date
    last: date
    approximate: bool


@dataclass(frozen=True)
class KnownEvent:
    """A happening, from its beginning to its end."""

    begin: End
    end: End


@dataclass(frozen=True)
class KnownEvents:
    """All rows, and a pattern for their names."""

    by_name: Mapping[str, KnownEvent]
    name: str
    """A pattern for any of the names, the longest first; it has no groups."""

    def named(self, words: str) -> KnownEvent:
        """The happening of a name that the pattern matched."""
        return self.by_name[_key(words)]


@cache
def known_events(folder: Path | None = None) -> KnownEvents:
    """The rows that ship, then those of a user's folder; a later row of the same name replaces the earlier one.

    Raises: LexiconError with file and line if a row is wrong.
    """
    found: dict[str, KnownEvent] = {}
    written: dict[str, str] = {}
    for place in (HERE, *((folder,) if folder else ())):
        path = place / "known_events.csv"
        for line, cells in read_table(path, ("names", "first", "last")) if place == HERE or path.is_file() else ():
            row = Row(path, line, cells)
            event = _event(row)
            for name in row.many("names"):
                found[_key(name)], written[_key(name)] = event, _pattern(name)
    longest = sorted(written.values(), key=lambda one: (-len(one), one))
    return KnownEvents(found, "(?:" + "|".join(longest) + ")")


def _event(row: Row) -> KnownEvent:
    begin, end = _end(row, "first"), _end(row, "last")
    row.must(row.many("names"), "there is no name.")
    row.must(begin.first <= end.last, "it ends before it begins.")
    return KnownEvent(begin, end)


def _end(row: Row, column: str) -> End:
    """Days of a cell. Raises: LexiconError if it is no day, month or year."""
    read = DAY.fullmatch(row[column])
    row.must(read, f"{column} must be YYYY, YYYY-MM or YYYY-MM-DD, with ~ behind it if it is about then.")
    days = _days(*(int(part) if part else 0 for part in (read.groups()[:3] if read else ())))
    row.must(days, f"the {column} day {row[column]} is not in the calendar.")
    first, last = days or (date.min, date.max)
    return End(first, last, row[column].endswith("~"))


def _days(year: int = 0, month: int = 0, day: int = 0) -> tuple[date, date] | None:
    """The days of a year, month or day; None if there are none in the calendar."""
    try:
        if day:
            return date(year, month, day), date(year, month, day)
        return month_days(year, month or 1)[0], month_days(year, month or 12)[1]
    except ValueError:
        return None


def _key(name: str) -> str:
    return " ".join(re.split(GAPS, name.replace("’", "'").casefold()))


def _pattern(name: str) -> str:
    """What is listed small may stand big; hyphens, dashes and spaces are one."""
    words = re.split(GAPS, name.replace("’", "'"))
    return GAPS.join("".join(_letter(char, first=not place) for place, char in enumerate(word)) for word in words)


def _letter(char: str, *, first: bool) -> str:
    if char == "'":
        return "['’]"
    return f"[{char}{char.upper()}]" if first and char.islower() else re.escape(char)
