"""Cut a text where marks begin and end, so that nested and overlapping marks can all be shown."""

from collections.abc import Iterable
from itertools import pairwise

from graph.record import Record, Span


class Mark(Record):
    """Words that are to stand out, and as what."""

    span: Span
    name: str


class Piece(Record):
    """A run of the text with the same marks from end to end."""

    span: Span
    text: str
    names: tuple[str, ...]
    """Of all marks over it, the widest first."""
    ends: tuple[str, ...]
    """Of the marks that end where it ends."""


def pieces(text: str, marks: Iterable[Mark], *, offset: int = 0) -> tuple[Piece, ...]:
    """The whole text in order, cut at every border of a mark.

    `offset` says where in the document the text begins; marks count from the document's start, and what of them lies
    outside the text is left out.
    """
    inside = [mark for mark in (_clipped(mark, offset, offset + len(text)) for mark in marks) if mark]
    borders = sorted({offset, offset + len(text), *(b for mark in inside for b in (mark.span.start, mark.span.end))})
    starting: dict[int, list[Mark]] = {}
    for mark in inside:
        starting.setdefault(mark.span.start, []).append(mark)
    open_marks: list[Mark] = []
    found = []
    for start, end in pairwise(borders):
        open_marks = [mark for mark in open_marks if mark.span.end > start] + starting.get(start, [])
        open_marks.sort(key=_widest_first)
        found.append(_piece(text, Span(start=start, end=end), open_marks, offset))
    return tuple(found)


def _widest_first(mark: Mark) -> tuple[int, int, str]:
    return (mark.span.start - mark.span.end, mark.span.start, mark.name)


def _clipped(mark: Mark, start: int, end: int) -> Mark | None:
    first, last = max(mark.span.start, start), min(mark.span.end, end)
    return Mark(span=Span(start=first, end=last), name=mark.name) if first < last else None


def _piece(text: str, span: Span, over: list[Mark], offset: int) -> Piece:
    return Piece(
        span=span,
        text=text[span.start - offset : span.end - offset],
        names=tuple(mark.name for mark in over),
        ends=tuple(mark.name for mark in over if mark.span.end == span.end),
    )
