"""From the head word of a speaker to a `Speaker`: a listed actor, a name, or "officials"."""

from collections.abc import Sequence

from spacy.tokens import Token

from graph.model import Speaker
from loaders.mentions import Mentions
from loaders.records import UNNAMED
from loaders.trees import Tree

LONGEST_PHRASE = 9
"""Words of a description that is kept as a name ("a representative of the coast guard")."""

BREAKS = frozenset({"-", "–", "—"})
"""Marks that stand, after a space, before a speaker in a headline."""


def speakers(
    tree: Tree, heads: Sequence[Token], mentions: Mentions, *, position: int, cue: str, quoted: bool
) -> tuple[Speaker, ...]:
    """One speaker for each head word, or more where a pronoun means several; in order of the text."""
    found: list[Speaker] = []
    for head in heads:
        known = [mention for mention in mentions.at(tree.span(head)) if mention.kind != "thing"]
        for mention in known:
            found.append(  # noqa: PERF401 – two kinds of speaker, one list
                Speaker(
                    actor=mention.actor,
                    name=mention.name,
                    named=mention.actor is not None and mention.kind != "group",
                    position=position,
                    cue=cue,
                    quoted=quoted,
                    text=mention.text,
                    span=mention.span,
                )
            )
        if not known and head.tag_ == "PRP":
            found += unnamed(tree, head, position)
        elif not known:
            found.append(_described(tree, head, position=position, cue=cue, quoted=quoted))
    return tuple(found)


def unnamed(tree: Tree, cue: Token, position: int = 0) -> tuple[Speaker, ...]:
    """Somebody the words do not name."""
    span = tree.span(cue)
    return (
        Speaker(
            actor=None,
            name=UNNAMED,
            named=False,
            position=position,
            cue=cue.text,
            quoted=False,
            text=cue.text,
            span=span,
        ),
    )


def phrase_of(head: Token) -> tuple[Token, Token]:
    """First and last word of a description: from the left edge to the head, and short phrases behind it."""
    last = head
    for child in head.rights:
        if child.dep_ != "prep" or any(word.pos_ == "VERB" for word in child.subtree):
            break
        edge = child.right_edge
        if edge.i - head.left_edge.i >= LONGEST_PHRASE or any(word.is_punct for word in child.subtree):
            break
        last = edge
    broken = max((word.i for word in head.lefts if word.text in BREAKS and word.nbor(-1).whitespace_), default=-1)
    lefts = [
        child.left_edge for child in head.lefts if child.i > broken and child.dep_ not in {"punct", "cc", "preconj"}
    ]
    first = min([head, *lefts], key=lambda word: word.i)
    while first.i < head.i and (first.dep_ == "det" or first.is_punct or first.is_quote):
        first = first.nbor()
    return first, last


def _described(tree: Tree, head: Token, *, position: int, cue: str, quoted: bool) -> Speaker:
    first, last = phrase_of(head)
    words = head.doc[first.i : last.i + 1]
    proper = head.pos_ == "PROPN"
    return Speaker(
        actor=None,
        name=words.text,
        named=proper,
        position=position,
        cue=cue,
        quoted=quoted,
        text=words.text,
        span=tree.span(words),
    )
