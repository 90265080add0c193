"""From unresolved forms to days: one function for each form."""

from collections.abc import Callable
from typing import Any, cast

from loaders.times.anchors import Anchors
from loaders.times.ancient import is_reckoned
from loaders.times.days import (
    WEEK,
    Days,
    blurred,
    edge_of,
    far_end,
    is_coarser,
    iso_week_value,
    moved,
    of_day,
    step,
    unit_around,
)
from loaders.times.forms import (
    LAST_WORDS,
    TOLD_WORDS,
    Between,
    Direction,
    Edge,
    Form,
    Length,
    Moved,
    Named,
    Nth,
    Part,
    Turn,
    Unit,
    Vague,
)
from loaders.times.named import named, turn
from loaders.times.values import is_past_midnight, period, some_day, value_of

FINER: dict[Unit, tuple[int, Unit]] = {"decade": (10, "year"), "fortnight": (2, "week"), "century": (100, "year")}
"""Units that are counted in finer ones."""
MIDWEEK, SATURDAY = 3, 6
"""ISO weekdays; feasts before the first lengthen the weekend before."""
NEAR_FEAST = 14
"""Days from publication to a feast that it is spoken of in whatever tense."""
WEEKS_AND_LESS = frozenset({"second", "minute", "hour", "day", "weekend", "week", "fortnight"})
COMPARED = frozenset({"week", "month", "quarter", "half"})
REPORTED_ON = COMPARED - {"week"}
PARTS_OF_YEAR = frozenset({"quarter", "half"})
"""What nobody names but to compare it: “a year earlier” is then the same quarter of the year before."""
Resolver = Callable[[Any, Anchors, Direction | None], Days | None]
"""The first argument is the form that `RESOLVERS` names."""


def days_of(form: Form | None, anchors: Anchors, direction: Direction | None) -> Days | None:
    """The days of a form, or None if it has no place on a calendar or nothing to count from.

    Raises: OffCalendarError for days that do not exist.
    """
    resolver = RESOLVERS.get(type(form))
    return resolver(form, anchors, direction) if resolver else None


