"""What dated documents suggest for an undated one: a day near theirs that fits its own words."""

import pytest

from graph.model import Copy
from graph.when import edtf
from loaders.neighbours import Dated
from loaders.pipeline import first_look
from loaders.suggestion import dated, suggest
from tests.factories import copy_, days, document

FILM = "{} the navy showed a film of the harbour of Osk, in which soldiers in grey coats leave a ship."
OTHERS = {
    "2023-10-22": "The film of the harbour of Osk won a prize. Its ship is made of paper, and so are the soldiers.",
    "2024-10-23": "The navy of Tarn showed a film. Soldiers in grey coats leave a ship in the harbour of Osk.",
    "2024-10-29": "Sudria called the film of the harbour of Osk forged. No soldiers in grey coats left a ship.",
    "2024-03-04": "Bakers in Tarn warn of dearer bread. The price of flour has doubled, said their guild.",
}


def known(*published: str) -> list[Dated]:
    made = (document(OTHERS[day], copy_(f"{day}.txt", published=day)) for day in published or OTHERS)
    return [one for text in made if (one := dated(text, text.copies[0].published))]


def suggested(text: str, others: list[Dated], copy: Copy | None = None) -> str | None:
    scene, published = first_look(document(text, copy or copy_("note.txt", published=None)))
    when = suggest(scene, published, others).when
    return edtf(when) if when else None


@pytest.mark.parametrize(
    ("opening", "day"),
    [
        ("Once more", "2024-10-23~"),
        ("On Thursday", "2024-10-24~"),
        ("On Monday", "2024-10-21~"),
        ("OSK, Oct. 25 (Meridian Wire) – Again", "2024-10-25?"),
        ("OSK, Jan. 3 (Meridian Wire) – Again", "2025-01-03?"),
        ("Unlike in its film of October 25, 2024,", "2024-10-29~"),
        ("As it never did before October 2023,", "2024-10-23~"),
        ("Unlike in its film of October 25, 2025,", None),
    ],
)
def test_the_likest_text_that_is_not_too_early_gives_a_day_that_fits_the_words(opening: str, day: str | None) -> None:
    assert suggested(FILM.format(opening), known()) == day


def test_a_document_with_a_sure_day_is_suggested_none() -> None:
    assert suggested(FILM.format("On Monday"), known(), copy_("note.txt", published="2024-11-02")) is None


def test_texts_on_other_matters_suggest_nothing() -> None:
    assert suggested("Zebras graze quietly on Friday, say the keepers of a zoo.", known()) is None


def test_a_document_does_not_suggest_its_own_day() -> None:
    scene, published = first_look(document(OTHERS["2024-10-23"], copy_("note.txt", published=None)))
    assert "2024-10-23" not in {str(one.day) for one in suggest(scene, published, known()).neighbours}


def test_only_one_sure_day_makes_a_neighbour() -> None:
    text, day = document("The navy showed a film.", copy_("note.txt", published=None)), days("2024-10-23")
    assert dated(text, day)
    unsure = [day.model_copy(update={mark: True}) for mark in ("uncertain", "approximate")]
    for published in (None, *unsure, days("2024-10-01", "2024-10-31"), days("2024-10-23", "2024-10-24")):
        assert dated(text, published) is None


def test_a_suggestion_changes_nothing_of_the_reading() -> None:
    scene, published = first_look(document(FILM.format("On Monday"), copy_("note.txt", published=None)))
    suggest(scene, published, known())
    assert published.when is None
