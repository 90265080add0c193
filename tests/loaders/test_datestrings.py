"""Dates that people and pages write, and nothing filled in from today."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.errors import DocumentError
from graph.when import edtf
from loaders.datestrings import read_date


def read(text: str) -> str:
    when = read_date(text)
    assert when is not None
    return f"{edtf(when)} {when.grain}"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("2024-10-25", "2024-10-25 day"),
        ("2024-10", "2024-10 month"),
        ("2024", "2024 year"),
        ("2024-22", "2024-22 season"),
        ("2024-10-25?", "2024-10-25? day"),
        ("2024~", "2024~ year"),
        ("2024-10-18/2024-10-20", "2024-10-18/2024-10-20 day"),
        ("2024-10/..", "2024-10-01/.. month"),
        ("../2024-10-20", "../2024-10-20 day"),
        ("199X", "1990-01-01/1999-12-31 decade"),
        ("2024-10-25T01:30:00+09:00", "2024-10-25 day"),
        ("2024-10-24T23:30:00-08:00", "2024-10-24 day"),
        ("Thu, 24 Oct 2024 23:30:00 -0800", "2024-10-24 day"),
        ("25 October 2024", "2024-10-25 day"),
        ("Friday, October 25th, 2024 at 3:40 pm", "2024-10-25 day"),
        ("March 2025", "2025-03 month"),
        ("25/10/2024", "2024-10-25 day"),
        ("10/25/2024", "2024-10-25 day"),
        ("5/5/2024", "2024-05-05 day"),
        ("25 жовтня 2024", "2024-10-25 day"),
        ("2024년 10월 25일", "2024-10-25 day"),
        ("25. Oktober 2024", "2024-10-25 day"),
    ],
)
def test_a_written_date_is_as_wide_as_its_words(text: str, days: str) -> None:
    assert read(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "3 days ago",
        "next friday",
        "may",
        "12",
        "14:03",
        "1 January",
        "25 Oct",
        "soon",
        "in 2024",
        "x" * 999,
    ],
)
def test_what_would_need_today_is_no_date(text: str) -> None:
    with pytest.raises(DocumentError, match="is no date"):
        read_date(text)


@pytest.mark.parametrize("text", ["2024-02-30", "2023-02-29", "2024-13-01", "2024-00-10", "0000"])
def test_a_day_that_the_calendar_does_not_have_is_told(text: str) -> None:
    with pytest.raises(DocumentError, match="is no day of the calendar"):
        read_date(text)


def test_a_date_that_can_be_read_two_ways_is_refused_with_both() -> None:
    with pytest.raises(DocumentError) as error:
        read_date("10/11/2024")
    assert error.value.hint == "Write 2024-11-10 or 2024-10-11."


def test_an_interval_that_runs_backwards_is_refused() -> None:
    with pytest.raises(DocumentError, match="ends before it begins"):
        read_date("2024-10-20/2024-10-18")


def test_nothing_is_no_date_and_no_error() -> None:
    assert read_date(" ") is None


@given(st.dates(min_value=date(1000, 1, 1)), st.integers(min_value=0, max_value=5000))
def test_what_we_write_we_read(first: date, length: int) -> None:
    last = min(date.max - timedelta(days=1), first + timedelta(days=length) if first.year < 9000 else first)
    for text in (
        first.isoformat(),
        f"{first}/{last}",
        f"{first}/..",
        f"../{last}",
        first.isoformat()[:7],
        f"{first:%Y}",
    ):
        when = read_date(text)
        assert when is not None
        assert when == read_date(edtf(when)) or when.grain != "day"


@settings(deadline=None, max_examples=60)  # dateparser loads its languages at the first call
@given(st.text(alphabet="0123456789-/.?~%X[]{} TZ:+", max_size=30))
def test_no_string_of_digits_and_signs_does_worse_than_be_refused(text: str) -> None:
    try:
        when = read_date(text)
    except DocumentError as error:
        assert error.message.endswith(".")  # noqa: PT017 – either outcome is right
    else:
        assert when is None or when.first or when.last
