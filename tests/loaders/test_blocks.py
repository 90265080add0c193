"""Lines get their kinds: claims come from the article, and from nothing that stands around it."""

import json
import re
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import CLAIM_BLOCKS, BlockKind
from graph.record import Span
from loaders.blocks import label

PAGES = sorted(Path(__file__).with_name("pages").glob("*.txt"))


def page(path: Path) -> tuple[str, list[tuple[Span, str]]]:
    """A page of `pages/`, where each line is led by its kind: the text, and every line's span with that kind."""
    text, lines = "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        kind, bar, words = line.partition("| ")
        if bar:
            lines.append((Span(start=len(text), end=len(text) + len(words)), kind))
        text += (words if bar else "") + "\n"
    return text, lines


def kind_at(text: str, span: Span) -> str:
    """The kinds of the blocks on a line, joined; empty if it lies in none."""
    return " ".join(block.kind for block in label(text) if block.span.meets(span))


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.cut(text)) for block in label(text)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_every_line_of_a_page_gets_its_kind(path: Path) -> None:
    text, lines = page(path)
    found = [(kind_at(text, span), span.cut(text)) for span, _ in lines]
    assert found == [(kind, span.cut(text)) for span, kind in lines]


@given(st.text(max_size=400))
def test_blocks_stand_in_order_and_do_not_overlap(text: str) -> None:
    spans = [block.span for block in label(text)]
    assert all(one.end <= two.start for one, two in pairwise(spans))
    assert all(span.cut(text) == span.cut(text).strip() != "" for span in spans)


@given(
    st.lists(
        st.sampled_from(
            ["", "Share", "5 Comments", "Related:", "He left.", "By Ana Ruiz", "• Cow falls in", "| a | b |"]
        )
    )
)
def test_every_letter_is_in_a_block(lines: list[str]) -> None:
    text = "\n".join(lines)
    held = "".join(block.span.cut(text) for block in label(text))
    assert sorted(filter(str.isalpha, held)) == sorted(filter(str.isalpha, text))


PROSE = "The fleet left the harbour of Osk at dawn, and nobody on the pier knew where it was bound."


@given(st.lists(st.sampled_from(["Advertisement", "Share", "The second day", "", "3 min read"]), max_size=8))
def test_no_furniture_takes_a_paragraph_of_the_article_away(between: list[str]) -> None:
    lines = ["Fleet leaves Osk at dawn", PROSE]
    for number, furniture in enumerate(between):
        lines += [furniture, f"On day {number} the fleet passed the lighthouse of Tarn and turned to the north."]
    text = "\n".join(lines)
    bodies = [words for kind, words in kinds(text) if kind == "body"]
    assert bodies == [line for line in lines if line.endswith(".")]


def test_a_paragraph_on_one_line_is_one_block() -> None:
    text = f"{PROSE} {PROSE}\n{PROSE}"
    assert kinds(text) == [("body", f"{PROSE} {PROSE}"), ("body", PROSE)]


def test_lines_broken_by_hand_are_one_paragraph() -> None:
    lines = (
        "The fleet left the harbour of Osk at dawn,",
        "and nobody on the pier knew where it was",
        "bound. It rained.",
    )
    found = kinds("\n".join(lines) + "\n\nNobody waved.")
    assert [words.split("\n") for _, words in found] == [list(lines), ["Nobody waved."]]


def test_headlines_below_each_other_are_not_joined() -> None:
    text = "Cow falls into swimming pool\nBakers warn of dearer bread\nLighthouse sold to a painter"
    assert [words for _, words in kinds(text)] == text.split("\n")


def test_a_text_of_one_headline_can_still_make_claims() -> None:
    assert {kind for kind, _ in kinds("King Harald visits the front")} <= set(CLAIM_BLOCKS)


def test_a_quotation_pulled_out_of_the_text_is_told_once() -> None:
    said = "We will not leave this harbour while a single one of our boats is out"
    pulled = f"“{said}.” — Ada Lind, harbour master"
    text = f"Ship reaches the town of Osk\n\n{PROSE}\n\n{pulled}\n\n{PROSE} “{said},” Lind said."
    assert [kind for kind, words in kinds(text) if words == pulled] == ["furniture"]


def test_a_paragraph_that_says_more_is_not_pulled() -> None:
    told = "Ada Lind said that the boats of the harbour would leave on Monday."
    text = f"Ship reaches the town of Osk\n\n{PROSE}\n\n{told}\n\n{PROSE} Ada Lind said that it was late."
    assert [kind for kind, words in kinds(text) if words == told] == ["body"]


def test_a_caption_that_is_said_twice_counts_once() -> None:
    caption = "A grey ship lies at the pier of Osk on Monday. / Harbour Press photo"
    text = f"Ship reaches the town of Osk\n\n{caption}\n{caption}\n\n{PROSE}\n\n{PROSE} Gulls cried."
    assert [kind for kind, words in kinds(text) if words == caption] == ["caption", "furniture"]


