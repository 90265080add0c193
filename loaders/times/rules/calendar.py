"""Dates that name a piece of the calendar: days, months, seasons, years, decades, centuries, holidays."""

import re

from graph.record import Span
from loaders.times.forms import Between, Form, Named
from loaders.times.patterns import Hit, Made, Rule, rule
from loaders.times.words import kind

MOST_DAYS = 31


def whole(value: object) -> int | None:
    """A captured number as an int."""
    return int(value) if isinstance(value, int | float) else None


def _day(hit: Hit, name: str = "d") -> int | None:
    value = whole(hit[name])
    return value if value is not None and 1 <= value <= MOST_DAYS else None


def _full(hit: Hit, year: int | None = None) -> Form | None:
    day = _day(hit)
    return Named(year=year, month=whole(hit["m"]), day=day, weekday=whole(hit["w"])) if day else None


@rule("i:iso", "date")
def iso_date(hit: Hit) -> Form | None:
    """A date written year-month-day."""
    year, month, day = (int(part) for part in hit.words("i")[:10].split("-"))
    return Named(year=year, month=month, day=day)


@rule("i:isoweek", "date")
def iso_week(hit: Hit) -> Form | None:
    """A week counted in the year, as ISO 8601 writes it."""
    digits = re.findall(r"\d+", hit.words("i"))
    year, week = int(digits[0]), int(digits[1])
    return Named(year=year, week=week, weekday=int(digits[2]) if len(digits) > 2 else None)  # noqa: PLR2004


@rule("s:slash", "date")
def numeric_date(hit: Hit) -> Form | None:
    """Day and month in numbers: with slashes the month stands first unless it cannot, with dots the day does."""
    parts = [int(part) for part in re.split(r"[/.]", hit.words("s"))]
    month, day = (parts[1], parts[0]) if "." in hit.words("s") or parts[0] > 12 else (parts[0], parts[1])  # noqa: PLR2004
    return Named(year=parts[2], month=month, day=day) if month <= 12 else None  # noqa: PLR2004


@rule("m:month dot? a:dayno (dashes|to|through|until) b:dayno (comma? y:anyyear)?", "range")
def days_of_month(hit: Hit) -> Form | None:
    """“October 18–20” is all three days."""
    return _run(hit)


@rule("a:dayno (dashes|to|through|until|x:and) b:dayno of? m:month dot? (comma? y:anyyear)?", "range")
def days_before_month(hit: Hit) -> Form | None:
    """“18–20 October” is all three days."""
    return _run(hit) if hit.pieces.kinds[hit.at("a") - 1] == kind("between") or not hit.has("x") else None


def _run(hit: Hit) -> Form | None:
    first, last = _day(hit, "a"), _day(hit, "b")
    if first is None or last is None or first >= last:
        return None
    month, year, pieces = whole(hit["m"]), whole(hit["y"]), hit.pieces
    one, other = min(hit.at("a"), hit.at("m")), max(hit.at("b"), hit.at("m"), hit.at("y"))
    middle = (hit.at("a"), hit.at("b"))
    spans = (
        Span(start=pieces.starts[one], end=pieces.ends[middle[0]]),
        Span(start=pieces.starts[middle[1]], end=pieces.ends[other])
        if hit.at("m") > middle[1] or hit.has("y")
        else Span(start=pieces.starts[middle[1]], end=pieces.ends[middle[1]]),
    )
    return Between(
        first=Named(year=year, month=month, day=first), last=Named(year=year, month=month, day=last), spans=spans
    )


@rule("m:month a:dayno (and|comma) b:dayno (?! units|unit|num|plain) (comma? y:anyyear)?", "dates")
def days_listed(hit: Hit) -> Made | None:
    """“May 6 and 7” are two days."""
    first, last, year = _day(hit, "a"), _day(hit, "b"), whole(hit["y"])
    if first is None or last is None or first >= last:
        return None
    month, one, other = whole(hit["m"]), hit.at("m"), hit.at("b")
    return Made(
        (
            (one, other - 1, kind("date"), Named(year=year, month=month, day=first)),
            (other, hit.match.end(), kind("date"), Named(year=year, month=month, day=last)),
        )
    )


@rule("(w:weekday dot? comma? the?)? m:month dot? (the)? d:dayno comma? y:anyyear", "date")
def month_day_year(hit: Hit) -> Form | None:
    """Month, day and year make a day."""
    return _full(hit, whole(hit["y"]))


@rule("(w:weekday dot? comma? (the)?)? d:dayno of? m:month dot? comma? y:anyyear", "date")
def day_month_year(hit: Hit) -> Form | None:
    """Day, month and year make a day."""
    return _full(hit, whole(hit["y"]))


@rule("(w:weekday dot? comma? the?)? m:month dot? the? d:dayno (?! dash? anyunit)", "date")
def month_day(hit: Hit) -> Form | None:
    """A day without its year is the one nearest to publication, on the side that tense and context say."""
    return _full(hit)


@rule("(w:weekday dot? comma? (the)?)? d:dayno of? m:month", "date")
def day_month(hit: Hit) -> Form | None:
    """A day without its year is the one nearest to publication, on the side that tense and context say."""
    return _full(hit)


