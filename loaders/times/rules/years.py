"""When four digits are a year."""

import re

from graph.record import Span
from loaders.times.forms import Between, Form, Named
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.rules.calendar import counts, whole
from loaders.times.words import kind

NAMES_A_YEAR = frozenset(kind(name) for name in ("the", "article", "poss", "owner", "stop", "dot", "gap", "open"))
DASH, DIGITS, LABEL = (kind(name) for name in ("dash", "digits", "label"))
ONE_THING = frozenset(kind(name) for name in ("the", "article", "poss", "owner"))
COUNTABLE = frozenset({kind("other"), kind("name")})
YEARS_ALONE = range(1900, 2051)
"""Four digits that are a year without any word that says so."""
OLD_YEARS_ALONE = range(1500, 1900)
"""Four digits that are a year only where nothing can be counted with them."""


@rule("(the anyunit)? y:digits_year (dashes | slash_mark) z:num (?! digits_day|dash|counted|units)", "years")
def years_joined(hit: Hit) -> Form | Made | None:
    """“1861–65” and “1998-1999” are two years."""
    first, last = whole(hit["y"]) or 0, whole(hit["z"]) or 0
    digits = hit.words("z")
    if len(digits) == 2 and digits.isdigit():  # noqa: PLR2004 – two digits stand for the same century
        last += first // 100 * 100
    if not first < last < first + 200 or not digits.isdigit():
        return None
    one, other = hit.at("y"), hit.at("z")
    return Made(
        (
            (hit.first, one + 1, kind("year_at"), Named(year=first)),
            (other, other + 1, kind("year_at"), Named(year=last)),
        )
    )


@rule("c:code", "range")
def years_with_a_slash(hit: Hit) -> Form | None:
    """“2023/24” is both years."""
    found = re.fullmatch(r"(1[5-9]\d\d|20\d\d)/(\d\d|\d{4})", hit.words("c"))
    if not found or int(found[2]) not in {int(found[1]) + 1, (int(found[1]) + 1) % 100}:
        return None
    start, middle = hit.pieces.starts[hit.first], hit.pieces.starts[hit.first] + len(found[1])
    return Between(
        first=Named(year=int(found[1])),
        last=Named(year=int(found[1]) + 1),
        spans=(Span(start=start, end=middle), Span(start=middle + 1, end=hit.pieces.ends[hit.first])),
    )


@rule(
    """(the anyunit)? (?<= in|since|by|of|from|until|before|after|during|through|between|early|edge|open|about|dashes
    |anyunit)
    y:digits_year (?! units|dash units|label|unit old|zone|zone_letters|meridiem|(name|other|counted) timeword)""",
    "year_at",
)
def year_in_context(hit: Hit) -> Form | None:
    """Four digits after “in”, “since”, “of” and the like are a year, unless things are counted."""
    return None if counts(hit) or _ends_a_number(hit) else Named(year=whole(hit["y"]))


@rule(
    """(?<! name|label|code|weekday|number) (?<! label dot)
    y:digits_year (?! counted|units|make|unit old|dot digits|zone|zone_letters|meridiem)
    (?! (name|other|counted) timeword)""",
    "year_at",
)
def year_alone(hit: Hit) -> Form | None:
    """Four digits from 1900 to 2050 are a year, unless a name stands before them or things are counted after."""
    year, kinds = whole(hit["y"]) or 0, hit.pieces.kinds
    named = hit.first == 0 or kinds[hit.first - 1] in NAMES_A_YEAR
    labelled = hit.end < len(kinds) and kinds[hit.end] == LABEL and not _tells_which(hit)
    if labelled or _compound(hit) or _ends_a_number(hit) or (not named and _plural(hit.follows())):
        return None
    countable = not named and hit.end < len(kinds) and kinds[hit.end] in COUNTABLE
    return Named(year=year) if year in YEARS_ALONE or (year in OLD_YEARS_ALONE and not countable) else None


@rule(
    """((?<= year_at and) | (?<= year_at or) | (?<= year_at comma) | (?<= year_at to) | (?<= year_at until)
    | (?<= year_at through)) y:digits_year (?! counted|units)""",
    "year_at",
)
def year_listed(hit: Hit) -> Form | None:
    """Four digits that go on a list or a run of years are one: “from 1137 to 1204”."""
    return Named(year=whole(hit["y"]))


def _ends_a_number(hit: Hit) -> bool:
    """Whether it is the end of a telephone number."""
    kinds, first = hit.pieces.kinds, hit.first
    return first > 1 and kinds[first - 1] == DASH and kinds[first - 2] == DIGITS


def _compound(hit: Hit) -> bool:
    """Whether a hyphen ties a noun to the number: “a 2000-seat hall”."""
    pieces, end = hit.pieces, hit.end
    if end + 1 >= len(pieces.kinds) or pieces.words(end) != "-" or pieces.kinds[end + 1] not in COUNTABLE:
        return False
    return pieces.starts[end] == pieces.ends[end - 1] and pieces.starts[end + 1] == pieces.ends[end]


def _tells_which(hit: Hit) -> bool:
    """“An 1859 article”, “his 1927 flight”: one thing, and the number tells which."""
    return hit.first > 0 and hit.pieces.kinds[hit.first - 1] in ONE_THING and hit.follows().islower()


def _plural(word: str) -> bool:
    return word.islower() and word.endswith("s") and len(word) > len("was") and not word.endswith("ss")


@rule("(?<! quote) y:short_year (?! name|quote|units)", "year_at")
def short_year(hit: Hit) -> Form | None:
    """“'98” is the year of that ending nearest to the text's own time."""
    return Named(year=int(hit.words("y")[1:]))


YEARS: tuple[Rule, ...] = (
    years_joined,
    years_with_a_slash,
    year_in_context,
    year_alone,
    year_listed,
    short_year,
)
"""Tried after all other dates of the calendar."""
