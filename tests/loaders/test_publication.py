"""Publication dates: days and a method, never a guess."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ids import document_id
from graph.model import Block, Copy, Document
from graph.when import edtf
from loaders.blocks import label
from loaders.neighbours import Dated
from loaders.publication import Scene, publication
from loaders.records import Published
from loaders.times import find_times
from tests.factories import copy_, days, document

BODY = (
    "The ship left the harbour of Osk on Sunday, and the priest of Tarn waved to it from the pier, said the mayor.\n\n"
    "Nobody knows where it was bound. The harbour master said that she had not been told, and that she would not ask."
)


def found(text: str, *copies: Copy) -> Published:
    """What is found for a text; without copies, in a file that says nothing."""
    written: Document = document(text, *(copies or (copy_("note.txt", published=None),)))
    blocks: tuple[Block, ...] = label(text)
    return publication(Scene(written, blocks, find_times(text, [block.span for block in blocks])))


def told(text: str, *copies: Copy) -> str:
    published = found(text, *copies)
    return f"{published.basis} {edtf(published.when)}" if published.when else "none"


def metadata(published: str, *, uncertain: bool = False) -> Copy:
    when = days(published, basis="given").model_copy(update={"uncertain": uncertain})
    return copy_("note.txt", published=published).model_copy(update={"published_basis": "metadata", "published": when})


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Friday, October 25, 2024", "dateline 2024-10-25"),
        ("Published: 25 October 2024 at 14:03 GMT", "dateline 2024-10-25"),
        ("25.10.2024, 14:03", "dateline 2024-10-25"),
        ("The Lantern | 2024-10-25", "dateline 2024-10-25"),
        ("25 жовтня 2024", "none"),
        ("By Ana Ruiz | October 25, 2024", "byline 2024-10-25"),
        ("Updated: October 27, 2024", "dateline 2024-10-27?"),
        ("Monday, October 25, 2024", "dateline 2024-10-25?"),
        ("10/11/2024", "none"),
        ("2024", "bounds 2024-01-01?/.."),
    ],
)
def test_a_date_line_gives_the_day(line: str, answer: str) -> None:
    assert told(f"Ship leaves the harbour of Osk\n{line}\n\n{BODY}") == answer


def test_a_date_line_in_the_documents_language_is_read_and_unsure_for_nothing_else_is() -> None:
    text = (
        "Корабель залишає порт Оск\n25 жовтня 2024\n\nКорабель залишив порт Оск у неділю, повідомив мер міста.\n\n"
        "Ніхто не знає, куди він пішов. Начальник порту сказала, що їй нічого не повідомили."
    )
    ukrainian = document(text, copy_("note.txt", published=None)).model_copy(update={"language": "uk"})
    published = publication(Scene(ukrainian, label(text), ()))
    assert published.when
    assert (published.basis, edtf(published.when)) == ("dateline", "2024-10-25?")


@pytest.mark.parametrize(
    ("opening", "answer"),
    [
        ("OSK, October 25, 2024 (Meridian Wire) – ", "dateline 2024-10-25"),
        ("OSK, Oct. 25 (Meridian Wire) – ", "none"),
        ("OSK (Meridian Wire) – ", "none"),
    ],
)
def test_the_opening_of_a_report_gives_the_day(opening: str, answer: str) -> None:
    assert told(f"Ship leaves the harbour of Osk\n\n{opening}{BODY}") == answer


@pytest.mark.parametrize(
    ("opening", "past", "answer"),
    [
        ("OSK, Jan. 5", "The last ship had left on December 20, 2023.", "dateline 2024-01-05?"),
        ("OSK, Dec. 20", "The last ship had left on December 20, 2023.", "dateline 2023-12-20?"),
        ("OSK, Dec. 20", "The last ship had left in 2021.", "dateline 2022-12-20?"),
        ("OSK, Friday, Dec. 20", "The last ship had left in 2021.", "dateline 2024-12-20?"),
    ],
)
def test_an_opening_without_a_year_takes_the_first_that_fits(opening: str, past: str, answer: str) -> None:
    assert told(f"Ship leaves the harbour of Osk\n\n{opening} (Meridian Wire) – {BODY} {past}") == answer


TIMELESS = (
    "The harbour of Osk is the oldest of Tarn, and its pier was built by monks, said the mayor of the town.\n\n"
    "It was bought by the guild in 1998 and sold in 2007. Nobody could say why the guild wanted to be rid of it."
)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("", "dateline 2024-10-25?"),
        ("It was built forty years ago.", "dateline 2024-10-25?"),
        ("The harbour master will retire next month.", "dateline 2024-10-25"),
        ("She resigned on Tuesday night.", "dateline 2024-10-25"),
        ("The last ship had left on September 3, 2024.", "dateline 2024-10-25"),
        ("The last ship had left on September 3, 2014.", "dateline 2024-10-25?"),
    ],
)
def test_a_date_line_that_nothing_bears_out_is_unsure(sentence: str, answer: str) -> None:
    assert told(f"Pier of the harbour of Osk\nFriday, October 25, 2024\n\n{TIMELESS} {sentence}") == answer


def test_of_two_date_lines_the_earlier_was_publication() -> None:
    assert (
        told(f"Ship leaves Osk at last\nUpdated October 27, 2024\nPublished October 25, 2024\n\n{BODY}")
        == "dateline 2024-10-25"
    )


@pytest.mark.parametrize(
    ("uri", "answer"),
    [
        ("https://lantern.example/2024/10/25/ship-leaves", "address 2024-10-25"),
        ("https://lantern.example/news/2024/oct/25/ship", "address 2024-10-25"),
        ("https://lantern.example/ship-leaves-2024-10-25.html", "address 2024-10-25"),
        ("https://lantern.example/2024/10/ship-leaves", "address 2024-10"),
        ("https://lantern.example/a/20241025/ship", "address 2024-10-25"),
        ("https://lantern.example/article/2024/77225/", "none"),
        ("https://lantern.example/id-2024103199", "none"),
        ("https://lantern.example/2024/13/45/ship", "none"),
        ("2024-10-25-ship.txt", "address 2024-10-25?"),
        ("ship.txt", "none"),
    ],
)
def test_an_address_may_give_the_day_or_the_month(uri: str, answer: str) -> None:
    assert told(BODY, copy_(uri, published=None)) == answer


TWEETS = (
    "Look at this ship. pic.twitter.com/abcDEF1234\n— Ana Ruiz (@ana_example) October 23, 2024\n\n"
    "And at this one. pic.twitter.com/abcDEF1235\n— Bo Lund (@bo_example) 24 October 2024\n\n"
)


def test_a_page_is_not_older_than_the_latest_tweet_in_it() -> None:
    published = found(TWEETS + BODY)
    assert published.when
    assert (published.basis, edtf(published.when)) == ("embed", "2024-10-24/..")
    assert published.anchor
    assert (edtf(published.anchor), published.anchor.uncertain) == ("2024-10-24?", True)


@pytest.mark.parametrize(
    ("sentence", "answer"),
    [
        ("It had come on October 18, 2024.", "bounds 2024-10-18/.."),
        ("It had come in October 2024.", "bounds 2024-10-01/.."),
        ("It was built in 1998 and sold in 2019.", "bounds 2019-01-01?/.."),
        ("It will be back on November 3, 2024.", "none"),
        ("It must be repaired by November 3, 2024.", "none"),
        ("It is due in Tarn in May 2025.", "none"),
        ("It carries 1,998 barrels of herring.", "none"),
        ("It had come on Friday.", "none"),
    ],
)
def test_what_is_told_as_past_bounds_publication(sentence: str, answer: str) -> None:
    published = found(f"{BODY}\n\n{sentence}")
    assert (f"{published.basis} {edtf(published.when)}" if published.when else "none") == answer
    assert published.anchor is None


def test_nothing_says_when_is_a_problem_that_says_what_to_do() -> None:
    [problem] = found(BODY).problems
    assert problem.code == "no-publication-date"
    assert "documents.csv" in problem.assumed


def test_what_was_given_is_believed_and_doubted_aloud() -> None:
    published = found(f"{BODY} It had come on November 3, 2024.", copy_("note.txt", published="2024-10-25"))
    assert published.when
    assert (published.basis, edtf(published.when)) == ("given", "2024-10-25")
    assert [problem.code for problem in published.problems] == ["publication-dates-differ"]


def test_a_sure_line_beats_unsure_metadata() -> None:
    text = f"Ship leaves the harbour of Osk\nOctober 25, 2024\n\n{BODY}"
    assert told(text, metadata("2024-12-11", uncertain=True)) == "dateline 2024-10-25"
    assert told(text, metadata("2024-10-25")) == "metadata 2024-10-25"


def test_an_unsure_day_gives_way_to_what_the_text_tells() -> None:
    published = found(f"{BODY} It had come on October 18, 2024.", copy_("2023-10-25-ship.txt", published=None))
    assert published.when
    assert (published.basis, edtf(published.when)) == ("bounds", "2024-10-18/..")
    assert [problem.code for problem in published.problems] == ["publication-dates-differ"]


def test_a_month_in_the_address_is_narrowed_by_a_tweet() -> None:
    assert (
        told(TWEETS + BODY, copy_("https://lantern.example/2024/10/ship", published=None))
        == "address 2024-10-24/2024-10-31"
    )


LINKS = (
    "\n\nYou May Also Like\n\nWhale seen near the bank\nDecember 11, 2024\nBakers warn of dearer bread\nDec 12, 2024\n"
)


def test_the_dates_of_links_to_other_articles_are_a_trap() -> None:
    assert told(BODY + LINKS) == "none"
    assert (
        told(f"{BODY}\n\n2 Comments\nSalty Dog\nDecember 12, 2024 at 8:01 am\nI saw it on December 11, 2024.\n")
        == "none"
    )


@settings(deadline=None, max_examples=30)
@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2089, 12, 31)))
def test_any_day_is_read_back_from_its_line(day: date) -> None:
    assert told(f"Ship leaves the harbour of Osk\n{day:%A, %B} {day:%d, %Y}\n\n{BODY}") == f"dateline {day}"


SHARED = Path(__file__).resolve().parents[3] / "shared"


@pytest.mark.shared
def test_of_the_reference_texts_at_most_one_in_fifty_is_wrong_and_sure() -> None:
    if not SHARED.exists():
        pytest.skip("the reference texts are not beside the repository")
    from benchmarks.publication import answer, articles, timeml, wikinews

    answers = [answer(case) for case in (*articles(), *timeml(SHARED / "data" / "timex" / "aquaint"))]
    assert sum(one.sure and not one.right for one in answers) <= len(answers) / 50
    assert sum(one.right for one in answers) >= 0.35 * len(answers)
    assert not any(one.sure and not one.right for one in map(answer, (*articles(), *wikinews())))


@pytest.mark.shared
def test_what_other_texts_suggest_is_within_a_week_for_six_of_ten() -> None:
    if not SHARED.exists():
        pytest.skip("the reference texts are not beside the repository")
    from benchmarks.publication import answer, helped, timeml

    answers = [answer(case) for case in timeml(SHARED / "data" / "timex" / "aquaint")]
    cases = [one.case for one in answers]
    known = [Dated(document=document_id(one.text), title=one.name, day=one.first, text=one.text) for one in cases]
    off = [one.distance for one in (helped(one, known) for one in answers)]
    assert sum(days is not None and days <= 7 for days in off) >= 0.6 * len(off)
