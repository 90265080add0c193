"""The order of the stages, and what `extract` promises."""

from pathlib import Path

import pytest

from graph.errors import LexiconError
from graph.model import Document
from loaders import pipeline
from tests.factories import copy_, document

TEXT = "Guards arrest dozens\n\nGuards arrested 40 people in Minsk on Friday, October 18, 2024, Ada Lind said.\n"


def undated(text: str = TEXT, *, language: str = "en") -> Document:
    """A document that nobody gave a date or title."""
    return document(text, copy_("report.txt", published=None), title="").model_copy(update={"language": language})


def test_a_document_in_a_language_without_a_reader_gives_one_problem_and_no_claims() -> None:
    extraction = pipeline.extract(undated(language="ko"))
    assert [problem.code for problem in extraction.problems] == ["no-reader"]
    assert (extraction.claims, extraction.blocks) == ((), ())
    assert extraction.document.reader == pipeline.reader()


def test_title_and_publication_date_are_found_where_nobody_gave_them() -> None:
    found = pipeline.extract(undated()).document
    assert found.title == "Guards arrest dozens"
    assert found.copies[0].published is not None
    assert found.copies[0].published_basis == "bounds"


def test_a_given_date_is_never_replaced() -> None:
    given = document(TEXT, copy_("report.txt", published="2024-10-20"), title="Given")
    found = pipeline.extract(given).document
    assert (found.title, found.copies) == ("Given", given.copies)


def test_only_actors_and_places_that_a_claim_names_are_kept() -> None:
    extraction = pipeline.extract(undated())
    named = {one.actor for claim in extraction.claims for one in (*claim.participants,)}
    named |= {one.actor for claim in extraction.claims for one in claim.said_by}
    assert {actor.id for actor in extraction.actors} <= named


def test_a_text_without_claims_is_no_error() -> None:
    assert pipeline.extract(undated("Hm.\n")).claims == ()


def test_the_fingerprint_changes_with_a_users_rows(tmp_path: Path) -> None:
    before = pipeline.reader()
    (tmp_path / "verbs.csv").write_text("lemma,frame,type,first,second,source\nwuther,,AID,,,test\n", encoding="utf-8")
    assert pipeline.reader(tmp_path) != before
    assert pipeline.reader() == before


def test_a_users_folder_without_a_table_we_know_is_told(tmp_path: Path) -> None:
    with pytest.raises(LexiconError):
        pipeline.extract(undated(), tmp_path)


def test_an_article_of_two_years_ago_is_read_as_of_its_day() -> None:
    old = document("Guards arrested 40 people on Friday.\n", copy_("old.txt", published="2022-03-07"))
    (claim,) = [claim for claim in pipeline.extract(old).claims if claim.lemma == "arrest"]
    assert claim.when is not None
    assert str(claim.when.first) == "2022-03-04"
