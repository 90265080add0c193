"""Words that look like times and are none."""

from pathlib import Path

import pytest

from tests.loaders.times.reading import told

LINES = [line for line in Path(__file__).with_name("not_dates.txt").read_text("utf-8").splitlines() if line[:1] != "#"]


def test_the_list_holds_a_few_hundred_lines() -> None:
    assert len(LINES) == len(set(LINES)) >= 300


@pytest.mark.parametrize("line", LINES)
def test_nothing_is_read_from_words_that_name_no_time(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param("The council may vote in May.", ["May"], id="may"),
        pytest.param("They will march in March.", ["March"], id="march"),
        pytest.param("The fall of the fort came in the fall of 1862.", ["the fall of 1862"], id="fall"),
        pytest.param("He came second in two seconds.", ["two seconds"], id="second"),
        pytest.param("The Sunday Times said so on Sunday.", ["Sunday"], id="a newspaper"),
        pytest.param("Resolution 1718 of 2006 bans it.", ["2006"], id="a resolution"),
        pytest.param("Some 2,019 men left in 2019.", ["2019"], id="a count"),
        pytest.param("The 11th Corps left on the 11th.", ["the 11th"], id="a corps"),
    ],
)
def test_the_same_word_is_a_time_where_it_is_meant_as_one(line: str, words: list[str]) -> None:
    assert [found for found, _, _ in told(line)] == words
