"""The files are exactly what they are said to be, every time."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import TextIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.event import SourcedClaim
from graph.export import (
    CLAIM_COLUMNS,
    TIMELINE_COLUMNS,
    claim_line,
    read_claims,
    read_timeline,
    write_claims,
    write_jsonl,
    write_timeline,
)
from graph.model import Place, PlaceMention, Problem
from graph.record import Span
from graph.store.base import Card
from graph.when import When
from tests.factories import card, claim, copy_, days, event, participant, quantity, sourced, speaker, until

DESIGNED = (
    "event_id,date_edtf,date_start,date_end,date_precision,date_qualifier,date_text,date_anchor,headline,event_type,"
    "actors,actor_ids,place,latitude,longitude,quantity,said_by,event_status,confidence,sources_count,source_title,"
    "source_url,source_publisher,source_published,document_id,document_sha256,char_start,char_end,sentence,"
    "review_status,updated_at,schema_version"
)
BEFORE, AFTER = "claim_id,event_id", "document_id,document_sha256,sentence,problems,schema_version"


def text_of(write: Callable[[TextIO], None]) -> str:
    file = io.StringIO(newline="")
    write(file)
    return file.getvalue()


def timeline(*cards: Card, places: tuple[Place, ...] = ()) -> list[dict[str, str]]:
    text = text_of(lambda file: write_timeline(cards, file, places=places))
    return list(read_timeline(io.StringIO(text, newline="")))


def whole(when: When | None = None) -> SourcedClaim:
    """A claim with everything a claim can have."""
    told = claim(
        when=when or days("2024-10-18"),
        participants=(participant("Norland", actor="norland"), participant("Sudria", "recipient", actor="sudria")),
        said_by=(speaker("the defence ministry"),),
        quantities=(quantity(),),
        rules=("transitive verb", "day month year"),
    )
    return sourced(told, copy=copy_("https://courier.example/a"))


def card_of(told: SourcedClaim) -> Card:
    return Card(event=event(told.claim), lead=told)


def test_the_columns_of_the_timeline_are_those_designed() -> None:
    assert ",".join(TIMELINE_COLUMNS) == DESIGNED


def test_the_columns_of_the_claims_begin_and_end_as_designed() -> None:
    columns = ",".join(CLAIM_COLUMNS)
    assert columns.startswith(BEFORE)
    assert columns.endswith(AFTER)
    assert len(set(CLAIM_COLUMNS)) == len(CLAIM_COLUMNS)


def test_a_row_of_the_timeline_says_it_all() -> None:
    (row,) = timeline(card_of(whole()))
    told = {column: row[column] for column in TIMELINE_COLUMNS if not column.startswith(("event_id", "document"))}
    assert told == {
        "date_edtf": "2024-10-18",
        "date_start": "2024-10-18",
        "date_end": "2024-10-18",
        "date_precision": "day",
        "date_qualifier": "",
        "date_text": "",
        "date_anchor": "",
        "headline": "Norland sends soldiers to Sudria",
        "event_type": "AID",
        "actors": "Norland | Sudria",
        "actor_ids": "norland | sudria",
        "place": "",
        "latitude": "",
        "longitude": "",
        "quantity": "about 3,000 soldiers",
        "said_by": "the defence ministry",
        "event_status": "one source",
        "confidence": "0.80",
        "sources_count": "1",
        "source_title": "Soldiers on the move",
        "source_url": "https://courier.example/a",
        "source_publisher": "The Harbour Courier",
        "source_published": "2024-10-25",
        "char_start": "0",
        "char_end": "90",
        "sentence": "Norland sent about 3,000 soldiers to Sudria on 18 October 2024, the defence ministry said.",
        "review_status": "unreviewed",
        "updated_at": "",
        "schema_version": "1",
    }


def test_a_bounded_event_has_one_day_only_and_says_why() -> None:
    (row,) = timeline(card_of(whole(until("2024-10-25"))))
    told = [row[f"date_{column}"] for column in ("edtf", "start", "end", "precision", "qualifier")]
    assert told == ["../2024-10-25", "", "2024-10-25", "before", "bounded by publication"]


def test_an_event_without_date_is_told_so() -> None:
    (row,) = timeline(card())
    assert (row["date_edtf"], row["date_precision"]) == ("", "none")


def test_a_place_has_the_point_of_its_row() -> None:
    mention = PlaceMention(place="eastford", name="Eastford", text="Eastford", span=Span(start=0, end=1))
    point = Place(id="eastford", name="Eastford", country=None, latitude=51.5, longitude=-0.25)
    shown = card_of(whole())
    shown = shown.model_copy(update={"event": shown.event.model_copy(update={"places": (mention,)})})
    (row,) = timeline(shown, places=(point,))
    assert (row["place"], row["latitude"], row["longitude"]) == ("Eastford", "51.5000", "-0.2500")


def test_claims_are_flattened_side_by_side() -> None:
    told = whole()
    text = text_of(lambda file: write_claims([told], [event(told.claim)], file))
    (row,) = read_claims(io.StringIO(text, newline=""))
    assert row["event_id"] == told.claim.id
    assert (row["agents"], row["agents_ids"], row["agents_texts"]) == ("Norland", "norland", "Norland")
    assert (row["said_by"], row["said_by_ids"]) == ("the defence ministry", "")
    assert (row["quantities_low"], row["quantities_bound"], row["quantities_unit"]) == ("3000", "about", "soldiers")
    assert row["rules"] == "transitive verb | day month year"


def test_what_the_store_says_against_a_date_stands_with_the_claim() -> None:
    told = whole()
    assert told.claim.when
    span = Span(start=3, end=9)
    claim = told.claim.model_copy(
        update={"when": told.claim.when.model_copy(update={"span": span}), "problems": ("odd",)}
    )
    against = Problem(document=claim.document, span=span, code="others-date-it-otherwise", found="", assumed="")
    elsewhere = against.model_copy(update={"document": "another", "code": "not this"})
    doubted = event(claim).model_copy(update={"problems": (against, elsewhere)})
    text = text_of(lambda file: write_claims([told.model_copy(update={"claim": claim})], [doubted], file))
    assert next(read_claims(io.StringIO(text, newline="")))["problems"] == "odd | others-date-it-otherwise"


def test_a_claim_that_is_in_no_event_yet_is_written_without_one() -> None:
    text = text_of(lambda file: write_claims([whole()], [], file))
    assert next(read_claims(io.StringIO(text, newline="")))["event_id"] == ""


hostile = st.text(
    st.one_of(st.sampled_from("=+-@'|\"\r\n\t,; ＝"), st.characters(codec="utf-8")), min_size=1, max_size=30
)


@given(st.lists(st.tuples(hostile, hostile, hostile), max_size=5))
def test_export_then_parse_gives_the_same_rows(texts: list[tuple[str, str, str]]) -> None:
    cards = []
    for headline, name, sentence in texts:
        told = whole().model_copy(update={"sentence": sentence, "title": name})
        shown = card_of(told)
        cards.append(shown.model_copy(update={"event": shown.event.model_copy(update={"headline": headline})}))
    rows = timeline(*cards)
    assert [(row["headline"], row["source_title"], row["sentence"]) for row in rows] == texts


def test_the_same_cards_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        with (tmp_path / name).open("w", encoding="utf-8", newline="") as file:
            write_timeline([card_of(whole()), card()], file)
    written = (tmp_path / "a").read_bytes()
    assert written == (tmp_path / "b").read_bytes()
    assert written.startswith(b"\xef\xbb\xbfevent_id,")
    assert written.count(b"\r\n") == written.count(b"\n") == 3


def test_rows_are_written_as_they_come_not_gathered_first() -> None:
    file = io.StringIO(newline="")
    seen = []

    def cards() -> object:
        for _ in range(3):
            seen.append(file.tell())
            yield card()

    write_timeline(cards(), file)  # type: ignore[arg-type]  # a generator of cards
    assert seen == sorted(set(seen))


def test_any_csv_reader_finds_the_columns() -> None:
    text = text_of(lambda file: write_timeline([card()], file))
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["headline"] == "Norland sends soldiers to Sudria"


def test_a_claim_line_is_what_the_scorer_reads() -> None:
    line = claim_line(whole().claim, "000_courier.txt")
    assert json.loads(json.dumps(line)) == {
        "document": "000_courier.txt",
        "claim": whole().claim.id,
        "char_start": 0,
        "char_end": 90,
        "trigger": {"text": "sent", "char_start": 8, "char_end": 12},
        "type": "AID",
        "agents": [{"id": "norland", "name": "Norland", "text": "Norland"}],
        "patients": [],
        "recipients": [{"id": "sudria", "name": "Sudria", "text": "Sudria"}],
        "places": [],
        "said_by": [{"id": None, "name": "the defence ministry", "text": "the defence ministry"}],
        "modality": "asserted",
        "certainty": "sure",
        "date": "2024-10-18",
        "date_text": "",
        "date_basis": "explicit",
        "quantities": [
            {"low": 3000.0, "high": 3000.0, "bound": "about", "unit": "soldiers", "text": "about 3,000 soldiers"}
        ],
        "confidence": 0.8,
        "rules": ["transitive verb", "day month year"],
        "block": "body",
    }


@pytest.mark.parametrize("word", ["Путін", "김정은", "a\u2028b"])
def test_json_lines_hold_a_claim_each_in_any_alphabet(word: str) -> None:
    told = whole()
    named = told.claim.participants[0].model_copy(update={"name": word})
    told = told.model_copy(update={"claim": told.claim.model_copy(update={"participants": (named,)})})
    text = text_of(lambda file: write_jsonl([told, told], file))
    lines = [json.loads(line) for line in text.split("\n") if line]
    assert [line["agents"][0]["name"] for line in lines] == [word, word]
