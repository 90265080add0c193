"""Where in a document a time stands: in a heading, at the opening of a paragraph, or further inside."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal, NamedTuple

from graph.model import Block
from graph.record import Span
from loaders.records import TimeMention

LONGEST_HEADING = 90
"""Characters of a line that can be a heading."""
SENTENCE_ENDS = frozenset(".!?,;:\"”’'")
SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+[\"“‘'`(\[]*[^\W\d_a-z]|\n|[.!?][\"”’')]*\s+\d{4}\b")
"""What parts two sentences: a stop before a capital or a year, or a new line."""


class Place(NamedTuple):
    """Where one time stands."""

    kind: Literal["heading", "opening", "inside"]
    new_sentence: bool
    """Whether the time before it stands in another sentence."""
    new_section: bool
    """Whether a heading without a date stands between it and the time before."""


def places_of(text: str, mentions: Sequence[TimeMention], blocks: Sequence[Block]) -> list[Place]:
    """One place for each mention, in their order. Lines that are short and end no sentence are headings, too."""
    headings = [block.span for block in blocks if block.kind in {"heading", "title"}]
    found: list[Place] = []
    last: Span | None = None
    for mention in mentions:
        start, before = mention.span.start, last.end if last else 0
        gap = text[before : mention.span.end]
        heading = within_one_of(headings, mention.span) is not None or _in_short_line(text, start)
        opens = not found or "\n" in gap
        found.append(
            Place(
                kind="heading" if heading else "opening" if opens else "inside",
                new_sentence=not found or SENTENCE_END.search(gap) is not None,
                new_section=opens and not heading and _passes_heading(gap),
            )
        )
        last = mention.span
    return found


def _passes_heading(gap: str) -> bool:
    return any(_is_heading(line) for line in gap.split("\n")[1:-1])


def _is_heading(line: str) -> bool:
    line = line.strip()
    return 0 < len(line) <= LONGEST_HEADING and line[-1] not in SENTENCE_ENDS


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
    if last < 0 or (first == 0 and low > 0):
        return False
    return _is_heading(text[first:last])


def embedded(blocks: Sequence[Block]) -> list[Span]:
    """Blocks that somebody else wrote at a date of their own: tweets."""
    return [block.span for block in blocks if block.kind == "embed"]
