"""Days of what names a piece of the calendar: complete, or with a year or month to be found."""

from datetime import date

from loaders.times.anchors import (
    CENTURY,
    Anchors,
    each_month,
    each_week,
    each_year,
    full_year,
    nearest,
)
from loaders.times.ancient import EARLIEST, MILLENNIUM, reckoned
from loaders.times.days import (
    MOST_DAYS,
    Days,
    OffCalendarError,
    blurred,
    feast,
    is_coarser,
    is_day,
    months,
    moved,
    of_day,
    one_day,
    season,
    season_of,
    stepped,
    week_of,
    years,
)
from loaders.times.forms import LAST_WORDS, NEXT_WORDS, TOLD_WORDS, Direction, Named, Turn, Unit, Which
from loaders.times.narrative import in_story

REPORTED = 60
"""Days within which companies report on a quarter."""
GOES_ON = 62
"""Days within which what is told goes on the event told before."""
FAR = 300
"""Days from which on a day of another year is told with its year."""
LEAP, LEAP_DAY, WEDNESDAY, FRIDAY = 4, 29, 3, 5
"""Years between two 29ths of February; that day; (ISO) the middle of a week; the last day before a weekend."""


def named(form: Named, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Wednesday”, “October 18”, “the spring of 1862”, “last March”, “October of last year”."""
    _check(form)
    if form.of_any_year:
        return None
    if form.before_christ:
        if (form.year or 0) > EARLIEST or (form.century or 0) * CENTURY > EARLIEST:
            return None
        form = reckoned(form)
    if form.of_year:
        return _of_counted_year(form, form.of_year, anchors)
    if form.which:
        return _turned(form, form.which, anchors, direction)
    if (form.year, form.decade, form.century, form.millennium) != (None,) * 4:
        return _dated(form, anchors.published)
    return _undated(form, anchors, direction)


def _undated(form: Named, anchors: Anchors, direction: Direction | None) -> Days | None:
    aside = anchors.narrative and _is_weekday(form) and anchors.clock.is_coarse
    now = anchors.writing() if aside else anchors.now()
    if now is None:
        return None
    if anchors.goes_on_a_story() and anchors.clock.here() is not None and not aside:
        # A history is told in the past throughout: tense says nothing about the order of its dates.
        numbered = form.month is None and form.day is not None
        return in_story(_candidates(form, now), anchors.clock, back=anchors.looks_back, numbered=numbered)
    beside = _of_the_year_beside(form, anchors.dated, direction)
    beside = beside or _in_month_told(form, anchors, now, direction)
    if beside:
        anchors.used.add("relative to event")
        return beside
    found = _candidates(form, now)
    if form.quarter and direction == "future":
        now = moved(now, -REPORTED)  # “third-quarter profit is expected to rise”, it says in October
    days = nearest(found, now, direction or ("past" if form.weekday else None))
    close = nearest(found, now, None)
    if days is None and form.weekday:
        return close  # the weekday may be of another year than the side it is told on
    goes_on = days and anchors.event and abs((days.first - anchors.event.first).days) <= GOES_ON
    far = form.month and form.day and _needs_year(days, now) and not _needs_year(close, now) and not goes_on
    return close if far else days


def _in_month_told(form: Named, anchors: Anchors, now: date, direction: Direction | None) -> Days | None:
    """“In July 1995, … The worst day was July 14”, “on May 3 last year … by the 16th”: days of a month long past."""
    told = anchors.event
    if told is None or not form.day or direction == "future" or told.grain not in {"day", "month"}:
        return None
    if abs((now - told.last).days) <= GOES_ON or form.month not in {None, told.first.month}:
        return None
    if form.month is None and told.grain != "day":
        return None
    inside = is_day(told.first.year, told.first.month, form.day) and told.last >= told.first.replace(day=1)
    return one_day(told.first.year, told.first.month, form.day) if inside else None


def _of_the_year_beside(form: Named, told: Days | None, direction: Direction | None) -> Days | None:
    """“Shot on 12 May 2003, she died on 14 May”: within a month of a date that names its year, it is of that year."""
    if told is None or direction == "future" or not form.month or form.which:
        return None
    days = _in_year(form, told.first.year)
    if told.grain == "year":
        return days  # “In 2003, they began on Aug. 13”
    return days if abs((days.first - told.first).days) <= MOST_DAYS[1] else None


def _is_weekday(form: Named) -> bool:
    return form.weekday is not None and not (form.day or form.month)


def _needs_year(days: Days | None, now: date) -> bool:
    """Whether a day lies so far off that a report would name its year.

    On 15 January, “by Jan. 14” is yesterday, whatever the tense: news agencies leave out the year of a day only within
    the calendar year or close to it.
    """
    return days is None or abs((days.first - now).days) > FAR


def _check(form: Named) -> None:
    if form.month and form.day and form.day > MOST_DAYS[form.month]:
        raise OffCalendarError(f"month {form.month} has at most {MOST_DAYS[form.month]} days")


def _dated(form: Named, now: date | None) -> Days:
    """A piece of a year that is named, or a year or longer."""
    if form.millennium is not None:
        return _millennium(form.millennium)
    if form.century is not None:
        return years(max(1, (form.century - 1) * CENTURY), CENTURY if form.century > 1 else CENTURY - 1, "century")
    if form.decade is not None:
        first = (
            form.decade if form.decade >= CENTURY or form.of_our_era else (full_year(Named(year=form.decade), now) or 0)
        )
        return years(first, 10, "decade")
    year = full_year(form, now) or 0
    if form.week:
        week = week_of(year, form.week)
        return of_day(moved(week.first, form.weekday - 1)) if form.weekday else week
    return _in_year(form, year)


def _millennium(number: int) -> Days:
    first = (number - 1) * MILLENNIUM
    found = years(first, MILLENNIUM, "century") if first else years(1, MILLENNIUM - 1, "century")
    return found.but(value=f"{number - 1}XXX")


def _in_year(form: Named, year: int) -> Days:
    if form.holiday:
        return feast(form.holiday, year)
    if form.month and form.day:
        return one_day(year, form.month, form.day)
    if form.season:
        return season(year, form.season)
    if form.quarter:
        return months(year, form.quarter * 3 - 2, 3, "quarter")
    if form.half:
        return months(year, form.half * 6 - 5, 6, "half")
    return months(year, form.month, 1, "month") if form.month else years(year, 1, "year")


def _candidates(form: Named, now: date) -> list[Days]:
    """Where a piece of the calendar without its year may lie."""
    if form.season:
        return each_year(lambda one: _in_year(form, one), season_of(now)[0], 1)
    if form.month or form.quarter or form.half or form.holiday:
        reach = LEAP if form.day == LEAP_DAY or form.weekday else 1
        return _on_weekday(each_year(lambda one: _in_year(form, one), now.year, reach), form.weekday)
    if form.day:
        return _on_weekday(each_month(form.day, now), form.weekday)
    return each_week(form.weekday or 1, now)


def _on_weekday(found: list[Days], weekday: int | None) -> list[Days]:
    """Those that fall on the weekday; all if none does, since writers err in weekdays more than in days."""
    return [days for days in found if days.first.isoweekday() == weekday] or found


def _of_counted_year(form: Named, which: Which, anchors: Anchors) -> Days | None:
    """“October of last year”, “July 25 of that year”."""
    year = turn(Turn(which=which, unit="year"), anchors, None)
    return _in_year(form, year.first.year) if year else None


def _turned(form: Named, which: Which, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Last Friday”, “next March”, “this spring”, “that spring”."""
    now = _counted_from(which, anchors)
    if now is None:
        return None
    found = _candidates(form, now)
    if which in LAST_WORDS:
        return max((days for days in found if days.last < now), key=lambda days: days.first, default=None)
    if which in NEXT_WORDS:
        # On a Thursday, “next Friday” is not tomorrow.
        least = moved(now, 1) if form.weekday and which == "next" else now
        return min((days for days in found if days.first > least), key=lambda days: days.first, default=None)
    if form.weekday and which == "this" and direction == "past":
        return of_day(moved(now, form.weekday - now.isoweekday()))  # on a Wednesday, no “this Friday” is over
    if form.weekday:
        return nearest(found, now, direction or ("future" if which == "this" else None))
    same = [days for days in found if days.first.year == now.year]
    return same[0] if same else nearest(found, now, direction)


def turn(form: Turn, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Last week”, “this month”, “that day”, “the following year”."""
    now = None if form.of_words and not anchors.narrative else _counted_from(form.which, anchors, form.unit)
    if now is None:
        return None
    if form.unit == "quarter" and form.which == "same" and anchors.event is None:
        return stepped(now, -1, "quarter")  # “in the latest quarter”: what companies report on is over
    told = anchors.told(form.unit) if form.which in TOLD_WORDS and anchors.narrative else None
    back = form.which in LAST_WORDS
    if told and is_coarser(told, form.unit):
        return blurred(told, -1 if back else 1 if form.which in NEXT_WORDS else 0, form.unit)
    told_back = now.isoweekday() <= (FRIDAY if direction == "past" else WEDNESDAY if direction is None else 0)
    just_gone = form.unit == "weekend" and form.which == "this" and told_back
    back = form.which in LAST_WORDS or just_gone
    return stepped(now, -1 if back else 1 if form.which in NEXT_WORDS else 0, form.unit)


def _counted_from(which: Which, anchors: Anchors, unit: Unit | None = None) -> date | None:
    """The day that “last”, “that”, “the following” are counted from."""
    if which not in TOLD_WORDS:
        return anchors.deictic()
    told = anchors.told(unit)
    if told is None:
        return None
    # What follows the winter of 1914 to 1915 is the year 1915.
    return told.last if which == "following" and told.grain != "season" else told.first
