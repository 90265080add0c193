"""Claims become events: what belongs together comes together, and in doubt it stays apart."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.event import Event, SourcedClaim
from graph.resolve import Press, family, resolve
from graph.when import disjoint, edtf
from tests.factories import days
from tests.graph.resolve.claims import bounded, number, told
from tests.work import calls

OCT_18, OCT_21 = days("2024-10-18"), days("2024-10-21")


def gathered(*claims: SourcedClaim) -> list[set[int]]:
    """Which of the claims are one event, by their places."""
    at = {sourced.claim.id: place for place, sourced in enumerate(claims)}
    assert len(at) == len(claims)
    found = [{at[ident] for ident in event.claim_ids} for event in resolve(claims)]
    return sorted(found, key=min)


def only(*claims: SourcedClaim) -> Event:
    (event,) = resolve(claims)
    return event


# ── what is one happening ────────────────────────────────────────────────────────────────────────────────────────────


def test_the_same_deed_on_the_same_day_is_one_event() -> None:
    one = told("Norland | sent | soldiers | Sudria", on=OCT_18)
    other = told("Norland | deployed | troops | Sudria", on=OCT_18, in_="Westmark Post")
    assert gathered(one, other) == [{0, 1}]


def test_a_day_and_the_month_it_lies_in_are_one_event_of_that_day() -> None:
    event = only(
        told("Norland | sent | soldiers | Sudria", on=days("2024-10-01", "2024-10-31", grain="month")),
        told("Norland | sent | soldiers | Sudria", on=OCT_18, in_="Westmark Post"),
    )
    assert event.when is not None
    assert edtf(event.when) == "2024-10-18"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            told("Norland | sent | soldiers | Sudria", on=OCT_18),
            told("Norland | sent | soldiers | Sudria", on=OCT_21),
            id="other days",
        ),
        pytest.param(
            told("Norland | sent | soldiers | Sudria", on=OCT_18),
            told("Sudria | sent | soldiers | Norland", on=OCT_18),
            id="the other way round",
        ),
        pytest.param(
            told("Norland | sent | soldiers | Sudria", on=OCT_18),
            told("Norland | sent | shells | Sudria", on=OCT_18),
            id="another thing",
        ),
        pytest.param(
            told("Norland | trained | Sudrian soldiers", on=OCT_18),
            told("Norland | trained | Westmarkish soldiers", on=OCT_18),
            id="things narrowed by other words",
        ),
        pytest.param(
            told("Norland | sent | soldiers | Sudria", on=OCT_18),
            told("Norland | sent | soldiers | Westmark", on=OCT_18),
            id="to somebody else",
        ),
        pytest.param(
            told("Norland | attacked | Sudria", on=OCT_18, at="Eastford", type_="ASSAULT"),
            told("Norland | attacked | Sudria", on=OCT_18, at="Longbridge", type_="ASSAULT"),
            id="other places",
        ),
        pytest.param(
            told("Norland | sent | soldiers | Sudria", on=OCT_18),
            told("Norland | sent | soldiers | Sudria", on=OCT_18, modality="planned"),
            id="a plan and a deed",
        ),
        pytest.param(
            told("Norland | sent | soldiers | Sudria", on=OCT_18),
            told("Norland | sent | soldiers | Sudria", on=OCT_18, modality="hypothetical"),
            id="what could be and what is",
        ),
        pytest.param(
            told("Norland | sent | soldiers | Sudria", count=number(3000)),
            told("Norland | sent | soldiers | Sudria", count=number(12000), in_="Westmark Post"),
            id="other numbers on no certain day",
        ),
        pytest.param(
            told("Norland | sent | soldiers | Sudria", published="2024-10-25"),
            told("Norland | sent | soldiers | Sudria", published="2025-01-25"),
            id="told months apart without a date",
        ),
        pytest.param(
            told("NIA | said | that soldiers left", type_="STATEMENT", on=OCT_18),
            told("NIA | said | that shells would follow", type_="STATEMENT", on=OCT_18),
            id="two remarks on one day",
        ),
        pytest.param(
            told("soldiers | evacuated | the bank", on=OCT_18, text="On Friday soldiers evacuated the bank."),
            told("soldiers | evacuated | the bank", on=OCT_18, text="Soldiers had the bank evacuated at night."),
            id="nobody with a name in two texts",
        ),
        pytest.param(
            told("NIA | accused | Norland", type_="ACCUSE", text="NIA accused Norland of lies."),
            told("NIA | accused | Norland", type_="ACCUSE", text="Of fraud, too, NIA accused Norland later."),
            id="two accusations on no certain day",
        ),
        pytest.param(
            told("Norland | saved | sailors", on=OCT_18, document="a"),
            told("Norland | fed | sailors", on=OCT_18, document="a", offset=200),
            id="two deeds of one day in one text",
        ),
        pytest.param(
            told("NIA | reported | soldiers", type_="DISCLOSE", on=OCT_18),
            told("Norland | sent | soldiers | Sudria", on=OCT_18),
            id="a report and what it reports",
        ),
    ],
)
def test_two_happenings_stay_two_events(one: SourcedClaim, other: SourcedClaim) -> None:
    assert gathered(one, other) == [{0}, {1}]


def test_claims_without_date_are_one_event_if_deed_and_people_are_the_same() -> None:
    one = told("Norland | sent | soldiers | Sudria")
    other = told("Norland | dispatched | troops | Sudria", in_="Westmark Post", published="2024-10-28")
    assert gathered(one, other) == [{0, 1}]


def test_a_claim_without_date_joins_the_dated_event_it_fits() -> None:
    dated = told("Norland | sent | soldiers | Sudria", on=OCT_18)
    assert gathered(dated, told("Norland | sent | soldiers | Sudria", in_="Westmark Post")) == [{0, 1}]


def test_a_claim_without_date_that_fits_two_dated_events_joins_neither() -> None:
    text = "Norland sent soldiers to Sudria"
    early = told("Norland | sent | soldiers | Sudria", on=OCT_18, text=text, document="a")
    late = told("Norland | sent | soldiers | Sudria", on=OCT_21, text=text, document="b")
    assert gathered(early, late, told("Norland | sent | soldiers | Sudria", text=text, document="c")) == [{0}, {1}, {2}]


def test_nothing_told_before_the_day_joins_what_happened_on_it() -> None:
    dated = told("Norland | sent | soldiers | Sudria", on=OCT_21)
    assert gathered(dated, told("Norland | sent | soldiers | Sudria", published="2024-10-20")) == [{0}, {1}]


def test_two_claims_of_one_sentence_are_two_happenings() -> None:
    one = told("Norland | sent | soldiers | Sudria", on=OCT_18, document="a")
    number_two = one.claim.model_copy(update={"id": "c2"})
    assert gathered(one, one.model_copy(update={"claim": number_two})) == [{0}, {1}]


def test_the_same_deed_of_one_actor_on_one_day_is_one_event() -> None:
    one = told("| arrested | Ada Quill", on=OCT_18, type_="COERCE")
    assert gathered(one, told("Norland | arrested | Ada Quill", on=OCT_18, type_="COERCE")) == [{0, 1}]


def test_a_place_is_inside_the_one_whose_name_it_holds() -> None:
    one = told("Norland | attacked | Sudria", on=OCT_18, at="Eastford", type_="ASSAULT")
    other = told("Norland | attacked | Sudria", on=OCT_18, at="Eastford region", type_="ASSAULT")
    assert gathered(one, other) == [{0, 1}]


def test_who_meets_whom_may_change_places() -> None:
    one = told("Ada Quill | met | Bo Lind", on=OCT_18, type_="CONSULT")
    assert gathered(one, told("Ada Quill & Bo Lind | met", on=OCT_18, type_="CONSULT")) == [{0, 1}]


def test_a_headline_and_its_sentence_are_one_event() -> None:
    headline = told("Norland | sends | soldiers | Sudria", document="d", text="Norland sends soldiers to Sudria")
    sentence = told("Norland | sent | soldiers | Sudria", document="d", offset=80, on=OCT_18)
    assert gathered(headline, sentence) == [{0, 1}]


def test_different_numbers_of_the_same_days_are_one_event_that_says_so() -> None:
    event = only(
        told("Norland | sent | soldiers | Sudria", on=OCT_18, count=number(1500), by="NIA"),
        told("Norland | sent | soldiers | Sudria", on=OCT_18, count=number(3000), by="Bo Lind", in_="Westmark Post"),
    )
    assert [conflict.about for conflict in event.conflicts] == ["quantity"]


# ── what an event says ───────────────────────────────────────────────────────────────────────────────────────────────


def test_an_event_is_named_by_its_first_claim_and_led_by_its_best() -> None:
    vague = told("Norland | sent | soldiers | Sudria", published="2024-10-20")
    exact = told("Norland | sent | soldiers | Sudria", on=OCT_18, published="2024-10-25", in_="Westmark Post")
    event = only(exact, vague)
    assert event.id == vague.claim.id
    assert event.claim_ids == (exact.claim.id, vague.claim.id)


def test_the_days_of_an_event_are_what_its_own_dates_have_in_common() -> None:
    event = only(
        told("Norland | sent | soldiers | Sudria", on=days("2024-10-08", "2024-10-13")),
        told("Norland | sent | soldiers | Sudria", on=days("2024-10-10", "2024-10-16"), in_="Westmark Post"),
        told("Norland | sent | soldiers | Sudria", on=days("2024-10-11", basis="inherited"), in_="Sudria Times"),
    )
    assert event.when is not None
    assert edtf(event.when) == "2024-10-10/2024-10-13"


def test_without_own_dates_the_inherited_ones_count_before_the_bounds() -> None:
    event = only(
        told("Norland | sent | soldiers | Sudria", on=days("2024-10-11", basis="inherited")),
        told("Norland | sent | soldiers | Sudria", in_="Westmark Post"),
    )
    assert event.when is not None
    assert event.when.basis == "inherited"


def test_without_any_date_the_earliest_bound_counts() -> None:
    event = only(
        told("Norland | sent | soldiers | Sudria", published="2024-10-25"),
        told("Norland | sent | soldiers | Sudria", published="2024-10-28", in_="Westmark Post"),
    )
    assert event.when == bounded("2024-10-25")


def test_an_event_is_as_sure_as_its_best_claim() -> None:
    poor = told("Norland | sent | soldiers | Sudria", on=OCT_18)
    poor = poor.model_copy(update={"claim": poor.claim.model_copy(update={"confidence": 0.2})})
    event = only(poor, told("Norland | sent | soldiers | Sudria", on=OCT_18, in_="Westmark Post"))
    assert event.confidence == 0.8


def test_everybody_takes_part_once_in_each_role() -> None:
    event = only(
        told("Norland | sent | soldiers | Sudria", on=OCT_18),
        told("Norland | sent | soldiers", on=OCT_18, in_="Westmark Post"),
    )
    assert [(one.role, one.name) for one in event.participants] == [
        ("agent", "Norland"),
        ("patient", "soldiers"),
        ("recipient", "Sudria"),
    ]


# ── plans ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def fulfilled(plan: SourcedClaim, deed: SourcedClaim) -> bool:
    events = {event.claim_ids[0]: event for event in resolve([plan, deed])}
    return events[deed.claim.id].fulfils == plan.claim.id


def test_a_deed_fulfils_the_plan_told_before_it() -> None:
    plan = told("Norland | send | soldiers | Sudria", modality="planned", published="2024-10-10")
    assert fulfilled(plan, told("Norland | send | soldiers | Sudria", on=OCT_18))


@pytest.mark.parametrize(
    ("plan", "deed"),
    [
        pytest.param(
            told("Norland | send | soldiers | Sudria", modality="planned", published="2024-10-19"),
            told("Norland | send | soldiers | Sudria", on=OCT_18),
            id="told afterwards",
        ),
        pytest.param(
            told("Norland | send | shells | Sudria", modality="planned", published="2024-10-10"),
            told("Norland | send | soldiers | Sudria", on=OCT_18),
            id="of another thing",
        ),
        pytest.param(
            told("Norland | send | soldiers | Sudria", modality="planned", published="2024-10-10", count=number(12000)),
            told("Norland | send | soldiers | Sudria", on=OCT_18, count=number(1500)),
            id="of another number",
        ),
        pytest.param(
            told("Norland | send | soldiers | Sudria", modality="planned", on=days("2024-11-01", "2024-11-30")),
            told("Norland | send | soldiers | Sudria", on=days("2024-12-24")),
            id="for another month",
        ),
        pytest.param(
            told("Norland | send | soldiers | Sudria", modality="planned", published="2024-10-10"),
            told("Norland | send | soldiers | Sudria", on=OCT_18, modality="denied"),
            id="and denied",
        ),
        pytest.param(
            told("Norland | send | soldiers | Sudria", modality="planned", published="2023-10-10"),
            told("Norland | send | soldiers | Sudria", on=OCT_18),
            id="a year before",
        ),
    ],
)
def test_a_deed_does_not_fulfil_a_plan(plan: SourcedClaim, deed: SourcedClaim) -> None:
    assert not fulfilled(plan, deed)


# ── laws ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

names = st.sampled_from(["Norland", "Sudria", "Westmark", "Ada Quill"])
some_days = st.one_of(
    st.none(),
    st.builds(
        lambda day, more: days(f"2024-10-{day:02d}", f"2024-10-{min(31, day + more):02d}"),
        st.integers(1, 31),
        st.sampled_from([0, 0, 5, 30]),
    ),
)


@st.composite
def claims(draw: st.DrawFn) -> list[SourcedClaim]:
    made = []
    for place in range(draw(st.integers(1, 14))):
        count = draw(st.sampled_from([None, number(1500), number(3000)]))
        made.append(
            told(
                f"{draw(names)} | {draw(st.sampled_from(['sent', 'supplied']))} | soldiers | {draw(names)}",
                on=draw(some_days),
                by=draw(st.sampled_from(["", "NIA", "Bo Lind", "officials"])),
                published=draw(st.sampled_from(["2024-10-20", "2024-10-25", "2024-11-20", None])),
                modality=draw(st.sampled_from(["asserted", "asserted", "denied", "planned", "hypothetical"])),
                type_=draw(st.sampled_from(["AID", "CONSULT", "STATEMENT", None])),
                count=count,
                document=f"document {draw(st.integers(0, 4))}",
                offset=1000 * place,
            )
        )
    return made


@settings(max_examples=60, deadline=None)
@given(claims(), st.integers())
def test_the_order_of_loading_changes_nothing(made: list[SourcedClaim], seed: int) -> None:
    shuffled = random.Random(seed).sample(made, len(made))  # noqa: S311 – an order, no secret
    assert resolve(shuffled) == resolve(made)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_every_claim_is_in_exactly_one_event(made: list[SourcedClaim]) -> None:
    told_of = [ident for event in resolve(made) for ident in event.claim_ids]
    assert sorted(told_of) == sorted(sourced.claim.id for sourced in made)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_claims_with_disjoint_closed_days_are_never_one_event(made: list[SourcedClaim]) -> None:
    of = {sourced.claim.id: sourced.claim for sourced in made}
    for event in resolve(made):
        closed = [w for ident in event.claim_ids if (w := of[ident].when) and w.is_closed and not w.bounded]
        assert not any(disjoint(one, other) for one in closed for other in closed)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_a_family_resolved_alone_gives_what_it_gives_among_others(made: list[SourcedClaim]) -> None:
    press = Press(made)
    alone = [
        event
        for name in sorted({family(sourced.claim) for sourced in made})
        for event in resolve([sourced for sourced in made if family(sourced.claim) == name], press=press)
    ]
    assert tuple(sorted(alone, key=lambda event: event.sort_key)) == resolve(made)


@settings(max_examples=60, deadline=None)
@given(claims())
def test_a_conflict_stands_with_both_its_events(made: list[SourcedClaim]) -> None:
    events = resolve(made)
    for event in events:
        for conflict in event.conflicts:
            sides = {conflict.one, conflict.other}
            holders = [one for one in events if sides & set(one.claim_ids)]
            assert all(conflict in holder.conflicts for holder in holders)
            assert conflict.one < conflict.other


def test_events_of_one_day_stand_in_the_order_of_telling() -> None:
    first = told("Norland | sent | soldiers", on=days("2024-10-18"), published="2024-10-19", document="b", offset=9)
    then = told("Westmark | met | Sudria", type_="CONSULT", on=days("2024-10-18"), published="2024-10-19", document="b",
                offset=70)  # fmt: skip
    late = told("Bo Lind | sent | money", on=days("2024-10-18"), published="2024-10-21", document="a")
    found = resolve([late, then, first])
    assert [event.id for event in found] == [one.claim.id for one in (first, then, late)]


def test_no_claims_give_no_events() -> None:
    assert resolve([]) == ()


def test_twice_the_claims_cost_less_than_three_times_the_work() -> None:
    def cost(many: int) -> int:
        made = [
            told(
                f"{('Norland', 'Sudria', 'Westmark')[at % 3]} | sent | soldiers | {('NIA', 'Bo Lind')[at % 2]}",
                on=days(f"2024-{at % 12 + 1:02d}-{at % 28 + 1:02d}"),
                document=f"document {at}",
            )
            for at in range(many)
        ]
        return calls(lambda: resolve(made))

    assert cost(3000) < 3 * cost(1500)
