"""Years of both eras and of fewer than four digits, centuries and millennia."""

import re

from loaders.times.forms import Form, Named
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.pieces import YEAR
from loaders.times.rules.calendar import whole
from loaders.times.sentences import noun_follows
from loaders.times.words import NAME, kind

DASH, UNIT, OF, ABOUT, OPEN, YEAR_AT = (kind(name) for name in ("dash", "unit", "of", "about", "open", "year_at"))
SLASHED = re.compile(r"(\d{3,4})/(\d{1,4})")
NEARBY = 400
"""Pieces looked back for the era of a year."""
CENTURY, FAR, ROUND, LONGEST = 100, 300, 50, 900
"""Years: of a century; from a year of our era to one that goes on from it; of a number that is hardly a year; of a
dynasty."""


@rule(
    """the? n:nth (dash? unit)? (to|and|or|through|until|dashes|comma) the? (early dash?)?
    m:nth dash? u:anyunit b:era?""",
    "centuries",
)
def centuries(hit: Hit) -> Made | None:
    """“The 16th and 17th centuries”, “the fifth to the third century BC” are two centuries."""
    if hit["u"] != "century":
        return None
    christ = hit["b"] == "BC"
    one, other = (Named(century=whole(hit[name]), before_christ=christ) for name in ("n", "m"))
    century_at = kind("century_at")
    return Made(((hit.first, _end_of_first(hit), century_at, one), (hit.at("m"), hit.end, century_at, other)))


def _end_of_first(hit: Hit) -> int:
    """Behind “the 16th” or “the 16th century”."""
    end = hit.at("n") + 1
    kinds = hit.pieces.kinds
    if kinds[end : end + 2] == [DASH, UNIT]:
        return end + 2
    return end + (kinds[end] == UNIT)


@rule("the? n:nth dash? u:unit (dash? e:era)?", "century_at")
def century(hit: Hit) -> Form | None:
    """A century is its hundred years: “the 20th century” is taken as 1900 to 1999, as most writers mean it."""
    if hit["u"] == "millennium" and hit.has("e"):
        return Named(millennium=whole(hit["n"]), before_christ=hit["e"] == "BC")
    return Named(century=whole(hit["n"]), before_christ=hit["e"] == "BC") if hit["u"] == "century" else None


@rule("(?<= in|of|by|early|edge|since|until|during) c:code (?! era)", "year_at")
def year_from_summer(hit: Hit) -> Form | None:
    """In a text that counts years before Christ “in 480/479” is the year that begins in the first of them."""
    both = _both_years(hit.words("c"), back=True) if hit.pieces.era == "BC" else None
    return Named(year=both[0], before_christ=True) if both else None


@rule("n:num e:era | a:era y:num | c:code e:era", "year_at")
def year_of_era(hit: Hit) -> Form | None:
    """A year before or after Christ; “348/47 BC”, a year that begins in summer, is told by the first."""
    if hit.has("a"):
        return Named(year=whole(hit["y"]), of_our_era=True) if hit["a"] == "AD" else None
    year = whole(hit["n"])
    if hit.has("c"):
        both = _both_years(hit.words("c"), back=hit["e"] == "BC")
        year = both[0] if both else None
    christ = hit["e"] == "BC"
    return Named(year=year, before_christ=christ, of_our_era=not christ) if year else None


def _both_years(digits: str, *, back: bool) -> tuple[int, int] | None:
    """“348/47” before Christ and “1871/72” as two neighbouring years, or None."""
    found = SLASHED.fullmatch(digits)
    if not found:
        return None
    first, last = int(found[1]), int(found[1][: len(found[1]) - len(found[2])] + found[2])
    return (first, last) if last - first == (-1 if back else 1) else None


@rule("n:num (?= (to|dashes|and|or|slash_mark|until) (num|year_at))", "year_at")
def year_before_era(hit: Hit) -> Form | None:
    """In “264 to 241 BC” both numbers are years before Christ, in “9–23 AD” after."""
    number = whole(hit["n"]) or 0
    last = hit.pieces.values[hit.end + 1] if hit.pieces.kinds[hit.end + 1] == YEAR_AT else None
    if not isinstance(last, Named) or not (last.before_christ or last.of_our_era) or last.year is None:
        return None
    falls = number >= last.year
    return Named(year=number, before_christ=falls, of_our_era=not falls) if falls == last.before_christ else None


@rule(
    """the? s:season (of|comma)? y:year_at ((dashes|slash_mark|to) year_at)
    | (d:date comma? | the? s:season (of|comma)? | m:month (of|comma)?) y:year_at""",
    "date",
)
def piece_of_ancient_year(hit: Hit) -> Form | None:
    """“August 480 BC”, “the spring of 79 AD”, “the winter of 229–228 BC”."""
    year, day = hit["y"], hit["d"] or Named(season=whole(hit["s"]), month=whole(hit["m"]))
    if not isinstance(year, Named) or not isinstance(day, Named) or year.year is None or day.year is not None:
        return None
    era = {"before_christ": year.before_christ, "of_our_era": year.of_our_era}
    return day.model_copy(update={"year": year.year, **era})


@rule(
    """(?<= in|by|since|until|from|before|after|open|edge|early|of|during|between|about|anyunit|month|weak_month)
    n:digits (?! counted|units|dash anyunit|code|scale|big|slash_mark)""",
    "year_at",
)
def ancient_year(hit: Hit) -> Form | None:
    """In a text that counts years before Christ “in 480” is one of them, in one of the early Middle Ages “in 732”."""
    return _short_year(hit)


