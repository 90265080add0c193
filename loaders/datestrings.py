"""Dates that a person or a page wrote as a date: EDTF, ISO, or words in any language. Never run over running text.

EDTF and ISO are read here, other EDTF by the `edtf` library, words by `dateparser` with `REQUIRE_PARTS`, so that no
part is filled in from today. Relative words ("yesterday") and what can be read two ways (10/11/2024) are refused.
"""

import re
from datetime import date
from typing import NamedTuple

from graph.errors import DocumentError
from graph.when import SEASON_MONTHS, Basis, Grain, When, month_days, season_days

ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)$")
STAMP = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$")
"""A time stamp; its day is taken in its own offset."""
NUMBERS = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})$")
GRAINS: tuple[tuple[int, Grain], ...] = ((1, "day"), (31, "month"), (366, "year"), (3660, "decade"), (10**7, "century"))
"""The grain of an EDTF date by the days between its ends: less than this many."""
YEAR = re.compile(r"\d{4}")
LONGEST = 100
"""Characters of a written date."""


class Days(NamedTuple):
    """First and last day, either open, with the grain of the words."""

    first: date | None
    last: date | None
    grain: Grain


def read_date(text: str, *, basis: Basis = "given", language: str = "") -> When | None:
    """The days somebody wrote; None for an empty string. `language` (ISO 639-1) spares trying all of them.

    Raises: DocumentError if it is no date, an impossible one, or could be two.
    """
    words = text.strip()
    if not words:
        return None
    days, marks = _days(words, language)
    if days.first is None and days.last is None:
        raise _no_date(text)
    if days.first and days.last and days.first > days.last:
        raise DocumentError(f"“{text}” ends before it begins.")
    return When(
        first=days.first,
        last=days.last,
        grain=days.grain,
        approximate=bool({"~", "%"} & marks),
        uncertain=bool({"?", "%"} & marks),
        basis=basis,
        text="" if basis == "given" else text,
    )


def _days(words: str, language: str) -> tuple[Days, set[str]]:
    start, slash, end = words.partition("/")
    if slash and (ISO.match(end) or ISO.match(start)) and "/" not in end:
        return _interval(start, end, words)
    stamp = STAMP.match(words)
    match = ISO.match(stamp.group(1) if stamp else words)
    if match:
        return _iso(match, words), set(match.group(4))
    return _other(words, language), set()


def _interval(start: str, end: str, words: str) -> tuple[Days, set[str]]:
    """EDTF `start/end`; an open or unknown side is `..` or nothing."""
    sides = [None if side in ("", "..") else ISO.match(side) for side in (start, end)]
    if any(match is None and side not in ("", "..") for match, side in zip(sides, (start, end), strict=True)):
        raise _no_date(words)
    first, last = (_iso(match, words) if match else None for match in sides)
    grain = (first or last or Days(None, None, "day")).grain
    marks = {match.group(4) for match in sides if match}
    return Days(first.first if first else None, last.last if last else None, grain), marks


def _iso(match: re.Match[str], words: str) -> Days:
    year, month, day = (int(part) if part else 0 for part in match.groups()[:3])
    try:
        if day:
            return Days(date(year, month, day), date(year, month, day), "day")
        if month in SEASON_MONTHS:
            return Days(*season_days(year, month), "season")
        if match.group(2):
            return Days(*month_days(year, month), "month")
        return Days(date(year, 1, 1), date(year, 12, 31), "year")
    except ValueError as error:
        raise DocumentError(f"“{words}” is no day of the calendar.", hint="Check day and month.") from error


def _other(words: str, language: str) -> Days:
    if len(words) > LONGEST:
        raise _no_date(words[:LONGEST] + "…")
    _refuse_ambiguous(words)
    found = _in_words(words, language) or _edtf(words)
    if found is None:
        raise _no_date(words)
    return found


def _refuse_ambiguous(words: str) -> None:
    match = NUMBERS.match(words)
    if match and match.group(1) != match.group(2) and max(int(match.group(1)), int(match.group(2))) <= 12:  # noqa: PLR2004 – months
        one, two, year = match.groups()
        raise DocumentError(
            f"“{words}” can be read as two dates.",
            hint=f"Write {year}-{int(two):02d}-{int(one):02d} or {year}-{int(one):02d}-{int(two):02d}.",
        )


def _in_words(words: str, language: str) -> Days | None:
    """What dateparser makes of it: a day if all its parts are there, else a month if month and year are.

    English is tried alone, for loading the other two hundred languages takes seconds.
    """
    if not YEAR.search(words):
        return None
    known = [language] if language in _languages() else None
    for languages in (["en"], known):
        for parts in (["day", "month", "year"], ["month", "year"]):
            found = _parsed(words, parts, languages)
            if found is not None and str(found.year) in words:
                days = (found, found) if "day" in parts else month_days(found.year, found.month)
                return Days(*days, "day" if "day" in parts else "month")
    return None


def _languages() -> list[str]:
    from dateparser.data.languages_info import language_order

    return list(language_order)


def _parsed(words: str, parts: list[str], languages: list[str] | None) -> date | None:
    import dateparser

    settings = {"PARSERS": ["custom-formats", "absolute-time"], "REQUIRE_PARTS": parts}
    found = dateparser.parse(words, languages=languages, settings=settings)
    return found.date() if found else None


def _edtf(words: str) -> Days | None:
    """EDTF beyond the commonest forms: `199X`, `2004-06-XX`, sets, qualified parts."""
    from edtf import EDTFParseException, parse_edtf

    try:
        found = parse_edtf(words)
        first, last = found.lower_strict(), found.upper_strict()
        days = date(*first[:3]), date(*last[:3])
    except (EDTFParseException, ValueError, TypeError, AttributeError, OverflowError):
        return None
    return Days(*days, next(grain for most, grain in GRAINS if (days[1] - days[0]).days < most))


def _no_date(words: str) -> DocumentError:
    return DocumentError(f"“{words}” is no date.", hint="Write 2024-10-25, 2024-10, 2024, or 25 October 2024.")
