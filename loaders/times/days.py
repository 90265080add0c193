"""Arithmetic of the calendar: runs of days, and steps from one to another."""

import calendar
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta

from graph.when import Grain, month_days, season_days
from loaders.times.forms import Unit

MONTHS = 12
WEEK = 7
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MOST_DAYS = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
LENGTHS: dict[str, int] = {"week": 7, "fortnight": 14}
YEARS: dict[str, int] = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
LONG: frozenset[Grain] = frozenset({"quarter", "season", "half", "year", "decade", "century"})
GRAINS: dict[str, frozenset[Grain]] = {"day": LONG | {"month", "week"}, "week": LONG | {"month"}, "month": LONG}
"""Unit → how days are known that cannot be counted on from by it."""
MONTHS_OF: dict[str, int] = {"month": 1, "quarter": 3, "season": 3, "half": 6}


class OffCalendarError(ValueError):
    """A day before year 1 or after 9999, or a day that its month does not have."""


@dataclass(frozen=True, slots=True)
class Days:
    """A run of days, both ends included, with what is needed to write it as a TIMEX3 value."""

    first: date
    last: date
    grain: Grain
    value: str = ""
    """The TIMEX3 value if it cannot be told from days and grain."""
    open_first: bool = False
    open_last: bool = False
    guessed: bool = False
    """Whether the day is only the likeliest; good for a TIMEX3 value, not for a chronology."""

    def but(self, **changes: object) -> "Days":
        return replace(self, **changes)  # type: ignore[arg-type]  # `replace` checks the names


def of_day(day: date) -> Days:
    """One day as a run of days."""
    return Days(day, day, "day")


def one_day(year: int, month: int, day: int) -> Days:
    """A day.

    Raises: OffCalendarError if there is no such day.
    """
    try:
        found = date(year, month, day)
    except ValueError as error:
        raise OffCalendarError(f"there is no {year:04d}-{month:02d}-{day:02d}") from error
    return Days(found, found, "day")


def is_day(year: int, month: int | None, day: int) -> bool:
    """Whether the calendar has that day."""
    return bool(month) and 1 <= day <= calendar.monthrange(year, month or 1)[1]


def moved(day: date, days: int) -> date:
    """So many days later.

    Raises: OffCalendarError beyond the calendar.
    """
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        raise OffCalendarError("before year 1 or after 9999") from error


