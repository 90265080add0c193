from datetime import date

import pytest

from graph.model import STATUSES, Quantity
from graph.when import Anchor
from tests.factories import claim, copy_, days, quantity, sourced, speaker, until
from ui.present import words

TEXT = "Norland sent 3,000 soldiers, Ada Quill and Piet Osk said, the Border Watch reported."


def test_joint_speakers_stand_together_and_who_passes_it_on_comes_behind() -> None:
    said_by = (
        speaker("Ada Quill", within=TEXT),
        speaker("Piet Osk", within=TEXT),
        speaker("the Border Watch", 1, within=TEXT),
    )
    told = words.voice(claim(text=TEXT, said_by=said_by), "The Ledger")
    assert told == "according to Ada Quill and Piet Osk, as told by the Border Watch"


def test_a_claim_without_a_speaker_is_in_the_papers_words() -> None:
    assert words.voice(claim(), "The Ledger") == "in the words of The Ledger"
    assert words.voice(claim(), "") == "in the author's own words"


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        pytest.param("2024-10-18", "2024-10-18", "perhaps 18 October 2024", id="a day"),
        pytest.param("2019-01-01", None, "not before 2019", id="only what it tells of"),
        pytest.param(None, "2024-10-18", "by perhaps 18 October 2024", id="only when it was found"),
    ],
)
def test_when_a_copy_came_out_is_told_as_far_as_known(first: str | None, last: str | None, shown: str) -> None:
    ends = {"first": days(first).first if first else None, "last": days(last).last if last else None}
    when = days(first or last, grain="day" if last else "year")
    when = when.model_copy(update={"uncertain": True, **ends})
    assert words.published(copy_().model_copy(update={"published": when})) == shown
    assert words.published(copy_(published=None)) == ""


@pytest.mark.parametrize(
    ("low", "high", "bound", "shown"),
    [
        pytest.param(3000, 3000, "about", "about 3,000", id="about"),
        pytest.param(2600, 3000, "range", "2,600–3,000", id="range"),
        pytest.param(3000, None, "over", "over 3,000", id="open above"),
        pytest.param(None, 12000, "up to", "up to 12,000", id="open below"),
        pytest.param(None, None, "several", "several", id="no digits"),
        pytest.param(0.5, 0.5, "exact", "0.5", id="fraction"),
    ],
)
def test_a_number_keeps_its_bound(low: float | None, high: float | None, bound: str, shown: str) -> None:
    told = Quantity.model_validate({**quantity().model_dump(), "low": low, "high": high, "bound": bound})
    assert words.number(told) == shown


def test_a_claim_that_is_not_sure_shows_the_words_that_say_so() -> None:
    assert words.certainty(claim(degree="sure")) == ""
    assert words.certainty(claim(degree="likely")) == "likely"


def test_every_status_has_a_shape_of_its_own_and_a_meaning() -> None:
    assert len({words.SHAPES[status] for status in STATUSES}) == len(STATUSES)
    assert all(words.STATUS_MEANINGS[status] for status in STATUSES)


def test_a_date_says_what_it_was_counted_from() -> None:
    anchor = Anchor(first=date(2024, 10, 25), last=date(2024, 10, 25), span=None)
    when = days("2024-10-18", basis="relative to publication").model_copy(
        update={"text": "on Friday", "anchor": anchor}
    )
    assert words.explained(when) == "“on Friday”, counted from the day of publication (25 October 2024)"


def test_a_bounded_date_does_not_pretend_to_be_one() -> None:
    assert "no date is given" in words.explained(until("2024-10-25"))
    assert words.block_heading(until("2024-10-25")) == "By 25 October 2024, no date given"


def test_days_stand_under_the_month_alone() -> None:
    assert words.block_heading(days("2024-10-18")) == ""
    assert words.block_heading(None) == "No date at all"


def test_a_citation_holds_words_voice_publisher_date_place_and_offsets() -> None:
    cited = words.citation(sourced())
    for part in ("Norland sent about 3,000", "The Harbour Courier", "25 October 2024", "courier.txt", "characters 0–"):
        assert part in cited
