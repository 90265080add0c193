"""The words that a clause depends on for its meaning: "plans to …", "the threat of …", "is likely to …"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from graph.model import Modality
from loaders.grammar import is_infinitive, is_verb
from loaders.lexicon import table

Relation = Literal[
    "infinitive", "clause", "object", "of", "kind", "purpose", "manner", "moment", "joined",
    "self", "would", "adverb", "each",
]  # fmt: skip
"""How a clause hangs on a word; the last four are of a clause's own words: the verb, the verb behind "would", …"""

LOOSE = frozenset({"relcl", "parataxis", "appos"})
MOMENTS = frozenset({"when", "until", "till", "once", "before", "after"})
MANNER = frozenset({"by", "as", "like", "including", "through", "while"})
CONTENT = frozenset({"VERB", "AUX", "NOUN", "ADJ", "PROPN", "ADV"})


@dataclass(frozen=True)
class Governor:
    """A word and how the clause hangs on it."""

    token: Token
    relation: Relation


@cache
def effects() -> Mapping[tuple[str, str], str]:
    """(lemma, relation) → how what hangs on it is meant; "fact" where the word vouches for it, "same" as itself."""
    rows = (row for _, row in table("moods", "lemma", "relation", "mood"))
    return {(row["lemma"], relation): row["mood"] for row in rows for relation in row["relation"].split()}


def effect(governor: Governor) -> str:
    """How what hangs on this word is meant, by the table `moods`; empty if the table does not say."""
    return effects().get((governor.token.lemma_.lower(), governor.relation), "")


MODALITIES: Mapping[str, Modality] = {
    "fact": "asserted",
    "planned": "planned",
    "denied": "denied",
    "hypothetical": "hypothetical",
    "ongoing": "ongoing",
    "habitual": "habitual",
}


def governor(token: Token) -> Governor | None:
    """The word that a clause's trigger depends on, or None at the top of a sentence or of a loose clause."""
    head, dep = token.head, token.dep_
    if head == token or dep in LOOSE:
        return None
    if dep == "ccomp" and head.lemma_ == "be":
        head = next((child for child in head.children if child.dep_ in {"acomp", "attr"}), head)
    if dep == "conj":
        return Governor(head, "joined") if is_verb(head) == is_verb(token) else None
    relation = _verbal(token)
    return Governor(head, relation) if relation is not None else _behind_preposition(token)


def _verbal(token: Token) -> Relation | None:
    """How a word hangs on the verb, noun or adjective right above it."""
    dep = token.dep_
    if dep == "advcl":
        return "purpose" if _is_purpose(token) else "manner" if _is_manner(token) else _moment(token)
    if dep == "xcomp" or (dep == "acl" and token.tag_ == "VB"):
        return "infinitive"
    if dep in {"ccomp", "csubj"}:
        return "clause"
    if dep == "nsubj" and token.head.lemma_ == "be" and not is_verb(token):
        return "object"
    return "object" if dep in {"dobj", "attr", "oprd", "nsubjpass"} else None


def _is_purpose(verb: Token) -> bool:
    """Whether an infinitive says what something is done for: "went there to help"."""
    return is_infinitive(verb) and verb.tag_ == "VB"


def _moment(verb: Token) -> Relation | None:
    """The relation `moment` for a clause that only says when: "until they leave"."""
    return "moment" if any(child.lower_ in MOMENTS and child.i < verb.i for child in verb.children) else None


def _is_manner(verb: Token) -> bool:
    """An -ing form without a conjunction: "it will explode, killing many"."""
    return verb.tag_ == "VBG" and not any(child.dep_ == "mark" or child.lower_ == "when" for child in verb.children)


def _behind_preposition(token: Token) -> Governor | None:
    preposition = token.head
    if token.dep_ not in {"pobj", "pcomp"} or preposition.pos_ not in {"ADP", "SCONJ", "ADV"}:
        return None
    if preposition.lower_ in {"without", "instead", "rather"}:
        return Governor(preposition, "of")
    if any(child.lower_ == "instead" and child.i == preposition.i - 1 for child in preposition.children):
        return Governor(preposition.nbor(-1), "of")
    above = preposition.head
    if token.dep_ == "pcomp" and preposition.lower_ in MANNER and above.pos_ in {"VERB", "NOUN"}:
        return Governor(above, "manner")
    if preposition.dep_ in {"pcomp", "prep"} and above.dep_ in {"prep", "advmod"} and above.lower_ == "instead":
        return Governor(above, "of")
    return Governor(above, "of") if above.pos_ in CONTENT and above != preposition else None


def modifiers(token: Token) -> Iterator[Governor]:
    """Words before an event noun that say how it is meant: "possible", "planned", "alleged", "no"."""
    for child in token.children:
        if child.dep_ in {"amod", "det", "compound", "advmod"}:
            yield Governor(child, "kind")
