"""Dates that name a piece of the calendar: days, months, seasons, years, decades, centuries, holidays."""

import re

from loaders.times.direction import is_past
from loaders.times.forms import Foreign, Form, Named
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.pieces import YEAR
from loaders.times.sentences import noun_follows
from loaders.times.words import kind

MOST_DAYS, MONTHS = 31, 12
NAMES_A_YEAR = frozenset(kind(name) for name in ("the", "poss", "owner", "stop", "dot", "gap", "open"))
DASH, DIGITS = kind("dash"), kind("digits")
COUNTED, IN = kind("counted"), kind("in")
COUNTABLE = frozenset({kind("other"), kind("name")})
YEARS_ALONE = range(1900, 2051)
"""Four digits that are a year without any word that says so."""
OLD_YEARS_ALONE = range(1500, 1900)
"""Four digits that are a year only where nothing can be counted with them."""


def whole(value: object) -> int | None:
    """A captured number as an int."""
    return int(value) if isinstance(value, int | float) else None


def day_number(hit: Hit, name: str = "d") -> int | None:
    """A captured number that can be the day of a month."""
    value = whole(hit[name])
    return value if value is not None and 1 <= value <= MOST_DAYS else None


def _full(hit: Hit, year: int | None = None) -> Form | None:
    day = day_number(hit)
    return Named(year=year, month=whole(hit["m"]), day=day, weekday=whole(hit["w"])) if day else None


@rule("i:iso", "date")
def iso_date(hit: Hit) -> Form | None:
    """A date written year-month-day."""
    year, month, day = (int(part) for part in hit.words("i")[:10].split("-"))
    return Named(year=year, month=month, day=day) if 1 <= month <= MONTHS and day else None


@rule("i:isoweek", "date")
def iso_week(hit: Hit) -> Form | None:
    """A week counted in the year, as ISO 8601 writes it."""
    year, week, *weekday = (int(digits) for digits in re.findall(r"\d+", hit.words("i")))
    return Named(year=year, week=week, weekday=weekday[0] if weekday else None) if week else None


@rule("s:slash", "date")
def numeric_date(hit: Hit) -> Form | None:
    """Day and month in numbers: with slashes the month stands first unless it cannot, with dots the day does."""
    first, second, year = (int(part) for part in re.split(r"[/.]", hit.words("s")))
    month, day = (second, first) if "." in hit.words("s") or first > MONTHS else (first, second)
    return Named(year=year, month=month, day=day) if 1 <= month <= MONTHS and 1 <= day <= MOST_DAYS else None


@rule("(w:weekday comma? the?)? m:month (dot | the)? d:dayno comma? y:anyyear", "date")
def month_day_year(hit: Hit) -> Form | None:
    """Month, day and year make a day."""
    return _full(hit, whole(hit["y"]))


@rule(
    """(w:weekday comma? the?)? d:dayno of? m:month dot? comma? y:anyyear
    | the d:ordinal_word of m:month comma? y:anyyear""",
    "date",
)
def day_month_year(hit: Hit) -> Form | None:
    """Day, month and year make a day."""
    return _full(hit, whole(hit["y"]))


@rule("(w:weekday comma? the?)? m:month (dot | the)? d:dayno (?! dash? anyunit | counted)", "date")
def month_day(hit: Hit) -> Form | None:
    """A day without its year is the one nearest to publication, on the side that tense and context say."""
    return _full(hit)


@rule("(w:weekday comma? the?)? d:dayno of? m:month | the d:ordinal_word of m:month", "date")
def day_month(hit: Hit) -> Form | None:
    """A day without its year is the one nearest to publication, on the side that tense and context say."""
    return _full(hit)


@rule("m:month dot? (of|comma)? (the anyunit)? y:anyyear (?! units) | m:month s:short_year", "month_at")
def month_year(hit: Hit) -> Form | None:
    """Month and year."""
    if _counts(hit):
        return None
    year = int(hit.words("s")[1:]) if hit.has("s") else whole(hit["y"])
    return Named(year=year, month=whole(hit["m"]))


