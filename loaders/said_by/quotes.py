"""Quotation marks: which words are somebody's own."""

import re
from collections.abc import Iterator

from graph.record import Span

QUOTE = re.compile(r"“[^“”]*(?:”|$)|(?<![\w\"])\"(?=\S)[^\"]*(?:\"|$)|«[^«»]*»|(?<!\w)‘[^‘]{20,}?’(?!\w)")
"""Opening to closing mark; a quotation that goes on in the next paragraph has no closing mark in this one."""

SHORTEST_WORDS = 4
"""A quotation of fewer words is a name or a turn of phrase inside the author's own sentence ("fair game")."""


def quotes(text: str, start: int) -> Iterator[Span]:
    """Spans of the quotations of a block's text, marks included; `start` is where the block begins."""
    for match in QUOTE.finditer(text):
        if len(match.group().split()) >= SHORTEST_WORDS:
            yield Span(start=start + match.start(), end=start + match.end())
