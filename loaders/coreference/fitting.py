"""Whether a description may mean somebody known: by the nouns, countries and names in it."""

from spacy.tokens import Token

from loaders.coreference.entities import Entity
from loaders.coreference.phrases import Phrase
from loaders.coreference.reading import Reading
from loaders.lexicon import word_class
from loaders.lexicon.phrases import fold

NAMES = frozenset({"NORP", "GPE", "ORG", "PERSON", "LOC"})


def has_word(entity: Entity, lemma: str) -> bool:
    """Whether somebody was called by a noun, or has it in their name."""
    return lemma in entity.nouns or lemma in fold(entity.name).split()


def one_country(phrase: Phrase, entity: Entity, reading: Reading) -> bool:
    """Whether the phrase names no other country than the entity's."""
    owner = reading.whose(phrase)
    return owner is None or owner.country is None or owner.country == entity.country


def one_name(phrase: Phrase, entity: Entity, reading: Reading) -> bool:
    """Whether every name before the noun is one of the body's: "the Sudrian team" is not the Norlandish one.

    A person has more names than one ("the Easy Street actress").
    """
    if entity.kind == "person":
        return True
    names = [left for left in phrase.lefts if left.pos_ == "PROPN" or left.ent_type_ in NAMES]
    return all(_is_of(left, entity, reading) for left in names)


def _is_of(word: Token, entity: Entity, reading: Reading) -> bool:
    if fold(word.text) in fold(entity.name).split():
        return True
    meant = reading.refs.get(word.i, ())
    return any(one is entity or (one.country is not None and one.country == entity.country) for one in meant)


def is_called_otherwise(phrase: Phrase, entity: Entity, reading: Reading) -> bool:
    """Whether a body has a noun of its own, in its name or by what it was called, that tells it from this one.

    "The court" is not the Harbour Party; "the organisation" may be.
    """
    if entity.kind != "organisation" or phrase.lemma in word_class("generic"):
        return False
    words = entity.nouns | set(fold(entity.name).split())
    return any("organisation" in reading.lexicon.descriptions.get(word, ()) for word in words)
