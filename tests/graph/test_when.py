"""Dates are runs of days; their EDTF says the same days, and a chronology has one order."""

from datetime import date, timedelta
from typing import get_args

import edtf as library
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from graph.when import (
    Grain,
    When,
    bound_day,
    bounded_by,
    disjoint,
    edtf,
    intersection,
    is_short,
    month_days,
    season_days,
    sort_key,
    width,
)

GRAINS = get_args(Grain)
days = st.dates(min_value=date(1000, 1, 1), max_value=date(9999, 12, 31))


def when(first: str | None, last: str | None = "", *, grain: Grain = "day", about: bool = False) -> When:
    """A date from its two ends; without a second one, of one day. None is an open side."""
    ends = [date.fromisoformat(end) if end else None for end in (first, first if last == "" else last)]
    return When(first=ends[0], last=ends[1], grain=grain, approximate=about, basis="explicit", text="then")


@st.composite
def dates(draw: st.DrawFn) -> When:
    one, other = sorted((draw(days), draw(days)))
    ends = draw(
        st.sampled_from([(one, other), (one, one), (None, other), (one, None), month_days(one.year, one.month)])
    )
    return When(
        first=ends[0],
        last=ends[1],
        grain=draw(st.sampled_from(GRAINS)),
        approximate=draw(st.booleans()),
        uncertain=draw(st.booleans()),
        basis=draw(st.sampled_from(["explicit", "inherited", "bounded by publication"])),
        text="",
    )


def contains(run: When, day: date) -> bool:
    return (run.first or date.min) <= day <= (run.last or date.max)


@pytest.mark.parametrize(
    ("first", "last", "grain", "written"),
    [
        pytest.param("2024-10-18", "2024-10-18", "day", "2024-10-18", id="a day"),
        pytest.param("2024-10-01", "2024-10-31", "month", "2024-10", id="a month"),
        pytest.param("2024-02-01", "2024-02-29", "month", "2024-02", id="a leap month"),
        pytest.param("2023-02-01", "2023-02-27", "month", "2023-02-01/2023-02-27", id="a month short of a day"),
        pytest.param("2024-01-01", "2024-12-31", "year", "2024", id="a year"),
        pytest.param("2024-12-01", "2025-02-28", "season", "2024-24", id="winter ends in February"),
        pytest.param("2024-06-01", "2024-08-31", "season", "2024-22", id="summer"),
        pytest.param("2024-06-01", "2024-08-31", "month", "2024-06-01/2024-08-31", id="three months are no summer"),
        pytest.param("2024-04-01", "2024-06-30", "quarter", "2024-04-01/2024-06-30", id="a quarter"),
        pytest.param("2024-10-18", "2024-10-20", "day", "2024-10-18/2024-10-20", id="a few days"),
        pytest.param(None, "2024-10-25", "day", "../2024-10-25", id="until"),
        pytest.param("2024-10-25", None, "day", "2024-10-25/..", id="from"),
        pytest.param("9999-12-01", "9999-12-31", "season", "9999-12", id="the end of the calendar"),
    ],
)
def test_days_are_written_as_the_shortest_edtf(first: str | None, last: str | None, grain: Grain, written: str) -> None:
    assert edtf(when(first, last, grain=grain)) == written


def test_about_and_perhaps_are_marks_and_widen_nothing() -> None:
    about = when("2024-10-18", about=True)
    assert edtf(about) == "2024-10-18~"
    assert edtf(about.model_copy(update={"approximate": False, "uncertain": True})) == "2024-10-18?"
    assert edtf(when("2024-10-18", "2024-10-20", about=True)) == "2024-10-18~/2024-10-20~"
    assert edtf(when(None, "2024-10-20", about=True)) == "../2024-10-20~"
    assert width(about) == 1


def test_a_date_both_approximate_and_uncertain_has_one_mark() -> None:
    assert edtf(when("2024-10-18", about=True).model_copy(update={"uncertain": True})) == "2024-10-18~"


@given(dates())
def test_the_edtf_library_reads_the_same_days(run: When) -> None:
    # The library has no mark on seasons, ends winter in December, and cannot tell the days of an open side.
    season = run.grain == "season" and len(edtf(run).rstrip("~?")) == 7 and int(edtf(run)[5:7]) > 12
    if season or not run.is_closed:
        return
    read = library.parse_edtf(edtf(run))
    assert date(*read.lower_strict()[:3]) == run.first
    assert date(*read.upper_strict()[:3]) == run.last


