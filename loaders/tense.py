"""What the verb forms of English say about the order of things (Quirk et al. 1985, ch. 4)."""

from typing import Literal

from spacy.tokens import Token

Tense = Literal["past", "perfect", "past perfect", "present", "future", "possible", "counterfactual", "none"]

POSSIBLE = frozenset({"could", "might", "may", "would", "should", "can", "’d", "'d"})
FUTURE = frozenset({"will", "shall", "wo", "’ll", "'ll"})
PRESENT_TAGS = frozenset({"VBZ", "VBP"})


def tense(token: Token) -> Tense:
    """Tense of a clause by its trigger: of its own verb group, or of the verb that carries it.

    `possible`: could, might, would + verb; `counterfactual`: would have + participle; `none`: nouns, bare participles.
    """
    verb = carrier(token)
    auxiliaries = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    words = {child.lower_ for child in auxiliaries}
    if words & POSSIBLE:
        has = any(child.lemma_ == "have" for child in auxiliaries)
        return "counterfactual" if has and words & {"would", "should", "could"} else "perfect" if has else "possible"
    if words & FUTURE:
        return "future"
    return _of_group(verb, auxiliaries)


def _of_group(verb: Token, auxiliaries: list[Token]) -> Tense:
    have = next((child for child in auxiliaries if child.lemma_ == "have"), None)
    if have is not None:
        return "past perfect" if have.tag_ == "VBD" else "perfect"
    finite = next((child for child in auxiliaries if child.tag_ in PRESENT_TAGS | {"VBD"}), verb)
    if finite.tag_ == "VBD":
        return "past"
    return "present" if finite.tag_ in PRESENT_TAGS else "none"


def carrier(token: Token) -> Token:
    """The verb that gives a word its tense: itself, the first of its conjuncts with a tense, or what controls it."""
    word = token
    for _ in range(6):  # chains of control are never longer in English
        if word.tag_ in PRESENT_TAGS | {"VBD"} or any(child.dep_ in {"aux", "auxpass"} for child in word.children):
            only_to = all(c.lower_ == "to" for c in word.children if c.dep_ in {"aux", "auxpass"})
            if not only_to or word.tag_ in PRESENT_TAGS | {"VBD"}:
                return word
        if word.dep_ not in {"conj", "xcomp"} or word.head == word:
            return token if word.dep_ not in {"attr", "acomp"} else word.head
        word = word.head
    return token
