"""Which clause a date belongs to: the nearest one above it in the tree that it can be about."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from graph.when import When, width
from loaders.records import ReadTime
from loaders.trees import Tree

INSIDE_A_NAME = frozenset({"compound", "nummod", "amod", "nmod", "poss", "appos"})
"""A date that hangs on a noun in these ways belongs to that noun alone: "the June pact", "last year's talks"."""

OF_A_NOUN = frozenset({"of", "from"})

UNTIL_HERE = frozenset({"since", "after", "before", "until"})
"""Words that tie "four months …" to the clause behind them."""


def own_dates(tree: Tree, times: Sequence[ReadTime], clauses: Mapping[int, int]) -> dict[int, When]:
    """Clause index → its own date, for one tree; `clauses` maps a trigger's head token to its clause.

    Where a clause has several dates the narrowest counts, of equals the first.
    """
    found: dict[int, When] = {}
    for time in times:
        words = words_of(tree, time)
        if time.when is None or words is None:
            continue
        clause = owner(words, clauses)
        if clause is not None and (clause not in found or width(time.when) < width(found[clause])):
            found[clause] = time.when
    return found


def words_of(tree: Tree, time: ReadTime) -> Tokens | None:
    """The tokens of a time mention, or None if it stands in another block."""
    start = time.mention.span.start - tree.block.span.start
    end = time.mention.span.end - tree.block.span.start
    if start < 0 or end > len(tree.doc.text):
        return None
    return tree.doc.char_span(start, end, alignment_mode="expand")


def owner(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """The clause that a date is about, or None ("a five-year plan")."""
    behind = _clause_behind(words, clauses)
    if behind is not None:
        return behind
    opening = _opened_sentence(words, clauses)
    if opening is not None:
        return opening
    return _climb(words.root, clauses)


def _climb(word: Token, clauses: Mapping[int, int]) -> int | None:
    child, head = word, word.head
    if child.i in clauses:
        return clauses[child.i]
    while child != head:
        if head.i in clauses:
            return clauses[head.i]
        if head.pos_ in {"NOUN", "PROPN"} and _belongs_to_noun(child):
            return None
        child, head = head, head.head
    return None


def _belongs_to_noun(child: Token) -> bool:
    return child.dep_ in INSIDE_A_NAME or (child.dep_ == "prep" and child.lower_ in OF_A_NOUN)


def _opened_sentence(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """A date before the subject of a sentence dates its main clause, whatever the parser hangs it on."""
    root = words.sent.root
    if root.i not in clauses or words.start > root.i:
        return None
    before = [word for word in words.sent[: words.start - words.sent.start] if not word.is_punct and not word.is_space]
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"}), None)
    if subject is None or words.start >= subject.left_edge.i:
        return None
    light = all(word.pos_ in {"ADP", "DET", "ADV", "SCONJ"} or word.dep_ == "advmod" for word in before)
    return clauses[root.i] if light else None


def _clause_behind(words: Tokens, clauses: Mapping[int, int]) -> int | None:
    """In "four months since the talks began" the date is that of the clause behind the words."""
    last = words[-1]
    following = last if last.lower_ in UNTIL_HERE else None
    if following is None and words.end < len(words.doc) and words.doc[words.end].lower_ in UNTIL_HERE - {"until"}:
        following = words.doc[words.end]
    if following is None or following.i + 1 >= words.sent.end or len(words) < 2:  # noqa: PLR2004 – a number and a unit
        return None
    if following.dep_ == "mark" and following.head.i in clauses:
        return clauses[following.head.i]
    inside = [clauses[word.i] for word in following.subtree if word.i in clauses and word.i > following.i]
    return inside[0] if inside and last.lower_ in UNTIL_HERE else None
