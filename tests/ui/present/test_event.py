import pytest

from graph.event import Conflict
from graph.model import Claim, Problem
from graph.store.base import EventDetail
from tests.factories import SENTENCE, claim, days, event, participant, quantity, sourced, span_of, speaker
from tests.ui.seen import HOSTILE, Seen
from ui.present import event as page

OTHER = "Norland sent about 11,000 soldiers to Sudria, Ada Quill said."


def counting(text: str, number: float) -> Claim:
    words = "about 3,000 soldiers" if text == SENTENCE else "about 11,000 soldiers"
    return claim(
        text=text,
        when=days("2024-10-18"),
        participants=(participant("Norland", within=text), participant("soldiers", "patient", within=text)),
        quantities=(quantity(words, number, within=text),),
        said_by=(speaker("Ada Quill", within=text),) if text == OTHER else (),
        rules=("own_rule", "other_rule"),
    )


ONE, TWO = counting(SENTENCE, 3000), counting(OTHER, 11000)
LOW, HIGH = sorted((ONE.id, TWO.id))
CONFLICT = Conflict(one=LOW, other=HIGH, about="quantity", reason="One counts 3,000, the other 11,000.")


def detail(*, apart: bool = False) -> EventDetail:
    claims = (sourced(ONE), sourced(TWO, OTHER))
    found = event(ONE, *(() if apart else (TWO,)), conflicts=(CONFLICT,), status="disputed", sources=2)
    return EventDetail(event=found, claims=claims[:1] if apart else claims, opposed=claims[1:] if apart else ())


def test_every_claim_is_shown_with_words_voice_date_and_how_it_is_told() -> None:
    seen = Seen(page.event(detail(), {}))
    for part in (SENTENCE, OTHER, "Ada Quill", "18 October 2024", "told as having happened", "written out in the text"):
        assert part in seen.text


def test_numbers_stand_side_by_side_with_what_each_counts() -> None:
    numbers = page.numbers(detail().claims)
    assert [(one.quantity.low, one.quantity.unit, one.counts) for one in numbers] == [
        (3000, "soldiers", "soldiers"),
        (11000, "soldiers", "soldiers"),
    ]


def test_a_contradiction_shows_its_reason_and_both_sides() -> None:
    (dispute,) = page.disputes(detail(), {})
    assert {side.sourced.claim.id for side in dispute.sides} == {ONE.id, TWO.id}
    assert CONFLICT.reason in Seen(page.event(detail(), {})).text


def test_a_contradiction_with_another_event_leads_there() -> None:
    assert f"/event?event={TWO.id}" in Seen(page.event(detail(apart=True), {})).links
    assert f"/event?event={TWO.id}" not in Seen(page.event(detail(), {})).links


def test_how_do_we_know_quotes_the_rule_or_else_names_it() -> None:
    text = Seen(page.event(detail(), {"own_rule": "A weekday is the last one."})).text
    assert "A weekday is the last one." in text
    assert "Other rule." in text
    assert "own_rule" not in text


SAID = days("2024-08-21").model_copy(update={"span": span_of("18 October 2024", SENTENCE)})
DOUBTED = ONE.model_copy(update={"when": SAID, "problems": ("reply-before-question",)})
OF_TEXT = Problem(
    document=ONE.document, span=SAID.span, code="reply-before-question", found="It is too early.", assumed="Kept."
)
OF_STORE = OF_TEXT.model_copy(update={"code": "before-anybody-mentions-it", "found": "Nobody else says so."})


def test_a_doubted_claim_says_why_in_sentences() -> None:
    told = event(DOUBTED).model_copy(update={"problems": (OF_STORE,)})
    found = EventDetail(event=told, claims=(sourced(DOUBTED), sourced(TWO, OTHER)), opposed=(), problems=(OF_TEXT,))
    text = Seen(page.event(found, {})).text
    for words in ("It is too early.", "Nobody else says so.", "Kept."):
        assert words in text
    assert text.count("Doubted") == 2
    assert "reply before question" not in text


def test_a_doubt_without_its_sentence_is_named() -> None:
    found = EventDetail(event=event(DOUBTED), claims=(sourced(DOUBTED),), opposed=())
    assert "reply before question" in Seen(page.event(found, {})).text


def test_each_participant_stands_once_in_its_role() -> None:
    assert Seen(page.event(detail(), {})).text.count("Who acts") == 1


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_shown_as_text(hostile: str) -> None:
    text = f"{hostile} sent soldiers"
    told = claim(text=text, said_by=(speaker(hostile, within=text),))
    found = event(told, headline=hostile)
    seen = Seen(page.event(EventDetail(event=found, claims=(sourced(told, text),), opposed=()), {}))
    assert seen.text.count(hostile) == 3
    assert not {"script", "img"} & set(seen.tags)
