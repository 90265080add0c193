"""From unresolved forms to days: one function for each form."""

from collections.abc import Callable
from datetime import date
from typing import cast

from loaders.times.anchors import (
    CENTURY,
    Anchors,
    each_month,
    each_week,
    each_year,
    full_year,
    holiday_near,
    in_story,
    nearest,
    season_near,
)
from loaders.times.days import (
    WEEK,
    Days,
    edge_of,
    feast,
    months,
    moved,
    of_day,
    one_day,
    season,
    step,
    stepped,
    unit_around,
    week_of,
    years,
)
from loaders.times.forms import Between, Direction, Edge, Form, Length, Moved, Named, Nth, Part, Turn, Unit, Vague
from loaders.times.values import period, value_of

Resolver = Callable[[Form, Anchors, Direction | None], Days | None]
LEAP, LEAP_DAY, FRIDAY = 4, 29, 5
LAST_WORDS = frozenset({"last", "past", "previous", "final"})
NEXT_WORDS = frozenset({"next", "following", "coming"})
TOLD_WORDS = frozenset({"previous", "that", "same", "following"})


def days_of(form: Form | None, anchors: Anchors, direction: Direction | None) -> Days | None:
    """The days of a form, or None if it has no place on a calendar or nothing to count from.

    Raises: OffCalendarError for days that do not exist.
    """
    resolver = RESOLVERS.get(type(form))
    return resolver(form, anchors, direction) if form is not None and resolver else None


def named(form: Form, anchors: Anchors, direction: Direction | None) -> Days | None:
    """A piece of the calendar."""
    assert isinstance(form, Named)  # noqa: S101 – `RESOLVERS` holds to it
    if form.before_christ:
        return None
    if form.which:
        return _turned(form, anchors, direction)
    if form.year is not None or form.decade is not None or form.century is not None:
        return _dated(form, anchors.published)
    now = anchors.now()
    if now is None:
        return None
    if anchors.narrative and anchors.clock.at is not None:
        # A history is told in the past throughout: tense says nothing about the order of its dates.
        return in_story(_candidates(form, now), anchors.clock)
    return nearest(_candidates(form, now), now, direction or ("past" if form.weekday else None))


def _dated(form: Named, now: date | None) -> Days:
    """A piece of a year that is named, or a year or longer."""
    if form.century is not None:
        return years(max(1, (form.century - 1) * 100), 100 if form.century > 1 else 99, "century")
    if form.decade is not None:
        first = form.decade if form.decade >= CENTURY else (full_year(Named(year=form.decade), now) or 0)
        return years(first, 10, "decade")
    year = full_year(form, now) or 0
    if form.week:
        week = week_of(year, form.week)
        return of_day(moved(week.first, form.weekday - 1)) if form.weekday else week
    return _in_year(form, year)


def _in_year(form: Named, year: int) -> Days:
    if form.holiday:
        return feast(form.holiday, year)
    if form.month and form.day:
        return one_day(year, form.month, form.day)
    if form.month:
        return months(year, form.month, 1, "month")
    if form.season:
        return season(year, form.season)
    if form.quarter:
        return months(year, form.quarter * 3 - 2, 3, "quarter")
    if form.half:
        return months(year, form.half * 6 - 5, 6, "half")
    return years(year, 1, "year")


def _candidates(form: Named, now: date) -> list[Days]:
    """Where a piece of the calendar without its year may lie."""
    if form.month or form.quarter or form.half:
        found = each_year(lambda year: _in_year(form, year), now.year)
        if form.weekday and form.day:
            fitting = [days for days in found if days.first.isoweekday() == form.weekday]
            return fitting or found
        return [days for days in found if abs(days.first.year - now.year) <= (LEAP if form.day == LEAP_DAY else 1)]
    if form.season:
        return season_near(form.season, now)
    if form.holiday:
        return holiday_near(form.holiday, now)
    if form.day:
        found = each_month(form.day, now)
        return [days for days in found if not form.weekday or days.first.isoweekday() == form.weekday] or found
    return each_week(form.weekday or 1, now)


