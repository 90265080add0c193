"""Years and centuries, of our era and before it, and when four digits are a year at all."""

import re

from graph.record import Span
from loaders.times.forms import Between, Form, Named
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.rules.calendar import counts, whole
from loaders.times.words import kind

NAMES_A_YEAR = frozenset(kind(name) for name in ("the", "poss", "owner", "stop", "dot", "gap", "open"))
DASH, DIGITS = kind("dash"), kind("digits")
COUNTABLE = frozenset({kind("other"), kind("name")})
YEARS_ALONE = range(1900, 2051)
"""Four digits that are a year without any word that says so."""
OLD_YEARS_ALONE = range(1500, 1900)
"""Four digits that are a year only where nothing can be counted with them."""


@rule("the? n:nth dash? u:unit e:era?", "century_at")
def century(hit: Hit) -> Form | None:
    """A century is its hundred years: “the 20th century” is taken as 1900 to 1999, as most writers mean it."""
    return Named(century=whole(hit["n"]), before_christ=hit["e"] == "BC") if hit["u"] == "century" else None


@rule("n:num e:era | a:era y:num", "year_at")
def year_of_era(hit: Hit) -> Form | None:
    """A year before or after Christ."""
    if hit.has("a"):
        return Named(year=whole(hit["y"])) if hit["a"] == "AD" else None
    return Named(year=whole(hit["n"]), before_christ=hit["e"] == "BC")


@rule("n:num (?= (to|dashes|and|or|slash_mark) (num|year_at))", "year_at")
def year_before_era(hit: Hit) -> Form | None:
    """In “264 to 241 BC” both numbers are years before Christ."""
    kinds, at = hit.pieces.kinds, hit.end + 1
    last = hit.pieces.values[at] if kinds[at] == kind("year_at") else None
    if isinstance(last, Named) and last.before_christ and (whole(hit["n"]) or 0) >= (last.year or 0):
        return Named(year=whole(hit["n"]), before_christ=True)
    return None


@rule(
    """the? s:season (of|comma)? y:year_at (dashes|slash_mark) year_at
    | (d:date comma? | the? s:season (of|comma)? | m:month (of|comma)?) y:year_at""",
    "date",
)
def piece_of_ancient_year(hit: Hit) -> Form | None:
    """“August 480 BC”, “the spring of 79 AD”, “the winter of 229–228 BC”."""
    year, day = hit["y"], hit["d"] or Named(season=whole(hit["s"]), month=whole(hit["m"]))
    if not isinstance(year, Named) or not isinstance(day, Named) or year.year is None or day.year is not None:
        return None
    return day.model_copy(update={"year": year.year, "before_christ": year.before_christ})


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
    y:digits_year (?! units|dash units|label|unit old)""",
    "year_at",
)
def year_in_context(hit: Hit) -> Form | None:
    """Four digits after “in”, “since”, “of” and the like are a year, unless things are counted."""
    return None if counts(hit) or _ends_a_number(hit) else Named(year=whole(hit["y"]))


@rule(
    """(?<! name|label|code|weekday|number) (?<! label dot)
    y:digits_year (?! counted|units|label|make|unit old|dot digits)""",
    "year_at",
)
def year_alone(hit: Hit) -> Form | None:
    """Four digits from 1900 to 2050 are a year, unless a name stands before them or things are counted after."""
    year, kinds = whole(hit["y"]) or 0, hit.pieces.kinds
    named = hit.first == 0 or kinds[hit.first - 1] in NAMES_A_YEAR
    if _compound(hit) or _ends_a_number(hit) or (not named and _plural(hit.follows())):
        return None
    countable = not named and hit.end < len(kinds) and kinds[hit.end] in COUNTABLE
    return Named(year=year) if year in YEARS_ALONE or (year in OLD_YEARS_ALONE and not countable) else None


@rule(
    "(?<= in|by|since|until|from|before|after|open|edge|of|during) n:digits (?! counted|units|dash|code|scale)",
    "year_at",
)
def ancient_year(hit: Hit) -> Form | None:
    """In a text that counts years before Christ, “in 480” is one of them."""
    plain = hit.pieces.ancient and len(hit.words("n")) == len("480")
    return Named(year=whole(hit["n"]), before_christ=True) if plain else None


@rule("((?<= year_at and) | (?<= year_at or) | (?<= year_at comma)) y:digits_year (?! counted|units)", "year_at")
def year_listed(hit: Hit) -> Form | None:
    """Four digits that go on a list of years are one."""
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


def _plural(word: str) -> bool:
    return word.islower() and word.endswith("s") and len(word) > len("was") and not word.endswith("ss")


@rule("(?<! quote) y:short_year (?! name|quote|units)", "year_at")
def short_year(hit: Hit) -> Form | None:
    """“'98” is the year of that ending nearest to the text's own time."""
    return Named(year=int(hit.words("y")[1:]))


YEARS: tuple[Rule, ...] = (
    century,
    year_of_era,
    year_before_era,
    ancient_year,
    piece_of_ancient_year,
    years_joined,
    years_with_a_slash,
    year_in_context,
    year_alone,
    year_listed,
    short_year,
)
"""Tried after all other dates of the calendar."""
