"""Dates that clauses have of their own, where several stand in a sentence."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from graph.record import Span
from graph.when import When, disjoint, width
from loaders.dating.owners import dated_by, is_compared, link_of
from loaders.records import ReadTime
from loaders.trees import Tree


def own_dates(tree: Tree, times: Sequence[ReadTime], clauses: Mapping[int, int]) -> dict[int, When]:
    """Clause index → its own date, for one tree; `clauses` maps a trigger's head token to its clause.

    Two dates joined by "and" are one, from the first day to the last. Else of several the narrowest counts, of equals
    the first; of two days that exclude each other that which stands nearer, for in one the parser errs: "who led the
    revolt decades ago in a march on Saturday".
    """
    found: dict[int, When] = {}
    place: dict[int, Token] = {}
    trigger = {clause: token for token, clause in clauses.items()}
    for time in times:
        words = words_of(tree, time)
        if time.when is None or words is None or is_compared(link_of(words)):
            continue
        for clause in dated_by(words, time.when, clauses):
            both = _both(tree, found[clause], time.when) if _is_joined(words.root, place.get(clause)) else None
            nearer = clause in place and _away(words.root, trigger[clause]) < _away(place[clause], trigger[clause])
            if both or clause not in found or _counts_more(time.when, found[clause], nearer=nearer):
                found[clause], place[clause] = both or time.when, words.root
    return found


def _away(word: Token, trigger: int) -> int:
    return abs(word.i - trigger)


def _is_joined(word: Token, other: Token | None) -> bool:
    """Whether two dates are told together: "on Monday and Tuesday"."""
    return other is not None and word.dep_ == "conj" and word.head == other


def _both(tree: Tree, one: When, other: When) -> When | None:
    """From the first day to the last of two dates of one grain; None if one is open, or they have no words."""
    if not (one.is_closed and other.is_closed) or one.grain != other.grain or one.span is None or other.span is None:
        return None
    span = Span(start=one.span.start, end=other.span.end)
    days = sorted(day for day in (one.first, one.last, other.first, other.last) if day is not None)
    start = tree.block.span.start
    words = tree.text[span.start - start : span.end - start]
    return one.model_copy(update={"first": days[0], "last": days[-1], "span": span, "text": words})


def _counts_more(one: When, other: When, *, nearer: bool) -> bool:
    days = one.grain == other.grain == "day" or not (one.is_closed and other.is_closed)
    return nearer if days and disjoint(one, other) else width(one) < width(other)


def words_of(tree: Tree, time: ReadTime) -> Tokens | None:
    """The tokens of a time mention, or None if it stands in another block."""
    start = time.mention.span.start - tree.block.span.start
    end = time.mention.span.end - tree.block.span.start
    if start < 0 or end > len(tree.text):
        return None
    return tree.doc.char_span(start, end, alignment_mode="expand")