def _turned(form: Named, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Last Friday”, “next March”, “this spring”, “that spring”, “October of last year”."""
    which = form.which or "this"
    told = anchors.told() if which in TOLD_WORDS else None
    now = told.last if told else anchors.deictic() if which not in TOLD_WORDS else None
    if now is None:
        return None
    plain = form.model_copy(update={"which": None})
    found = _candidates(plain, now)
    if which in LAST_WORDS:
        return max((days for days in found if days.last < now), key=lambda days: days.first, default=None)
    if which in NEXT_WORDS:
        return min((days for days in found if days.first > now), key=lambda days: days.first, default=None)
    if form.weekday and which == "this":
        return nearest(found, now, direction)
    same = [days for days in found if days.first.year == now.year] if not form.weekday else []
    return same[0] if same else nearest(found, now, direction)


def turn(form: Form, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Last week”, “this month”, “that day”."""
    assert isinstance(form, Turn)  # noqa: S101 – `RESOLVERS` holds to it
    base = anchors.told() if form.which in TOLD_WORDS else None
    now = (
        base.last
        if base and form.which == "following"
        else base.first
        if base
        else anchors.deictic()
        if form.which not in TOLD_WORDS
        else None
    )
    if now is None or (form.of_words and not anchors.narrative):
        return None
    if form.unit == "weekend" and form.which == "this" and direction == "past" and now.isoweekday() <= FRIDAY:
        return stepped(now, -1, form.unit)
    number = -1 if form.which in LAST_WORDS else 1 if form.which in NEXT_WORDS else 0
    return stepped(now, number, form.unit)


def shifted(form: Form, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Two days ago”, “a week later”, “the day after the vote”."""
    assert isinstance(form, Moved)  # noqa: S101 – `RESOLVERS` holds to it
    if form.of_words and not anchors.narrative:
        return None
    if form.of is not None:
        base = days_of(form.of, anchors, direction)
    elif form.base == "event":
        base = anchors.told()
    else:
        now = anchors.deictic()
        base = Days(now, now, "day") if now else None
    if base is None:
        return None
    if form.amount is None:
        return base.but(
            open_first=form.sign < 0, open_last=form.sign > 0, value="PAST_REF" if form.sign < 0 else "FUTURE_REF"
        )
    day = base.last if form.sign > 0 else base.first
    if form.exact:
        return of_day(step(day, form.sign * form.amount, form.unit))
    # “Two decades ago” is a year, not a decade: the number says how finely the writer counts.
    amount, unit = (form.amount * 10, "year") if form.unit == "decade" else (form.amount, form.unit)
    return stepped(day, form.sign * amount, cast("Unit", unit))


def part(form: Form, anchors: Anchors, direction: Direction | None) -> Days | None:
    """A part of a day is that day; without a day, the day told before or that of publication."""
    assert isinstance(form, Part)  # noqa: S101 – `RESOLVERS` holds to it
    base = days_of(form.of, anchors, direction) if form.of is not None else _day_spoken_of(anchors)
    if base is None:
        return None
    day = base.first.isoformat() if base.grain == "day" else "XXXX-XX-XX"
    return base.but(last=moved(base.last, form.days - 1), value=f"{day}T{form.part}{form.zone}")


def _day_spoken_of(anchors: Anchors) -> Days | None:
    told = anchors.told()
    if told and told.grain == "day":
        return told
    return of_day(anchors.published) if anchors.published and not anchors.narrative else None


def edge(form: Form, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Early October”, “the end of the month”."""
    assert isinstance(form, Edge)  # noqa: S101 – `RESOLVERS` holds to it
    base = days_of(form.of, anchors, direction)
    if base is None:
        return None
    found = edge_of(base, form.edge)
    if form.edge in {"H1", "H2"} and base.grain == "year":
        return found.but(grain="half", value=f"{base.first.year:04d}-{form.edge}")
    return found


def nth(form: Form, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“The second week of May”, “the first two months of 1939”."""
    assert isinstance(form, Nth)  # noqa: S101 – `RESOLVERS` holds to it
    whole = days_of(form.of, anchors, direction if form.number else None)
    if whole is None:
        return None
    if form.number == 0:
        return unit_around(whole.first, form.unit)
    if form.weekday:
        return _nth_weekday(form, whole)
    if form.number < 0:
        first = step(moved(whole.last, 1), form.number * form.amount, form.unit)
    else:
        first = step(whole.first, form.number - 1, form.unit)
    last = moved(step(first, form.amount, form.unit), -1)
    if first > whole.last:
        return None
    value = period(form.unit, form.amount) if form.amount > 1 else ""
    return Days(max(first, whole.first), min(last, whole.last), unit_around(first, form.unit).grain, value=value)


def _nth_weekday(form: Nth, whole: Days) -> Days | None:
    if form.number > 0:
        first = moved(whole.first, ((form.weekday or 1) - whole.first.isoweekday()) % WEEK + WEEK * (form.number - 1))
    else:
        first = moved(whole.last, -((whole.last.isoweekday() - (form.weekday or 1)) % WEEK) + WEEK * (form.number + 1))
    return of_day(first) if whole.first <= first <= whole.last else None


def span(form: Form, anchors: Anchors, _: Direction | None) -> Days | None:
    """“The past two weeks” ends with publication, “the next two weeks” begins with it."""
    assert isinstance(form, Length)  # noqa: S101 – `RESOLVERS` holds to it
    if form.which is None:
        return None
    told = anchors.told() if form.which in TOLD_WORDS else None
    now = told.last if told else anchors.now()
    if now is None:
        return None
    back = form.which in LAST_WORDS
    if form.amount is None:
        return Days(now, now, "day", open_first=back, open_last=not back)
    other = step(now, -form.amount if back else form.amount, form.unit)
    return Days(min(now, other), max(now, other), "day")


def vague(form: Form, anchors: Anchors, _: Direction | None) -> Days | None:
    """“Now” is publication, “recently” until then, “soon” from then on, “later” as told before."""
    assert isinstance(form, Vague)  # noqa: S101 – `RESOLVERS` holds to it
    if form.ref == "before":
        return None
    if form.ref in {"after", "same"}:
        if anchors.event is None:
            return None
        anchors.used.add("relative to event")
        last = max(anchors.published or anchors.event.last, anchors.event.last)
        return anchors.event if form.ref == "same" else anchors.event.but(last=last)
    if anchors.narrative or anchors.published is None:
        return None
    anchors.used.add("relative to publication")
    now = anchors.published
    return Days(now, now, "day", open_first=form.ref == "past", open_last=form.ref == "future")


def between(form: Form, anchors: Anchors, direction: Direction | None) -> Days | None:
    """From the first day of the one to the last day of the other."""
    assert isinstance(form, Between)  # noqa: S101 – `RESOLVERS` holds to it
    first, last = ends(form, anchors, direction)
    if first is None or last is None or first.first > last.last:
        return None
    return Days(first.first, last.last, first.grain, value=f"{value_of(first)}/{value_of(last)}")


def ends(form: Between, anchors: Anchors, direction: Direction | None) -> tuple[Days | None, Days | None]:
    """Both ends; what one of them leaves out (the year, the month) is taken from the other."""
    one, other = form.first, form.last
    if isinstance(one, Named) and isinstance(other, Named) and one.year is None and other.year is not None:
        earlier = (one.month or one.season or 0) > (other.month or other.season or 0)
        one = one.model_copy(update={"year": other.year - earlier, "before_christ": other.before_christ})
    first = days_of(one, anchors, direction)
    kept = anchors.event
    if first is not None and isinstance(other, Named) and other.year is None:
        last = nearest(_candidates(other, first.first), first.first, "future") if not other.which else None
    else:
        last = None
    last = last or days_of(other, anchors, direction)
    anchors.event = kept
    return first, last


RESOLVERS: dict[type[Form] | type[None], Resolver] = {
    Named: named,
    Turn: turn,
    Moved: shifted,
    Part: part,
    Edge: edge,
    Nth: nth,
    Length: span,
    Vague: vague,
    Between: between,
}
