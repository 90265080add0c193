from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from graph.store.base import Filters, WeekCount
from tests.ui.seen import Seen
from ui.address import View
from ui.present import strip

MONDAY = date(2024, 1, 1)


def weeks(*counts: int, first: date = MONDAY) -> tuple[WeekCount, ...]:
    """Counts of weeks that follow each other; a week of 0 is left out, as the store does."""
    dated = ((first + number * timedelta(weeks=1), count) for number, count in enumerate(counts))
    return tuple(WeekCount(monday=monday, count=count) for monday, count in dated if count)


many_weeks = st.lists(
    st.tuples(st.integers(0, 3000), st.integers(1, 500)), min_size=1, max_size=40, unique_by=lambda p: p[0]
)


@given(many_weeks)
def test_every_event_is_in_a_bar_or_told_of_beside_the_strip(pairs: list[tuple[int, int]]) -> None:
    counted = tuple(WeekCount(monday=MONDAY + n * timedelta(weeks=1), count=c) for n, c in sorted(pairs))
    drawn = strip.bars(counted, Filters())
    shown = sum(bar.count for bar in drawn.bars) + drawn.earlier + drawn.later
    assert shown == sum(week.count for week in counted)


@given(many_weeks)
def test_bars_follow_each_other_and_are_few(pairs: list[tuple[int, int]]) -> None:
    counted = tuple(WeekCount(monday=MONDAY + n * timedelta(weeks=1), count=c) for n, c in sorted(pairs))
    bars = strip.bars(counted, Filters()).bars
    assert all(one.last + timedelta(days=1) == two.first for one, two in pairwise(bars))
    assert len(bars) <= strip.MOST_BARS


def test_a_week_without_events_is_an_empty_bar() -> None:
    assert [bar.count for bar in strip.bars(weeks(2, 0, 4), Filters()).bars] == [2, 0, 4]


def test_the_highest_bar_is_full_and_no_event_is_invisible() -> None:
    assert [bar.height for bar in strip.bars(weeks(1000, 1), Filters()).bars] == [100, 1]


def test_bars_within_the_chosen_days_stand_out() -> None:
    chosen = Filters(first=date(2024, 1, 9), last=date(2024, 1, 16))
    assert [bar.chosen for bar in strip.bars(weeks(1, 1, 1, 1), chosen).bars] == [False, True, True, False]


def test_one_old_event_does_not_flatten_a_war() -> None:
    old = (WeekCount(monday=date(1950, 6, 19), count=1),)
    drawn = strip.bars(old + weeks(*[50] * 30), Filters())
    assert drawn.weeks_a_bar == 1
    assert drawn.earlier == 1


def test_many_years_are_drawn_in_steps_of_whole_weeks() -> None:
    drawn = strip.bars(weeks(*[3] * 400), Filters())
    assert drawn.weeks_a_bar == 4
    assert sum(bar.count for bar in drawn.bars) == 1200


def test_days_chosen_out_of_many_years_are_shown_from_near() -> None:
    chosen = Filters(first=date(2026, 3, 2), last=date(2026, 3, 29))
    assert strip.bars(weeks(*[3] * 400), chosen).weeks_a_bar == 1


def test_labels_are_links_that_keep_the_other_filters() -> None:
    seen = Seen(strip.strip(weeks(*[1] * 20), View(filters=Filters(types=("AID",)))))
    assert "/?type=AID&first=2024-02-01&last=2024-02-29" in seen.links


def test_the_last_months_of_the_calendar_can_be_drawn() -> None:
    assert strip.strip((WeekCount(monday=date(9999, 12, 27), count=1),), View())
    assert strip.strip((WeekCount(monday=date(1, 1, 1), count=1),), View())


def test_nothing_is_drawn_of_nothing() -> None:
    assert strip.strip((), View()) == ""
