"""Texts on one matter find each other, and say when they are from."""

from datetime import date

from loaders.neighbours import Dated, neighbours

TEXTS = {
    "2024-10-23": "The navy showed a film of the harbour of Osk, in which soldiers in grey coats leave a ship.",
    "2024-10-25": "Sudria called the film of the harbour of Osk a forgery. The soldiers in grey coats were dockers.",
    "2023-03-01": "Bakers in Tarn warn of dearer bread. The price of flour has doubled, said their guild.",
    "2023-03-04": "The mayor of Tarn will not pay for flour. Bread is no matter for her, she told the guild of bakers.",
}
DATED = [Dated(document=day, title=day, day=date.fromisoformat(day), text=text) for day, text in TEXTS.items()]


def test_the_likest_texts_are_those_on_the_same_matter() -> None:
    found = neighbours("A second film shows the soldiers in grey coats in the harbour of Osk.", DATED, count=2)
    assert {one.document for one in found} == {"2024-10-23", "2024-10-25"}
    assert found[0].likeness >= found[1].likeness > 0


def test_a_text_of_other_words_has_no_neighbours() -> None:
    assert neighbours("Zebras graze quietly.", DATED) == ()
    assert neighbours("", DATED) == neighbours("The harbour of Osk.", []) == ()


def test_the_order_of_the_texts_changes_nothing() -> None:
    text = "The guild of bakers in Tarn shows a film of bread."
    assert neighbours(text, DATED) == neighbours(text, DATED[::-1])


def test_a_text_is_wholly_like_itself() -> None:
    assert neighbours(DATED[0].text, DATED)[0].likeness == 1.0
