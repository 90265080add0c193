"""Claims contradict each other only where two sentences show it."""

import pytest

from graph.event import Conflict, Event, SourcedClaim
from graph.model import Quantity
from graph.resolve import resolve
from graph.when import When
from tests.factories import days
from tests.graph.resolve.claims import number, told

SENT = "Norland | sent | soldiers | Sudria"
SUMMONED = "Norland | summoned | Bo Lind"
OCT_18, OCT_21 = days("2024-10-18"), days("2024-10-21")


def conflicts(*claims: SourcedClaim) -> list[Conflict]:
    return sorted({one for event in resolve(claims) for one in event.conflicts}, key=lambda one: (one.one, one.other))


def by_status(*claims: SourcedClaim) -> dict[str, Event]:
    return {event.status: event for event in resolve(claims)}


# ── denials ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_an_assertion_and_its_denial_are_one_disputed_event() -> None:
    (event,) = resolve([told(SENT, on=OCT_18, by="NIA"), told(SENT, on=OCT_18, by="Norland", modality="denied")])
    assert event.status == "disputed"
    (conflict,) = event.conflicts
    assert conflict.about == "happening"
    assert conflict.reason == "Norland denies it, NIA says so."


def test_a_general_denial_disputes_every_event_it_covers() -> None:
    first = told(SENT, on=OCT_18, by="NIA", document="a")
    second = told(SENT, on=OCT_21, by="NIA", document="b")
    denial = told("Norland | sent | soldiers", by="Bo Lind", modality="denied")
    events = resolve([first, second, denial])
    assert sorted(event.status for event in events) == ["denied", "disputed", "disputed"]
    assert len(conflicts(first, second, denial)) == 2


def test_a_voice_does_not_deny_its_own_word() -> None:
    denial = told(SENT, on=OCT_18, by="NIA", modality="denied", document="a", offset=300)
    assert conflicts(told(SENT, on=OCT_18, by="NIA", document="a"), denial) == []


def test_a_denial_of_something_else_disputes_nothing() -> None:
    denial = told("Norland | sent | shells | Sudria", by="Bo Lind", modality="denied")
    assert set(by_status(told(SENT, on=OCT_18), denial)) == {"one source", "denied"}


def test_a_denial_does_not_dispute_what_had_not_yet_happened() -> None:
    denial = told(SENT, by="Bo Lind", modality="denied", published="2024-10-10")
    assert set(by_status(told(SENT, on=OCT_18), denial)) == {"one source", "denied"}


# ── numbers ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def numbers_contradict(one: Quantity, other: Quantity, *, on: When | None = OCT_18, then: When | None = OCT_18) -> bool:
    claims = (told(SENT, on=on, count=one, by="NIA"), told(SENT, on=then, count=other, by="Bo Lind", in_="Post"))
    return any(conflict.about == "quantity" for conflict in conflicts(*claims))


def test_numbers_of_the_same_unit_role_and_days_contradict() -> None:
    assert numbers_contradict(number(1500), number(3000))


def test_soldiers_and_troops_are_one_unit() -> None:
    assert numbers_contradict(number(1500), number(3000, "troops"))


def test_numbers_of_the_same_open_days_contradict() -> None:
    by = days(None, "2024-12-23")
    assert numbers_contradict(number(1100, bound="about"), number(3000, bound="over"), on=by, then=by)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(number(3000), number(3000), id="equal"),
        pytest.param(number(3000, bound="about"), number(3200), id="about and nearly so"),
        pytest.param(number(10000, bound="at least"), number(11000), id="at least and more"),
        pytest.param(number(1500), number(3, "ships"), id="other units"),
        pytest.param(number(1500), number(3000, role="recipient"), id="other roles"),
        pytest.param(number(1000, high=2000, bound="range"), number(1500), id="a range and what lies in it"),
        pytest.param(number(8000, bound="up to"), number(3000), id="up to and fewer"),
    ],
)
def test_numbers_that_may_both_be_right_do_not_contradict(one: Quantity, other: Quantity) -> None:
    assert not numbers_contradict(one, other)


@pytest.mark.parametrize(
    ("on", "then"),
    [
        pytest.param(None, None, id="no dates"),
        pytest.param(OCT_18, None, id="one date"),
        pytest.param(OCT_18, days("2024-10-18", "2024-10-20"), id="more days"),
        pytest.param(OCT_18, days("2024-10-18", basis="inherited"), id="an inherited date"),
    ],
)
def test_numbers_on_days_that_do_not_agree_are_different_quantities(on: When | None, then: When | None) -> None:
    assert not numbers_contradict(number(1500), number(3000), on=on, then=then)


def test_one_text_does_not_contradict_its_own_numbers() -> None:
    one = told(SENT, on=OCT_18, count=number(1500), document="a")
    assert conflicts(one, told(SENT, on=OCT_18, count=number(3000), document="a", offset=900)) == []


# ── dates ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def dates_contradict(one: SourcedClaim, other: SourcedClaim) -> bool:
    assert len(resolve([one, other])) == 2
    return any(conflict.about == "date" for conflict in conflicts(one, other))


def test_the_same_day_of_another_month_contradicts() -> None:
    wrong = told(SUMMONED, on=days("2024-08-21"), type_="REQUEST")
    assert dates_contradict(wrong, told(SUMMONED, on=OCT_21, type_="REQUEST", in_="Post"))


def test_the_same_number_on_other_days_contradicts() -> None:
    one = told(SENT, on=days("2024-10-08", "2024-10-13"), count=number(1500))
    assert dates_contradict(one, told(SENT, on=OCT_18, count=number(1500), in_="Post"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(told(SENT, on=OCT_18), told(SENT, on=OCT_21, in_="Post"), id="nothing else in common"),
        pytest.param(
            told(SUMMONED, on=days("2023-10-21"), type_="REQUEST"),
            told(SUMMONED, on=OCT_21, type_="REQUEST", in_="Post"),
            id="a year between",
        ),
        pytest.param(
            told("Norland | said | soldiers & Sudria", on=days("2024-09-21"), type_="STATEMENT"),
            told("Norland | said | soldiers & Sudria", on=OCT_21, type_="STATEMENT", in_="Post"),
            id="mere words",
        ),
        pytest.param(
            told(SUMMONED, on=days("2024-08-21"), type_="REQUEST", document="a"),
            told(SUMMONED, on=OCT_21, type_="REQUEST", document="a", offset=900),
            id="one text tells of both",
        ),
        pytest.param(
            told(SUMMONED, on=days("2024-08-21").model_copy(update={"approximate": True}), type_="REQUEST"),
            told(SUMMONED, on=OCT_21, type_="REQUEST", in_="Post"),
            id="only about then",
        ),
        pytest.param(
            told(SUMMONED, published="2024-08-21", type_="REQUEST"),
            told(SUMMONED, on=OCT_21, type_="REQUEST", in_="Post"),
            id="a bound by publication",
        ),
    ],
)
def test_what_may_have_happened_twice_does_not_contradict(one: SourcedClaim, other: SourcedClaim) -> None:
    assert not dates_contradict(one, other)


def test_a_conflict_of_dates_stands_with_both_events_and_merges_nothing() -> None:
    one = told(SUMMONED, on=days("2024-08-21"), type_="REQUEST", by="NIA")
    other = told(SUMMONED, on=OCT_21, type_="REQUEST", by="Bo Lind", in_="Post")
    first, second = resolve([one, other])
    assert first.conflicts == second.conflicts != ()
    assert first.conflicts[0].reason == (
        "NIA puts it on 21 August 2024, Bo Lind puts it on 21 October 2024; "
        "the same day of another month speaks for one happening."
    )
