"""Quarters and halves of years, as companies count them."""

import re

from loaders.times.forms import Form, Named
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.rules.calendar import whole
from loaders.times.rules.relative import which
from loaders.times.words import kind

MOST = 4
GAME, CODE, NEARBY = kind("game"), kind("code"), 14
"""Words of matches, which have quarters and halves of their own; how many pieces around are looked at."""


@rule("the? fiscal? n:nth (fiscal | dash)? quarter (?! dash) ((of|comma)? fiscal? y:anyyear)?", "quarter_at")
def quarter(hit: Hit) -> Form | None:
    """A quarter of a year; without the year it is the nearest one, on the side that tense says."""
    number = whole(hit["n"]) or 0
    if not 1 <= number <= MOST or (GAME in _around(hit) and not hit.has("y")):
        return None
    return Named(quarter=number, year=whole(hit["y"]))


@rule("the? n:nth dash? half (?! of|dash|unit|article|the)", "half_at")
def half_year(hit: Hit) -> Form | None:
    """“First-half profit rose 5%” is of the first half of a year: where money or shares are told, and no match."""
    number, around = whole(hit["n"]), _around(hit)
    return Named(half=number) if number in {1, 2} and CODE in around and GAME not in around else None


def _around(hit: Hit) -> list[str]:
    return hit.pieces.kinds[max(0, hit.first - NEARBY) : hit.end + NEARBY]


@rule("c:code", "year_at")
def short_fiscal_year(hit: Hit) -> Form | None:
    """“FY2025” is the fiscal year of that number."""
    found = re.fullmatch(r"FY-?((?:20)?\d\d)", hit.words("c"))
    return Named(year=int(found[1]) % 100 + 2000) if found else None


@rule("c:code (of? fiscal? y:anyyear)? | y:digits_year dash? c:code", "quarter_at")
def short_quarter(hit: Hit) -> Form | None:
    """“Q3 2024”, “Q3 of 2024” and “H1 2025” are a quarter and a half of a year."""
    found = re.fullmatch(r"([QH])([1-4])", hit.words("c"))
    if not found:
        return None
    number, year = int(found[2]), whole(hit["y"])
    return Named(quarter=number, year=year) if found[1] == "Q" else Named(half=number, year=year)


@rule("fiscal unit? y:anyyear", "year_at")
def fiscal_year(hit: Hit) -> Form | None:
    """A fiscal year is taken as the calendar year of that number."""
    return Named(year=whole(hit["y"]))


@rule(
    """the? n:nth dash? quarter (of | in)? (the? q:last | q:next | q:this | (that|the) same | that) u:unit
    | (q:last | q:next | q:this | that) u:unit poss n:nth dash? quarter""",
    "quarter_at",
)
def quarter_of_turn(hit: Hit) -> Form | None:
    """“The third quarter of last year”, “this year's first quarter”."""
    turn, number = which(hit) if hit.has("q") else "same", whole(hit["n"]) or 0
    return Named(quarter=number, of_year=turn) if hit["u"] == "year" and number in range(1, 5) else None


QUARTERS: tuple[Rule, ...] = (quarter_of_turn, quarter, half_year, short_quarter, short_fiscal_year, fiscal_year)
"""Tried before years, which they take in."""
