"""Parts of one happening share its day."""

from collections.abc import Sequence

import pytest

from graph.model import Modality
from graph.when import When
from loaders.records import Clause, Dated
from loaders.scenes import date_parts
from tests.factories import days, until
from tests.loaders.grammar import clause_of, mood, silent, time_of, trees_of

TEXT = "The election was held in May. Lind was elected. The ferry sank. A second election was held in June."
DAY = days("2024-05-03")
VOICES = [silent(0), silent(1), silent(2)]


def dated(*told: When | None, words: Sequence[str], modality: Modality = "asserted") -> list[tuple[str, str]]:
    """First day and rule of each clause after parts were dated."""
    trees = trees_of(TEXT)
    clauses = [_named(clause_of(trees, word)) for word in words]
    before = [Dated(clause=index, when=when, rule="before") for index, when in enumerate(told)]
    after = date_parts(
        clauses, trees, [mood(n, modality) for n in range(len(clauses))], VOICES[: len(clauses)], before, []
    )
    return [(str(one.when.first) if one.when else "", one.rule) for one in after]


def _named(clause: Clause) -> Clause:
    return clause.model_copy(update={"lemma": "election"}) if clause.lemma == "hold" else clause


def test_who_was_elected_was_elected_on_the_day_of_the_election() -> None:
    assert dated(DAY, until("2024-06-01"), words=("held", "elected"))[1] == ("2024-05-03", "part_of_a_dated_happening")


def test_what_is_no_part_keeps_its_bound() -> None:
    assert dated(DAY, until("2024-06-01"), words=("held", "sank"))[1][1] == "before"


def test_a_date_of_its_own_is_kept() -> None:
    assert dated(DAY, days("2024-05-20"), words=("held", "elected"))[1] == ("2024-05-20", "before")


def test_two_happenings_of_a_kind_date_nothing() -> None:
    trees = trees_of(TEXT)
    held = [index for index, token in enumerate(trees[0].doc) if token.text == "held"]
    first = _named(clause_of(trees, "held"))
    second = first.model_copy(update={"token": held[1]})
    clauses = [first, second, clause_of(trees, "elected")]
    told = (DAY, days("2024-06-07"), until("2024-06-30"))
    before = [Dated(clause=index, when=when, rule="before") for index, when in enumerate(told)]
    after = date_parts(clauses, trees, [mood(n) for n in range(3)], VOICES, before, [])
    assert after[2].rule == "before"


def test_a_plan_does_not_lend_its_day() -> None:
    found = dated(DAY, until("2024-06-01"), words=("held", "elected"), modality="planned")
    assert found[1][1] == "before"


def test_what_is_carried_over_is_uncertain() -> None:
    trees = trees_of(TEXT)
    clauses = [_named(clause_of(trees, "held")), clause_of(trees, "elected")]
    before = [Dated(clause=index, when=when, rule="before") for index, when in enumerate((DAY, until("2024-06-01")))]
    after = date_parts(clauses, trees, [mood(0), mood(1)], VOICES[:2], before, [])
    assert [one.when.uncertain for one in after if one.when] == [False, True]


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        ("Ten people were killed.", "part_of_a_dated_happening"),
        ("The driver was killed.", "part_of_a_dated_happening"),
        ("Lind was killed.", "before"),
        ("His mother was killed.", "before"),
    ],
)
def test_who_is_named_may_have_come_to_harm_elsewhere(sentence: str, rule: str) -> None:
    trees = trees_of(f"The bombing shook the town. {sentence}")
    clauses = [clause_of(trees, "bombing").model_copy(update={"lemma": "bombing"}), clause_of(trees, "killed")]
    before = [Dated(clause=0, when=DAY, rule="before"), Dated(clause=1, when=until("2024-06-01"), rule="before")]
    after = date_parts(clauses, trees, [mood(0), mood(1)], VOICES[:2], before, [])
    assert after[1].rule == rule


@pytest.mark.parametrize(
    ("sentence", "rule"),
    [
        pytest.param("Yesterday the guards killed ten people.", "before", id="a sentence of another day"),
        pytest.param(
            "The man who killed ten people was jailed yesterday.", "part_of_a_dated_happening", id="told aside"
        ),
    ],
)
def test_a_sentence_that_gives_another_day_is_about_that_day(sentence: str, rule: str) -> None:
    trees = trees_of(f"The bombing shook the town. {sentence}")
    clauses = [clause_of(trees, "bombing").model_copy(update={"lemma": "bombing"}), clause_of(trees, "killed")]
    before = [Dated(clause=0, when=DAY, rule="before"), Dated(clause=1, when=until("2024-06-01"), rule="before")]
    times = [time_of(trees, "esterday", "2024-05-31")]
    after = date_parts(clauses, trees, [mood(0), mood(1)], VOICES[:2], before, times)
    assert after[1].rule == rule
