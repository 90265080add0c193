"""Dates by happenings whose days anybody can look up."""

from datetime import date
from pathlib import Path

import pytest

from graph.errors import LexiconError
from graph.when import When, edtf
from loaders.dating import date_clauses
from loaders.lexicon.known_events import known_events
from loaders.records import Dated
from tests.loaders.grammar import clause_of, mood, silent, time_of, trees_of

PUBLISHED = When(first=date(2012, 5, 7), last=date(2012, 5, 7), grain="day", basis="given", text="")


def told(sentence: str, word: str, *, phrase: str = "", folder: Path | None = None) -> Dated:
    """The date of the clause with this trigger."""
    trees = trees_of(sentence)
    times = [time_of(trees, phrase, "2011-09-11")] if phrase else []
    (one,) = date_clauses([clause_of(trees, word)], trees, times, [mood(0)], [silent(0)], PUBLISHED, folder)
    return one


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        pytest.param("Osk lost its port during the Korean War.", "lost", "1950-01-01~/1953-12-31~", id="during"),
        pytest.param("During the Cold War, Osk built ships.", "built", "1947-01-01~/1991-12-31~", id="opens"),
        pytest.param("Osk has grown since World War II.", "grown", "1945-01-01~/2012-05-07~", id="since its end"),
        pytest.param("He was born after D-Day.", "born", "1944-06-06/2012-05-07", id="after"),
        pytest.param("He died before the 9/11 attacks.", "died", "../2001-09-10", id="before"),
        pytest.param("He taught until the outbreak of World War I.", "taught", "../1914-12-31~", id="until it began"),
        pytest.param("The firm was founded at the end of the Korean War.", "founded", "1953~", id="at its end"),
        pytest.param("The town was built in the wake of the Chernobyl disaster.", "built", "1986-04-26/2012-05-07",
                     id="in its wake"),
        pytest.param("Osk was divided when World War II ended.", "divided", "1945~", id="when it ended"),
        pytest.param("The crew left after the Korean War broke out.", "left", "1950-01-01~/2012-05-07~",
                     id="after it broke out"),
        pytest.param("The crew left after the Korean War broke out.", "broke", "1950~", id="its own outbreak"),
        pytest.param("Osk lost ships during the Syrian civil war.", "lost", "2011-03-01~/2012-05-07~", id="goes on"),
    ],
)  # fmt: skip
def test_a_known_happening_dates_what_is_set_beside_it(sentence: str, word: str, expected: str) -> None:
    one = told(sentence, word)
    assert one.when is not None
    assert (edtf(one.when), one.rule, one.when.basis) == (expected, "known_event", "known event")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        pytest.param("Veterans of the Korean War marched.", "marched", id="of"),
        pytest.param(
            "Osk left, breaking the custom of the port since World War II.", "breaking", id="a participle since"
        ),
        pytest.param("She recalled his service in the Korean War.", "recalled", id="a noun between"),
        pytest.param("After Cold War veterans met, Osk closed the port.", "closed", id="a name before a noun"),
        pytest.param("For the first time since World War II, Osk sold ships.", "sold", id="the first time since"),
        pytest.param("It was the worst storm since World War II.", "storm", id="the worst since"),
        pytest.param("Prices rose during the COVID-19 pandemic.", "rose", id="not begun yet"),
        pytest.param("Osk changed after the Syrian civil war.", "changed", id="not over yet"),
        pytest.param("Osk met the leaders during the talks of the Cold War.", "met", id="something of it"),
    ],
)
def test_a_name_alone_dates_nothing(sentence: str, word: str) -> None:
    one = told(sentence, word)
    assert one.when is not None
    assert edtf(one.when) == "../2012-05-07"


def test_a_date_of_its_own_goes_before() -> None:
    assert told("During the Cold War, in 1961, Osk built ships.", "built", phrase="1961").rule == "own_date"


def test_a_date_in_the_name_is_none_of_its_own() -> None:
    one = told("Osk signed the pact after the Sept. 11 attacks.", "signed", phrase="Sept. 11")
    assert one.when is not None
    assert edtf(one.when) == "2001-09-11/2012-05-07"


def test_the_words_are_those_that_set_the_days() -> None:
    one = told("Osk lost its port during the Korean War.", "lost")
    assert one.when is not None
    assert one.when.span is not None
    assert one.when.text == "during the Korean War"


def test_a_first_time_since_a_date_is_not_of_that_date() -> None:
    assert (
        told("For the first time since 2011, Osk sold ships.", "sold", phrase="2011").rule == "bounded_by_publication"
    )


def test_a_users_rows_are_read_and_replace_those_that_ship(tmp_path: Path) -> None:
    rows = "names,first,last,source\nSudrian Strike,1968-03-04,1968-04-01,test\nCold War,1948,1990,test\n"
    (tmp_path / "known_events.csv").write_text(rows, encoding="utf-8")
    strike = told("He fled during the Sudrian Strike.", "fled", folder=tmp_path)
    cold = told("He fled during the Cold War.", "fled", folder=tmp_path)
    assert strike.when is not None
    assert cold.when is not None
    assert (edtf(strike.when), edtf(cold.when)) == ("1968-03-04/1968-04-01", "1948-01-01/1990-12-31")


@pytest.mark.parametrize("cells", ["x,1968-13,1969", "x,1969,1968", "x,March,1968", ",1968,1968"])
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, cells: str) -> None:
    (tmp_path / "known_events.csv").write_text(f"names,first,last,source\n{cells},test\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 2"):
        known_events(tmp_path)


def test_many_happenings_ship() -> None:
    assert len({id(event) for event in known_events().by_name.values()}) >= 60
