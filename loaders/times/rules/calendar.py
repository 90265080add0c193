"""Dates that name a piece of the calendar: days, months, seasons, decades, holidays."""

import re

from loaders.times.direction import is_past
from loaders.times.forms import Foreign, Form, Named
from loaders.times.patterns import Hit, Rule, rule
from loaders.times.pieces import YEAR
from loaders.times.sentences import noun_follows
from loaders.times.words import kind

MOST_DAYS, MONTHS = 31, 12
CENTURY = 100
SLASHED = re.compile(r"\d{4}/(\d{4}|\d\d)")
COUNTED, IN, EARLY = kind("counted"), kind("in"), kind("early")


def whole(value: object) -> int | None:
    """A captured number as an int."""
    return int(value) if isinstance(value, int | float) else None


def day_number(hit: Hit, name: str = "d") -> int | None:
    """A captured number that can be the day of a month."""
    value = whole(hit[name])
    return value if value is not None and 1 <= value <= MOST_DAYS else None


def counts(hit: Hit) -> bool:
    """Whether the number counts what follows: “in 1968 homes”, not “in 1968 students marched”."""
    pieces, end = hit.pieces, hit.end
    if end >= len(pieces.kinds) or pieces.kinds[end] != COUNTED:
        return False
    dated = pieces.kinds[hit.first] != YEAR or (hit.first > 0 and pieces.kinds[hit.first - 1] == IN)
    return not dated or end + 1 >= len(pieces.kinds) or not is_past(pieces.words(end + 1))


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
    if counts(hit):
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


@rule("the? s:season (of|comma)? (y:anyyear (dashes|slash_mark|to|and) z:num | c:code)", "season_at")
def season_years(hit: Hit) -> Form | None:
    """“The winter of 1914–15”, “the winter of 1914 to 1915” is the one that begins in the first of the years."""
    ends = [int(digits) for digits in hit.words("c").split("/")] if SLASHED.fullmatch(hit.words("c")) else []
    first, last = ends or (whole(hit["y"]) or 0, whole(hit["z"]))
    turns = last is not None and last in {first + 1, (first + 1) % 100}
    return Named(season=whole(hit["s"]), year=first) if turns else None


@rule("the? s:season (?= seasonal+ (of|in) y:anyyear (?! units))", "season_at")
def season_of_campaign(hit: Hit) -> Form | None:
    """“The spring offensive of 1918” is of that year."""
    return Named(season=whole(hit["s"]), year=whole(hit["y"]))


@rule("(the|article) m:month (?= (other | name | seasonal) of y:anyyear (?! units))", "month_at")
def month_of_campaign(hit: Hit) -> Form | None:
    """“The October war of 1973” was in that October."""
    return Named(month=whole(hit["m"]), year=whole(hit["y"]))


@rule("the (m:month d:dayno | d:dayno m:month) (?= (other | name | seasonal) (of|in) y:anyyear (?! units))", "date")
def day_of_an_event(hit: Hit) -> Form | None:
    """“The October 3 rising of 1973” was on that day of the year."""
    return _full(hit, whole(hit["y"]))


@rule("the? s:season u:units (of|in)? y:anyyear (?! units)", "season_at")
def season_months(hit: Hit) -> Form | None:
    """“The winter months of 1871” are that winter."""
    return Named(season=whole(hit["s"]), year=whole(hit["y"])) if hit["u"] == "month" else None


@rule("the? s:season (of|comma)? (the anyunit)? y:anyyear | the y:anyyear s:season", "season_at")
def season_year(hit: Hit) -> Form | None:
    """A season of a year, northern hemisphere; a winter belongs to the year it begins in."""
    return Named(season=whole(hit["s"]), year=whole(hit["y"]))


@rule("the? d:decade e:era?", "decade_at")
def decade_digits(hit: Hit) -> Form | None:
    """A decade is its ten years: “the 1990s” are 1990 to 1999, “the 480s BC” 489 to 480."""
    first = int("".join(c for c in hit.words("d") if c.isdigit()))
    short = CENTURY <= first < 10 * CENTURY
    if short and hit.at("d") == hit.first and hit.pieces.kinds[hit.first - 1 : hit.first] != [EARLY]:
        return None  # “five 380s”
    christ = hit["e"] == "BC" or (short and hit["e"] is None and hit.pieces.era == "BC")
    return Named(decade=first, before_christ=christ, of_our_era=short and not christ)


@rule("(?<= the|early|edge|of|dashes) d:decade_word", "decade_at")
def decade_word(hit: Hit) -> Form | None:
    """“The eighties” are the ten years of the century spoken of."""
    return Named(decade=whole(hit["d"]))


@rule("num? of? foreign num? | foreign", "foreign_date")
def other_calendar(_: Hit) -> Form | None:
    """A date of another calendar is left alone."""
    return Foreign()


CALENDAR: tuple[Rule, ...] = (
    other_calendar,
    day_of_an_event,
    month_day_year,
    day_month_year,
    month_day,
    day_month,
    month_year,
    weekday_ordinal,
    ordinal_day,
    holiday,
    season_years,
    season_of_campaign,
    month_of_campaign,
    season_months,
    season_year,
    decade_digits,
    decade_word,
)
NUMERIC: tuple[Rule, ...] = (iso_date, iso_week, numeric_date)
