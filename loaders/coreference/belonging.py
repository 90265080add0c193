"""Which body a person speaks for, by how the text introduces them: "Norland's prime minister", "head of the Watch"."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.coreference.entities import Entity
from loaders.coreference.reading import Reading
from loaders.lexicon import word_class
from loaders.lexicon.phrases import fold

BODIES = frozenset({"state", "organisation", "media", "unit", "group"})
OWNING = frozenset({"poss", "compound", "nmod", "amod"})
BELONGING = frozenset({"of", "for", "at", "with"})


def belongings(reading: Reading) -> None:
    """Note for every person named in a block the body that they are said there to be of."""
    for at in sorted(reading.heads):
        people = [one for one in reading.refs.get(at, ()) if one.kind == "person" and one.body is None]
        if people:
            people[0].body = next(_bodies(reading.tree.doc[at], reading), None)


def _bodies(name: Token, reading: Reading) -> Iterator[Entity]:
    """Owners of the nouns that introduce a name, likeliest first."""
    for noun in _introducing(name, reading):
        around = [*noun.lefts, *(left for left in name.lefts if left.dep_ in OWNING)]
        owners = [owner for left in around if left.dep_ in OWNING for owner in _named(left, reading)]
        owners += [owner for below in _behind(noun) for owner in _named(below, reading)]
        yield from (owner for owner in owners if owner.kind != "state" or _is_office(noun, reading))
    yield from (owner for below in _behind(name) for owner in _named(below, reading) if owner.kind != "state")


def _introducing(name: Token, reading: Reading) -> list[Token]:
    """The nouns beside a name that say what its bearer is: before it, set beside it, or before a comma."""
    before = [left for left in name.lefts if left.dep_ in OWNING and _may_introduce(left, reading)]
    beside = [right for right in name.rights if right.dep_ == "appos" and right.pos_ in {"NOUN", "PROPN"}]
    above = [name.head] if name.dep_ == "appos" and name.head.pos_ in {"NOUN", "PROPN"} else []
    twin = [left for left in name.head.lefts if left.dep_ == "nsubj" == name.dep_ and left.i < name.i]
    return [*before, *beside, *above, *twin]


def _may_introduce(word: Token, reading: Reading) -> bool:
    """Whether a word before a name is no part of it: a common noun, or an office written with a capital."""
    return word.pos_ == "NOUN" or (word.pos_ == "PROPN" and _is_office(word, reading))


def _behind(noun: Token) -> Iterator[Token]:
    for right in noun.rights:
        if right.dep_ == "prep" and right.lower_ in BELONGING:
            yield from (below for below in right.rights if below.dep_ == "pobj")


def _named(token: Token, reading: Reading) -> list[Entity]:
    """The body that a word names; of "team member" the team talked about."""
    known = [one for one in reading.refs.get(token.i, ()) if one.kind in BODIES and not one.members]
    if known or token.pos_ != "NOUN" or token.dep_ != "compound":
        return known
    lemma = token.lemma_.lower()
    if not BODIES & set(reading.lexicon.descriptions.get(lemma, ())):
        return []
    same = reading.talk.latest(lambda one: one.kind in BODIES and lemma in one.nouns, reading.talk.sentence)
    return [same] if same is not None else []


def _is_office(noun: Token, reading: Reading) -> bool:
    """Whether the noun's bearer speaks for a state; an analyst or a player's father does not."""
    words = (noun.doc[start : noun.i + 1].text for start in range(max(noun.sent.start, noun.i - 3), noun.i + 1))
    lemma = noun.lemma_.lower()
    return lemma in word_class("delegate") or (
        any(fold(text) in reading.lexicon.titles for text in words) and lemma not in word_class("scholar")
    )
