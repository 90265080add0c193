"""Who stands behind an event, and what that makes of it."""

import pytest

from graph.event import Event, SourcedClaim
from graph.model import Certainty
from graph.resolve import resolve
from graph.resolve.sources import sources
from tests.factories import days
from tests.graph.resolve.claims import told, voice

SENT = "Norland | sent | soldiers | Sudria"
OCT_18 = days("2024-10-18")


def only(*claims: SourcedClaim) -> Event:
    (event,) = resolve(claims)
    return event


def names(sourced: SourcedClaim) -> list[str]:
    return [source.name for source in sources(sourced)]


def test_the_named_speaker_is_the_source() -> None:
    assert names(told(SENT, by="NIA")) == ["NIA"]


def test_joint_speakers_stand_behind_a_claim_together() -> None:
    assert names(told(SENT, by="NIA & Bo Lind")) == ["Bo Lind", "NIA"]


def test_what_two_say_jointly_in_one_claim_is_not_corroborated() -> None:
    event = only(told(SENT, on=OCT_18, by="NIA & Bo Lind"))
    assert (event.status, event.source_count) == ("one source", 1)


def test_joint_speakers_do_not_corroborate_one_of_them() -> None:
    event = only(told(SENT, on=OCT_18, by="NIA & Bo Lind"), told(SENT, on=OCT_18, by="NIA", in_="Post"))
    assert (event.status, event.source_count) == ("one source", 1)


def test_each_of_two_joint_speakers_alone_makes_two_sources() -> None:
    by = ("NIA & Bo Lind", "NIA", "Bo Lind")
    event = only(*(told(SENT, on=OCT_18, by=name, in_=f"Paper {at}") for at, name in enumerate(by)))
    assert (event.status, event.source_count) == ("corroborated", 2)


def test_the_nearest_named_speaker_counts_not_who_passes_it_on() -> None:
    chain = (voice("Bo Lind", 0), voice("NIA", 1))
    claim = told(SENT)
    assert names(claim.model_copy(update={"claim": claim.claim.model_copy(update={"said_by": chain})})) == ["Bo Lind"]


def test_behind_somebody_unnamed_the_next_named_one_is_the_source() -> None:
    chain = (voice("officials", 0), voice("NIA", 1))
    claim = told(SENT)
    assert names(claim.model_copy(update={"claim": claim.claim.model_copy(update={"said_by": chain})})) == ["NIA"]


def test_without_speaker_the_publisher_is_the_source() -> None:
    assert names(told(SENT, in_="The Harbour Courier")) == ["The Harbour Courier"]


def test_without_publisher_the_document_is_the_source() -> None:
    (source,) = sources(told(SENT, in_=""))
    assert source.kind == "document"


def test_unnamed_speakers_count_once_a_document() -> None:
    event = only(
        told(SENT, on=OCT_18, by="officials", document="a"),
        told(SENT, on=OCT_18, by="reports", document="a", offset=500),
        told(SENT, on=OCT_18, by="officials", document="b"),
    )
    assert event.source_count == 2


@pytest.mark.parametrize(
    ("one", "other", "status"),
    [
        pytest.param(("NIA", "Post"), ("Bo Lind", "Post"), "corroborated", id="two speakers in one paper"),
        pytest.param(("NIA", "Post"), ("NIA", "Times"), "one source", id="one speaker in two papers"),
        pytest.param(("", "Post"), ("", "Times"), "corroborated", id="two papers"),
        pytest.param(("", "The Post"), ("", "post"), "one source", id="one paper under two spellings"),
        pytest.param(("officials", "Post"), ("reports", "Times"), "one source", id="nobody named"),
        pytest.param(("NIA", "Post"), ("officials", "Times"), "one source", id="one named and some officials"),
        pytest.param(
            ("Harbour Courier", "Post"), ("", "The Harbour Courier"), "one source", id="a paper and its own word"
        ),
    ],
)
def test_two_named_sources_corroborate(one: tuple[str, str], other: tuple[str, str], status: str) -> None:
    claims = [told(SENT, on=OCT_18, by=by, in_=paper, document=paper + by) for by, paper in (one, other)]
    assert only(*claims).status == status


def test_a_headline_is_no_second_source_beside_who_is_quoted_below_it() -> None:
    event = only(
        told(SENT, on=OCT_18, document="a"),
        told(SENT, on=OCT_18, document="a", offset=300, by="NIA"),
    )
    assert (event.status, event.source_count) == ("one source", 1)


def test_a_headline_is_no_second_source_where_it_names_the_office_of_who_speaks_below() -> None:
    headline = told(SENT, on=OCT_18, document="a", by="NIA")
    title = headline.model_copy(update={"claim": headline.claim.model_copy(update={"block": "title"})})
    event = only(title, told(SENT, on=OCT_18, document="a", offset=300, by="Bo Lind"))
    assert (event.status, event.source_count) == ("one source", 1)


def test_copies_of_one_text_are_one_source() -> None:
    event = only(told(SENT, on=OCT_18, in_="Post", copies=3))
    assert (event.status, event.source_count) == ("one source", 1)


def test_a_hedged_word_does_not_corroborate() -> None:
    sure = told(SENT, on=OCT_18, by="NIA")
    hedged = told(SENT, on=OCT_18, by="Bo Lind")
    doubt = Certainty(degree="unverified", text="purportedly")
    hedged = hedged.model_copy(update={"claim": hedged.claim.model_copy(update={"certainty": doubt})})
    assert only(sure, hedged).status == "one source"


@pytest.mark.parametrize("status", ["planned", "denied", "hypothetical"])
def test_what_nobody_asserts_has_a_status_of_its_own(status: str) -> None:
    assert only(told(SENT, modality=status)).status == status  # type: ignore[arg-type]  # three modalities are statuses