@rule(
    """((?<= year_at and) | (?<= year_at or) | (?<= year_at comma) | (?<= year_at to) | (?<= year_at until)
    | (?<= year_at dashes)) n:digits (?! counted|units|dash anyunit|code|scale|big|slash_mark)
    ((and|or) m:digits (?! counted|units|dash))?""",
    "years",
)
def ancient_year_listed(hit: Hit) -> Made | None:
    """“In 495, 494 and 493” are all years."""
    found = [(hit.at(name), _short_year(hit, name)) for name in ("n", "m") if hit.has(name)]
    return Made(tuple((at, at + 1, YEAR_AT, year) for at, year in found if year)) if found[0][1] else None


def _short_year(hit: Hit, name: str = "n") -> Form | None:
    pieces = hit.pieces
    if not pieces.era or len(hit.words(name)) != len("480") or _is_counted(hit):
        return None
    ours = pieces.era == "AD" or _is_of_our_era(hit, whole(hit[name]) or 0)
    return Named(year=whole(hit[name]), before_christ=not ours, of_our_era=ours)


def _is_counted(hit: Hit) -> bool:
    """“In 480 villages”, “a fleet of 480 Persian ships”, “a rate of 151 per 1,000”."""
    kinds, end = hit.pieces.kinds, hit.end
    if noun_follows(hit.pieces, end) or hit.follows() == "per":
        return True
    return kinds[hit.first - 1] in {OF, ABOUT} and end < len(kinds) and kinds[end] == NAME


def _is_of_our_era(hit: Hit, number: int) -> bool:
    """Whether a year is nearer to the last one of our era than to the last one before Christ."""
    last: dict[bool, int] = {}
    for at in range(hit.first - 1, max(-1, hit.first - NEARBY), -1):
        year = hit.pieces.values[at]
        if hit.pieces.kinds[at] == YEAR and isinstance(year, int):
            last.setdefault(True, year)
        elif isinstance(year, Named) and (year.year or year.century):
            last.setdefault(not year.before_christ, year.year or (year.century or 0) * CENTURY - CENTURY // 2)
    return True in last and abs(number - last[True]) < abs(number - last.get(False, number + FAR))


@rule("(?<= in|from|between|of|during|open|gap|stop|dot) a:digits d:dashes b:digits (?! counted|units|dash)", "years")
def ancient_years(hit: Hit) -> Made | None:
    """In a text that counts years before Christ “264–241” is two of them."""
    first, last = whole(hit["a"]) or 0, whole(hit["b"]) or 0
    if hit.pieces.era != "BC" or not first > last or len(hit.words("a")) != len("264") or _is_counted(hit):
        return None
    one, other = hit.at("a"), hit.at("b")
    return Made((
        (one, one + 1, YEAR_AT, Named(year=first, before_christ=True)),
        (other, other + 1, YEAR_AT, Named(year=last, before_christ=True)),
    ))  # fmt: skip


@rule(
    """(?<= in) (?<! num in) n:digits
    (?= stop|dot|comma|semicolon|close|and|or|until|to|dashes|by|during|after|before|when|gap)""",
    "year_at",
)
def early_year(hit: Hit) -> Form | None:
    """“The king died in 843.”: nothing is counted, and the number is not round."""
    number = whole(hit["n"]) or 0
    plain = len(hit.words("n")) == len("843") and hit.words("n").isdigit() and number % ROUND
    return Named(year=number, of_our_era=True) if plain and hit.pieces.era != "BC" else None


@rule("(?<= anyunit) n:digits (?! counted|units)", "year_at")
def numbered_year(hit: Hit) -> Form | None:
    """“The year 862” is one in any text."""
    plain = hit.pieces.values[hit.first - 1] == "year" and len(hit.words("n")) == len("862") and not _is_counted(hit)
    return Named(year=whole(hit["n"]), of_our_era=True) if plain else None


@rule(
    """(?<= from) a:digits (to|until|dashes) (b:digits_year | b:digits) (?! counted|units|dash|code|scale)
    | (?<= between) a:digits and (b:digits_year | b:digits) (?! counted|units|dash|code|scale)
    | (?<= open) a:digits dashes (b:digits_year | b:digits) (?= close|comma|semicolon)
    | (?<= in) a:digits s:dashes b:digits (?! counted|units|dash|code|scale)""",
    "years",
)
def early_years(hit: Hit) -> Made | None:
    """“From 756 to 1031”, “(960–1279)” are years; numbers that are round or of three digits both, only in a history."""
    first, last, one, other = whole(hit["a"]) or 0, whole(hit["b"]) or 0, hit.at("a"), hit.at("b")
    opens = hit.pieces.kinds[hit.first - 1] == OPEN
    near = hit.has("s") and bool(first % ROUND) and last - first < ROUND
    sure = near or hit.pieces.era == "AD" or (last >= 10 * CENTURY and (opens or last % ROUND))
    plain = CENTURY <= first < last < first + LONGEST and f"{first}{last}" == hit.words("a") + hit.words("b")
    if not sure or not plain or hit.pieces.era == "BC" or noun_follows(hit.pieces, hit.end):
        return None
    return Made((
        (one, one + 1, YEAR_AT, Named(year=first, of_our_era=True)), (other, other + 1, YEAR_AT, Named(year=last)),
    ))  # fmt: skip


CENTURIES: tuple[Rule, ...] = (centuries,)
"""Tried before “the 16th” is read as a day."""
ERAS: tuple[Rule, ...] = (
    century,
    year_of_era,
    year_from_summer,
    year_before_era,
    ancient_years,
    ancient_year,
    ancient_year_listed,
    numbered_year,
    early_years,
    early_year,
    piece_of_ancient_year,
)
"""Tried before plain years."""
