"""What a reader sees: the claim that speaks for an event, and the date as it was written."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.chronology import lead_claim, precision, shelf, shelves, written_date
from graph.event import SourcedClaim
from graph.when import When, bounded_by, sort_key
from tests.factories import claim, copy_, days, event, sourced, until
from tests.graph.test_when import dates


def open_(first: str | None, last: str | None, grain: str = "day") -> When:
    """An explicit date with an open side."""
    ends = {"first": first, "last": last}
    return When.model_validate({**ends, "grain": grain, "basis": "explicit", "text": "then"})


@pytest.mark.parametrize(
    ("when", "written", "word"),
    [
        pytest.param(days("2024-10-18"), "18 October 2024", "day", id="a day"),
        pytest.param(days("2024-10-01", "2024-10-31", grain="month"), "October 2024", "month", id="a month"),
        pytest.param(days("2024-01-01", "2024-12-31", grain="year"), "2024", "year", id="a year"),
        pytest.param(days("2024-12-01", "2025-02-28", grain="season"), "winter 2024–25", "season", id="a winter"),
        pytest.param(days("2024-06-01", "2024-08-31", grain="season"), "summer 2024", "season", id="a summer"),
        pytest.param(days("2024-10-14", "2024-10-20", grain="week"), "14–20 October 2024", "week", id="a week"),
        pytest.param(days("2024-10-18", "2024-10-20"), "18–20 October 2024", "range", id="days of a month"),
        pytest.param(
            days("2024-10-28", "2024-11-03"), "28 October – 3 November 2024", "range", id="over a month's end"
        ),
        pytest.param(
            days("2024-12-28", "2025-01-03"), "28 December 2024 – 3 January 2025", "range", id="over a year's end"
        ),
        pytest.param(days("2024-10-05", "2024-11-05"), "5 October – 5 November 2024", "range", id="from day to day"),
        pytest.param(days("2024-03-01", "2024-10-31", grain="month"), "March–October 2024", "range", id="whole months"),
        pytest.param(days("1990-01-01", "1999-12-31", grain="decade"), "the 1990s", "range", id="a decade"),
        pytest.param(days("2022-01-01", "2024-12-31", grain="year"), "2022–2024", "range", id="some years"),
        pytest.param(open_("2024-06-01", None, "month"), "from June 2024", "after", id="since a month"),
        pytest.param(open_("2023-01-01", None, "year"), "from 2023", "after", id="since a year"),
        pytest.param(open_(None, "2024-12-23"), "by 23 December 2024", "before", id="by a day"),
        pytest.param(until("2024-10-25"), "by 25 October 2024, no date given", "before", id="bounded, told as past"),
        pytest.param(
            bounded_by(date(2024, 10, 24), planned=True),
            "from 24 October 2024, no date given",
            "after",
            id="bounded, planned",
        ),
        pytest.param(
            days("2024-10-25", basis="bounded by publication"),
            "as of 25 October 2024, no date given",
            "day",
            id="bounded, going on",
        ),
        pytest.param(None, "no date", "none", id="none"),
    ],
)
def test_a_date_is_written_as_wide_as_it_is(when: When | None, written: str, word: str) -> None:
    assert (written_date(when), precision(when)) == (written, word)


def test_about_and_perhaps_stand_before_the_days() -> None:
    about = {"approximate": True}
    assert written_date(days("2024-10-18").model_copy(update=about)) == "about 18 October 2024"
    assert written_date(days("2024-10-18").model_copy(update={"uncertain": True})) == "perhaps 18 October 2024"
    assert written_date(open_(None, "2024-10-31", "month").model_copy(update=about)) == "by about October 2024"


@given(dates())
def test_every_date_can_be_written_and_names_its_year(when: When) -> None:
    ends = [day for day in (when.first, when.last) if day]
    assert any(str(day.year) in written_date(when) for day in ends)
    assert precision(when) != "none"


def test_events_share_a_shelf_if_month_and_block_are_the_same() -> None:
    placed = [
        (until("2024-10-02"), "October 2024", "no date given"),
        (days("2024-10-18"), "October 2024", "days"),
        (days("2024-10-01", "2024-10-31", grain="month"), "October 2024", "longer spans"),
        (days("2024-01-01", "2024-12-31", grain="year"), "December 2024", "longer spans"),
        (None, "", "no date"),
    ]
    assert [(shelf(when).month, shelf(when).block) for when, *_ in placed] == [tuple(place) for _, *place in placed]


@given(st.lists(st.one_of(st.none(), dates()), max_size=12))
def test_a_sorted_chronology_has_every_shelf_once(whens: list[When | None]) -> None:
    told = [event(claim(when=when)) for when in whens]
    ordered = sorted(told, key=lambda one: sort_key(one.when, one.id))
    found = [place for place, _ in shelves(ordered)]
    assert len(found) == len(set(found))


def candidate(number: int, **fields: object) -> SourcedClaim:
    """A claim whose id says its number; published on 25 October 2024 unless told otherwise."""
    published = fields.pop("published", "2024-10-25")
    made = claim().model_copy(update={"id": f"c{number}", "when": until("2024-10-25"), **fields})
    return sourced(made, copy=copy_(published=str(published)))


@pytest.mark.parametrize(
    "better",
    [
        pytest.param({"modality": "ongoing"}, id="a fact before a denial"),
        pytest.param({"modality": "denied", "when": days("2024-10-18")}, id="an own date before a bound"),
        pytest.param(
            {"modality": "denied", "when": days("2024-10-18", basis="inherited")}, id="an inherited date, too"
        ),
        pytest.param({"modality": "denied", "published": "2024-10-20"}, id="the earlier publication"),
    ],
)
def test_the_better_claim_leads(better: dict[str, object]) -> None:
    plain, best = candidate(1, modality="denied"), candidate(2, **better)
    assert lead_claim([plain, best]).claim.id == "c2"


def test_an_own_date_leads_before_an_inherited_one() -> None:
    inherited = candidate(1, when=days("2024-10-18", basis="inherited"))
    assert lead_claim([inherited, candidate(2, when=days("2024-10-01", "2024-10-31"))]).claim.id == "c2"


def test_the_narrowest_date_leads() -> None:
    month = candidate(1, when=days("2024-10-01", "2024-10-31"), published="2024-10-19")
    assert lead_claim([month, candidate(2, when=days("2024-10-18"))]).claim.id == "c2"


def test_the_text_leads_before_its_title() -> None:
    assert lead_claim([candidate(1, block="title"), candidate(2)]).claim.id == "c2"


def test_all_else_equal_the_lowest_id_leads() -> None:
    assert lead_claim([candidate(2), candidate(1)]).claim.id == "c1"


def test_no_claim_leads_nothing() -> None:
    with pytest.raises(ValueError, match="empty"):
        lead_claim([])
