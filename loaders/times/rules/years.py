"""Years and centuries, of our era and before it, and when four digits are a year at all."""

import re

from graph.record import Span
from loaders.times.forms import Between, Form, Named
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.pieces import YEAR, Era
from loaders.times.rules.calendar import counts, whole
from loaders.times.sentences import noun_follows
from loaders.times.words import NAME, kind

NAMES_A_YEAR = frozenset(kind(name) for name in ("the", "poss", "owner", "stop", "dot", "gap", "open"))
DASH, DIGITS, UNIT, OF, ABOUT, YEAR_AT = (kind(name) for name in ("dash", "digits", "unit", "of", "about", "year_at"))
SLASHED = re.compile(r"(\d{3,4})/(\d{1,4})")
NEARBY = 400
"""Pieces looked back for the era of a year."""
COUNTABLE = frozenset({kind("other"), kind("name")})
YEARS_ALONE = range(1900, 2051)
"""Four digits that are a year without any word that says so."""
OLD_YEARS_ALONE = range(1500, 1900)
"""Four digits that are a year only where nothing can be counted with them."""


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
    y:digits_year (?! units|dash units|label|unit old|zone|meridiem)""",
    "year_at",
)
def year_in_context(hit: Hit) -> Form | None:
    """Four digits after “in”, “since”, “of” and the like are a year, unless things are counted."""
    return None if counts(hit) or _ends_a_number(hit) else Named(year=whole(hit["y"]))


@rule(
    """(?<! name|label|code|weekday|number) (?<! label dot)
    y:digits_year (?! counted|units|label|make|unit old|dot digits|zone|meridiem)""",
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
    ours = pieces.era == "AD" or _era_before(hit) == "AD"
    return Named(year=whole(hit[name]), before_christ=not ours, of_our_era=ours)


def _is_counted(hit: Hit) -> bool:
    """“In 480 villages”, “a fleet of 480 Persian ships”, “a rate of 151 per 1,000”."""
    kinds, end = hit.pieces.kinds, hit.end
    if noun_follows(hit.pieces, end) or hit.follows() == "per":
        return True
    return kinds[hit.first - 1] in {OF, ABOUT} and end < len(kinds) and kinds[end] == NAME


def _era_before(hit: Hit) -> Era:
    """The era that the last year before it names; a text goes on in it."""
    pieces = hit.pieces
    for at in range(hit.first - 1, max(-1, hit.first - NEARBY), -1):
        year = pieces.values[at]
        if pieces.kinds[at] == YEAR:
            return "AD"
        if isinstance(year, Named) and (year.year or year.century):
            return "BC" if year.before_christ else "AD"
    return ""


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


CENTURIES: tuple[Rule, ...] = (centuries,)
"""Tried before “the 16th” is read as a day."""
YEARS: tuple[Rule, ...] = (
    century,
    year_of_era,
    year_before_era,
    ancient_years,
    ancient_year,
    ancient_year_listed,
    piece_of_ancient_year,
    years_joined,
    years_with_a_slash,
    year_in_context,
    year_alone,
    year_listed,
    short_year,
)
"""Tried after all other dates of the calendar."""
