"""Known faults of small parsers, mended in the tree, so that every stage reads the same sentence.

Each rule looks at one sentence and moves few words; a sentence that no rule fits stays as it was parsed.
"""

from collections.abc import Callable, Iterator

import numpy as np
from spacy.attrs import DEP, HEAD
from spacy.tokens import Doc, Span, Token

from loaders.grammar import FINITE
from loaders.lexicon import saying

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
HANGING = frozenset({"conj", "acl", "appos", "relcl", "dep", "advcl"})
"""How a tag hangs on the words before it where the parser has not seen that it is one."""
NOMINAL = frozenset({"NOUN", "PROPN"})
BEGINS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM"})
LONGEST_TAG = 25
"""Words between the comma and the verb of a tag: "a senior official familiar with the intelligence told"."""

WORD = 2**64
"""spaCy keeps how far away a head stands as an unsigned number; backwards counts from here down."""

Move = tuple[Token, Token, str]
"""A word, its new head, and how it hangs there."""


def repaired(doc: Doc) -> Doc:
    """The same doc, its tree mended in place."""
    moves = [move for sentence in doc.sents for rule in RULES for move in rule(sentence)]
    if moves:
        tree = doc.to_array([HEAD, DEP])
        for token, head, how in moves:
            tree[token.i] = np.uint64((head.i - token.i) % WORD), doc.vocab.strings.add(how)
        doc.from_array([HEAD, DEP], tree)  # type: ignore[arg-type]  # spaCy's own array
    return doc


def closing_tag(sentence: Span) -> Iterator[Move]:
    """In "Norland sent 300 men, where they dig, a senior official told the Courier" the official tells all of it."""
    for verb in sentence:
        comma = _comma_before(verb) if _may_close(verb) else None
        speaker = _speaker(comma, verb) if comma is not None else None
        if comma is not None and speaker is not None:
            yield from _told(sentence, comma, speaker, verb)


def _may_close(verb: Token) -> bool:
    """Whether it says or tells, is below what stands before it, and only whom, when and where it was said follows."""
    if verb.tag_ not in FINITE or verb.lemma_.lower() not in saying() or verb.dep_ not in HANGING:
        return False
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    told = any(child.dep_ in {"dobj", "dative"} and child.i > verb.i for child in verb.children)
    goes_on = any(token.pos_ in {"VERB", "AUX", "SCONJ"} or token.is_quote for token in behind)
    return verb.head.i < verb.i and not goes_on and told == (verb.lemma_ == "tell")  # but "declared war"


def _comma_before(verb: Token) -> Token | None:
    """The last comma before a verb, if a clause stands before it and a noun phrase behind."""
    words = verb.doc[max(verb.sent.start, verb.i - LONGEST_TAG) : verb.i]
    comma = next((token for token in reversed(words) if token.text == ","), None)
    root = verb.sent.root
    if comma is None or comma.i + 1 >= verb.i or not root.i < comma.i or root.tag_ not in FINITE | {"VBN", "VBG", "VB"}:
        return None
    between = verb.doc[comma.i + 1 : verb.i]
    fits = between[0].pos_ in BEGINS and not any(token.tag_ in FINITE | {"WDT", "WP", "CC"} for token in between)
    return comma if fits else None


def _speaker(comma: Token, verb: Token) -> Token | None:
    """The head of the first noun phrase behind a comma: the last noun of a run that owns nothing."""
    for token in comma.doc[comma.i + 1 : verb.i]:
        following = token.nbor()
        if token.pos_ in NOMINAL and following.pos_ not in NOMINAL and following.tag_ not in {"POS", "HYPH"}:
            return token
    return None


def _told(sentence: Span, comma: Token, speaker: Token, verb: Token) -> Iterator[Move]:
    yield verb, verb, "ROOT"
    yield sentence.root, verb, "ccomp"
    yield speaker, verb, "nsubj"
    for token in sentence:
        if token in {verb, speaker, sentence.root} or comma.i < token.head.i <= verb.i:
            continue
        if comma.i < token.i < verb.i:
            yield token, speaker, "amod" if token.pos_ == "ADJ" else token.dep_
        elif token.i > verb.i and token.head.i <= comma.i:
            yield token, verb, token.dep_


def opening_participle(sentence: Span) -> Iterator[Move]:
    """In "Praising the pact, the ministry said …" praising is no subject beside the ministry."""
    for verb in sentence:
        subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
        for child in verb.lefts:
            if child.dep_ == "csubj" and child.tag_ == "VBG" and subjects and _parted(child, subjects[-1]):
                yield child, verb, "advcl"


def _parted(participle: Token, subject: Token) -> bool:
    """Whether a comma stands between; without one the participle is the subject ("having it frees them")."""
    return any(token.text == "," for token in subject.doc[participle.right_edge.i : subject.left_edge.i + 1])


def subject_of_a_helper(sentence: Span) -> Iterator[Move]:
    """In "the mayor was arrested" the mayor is the verb's subject, not that of "was"."""
    for helper in sentence:
        if helper.dep_ not in {"aux", "auxpass"}:
            continue
        for child in helper.lefts:
            if child.dep_ in SUBJECTS:
                yield child, helper.head, "nsubjpass" if helper.dep_ == "auxpass" else "nsubj"


RULES: tuple[Callable[[Span], Iterator[Move]], ...] = (closing_tag, opening_participle, subject_of_a_helper)
