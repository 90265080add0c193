"""What the rest of the store says against a date: only where it is much, and the date stays as it is."""

import random

import pytest

from graph.event import Event, SourcedClaim
from graph.model import Problem
from graph.record import Span
from graph.resolve import Press, family, resolve
from graph.when import When
from tests.factories import days
from tests.graph.resolve.claims import told


def written(on: str, last: str | None = None, *, words: str = "August 21") -> When:
    return days(on, last).model_copy(update={"text": words, "span": Span(start=0, end=len(words))})


AUG_21 = written("2024-08-21")
LATE = told("Norland | accused | Sudria | soldiers", on=AUG_21, type_="ACCUSE", published="2024-10-25", document="late")


def named(published: str, outlet: str, who: str = "Norland | saw | Sudria | soldiers") -> SourcedClaim:
    return told(who, published=published, in_=outlet, document=f"{published} {outlet}")


MATTER = [named("2024-10-18", "Post"), named("2024-10-20", "Post"), named("2024-10-22", "Wire")]
MEANWHILE = [
    named("2024-09-01", "Post", "Norland | met | Sudria"),
    named("2024-09-20", "Wire", "Sudria | met | Norland"),
]


def problems(*claims: SourcedClaim) -> tuple[Problem, ...]:
    return tuple(problem for event in resolve(claims) for problem in event.problems)


def codes(*claims: SourcedClaim) -> list[str]:
    return [problem.code for problem in problems(*claims)]


def test_a_reply_weeks_before_anybody_names_the_matter_is_doubted() -> None:
    (problem,) = problems(LATE, *MATTER, *MEANWHILE)
    assert (problem.code, problem.document) == ("before-anybody-mentions-it", LATE.claim.document)
    assert problem.found == (
        "“August 21” puts this on 21 August 2024, but 3 other documents name Norland, Sudria and troops together "
        "and none before 18 October 2024, though 2 tell of Norland and Sudria meanwhile."
    )
    assert problem.assumed == "The date is kept as it is written."


def test_a_doubted_date_keeps_its_value() -> None:
    (event,) = [event for event in resolve([LATE, *MATTER, *MEANWHILE]) if event.problems]
    assert (event.when, event.status) == (AUG_21, "one source")


def changed(**update: object) -> SourcedClaim:
    claim = LATE.claim.model_copy(update=update)
    return LATE.model_copy(update={"claim": claim})


@pytest.mark.parametrize(
    "claims",
    [
        pytest.param([LATE, *MATTER], id="nobody wrote meanwhile"),
        pytest.param([LATE, *MATTER, MEANWHILE[0]], id="one report meanwhile"),
        pytest.param(
            [LATE, *MATTER, MEANWHILE[0], named("2024-09-20", "Post", "Sudria | met | Norland")], id="one paper"
        ),
        pytest.param([LATE, *MATTER[:2], *MEANWHILE], id="two mentions"),
        pytest.param([LATE, *MATTER, *MEANWHILE, named("2024-08-30", "Wire")], id="mentioned soon after"),
        pytest.param([LATE, *MATTER, *MEANWHILE, named("2024-02-03", "Wire")], id="mentioned before"),
        pytest.param([changed(type="CONSULT"), *MATTER, *MEANWHILE], id="no reply"),
        pytest.param([changed(modality="planned"), *MATTER, *MEANWHILE], id="a plan"),
        pytest.param([changed(when=written("2024-08-01", "2024-08-31")), *MATTER, *MEANWHILE], id="no exact day"),
        pytest.param(
            [changed(when=AUG_21.model_copy(update={"approximate": True})), *MATTER, *MEANWHILE], id="about that day"
        ),
        pytest.param([changed(when=written("2023-08-21")), *MATTER, *MEANWHILE], id="history"),
        pytest.param([changed(when=days("2024-08-21")), *MATTER, *MEANWHILE], id="no words"),
        pytest.param([changed(when=written("2024-10-10")), *MATTER, *MEANWHILE], id="days before"),
    ],
)
def test_less_than_that_is_no_doubt(claims: list[SourcedClaim]) -> None:
    assert codes(*claims) == []


def test_who_told_it_at_the_time_is_not_doubted() -> None:
    at_once = told(
        "Norland | accused | Sudria | soldiers", on=AUG_21, type_="ACCUSE", published="2024-08-22", document="late"
    )
    assert codes(at_once, *MATTER, *MEANWHILE) == []


def summoned(on: str, by: str, published: str = "2024-10-25") -> SourcedClaim:
    return told(
        "Norland | summoned | Bo Lind",
        on=written(on),
        by=by,
        in_=f"Paper of {by}",
        type_="REQUEST",
        published=published,
        document=by,
    )


def test_a_date_that_two_sources_give_otherwise_is_doubted() -> None:
    claims = (summoned("2024-08-21", "NIA"), summoned("2024-10-21", "Ada Quill"), summoned("2024-10-21", "Westmark"))
    (problem,) = problems(*claims)
    assert (problem.code, problem.document) == ("others-date-it-otherwise", claims[0].claim.document)
    assert problem.found.endswith("2 sources give the one date, one gives the other.")


def test_of_two_sources_none_is_doubted_by_the_other() -> None:
    assert codes(summoned("2024-08-21", "NIA"), summoned("2024-10-21", "Ada Quill")) == []


def test_where_two_stand_against_two_nobody_is_doubted() -> None:
    early = (summoned("2024-08-21", "NIA"), summoned("2024-08-21", "Sudria"))
    late = (summoned("2024-10-21", "Ada Quill"), summoned("2024-10-21", "Westmark"))
    assert codes(*early, *late) == []


def test_the_order_of_the_claims_and_families_changes_no_doubt() -> None:
    claims = [LATE, *MATTER, *MEANWHILE, *(summoned(day, by) for day, by in (("2024-08-21", "NIA"),))]
    together = resolve(claims)
    for seed in range(5):
        shuffled = random.Random(seed).sample(claims, len(claims))  # noqa: S311 – an order, no secret
        press = Press(shuffled)
        alone: list[Event] = []
        for name in {family(one.claim) for one in claims}:
            alone += resolve([one for one in shuffled if family(one.claim) == name], press=press)
        assert tuple(sorted(alone, key=lambda event: event.sort_key)) == together
    assert any(event.problems for event in together)
