"""Where in a document a time stands: in a heading, at the opening of a paragraph, or further inside."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from graph.model import Block
from graph.record import Span
from loaders.records import TimeMention

Place = Literal["heading", "opening", "inside"]
LONGEST_HEADING = 90
"""Characters of a line that can be a heading."""
SENTENCE_ENDS = frozenset(".!?,;:\"”’'")


def places_of(text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block]) -> list[Place]:
    """One place for each mention, in their order. Lines that are short and end no sentence are headings, too."""
    headings = [block.span for block in blocks if block.kind in {"heading", "title"}]
    found: list[Place] = []
    before = -1
    for mention in mentions:
        start = mention.span.start
        heading = within_one_of(headings, mention.span) is not None or _in_short_line(text, start)
        opens = before < 0 or "\n" in text[before:start]
        found.append("heading" if heading else "opening" if opens else "inside")
        before = mention.span.end
    return found


def within_one_of(spans: Sequence[Span], inner: Span) -> Span | None:
    """The span that holds the inner one; spans stand in order and do not overlap."""
    at = bisect_right(spans, inner.start, key=lambda span: span.start) - 1
    return spans[at] if at >= 0 and spans[at].holds(inner) else None


def _in_short_line(text: str, start: int) -> bool:
    low = max(0, start - LONGEST_HEADING)
    first = text.rfind("\n", low, start) + 1
    last = text.find("\n", start, start + LONGEST_HEADING)
    if last < 0 and start + LONGEST_HEADING >= len(text):
        last = len(text)
    if last < 0 or (first == 0 and low > 0) or last - first > LONGEST_HEADING:
        return False
    line = text[first:last].strip()
    return bool(line) and line[-1] not in SENTENCE_ENDS


def embedded(blocks: Sequence[Block]) -> list[Span]:
    """Blocks that somebody else wrote at a date of their own: tweets."""
    return [block.span for block in blocks if block.kind == "embed"]
