"""How sure the voice is of a clause, and the words that say so."""

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from graph.model import Certainty, Degree
from loaders.grammar import is_passive, is_verb
from loaders.lexicon import table

SURE = Certainty(degree="sure", text="")
HIGHEST = 3
"""Words above a clause that are asked; hedges stand close."""


@cache
def hedges() -> Mapping[tuple[str, str], Degree]:
    """(lemma, place) → degree, from the table `hedges`; a place is `inside`, `above` or `passive`."""
    rows = table("hedges", "lemma", "place", "degree")
    return {(row["lemma"], row["place"]): row["degree"] for _, row in rows}  # type: ignore[misc]  # held by a test


def certainty(token: Token) -> Certainty:
    """The nearest hedge: beside the trigger, then in the words that it hangs on."""
    for word, place in _hedging(token):
        degree = hedges().get((word.lemma_.lower(), place)) or hedges().get((word.lower_, place))
        if degree is not None:
            return Certainty(degree=degree, text=word.text)
    return SURE


def _hedging(token: Token) -> Iterator[tuple[Token, str]]:
    yield from ((child, "inside") for child in token.children)
    before = (child for child in token.lefts if child.dep_ in {"ccomp", "parataxis"} and child.lemma_ == "be")
    yield from ((word, "above") for child in before for word in child.children if word.dep_ == "acomp")
    word = token
    for _ in range(HIGHEST):
        if word.head == word or word.dep_ in {"relcl", "conj"} or (word.dep_ == "advcl" and is_verb(word)):
            return
        below, word = word, word.head
        if below.dep_ in {"nsubj", "nsubjpass", "agent"}:
            return
        yield word, "passive" if is_verb(word) and is_passive(word) else "above"
        if below.dep_ == "ccomp" and word.lemma_ == "be":
            yield from ((child, "above") for child in word.children if child.dep_ in {"acomp", "attr"})
        yield from ((child, "inside") for child in word.children if child != below and below.dep_ in {"xcomp", "acomp"})