@pytest.mark.parametrize("open_side", [when(None, "2024-10-25"), when("2024-10-25", None)], ids=["until", "from"])
def test_the_edtf_library_accepts_an_open_side(open_side: When) -> None:
    assert str(library.parse_edtf(edtf(open_side))) == edtf(open_side)


def test_both_sides_are_never_open() -> None:
    with pytest.raises(ValidationError, match="at least one end"):
        when(None, None)


def test_a_date_does_not_end_before_it_begins() -> None:
    with pytest.raises(ValidationError, match="does not end before it begins"):
        when("2024-10-18", "2024-10-17")


@given(dates(), dates())
def test_dates_with_a_common_day_are_not_disjoint(one: When, other: When) -> None:
    both = intersection(one, other)
    assert disjoint(one, other) == disjoint(other, one) == (both is None)


@given(dates(), dates(), days)
def test_the_intersection_holds_the_days_of_both_and_no_other(one: When, other: When, day: date) -> None:
    both = intersection(one, other)
    for candidate in (day, *(end for run in (one, other) for end in (run.first, run.last) if end)):
        assert (both is not None and contains(both, candidate)) == (
            contains(one, candidate) and contains(other, candidate)
        )


def test_the_intersection_is_told_as_the_narrower() -> None:
    day, month = when("2024-10-18"), when("2024-10-01", "2024-10-31", grain="month")
    assert intersection(month, day) == day


def test_a_cut_date_keeps_the_mark_of_either() -> None:
    both = intersection(when("2024-10-01", "2024-10-20", about=True), when("2024-10-15", "2024-10-31"))
    assert both is not None
    assert edtf(both) == "2024-10-15~/2024-10-20~"


def ordered(*runs: tuple[str, When | None]) -> list[str]:
    return [name for name, _ in sorted(runs, key=lambda pair: sort_key(pair[1], pair[0]))]


def test_inside_a_month_days_come_first_then_longer_intervals_then_bounded() -> None:
    assert ordered(
        ("bounded", bounded_by(date(2024, 10, 2), planned=False)),
        ("month", when("2024-10-01", "2024-10-31", grain="month")),
        ("day", when("2024-10-30")),
        ("november", when("2024-11-01")),
    ) == ["day", "month", "bounded", "november"]


def test_a_year_stands_after_its_december_and_not_on_the_first_of_january() -> None:
    assert ordered(
        ("year", when("2024-01-01", "2024-12-31", grain="year")),
        ("december", when("2024-12-01", "2024-12-31", grain="month")),
        ("last day", when("2024-12-31")),
        ("january", when("2024-01-01")),
        ("new year", when("2025-01-01")),
    ) == ["january", "last day", "december", "year", "new year"]


def test_a_part_of_a_month_is_not_filed_as_a_day() -> None:
    assert ordered(
        ("early October", when("2024-10-01", "2024-10-10", grain="month", about=True)),
        ("2 October", when("2024-10-02")),
    ) == ["2 October", "early October"]


def test_about_moves_nothing() -> None:
    assert sort_key(when("2024-10-18"), "e") == sort_key(when("2024-10-18", about=True), "e")


def test_a_plan_without_date_is_filed_where_it_was_published_not_at_its_open_side() -> None:
    plan = bounded_by(date(2024, 10, 25), planned=True)
    assert bound_day(plan) == date(2024, 10, 25)
    assert ordered(("plan", plan), ("november", when("2024-11-01"))) == ["plan", "november"]


def test_what_has_no_date_ends_the_list() -> None:
    assert ordered(("none", None), ("latest", when("9999-12-31"))) == ["latest", "none"]


@given(st.lists(st.tuples(dates(), st.uuids()), unique_by=lambda pair: pair[1]))
def test_the_order_is_total(runs: list[tuple[When, object]]) -> None:
    keys = [sort_key(run, str(ident)) for run, ident in runs]
    assert len(set(keys)) == len(keys)


@given(dates(), dates())
def test_months_follow_each_other(one: When, other: When) -> None:
    filed = [run.first if is_short(run) and run.first else bound_day(run) for run in (one, other)]
    if (filed[0].year, filed[0].month) < (filed[1].year, filed[1].month):
        assert sort_key(one, "z") < sort_key(other, "a")


@given(st.integers(1000, 9998), st.sampled_from([21, 22, 23, 24]))
def test_a_season_lasts_three_months(year: int, season: int) -> None:
    first, last = season_days(year, season)
    assert 89 <= (last - first).days + 1 <= 92
    assert (last + timedelta(days=1)).day == 1
    assert edtf(When(first=first, last=last, grain="season", basis="explicit", text="")) == f"{year}-{season}"
