"""What counts as a quirk of the annotation, and what as an error."""

import pytest

from benchmarks.timex import is_quirk

D = pytest.param


@pytest.mark.parametrize(
    ("gold", "read"),
    [
        D("1968-XX", "1968", id="unknown parts written out"),
        D("P1W", "1998-W43", id="a week as a length"),
        D("1998-10-XX", "1998-W43", id="a week by its month"),
        D("1998-11-03", "1998-W45", id="a week by a day in it"),
        D("2000-W8", "2000-W08", id="a week without its nought"),
        D("2000-01-05", "2000-01-05TNI", id="a part of the day left out"),
        D("196", "196X", id="a decade as TIMEX2 writes it"),
        D("null", "XXXX-XX-XX", id="no value, and none read"),
    ],
)
def test_two_names_of_the_same_days_differ_only_by_a_quirk(gold: str, read: str) -> None:
    assert is_quirk(gold, read)


@pytest.mark.parametrize(
    ("gold", "read"),
    [
        D("1998-09", "1998-W43", id="a month that the week does not touch"),
        D("1998-10-12", "1998-W43", id="a day of another week"),
        D("1998", "1998-W43", id="a year for a week"),
        D("2000-01-05TEV", "2000-01-05TNI", id="another part of the day"),
        D("null", "1861-04-13", id="a date where none is annotated"),
        D("2000-W08", "2000-W18", id="another week"),
    ],
)
def test_other_days_are_an_error(gold: str, read: str) -> None:
    assert not is_quirk(gold, read)
