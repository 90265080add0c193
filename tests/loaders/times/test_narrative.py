"""Histories: the year stands once, and dates are counted from what was told before."""

import pytest

from graph.record import Span
from loaders.times import document_kind, find_times
from tests.loaders.times.reading import days, read, told

OPENING = "The siege began on 3 May 1862. In 1863, 1864 and 1865 there was famine. Peace came in 1866 and 1867.\n\n"
"""Enough years to make a history of what follows."""


def story(text: str) -> list[str | None]:
    """EDTF of the times of a text that goes on a history."""
    return days(OPENING + text)[len(days(OPENING)) :]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(OPENING, "narrative", id="years"),
        pytest.param("On Wednesday he spoke. He had left in 2019 and in 1998.", "report", id="weekdays"),
        pytest.param("He spoke.", "report", id="nothing"),
    ],
)
def test_years_without_weekdays_make_a_history(text: str, kind: str) -> None:
    assert document_kind(find_times(text, [Span(start=0, end=len(text))])) == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("On 7 April 1870 the king fled. In June he died.", ["1870-04-07", "1870-06"], id="same year"),
        pytest.param(
            "On 7 November 1870 he fled. In January he died.", ["1870-11-07", "1871-01"], id="turn of the year"
        ),
        pytest.param(
            "On 7 April 1870 he fled. The treaty of 1702 was void. In June he died.",
            ["1870-04-07", "1702", "1870-06"],
            id="a thing of another year",
        ),
        pytest.param(
            "On 7 April 1870 he fled. Papers found in 1955 told why. In June he died.",
            ["1870-04-07", "1955", "1870-06"],
            id="one date aside",
        ),
        pytest.param(
            "On 7 April 1870 he fled. He had ruled since 1850. In June he died.",
            ["1870-04-07", "1850-01-01/..", "1870-06"],
            id="looking back",
        ),
        pytest.param("1893: The second war\n\nOn 4 May the king fled.", ["1893", "1893-05-04"], id="a heading"),
        pytest.param(
            "The long war, 1893–1895\n\nThe pact of 1870 failed. On 4 May he fled.",
            ["1893-01-01/1895-12-31", "1870", "1893-05-04"],
            id="years of a heading",
        ),
        pytest.param("On 7 April 1870 he fled. The next day, he died.", ["1870-04-07", "1870-04-08"], id="next day"),
        pytest.param("In May 1870 he fled. Ten years later he came back.", ["1870-05", "1880"], id="years later"),
    ],
)
def test_the_clock_of_a_history_goes_on(text: str, expected: list[str]) -> None:
    assert story(text) == expected


def test_a_date_of_the_story_says_what_it_is_counted_from() -> None:
    when = read(OPENING + "On 7 April 1870 he fled. In June he died.").times[-1].when
    assert when is not None
    assert (when.basis, when.anchor is not None) == ("narrative", True)


def test_the_today_of_a_history_is_not_that_of_its_writer() -> None:
    assert told(OPENING + OPENING + "In 1870 he wrote: it is cold today.")[-1][1] == "PRESENT_REF"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("In 264 BC, it began. In 241, it ended.", ["BC0264", "BC0241"], id="letters left out"),
        pytest.param("First War (264 to 241 BC)", ["BC0264/BC0241"], id="letters once"),
        pytest.param("In 264 BC, it began. The next year, it ended.", ["BC0264", "BC0263"], id="years run down"),
        pytest.param("In 264 BC, it began. Two years later, it ended.", ["BC0264", "BC0262"], id="years later"),
        pytest.param("In 264 BC, it began. In May, it ended.", ["BC0264", "BC0264-05"], id="month"),
    ],
)
def test_years_before_christ_have_a_value_and_no_days(text: str, values: list[str]) -> None:
    assert told(text) == [(words, value, None) for (words, _, _), value in zip(told(text), values, strict=True)]
