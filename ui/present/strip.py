"""The weekly strip: how many events are filed under each week, and which weeks are chosen."""

from collections.abc import Sequence
from datetime import date, timedelta

from graph.chronology import MONTHS
from graph.record import Record
from graph.store.base import Filters, WeekCount
from graph.when import month_days
from ui.address import View, chronology, kept
from ui.present.render import render
from ui.present.words import day_words, plural

MOST_BARS = 106
"""Two years of weeks; more would be thinner than a finger at 400 pixels."""
STEPS = (1, 2, 4, 13, 26, 52, 260, 520)
"""Weeks a bar may stand for. Whole weeks only, so that a bar's count is the sum of the store's."""
TAIL = 0.01
"""Share of the events that may be left out at either end, so that one old date does not flatten all the rest."""
LABELS = 9
RIGHTMOST = 93
"""Per cent; a label further right would be cut off."""
MONTHS_A_LABEL = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)
WEEK = timedelta(weeks=1)


class Bar(Record):
    """The events of one or more weeks."""

    first: date
    last: date
    """Both included."""
    count: int
    height: int
    """Per cent of the highest bar."""
    chosen: bool


class Strip(Record):
    """Bars without a gap, empty ones too."""

    bars: tuple[Bar, ...]
    weeks_a_bar: int
    earlier: int
    later: int
    """Events filed before the first and after the last bar."""


class Label(Record):
    """A month or a year under the bars; a link to its days."""

    text: str
    left: float
    """Per cent of the strip's width."""
    href: str


def strip(weeks: Sequence[WeekCount], view: View) -> str:
    """The strip with a link for every label; empty if there is nothing to show."""
    if not weeks:
        return ""
    drawn = bars(weeks, view.filters)
    cleared = kept(view, first=None, last=None)
    return render(
        "strip.html",
        strip=drawn,
        labels=_labels(drawn, view),
        base=chronology(cleared),
        earlier=chronology(kept(view, first=None, last=_moved(drawn.bars[0].first, -1))),
        later=chronology(kept(view, first=_moved(drawn.bars[-1].last, 1), last=None)),
        peak=max(bar.count for bar in drawn.bars),
        caption=_caption(drawn),
        chosen=view.filters.first or view.filters.last,
    )


def bars(weeks: Sequence[WeekCount], filters: Filters) -> Strip:
    """The counts as bars, oldest first, as fine as fits."""
    first, last = _window(weeks, filters)
    step = _step(first, last)
    counts: dict[date, int] = {}
    for week in weeks:
        if first <= week.monday <= last:
            start = first + ((week.monday - first) // (WEEK * step)) * WEEK * step
            counts[start] = counts.get(start, 0) + week.count
    peak = max(counts.values(), default=1)
    number = -(-_weeks_between(first, last) // step)
    return Strip(
        bars=tuple(_bar(first + n * step * WEEK, step, counts, peak, filters) for n in range(number)),
        weeks_a_bar=step,
        earlier=sum(week.count for week in weeks if week.monday < first),
        later=sum(week.count for week in weeks if week.monday > last),
    )


def _bar(start: date, step: int, counts: dict[date, int], peak: int, filters: Filters) -> Bar:
    count, last = counts.get(start, 0), _moved(start, 7 * step - 1)
    return Bar(
        first=start,
        last=last,
        count=count,
        height=-(-100 * count // peak),
        chosen=(filters.first or date.min) <= last and start <= (filters.last or date.max),
    )


def _window(weeks: Sequence[WeekCount], filters: Filters) -> tuple[date, date]:
    """First and last Monday shown."""
    first, last = weeks[0].monday, weeks[-1].monday
    if _weeks_between(first, last) <= MOST_BARS:
        return first, last
    if filters.first and filters.last:
        return _around(filters.first, filters.last, first, last)
    total = sum(week.count for week in weeks)
    trimmed = _without_tail(weeks, total), _without_tail(tuple(reversed(weeks)), total)
    return trimmed if _step(*trimmed) < _step(first, last) else (first, last)


def _without_tail(weeks: Sequence[WeekCount], total: int) -> date:
    left = TAIL * total
    for week in weeks:
        left -= week.count
        if left < 0:
            return week.monday
    return weeks[-1].monday


def _around(first: date, last: date, earliest: date, latest: date) -> tuple[date, date]:
    """The chosen days with as much again around them, half a year at least, inside what there is."""
    margin = max((last - first) / 2, 13 * WEEK)
    start, end = max(first - margin, earliest), min(last + margin, latest)
    if start > end:
        return earliest, latest
    return start - timedelta(days=start.weekday()), end - timedelta(days=end.weekday())


def _step(first: date, last: date) -> int:
    """Weeks a bar must stand for, so that there are at most `MOST_BARS`."""
    return next((step for step in STEPS if _weeks_between(first, last) <= step * MOST_BARS), STEPS[-1])


def _moved(day: date, days: int) -> date:
    """So many days later, within the calendar that Python knows."""
    return date.fromordinal(min(max(day.toordinal() + days, date.min.toordinal()), date.max.toordinal()))


def _weeks_between(first: date, last: date) -> int:
    return (last - first) // WEEK + 1


def _labels(drawn: Strip, view: View) -> tuple[Label, ...]:
    """Months under the bars, as many as can be read; each a link to the days until the next one."""
    first, end = drawn.bars[0].first, drawn.bars[-1].last
    begin, close = _month_number(first), _month_number(end)
    step = next((s for s in MONTHS_A_LABEL if (close - begin) // s < LABELS), MONTHS_A_LABEL[-1])
    numbers = [number for number in range(begin, close + 1) if number % step == 0 and _month_start(number) >= first]
    days = (end - first).days + 1
    found = (
        Label(
            text=_label(_month_start(number), step, with_year=number == numbers[0]),
            left=round(100 * (_month_start(number) - first).days / days, 1),
            href=chronology(kept(view, first=_month_start(number), last=_month_end(number + step - 1))),
        )
        for number in numbers
    )
    return tuple(label for label in found if label.left <= RIGHTMOST)


def _label(month: date, step: int, *, with_year: bool) -> str:
    if step >= 12:  # noqa: PLR2004 – months of a year
        return str(month.year)
    name = MONTHS[month.month - 1][:3]
    return f"{name} {month.year}" if with_year or month.month == 1 else name


def _month_number(day: date) -> int:
    return 12 * day.year + day.month - 1


def _month_start(number: int) -> date:
    return date(number // 12, number % 12 + 1, 1)


def _month_end(number: int) -> date:
    return month_days(number // 12, number % 12 + 1)[1]


def _caption(drawn: Strip) -> str:
    what = "Events per week" if drawn.weeks_a_bar == 1 else f"Events per {plural(drawn.weeks_a_bar, 'week')}"
    return f"{what}, {day_words(drawn.bars[0].first)} to {day_words(drawn.bars[-1].last)}"