@pytest.mark.parametrize(
    ("opening", "rest"),
    [
        ("OSK (AP) —", "The fleet left."),
        ("OSK, Sudria, Oct. 24 (Meridian Wire) --", "The fleet left the harbour."),
        ("OSK (Meridian Wire) --", "``The fleet left the harbour,'' a guard said."),
        ("Osk, 24 October 2024 –", "The fleet left the harbour."),
        ("Thursday, May 7, 2015", "On Tuesday the fleet left the harbour."),
    ],
)
def test_a_reports_opening_is_a_block_of_its_own(opening: str, rest: str) -> None:
    assert kinds(f"{opening} {rest} Nobody waved to it.")[:1] == [("dateline", opening)]


@pytest.mark.parametrize(
    "text", ["NATO — which has no fleet here — said nothing.", "The fleet — The Marit first — left Osk."]
)
def test_a_dash_inside_a_sentence_opens_no_report(text: str) -> None:
    assert kinds(text) == [("body", text)]


def test_an_entry_of_a_chronicle_keeps_its_date() -> None:
    entries = [f"Tarn, {day} August 1912 – The fleet passed the lighthouse again." for day in range(1, 8)]
    assert [words for _, words in kinds("\n".join(entries))] == entries


def test_a_line_of_fifty_megabytes_takes_linear_time() -> None:
    spent = []
    for size in (20_000, 200_000):
        text = "The fleet left Osk. " * size
        start = time.process_time()
        blocks = label(text)
        spent.append(time.process_time() - start)
        assert max(block.span.end - block.span.start for block in blocks) <= 20_000
    assert spent[1] < 25 * spent[0] + 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Powered by two engines of Norland, the new ship left the harbour of Osk on Sunday morning.",
        "Share prices fell in Osk on Monday after the fleet had left.",
        "Print shops in Osk were told to stop all work for the army at once.",
        "By Friday, the first ships had reached the coast of Sudria.",
        "Related to the king by marriage, Captain Brandt was never asked what he had seen.",
        "Copyright lawyers said on Monday that the map of the straits was stolen from the admiralty of Velmark.",
        "The navy wrote on its Telegram channel that all of its ships had returned to Osk.",
        "Sudria is to become a member of the league in May, its president said on Sunday in Osk.",
        "Read the treaty, the minister told reporters, and then ask me again about the ships from Norland.",
        "Updated maps of the straits were handed to the captains on Tuesday.",
        "Comments by the king had angered the dockers, the mayor of Osk said.",
        "More from the fleet of Norland is expected to arrive in Osk by the end of the month, he said.",
        "Most read the letter in silence, a docker said.",
        "The editor of the Lakeside Tribune, Marit Sund, was arrested in Osk on Sunday with two reporters.",
        "Close to nine hundred men have come ashore since Tuesday.",
        "Photos from the air show two ships at the pier of Osk.",
        "“Thanks for reading my letter,” the king wrote to the captain.",
        "A source: “They are all here already, every man of them.”",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_kept(sentence: str) -> None:
    text = f"Fleet leaves Osk at dawn\n\n{PROSE}\n\n{sentence}\n\n{PROSE.replace('Osk', 'Tarn')}"
    assert ("body", sentence) in kinds(text)


SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.fixture
def articles() -> Iterator[tuple[str, list[dict[str, object]], list[list[int]]]]:
    """Text, boilerplate and ranges of prose of the five articles that stand beside the repository."""
    meta = SHARED / "gold" / "seed_meta.json"
    if not meta.exists():
        pytest.skip("the reference articles are not beside the repository")
    return (
        ((SHARED / "seeds" / one["doc"]).read_text(encoding="utf-8"), one["boilerplate"], one["body_ranges"])
        for one in json.loads(meta.read_text(encoding="utf-8"))["documents"]
    )


@pytest.mark.shared
def test_no_claim_can_come_from_what_stands_around_the_five_articles(
    articles: Iterator[tuple[str, list[dict[str, object]], list[list[int]]]],
) -> None:
    picture = re.compile(r"\b(?:caption|alt|tweet)\b")
    for text, boilerplate, _ in articles:
        allowed = [block.span for block in label(text) if block.kind in CLAIM_BLOCKS]
        for part in boilerplate:
            span = Span(start=int(str(part["start"])), end=int(str(part["end"])))
            assert picture.search(str(part["kind"])) or not any(span.meets(one) for one in allowed), part


@pytest.mark.shared
def test_all_prose_of_the_five_articles_is_kept(
    articles: Iterator[tuple[str, list[dict[str, object]], list[list[int]]]],
) -> None:
    for text, _, ranges in articles:
        allowed = [block.span for block in label(text) if block.kind in CLAIM_BLOCKS]
        kept = {at for span in allowed for at in range(span.start, span.end)}
        assert not [at for start, end in ranges for at in range(start, end) if text[at].isalnum() and at not in kept]
