import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Quantity
from loaders.clauses import find_clauses, read_types
from loaders.quantities import count, quantities_in
from loaders.quantities.numbers import numbers
from tests.loaders.grammar import trees_of


def quantities(sentence: str) -> list[Quantity]:
    """All quantities of a sentence, in order."""
    tree = trees_of(sentence)[0]
    return [found.quantity for found in quantities_in(tree, tree.block.span)]


@pytest.mark.parametrize(
    ("words", "low", "high", "bound"),
    [
        ("about 3,000", 3000, 3000, "about"),
        ("around 12,000", 12000, 12000, "about"),
        ("over 3,000", 3000, None, "over"),
        ("more than a thousand", 1000, None, "over"),
        ("at least 107", 107, None, "at least"),
        ("107 or more", 107, None, "at least"),
        ("nearly 900", None, 900, "under"),
        ("fewer than 50", None, 50, "under"),
        ("no more than 12", None, 12, "at most"),
        ("up to 100", None, 100, "up to"),
        ("as many as 12,000", None, 12000, "up to"),
        ("2,600", 2600, 2600, "exact"),
        ("1.2 million", 1200000, 1200000, "exact"),
        ("two hundred and five", 205, 205, "exact"),
        ("twenty-five", 25, 25, "exact"),
        ("a dozen", 12, 12, "exact"),
        ("dozens", 12, 99, "about"),
        ("hundreds", 100, 999, "about"),
        ("thousands", 1000, None, "about"),
        ("tens of thousands", 10000, 99999, "about"),
        ("several", 3, None, "several"),
        ("10,000-12,000", 10000, 12000, "range"),
        ("5 to 10", 5, 10, "range"),
        ("1.2 to 1.5 million", 1200000, 1500000, "range"),
        ("an average of around 1,200", 1200, 1200, "about"),
    ],
)
def test_a_number_is_read_with_its_bound(words: str, low: float | None, high: float | None, bound: str) -> None:
    found = list(numbers(f"They saw {words} of them."))
    assert [(one.low, one.high, one.bound) for one in found] == [(low, high, bound)]


def test_between_and_and_are_a_range() -> None:
    assert [(one.low, one.high) for one in numbers("between 5 and 10 boats")] == [(5, 10)]
    assert [one.low for one in numbers("five boats and 10 planes")] == [5, 10]


@pytest.mark.parametrize(
    "sentence",
    [
        "The 11th Corps held the village.",
        "A 28-year-old defector spoke.",
        "Ann Rivers, 45, left.",
        "They met on October 18.",
        "It began at 10:30 a.m. on Monday.",
        "The June 2024 pact is dead.",
        "Two Su-27 jets took off."[4:],
        "It is open 24/7.",
        "The score was 2-1.",
        "Flight 17 crashed.",
        "They left three weeks ago.",
        "Little changed over the past two weeks.",
        "Call 555-0123.",
        "He was one of them.",
    ],
)
def test_what_counts_nothing_is_no_quantity(sentence: str) -> None:
    assert quantities(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "text", "unit"),
    [
        ("Norland sent about 3,000 young soldiers.", "about 3,000 young soldiers", "soldiers"),
        ("Norland sent millions of artillery shells.", "millions of artillery shells", "artillery shells"),
        ("Over 3,000 of these soldiers died.", "Over 3,000 of these soldiers", "soldiers"),
        ("It hopes to send 12,000 troops south.", "12,000 troops", "troops"),
        ("Prices rose by 14%.", "14%", "percent"),
        ("Prices rose by 14 per cent.", "14 per cent", "percent"),
        ("It cost $3.5 billion.", "$3.5 billion", "dollars"),
        ("It cost €20m.", "€20m", "euros"),
        ("One shell hit a barn.", "One shell", "shells"),
        ("The storm killed at least 107.", "at least 107", "people"),
        ("The number of captives rose to 40.", "40", "captives"),
        ("He was arrested twice.", "twice", "times"),
        ("It fired dozens of rounds of artillery.", "dozens of rounds", "rounds"),
        ("Two veteran politicians Ann Rivers and Ray Holm lost.", "Two veteran politicians", "veteran politicians"),
        ("A five-day truce began.", "five-day", "days"),
    ],
)
def test_a_quantity_knows_what_it_counts(sentence: str, text: str, unit: str) -> None:
    assert [(found.text, found.unit) for found in quantities(sentence)] == [(text, unit)]


def test_more_are_more_of_the_same() -> None:
    found = quantities("Fishermen saved over 700 migrants, and the navy saved 200 more.")
    assert [(one.text, one.unit) for one in found] == [("over 700 migrants", "migrants"), ("200 more", "migrants")]


@pytest.mark.parametrize(
    ("sentence", "rate"),
    [
        ("About 1,200 soldiers are killed in the war every day.", "per day"),
        ("It makes 300 drones a month.", "per month"),
        ("It makes 300 drones per year.", "per year"),
        ("It makes 300 drones daily.", "per day"),
        ("It made 300 drones.", None),
    ],
)
def test_a_rate_is_kept(sentence: str, rate: str | None) -> None:
    assert [found.rate for found in quantities(sentence)] == [rate]


@pytest.mark.parametrize(
    ("sentence", "lemma", "role"),
    [
        ("Norland sent about 3,000 soldiers to Sudria.", "send", "patient"),
        ("Over 3,000 of these soldiers have been killed.", "kill", "patient"),
        ("A contingent of 2,600 soldiers is due to be moved south.", "move", "patient"),
        ("Several young conscripts fled.", "flee", "agent"),
    ],
)
def test_a_quantity_belongs_to_the_clause_whose_part_it_counts(sentence: str, lemma: str, role: str) -> None:
    trees = trees_of(sentence)
    clauses = find_clauses(trees, read_types())
    assert (lemma, role) in {(clauses[one.clause].lemma, one.quantity.role) for one in count(trees, clauses)}


def test_every_quantity_cuts_out_its_words() -> None:
    text = "“About 3,000” soldiers – 14 % of them – cost £2bn\u00a0a year, 🇰🇷 twice."
    tree = trees_of(text)[0]
    found = quantities_in(tree, tree.block.span)
    assert found
    assert all(one.quantity.span.cut(text) == one.quantity.text for one in found)


@settings(deadline=None, max_examples=200)
@given(st.integers(min_value=0, max_value=10**12))
def test_any_number_is_read_back_from_its_digits(number: int) -> None:
    assert [one.low for one in numbers(f"They saw about {number:,} of them.")] == [number]


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=200))
def test_no_text_breaks_the_reading_of_numbers(text: str) -> None:
    for one in numbers(text):
        assert 0 <= one.start <= one.at < one.until <= one.end <= len(text)
