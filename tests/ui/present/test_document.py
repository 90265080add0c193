import pytest

from graph.model import Block, Claim, Problem
from graph.record import Span
from graph.store.base import DocumentDetail
from tests.factories import claim, copy_, document, participant, span_of
from tests.ui.seen import HOSTILE, Seen
from ui.present import document as page
from ui.present import documents

TEXT = "Quiet day 😀\n\nVelmark said Norland sent soldiers to Sudria and kept denying it.\n\n© Nobody"
BODY = "Velmark said Norland sent soldiers to Sudria and kept denying it."


def detail(*claims: Claim, text: str = TEXT, problems: tuple[Problem, ...] = ()) -> DocumentDetail:
    blocks = [Block(kind="title", span=span_of("Quiet day 😀", text)), Block(kind="body", span=span_of(BODY, text))]
    return DocumentDetail(
        document=document(text, copy_("https://courier.example/a"), copy_("copy.txt", published=None)),
        blocks=tuple(blocks),
        claims=claims,
        events=(),
        problems=problems,
    )


def told(trigger: str, *names: str) -> Claim:
    participants = tuple(participant(name, within=TEXT) for name in names)
    return claim(trigger, TEXT, sentence=span_of(BODY, TEXT), participants=participants)


def test_a_claims_words_run_from_its_first_to_its_last_part() -> None:
    assert page.extent(told("sent", "Norland", "Sudria")).cut(TEXT) == "Norland sent soldiers to Sudria"


def test_parts_outside_the_sentence_do_not_widen_the_mark() -> None:
    assert page.extent(told("sent", "Quiet day")).cut(TEXT) == "sent"


def test_nested_and_overlapping_claims_are_all_marked() -> None:
    claims = (told("said", "Velmark", "Sudria"), told("sent", "Norland", "Sudria"), told("denying", "Norland"))
    seen = Seen(page.document(detail(*claims), None))
    assert "".join(seen.marked) == "Velmark said Norland sent soldiers to Sudria and kept denying"
    depths = [bit.depth for p in page.paragraphs(detail(*claims), Span(start=0, end=len(TEXT)), None) for bit in p.bits]
    assert max(depths) == 3


def test_every_trigger_carries_its_claims_number() -> None:
    claims = (told("said", "Velmark"), told("sent", "Norland"))
    bits = [bit for p in page.paragraphs(detail(*claims), Span(start=0, end=len(TEXT)), None) for bit in p.bits]
    assert [(bit.text, [note.number for note in bit.notes]) for bit in bits if bit.trigger] == [
        ("said", [1]),
        ("sent", [2]),
    ]


def test_the_whole_text_is_shown_in_order() -> None:
    part = Span(start=0, end=len(TEXT))
    shown = "".join(
        bit.text for paragraph in page.paragraphs(detail(told("sent")), part, None) for bit in paragraph.bits
    )
    assert "".join(shown.split()) == "".join(TEXT.split())


def test_what_no_block_holds_is_furniture() -> None:
    kinds = [paragraph.kind for paragraph in page.paragraphs(detail(), Span(start=0, end=len(TEXT)), None)]
    assert kinds == ["title", "body", "furniture"]


def test_a_link_opens_at_its_words_even_behind_an_emoji() -> None:
    at = span_of("soldiers to Sudria", TEXT)
    shown = page.document(detail(told("sent", "Norland", "Sudria")), at)
    assert f'data-aim="{at.start}-{at.end}">soldiers to Sudria</mark>' in shown


def test_a_span_outside_the_text_aims_at_nothing() -> None:
    assert "data-aim" not in page.document(detail(told("sent")), Span(start=10_000, end=10_005))


def test_a_long_text_is_shown_in_parts_and_opens_at_the_right_one() -> None:
    text = TEXT + "\n\n" + "word " * page.PART
    at = Span(start=page.PART + 5, end=page.PART + 9)
    assert page.part_of(text, at) == Span(start=page.PART, end=2 * page.PART)
    assert "Part" in Seen(page.document(detail(text=text), at)).text


def test_every_copy_is_listed_with_publisher_date_and_basis() -> None:
    seen = Seen(page.document(detail(), None))
    assert "The Harbour Courier, 25 October 2024 (as given with the file)" in seen.text
    assert "no date (no date found)" in seen.text
    assert "https://courier.example/a" in seen.links
    assert "copy.txt" not in seen.links


def test_problems_say_what_was_odd_and_what_was_assumed() -> None:
    problem = Problem(document="d", span=span_of("kept", TEXT), code="x", found="A is odd.", assumed="B was assumed.")
    seen = Seen(page.document(detail(problems=(problem,)), None))
    assert "A is odd. B was assumed." in seen.text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_shown_as_text(hostile: str) -> None:
    text = f"{hostile}\n\n{TEXT}"
    seen = Seen(page.document(detail(text=text), None))
    assert hostile in seen.text
    assert not {"script", "img"} & set(seen.tags)


def test_documents_are_listed_by_day_and_found_by_publisher() -> None:
    late = document("One text.", copy_(publisher="Wire", published="2024-11-02"), title="Late")
    early = document("Other text.", copy_(published="2024-06-01"), title="Early")
    undated = document("Third text.", copy_("x.txt", published=None), title="Undated")
    everything = Seen(documents.listed((undated, late, early), "")).text
    assert everything.index("Early") < everything.index("Late") < everything.index("Undated")
    assert "Late" not in Seen(documents.listed((late, early), "harbour")).text
    assert "No document" in Seen(documents.listed((late,), "nobody")).text
