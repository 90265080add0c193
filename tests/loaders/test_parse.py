"""Sentences and grammar: what the model promises, and that no sentence is too long for the stages that follow."""

import pytest

from loaders.parse import LONGEST, meta
from loaders.pipeline import extract
from tests.factories import document
from tests.loaders.grammar import trees_of


def test_the_model_is_as_good_as_it_was_when_it_was_chosen() -> None:
    figures = meta()["performance"]
    assert {name: round(figures[name], 2) for name in ("dep_las", "sents_f", "ents_f")} == {
        "dep_las": 0.9,
        "sents_f": 0.91,
        "ents_f": 0.84,
    }


def test_sentences_stay_within_their_block() -> None:
    first, second = trees_of("The fleet sailed", "It came back")
    assert [sentence.text for tree in (first, second) for sentence in tree.sentences()] == [
        "The fleet sailed",
        "It came back",
    ]


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("The mayor of Osk was re-elected on Monday.", "re-elected", "re-elect"),
        ("Both leaders co-signed a treaty.", "co-signed", "co-sign"),
        ("Lind is re-opening the border.", "re-opening", "re-open"),
    ],
)
def test_a_verb_with_a_prefix_is_one_word(text: str, word: str, lemma: str) -> None:
    (token,) = [token for token in trees_of(text)[0].doc if token.text == word]
    assert (token.pos_, token.lemma_) == ("VERB", lemma)
    assert {child.dep_ for child in token.children} & {"nsubj", "nsubjpass"}


def test_other_hyphens_part_words_as_before() -> None:
    words = [token.text for token in trees_of("A five-year plan and an over-the-counter sale of co-ops")[0].doc]
    assert words == [
        "A",
        "five",
        "-",
        "year",
        "plan",
        "and",
        "an",
        "over",
        "-",
        "the",
        "-",
        "counter",
        "sale",
        "of",
        "co-ops",
    ]


ENDLESS = {
    "nouns within nouns": "The fleet carried " + "a box of " * 800 + "sand.",
    "nouns joined": "The fleet carried " + "sand and " * 1_000 + "salt.",
    "sayings within sayings": "He said " + "that she said " * 500 + "so.",
    "clauses within clauses": "The man " + "who saw the man " * 400 + "left.",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_a_sentence_without_end_is_cut(text: str) -> None:
    (tree,) = trees_of(text)
    lengths = [len(sentence) for sentence in tree.sentences()]
    assert len(lengths) > 1
    assert max(lengths) <= LONGEST
    assert tree.doc.text == text


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_it_is_read_to_its_end(text: str) -> None:
    extraction = extract(document(text))
    assert extraction.sentences[-1].span.end == len(text)
