"""Whose soldiers are meant: "its troops", "these soldiers", "soldiers, believed to be North Koreans"."""

from spacy.tokens import Token

from loaders.coreference.entities import Entity
from loaders.coreference.fitting import has_word
from loaders.coreference.phrases import Phrase
from loaders.coreference.reading import Reading
from loaders.lexicon import word_class

FAR = 30
"""Sentences back that soldiers stay known."""


def its_forces(phrase: Phrase, reading: Reading) -> tuple[Entity, ...]:
    """Soldiers with an owner are those of the owner's state; so are soldiers said to be of a nation."""
    if phrase.head.lower_ not in reading.lexicon.forces_words:
        return ()
    owner = reading.whose(phrase)
    state = reading.state(owner) if owner and owner.kind != "group" else None
    state = state or _said_nation(phrase.head, reading)
    return (reading.entity(reading.lexicon.forces(state), phrase.head),) if state else ()


def _said_nation(head: Token, reading: Reading) -> str | None:
    """The nation named in the clause behind: "soldiers, believed to be North Koreans"."""
    for clause in head.rights:
        if clause.dep_ in {"acl", "relcl"}:
            for token in clause.subtree:
                for mention in reading.heads.get(token.i, ()):
                    if mention.rule in {"people", "forces of a country"} and mention.country:
                        return reading.lexicon.state_of.get(mention.country)
    return None


def sent_forces(phrase: Phrase, reading: Reading) -> tuple[Entity, ...]:
    """Soldiers that a state sends are its own, whoever else was talked about: "Norland deployed 300 soldiers"."""
    verb = phrase.head.head
    sent = phrase.head.dep_ == "dobj" and verb.lemma_.lower() in word_class("sending")
    if phrase.head.lower_ not in reading.lexicon.forces_words or phrase.definite or not sent:
        return ()
    while verb.dep_ == "xcomp":
        verb = verb.head
    subjects = [child for child in verb.lefts if child.dep_ == "nsubj"]
    owners = [owner for child in subjects for owner in reading.refs.get(child.i, ()) if owner.kind == "state"]
    state = reading.state(owners[0]) if len(owners) == 1 else None
    return (reading.entity(reading.lexicon.forces(state), phrase.head),) if state else ()


def those_forces(phrase: Phrase, reading: Reading) -> tuple[Entity, ...]:
    """Soldiers without a nation are those talked about last, first of all those called by the same word."""
    if phrase.head.lower_ not in reading.lexicon.forces_words or _comes_from_elsewhere(phrase):
        return ()
    if not (phrase.definite or phrase.plural) or phrase.speakers_own:
        return ()
    called_so = reading.talk.latest(lambda one: one.is_forces and has_word(one, phrase.lemma), FAR)
    known = called_so or reading.talk.latest(lambda one: one.is_forces, FAR)
    return (known,) if known else ()


def _comes_from_elsewhere(phrase: Phrase) -> bool:
    """Whether the phrase says of which place or nation they are."""
    return any(right.lower_ in {"from", "of"} for right in phrase.head.rights) or any(
        left.pos_ == "PROPN" for left in phrase.lefts
    )
