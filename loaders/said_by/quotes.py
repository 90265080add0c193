"""The quotations that are somebody's own sentences."""

from collections.abc import Iterator

from graph.record import Span
from loaders.quotations import quotations

SHORTEST_WORDS = 4
"""A quotation of fewer words is a name or a turn of phrase inside the author's own sentence ("fair game")."""


def quotes(text: str, start: int) -> Iterator[Span]:
    """Spans of the quotations of a block's text, marks included; `start` is where the block begins."""
    for first, end in quotations(text):
        if len(text[first:end].split()) >= SHORTEST_WORDS:
            yield Span(start=start + first, end=start + end)
