from datetime import date, timedelta

import pytest

from graph.model import Problem
from graph.store.base import Card, CardPage
from tests.factories import SENTENCE, card, claim, days, event, sourced, span_of, speaker, until
from tests.ui.seen import HOSTILE, Seen
from ui.address import View
from ui.present import cards


def page(*found: Card, more: bool = False) -> CardPage:
    return CardPage(cards=found, more=more)


def test_a_month_is_headed_once_and_dateless_claims_stand_apart() -> None:
    found = [card(days("2024-10-18")), card(days("2024-10-20")), card(until("2024-10-25")), card(until("2024-11-02"))]
    headed = [(run.month, run.block, len(run.entries)) for run in cards.runs(tuple(found))]
    assert headed == [
        ("October 2024", "", 2),
        ("", "By 25 October 2024, no date given", 1),
        ("November 2024", "By 2 November 2024, no date given", 1),
    ]


def test_a_year_is_not_its_first_day() -> None:
    (run,) = cards.runs((card(days("2024-01-01", "2024-12-31", grain="year")),))
    assert run.month == "2024"
    assert run.block == "Longer spans, filed by their last day"
    assert "1 January" not in Seen(cards.cards(page(card(days("2024-01-01", "2024-12-31", grain="year"))))).text


def test_a_year_among_days_of_its_last_month_stands_under_that_month() -> None:
    found = (card(days("2024-12-18")), card(days("2024-01-01", "2024-12-31", grain="year")))
    assert [run.month for run in cards.runs(found)] == ["December 2024", ""]


def test_a_card_shows_date_words_voice_publisher_sources_and_status() -> None:
    seen = Seen(cards.cards(page(card(days("2024-10-18")))))
    for part in ("18 October 2024", "day", SENTENCE, "The Harbour Courier", "one source", "Open at source"):
        assert part in seen.text
    assert seen.marked == ["sent"]


def test_what_one_voice_tells_in_one_sentence_shares_its_quotation() -> None:
    first, second = card(days("2024-10-18")), card(days("2024-10-18"))
    ((together,),) = [run.entries for run in cards.runs((first, second))]
    assert together.cards == (first, second)
    seen = Seen(cards.cards(page(first, second)))
    assert seen.tags.count("article") == 1
    assert seen.tags.count("h4") == 2
    assert seen.text.count(SENTENCE) == 1


def test_what_another_day_or_voice_tells_keeps_its_own_quotation() -> None:
    other = card(days("2024-10-18"))
    voice = speaker("Norland")
    other = other.model_copy(update={"lead": sourced(claim(when=days("2024-10-18"), said_by=(voice,)))})
    (run,) = cards.runs((card(days("2024-10-18")), other, card(days("2024-10-20"))))
    assert [len(entry.cards) for entry in run.entries] == [1, 1, 1]


def test_a_doubted_date_is_not_shown_as_if_it_were_none() -> None:
    told = claim(when=days("2024-08-21")).model_copy(update={"problems": ("reply-before-question",)})
    other = Problem(document=told.document, span=None, code="others-date-it-otherwise", found="", assumed="")
    doubted = event(told).model_copy(update={"problems": (other,)})
    shown = cards.cards(page(Card(event=doubted, lead=sourced(told))))
    assert "doubted: reply before question, others date it otherwise" in Seen(shown).text


def test_a_bare_file_opens_in_the_document_at_its_sentence() -> None:
    one = card()
    span = one.lead.claim.sentence
    opened = f"/document?document={one.lead.claim.document}&span={span.start}-{span.end}"
    assert opened in Seen(cards.cards(page(one))).links


def test_a_long_sentence_is_cut_around_its_trigger() -> None:
    text = "a " * 400 + "Norland sent soldiers" + " b" * 400
    quote = cards.quote(sourced(claim(text=text), text))
    shown = "".join(piece.text for piece in quote.pieces)
    assert "sent" in shown
    assert len(shown) <= cards.LONGEST_QUOTE
    assert quote.cut_before
    assert quote.cut_after


def test_the_quoted_pieces_cut_out_the_documents_words() -> None:
    text = "First sentence. " + SENTENCE
    told = claim(text=text, sentence=span_of(SENTENCE, text))
    assert all(piece.span.cut(text) == piece.text for piece in cards.quote(sourced(told, text)).pieces)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_is_shown_as_text(hostile: str) -> None:
    text = f"{hostile} sent soldiers"
    told = claim(text=text)
    shown = Seen(cards.cards(page(Card(event=event(told, headline=hostile), lead=sourced(told, text)))))
    assert shown.text.count(hostile) == 2
    assert not {"script", "img", "iframe"} & set(shown.tags)
    assert not [name for name, _ in shown.attributes if name.startswith("on")]


def test_pages_step_by_the_keys_of_their_ends() -> None:
    found = [card(days("2024-10-18")), card(days("2024-10-20"))]
    links = Seen(cards.steps(View(after="k"), page(*found, more=True))).links
    assert [link.partition("=")[0] for link in links] == ["/", "/?before", "/?after"]


def test_a_single_page_has_no_steps() -> None:
    assert Seen(cards.steps(View(), page(card()))).links == []


def test_a_page_of_cards_stays_small() -> None:
    first = date(2024, 10, 1)
    found = [card(days((first + timedelta(days=number)).isoformat())) for number in range(25)]
    assert len(cards.cards(page(*found)).encode()) < 60_000