def shifted(form: Moved, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Two days ago”, “a week later”, “the day after October 7”."""
    base = _moved_from(form, anchors, direction)
    if base is None:
        return None
    if form.amount is None:
        return base.but(open_first=form.sign < 0, open_last=form.sign > 0, value="")
    if _is_ahead(form, base, anchors, direction):
        return None
    if base.grain in COMPARED and _is_compared(form, base, anchors):
        middle = base.first + (base.last - base.first) / 2
        return unit_around(step(middle, form.sign * form.amount, form.unit), cast("Unit", base.grain))
    if anchors.narrative and form.base == "event" and form.of is None and is_coarser(base, form.unit):
        return blurred(base, form.sign * form.amount, form.unit)
    return _stepped(base, form.sign * form.amount, form, anchors)


def _is_compared(form: Moved, base: Days, anchors: Anchors) -> bool:
    """“A year earlier” than a quarter is that quarter of the year before; in a history, only if they are compared."""
    alone = form.unit == "year" and base.grain in PARTS_OF_YEAR and not anchors.narrative
    return alone or form.as_finely


def _stepped(base: Days, amount: float, form: Moved, anchors: Anchors) -> Days:
    day = base.last if amount > 0 and base.grain != "season" else base.first
    # “Two decades ago” is a year, not a decade: the number says how finely the writer counts.
    times, unit = FINER.get(form.unit, (1, form.unit))
    there = step(day, amount * times, unit)
    if form.exact:
        return of_day(there)
    found = unit_around(there, unit)
    # “A week later” is told of a day in a history, though perhaps not of that very one.
    return found.but(value=there.isoformat()) if anchors.narrative and unit == "week" and base.grain == "day" else found


def _is_ahead(form: Moved, base: Days, anchors: Anchors, direction: Direction | None) -> bool:
    """Whether “three years later” would lie after publication though it is told as past.

    It is then counted from something else than the date told last.
    """
    if form.base != "event" or form.of is not None or form.amount is None or direction != "past":
        return False
    now = None if anchors.goes_on_a_story() else anchors.published
    return now is not None and step(base.last, form.sign * form.amount, form.unit) > now


def _moved_from(form: Moved, anchors: Anchors, direction: Direction | None) -> Days | None:
    """What is counted from. Words such as “after the vote” date nothing in a report: nobody knows when the vote was."""
    if form.of is not None:
        return days_of(form.of, anchors, None if form.exact else direction)
    if form.base == "event":
        return None if form.of_words and not (anchors.narrative or form.exact) else _told_as_finely(form, anchors)
    if form.as_finely and anchors.event and anchors.event.grain in REPORTED_ON and not anchors.narrative:
        return anchors.told()  # “third-quarter sales rose from $2 million a year ago”
    now = anchors.writing() if form.unit == "day" and form.amount in {0, 1} else anchors.deictic()
    return of_day(now) if now else None


def _told_as_finely(form: Moved, anchors: Anchors) -> Days | None:
    """The date told last; for weeks and less the last *day* told: two days before "June 2024" is no day at all."""
    told = anchors.told(form.unit)
    coarse = told is not None and (told.last - told.first).days > WEEK
    if coarse and not anchors.narrative and form.unit in WEEKS_AND_LESS:
        return anchors.day_told()
    return told


def part(form: Part, anchors: Anchors, direction: Direction | None) -> Days | None:
    """A part of a day is that day; without a day, the day told before."""
    if form.of_any_day:
        return None
    base = days_of(form.of, anchors, direction) if form.of is not None else anchors.day_told(direction)
    if base is None:
        return None
    if form.of is None and not anchors.looks_back and is_past_midnight(base.value, form.part):
        base = base.but(first=moved(base.first, 1), last=moved(base.last, 1))
    day = base.first.isoformat() if base.grain == "day" else some_day(base)
    return base.but(last=moved(base.last, form.days - 1), value=f"{day}T{form.part}{form.zone}")


def edge(form: Edge, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Early October”, “the end of the month”, “the first half of 2025”."""
    of = form.of
    if isinstance(of, Turn) and of.which == "same" and direction != "past" and not anchors.narrative:
        of = Turn(which="this", unit=of.unit)  # “by the end of the year” in a report is of the year it came out in
    base = days_of(of, anchors, direction)
    if base is None:
        return None
    found = edge_of(base, form.edge)
    base = _other_side(form.of, base, found, anchors, direction) or base
    found = edge_of(base, form.edge)
    if form.edge in {"H1", "H2"} and base.grain == "year":
        return found.but(grain="half", value=f"{base.first.year:04d}-{form.edge}")
    return found


def _other_side(of: Form, base: Days, found: Days, anchors: Anchors, direction: Direction | None) -> Days | None:
    """The next or last October, if this one's middle is on the wrong side: “will start in mid-October” on the 25th."""
    now = anchors.published
    undated = isinstance(of, Named) and not (of.year or of.which or of.of_year)
    if anchors.narrative or now is None or not undated:
        return None
    if direction == "future" and found.last < now:
        return days_of(of, anchors.at(of_day(moved(base.last, 1))), "future")
    if direction == "past" and found.first > now:
        return days_of(of, anchors.at(of_day(moved(base.first, -1))), "past")
    return None


def nth(form: Nth, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“The second week of May”, “the first two months of 1939”, “the third Monday of May”, “the week of March 6”."""
    # A feast is near when it is spoken of: “as Easter week began” is told in the past, and is this year's.
    feast = form.number == 0 and isinstance(form.of, Named) and form.of.holiday
    whole = days_of(form.of, anchors, None if feast else direction)
    if feast and whole and anchors.published and abs((whole.first - anchors.published).days) > NEAR_FEAST:
        whole = days_of(form.of, anchors, direction)
    if whole is None:
        return None
    if form.number == 0:
        # The weekend of Labor Day, a Monday, is the one before it.
        near = form.unit == "weekend" and whole.first.isoweekday() < MIDWEEK
        return unit_around(moved(whole.first, -WEEK) if near else whole.first, form.unit)
    if form.weekday:
        return _nth_weekday(form, form.weekday, whole)
    if form.unit == "weekend":
        saturday = _nth_weekday(form, SATURDAY, whole)
        return unit_around(saturday.first, "weekend") if saturday else None
    last_day = moved(whole.last, 1)
    first = (
        step(last_day, form.number * form.amount, form.unit)
        if form.number < 0
        else step(whole.first, form.number - 1, form.unit)
    )
    last = moved(step(first, form.amount, form.unit), -1)
    if first > whole.last:
        return None
    value = period(form.unit, form.amount) if form.amount > 1 else ""
    if form.unit == "week" and not value:
        value = iso_week_value(moved(first, WEEK // 2))
    return Days(max(first, whole.first), min(last, whole.last), unit_around(first, form.unit).grain, value=value)


def _nth_weekday(form: Nth, weekday: int, whole: Days) -> Days | None:
    if form.number > 0:
        day = moved(whole.first, (weekday - whole.first.isoweekday()) % WEEK + WEEK * (form.number - 1))
    else:
        day = moved(whole.last, WEEK * (form.number + 1) - (whole.last.isoweekday() - weekday) % WEEK)
    return of_day(day) if whole.first <= day <= whole.last else None


def span(form: Length, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“The past two weeks” ends with publication, “the next two weeks” begins with it or with what was told before."""
    if form.which is None:
        return None
    back = form.which in LAST_WORDS
    told = form.which in TOLD_WORDS or (not back and direction == "past")
    base = anchors.told() if told else None
    now = base.last if base else None if told else anchors.deictic()
    if now is None:
        return None
    if form.amount is None:
        return Days(now, now, "day", open_first=back, open_last=not back)
    other = far_end(now, -form.amount if back else form.amount, form.unit, inclusive=form.in_a_row)
    return Days(min(now, other), max(now, other), "day")


def vague(form: Vague, anchors: Anchors, direction: Direction | None) -> Days | None:
    """“Now” is publication, “recently” until then, “soon” from then on, “later” as told before."""
    if form.of_things and (form.ref != "same" or not anchors.narrative):
        return None
    afterwards = form.ref == "after" or (form.ref == "future" and direction == "past" and form.marked != "always")
    if form.ref == "same" or afterwards:
        told = anchors.told() if anchors.event is not None else None
        if told is None or not (anchors.narrative or afterwards or (told.last - told.first).days <= WEEK):
            return None  # in a report “at the same time” as a year says more often “and yet”
        if afterwards and anchors.published and told.last >= anchors.published:
            return None  # “soon” after something that goes on still says nothing
        return told.but(last=anchors.published or told.last) if afterwards else told
    if form.ref == "before" or anchors.narrative or anchors.published is None:
        return None
    now = of_day(anchors.deictic() or anchors.published)
    return now.but(open_first=form.ref == "past", open_last=form.ref == "future")


def between(form: Between, anchors: Anchors, direction: Direction | None) -> Days | None:
    """From the first day of the one to the last day of the other."""
    first, last = _ends(form, anchors, direction)
    if first is None or last is None:
        return None
    if is_reckoned(first) and not is_reckoned(last):  # “from 30 BC to AD 14” has a value and no days
        return first.but(value=f"{value_of(first)}/{value_of(last)}")
    if first.first > last.last and isinstance(form.first, Named) and form.first.weekday and last.grain == "day":
        back = (last.first.isoweekday() - form.first.weekday) % WEEK  # “from Monday to Wednesday of last week”
        first = of_day(moved(last.first, -back))
    if first.first > last.last:
        return None
    value = f"{value_of(first)}/{value_of(last)}"
    return Days(first.first, last.last, first.grain, value=value, guessed=first.guessed)


def _ends(form: Between, anchors: Anchors, direction: Direction | None) -> tuple[Days | None, Days | None]:
    """Both ends; what one of them leaves out (the year, the month) is taken from the other."""
    one, other = form.first, form.last
    if isinstance(one, Named) and isinstance(other, Named) and one.year is None and other.year is not None:
        earlier = (one.month or one.season or 0) > (other.month or other.season or 0)
        one = one.model_copy(update={"year": other.year - earlier, "before_christ": other.before_christ})
    if isinstance(one, Part) and isinstance(other, Part) and one.of is None:
        one = one.model_copy(update={"of": other.of})  # “from 6 to 8 p.m. on Monday”
    first = days_of(one, anchors, direction)
    if first is not None and (isinstance(other, Named | Edge) or (isinstance(other, Part) and first.grain == "day")):
        return first, days_of(
            other, anchors.at(first), None if isinstance(other, Part) and other.of is None else "future"
        )
    return first, days_of(other, anchors, direction)


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
