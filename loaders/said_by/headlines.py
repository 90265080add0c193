"""Who says what a headline tells: "Report: guards left the harbour", "Guards left the harbour – ministry"."""

from collections.abc import Iterator

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from loaders.lexicon import word_class
from loaders.mentions import Mentions
from loaders.said_by.people import describing
from loaders.trees import Tree

DASHES = frozenset({"-", "–", "—"})
LONGEST = 6
"""Words that name a speaker in a headline."""
SPEAKERS = frozenset({"person", "organisation", "media", "unit"})
"""Kinds that speak before a colon; a state there is as often what the headline is about ("Norland: two killed")."""


def headline_speaker(tree: Tree, mentions: Mentions, token: Token) -> Token | None:
    """The head word of whoever the headline names before its first colon, or behind its last colon or dash."""
    for words, kinds in _edges(tree):
        inside = words.start <= token.i < words.end
        if not inside and len(words) <= LONGEST and not any(word.pos_ in {"VERB", "AUX"} for word in words):
            return words.root if _speaks(words.root, tree, mentions, kinds) else None
    return None


def _edges(tree: Tree) -> Iterator[tuple[Tokens, frozenset[str]]]:
    """What stands before the first colon and behind the last colon or dash, with the kinds that speak there."""
    doc = tree.doc
    colons = [token.i for token in doc if token.text == ":"]
    breaks = colons + [token.i for token in doc if token.text in DASHES and token.whitespace_ and _after_space(token)]
    if colons and colons[0]:
        yield doc[: colons[0]], SPEAKERS
    if breaks and max(breaks) + 1 < len(doc):
        yield doc[max(breaks) + 1 :], SPEAKERS | {"state", "group"}


def _after_space(token: Token) -> bool:
    return token.i > 0 and bool(token.nbor(-1).whitespace_)


def _speaks(head: Token, tree: Tree, mentions: Mentions, kinds: frozenset[str]) -> bool:
    named = any(mention.kind in kinds for mention in mentions.at(tree.span(head)))
    lemma = head.lemma_.lower()
    return named or (head.pos_ == "NOUN" and (lemma in word_class("headline") or lemma in describing()))