@rule("w:weekday comma? the? d:ordinal", "date")
def weekday_ordinal(hit: Hit) -> Form | None:
    """A weekday with the day of the month fixes the month."""
    day = day_number(hit)
    return Named(weekday=whole(hit["w"]), day=day) if day else None


@rule(
    """((?<= on|by|until|since|from|to|and|before|after|about) | (?<= part of)) the d:ordinal
    (?! name|anyunit|quarter|dash|half|century_at|month|scale)""",
    "date",
)
def ordinal_day(hit: Hit) -> Form | None:
    """“The 18th” is that day of the month nearest to publication, on the side that tense says."""
    day = day_number(hit)
    return Named(day=day) if day and not noun_follows(hit.pieces, hit.end) else None


@rule("(?<! name) h:holiday ((of|in|comma)? y:anyyear)? | y:anyyear h:holiday", "date")
def holiday(hit: Hit) -> Form | None:
    """A holiday is the day it falls on in the year."""
    return Named(holiday=str(hit["h"]), year=whole(hit["y"]))


@rule("the? s:season (of|comma)? y:anyyear (dashes|slash_mark) z:num", "season_at")
def season_years(hit: Hit) -> Form | None:
    """“The winter of 1914–15” is the one that begins in the first of the years."""
    first, last = whole(hit["y"]) or 0, whole(hit["z"])
    turns = last is not None and last in {first + 1, (first + 1) % 100}
    return Named(season=whole(hit["s"]), year=first) if turns else None


@rule("the? s:season (of|comma)? (the anyunit)? y:anyyear | the y:anyyear s:season", "season_at")
def season_year(hit: Hit) -> Form | None:
    """A season of a year, northern hemisphere; a winter belongs to the year it begins in."""
    return Named(season=whole(hit["s"]), year=whole(hit["y"]))


@rule("the? d:decade", "decade_at")
def decade_digits(hit: Hit) -> Form | None:
    """A decade is its ten years: “the 1990s” are 1990 to 1999."""
    return Named(decade=int("".join(c for c in hit.words("d") if c.isdigit())))


@rule("(?<= the|early|edge|of|dashes) d:decade_word", "decade_at")
def decade_word(hit: Hit) -> Form | None:
    """“The eighties” are the ten years of the century spoken of."""
    return Named(decade=whole(hit["d"]))


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


@rule(
    """(the anyunit)? (?<= in|since|by|of|from|until|before|after|during|through|between|early|edge|open|about|dashes
    |anyunit)
    y:digits_year (?! units|dash units|label|unit old)""",
    "year_at",
)
def year_in_context(hit: Hit) -> Form | None:
    """Four digits after “in”, “since”, “of” and the like are a year, unless things are counted."""
    return None if _counts(hit) or _ends_a_number(hit) else Named(year=whole(hit["y"]))


def _counts(hit: Hit) -> bool:
    """Whether the number counts what follows: “in 1968 homes”, not “in 1968 students marched”."""
    pieces, end = hit.pieces, hit.end
    if end >= len(pieces.kinds) or pieces.kinds[end] != COUNTED:
        return False
    dated = pieces.kinds[hit.first] != YEAR or (hit.first > 0 and pieces.kinds[hit.first - 1] == IN)
    return not dated or end + 1 >= len(pieces.kinds) or not is_past(pieces.words(end + 1))


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


@rule("num? of? foreign num? | foreign", "foreign_date")
def other_calendar(_: Hit) -> Form | None:
    """A date of another calendar is left alone."""
    return Foreign()


CALENDAR: tuple[Rule, ...] = (
    other_calendar,
    month_day_year,
    day_month_year,
    month_day,
    day_month,
    month_year,
    weekday_ordinal,
    ordinal_day,
    holiday,
    season_years,
    season_year,
    decade_digits,
    decade_word,
    century,
    year_of_era,
    year_before_era,
    ancient_year,
    piece_of_ancient_year,
    years_joined,
    year_in_context,
    year_alone,
    year_listed,
    short_year,
)
NUMERIC: tuple[Rule, ...] = (iso_date, iso_week, numeric_date)
