"""What is odd about a time is reported beside it."""

import pytest

from graph.model import Block
from graph.record import Span
from tests.loaders.times.reading import days, read

ASKED = "The minister spoke on October 23. Earlier on {}, the ministry summoned the envoy."


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text).problems]


@pytest.mark.parametrize("words", ["30 February", "February 30, 2023", "31 April", "29 February 2023", "2024-02-30"])
def test_a_day_that_does_not_exist_is_reported_and_has_no_date(words: str) -> None:
    found = read(f"He left on {words}.")
    assert [problem.code for problem in found.problems] == ["impossible-date"]
    assert [(one.when, one.value) for one in found.times] == [(None, "")]


def test_a_leap_day_exists_in_leap_years() -> None:
    assert days("He left on 29 February 2024. He left on February 29.") == ["2024-02-29", "2024-02-29"]


@pytest.mark.parametrize("words", ["10 Muharram 1445", "Juche 113", "9 Thermidor", "the month of Ramadan"])
def test_another_calendar_is_left_alone(words: str) -> None:
    assert codes(f"He left on {words}.") == ["other-calendar"]
    assert days(f"He left on {words}.") == [None]


def test_a_past_after_publication_is_reported_and_kept() -> None:
    assert codes("He left on October 30, 2024.") == ["past-after-publication"]
    assert days("He left on October 30, 2024.") == ["2024-10-30"]
    assert codes("He will leave on October 30, 2024. The vote of October 2025 was discussed.") == []


def test_earlier_on_a_day_two_months_before_is_doubted() -> None:
    assert codes(ASKED.format("August 21")) == ["long-before-what-it-precedes"]
    assert days(ASKED.format("August 21")) == ["2024-10-23", "2024-08-21"]
    assert codes(ASKED.format("October 21")) == []


def test_a_problem_points_at_the_words() -> None:
    text = ASKED.format("August 21")
    (problem,) = read(text).problems
    assert problem.span is not None
    assert (problem.document, problem.span.cut(text)) == ("d1", "August 21")
    assert problem.found.endswith(".")
    assert problem.assumed.endswith(".")


def test_the_words_of_a_tweet_count_from_its_own_date() -> None:
    text = "He spoke yesterday.\nSeen yesterday — A. Osei (@osei) October 1, 2024"
    start = text.index("\n") + 1
    blocks = (
        Block(kind="body", span=Span(start=0, end=start - 1)),
        Block(kind="embed", span=Span(start=start, end=len(text))),
    )
    dated = [one.when.first.isoformat() for one in read(text, blocks=blocks).times if one.when and one.when.first]
    assert dated == ["2024-10-24", "2024-09-30", "2024-10-01"]