@rule("m:month dot? (of|comma)? y:anyyear | m:month short:short_year", "month_at")
def month_year(hit: Hit) -> Form | None:
    """Month and year."""
    if hit.has("short"):
        return Named(year=int(hit.words("short")[1:]), month=whole(hit["m"]))
    return Named(year=whole(hit["y"]), month=whole(hit["m"]))


@rule("w:weekday comma? the? d:ordinal", "date")
def weekday_ordinal(hit: Hit) -> Form | None:
    """A weekday with the day of the month fixes the month."""
    day = _day(hit)
    return Named(weekday=whole(hit["w"]), day=day) if day else None


@rule("(?<= on|by|until|since|from|to|and|before|after) the d:ordinal (?! plain|name|anyunit|quarter|dash)", "date")
def ordinal_day(hit: Hit) -> Form | None:
    """“The 18th” is that day of the month nearest to publication, on the side that tense says."""
    day = _day(hit)
    return Named(day=day) if day else None


@rule("h:holiday ((of|comma)? y:anyyear)?", "date")
def holiday(hit: Hit) -> Form | None:
    """A holiday is the day it falls on in the year."""
    return Named(holiday=str(hit["h"]), year=whole(hit["y"]))


@rule("the? s:season (of|comma)? y:anyyear (dashes num)?", "season_at")
def season_year(hit: Hit) -> Form | None:
    """A season of a year, northern hemisphere; a winter belongs to the year it begins in."""
    return Named(season=whole(hit["s"]), year=whole(hit["y"]))


@rule("the? n:nth fiscal? quarter (of|comma)? y:anyyear", "quarter_at")
def quarter_year(hit: Hit) -> Form | None:
    """A quarter of a year."""
    number = whole(hit["n"]) or 0
    return Named(quarter=number, year=whole(hit["y"])) if 1 <= number <= 4 else None  # noqa: PLR2004


@rule("the? n:nth fiscal? quarter", "quarter_at")
def quarter_alone(hit: Hit) -> Form | None:
    """A quarter without its year is the one nearest to publication, on the side that tense says."""
    number = whole(hit["n"]) or 0
    return Named(quarter=number) if 1 <= number <= 4 else None  # noqa: PLR2004


@rule("fiscal unit? y:anyyear", "year_at")
def fiscal_year(hit: Hit) -> Form | None:
    """A fiscal year is taken as the calendar year of that number."""
    return Named(year=whole(hit["y"]), fiscal=True)


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


@rule("n:num (?= (to|dashes|and) (num|year_at))", "year_at")
def year_before_era(hit: Hit) -> Form | None:
    """In “264 to 241 BC” both numbers are years before Christ."""
    kinds, values, at = hit.pieces.kinds, hit.pieces.values, hit.match.end() + 1
    last = values[at] if kinds[at] == kind("year_at") else None
    if isinstance(last, Named) and last.before_christ and (whole(hit["n"]) or 0) >= (last.year or 0):
        return Named(year=whole(hit["n"]), before_christ=True)
    return None


@rule("y:digits_year d:dashes z:num (?! digits_day|dash|counted|units)", "years")
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
        ((one, one + 1, kind("year_at"), Named(year=first)), (other, other + 1, kind("year_at"), Named(year=last)))
    )


@rule(
    "(?<= in|since|by|of|from|until|before|after|during|through|between|early|edge|open|about|dashes) y:digits_year (?! counted|units|dash units|label)",
    "year_at",
)
def year_in_context(hit: Hit) -> Form | None:
    """Four digits after “in”, “since”, “of” and the like are a year, unless things are counted."""
    return Named(year=whole(hit["y"]))


@rule("(?<! name|label|code|weekday) y:digits_year (?! counted|units|dash units|label|dot digits|name dash)", "year_at")
def year_alone(hit: Hit) -> Form | None:
    """Four digits from 1900 to 2050 are a year, unless a name stands before them or things are counted after."""
    year = whole(hit["y"]) or 0
    return Named(year=year) if 1900 <= year <= 2050 else None  # noqa: PLR2004


@rule("y:short_year", "year_at")
def short_year(hit: Hit) -> Form | None:
    """“'98” is the year of that ending nearest to the text's own time."""
    return Named(year=int(hit.words("y")[1:]))


@rule("m:month dot?", "month_at")
def month_alone(hit: Hit) -> Form | None:
    """A month without its year is the one nearest to publication, on the side that tense says."""
    return Named(month=whole(hit["m"]))


@rule("w:weekday (?! name)", "date")
def bare_weekday(hit: Hit) -> Form | None:
    """A weekday with no date is the nearest one to publication, before or after it as tense says."""
    return Named(weekday=whole(hit["w"]))


CALENDAR: tuple[Rule, ...] = (
    iso_date,
    iso_week,
    numeric_date,
    days_of_month,
    days_before_month,
    days_listed,
    month_day_year,
    day_month_year,
    month_day,
    day_month,
    month_year,
    weekday_ordinal,
    ordinal_day,
    holiday,
    season_year,
    quarter_year,
    quarter_alone,
    fiscal_year,
    decade_digits,
    decade_word,
    century,
    year_of_era,
    year_before_era,
    years_joined,
    year_in_context,
    year_alone,
    short_year,
)
LATE: tuple[Rule, ...] = (month_alone, bare_weekday)
"""Tried after “last March” and the like have been read."""