def moved_months(day: date, months: int) -> date:
    """So many months later, on the same day or the last one of a shorter month.

    Raises: OffCalendarError beyond the calendar.
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + months, MONTHS)
    if not 1 <= year <= MAXYEAR:
        raise OffCalendarError("before year 1 or after 9999")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def years(first: int, count: int, grain: Grain) -> Days:
    """So many whole years from one on.

    Raises: OffCalendarError beyond the calendar.
    """
    if first < 1 or first + count - 1 > MAXYEAR:
        raise OffCalendarError("before year 1 or after 9999")
    return Days(date(first, 1, 1), date(first + count - 1, 12, 31), grain)


def week_of(year: int, week: int) -> Days:
    """An ISO week.

    Raises: OffCalendarError if the year has no such week.
    """
    try:
        first = date.fromisocalendar(year, week, 1)
    except ValueError as error:
        raise OffCalendarError(f"there is no week {week} in {year}") from error
    return Days(first, moved(first, WEEK - 1), "week")


def season_of(day: date) -> tuple[int, int]:
    """Year and EDTF season of a day; January and February belong to the winter that began the year before."""
    season = (day.month // 3 + 3) % 4 + 21
    return (day.year - 1 if day.month <= 2 else day.year), season  # noqa: PLR2004 – January, February


def season(year: int, number: int) -> Days:
    """A season of a year.

    Raises: OffCalendarError beyond the calendar.
    """
    if not 1 <= year < MAXYEAR:
        raise OffCalendarError("before year 1 or after 9999")
    return Days(*season_days(year, number), "season")


def months(year: int, first: int, count: int, grain: Grain) -> Days:
    """So many whole months of a year.

    Raises: OffCalendarError beyond the calendar.
    """
    if not 1 <= year <= MAXYEAR or not 1 <= first <= MONTHS:
        raise OffCalendarError("before year 1 or after 9999")
    return Days(date(year, first, 1), month_days(year, first + count - 1)[1], grain)


def unit_around(day: date, unit: Unit) -> Days:
    """The unit that a day lies in."""
    if unit in MONTHS_OF and unit != "season":
        count = MONTHS_OF[unit]
        return months(day.year, (day.month - 1) // count * count + 1, count, unit)  # type: ignore[arg-type]
    if unit in YEARS:
        count = YEARS[unit]
        grain: Grain = "century" if unit == "millennium" else unit  # type: ignore[assignment]
        return years(max(1, day.year // count * count), count, grain)
    if unit == "season":
        return season(*season_of(day))
    if unit in {"week", "fortnight", "weekend"}:
        monday = moved(day, 1 - day.isoweekday())
        if unit == "weekend":
            return Days(moved(monday, 5), moved(monday, 6), "day", value=f"{iso_week_value(monday)}-WE")
        return Days(monday, moved(monday, LENGTHS[unit] - 1), "week")
    return Days(day, day, "day")


def step(day: date, amount: float, unit: Unit) -> date:
    """A day so many units later or earlier; parts of a day are dropped."""
    if unit in MONTHS_OF:
        return moved_months(day, round(amount * MONTHS_OF[unit]))
    if unit in YEARS:
        return moved_months(day, round(amount * YEARS[unit] * MONTHS))
    size = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "weekend": 7.0, **LENGTHS}.get(unit, 1.0)
    if abs(amount * size) > 4_000_000:  # noqa: PLR2004 – more days than the calendar has
        raise OffCalendarError("before year 1 or after 9999")
    return moved(day, int(amount * size))


def stepped(day: date, amount: float, unit: Unit) -> Days:
    """The day, week, month … that lies so many units later or earlier."""
    return unit_around(step(day, amount, unit), unit)


def far_end(now: date, amount: float, unit: Unit, *, inclusive: bool) -> date:
    """The other end; of years, the beginning or end of that year, since nobody who says fifteen years means a day."""
    if inclusive:
        return step(now, amount - 1 if amount > 0 else amount + 1, unit)
    there = step(now, amount, unit)
    if unit not in YEARS:
        return there
    year = unit_around(there, "year")
    return year.first if amount < 0 else year.last


def is_coarser(days: Days, unit: Unit) -> bool:
    """Whether days are known less finely than by the unit: a month, for days; a year, for months."""
    return unit in GRAINS and days.grain in GRAINS[unit]


def blurred(days: Days, amount: float, unit: Unit) -> Days:
    """So many units after days that are known less finely: some day of that month, some month of that year."""
    first, last = step(days.first, amount, unit), step(days.last, amount, unit)
    year = f"{first.year:04d}"
    if unit == "day":
        inside = days.grain in {"month", "week"} and first.month == days.first.month
        return Days(first, last, days.grain, value=f"{year}-{first.month:02d}-XX" if inside else f"{year}-XX-XX")
    return Days(first, last, days.grain, value=f"{year}-WXX" if unit == "week" else f"{year}-XX")


def iso_week_value(day: date) -> str:
    """The week of a day as TIMEX3 writes it."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def easter(year: int) -> date:
    """Easter Sunday of the western churches (Gregorian computus after Meeus, Astronomical Algorithms, ch. 8)."""
    golden, (century, rest) = year % 19, divmod(year, 100)
    shift = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 19 * golden + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - shift - rest % 4) % 7
    month, day = divmod(shift + weekday - 7 * ((golden + 11 * shift + 22 * weekday) // 451) + 114, 31)
    return date(year, month, day + 1)


def feast(rule: str, year: int) -> Days:
    """The day of a holiday: “12-25”, “11 thu 4” (fourth Thursday), “05 mon -1” (the last), “easter -2”, “11 election”.

    Raises: OffCalendarError beyond the calendar.
    """
    if rule.startswith("easter"):
        if not 1583 <= year <= 4099:  # noqa: PLR2004 – the years the rule is made for
            raise OffCalendarError(f"no Easter is known for {year}")
        day = moved(easter(year), int(rule.split()[1]))
        return Days(day, day, "day")
    if "-" in rule and rule[2] == "-":
        month, number = rule.split("-")
        return one_day(year, int(month), int(number))
    month, *rest = rule.split()
    if rest == ["election"]:
        return of_day(moved(_nth_weekday(year, int(month), 1, 1), 1))
    weekday = WEEKDAYS.index(rest[0]) + 1
    return of_day(_nth_weekday(year, int(month), weekday, int(rest[1])))


def _nth_weekday(year: int, month: int, weekday: int, number: int) -> date:
    first, last = month_days(year, month)
    if number < 0:
        return moved(last, -((last.isoweekday() - weekday) % WEEK))
    return moved(first, (weekday - first.isoweekday()) % WEEK + WEEK * (number - 1))


def edge_of(whole: Days, edge: str) -> Days:
    """The first, middle or last third, or a half, of something longer."""
    span = (whole.last - whole.first).days + 1
    if whole.grain == "month" and span <= 31:  # noqa: PLR2004
        cuts = {"start": (1, 10), "mid": (11, 20), "end": (21, span), "H1": (1, 15), "H2": (16, span)}
        first, last = cuts[edge]
        return whole.but(first=whole.first.replace(day=first), last=whole.first.replace(day=last))
    if whole.grain == "year":
        first, last = {"start": (1, 4), "mid": (5, 8), "end": (9, 12), "H1": (1, 6), "H2": (7, 12)}[edge]
        year = whole.first.year
        return whole.but(first=date(year, first, 1), last=month_days(year, last)[1])
    if span == 1:
        return whole
    parts = {"start": (0, 3), "mid": (1, 3), "end": (2, 3), "H1": (0, 2), "H2": (1, 2)}
    number, of = parts[edge]
    return _slice(whole, span, number, of)


def _slice(whole: Days, span: int, number: int, of: int) -> Days:
    if whole.grain in {"decade", "century"}:
        count, first = whole.last.year - whole.first.year + 1, whole.first.year
        start, end = first + -(-count * number // of), first + -(-count * (number + 1) // of) - 1
        return whole.but(first=date(start, 1, 1), last=date(end, 12, 31))
    return whole.but(
        first=moved(whole.first, span * number // of), last=moved(whole.first, span * (number + 1) // of - 1)
    )
